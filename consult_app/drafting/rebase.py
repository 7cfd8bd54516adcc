"""Carrying a change of words onto today's node, wherever its words have gone since.

A node may have been split (its words go on in another node) or joined to another (its words are part
of that one now). The change is then merged against the pieces joined again, with the cut as a
character of its own, and collides only where it crosses the cut (design.md §4).
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from .amendments import WordChange
from .diff import Op, Ops, diff
from .merge import Clash, Merged, carry, combine
from .nodes import Node, Text

#: the cut between two pieces: a space to the diff, and never part of a wording
CUT = "\n"
#: the cut that an amendment proposes to make
NEW_CUT = "\v"


class Words(msgspec.Struct, frozen=True):
    """New words for a node in a language."""

    node: str
    language: str
    text: str


class Carried(msgspec.Struct, frozen=True):
    """Where a change comes to today: the words of each node that it touches, or the clashes. ``gone``
    when the node was deleted and its words with it."""

    words: tuple[Words, ...] = ()
    clashes: tuple[Clash, ...] = ()
    gone: bool = False


@lru_cache(maxsize=8192)
def merged(base: str, ops: Ops, today: str, insertions: bool) -> Merged:
    """:func:`merge.carry`, remembered: most amendments meet the same text again and again."""
    return carry(base, ops, today, insertions=insertions)


def carried(text: Text, change: WordChange, row: int, *, insertions: bool = False) -> Carried:
    """*change*, proposed in that *row* of the journal, carried onto the *text* as it is today."""
    node = text.nodes.get(change.node)
    if node is None:
        return Carried(gone=True)
    if node.joined_to:
        return _into_joined(text, node, change, row, insertions)
    if node.deleted:
        return Carried(gone=True)
    for joined in node.joined:
        if row < joined.row:
            # the change is about the words before the two nodes were joined
            base = joined.own.get(change.language, "") + CUT + joined.others.get(change.language, "")
            ops = _onto(change, joined.own.get(change.language, ""), 0, insertions)
            return _placed(text, node, change.language, base, ops, row, insertions)
    return _placed(text, node, change.language, change.base, change.ops, row, insertions)


def carried_join(text: Text, change: WordChange, other: str, *, insertions: bool = False) -> Carried:
    """A proposal to join *other* to the node of *change*, carried onto the words of both today."""
    node, taken = text.nodes.get(change.node), text.nodes.get(other)
    if node is None or taken is None or node.deleted or taken.deleted:
        return Carried(gone=True)
    today = node.text(change.language) + CUT + taken.text(change.language)
    found = merged(change.base, change.ops, today, insertions)
    if found.clashes or CUT in found.text:
        whole = Clash(0, len(change.base), change.base, change.proposed, today.replace(CUT, " "))
        return Carried(clashes=found.clashes or (whole,))
    return Carried((Words(node.id, change.language, found.text),))


def _into_joined(text: Text, node: Node, change: WordChange, row: int, insertions: bool) -> Carried:
    heir = text.nodes.get(node.joined_to)
    joined = next((j for j in heir.joined if j.node == node.id), None) if heir else None
    if heir is None or joined is None or heir.deleted or row > joined.row:
        return Carried(gone=True)
    own, others = joined.own.get(change.language, ""), joined.others.get(change.language, "")
    ops = _onto(change, others, len(own) + len(CUT), insertions)
    return _placed(text, heir, change.language, own + CUT + others, ops, row, insertions)


def _onto(change: WordChange, words: str, shift: int, insertions: bool) -> Ops | tuple[Clash, ...]:
    """The operations of *change* on *words*, *shift* characters further on; or the clashes."""
    found = merged(change.base, change.ops, words, insertions)
    if found.clashes:
        return found.clashes
    ops = change.ops if words == change.base else diff(words, found.text)
    return tuple(Op(op.start + shift, op.end + shift, op.text) for op in ops)


def _placed(
    text: Text,
    node: Node,
    language: str,
    base: str,
    ops: Ops | tuple[Clash, ...],
    row: int,
    insertions: bool,
) -> Carried:
    if any(isinstance(op, Clash) for op in ops):
        return Carried(clashes=tuple(op for op in ops if isinstance(op, Clash)))
    done: Ops = tuple(op for op in ops if isinstance(op, Op))
    pieces = [node.id, *(piece.node for piece in node.pieces if row < piece.row)]
    standing = [piece for piece in pieces if not text.nodes[piece].deleted]
    today = CUT.join(text.nodes[piece].text(language) for piece in standing)
    if CUT not in base and len(standing) == 1:
        found = merged(base, done, today or base, insertions)
    else:
        found = combine(base, diff(base, today), done, insertions=insertions)
    if found.clashes:
        return Carried(clashes=found.clashes)
    parts = found.text.split(CUT)
    if len(parts) != len(standing):
        whole = Clash(0, len(base), base, found.text.replace(CUT, " "), today.replace(CUT, " "))
        return Carried(clashes=(whole,))
    return Carried(tuple(Words(piece, language, words) for piece, words in zip(standing, parts, strict=True)))
