"""The tables of a meeting file. The journal itself can only be appended to."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()
journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("time", Text, nullable=False, index=True),
    Column("desk", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("command", Text, nullable=False),
    Column("events", Text, nullable=False),
    Column("undoes", Integer, nullable=False, default=0),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)
snapshots = Table(
    "snapshots",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("head", Text, nullable=False),
    Column("format", Integer, nullable=False),
    Column("program", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
#: which desk has the file open, for the message to others only
presence = Table(
    "presence",
    metadata,
    Column("host", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("pid", Integer, nullable=False),
)
#: what is kept beside the journal (journal/beside.py): never rows, and missing in files made before
beside_the_journal = MetaData()
#: words that somebody is still writing, for after a crash
scratch = Table(
    "scratch",
    beside_the_journal,
    Column("place", Text, primary_key=True),
    Column("words", Text, nullable=False),
    Column("extra", Text, nullable=False),
    Column("time", Text, nullable=False),
)
#: private notes of the secretariat; a number is never given twice, so that a deleted one can be put back
notes = Table(
    "notes",
    beside_the_journal,
    Column("id", Integer, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("changed", Text, nullable=False),
    sqlite_autoincrement=True,
)
triggers = (
    "CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal"
    " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal"
    " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
)
