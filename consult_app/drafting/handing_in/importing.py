"""A text enters the meeting: the draft in its first language, then further languages of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ...meetings.acts import Command, Event, Language
from ...meetings.reasons import N_, Message, refuse
from ..amendments.amendment import Drafting
from ..amendments.work import DraftingWork
from ..house_style.text_kinds import TextKind
from ..text.nodes import KINDS, ROOT, Node, Rendering, Spot, Step, Text, Tree
from ..text.numbering import labels
from ..wordings.wording import canonical


class ReadNode(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """A node as read from a file: ``depth`` 0 for all but items; ``text`` in plain form.
    ``raw`` are the words as they stood in the file where a repair changed them."""

    kind: str
    text: str
    depth: int = 0
    enumeration: str = ""
    note_key: str = ""
    raw: str = ""


class Repair(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """A repair made while reading, as it was confirmed by whoever imported the text."""

    kind: str
    line: int
    before: str
    after: str
    message: Message


class PlacedNode(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A node with the id that it keeps for good."""

    id: str
    kind: str
    parent: str
    text: str
    enumeration: str = ""
    note_key: str = ""
    raw: str = ""


class TextImported(Event, frozen=True, tag="text_imported"):
    """The text as it was imported in its first language."""

    text_id: str
    language: str
    source: str
    nodes: tuple[PlacedNode, ...]
    at: str
    repairs: tuple[Repair, ...] = ()
    kind: TextKind = "conclusions"

    def apply(self, state: Drafting) -> Drafting:
        spots: dict[str, Spot] = {}
        children: dict[str, list[str]] = {}
        nodes: dict[str, Node] = {}
        for read in self.nodes:
            spots[read.id] = Spot(read.kind, read.parent, read.enumeration, read.note_key)
            children.setdefault(read.parent, []).append(read.id)
            nodes[read.id] = Node(
                read.id, {self.language: Rendering(read.text)}, self.language, {self.language: read.text}
            )
        tree = Tree(spots, {parent: tuple(ids) for parent, ids in children.items()})
        step = Step("office_draft", self.at)
        text = Text(
            self.text_id, tree, nodes, tree, kind=self.kind, languages=(self.language,), history=(step,)
        )
        return state.with_text(text)


class ImportText(Command, frozen=True, tag="import_text"):
    """Import a draft text in its first language. A further text of the meeting says its ``kind`` or is named
    by a ``text_id`` of its own; a name that is not given is made of the kind."""

    language: Language
    nodes: tuple[ReadNode, ...]
    source: str = ""
    repairs: tuple[Repair, ...] = ()
    kind: TextKind | None = None

    def decide(self, work: DraftingWork) -> None:
        if work.state.texts and not self.text_id and self.kind is None:
            raise refuse(
                "text_exists",
                N_(
                    "The text is in this meeting already; a new version of it comes in as a revision. For a "
                    "further text, say of what kind it is."
                ),
            )
        kind = self.kind or "conclusions"
        text_id = self.text_id or free_id(work.state, kind)
        if text_id in work.state.texts:
            raise refuse("text_exists", N_("There is a text “{text}” already."), text=text_id)
        placed = tuple(_placed(work, self.nodes))
        if not any(node.kind == "paragraph" for node in placed):
            raise refuse("no_paragraph", N_("The text has no numbered paragraph."))
        work.emit(
            TextImported(
                text_id=text_id,
                language=self.language,
                source=self.source,
                nodes=placed,
                at=work.context.time,
                repairs=self.repairs,
                kind=kind,
            )
        )
        work.answer |= {"text_id": text_id, "nodes": len(placed), "repairs": len(self.repairs)}


def free_id(drafting: Drafting, kind: str) -> str:
    """The id that the next text of *kind* gets: the kind, and from the second on its number."""
    number = 1
    while (name := kind if number == 1 else f"{kind}-{number}") in drafting.texts:
        number += 1
    return name


