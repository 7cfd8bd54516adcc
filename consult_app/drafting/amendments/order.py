"""The order of discussion that the program proposes (procedure.md §3); the chair decides it.

Amendments are taken in the order of the text: what is put in before a node, the node itself (whole
node deleted, whole node replaced, words inside it from left to right, the node moved), what is put in
under it, and after it and all under it what is put in after it. Among those that touch the same words
a sort code decides, then the distance from the words (the furthest removed first), then the order of
receipt. An amendment keeps its place when others are disposed of, and one that takes the place of
another (D.12/Rev.1), or is a part of it (D.12(a)), stands where that one stood in the chair's order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

import msgspec

from ...meetings.acts import LANGUAGES
from ..remembered import remembered
from ..text.nodes import Node, Text
from .amendment import Amendment, Drafting, Insertion
from .reach import reach
from .standing import AFTER, OWN, REPLACE, WITHIN, Span, Spot, Standing, at_home, home_of, spots

#: compares places: equal only where nothing but the order of receipt decides
Place = tuple[Any, ...]


class Placed(msgspec.Struct, frozen=True, gc=False):
    """An amendment in the order proposed. ``place`` is what it is sorted by before the order of receipt;
    ``compared`` is the language in which its words were compared with those of the others to the same
    node, "" where they have none in common."""

    amendment: Amendment
    standing: Standing
    place: Place
    compared: str


def in_order(drafting: Drafting, text: Text, amendments: Iterable[Amendment]) -> list[Amendment]:
    """*amendments* (not subamendments) in the order in which they are proposed to be discussed: always
    as they stand in the order of all amendments to the text, whichever are asked for."""
    asked = {a.id: a for a in amendments}
    if text.order or len(asked) > 64:
        rank = _ranks(drafting, text)
        return sorted(asked.values(), key=lambda amendment: rank[amendment.id])
    homes = dict.fromkeys(home_of(text, a) for a in asked.values())
    about = [a for home in homes for a in _at(drafting, text, home, asked)]
    return [each.amendment for each in _placed(text, about) if each.amendment.id in asked]


def discussion(drafting: Drafting, text: Text) -> list[Amendment]:
    """The whole order of discussion: every pending amendment, each followed by its subamendments."""
    pending = in_order(drafting, text, (a for a in drafting.of_text(text.id) if a.pending and not a.amends))
    return [each for a in pending for each in (a, *(child for child in below(drafting, a) if child.pending))]


def at_node(drafting: Drafting, node: str) -> list[Amendment]:
    """The amendments to one node in order of discussion, each followed by its subamendments."""
    about = drafting.to_node(node)
    if not about:
        return []
    text = drafting.texts[about[0].text_id]
    found = in_order(drafting, text, (a for a in about if _is_about(text, a, node)))
    return [each for amendment in found for each in (amendment, *below(drafting, amendment))]


def below(drafting: Drafting, amendment: Amendment) -> Iterator[Amendment]:
    """The subamendments to *amendment* in order of discussion, each followed by its own."""
    for each in placed_below(drafting, amendment):
        yield each.amendment
        yield from below(drafting, each.amendment)


def placed_below(drafting: Drafting, amendment: Amendment) -> list[Placed]:
    """The subamendments moved to *amendment* itself in order of discussion: they are about its words,
    and are compared in them."""
    return list(_compared(None, *drafting.subamendments(amendment)))


@remembered(4)
def placed(drafting: Drafting, text: Text) -> tuple[Placed, ...]:
    """All amendments to the text (not subamendments) in the order proposed, without the chair's."""
    return tuple(_placed(text, [a for a in drafting.amendments.values() if _main(text, a)]))


