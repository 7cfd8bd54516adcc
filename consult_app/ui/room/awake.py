"""Keeps the screen from going dark while the room looks at it: the freedesktop ScreenSaver service."""

from __future__ import annotations

import logging
from typing import Final

_log = logging.getLogger(__name__)

_SERVICE: Final = "org.freedesktop.ScreenSaver"
_PATH: Final = "/org/freedesktop/ScreenSaver"
_CONNECTION: Final = "consult-room"
_PATIENCE: Final = 500


class Awake:
    """Asks the session not to blank its screens. Where there is no such service nothing is asked: the
    meeting goes on, and the computer's own setting decides.

    The word is given back by leaving the bus, as the service has it of a program that ends: its other call
    takes an unsigned number, and none can be sent from Python (PySide makes each whole number a signed one).
    """

    def __init__(self) -> None:
        self._kept = False

    @property
    def kept(self) -> bool:
        """Whether the session has given its word."""
        return self._kept

    def keep(self, wanted: bool) -> None:
        """Ask for wakefulness, or give it back; asking again changes nothing."""
        if wanted == self._kept:
            return
        # D-Bus is of use only while a room is on the screen
        from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

        if not wanted:
            QDBusConnection.disconnectFromBus(_CONNECTION)
            self._kept = False
            return
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
        if bus.isConnected():
            service = QDBusInterface(_SERVICE, _PATH, _SERVICE, bus)
            service.setTimeout(_PATIENCE)
            answer = service.call("Inhibit", "Consult", "room screen")
            self._kept = answer.type() == QDBusMessage.MessageType.ReplyMessage
            if not self._kept:
                _log.info("the session has no screen saver to hold back: %s", answer.errorMessage())
        if not self._kept:
            QDBusConnection.disconnectFromBus(_CONNECTION)
