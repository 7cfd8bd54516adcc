"""What holds for all texts: changes composed and carried, in any order, in three languages."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.effect import collisions_between
from consult_app.drafting.views import view
from consult_app.drafting.wordings.diff import Op, Ops, apply_ops, diff, fine, tokens
from consult_app.drafting.wordings.merge import carry, combine, composed, transformed
from consult_app.drafting.wordings.wording import canonical, write
from tests.drafting.world import World
from tests.effort import MANY

LANGUAGES = ("en", "fr", "es")
#: words of three languages, many of them twice; marks, footnotes, no-break spaces, accents, pictures
WORDS = (
    "the", "the", "rest", "of", "keepers", "shall", "le", "phare", "d’eau", "qu’il", "faro", "niños",
    "e\u0301te\u0301", "an\u0303o", "«\u00a0oui\u00a0»", "1\u202f000", "50\u00a0%",
    "¿cuándo?", "👩🏽‍🚒", "🇫🇷",
    "*guía*", "**must**", "night[^1]", "17.8", r"\*", "m^2^", "self-made", ",", ".",
)  # fmt: skip
NEW = (
    "new",
    "nouveau",
    "nuevo",
    "e\u0301te\u0301",
    "😀",
    "*fair*",
    "**all**",
    "lamp[^2]",
    "le",
    "the",
    "a\u00a0;",
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=3, max_size=12).map(
    lambda words: canonical(" ".join(words))
)


@st.composite
def changed(draw: st.DrawFn, base: str) -> str:
    """Another wording of *base*, as somebody might propose it."""
    words = base.split(" ")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(words) - 1))
        act = draw(st.sampled_from(["insert", "delete", "replace", "swap"]))
        if act == "insert":
            words.insert(at, draw(st.sampled_from(NEW)))
        elif act == "replace":
            words[at] = draw(st.sampled_from(NEW))
        elif act == "swap":
            words[at - 1], words[at] = words[at], words[at - 1]
        elif len(words) > 1:
            del words[at]
    return canonical(" ".join(words))


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[str, str, str]:
    """A base and two new wordings of it."""
    base = draw(TEXTS)
    return base, draw(changed(base)), draw(changed(base))


# operations


@pytest.mark.soak
@settings(max_examples=MANY)
@given(rewritten(), st.sampled_from([diff, fine]))
def test_composed_operations_are_one_after_the_other(case: tuple[str, str, str], find: Any) -> None:
    base, one, _ = case
    first = find(base, one)
    second = find(one, case[2])
    both = composed(first, second)
    assert apply_ops(base, both) == apply_ops(apply_ops(base, first), second) == case[2]
    assert all(a.end <= b.start for a, b in pairwise(both))


@pytest.mark.soak
@settings(max_examples=MANY)
@given(rewritten())
def test_transformed_operations_give_the_merged_text(case: tuple[str, str, str]) -> None:
    base, one, other = case
    first, second = fine(base, one), fine(base, other)
    for insertions in (False, True):
        merged = combine(base, first, second, insertions=insertions)
        if not merged.clashes:
            assert apply_ops(one, transformed(second, first)) == merged.text
            assert apply_ops(one, merged.ops) == merged.text


@pytest.mark.soak
@settings(max_examples=MANY)
@given(rewritten())
def test_one_change_alone_is_its_proposal_and_none_is_the_base(case: tuple[str, str, str]) -> None:
    base, one, other = case
    for ops in (diff(base, one), fine(base, one)):
        assert carry(base, ops, base).text == one  # accept all
        assert carry(base, (), one, theirs=fine(base, one)).text == one  # accept none
        assert carry(base, ops, one).text == one  # accept again
        assert carry(base, ops, other).text != "" or not one or not other


@pytest.mark.soak
@settings(max_examples=MANY)
@given(rewritten())
def test_no_character_of_a_change_is_lost(case: tuple[str, str, str]) -> None:
    base, one, other = case
    mine, theirs = fine(base, other), fine(base, one)
    merged = carry(base, diff(base, other), one, exact=mine, theirs=theirs)
    if merged.clashes:
        # what cannot be carried out is listed; what can is in the text that is shown
        assert merged.text == one
        shown = apply_ops(one, merged.ops) + "".join(clash.mine for clash in merged.clashes)
        come = counted_in(mine)
        assert come - Counter(shown) == Counter()
        assert all(base[clash.start : clash.end] == clash.base for clash in merged.clashes)
        return
    kept = {*mine, *theirs} if merged.text != one or mine == theirs else {*theirs}
    gone = Counter(base[at] for at in {at for op in kept for at in range(op.start, op.end)})
    assert Counter(merged.text) == Counter(base) + counted_in(tuple(kept)) - gone


def counted_in(ops: Ops) -> Counter[str]:
    """The characters that are put in."""
    return Counter(character for op in ops for character in op.text)


def apart(seed: int) -> tuple[str, list[str]]:
    """A base and three new wordings of it, each with changes in a part of its own."""
    chance = Random(seed)
    parts = [chance.choices(WORDS, k=chance.randint(2, 4)) for _ in range(5)]
    proposals = []
    for index in (0, 2, 4):
        own = list(parts[index])
        at = chance.randrange(len(own))
        own[at : at + chance.randint(0, 1)] = chance.choices(NEW, k=chance.randint(0, 2))
        words = [*parts[:index], own, *parts[index + 1 :]]
        proposals.append(canonical(" ".join(word for part in words for word in part)))
    return canonical(" ".join(word for part in parts for word in part)), proposals


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.integers(0, 1 << 40))
def test_disjoint_changes_of_repeated_words_give_one_text_in_any_order(seed: int) -> None:
    base, proposals = apart(seed)
    exact = [fine(base, proposal) for proposal in proposals]
    pairs = [(a, b) for i, a in enumerate(exact) for b in exact[i + 1 :]]
    assume(all(exact) and not any(adjoin(a, b) for a, b in pairs))
    outcomes = set()
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        edits: Ops = ()
        today = base
        for index in order:
            merged = carry(base, diff(base, proposals[index]), today, exact=exact[index], theirs=edits)
            assume(not merged.clashes)  # marks of one that would run into those of another
            edits, today = composed(edits, merged.ops), merged.text
        outcomes.add(today)
    assert len(outcomes) == 1


def adjoin(one: Ops, other: Ops) -> bool:
    """Whether a change begins where another ends: which of two words comes first is then known only
    while nobody has deleted what stood between."""
    return any(a.start <= b.end and b.start <= a.end for a in one for b in other)


# amendments in three languages


def _language(words: str, language: str) -> str:
    return canonical(f"{words} {language}.")


@cache
def begun(number: int) -> tuple[World, dict[str, list[str]]]:
    """One of many meetings on three paragraphs in three languages, with their wordings."""
    chance = Random(number)
    drawn = [" ".join(chance.choices(WORDS, k=chance.randint(3, 12))) for _ in range(3)]
    wordings = {language: [_language(words, language) for words in drawn] for language in LANGUAGES}
    return World(wordings), wordings


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.integers(0, 99), st.data())
def test_an_amendment_in_three_languages_is_what_it_proposes(number: int, data: st.DataObject) -> None:
    start, wordings = begun(number)
    world = start.copy()
    at = number % 3
    proposed = {language: data.draw(changed(wordings[language][at])) for language in LANGUAGES}
    assume(all(proposed[language] != wordings[language][at] for language in LANGUAGES))
    assume(all(words.strip() == words and words for words in proposed.values()))
    world.do(do="submit_amendment", by="workers", kind="replace", target=str(at + 1), text=proposed)
    language = LANGUAGES[number % 2]
    line = view(world.state.drafting, world.text, "marked", language)[at]
    new = [run for segment in line.segments if segment.change != "delete" for run in segment.runs]
    old = [run for segment in line.segments if segment.change != "insert" for run in segment.runs]
    assert canonical(write(new)) == proposed[language]
    assert canonical(write(old)) == wordings[language][at]
    other = world.copy()
    other.do(do="reject_amendment", amendment="D.1")
    assert [other.standing(language) for language in LANGUAGES] == list(wordings.values())
    world.do(do="adopt_amendment", amendment="D.1")
    for language in LANGUAGES:
        expected = list(wordings[language])
        expected[at] = proposed[language]
        assert world.standing(language) == expected
        assert list(world.text)[at].status(language) in ("original", "draft")


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.integers(0, 99), st.data())
def test_several_amendments_to_one_paragraph_lose_nothing(number: int, data: st.DataObject) -> None:
    start, wordings = begun(number)
    world = start.copy()
    base = wordings["en"][0]
    numbers = []
    for _ in range(3):
        words = data.draw(changed(base))
        fields = {"by": "workers", "kind": "replace", "target": "1", "text": words}
        answer = world.tried(do="submit_amendment", **fields)
        numbers += [answer["number"]] if answer else []
    for each in numbers[number % 3 :] + numbers[: number % 3]:
        before = world.standing()
        answer = world.tried(do="adopt_amendment", amendment=each)
        now = world.standing()
        assert now[1:] == wordings["en"][1:]
        if answer is None:
            found = collisions_between(world.state.drafting, world.amendment(each))
            assert any(collision.standing for collision in found)
            assert now == before
        else:
            # how the words became what they are is known exactly
            assert apply_ops(base, next(iter(world.text)).edited("en", 4)) == now[0]


@settings(max_examples=200)
@given(TEXTS)
def test_tokens_never_cut_a_character_in_two(text: str) -> None:
    for token in tokens(text):
        assert not token.startswith(("\u0301", "\u0303", "\u200d", "🏽"))


def test_what_is_put_in_between_two_changes_keeps_its_place() -> None:
    base = "a b c"
    first: Ops = (Op(0, 1, "x"), Op(2, 2, "y "))
    second: Ops = (Op(1, 2, "_"),)
    assert apply_ops(base, composed(first, second)) == apply_ops(apply_ops(base, first), second)
