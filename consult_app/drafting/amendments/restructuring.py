"""Amendments that change the structure: a node is moved, split in two, or joined with the next."""

from __future__ import annotations

from typing import Any, Protocol

from ...meetings.reasons import N_, refuse
from ..text.nodes import Node, Text
from .amendment import Join, Move, Split, WordChange, change_of
from .rebase import CUT, NEW_CUT
from .work import DraftingWork


class Asked(Protocol):
    """The fields of a submission that matter here."""

    @property
    def kind(self) -> Any: ...
    @property
    def to(self) -> str: ...


def restructuring(
    work: DraftingWork, asked: Asked, text: Text, node: Node, words: dict[str, str], language: str
) -> Move | Split | Join:
    """The change that a submission of kind move, split or join asks for. Raises Refused."""
    if asked.kind == "move":
        return _move(work, asked.to, text, node)
    if asked.kind == "split":
        return Split(node.id, work.new_id("n"), split_words(work, node, words))
    return _join(work, text, node, words, language)


def _move(work: DraftingWork, to: str, text: Text, node: Node) -> Move:
    word, _, rest = to.strip().partition(" ")
    where, label = (word, rest) if word in ("before", "after") else ("after", to)
    if not label.strip():
        raise refuse("move_where", N_("Say in “to” which node it is moved behind, or “before” which."))
    anchor = work.node(text, label)
    if anchor.id in text.tree.under(node.id):
        raise refuse(
            "move_where", N_("{place} cannot be moved into itself."), place=work.place(text, node.id)
        )
    here, there = text.tree.spots[node.id], text.tree.spots[anchor.id]
    if (here.kind == "item") != (there.kind == "item"):
        raise refuse(
            "move_where",
            N_("{place} and {other} are not of the same kind: an item is moved among items."),
            place=work.place(text, node.id),
            other=work.place(text, anchor.id),
        )
    siblings = [each for each in text.tree.children[here.parent] if each in text.nodes]
    beside = siblings.index(node.id) + (1 if where == "before" else -1)
    if 0 <= beside < len(siblings) and siblings[beside] == anchor.id:
        raise refuse("nothing_changes", N_("{place} stands there already."), place=work.place(text, node.id))
    return Move(node.id, anchor.id, where)


def split_words(work: DraftingWork, node: Node, words: dict[str, str]) -> tuple[WordChange, ...]:
    """The two wordings, on two lines by language, as changes of the node. Raises Refused."""
    changes = []
    for language, lines in words.items():
        halves = two_lines(work, lines)
        base = node.text(language)
        proposed = cut_words(base, *halves)
        changes.append(change_of(node.id, language, base, proposed))
    return tuple(changes)


def two_lines(work: DraftingWork, lines: str) -> list[str]:
    """The two wordings of a split. Raises Refused where there are not two."""
    halves = [work.wording(line) for line in lines.strip().split("\n") if line.strip()]
    if len(halves) != 2:
        raise refuse(
            "split_lines",
            N_("A split gives the two new wordings on two lines; here are {n}."),
            n=len(halves),
        )
    return halves


def cut_words(base: str, first: str, second: str) -> str:
    """The two halves with the cut between them, keeping the space of the base where it stands there:
    then the cut is the only change of a split that changes no words."""
    space = " " if base == f"{first} {second}" else ""
    return f"{first}{NEW_CUT}{space}{second}"


def _join(work: DraftingWork, text: Text, node: Node, words: dict[str, str], language: str) -> Join:
    spot = text.tree.spots[node.id]
    siblings = [n for n in text.tree.children[spot.parent] if n in text.nodes and not text.nodes[n].deleted]
    following = siblings[siblings.index(node.id) + 1 :]
    other = text.nodes[following[0]] if following else None
    if other is None or text.tree.spots[other.id].kind != spot.kind:
        raise refuse(
            "join_next",
            N_("Nothing of the same kind follows {place} that could be joined to it."),
            place=work.place(text, node.id),
        )
    if not words:
        both = [each for each in node.wordings if each in other.wordings]
        words = {each: f"{node.text(each)} {other.text(each)}" for each in both}
    if language not in words:
        raise refuse("words_missing", N_("Say the proposed wording in “text”."))
    return Join(node.id, other.id, join_words(work, node, other, words))


def join_words(work: DraftingWork, node: Node, other: Node, words: dict[str, str]) -> tuple[WordChange, ...]:
    """The wording of both, by language, as changes of the words of the two nodes. Raises Refused."""
    return tuple(
        change_of(node.id, each, node.text(each) + CUT + other.text(each), work.wording(proposed))
        for each, proposed in words.items()
    )
