"""Excel workbooks (.xlsx), read row by row; what is in them is never evaluated."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from consult_app.exchange.archive import ELSEWHERE, MOST_MARKS, Archive
from consult_app.exchange.cells import fault_of, formula, tidy
from consult_app.exchange.errors import Unreadable, unreadable
from consult_app.exchange.sheets import MOST_COLUMNS, MOST_ROWS, TOO_MANY_ROWS, Best, Row, Sheet, limited
from consult_app.meetings.reasons import N_, Figure, Message

_DAMAGED = N_("The workbook is damaged or was not sent whole; ask for it to be sent again.")
_BURSTS = N_(
    "The file unpacks to more than a list can hold and was not opened; have it saved again in Excel."
)
_LOOKED_AT = 30
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_CHUNK = 1 << 20
_SHEETS = "xl/worksheets/"
_MOST_CELL_MARKS = 2_000_000
#: what Excel itself allows (its specifications and limits)
_MOST_IN_CELL = 32_767
#: an object or a picture that a spreadsheet would fetch by itself; links are followed by a person alone
_ELSEWHERE = re.compile(
    rb"<Relationship\b(?=[^>]*TargetMode=[\"']External)(?=[^>]*/(?:oleObject|image|frame|attachedTemplate)[\"'])"
)
_MOST_MERGED = 10_000


def read_workbook(data: bytes, wanted: str = "", best: Best | None = None) -> Sheet:
    """The sheet called *wanted*, or else the one whose first rows *best* likes best, the first of equals.

    Raises Unreadable for another kind of file, a damaged or dangerous one, a sheet that is not there,
    and a workbook without words.
    """
    _guard(data)
    _not_too_long(data)
    import openpyxl

    try:
        with warnings.catch_warnings():
            # openpyxl warns of parts that it leaves out; no word of a list is in them
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
            try:
                return _chosen(book, data, wanted, best)
            finally:
                book.close()
    except Unreadable:
        raise
    except Exception as error:  # whatever a broken part makes of the reader: it is the file that is broken
        raise unreadable(_DAMAGED) from error


def _chosen(book: Any, data: bytes, wanted: str, best: Best | None) -> Sheet:
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if wanted and wanted not in sheets:
        raise unreadable(
            N_("There is no sheet “{name}” in the workbook; its sheets are {names}."),
            name=wanted,
            names=list(sheets),
        )
    name, rank = wanted, 0
    for title, sheet in () if wanted else sheets.items():
        rows = []
        for row in limited(_rows(sheet)):
            rows.append(row)
            if len(rows) == _LOOKED_AT:
                break
        likes = (best(tuple(rows)) if best else 0) * 2 + bool(rows)
        if likes > rank:
            name, rank = title, likes
    if not name:
        raise unreadable(N_("The workbook is empty; choose the one that holds the list."))
    rows = list(limited(_rows(sheets[name])))
    if not rows:
        raise unreadable(N_("The sheet “{name}” is empty; choose another one."), name=name)
    return Sheet(name, tuple(rows), tuple(sheets), _merged(data, str(sheets[name]._worksheet_path)))


def _rows(sheet: Any) -> Iterator[Row | None]:
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        words: list[str] = []
        faults: dict[int, Message] = {}
        dates: set[int] = set()
        for column, cell in enumerate(cells[:MOST_COLUMNS]):
            said, fault = _words(cell)
            words.append(said)
            if fault is not None:
                faults[column] = fault
            elif isinstance(cell.value, datetime.datetime | datetime.date):
                dates.add(column)
        yield Row(number, tuple(words), faults, frozenset(dates)) if words else None


def _words(cell: Any) -> tuple[str, Message | None]:
    value = cell.value
    if value is None:
        return "", None
    if cell.data_type == "f":
        text = str(getattr(value, "text", None) or value)
        return text, formula(text if text.startswith("=") else f"={text}")
    if cell.data_type == "e":
        error = Message(N_("the error {error}; put the words themselves"), {"error": str(value)})
        return str(value), error
    if isinstance(value, bool):
        return ("yes" if value else "no"), None
    if isinstance(value, datetime.datetime):
        return value.date().isoformat(), None
    if isinstance(value, datetime.date):
        return value.isoformat(), None
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), None
    said = str(value)
    if len(said) > _MOST_IN_CELL:
        raise unreadable(N_("A cell holds more than {most} characters."), most=Figure(_MOST_IN_CELL))
    return tidy(said), fault_of(said)


def _not_too_long(data: bytes) -> None:
    """Refuse a workbook of one sheet with far too many rows before all of it is read: openpyxl walks
    through a whole sheet that does not say its size. Raises Unreadable."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        if len(sheets) != 1:
            return
        count, kept = 0, b""
        try:
            with package.open(sheets[0]) as file:
                while chunk := file.read(_CHUNK):
                    *rows, kept = (kept + chunk).split(b"<row ")
                    count += sum(b"<v" in row or b"<is" in row for row in rows)
                    if count > MOST_ROWS:
                        raise unreadable(TOO_MANY_ROWS, most=Figure(MOST_ROWS))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
            raise unreadable(_DAMAGED) from None


