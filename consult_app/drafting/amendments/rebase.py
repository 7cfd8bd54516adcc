"""Carrying a change of words onto today's text, wherever its words have gone since.

A node may have been split (its words go on in another node) or joined to another (its words are part
of that one now). The change is then merged against the pieces put together again, with the cut as a
character of its own, and collides only where it crosses the cut (design.md §4).
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from ..text.nodes import Text
from ..text.trail import Trail, followed, heirs
from ..wordings.cuts import CUT, NEW_CUT
from ..wordings.diff import Op, Ops, apply_ops
from ..wordings.merge import Clash, Merged, carry
from .amendment import WordChange


class Words(msgspec.Struct, frozen=True, gc=False):
    """New words for a node in a language; ``edit`` is how today's become these."""

    node: str
    language: str
    text: str
    edit: Ops = ()


class Carried(msgspec.Struct, frozen=True, gc=False):
    """Where a change comes to today: the words of each node that it touches, or the clashes, and then
    the words with what clashes with nothing. ``gone`` when the node was deleted and its words with it;
    ``pair`` are the two nodes that a join joins."""

    words: tuple[Words, ...] = ()
    clashes: tuple[Clash, ...] = ()
    gone: bool = False
    pair: tuple[str, str] | None = None


@lru_cache(maxsize=8192)
def merged(
    base: str, ops: Ops, today: str, insertions: bool, exact: Ops | None = None, theirs: Ops | None = None
) -> Merged:
    """:func:`merge.carry`, remembered: most amendments meet the same text again and again."""
    if insertions:
        # what clashes with nothing as it is has no use for the leave to stand one after the other
        strict = merged(base, ops, today, False, exact, theirs)
        if not strict.clashes:
            return strict
    return carry(base, ops, today, insertions=insertions, exact=exact, theirs=theirs)


def carried(text: Text, change: WordChange, row: int, *, insertions: bool = False) -> Carried:
    """*change*, proposed in that *row* of the journal, carried onto the *text* as it is today."""
    node = text.nodes.get(change.node)
    if node is None:
        return Carried(gone=True)
    rows = [piece.row for piece in node.pieces] + [joined.row for joined in node.joined]
    if node.joined_to or any(row < each for each in rows):
        trail = followed(text, (change.node,), change.language, row, change.base)
        return _laid(text, trail, change, insertions)
    if node.deleted:
        return Carried(gone=True)
    today = node.text(change.language) or change.base
    theirs = node.edited(change.language, row)
    found = merged(change.base, change.ops, today, insertions, change.exact, theirs)
    if found.clashes:
        free = Words(node.id, change.language, apply_ops(today, found.ops), found.ops)
        return Carried((free,) if found.ops else (), found.clashes)
    return Carried((Words(node.id, change.language, found.text, found.ops),))


def carried_join(
    text: Text, change: WordChange, other: str, row: int, *, insertions: bool = False
) -> Carried:
    """A proposal of that *row* to join *other* to the node of *change*, carried onto the words of both
    today. Without ``pair`` the two are one node already."""
    if change.node not in text.nodes or other not in text.nodes:
        return Carried(gone=True)
    trail = followed(text, (change.node, other), change.language, row, change.base)
    if trail is not None and len(trail.nodes) == 1 and not _joined(text, (change.node, other)):
        return Carried(gone=True)  # one of the two was deleted
    return _laid(text, trail, change, insertions)


def _joined(text: Text, nodes: tuple[str, ...]) -> bool:
    return any(text.nodes[each].joined_to for each in nodes)


def _laid(text: Text, trail: Trail | None, change: WordChange, insertions: bool) -> Carried:
    """*change* on the pieces in which its words stand today."""
    if trail is None:
        return Carried(gone=True)
    language = change.language
    own = [text.nodes[each].text(language) for each in trail.nodes]
    today = CUT.join(own)
    ops, exact = (_as_cut(trail.laid(each)) for each in (change.ops, change.exact))
    found = merged(trail.base, ops, today, insertions, exact, trail.ops)
    starts = [0]
    for words in own:
        starts.append(starts[-1] + len(words) + len(CUT))
    parts = (apply_ops(today, found.ops) if found.clashes else found.text).split(CUT)
    if found.clashes and len(parts) != len(own):
        return Carried(clashes=found.clashes)
    if NEW_CUT in change.proposed and len(parts) == len(own) + 1:
        # which of the pieces is cut once more: the one before which all cuts are those that stand
        new = next(op.start for op in found.ops if CUT in op.text)
        piece = max(i for i, start in enumerate(starts[:-1]) if start <= new)
        parts[piece : piece + 2] = [parts[piece] + NEW_CUT + parts[piece + 1]]
    cut = next((i for i, at in enumerate(starts[1:-1]) if _taken_out(found.ops, at - len(CUT))), None)
    if CUT in change.base and cut is not None and len(parts) == len(own) - 1:
        # the cut that is taken out tells which two nodes become one
        edit = _within(found.ops, starts[cut], starts[cut + 2] - len(CUT))
        pair = trail.nodes[cut], trail.nodes[cut + 1]
        return Carried((Words(pair[0], language, parts[cut], edit),), pair=pair)
    if len(parts) != len(own):
        return Carried(clashes=(Clash(0, len(trail.base), trail.base, apply_ops(trail.base, ops), today),))
    return Carried(
        tuple(
            Words(node, language, words, _within(found.ops, start, start + len(old)))
            for node, words, start, old in zip(trail.nodes, parts, starts, own, strict=False)
            if words or old
        ),
        found.clashes,
    )


def _as_cut(ops: Ops) -> Ops:
    """The operations of a split with its cut like any other: one that stands there already is the same."""
    return tuple(
        Op(op.start, op.end, op.text.replace(f"{NEW_CUT} ", CUT).replace(NEW_CUT, CUT)) for op in ops
    )


def _taken_out(ops: Ops, at: int) -> bool:
    return any(op.start <= at < op.end for op in ops)


def _within(ops: Ops, start: int, end: int) -> Ops:
    """The operations between two places, counted from the first."""
    return tuple(
        Op(op.start - start, op.end - start, op.text) for op in ops if start <= op.start and op.end <= end
    )


__all__ = ["CUT", "NEW_CUT", "Carried", "Words", "carried", "carried_join", "heirs", "merged"]
