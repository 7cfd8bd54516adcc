"""The sort code of the amendment at hand, and why the program cannot place it, where it cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from consult_app.drafting.amendments.conflicts import cannot_place
from consult_app.drafting.deciding.ordering import SetSortCode
from consult_app.meetings.reasons import Message
from consult_app.state import State
from consult_app.ui.language import Retranslating, say, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Label, PrimaryButton
from consult_app.ui.parts.lines import BrokenLine

#: before what needs a person; never by colour alone
WARNING = "⚠"
_LONGEST = 8


def unplaced(state: State) -> dict[str, Message]:
    """Return by amendment why it cannot be placed, through all texts of the meeting. In a group's file
    nothing is placed: the order of discussion is the secretariat's."""
    drafting = state.drafting
    if state.given is not None:
        return {}
    return {
        name: why for text in drafting.texts.values() for name, why in cannot_place(drafting, text).items()
    }


class Coding(Retranslating, QWidget):
    """One line: what is open about the place of the amendment, and the field for its code.

    Signals: ``asked(SetSortCode)`` when a code is to be recorded; ``left()`` when the field was left
    with Esc.
    """

    asked = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._amendment = ""
        self.why = Label("problem", wrap=True)
        self.name = Label("dim")
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self.name.setBuddy(self.field)
        self.keep = PrimaryButton()
        line = BrokenLine(8)
        line.add(self.why, 1)
        line.add_stretch()
        for widget in (self.name, self.field, self.keep):
            line.add(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line)
        self.keep.clicked.connect(self._keep)
        Theme.instance().changed.connect(self._fit)
        self.hide()
        self.retranslate()

    def show_amendment(self, state: State, amendment: str) -> None:
        """Be about the amendment with this id; out of sight for one that is disposed of, or none."""
        found = state.drafting.amendments.get(amendment)
        other = amendment != self._amendment
        self._state, self._amendment = state, amendment
        self.setVisible(found is not None and found.pending)
        if found is None:
            return
        if other or not self.field.hasFocus():
            self.field.setText(found.sort_code)
        why = unplaced(state).get(amendment)
        self.why.setText(f"{WARNING} {say(why)}" if why is not None else "")
        self.why.setVisible(why is not None)
        said = tr("Sort code of {number}", number=found.number)
        self.name.setText(said)
        self.field.setAccessibleName(said)
        self.field.setAccessibleDescription(say(why) if why is not None else "")

    def begin(self) -> None:
        """Put the cursor into the field."""
        if self.isVisible():
            self.field.setFocus()
            self.field.selectAll()

    @Slot()
    def _fit(self) -> None:
        hint = self.field.fontMetrics().horizontalAdvance(self.field.placeholderText())
        self.field.setFixedWidth(max(fonts.pixels(92), hint + fonts.pixels(24)))

    def _keep(self) -> None:
        if self._amendment:
            self.asked.emit(SetSortCode(amendment=self._amendment, code=self.field.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Enter records the code, Esc puts the old one back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            if self._state is not None and self._amendment in self._state.drafting.amendments:
                self.field.setText(self._state.drafting.amendments[self._amendment].sort_code)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.field.setPlaceholderText(tr("such as M1"))
        self._fit()
        self.keep.set_words(tr("Set the code"))
        if self._state is not None:
            self.show_amendment(self._state, self._amendment)
