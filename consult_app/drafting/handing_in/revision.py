"""A new version of the text comes in while the meeting sits: what is different in it becomes changes,
each of which is accepted or put back alone (design.md §4).

The changes are numbered in the order of the new version; accepted in that order they give it exactly.
None needs another one: what is put in or moved is placed by nodes that keep their place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec

from ...meetings.acts import Command, Language
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import (
    Amendment,
    Change,
    Deletion,
    Insertion,
    Join,
    Move,
    NewNode,
    Split,
    change_of,
)
from ..amendments.rebase import CUT
from ..amendments.restructuring import cut_words
from ..amendments.work import DraftingWork
from ..deciding.consideration import open_nodes
from ..deciding.lifecycle import may_move, step_to
from ..text.nodes import ROOT, Text
from ..wordings.matching import Passage, matched
from ..wordings.remarking import remarked, renamed, unformatted
from ..wordings.wording import canonical
from .importing import ReadNode, Repair, nested
from .submission import AmendmentSubmitted, remark_twin

#: behind every place of the new version
_LAST = 1 << 30
#: what stands once in a text cannot be put in beside it
_SINGLE = frozenset({"title", "organ", "adoption"})
_ENUMERATED = {"paragraph": "arabic", "item": "roman"}
_Key = tuple[int, int]


class Difference(msgspec.Struct, frozen=True, gc=False):
    """One change that the new version makes. ``what`` is replaced, inserted, deleted, moved, split or
    joined; ``target`` is the node that it is about, or for an insertion the one that it stands by;
    ``place`` is where it stands in the new version (-1 for what is not there)."""

    what: str
    target: str
    changes: tuple[Change, ...]
    place: int = -1


class Comparison(msgspec.Struct, frozen=True, gc=False):
    """The differences in the order in which carrying them out gives the new version; how many nodes
    had which fate (each counted once, with those under it); and the nodes that could not be compared,
    because they have no wording in the language."""

    differences: tuple[Difference, ...]
    counts: dict[str, int]
    left_out: tuple[str, ...] = ()


def compared(work: DraftingWork, text: Text, language: str, nodes: tuple[ReadNode, ...]) -> Comparison:
    """What is different in *nodes* from today's words of *text* in *language*.

    Raises Refused for an unknown kind of node and for an item that stands under nothing.
    """
    return _Comparing(work, text, language, nodes).comparison()


class _Comparing:
    def __init__(self, work: DraftingWork, text: Text, language: str, nodes: tuple[ReadNode, ...]) -> None:
        self.work, self.text, self.tree, self.language = work, text, text.tree, language
        self.read = nodes
        self.ids: list[str] = []
        self.old: list[Passage] = []
        self.left_out: list[str] = []
        self._stand(ROOT, -1)
        self.new = [Passage(read.kind, canonical(read.text), parent) for read, parent in nested(nodes)]
        self.matching = matched(self.old, self.new)
        self.pairs = self.matching.pairs
        self.became = {old: new for new, old in self.pairs.items()}
        self.second = {second: old for old, (_, second) in self.matching.split.items()}
        self.absorbed = {second for _, second in self.matching.joined.values()}
        self.moving = {self.ids[self.pairs[new]] for new in self.matching.moved}
        self.under: dict[int, list[int]] = {}
        for place, passage in enumerate(self.new):
            self.under.setdefault(passage.parent, []).append(place)
        self.notes = self._note_keys()
        self.words = self._words()

    def _stand(self, parent: str, above: int) -> None:
        """List what stands under *parent* today. What has no wording in the language is left out, with
        all under it."""
        for node_id in self.tree.children.get(parent, ()):
            node = self.text.nodes.get(node_id)
            if node is None or node.deleted:
                continue
            if not node.text(self.language):
                self.left_out.append(node_id)
                continue
            self.ids.append(node_id)
            self.old.append(Passage(self.tree.spots[node_id].kind, node.text(self.language), above))
            self._stand(node_id, len(self.ids) - 1)

    def _note_keys(self) -> dict[str, str]:
        """Under which key each footnote of the new version goes: footnotes are numbered through in a
        file, but one that stands in the text keeps its key."""
        spots = self.tree.spots
        taken = {spot.note_key for spot in spots.values()}
        keys: dict[str, str] = {}
        for place, read in enumerate(self.read):
            if read.kind == "footnote" and read.note_key and place in self.pairs:
                keys[read.note_key] = spots[self.ids[self.pairs[place]]].note_key or read.note_key
        for read in self.read:
            if read.kind == "footnote" and read.note_key and read.note_key not in keys:
                number = next(n for n in range(1, len(taken) + 2) if str(n) not in taken)
                key = read.note_key if read.note_key not in taken else str(number)
                keys[read.note_key] = key
                taken.add(key)
        return keys

    def _words(self) -> list[str]:
        """The words of the new version, with the marks that today's have and a file does not keep."""
        named = [renamed(passage.text, self.notes) for passage in self.new]
        plain = unformatted(named)
        halves = {each for pair in self.matching.split.values() for each in pair}
        return [
            remarked(self.old[self.pairs[place]].text, words, plain=plain)
            if place in self.pairs and place not in halves
            else words
            for place, words in enumerate(named)
        ]

    def comparison(self) -> Comparison:
        placed: list[tuple[_Key, Difference]] = []
        same = 0
        for place, old in self.pairs.items():
            if place in self.matching.moved:
                continue
            kept = self._kept(place, old)
            same += kept is None
            if kept is not None:
                placed.append(((place, 0), kept))
        for parent, places in self.under.items():
            if parent == -1 or parent in self.pairs or parent in self.second:
                placed += self._loose(parent, places)
        placed += self._gone()
        counts = {
            "replaced": sum(difference.what == "replaced" for _, difference in placed),
            "inserted": len(self.new) - len(self.pairs) - len(self.second),
            "deleted": len(self.old) - len(self.pairs) - len(self.absorbed),
            "moved": len(self.matching.moved),
            "split": len(self.matching.split),
            "joined": len(self.matching.joined),
            "unchanged": same,
        }
        placed.sort(key=lambda each: each[0])
        return Comparison(tuple(each for _, each in placed), counts, tuple(self.left_out))

    # what keeps its place

    def _kept(self, place: int, old: int) -> Difference | None:
        node, words = self.ids[old], self.words[place]
        if old in self.matching.split:
            _, second = self.matching.split[old]
            base = self.old[old].text
            change = change_of(node, self.language, base, cut_words(base, words, self.words[second]))
            return Difference("split", node, (Split(node, self.work.new_id("n"), (change,)),), place)
        if place in self.matching.joined:
            _, other = self.matching.joined[place]
            both = self.old[old].text + CUT + self.old[other].text
            change = change_of(node, self.language, both, words)
            return Difference("joined", node, (Join(node, self.ids[other], (change,)),), place)
        if words == self.old[old].text:
            return None
        change = change_of(node, self.language, self.old[old].text, words)
        return Difference("replaced", node, (change,), place)

    # what is put in or comes from elsewhere

    def _loose(self, parent: int, places: list[int]) -> Iterator[tuple[_Key, Difference]]:
        """The changes that put what has no place yet between what has."""
        siblings = self._siblings(parent)
        run: list[int] = []
        for place in [*places, -1]:
            if (
                place >= 0
                and place not in self.second
                and place not in self.pairs.keys() - self.matching.moved
            ):
                run.append(place)
            elif run:
                yield from self._run(parent, siblings, run, place)
                run = []

    def _siblings(self, parent: int) -> list[str]:
        """What stands where the new version has what is under *parent*, without what leaves it."""
        if parent == -1:
            above = [ROOT]
        elif parent in self.second:
            above = [self.ids[self.second[parent]]]
        else:
            pieces = self.matching.joined.get(parent, (self.pairs[parent],))
            above = [self.ids[piece] for piece in pieces]
        return [
            node
            for each in above
            for node in self.tree.children.get(each, ())
            if node in self.text.nodes and node not in self.moving
        ]

    def _run(
        self, parent: int, siblings: list[str], run: list[int], following: int
    ) -> Iterator[tuple[_Key, Difference]]:
        """What stands in a row before *following* (-1: at the end). The order is that in which each
        comes to stand right, one after the other."""
        kinds = [self._kind(place) for place in run]
        order = run
        if following >= 0:
            stop = self.ids[self.pairs[following]]
            at = siblings.index(stop)
            behind = siblings[at - 1] if at else ""
            after = len(set(kinds)) == 1 and self._holds(behind, stop, kinds[0])
            anchor, where = (behind, "after") if after else (stop, "before")
        elif siblings:
            # what is of another kind goes right behind the last one: the rows of one kind, last first
            rows = [list(each) for _, each in groupby(run, self._kind)]
            order = [place for row in reversed(rows) for place in row]
            standing = [node for node in siblings if node in self.ids]
            anchor, where = (standing or siblings)[-1], "after"
        else:
            anchor, where = self.ids[self.pairs[parent]], "under"
        for key, place in zip(run, order, strict=True):
            yield (key, 0), self._placed(place, anchor, where)

    def _holds(self, behind: str, stop: str, kind: str) -> bool:
        """Whether what is put in behind a node comes to stand right before *stop*, also when more is:
        it goes past what was put in there earlier."""
        spots = self.tree.spots
        return (
            behind in self.ids
            and self.ids.index(behind) not in self.matching.split
            and spots[behind].parent == spots[stop].parent
            and not (spots[stop].inserted and spots[stop].kind == kind)
        )

    def _kind(self, place: int) -> str:
        kind = self.new[place].kind
        return "clause" if kind in _SINGLE and place not in self.pairs else kind

    def _placed(self, place: int, anchor: str, where: str) -> Difference:
        if place in self.pairs:
            old = self.pairs[place]
            node = self.ids[old]
            changes: tuple[Change, ...] = (Move(node, anchor, where),)
            if self.words[place] != self.old[old].text:
                changes += (change_of(node, self.language, self.old[old].text, self.words[place]),)
            return Difference("moved", node, changes, place)
        spot = self.tree.spots[anchor]
        beside = spot.enumeration if where != "under" and spot.kind == self._kind(place) else ""
        nodes = tuple(self._new_nodes(place, "", beside))
        return Difference("inserted", anchor, (Insertion(anchor, where, nodes),), place)

    def _new_nodes(self, place: int, parent: str, enumeration: str) -> Iterator[NewNode]:
        kind, new = self._kind(place), self.work.new_id("n")
        own = enumeration or self.read[place].enumeration or _ENUMERATED.get(kind, "")
        note = self.notes.get(self.read[place].note_key, "") if kind == "footnote" else ""
        yield NewNode(new, kind, {self.language: self.words[place]}, own, parent, note)
        for each in self.under.get(place, ()):
            yield from self._new_nodes(each, new, "")

    # what is gone

    def _gone(self) -> Iterator[tuple[_Key, Difference]]:
        """A node that is gone goes with all under it, but after what is saved from under it."""
        place = -1
        gone: set[int] = set()
        for old, node in enumerate(self.ids):
            if old in self.became:
                place = self.became[old] if node not in self.moving else place
            elif old not in self.absorbed:
                gone.add(old)
                if self.old[old].parent not in gone:
                    saved = self.moving.intersection(self.tree.walk(node))
                    yield (_LAST if saved else place, old + 1), Difference("deleted", node, (Deletion(node),))


