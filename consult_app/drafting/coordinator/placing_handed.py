"""An amendment that was prepared elsewhere, on the text as it is today: each of its changes is about nodes,
places and words of the row in which its file was made.

Words keep the wording that they were written on and follow what became of it since, as those of every
pending amendment do. Where the record does not lead from one to the other (a decision was undone, the
meeting was restored from a backup), they are merged once with today's words.
"""

from __future__ import annotations

from typing import get_args

from ...meetings.acts import LANGUAGES
from ...meetings.reasons import N_, Message
from ..amendments.amendment import (
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
from ..amendments.proposals import NodeKind, free_note_key, instruction_words
from ..amendments.reach import pieces_of, place_of
from ..amendments.work import DraftingWork
from ..handing_in.fitting import CannotBePlaced
from ..text.nodes import Node, Text
from ..text.trail import followed
from ..wordings.cuts import CUT, NEW_CUT
from ..wordings.diff import apply_ops
from ..wordings.merge import carry
from ..wordings.remarking import renamed

_SIDES = ("before", "after", "under")


class Placing:
    """Puts the changes of one amendment, written on the text as it was in that *row*, on the *text* of
    today. Every method raises CannotBePlaced, which says why, and Refused for words that are no wording."""

    def __init__(self, work: DraftingWork, text: Text, row: int) -> None:
        self.work, self.text = work, text
        self.row = min(row, work.context.seq - 1)
        self._keys: dict[str, str] = {}

    def placed(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """The *changes* as they are handed in."""
        self._keys = self._new_note_keys(changes)
        return tuple(each for change in changes for each in self._placed(change))

    def node(self, name: str) -> Node:
        """The node with this id, which must stand."""
        found = self.text.nodes.get(name)
        if found is None:
            raise CannotBePlaced(Message(N_("the text has no such place any more")))
        if not pieces_of(self.text, name, self.row) and not found.joined_to:
            raise self._because(N_("{place} has been deleted"), name)
        return found

    def _standing(self, name: str) -> tuple[str, ...]:
        """What stands today of the node as it was: itself and what was split off it."""
        self.node(name)
        pieces = pieces_of(self.text, name, self.row)
        if not pieces:
            raise self._because(N_("{place} has been joined to another"), name)
        return pieces

    def _placed(self, change: Change) -> tuple[Change, ...]:
        if isinstance(change, WordChange):
            return (self._words(change),)
        if isinstance(change, Insertion):
            return (self._insertion(change),)
        if isinstance(change, Deletion):
            return tuple(Deletion(piece) for piece in self._standing(change.node))
        if isinstance(change, Move):
            return (self._move(change),)
        if isinstance(change, Free):
            self.node(change.node)
            words = {each: instruction_words(self.work, said) for each, said in change.words.items()}
            return (Free(change.node, words),)
        return (self._restructured(change),)

    # words

    def _words(self, change: WordChange) -> WordChange:
        self.node(change.node)
        proposed = self._wording(change.language, change.proposed)
        if proposed == change.base:
            raise self._because(N_("nothing would change in {place}"), change.node)
        return self._on_today((change.node,), change, proposed)

    def _on_today(self, nodes: tuple[str, ...], change: WordChange, proposed: str) -> WordChange:
        """The change with its own base where the record leads from it to today's words, else with these."""
        if self._leads(nodes, change):
            return change_of(change.node, change.language, change.base, proposed, since=self.row)
        today = CUT.join(self.text.nodes[node].text(change.language) for node in nodes)
        found = carry(change.base, change_of("", "", change.base, proposed).ops, today)
        if found.clashes or not today:
            raise self._because(N_("{place} has other words now than those it was written on"), nodes[0])
        if found.text == today:
            raise self._because(N_("{place} says so already"), nodes[0])
        return change_of(change.node, change.language, today, found.text)

    def _leads(self, nodes: tuple[str, ...], change: WordChange) -> bool:
        language = change.language
        own = [self.text.nodes[node] for node in nodes]
        if any(node.joined_to or node.pieces or node.joined for node in own):
            trail = followed(self.text, nodes, language, self.row, change.base)
            if trail is None:
                return False
            today = CUT.join(self.text.nodes[each].text(language) for each in trail.nodes)
            return apply_ops(trail.base, trail.ops) == today
        bases = change.base.split(CUT)
        return len(bases) == len(own) and all(
            apply_ops(base, node.edited(language, self.row)) == node.text(language)
            for base, node in zip(bases, own, strict=True)
        )

    def _restructured(self, change: Split | Join) -> Split | Join:
        self.node(change.node)
        if isinstance(change, Split):
            halved = (self._halves(words) for words in change.words)
            cut = tuple(self._on_today((change.node,), words, both) for words, both in halved)
            return Split(change.node, self.work.new_id("n"), cut)
        self.node(change.other)
        if change.node == change.other:
            raise CannotBePlaced(Message(N_("the text has no such place any more")))
        joined = tuple(
            self._on_today((change.node, change.other), words, self._wording(words.language, words.proposed))
            for words in change.words
        )
        return Join(change.node, change.other, joined)

    def _halves(self, words: WordChange) -> tuple[WordChange, str]:
        halves = words.proposed.split(NEW_CUT)
        if len(halves) != 2:
            raise self._because(N_("{place} would not be split in two"), words.node)
        first, second = (self._wording(words.language, half) for half in halves)
        space = " " if halves[1].startswith(" ") else ""
        return words, f"{first}{NEW_CUT}{space}{second}"

    def _wording(self, language: str, words: str) -> str:
        if language not in self.text.languages:
            raise CannotBePlaced(
                Message(N_("the text is not there in this language ({language})"), {"language": language})
            )
        return self.work.wording(renamed(words, self._keys))

    # places

    def _insertion(self, change: Insertion) -> Insertion:
        self._standing(change.anchor)
        anchor, where = place_of(self.text, change.anchor, change.where, self.row)
        known = [node.id for node in change.nodes]
        sound = where in _SIDES and change.nodes and len(set(known)) == len(known)
        ids = {node: self.work.new_id("n") for node in known}
        for at, node in enumerate(change.nodes):
            under = not node.parent or node.parent in known[:at]
            sound = sound and under and node.kind in get_args(NodeKind) and bool(node.texts)
        if not sound:
            raise self._because(N_("what is to be put in at {place} cannot be read"), change.anchor)
        return Insertion(anchor, where, tuple(self._new_node(node, ids) for node in change.nodes))

    def _new_node(self, node: NewNode, ids: dict[str, str]) -> NewNode:
        return NewNode(
            id=ids[node.id],
            kind=node.kind,
            texts={each: self._wording(each, node.texts[each]) for each in LANGUAGES if each in node.texts},
            enumeration=node.enumeration,
            parent=ids[node.parent] if node.parent else "",
            note_key=self._keys.get(node.note_key, node.note_key),
        )

    def _move(self, change: Move) -> Move:
        self._standing(change.node)
        self._standing(change.anchor)
        anchor, where = place_of(self.text, change.anchor, change.where, self.row)
        tree = self.text.tree
        items = [tree.spots[each].kind == "item" for each in (change.node, anchor)]
        if where not in _SIDES or anchor in tree.under(change.node) or items[0] != items[1]:
            raise self._because(N_("{place} cannot be moved there any more"), change.node)
        return Move(change.node, anchor, where)

    def _new_note_keys(self, changes: tuple[Change, ...]) -> dict[str, str]:
        """Under which key a new footnote goes whose own has been given to another since."""
        taken = {spot.note_key for spot in self.text.tree.spots.values()}
        keys = [
            node.note_key
            for change in changes
            if isinstance(change, Insertion)
            for node in change.nodes
            if node.note_key in taken and node.note_key
        ]
        return {key: free_note_key(self.text) for key in keys[:1]}

    def _because(self, msgid: str, node: str) -> CannotBePlaced:
        return CannotBePlaced(Message(msgid, {"place": self.work.place(self.text, node)}))


def standing_otherwise(text: Text, changes: tuple[Change, ...]) -> bool:
    """Whether words that *changes* were written on read otherwise today."""
    return any(
        change.base != text.nodes[change.node].text(change.language)
        for change in changes
        if isinstance(change, WordChange) and change.node in text.nodes
    )


__all__ = ["CannotBePlaced", "Placing", "standing_otherwise"]
