"""The arithmetic of votes: the official figures, and what must hold for all figures."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.meetings.kept.rules import DecisionRule, Quorum, Rules
from consult_app.meetings.kept.votes import Figures
from consult_app.meetings.voting.weighing import carried, figures, first_past, needed, outcome, weights
from consult_app.presets import preset
from tests.effort import MANY

GROUPS = ("government", "employers", "workers")
ILC = preset("ilc_committee")

counts = st.fixed_dictionaries({group: st.integers(1, 10**9) for group in GROUPS})
small = st.integers(0, 60)
hands = st.tuples(small, small, small)


def figured(members: tuple[int, int, int], given: list[tuple[int, int, int]], rules: Rules = ILC) -> Figures:
    """The figures of a vote among so many *members*."""
    of = dict(zip(GROUPS, members, strict=True))
    each = weights(of, weighted=rules.weighted)
    total = sum(each[group] * of[group] for group in GROUPS)
    return figures(
        ((each[group], hand) for group, hand in zip(GROUPS, given, strict=True)), rules, total, sum(members)
    )


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        pytest.param((86, 38, 54), (513, 1161, 817), id="ILC86"),
        pytest.param((91, 50, 73), (3650, 6643, 4550), id="ILC87"),
        pytest.param((30, 12, 18), (6, 15, 10), id="30-12-18"),
        pytest.param((24, 8, 8), (1, 3, 3), id="24-8-8"),
        pytest.param((12, 12, 12), (1, 1, 1), id="12-12-12"),
        pytest.param((37, 8, 8), (8, 37, 37), id="37-8-8"),
    ],
)
def test_official_weights(members: tuple[int, int, int], expected: tuple[int, int, int]) -> None:
    of = dict(zip(GROUPS, members, strict=True))
    assert tuple(weights(of, weighted=True).values()) == expected
    assert set(weights(of, weighted=False).values()) == {1}


@pytest.mark.parametrize(
    ("members", "given", "expected", "result"),
    [
        pytest.param(
            (86, 38, 54),
            [(60, 10, 6), (0, 36, 0), (52, 0, 0)],
            (73264, 46926, 3078, 52942),
            "adopted",
            id="1",
        ),
        pytest.param(
            (30, 12, 18), [(14, 9, 3), (0, 11, 0), (17, 0, 0)], (254, 219, 18, 216), "adopted", id="2"
        ),
        pytest.param((30, 12, 18), [(10, 6, 2), (0, 0, 12), (6, 0, 0)], (120, 36, 192, 216), "void", id="3"),
        pytest.param((24, 8, 8), [(12, 12, 0), (0, 8, 0), (8, 0, 0)], (36, 36, 0, 29), "rejected", id="4"),
        pytest.param((12, 12, 12), [(5, 4, 1), (0, 12, 0), (11, 0, 0)], (16, 16, 1, 15), "rejected", id="5"),
    ],
)
def test_worked_examples(
    members: tuple[int, int, int],
    given: list[tuple[int, int, int]],
    expected: tuple[int, int, int, int],
    result: str,
) -> None:
    found = figured(members, given)
    assert (found.favour, found.against, found.abstaining, found.needed) == expected
    assert outcome(found, ILC) == result


@pytest.mark.soak
@settings(max_examples=MANY)
@given(counts)
def test_the_groups_are_equal_and_no_smaller_votes_would_do(of: dict[str, int]) -> None:
    found = weights(of, weighted=True)
    totals = {found[group] * of[group] for group in GROUPS}
    assert len(totals) == 1
    assert gcd(*found.values()) == 1


@pytest.mark.soak
@settings(max_examples=MANY)
@given(counts, st.integers(1, 10**6))
def test_twice_as_many_in_every_group_have_the_same_votes(of: dict[str, int], factor: int) -> None:
    scaled = {group: count * factor for group, count in of.items()}
    assert weights(scaled, weighted=True) == weights(of, weighted=True)


@pytest.mark.parametrize("empty", GROUPS)
def test_no_weights_without_a_member(empty: str) -> None:
    of = dict.fromkeys(GROUPS, 3) | {empty: 0}
    with pytest.raises(ValueError, match="no member entitled"):
        weights(of, weighted=True)
    assert weights(of, weighted=False)[empty] == 1


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 10**30))
def test_the_quorum_is_the_least_number_that_is_enough(num: int, den: int, base: int) -> None:
    found = needed(num, den, base)
    assert found >= Fraction(num * base, den)
    assert found - 1 < Fraction(num * base, den)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.tuples(hands, hands, hands))
def test_a_vote_turned_round_never_passes_twice(given: tuple[tuple[int, int, int], ...]) -> None:
    members = tuple(max(1, sum(hand)) for hand in given)
    turned = [(against, favour, none) for favour, against, none in given]
    one = figured(members, list(given))  # type: ignore[arg-type]
    other = figured(members, turned)  # type: ignore[arg-type]
    assert (one.favour, one.against) == (other.against, other.favour)
    assert one.favour + one.against + one.abstaining <= one.total
    for majority in ("simple", "absolute", "two_thirds"):
        assert not (carried(one, majority) and carried(other, majority))
        if one.tied:
            assert not carried(one, majority)
    assert one.reached == other.reached


@pytest.mark.parametrize(
    ("majority", "favour", "against", "passes"),
    [
        pytest.param("simple", 2, 1, True, id="more"),
        pytest.param("simple", 0, 0, False, id="nobody"),
        pytest.param("two_thirds", 2, 1, True, id="two of three"),
        pytest.param("two_thirds", 199, 100, False, id="just less than two thirds"),
        pytest.param("two_thirds", 0, 0, False, id="two thirds of nobody"),
        pytest.param("absolute", 6, 0, True, id="more than half of all"),
        pytest.param("absolute", 5, 0, False, id="half of all"),
    ],
)
def test_majorities(majority: str, favour: int, against: int, passes: bool) -> None:
    found = Figures(favour, against, 0, 10, favour + against, 10, 0)
    assert carried(found, majority) is passes
    rules = Rules(decision=DecisionRule(majority=majority))
    assert outcome(found, rules) == ("adopted" if passes else "rejected")


@pytest.mark.parametrize(
    ("base", "abstentions", "expected"),
    [
        pytest.param("weighted_total", False, (2, 12), id="weighted"),
        pytest.param("weighted_total", True, (6, 12), id="weighted, abstentions count"),
        pytest.param("members_entitled", False, (2, 10), id="members"),
        pytest.param("members_entitled", True, (6, 10), id="members, abstentions count"),
    ],
)
def test_what_a_quorum_is_of(base: str, abstentions: bool, expected: tuple[int, int]) -> None:
    quorum = Quorum(num=1, den=2, base=base, count_abstentions=abstentions)
    rules = Rules(weights="lcm_equal_groups", quorum=quorum)
    found = figured((4, 2, 4), [(1, 0, 0), (0, 0, 0), (0, 1, 4)], rules)
    assert (found.counted, found.base) == expected


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        pytest.param({"A": 4, "B": 3}, (4, ("A",), True), id="elected"),
        pytest.param({"A": 4, "B": 4}, (5, ("A", "B"), False), id="equal"),
        pytest.param({"A": 3, "B": 4, "C": 2}, (5, ("B", "A"), False), id="two go on"),
        pytest.param({"A": 2, "B": 4, "C": 2}, (5, ("B", "A", "C"), False), id="three go on"),
        pytest.param({"A": 0}, (1, ("A",), False), id="no vote"),
        pytest.param({"A": 1}, (1, ("A",), True), id="one candidate"),
    ],
)
def test_elections(papers: dict[str, int], expected: tuple[int, tuple[str, ...], bool]) -> None:
    assert first_past(papers) == expected
