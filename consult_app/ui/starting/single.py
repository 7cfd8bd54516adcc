"""One window for one person: a second start hands its file over to the window that is open, and ends.

The two meet at a local socket that only this user may use; its name hangs on the folder of settings, so
that desks that are kept apart by CONSULT_HOME never meet. One that a crash left behind is taken over.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import zlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Slot

from consult_app import places

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from consult_app.ui.office import Office

_TO_CONNECT, _TO_ANSWER, _STEP = 1_000, 5_000, 5
_BUSY: Final = 200
_LONGEST: Final = 65_536
_NAME: Final = "hand-over"
_log = logging.getLogger(__name__)


def wanted() -> bool:
    """Whether this start takes part: one that only measures the start opens a window of its own."""
    return os.environ.get("CONSULT_QUIT_WHEN_SHOWN") != "1"


def server_name() -> str:
    """The name of the socket of this user and this folder of settings."""
    user = os.environ.get("USERNAME", "") if sys.platform == "win32" else os.getuid()
    # a checksum tells folders apart well enough, and is there before any library of hashes is loaded
    name = f"consult-{zlib.crc32(f'{user} {places.state_dir()}'.encode()):08x}"
    if sys.platform == "win32":
        return name
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if not os.path.isdir(folder):
        import tempfile

        folder = tempfile.gettempdir()
    return os.path.join(folder, name)


def hand_over(path: Path | None) -> int | None:
    """Have the window that is open show *path* (None: only come to the front). Returns the number of its
    process; None where there is no window, or none that answers."""
    name = server_name()
    if not wanted() or not _may_be_there(name):
        return None
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_TO_CONNECT):
        return None
    asked = {"open": str(path.absolute()) if path is not None else None}
    socket.write(json.dumps(asked).encode() + b"\n")
    deadline = QDeadlineTimer(_TO_ANSWER)
    while not socket.canReadLine():
        gone = socket.state() != QLocalSocket.LocalSocketState.ConnectedState
        if gone or deadline.hasExpired():
            return None
        socket.waitForReadyRead(_STEP)
    try:
        return int(json.loads(bytes(socket.readLine().data()))["process"])
    except (ValueError, KeyError, TypeError):
        return None  # whoever answered is not this program
    finally:
        socket.disconnectFromServer()


def _may_be_there(name: str) -> bool:
    """Whether somebody may listen under *name*; asked first because it costs nothing."""
    if sys.platform == "win32":
        return True
    try:
        return os.stat(name).st_uid == os.getuid()
    except OSError:
        return False


class Door(QObject):
    """Where a second start knocks: hears it, and has *office* do what it asks."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._office = office
        self._server: QLocalServer | None = None

    @property
    def open(self) -> bool:
        """Whether this window is the one that hears."""
        return self._server is not None and self._server.isListening()

    @Slot()
    def listen(self) -> None:
        """Begin to hear; nothing where another window does already."""
        from PySide6.QtNetwork import QLocalServer

        name = server_name()
        if _may_be_there(name) and _answers(name):
            return
        # Qt puts its socket in the place of what a killed program left, but only after this
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._knocked)
        if not self._server.listen(name):
            _log.info("a second start will open a window of its own: %s", self._server.errorString())

    def close(self) -> None:
        """Hear no more."""
        if self._server is not None:
            self._server.close()

    @Slot()
    def _knocked(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(partial(self._hear, socket))
            socket.disconnected.connect(socket.deleteLater)
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            asked = json.loads(bytes(socket.readLine().data()))["open"]
            path = Path(asked) if asked is not None else None
        except (ValueError, KeyError, TypeError):
            socket.abort()  # whoever knocks is not this program
            return
        socket.write(json.dumps({"process": os.getpid()}).encode() + b"\n")
        socket.flush()
        self._office.come_forward()
        if path is not None:
            self._open(path)

    def _open(self, path: Path) -> None:
        office = self._office
        if office.busy:
            QTimer.singleShot(_BUSY, self, partial(self._open, path))
        elif office.desk is None:
            office.open(path)
        elif office.desk.path.resolve() != path.resolve():
            self._ask(path)

    def _ask(self, path: Path) -> None:
        """A meeting is open, and a hundred people may look at it: the other waits for an answer."""
        # whoever only hands over loads no widgets
        from consult_app.ui.language import tr
        from consult_app.ui.window.standing import Offered, StandingNotice

        standing = self._office.shell.standing
        stay = partial(standing.take_away, _NAME)

        def open_it() -> None:
            stay()
            self._open_now(path)

        standing.put(
            _NAME,
            StandingNotice(
                lambda: tr(
                    "{file} is to be opened. The meeting that is open now would be closed, and the room "
                    "would see nothing.",
                    file=path.name,
                ),
                (Offered(lambda: tr("Open it"), open_it), Offered(lambda: tr("Stay"), stay)),
                leave=stay,
            ),
        )

    def _open_now(self, path: Path) -> None:
        if self._office.busy:
            QTimer.singleShot(_BUSY, self, partial(self._open_now, path))
        else:
            self._office.open(path)


def _answers(name: str) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    found = socket.waitForConnected(_TO_CONNECT)
    socket.abort()
    return found
