"""Positions of the groups on an amendment: who, when, on what (procedure.md §2.6)."""

from __future__ import annotations

import pytest

from tests.small_meeting import Meeting

NEW = "Governments shall respect the rest of keepers."


def held() -> Meeting:
    """A meeting with D.1, which nobody has called."""
    meeting = Meeting()
    meeting.do("register_group", id="north", names={"en": "Northern group"}, parent="government")
    meeting.submit("3", NEW)
    return meeting


def state(meeting: Meeting, group: str, position: str) -> dict[str, object]:
    """Record a position on D.1; the answer."""
    return meeting.do("state_position", amendment="D.1", group=group, position=position)


def test_a_changed_position_is_kept_beside_the_one_that_holds() -> None:
    meeting = held()
    assert state(meeting, "employers", "flexible") == {
        "number": "D.1",
        "group": "employers",
        "position": "flexible",
    }
    state(meeting, "north", "supports")
    assert state(meeting, "employers", "opposes")["before"] == "flexible"
    amendment = meeting.amendment("D.1")
    assert amendment.positions == {"employers": "opposes", "north": "supports"}
    assert [(each.group, each.position) for each in amendment.stated] == [
        ("employers", "flexible"),
        ("north", "supports"),
        ("employers", "opposes"),
    ]
    times = [each.at for each in amendment.stated]
    assert times == sorted(times) and len(set(times)) == 3


def test_a_participant_has_no_position() -> None:
    refusal = held().refused("state_position", amendment="D.1", group="Ada Brightwater", position="opposes")
    assert (refusal.rule, refusal.reason.values["name"]) == ("position", "Ada Brightwater")


@pytest.mark.parametrize(
    "acts",
    [
        (),
        ("call_amendment",),
        ("defer_amendment",),
        ("call_amendment", "refer_amendment"),
    ],
    ids=" ".join,
)
def test_positions_are_stated_while_it_is_before_the_meeting(acts: tuple[str, ...]) -> None:
    meeting = held()
    for act in acts:
        meeting.do(act, amendment="D.1")
    assert state(meeting, "employers", "reserves")["position"] == "reserves"


@pytest.mark.parametrize("act", ["adopt_amendment", "reject_amendment", "withdraw_amendment"])
def test_what_was_disposed_of_has_the_positions_of_then(act: str) -> None:
    meeting = held()
    state(meeting, "employers", "flexible")
    meeting.do(act, amendment="D.1")
    refusal = meeting.refused("state_position", amendment="D.1", group="employers", position="opposes")
    assert refusal.rule == "position"
    assert meeting.amendment("D.1").positions == {"employers": "flexible"}


def test_what_is_with_its_author_waits() -> None:
    meeting = held()
    meeting.do("return_amendment", amendment="D.1", reason="Which paragraph?")
    refusal = meeting.refused("state_position", amendment="D.1", group="employers", position="opposes")
    assert "clarification" in refusal.reason.msgid
    meeting.do("resubmit_amendment", amendment="D.1")
    state(meeting, "employers", "opposes")


def test_a_revised_amendment_begins_without_positions() -> None:
    meeting = held()
    state(meeting, "employers", "opposes")
    meeting.do("supersede_amendment", amendment="D.1", text="Governments may respect the rest of keepers.")
    revised = meeting.amendment("D.1/Rev.1")
    assert (revised.positions, revised.stated) == ({}, ())
    assert meeting.amendment("D.1").positions == {"employers": "opposes"}
