"""The sentences on Officers, drafting committee and sittings."""

from __future__ import annotations

import pytest

from consult_app.meetings.kept.assembly import ROLES, VOTING_ROLES
from consult_app.meetings.people.drafting_bodies import drafting_body
from consult_app.publishing.formulas.bodies import (
    drafting_body_appointed,
    drafting_body_lines,
    officer_lines,
    officers_sentence,
    organ_name,
    sitting_ordinal,
    sittings_held,
)
from consult_app.publishing.formulas.compositions import body
from consult_app.publishing.paper import Para, Table, words_of
from consult_app.publishing.papers.participants import participants
from consult_app.publishing.shown.meeting import shown
from tests.small_meeting import Meeting


def committee() -> Meeting:
    meeting = Meeting(rules="ilc_committee")
    meeting.do("register_participant", name="Emil Lampe", role="member", group="employers", title="Mr")
    meeting.do("change_participant", participant="Ada Brightwater", title="Ms")
    meeting.do("elect_officer", office="chairperson", participant="Ada Brightwater")
    meeting.do("elect_officer", office="employer_vice_chairperson", participant="Emil Lampe")
    meeting.do("elect_officer", office="worker_vice_chairperson", participant="Cleo Fanal")
    meeting.do("elect_officer", office="reporter", participant="Bruno Keld")
    meeting.do("open_sitting", number=13)
    members = ["Ada Brightwater", "Emil Lampe", "Cleo Fanal"]
    meeting.do("appoint_drafting_group", members=members, kind="drafting_committee")
    return meeting


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "The Committee elected its Officers as follows: Chairperson: Ms\u00a0Ada Brightwater (Government "
            "member, Norway). Vice-Chairpersons: Mr\u00a0Emil Lampe (Employer member) and Cleo Fanal (Worker "
            "member, Portugal). Reporter: Bruno Keld (Government member, Denmark).",
        ),
        (
            "fr",
            "La commission a constitué son bureau comme suit: Présidente: Mme\u00a0Ada Brightwater (membre "
            "gouvernementale, Norvège). Vice-présidents: M.\u00a0Emil Lampe (membre employeur) et Cleo Fanal "
            "(membre travailleur, Portugal). Rapporteur(euse): Bruno Keld (membre gouvernemental, Danemark).",
        ),
        (
            "es",
            "La Comisión constituyó su Mesa de la manera siguiente: Presidenta: Sra.\u00a0Ada Brightwater "
            "(miembro gubernamental, Noruega). Vicepresidentes: Sr.\u00a0Emil Lampe (miembro empleador) y "
            "Cleo Fanal (miembro trabajador, Portugal). Ponente: Bruno Keld (miembro "
            "gubernamental, Dinamarca).",
        ),
    ],
)
def test_the_officers_in_one_paragraph(language: str, sentence: str) -> None:
    assert officers_sentence(committee().state.assembly, language) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "At its thirteenth sitting, the Committee appointed a Drafting Committee composed of the "
            "following members:",
        ),
        ("fr", "À sa treizième séance, la commission a désigné un comité de rédaction composé de:"),
        (
            "es",
            "En su decimotercera sesión, la Comisión constituyó un Comité de Redacción que estuvo compuesto "
            "por los miembros siguientes:",
        ),
    ],
)
def test_the_drafting_committee(language: str, sentence: str) -> None:
    assembly = committee().state.assembly
    body = drafting_body(assembly)
    assert body is not None
    assert drafting_body_appointed(assembly, body, language) == sentence
    lines = drafting_body_lines(assembly, body, language)
    assert len(lines) == 4
    assert lines[-1].startswith("Bruno Keld, ")


def test_one_vice_chairperson_and_two_women() -> None:
    meeting = Meeting()
    meeting.do("elect_officer", office="worker_vice_chairperson", participant="Cleo Fanal")
    assert "Vice-président(e) travailleur(euse): Cleo" in officers_sentence(meeting.state.assembly, "fr")
    for name in ("Cleo Fanal", "Ada Brightwater"):
        meeting.do("change_participant", participant=name, gender="f")
    meeting.do("elect_officer", office="government_vice_chairperson", participant="Ada Brightwater")
    assert "La Réunion a constitué son bureau comme suit: Vice-présidentes: " in officers_sentence(
        meeting.state.assembly, "fr"
    )
    assert officers_sentence(Meeting().state.assembly, "en") == ""


