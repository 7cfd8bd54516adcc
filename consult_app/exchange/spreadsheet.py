"""Spreadsheets from outside: .xlsx and .csv as rows of words, with what is wrong in a cell beside them.

Nothing is ever evaluated: a formula is named as a fault. What a file is is seen from its bytes.
"""

from __future__ import annotations

from pathlib import Path

from consult_app.exchange.errors import unreadable
from consult_app.exchange.reading import MOST_BYTES, bytes_of
from consult_app.exchange.separated import read_separated
from consult_app.exchange.sheets import Best, Sheet
from consult_app.exchange.workbook import read_workbook
from consult_app.meetings.reasons import N_

MOST_SEPARATED = 8 * 1024 * 1024

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


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
    return read_separated(data, best)
