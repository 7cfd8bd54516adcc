"""A subamendment in its place: no word of the node, the amendment or the subamendment is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.segments import Segment
from consult_app.ui.room.layers import layered

BY, SUB = ("d1",), ("s1",)
WORDS = st.lists(
    st.sampled_from(["the", "Office", "should", "work", "fair", "and", "l’emploi,"]), max_size=9
).map(" ".join)


def text_of(segments: tuple[Segment, ...], *kept: tuple[str, tuple[str, ...]]) -> str:
    return "".join(run.text for each in segments if (each.change, each.by) in kept for run in each.runs)


@given(WORDS, WORDS, WORDS)
@settings(max_examples=2_000)
def test_every_wording_can_be_read_from_the_segments(today: str, amended: str, both: str) -> None:
    found = layered(today, amended, both, BY, SUB)
    assert text_of(found, ("", ()), ("insert", BY), ("insert", SUB)) == both
    assert text_of(found, ("", ()), ("insert", BY), ("delete", SUB)) == amended


@given(WORDS, WORDS)
@settings(max_examples=2_000)
def test_without_a_change_of_its_own_only_the_amendment_is_shown(today: str, amended: str) -> None:
    found = layered(today, amended, amended, BY, SUB)
    assert text_of(found, ("", ()), ("delete", BY)) == today
    assert not any(each.by == SUB for each in found)


@pytest.mark.parametrize(
    ("both", "shown"),
    [
        pytest.param(
            "respect other and all partners",
            ["respect ", "++other and ", "-other", "+all", " partners"],
            id="words put back",
        ),
        pytest.param(
            "respect all partners now",
            ["respect ", "-other", "+all", " partners", "++ now"],
            id="words put in beside",
        ),
        pytest.param(
            "respect partners",
            ["respect ", "-other", "--all", "-- ", "partners"],
            id="words taken out",
        ),
    ],
)
def test_whose_each_change_is(both: str, shown: list[str]) -> None:
    signs = {
        ("", ()): "",
        ("delete", BY): "-",
        ("insert", BY): "+",
        ("insert", SUB): "++",
        ("delete", SUB): "--",
    }
    found = layered("respect other partners", "respect all partners", both, BY, SUB)
    said = [signs[each.change, each.by] + "".join(run.text for run in each.runs) for each in found]
    assert said == shown
