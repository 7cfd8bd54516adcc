"""The register of follow-up: found in the text, changed by hand, kept when the text changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from consult_app.drafting.follow_up.register import Action, candidates, register, roles
from consult_app.exchange.importing import import_command
from consult_app.exchange.reading import read
from consult_app.meetings.acts import Context
from consult_app.state import State, decide
from tests.small_meeting import Meeting, create_command
from tests.small_meeting import command as command_of


def actions(meeting: Meeting, **options: Any) -> dict[str, Action]:
    return {each.id: each for each in register(meeting.state.drafting, meeting.text, **options)}


def test_one_action_an_item_and_one_a_sentence() -> None:
    meeting = Meeting("en", "fr")
    found = actions(meeting)
    assert list(found) == ["2(i)", "2(ii)", "2(iii)", "3"]
    assert [each.actors for each in found.values()] == [("office",)] * 3 + [("governments",)]
    assert {each.strength for each in found.values()} == {"should"}
    assert [each.readings["en"].verb for each in found.values()] == ["collect", "train", "report", "respect"]
    assert [each.readings["fr"].verb for each in found.values()] == [
        "recueillir",
        "former",
        "faire",
        "respecter",
    ]
    assert found["2(iii)"].reporting_body == "meeting"
    assert found["2(i)"].chapeau == meeting.node("2").id
    role = roles(meeting.text)
    assert [role[meeting.node(label).id] for label in ("1", "2", "2(ii)", "2(ii)(a)", "3", "title")] == [
        "consideration",
        "action_chapeau",
        "action",
        "",
        "action",
        "",
    ]


def test_it_follows_the_text_until_a_person_enters_something_else() -> None:
    meeting = Meeting()
    assert (
        meeting.do("set_action", action="2(i)", unit="LAMPS", due="2027-03", partners=["IMO"])["status"]
        == "assigned"
    )
    number = meeting.submit(
        "2(i)", "in collaboration with the social partners, map keepers, where appropriate, by May 2028;"
    )
    meeting.adopt(number)
    action = actions(meeting)["2(i)"]
    assert (action.readings["en"].verb, action.condition_in("en")) == ("map", "where appropriate")
    assert (action.due, action.partners_in("en"), action.edited) == ("2027-03", ("IMO",), ("partners", "due"))
    meeting.do("set_action", action="2(i)", follow_text=["due", "partners"], condition="now", actor="workers")
    action = actions(meeting)["2(i)"]
    assert (action.due, action.partners_in("en"), action.unit) == ("2028-05", ("social partners",), "LAMPS")
    assert (action.condition_in("fr"), action.actors) == ("now", ("workers",))
    meeting.do(
        "set_action",
        action="2(i)",
        follow_text=["actor", "condition"],
        status="reported",
        note="In the report.",
    )
    action = actions(meeting)["2(i)"]
    assert (action.actors, action.status, action.note, action.edited) == (
        ("office",),
        "reported",
        "In the report.",
        (),
    )


def test_what_was_entered_stays_with_the_node_when_numbers_change() -> None:
    meeting = Meeting()
    meeting.do("set_action", action="3", unit="REST")
    meeting.do("set_action", action="2(iii)", unit="LAMPS")
    meeting.adopt(meeting.submit("2(i)", kind="delete"))
    meeting.adopt(meeting.submit("1", "Keepers matter.", kind="insert_after"))
    assert list(actions(meeting)) == ["2(ii)", "2(iii)", "3"]
    assert list(actions(meeting, final=True)) == ["3(i)", "3(ii)", "4"]
    meeting.do("renumber")
    found = actions(meeting)
    assert {label: each.unit for label, each in found.items()} == {"3(i)": "", "3(ii)": "LAMPS", "4": "REST"}
    meeting.do("set_action", action="3(ii)", status="closed")
    assert actions(meeting)["3(ii)"].unit == "LAMPS"


def test_an_action_may_be_added_and_taken_out() -> None:
    meeting = Meeting()
    meeting.do("remove_action", action="3")
    assert "3" not in actions(meeting)
    assert meeting.refused("set_action", action="3", unit="X").rule == "not_an_action"
    meeting.do("add_action", node="3")
    assert actions(meeting)["3"].actors == ("governments",)
    assert meeting.refused("add_action", node="3").rule == "action_there"
    meeting.do("add_action", node="1", actor=["office", "Coastguard"], strength="will")
    assert actions(meeting)["1"].actors == ("office", "Coastguard")
    meeting.do("remove_action", action="1")
    assert list(actions(meeting)) == ["2(i)", "2(ii)", "2(iii)", "3"]


def test_an_action_of_no_text_has_a_number_of_its_own() -> None:
    meeting = Meeting()
    text = {"en": "Submit the conclusions to the Governing Body in March 2027."}
    assert meeting.do("add_action", text=text, actor="office") == {"action": "F.1"}
    assert meeting.do("add_action", text=text) == {"action": "F.2"}
    found = actions(meeting)
    assert (found["F.1"].due, found["F.1"].reporting_body, found["F.1"].actors) == (
        "2027-03",
        "governing_body",
        ("office",),
    )
    meeting.do("set_action", action="F.1", due="2028")
    meeting.do("remove_action", action="F.2")
    assert list(actions(meeting))[4:] == ["F.1"]
    assert meeting.do("add_action", text=text) == {"action": "F.3"}


@pytest.mark.parametrize(
    ("verb", "fields", "rule"),
    [
        ("set_action", {"action": "1"}, "not_an_action"),
        ("set_action", {"action": "99"}, "unknown_node"),
        ("set_action", {"action": "3", "due": "2027-13"}, "dates"),
        ("set_action", {"action": "3", "due": "soon"}, "dates"),
        ("add_action", {}, "action_place"),
        ("add_action", {"node": "1", "text": {"en": "X"}}, "action_place"),
        ("add_action", {"node": "2(i)"}, "action_there"),
        ("remove_action", {"action": "F.1"}, "unknown_node"),
    ],
)
def test_what_cannot_be(verb: str, fields: dict[str, Any], rule: str) -> None:
    assert Meeting().refused(verb, **fields).rule == rule


def test_a_consideration_that_says_who_is_to_act_is_a_candidate() -> None:
    meeting = Meeting()
    meeting.adopt(meeting.submit("1", "Keepers matter. The ILO should continue to count them. All agree."))
    (found,) = candidates(meeting.state.drafting, meeting.text)
    assert (found.id, found.actors, found.sentence) == (
        "1",
        ("organization",),
        "The ILO should continue to count them.",
    )
    meeting.do("add_action", node="1")
    assert candidates(meeting.state.drafting, meeting.text) == ()
    action = actions(meeting)["1"]
    assert (action.actors, action.readings["en"].verb) == (("organization",), "continue")


#: lead verbs of the 32 actions of the conclusions of 2013 (procedure.md §6.1)
VERBS = {
    "2": "Pay Ensure Improve",
    "3": "Capitalize Further Assist Explore engage foster Continue",
    "5": "invite Work develop enhance promote Develop Advance Analyse Disseminate Assist",
    "7": "Strengthen help_build Support Promote Map Explore Promote",
    "9": "Promote Assist Create Assist promote",
}


def test_the_conclusions_of_2013_hold_32_actions(shared: Path) -> None:
    state = State()
    parsed = read(shared / "real/conclusions-ttmlm-2013.txt", "en")
    for seq, given in enumerate((command_of(create_command()), import_command(parsed, state)), 1):
        state = decide(state, given, Context(seq, "2013-11-08T10:00:00.000Z")).state
    text = next(iter(state.drafting.texts.values()))
    found = {each.id: each for each in register(state.drafting, text)}
    assert len(found) == 32
    assert {each.actors for each in found.values()} == {("office",)}
    verbs = {
        paragraph: " ".join(
            each.readings["en"].verb.replace(" ", "_")
            for label, each in found.items()
            if label[0] == paragraph
        )
        for paragraph in VERBS
    }
    assert verbs == VERBS
    conditions = {label: each.condition_in("en") for label, each in found.items() if each.condition_in("en")}
    assert conditions == {
        "3(iii)": "upon their request",
        "5(ii)": "as appropriate",
        "7(ii)": "Upon the request of governments",
        "7(iii)": "where appropriate",
        "9(i)": "when requested",
        "9(ii)": "upon their request",
        "9(iv)": "where appropriate; upon their request",
    }
    assert found["5(iii)"].partners_in("en") == ("constituents", "GMG members", "other stakeholders")
    assert [each.id for each in candidates(state.drafting, text)] == ["4"]
