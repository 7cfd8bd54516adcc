"""Which nodes a marked text is printed as, and in which order: those of today in their order, and what
comes to a place behind what it will stand behind."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Literal, NamedTuple

from consult_app.drafting.text.nodes import Spot, Text

Role = Literal["here", "new", "from", "to"]


class Row(NamedTuple):
    """A node at a place of the paper: where it stands (``here``), where it is put in (``new``), or one
    end of its move (``from``, ``to``)."""

    node: str
    role: Role


def rows(text: Text, after: Text, new: Container[str], moved: Container[str]) -> Iterator[Row]:
    """The rows of *text* with what is *new* and what is *moved* where they stand in *after*. Deleted
    nodes and footnotes are no rows."""
    follow: dict[Row | None, list[Row]] = {}
    before: Row | None = None
    for node in after.tree.walk():
        if node not in text.nodes and node not in new:
            continue  # the second half of a node that is cut is printed with the first
        if node in new or node in moved:
            row = Row(node, "new" if node in new else "to")
            follow.setdefault(before, []).append(row)
            before = row
        else:
            before = Row(node, "here")

    def behind(row: Row | None) -> Iterator[Row]:
        for each in follow.get(row, ()):
            yield each
            yield from behind(each)

    found: list[Row] = []
    coming = list(behind(None))
    for node in text.tree.walk():
        row = Row(node, "from" if node in moved else "here")
        under = row.role == "from" and coming and text.tree.depth(node) > after.tree.depth(coming[0].node)
        if under:  # what goes elsewhere still stands under the one that something is put in behind
            found.append(row)
            continue
        found += [*coming, row]
        coming = list(behind(row))
    for row in [*found, *coming]:
        gone = row.node in text.nodes and text.nodes[row.node].deleted
        if not gone and spot_of(text, after, row.node).kind != "footnote":
            yield row


def spot_of(text: Text, after: Text, node: str) -> Spot:
    """Where a node stands today or, if it does not yet, where it will."""
    tree = text.tree if node in text.tree.spots else after.tree
    return tree.spots[node]


__all__ = ["Role", "Row", "rows", "spot_of"]
