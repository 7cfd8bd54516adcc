"""Officers: elected, replaced, leaving; who presides."""

from __future__ import annotations

import pytest

from consult_app.meetings.kept.assembly import OFFICES, Participant
from consult_app.meetings.people.drafting_bodies import drafting_body
from consult_app.meetings.people.officers import offices, presiding
from tests.small_meeting import Meeting


def test_officers_are_elected_and_replaced() -> None:
    meeting = Meeting()
    meeting.do("elect_officer", office="chairperson", participant="Ada Brightwater")
    meeting.do("elect_officer", office="chairperson", participant="Bruno Keld")
    assembly = meeting.state.assembly
    assert assembly.name_of(assembly.officers["chairperson"].participant) == "Bruno Keld"
    meeting.do("elect_officer", office="worker_vice_chairperson", participant="Ada Brightwater")
    assert len(meeting.warnings()) == 1
    meeting.do("elect_officer", office="worker_vice_chairperson", participant="Cleo Fanal")
    assert meeting.warnings() == []
    assert meeting.refused("elect_officer", office="king", participant="Cleo Fanal").rule == "office"
    assert meeting.refused("elect_officer", office="reporter", participant="Nobody").rule == "participant"


def test_the_record_keeps_who_held_an_office_before() -> None:
    meeting = Meeting()
    meeting.do("elect_officer", office="chairperson", participant="Ada Brightwater")
    meeting.do("elect_officer", office="chairperson", participant="Ada Brightwater")
    assert meeting.state.assembly.former_officers == ()
    meeting.do("elect_officer", office="chairperson", participant="Bruno Keld")
    meeting.do("end_office", office="chairperson")
    assembly = meeting.state.assembly
    names = [assembly.name_of(each.participant) for each in assembly.former_officers]
    assert names == ["Ada Brightwater", "Bruno Keld"]
    assert assembly.former_officers[0].until == assembly.former_officers[1].since
    assert assembly.officers == {}
    assert meeting.refused("end_office", office="chairperson").rule == "no_officer"
    assert meeting.refused("end_office", office="king").rule == "office"


@pytest.mark.parametrize(
    ("preset", "provided"),
    [
        pytest.param(
            "technical_2019",
            [
                "chairperson",
                "government_vice_chairperson",
                "employer_vice_chairperson",
                "worker_vice_chairperson",
            ],
            id="three vice-chairpersons",
        ),
        pytest.param(
            "ilc_committee",
            ["chairperson", "employer_vice_chairperson", "worker_vice_chairperson", "reporter"],
            id="two and a Reporter",
        ),
    ],
)
def test_the_rules_say_which_offices_there_are_and_others_are_done_with_a_warning(
    preset: str, provided: list[str]
) -> None:
    meeting = Meeting(rules=preset)
    assert list(offices(meeting.state.assembly)) == provided
    for office in OFFICES:
        meeting.do("elect_officer", office=office, participant="Ada Brightwater")
        warned = any("do not provide for the office" in warning for warning in meeting.warnings())
        assert warned == (office not in provided)


def test_an_independent_chairperson_where_the_rules_have_one() -> None:
    for preset, warned in (("technical_2019", False), ("ilc_committee", True)):
        meeting = Meeting(rules=preset)
        meeting.do("register_participant", name="Ind Free", role="chairperson")
        meeting.do("elect_officer", office="chairperson", participant="Ind Free")
        assert any("independent" in warning for warning in meeting.warnings()) == warned


def test_whoever_acts_presides_over_that_sitting_only() -> None:
    meeting = Meeting()
    meeting.do("elect_officer", office="chairperson", participant="Ada Brightwater")
    assert meeting.refused("appoint_acting_chairperson", participant="Bruno Keld").rule == "no_sitting"
    meeting.do("open_sitting")
    assert name(presiding(meeting.state.assembly)) == "Ada Brightwater"
    meeting.do("appoint_acting_chairperson", participant="Bruno Keld")
    assert name(presiding(meeting.state.assembly)) == "Bruno Keld"
    meeting.do("close_sitting")
    meeting.do("open_sitting")
    assert name(presiding(meeting.state.assembly)) == "Ada Brightwater"
    assert name(presiding(meeting.state.assembly, 1)) == "Bruno Keld"
    meeting.do("appoint_acting_chairperson", participant="", sitting=1)
    assert name(presiding(meeting.state.assembly, 1)) == "Ada Brightwater"
    fields = {"participant": "Bruno Keld", "sitting": 9}
    assert meeting.refused("appoint_acting_chairperson", **fields).rule == "sitting_number"


def test_a_drafting_committee_has_one_of_each_group_and_the_reporter() -> None:
    meeting = Meeting(rules="ilc_committee")
    meeting.do("register_participant", name="Emil Lampe", role="member", group="employers")
    meeting.do("elect_officer", office="reporter", participant="Bruno Keld")
    meeting.do("open_sitting", number=10)
    members = ["Ada Brightwater", "Emil Lampe", "Cleo Fanal"]
    answer = meeting.do("appoint_drafting_group", members=members, kind="drafting_committee")
    assert meeting.warnings() == []
    body = drafting_body(meeting.state.assembly)
    assert body is not None and (body.kind, body.sitting) == ("drafting_committee", 10)
    assert [meeting.state.assembly.name_of(who) for who in body.members] == members
    assert answer["reporter"] == body.reporter
    meeting.do("appoint_drafting_group", members=["Cleo Fanal", "Cleo Fanal"], reporter="")
    assert len(meeting.warnings()) == 2
    assert len(meeting.state.assembly.drafting_bodies) == 2
    assert meeting.refused("appoint_drafting_group", members=[]).rule == "drafting_group"
    assert meeting.refused("appoint_drafting_group", members=["Nobody"]).rule == "participant"


def name(person: Participant | None) -> str:
    assert person is not None
    return person.name
