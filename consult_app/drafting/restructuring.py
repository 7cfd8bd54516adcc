"""Amendments that change the structure: a node is moved, split in two, or joined with the next."""

from __future__ import annotations

from typing import Any, Protocol

from ..meetings.reasons import N_, refuse
from .amendments import Join, Move, Split, WordChange
from .diff import diff
from .nodes import Node, Text
from .rebase import CUT, NEW_CUT
from .wording import canonical
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
        return _split(work, node, words)
    return _join(work, text, node, words, language)


def _move(work: DraftingWork, to: str, text: Text, node: Node) -> Move:
    where, _, label = (
        to.strip().rpartition(" ") if to.strip().startswith(("before ", "after ")) else ("after", "", to)
    )
    if not label:
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
    return Move(node.id, anchor.id, where.strip() or "after")


def _split(work: DraftingWork, node: Node, words: dict[str, str]) -> Split:
    changes = []
    for language, lines in words.items():
        halves = [canonical(line.strip()) for line in lines.strip().splitlines() if line.strip()]
        if len(halves) != 2:
            raise refuse(
                "split_lines",
                N_("A split gives the two new wordings on two lines; here are {n}."),
                n=len(halves),
            )
        base = node.text(language)
        proposed = _cut(base, *halves)
        changes.append(WordChange(node.id, language, base, proposed, diff(base, proposed)))
    return Split(node.id, work.new_id("n"), tuple(changes))


def _cut(base: str, first: str, second: str) -> str:
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
    changes = []
    for each, proposed in words.items():
        base = node.text(each) + CUT + other.text(each)
        joined = work.wording(proposed)
        changes.append(WordChange(node.id, each, base, joined, diff(base, joined)))
    if language not in words:
        raise refuse("words_missing", N_("Say the proposed wording in “text”."))
    return Join(node.id, other.id, tuple(changes))
