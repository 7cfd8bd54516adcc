"""A vote decides an amendment or a paragraph through the same code as consensus; a void one decides
nothing."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.changes import between
from tests.meetings.voters import Voters

GOLDEN = [
    pytest.param((86, 38, 54), ((60, 10, 6), (0, 36, 0), (52, 0, 0)), (73264, 46926, 3078, 52942), "adopted",
                 id="ILC86"),
    pytest.param((30, 12, 18), ((14, 9, 3), (0, 11, 0), (17, 0, 0)), (254, 219, 18, 216), "adopted",
                 id="adopted"),
    pytest.param((30, 12, 18), ((10, 6, 2), (0, 0, 12), (6, 0, 0)), (120, 36, 192, 216), "void", id="void"),
    pytest.param((24, 8, 8), ((12, 12), (0, 8), (8, 0)), (36, 36, 0, 29), "rejected", id="tie"),
    pytest.param((12, 12, 12), ((5, 4, 1), (0, 12), (11, 0)), (16, 16, 1, 15), "rejected", id="equal groups"),
]  # fmt: skip


@pytest.mark.parametrize(("members", "given", "expected", "outcome"), GOLDEN)
def test_worked_examples(
    members: tuple[int, int, int],
    given: tuple[tuple[int, ...], ...],
    expected: tuple[int, int, int, int],
    outcome: str,
) -> None:
    meeting = Voters(*members)
    number = meeting.submit("1", "Lighthouses guide all ships.")
    answer = meeting.vote(*given, amendment=number)
    assert (answer["for"], answer["against"], answer["abstaining"], answer["quorum"]["needed"]) == expected
    assert answer["outcome"] == outcome
    assert answer["quorum"]["reached"] is (outcome != "void")
    assert answer["cast"] == answer["for"] + answer["against"]
    state = "under_discussion" if outcome == "void" else outcome
    assert answer["state"] == meeting.amendment(number).state == state
    adopted = meeting.words("1") == "Lighthouses guide all ships."
    assert adopted is (outcome == "adopted")
    basis = meeting.amendment(number).history[-1].basis
    assert basis == ("" if outcome == "void" else "vote")


def test_votes_are_numbered_and_stored_whole() -> None:
    meeting = Voters(2, 2, 2)
    numbers = [meeting.vote((2, 0), (2, 0), (2, 0), reason="asked for")["number"] for _ in range(3)]
    assert numbers == ["V.1", "V.2", "V.3"]
    vote = meeting.state.assembly.votes[-1]
    assert (vote.symbol, vote.sitting, vote.method, vote.reason) == ("V.3", 1, "show_of_hands", "asked for")
    assert vote.rules == "ilc_committee"
    assert vote.tally == {"government": (2, 0, 0), "employers": (2, 0, 0), "workers": (2, 0, 0)}
    assert meeting.state.counters["V"] == 3


def test_adopting_by_vote_is_adopting() -> None:
    voted, agreed = Voters(3, 3, 3), Voters(3, 3, 3)
    for meeting in (voted, agreed):
        meeting.submit("1", "Lighthouses guide all ships.")
        meeting.submit("1", kind="delete")
    answer = voted.vote((3, 0), (3, 0), (3, 0), amendment="D.1")
    expected = agreed.adopt("D.1")
    assert {key: answer[key] for key in ("collisions", "would_fall")} == {
        key: expected[key] for key in ("collisions", "would_fall")
    }
    assert voted.words("1") == agreed.words("1")


def test_subamendments_first_and_then_as_subamended() -> None:
    meeting = Voters(3, 3, 3)
    number = meeting.submit("1", "Lighthouses guide all ships.")
    meeting.do("call_amendment", amendment=number)
    sub = meeting.submit("1", "Lighthouses guide all ships at sea.", amends=number, by="employers")
    refusal = meeting.refused(
        "record_vote", amendment=number, method="show_of_hands", tally={"workers": [3, 0, 0]}
    )
    assert refusal.rule == "subamendments_first"
    assert meeting.vote((3, 0), (3, 0), (3, 0), amendment=sub)["state"] == "adopted"
    answer = meeting.vote((3, 0), (3, 0), (3, 0), amendment=number)
    assert answer["state"] == "adopted_as_subamended"
    assert meeting.words("1") == "Lighthouses guide all ships at sea."
    assert [vote.subject.kind for vote in meeting.state.assembly.votes] == ["subamendment", "amendment"]


def test_parts_are_voted_one_by_one() -> None:
    meeting = Voters(3, 3, 3)
    number = meeting.submit("1", "Towers guide ships by day.[^1]")
    parts = meeting.do("divide_amendment", amendment=number)["parts"]
    assert parts == ["D.1(a)", "D.1(b)"]
    assert meeting.vote((3, 0), (3, 0), (3, 0), amendment=parts[0])["outcome"] == "adopted"
    assert meeting.vote((0, 3), (0, 3), (0, 3), amendment=parts[1])["outcome"] == "rejected"
    assert meeting.words("1") == "Towers guide ships at night.[^1]"


def test_a_paragraph_is_adopted_or_left() -> None:
    meeting = Voters(3, 3, 3)
    assert meeting.vote((0, 3), (0, 3), (3, 0), node="1")["state"] == "under_consideration"
    answer = meeting.vote((3, 0), (3, 0), (3, 0), node="1")
    assert (answer["node"], answer["state"]) == ("1", "adopted_unchanged")
    assert meeting.node("1").history[-1].basis == "vote"
    assert (
        meeting.refused("record_vote", node="1", method="show_of_hands", tally={"workers": [3, 0]}).rule
        == "P2"
    )


def test_a_paragraph_with_amendments_is_not_adopted() -> None:
    meeting = Voters(3, 3, 3)
    meeting.submit("1", "Lighthouses guide all ships.")
    tally = {group: [3, 0, 0] for group in ("government", "employers", "workers")}
    assert meeting.refused("record_vote", node="1", method="show_of_hands", tally=tally).rule == "P2"


def test_a_single_member_is_seconded_before_the_vote() -> None:
    meeting = Voters(3, 3, 3)
    number = meeting.submit("1", "Lighthouses guide all ships.", by="Workers 1")
    tally = {"workers": [3, 0, 0]}
    asked = {"amendment": number, "method": "show_of_hands", "tally": tally}
    assert meeting.refused("record_vote", **asked).rule == "A14"


def test_amendments_against_each_other() -> None:
    meeting = Voters(3, 3, 3)
    first = meeting.submit("1", "Lighthouses guide all ships.")
    other = meeting.submit("1", "Lighthouses guide some ships.", by="employers")
    answer = meeting.vote((1, 2), (0, 3), (3, 0), amendment=first, against=other)
    assert (answer["outcome"], answer["winners"]) == ("preferred", [other])
    assert any("still be put on its own" in warning for warning in meeting.warnings())
    assert {meeting.amendment(each).state for each in (first, other)} == {"under_discussion"}
    assert meeting.vote((0, 3), (3, 0), (0, 0), amendment=first, against=other)["outcome"] == "tied"
    assert meeting.vote((0, 0), (0, 0), (0, 1), amendment=first, against=other)["outcome"] == "void"
    meeting.vote((3, 0), (3, 0), (3, 0), amendment=other)
    assert meeting.amendment(other).state == "adopted"
    tally = {"workers": [3, 0]}
    asked = {"amendment": first, "method": "show_of_hands", "tally": tally}
    assert meeting.refused("record_vote", against=first, **asked).rule == "against"


def test_rules_that_do_not_put_amendments_against_each_other_ask() -> None:
    meeting = Voters(3, 3, 3, rules="un_ga")
    first, other = meeting.submit("1", "One."), meeting.submit("1", "Two.", by="employers")
    fields = {"amendment": first, "against": other, "method": "show_of_hands", "tally": {"workers": [3, 0]}}
    assert "against each other" in meeting.asked("record_vote", **fields)


@pytest.mark.parametrize(
    "about",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"amendment": "D.1", "on": "x"}, id="two things"),
        pytest.param({"node": "1", "against": "D.1"}, id="a node against an amendment"),
    ],
)
def test_one_subject(about: dict[str, str]) -> None:
    meeting = Voters(1, 1, 1)
    meeting.submit("1", "One.")
    asked = {"method": "show_of_hands", "tally": {"workers": [1, 0]}} | about
    assert meeting.refused("record_vote", **asked).rule == "vote"


def test_words_that_changed_are_not_voted_on() -> None:
    meeting = Voters(1, 1, 1)
    number = meeting.submit("1", "One.")
    asked = {"method": "show_of_hands", "tally": {"workers": [1, 0]}, "seen": "other"}
    assert meeting.refused("record_vote", amendment=number, **asked).rule == "seen"
    assert meeting.refused("record_vote", node="1", **asked).rule == "seen"


def test_statements_for_the_record() -> None:
    meeting = Voters(1, 1, 1)
    number = meeting.submit("1", "One.")
    meeting.adopt(number)
    answer = meeting.do(
        "record_statement", amendment=number, by="employers", kind="reservation", text={"fr": "Réserve."}
    )
    assert answer["on"] == number
    meeting.do("record_statement", node="1", by="Workers 1", kind="dissociation")
    meeting.do("record_statement", on="The plan of work", by="government", text="Noted.")
    found = meeting.state.assembly.statements
    assert [each.kind for each in found] == ["reservation", "dissociation", "statement"]
    assert [each.subject.kind for each in found] == ["amendment", "node", "free"]
    assert [each.text for each in found] == [{"fr": "Réserve."}, {}, {"en": "Noted."}]
    assert meeting.refused("record_statement", by="employers").rule == "statement"
    assert meeting.refused("record_statement", on="x", by="nobody").rule == "unknown_actor"


hands = st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2))


@settings(max_examples=300)
@given(st.tuples(hands, hands, hands))
def test_a_vote_changes_the_text_only_when_it_adopts(given: tuple[tuple[int, int, int], ...]) -> None:
    meeting = Voters(6, 6, 6)
    number = meeting.submit("1", "Lighthouses guide all ships.")
    meeting.do("call_amendment", amendment=number)
    before = meeting.state.drafting
    answer = meeting.vote(*given, amendment=number)
    if answer["outcome"] == "void":
        assert meeting.state.drafting is before
    elif answer["outcome"] == "rejected":
        assert msgspec.msgpack.encode(meeting.state.drafting.texts) == msgspec.msgpack.encode(before.texts)
    assert (meeting.words("1") == "Lighthouses guide all ships.") is (answer["outcome"] == "adopted")


def test_views_hear_of_votes_motions_and_rules() -> None:
    meeting = Voters(3, 3, 3)
    before = meeting.state
    meeting.vote((3, 0), (3, 0), (3, 0))
    voted = meeting.state
    assert between(before, voted, 1).votes
    meeting.do("record_motion", kind="closure", by="workers")
    assert between(voted, meeting.state, 2).votes
    moved = meeting.state
    meeting.do("set_rules", changes={"numbering": "letter"})
    changes = between(moved, meeting.state, 3)
    assert (changes.votes, changes.meeting) == (False, True)
