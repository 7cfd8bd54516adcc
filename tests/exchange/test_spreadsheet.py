"""Spreadsheets: encodings, separators, and every kind of file that is not one."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.exchange.cells import fault_of
from consult_app.exchange.columns import likes
from consult_app.exchange.errors import Unreadable
from consult_app.exchange.sheets import MOST_ROWS, letters
from consult_app.exchange.spreadsheet import load, read_sheet
from tests.effort import MANY
from tests.exchange.people_files import ADA, BO, HEADS, separated, workbook


def rows(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read_sheet(data, best=likes).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"], ids=["semicolon", "comma", "tab", "bar"])
def test_any_encoding_and_any_separator(encoding: str, delimiter: str) -> None:
    data = separated(("Nom", "Pays"), ("Zoë Pé’an", "Côte d’Ivoire"), delimiter=delimiter, encoding=encoding)
    assert rows(data) == [("Nom", "Pays"), ("Zoë Pé’an", "Côte d’Ivoire")]
    assert read_sheet(data, best=likes).delimiter == delimiter


def test_a_separator_that_the_file_names_itself_and_lines_within_a_cell() -> None:
    data = b'sep=,\r\nName,Country\r\n"Ada\r\nBeacon",NO\r\nBo,"S,E"\r\n'
    sheet = read_sheet(data)
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, ("Name", "Country")),
        (3, ("Ada Beacon", "NO")),
        (5, ("Bo", "S,E")),
    ]


def _zip(*names: str, **texts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, b"x")
        for name, text in texts.items():
            package.writestr(name, text)
    return out.getvalue()


def _with_part(name: str, data: bytes) -> bytes:
    """A sound workbook in which one part holds *data*."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(HEADS, ADA))) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for each in source.namelist():
            target.writestr(each, data if each == name else source.read(each))
    return out.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \r\n;;\r\n", "is empty", id="blank"),
        pytest.param(_OLE, "Excel 97–2003", id="xls"),
        pytest.param(_OLE + "EncryptedPackage".encode("utf-16-le"), "password", id="encrypted"),
        pytest.param(b"%PDF-1.7", "PDF", id="pdf"),
        pytest.param(b"{\\rtf1}", "a text", id="rtf"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\0" * 9, "not a spreadsheet", id="picture"),
        pytest.param(b"Name\r\n\x81\x8d\xff\r\n", "cannot be read (cp1252)", id="no encoding"),
        pytest.param("Näme".encode("utf-16")[:-1], "cannot be read (utf-16)", id="half a letter"),
        pytest.param(b'Name;Role\r\n"Ada;member\r\nBo;member\r\n', "quotation mark", id="open quotation"),
        pytest.param(b"PK\x03\x04broken", "damaged", id="broken zip"),
        pytest.param(workbook(HEADS, ADA)[:-400], "damaged", id="cut off"),
        pytest.param(_zip("word/document.xml"), "Word file", id="docx"),
        pytest.param(_zip("xl/workbook.bin"), "binary workbook", id="xlsb"),
        pytest.param(_zip("notes.txt"), "no Excel workbook", id="other zip"),
        pytest.param(
            _zip(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument", id="ods"
        ),
        pytest.param(_with_part("xl/worksheets/sheet1.xml", _DOCTYPE), "entities", id="entities"),
        pytest.param(_with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetD"), "damaged", id="half"),
        pytest.param(_with_part("xl/workbook.xml", b"<x/>"), "is empty", id="no sheets"),
        pytest.param(_with_part("xl/styles.xml", b" " * 40_000_000), "unpacks to more", id="zip bomb"),
        pytest.param(workbook(), "is empty", id="empty workbook"),
    ],
)
def test_what_is_no_list_is_said_with_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as found:
        read_sheet(data, best=likes)
    assert says in str(found.value)


@given(cut=st.integers(0, 6000), instead=st.binary(max_size=4))
@settings(max_examples=200)
def test_a_damaged_workbook_is_never_anything_but_unreadable(cut: int, instead: bytes) -> None:
    sound = workbook(HEADS, ADA, BO)
    broken = sound[: cut % len(sound)] + instead + sound[cut % len(sound) + len(instead) :]
    try:
        read_sheet(broken, best=likes)
    except Unreadable:
        return


@given(data=st.binary(max_size=300))
@pytest.mark.soak
@settings(max_examples=MANY)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        sheet = read_sheet(data, best=likes)
    except Unreadable:
        return
    assert sheet.rows


def test_more_rows_than_a_list_has_are_refused_before_they_are_kept() -> None:
    data = separated(("Name", "Role"), *(((f"P {n}"), "member") for n in range(100_000)))
    with pytest.raises(Unreadable, match="more than 10000 rows"):
        read_sheet(data, best=likes)
    at_most = separated(*(((f"P {n}"), "member") for n in range(MOST_ROWS)))
    assert len(read_sheet(at_most).rows) == MOST_ROWS


def test_the_sheet_is_chosen_by_its_headings_or_by_name() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Read me"])
    for title, cells in (("People", HEADS), ("Other", ("Name", "Colour"))):
        book.create_sheet(title).append(list(cells))
    out = io.BytesIO()
    book.save(out)
    found = read_sheet(out.getvalue(), best=likes)
    assert (found.name, found.sheets) == ("People", ("Sheet", "People", "Other"))
    assert read_sheet(out.getvalue(), "Other", best=likes).rows[0].cells == ("Name", "Colour")
    with pytest.raises(Unreadable, match="There is no sheet “Nothing”"):
        read_sheet(out.getvalue(), "Nothing")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("=1+1", "formula"),
        (" =HYPERLINK(1)", "formula"),
        ("@SUM(1)", "formula"),
        ("+cmd|' /C calc'!A0", "formula"),
        ("-2+3!A1", "formula"),
        ("JosÃ© NÃºÃ±ez", "José Núñez"),
        ("Jos\ufffd", "letters were lost"),
    ],
)
def test_words_that_cannot_be_taken(words: str, says: str) -> None:
    fault = fault_of(words)
    assert fault is not None
    assert says in fault.msgid + str(fault.values)


@pytest.mark.parametrize("words", ["–", "-", "+41 Union", "Ângela Ãvila", "a=b", "São Tomé", "Pâté & Co"])
def test_words_that_only_look_like_that(words: str) -> None:
    assert fault_of(words) is None


def test_columns_have_the_letters_of_spreadsheets() -> None:
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no file"):
        load(tmp_path / "none.csv")
    with pytest.raises(Unreadable, match="is a folder"):
        load(tmp_path)


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp437"], ids=["Mac", "DOS", "DOS, American"])
@pytest.mark.parametrize("name", ["José Peña", "Zoé Núñez", "Citroën Gómez"])
def test_letters_of_another_system_are_not_taken_for_those_of_windows(encoding: str, name: str) -> None:
    data = separated(("Name", "Role"), (name, "member"), encoding=encoding)
    [_heads, row] = read_sheet(data, best=likes).rows
    assert 0 in row.faults


@pytest.mark.parametrize("name", ["Šime Žižek", "Jean–Pierre Œuvré", "D’Arcy «Bo» Ÿ", "Ñandú Ångström"])
def test_letters_of_windows_are_no_fault(name: str) -> None:
    data = separated(("Name", "Role"), (name, "member"), encoding="cp1252")
    assert read_sheet(data, best=likes).rows[1].faults == {}


def test_a_quotation_mark_is_missed_in_every_language() -> None:
    with pytest.raises(Unreadable) as found:
        read_sheet(b'Name;Role\r\n"Ada;member\r\n', best=likes)
    assert found.value.message.values == {"line": 2}
