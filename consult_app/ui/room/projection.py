"""Where the room is shown: which screen, whether it is there, and what happens when it comes and goes."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from consult_app.ui import settings
from consult_app.ui.room.awake import Awake
from consult_app.ui.room.screens import Identity, Screens, identity_of, match, read_identity
from consult_app.ui.room.window import RoomWindow

_SCREEN_KEY: Final = "room/screen"
#: a projector that is plugged in reports itself in several steps
_SETTLE: Final = 300
_DRAWN: Final = QSizeF(1920, 1080)


class Where(StrEnum):
    """Where the room is at the moment."""

    OFF = "off"
    SCREEN = "screen"
    WINDOW = "window"
    NO_SCREEN = "no_screen"
    UNPLUGGED = "unplugged"


class Projection(QObject):
    """Owns the room's window. It never fills the screen that the desk is on.

    Signals: ``moved(where)`` when the room is elsewhere, or of another size; ``asked(action)`` for a key
    in the room's window.
    """

    moved = Signal(str)
    asked = Signal(str)

    def __init__(self, desk: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._awake = Awake()
        self.window = RoomWindow()
        self.screens = Screens(self)
        self.where = Where.OFF
        self._windowed = False
        self._kept = read_identity(settings.read_text(_SCREEN_KEY))
        self._used: Identity | None = None
        self._lost = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE)
        self._settling.timeout.connect(self._place_again)
        self.screens.removed.connect(self._gone)
        self.screens.changed.connect(self._settling.start)
        self.window.asked.connect(self.asked)
        self.window.left.connect(self._left)
        self.window.view.resized.connect(self._resized)

    @property
    def windowed(self) -> bool:
        """Whether the room is shown in a common window: for one screen, or for a call."""
        return self._windowed

    @property
    def kept(self) -> Identity | None:
        """The screen that was chosen or used last."""
        return self._kept

    @property
    def size(self) -> QSizeF:
        """The size that pictures are laid out for: the room's, or that of the screen it would be on."""
        if self.where in (Where.SCREEN, Where.WINDOW):
            return QSizeF(self.window.view.size())
        screen = self._screen()
        return QSizeF(screen.size()) if screen is not None else _DRAWN

    def others(self) -> list[tuple[QScreen, Identity]]:
        """The screens that the room may fill: all but the desk's own."""
        desk = self._desk.screen()
        return [each for each in self.screens.all if each[0] is not desk]

    def turn_on(self) -> None:
        """Show the room, where it belongs."""
        self._place()

    def turn_off(self) -> None:
        """Take the room away."""
        self._lost = False
        self.window.hide()
        self._be(Where.OFF)

    def use(self, screen: Identity) -> None:
        """Show the room on *screen* from now on, and remember it."""
        self._windowed = False
        self._lost = False
        self._remember(screen)
        if self.where is not Where.OFF:
            self._place()

    def set_windowed(self, windowed: bool) -> None:
        """Show the room in a common window, or on its screen again."""
        self._windowed = windowed
        if self.where is not Where.OFF:
            self._place()

    def leave(self) -> None:
        """Close the window for good."""
        self._settling.stop()
        self._awake.keep(False)
        self.window.leave()

    def _remember(self, screen: Identity) -> None:
        self._kept = screen
        settings.write(_SCREEN_KEY, screen.write())

    def _screen(self) -> QScreen | None:
        """The screen for the room: the one that is remembered, else the first that is not the desk's. After
        the room's screen was unplugged no other is taken for it."""
        others = self.others()
        if self._kept is not None:
            place = match(self._kept, [identity for _screen, identity in others])
            if place >= 0:
                return others[place][0]
        return others[0][0] if others and not self._lost else None

    def _place(self) -> None:
        if self._windowed:
            self.window.show_as_window()
            self._be(Where.WINDOW)
            return
        screen = self._screen()
        if screen is None:
            self.window.hide()
            self._be(Where.UNPLUGGED if self._lost else Where.NO_SCREEN)
            return
        self._lost = False
        self._used = identity_of(screen)
        self._remember(self._used)
        self.window.show_on(screen)
        self._be(Where.SCREEN)

    def _be(self, where: Where) -> None:
        self.where = where
        self._awake.keep(where in (Where.SCREEN, Where.WINDOW))
        self.moved.emit(where.value)

    @Slot(object)
    def _gone(self, screen: Identity) -> None:
        """The room's screen was unplugged: its window is taken away at once, before it can come to lie
        over the desk."""
        if self.where is Where.SCREEN and self._used is not None and match(self._used, [screen]) == 0:
            self.window.hide()
            self._lost = True
            self._be(Where.UNPLUGGED)

    @Slot()
    def _place_again(self) -> None:
        if self.where not in (Where.OFF, Where.WINDOW):
            self._place()
        else:
            self.moved.emit(self.where.value)

    @Slot()
    def _left(self) -> None:
        self.turn_off()

    @Slot()
    def _resized(self) -> None:
        if self.where in (Where.SCREEN, Where.WINDOW):
            self.moved.emit(self.where.value)
