"""Officers and sittings."""

from __future__ import annotations

from tests.small_meeting import Meeting


def test_sittings_are_numbered_and_one_at_a_time() -> None:
    meeting = Meeting()
    assert meeting.refused("close_sitting").rule == "no_sitting"
    assert meeting.do("open_sitting") == {"number": 1}
    assert meeting.refused("open_sitting").rule == "sitting_open"
    assert meeting.do("close_sitting") == {"number": 1}
    assert meeting.do("open_sitting", kind="drafting_group", number=7) == {"number": 7}
    meeting.do("close_sitting")
    assert meeting.refused("open_sitting", number=7).rule == "sitting_number"
    assert meeting.refused("open_sitting", number=0).rule == "sitting_number"
    assert meeting.do("open_sitting") == {"number": 8}
    sittings = meeting.state.assembly.sittings
    assert [(each.number, each.kind, bool(each.closed)) for each in sittings] == [
        (1, "plenary", True),
        (7, "drafting_group", True),
        (8, "plenary", False),
    ]


def test_steps_remember_the_sitting_that_they_were_taken_in() -> None:
    meeting = Meeting()
    meeting.do("open_node", node="1")
    meeting.do("open_sitting")
    meeting.do("adopt_node", node="1")
    assert [step.sitting for step in meeting.node("1").history] == [0, 1]
