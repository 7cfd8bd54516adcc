"""Where nodes go: the place of what is put in, moved or split off, and the suffix of its number."""

from __future__ import annotations

import msgspec

from .amendments import Amendment, Insertion, Move, NewNode, Split
from .effect import effective_insertions
from .nodes import ROOT, Spot, Text, Tree


class PutIn(msgspec.Struct, frozen=True):
    """A node that is put in: under ``parent``, after the sibling ``after`` ("" for the first place);
    ``inserted`` is 1 for *bis*, 2 for *ter*."""

    node: NewNode
    parent: str
    after: str
    inserted: int
    original: str


class Moved(msgspec.Struct, frozen=True):
    """A node that goes elsewhere, with all under it."""

    node: str
    parent: str
    after: str
    inserted: int


class SplitOff(msgspec.Struct, frozen=True):
    """A node that begins where another was cut; it takes what stood under that one."""

    node: str
    new: str
    inserted: int
    row: int


def put_in(text: Text, amendment: Amendment) -> list[PutIn]:
    """The places of the nodes that *amendment* puts in."""
    out: list[PutIn] = []
    last: dict[str, str] = {}
    tree = text.tree
    for insertion in effective_insertions(amendment):
        for new in insertion.nodes:
            if new.parent:
                parent, after, inserted = new.parent, last.get(new.parent, ""), 0
            else:
                parent, after = _place(tree, insertion.anchor, insertion.where, new.kind)
                inserted = suffix_for(tree, parent, after, Spot(new.kind, parent, new.enumeration))
            last[parent] = new.id
            out.append(PutIn(new, parent, after, inserted, amendment.language))
            tree = tree.grown(new.id, Spot(new.kind, parent, new.enumeration, "", inserted), after or None)
    return out


def moved(text: Text, amendment: Amendment) -> list[Moved]:
    """Where the nodes go that *amendment* moves."""
    out = []
    for change in amendment.changes:
        if isinstance(change, Move):
            spot = text.tree.spots[change.node]
            parent, after = _place(text.tree, change.anchor, change.where, spot.kind)
            out.append(Moved(change.node, parent, after, suffix_for(text.tree, parent, after, spot)))
    return out


def split_off(text: Text, amendment: Amendment, row: int) -> list[SplitOff]:
    """The nodes that *amendment* splits off when it is adopted in that row of the journal."""
    out = []
    for change in amendment.changes:
        if isinstance(change, Split):
            spot = text.tree.spots[change.node]
            out.append(
                SplitOff(change.node, change.new, suffix_for(text.tree, spot.parent, change.node, spot), row)
            )
    return out


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
        if not tree.spots[sibling].inserted or tree.spots[sibling].kind != kind:
            break
        after = sibling
    return parent, after


def suffix_for(tree: Tree, parent: str, after: str, spot: Spot) -> int:
    """1 for *bis*: one more than the highest suffix given after the same original sibling."""

    def series(node: str) -> bool:
        other = tree.spots[node]
        return other.kind == spot.kind and (other.kind != "item" or other.enumeration == spot.enumeration)

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


__all__ = ["ROOT", "Insertion", "Moved", "PutIn", "SplitOff", "moved", "put_in", "split_off", "suffix_for"]
