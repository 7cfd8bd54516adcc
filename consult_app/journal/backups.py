"""Backups of a meeting file: at most one a minute, the last twenty and one a day.

They are made by SQLite's own backup in a connection and a thread of their own, so that no decision
waits for them, and are whole meeting files that open like any other.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ..meetings.reasons import N_, Message
from ..places import data_dir
from .backup_folders import backups_of as backups_of
from .backup_folders import folder_for as folder_for
from .copying import copied
from .errors import JournalError, NotAMeeting
from .locks import locked
from .recognising import recognise

KEEP = 20
EVERY_SECONDS = 60.0
_log = logging.getLogger(__name__)


def copy(
    source: Path, target: Path, *, private: bool = True, reading: sqlite3.Connection | None = None
) -> None:
    """A whole copy of a meeting file, also while it is being written to; without *private* it leaves out
    the secretariat's notes and unsaved words, and is a file to hand out. *target* appears only when
    it is complete. *reading* is a connection that has the file open where its path leads there no more.
    Raises NotAMeeting when both are the same file, and InUse while a desk has *target* open: that desk
    would write on into nothing."""
    if reading is None and target.exists() and target.resolve() == source.resolve():
        raise NotAMeeting(
            Message(N_("{file} is the meeting itself; choose another name."), {"file": target.name})
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    lock = locked(target) if target.exists() else None
    try:
        part = copied(source, target, private=private, reading=reading)
        target.with_name(f"{target.name}-wal").unlink(missing_ok=True)  # the log of what stood there
        part.replace(target)
    finally:
        if lock:
            lock.release()


def second_place() -> Path | None:
    """The second place for backups (a stick), if one was set; it need not be there now."""
    try:
        chosen = _second_place_file().read_text("utf-8").strip()
    except FileNotFoundError:
        return None
    return Path(chosen) if chosen else None


def set_second_place(folder: Path | None) -> None:
    """Have each backup copied to *folder* as well, from the next meeting that is opened; None: no more."""
    _second_place_file().write_text(str(folder or ""), "utf-8")


def _second_place_file() -> Path:
    return data_dir() / "second-place-for-backups.txt"


def back_up(
    path: Path,
    second_place: Path | None = None,
    *,
    over: Path | None = None,
    reading: sqlite3.Connection | None = None,
) -> Path:
    """Make a backup now (*over* an earlier one, if one is given; through *reading* as in :func:`copy`), thin
    out old ones, and copy it to the second place if that is there."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = over or folder_for(path) / f"{stamp}.consult"
    copy(path, target, reading=reading)
    thin_out(folder_for(path))
    if second_place is not None and second_place.is_dir():
        copy(target, second_place / f"{path.stem}-backup.consult")
    return target


def thin_out(folder: Path) -> None:
    """Keep the last twenty, and of the older ones the last of each day."""
    found = sorted(folder.glob("*.consult"), reverse=True)
    days: set[str] = set()
    for backup in found[KEEP:]:
        day = backup.name[:8]
        if day in days:
            backup.unlink()
        days.add(day)


def restore(backup: Path, path: Path) -> Path | None:
    """Put *backup* in the place of the meeting file *path*. What was there is kept beside it under
    the name that is returned (None if nothing was). Raises NotAMeeting for what is no backup, and
    InUse while a desk has *path* open."""
    recognise(backup)
    lock = locked(path)
    try:
        part = copied(backup, path)
        kept = _set_aside(path) if path.exists() else None
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
        part.replace(path)
    finally:
        lock.release()
    return kept


def _set_aside(path: Path) -> Path:
    """Give the meeting file another name, with the log that a crash may have left beside it."""
    stamp = f"{path.stem}-before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    kept = path.with_name(f"{stamp}{path.suffix}")
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{stamp}-{number}{path.suffix}")
    path.replace(kept)
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        log.replace(kept.with_name(f"{kept.name}-wal"))
    return kept


class BackupKeeper:
    """Makes backups of one file in a thread of its own whenever it is told that something changed.

    ``whole()`` says whether the path still leads to the file that the desk has open: what else stands there
    is never taken for it.
    """

    def __init__(
        self,
        path: Path,
        second_place: Path | None = None,
        every: float = EVERY_SECONDS,
        whole: Callable[[], bool] = lambda: True,
    ) -> None:
        self._path = path
        self._second = second_place
        self._every = every
        self._whole = whole
        self._changed = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def changed(self) -> None:
        """Something was written; a backup is due within the minute."""
        self._changed.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="backups", daemon=True)
            self._thread.start()

    def move(self, path: Path) -> None:
        """The desk goes on in *path*: the next backups are of that file, the first within the minute."""
        self._path = path
        self.changed()

    def back_up_from(self, reading: sqlite3.Connection) -> None:
        """Make a backup now, if anything changed, through the connection that has the file open; called by
        its thread."""
        if self._changed.is_set():
            self._back_up(self._made_just_now(), reading)

    def close(self, reading: sqlite3.Connection | None = None) -> None:
        """Stop; a last backup is made if one is due. It takes the place of one made less than a minute
        ago: a script that opens the file again and again must not push out the older ones. The file
        must be closed already, or *reading* has it open and its path leads there no more."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
        if self._changed.is_set():
            self._back_up(self._made_just_now(), reading)

    def _made_just_now(self) -> Path | None:
        newest = next(iter(backups_of(self._path)), None)
        recent = newest is not None and time.time() - newest.stat().st_mtime < self._every
        return newest if recent else None

    def _run(self) -> None:
        last = time.monotonic()
        while not self._stop.wait(min(1.0, self._every)):
            if self._changed.is_set() and time.monotonic() - last >= self._every and self._whole():
                self._back_up()
                last = time.monotonic()

    def _back_up(self, over: Path | None = None, reading: sqlite3.Connection | None = None) -> None:
        self._changed.clear()
        try:
            back_up(self._path, self._second, over=over, reading=reading)
        except (sqlite3.Error, OSError, JournalError) as error:
            if reading is None and not self._stop.is_set() and not self._whole():
                self._changed.set()  # it went this moment: its desk makes one from what it has open
                return
            # a full stick must not stop a decision; the desk shows the log
            _log.error("no backup of %s could be made: %s", self._path.name, error)
