"""The buttons of the start page: what can be begun, with its key at the other edge."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from consult_app.ui.look.fonts import Size
from consult_app.ui.parts.controls import Button
from consult_app.ui.parts.entering import entered_on

_SIDE: Final = 16
"""What the sheet puts on each side of the words of a button on the rail: 14, and a frame of 2."""
_ARROWS: Final = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right))


class BeginButton(Button):
    """A wide button: words at its left edge, as the sheet has them, and the key at its right."""

    GAP: ClassVar[int] = 18
    HINT: ClassVar[Size] = Size.SMALL

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Enter presses; the page around decides where the arrows lead."""
        if event.key() in _ARROWS:
            event.ignore()
        elif not entered_on(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: Qt paints frame and words, which is done before the window's style is known here."""
        QPushButton.paintEvent(self, event)
        painter = QPainter(self)
        self.paint_hint(painter, self.rect().adjusted(_SIDE, 0, -_SIDE, 0))
        self.paint_ring(painter)


__all__ = ["BeginButton"]
