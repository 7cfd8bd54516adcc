"""One row of the journal, and the chain of hashes that holds the rows together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

#: number of the form in which commands and events are written; see ``upgrade``
ROW_VERSION = 1
GENESIS = "0" * 64


class Row(msgspec.Struct, frozen=True):
    """One performed command with its events, as JSON texts; ``undoes`` is the row that it takes
    back (0 for an ordinary row). ``time`` is ISO 8601 in UTC, ``previous`` and ``hash`` are
    SHA-256 in hexadecimal."""

    seq: int
    time: str
    desk: str
    actor: str
    version: int
    command: str
    events: str
    undoes: int
    previous: str
    hash: str


def sealed(
    previous: str, seq: int, time: str, desk: str, actor: str, command: str, events: str, undoes: int = 0
) -> Row:
    """The next row, with its hash over everything in it and the hash of the row before."""
    return Row(
        seq,
        time,
        desk,
        actor,
        ROW_VERSION,
        command,
        events,
        undoes,
        previous,
        row_hash(previous, seq, time, desk, actor, ROW_VERSION, command, events, undoes),
    )


def row_hash(previous: str, *fields: str | int) -> str:
    """SHA-256 over the previous hash and the fields, each with its length before it."""
    digest = hashlib.sha256(str(previous).encode("utf-8", "surrogatepass"))
    for field in fields:
        data = str(field).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


def active(undoes: Iterable[tuple[int, int]]) -> dict[int, bool]:
    """Which rows count, from ``(seq, undoes)`` pairs in order: a row counts unless a row that
    itself counts takes it back."""
    pairs = list(undoes)
    counts = {seq: True for seq, _ in pairs}
    for seq, target in reversed(pairs):
        if target and counts[seq] and target in counts:
            counts[target] = False
    return counts


def faults(rows: Iterable[Row]) -> Iterator[str]:
    """What is wrong with a chain of rows from the first, one sentence each; nothing if sound."""
    previous, seq = GENESIS, 0
    for row in rows:
        seq += 1
        if row.seq != seq:
            yield f"row {row.seq} stands where row {seq} should be"
            seq = row.seq
        if row.previous != previous:
            yield f"row {row.seq} does not follow from the row before it"
        expected = row_hash(
            row.previous,
            row.seq,
            row.time,
            row.desk,
            row.actor,
            row.version,
            row.command,
            row.events,
            row.undoes,
        )
        if row.hash != expected:
            yield f"row {row.seq} has been changed since it was written"
        if row.undoes >= row.seq:
            yield f"row {row.seq} takes back a row that is not before it"
        previous = row.hash