def test_how_many_sittings_were_held() -> None:
    meeting = Meeting()
    assert sittings_held(meeting.state.assembly, "en") == ""
    meeting.do("open_sitting")
    meeting.do("close_sitting")
    assert sittings_held(meeting.state.assembly, "fr") == "La Réunion a tenu une séance."
    for _ in range(20):
        meeting.do("open_sitting")
        meeting.do("close_sitting")
    assert [sittings_held(meeting.state.assembly, code) for code in ("en", "fr", "es")] == [
        "The Meeting held 21 sittings.",
        "La Réunion a tenu 21 séances.",
        "La Reunión celebró veintiuna sesiones.",
    ]
    assert sitting_ordinal(32, "es") == "32.ª"


def test_the_printed_list_names_officers_drafting_committee_and_substitutes() -> None:
    meeting = committee()
    meeting.do(
        "register_participant", name="Sol Luz", role="substitute", group="workers", organization="Union"
    )
    meeting.do("substitute_participant", member="Cleo Fanal", by="Sol Luz", notice="letter")
    paper = participants(meeting.state, "en")
    said = [words_of(block.runs) for block in paper.blocks if isinstance(block, Para)]
    assert said[1] == "The Committee elected its Officers as follows:"
    assert said[2].startswith("At its thirteenth sitting")
    cells = [words_of(c) for b in paper.blocks if isinstance(b, Table) for row in b.rows for c in row]
    assert "Substitute\nUnion\nsubstituting for Cleo Fanal" in cells
    assert len(officer_lines(meeting.state.assembly, "es")) == 4


def test_what_show_says_of_people() -> None:
    meeting = committee()
    meeting.do("mark_present", group="workers")
    meeting.do("appoint_acting_chairperson", participant="Emil Lampe")
    meeting.do("remove_participant", participant="Bruno Keld", reason="ill", confirm=True)
    found = shown(meeting.state, 1)
    ids = {person["name"]: person["id"] for person in found["participants"]}
    assert found["presiding"] == ids["Emil Lampe"]
    assert found["acting_chairpersons"] == {"13": ids["Emil Lampe"]}
    assert found["presence"] == {"13": [ids["Cleo Fanal"]]}
    assert [gone["name"] for gone in found["withdrawn"]] == ["Bruno Keld"]
    assert [each["office"] for each in found["former_officers"]] == ["reporter"]
    assert found["groups"][2]["strength"]["entitled_present"] == 1
    assert found["drafting_bodies"][0]["sentence"]["fr"].startswith("À sa treizième séance")
    ada = next(person for person in found["participants"] if person["name"] == "Ada Brightwater")
    assert (ada["offices"], ada["gender"], ada["stands_in_for"]) == (["chairperson"], "f", None)


def test_the_body_keeps_its_name_when_it_changes_its_rules() -> None:
    meeting = Meeting(rules="ilc_committee")
    assert organ_name(meeting.state.assembly, "fr") == "La commission"
    meeting.do("set_rules", changes={"quorum": {"num": 1}}, reason="as decided")
    assert organ_name(meeting.state.assembly, "fr") == "La commission"
    assert body(meeting.state.assembly, "en") == "Committee"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("group", ["workers", ""], ids=["of a group", "of no group"])
def test_everybody_on_the_list_is_printed(role: str, group: str) -> None:
    if role in VOTING_ROLES and not group:
        group = "workers"
    meeting = Meeting()
    meeting.do("register_participant", name="Somebody Else", role=role, group=group)
    for language in ("en", "fr", "es"):
        printed = [
            words_of(cell)
            for block in participants(meeting.state, language).blocks
            if isinstance(block, Table)
            for row in block.rows
            for cell in row
        ]
        assert printed.count("Somebody Else") == 1
