"""What a tally may be, and each thing that cannot be so in it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.meetings.voters import Voters


def taken(tally: Any, **fields: Any) -> dict[str, Any]:
    """The command of a vote with *tally*."""
    return {"on": "The plan of work", "method": "show_of_hands", "tally": tally} | fields


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        pytest.param({}, "empty", id="nothing"),
        pytest.param({"workers": [3, 1, 0]}, "Workers’ group, 4 hands were counted, but 3", id="more hands"),
        pytest.param({"workers": [1, -1, 0]}, "-1 is no number", id="negative"),
        pytest.param({"workers": [1]}, "three figures, not 1", id="one figure"),
        pytest.param({"workers": [1, 0, 0, 0]}, "three figures, not 4", id="four figures"),
        pytest.param({"keepers": [1, 0, 0]}, "no group “keepers”", id="no such group"),
        pytest.param({"islands": [1, 0, 0]}, "no vote of its own", id="regional group"),
        pytest.param({"workers": [1, 0, 0], "Workers’ group": [1, 0, 0]}, "stands twice", id="group twice"),
        pytest.param({"workers": [1, 0, 0], "Workers 1": "for"}, "not both", id="both forms"),
        pytest.param({"Nobody": "for"}, "no participant “Nobody”", id="unknown name"),
        pytest.param({"Silent 1": "for"}, "arrears, ILO Constitution, art. 13(4)", id="no vote"),
        pytest.param({"Ada": "for"}, "adviser", id="adviser"),
        pytest.param({"Olaf": "for"}, "belongs to no group", id="observer"),
    ],
)
def test_what_cannot_be(tally: dict[str, Any], said: str) -> None:
    meeting = Voters(3, 3, 3, without_vote=1)
    meeting.do("register_group", id="islands", names={"en": "Islands"}, parent="government")
    meeting.do("register_participant", name="Ada", role="adviser", group="workers")
    meeting.do("register_participant", name="Olaf", role="observer")
    refusal = meeting.refused("record_vote", **taken(tally))
    assert refusal.rule == "tally"
    assert said in _said(refusal)


def _said(refusal: Any) -> str:
    from consult_app.words import say

    return say(refusal.reason, "en")


def test_a_name_twice_under_its_id() -> None:
    meeting = Voters(1, 1, 1)
    person = meeting.state.assembly.find_participant("Workers 1")
    assert person is not None
    refusal = meeting.refused("record_vote", **taken({"Workers 1": "for", person.id: "against"}))
    assert "stands twice" in str(refusal)


def test_namesakes_are_told_apart_by_id() -> None:
    meeting = Voters(1, 1, 1)
    meeting.do("register_participant", name="Workers 1", role="member", group="workers", namesake=True)
    refusal = meeting.refused("record_vote", **taken({"Workers 1": "for"}))
    assert "give the id" in str(refusal)


def test_by_name_and_by_group_come_to_the_same() -> None:
    meeting = Voters(3, 2, 2)
    names = {"Government 1": "for", "Government 2": "for", "Government 3": "abstaining"}
    names |= {"Employers 1": "against", "Workers 1": "for", "  Workers   2 ": "for"}
    named = meeting.do("record_vote", **taken(names, method="record_vote"))
    assert meeting.warnings() == []
    grouped = meeting.vote((2, 0, 1), (0, 1), (2, 0))
    figures = ("for", "against", "abstaining", "cast", "quorum", "outcome")
    assert [named[name] for name in figures] == [grouped[name] for name in figures]
    one, other = meeting.state.assembly.votes
    assert one.tally == other.tally
    assert (len(one.names), other.names) == (6, {})


def test_a_group_in_which_nobody_may_vote() -> None:
    meeting = Voters(2, 0, 2, rules="custom")
    assert "nobody in it is entitled" in str(meeting.refused("record_vote", **taken({"employers": [1, 0]})))
    assert meeting.vote((2, 0), None, (2, 0))["outcome"] == "adopted"


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        pytest.param({"candidates": {}}, "needs its candidates", id="none"),
        pytest.param({"candidates": [1, 2]}, "needs its candidates", id="a list"),
        pytest.param({"candidates": {"A": -1}}, "no number of votes", id="negative"),
        pytest.param({"candidates": {"A": 1}, "invalid": -2}, "no number of votes", id="negative invalid"),
        pytest.param({"candidates": {"A": 1}, "spoilt": 2}, "“spoilt” is none", id="another field"),
        pytest.param({"candidates": {"A": 4}, "invalid": 6}, "10 ballot papers", id="too many papers"),
    ],
)
def test_ballot_papers_that_cannot_be(tally: dict[str, Any], said: str) -> None:
    meeting = Voters(3, 3, 3)
    refusal = meeting.refused("record_vote", **taken(tally, method="secret_ballot"))
    assert said in str(refusal)


def test_elections() -> None:
    meeting = Voters(3, 3, 3)
    asked = {"method": "secret_ballot"}
    first = meeting.do(
        "record_vote", **taken({"candidates": {"A": 3, "B": 4, "C": 1}, "invalid": 1}, **asked)
    )
    assert (first["outcome"], first["majority"], first["winners"]) == ("next_round", 5, ["B", "A"])
    second = meeting.do("record_vote", **taken({"candidates": {"A": 3, "B": 5}, "abstaining": 1}, **asked))
    assert (second["outcome"], second["winners"]) == ("elected", ["B"])
    assert second["quorum"] == {"needed": 4, "reached": True, "counted": 8}
    void = meeting.do("record_vote", **taken({"candidates": {"A": 1}}, **asked))
    assert void["outcome"] == "void"
    assert "winners" not in void
    assert [vote.subject.kind for vote in meeting.state.assembly.votes] == ["election"] * 3
    assert meeting.refused("record_vote", **taken({"candidates": {"A": 1}}, weighted=True)).rule == "weights"
