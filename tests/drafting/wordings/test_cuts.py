"""Words put in exactly where a node is cut belong to one half, whichever is adopted first."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.effect import collisions_between
from consult_app.drafting.wordings.cuts import CUT, NEW_CUT, belongs_behind, beside_cuts
from consult_app.drafting.wordings.diff import Op, apply_ops, fine
from tests.drafting.world import World
from tests.effort import MANY

FIRST, SECOND = "The Office should help.", "Ports should pay."


def held(base: str, *proposed: str, cut: tuple[str, str]) -> World:
    """A text of one paragraph, D.1 that cuts it, and an amendment for each further wording."""
    world = World({"en": [base]})
    asked = {"do": "submit_amendment", "by": "workers", "target": "1"}
    world.do(**asked, kind="split", text="\n".join(cut))
    for words in proposed:
        world.do(**asked, kind="replace", text=words)
    return world


def outcomes(world: World, many: int) -> set[tuple[str, ...]]:
    """What the text comes to, adopted in every order."""
    found = set()
    for order in permutations(range(1, many + 1)):
        now = world.copy()
        for number in order:
            now.do(do="adopt_amendment", amendment=f"D.{number}")
        found.add(tuple(now.standing()))
    return found


@pytest.mark.parametrize(
    ("first", "words", "second", "behind"),
    [
        ("The Office should help.", "It should also pay.", "Ports should pay.", True),
        ("The Office should help.", "Every year,", "Ports should pay.", False),
        ("The Office should help.", "(See the report.)", "Ports should pay.", True),
        ("The Office should help.[^1]", "It should pay.[^2]", "Ports should pay.", True),
        ("«Le Bureau aide.»", "«Il paie.»", "«Les ports paient.»", True),
        ("The Office should help;", "it should pay;", "ports should pay.", True),
        ("The Office should help", "and promote", "ports of all kinds.", True),
        ("The Office should help,", "upon request,", "and pay.", True),
        ("The Office should help", "*and promote*", "ports.", True),
        ("*The Office should help.*", "It should pay.", "Ports should pay.", True),
    ],
)
def test_to_which_half_they_belong(first: str, words: str, second: str, behind: bool) -> None:
    assert belongs_behind(first, words) == behind
    world = held(f"{first} {second}", f"{first} {words} {second}", cut=(first, second))
    expected = (f"{first} {words}", second) if behind else (first, f"{words} {second}")
    assert outcomes(world, 2) == {expected}
    assert collisions_between(world.state.drafting, world.amendment("D.1")) == []


@pytest.mark.parametrize("words", [", and ports,", "-wide"], ids=["comma", "hyphen"])
def test_words_fastened_to_a_word_go_with_it(words: str) -> None:
    base = "The Office helps every port and pays."
    first, second = "The Office helps every port", "and pays."
    world = held(base, f"{first}{words} {second}", cut=(first, second))
    assert outcomes(world, 2) == {(f"{first}{words}", second)}
    world = held(base, f"{first} self-{second}", cut=(first, second))
    assert outcomes(world, 2) == {(first, f"self-{second}")}


def test_the_same_words_twice_and_the_same_cut_twice_are_one() -> None:
    words = f"{FIRST} It should pay. {SECOND}"
    world = held(f"{FIRST} {SECOND}", words, words, cut=(FIRST, SECOND))
    fields = {"do": "submit_amendment", "by": "workers", "kind": "split", "target": "1"}
    world.do(**fields, text=f"{FIRST}\n{SECOND}")
    assert outcomes(world, 4) == {(f"{FIRST} It should pay.", SECOND)}


def test_a_change_of_either_half_stands_beside_them() -> None:
    both = f"{FIRST} {SECOND}"
    world = held(
        both,
        f"{FIRST} It should pay. {SECOND}",
        both.replace("help", "train"),
        both.replace("Ports", "Ships"),
        cut=(FIRST, SECOND),
    )
    assert outcomes(world, 4) == {("The Office should train. It should pay.", "Ships should pay.")}


def test_two_insertions_at_the_cut_still_wait_for_a_decision() -> None:
    both = f"{FIRST} {SECOND}"
    world = held(both, f"{FIRST} One. {SECOND}", f"{FIRST} Two. {SECOND}", cut=(FIRST, SECOND))
    for order in permutations((1, 2, 3)):
        now = world.copy()
        for number in order:
            assert now.tried(do="adopt_amendment", amendment=f"D.{number}") is not None
        first, second = now.standing()
        assert first in (f"{FIRST} One. Two.", f"{FIRST} Two. One.")
        assert second == SECOND


WORDS = st.sampled_from(["port", "port", "lamp", "lamp.", "keeper,", "pay;", "(rest)", "a", "a."])


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.lists(WORDS, min_size=3, max_size=8), st.data())
def test_every_order_gives_one_text(words: list[str], data: st.DataObject) -> None:
    """Words put in at the cut, a change elsewhere, and the cut: adopted in any order they give one text."""
    cut = data.draw(st.integers(1, len(words) - 1))
    new = data.draw(st.sampled_from(["new", "new.", "new,", "new;", "(new.)", "new new."]))
    base, first, second = (" ".join(each) for each in (words, words[:cut], words[cut:]))
    elsewhere = data.draw(st.integers(0, len(words) - 1))
    other = [*words[:elsewhere], "elsewhere", *words[elsewhere + 1 :]]
    world = held(base, f"{first} {new} {second}", " ".join(other), cut=(first, second))
    found = outcomes(world, 3)
    assert len(found) == 1
    [halves] = found
    assert len(halves) == 2
    assert " ".join(halves) == " ".join([*other[:cut], new, *other[cut:]])


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.lists(WORDS, min_size=2, max_size=8), st.data())
def test_what_the_operations_make_does_not_change(words: list[str], data: st.DataObject) -> None:
    base = " ".join(words)
    lists = []
    for mark in (NEW_CUT, CUT):
        new = list(words)
        for _ in range(data.draw(st.integers(1, 2))):
            new.insert(data.draw(st.integers(0, len(new))), data.draw(st.sampled_from(["x", "x.", "x,"])))
        at = data.draw(st.integers(1, len(new) - 1))
        space = mark if mark == CUT else data.draw(st.sampled_from([mark, f"{mark} "]))
        lists.append(fine(base, " ".join(new[:at]) + space + " ".join(new[at:])))
    sided = beside_cuts(base, *lists)
    for before, after in zip(lists, sided, strict=True):
        made, expected = apply_ops(base, after), apply_ops(base, before)
        assert made.replace(f"{NEW_CUT} ", NEW_CUT).replace("\n ", CUT) == expected.replace(
            f"{NEW_CUT} ", NEW_CUT
        ).replace("\n ", CUT)
        assert list(after) == sorted(after, key=lambda op: (op.start, op.end))


def test_without_a_cut_nothing_is_touched() -> None:
    base = "A b c."
    mine, theirs = (Op(2, 2, "x "),), (Op(4, 4, "y "),)
    assert beside_cuts(base, mine, theirs) == (mine, theirs)
