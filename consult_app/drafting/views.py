"""The text as it is looked at: original, current, marked (with each pending amendment), final.

A view is a list of lines in document order. In the marked view the words of a line come in segments,
each kept, inserted or deleted by amendments; proposed new nodes stand as lines of their own. Nothing
here is stored: views are pure functions of the state.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from .amendments.amendment import Amendment, Deletion, Drafting, Insertion, Join, WordChange
from .amendments.effective import effective_insertions, effective_words, structural_words
from .amendments.kinds import PILCROW, with_formatted_words
from .amendments.order import in_order
from .amendments.reach import pieces_of, place_of
from .amendments.rebase import NEW_CUT, carried, carried_join
from .brackets.view import in_brackets, new_in_brackets
from .remembered import remembered
from .text.nodes import ROOT, Node, Spot, Text
from .text.numbering import labels
from .text.trail import heirs
from .wordings.diff import Ops, apply_ops, diff
from .wordings.segments import Segment
from .wordings.wording import Run, between, parse, write

View = Literal["original", "current", "marked", "final"]
VIEWS: tuple[View, ...] = ("original", "current", "marked", "final")


class Line(msgspec.Struct, frozen=True, gc=False):
    """One node in a view. ``proposed_by`` is the amendment that would put it in, ``deleted_by`` those
    that would delete it; ``label`` is "" for a node that is only proposed."""

    node: str
    spot: Spot
    label: str
    depth: int
    segments: tuple[Segment, ...]
    proposed_by: str = ""
    deleted_by: tuple[str, ...] = ()
    deleted: bool = False


def view(drafting: Drafting, text: Text, which: View, language: str, style: str = "bis") -> list[Line]:
    """The lines of *text* in *language*. ``final`` is numbered through, without deleted nodes."""
    final = which == "final"
    without = frozenset(node.id for node in text if node.deleted) if final else frozenset()
    tree = text.origin if which == "original" else text.tree
    named = labels(tree, final, style, without)
    pending = _pending(drafting, text) if which in ("marked", "current") else {}
    if which == "current":
        pending = {at: tuple(a for a in found if a.state == "bracketed") for at, found in pending.items()}
    out: list[Line] = []

    def add(node_id: str, depth: int) -> None:
        if node_id not in named:
            return
        spot, node = tree.spots[node_id], text.nodes[node_id]
        amendments = pending.get(node_id, ())

        def propose(where: str, at: int) -> None:
            for line in _proposed(text, node_id, amendments, where, language, at):
                out.append(_line_in_brackets(drafting, text, line) if which == "current" else line)

        propose("before", depth)
        line = _line(text, node, spot, named[node_id], depth, which, language, amendments)
        if which == "current":
            shown = in_brackets(drafting, text, node, language)
            line = msgspec.structs.replace(line, segments=shown)
        out.append(line)
        propose("under", depth + 1)
        for child in tree.children.get(node_id, ()):
            add(child, depth + 1)
        propose("after", depth)

    for root in tree.children.get(ROOT, ()):
        add(root, 0)
    return out


def _line(
    text: Text,
    node: Node,
    spot: Spot,
    label: str,
    depth: int,
    which: View,
    language: str,
    amendments: tuple[Amendment, ...],
) -> Line:
    deleted = node.deleted and which != "original"
    if which == "marked":
        deleters = [
            a.id
            for a in amendments
            for c in a.changes
            if (isinstance(c, Deletion) and node.id in pieces_of(text, c.node, a.row))
            or (isinstance(c, Join) and node.id in pieces_of(text, c.other, a.row)[:1])
        ]
        return Line(
            node.id,
            spot,
            label,
            depth,
            marked(text, node, language, amendments),
            "",
            tuple(deleters),
            deleted,
        )
    words = node.base.get(language, "") if which == "original" else node.text(language)
    return Line(node.id, spot, label, depth, (Segment(parse(words)),) if words else (), deleted=deleted)


@remembered(4)
def _pending(drafting: Drafting, text: Text) -> dict[str, tuple[Amendment, ...]]:
    """Pending amendments by the node that they touch, in order of discussion."""
    open_ones = [a for a in drafting.of_text(text.id) if a.pending and not a.subamendment]
    out: dict[str, list[Amendment]] = {}
    for amendment in in_order(drafting, text, open_ones):
        for node in dict.fromkeys(
            each for target in amendment.targets() for each in places_of(text, target, amendment.row)
        ):
            out.setdefault(node, []).append(amendment)
    return {node: tuple(found) for node, found in out.items()}


def places_of(text: Text, target: str, row: int = 0) -> Iterator[str]:
    """The nodes in which the words that *target* had in that *row* stand today: itself, what was split
    off it, and the node that it was joined to."""
    yield target
    yield from (node for node in heirs(text, target, row) if node != target)


def _proposed(
    text: Text, node: str, amendments: tuple[Amendment, ...], where: str, language: str, depth: int
) -> list[Line]:
    out: list[Line] = []
    for amendment in amendments:
        for insertion in effective_insertions(amendment):
            if place_of(text, insertion.anchor, insertion.where, amendment.row) == (node, where):
                out += _new_lines(amendment, insertion, language, depth)
    return out


def _line_in_brackets(drafting: Drafting, text: Text, line: Line) -> Line:
    """The line of a node that an amendment in brackets would put in."""
    amendment = drafting.amendments[line.proposed_by]
    words = write([run for segment in line.segments for run in segment.runs])
    return msgspec.structs.replace(line, segments=new_in_brackets(drafting, text, amendment, words))


def _new_lines(amendment: Amendment, insertion: Insertion, language: str, depth: int) -> list[Line]:
    depths: dict[str, int] = {}
    out = []
    for new in insertion.nodes:
        depths[new.id] = depths[new.parent] + 1 if new.parent else depth
        words = new.texts.get(language, "")
        segment = Segment(parse(words), "insert", (amendment.id,))
        spot = Spot(new.kind, "", new.enumeration)
        out.append(Line(new.id, spot, "", depths[new.id], (segment,) if words else (), amendment.id))
    return out


def marked(text: Text, node: Node, language: str, amendments: tuple[Amendment, ...]) -> tuple[Segment, ...]:
    """Today's words of *node* with what each of the *amendments* would change in them. What cannot
    be carried onto today's words is not shown in them: it is in the list of collisions."""
    today = node.text(language)
    changes: list[tuple[str, Ops]] = []
    for amendment in amendments:
        found = [(change, "") for change in effective_words(amendment)] + structural_words(amendment)
        for change, other in found:
            if change.language == language:
                ops = _ops_today(text, node, change, other, amendment.row)
                if ops:
                    shown = (
                        msgspec.structs.replace(op, text=op.text.replace(NEW_CUT, PILCROW))
                        for op in with_formatted_words(node.text(language), ops)
                    )
                    changes.append((amendment.id, tuple(shown)))
    if not changes:
        return (Segment(parse(today)),) if today else ()
    return _segments(today, tuple(changes))


