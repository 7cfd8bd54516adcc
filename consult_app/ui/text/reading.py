"""What the Table shows, read from the state: rows of the text, cells by language, amendments by node.

No Qt here. A :class:`Reading` is made once for a text and carried on from change to change, so that
one decision costs what it touches and not the whole meeting: the library's own ``views.view`` reads
every node in one language, which is right for a paper and too much for a click.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Final

from consult_app.changes import Changes
from consult_app.drafting.amendments.amendment import (
    Amendment,
    Deletion,
    Drafting,
    Insertion,
    Join,
    Move,
    NewNode,
)
from consult_app.drafting.amendments.effect import effective_insertions
from consult_app.drafting.amendments.layering import with_subamendments
from consult_app.drafting.amendments.order import below, in_order
from consult_app.drafting.amendments.reach import pieces_of, place_of
from consult_app.drafting.brackets.open_brackets import OpenBracket, open_brackets
from consult_app.drafting.brackets.view import in_brackets, new_in_brackets
from consult_app.drafting.deciding.consideration import pending_on
from consult_app.drafting.text.behind import behind
from consult_app.drafting.text.nodes import ROOT, Spot, Text
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.views import VIEWS, View, marked, places_of
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import parse
from consult_app.ui.text.rows import Cell, Row

SHOWN_VIEWS: Final[tuple[View, ...]] = VIEWS


class Reading:
    """A text and its amendments, indexed by node."""

    def __init__(self, drafting: Drafting, text_id: str, style: str = "bis") -> None:
        self.drafting = drafting
        self.text: Text = drafting.texts[text_id]
        self.style = style
        self._targets: dict[str, tuple[str, ...]] = {}
        self._to_node: dict[str, list[str]] = {}
        self._ordered: dict[str, tuple[Amendment, ...]] = {}
        self.other_rows = False
        """Whether the last move may have added or removed rows, in whatever view."""
        self._enter(drafting.amendments)
        self._order_all()

    def _order_all(self) -> None:
        """Put all amendments in order at once: asking node by node walks the text each time."""
        asked = [self.drafting.amendments[name] for name in self._targets]
        out: dict[str, list[Amendment]] = {}
        for amendment in in_order(self.drafting, self.text, asked):
            for node in self._targets[amendment.id]:
                out.setdefault(node, []).append(amendment)
        self._ordered = {node: tuple(found) for node, found in out.items()}

    def moved_to(self, drafting: Drafting, changes: Changes) -> set[str]:
        """Carry the reading on to *drafting*; returns the nodes whose cells or cards may differ."""
        touched = set(changes.nodes)
        gone_over = changes.structure or self._other_fates(drafting, changes)
        self.other_rows = gone_over or self._rows_differ(drafting, changes)
        for amendment in changes.amendments:
            touched.update(self._targets.get(amendment, ()))
            self._leave_nodes(amendment)
        self.drafting = drafting
        self.text = drafting.texts[self.text.id]
        if gone_over:
            touched |= self._follow(changes.nodes)
        self._enter(a for a in changes.amendments if a in drafting.amendments)
        for amendment in changes.amendments:
            touched.update(self._targets.get(amendment, ()))
            parent = drafting.amendments[amendment].amends if amendment in drafting.amendments else ""
            touched.update(self._targets.get(parent, ()))
        if gone_over:
            self._ordered.clear()
        touched |= self._joining(changes.nodes)
        for node in touched:
            self._ordered.pop(node, None)
        under = {child for node in touched if node in self.text.nodes for child in self.text.tree.under(node)}
        return touched | under

    def supposing(self, drafting: Drafting) -> Reading:
        """This reading of the text as it would be in *drafting*, after a decision on amendments that are
        known here. It is to be read only: both go by the same index."""
        other = copy(self)
        other.drafting, other.text, other._ordered = drafting, drafting.texts[self.text.id], {}
        return other

    def _other_fates(self, drafting: Drafting, changes: Changes) -> bool:
        """Whether a node was joined to another, deleted, or is there again: what is about it may be about
        others then, though none has another place."""
        now, was = drafting.texts[self.text.id].nodes, self.text.nodes
        both = (node for node in changes.nodes if node in now and node in was)
        return any(
            (now[node].deleted, now[node].joined_to) != (was[node].deleted, was[node].joined_to)
            for node in both
        )

    def _rows_differ(self, drafting: Drafting, changes: Changes) -> bool:
        now = drafting.texts[self.text.id].nodes
        if any(node not in now or node not in self.text.nodes for node in changes.nodes):
            return True
        return any(
            isinstance(change, Insertion)
            for name in changes.amendments
            for known in (self.drafting, drafting)
            if name in known.amendments
            for change in known.amendments[name].changes
        ) or any(
            # a subamendment gives words to a node that its parent puts in
            drafting.amendments[name].amends
            for name in changes.amendments
            if name in drafting.amendments
        )

    def _follow(self, nodes: Iterable[str]) -> set[str]:
        """After a change of structure: amendments go where the words of their *nodes* went, and what
        names another node by its number says it anew. Returns the nodes that this touches."""
        out: set[str] = set()
        known = self.drafting.amendments
        about = {name for node in self._sources(nodes) for name in self._to_node.get(node, ())}
        for name in about & known.keys():
            out.update(self._targets.get(name, ()))
            self._leave_nodes(name)
            self._enter((name,))
            out.update(self._targets.get(name, ()))
        for name, targets in self._targets.items():
            if name in known and any(isinstance(c, Move | Join) for c in known[name].changes):
                out.update(targets)
        out.update(node.id for node in self.text.nodes.values() if node.joined_to)
        return out

    def _sources(self, nodes: Iterable[str]) -> set[str]:
        """*nodes*, and those whose words came to them by splits and joins: what is about these may be about
        *nodes* today."""
        out: set[str] = set()
        todo = list(nodes)
        while todo:
            each = todo.pop()
            node = self.text.nodes.get(each)
            if node is not None and each not in out:
                todo += [joined.node for joined in node.joined]
                todo += [node.split_from] if node.split_from else []
            out.add(each)
        return out

    def _joining(self, nodes: Iterable[str]) -> set[str]:
        """The nodes of the amendments that would join one of *nodes* to another, which show its words."""
        known = self.drafting.amendments
        return {
            target
            for name in {name for node in nodes for name in self._to_node.get(node, ())}
            if any(isinstance(change, Join) for change in known[name].changes)
            for target in self._targets[name]
        }

    def _enter(self, amendments: Iterable[str]) -> None:
        for name in amendments:
            amendment = self.drafting.amendments[name]
            if amendment.text_id != self.text.id or amendment.amends:
                continue
            self._targets[name] = tuple(
                dict.fromkeys(
                    node for each in amendment.targets() for node in places_of(self.text, each, amendment.row)
                )
            )
            for node in self._targets[name]:
                self._to_node.setdefault(node, []).append(name)

    def _leave_nodes(self, name: str) -> None:
        for node in self._targets.pop(name, ()):
            self._to_node[node].remove(name)

    # amendments

    def amendments(self, node: str) -> tuple[Amendment, ...]:
        """All amendments to *node* in order of discussion, without subamendments."""
        if node not in self._ordered:
            known = self.drafting.amendments
            found = [known[name] for name in self._to_node.get(node, ())]
            found.sort(key=lambda amendment: amendment.order)
            if len(found) > 1:
                found = in_order(self.drafting, self.text, found)
            self._ordered[node] = tuple(found)
        return self._ordered[node]

    def pending(self, node: str) -> tuple[Amendment, ...]:
        """The amendments to *node* that are not disposed of, in order of discussion."""
        return tuple(amendment for amendment in self.amendments(node) if amendment.pending)

    def holding_up(self, node: str) -> tuple[Amendment, ...]:
        """The pending amendments that keep *node* from being adopted: not those that would only put
        something in beside it."""
        return tuple(pending_on(self.drafting, node))

    def pending_count(self, node: str) -> int:
        """How many amendments to *node* are not disposed of."""
        known = self.drafting.amendments
        return sum(known[name].pending for name in self._to_node.get(node, ()))

    def subamendments(self, amendment: str) -> tuple[Amendment, ...]:
        """The subamendments to *amendment* in order of discussion, each followed by its own."""
        return tuple(below(self.drafting, self.drafting.amendments[amendment]))

    # rows and cells

    def label(self, node: str) -> str:
        """The label of *node* while the text is amended."""
        return labels(self.text.tree, False, self.style).get(node, "")

    def rows(self, which: View) -> list[Row]:
        """The rows of the view *which* in document order."""
        text, final = self.text, which == "final"
        tree = text.origin if which == "original" else text.tree
        without = frozenset(node.id for node in text if node.deleted) if final else frozenset()
        named = labels(tree, final, self.style, without)
        out: list[Row] = []

        def add(node: str, depth: int) -> None:
            if node not in named:
                return
            spot = tree.spots[node]
            proposed = self._insertions(node, which)
            out.extend(_proposed(proposed, "before", node, depth))
            out.append(Row(node, node, spot, named[node], depth))
            out.extend(_proposed(proposed, "under", node, depth + 1))
            for child in tree.children.get(node, ()):
                add(child, depth + 1)
            out.extend(_proposed(proposed, "after", node, depth))

        for root in tree.children.get(ROOT, ()):
            add(root, 0)
        return out

    def cell(self, row: Row, which: View, language: str) -> Cell:
        """What *row* shows in *language*."""
        if row.proposed_by:
            return self._proposed_cell(row, language, which)
        node = self.text.nodes[row.node]
        if which == "original":
            words = node.base.get(language, "")
            return Cell(_plain(words), "original" if words else "missing")
        status = node.status(language)
        if node.joined_to:
            return Cell(())
        late = behind(node, language) if status == "out_of_date" else None
        pending = self.pending(row.node)
        if which == "current":
            shown = in_brackets(self.drafting, self.text, node, language)
            return Cell(shown, status, late, node.deleted)
        if which != "marked":
            return Cell(_plain(node.text(language)), status, late, node.deleted)
        deleters = self._deleters(row.node)
        segments = self._with_subamendments(
            marked(self.text, node, language, pending), row, language, pending
        )
        return Cell(segments, status, late, node.deleted or bool(deleters), deleters)

    def moves(self, row: Row) -> list[tuple[Amendment, Move]]:
        """The pending moves of the node of *row*, with the amendments that propose them."""
        return [(a, c) for a, c in self._structural(row) if isinstance(c, Move) and c.node == row.node]

    def joins(self, row: Row) -> list[tuple[Amendment, Join]]:
        """The pending joins that *row* has part in, taking the next in or being taken in."""
        return [
            (a, c) for a, c in self._structural(row) if isinstance(c, Join) and row.node in (c.node, c.other)
        ]

    def _structural(self, row: Row) -> list[tuple[Amendment, object]]:
        if row.proposed_by:
            return []
        return [(each, change) for each in self.pending(row.node) for change in each.changes]

    def brackets(self, node: str) -> tuple[OpenBracket, ...]:
        """The open brackets at *node*, in the order in which they stand."""
        known = open_brackets(self.drafting, self.text)
        return tuple(each for each in known if each.bracket.node == node)

    def _proposed_cell(self, row: Row, language: str, which: View) -> Cell:
        amendment = self.drafting.amendments[row.proposed_by]
        new = next(
            node
            for insertion in effective_insertions(amendment)
            for node in insertion.nodes
            if node.id == row.node
        )
        words = new.texts.get(language, "")
        status = "original" if words else "missing"
        if which == "current":
            return Cell(new_in_brackets(self.drafting, self.text, amendment, words), status)
        segments = (Segment(parse(words), "insert", (amendment.id,)),) if words else ()
        return Cell(self._with_subamendments(segments, row, language, (amendment,)), status)

    def laid_over(self, amendment: Amendment) -> tuple[Amendment, ...]:
        """The subamendments to *amendment* that are shown in its words, each followed by its own."""
        return tuple(each for each in self.subamendments(amendment.id) if each.pending)

    def _with_subamendments(
        self, segments: tuple[Segment, ...], row: Row, language: str, amendments: Iterable[Amendment]
    ) -> tuple[Segment, ...]:
        moved = [each for amendment in amendments for each in self.laid_over(amendment)]
        if not moved:
            return segments
        return with_subamendments(self.drafting, segments, moved, row.node, language)

    def _insertions(self, node: str, which: View) -> list[tuple[Amendment, Insertion]]:
        """What would be put in at *node*: in the marked view by all that is pending, in the current one by
        what stands in brackets."""
        if which not in ("marked", "current"):
            return []
        return [
            (amendment, insertion)
            for amendment in self.pending(node)
            if which == "marked" or amendment.state == "bracketed"
            for insertion in effective_insertions(amendment)
            if place_of(self.text, insertion.anchor, insertion.where, amendment.row)[0] == node
        ]

    def _deleters(self, node: str) -> tuple[str, ...]:
        """The pending amendments that would take *node* out: with what it stands under, or by joining it
        to the node before."""
        found: list[str] = []
        at = node
        while at != ROOT:
            for amendment in self.pending(at) if self._to_node.get(at) else ():
                row = amendment.row
                if any(
                    (isinstance(change, Deletion) and at in pieces_of(self.text, change.node, row))
                    or (
                        isinstance(change, Join)
                        and at == node
                        and node in pieces_of(self.text, change.other, row)[:1]
                    )
                    for change in amendment.changes
                ):
                    found.append(amendment.id)
            at = self.text.tree.spots[at].parent
        return tuple(found)


def _proposed(found: list[tuple[Amendment, Insertion]], where: str, anchor: str, depth: int) -> list[Row]:
    out: list[Row] = []
    for amendment, insertion in found:
        if insertion.where != where:
            continue
        depths: dict[str, int] = {}
        new: NewNode
        for new in insertion.nodes:
            depths[new.id] = depths[new.parent] + 1 if new.parent else depth
            spot = Spot(new.kind, "", new.enumeration)
            out.append(Row(new.id, anchor, spot, "", depths[new.id], amendment.id))
    return out


def _plain(words: str) -> tuple[Segment, ...]:
    return (Segment(parse(words)),) if words else ()


__all__ = ["SHOWN_VIEWS", "Cell", "Reading", "Row"]
