"""The tables of a meeting file. The journal itself can only be appended to."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

#: "CSLT": shown by file(1), and checked before anything else is believed
APPLICATION_ID = 0x43534C54
#: number of this layout (SQLite's user_version)
FILE_FORMAT = 1

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
triggers = (
    "CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal"
    " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal"
    " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
)
