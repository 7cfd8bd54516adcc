"""Fields for counted hands and papers: whole numbers, typed, an empty field counting as none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import Scaled
from consult_app.ui.parts.controls import set_property

_HINT: Final = "\u2013"
"""What stands in an empty field: no figure, so that it is never taken for a count that was typed."""


class NumberField(QLineEdit):
    """A whole number from 0. Enter says that counting is done; the arrows lead to the rows around.

    Signals: ``counted()`` on Enter; ``step_asked(by)`` on Up and Down.
    """

    counted = Signal()
    step_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        digits = QRegularExpression("[0-9]{0,6}")
        self.setValidator(QRegularExpressionValidator(digits, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setPlaceholderText(_HINT)
        Scaled(self, self._fit)

    def _fit(self) -> None:
        self.setMinimumWidth(QFontMetrics(fonts.window()).horizontalAdvance("00000") + 18)

    @property
    def value(self) -> int:
        """What is typed, 0 where nothing is."""
        return int(self.text() or 0)

    def set_problem(self, words: str) -> None:
        """Mark the field as the one that *words* are about; "" when nothing is wrong."""
        set_property(self, "invalid", "true" if words else "false")
        self.setAccessibleDescription(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's override: what is typed next takes the place of what stands here."""
        super().focusInEvent(event)
        self.setPlaceholderText("")  # the caret beside it would read as another sign
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's override."""
        super().focusOutEvent(event)
        self.setPlaceholderText(_HINT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.counted.emit()
        elif event.key() in steps:
            self.step_asked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
