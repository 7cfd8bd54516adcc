"""How many amendments are before the meeting: a subamendment is not one more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.amendments.list_head import ListHead
from consult_app.ui.amendments.model import amendment_rows
from consult_app.ui.figures import Tally
from tests.ui.table_meeting import done, meeting

FULL = "The Office should promote fair, full and decent work."


def test_a_subamendment_is_not_counted_with_the_amendments(tmp_path: Path) -> None:
    with meeting(tmp_path) as desk:
        done(desk, CallAmendment(amendment="D.1"))
        before = Tally(desk.state).pending
        asked = {"by": "Ama Quartey-Lindt", "kind": "replace", "amends": "D.1", "text": FULL}
        done(desk, SubmitAmendment(**asked))  # type: ignore[arg-type]
        assert any(each.subamendment for each in desk.state.drafting.amendments.values())
        assert Tally(desk.state).pending == before


def test_the_list_counts_amendments_and_tells_of_subamendments(tmp_path: Path, qtbot: QtBot) -> None:
    head = ListHead()
    qtbot.addWidget(head)
    with meeting(tmp_path) as desk:
        one = amendment_rows(desk.state)[0]
    everything = [
        replace(one, id=number, number=number, subamendment="/" in number)
        for number in ("D.1", "D.1/S.1", "D.2", "D.3", "D.3/S.1")
    ]
    head.count(everything, everything)
    assert head.found.text() == "3 amendments and 2 subamendments"
    head.count(everything[:3], everything)
    assert head.found.text() == "2 of 3 and 1 of 2 subamendments"
    head.count(everything[1:2], everything)
    assert head.found.text() == "0 of 3 and 1 of 2 subamendments"
    alone = [row for row in everything if not row.subamendment]
    head.count(alone, alone)
    assert head.found.text() == "3 amendments"
    head.count(alone[:1], alone)
    assert head.found.text() == "1 of 3"