@remembered(4)
def _ranks(drafting: Drafting, text: Text) -> dict[str, int]:
    """By amendment its place in the order, with those that the chair has ordered in his order, at the
    places that they have, and behind each those that took its place."""
    followers = _followers(drafting, text)
    proposed = [each.amendment.id for each in placed(drafting, text)]
    if followers:
        # they stand where another stood: their own words have no say in anybody's place
        they = {name for names in followers.values() for name in names}
        left = [a for a in drafting.amendments.values() if _main(text, a) and a.id not in they]
        proposed = [each.amendment.id for each in _placed(text, left)]
    listed = set(text.order)
    theirs = iter([name for name in text.order if name in drafting.amendments])
    order = [next(theirs) if name in listed else name for name in proposed]
    expanded = (each for name in order for each in (name, *followers.get(name, ())))
    return {name: at for at, name in enumerate(expanded)}


def chairs_order(drafting: Drafting, text: Text) -> frozenset[str]:
    """The amendments that the chair has put in order, and those that took the place of one of them."""
    followers = (name for names in _followers(drafting, text).values() for name in names)
    return frozenset((*text.order, *followers))


def _followers(drafting: Drafting, text: Text) -> dict[str, tuple[str, ...]]:
    """By amendment in the chair's order the revised ones and the parts that stand where it stood, unless
    he has put them in order themselves."""
    listed = frozenset(text.order)
    found = {name: tuple(_in_its_place(drafting, name, listed)) for name in text.order}
    return {name: after for name, after in found.items() if after}


def _in_its_place(drafting: Drafting, name: str, listed: frozenset[str]) -> Iterator[str]:
    """Those that took the place of an amendment: the revised one or the parts, and theirs in turn."""
    amendment = drafting.amendments.get(name)
    after: list[Amendment] = []
    if amendment is not None and amendment.state == "superseded":
        steps = (each for each in reversed(amendment.history) if not each.corrects)
        new = next((step.by for step in steps if step.to == "superseded"), "")
        revised = drafting.by_number(new) if new else None
        after = [revised] if revised is not None else []
    elif amendment is not None and amendment.state == "split":
        parts = (a for a in drafting.amendments.values() if a.part_of == name)
        after = sorted(parts, key=lambda part: natural(part.number))
    for each in after:
        if each.id not in listed:
            yield each.id
            yield from _in_its_place(drafting, each.id, listed)


def _at(drafting: Drafting, text: Text, home: str, asked: dict[str, Amendment]) -> list[Amendment]:
    """All amendments of that home: how one stands depends on those that it shares its words with."""
    if not home:
        return [a for a in asked.values() if not home_of(text, a)]
    return [a for a in drafting.to_node(home) if _main(text, a) and home_of(text, a) == home]


def _main(text: Text, amendment: Amendment) -> bool:
    return amendment.text_id == text.id and not amendment.amends


def _is_about(text: Text, amendment: Amendment, node: str) -> bool:
    """Whether an amendment is about this node, and not only about another that it came from, or moves
    something to it. What was disposed of stays where it was decided."""
    here = any(isinstance(c, Insertion) and c.anchor == node for c in amendment.changes)
    if here or not amendment.pending:
        return here or node in amendment.targets()
    return node in amendment.targets() if text.nodes[node].deleted else node in reach(text, amendment)


def _placed(text: Text, amendments: Iterable[Amendment]) -> list[Placed]:
    known = spots(text.tree)
    nowhere = Spot(len(known), len(known), 0)
    by_home: dict[str, list[Amendment]] = {}
    for amendment in amendments:
        by_home.setdefault(home_of(text, amendment), []).append(amendment)
    stretches: dict[Place, Iterable[Placed]] = {}
    for home, about in by_home.items():
        spot = known.get(home, nowhere)
        for slot, found in groupby(_compared(text.nodes.get(home), *about), _slot):
            # what is put in after a node comes after all that is under it; after an item of it first
            index = spot.last if slot == AFTER else spot.index
            stretches[index, slot, -spot.depth] = tuple(found)
    return [each for place in sorted(stretches) for each in stretches[place]]


def _slot(each: Placed) -> int:
    return each.standing.slot


