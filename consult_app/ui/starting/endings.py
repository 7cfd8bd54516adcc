"""The program is asked to end from outside: by a signal, or because the session ends (log-out, shutdown).

What is being written is written down first; then the window closes as if a person had closed it. Python would
hear of a signal only when Qt next calls into it, so it comes in through a socket that Qt watches.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtGui import QGuiApplication

SIGNALS: Final = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


class Endings(QObject):
    """Calls *keep* when the session is about to end, and *end* when the program itself is to."""

    def __init__(self, keep: Callable[[], object], end: Callable[[], object]) -> None:
        super().__init__()
        self._keep, self._end = keep, end
        self._before: dict[int, Any] = {}
        self._wakeup = -1
        self._heard, self._told = socket.socketpair()
        for each in (self._heard, self._told):
            each.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)

    def start(self) -> None:
        """Hear of signals from now on; one that is ignored on purpose (``nohup``) stays so."""
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, _only_wake)
        self._wakeup = signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._session_ends)

    def stop(self) -> None:
        """Leave them to Python again."""
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.disconnect(self._session_ends)
        self._notifier.setEnabled(False)
        for each in (self._heard, self._told):
            each.close()

    @Slot()
    def _asked(self) -> None:
        if set(self._heard.recv(64)) & set(self._before):
            self._keep()
            self._end()

    @Slot()
    def _session_ends(self) -> None:
        self._keep()


def _only_wake(_number: int, _frame: FrameType | None) -> None:
    """The byte in the socket says it all: what is to be done is done between two of Qt's events."""


__all__ = ["SIGNALS", "Endings"]
