"""Renumbering the text: the table old → new is shown before it is done."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consult_app.drafting.deciding.settling import Renumber, TextRenumbered
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.wordings.wording import words
from consult_app.meetings.acts import Context, stamp
from consult_app.meetings.reasons import N_, Refused
from consult_app.state import State, decide
from consult_app.ui.chosen_text import chosen_id, chosen_text
from consult_app.ui.language import Languages, Retranslating, say, tr, tr_n
from consult_app.ui.look.scaled import hold
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.lists import Column, ListModel, ListTable

Renumbered = tuple[str, str, str, str]
"""A node, its label before, its label after ("" for one that is left out), its first words."""

_FIRST_WORDS = 60


class Renumbering(Retranslating, QWidget):
    """A button; pressed, the table of what would become of each label, and the button that does it.

    Signals: ``asked(Renumber)``.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._seq = 0
        self.button = QuietButton()
        self.said = Label("", wrap=True)
        self.model: ListModel[Renumbered] = ListModel(
            (
                Column[Renumbered](N_("Now"), lambda row: row[1], width=96, strong=True),
                Column[Renumbered](N_("Then"), lambda row: row[2] or tr("left out"), width=96),
                Column[Renumbered](N_("First words"), lambda row: row[3]),
            ),
            lambda row: row[0],
        )
        self.table: ListTable[Renumbered] = ListTable(self.model)
        hold(self.table, high=220)
        self.table.setSortingEnabled(False)
        self.do_button, self.leave_button = PrimaryButton(), QuietButton()
        self._panel = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self.button)
        first.addStretch(1)
        panel = QVBoxLayout(self._panel)
        panel.setContentsMargins(0, 0, 0, 0)
        panel.setSpacing(8)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.leave_button)
        last.addWidget(self.do_button)
        panel.addWidget(self.said)
        panel.addWidget(self.table)
        panel.addLayout(last)
        column.addLayout(first)
        column.addWidget(self._panel)
        self._panel.hide()
        self.button.clicked.connect(self.show_table)
        self.leave_button.clicked.connect(self.leave)
        self.do_button.clicked.connect(self._do)
        self.retranslate()

    def offer(self, state: State | None, seq: int) -> None:
        """Know the *state* after row *seq*; a table that is shown is made anew."""
        self._state, self._seq = state, seq
        text = chosen_text(state.drafting) if state is not None else None
        self.setVisible(text is not None and not text.adopted)
        if not self._panel.isHidden():
            self._fill()

    def show_table(self) -> None:
        """Show what would become of each label."""
        self._fill()
        self._panel.show()
        (self.table if self.model.rows else self.leave_button).setFocus()

    def _fill(self) -> None:
        if self._state is None or not self._state.drafting.texts:
            return
        now = stamp(datetime.now(UTC))
        rows: list[Renumbered] = []
        try:
            trial = decide(self._state, self._command(), Context(self._seq + 1, now))
        except Refused as refused:
            self.said.setText(say(refused.reason))
        else:
            [event] = [each for each in trial.events if isinstance(each, TextRenumbered)]
            rows = _rows(self._state.drafting.texts[event.text_id], event)
            followed = tr_n("{n} reference follows.", "{n} references follow.", len(event.written))
            said = tr_n("{n} label would change.", "{n} labels would change.", len(rows))
            self.said.setText(f"{said} {followed}" if event.written else said)
        self.model.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.do_button.setVisible(bool(rows))

    def leave(self) -> None:
        """Put the table away."""
        self._panel.hide()
        self.button.setFocus()

    def _do(self) -> None:
        self.leave()
        self.asked.emit(self._command())

    def _command(self) -> Renumber:
        return Renumber(text_id=chosen_id(self._state.drafting) if self._state is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc puts the table away."""
        if event.key() == Qt.Key.Key_Escape and not self._panel.isHidden():
            self.leave()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.button.set_words(tr("Renumber…"))
        self.do_button.set_words(tr("Renumber"))
        self.leave_button.set_words(tr("Leave"), "Esc")
        self.table.setAccessibleName(tr("Labels before and after"))
        self.model.say_again()
        if not self._panel.isHidden():
            self._fill()


def _rows(text: Text, event: TextRenumbered) -> list[Renumbered]:
    language = Languages.current()
    order = {node: at for at, node in enumerate(text.tree.walk())}
    out = []
    for node, (before, after) in event.table.items():
        found = text.nodes.get(node)
        if found is not None:
            said = words(found.text(language) or found.text(found.original))[:_FIRST_WORDS]
            out.append((node, before, after, said))
    return sorted(out, key=lambda row: order.get(row[0], len(order)))
