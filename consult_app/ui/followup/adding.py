"""The form that puts an action into the register: a passage of the text, or words of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consult_app.desk import Refusal
from consult_app.drafting.follow_up.by_hand import AddAction
from consult_app.drafting.follow_up.commitments import plain_words
from consult_app.drafting.follow_up.register import candidates, register, roles
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import labels
from consult_app.meetings.people.countries import simple
from consult_app.state import State
from consult_app.ui.forms.kept_form import begins
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import NAMES, Languages, say, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import Scaled, hold
from consult_app.ui.parts.controls import Label, SegmentedControl
from consult_app.ui.parts.fields import SearchField, typed
from consult_app.ui.parts.panels import Card, FormRow

PASSAGE, OWN_WORDS = "passage", "words"
_NODE: Final = Qt.ItemDataRole.UserRole


class AddingForm(SideForm):
    """Sentences that say who is to act come first, then what was taken out, then every other passage.

    Signals: ``asked(command)``.
    """

    what = "new action"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._text: Text | None = None
        self.which = SegmentedControl((PASSAGE, OWN_WORDS))
        self.which.choose(PASSAGE)
        self.search = SearchField()
        self.passages = QListWidget()
        self.passages.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.passages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.passages.setFrameShape(QFrame.Shape.NoFrame)
        self.problem = Label("problem", wrap=True)
        self.texts = {code: QPlainTextEdit() for code in NAMES}
        self._pages = QStackedWidget()
        self.column.addWidget(self.which)
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.passages.itemActivated.connect(self._activated)
        self.passages.currentItemChanged.connect(self._look)
        self.which.chosen.connect(self._choose)
        self.retranslate()
        Scaled(self.passages, self._fill)

    def _lay_out(self) -> None:
        found, own = QWidget(), QWidget()
        for page in (found, own):
            page.setProperty("surface", "clear")
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(2, 4, 2, 4)
        inner.addWidget(self.passages)
        column.addWidget(framed, 1)
        column = QVBoxLayout(own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for code, field in self.texts.items():
            field.setTabChangesFocus(True)
            hold(field, high=84)
            self.rows[code] = FormRow(field)
            column.addWidget(self.rows[code])
            field.textChanged.connect(self._look)
        column.addStretch(1)
        self._pages.addWidget(found)
        self._pages.addWidget(own)
        self.column.addWidget(self._pages, 1)
        self.column.addWidget(self.problem)

    @begins
    def begin(self, state: State, text: Text) -> None:
        """Offer what of *text* is not in the register of *state*; nothing is typed yet."""
        self._state, self._text = state, text
        self.search.clear()
        for field in self.texts.values():
            field.clear()
        self._fill()
        self._choose(PASSAGE if self._nodes() else OWN_WORDS)

    def put_filled(self, name: str, value: Any) -> None:
        """Put *value* into the field of that *name*."""
        if name == "which":
            self._choose(str(value[0]))
        else:
            super().put_filled(name, value)

    def take_up(self, which: str, texts: Mapping[str, str]) -> None:
        """Go on at *which* with the words of *texts*, by language."""
        self._choose(which)
        for code, field in self.texts.items():
            field.setPlainText(texts.get(code, ""))

    def keep_up(self, state: State, text: Text) -> None:
        """Offer what there is now; what was typed or chosen stays."""
        if state is not self._state:
            self._state, self._text = state, text
            self._fill()

    def clear(self) -> None:
        """Put away the meeting that was left."""
        self._state = self._text = None

    @property
    def node(self) -> str:
        """The node of the passage at hand, "" for none."""
        item = self.passages.currentItem()
        return str(item.data(_NODE) or "") if item is not None else ""

    def _choose(self, which: str) -> None:
        self.which.choose(which)
        passage = which == PASSAGE
        self._pages.setCurrentIndex(0 if passage else 1)
        (self.search if passage else self.texts[Languages.current()]).setFocus()
        self._look()

    def _look(self, *_: object) -> None:
        self.problem.hide()
        written = any(typed(field).strip() for field in self.texts.values())
        passage = self.which.selection == (PASSAGE,)
        self.accept_button.setEnabled(bool(self.node) if passage else written)

    def _activated(self, item: QListWidgetItem) -> None:
        if item.data(_NODE):
            self.attempt()

    def attempt(self) -> None:
        """Ask for the passage at hand, or for an action in the words typed."""
        if self._text is None or not self.accept_button.isEnabled():
            return
        if self.which.selection == (PASSAGE,):
            self.asked.emit(AddAction(node=self.node, text_id=self._text.id))
        else:
            said = {code: typed(field).strip() for code, field in self.texts.items()}
            self.asked.emit(AddAction(text={code: each for code, each in said.items() if each}))  # type: ignore[misc]

    def refused(self, refusal: Refusal) -> bool:
        """Say under the fields why it was not added."""
        self.problem.setText(say(refusal.reason))
        self.problem.show()
        return True

    # what is offered

    def _nodes(self) -> list[str]:
        items = (self.passages.item(at) for at in range(self.passages.count()))
        return [str(item.data(_NODE)) for item in items if item.data(_NODE)]

    def _fill(self, _typed: str = "") -> None:
        sought, kept = simple(self.search.text()).split(), self.node
        self.passages.blockSignals(True)
        self.passages.clear()
        for heading, lines in self._offered():
            shown = [(node, line) for node, line in lines if all(part in simple(line) for part in sought)]
            if shown:
                self._add_heading(heading)
            for node, line in shown:
                item = QListWidgetItem(line)
                item.setData(_NODE, node)
                item.setToolTip(line)
                item.setSizeHint(_line())
                self.passages.addItem(item)
        nodes = [str(self.passages.item(at).data(_NODE) or "") for at in range(self.passages.count())]
        first = next((at for at, node in enumerate(nodes) if node), -1)
        self.passages.setCurrentRow(nodes.index(kept) if kept and kept in nodes else first)
        self.passages.blockSignals(False)
        self._look()

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(_line())
        item.setFont(fonts.window(fonts.Size.SMALL, fonts.Weight.SEMIBOLD))
        self.passages.addItem(item)

    def _offered(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        state, text = self._state, self._text
        if state is None or text is None:
            return
        style = state.assembly.meeting.rules.numbering
        without = frozenset(node.id for node in text if node.deleted)
        named = labels(text.tree, text.adopted, style, without if text.adopted else frozenset())
        there = {action.node for action in register(state.drafting, text)}
        first: dict[str, str] = {}
        for each in candidates(state.drafting, text, style):
            first.setdefault(each.node, f"{named.get(each.node, each.id)}  {each.sentence}")
        yield tr("Sentences that say who is to act"), list(first.items())
        out: list[tuple[str, str]] = []
        others: list[tuple[str, str]] = []
        for node, role in roles(text).items():
            if role and node not in there and node not in first:
                own = text.nodes[node]
                said = plain_words(own.text(Languages.current()) or own.text(own.original))
                (out if role == "action" else others).append((node, f"{named.get(node, node)}  {said}"))
        yield tr("Taken out of the register"), out
        yield tr("Other paragraphs and items"), others

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Down leads from the search into the list, Enter there adds."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.passages.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.attempt()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word anew; what was typed stays."""
        self.set_heading(tr("Add an action"), tr("Add it"))
        self.which.set_words(
            tr("Where the action stands"),
            {PASSAGE: tr("In the text"), OWN_WORDS: tr("In no text")},
        )
        self.search.set_hint(tr("Label or words, for instance 5(ii)"))
        self.search.setAccessibleName(tr("Search the text"))
        self.passages.setAccessibleName(tr("Passages that are not in the register"))
        names = {"en": tr("Words in English"), "fr": tr("Words in French"), "es": tr("Words in Spanish")}
        for code, label in names.items():
            self.rows[code].set_words(label)
        self._fill()


def _line() -> QSize:
    return QSize(0, fonts.line_height(fonts.window()) + fonts.pixels(8))


__all__ = ["OWN_WORDS", "PASSAGE", "AddingForm"]
