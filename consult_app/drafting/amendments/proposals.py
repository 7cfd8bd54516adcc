"""From what somebody asks for to the changes of an amendment: the words are found, the place is known,
and what cannot be is refused before it gets a number."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from ...meetings.reasons import N_, refuse
from ..text.nodes import Node, Text
from ..wordings.lines import read_lines
from .amendment import (
    Amendment,
    Change,
    Deletion,
    Free,
    Insertion,
    Join,
    Move,
    NewNode,
    Split,
    WordChange,
    change_of,
)
from .restructuring import restructuring
from .throughout import throughout
from .work import DraftingWork

Kind = Literal[
    "replace", "insert_before", "insert_after", "delete", "move", "split", "join", "global", "free", "live"
]
NodeKind = Literal["clause", "heading", "paragraph", "item", "closing", "footnote"]
Words = str | dict[Literal["en", "fr", "es"], str]


class Asked(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """One change as it is asked for; an amendment to several nodes has a list of them."""

    kind: Kind
    target: str = ""
    text: Words | None = None
    to: str = ""
    node_kind: NodeKind | None = None


def words_of(text: Words | None, language: str) -> tuple[str, dict[str, str]]:
    """The language that leads, and the words by language. Raises Refused where there are none."""
    if isinstance(text, str) and text:
        return language, {language: text}
    words = (
        {str(each): words for each, words in (text or {}).items() if words.strip()}
        if isinstance(text, dict)
        else {}
    )
    if not words:
        raise refuse("words_missing", N_("Say the proposed wording in “text”."))
    return (language if language in words else next(iter(words))), words


def proposed_changes(
    work: DraftingWork, asked: Asked, text: Text, node: Node, language: str
) -> tuple[str, tuple[Change, ...]]:
    """The language that leads and the changes that *asked* comes to for *node*. Raises Refused."""
    if node.deleted and (asked.target or asked.kind != "global"):
        raise refuse("deleted", N_("{place} has been deleted."), place=work.place(text, node.id))
    if asked.kind in ("delete", "move"):
        if asked.text:
            raise refuse("no_words", N_("A deletion or a move has no words of its own; leave the text out."))
        if asked.kind == "delete":
            return language, (Deletion(node.id),)
        return language, (restructuring(work, asked, text, node, {}, language),)
    if asked.kind == "join" and not asked.text:
        return language, (restructuring(work, asked, text, node, {}, language),)
    main, words = words_of(asked.text, language)
    rewrites = asked.kind in ("replace", "split", "live", "join")
    if main not in text.languages or (rewrites and not node.text(main)):
        raise refuse(
            "language",
            N_("{place} has no wording in this language ({language}); it must be translated first."),
            place=work.place(text, node.id),
            language=main,
        )
    if asked.kind in ("split", "join"):
        return main, (restructuring(work, asked, text, node, words, main),)
    if asked.kind == "global":
        if len(words) > 1:
            raise refuse("global", N_("A replacement throughout is asked for in one language at a time."))
        return main, throughout(text, node if asked.target else None, main, words[main], asked.to)
    if asked.kind == "free":
        return main, (Free(node.id, {each: instruction_words(work, w) for each, w in words.items()}),)
    if asked.kind in ("replace", "live"):
        changes = tuple(
            word_change(work, node, each, new)
            if each == main or work.wording(new) != node.text(each)
            else WordChange(node.id, each, node.text(each), node.text(each), ())
            for each, new in words.items()
        )
        return main, changes
    return main, (_insertion(work, asked, text, node, words),)


def instruction_words(work: DraftingWork, words: str) -> str:
    """The words of an instruction, which may have been written on several lines. Raises Refused."""
    return work.wording(" ".join(line.strip() for line in words.strip().splitlines()))


def word_change(work: DraftingWork, node: Node, language: str, proposed: str) -> WordChange:
    """The change of *node* to *proposed* in *language*, from today's words."""
    base = node.text(language)
    proposed = work.wording(proposed)
    if proposed == base:
        raise refuse(
            "nothing_changes", N_("The proposed wording is the one that stands; nothing would change.")
        )
    return change_of(node.id, language, base, proposed)


def _insertion(work: DraftingWork, asked: Asked, text: Text, node: Node, words: dict[str, str]) -> Insertion:
    spot = text.tree.spots[node.id]
    kind = asked.node_kind or spot.kind
    if kind in ("title", "organ", "adoption"):
        kind = "clause"
    under = kind == "item" and spot.kind == "paragraph" and asked.kind == "insert_after"
    if kind == "item" and spot.kind not in ("item", "paragraph"):
        raise refuse(
            "item_alone",
            N_("An item stands under a paragraph; {place} is none."),
            place=work.place(text, node.id),
        )
    anchor = node.id
    if kind != "item":
        while text.tree.spots[anchor].parent:
            anchor = text.tree.spots[anchor].parent
    enumeration = spot.enumeration
    if under:
        items = text.tree.children.get(node.id, ())
        enumeration = text.tree.spots[items[0]].enumeration if items else "roman"
    elif kind != "item":
        enumeration = "arabic" if kind == "paragraph" else ""
    nodes = _new_nodes(work, text, kind, enumeration, words)
    return Insertion(anchor, "under" if under else asked.kind.removeprefix("insert_"), nodes)


def _new_nodes(
    work: DraftingWork, text: Text, kind: str, enumeration: str, words: dict[str, str]
) -> tuple[NewNode, ...]:
    read = {language: read_lines(new) for language, new in words.items()}
    first = next(iter(read.values()))
    for language, lines in read.items():
        if [line.depth for line in lines] != [line.depth for line in first]:
            raise refuse(
                "lines_differ",
                N_("The proposed wording has other items in one language ({language}) than in another."),
                language=language,
            )
    out: list[NewNode] = []
    path: list[str] = []
    for index, line in enumerate(first):
        texts = {language: work.wording(lines[index].text) for language, lines in read.items()}
        new = work.new_id("n")
        del path[line.depth :]
        own = line.enumeration or enumeration
        if kind == "item" and line.depth and line.enumeration == enumeration:
            own = {"roman": "alpha", "alpha": "arabic"}.get(enumeration, "dash")
        note = free_note_key(text) if kind == "footnote" and not line.depth else ""
        out.append(
            NewNode(new, kind if not line.depth else "item", texts, own, path[-1] if path else "", note)
        )
        path.append(new)
    return tuple(out)


def free_note_key(text: Text) -> str:
    """The lowest number by which no footnote of the text is referred to: a wording that is to refer to
    a new footnote does it by this one ("[^2]")."""
    taken = {spot.note_key for spot in text.tree.spots.values()}
    return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)


def shape(amendment: Amendment) -> list[Any]:
    """What an amendment proposes, without ids: two amendments of the same shape are identical."""
    out: list[Any] = []
    for change in amendment.changes:
        if isinstance(change, WordChange):
            out.append((change.node, change.language, change.proposed))
        elif isinstance(change, Insertion):
            out.append((change.anchor, change.where, [(n.kind, n.texts) for n in change.nodes]))
        elif isinstance(change, Split | Join):
            out.append((type(change), change.node, [(w.language, w.proposed) for w in change.words]))
        else:
            out.append(change)
    return out


__all__ = ["Asked", "Move", "Words", "proposed_changes", "shape", "word_change", "words_of"]
