"""Who is entitled to vote, and how often that changed."""

from __future__ import annotations

import pytest

from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.people.attending import strength
from consult_app.meetings.voting.composition import composition, entitled, modified, present
from consult_app.meetings.voting.quorum import gathered
from consult_app.state import State
from tests.meetings.voters import GROUPS, Voters


def assembly(meeting: Voters) -> Assembly:
    return meeting.state.assembly


def counts(meeting: Voters) -> tuple[int, ...]:
    return tuple(len(found) for found in entitled(assembly(meeting)).values())


def test_members_entitled_not_members_listed() -> None:
    meeting = Voters(86, 38, 54, without_vote=3)
    found = composition(assembly(meeting))
    assert found.listed == {"government": 89, "employers": 38, "workers": 54}
    assert found.entitled == {"government": 86, "employers": 38, "workers": 54}
    assert meeting.vote((60, 10, 6), (0, 36), (52, 0))["for"] == 73264


def test_regional_groups_and_advisers() -> None:
    meeting = Voters(1, 1, 1)
    meeting.do("register_group", id="islands", names={"en": "Islands"}, parent="government")
    meeting.do("register_participant", name="Ilse", role="member", group="islands")
    meeting.do("register_participant", name="Ada", role="adviser", group="workers")
    meeting.do("register_participant", name="Olaf", role="observer")
    assert counts(meeting) == (2, 1, 1)


def test_a_substitute_votes_in_place_of_the_member() -> None:
    meeting = Voters(2, 1, 1, without_vote=1)
    meeting.do("register_participant", name="Sub", role="substitute", group="workers")
    before = entitled(assembly(meeting))["workers"]
    meeting.do("substitute_participant", member="Workers 1", by="Sub", notice="letter of 2 November 2026")
    after = entitled(assembly(meeting))["workers"]
    assert len(before) == len(after) == 1
    assert before != after
    refusal = meeting.refused("record_vote", on="x", method="record_vote", tally={"Workers 1": "for"})
    assert "replaced by Sub" in str(refusal)
    assert meeting.do("record_vote", on="x", method="record_vote", tally={"Sub": "for"})["for"] == 2


def test_nobody_can_stand_in_for_a_vote_that_is_not_there() -> None:
    meeting = Voters(2, 1, 1, without_vote=1)
    meeting.do("register_participant", name="Sub", role="substitute", group="government")
    meeting.do(
        "substitute_participant",
        member="Silent 1",
        by="Sub",
        notice="letter of 2 November 2026",
        confirm=True,
    )
    assert counts(meeting) == (2, 1, 1)


def test_arrivals_before_the_first_vote_modify_nothing() -> None:
    meeting = Voters(1, 1, 1)
    meeting.do("register_participant", name="Late", role="member", group="workers")
    assert assembly(meeting).compositions == ()
    meeting.vote((1, 0), (1, 0), (2, 0))
    assert modified(assembly(meeting)) == 0
    assert assembly(meeting).compositions[0].entitled == {"government": 1, "employers": 1, "workers": 2}
    meeting.do("register_participant", name="Later", role="member", group="workers")
    assert modified(assembly(meeting)) == 1


def test_the_first_sitting_ends_the_arrivals() -> None:
    meeting = Voters(1, 1, 1)
    meeting.do("close_sitting")
    assert [each.number for each in assembly(meeting).compositions] == [1]
    meeting.do("open_sitting")
    meeting.do("register_participant", name="Late", role="member", group="workers")
    assert [each.sitting for each in assembly(meeting).compositions] == [0, 2]


def test_what_concerns_no_vote_modifies_nothing() -> None:
    meeting = Voters(1, 1, 1)
    meeting.do("close_sitting")
    meeting.do("register_participant", name="Olaf", role="observer")
    meeting.do("elect_officer", office="chairperson", participant="Government 1")
    meeting.do("change_participant", participant="Workers 1", country="NO")
    assert modified(assembly(meeting)) == 0


def test_nine_changes_with_votes_between_keep_their_own_weights() -> None:
    meeting = Voters(10, 6, 4)
    meeting.vote((10, 0), (0, 6), (4, 0))
    for index in range(1, 10):
        group = GROUPS[index % 3]
        meeting.do("register_participant", name=f"Late {index}", role="member", group=group)
        meeting.vote((5, 5), (3, 3), (2, 2))
    assert modified(assembly(meeting)) == 9
    votes = assembly(meeting).votes
    assert [vote.composition.number for vote in votes] == list(range(1, 11))
    for vote in votes:
        entitled_then = vote.composition.entitled
        totals = {vote.weights[group] * entitled_then[group] for group in GROUPS}
        assert len(totals) == 1
        assert vote.figures.total == 3 * totals.pop()
    assert votes[0].weights == {"government": 6, "employers": 10, "workers": 15}
    assert len({tuple(vote.weights.values()) for vote in votes}) == 10


def test_who_is_present() -> None:
    meeting = Voters(2, 2, 2)
    assert present(assembly(meeting)) is None
    meeting.do("mark_present", participants=["Government 1", "Workers 1"])
    found = present(assembly(meeting))
    assert found is not None
    assert len(found) == 2


def test_nobody_is_entitled_at_first() -> None:
    assert set(entitled(State().assembly)) == set(GROUPS)


@pytest.mark.parametrize("rules", ["ilc_committee", "custom"])
def test_the_same_people_in_another_order_are_the_same_composition(rules: str) -> None:
    meeting = Voters(2, 1, 1, rules=rules)
    meeting.do("close_sitting")
    meeting.do("change_participant", participant="Government 1", may_vote=False, why_not="arrears")
    meeting.do("change_participant", participant="Government 1", may_vote=True)
    assert modified(assembly(meeting)) == 2


@pytest.mark.parametrize("group", ["", "government"], ids=["of no group", "of another group"])
def test_whoever_stands_in_votes_in_the_group_of_the_member(group: str) -> None:
    meeting = Voters(2, 1, 1)
    meeting.do("register_participant", name="Sub", role="adviser", group=group)
    meeting.do("substitute_participant", member="Workers 1", by="Sub", notice="letter of 2 November 2026")
    assert counts(meeting) == (2, 1, 1)
    meeting.do("mark_present", participants=["Sub"])
    found = gathered(assembly(meeting))
    assert found is not None
    assert found.counted == 2
    assert strength(assembly(meeting), "workers").entitled_present == 1
    assert strength(assembly(meeting), "government").entitled == 2
    vote = meeting.do("record_vote", on="x", method="record_vote", tally={"Sub": "for"})
    assert vote["for"] == 2
    assert assembly(meeting).votes[-1].tally["workers"] == (1, 0, 0)
