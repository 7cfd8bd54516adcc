"""Lists of participants as people send them: workbooks and .csv files, sound and broken."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import openpyxl

HEADS = ("Name", "Title", "Role", "Group", "Country", "Credentials received on")
ADA = ("Ada Beacon", "Ms", "member", "Workers’ group", "Norway", "2026-11-02")
BO = ("Bo Fyr", "Mr", "substitute", "government", "SE", "")


def workbook(*rows: Iterable[Any], then: Callable[[Any], None] | None = None, title: str = "List") -> bytes:
    """A workbook of one sheet with *rows*; *then* may do more to the sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if then is not None:
        then(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def separated(*rows: Iterable[str], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """A .csv of *rows*."""
    return "".join(delimiter.join(row) + "\r\n" for row in rows).encode(encoding)
