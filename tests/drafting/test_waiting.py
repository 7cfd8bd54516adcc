"""What each node waits for; kept up from state to state it is what is found anew."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.deciding.consideration import pending_on
from consult_app.drafting.waiting import Waiting, Waits
from tests.drafting.world import World, draft, submissions
from tests.effort import SOME
from tests.small_meeting import Meeting


def rows_of(meeting: Meeting) -> dict[str, Waiting]:
    """The rows by node."""
    return {row.node: row for row in Waits().rows(meeting.state.drafting, meeting.text)}


def test_a_node_waits_for_its_amendments_in_order_of_receipt() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should respect all keepers.")
    meeting.submit("3", kind="delete", by="employers")
    meeting.submit("2", kind="delete", by="employers")
    rows = rows_of(meeting)
    assert rows[meeting.node("3").id].pending == ("D.1", "D.2")
    assert rows[meeting.node("2(i)").id].pending == ("D.3",), "it would go with its paragraph"
    assert rows[meeting.node("1").id].pending == ()


def test_brackets_hold_up_what_is_adopted() -> None:
    meeting = Meeting()
    meeting.do("edit_wording", node="3", language="en", text="Governments [[should]] rest.", by="office")
    meeting.do("adopt_node", node="rest")
    rows = rows_of(meeting)
    (row,) = (row for row in rows.values() if row.bars)
    assert row.node == meeting.node("3").id
    assert (row.brackets, row.closed) == (("B.1",), True)


def test_what_is_adopted_waits_only_for_its_translations() -> None:
    meeting = Meeting("en", "fr")
    meeting.do("adopt_node", node="1")
    row = rows_of(meeting)[meeting.node("1").id]
    assert (row.bars, row.late) == (False, {"fr": "draft", "es": "missing"})


def test_what_was_deleted_waits_for_nothing() -> None:
    meeting = Meeting("en", "fr")
    meeting.adopt(meeting.submit("3", kind="delete"))
    assert meeting.node("3").id not in rows_of(meeting)


def test_what_is_put_in_under_a_paragraph_waits_for_the_deletion_of_it() -> None:
    meeting = Meeting()
    kept = Waits()
    meeting.submit("2", kind="delete")
    kept.rows(meeting.state.drafting, meeting.text)
    meeting.adopt(meeting.submit("2(i)", "count lamps;", kind="insert_after", node_kind="item"))
    new = meeting.node("2(i)bis").id
    drafting = meeting.state.drafting
    assert [a.number for a in kept.pending(drafting, meeting.text, new)] == ["D.1"]
    assert kept.pending(drafting, meeting.text, new) == pending_on(drafting, new)


@st.composite
def histories(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Amendments handed in, adopted and rejected in turn, and nodes reopened."""
    texts = draft()
    number = draw(st.integers(2, 6))
    acts = [draw(submissions(each, texts)) for each in range(number)]
    for _ in range(draw(st.integers(1, 6))):
        verb = draw(st.sampled_from(["adopt_amendment"] * 3 + ["reject_amendment", "withdraw_amendment"]))
        acts.append({"do": verb, "amendment": f"D.{draw(st.integers(1, number))}"})
    return acts


@pytest.mark.soak
@settings(max_examples=SOME)
@given(histories(), st.data())
def test_kept_up_it_is_what_holds_a_node_up(acts: list[dict[str, Any]], data: st.DataObject) -> None:
    world = World({"en": draft(), "fr": draft()})
    kept = Waits()
    former = []
    for act in acts:
        world.tried(**act)
        former.append(world.state)
        # also back to a former state, as undo does
        state = data.draw(st.sampled_from(former)) if len(former) > 2 else world.state
        for drafting in (state.drafting, world.state.drafting):
            text = drafting.texts["conclusions"]
            rows = {row.node: set(row.pending) for row in kept.rows(drafting, text)}
            assert kept.rows(drafting, text) == Waits().rows(drafting, text)
            for node in text:
                if not node.deleted:
                    assert rows.get(node.id, set()) == {a.number for a in pending_on(drafting, node.id)}
