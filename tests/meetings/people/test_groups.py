"""The three groups and the regional groups under them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small_meeting import Meeting


def test_the_three_groups_are_there_from_the_start() -> None:
    groups = Meeting().state.assembly.groups
    assert list(groups) == ["government", "employers", "workers"]
    assert len({group.colour for group in groups.values()} | {group.mark for group in groups.values()}) == 6
    assert all(set(group.names) == {"en", "fr", "es"} for group in groups.values())


def test_regional_groups_belong_to_a_group() -> None:
    meeting = Meeting()
    meeting.do("register_group", id="north", names={"en": "North"}, parent="government")
    meeting.do("register_group", id="far_north", names={"en": "Far north"}, parent="north", mark="▽")
    assembly = meeting.state.assembly
    assert assembly.groups["north"].colour == assembly.groups["government"].colour
    assert (assembly.main_group("far_north"), assembly.groups["far_north"].mark) == ("government", "▽")
    meeting.do("register_group", id="north", names={"fr": "Nord"}, coordinator="Ada Brightwater")
    north = meeting.state.assembly.groups["north"]
    assert (north.names, north.parent) == ({"en": "North", "fr": "Nord"}, "government")
    assert meeting.state.assembly.name_of(north.coordinator) == "Ada Brightwater"


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"id": "north", "names": {"en": "North"}}, "group_parent"),
        ({"id": "north", "names": {"en": "North"}, "parent": "nowhere"}, "group_parent"),
        ({"id": "north!", "names": {"en": "North"}, "parent": "workers"}, "group_id"),
        ({"id": "", "names": {"en": "North"}, "parent": "workers"}, "group_id"),
        ({"id": "workers", "names": {"en": "Workers"}, "parent": "workers"}, "group_parent"),
    ],
)
def test_groups_that_cannot_be(fields: dict[str, Any], rule: str) -> None:
    assert Meeting().refused("register_group", **fields).rule == rule


def test_no_group_stands_above_itself() -> None:
    meeting = Meeting()
    meeting.do("register_group", id="north", names={"en": "North"}, parent="government")
    assert meeting.refused("register_group", id="government", names={}, parent="north").rule == "group_parent"


def test_a_coordinator_is_named_kept_and_taken_away() -> None:
    meeting = Meeting()
    meeting.do(
        "register_group", id="north", names={"en": "North"}, parent="government", coordinator="Bruno Keld"
    )
    meeting.do("register_group", id="north", names={"fr": "Nord"})
    keld = meeting.state.assembly.find_participant("Bruno Keld")
    assert keld is not None and meeting.state.assembly.groups["north"].coordinator == keld.id
    meeting.do("register_group", id="north", names={}, coordinator="Somebody of the mission")
    assert meeting.state.assembly.groups["north"].coordinator == "Somebody of the mission"
    meeting.do("register_group", id="north", names={}, coordinator="")
    assert meeting.state.assembly.groups["north"].coordinator == ""
