"""The three-way merge of words: in any order the same, and nothing lost."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consult_app.drafting.wordings.diff import Op, Ops, apply_ops, diff, fine
from consult_app.drafting.wordings.merge import carry, clashes, combine, composed
from consult_app.drafting.wordings.wording import canonical
from tests.effort import MANY

WORDS = (
    "keepers", "shall", "le", "phare", "faro", "d’eau", "e\u0301te\u0301", "niños", "the", "the", "rest",
    "of", "👩🏽", "17", "night", "lamp", "«\u00a0oui\u00a0»", "[^1]", r"\*",
)  # fmt: skip
BASES = st.lists(st.sampled_from(WORDS), min_size=4, max_size=16)


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, Ops, Ops]:
    """A base and two changes of it, as two persons may make them."""
    base = draw(BASES)
    news = [_edited(draw, base) for _ in range(2)]
    plain = canonical(" ".join(base))
    one, other = (diff(plain, canonical(" ".join(new))) for new in news)
    return plain, one, other


def _edited(draw: st.DrawFn, base: list[str]) -> list[str]:
    new = list(base)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(new)))
        act = draw(st.sampled_from(["insert", "delete", "replace"]))
        if act == "insert" or at >= len(new):
            new.insert(at, draw(st.sampled_from(["new", "nouveau", "nuevo", "fair", "😀"])))
        elif act == "replace":
            new[at] = draw(st.sampled_from(["tout", "all", "todo", "*every*"]))
        elif len(new) > 1:
            del new[at]
    return new


@pytest.mark.soak
@settings(max_examples=MANY)
@given(changed())
def test_disjoint_changes_merge_in_any_order_to_the_same(case: tuple[str, Ops, Ops]) -> None:
    base, one, other = case
    first, second = combine(base, one, other), combine(base, other, one)
    assert bool(first.clashes) == bool(second.clashes)
    if not first.clashes:
        assert first.text == second.text
        assert canonical(first.text) == first.text


@pytest.mark.soak
@settings(max_examples=MANY)
@given(changed())
def test_nothing_is_lost(case: tuple[str, Ops, Ops]) -> None:
    base, one, other = case
    merged = combine(base, one, other)
    if merged.clashes:
        for clash in merged.clashes:
            assert base[clash.start : clash.end] == clash.base
        listed = "".join(clash.mine for clash in merged.clashes)
        assert any(op.text in listed for op in other)
        assert merged.text == apply_ops(base, one)
        return
    distinct = {*one, *other}
    expected = Counter(base)
    for op in distinct:
        expected.update(op.text)
    gone = {place for op in distinct for place in range(op.start, op.end)}
    expected.subtract(base[place] for place in gone)
    assert Counter(merged.text) == +expected


@given(changed())
def test_one_amendment_alone_is_its_proposal(case: tuple[str, Ops, Ops]) -> None:
    base, one, _ = case
    assert carry(base, one, base).text == apply_ops(base, one)
    assert carry(base, one, apply_ops(base, one)).text == apply_ops(base, one)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.data())
def test_three_disjoint_changes_are_adopted_in_any_order(data: st.DataObject) -> None:
    words = [f"w{number}" for number in range(12)]
    base = " ".join(words)
    places = data.draw(st.lists(st.sampled_from(range(0, 12, 2)), min_size=3, max_size=3, unique=True))
    proposals = []
    for number, place in enumerate(places):
        new = list(words)
        new[place : place + 1] = data.draw(
            st.sampled_from([[], [f"n{number}"], [f"n{number}", words[place]], [words[place], f"n{number}"]])
        )
        proposals.append(" ".join(new))
    assume(len(set(proposals)) == 3)
    ops = [diff(base, proposal) for proposal in proposals]
    assume(not any(clashes(base, a, b) for a in ops for b in ops if a is not b))
    outcomes = set()
    for order in permutations(ops):
        today = base
        for each in order:
            merged = carry(base, each, today)
            assert not merged.clashes
            today = merged.text
        outcomes.add(today)
    assert len(outcomes) == 1


@st.composite
def apart(draw: st.DrawFn) -> tuple[str, list[str], list[Ops]]:
    """Three changes of a few words that repeat themselves, none of which touches words of another."""
    words = draw(st.lists(st.sampled_from(("a", "b", "the", "of")), min_size=4, max_size=9))
    proposals = []
    for _ in range(3):
        new = list(words)
        at = draw(st.integers(0, len(new) - 1))
        act = draw(st.sampled_from(("insert", "delete", "replace")))
        if act == "insert":
            new.insert(at, draw(st.sampled_from(("x", "y", "the"))))
        elif act == "delete":
            del new[at : at + draw(st.integers(1, 2))]
        else:
            new[at] = draw(st.sampled_from(("x", "y", "the")))
        proposals.append(" ".join(new))
    base = " ".join(words)
    exact = [fine(base, proposal) for proposal in proposals]
    assume(all(proposals) and all(exact))
    assume(not any(clashes(base, a, b) for i, a in enumerate(exact) for b in exact[:i]))
    return base, proposals, exact


@pytest.mark.soak
@settings(max_examples=MANY)
@given(apart())
def test_changes_apart_never_collide_and_give_one_text(case: tuple[str, list[str], list[Ops]]) -> None:
    """Also where they adjoin, and where a deletion stands between two insertions."""
    base, proposals, exact = case
    outcomes = set()
    by_chance = False
    for order in permutations(range(3)):
        edits: Ops = ()
        today = base
        for index in order:
            # what reads as the base, or as proposed, is taken for it: see ``carry``
            by_chance |= bool(edits) and today in (base, proposals[index])
            merged = carry(base, diff(base, proposals[index]), today, exact=exact[index], theirs=edits)
            assert not merged.clashes
            edits, today = composed(edits, merged.ops), merged.text
            assert apply_ops(base, edits) == today
        outcomes.add(today)
    assert len(outcomes) == 1 or by_chance


def test_what_stands_behind_deleted_words_stays_behind_them() -> None:
    base = "of b of b"
    deletion: Ops = (Op(3, 5, ""),)
    before, behind = (Op(3, 3, "y "),), (Op(5, 5, "x "),)
    edits = deletion
    for ops in (behind, before):
        merged = combine(base, edits, ops)
        assert not merged.clashes
        edits = composed(edits, merged.ops)
    assert edits == (Op(3, 3, "y "), Op(3, 5, ""), Op(5, 5, "x "))
    assert combine(base, edits, deletion).text == "of y x of b"  # the same deletion again is done


def test_changes_of_different_words_merge() -> None:
    base = "Governments should respect the rest of keepers."
    merged = combine(
        base,
        diff(base, "Governments and ports should respect the rest of keepers."),
        diff(base, "Governments should respect the rest of all keepers."),
    )
    assert (merged.text, merged.clashes) == (
        "Governments and ports should respect the rest of all keepers.",
        (),
    )


def test_two_words_for_one_clash() -> None:
    base = "Governments should respect it."
    merged = combine(
        base, diff(base, base.replace("should", "shall")), diff(base, base.replace("should", "must"))
    )
    (clash,) = merged.clashes
    assert (clash.base, clash.mine, clash.theirs, clash.insertion) == ("should", "must", "shall", False)


def test_identical_changes_are_one() -> None:
    base = "Governments should respect it."
    ops = diff(base, base.replace("should", "shall"))
    assert combine(base, ops, ops).text == "Governments shall respect it."
    partly = diff(base, "Governments shall respect it at once.")
    assert carry(base, ops, apply_ops(base, partly)).text == "Governments shall respect it at once."
    assert carry(base, partly, apply_ops(base, ops)).text == "Governments shall respect it at once."


def test_insertions_at_one_point_wait_for_a_decision() -> None:
    base = "Keepers need rest."
    one, other = diff(base, "Keepers need rest and light."), diff(base, "Keepers need rest, by day.")
    (clash,) = combine(base, one, other).clashes
    assert clash.insertion
    together = combine(base, one, other, insertions=True)
    assert (together.text, together.clashes) == ("Keepers need rest and light, by day.", ())


def test_changes_that_adjoin_merge() -> None:
    base = "the old lamp burns"
    merged = combine(base, diff(base, "the new lamp burns"), diff(base, "the old lantern burns"))
    assert merged.text == "the new lantern burns"
    inserted = combine(base, diff(base, "the lamp burns"), diff(base, "the very old lamp burns"))
    assert (inserted.text, inserted.clashes) == ("the very lamp burns", ())


def test_deletions_that_overlap_clash_with_exactly_their_words() -> None:
    base = "a b c d e f"
    (clash,) = combine(base, (Op(2, 7, ""),), (Op(4, 9, ""),)).clashes
    assert (clash.base, clash.mine, clash.theirs) == ("b c d e", "b ", " e")


def test_a_word_that_a_long_change_leaves_as_it_is_clashes_with_nothing() -> None:
    base = "They must keep the old lamps of every port."
    long = diff(base, "They shall then tend the new beacons of every port.")
    short = diff(base, "They must keep their old lamps of every port.")
    expected = "They shall then tend their new beacons of every port."
    assert carry(base, long, apply_ops(base, short)).text == expected
    assert carry(base, short, apply_ops(base, long)).text == expected


def test_marks_that_would_run_together_are_a_clash() -> None:
    base = "one two three four"
    bold, italic = diff(base, "**one two** three four"), diff(base, "one *two three* four")
    merged = combine(base, bold, italic)
    assert merged.clashes or canonical(merged.text) == merged.text
