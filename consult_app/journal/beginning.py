"""A meeting file that is written whole: it appears under its name only when it is complete, and holds
nothing but its rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from ..meetings.reasons import N_, Message
from .errors import NotAMeeting
from .file import JournalFile
from .rows import Row


def write_whole(path: Path, rows: Sequence[Row]) -> None:
    """A new meeting file of *rows*. Raises NotAMeeting where a file is already or none can be written, and
    Unwritable when the disk is full."""
    if path.exists():
        raise NotAMeeting(Message(N_("{file} exists already; choose another name."), {"file": path.name}))
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        file = JournalFile.create(part)
        try:
            for row in rows:
                file.append(row)
        finally:
            file.close()
        _without_free_pages(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
        part.with_name(f".{part.name}.lock").unlink(missing_ok=True)


def _without_free_pages(path: Path) -> None:
    """Write the file anew: what was deleted in it (whose desk had it open) is not in its free space."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("VACUUM")
    finally:
        connection.close()