def nested(nodes: tuple[ReadNode, ...]) -> Iterator[tuple[ReadNode, int]]:
    """Each node with the place in *nodes* of the one that it stands under (-1: none). Raises Refused
    for an unknown kind and for an item that stands under nothing."""
    path: list[int] = []
    for place, read in enumerate(nodes):
        if read.kind not in KINDS:
            raise refuse("node_kind", N_("“{kind}” is not a kind of node."), kind=read.kind)
        depth = min(read.depth, len(path)) if read.kind == "item" else 0
        if read.kind == "item" and depth == 0:
            raise refuse(
                "item_alone", N_("The item “{text}” stands under no paragraph."), text=read.text[:60]
            )
        del path[depth:]
        yield read, path[-1] if depth else -1
        path.append(place)


def _placed(work: DraftingWork, nodes: tuple[ReadNode, ...]) -> list[PlacedNode]:
    out: list[PlacedNode] = []
    for read, above in nested(nodes):
        out.append(
            PlacedNode(
                work.new_id("n"),
                read.kind,
                out[above].id if above >= 0 else ROOT,
                canonical(read.text),
                read.enumeration,
                read.note_key,
                read.raw,
            )
        )
    return out


class LanguageImported(Event, frozen=True, tag="language_imported"):
    """The same text in a further language, as draft translations of its nodes. A wording that a node
    has in this language already (adopted, or translated by hand) stays."""

    text_id: str
    language: str
    source: str
    wordings: dict[str, str]
    at: str
    repairs: tuple[Repair, ...] = ()

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        changed = []
        for node_id, words in self.wordings.items():
            node = text.nodes[node_id]
            # it renders the draft, whatever has been decided since
            rendering = Rendering(words, node.original, node.base.get(node.original, ""))
            changed.append(
                msgspec.structs.replace(
                    node,
                    wordings={self.language: rendering} | node.wordings,
                    base=node.base | {self.language: words},
                )
            )
        languages = dict.fromkeys((*text.languages, self.language))
        text = msgspec.structs.replace(text.with_nodes(*changed), languages=tuple(languages))
        return state.with_text(text)


class ImportLanguage(Command, frozen=True, tag="import_language"):
    """Import the text in a further language: the same tree, node by node."""

    language: Language
    nodes: tuple[ReadNode, ...]
    source: str = ""
    repairs: tuple[Repair, ...] = ()

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        if any(self.language in text.nodes[node].base for node in text.origin.walk()):
            raise refuse(
                "language_exists",
                N_("The text is there in this language already; a new version of it comes in as a revision."),
            )
        ids = list(text.origin.walk())
        differences = _differences(text, ids, self.nodes)
        if differences:
            raise refuse(
                "trees_differ",
                N_("The two languages do not have the same structure: {differences}"),
                differences=differences,
            )
        work.emit(
            LanguageImported(
                text_id=text.id,
                language=self.language,
                source=self.source,
                wordings={node: canonical(read.text) for node, read in zip(ids, self.nodes, strict=True)},
                at=work.context.time,
                repairs=self.repairs,
            )
        )
        kept = [node for node in ids if text.nodes[node].text(self.language)]
        if kept:
            work.warn(
                N_("There was a wording in this language already, which stays: {places}."),
                places=[work.place(text, node) for node in kept],
            )
        work.answer |= {"text_id": text.id, "nodes": len(ids), "repairs": len(self.repairs)}


def _differences(text: Text, ids: list[str], nodes: tuple[ReadNode, ...]) -> list[Any]:
    named = labels(text.origin)
    out: list[Any] = []
    for index in range(max(len(ids), len(nodes))):
        here = ids[index] if index < len(ids) else None
        there = nodes[index] if index < len(nodes) else None
        if here is not None and there is not None:
            spot = text.origin.spots[here]
            if (spot.kind, text.origin.depth(here)) == (there.kind, there.depth):
                continue
            out.append(
                Message(
                    N_("at {label} stands “{there}” ({kind})"),
                    {"label": named[here], "there": there.text[:40], "kind": there.kind},
                )
            )
        elif here is not None:
            out.append(Message(N_("{label} is missing"), {"label": named[here]}))
        elif there is not None:
            out.append(Message(N_("“{there}” is too many"), {"there": there.text[:40]}))
        if len(out) == 5:
            out.append(Message(N_("and more after that"), {}))
            break
    return out
