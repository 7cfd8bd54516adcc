"""A meeting file: one SQLite database, append-only, durable at each row (design.md §6)."""

from __future__ import annotations

import errno
import getpass
import logging
import os
import socket
import sqlite3
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, delete, event, insert, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from ..meetings.reasons import N_, Message
from .beside import Beside, make_missing
from .copying import copied
from .errors import Damaged, NotAMeeting, OnlyForReading, unwritable
from .locks import locked
from .naming import How, identity, take_place
from .recognising import APPLICATION_ID, FILE_FORMAT, recognise
from .rows import GENESIS, Row
from .schema import journal, metadata, presence, snapshots, triggers

if TYPE_CHECKING:
    from filelock import BaseFileLock
    from sqlalchemy.engine import Connection

_log = logging.getLogger(__name__)
# said to SQLite itself: what SQLAlchemy does around each statement takes as long as the disk does
_APPEND = str(insert(journal).compile(dialect=sqlite.dialect(paramstyle="qmark")))
_as_it_is_appended = attrgetter(*journal.columns.keys())


class JournalFile:
    """An open meeting file. One writer holds it (the lock dies with the process); others may read.

    Use :meth:`create` or :meth:`open`. All methods are called from one thread.
    """

    def __init__(self, path: Path, connection: Connection, lock: BaseFileLock | None) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock
        self._identity = identity(path)

    # opening

    @classmethod
    def create(cls, path: Path) -> JournalFile:
        """A new, empty file. Raises NotAMeeting where one is already or none can be written."""
        if path.exists():
            raise NotAMeeting(Message(N_("{file} exists already; choose another name."), {"file": str(path)}))
        if not path.parent.is_dir():
            raise NotAMeeting(Message(N_("There is no folder {folder}."), {"folder": str(path.parent)}))
        lock = locked(path)
        try:
            connection = _connect(path, write=True)
        except (sqlite3.Error, OSError) as error:
            lock.release()
            raise NotAMeeting(
                Message(N_("{file} cannot be written: {error}"), {"file": str(path), "error": str(error)})
            ) from error
        made = cls(path, connection, lock)
        try:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={FILE_FORMAT}")
            metadata.create_all(connection)
            for trigger in triggers:
                connection.execute(text(trigger))
            connection.commit()
            made._present()
            made.settle()  # what says that it is a meeting file stands in the file itself, not in its log
        except DatabaseError as error:
            connection.close()
            path.unlink(missing_ok=True)
            lock.release()
            raise unwritable(path, error.orig) from error
        return made

    @classmethod
    def open(cls, path: Path, *, write: bool = True) -> JournalFile:
        """The meeting in *path*. Raises NotAMeeting, NewerFile, InUse or Damaged."""
        recognise(path)
        lock = locked(path) if write else None
        try:
            if write and not os.access(path, os.W_OK):
                raise _protected(path)
            connection = _connect(path, write=write)
            connection.execute(select(journal.c.seq).limit(1)).first()
            connection.rollback()
        except Exception as error:
            if lock:
                lock.release()
            if not _database_error(error):
                raise
            raise _damaged(path, error) from error
        opened = cls(path, connection, lock)
        if write:
            opened._present()
        return opened

    @property
    def writable(self) -> bool:
        return self._lock is not None

    def beside(self, clock: Callable[[], str]) -> Beside:
        """What is kept beside the journal; *clock* gives the time that is written there."""
        return Beside(self.path, self._connection, clock, write=self.writable)

    def _present(self) -> None:
        with self._connection.begin():
            make_missing(self._connection)
            self._connection.execute(delete(presence))
            self._connection.execute(
                insert(presence).values(host=socket.gethostname(), user=_user(), pid=os.getpid())
            )

    # rows

    def head(self) -> tuple[int, str]:
        """Sequence number and hash of the last row; (0, zeros) in an empty file."""
        query = select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)
        found = self._read(query)
        return (found[0][0], found[0][1]) if found else (0, GENESIS)

    def rows(self, after: int = 0, upto: int | None = None) -> list[Row]:
        """The rows behind *after* (and not behind *upto*), in order."""
        query = select(journal).where(journal.c.seq > after).order_by(journal.c.seq)
        if upto is not None:
            query = query.where(journal.c.seq <= upto)
        return [Row(*found) for found in self._read(query)]

    def row(self, seq: int) -> Row | None:
        """One row, or None."""
        found = self._read(select(journal).where(journal.c.seq == seq))
        return Row(*found[0]) if found else None

    def stream(self) -> Iterator[Row]:
        """All rows, a thousand at a time."""
        after = 0
        while rows := self.rows(after, after + 1000):
            yield from rows
            after += 1000

    def seq_at(self, time: str) -> int:
        """The last row written at or before *time* (ISO 8601, UTC), 0 if none."""
        query = select(journal.c.seq).where(journal.c.time <= time).order_by(journal.c.seq.desc()).limit(1)
        found = self._read(query)
        return int(found[0][0]) if found else 0

    def append(self, row: Row) -> None:
        """Write one row durably: when this returns, it survives a power cut. Raises Unwritable, and
        nothing is recorded, when it cannot be written (a full disk, a stick that was pulled out)."""
        try:
            self._append(row)
        except sqlite3.Error as error:
            raise unwritable(self.path, error) from error

    def _append(self, row: Row) -> None:
        with self.raw as connection:  # one transaction, rolled back where it fails
            connection.execute(_APPEND, _as_it_is_appended(row))

    # snapshots

    def snapshot(self, state_format: int) -> tuple[int, str, bytes] | None:
        """The latest snapshot of this format: (seq, hash of that row, data), or None."""
        query = (
            select(snapshots.c.seq, snapshots.c.head, snapshots.c.data)
            .where(snapshots.c.format == state_format)
            .order_by(snapshots.c.seq.desc())
            .limit(1)
        )
        found = self._read(query)
        return (found[0][0], found[0][1], found[0][2]) if found else None

    def keep_snapshot(self, seq: int, head: str, state_format: int, program: str, data: bytes) -> None:
        """Put this snapshot in place of all earlier ones."""
        with self._connection.begin():
            self._connection.execute(delete(snapshots))
            self._connection.execute(
                insert(snapshots).values(seq=seq, head=head, format=state_format, program=program, data=data)
            )

    def drop_snapshots(self) -> None:
        """Throw the cache away: a row behind it was undone."""
        with self._connection.begin():
            self._connection.execute(delete(snapshots))

    # the file as a whole

    def settle(self) -> bool:
        """Write the log back, so that the one file is whole and can be copied. False when somebody is
        reading it just now: no decision waits for a reader."""
        self._connection.exec_driver_sql("PRAGMA busy_timeout=0")
        busy = self._connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
        self._connection.exec_driver_sql("PRAGMA busy_timeout=10000")
        self._connection.rollback()
        return not busy

    @property
    def raw(self) -> sqlite3.Connection:
        """SQLite's own connection, for what reads the open file as a whole."""
        found = self._connection.connection.driver_connection
        if not isinstance(found, sqlite3.Connection):
            raise TypeError("the journal is not in a file")
        return found

    def displaced(self) -> How | None:
        """Whether the path leads to the open file no more: it is gone from there, or something else is."""
        found = identity(self.path)
        if found == self._identity:
            return None
        return "gone" if found is None else "replaced"

    def go_on_in(self, target: Path, *, over: bool = False) -> None:
        """Write all of it to *target* through the open connection, and have that file open from now on; what
        was open is left whole where it is. Raises FileExistsError where something stands there (unless
        *over*), InUse, NotAMeeting or OSError; then nothing has changed."""
        settled = self.settle()  # what was moved elsewhere is whole there, and its log empty
        lock = self._lock_for(target)
        try:
            part = copied(self.path, target, reading=self.raw)
            if over:
                _drop_log(target)
                part.replace(target)
            else:
                take_place(part, target)
            # SQLite would take the old log for that of whatever stands under this name now
            _drop_log(self.path, empty=settled)
            connection = _connect(target, write=True)
        except BaseException:
            target.with_name(f"{target.name}.part").unlink(missing_ok=True)
            if lock is not None:
                lock.release()
            raise
        left, self._connection = self._connection, connection
        left.close()
        left.engine.dispose()
        if lock is not None and self._lock is not None:
            self._lock.release()
            self._lock = lock
        self.path, self._identity = target, identity(target)
        self._present()

    def _lock_for(self, target: Path) -> BaseFileLock | None:
        """The lock of *target*; None where it is the one that is held."""
        held = Path(self._lock.lock_file) if self._lock is not None else None
        same = target.resolve() == self.path.resolve()
        return None if same and held is not None and held.exists() else locked(target)

    def integrity(self) -> list[str]:
        """What SQLite itself finds wrong with the database; empty if nothing."""
        try:
            found = [str(line[0]) for line in self._connection.exec_driver_sql("PRAGMA integrity_check")]
            self._connection.rollback()
        except DatabaseError as error:
            return [str(error.orig)]
        return [] if found == ["ok"] else found

    def close(self) -> None:
        """Close the file; a writer leaves one whole file behind and frees the lock."""
        try:
            if self.writable:
                with self._connection.begin():
                    self._connection.execute(delete(presence))
                self.settle()
                self._connection.exec_driver_sql("PRAGMA busy_timeout=0")
                self._connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
        except DatabaseError as error:
            # somebody is reading it: every row is safe in the log, which the last to leave writes back
            _log.info("the log of %s stays beside it: %s", self.path.name, error.orig)
        finally:
            engine = self._connection.engine
            self._connection.close()
            engine.dispose()
            if self._lock:
                self._lock.release()

    def _read(self, query: Any) -> list[Any]:
        try:
            found = list(self._connection.execute(query))
        except DatabaseError as error:
            raise _damaged(self.path, error) from error
        self._connection.rollback()
        return found


