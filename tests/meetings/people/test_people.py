"""The list of participants: who is put on it, and what is changed there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small_meeting import Meeting


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


def test_everything_recorded_of_a_person_can_be_changed() -> None:
    meeting = Meeting()
    who = meeting.do(
        "change_participant",
        participant="Cleo Fanal",
        name=" Cleo  Fanal-Luz ",
        country="br",
        title="Sra.",
        gender="f",
        organization="Union of Keepers",
        function="President",
        credentials="received",
        credentials_on="2026-11-01",
        credentials_note="copy",
    )["id"]
    person = meeting.state.assembly.participants[who]
    assert (person.name, person.country, person.gender) == ("Cleo Fanal-Luz", "BR", "f")
    assert (person.organization, person.function) == ("Union of Keepers", "President")
    assert (person.credentials, person.credentials_on, person.credentials_note) == (
        "received",
        "2026-11-01",
        "copy",
    )
    assert (person.role, person.group, person.may_vote) == ("member", "workers", True)
    meeting.do("change_participant", participant=who, organization="", title="")
    person = meeting.state.assembly.participants[who]
    assert (person.organization, person.title, person.function) == ("", {}, "President")
    meeting.do("change_participant", participant=who)
    assert "Nothing" in meeting.warnings()[0]


def test_the_entitlement_follows_the_role_unless_it_is_given() -> None:
    meeting = Meeting()

    def votes(**fields: Any) -> bool:
        who = meeting.do("change_participant", participant="Cleo Fanal", **fields)["id"]
        return meeting.state.assembly.participants[who].may_vote

    assert not votes(role="adviser")
    assert votes(role="member")
    assert not votes(may_vote=False)
    assert any("say why" in warning for warning in meeting.warnings())
    assert not votes(why_not="arrears")
    assert meeting.warnings() == []
    assert votes(may_vote=True)
    person = meeting.state.assembly.find_participant("Cleo Fanal")
    assert person is not None and person.why_not == ""


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        pytest.param({"participant": "Nobody"}, "participant", id="unknown"),
        pytest.param({"participant": "Cleo Fanal", "name": " "}, "name", id="no name"),
        pytest.param({"participant": "Cleo Fanal", "name": "Bruno Keld"}, "same_name", id="name of another"),
        pytest.param({"participant": "Cleo Fanal", "role": "king"}, "role", id="no role"),
        pytest.param({"participant": "Cleo Fanal", "group": ""}, "group", id="member of no group"),
        pytest.param({"participant": "Cleo Fanal", "group": "bakers"}, "group", id="no such group"),
        pytest.param(
            {"participant": "Cleo Fanal", "credentials_on": "2026-02-30"}, "dates", id="no such day"
        ),
    ],
)
def test_changes_that_cannot_be(fields: dict[str, str], rule: str) -> None:
    assert Meeting().refused("change_participant", **fields).rule == rule


def test_two_persons_of_one_name_where_somebody_says_so() -> None:
    meeting = Meeting()
    again = {"name": "Ada Brightwater", "role": "member", "group": "workers"}
    assert meeting.refused("register_participant", **again).rule == "same_name"
    who = meeting.do("register_participant", namesake=True, **again)["id"]
    assert meeting.state.assembly.participants[who].name == "Ada Brightwater"
    meeting.do("change_participant", participant="Cleo Fanal", name="Bruno Keld", namesake=True)


def test_a_list_brings_those_on_it_up_to_date_and_keeps_what_it_does_not_say() -> None:
    meeting = Meeting()
    ada = meeting.state.assembly.find_participant("Ada Brightwater")
    assert ada is not None
    meeting.do("change_participant", participant=ada.id, function="Director")
    answer = meeting.do(
        "register_participants",
        people=[
            {"name": "Ada Brightwater", "role": "member", "organization": "Ministry", "updates": ada.id},
            {"name": "Ina New", "role": "ngo"},
        ],
    )
    assert answer["ids"][0] == ada.id
    person = meeting.state.assembly.participants[ada.id]
    assert (person.organization, person.function, person.group) == ("Ministry", "Director", "government")
    fields = {"name": "X", "role": "ngo", "updates": "Nobody"}
    assert meeting.refused("register_participants", people=[fields]).rule == "participant"


def test_a_country_that_is_no_code_stays_a_name() -> None:
    meeting = Meeting()
    who = meeting.do("register_participant", name="Z", role="observer", country="Free Port")["id"]
    assert meeting.state.assembly.participants[who].country == "Free Port"
