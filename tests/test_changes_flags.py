"""What changed between two states: which views have to refresh, and which need not."""

from __future__ import annotations

from typing import Any

import pytest

from consult_app.changes import between
from tests.small_meeting import Meeting

FLAGS = ("people", "meeting", "sittings", "structure", "agenda", "documents", "speakers", "followup", "votes")


def changed_by(meeting: Meeting, verb: str, **fields: Any) -> tuple[list[str], set[str], set[str]]:
    """The flags that a command sets, the labels of the nodes and the numbers of the amendments."""
    before = meeting.state
    meeting.do(verb, **fields)
    found = between(before, meeting.state, meeting.seq)
    flags = [name for name in FLAGS if getattr(found, name)]
    nodes = {label for label in meeting.labels() if meeting.node(label).id in found.nodes}
    amendments = meeting.state.drafting.amendments
    return flags, nodes, {amendments[each].number for each in found.amendments}


@pytest.mark.parametrize(
    ("verb", "fields", "changed"),
    [
        ("set_agenda_item", {"titles": {"en": "Other"}}, "agenda"),
        ("open_agenda_item", {"item": "1"}, "agenda"),
        ("plan_sitting", {"begins": "2026-11-03T09:00"}, "sittings"),
        ("open_sitting", {}, "sittings"),
        ("register_document", {"symbol": "A/68/190"}, "documents"),
        ("add_speaker", {"who": "workers"}, "speakers"),
        ("set_action", {"action": "2(i)", "unit": "LAMPS"}, "followup"),
        ("elect_officer", {"office": "chairperson", "participant": "Ada Brightwater"}, "people"),
        ("record_motion", {"kind": "closure", "by": "workers"}, "votes"),
        ("set_meeting", {"symbol": "TMLK"}, "meeting"),
    ],
)
def test_only_what_changed_is_said(verb: str, fields: dict[str, Any], changed: str) -> None:
    meeting = Meeting()
    meeting.do("set_agenda_item", titles={"en": "Lamps"})
    assert changed_by(meeting, verb, **fields) == ([changed], set(), set())


def test_another_order_changes_the_nodes_whose_amendments_it_moves() -> None:
    meeting = Meeting()
    first, second = meeting.submit("1", "Lamps guide ships."), meeting.submit("1", "Ships need lamps.")
    meeting.submit("3", "Keepers rest.")
    flags, nodes, amendments = changed_by(meeting, "set_order", amendments=[second, first], reason="x")
    assert (flags, amendments) == ([], set())
    assert "1" in nodes and "2" not in nodes


def test_a_bracket_changes_its_node() -> None:
    meeting = Meeting()
    number = meeting.submit("3", "Governments should respect the sleep of keepers.")
    meeting.do("call_amendment", amendment=number)
    flags, nodes, amendments = changed_by(meeting, "bracket_amendment", amendment=number)
    assert (flags, nodes, amendments) == ([], {"3"}, {number})
