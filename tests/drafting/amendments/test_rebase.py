"""Pending amendments follow the words that they are about, wherever these went."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.amendment import ADOPTED, Amendment
from consult_app.drafting.amendments.colliding import why
from consult_app.drafting.amendments.effect import collisions_between, effect
from consult_app.drafting.amendments.effective import effective_words, structural_words
from consult_app.drafting.amendments.order import at_node
from consult_app.drafting.amendments.reach import reach
from consult_app.drafting.amendments.rebase import CUT, NEW_CUT
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.views import view
from consult_app.meetings.reasons import Refused
from consult_app.words import say
from tests.drafting.world import World, counted, draft, submissions
from tests.effort import MANY

START = World({"en": draft()})


@st.composite
def meetings(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[int]]:
    """Amendments to one text, and the order in which they are put to the meeting."""
    texts = draft()
    asked = [draw(submissions(number, texts)) for number in range(draw(st.integers(2, 6)))]
    return asked, draw(st.permutations(range(len(asked))))


def deleted_words(amendment: Amendment) -> set[str]:
    """Words of the draft that it takes out."""
    gone: Counter[str] = Counter()
    for change in [*effective_words(amendment), *(words for words, _ in structural_words(amendment))]:
        base, new = change.base.replace(CUT, " "), change.proposed.replace(NEW_CUT, " ")
        gone += counted([base]) - counted([new])
    return set(gone)


def inserted_words(amendment: Amendment) -> set[str]:
    """Words that it puts in."""
    come: Counter[str] = Counter()
    for change in [*effective_words(amendment), *(words for words, _ in structural_words(amendment))]:
        come += counted([change.proposed.replace(NEW_CUT, " ")]) - counted([change.base.replace(CUT, " ")])
    for node in amendment.inserted():
        come += counted([node.texts["en"]])
    return set(come)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(meetings())
def test_no_word_is_lost_and_none_comes_into_another_node(
    case: tuple[list[dict[str, Any]], list[int]],
) -> None:
    asked, order = case
    world = START.copy()
    numbers = [answer["number"] for each in asked if (answer := world.tried(**each))]
    draft_words = world.tokens()
    for index in order:
        if index >= len(numbers):
            continue
        number = numbers[index]
        before = {node.id: node.text("en") for node in world.text}
        reached = set(reach(world.text, world.amendment(number)))
        if world.tried(do="adopt_amendment", amendment=number) is None:
            found = effect(world.state.drafting, world.amendment(number))
            assert found.outcome in ("collides", "gone"), found
            assert bool(found.collisions) == (found.outcome == "collides")
            continue
        changed = {n.id for n in world.text if n.id in before and n.text("en") != before[n.id]}
        assert changed <= reached
        named = labels(world.text.tree)
        assert len(set(named.values())) == len(named)
    adopted = [a for n in numbers if (a := world.amendment(n)).state in ADOPTED]
    expected = set(draft_words)
    for amendment in adopted:
        expected -= deleted_words(amendment)
    for amendment in adopted:
        expected |= inserted_words(amendment)
    assert world.tokens() == Counter(expected)
    for number in numbers:
        collisions_between(world.state.drafting, world.amendment(number))
    view(world.state.drafting, world.text, "marked", "en")


# one by one

FIRST = "b0x0 b0x1 b0x2 b0x3 b0x4 b0x5"


def replaced(**words: str) -> dict[str, Any]:
    """A replacement in paragraph 1: each word by its number, other words in its place."""
    new = " ".join(words.get(f"w{number}", each) for number, each in enumerate(FIRST.split()))
    return {"kind": "replace", "target": "1", "text": " ".join(new.split())}


def cut(at: int, target: str = "1") -> dict[str, Any]:
    """A split of a paragraph before its word *at*."""
    words = draft()[int(target) - 1].split()
    return {"kind": "split", "target": target, "text": " ".join(words[:at]) + "\n" + " ".join(words[at:])}


def held(*asked: dict[str, Any]) -> World:
    """The meeting with these amendments handed in."""
    world = START.copy()
    for each in asked:
        world.do(do="submit_amendment", by="workers", **each)
    return world


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_words_follow_a_split_and_a_second_one_in_any_order(order: tuple[int, ...]) -> None:
    world = held(cut(2), cut(4), replaced(w0="X", w3="Y", w5="Z"))
    for index in order:
        world.do(do="adopt_amendment", amendment=f"D.{index + 1}")
    assert world.standing()[:3] == ["X b0x1", "b0x2 Y", "b0x4 Z"]


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=str)
def test_words_follow_splits_and_joins_in_any_order(order: tuple[int, ...]) -> None:
    world = held(cut(3), {"kind": "join", "target": "1"}, replaced(w5="b0x5 N"), replaced(w0="X"))
    for index in order:
        world.do(do="adopt_amendment", amendment=f"D.{index + 1}")
    assert world.standing()[:2] == ["X b0x1 b0x2", "b0x3 b0x4 b0x5 N b1x0 b1x1 b1x2 b1x3 b1x4 b1x5"]


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_three_paragraphs_become_one_and_keep_what_is_proposed(order: tuple[int, ...]) -> None:
    third = {"kind": "replace", "target": "3", "text": f"Q {draft()[2]}"}
    world = held({"kind": "join", "target": "1"}, {"kind": "join", "target": "2"}, third)
    for index in order:
        world.do(do="adopt_amendment", amendment=f"D.{index + 1}")
    assert world.standing()[0] == " ".join([FIRST, draft()[1], "Q", draft()[2]])


def test_what_is_split_and_joined_again_is_as_before() -> None:
    world = held(cut(3), replaced(w1="X", w4="Y"))
    world.do(do="adopt_amendment", amendment="D.1")
    world.do(do="submit_amendment", by="workers", kind="join", target="1")
    world.do(do="adopt_amendment", amendment="D.3")
    assert world.standing()[0] == FIRST
    world.do(do="adopt_amendment", amendment="D.2")
    assert world.standing()[0] == "b0x0 X b0x2 b0x3 Y b0x5"


def test_only_what_crosses_the_cut_collides() -> None:
    across, beside = replaced(w2="", w3=""), replaced(w0="X")
    world = held(cut(3), across, beside)
    assert world.do(do="adopt_amendment", amendment="D.1")["collisions"] == ["D.2"]
    (collision,) = effect(world.state.drafting, world.amendment("D.2")).collisions
    assert collision.amendments == ("D.1",)
    sentence = say(why(world.amendment("D.2"), collision), "en")
    assert sentence == "D.2 deletes “b0x2 b0x3”, which D.1 changes into “b0x2 ¶ b0x3”."
    with pytest.raises(Refused) as refused:
        world.do(do="adopt_amendment", amendment="D.2")
    assert refused.value.rule == "collision"
    world.do(do="adopt_amendment", amendment="D.3")
    assert world.standing()[:2] == ["X b0x1 b0x2", "b0x3 b0x4 b0x5"]


def test_the_same_split_twice_is_done_once() -> None:
    world = held(cut(2), cut(2))
    assert world.do(do="adopt_amendment", amendment="D.1")["would_fall"] == ["D.2"]
    world.do(do="adopt_amendment", amendment="D.2")
    assert world.standing()[:3] == ["b0x0 b0x1", "b0x2 b0x3 b0x4 b0x5", draft()[1]]


def test_the_same_join_twice_is_done_once() -> None:
    world = held({"kind": "join", "target": "1"}, {"kind": "join", "target": "1"})
    assert world.do(do="adopt_amendment", amendment="D.1")["would_fall"] == ["D.2"]
    world.do(do="adopt_amendment", amendment="D.2")
    assert world.standing()[0] == f"{FIRST} {draft()[1]}"


def test_a_deletion_and_a_move_take_both_pieces_of_what_was_split() -> None:
    world = held(cut(3), {"kind": "delete", "target": "1"}, {"kind": "move", "target": "1", "to": "3"})
    world.do(do="adopt_amendment", amendment="D.1")
    moved = world.copy()
    moved.do(do="adopt_amendment", amendment="D.3")
    assert moved.standing()[1:5] == [draft()[2], "b0x0 b0x1 b0x2", "b0x3 b0x4 b0x5", draft()[3]]
    world.do(do="adopt_amendment", amendment="D.2")
    assert world.standing() == draft()[1:]


def test_what_stands_by_a_split_paragraph_stands_behind_all_of_it() -> None:
    world = held(cut(3), {"kind": "insert_after", "target": "1", "text": "new"})
    world.do(do="adopt_amendment", amendment="D.1")
    world.do(do="adopt_amendment", amendment="D.2")
    assert world.standing()[:3] == ["b0x0 b0x1 b0x2", "b0x3 b0x4 b0x5", "new"]
    assert list(labels(world.text.tree).values())[:4] == ["1", "1bis", "1ter", "2"]


def test_an_amendment_stands_only_with_the_piece_that_it_changes() -> None:
    world = held(cut(3), replaced(w4="X"), replaced(w0="Y", w4="Z"))
    world.do(do="adopt_amendment", amendment="D.1")
    first, second, *_ = world.text
    drafting = world.state.drafting
    assert [a.number for a in at_node(drafting, first.id)] == ["D.3", "D.1"]
    assert [a.number for a in at_node(drafting, second.id)] == ["D.3", "D.2"]
    lines = view(drafting, world.text, "marked", "en")
    shown = [{a for s in line.segments for a in s.by} for line in lines[:3]]
    ids = [world.amendment(number).id for number in ("D.2", "D.3")]
    assert shown == [{ids[1]}, set(ids), set()]
    (collision,) = collisions_between(drafting, world.amendment("D.2"))
    assert (collision.amendments, collision.node) == (("D.3",), second.id)


def test_a_deletion_collides_with_what_would_change_its_words() -> None:
    world = held({"kind": "delete", "target": "1"}, replaced(w1="X"))
    (mine,) = collisions_between(world.state.drafting, world.amendment("D.1"))
    (theirs,) = collisions_between(world.state.drafting, world.amendment("D.2"))
    assert (mine.amendments, theirs.amendments) == (("D.2",), ("D.1",))
    assert say(why(world.amendment("D.1"), mine), "en").startswith("D.1 deletes “b0x0")
    assert "which D.1 deletes" in say(why(world.amendment("D.2"), theirs), "en")
    world.do(do="adopt_amendment", amendment="D.1")
    assert effect(world.state.drafting, world.amendment("D.2")).outcome == "gone"


def test_a_paragraph_put_in_above_changes_nothing_for_the_others() -> None:
    world = held({"kind": "insert_before", "target": "1", "text": "new"}, replaced(w1="X"))
    target = world.amendment("D.2").target
    world.do(do="adopt_amendment", amendment="D.1")
    world.do(do="adopt_amendment", amendment="D.2")
    assert world.text.nodes[target].text("en") == "b0x0 X b0x2 b0x3 b0x4 b0x5"
    assert world.standing()[:2] == ["new", "b0x0 X b0x2 b0x3 b0x4 b0x5"]
