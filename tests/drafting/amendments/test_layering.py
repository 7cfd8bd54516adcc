"""A subamendment in its place: no word of the node, the amendments or the subamendments is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.layering import Layers, with_subamendments
from consult_app.drafting.views import _segments, marked
from consult_app.drafting.wordings.diff import diff
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import parse, write
from tests.drafting.world import World
from tests.effort import MANY

D1, D2, S1, S2 = "d1", "d2", "s1", "s2"
WORDS = st.lists(
    st.sampled_from(["the", "Office", "should", "*work*", "fair[^1]", "and", "l’emploi,", "[[all]]"]),
    max_size=9,
).map(" ".join)


def words_of(segments: tuple[Segment, ...], *kept: tuple[str, str]) -> str:
    """The words of the segments of these sorts of change, each by whom, beside what is kept."""
    shown = [each for each in segments if not each.change or any((each.change, n) in kept for n in each.by)]
    return "".join(run.text or f"[^{run.note}]" for each in shown for run in each.runs)


def said(plain: str) -> str:
    return words_of((Segment(parse(plain)),))


def laid(today: str, amended: str, both: str) -> tuple[Segment, ...]:
    layers = Layers(_segments(today, ((D1, diff(today, amended)),)))
    layers.lay(frozenset({D1}), both, S1)
    return layers.segments()


@given(WORDS, WORDS, WORDS)
@pytest.mark.soak
@settings(max_examples=MANY)
def test_every_wording_can_be_read_from_the_segments(today: str, amended: str, both: str) -> None:
    found = laid(today, amended, both)
    assert words_of(found, ("insert", D1), ("insert", S1)) == said(both)
    assert words_of(found, ("insert", D1), ("delete", S1)) == said(amended)


@given(WORDS, WORDS)
@pytest.mark.soak
@settings(max_examples=MANY)
def test_without_a_change_of_its_own_only_the_amendment_is_shown(today: str, amended: str) -> None:
    found = laid(today, amended, amended)
    assert words_of(found, ("delete", D1)) == said(today)
    assert not any(S1 in each.by for each in found)


@given(WORDS, WORDS, WORDS, WORDS, WORDS)
@pytest.mark.soak
@settings(max_examples=MANY)
def test_what_others_propose_is_left_as_it_is(
    today: str, amended: str, other: str, both: str, further: str
) -> None:
    """Two amendments to the same words, a subamendment to the one and one to that: each can be read, and
    what the second amendment proposes is untouched."""
    first, second, chain = frozenset({D1}), frozenset({D2}), frozenset({D1, S1})
    layers = Layers(_segments(today, ((D1, diff(today, amended)), (D2, diff(today, other)))))
    mine, theirs = layers.words(first), layers.words(second)
    layers.lay(first, both, S1)
    assert (layers.words(first), layers.words(second)) == (mine, theirs)
    read = layers.words(chain)
    assert said(read) == said(both)
    layers.lay(chain, further, S2)
    assert said(layers.words(frozenset({D1, S1, S2}))) == said(further)
    assert (layers.words(first), layers.words(second), layers.words(chain)) == (mine, theirs, read)


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
            ["respect ", "-other", "--all ", "partners"],
            id="words taken out",
        ),
    ],
)
def test_whose_each_change_is(both: str, shown: list[str]) -> None:
    signs = {"": "", "delete" + D1: "-", "insert" + D1: "+", "insert" + S1: "++", "delete" + S1: "--"}
    found = laid("respect other partners", "respect all partners", both)
    assert [signs[each.change + "".join(each.by)] + write(each.runs) for each in found] == shown


def test_words_that_two_propose_stay_with_the_other() -> None:
    """D.1 and D.2 put in the same word; a subamendment to D.1 takes it out of D.1 alone."""
    layers = Layers((Segment(parse("a ")), Segment(parse("b "), "insert", (D1, D2)), Segment(parse("c"))))
    layers.lay(frozenset({D1}), "a c", S1)
    shown = [(each.change, each.by, write(each.runs)) for each in layers.segments()]
    assert shown == [("", (), "a "), ("insert", (D2,), "b "), ("delete", (S1,), "b "), ("", (), "c")]


def test_the_subamendments_before_the_meeting_are_laid_over_their_amendment() -> None:
    world = World({"en": ["The Office should promote work."], "fr": ["Le Bureau devrait promouvoir."]})
    world.do(
        do="submit_amendment", by="workers", kind="replace", target="1",
        text="The Office should promote decent work.",
    )  # fmt: skip
    world.do(
        do="submit_amendment", by="employers", kind="replace", target="1", text="The ILO should promote work."
    )
    world.do(do="call_amendment", amendment="D.1")
    world.do(
        do="submit_amendment", by="employers", kind="replace", target="1", amends="D.1",
        text="The Office should promote decent and safe work.",
    )  # fmt: skip
    drafting, text = world.state.drafting, world.text
    node = next(iter(text))
    first, second, sub = (world.amendment(each) for each in ("D.1", "D.2", "D.1/S.1"))
    segments = marked(text, node, "en", (first, second))
    shown = with_subamendments(drafting, segments, (sub,), node.id, "en")
    assert [(each.change, each.by, write(each.runs)) for each in shown if each.change] == [
        ("delete", (second.id,), "Office"),
        ("insert", (second.id,), "ILO"),
        ("insert", (first.id,), "decent "),
        ("insert", (sub.id,), "and safe "),
    ]
    assert with_subamendments(drafting, segments, (sub,), node.id, "fr") == segments
