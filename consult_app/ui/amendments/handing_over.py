"""Which drafts of a group's file are handed over to the secretariat: those not handed over yet are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from consult_app.ui.amendments.changes_page import ChangesPage
from consult_app.ui.amendments.details import sentences
from consult_app.ui.language import Languages, number_said, tr, tr_n
from consult_app.ui.parts.ticks import TickBox
from consult_app.ui.whose_file import PREPARED, whose
from consult_app.words import term

if TYPE_CHECKING:
    from consult_app.drafting.amendments.amendment import Amendment
    from consult_app.state import State


def prepared(state: State) -> list[Amendment]:
    """Return the amendments of a group's file that can be handed over, in the order in which they were
    prepared."""
    return [each for each in state.drafting.amendments.values() if each.state in PREPARED]


class HandingOver(ChangesPage):
    """The choice. Signals: ``asked(ids)`` when the chosen amendments are to be handed over."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self.boxes: dict[str, TickBox] = {}
        self.retranslate()

    def begin(self, state: State) -> None:
        """Offer what *state* has, with what is not handed over yet ticked."""
        self.boxes = {}
        self.show_state(state)

    def show_state(self, state: State) -> None:
        """Offer what *state* has; what is ticked stays so."""
        self._state = state
        ticked = {each: box.isChecked() for each, box in self.boxes.items()}
        self.clear_changes()
        self.boxes = {}
        for at, amendment in enumerate(prepared(state)):
            number = number_said(amendment.number)
            how = term("state", amendment.state, "amendment", Languages.current())
            box = TickBox(number)
            box.setChecked(ticked.get(amendment.id, amendment.state == "draft"))
            lines = "\n".join(sentences(state, amendment))
            said = f"{lines}\n({how})" if amendment.state != "draft" else lines
            box.setAccessibleName(f"{number}: {lines}")
            box.toggled.connect(self._look)
            self.boxes[amendment.id] = box
            self.add_change(at, box, number, said)
        self._look()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the amendments that are ticked."""
        return tuple(each for each, box in self.boxes.items() if box.isChecked())

    def accept(self) -> None:
        """Ask for what is ticked to be handed over."""
        if self.chosen:
            self.asked.emit(self.chosen)

    def _look(self, _on: bool = False) -> None:
        self.accept_button.setEnabled(bool(self.chosen))
        self.changes_title.setText(
            tr_n("{n} amendment to hand over", "{n} amendments to hand over", len(self.chosen))
        )
        if self._state is not None:
            lines = (
                whose(self._state),
                tr("They are written into one file: bring it or send it to the secretariat."),
                tr("The drafts stay here. What is written anew afterwards is handed over again."),
            )
            self.facts.setText("\n\n".join(lines))
        self.show_warnings(())

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        said = tr("Hand over to the secretariat")
        self.heading.setText(said)
        self.setAccessibleName(said)
        self.side_title.setText(tr("What happens"))
        self.accept_button.set_words(tr("Write the file…"), "Ctrl+Return")
        for changes in (self.changes, self.listed):
            changes.setAccessibleName(tr("The drafts that are handed over"))
        if self._state is not None:
            self.show_state(self._state)
