"""Where nodes go: the place of what is put in, moved or split off, and the suffix of its number."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..text.nodes import Spot, Text, Tree
from .amendment import Amendment, Move, NewNode
from .effect import Effect
from .effective import effective_insertions
from .reach import lost, pieces_of, place_of


class PutIn(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A node that is put in: under ``parent``, after the sibling ``after`` ("" for the first place);
    ``inserted`` is 1 for *bis*, 2 for *ter*. ``renders`` are the words that a translation of it renders
    where it lags behind those decided ("" where that is not known)."""

    node: NewNode
    parent: str
    after: str
    inserted: int
    original: str
    renders: dict[str, str] = {}


class Moved(msgspec.Struct, frozen=True, gc=False):
    """A node that goes elsewhere, with all under it; an item is enumerated as those among which it goes."""

    node: str
    parent: str
    after: str
    inserted: int
    enumeration: str = ""


class SplitOff(msgspec.Struct, frozen=True, gc=False):
    """A node that begins where another was cut; it takes what stood under that one."""

    node: str
    new: str
    inserted: int
    row: int


class JoinedTo(msgspec.Struct, frozen=True, gc=False):
    """A node takes in the one that follows it, with all under that one."""

    node: str
    other: str
    row: int


class Places(msgspec.Struct, frozen=True, gc=False):
    """Everything that an amendment does to the structure, in the order in which it is done, and the
    tree that comes of it: each step finds its place on what those before it have made."""

    put_in: tuple[PutIn, ...]
    split_off: tuple[SplitOff, ...]
    moved: tuple[Moved, ...]
    joined: tuple[JoinedTo, ...]
    tree: Tree


def places(text: Text, amendment: Amendment, row: int, found: Effect) -> Places:
    """What adopting *amendment* in that *row* of the journal would do to the structure of *text*;
    *found* is its effect on the words."""
    new, tree = _put_in(text, amendment)
    cuts, moves, joins = [], [], []
    for off, node in found.cuts:
        spot = tree.spots[node]
        cuts.append(SplitOff(node, off, suffix_for(tree, spot.parent, node, spot), row))
        tree = split_tree(tree, cuts[-1])
    for change in amendment.changes:
        if isinstance(change, Move) and not lost(text, amendment, change):
            for move in _moves(text, tree, change, amendment.row):
                moves.append(move)
                tree = moved_tree(tree, move)
    for node, other in found.pairs:
        joins.append(JoinedTo(node, other, row))
        tree = tree.with_children_of(other, node)
    return Places(tuple(new), tuple(cuts), tuple(moves), tuple(joins), tree)


def _moves(text: Text, tree: Tree, change: Move, row: int) -> Iterator[Moved]:
    """The move of a node and, where it was split since, of each piece of it behind the one before."""
    anchor, where = place_of(text, change.anchor, change.where, row)
    for node in pieces_of(text, change.node, row):
        spot = tree.spots[node]
        if where == "behind":
            spot = msgspec.structs.replace(spot, parent=tree.spots[anchor].parent)
        if spot.kind == "item" and tree.spots[anchor].kind == "item":
            spot = msgspec.structs.replace(spot, enumeration=tree.spots[anchor].enumeration)
        parent, after = (spot.parent, anchor) if where == "behind" else _place(tree, anchor, where, spot.kind)
        move = Moved(node, parent, after, suffix_for(tree, parent, after, spot), spot.enumeration)
        yield move
        tree = moved_tree(tree, move)
        anchor, where = node, "behind"


def split_tree(tree: Tree, cut: SplitOff) -> Tree:
    """The tree with the new node behind the one that was cut, and what stood under that under it."""
    spot = tree.spots[cut.node]
    new = Spot(spot.kind, spot.parent, spot.enumeration, "", cut.inserted)
    return tree.grown(cut.new, new, cut.node).with_children_of(cut.node, cut.new)


def moved_tree(tree: Tree, move: Moved) -> Tree:
    """The tree with the node at its new place."""
    spot = msgspec.structs.replace(
        tree.spots[move.node],
        parent=move.parent,
        inserted=move.inserted,
        enumeration=move.enumeration,
    )
    return tree.moved(move.node, spot, move.after or None)


def _put_in(text: Text, amendment: Amendment) -> tuple[list[PutIn], Tree]:
    out: list[PutIn] = []
    last: dict[str, str] = {}
    tree = text.tree
    for insertion in effective_insertions(amendment):
        if lost(text, amendment, insertion):
            continue
        anchor, where = place_of(text, insertion.anchor, insertion.where, amendment.row)
        for new in insertion.nodes:
            if new.parent:
                parent, after, inserted = new.parent, last.get(new.parent, ""), 0
            else:
                parent, after = _place(tree, anchor, where, new.kind)
                inserted = suffix_for(tree, parent, after, Spot(new.kind, parent, new.enumeration))
            last[parent] = new.id
            out.append(PutIn(new, parent, after, inserted, amendment.language))
            tree = tree.grown(new.id, Spot(new.kind, parent, new.enumeration, "", inserted), after or None)
    return out, tree


def _place(tree: Tree, anchor: str, where: str, kind: str) -> tuple[str, str]:
    """Parent, and the sibling to stand after: behind what was put in there before."""
    if where == "under":
        parent, after = anchor, ""
        following = tree.children.get(anchor, ())
    else:
        parent = tree.spots[anchor].parent
        siblings = tree.children[parent]
        at = siblings.index(anchor)
        if where == "before":
            return parent, siblings[at - 1] if at else ""
        after = anchor
        following = siblings[at + 1 :]
    for sibling in following:
        if tree.spots[sibling].gone:
            continue
        if not tree.spots[sibling].inserted or tree.spots[sibling].kind != kind:
            break
        after = sibling
    return parent, after


def suffix_for(tree: Tree, parent: str, after: str, spot: Spot) -> int:
    """1 for *bis*: one more than the highest suffix given after the same original sibling."""

    def series(node: str) -> bool:
        other = tree.spots[node]
        return (
            not other.gone
            and other.kind == spot.kind
            and (other.kind != "item" or other.enumeration == spot.enumeration)
        )

    siblings = tree.children.get(parent, ())
    at = siblings.index(after) + 1 if after else 0
    highest = 0
    for node in reversed(siblings[:at]):
        if series(node):
            highest = max(highest, tree.spots[node].inserted)
            if not tree.spots[node].inserted:
                break
    for node in siblings[at:]:
        if series(node):
            if not tree.spots[node].inserted:
                break
            highest = max(highest, tree.spots[node].inserted)
    return highest + 1
