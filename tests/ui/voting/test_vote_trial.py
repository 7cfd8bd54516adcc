"""What a vote would come to, before it is recorded: the same figures, and refusals at their field."""

from __future__ import annotations

from functools import cache
from math import lcm
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.meetings.kept.votes import Tally
from consult_app.state import State
from consult_app.ui.belonging import MAIN_GROUPS
from consult_app.ui.voting.matters import Matter, matters
from consult_app.ui.voting.trial import Paper, foresee
from tests.effort import MANY
from tests.meetings.voters import Voters

COUNTS = ((86, 38, 54), (30, 12, 18), (12, 12, 12), (1, 2, 3))
FREE = Matter("free")
Rows = tuple[tuple[int, int, int], ...]


@cache
def state_of(counts: tuple[int, int, int]) -> State:
    return Voters(*counts).state


def paper(rows: Rows, matter: Matter = FREE, **fields: Any) -> Paper:
    tally: Tally = dict(zip(MAIN_GROUPS, rows, strict=True))
    return Paper(matter, "show_of_hands", tally, "The plan of work", **fields)


numbers = st.integers(min_value=0, max_value=40)
row = st.tuples(numbers, numbers, numbers)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(counts=st.sampled_from(COUNTS), rows=st.tuples(row, row, row))
def test_the_figures_are_those_of_the_formula_and_too_many_hands_name_their_group(
    counts: tuple[int, int, int], rows: Rows
) -> None:
    found = foresee(state_of(counts), 999, paper(rows))
    over = [group for group, n, each in zip(MAIN_GROUPS, counts, rows, strict=True) if sum(each) > n]
    if over:
        assert found.vote is None
        assert found.place == over[0]
        return
    common = lcm(*counts)
    weights = [common // n for n in counts]
    favour, against, none = (
        sum(w * each[at] for w, each in zip(weights, rows, strict=True)) for at in range(3)
    )
    assert found.vote is not None
    figures = found.vote.figures
    assert (figures.favour, figures.against, figures.abstaining) == (favour, against, none)
    needed = -(-2 * 3 * common // 5)
    outcome = "void" if favour + against < needed else "adopted" if favour > against else "rejected"
    assert found.vote.outcome == outcome


def test_nothing_is_changed_by_a_trial() -> None:
    state = state_of((12, 12, 12))
    foresee(state, 999, paper(((12, 0, 0),) * 3))
    assert state.assembly.votes == ()


def test_what_cannot_be_decided_now_is_counted_all_the_same() -> None:
    meeting = Voters(12, 12, 12)
    number = meeting.submit("1", "Other words.")
    meeting.do("withdraw_amendment", amendment=number)
    amendment = meeting.state.drafting.by_number(number)
    assert amendment is not None
    found = foresee(meeting.state, 999, paper(((12, 0, 0),) * 3, Matter("amendment", amendment.id)))
    assert found.refused is not None
    assert found.place == ""
    assert found.vote is not None
    assert found.vote.figures.favour == 36


@pytest.mark.parametrize(
    ("changes", "place"),
    [({"weighted": True}, "weighted"), ({"declared": "rejected"}, "declared")],
    ids=["nobody in a group", "another outcome than declared"],
)
def test_a_refusal_names_the_field_that_it_is_about(changes: dict[str, Any], place: str) -> None:
    empty = place == "weighted"
    state = Voters(4, 0, 4).state if empty else state_of((12, 12, 12))
    rows = ((4, 0, 0), (0, 0, 0), (4, 0, 0)) if empty else ((12, 0, 0),) * 3
    found = foresee(state, 999, paper(rows, **changes))
    assert found.place == place
    assert found.vote is None


def test_a_subject_without_words_is_said_at_the_subject() -> None:
    found = foresee(state_of((12, 12, 12)), 999, Paper(FREE, "show_of_hands", {"workers": (12, 0, 0)}))
    assert found.place == "subject"


def test_what_can_be_voted_on() -> None:
    meeting = Voters(12, 12, 12)
    first, second = meeting.submit("1", "Other words."), meeting.submit("1", "Quite other words.")
    meeting.do("record_motion", kind="closure", by="workers", seconded_by="employers")
    meeting.do("record_motion", kind="point_of_order", by="workers")
    amendment = meeting.state.drafting.by_number(first)
    assert amendment is not None
    text = next(iter(meeting.state.drafting.texts))
    found = matters(meeting.state, text, amendment.target, amendment)
    assert [each.kind for each in found] == ["amendment", "node", "amendment", "motion", "free", "election"]
    assert found[2].names == (first, second)
    assert found[3].words == "M.1 Closure of the debate: seconded"
