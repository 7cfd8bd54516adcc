"""How many copies: a small field for a figure, stepped with the arrow keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from consult_app.ui.look.scaled import hold

_MOST: Final = 9999
_WIDTH: Final = 62


class CopiesField(QLineEdit):
    """A whole number, none when it is empty. Signals: ``counted(number)``."""

    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__("0")
        self.setValidator(QIntValidator(0, _MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        hold(self, wide=_WIDTH)
        self.textChanged.connect(lambda _words: self.counted.emit(self.value()))

    def value(self) -> int:
        """The number."""
        return int(self.text() or 0)

    def set_value(self, number: int) -> None:
        """Show *number*."""
        self.setText(str(min(max(number, 0), _MOST)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: up and down count."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.set_value(self.value() + step)
        else:
            super().keyPressEvent(event)


__all__ = ["CopiesField"]
