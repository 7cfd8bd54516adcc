"""The order of discussion on paper and in a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from consult_app.meetings.acts import LANGUAGES
from consult_app.publishing.docx.writer import write_docx
from consult_app.publishing.export import PAPERS
from consult_app.publishing.paper import Heading, Paper, Table, words_of
from consult_app.publishing.papers.order_paper import order
from consult_app.publishing.papers.order_table import order_table
from consult_app.publishing.pdf.writer import write_pdf
from consult_app.publishing.xlsx_writer import write_xlsx
from tests.publishing.reading import lines, lively
from tests.small_meeting import Meeting, text_command

Reader = Callable[..., str]
NUMBER, WHERE, REMARKS, FOLLOWS = 1, 4, 5, 6


def rows(paper: Paper) -> list[list[str]]:
    found = (block.rows for block in paper.blocks if isinstance(block, Table))
    return [[words_of(cell) for cell in row] for table in found for row in table]


def headings(paper: Paper) -> list[str]:
    return [words_of(block.runs) for block in paper.blocks if isinstance(block, Heading)]


def row_of(meeting: Meeting, number: str, language: str = "en") -> list[str]:
    found = rows(order(meeting.state, language))
    return next(row for row in found if row[NUMBER].split("\n")[0].strip() == number)


def test_a_table_for_each_paragraph_in_the_order_of_discussion() -> None:
    paper = order(lively().state, "en")
    assert headings(paper) == [
        "Paragraph 1 – Lighthouses guide ships at night.",
        "Paragraph 2(i) – collect statistics on keepers;",
        "Paragraph 2(ii) – train keepers, in particular in:",
        "Paragraph 2(ii)(a) – the care of lamps;",
        "Paragraph 2 – The Office should:",
        "Paragraph 3 – Governments should respect the rest of keepers.",
        "Footnote 1 – See the report of the Office.",
    ]
    found = [[*row[:2], row[3], *row[WHERE:7]] for row in rows(paper)]
    assert found[:6] == [
        [
            "1",
            "D.1\nUnder discussion",
            "Change of wording",
            "at “… Lighthouses”",
            "",
            "",
        ],
        ["2", "\u2003D.1/S.1\nProposed", "Change of wording", "in amendment D.1", "", ""],
        ["3", "D.2\nQueued", "Change of wording", "at “… Lighthouses guide ships”", "", ""],
        ["4", "D.7\nQueued", "Division of a paragraph", "at “on keepers;”", "", ""],
        [
            "5",
            "D.4\nQueued",
            "Deletion",
            "the whole",
            "D.4 and D.5 compete; the furthest removed from the text comes first.",
            "D.5 falls",
        ],
        ["6", "D.5\nQueued", "Change of wording", "at “… care of lamps”", "Competes with D.4.", ""],
    ]
    assert found[6][3] == "after it"
    assert found[7][4:] == ["Identical with D.10: one discussion.", "D.10 falls"]
    assert found[9][2:4] == ["Move", "the whole, to another place"]
    assert {row[7] for row in rows(paper)} == {"☐\u00a0adopted\n☐\u00a0not adopted\n☐\u00a0withdrawn"}


def test_the_worked_example_of_the_procedure() -> None:
    meeting = Meeting()
    meeting.submit("2", kind="insert_after", node_kind="item", text="rest.")
    for text in ("The Office shall:", "The Office should, upon request:"):
        meeting.submit("2", text)
    meeting.submit("2", kind="delete", by="employers")
    found = [row[NUMBER].split("\n")[0] for row in rows(order(meeting.state, "en"))]
    assert found[0] == "D.4"
    lead = row_of(meeting, "D.4")
    assert lead[REMARKS].startswith("D.4, ")
    assert "D.2" in lead[FOLLOWS]
    assert "D.3" in lead[FOLLOWS]
    assert lead[FOLLOWS].endswith("fall")


def test_what_cannot_be_placed_says_why_until_a_sort_code_decides() -> None:
    meeting = Meeting()
    meeting.submit("1", "Lighthouses guide boats at night.[^1]")
    meeting.submit("1", "Lighthouses guide vessels at night.[^1]", by="employers")
    assert row_of(meeting, "D.1")[REMARKS].split("\n")[0] == (
        "D.1 and D.2 touch the same words and are as far from them; a sort code decides."
    )
    meeting.do("set_sort_code", amendment="D.2", code="m1")
    assert row_of(meeting, "D.2")[REMARKS].startswith("Sort code M1.\n")
    assert [row[NUMBER][:3] for row in rows(order(meeting.state, "en"))] == ["D.2", "D.1"]


def test_the_order_of_the_chair_is_given_with_its_reason() -> None:
    meeting = Meeting()
    meeting.submit("1", "Lighthouses guide boats at night.[^1]")
    meeting.submit("3", kind="delete")
    meeting.do("set_order", amendments=["D.2", "D.1"], reason="The Workers asked for it.")
    assert meeting.text.order_reason == "The Workers asked for it."
    assert lines(order(meeting.state, "en"))[2] == (
        "The chair takes D.2 and D.1 in this order. Reason given: The Workers asked for it."
    )
    assert [row[NUMBER][:3] for row in rows(order(meeting.state, "en"))] == ["D.2", "D.1"]
    assert row_of(meeting, "D.2")[REMARKS] == "Placed by the chair."
    meeting.do("set_order", amendments=[])
    assert meeting.text.order_reason == ""


def test_an_instruction_about_no_place_is_said_to_have_none() -> None:
    meeting = Meeting()
    meeting.submit("title", "Check the spelling throughout.", kind="free")
    remark = row_of(meeting, "D.1")[REMARKS]
    assert remark == "D.1 is an instruction that is not about one place in the text; give it a sort code."


def test_of_several_texts_each_is_named() -> None:
    meeting = Meeting()
    meeting.run(text_command() | {"text_id": "resolution"})
    meeting.submit("3", kind="delete")
    meeting.submit("3", kind="delete", text_id="resolution")
    assert (
        headings(order(meeting.state, "en"))
        == [
            "Conclusions on lighthouses",
            "Paragraph 3 – Governments should respect the rest of keepers.",
        ]
        * 2
    )
    found = [row[0] for row in rows(order_table(meeting.state, "en"))]
    assert found == ["Conclusions on lighthouses – Paragraph 3"] * 2


def test_what_is_disposed_of_is_in_the_order_no_more() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    assert PAPERS["order"].matter(meeting.state)
    meeting.do("reject_amendment", amendment="D.1")
    assert rows(order(meeting.state, "en")) == []
    assert not PAPERS["order"].matter(meeting.state)


def test_the_spreadsheet_is_one_table_with_room_for_the_outcome() -> None:
    import openpyxl

    paper = order_table(lively().state, "es")
    [sheet] = openpyxl.load_workbook(io.BytesIO(write_xlsx(paper))).worksheets
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert found[0][:5] == ["Objeto", "Orden", "Enmienda", "Presentada por", "Estado"]
    assert found[0][-1] == "Resultado"
    assert [row[2] for row in found[1:]] == [
        "D.1", "D.1/S.1", "D.2", "D.7", "D.4", "D.5", "D.3", "D.9", "D.10", "D.6", "D.8",
    ]  # fmt: skip
    assert found[5][0] == "Párrafo 2, ii)"
    assert {row[-1] for row in found[1:]} == {None}


@pytest.mark.parametrize("language", LANGUAGES, ids=LANGUAGES)
def test_other_programs_read_it(language: str, reader: Reader, tmp_path: Path) -> None:
    paper = order(lively().state, language)
    pdf, docx = tmp_path / "o.pdf", tmp_path / "o.docx"
    pdf.write_bytes(write_pdf(paper))
    docx.write_bytes(write_docx(paper))
    for said in (
        reader("pdftotext", "-layout", pdf, "-"),
        reader("pandoc", "-t", "plain", "--wrap=none", docx),
    ):
        for heading in headings(paper):
            assert heading in " ".join(said.split())
        assert said.count("☐") == 3 * 11
