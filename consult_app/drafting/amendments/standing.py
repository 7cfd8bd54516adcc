"""Where an amendment stands in the text, and how far it is from it (procedure.md §3).

It is discussed at the first node, in text order, that it is about: with the node's own words, or
before it, under it or after it where it puts something in.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from ..remembered import remembered
from ..text.nodes import Node, Text, Tree
from ..text.trail import heirs
from ..wordings.diff import Op, Ops
from .amendment import Amendment, Deletion, Insertion, Move, WordChange
from .effective import effective_words, structural_words

#: what is put in before a node, its own words, what is put in under it, and after it and all under it
BEFORE, OWN, UNDER, AFTER = -1, 0, 1, 2
_SLOTS = {"before": BEFORE, "under": UNDER, "after": AFTER}
#: at a node's own words: the whole node deleted, the whole replaced, words inside it, the node moved
DELETE, REPLACE, WITHIN, MOVE = 0, 1, 2, 3
#: the furthest removed comes first: words taken out, others in their place, words put in
_TAKEN_OUT, _IN_PLACE, _PUT_IN = 2, 1, 0
#: a wording of which more than this share is new was replaced as a whole
_WHOLE = 0.75


class Spot(msgspec.Struct, frozen=True, gc=False):
    """Where a node stands: its place in the walk through the text, that of the last node under it, and
    how many nodes are above it."""

    index: int
    last: int
    depth: int


class Span(msgspec.Struct, frozen=True, gc=False):
    """The words that an amendment changes in one language: the operations on today's words, as exact as
    they can be, and how long these are."""

    ops: Ops
    length: int

    @property
    def start(self) -> int:
        return self.ops[0].start


class Standing(msgspec.Struct, frozen=True, gc=False):
    """Where an amendment stands at its home, a node. ``spans`` are by language, ``distance`` is how far
    it is from the words that stand: its kind, then the share of words that it changes."""

    home: str
    slot: int
    phase: int
    spans: dict[str, Span]
    distance: tuple[int, float] = (_PUT_IN, 0.0)


@lru_cache(maxsize=16)
def spots(tree: Tree) -> dict[str, Spot]:
    """Each node's spot, in text order."""
    out: dict[str, Spot] = {}

    def walk(parent: str, depth: int, index: int) -> int:
        for node in tree.children.get(parent, ()):
            if not tree.spots[node].ghost:
                here = index
                out[node] = Spot(here, here, depth)
                index = walk(node, depth + 1, here + 1)
                out[node] = Spot(here, index - 1, depth)
        return index

    walk("", 0, 0)
    return out


def home_of(text: Text, amendment: Amendment) -> str:
    """The first node in text order that *amendment* is about, "" where none is in the text. The words of
    a node that was joined to another are discussed there."""
    placed = spots(text.tree)
    found = [_where(text, node, amendment.row) for node in amendment.targets() if node in placed]
    if len(found) == 1:
        return found[0]
    return min(found, key=lambda node: placed[node].index, default="")


def _where(text: Text, node: str, row: int) -> str:
    if not text.nodes[node].joined_to:
        return node
    return next(iter(heirs(text, node, row)), node)


@remembered(16_384)
def at_home(amendment: Amendment, node: Node | None) -> Standing:
    """Where *amendment* stands at its home *node*; without one, in the words that it was made on."""
    home = node.id if node is not None else amendment.target
    changes = amendment.changes
    here = [c for c in changes if home == (c.anchor if isinstance(c, Insertion) else c.node)] or changes
    put_in = {change.where for change in here if isinstance(change, Insertion)}
    if len(put_in) == 1 and all(isinstance(change, Insertion) for change in here):
        return Standing(home, _SLOTS[put_in.pop()], WITHIN, {})
    spans, distance = _spans(amendment, home, node)
    if any(isinstance(change, Deletion) for change in here):
        return Standing(home, OWN, DELETE, {}, (_TAKEN_OUT, 1.0))
    if all(isinstance(change, Move) for change in here):
        return Standing(home, OWN, MOVE, {})
    return Standing(home, OWN, REPLACE if distance[1] > _WHOLE else WITHIN, spans, distance)


def _spans(amendment: Amendment, home: str, node: Node | None) -> tuple[dict[str, Span], tuple[int, float]]:
    found = effective_words(amendment) + [words for words, _ in structural_words(amendment)]
    found = [change for change in found if change.ops]
    at = _among(found, home, node)
    spans: dict[str, Span] = {}
    for change in found:
        if change.node == at and change.language not in spans:
            ops, longer = _on_today(change, amendment.row, home, node)
            spans[change.language] = Span(ops, len(change.base) + longer)
    leads = [c for c in found if c.node == at and c.language == amendment.language]
    return spans, _distance(leads[0]) if leads else (_PUT_IN, 0.0)


def _among(found: list[WordChange], home: str, node: Node | None) -> str:
    """Of which node the words are discussed at *home*: its own, or those of one joined to it."""
    nodes = [change.node for change in found]
    joined = [each.node for each in node.joined] if node is not None else []
    return next((each for each in (home, *joined) if each in nodes), nodes[0] if nodes else home)


def _on_today(change: WordChange, row: int, home: str, node: Node | None) -> tuple[Ops, int]:
    """The operations of a change at their places in today's words, and how much longer these are."""
    ops = change.exact or change.ops
    if node is None:
        return ops, 0
    by = 0
    if change.node != home:
        # the words of the node that was joined stand behind those that it was joined to
        by = next((len(j.own.get(change.language, "")) + 1 for j in node.joined if j.node == change.node), 0)
    theirs = node.edited(change.language, change.since or row) if not by else ()
    longer = sum(len(op.text) - (op.end - op.start) for op in theirs)
    if not theirs and not by:
        return ops, 0
    moved = (Op(_moved(op.start, theirs) + by, _moved(op.end, theirs) + by, op.text) for op in ops)
    return tuple(moved), longer + by


def _moved(at: int, over: Ops) -> int:
    """Where a place in the words is once *over* was carried out on them."""
    shift = 0
    for op in over:
        if op.start >= at:
            break
        if op.end > at:
            return op.start + shift
        shift += len(op.text) - (op.end - op.start)
    return at + shift


@remembered(16_384)
def _distance(change: WordChange) -> tuple[int, float]:
    gone = come = 0
    for op in change.ops:
        gone += len(change.base[op.start : op.end].split())
        come += len(op.text.split())
    kind = _IN_PLACE if gone and come else _TAKEN_OUT if gone else _PUT_IN
    return kind, (gone + come) / max(1, len(change.base.split()) + len(change.proposed.split()))
