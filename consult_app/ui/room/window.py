"""The window that the room sees: on a screen of its own without frame, or as a common window that can be
moved about and shared in a call."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.ui.language import Retranslating, tr
from consult_app.ui.room.view import RoomView

_KEYS: Final[dict[int, str]] = {
    Qt.Key.Key_F5: "room.show",
    Qt.Key.Key_F6: "room.hold",
    Qt.Key.Key_F7: "room.blank",
    Qt.Key.Key_B: "room.blank",
    Qt.Key.Key_Period: "room.blank",
    Qt.Key.Key_PageUp: "room.up",
    Qt.Key.Key_PageDown: "room.down",
    Qt.Key.Key_Plus: "room.larger",
    Qt.Key.Key_Equal: "room.larger",
    Qt.Key.Key_Minus: "room.smaller",
}
"""What keys do while this window has the focus; B and the full stop are what presenters send."""

_FIRST_SIZE: Final = (1024, 576)


class RoomWindow(Retranslating, QWidget):
    """Holds the view. On a screen of its own it cannot be closed, takes no focus and shows no pointer.

    Signals: ``asked(action)`` for a key; ``left()`` when the common window was closed.
    """

    asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = RoomView(self)
        self.full = False
        self._going = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        # macOS would take a tool window away with the focus: the clerk may well be in Word
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(*_FIRST_SIZE)
        self.retranslate()

    def show_on(self, screen: QScreen) -> None:
        """Fill *screen*, over everything and in no task switcher."""
        if not self.full or self.windowHandle() is None:
            self.hide()
            self.setWindowFlags(
                Qt.WindowType.Tool
                | Qt.WindowType.FramelessWindowHint
                | Qt.WindowType.WindowStaysOnTopHint
                | Qt.WindowType.NoDropShadowWindowHint
                | Qt.WindowType.WindowDoesNotAcceptFocus
            )
            self.setCursor(QCursor(Qt.CursorShape.BlankCursor))
            self.full = True
            self.winId()
        handle = self.windowHandle()
        if self.isVisible() and self.screen() is screen and self.geometry() == screen.geometry():
            return
        if handle is not None:
            # Wayland places no window: it is told which output to fill
            handle.setScreen(screen)
        self.setGeometry(screen.geometry())
        # showFullScreen() would take the focus from the desk
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def show_as_window(self) -> None:
        """Be a window like others, that can be moved and shared."""
        if self.full:
            self.hide()
            self.full = False
        if self.isVisible():
            return
        self.setWindowFlags(Qt.WindowType.Window)
        self.unsetCursor()
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.resize(*_FIRST_SIZE)
        self.showNormal()

    def leave(self) -> None:
        """Go for good, at the desk's word."""
        self._going = True
        self.close()
        self.deleteLater()

    def retranslate(self) -> None:
        """Set the title, which a person sees who shares the window in a call."""
        self.setWindowTitle(f"{tr('Room')} – {tr('Consult')}")
        self.setAccessibleName(tr("Room screen"))
        self.view.setAccessibleName(tr("Room screen"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's override: the room's screen never takes the focus from the desk, but it may be given it, so
        that a presenter's remote control reaches it."""
        handle = self.windowHandle()
        if self.full and handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)
            self.activateWindow()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: the keys of the room; every other is let go."""
        action = _KEYS.get(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if action is not None and plain:
            self.asked.emit(action)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's override: only the desk takes the room's screen away; a common window may be closed."""
        if self._going:
            super().closeEvent(event)
        elif self.full:
            event.ignore()
        else:
            self.left.emit()
            super().closeEvent(event)
