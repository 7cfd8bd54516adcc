"""The chair's order of discussion: amendments are moved up and down, and the order recorded with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consult_app.desk import Refusal
from consult_app.drafting.amendments.order import in_order
from consult_app.drafting.deciding.ordering import SetOrder
from consult_app.state import State
from consult_app.ui.amendments.coding import WARNING, Coding, unplaced
from consult_app.ui.chosen_text import ChosenText, chosen_id, chosen_text
from consult_app.ui.language import Retranslating, say, tr, tr_n
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.text_chooser import TextChooser


class Ordering(Retranslating, QWidget):
    """The strip under the list while it stands in order of discussion.

    ``order`` holds the ids as they are shown, ``coding`` gives the one at hand a sort code. Signals:
    ``moved()`` when the order changed; ``asked(SetOrder)``; ``step_asked(by)`` by its two buttons.
    """

    moved = Signal()
    asked = Signal(object)
    step_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._chair: tuple[str, ...] = ()
        self.order: tuple[str, ...] = ()
        self.texts = TextChooser()
        self.standing = Label("dim", wrap=True)
        self.open = Label("problem", wrap=True)
        self.coding = Coding()
        self.up, self.down = QuietButton(), QuietButton()
        self.back = QuietButton()
        self.reason = QLineEdit()
        self.problem = Label("problem", wrap=True)
        self.keep, self.leave_button = PrimaryButton(), QuietButton()
        self._asking = QWidget()
        self._lay_out()
        self.up.clicked.connect(lambda: self.step_asked.emit(-1))
        self.down.clicked.connect(lambda: self.step_asked.emit(1))
        self.back.clicked.connect(lambda: self.asked.emit(self._command()))
        self.texts.asked.connect(ChosenText.instance().choose)
        self.keep.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.leave)
        self.retranslate()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.texts)
        acts.addWidget(self.standing, 1)
        for button in (self.back, self.up, self.down):
            acts.addWidget(button)
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(8)
        asking.addWidget(self.reason, 1)
        asking.addWidget(self.leave_button)
        asking.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(acts)
        column.addWidget(self.open)
        column.addWidget(self.coding)
        column.addWidget(self._asking)
        column.addWidget(self.problem)
        self._asking.hide()
        self.problem.hide()

    @property
    def unkept(self) -> bool:
        """Whether amendments were moved and the order is not recorded yet."""
        return not self._asking.isHidden()

    def outdated(self, state: State) -> bool:
        """Whether the chair has set another order than the one that is shown."""
        text = chosen_text(state.drafting)
        return text is not None and text.order != self._chair

    def show_state(self, state: State) -> None:
        """Take the order that stands in *state*; one that is being changed stays as long as it holds the
        same amendments."""
        self._state = state
        self.texts.offer(state.drafting)
        now, text = order_of(state), chosen_text(state.drafting)
        if not self.unkept or set(now) != set(self.order):
            self.order = now
            self._asking.hide()
        self._chair = text.order if text is not None else ()
        by_chair = bool(self._chair)
        self.standing.setText(
            tr("In the order set by the chair.") if by_chair else tr("In the order proposed.")
        )
        self.back.setVisible(by_chair)
        left = sum(each in self.order for each in unplaced(state))
        said = tr_n(
            "{n} amendment cannot be placed without a sort code.",
            "{n} amendments cannot be placed without a sort code.",
            left,
        )
        self.open.setText(f"{WARNING} {said}")
        self.open.setVisible(bool(left))
        for button in (self.up, self.down):
            button.setEnabled(len(self.order) > 1)

    def shift(self, amendment: str, by: int) -> None:
        """Move *amendment* *by* places; nothing happens at either end, or for one that is not shown."""
        if amendment not in self.order:
            return
        at = self.order.index(amendment)
        to = at + by
        if 0 <= to < len(self.order):
            rest = [each for each in self.order if each != amendment]
            self.order = (*rest[:to], amendment, *rest[to:])
            self._asking.show()
            self.moved.emit()

    def _keep(self) -> None:
        self.asked.emit(self._command(self.order, self.reason.text().strip()))

    def _command(self, order: tuple[str, ...] = (), reason: str = "") -> SetOrder:
        text_id = chosen_id(self._state.drafting) if self._state is not None else ""
        return SetOrder(amendments=order, reason=reason, text_id=text_id)

    def kept(self) -> None:
        """The order was recorded: the reason has been given."""
        self.reason.clear()
        self.problem.hide()
        self._asking.hide()

    def leave(self) -> None:
        """Go back to the order that stands."""
        self.kept()
        if self._state is not None:
            self.order = order_of(self._state)
            self.moved.emit()

    def refused(self, refusal: Refusal) -> bool:
        """Show under the reason what is in the way."""
        self.problem.setText(say(refusal.reason))
        self.problem.show()
        self.reason.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: in the reason Enter records the order and Esc gives it up."""
        if self.unkept and event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif self.unkept and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.up.set_words(tr("Earlier"), "Alt+Up")
        self.down.set_words(tr("Later"), "Alt+Down")
        self.back.set_words(tr("As proposed"))
        self.reason.setPlaceholderText(tr("Why the chair takes them in this order"))
        self.reason.setAccessibleName(tr("Reason for the order"))
        self.keep.set_words(tr("Set this order"))
        self.leave_button.set_words(tr("Leave"), "Esc")
        if self._state is not None:
            self.show_state(self._state)


def order_of(state: State) -> tuple[str, ...]:
    """The ids of the pending amendments to the text in order of discussion, without subamendments."""
    text = chosen_text(state.drafting)
    if text is None:
        return ()
    pending = [each for each in state.drafting.of_text(text.id) if each.pending and not each.subamendment]
    return tuple(each.id for each in in_order(state.drafting, text, pending))
