"""A meeting file that is moved, deleted or replaced while it is open: noticed, and written again.

What a program has open is a file, not a name. Once the name leads elsewhere, rows are still written, but into
a file that nobody finds, or into one whose log lies under another name; so the whole meeting is written
again from the open connection, and the desk goes on there.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from .errors import JournalError
from .naming import How, free_name, identity

if TYPE_CHECKING:
    from .backups import BackupKeeper
    from .file import JournalFile

_FAILURES = (OSError, sqlite3.Error, SQLAlchemyError, JournalError)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Displaced:
    """The file that was open under ``was`` is gone from there or replaced. ``now`` is where the whole meeting
    was written again and the desk goes on; None where that was not possible: then nothing is safe yet."""

    how: How
    was: Path
    now: Path | None = None


class FileWatch:
    """Looks whether *file* still stands under its path; used by the one thread that owns the file. ``now``
    says how it stands, None while all is well; *told* hears of each change of that."""

    def __init__(
        self, file: JournalFile, backups: BackupKeeper, told: Callable[[Displaced | None], object]
    ) -> None:
        self.now: Displaced | None = None
        self._file = file
        self._backups = backups
        self._told = told
        self._tried: object = None

    def look(self) -> None:
        """Look, and where the file is not in its place have the whole meeting written again: in its place if
        that is free, else beside it."""
        how = self._file.displaced()
        if not how:
            if self.now is not None and self.now.now is None:
                self._became(None)  # a disk that was away is there again
            return
        was = self._file.path
        room = identity(was.parent)
        if self._tried == (how, room):
            return  # nothing is different from when it did not succeed
        self._tried = how, room
        now = self._write_again(how) if room is not None else None
        self._became(Displaced(how, was, now))
        if now is not None:
            self._tried = None

    def _write_again(self, how: How) -> Path | None:
        path = self._file.path
        for target in (path, free_name(path)) if how == "gone" else (free_name(path),):
            try:
                self._file.go_on_in(target)
            except FileExistsError:
                continue
            except _FAILURES as error:
                _log.warning("%s could not be written again: %s", path.name, error)
                return None
            self._backups.move(target)
            return target
        return None

    def go_on_in(self, target: Path) -> None:
        """Write the whole meeting to *target*, in the place of what stands there, and go on there. Raises
        Unwritable, NotAMeeting, InUse or OSError, and the file stays as it was."""
        self._file.go_on_in(target, over=True)
        self._backups.move(target)
        self._tried = None
        self._became(None)

    def back_up(self) -> None:
        """Back up what was decided since the last backup from the open connection, where the path does not
        lead to what is open: until there is a file again, that is all there is."""
        if self.now is not None and self.now.now is None:
            self._backups.back_up_from(self._file.raw)

    def _became(self, now: Displaced | None) -> None:
        self.now = now
        self._told(now)


__all__ = ["Displaced", "FileWatch"]
