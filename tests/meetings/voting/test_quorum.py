"""The quorum among those who are present, before any vote is taken (procedure.md §4.1, §4.3)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.meetings.voting.quorum import Gathered, gathered
from consult_app.meetings.voting.weighing import MAIN_GROUPS
from tests.meetings.voters import Voters


def present(meeting: Voters, *counts: int) -> Gathered | None:
    """So many members of each group come."""
    assembly = meeting.state.assembly
    for group, count in zip(MAIN_GROUPS, counts, strict=True):
        ours = [p.id for p in assembly.participants.values() if assembly.main_group(p.id) == group]
        if count:
            meeting.do("mark_present", participants=ours[:count])
    return gathered(meeting.state.assembly)


def test_weighted_votes_are_counted_for_two_fifths_of_them() -> None:
    """30/12/18 members have 6/15/10 votes; 216 of 540 are needed (worked example 2)."""
    found = present(Voters(30, 12, 18), 10, 5, 8)
    assert found == Gathered(10 * 6 + 5 * 15 + 8 * 10, 216, 540, weighted=True)
    assert (found.reached, found.lacking) == (False, 1)
    more = present(Voters(30, 12, 18), 11, 5, 8)
    assert more is not None
    assert (more.reached, more.lacking) == (True, 0)


def test_members_are_counted_where_votes_are_not_weighted() -> None:
    found = present(Voters(4, 2, 3, rules="sectoral_1995"), 2, 0, 1)
    assert found == Gathered(3, 5, 9)
    assert found.lacking == 2


def test_a_share_of_those_present_is_always_there() -> None:
    found = present(Voters(4, 2, 3, rules="un_ga"), 2, 1, 2)
    assert found == Gathered(5, 3, 5, of_present=True)


@pytest.mark.parametrize(
    ("rules", "counts"),
    [
        pytest.param("tripartite_technical_2013", (1, 1, 1), id="the rules ask for none"),
        pytest.param("sectoral_1995", (0, 0, 0), id="nobody noted who is present"),
    ],
)
def test_there_may_be_nothing_to_say(rules: str, counts: tuple[int, int, int]) -> None:
    assert present(Voters(2, 2, 2, rules=rules), *counts) is None


def test_a_group_without_a_vote_leaves_no_weights() -> None:
    assert present(Voters(2, 0, 2), 1, 0, 1) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=3, max_size=3), st.data())
def test_everybody_present_is_a_quorum(counts: list[int], data: st.DataObject) -> None:
    there = [data.draw(st.integers(0, count)) for count in counts]
    found = present(Voters(*counts), *counts)
    assert found is not None
    assert found.reached
    assert found.counted == found.base
    some = present(Voters(*counts), *there)
    assert some is None or some.counted <= some.base
