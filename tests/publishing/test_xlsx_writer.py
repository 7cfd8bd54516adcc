"""Spreadsheets out: every cell is text, whatever it begins with."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.publishing.paper import Heading, Masthead, Paper, Para, Table, text
from consult_app.publishing.papers.participants_table import participants_table
from consult_app.publishing.xlsx_writer import DANGEROUS, write_xlsx
from tests.conftest import find_reader
from tests.small_meeting import Meeting

EVIL = (
    "=1+1",
    "+41 Union",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "=cmd|' /C calc'!A0",
    "a & <b> \"c\" 'd'",
    "Ñandú «é»\nsecond line",
    "007",
    "1/2",
    "TRUE",
)


def paper(*rows: tuple[str, ...], heads: tuple[str, ...] = ("A",), title: str = "List") -> Paper:
    table = Table(tuple(text(head) for head in heads), tuple(tuple(text(c) for c in row) for row in rows))
    return Paper("list", title, "en", Masthead(meeting="Meeting & co"), (Para(text(title)), table))


def read(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_no_cell_is_a_formula_a_number_or_a_date() -> None:
    sheet = read(write_xlsx(paper(*((words,) for words in EVIL)))).active
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(EVIL)
    assert {cell.data_type for cell in cells} == {"s"}
    assert [bool(cell.quotePrefix) for cell in cells] == [words.startswith(DANGEROUS) for words in EVIL]
    assert {cell.number_format for cell in cells} == {"@"}


def test_libreoffice_reads_the_words_and_works_nothing_out(tmp_path: Path) -> None:
    office = find_reader("soffice")
    if not (Path(shutil.which(office) or office).resolve().parent / "libsclo.so").exists():
        pytest.skip("LibreOffice has no Calc here")
    path = tmp_path / "list.xlsx"
    path.write_bytes(write_xlsx(paper(*((words,) for words in EVIL))))
    command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += [
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
        str(tmp_path),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with (tmp_path / "list.csv").open(encoding="utf-8", newline="") as file:
        found = [row[0] for row in csv.reader(file)]
    assert [" ".join(words.split()) for words in found[1:]] == [" ".join(words.split()) for words in EVIL]


@given(words=st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@settings(max_examples=300)
def test_any_words_come_back_as_they_were(words: str) -> None:
    cell = read(write_xlsx(paper((words,)))).active["A2"]
    kept = "".join(c for c in words if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
    assert (cell.value or "") == kept
    assert cell.data_type in ("s", "n")
    assert cell.data_type == "s" or cell.value is None


def test_each_table_is_a_sheet_with_a_name_that_a_spreadsheet_takes() -> None:
    table = Table((text("A"),), ((text("x"),),))
    blocks = (Heading(1, text("A/B: [*]?")), table, table, Heading(1, text("x" * 40)), table, table)
    book = read(write_xlsx(Paper("k", "'", "fr", Masthead(), blocks)))
    assert book.sheetnames == ["A B", "A B 2", "x" * 31, "x" * 29 + " 2"]
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    with pytest.raises(ValueError, match="no table"):
        write_xlsx(Paper("k", "t", "en", Masthead(), (Para(text("x")),)))


def test_the_same_paper_gives_the_same_bytes_and_says_what_it_is() -> None:
    data = write_xlsx(paper(("x",)))
    assert data == write_xlsx(paper(("x",)))
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    book = read(data)
    assert book.properties.title == "List"
    assert book.active.auto_filter.ref == "A1:A2"
    assert book.active.oddHeader.left.text == "Meeting && co – List"


@pytest.mark.parametrize(
    ("language", "countries", "office"),
    [
        pytest.param("en", ["Germany", "Norway", "Portugal"], "Worker Vice-Chairperson", id="en"),
        pytest.param("fr", ["Allemagne", "Norvège", "Portugal"], "Vice-présidente travailleuse", id="fr"),
        pytest.param("es", ["Alemania", "Noruega", "Portugal"], "Vicepresidenta trabajadora", id="es"),
    ],
)
def test_participants_stand_in_the_order_of_the_language(
    language: str, countries: list[str], office: str
) -> None:
    meeting = Meeting()
    for name, country in (("Zed", "DE"), ("Émile", "NO"), ("Eve", "NO")):
        meeting.do("register_participant", name=name, role="member", group="workers", country=country)
    meeting.do("change_participant", participant="Cleo Fanal", title="Ms", may_vote=False, why_not="=arrears")
    meeting.do("elect_officer", office="worker_vice_chairperson", participant="Cleo Fanal")
    sheet = read(write_xlsx(participants_table(meeting.state, language))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    workers = [row for row in rows if "ravail" in row[0] or "ork" in row[0] or "rabaj" in row[0]]
    assert [row[3] for row in workers] == ["Zed", "Émile", "Eve", "Cleo Fanal"]
    assert list(dict.fromkeys(row[1] for row in workers)) == countries
    assert (workers[-1][5], workers[-1][9]) == (office, "=arrears")
