"""Enter on a control that Qt has pressed with the space bar alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton


def entered_on(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Whether *event* is Enter on *button*: it presses it, as the space bar does, and once however long it is
    held. With Ctrl it is not for the button, but for the form around it."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not plain:
        return False
    if not event.isAutoRepeat():
        button.click()
    event.accept()
    return True


__all__ = ["entered_on"]