def _ops_today(text: Text, node: Node, change: WordChange, other: str, row: int) -> Ops:
    today = node.text(change.language)
    if change.node == node.id and change.base == today and not node.pieces and not node.joined:
        return change.ops  # as they were found at submission
    since = change.since or row
    if other:
        came = carried_join(text, change, other, since, insertions=True)
    else:
        came = carried(text, change, since, insertions=True)
    found = next((w for w in came.words if w.node == node.id), None)
    if found is None or found.text == today:
        return ()
    return diff(today, found.text)


@lru_cache(maxsize=4096)
def _segments(today: str, changes: tuple[tuple[str, Ops], ...]) -> tuple[Segment, ...]:
    inserted: dict[int, dict[str, list[str]]] = {}
    deleters: list[tuple[int, int, str]] = []
    cuts = {0, len(today)}
    runs_of: dict[tuple[int, str], tuple[Run, ...]] = {}
    for amendment, ops in changes:
        proposed, shift = apply_ops(today, ops), 0
        for op in ops:
            if op.end > op.start:
                deleters.append((op.start, op.end, amendment))
            if op.text:
                inserted.setdefault(op.end, {}).setdefault(op.text, []).append(amendment)
                start = op.start + shift
                runs_of.setdefault((op.end, op.text), between(proposed, start, start + len(op.text)))
            shift += len(op.text) - (op.end - op.start)
            cuts |= {op.start, op.end}
    out: list[Segment] = []
    points = sorted(cuts)
    for index, point in enumerate(points):
        for words, by in inserted.get(point, {}).items():
            out.append(Segment(runs_of[point, words], "insert", tuple(by)))
        if index + 1 < len(points):
            following = points[index + 1]
            by = [a for start, end, a in deleters if start <= point and following <= end]
            out.append(Segment(between(today, point, following), "delete" if by else "", tuple(by)))
    return tuple(segment for segment in out if segment.runs)


__all__ = ["PILCROW", "VIEWS", "Line", "Segment", "View", "marked", "places_of", "view"]
