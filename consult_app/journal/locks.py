"""The lock of the one who may write to a meeting file; it dies with the process."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from ..meetings.reasons import N_, Message
from .errors import InUse, OnlyForReading

if TYPE_CHECKING:
    from filelock import BaseFileLock


def locked(path: Path) -> BaseFileLock:
    """The lock of the one who may write to *path*. Raises InUse, naming who has it, or NotAMeeting
    where none can be had."""
    from filelock import FileLock, Timeout

    path = path.resolve()  # one file has one lock, whatever link it is opened through
    lock = FileLock(path.with_name(f".{path.name}.lock"), thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise InUse(_who(path)) from None
    except OSError as error:
        raise OnlyForReading(
            Message(
                N_("{file} cannot be opened for writing: {error}"),
                {"file": str(path), "error": error.strerror or str(error)},
            )
        ) from error
    return lock


def _who(path: Path) -> Message:
    """Who has the file open, as the file itself says; the lock alone decides, this only informs."""
    try:
        with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True) as connection:
            found = connection.execute("SELECT host, user, pid FROM presence").fetchone()
        connection.close()
    except sqlite3.Error:
        found = None
    if not found:
        return Message(N_("{file} is open at another desk; close it there first."), {"file": path.name})
    host, user, pid = found
    return Message(
        N_("{file} is open at the desk of {user} on {host} (process {pid}); close it there first."),
        {"file": path.name, "user": user, "host": host, "pid": pid},
    )
