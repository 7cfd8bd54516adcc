"""The scale of the text, taken a step further by key or by Ctrl and the wheel over the text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit

from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme

STEP: Final = 0.1


def scale_text_by(steps: int) -> None:
    """Make the text larger by so many *steps*, smaller by as many below nought."""
    Theme.instance().set_text_scale(round(fonts.text_scale() + steps * STEP, 2))


def turned(event: QWheelEvent) -> bool:
    """Scale the text where Ctrl is held while the wheel turns; whether that was so, and the event is used."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    along = event.angleDelta().y()
    if along:
        scale_text_by(1 if along > 0 else -1)
    event.accept()
    return True


class TextEdit(QPlainTextEdit):
    """A field in which words of the text are written, in its own type at its own scale; Tab leaves it."""

    def __init__(self, size: float = 16) -> None:
        super().__init__()
        self._size = size
        self.setTabChangesFocus(True)
        Theme.instance().changed.connect(self._fit_type)
        self._fit_type()

    def _fit_type(self) -> None:
        self.setFont(fonts.text(self._size))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's override: with Ctrl the wheel scales the text."""
        if not turned(event):
            super().wheelEvent(event)
