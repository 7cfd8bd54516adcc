"""Until when amendments are received: open or closed, and the deadline, set in place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consult_app.drafting.handing_in.window import CloseAmendments, OpenAmendments, SetDeadline
from consult_app.drafting.text.nodes import Text
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.fields import ChoiceBox, DateField
from consult_app.ui.stamps import stamp


class AmendmentsWindow(Retranslating, QWidget):
    """Signals: ``asked(command)`` to open or close amendments, or to set the deadline."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._text: Text | None = None
        self.standing = Label("", wrap=True)
        self.open_button = QuietButton()
        self.close_button = QuietButton()
        self.deadline_button = QuietButton()
        self.day = DateField()
        self.time = ChoiceBox()
        self.set_button = PrimaryButton()
        self.lift_button = QuietButton()
        self._setting = QWidget()
        self._lay_out()
        self.open_button.clicked.connect(lambda: self.asked.emit(OpenAmendments(text_id=self._text_id)))
        self.close_button.clicked.connect(lambda: self.asked.emit(CloseAmendments(text_id=self._text_id)))
        self.deadline_button.clicked.connect(self.ask_deadline)
        self.set_button.clicked.connect(self._set)
        self.lift_button.clicked.connect(self._lift)
        self.retranslate()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.open_button, self.close_button, self.deadline_button):
            acts.addWidget(button)
        acts.addStretch(1)
        setting = QHBoxLayout(self._setting)
        setting.setContentsMargins(0, 0, 0, 0)
        setting.setSpacing(8)
        setting.addWidget(self.day, 2)
        setting.addWidget(self.time, 1)
        setting.addWidget(self.lift_button)
        setting.addWidget(self.set_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.standing)
        column.addLayout(acts)
        column.addWidget(self._setting)
        self._setting.hide()

    def show_text(self, text: Text | None) -> None:
        """Show until when amendments to *text* are received; nothing without a text."""
        self._text = text
        self.setVisible(text is not None and not text.adopted)
        if text is None:
            return
        self.standing.setText(window_words(text, datetime.now(UTC)))
        not_opened = text.state == "office_draft"
        self.open_button.setVisible(text.amendments_closed or not_opened)
        self.close_button.setVisible(not text.amendments_closed)
        self.lift_button.setVisible(bool(text.deadline))

    @property
    def _text_id(self) -> str:
        return self._text.id if self._text is not None else ""

    def ask_deadline(self) -> None:
        """Offer the deadline that is set, else six in the evening of tomorrow."""
        text = self._text
        at = datetime.now().astimezone().replace(hour=18, minute=0) + timedelta(days=1)
        if text is not None and text.deadline:
            at = datetime.fromisoformat(text.deadline).astimezone()
        self.day.setDate(QDate(at.year, at.month, at.day))
        said = f"{at:%H:%M}"
        self.time.clear()
        # every half-hour, and the time that was set from elsewhere
        self.time.addItems(sorted({said, *(f"{half // 2:02}:{half % 2 * 30:02}" for half in range(48))}))
        self.time.setCurrentText(said)
        self._setting.show()
        self.day.setFocus()

    @property
    def chosen(self) -> str:
        """The moment in the fields, as the command takes it (local time)."""
        return f"{self.day.date().toString(Qt.DateFormat.ISODate)}T{self.time.currentText()}"

    def _set(self) -> None:
        self._leave()
        self.asked.emit(SetDeadline(at=self.chosen, text_id=self._text_id))

    def _lift(self) -> None:
        self._leave()
        self.asked.emit(SetDeadline(at="", text_id=self._text_id))

    def _leave(self) -> None:
        self._setting.hide()
        self.deadline_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: in the fields of the deadline Enter sets it and Esc leaves them."""
        if self._setting.isHidden():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._set()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.open_button.set_words(tr("Open amendments"))
        self.close_button.set_words(tr("Close amendments"))
        self.deadline_button.set_words(tr("Deadline…"))
        self.day.setAccessibleName(tr("Day of the deadline"))
        self.time.setAccessibleName(tr("Time of the deadline"))
        self.set_button.set_words(tr("Set the deadline"))
        self.lift_button.set_words(tr("No deadline"))
        self.show_text(self._text)


def window_words(text: Text, now: datetime) -> str:
    """Return in one sentence whether amendments to *text* are received at the time *now*."""
    if text.amendments_closed:
        return tr("Amendments are closed; a late one needs the consent of the meeting.")
    if text.state == "office_draft" and not text.deadline:
        return tr("Amendments are not open yet; the first one that is handed in opens them.")
    if not text.deadline:
        return tr("Amendments are received; no deadline is set.")
    if now > datetime.fromisoformat(text.deadline):
        return tr("The deadline for amendments was {time}.", time=stamp(text.deadline))
    return tr("Amendments are received until {time}.", time=stamp(text.deadline))
