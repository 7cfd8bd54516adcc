"""A whole copy of a meeting file, made by SQLite's own backup while the file may be written to."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ..meetings.reasons import N_, Message
from .errors import NotAMeeting
from .schema import beside_the_journal


def copied(
    source: Path, target: Path, *, private: bool = True, reading: sqlite3.Connection | None = None
) -> Path:
    """A whole copy beside *target*, under a name of its own, made through *reading* where that is given.
    Raises NotAMeeting when *source* is damaged."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    own = reading is None
    if reading is None:
        reading = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
    writing = sqlite3.connect(part)
    try:
        reading.backup(writing, pages=200, sleep=0.002)
        writing.execute("DELETE FROM presence")
        writing.commit()
        if not private:
            _without_private(writing)
        writing.execute("PRAGMA journal_mode=DELETE")
        sound = writing.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    except sqlite3.DatabaseError as error:
        part.unlink(missing_ok=True)
        raise NotAMeeting(
            Message(N_("{file} is damaged ({error})."), {"file": source.name, "error": str(error)})
        ) from error
    finally:
        writing.close()
        if own:
            reading.close()
    if not sound:
        part.unlink()
        raise NotAMeeting(
            Message(N_("{file} is damaged ({error})."), {"file": source.name, "error": "quick_check"})
        )
    return part


def _without_private(writing: sqlite3.Connection) -> None:
    """Take out what is kept beside the journal. What SQLite deletes stays in the file as free space, also
    what was deleted long ago: only a file that is written anew has none of it."""
    for table in beside_the_journal.tables:
        writing.execute(f"DROP TABLE IF EXISTS {table}")
    writing.commit()
    writing.execute("VACUUM")
