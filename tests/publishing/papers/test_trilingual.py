"""The trilingual table: numbers and states of each language, and nothing marked."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from consult_app.meetings.acts import LANGUAGES
from consult_app.publishing.docx.writer import write_docx
from consult_app.publishing.export import PAPERS
from consult_app.publishing.paper import Table
from consult_app.publishing.papers.trilingual import trilingual
from consult_app.publishing.papers.trilingual_table import trilingual_table
from consult_app.publishing.pdf.writer import write_pdf
from consult_app.publishing.xlsx_writer import write_xlsx
from tests.drafting.meeting import drafted, finish
from tests.publishing.reading import cells
from tests.small_meeting import Meeting

Reader = Callable[..., str]


def test_each_language_has_its_own_number_and_its_own_state() -> None:
    held = drafted("en", "fr", "es")
    held.submit("2(i)", "Help all keepers, as set out in paragraph 3.")
    held.do(do="adopt_amendment", amendment="D.1")
    held.do(do="sign_off", node="2(ii)", language="fr", by="A. Reviser")
    paper = trilingual(held.state, "en")
    assert paper.landscape
    assert paper.provisional
    assert cells(paper, 0) == [
        ["Original", "11", "0", "0"],
        ["Checked by the reviser", "0", "1", "0"],
        ["Draft translation", "0", "9", "10"],
        ["Out of date", "0", "1", "1"],
    ]
    found = cells(paper, 1)
    assert len(found) == 11
    assert found[7] == [
        "(i)\u00a0Help all keepers, as set out in paragraph\u00a03.\n[original]",
        "i)\u00a0aider les gardiens, à leur demande, comme l’indique le paragraphe\u00a03;\n[out of date]",
        "i)\u00a0ayudar a los fareros, cuando lo soliciten, según se indica en el párrafo\u00a03;\n"
        "[out of date]",
    ]
    assert found[8][1].endswith("\n[checked by the reviser: A. Reviser]")
    assert found[0][1] == "Conclusions1\n[draft translation]"
    assert found[10][2] == "1\u00a0Las presentes conclusiones se publicarán.\n[draft translation]"


def test_it_is_said_where_a_language_is_missing() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("2", "Keepers should rest.", kind="insert_after")
    meeting.adopt("D.1")
    assert ["2bis.\u00a0Keepers should rest.\n[original]", "[à traduire]"] in cells(
        trilingual(meeting.state, "fr"), 1
    )


def test_the_adopted_text_is_numbered_through_and_no_longer_provisional() -> None:
    held = drafted("en", "fr", "es")
    held.submit("1", "Keepers sing.", kind="insert_after")
    held.do(do="adopt_amendment", amendment="D.1")
    for language, words in (("fr", "Les gardiens chantent."), ("es", "Los fareros cantan.")):
        held.do(do="set_translation", node="1bis", language=language, text=words)
    finish(held)
    paper = trilingual(held.state, "es")
    assert not paper.provisional
    found = cells(paper, 1)
    assert found[6][1].startswith("2.\u00a0Les gardiens chantent.\n")
    assert found[8][1].startswith(
        "i)\u00a0aider les gardiens, à leur demande, comme l’indique le paragraphe\u00a04;"
    )
    assert found[3][0].startswith("Adopts, this sixth day of March 2026,")


def test_deleted_nodes_are_left_out_and_no_change_is_marked() -> None:
    held = drafted("en", "fr", "es")
    held.submit("3", kind="delete")
    held.do(do="adopt_amendment", amendment="D.1")
    paper = trilingual(held.state, "en")
    assert len(cells(paper, 1)) == 10
    [_figures, table] = [block for block in paper.blocks if isinstance(block, Table)]
    assert not any(span.change for row in table.rows for cell in row for span in cell)
    assert table.languages == ("en", "fr", "es")


def test_there_is_matter_where_there_are_two_languages() -> None:
    assert not PAPERS["trilingual"].matter(drafted("en").state)
    assert PAPERS["trilingual"].matter(drafted("en", "es").state)


def test_the_spreadsheet_has_columns_for_number_words_and_state() -> None:
    import openpyxl

    paper = trilingual_table(drafted("en", "fr", "es").state, "fr")
    [sheet] = openpyxl.load_workbook(io.BytesIO(write_xlsx(paper))).worksheets
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert found[0][2:8] == ["N°", "Anglais", "État du libellé", "N°", "Français", "État du libellé"]
    assert found[8][:8] == [
        "Paragraphe 2 i)",
        "Non examiné",
        "(i)",
        "Help keepers, upon their request, as set out in paragraph\u00a03.",
        "original",
        "i)",
        "aider les gardiens, à leur demande, comme l’indique le paragraphe\u00a03;",
        "traduction provisoire",
    ]


@pytest.mark.parametrize("language", LANGUAGES, ids=LANGUAGES)
def test_other_programs_read_it(language: str, reader: Reader, tmp_path: Path) -> None:
    paper = trilingual(drafted("en", "fr", "es").state, language)
    pdf, docx = tmp_path / "t.pdf", tmp_path / "t.docx"
    pdf.write_bytes(write_pdf(paper))
    docx.write_bytes(write_docx(paper))
    plain = " ".join(reader("pandoc", "-t", "plain", "--columns=400", docx).split())
    page = reader("pdftotext", "-layout", pdf, "-")
    for words in ("Keepers have rights.", "Les gardiens ont des droits.", "Los fareros tienen derechos."):
        assert words in plain
        assert words in page
