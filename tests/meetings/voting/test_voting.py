"""How a vote is taken: method, weights, quorum, who asked for it, and what the chair declared."""

from __future__ import annotations

from typing import Any

import pytest

from consult_app.replay import freeze, thaw
from consult_app.words import say
from tests.meetings.voters import GROUPS, Voters


def named(*names: str) -> dict[str, Any]:
    """A record vote in which these members vote in favour."""
    return {"on": "x", "method": "record_vote", "tally": dict.fromkeys(names, "for")}


def shown(**fields: Any) -> dict[str, Any]:
    """A show of hands in which three workers vote in favour."""
    return {"on": "x", "method": "show_of_hands", "tally": {"workers": [3, 0, 0]}} | fields


def warned(meeting: Voters) -> list[str]:
    """What the last command warned of, in English."""
    assert meeting.last is not None
    return [say(each, "en") for each in meeting.last.warnings]


def test_a_group_without_a_vote_leaves_no_weights() -> None:
    meeting = Voters(3, 0, 3)
    refusal = meeting.refused("record_vote", **shown())
    assert refusal.rule == "weights"
    assert '"weighted": false' in str(refusal)
    assert "one vote a member" in meeting.asked("record_vote", **shown(weighted=False))
    answer = meeting.do("record_vote", **shown(weighted=False, confirm=True))
    assert (answer["for"], answer["total"], answer["outcome"]) == (3, 6, "adopted")
    assert meeting.state.assembly.votes[-1].weighted is False


def test_weights_where_the_rules_have_none() -> None:
    meeting = Voters(2, 1, 1, rules="custom")
    assert meeting.vote((0, 2), (1, 0), (1, 0))["outcome"] == "rejected"
    answer = meeting.vote((0, 2), (1, 0), (1, 0), weighted=True)
    assert (answer["for"], answer["against"], answer["outcome"]) == (4, 2, "adopted")
    assert any("was weighted" in warning for warning in meeting.warnings())


def test_nobody_is_registered() -> None:
    meeting = Voters(0, 0, 0, rules="custom")
    asked = {"on": "x", "method": "show_of_hands", "tally": {"workers": [9, 0], "government": [3, 7]}}
    assert "neither the hands counted" in meeting.asked("record_vote", **asked)
    answer = meeting.do("record_vote", confirm=True, **asked)
    assert (answer["for"], answer["against"], answer["outcome"]) == (12, 7, "adopted")
    papers = {"on": "x", "method": "secret_ballot", "tally": {"candidates": {"Ada": 3, "Bo": 1}}}
    assert meeting.do("record_vote", confirm=True, **papers)["winners"] == ["Ada"]
    weighted = Voters(0, 0, 0)
    assert weighted.refused("record_vote", confirm=True, **asked).rule == "weights"
    assert weighted.do("record_vote", confirm=True, weighted=False, **asked)["outcome"] == "adopted"


@pytest.mark.parametrize(("declared", "allowed"), [("adopted", True), ("rejected", False), ("void", False)])
def test_the_declaration_follows_the_figures(declared: str, allowed: bool) -> None:
    meeting = Voters(3, 3, 3)
    asked = {"on": "x", "method": "show_of_hands", "declared": declared}
    asked["tally"] = {"workers": [3, 0], "employers": [3, 0], "government": [0, 1]}  # type: ignore[assignment]
    if allowed:
        meeting.do("record_vote", **asked)
        assert meeting.state.assembly.votes[-1].declared == declared
    else:
        assert meeting.refused("record_vote", **asked).rule == "declaration"


def test_a_tie_that_the_chair_may_decide() -> None:
    meeting = Voters(3, 3, 3)
    meeting.do("set_rules", changes={"decision": {"tie": "chair"}})
    asked: dict[str, Any] = {
        "on": "x",
        "method": "show_of_hands",
        "tally": {"workers": [3, 0], "employers": [0, 3]},
    }
    assert meeting.refused("record_vote", **asked).rule == "tie"
    assert meeting.do("record_vote", **asked, declared="adopted")["outcome"] == "adopted"
    assert meeting.do("record_vote", **asked, declared="rejected")["outcome"] == "rejected"


@pytest.mark.parametrize(
    ("fields", "question"),
    [
        pytest.param(
            {"method": "secret_ballot", "tally": {"workers": [3, 0]}}, "only in elections", id="on a text"
        ),
        pytest.param(
            {"method": "record_vote", "tally": {"Workers 1": "for"}, "requested_by": "Workers 1"},
            "are needed",
            id="one member asks",
        ),
    ],
)
def test_what_the_rules_do_not_provide_for_is_asked(fields: dict[str, Any], question: str) -> None:
    meeting = Voters(3, 3, 3)
    assert question in meeting.asked("record_vote", on="x", **fields)
    assert meeting.do("record_vote", on="x", confirm=True, **fields)["number"] == "V.1"


def test_methods_come_from_the_rules() -> None:
    meeting = Voters(3, 3, 3)
    meeting.do("set_rules", changes={"voting": {"methods": ["record_vote"], "secret_ballot": "always"}})
    assert "do not provide" in meeting.asked("record_vote", **shown())
    meeting.do("record_vote", **shown(method="secret_ballot"))


def test_a_secret_ballot_has_no_names() -> None:
    meeting = Voters(3, 3, 3)
    refusal = meeting.refused("record_vote", **named("Workers 1") | {"method": "secret_ballot"})
    assert refusal.rule == "secret_ballot"