@remembered(4096)
def _compared(node: Node | None, *amendments: Amendment) -> tuple[Placed, ...]:
    """Amendments of which *node* is the home in order, their places seen beside each other."""
    found = [(amendment, at_home(amendment, node)) for amendment in amendments]
    language = _common([standing for _, standing in found]) if len(found) > 1 else ""
    starts = _starts(found, language) if len(found) > 1 else {}
    out = []
    for amendment, standing in found:
        kind, share = standing.distance
        begins = standing.slot, standing.phase, starts.get(amendment.id, 0)
        place = (*begins, code_key(amendment.sort_code), -kind, -share)
        out.append(Placed(amendment, standing, place, language))
    return tuple(sorted(out, key=_by_place))


def _by_place(each: Placed) -> Place:
    amendment = each.amendment
    return each.place, amendment.order, natural(amendment.number)


def _common(found: list[Standing]) -> str:
    """The language in which all of them have words, so that their places can be compared."""
    have = [standing.spans.keys() for standing in found if standing.spans]
    if not have:
        return ""
    return next((language for language in LANGUAGES if all(language in each for each in have)), "")


def _starts(found: list[tuple[Amendment, Standing]], language: str) -> dict[str, float]:
    """Where the words begin that each of them is taken with: the first of all that, directly or by
    others, touch the same. Without a common *language* places are compared as shares of the words."""
    spans: dict[str, tuple[str, Span]] = {}
    for amendment, standing in found:
        if standing.slot == OWN and standing.phase in (REPLACE, WITHIN) and standing.spans:
            spoken = language or (
                amendment.language if amendment.language in standing.spans else next(iter(standing.spans))
            )
            spans[amendment.id] = spoken, standing.spans[spoken]
    starts = {
        name: span.start if language else span.start / max(1, span.length)
        for name, (_, span) in spans.items()
    }
    together = _taken_together(starts, spans)
    divided = {amendment.id for amendment, _ in found if amendment.state == "split"}
    parts = {amendment.id for amendment, _ in found if amendment.part_of in divided}
    if parts:
        # what they were parts of brings the parts together no more
        alone = _taken_together(starts, {name: s for name, s in spans.items() if name not in divided})
        together |= {name: start for name, start in alone.items() if name in parts}
    return together


def _taken_together(starts: dict[str, float], spans: dict[str, tuple[str, Span]]) -> dict[str, float]:
    """For each of *spans* the first of the *starts* of all that it is taken with."""
    out: dict[str, float] = {}
    for group in _touching(spans):
        out |= dict.fromkeys(group, min(starts[name] for name in group))
    return out


def _touching(spans: dict[str, tuple[str, Span]]) -> Iterable[set[str]]:
    """Groups of those that touch the same words, directly or by others: one walk from left to right."""
    groups = {name: {name} for name in spans}
    all_ops = sorted(
        (spoken, op.start, op.end, name) for name, (spoken, span) in spans.items() for op in span.ops
    )
    open_in, at, until, last = "", -1, -1, ""
    for spoken, start, end, name in all_ops:
        # two insertions at one place touch; what only adjoins does not
        same = spoken == open_in and (start < until or (start == end == at == until))
        if same and groups[name] is not groups[last]:
            groups[last] |= groups[name]
            for each in groups[name]:
                groups[each] = groups[last]
        open_in, last = spoken, name
        at, until = (at, max(until, end)) if same else (start, end)
    return {id(group): group for group in groups.values()}.values()


_FIGURES = re.compile(r"(\d+)")


@lru_cache(maxsize=16_384)
def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which "M2" comes before "M10", figures before letters, and "D.12(a)" before "D.12(b)"."""
    parts = _FIGURES.split(name)
    return tuple((0, int(each), "") if at % 2 else (1, 0, each) for at, each in enumerate(parts) if each)


def code_key(code: str) -> tuple[bool, tuple[tuple[int, int, str], ...], str]:
    """A key for sort codes: those that have one in natural order, then those that have none."""
    return not code, natural(code), code


__all__ = [
    "Placed",
    "at_node",
    "below",
    "chairs_order",
    "code_key",
    "discussion",
    "in_order",
    "natural",
    "placed",
    "placed_below",
]
