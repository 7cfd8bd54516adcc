"""Where a private note is written: the field, what is wrong, and the two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look.scaled import hold
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.fields import typed
from consult_app.ui.parts.lines import BrokenLine


class _Field(QPlainTextEdit):
    """Lines of words; Tab leaves the field, Ctrl+Enter and Esc belong to whoever holds it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        down = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (enter and down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class NoteWriting(Retranslating, QWidget):
    """A new note, or one that is being changed.

    Signals: ``kept()`` when the words are to be kept, ``given_up()`` when not.
    """

    kept = Signal()
    given_up = Signal()

    def __init__(self, side: int) -> None:
        super().__init__()
        self._changing = False
        self._title = Label("strong")
        self.field = _Field()
        hold(self.field, high=92)
        self._problem = Label("problem", wrap=True)
        self.leave_button, self.keep_button = QuietButton(), PrimaryButton()
        buttons = BrokenLine(6)
        buttons.add_stretch()
        buttons.add(self.leave_button)
        buttons.add(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, 8, side, 12)
        column.setSpacing(6)
        for widget in (self._title, self.field, self._problem):
            column.addWidget(widget)
        column.addWidget(buttons)
        self._problem.hide()
        self.keep_button.clicked.connect(self.kept)
        self.leave_button.clicked.connect(self.given_up)
        self.retranslate()

    @property
    def words(self) -> str:
        """What stands in the field."""
        return typed(self.field)

    def begin(self, words: str, *, changing: bool = False) -> None:
        """Have *words* in the field: of a new note, or of one that is *changing*."""
        self._changing = changing
        self.field.setPlainText(words)
        self.say_problem("")
        self.retranslate()

    def say_problem(self, words: str) -> None:
        """Say what is wrong; "" when nothing is."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    @property
    def problem(self) -> str:
        """What is said to be wrong."""
        return "" if self._problem.isHidden() else self._problem.text()

    def retranslate(self) -> None:
        """Set every word anew."""
        said = tr("Change the note") if self._changing else tr("New note")
        self._title.setText(said)
        self.field.setAccessibleName(said)
        self.leave_button.set_words(tr("Cancel") if self._changing else tr("Close"), "Esc")
        self.keep_button.set_words(tr("Keep"), "Ctrl+Return")
