"""A sheet as it is read from whatever holds one: rows of words, held to what a list of people can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from consult_app.exchange.errors import unreadable
from consult_app.meetings.reasons import N_, Figure, Message

MOST_ROWS = 10_000
MOST_COLUMNS = 200
#: empty rows that are walked through before the sheet counts as ended
MOST_EMPTY = 100_000

TOO_MANY_ROWS = N_(
    "The sheet has more than {most} rows: this is not a list of participants, or it has to be imported in "
    "parts."
)


class Row(msgspec.Struct, frozen=True):
    """One row that is not empty: its number in the file, its words by column, and the faults of cells
    by column. ``dates`` are the columns that hold a date; their words are its ISO form."""

    number: int
    cells: tuple[str, ...]
    faults: dict[int, Message] = {}
    dates: frozenset[int] = frozenset()

    def cell(self, column: int) -> str:
        """The words in *column*, "" where the row ends before."""
        return self.cells[column] if column < len(self.cells) else ""


#: how much a few first rows look like the list that is wanted; 0 is not at all
Best = Callable[[tuple[Row, ...]], int]


class Sheet(msgspec.Struct, frozen=True):
    """One sheet as it was read. ``merged`` are the merged ranges (first row, first column, last row, last
    column; columns from 0) with their names; ``encoding`` and ``delimiter`` are those of a .csv."""

    name: str
    rows: tuple[Row, ...]
    sheets: tuple[str, ...] = ()
    merged: tuple[tuple[str, int, int, int, int], ...] = ()
    encoding: str = ""
    delimiter: str = ""


def limited(rows: Iterator[Row | None]) -> Iterator[Row]:
    """The rows that are not empty. Raises Unreadable beyond :data:`MOST_ROWS`."""
    count = empty = 0
    for row in rows:
        if row is None or not (any(row.cells) or row.faults):
            empty += 1
            if empty > MOST_EMPTY:
                return
            continue
        count += 1
        if count > MOST_ROWS:
            raise unreadable(TOO_MANY_ROWS, most=Figure(MOST_ROWS))
        empty = 0
        yield row


def letters(column: int) -> str:
    """The name of a column (from 0) as spreadsheets say it: A, B … AA."""
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out
