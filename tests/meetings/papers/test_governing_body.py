"""The fields of the Governing Body paper: filled in, merged by language, refused with a reason."""

from __future__ import annotations

import pytest

from consult_app.meetings.kept.governing_body_paper import GoverningBodyPaper
from tests.small_meeting import Meeting


def paper(meeting: Meeting) -> GoverningBodyPaper:
    return meeting.state.assembly.governing_body


def test_what_is_left_out_stays() -> None:
    meeting = Meeting()
    answer = meeting.do("set_governing_body_paper", symbol=" gb.359 / pol/3", title={"en": "A", "fr": "B"})
    assert answer == {"symbol": "GB.359/POL/3", "section": "POL", "item": 3}
    meeting.do("set_governing_body_paper", title={"fr": "", "es": " C \n D "}, session_month="2027-03-15")
    assert paper(meeting).title == {"en": "A", "es": "C D"}
    assert (paper(meeting).session, paper(meeting).session_month) == (359, "2027-03")


def test_paragraphs_keep_their_empty_line() -> None:
    meeting = Meeting()
    meeting.do("set_governing_body_paper", background={"en": "One\nline.\n\n\nTwo."})
    assert paper(meeting).background == {"en": "One line.\n\nTwo."}
    meeting.do("set_governing_body_paper", background={"en": "One\r\nline.\r\n \r\nTwo."})
    assert paper(meeting).background == {"en": "One line.\n\nTwo."}


def test_nothing_new_is_no_event() -> None:
    meeting = Meeting()
    meeting.do("set_governing_body_paper", unit="SECTOR")
    meeting.do("set_governing_body_paper", unit="SECTOR")
    assert meeting.last is not None
    assert meeting.last.events == ()


@pytest.mark.parametrize(
    ("symbol", "item"),
    [("GB.359/POL/3", 3), ("GB.359/INS/13/1(Rev.1)", 13), ("GB.359/WP/GBC/2", 2), ("GB.316/PV(&Corr.)", 0)],
)
def test_the_symbol_says_which_item(symbol: str, item: int) -> None:
    assert GoverningBodyPaper(symbol=symbol).agenda_item == item
    assert GoverningBodyPaper(symbol=symbol, item=7).agenda_item == 7


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"symbol": "TTM/2026"}, "symbol"),
        ({"symbol": "GB.359/POL"}, "symbol"),
        ({"related": ["GB.359"]}, "symbol"),
        ({"date": "soon"}, "dates"),
        ({"session_month": "2027-13"}, "dates"),
        ({"item": 100}, "agenda_item"),
    ],
    ids=["another house", "no item", "related", "date", "month", "item"],
)
def test_what_cannot_be_is_refused(fields: dict[str, object], rule: str) -> None:
    assert Meeting().refused("set_governing_body_paper", **fields).rule == rule


def test_an_unknown_section_is_warned_of() -> None:
    meeting = Meeting()
    meeting.do("set_governing_body_paper", symbol="GB.359/XYZ/3")
    assert any("is not a section" in warning for warning in meeting.warnings())
