"""The order of discussion that is proposed (procedure.md §3), and the labels and views it stands beside."""

from __future__ import annotations

from consult_app.drafting.order import at_node, in_order
from tests.small_meeting import Meeting


def proposed(meeting: Meeting) -> list[str]:
    drafting = meeting.state.drafting
    return [
        a.number for a in in_order(drafting, meeting.text, drafting.of_text("conclusions")) if not a.amends
    ]


def test_the_worked_example() -> None:
    meeting = Meeting()
    meeting.submit("2", "The Office shall:", by="workers")
    meeting.submit("2", "provide lamps.", by="government", kind="insert_after")
    meeting.submit("2", kind="delete", by="employers")
    meeting.submit("2", "The Office should, upon request:", by="government")
    assert [a.number for a in at_node(meeting.state.drafting, meeting.node("2").id)] == [
        "D.3",
        "D.1",
        "D.4",
        "D.2",
    ]


def test_the_order_of_the_text_comes_first_and_receipt_breaks_ties() -> None:
    meeting = Meeting()
    for label in ("3", "title", "2(ii)", "1"):
        meeting.submit(label, f"Other words for {label}.")
    meeting.submit("3", "Governments should respect the rest of all keepers.")
    meeting.submit("3", "Governments should respect the rest of old keepers.")
    assert proposed(meeting) == ["D.2", "D.4", "D.3", "D.1", "D.5", "D.6"]


def test_the_furthest_removed_of_those_that_overlap_comes_first() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should respect the nightly rest of keepers.")
    meeting.submit("3", "Governments should protect the health of keepers.")
    assert proposed(meeting) == ["D.2", "D.1"]


def test_subamendments_follow_their_amendment_the_deepest_last() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments shall respect it.")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", "Governments shall always respect it.", amends="D.1")
    meeting.do("call_amendment", amendment="D.1/S.1")
    meeting.submit("3", "Governments must always respect it.", amends="D.1/S.1")
    numbers = [a.number for a in at_node(meeting.state.drafting, meeting.node("3").id)]
    assert numbers == ["D.1", "D.1/S.1", "D.1/S.1/S.1"]
