"""Spreadsheets from outside: .xlsx and .csv as rows of words, with what is wrong in a cell beside them.

Nothing is ever evaluated: a formula is named as a fault. What a file is is seen from its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from consult_app.exchange.errors import unreadable
from consult_app.exchange.reading import MOST_BYTES, bytes_of
from consult_app.meetings.reasons import N_, Figure, Message

MOST_ROWS = 10_000
MOST_SEPARATED = 8 * 1024 * 1024
MOST_COLUMNS = 200
#: empty rows that are walked through before the sheet counts as ended
MOST_EMPTY = 100_000

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

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


def load(path: Path) -> bytes:
    """The bytes of the file *path*. Raises Unreadable, saying what to do."""
    data = bytes_of(path)
    if len(data) > MOST_BYTES:
        raise unreadable(N_("The file is larger than 50 MB: this is not a list of participants."))
    return data


def read_sheet(data: bytes, wanted: str = "", *, best: Best | None = None) -> Sheet:
    """The sheet called *wanted* in the file, or else the one that *best* likes best (the first with any
    rows without it). Raises Unreadable for whatever is no spreadsheet, is damaged, or is too large."""
    if data.startswith(_ZIP):
        from consult_app.exchange.workbook import read_workbook

        return read_workbook(data, wanted, best)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise unreadable(
                N_("The file is protected by a password; have it saved without the password and sent again.")
            )
        raise unreadable(N_("This is a file of Excel 97–2003 (.xls); save it as .xlsx and try again."))
    if data.startswith(b"%PDF"):
        raise unreadable(
            N_("This is a PDF file; ask for the spreadsheet (.xlsx or .csv) that it was made from.")
        )
    if data.startswith(b"{\\rtf"):
        raise unreadable(N_("This is a text, not a spreadsheet; save the table in it as .xlsx or .csv."))
    if len(data) > MOST_SEPARATED:
        raise unreadable(N_("The file is larger than 8 MB: this is not a list of participants."))
    from consult_app.exchange.separated import read_separated

    return read_separated(data, best)


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
