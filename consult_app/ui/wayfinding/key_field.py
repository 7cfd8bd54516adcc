"""A field that takes the next key pressed instead of acting on it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from consult_app.ui.keys import spell

_ALONE: Final = frozenset(
    (
        *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
        *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_unknown),
    )
)


class KeyField(QLineEdit):
    """Shows the key that was pressed. Enter accepts it, Esc leaves, Backspace empties, Tab goes on.

    Signals: ``taken(key)`` with each key, written portably ("" when emptied); ``accepted()``;
    ``left()``.
    """

    taken = Signal(str)
    accepted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.key = ""
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_key(self, key: str) -> None:
        """Show *key* without a signal."""
        self.key = key
        self.setText(spell(key) if key else "")

    def event(self, event: QEvent) -> bool:
        """Qt's override: no key is a shortcut while this field waits for one."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: take the key."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        if key in _ALONE:
            event.accept()
        elif plain and key == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif plain and key == Qt.Key.Key_Backspace:
            self._take("")
        else:
            if event.text() and not event.text().isalnum() and event.text().isprintable():
                # on some keyboards a sign is only there with Shift: the sign is what is meant
                held &= ~Qt.KeyboardModifier.ShiftModifier
            sequence = QKeySequence(QKeyCombination(held, key))
            self._take(sequence.toString(QKeySequence.SequenceFormat.PortableText))

    def _take(self, key: str) -> None:
        self.show_key(key)
        self.taken.emit(key)
