"""The meeting's data, its groups and its people."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small_meeting import Meeting


def test_the_three_groups_are_there_from_the_start() -> None:
    groups = Meeting().state.assembly.groups
    assert list(groups) == ["government", "employers", "workers"]
    assert len({group.colour for group in groups.values()} | {group.mark for group in groups.values()}) == 6
    assert all(set(group.names) == {"en", "fr", "es"} for group in groups.values())


def test_a_file_holds_one_meeting() -> None:
    meeting = Meeting()
    assert meeting.refused("create_meeting", titles={"en": "Another"}, rules={}).rule == "one_meeting"


def test_the_data_of_the_meeting() -> None:
    meeting = Meeting()
    meeting.do(
        "set_meeting", **{"symbol": " TMLK ", "place": "Geneva", "from": "2026-11-02", "to": "2026-11-06"}
    )
    meeting.do("set_meeting", organ={"fr": "La Réunion"}, titles={"fr": "Réunion sur les phares"})
    data = meeting.state.assembly.meeting
    assert (data.symbol, data.place["fr"], data.begins, data.ends) == (
        "TMLK",
        "Geneva",
        "2026-11-02",
        "2026-11-06",
    )
    assert (set(data.titles), data.organ) == ({"en", "fr"}, {"fr": "La Réunion"})
    meeting.do("set_meeting", **{"from": ""})
    assert meeting.state.assembly.meeting.begins == ""


@pytest.mark.parametrize("fields", [{"from": "2 November"}, {"from": "2026-11-06", "to": "2026-11-02"}])
def test_dates_that_cannot_be(fields: dict[str, str]) -> None:
    assert Meeting().refused("set_meeting", **fields).rule == "dates"


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


def test_people_are_registered_with_what_follows_from_their_role() -> None:
    meeting = Meeting()
    answer = meeting.do(
        "register_participants",
        people=[
            {"name": "  Ines   Farol ", "role": "member", "group": "workers", "country": "es", "title": "Ms"},
            {"name": "Jan Tårn", "role": "adviser", "group": "workers"},
            {"name": "Kim Vuur", "role": "substitute", "group": "employers", "may_vote": True, "why_not": ""},
        ],
    )
    people = [meeting.state.assembly.participants[each] for each in answer["ids"]]
    assert [(p.name, p.may_vote) for p in people] == [
        ("Ines Farol", True),
        ("Jan Tårn", False),
        ("Kim Vuur", True),
    ]
    assert (people[0].country, people[0].title) == ("ES", {"en": "Ms", "fr": "Ms", "es": "Ms"})
    assert meeting.state.assembly.find_actor("Ines Farol") == people[0].id
    assert meeting.state.assembly.find_actor("Grupo de los Trabajadores") == "workers"


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"name": " ", "role": "member", "group": "workers"}, "name"),
        ({"name": "X", "role": "king"}, "role"),
        ({"name": "X", "role": "member"}, "group"),
        ({"name": "X", "role": "member", "group": "bakers"}, "group"),
        ({"name": "Ada  Brightwater", "role": "member", "group": "workers"}, "same_name"),
    ],
)
def test_people_who_cannot_be_registered(fields: dict[str, str], rule: str) -> None:
    assert Meeting().refused("register_participant", **fields).rule == rule
    other = {"name": "Y", "role": "ngo"}
    assert Meeting().refused("register_participants", people=[other, fields]).rule == rule


def test_a_list_of_nobody_or_of_one_twice() -> None:
    meeting = Meeting()
    twice = {"name": "Lea Luz", "role": "ngo"}
    assert meeting.refused("register_participants", people=[]).rule == "people"
    assert meeting.refused("register_participants", people=[twice, twice]).rule == "same_name"
