"""A text as Akoma Ntoso sees it: preface, preamble, body and conclusions, and the eId of each node.

An eId is made of the number that is printed (AKN Naming Convention §5): ``para_5bis``,
``para_2__list_1__point_iii``. Paragraphs are numbered through the text, so that their eIds have no prefix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from consult_app.drafting.remembered import remembered
from consult_app.drafting.text.nodes import ROOT, Node, Spot, Text
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.views import Line, view
from consult_app.state import State

#: kind of node: what its eId begins with; any other is called by its label
_ABBREVIATIONS = {"paragraph": "para", "clause": "rec", "heading": "dvs", "footnote": "ftn"}
_BODY = frozenset({"heading", "paragraph", "item"})
_FIGURE = re.compile(r"\(([^()]*)\)([^()]*)$")


class Entry(msgspec.Struct):
    """A node in its place: *label* as the meeting calls it ("" for one that is only proposed), the *line*
    of one that an amendment in square brackets would put in."""

    id: str
    spot: Spot
    label: str
    children: list[Entry] = []
    node: Node | None = None
    line: Line | None = None
    eid: str = ""
    wid: str = ""


class Outline(msgspec.Struct):
    """The entries of a text by part, footnotes apart."""

    titles: list[Entry] = []
    preamble: list[Entry] = []
    body: list[Entry] = []
    closing: list[Entry] = []
    footnotes: list[Entry] = []

    def entries(self) -> Iterator[Entry]:
        """All entries, each before what stands under it; footnotes last."""
        yield from _walk([*self.titles, *self.preamble, *self.body, *self.closing, *self.footnotes])


def outline(state: State, text: Text, language: str) -> Outline:
    """The text as it stands: numbered through once it is adopted; before that with the nodes that stand in
    square brackets. *language* is only that in which these are looked for."""
    style = state.assembly.meeting.rules.numbering
    gone = frozenset(node.id for node in text if node.deleted)
    named = labels(text.tree, text.adopted, style, gone if text.adopted else frozenset())
    roots = _rooted(text, _lines(state, text, language, named), named)
    out = Outline(footnotes=[each for each in roots if each.spot.kind == "footnote"])
    roots = [each for each in roots if each.spot.kind != "footnote"]
    begins = next((at for at, each in enumerate(roots) if each.spot.kind in _BODY), len(roots))
    ends = len(roots)
    while ends > begins and roots[ends - 1].spot.kind == "closing":
        ends -= 1
    out.titles = [each for each in roots[:begins] if each.spot.kind == "title"]
    out.preamble = [each for each in roots[:begins] if each.spot.kind not in ("title", "closing")]
    out.closing = [each for each in roots[:begins] if each.spot.kind == "closing"] + roots[ends:]
    out.body = roots[begins:ends]
    _name(out.entries(), text, style)
    return out


def runs_of_items(children: Iterable[Entry]) -> Iterator[tuple[bool, list[Entry]]]:
    """What stands under a node, items of one enumeration in a row together: they are one list."""
    for (items, _enumeration), found in groupby(
        children, key=lambda each: (each.spot.kind == "item", each.spot.enumeration)
    ):
        yield items, list(found)


@remembered(4)
def names_while_amended(text: Text, style: str = "bis") -> dict[str, str]:
    """The eId that each node has in the draft, also one that was deleted since, by id."""
    named = labels(text.tree, False, style)
    nodes = ((node.id, text.tree.spots[node.id], None) for node in text if node.id in named)
    entries = _rooted(text, nodes, named)
    out: dict[str, str] = {}
    for entry in _walk(entries):
        if entry.spot.kind != "item":
            entry.eid = _own(entry.spot.kind, entry.label)
        out[entry.id] = entry.eid
        _name_items(entry)
    return out


def _lines(
    state: State, text: Text, language: str, named: dict[str, str]
) -> Iterator[tuple[str, Spot, Line | None]]:
    if text.adopted:
        for node in text:
            if not node.deleted and node.id in named:
                yield node.id, text.tree.spots[node.id], None
        return
    for line in view(state.drafting, text, "current", language, state.assembly.meeting.rules.numbering):
        if not line.deleted:
            yield line.node, line.spot, line if line.proposed_by else None


def _rooted(text: Text, lines: Iterable[tuple[str, Spot, Line | None]], named: dict[str, str]) -> list[Entry]:
    roots: list[Entry] = []
    known: dict[str, Entry] = {}
    for node_id, spot, line in lines:
        entry = Entry(node_id, spot, named.get(node_id, ""), node=text.nodes.get(node_id), line=line)
        known[node_id] = entry
        above = known.get(spot.parent) if spot.parent != ROOT else None
        (above.children if above is not None and spot.kind != "footnote" else roots).append(entry)
    return roots


def _walk(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _walk(entry.children)


def _name(entries: Iterable[Entry], text: Text, style: str) -> None:
    """Give each entry its eId, and as its wId what it was called while the text was amended."""
    found = list(entries)
    held = names_while_amended(text, style) if text.adopted else {}
    proposed = 0
    for entry in found:
        if entry.line is not None:
            proposed += 1
            entry.eid = f"nn_{proposed}"
        elif entry.spot.kind != "item":
            entry.eid = _own(entry.spot.kind, entry.label)
        _name_items(entry)
    for entry in found:
        before = held.get(entry.id, "")
        entry.wid = before if before != entry.eid else ""


def _name_items(entry: Entry) -> None:
    lists = 0
    for items, run in runs_of_items(entry.children):
        lists += items
        for place, each in enumerate(run, start=1):
            if items and each.line is None:
                each.eid = f"{entry.eid}__list_{lists}__point_{_figure(each.spot, each.label, place)}"


def _own(kind: str, label: str) -> str:
    if kind == "paragraph":
        return f"para_{label}"
    head, _space, figure = label.partition(" ")
    return f"{_ABBREVIATIONS.get(kind, head)}{f'_{figure}' if figure else ''}"


def _figure(spot: Spot, label: str, place: int) -> str:
    """What the number of an item is without its brackets; a dash is counted."""
    match = _FIGURE.search(label)
    if spot.enumeration == "dash" or match is None:
        return str(place)
    return match[1] + match[2]


__all__ = ["Entry", "Outline", "names_while_amended", "outline", "runs_of_items"]
