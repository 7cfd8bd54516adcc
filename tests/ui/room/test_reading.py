"""What stands in a cell that the room sees: subamendments on their amendment, and no more than is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.floor import CallAmendment, RejectAmendment
from consult_app.drafting.handing_in.handling import DivideAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.room.reading import RoomReading
from tests.ui.room.meeting_in_room import page_on
from tests.ui.table_meeting import done, meeting

TYPED = "The ILO Office should promote fair and decent work for all."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting; D.1 is under discussion, and two changes to it were typed in one go."""
    with meeting(tmp_path) as desk:
        done(desk, CallAmendment(amendment="D.1"))
        done(desk, SubmitAmendment(by="employers", kind="live", amends="D.1", text=TYPED))
        yield desk


def marks(desk: Desk, number: str) -> list[tuple[str, str]]:
    """Whose the changes are that the page on *number* shows in paragraph 1, and their words."""
    page = page_on(desk.state, "1", number)
    reading = RoomReading(desk.state, page)
    row = next(each for each in reading.rows("marked") if each.label == "1")
    known = desk.state.drafting.amendments
    return [
        (known[each.by[0]].number, "".join(run.text for run in each.runs).strip())
        for each in reading.cell(row, "marked", "en").segments
        if each.change
    ]


def test_a_subamendment_is_seen_on_its_amendment_and_another_one_is_not(desk: Desk) -> None:
    other = "The Office should promote fair and safe and decent work."
    done(desk, SubmitAmendment(by="government", kind="replace", amends="D.1", text=other))
    typed = [("D.1/S.1", "ILO"), ("D.1", "fair and"), ("D.1/S.1", "for all")]
    assert marks(desk, "D.1/S.1") == marks(desk, "D.1") == typed
    assert marks(desk, "D.1/S.2") == [("D.1", "fair"), ("D.1/S.2", "and safe"), ("D.1", "and")]


def test_one_to_a_subamendment_is_seen_on_that(desk: Desk) -> None:
    further = TYPED.replace("for all", "for all workers")
    done(desk, SubmitAmendment(by="workers", kind="replace", amends="D.1/S.1", text=further))
    seen = marks(desk, "D.1/S.1/S.1")
    assert seen == [
        ("D.1/S.1", "ILO"),
        ("D.1", "fair and"),
        ("D.1/S.1", "for all"),
        ("D.1/S.1/S.1", "workers"),
    ]


def test_what_was_typed_stays_in_sight_when_it_is_put_by_parts(desk: Desk) -> None:
    done(desk, DivideAmendment(amendment="D.1/S.1"))
    parts = [("D.1/S.1(a)", "ILO"), ("D.1", "fair and"), ("D.1/S.1(b)", "for all")]
    assert marks(desk, "D.1") == parts
    assert marks(desk, "D.1/S.1(a)") == parts[:2]


def test_that_a_translation_is_out_of_date_is_said_and_not_why(desk: Desk) -> None:
    done(desk, RejectAmendment(amendment="D.1/S.1"))
    done(desk, AdoptAmendment(amendment="D.1"))
    page = page_on(desk.state, "1", languages=("en", "fr"))
    reading = RoomReading(desk.state, page)
    row = next(row for row in reading.rows_in_sight() if row.label == "1")
    cells = {code: reading.cell(row, page.view, code) for code in page.languages}
    assert {code: cell.status for code, cell in cells.items()} == {"en": "original", "fr": "out_of_date"}
    assert cells["fr"].behind is None
