"""A reservation, a statement or a dissociation for the record, on what is at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from consult_app.desk import Refusal
from consult_app.drafting.deciding.statements import RecordStatement
from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.acts import LANGUAGES
from consult_app.state import State
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import NAMES, Languages, say, tr
from consult_app.ui.parts.controls import SegmentedControl
from consult_app.ui.parts.fields import ChoiceBox, typed
from consult_app.ui.speakers.who_field import WhoField
from consult_app.ui.voting.matters import Matter
from consult_app.words import term

_KINDS: Final = ("reservation", "statement", "dissociation")


def held(control: QWidget) -> QWidget:
    """*control* at the left of its row, at its own width."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(control)
    row.addStretch(1)
    return holder


class StatementForm(SideForm):
    """The form.

    Signals: ``asked(command)`` with the command to perform.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._matters: list[Matter] = []
        self.kind = SegmentedControl(_KINDS)
        self.kind.choose("reservation")
        self.by = WhoField(keeps=True)
        self.about, self.on = ChoiceBox(), QLineEdit()
        self.language = SegmentedControl(LANGUAGES)
        self.language.choose(Languages.current())
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(90)
        for name, field in (
            ("kind", self.kind),
            ("by", self.by),
            ("about", self.about),
            ("on", self.on),
            ("language", self.language),
            ("words", self.words),
        ):
            self.add_row(name, held(field) if isinstance(field, SegmentedControl) else field)
        self.column.addStretch(1)
        self.about.activated.connect(self._fit)
        self.by.unknown.connect(self._unknown)
        self.retranslate()

    def begin(self, state: State, matters: Sequence[Matter], by: str = "") -> None:
        """Take a statement on one of *matters*; *by* (an id) is who has the floor."""
        self._matters = [
            each for each in matters if each.kind in ("amendment", "node", "free") and not each.other
        ]
        self.about.clear()
        for matter in self._matters:
            self.about.addItem(matter.words)
        self.by.show_assembly(state.assembly)
        self.by.clear()
        if by:
            self.by.take_id(by)
        self.on.clear()
        self.words.clear()
        self.language.choose(Languages.current())
        self.clear_problems()
        self._fit()

    def filled_in(self) -> dict[str, str]:
        """What is filled in beside the words, as :meth:`take_up` takes it."""
        return {
            "kind": self.kind.selection[0],
            "by": self.by.taken.who if self.by.taken is not None else "",
            "about": self.matter.key,
            "on": self.on.text(),
            "language": self.language.selection[0],
        }

    def take_up(self, words: str, filled: Mapping[str, Any]) -> None:
        """Fill in what was left unsaved; a matter that is not offered any more is left as it is."""
        if filled.get("kind") in _KINDS:
            self.kind.choose(str(filled["kind"]))
        if filled.get("by"):
            self.by.take_id(str(filled["by"]))
        keys = [matter.key for matter in self._matters]
        if filled.get("about") in keys:
            self.about.setCurrentIndex(keys.index(str(filled["about"])))
        if filled.get("language") in LANGUAGES:
            self.language.choose(str(filled["language"]))
        self.on.setText(str(filled.get("on", "")))
        self.words.setPlainText(words)
        self._fit()
        self.words.setFocus()

    def take_focus(self) -> None:
        """Give the focus to the first field that is empty."""
        (self.words if self.by.taken is not None else self.by.line).setFocus()

    @property
    def matter(self) -> Matter:
        """What the statement is on."""
        at = self.about.currentIndex()
        return self._matters[at] if 0 <= at < len(self._matters) else Matter("free")

    @Slot()
    def _fit(self, _at: int = 0) -> None:
        self.rows["on"].setVisible(self.matter.needs_words)

    @Slot(str)
    def _unknown(self, words: str) -> None:
        self.rows["by"].set_problem(tr("“{who}” is nobody on the list of participants.", who=words))

    def attempt(self) -> None:
        """Ask for the statement to be recorded."""
        self.clear_problems()
        matter = self.matter
        if self.by.taken is None:
            self.by.take()
        if self.by.taken is None:
            if not self.by.line.text().strip():
                self.rows["by"].set_problem(tr("Say whose statement it is."))
            self.by.setFocus()
            return
        if matter.needs_words and not self.on.text().strip():
            self.rows["on"].set_problem(tr("Say what it is about."))
            self.on.setFocus()
            return
        self.asked.emit(
            RecordStatement(
                by=self.by.taken.behalf or self.by.taken.who,
                kind=self.kind.selection[0],  # type: ignore[arg-type]
                amendment=matter.id if matter.kind == "amendment" else "",
                node=matter.id if matter.kind == "node" else "",
                text_id=matter.text_id,
                on=self.on.text() if matter.needs_words else "",
                text=typed(self.words),
                language=self.language.selection[0],  # type: ignore[arg-type]
            )
        )

    def show_refusal(self, refusal: Refusal) -> bool:
        """Say the refusal at the field that it is about."""
        row = "by" if refusal.rule in ("unknown_actor", "actor") else "about"
        self.rows[row].set_problem(say(refusal.reason))
        self.rows[row].field.setFocus()
        return True

    def retranslate(self) -> None:
        """Put every word of the form anew."""
        language = Languages.current()
        self.set_heading(tr("Statement for the record"), tr("Record"))
        kinds = {kind: capitalized(term("statement", kind, "record", language)) for kind in _KINDS}
        self.kind.set_words(tr("Kind of statement"), kinds)
        self.language.set_words(tr("Language"), {code: code.capitalize() for code in LANGUAGES}, NAMES)
        self.rows["kind"].set_words(tr("Kind of statement"))
        self.rows["by"].set_words(tr("Made by"))
        self.by.set_words(tr("A few letters of the name, Enter"))
        self.rows["about"].set_words(tr("On"))
        self.rows["on"].set_words(tr("What it is about"))
        self.rows["language"].set_words(tr("Language"))
        self.rows["words"].set_words(tr("Words"), tr("May stay empty: then only the fact is recorded."))
