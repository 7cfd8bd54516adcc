"""A large number on every screen for a few seconds, so that people can tell them apart."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Weight
from consult_app.ui.look.theme import Theme
from consult_app.ui.room.saying import screen_words
from consult_app.ui.room.screens import Screens

_MILLISECONDS: Final = 3000
_SIDE: Final = 360


class ScreenNumber(QWidget):
    """The number of one screen, in its middle. It takes no focus and goes by itself."""

    def __init__(self, number: int, screen: QScreen) -> None:
        super().__init__(
            None,
            Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._number, self._words = number, screen_words(number, screen)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self._words)
        self.resize(_SIDE, _SIDE)
        self.move(screen.geometry().center() - self.rect().center())
        QTimer.singleShot(_MILLISECONDS, self, self.close)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        painter, palette = QPainter(self), Theme.current()
        painter.fillRect(self.rect(), QColor(palette.rail))
        painter.setPen(QColor(palette.rail_strong))
        font = fonts.window(fonts.Size.DISPLAY, Weight.BOLD)
        font.setPixelSize(_SIDE // 2)
        painter.setFont(font)
        painter.drawText(self.rect().adjusted(0, 0, 0, -60), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setFont(fonts.window(fonts.Size.LABEL))
        foot = self.rect().adjusted(12, _SIDE - 80, -12, -12)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words)


def number_screens(screens: Screens) -> list[ScreenNumber]:
    """Show its number on every screen; returns the windows, which go by themselves."""
    shown = [ScreenNumber(number, screen) for number, (screen, _) in enumerate(screens.all, 1)]
    for each in shown:
        each.show()
    return shown