def _connect(path: Path, *, write: bool) -> Connection:
    mode = "rwc" if write else "ro"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: sqlite3.connect(uri, uri=True, check_same_thread=False, timeout=10),
        poolclass=StaticPool,
    )

    @event.listens_for(engine, "connect")
    def durable(connection: sqlite3.Connection, _record: object) -> None:
        if write:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")

    return engine.connect()


def _drop_log(path: Path, *, empty: bool = False) -> None:
    """Take away the log that lies under the name of *path*; where it must be *empty*, no other."""
    log, index = (path.with_name(f"{path.name}{end}") for end in ("-wal", "-shm"))
    if not empty or not log.exists() or log.stat().st_size == 0:
        log.unlink(missing_ok=True)
        index.unlink(missing_ok=True)


def _protected(path: Path) -> OnlyForReading:
    why = os.strerror(errno.EACCES)
    return OnlyForReading(
        Message(N_("{file} cannot be opened for writing: {error}"), {"file": str(path), "error": why})
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _database_error(error: Exception) -> bool:
    return isinstance(error, sqlite3.Error | DatabaseError)


def _damaged(path: Path, error: Exception) -> Damaged:
    return Damaged(
        Message(
            N_("{file} is damaged ({error}); restore its last backup from the start page."),
            {"file": path.name, "error": str(getattr(error, "orig", error))},
        )
    )
