"""The head of the register: search, what it is held to, how much there is, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.drafting.amendments.actions import ACTORS, STATUSES
from consult_app.ui.followup import words
from consult_app.ui.followup.model import ALL, OPEN, ActionRow, filtered
from consult_app.ui.language import Retranslating, tr, tr_n
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton, set_property
from consult_app.ui.parts.fields import ChoiceBox, SearchField
from consult_app.ui.parts.lines import BrokenLine


class RegisterHead(Retranslating, QWidget):
    """Two lines above the table. Signals: ``narrowed()`` when search or filters changed; the buttons are
    the panel's to connect."""

    narrowed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "clear")
        self._rows: list[ActionRow] = []
        self.search = SearchField()
        self.actor, self.status, self.due = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.found, self.late = Label("small"), Label("small")
        set_property(self.late, "tone", "error")
        self.remove, self.export, self.add = QuietButton(), QuietButton(), PrimaryButton()
        first, second = BrokenLine(), BrokenLine()
        first.add(self.search, 1)
        for button in (self.remove, self.export, self.add):
            first.add(button)
        for box in (self.actor, self.status, self.due):
            box.setMinimumContentsLength(16)
            second.add(box)
            box.activated.connect(self.narrowed)
        second.add_stretch()
        second.add(self.late)
        second.add(self.found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(first)
        column.addWidget(second)
        self.search.textChanged.connect(self.narrowed)
        self.retranslate()

    def show_rows(self, rows: list[ActionRow]) -> None:
        """Offer what occurs in *rows* to hold the table to."""
        self._rows = rows
        self._offer()

    def left(self) -> list[ActionRow]:
        """Return the rows that search and filters leave, and say how many they are."""
        kept = filtered(
            self._rows,
            self.search.text(),
            self.actor.currentData() or ALL,
            self.status.currentData() or ALL,
            self.due.currentData() or ALL,
        )
        self.found.setText(
            tr_n("{n} action", "{n} actions", len(kept))
            if len(kept) == len(self._rows)
            else tr("{shown} of {all}", shown=len(kept), all=len(self._rows))
        )
        late = sum(row.band == "overdue" for row in kept)
        self.late.setText(tr_n("{n} overdue", "{n} overdue", late) if late else "")
        return kept

    def clear(self) -> None:
        """Hold the table to nothing any more."""
        self.search.clear()
        for box in (self.actor, self.status, self.due):
            box.setCurrentIndex(0)

    def _offer(self) -> None:
        present = {key for row in self._rows for key in row.actors}
        known = [key for key in ACTORS if key in present]
        others = sorted(present.difference(ACTORS), key=str.casefold)
        self.actor.fill({ALL: tr("Everybody")} | {key: words.actor_name(key) for key in (*known, *others)})
        names = words.status_names()
        self.status.fill(
            {ALL: tr("Any status"), OPEN: tr("Not yet closed")} | {key: names[key] for key in STATUSES}
        )
        self.due.fill(
            {
                ALL: tr("Any date"),
                "overdue": tr("Overdue"),
                "soon": tr("Due within three months"),
                "later": tr("Due later"),
                "undated": tr("Without a date"),
            }
        )

    def retranslate(self) -> None:
        """Set every word anew; what was chosen stays chosen."""
        self.search.set_hint(tr("Search by label, words, actor or unit"))
        self.search.setAccessibleName(tr("Search the follow-up"))
        self.actor.setAccessibleName(tr("Held to who is to act"))
        self.status.setAccessibleName(tr("Held to the status"))
        self.due.setAccessibleName(tr("Held to when it is due"))
        self.remove.set_words(tr("Remove"), "Del")
        self.export.set_words(tr("Export…"), "Ctrl+E")
        self.add.set_words(tr("Add an action"), "N")
        self._offer()


__all__ = ["RegisterHead"]
