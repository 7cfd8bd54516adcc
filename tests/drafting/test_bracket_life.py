"""Brackets among everything else that happens: cuts, joins, moves, deletions, plain decisions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.brackets.alternatives import found_in
from consult_app.drafting.brackets.open_brackets import open_brackets
from consult_app.drafting.views import view
from tests.drafting.world import World, draft, submissions
from tests.effort import SOME

_TEXTS = draft(3)
_VERBS = ("bracket", "bracket", "call", "adopt", "reject", "withdraw", "defer")


@st.composite
def acts(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Three to five amendments of any kind, each called, and what is then done about them."""
    count = draw(st.integers(3, 5))
    out = [draw(submissions(number, _TEXTS)) for number in range(1, count + 1)]
    numbers = [f"D.{number}" for number in range(1, count + 1)]
    out += ({"do": "call_amendment", "amendment": number} for number in numbers)
    number = st.sampled_from(numbers)
    brackets = st.sampled_from(["B.1", "B.2", "B.3"])
    further = st.one_of(
        st.builds(
            lambda verb, n: {"do": f"{verb}_amendment", "amendment": n}, st.sampled_from(_VERBS), number
        ),
        st.builds(lambda b, c: {"do": "resolve_bracket", "bracket": b, "choice": c}, brackets, number),
        st.builds(lambda b: {"do": "resolve_bracket", "bracket": b, "choice": "text"}, brackets),
        st.builds(
            lambda n, words: {
                "do": "edit_wording",
                "node": n,
                "language": "en",
                "text": words,
                "by": "office",
            },
            st.sampled_from("123"),
            st.sampled_from(["b0x0 [[b0x1]] b0x2", "[[b0x0]] b0x1 [[b0x2]]", "b0x0 b0x1 b0x2"]),
        ),
    )
    return out + draw(st.lists(further, min_size=4, max_size=12))


@pytest.mark.soak
@settings(max_examples=SOME)
@given(acts())
def test_each_open_bracket_has_one_number_whatever_happens(commands: list[dict[str, Any]]) -> None:
    world = World({"en": _TEXTS})
    highest = 0
    for asked in commands:
        known = world.state.drafting.brackets
        world.tried(**asked)
        drafting, text = world.state.drafting, world.text
        found = open_brackets(drafting, text)
        assert [each.found for each in found] == list(found_in(drafting, text))
        assert {each.bracket.number for each in found} == {
            b.number for b in drafting.brackets.values() if b.open
        }
        assert len({each.bracket.number for each in found}) == len(found)
        for number, bracket in drafting.brackets.items():
            before = known.get(number)
            assert before is not None or bracket.place_in_series > highest
            assert before is None or before.open or before == bracket
        highest = max((b.place_in_series for b in drafting.brackets.values()), default=0)
        for line in view(drafting, text, "current", "en"):
            shown = {segment.bracket for segment in line.segments if segment.bracket}
            assert shown <= {each.bracket.number for each in found}
