"""Files of separated values (.csv): encoding and separator are guessed, and said."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from consult_app.exchange.cells import fault_of, lost, tidy
from consult_app.exchange.errors import unreadable
from consult_app.exchange.sheets import MOST_COLUMNS, Best, Row, Sheet, limited
from consult_app.meetings.reasons import N_

DELIMITERS = (";", ",", "\t", "|")
_LOOKED_AT = 30
_MOST_IN_LINE = 200_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = N_("This is not a spreadsheet; choose an Excel workbook (.xlsx) or a .csv file.")


def read_separated(data: bytes, best: Best | None = None) -> Sheet:
    """The rows of a .csv in UTF-8, UTF-16 or cp1252. The separator is the one under which *best* likes
    the first rows best, else the one that gives most columns. Raises Unreadable."""
    text, encoding = decoded(data)
    if max(map(len, text.splitlines()), default=0) > _MOST_IN_LINE:
        raise unreadable(_NOT_TEXT)
    first, _, rest = text.partition("\n")
    delimiter, skipped = "", 0
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter, text, skipped = first.strip()[4], rest, 1
    delimiter = delimiter or _delimiter(text, best)
    rows = tuple(limited(_rows(text, delimiter, skipped, guessed=encoding == "cp1252")))
    if not rows:
        raise unreadable(N_("The file is empty; choose the one that holds the list."))
    return Sheet("", rows, encoding=encoding, delimiter=delimiter)


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the encoding that it was in. Raises Unreadable for bytes that are no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding), encoding
    # without a mark UTF-16 shows by its zeros: every other byte of Latin letters is one
    zeros = data[:2000:2].count(0), data[1:2000:2].count(0)
    if any(zeros):
        if min(zeros) or max(zeros) * 3 < len(data[:2000]):
            raise unreadable(_NOT_TEXT)
        return _strictly(data, "utf-16-be" if zeros[0] else "utf-16-le"), "utf-16"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strictly(data, "cp1252"), "cp1252"


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise unreadable(
            N_("The letters of this file cannot be read ({encoding}); save it as .xlsx or as CSV UTF-8."),
            encoding=encoding,
        ) from None


def _delimiter(text: str, best: Best | None) -> str:
    head = "\n".join(text.splitlines()[:_LOOKED_AT])
    found: list[tuple[int, int, str]] = []
    for delimiter in DELIMITERS:
        rows: list[Row] = []
        try:
            # only the beginning is looked at: a cell that goes on behind it is no fault here
            for each in csv.reader(io.StringIO(head), delimiter=delimiter):
                rows.append(Row(len(rows) + 1, tuple(each)))
        except csv.Error:
            continue
        columns = max((len(row.cells) for row in rows), default=0)
        found.append((best(tuple(rows)) if best else 0, columns, delimiter))
    # max takes the first of equals: the order of DELIMITERS
    return max(found, key=lambda each: each[:2])[2] if found else ","


def _rows(text: str, delimiter: str, skipped: int, *, guessed: bool) -> Iterator[Row | None]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1 + skipped
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise unreadable(
                N_("Line {line} cannot be read: a quotation mark is missing, or one too many."), line=line
            ) from None
        faults = {
            column: fault
            for column, words in enumerate(cells)
            if (fault := fault_of(words) or (lost(words) if guessed else None))
        }
        yield Row(line, tuple(tidy(words) for words in cells[:MOST_COLUMNS]), faults)
