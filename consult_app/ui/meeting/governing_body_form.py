"""The fields of the Governing Body paper: its cover, and the words that nothing in the record gives."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from consult_app.desk import Refusal
from consult_app.journal.jottings import Scratch
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.governing_body_paper import ACTS, GoverningBodyPaper
from consult_app.meetings.papers.governing_body import SetGoverningBodyPaper
from consult_app.meetings.reasons import N_
from consult_app.publishing.governing_body import forms
from consult_app.publishing.governing_body.paper import title_words
from consult_app.state import State
from consult_app.ui.dates import field_format
from consult_app.ui.forms.filled import value_of
from consult_app.ui.forms.kept_form import KeptForm
from consult_app.ui.language import NAMES, Languages, Retranslating, language_label, say, tr
from consult_app.ui.leaving import Leaving
from consult_app.ui.look.scaled import hold
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton, SegmentedControl
from consult_app.ui.parts.fields import ChoiceBox, DateField, typed
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import Card, FormRow
from consult_app.ui.parts.ticks import TickBox

_LINES: Final = {
    "title": N_("Title of the document"),
    "segment": N_("Segment"),
    "strategic_objective": N_("Relevant strategic objective"),
    "outcome": N_("Main relevant outcome"),
    "policy": N_("Policy implications"),
    "legal": N_("Legal implications"),
    "financial": N_("Financial implications"),
    "follow_up": N_("Follow-up action required"),
    "author_unit": N_("Author unit"),
}
_PARAGRAPHS: Final = {
    "purpose": N_("Purpose of the document"),
    "background": N_("Background"),
    "draft_decision": N_("Draft decision"),
}
_HELP: Final = {
    "policy": N_("{follow_up}, {background} and {decision} become the numbers of those paragraphs."),
    "purpose": N_("Left empty, it is derived from the meeting and the draft decision."),
    "background": N_("An empty line begins a new paragraph."),
    "draft_decision": N_("Left empty, it is made of the acts ticked below."),
}
_ACTS: Final = {
    "take_note": N_("Take note of the report and of the text"),
    "endorse": N_("Endorse the priorities for action"),
    "authorize_publication": N_("Authorize publication"),
    "request_communication": N_("Have the text communicated"),
    "request_bear_in_mind": N_("Have the recommendations borne in mind"),
}
_ACTIONS: Final = {
    "decision": N_("For decision"),
    "discussion": N_("For discussion"),
    "information": N_("For information"),
}
_WORDED: Final = (*_LINES, *_PARAGRAPHS)
_NEVER: Final = QDate(1900, 1, 1)
_TALL: Final = 76


class GoverningBodyForm(Retranslating, KeptForm, Card):
    """The form. Signals: ``asked(SetGoverningBodyPaper)`` with what was changed."""

    what = "governing body"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state = State()
        self._typed: dict[tuple[str, str], str] = {}
        self._filling = False
        self.heading, self.about = Label("heading"), Label("dim", wrap=True)
        self.symbol, self.unit, self.related = QLineEdit(), QLineEdit(), QLineEdit()
        self.month, self.date = DateField(), DateField()
        self.original, self.action = ChoiceBox(), ChoiceBox()
        self.language = SegmentedControl(LANGUAGES)
        self.language.choose(Languages.current())
        self.lines = {name: QLineEdit() for name in _LINES}
        self.paragraphs = {name: QPlainTextEdit() for name in _PARAGRAPHS}
        self.acts = {act: TickBox(wraps=True) for act in ACTS}
        self.keep, self.back = PrimaryButton(), QuietButton()
        fields: dict[str, QWidget] = {
            "symbol": self.symbol,
            "session_month": self.month,
            "date": self.date,
            "original": self.original,
            "action": self.action,
            "unit": self.unit,
            "related": self.related,
            **self.lines,
            **self.paragraphs,
        }
        self.rows = {name: FormRow(field) for name, field in fields.items()}
        for dated in (self.month, self.date):
            # the earliest day stands for "not known yet" and is shown as such
            dated.setMinimumDate(_NEVER)
        for words in self.paragraphs.values():
            words.setTabChangesFocus(True)
            hold(words, high=_TALL)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_state(self._state)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, name in enumerate(("symbol", "session_month", "date", "action", "original", "unit")):
            grid.addWidget(self.rows[name], at // 3, 2 * (at % 3), 1, 2)
        grid.addWidget(self.rows["related"], 2, 0, 1, 6)
        chosen = QHBoxLayout()
        chosen.addWidget(self.language)
        chosen.addStretch(1)
        grid.addLayout(chosen, 3, 0, 1, 6)
        grid.addWidget(self.rows["title"], 4, 0, 1, 6)
        for at, name in enumerate(each for each in _LINES if each != "title"):
            grid.addWidget(self.rows[name], 5 + at // 2, 3 * (at % 2), 1, 3)
        for at, name in enumerate(_PARAGRAPHS):
            grid.addWidget(self.rows[name], 10 + at, 0, 1, 6)
        for at, box in enumerate(self.acts.values()):
            grid.addWidget(box, 14 + at // 2, 3 * (at % 2), 1, 3)
        for each in range(6):
            grid.setColumnStretch(each, 1)
        head = BrokenLine(8)
        head.add(self.heading, 1)
        head.add(self.back)
        head.add(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(self.about)
        column.addLayout(grid)

    def _connect(self) -> None:
        for line in (self.symbol, self.unit, self.related):
            line.textEdited.connect(self._look)
        for line in self.lines.values():
            line.textEdited.connect(self._note)
        for words in self.paragraphs.values():
            words.textChanged.connect(self._note)
        for dated in (self.month, self.date):
            dated.dateChanged.connect(self._look)
        for choice in (self.original, self.action):
            choice.activated.connect(self._look)
        for box in self.acts.values():
            box.toggled.connect(self._look)
        self.language.chosen.connect(self._show_words)
        self.keep.clicked.connect(self.attempt)
        self.back.clicked.connect(self.give_up)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.attempt)

    @property
    def _paper(self) -> GoverningBodyPaper:
        return self._state.assembly.governing_body

    def show_state(self, state: State) -> None:
        """Show what is recorded in *state*; what a person has typed and not kept yet stays."""
        waiting = self.changed() is not None
        self._state = state
        if not waiting:
            self._fill()
        self._look()

    def give_up(self) -> None:
        """Put back what is recorded; what was typed can be brought back."""
        Leaving.say()
        self.put_back()

    def put_back(self) -> None:
        """Give up what was typed and show what is recorded."""
        self._fill()
        self.rows["symbol"].set_problem("")
        self._look()

    def _fill(self) -> None:
        paper = self._paper
        self._filling = True
        self._typed = {}
        self.symbol.setText(paper.symbol)
        self.unit.setText(paper.unit)
        self.related.setText("; ".join(paper.related))
        self.month.setDate(_day(f"{paper.session_month}-01" if paper.session_month else ""))
        self.date.setDate(_day(paper.date))
        self.original.setCurrentIndex(max(0, self.original.findData(paper.original)))
        self.action.setCurrentIndex(max(0, self.action.findData(paper.action)))
        for act, box in self.acts.items():
            box.setChecked(act in paper.acts)
        self._filling = False
        self._show_words()

    def _show_words(self, _language: str = "") -> None:
        """Show the words of the language chosen: as typed, else as recorded."""
        self._filling = True
        code = self.language.selection[0]
        for name, line in self.lines.items():
            line.setText(self._words(name, code))
            line.setCursorPosition(0)
        for name, words in self.paragraphs.items():
            words.setPlainText(self._words(name, code))
        self.lines["title"].setPlaceholderText(title_words(self._state, code))
        self.lines["title"].setToolTip(self.lines["title"].placeholderText())
        for name in ("policy", "legal", "financial"):
            self.lines[name].setPlaceholderText(forms.NONE[code])
        self._filling = False
        self._look()

    def _words(self, name: str, code: str) -> str:
        recorded: dict[str, str] = getattr(self._paper, name)
        return self._typed.get((name, code), recorded.get(code, ""))

    def _note(self) -> None:
        """Keep what is typed, so that another language can be looked at in between."""
        if self._filling:
            return
        code = self.language.selection[0]
        said = {name: line.text() for name, line in self.lines.items()}
        said |= {name: typed(words) for name, words in self.paragraphs.items()}
        for name, words_ in said.items():
            recorded: dict[str, str] = getattr(self._paper, name)
            if words_.strip() == recorded.get(code, ""):
                self._typed.pop((name, code), None)
            else:
                self._typed[name, code] = words_
        self._look()

    def changed(self) -> SetGoverningBodyPaper | None:
        """Return the Command for what differs from the record, None where nothing does."""
        paper = self._paper
        related = tuple(each.strip() for each in self.related.text().split(";") if each.strip())
        acts = tuple(act for act, box in self.acts.items() if box.isChecked())
        found: dict[str, object] = {
            "symbol": self.symbol.text().strip(),
            "unit": self.unit.text().strip(),
            "session_month": _iso(self.month)[:7],
            "date": _iso(self.date),
            "original": self.original.currentData() or "",
            "action": self.action.currentData() or "decision",
            "related": related,
            "acts": acts,
        }
        asked = {name: value for name, value in found.items() if value != getattr(paper, name)}
        worded: dict[str, dict[str, str]] = {}
        for (name, code), words in self._typed.items():
            worded.setdefault(name, {})[code] = words.strip()
        asked |= worded
        return SetGoverningBodyPaper(**asked) if asked else None  # type: ignore[arg-type]

    def kept_fields(self) -> dict[str, QWidget]:
        """Return the fields that are the same in every language."""
        return {
            "symbol": self.symbol,
            "unit": self.unit,
            "related": self.related,
            "month": self.month,
            "date": self.date,
            "original": self.original,
            "action": self.action,
            **{f"acts.{act}": box for act, box in self.acts.items()},
        }

    def filled(self) -> dict[str, Any]:
        """Return what stands in the fields; the words of the paper that were typed in each language."""
        filled = {name: value_of(field) for name, field in self.kept_fields().items()}
        return filled | {f"{name}/{code}": words for (name, code), words in self._typed.items()}

    def as_begun(self) -> dict[str, Any]:
        """Return what is recorded, by field: that is what a person begins with."""
        paper = self._paper
        month = f"{paper.session_month}-01" if paper.session_month else ""
        worded = {(name, code): getattr(paper, name).get(code, "") for name in _WORDED for code in NAMES}
        return {
            "symbol": paper.symbol,
            "unit": paper.unit,
            "related": "; ".join(paper.related),
            "month": _day(month).toString("yyyy-MM-dd"),
            "date": _day(paper.date).toString("yyyy-MM-dd"),
            "original": paper.original or "",
            "action": paper.action,
            **{f"acts.{act}": act in paper.acts for act in self.acts},
            **{f"{name}/{code}": words for (name, code), words in worded.items()},
        }

    def words_of(self, name: str) -> str:
        """Return what a person reads in the field of that *name*."""
        part, slash, code = name.partition("/")
        return self._typed.get((part, code), "").strip() if slash else super().words_of(name)

    def put_filled(self, name: str, value: Any) -> None:
        """Put *value* into the field of that *name*; words of the paper into their language."""
        part, slash, code = name.partition("/")
        if slash:
            self._typed[part, code] = str(value)
        else:
            super().put_filled(name, value)

    def take_up_found(self, found: Scratch) -> bool:
        """Go on with what was found, in the language in which most recently something was typed."""
        fields, before = found.extra.get("fields", {}), found.extra.get("began", {})
        begun = self.as_begun()
        for name, value in fields.items():
            if name in begun:
                self.put_filled(name, value)
        spoken = [code for _name, code in self._typed]
        if spoken and self.language.selection[0] not in spoken:
            self.language.choose(spoken[-1])
        self._show_words()
        return all(begun.get(name) == before.get(name) for name in fields)

    def attempt(self) -> None:
        """Ask for what was changed to be recorded."""
        command = self.changed()
        if command is not None:
            self.rows["symbol"].set_problem("")
            self.asked.emit(command)

    def kept(self) -> None:
        """Take note that what was typed is recorded now."""
        self._typed = {}
        self.put_back()

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal beside the symbol, if it is about one."""
        if refusal.rule != "symbol":
            return False
        self.rows["symbol"].set_problem(say(refusal.reason))
        self.symbol.setFocus()
        return True

    def _look(self, _changed: object = None) -> None:
        if self._filling:
            return
        differs = self.changed() is not None
        self.keep.setEnabled(differs)
        self.back.setEnabled(differs)

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        self.heading.setText(tr("Governing Body paper"))
        self.setAccessibleName(tr("Governing Body paper"))
        self.about.setText(
            tr("What is left empty is derived from the meeting, or left blank in a provisional paper.")
        )
        self.rows["symbol"].set_words(tr("Symbol"), tr("For example GB.359/POL/3"))
        self.rows["session_month"].set_words(tr("Month of the session"))
        self.rows["date"].set_words(tr("Date of the paper"))
        self.rows["original"].set_words(tr("Original language"))
        self.rows["action"].set_words(tr("Submitted for"))
        self.rows["unit"].set_words(tr("Acronym of the author unit"), tr("Part of the name of the file."))
        self.rows["related"].set_words(
            tr("Related documents"),
            tr("Symbols, with semicolons between; left empty, those of the register."),
        )
        for name, words in (_LINES | _PARAGRAPHS).items():
            self.rows[name].set_words(tr(words), tr(_HELP[name]) if name in _HELP else "")
        for act, box in self.acts.items():
            box.setText(tr(_ACTS[act]))
        self.language.set_words(tr("Language of the words"), dict(NAMES))
        self.original.fill({"": tr("That of the text")} | {code: language_label(code) for code in NAMES})
        self.action.fill({key: tr(words) for key, words in _ACTIONS.items()})
        self.keep.set_words(tr("Keep the changes"), "Ctrl+Return")
        self.back.set_words(tr("Revert"))
        self.back.setToolTip(tr("Go back to what is recorded"))
        for dated, form in ((self.month, field_format(day=False)), (self.date, field_format())):
            dated.setLocale(Languages.locale())
            dated.setDisplayFormat(form)
            dated.setSpecialValueText(tr("not known yet"))


def _day(text: str) -> QDate:
    return QDate.fromString(text, "yyyy-MM-dd") if text else _NEVER


def _iso(field: DateField) -> str:
    when = field.date()
    return "" if when == _NEVER else when.toString("yyyy-MM-dd")
