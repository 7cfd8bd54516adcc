"""Keeps the screen from going dark while the room looks at it: the freedesktop ScreenSaver service."""

from __future__ import annotations

import logging
from typing import Final

_log = logging.getLogger(__name__)

_SERVICE: Final = "org.freedesktop.ScreenSaver"
_PATH: Final = "/org/freedesktop/ScreenSaver"


class Awake:
    """Asks the session not to blank its screens. Where there is no such service nothing is asked: the
    meeting goes on, and the computer's own setting decides."""

    def __init__(self) -> None:
        self._cookie: int | None = None

    def keep(self, wanted: bool) -> None:
        """Ask for wakefulness, or give it back; asking again changes nothing."""
        if wanted == (self._cookie is not None):
            return
        # D-Bus is of use only while a room is on the screen
        from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        service = QDBusInterface(_SERVICE, _PATH, _SERVICE, bus)
        service.setTimeout(500)
        if not wanted:
            service.call("UnInhibit", self._cookie)
            self._cookie = None
            return
        answer = service.call("Inhibit", "Consult", "room screen")
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            self._cookie = int(answer.arguments()[0])
        else:
            _log.info("the session has no screen saver to hold back: %s", answer.errorMessage())