@pytest.mark.parametrize(
    "by",
    [
        pytest.param("workers", id="a group"),
        pytest.param(["Workers 1", "Employers 1"], id="a fifth of the members"),
        pytest.param("Workers 3", id="a Vice-Chairperson"),
    ],
)
def test_who_may_ask_for_a_record_vote(by: Any) -> None:
    meeting = Voters(3, 3, 3)
    meeting.do("elect_officer", office="worker_vice_chairperson", participant="Workers 3")
    meeting.do("record_vote", **named("Workers 1"), requested_by=by)
    assert meeting.state.assembly.votes[-1].requested_by
    assert meeting.refused("record_vote", **named("Workers 1"), requested_by="Nobody").rule == "unknown_actor"


def test_warnings() -> None:
    meeting = Voters(3, 3, 3, rules="tripartite_technical_2013")
    meeting.do("close_sitting")
    meeting.vote((3, 0), (3, 0), (3, 0), method="record_vote")
    said = " ".join(meeting.warnings())
    for part in ("No sitting is open", "recorded by name", "by consensus"):
        assert part in said


def test_candidates_are_not_amendments() -> None:
    meeting = Voters(3, 3, 3)
    refusal = meeting.refused("record_vote", node="1", method="secret_ballot", tally={"candidates": {"A": 3}})
    assert refusal.rule == "tally"


def test_a_quorum_of_those_present() -> None:
    meeting = Voters(4, 4, 4, rules="un_ga")
    assert meeting.vote((0, 0), (3, 0), (2, 0))["quorum"] == {"needed": 6, "reached": False, "counted": 5}
    assert any("Nobody noted who is present" in warning for warning in meeting.warnings())
    meeting.do("mark_present", group="workers")
    meeting.do("mark_present", group="employers")
    answer = meeting.vote((0, 0), (3, 0), (0, 0, 2))
    assert answer["quorum"] == {"needed": 4, "reached": True, "counted": 5}
    assert not any("Nobody noted" in warning for warning in meeting.warnings())


def test_without_a_quorum_every_vote_is_valid() -> None:
    meeting = Voters(4, 4, 4, rules="technical_2019")
    answer = meeting.vote((1, 0), None, None)
    assert (answer["outcome"], answer["quorum"]["needed"]) == ("adopted", 0)


def test_a_void_vote_is_said_to_be_void_whatever_it_was_on() -> None:
    meeting = Voters(5, 5, 5)
    meeting.do("record_vote", on="Chair", method="secret_ballot", tally={"candidates": {"Ada": 1}})
    assert "The vote is void" in meeting.warnings()[0]
    meeting.submit("3", "Governments shall respect the rest of keepers.")
    meeting.submit("3", kind="delete")
    meeting.vote((1, 0), amendment="D.1", against="D.2")
    assert "The vote is void" in meeting.warnings()[-1]


def test_more_votes_than_members_marked_as_present() -> None:
    meeting = Voters(6, 4, 3, rules="un_ga")
    meeting.do("mark_present", group="government")
    meeting.vote((6, 0), (4, 0))
    assert warned(meeting) == ["In the Employers’ group, more voted (4) than are marked as present (0)."]
    meeting.do("mark_present", group="employers")
    meeting.vote((6, 0), (4, 0))
    assert not meeting.warnings()


@pytest.mark.parametrize("rules", ["technical_2019", "ilc_committee", "un_ga"])
def test_more_hands_than_members_marked_as_present_in_a_group(rules: str) -> None:
    meeting = Voters(12, 5, 5, rules=rules, without_vote=1)

    def beyond() -> list[str]:
        return [each for each in warned(meeting) if "more voted" in each]

    meeting.vote((9, 2, 1), (0, 5), (5, 0))
    assert not beyond()  # nobody noted who is present
    for group in GROUPS:
        meeting.do("mark_present", group=group)
    meeting.do("mark_present", participants=["Government 1", "Workers 1"], present=False)
    meeting.vote((9, 2, 0), (0, 5), (4, 0))
    assert not beyond()
    meeting.vote((9, 2, 1), (0, 5), (5, 0))
    assert beyond() == [
        "In the Government group, more voted (12) than are marked as present (11).",
        "In the Workers’ group, more voted (5) than are marked as present (4).",
    ]


def test_ballot_papers_beyond_those_marked_as_present() -> None:
    meeting = Voters(4, 2, 2, rules="un_ga")
    meeting.do("mark_present", group="government")
    meeting.do("record_vote", on="Chair", method="secret_ballot", tally={"candidates": {"Ada": 5}})
    assert warned(meeting) == [
        "5 members voted, but only 4 are marked as present: the quorum was reckoned on those."
    ]


def test_a_rule_of_the_meetings_own_has_no_article() -> None:
    meeting = Voters(2, 1, 1)
    meeting.do("set_rules", changes={"voting": {"methods": ["show_of_hands"]}})
    question = meeting.asked("record_vote", on="x", method="record_vote", tally={"Workers 1": "for"})
    assert "custom" not in question


def test_figures_beyond_every_machine_word() -> None:
    meeting = Voters(0, 0, 0)
    hands = (10**40, 2**64, 0)
    meeting.vote(hands, weighted=False, confirm=True)
    assert meeting.state.assembly.votes[-1].figures.favour == 10**40
    frozen = freeze(meeting.state)
    assert thaw(frozen).assembly.votes == meeting.state.assembly.votes
    assert freeze(thaw(frozen)) == frozen
