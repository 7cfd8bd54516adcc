"""Off the list: participants who withdraw, regional groups that are empty."""

from __future__ import annotations

import pytest

from consult_app.publishing.formulas.people import author
from tests.small_meeting import Meeting


def test_somebody_is_taken_off_the_list_and_stays_in_the_record() -> None:
    meeting = Meeting()
    meeting.do("remove_participant", participant="Bruno Keld", reason="went home")
    assembly = meeting.state.assembly
    assert assembly.find_participant("Bruno Keld") is None
    [gone] = assembly.withdrawn.values()
    assert (gone.participant.name, gone.reason) == ("Bruno Keld", "went home")
    assert meeting.warnings() == []
    meeting.do("register_participant", name="Bruno Keld", role="member", group="government")
    assert meeting.refused("remove_participant", participant="Nobody").rule == "participant"
    meeting.do("remove_participant", participant="Cleo Fanal")
    assert any("No reason" in warning for warning in meeting.warnings())


def test_an_officer_and_author_is_asked_about_first() -> None:
    meeting = Meeting()
    number = meeting.submit("3", kind="delete", by="Ada Brightwater", seconded_by="workers")
    meeting.do("elect_officer", office="chairperson", participant="Ada Brightwater")
    asked = meeting.asked("remove_participant", participant="Ada Brightwater", reason="ill")
    assert "Ada Brightwater" in asked
    meeting.do("remove_participant", participant="Ada Brightwater", reason="ill", confirm=True)
    assembly = meeting.state.assembly
    assert "chairperson" not in assembly.officers
    assert [each.office for each in assembly.former_officers] == ["chairperson"]
    moved = meeting.amendment(number)
    assert moved.pending
    assert author(assembly, moved.by, "en") == "Ada Brightwater (Government member, Norway)"
    assert assembly.main_group(moved.by) == "government"


def test_a_substitution_ends_with_either_of_the_two() -> None:
    for leaves in ("Cleo Fanal", "Sol Luz"):
        meeting = Meeting()
        meeting.do("register_participant", name="Sol Luz", role="substitute", group="workers")
        meeting.do("substitute_participant", member="Cleo Fanal", by="Sol Luz", notice="n")
        meeting.do("remove_participant", participant=leaves, reason="r")
        assert all(each.ended for each in meeting.state.assembly.substitutions)
        assert not any(p.stands_in_for for p in meeting.state.assembly.participants.values())


def test_a_regional_group_is_removed_when_nobody_needs_it() -> None:
    meeting = Meeting()
    meeting.do("register_group", id="north", names={"en": "North"}, parent="government")
    meeting.do("remove_group", group="North")
    assert "north" not in meeting.state.assembly.groups


@pytest.mark.parametrize(
    ("before", "group", "rule"),
    [
        pytest.param((), "workers", "main_group", id="one of the three"),
        pytest.param((), "bakers", "group", id="no such group"),
        pytest.param(
            (("change_participant", {"participant": "Ada Brightwater", "group": "north"}),),
            "north",
            "group_in_use",
            id="with a member",
        ),
        pytest.param(
            (("register_group", {"id": "far", "names": {"en": "Far"}, "parent": "north"}),),
            "north",
            "group_in_use",
            id="with a group under it",
        ),
        pytest.param(
            (("submit_amendment", {"by": "north", "kind": "delete", "target": "3"}),),
            "north",
            "group_in_use",
            id="that has moved an amendment",
        ),
    ],
)
def test_groups_that_stay(before: tuple[tuple[str, dict[str, object]], ...], group: str, rule: str) -> None:
    meeting = Meeting()
    meeting.do("register_group", id="north", names={"en": "North"}, parent="government")
    for verb, fields in before:
        meeting.do(verb, **fields)
    assert meeting.refused("remove_group", group=group).rule == rule
