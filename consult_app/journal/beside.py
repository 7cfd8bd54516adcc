"""What is kept in a meeting file beside the journal: unsaved words, and the secretariat's own notes.

Nothing here is ever a row: it is not folded, not hashed, not undone, not shown, and on no paper. It may be
changed and deleted. A file that was made before these tables were has none, and reads as empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import and_, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql import Executable

from ..meetings.reasons import N_, refuse
from .errors import unwritable
from .jottings import LEFT, Note, Scratch
from .schema import beside_the_journal, notes, scratch

#: how the place of words begins that an earlier session left
_FOUND = "found:"


def make_missing(connection: Connection) -> None:
    """Make the tables that the file does not have yet; within the transaction that is open."""
    for table in beside_the_journal.sorted_tables:
        connection.execute(CreateTable(table, if_not_exists=True))


class Beside:
    """The two tables of an open file, used by the thread that owns it. What writes raises Refused
    (``read_only``) where *write* is false, and Unwritable where the file takes nothing.

    ``clock`` gives the time that is written, in ISO 8601, UTC.
    """

    def __init__(self, path: Path, connection: Connection, clock: Callable[[], str], *, write: bool) -> None:
        self._path = path
        self._connection = connection
        self._clock = clock
        self._write = write
        self.wrote = False

    # unsaved words

    def scratch(self) -> list[Scratch]:
        """All unsaved words, those written last first."""
        query = select(scratch).order_by(scratch.c.time.desc(), scratch.c.place)
        return [
            Scratch(place, words, msgspec.json.decode(extra, type=dict[str, Any]), time)
            for place, words, extra, time in self._read(query, "scratch")
        ]

    def find_scratch(self) -> list[Scratch]:
        """Set aside what was being written when an earlier session ended, so that nothing written now takes
        its place, and return it, those written last first, with what was left unfinished by hand. Each
        stands under a place of its own."""
        open_then = and_(scratch.c.place.not_like(f"{_FOUND}%"), scratch.c.place.not_like(f"{LEFT}%"))
        if self._read(select(scratch.c.place).where(open_then), "scratch"):
            aside = _FOUND + scratch.c.time + ":" + scratch.c.place
            self._do(update(scratch).where(open_then).values(place=aside).prefix_with("OR REPLACE"))
        return [each for each in self.scratch() if each.place.startswith((_FOUND, LEFT))]

    def keep_scratch(self, kept: Iterable[Scratch]) -> None:
        """Write these words down, each in the place of what stood at its place; their time is set."""
        now = self._clock()
        rows = [
            {
                "place": each.place,
                "words": each.words,
                "extra": msgspec.json.encode(each.extra).decode(),
                "time": now,
            }
            for each in kept
        ]
        if rows:
            put = upsert(scratch)
            said = {name: put.excluded[name] for name in ("words", "extra", "time")}
            self._do(put.on_conflict_do_update(index_elements=["place"], set_=said), rows)

    def drop_scratch(self, places: Iterable[str]) -> None:
        """Forget the words at these *places*: they are kept in the journal now, or were given up."""
        self._do(delete(scratch).where(scratch.c.place.in_(list(places))))

    # private notes

    def notes(self, subject: str | None = None) -> list[Note]:
        """The notes on *subject*, or all of them, in the order in which they were written."""
        query = select(notes).order_by(notes.c.id)
        if subject is not None:
            query = query.where(notes.c.subject == subject)
        return [Note(*found) for found in self._read(query, "notes")]

    def write_note(self, subject: str, words: str) -> Note:
        """A new note; returned with its number and time."""
        now = self._clock()
        made = self._do(insert(notes).values(subject=subject, words=words, time=now, changed=now))
        return Note(int(made.inserted_primary_key[0]), subject, words, now, now)

    def change_note(self, number: int, words: str) -> Note | None:
        """Put *words* in the place of those of note *number*; None when there is no such note (any more)."""
        self._do(update(notes).where(notes.c.id == number).values(words=words, changed=self._clock()))
        return self._note(number)

    def delete_note(self, number: int) -> Note | None:
        """Delete note *number*; it is returned so that it can be put back, None when there was none."""
        found = self._note(number)
        self._do(delete(notes).where(notes.c.id == number))
        return found

    def put_back_note(self, note: Note) -> None:
        """Put a deleted note back as it was, times and all."""
        self._do(insert(notes).values(**msgspec.structs.asdict(note)))

    def _note(self, number: int) -> Note | None:
        found = self._read(select(notes).where(notes.c.id == number), "notes")
        return Note(*found[0]) if found else None

    # the file

    def _read(self, query: Executable, table: str) -> list[Any]:
        if not self._write and not self._has(table):
            return []  # nobody has opened this file for writing since the table came to be
        found = list(self._connection.execute(query))
        self._connection.rollback()
        return found

    def _has(self, table: str) -> bool:
        query = text("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :name")
        found = self._connection.execute(query, {"name": table}).first()
        self._connection.rollback()
        return found is not None

    def _do(self, statement: Executable, rows: list[dict[str, Any]] | None = None) -> Any:
        if not self._write:
            raise refuse("read_only", N_("This meeting is open for reading only."))
        try:
            with self._connection.begin():
                done = self._connection.execute(statement, rows)
        except DatabaseError as error:
            raise unwritable(self._path, error.orig) from error
        self.wrote = True
        return done
