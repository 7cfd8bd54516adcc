"""Attendance by sitting and the figures of the groups."""

from __future__ import annotations

import pytest

from consult_app.meetings.people.attending import strength
from tests.small_meeting import Meeting


def test_people_come_and_go() -> None:
    meeting = Meeting()
    assert meeting.refused("mark_present", group="workers").rule == "no_sitting"
    meeting.do("open_sitting")
    assert meeting.do("mark_present", participants=["Ada Brightwater", "Cleo Fanal"])["present"] == 2
    answer = meeting.do("mark_present", group="government")
    assert (answer["marked"], answer["present"]) == (1, 3)
    answer = meeting.do("mark_present", participants=["Ada Brightwater"], present=False)
    assert (answer["marked"], answer["present"]) == (1, 2)
    meeting.do("close_sitting")
    meeting.do("open_sitting")
    assert meeting.do("mark_present", group="workers")["present"] == 1
    meeting.do("mark_present", group="workers", present=False, sitting=1)
    assembly = meeting.state.assembly
    names = {number: [assembly.name_of(who) for who in there] for number, there in assembly.presence.items()}
    assert names == {1: ["Bruno Keld"], 2: ["Cleo Fanal"]}


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        pytest.param({}, "people", id="nobody"),
        pytest.param({"group": "bakers"}, "group", id="no such group"),
        pytest.param({"participants": ["Nobody"]}, "participant", id="unknown"),
        pytest.param({"group": "workers", "sitting": 4}, "sitting_number", id="no such sitting"),
    ],
)
def test_what_cannot_be_marked(fields: dict[str, object], rule: str) -> None:
    meeting = Meeting()
    meeting.do("open_sitting")
    assert meeting.refused("mark_present", **fields).rule == rule


def test_the_figures_of_a_group_count_a_substitute_for_the_member() -> None:
    meeting = Meeting()
    meeting.do("register_group", id="north", names={"en": "North"}, parent="government")
    meeting.do(
        "register_participant", name="Nora Nord", role="member", group="north", may_vote=False, why_not="a"
    )
    meeting.do(
        "register_participant", name="Sam Sub", role="substitute", group="north", credentials="received"
    )
    meeting.do("substitute_participant", member="Ada Brightwater", by="Sam Sub", notice="n")
    meeting.do("open_sitting")
    meeting.do("mark_present", participants=["Sam Sub", "Nora Nord"])
    found = strength(meeting.state.assembly, "government")
    assert (found.everybody, found.entitled, found.credentials) == (4, 2, 1)
    assert (found.present, found.entitled_present) == (2, 1)
    assert found.roles == {"member": 3, "substitute": 1}
    everybody = strength(meeting.state.assembly)
    assert (everybody.everybody, everybody.entitled) == (5, 3)