class ImportRevision(Command, frozen=True, tag="import_revision"):
    """Bring in a new version of the text: each node that is different becomes a change by the group, or
    by the Office, that is accepted with ``adopt_amendment`` or put back with ``reject_amendment``.
    Numbers in the file do not matter; nodes are known by what they say."""

    language: Language
    nodes: tuple[ReadNode, ...]
    by: str = "office"
    source: str = ""
    repairs: tuple[Repair, ...] = ()

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        work.must_be_open(text)
        by = work.actor(self.by, office=True)
        may_move(work, by, "A1")
        if self.language not in text.languages:
            raise refuse(
                "language",
                N_("The text is not there in this language yet ({language}); import it as a text first."),
                language=self.language,
            )
        if not any(node.kind == "paragraph" for node in self.nodes):
            raise refuse("no_paragraph", N_("The text has no numbered paragraph."))
        found = compared(work, text, self.language, self.nodes)
        if not found.differences:
            raise refuse(
                "nothing_changes", N_("The new version says what the text says today; nothing would change.")
            )
        first = work.context.number("live")
        numbers = [
            self._submit(work, text, by, first + index, difference)
            for index, difference in enumerate(found.differences)
        ]
        if found.left_out:
            work.warn(
                N_("Not compared, because there is no wording in this language yet: {places}."),
                places=[work.place(text, node) for node in found.left_out],
            )
        work.answer |= {"changes": numbers, **found.counts}

    def _submit(self, work: DraftingWork, text: Text, by: str, order: int, difference: Difference) -> str:
        new = Amendment(
            id=work.new_id("a"),
            number=f"live/{order}",
            text_id=text.id,
            kind="live",
            by=by,
            language=self.language,
            target=difference.target,
            changes=difference.changes,
            order=order,
            received=work.context.time,
            row=work.context.seq,
            history=(work.step("queued", by=by),),
        )
        work.emit(AmendmentSubmitted(amendment=new))
        closed = [
            change.node
            for change in difference.changes
            if not isinstance(change, Insertion) and text.nodes[change.node].closed
        ]
        if closed:
            work.warn(
                N_("{place} has been adopted; it must be reopened before {number} can be called."),
                place=work.place(text, closed[0]),
                number=new.number,
            )
        else:
            open_nodes(work, new)
            step_to(work, new, "under_discussion", by=by)
        remark_twin(work, new)
        return new.number


__all__ = ["Comparison", "Difference", "ImportRevision", "compared"]
