"""Which nodes of today's text an amendment is about: what it would change, and where it would put in.

A node may have been split or joined since the amendment was handed in; what it says of the node then
goes for what stands of it now.
"""

from __future__ import annotations

from ..remembered import remembered
from ..text.nodes import Text
from ..text.trail import heirs
from .amendment import Amendment, Change, Free, Insertion, Join, Move, WordChange
from .effective import deletions, effective_words, structural_words
from .rebase import Words, carried


def stands(text: Text, words: Words) -> bool:
    """Whether these words stand in the text already."""
    node = text.nodes.get(words.node)
    return node is not None and node.text(words.language) == words.text


def lost(text: Text, amendment: Amendment, change: Change) -> bool:
    """Whether what a structural change is about is there no longer."""
    if isinstance(change, Insertion):
        return _no_place(text, *place_of(text, change.anchor, change.where, amendment.row))
    pieces = pieces_of(text, change.node, amendment.row)
    if not pieces:
        return True
    if isinstance(change, Move):
        anchor, where = place_of(text, change.anchor, change.where, amendment.row)
        return _no_place(text, anchor, where) or any(anchor in text.tree.under(piece) for piece in pieces)
    return False


def place_of(text: Text, anchor: str, where: str, row: int) -> tuple[str, str]:
    """The node by which that place of *row* is today: what was to stand behind a node that was split
    since, or under it, stands behind the last piece of it."""
    node = text.nodes.get(anchor)
    if node is not None and where != "before":
        if where == "under" and node.joined_to:
            return node.joined_to, where
        pieces = pieces_of(text, anchor, row)
        if pieces:
            return pieces[-1], where
    return anchor, where


def pieces_of(text: Text, node: str, row: int) -> tuple[str, ...]:
    """What stands today of a node as it was in that *row*: itself and what was split off it since."""
    out: list[str] = []

    def walk(each: str, since: int) -> None:
        if not text.nodes[each].deleted:
            out.append(each)
        for piece in reversed(text.nodes[each].pieces):  # the one split off last stands next to it
            if piece.row > since:
                walk(piece.node, piece.row)

    if node in text.nodes:
        walk(node, row)
    return tuple(out)


def _no_place(text: Text, anchor: str, where: str) -> bool:
    """Whether there is no place by *anchor* any more: what is put beside a deleted node stands there
    all the same, but nothing stands under one."""
    if anchor not in text.nodes:
        return True
    above = anchor if where == "under" else text.tree.spots[anchor].parent
    while above:
        if text.nodes[above].deleted:
            return True
        above = text.tree.spots[above].parent
    return False


def reach(text: Text, amendment: Amendment) -> list[str]:
    """The nodes that adopting *amendment* now would change, each once: also those that took over the
    words that it changes (split off the node, or joined with it) and those under a deleted one. A node
    beside which something is put in is not changed by it."""
    out: dict[str, None] = {}
    row = amendment.row
    for words in _worded(amendment):
        out |= dict.fromkeys(_changed(text, words, words.since or row))
    for change in amendment.changes:
        if isinstance(change, Join):
            out |= dict.fromkeys((*heirs(text, change.node, row), *heirs(text, change.other, row)))
        elif isinstance(change, Move | Free):
            out |= dict.fromkeys(pieces_of(text, change.node, row))
    for node in deletions(amendment):
        for piece in pieces_of(text, node, row):
            out |= dict.fromkeys(text.tree.under(piece))
    return list(out)


@remembered(16_384)
def _worded(amendment: Amendment) -> tuple[WordChange, ...]:
    """The changes of words that change the nodes they are about, and join no other to them."""
    alone = (words for words, other in structural_words(amendment) if not other)
    return (*effective_words(amendment), *alone)


def _changed(text: Text, change: WordChange, row: int) -> tuple[str, ...]:
    """The nodes in which a change of words falls today: where that is open, all that have its words."""
    standing = heirs(text, change.node, row)
    if len(standing) < 2:
        return standing
    came = carried(text, change, row, insertions=True)
    return tuple(w.node for w in came.words if not stands(text, w)) or standing