def _merged(data: bytes, part: str) -> tuple[tuple[str, int, int, int, int], ...]:
    """The merged ranges of a sheet: they stand behind its rows, where a reader by rows does not come."""
    out = []
    with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(part.lstrip("/")) as file:
        kept = b""
        while chunk := file.read(_CHUNK):
            kept += chunk
            end = 0
            for found in _MERGED.finditer(kept):
                first, top, last, bottom = (each.decode() for each in found.groups())
                out.append(
                    (f"{first}{top}:{last}{bottom}", int(top), _column(first), int(bottom), _column(last))
                )
                end = found.end()
                if len(out) >= _MOST_MERGED:
                    return tuple(out)
            kept = kept[max(end, len(kept) - 100) :]
    return tuple(out)


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1


class _Workbook(Archive):
    """The parts of a workbook, none of them taken apart. Raises Unreadable unless it is safe to open."""

    damaged = _DAMAGED
    bursts = _BURSTS

    def bursting(self, info: zipfile.ZipInfo) -> bool:
        """As for other files; rows that are much alike pack far better than words."""
        return not info.filename.startswith(_SHEETS) and super().bursting(info)


def _guard(data: bytes) -> None:
    """Raises Unreadable unless the bytes are a workbook that is safe to open."""
    book = _Workbook(data)
    names = book.names
    if "mimetype" in names and b"opendocument" in book.bytes_of("mimetype")[:200]:
        raise unreadable(
            N_("This is an OpenDocument file; save it as an Excel workbook (.xlsx) and try again.")
        )
    if any(name.startswith("word/") for name in names):
        raise unreadable(N_("This is a Word file; save the table in it as .xlsx or .csv."))
    if "xl/workbook.bin" in names:
        raise unreadable(N_("This is a binary workbook (.xlsb); save it as .xlsx and try again."))
    if not any(name.startswith("xl/") for name in names):
        raise unreadable(N_("This is a zip archive but no Excel workbook; choose the .xlsx itself."))
    for name in names:
        if name.endswith((".xml", ".rels")):
            part = book.bytes_of(name).replace(b"\0", b"")
            if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
                # Office files have no document type: it can only be there to do harm
                raise unreadable(
                    N_("The file declares entities, which no workbook does; have it saved again in Excel.")
                )
            most = _MOST_CELL_MARKS if name.startswith(_SHEETS) else MOST_MARKS // 2
            if part.count(b"<") > most:
                raise unreadable(_BURSTS)
            if _ELSEWHERE.search(part) and name.endswith(".rels"):
                raise unreadable(ELSEWHERE, target=name)
