"""A meeting and the file of one of its groups, both held in memory, and what goes between them."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.amendments.given import Given
from consult_app.drafting.coordinator.group_file import GroupFileBegun
from consult_app.drafting.coordinator.handing_over import handed
from consult_app.drafting.coordinator.shown_to_group import people_shown, texts_shown
from consult_app.meetings.acts import Context
from consult_app.state import Decision, apply, decide, read_command, read_events, write_events
from tests.drafting.meeting import Held, drafted


def desk_of(*languages: str) -> Held:
    """The secretariat's end: a draft in *languages*, a regional group, and a member of two groups each."""
    held = drafted(*languages)
    held.do(do="register_group", id="africa", names={"en": "Africa group"}, parent="government")
    for name, group in (
        ("Ada Brightwater", "workers"),
        ("Bruno Keld", "employers"),
        ("Cleo Fanal", "africa"),
    ):
        held.do(do="register_participant", name=name, role="member", group=group)
    return held


class GroupEnd:
    """The file of *group*, given from *desk* as it stands."""

    def __init__(self, desk: Held, group: str = "workers", file: str = "f1") -> None:
        self.desk, self.group = desk, group
        begun = GroupFileBegun(
            given=Given(group=group, meeting="m", file=file, row=desk.seq, at="2026-03-06T09:00:00Z"),
            assembly=people_shown(desk.state.assembly),
            drafting=texts_shown(desk.state.drafting, desk.state.assembly, group),
            counters=desk.state.counters,
        )
        # as the journal writes and reads it
        [again] = read_events(write_events((begun,)))
        self.state = apply(desk.state, again)
        self.seq = 1

    def do(self, **command: Any) -> Decision:
        """Perform a command in the group's file; raises what ``decide`` raises."""
        context = Context(self.seq + 1, f"2026-03-06T09:{self.seq % 60:02}:00+00:00")
        decision = decide(self.state, read_command(json.dumps(command)), context)
        self.seq += 1
        self.state = decision.state
        return decision

    def prepare(self, target: str, words: Any = None, **fields: Any) -> Amendment:
        """Prepare an amendment of the group (a replacement unless a kind is given)."""
        asked = {"do": "prepare_amendment", "by": self.group, "kind": "replace", "target": target} | fields
        if words is not None:
            asked["text"] = words
        made = str(self.do(**asked).answer["id"])
        return self.state.drafting.amendments[made]

    def hand_over(self, *amendments: Amendment, **fields: Any) -> Decision:
        """Hand these over, and take them in at the desk; without any, every draft that is open."""
        chosen = amendments or tuple(
            each for each in self.state.drafting.amendments.values() if each.state == "draft"
        )
        self.do(do="hand_over_amendments", amendments=[each.id for each in chosen])
        said = [msgspec.to_builtins(handed(each)) for each in chosen]
        row = self.state.given.row if self.state.given else 0
        return self.desk.do(do="take_in_amendments", group=self.group, row=row, amendments=said, **fields)
