"""How many amendments are before the meeting: a subamendment is not one more."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.amendments.list_head import ListHead
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


def test_the_list_counts_amendments_and_tells_of_subamendments(qtbot: QtBot) -> None:
    head = ListHead()
    qtbot.addWidget(head)
    head.count(28, 28, 2)
    assert (head.found.text(), head.found.toolTip()) == (
        "26 amendments",
        "26 amendments and 2 subamendments",
    )
    head.count(3, 28, 2)
    assert (head.found.text(), head.found.toolTip()) == ("3 of 28", "")
