"""The register of follow-up on paper, and the proceedings in what is shown from outside."""

from __future__ import annotations

from typing import Any

import pytest

from consult_app.publishing.export import export
from consult_app.publishing.paper import Heading, Paper, Table, words_of
from consult_app.publishing.papers.followup import anything_to_follow, due_words, followup
from consult_app.publishing.papers.followup_table import followup_table
from consult_app.publishing.shown.meeting import shown
from tests.drafting.meeting import adopted, drafted
from tests.small_meeting import Meeting


def rows(paper: Paper) -> list[list[str]]:
    return [
        [words_of(cell) for cell in row]
        for block in paper.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            [
                "2(i)",
                "Help keepers, upon their request, as set out in paragraph 3.",
                "Office",
                "",
                "Upon their request",
                "",
                "To be assigned",
            ],
        ),
        (
            "fr",
            [
                "2 i)",
                "aider les gardiens, à leur demande, comme l’indique le paragraphe 3;",
                "Bureau",
                "",
                "À leur demande",
                "",
                "À attribuer",
            ],
        ),
        (
            "es",
            [
                "2, i)",
                "ayudar a los fareros, cuando lo soliciten, según se indica en el párrafo 3;",
                "Oficina",
                "",
                "Cuando lo soliciten",
                "",
                "Por asignar",
            ],
        ),
    ],
)
def test_each_action_is_a_line_in_the_words_of_the_language(language: str, line: list[str]) -> None:
    held = adopted("en", "fr", "es")
    paper = followup(held.state, language)
    assert (paper.landscape, paper.provisional, paper.language) == (True, "", language)
    found = rows(paper)
    assert len(found) == 2
    assert [cell.replace("\u00a0", " ") for cell in found[0]] == line


def test_what_was_entered_is_printed() -> None:
    held = drafted("en")
    held.do(
        do="set_action",
        action="2(i)",
        unit="LAMPS",
        partners=["IMO", "keepers"],
        due="2027-03-31",
        reporting_body="governing_body",
        status="under_way",
        note="First report drafted.",
    )
    held.do(do="add_action", text={"en": "Print the conclusions."}, actor="Printer", due="2027")
    paper = followup(held.state, "en")
    assert paper.provisional
    first, _second, last = rows(paper)
    assert first[2:] == [
        "Office\nLAMPS",
        "IMO and keepers",
        "Upon their request",
        "31 March 2027\nGoverning Body",
        "Under way\nFirst report drafted.",
    ]
    assert last[:3] == ["F.1", "Print the conclusions.", "Printer"]
    assert [words_of(b.runs) for b in paper.blocks if isinstance(b, Heading)] == ["Further actions"]


def test_what_a_language_lacks_stands_in_the_original_with_the_items_under_it() -> None:
    meeting = Meeting("en")
    found = rows(followup(meeting.state, "fr"))
    assert found[1][1] == (
        "train keepers, in particular in: [Original: anglais]\n"
        "a) the care of lamps; [Original: anglais]\nb) first aid. [Original: anglais]"
    )


def test_numbers_are_those_of_the_printed_text() -> None:
    held = drafted("en")
    held.do(do="submit_amendment", by="workers", kind="delete", target="1")
    held.do(do="adopt_amendment", amendment="D.1")
    assert rows(followup(held.state, "en"))[0][0] == "2(i)"
    held.do(do="adopt_node", node="rest")
    held.do(do="adopt_text")
    assert rows(followup(held.state, "en"))[0][:2] == [
        "1(i)",
        "Help keepers, upon their request, as set out in paragraph\u00a02.",
    ]


@pytest.mark.parametrize(
    ("due", "language", "words"),
    [
        ("2027-03", "es", "marzo de 2027"),
        ("2027-03-01", "fr", "1er mars 2027"),
        ("2027", "en", "2027"),
        ("", "en", ""),
    ],
)
def test_when_in_words(due: str, language: str, words: str) -> None:
    assert due_words(due, language) == words


def test_it_is_exported_where_there_is_matter(tmp_path: Any) -> None:
    held = adopted("en")
    written = export(held.state, held.seq, tmp_path, papers=["followup"], languages=["en"])
    assert [path.name for path in written][:2] == ["MLH-2026-followup-En.docx", "MLH-2026-followup-En.pdf"]
    assert not anything_to_follow(drafted("en", en={6: "The Office is:", 5: "Lamps."}).state)


def test_the_proceedings_are_shown() -> None:
    meeting = Meeting()
    meeting.do("set_agenda_item", titles={"en": "Lamps"}, nodes=["2"])
    meeting.do("set_agenda_item", titles={"en": "Which?"}, under="1")
    meeting.do("plan_sitting", begins="2026-11-02T09:00", items=["1"])
    meeting.do(
        "register_document", symbol="GB.1/POL/2(Rev.1)", unit="LAMPS", date="2026-10-16", languages=["es"]
    )
    meeting.do("open_sitting")
    meeting.do("open_agenda_item", item="1")
    meeting.do("set_speaking_time", minutes=1)
    meeting.do("give_floor", speaker="Ada Brightwater")
    meeting.do("add_speaker", who="workers")
    meeting.do("pause_speech")
    found = shown(meeting.state, meeting.seq)
    item, point = found["agenda"]
    assert (item["item"], item["nodes"], item["open"], point["item"], point["under"]) == (
        "1",
        ["2"],
        True,
        "1.1",
        "1",
    )
    assert found["agenda_uncovered"] == ["1", "3"]
    assert found["timetable"][0] | {"begins": ""} == {
        "planned": 1,
        "kind": "plenary",
        "begins": "",
        "ends": None,
        "items": ["1"],
        "sitting": 1,
    }
    (document,) = found["documents"]
    assert document["symbols"]["es"] == "GB.1/POL/2 (Rev.1)"
    assert document["files"] == {"es": "GB1-POL_2(Rev.1)_[LAMPS-261016-1]-Sp"}
    speakers = found["speakers"]
    assert [each["name"] for each in speakers["waiting"]] == ["Workers’ group"]
    assert (speakers["now"]["seconds"], speakers["now"]["overrun"], speakers["now"]["item"]) == (120, 60, "1")
    assert speakers["times"]["by_item"] == {"1": {"number": 1, "seconds": 120}}
    assert [each["id"] for each in found["followup"]] == ["2(i)", "2(ii)", "2(iii)", "3"]
    assert found["followup"][0]["verb"] == {"en": "collect"}
    roles = {each["label"]: each["role"] for each in found["nodes"]}
    assert (roles["1"], roles["2"], roles["2(i)"], roles["title"]) == (
        "consideration",
        "action_chapeau",
        "action",
        "",
    )


def test_a_spreadsheet_has_a_column_for_each_thing(tmp_path: Any) -> None:
    held = drafted("en", "fr")
    held.do(
        do="set_action", action="2(i)", unit="=LAMPS", due="2027-03", reporting_body="conference", note="n"
    )
    table = followup_table(held.state, "fr")
    assert rows(table)[0][2:] == [
        "aider",
        "Bureau",
        "=LAMPS",
        "",
        "à leur demande",
        "2027-03",
        "Conférence internationale du Travail",
        "attribuée",
        "n",
    ]
    (path,) = export(
        held.state, held.seq, tmp_path, papers=["followup"], languages=["fr"], formats=["xlsx"], draft=True
    )
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(path).active
    assert sheet.max_row == 3
    cell = next(each for each in sheet[2] if each.value == "=LAMPS")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
