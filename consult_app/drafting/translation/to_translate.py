"""What is to be translated, in the order in which it is needed: nodes, amendments and subamendments alike.

First stands what is under discussion and what comes next in the order of discussion, then adopted nodes
whose translations are out of date, then what else is, then what is missing, and last what a reviser has
not signed yet; within each the order of the text. The queue is carried on from state to state: a decision
costs what it touches and one walk over what is listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

import msgspec

from ...meetings.acts import LANGUAGES
from ..amendments.amendment import ON_THE_FLOOR, Amendment, Drafting
from ..amendments.order import at_node
from ..amendments.proposed_wordings import amendment_status
from ..amendments.reach import pieces_of
from ..text.nodes import Node, Text, Tree
from .wanted import AMENDMENT, KINDS, NODE, STATUSES, SUBAMENDMENT, TO_DO, Listing, Rank, Wanted

NOW, NEXT = "now", "next"
_FEW = 60
"""From so many changes on, listing anew is faster than putting each in its place."""


class _Entry(msgspec.Struct, frozen=True, gc=False):
    """A node or an amendment, its place in the text, and its wordings in the three languages."""

    rank: Rank
    node: str
    wanted: tuple[Wanted, ...]


class TranslationQueue:
    """The wordings of one text and of the amendments to it, as they are in the state followed last."""

    def __init__(self) -> None:
        self._drafting = Drafting()
        self._text: Text | None = None
        self._tree: Tree | None = None
        self._places: dict[str, int] = {}
        self._entries: dict[str, _Entry] = {}
        self._listing: Listing | None = None
        self._come: list[Wanted] = []
        self._gone: list[Wanted] = []
        self._floor: set[str] = set()
        self._urgent: dict[str, str] = {}
        self.counts: Counter[tuple[str, str, str]] = Counter()
        """How many wordings there are by language, kind and status; of amendments only those that are
        before the meeting."""

    def follow(self, drafting: Drafting, text: Text) -> None:
        """Carry the queue on to *drafting*; *text* is the one of it that the queue is about."""
        before, last = self._drafting.amendments, self._text
        stale = set(_others(before, drafting.amendments))
        nodes = set(_others(last.nodes if last is not None else {}, text.nodes))
        self._drafting, self._text = drafting, text
        if text.tree is not self._tree:
            self._tree = text.tree
            self._places = {node: place for place, node in enumerate(text.tree.walk())}
            nodes.update(text.nodes)
            stale.update(drafting.amendments)
        for each in nodes:
            if self._take(each, self._node_entry(text, each)):
                stale.update(_about(drafting, each))
        for each in stale:
            self._floor.discard(each)
            amendment = drafting.amendments.get(each)
            if amendment is not None and amendment.text_id == text.id and amendment.state in ON_THE_FLOOR:
                self._floor.add(each)
            self._take(each, self._amendment_entry(text, amendment))
        self._keep_listing()
        self._urgent = dict(self._find_urgent(text))

    def _take(self, key: str, entry: _Entry | None) -> bool:
        """Put *entry* in the place of what was known of *key*; True where it came, went or moved."""
        old = self._entries.pop(key, None)
        for known, by in ((old, -1), (entry, 1)):
            for each in known.wanted if known is not None else ():
                self.counts[each.language, each.kind, each.status] += by
        self._gone += old.wanted if old is not None else ()
        if entry is not None:
            self._entries[key] = entry
            self._come += entry.wanted
        return (old.rank if old is not None else None) != (entry.rank if entry is not None else None)

    def _keep_listing(self) -> None:
        if self._listing is not None:
            if len(self._come) + len(self._gone) > _FEW:
                self._listing = None
            else:
                self._listing.change(self._gone, self._come)
        self._come, self._gone = [], []

    def _node_entry(self, text: Text, name: str) -> _Entry | None:
        node = text.nodes.get(name)
        if node is None or node.deleted or name not in self._places:
            return None
        rank = (self._places[name],)
        wanted = tuple(Wanted(name, NODE, each, node.status(each), rank, node.closed) for each in LANGUAGES)
        return _Entry(rank, name, wanted)

    def _amendment_entry(self, text: Text, amendment: Amendment | None) -> _Entry | None:
        if amendment is None or not amendment.pending or amendment.text_id != text.id:
            return None
        kind = SUBAMENDMENT if amendment.amends else AMENDMENT
        found = ((each, amendment_status(amendment, each)) for each in LANGUAGES)
        rank, node = self._rank(text, amendment)
        name = amendment.id
        wanted = tuple(Wanted(name, kind, each, status, rank) for each, status in found if status)
        return _Entry(rank, node, wanted) if wanted else None

    def _rank(self, text: Text, amendment: Amendment) -> tuple[Rank, str]:
        """The place of *amendment*: behind the node that it is about, its subamendments behind it."""
        if amendment.amends:
            rank, node = self._rank(text, self._drafting.amendments[amendment.amends])
            return (*rank, amendment.order, amendment.number), node
        standing = (
            piece
            for target in (amendment.target, *amendment.targets())
            for piece in pieces_of(text, target, amendment.row)
            if piece in self._places
        )
        node = next(standing, "")
        place = self._places.get(node, len(self._places))
        return (place, amendment.order, amendment.number), node

    # what is urgent

    def urgency(self, name: str) -> str:
        """``now`` for what is under discussion, ``next`` for what comes next, else ""."""
        return self._urgent.get(name, "")

    def _find_urgent(self, text: Text) -> Iterator[tuple[str, str]]:
        at_hand = self._at_hand(text)
        on_floor = {name for name in self._floor if name in self._entries}
        for name in sorted(on_floor, key=lambda name: self._entries[name].rank):
            yield name, NOW
        for node in at_hand:
            if not text.nodes[node].closed:
                yield node, NOW
        following = next(self._following(text, at_hand), "")
        for node in (*at_hand, following):
            known = at_node(self._drafting, node) if node else ()
            for amendment in known:
                if amendment.id in self._entries and amendment.id not in on_floor:
                    yield amendment.id, NEXT
        if following:
            yield following, NEXT

    def _at_hand(self, text: Text) -> list[str]:
        """The nodes under discussion: those of the amendments on the floor, else the one opened last."""
        names = {_root(self._drafting, name) for name in self._floor}
        known = (self._drafting.amendments[name] for name in names)
        nodes = {self._rank(text, amendment)[1] for amendment in known} - {""}
        if nodes:
            return sorted(nodes, key=lambda node: self._places[node])
        opened = [node for node in text.nodes.values() if node.state == "under_consideration"]
        return [max(opened, key=_opened_at).id] if opened else []

    def _following(self, text: Text, at_hand: list[str]) -> Iterator[str]:
        """The nodes that are to be taken up after those at hand, in the order of the text."""
        last = max((self._places[node] for node in at_hand), default=-1)
        for name, place in self._places.items():
            if place > last and not text.nodes[name].closed:
                yield name

    # what is listed

    def wanted(
        self, languages: Collection[str], kinds: Collection[str], statuses: Collection[str]
    ) -> list[Wanted]:
        """The wordings in these languages, of these kinds and in these statuses, the most urgent first."""
        listing = Listing(languages, kinds, statuses)
        if self._listing is None or self._listing.held_to != listing.held_to:
            listing.fill(each for entry in self._entries.values() for each in entry.wanted)
            self._listing = listing
        urgent = (self._entries[name] for name in self._urgent if name in self._entries)
        return self._listing.shown(each for entry in urgent for each in entry.wanted)

    def find(self, name: str, language: str) -> Wanted | None:
        """The wording of *name* in *language*; None where it is not, or no longer, to be had."""
        entry = self._entries.get(name)
        return next((each for each in entry.wanted if each.language == language), None) if entry else None

    def node_of(self, name: str) -> str:
        """The node that *name* is, or is about; "" where there is none."""
        entry = self._entries.get(name)
        return entry.node if entry is not None else ""


def _others(
    before: dict[str, Node] | dict[str, Amendment], now: dict[str, Node] | dict[str, Amendment]
) -> Iterator[str]:
    if before is now:
        return
    yield from (key for key, each in now.items() if before.get(key) is not each)
    yield from before.keys() - now.keys()


def _about(drafting: Drafting, name: str) -> Iterator[str]:
    """The amendments to a node, or the subamendments to an amendment, and those to them."""
    for each in drafting.touching.get(name, ()):
        yield each
        yield from _about(drafting, each)


def _root(drafting: Drafting, name: str) -> str:
    while drafting.amendments[name].amends:
        name = drafting.amendments[name].amends
    return name


def _opened_at(node: Node) -> str:
    return max((step.at for step in node.history if step.to == "under_consideration"), default="")


__all__ = [
    "AMENDMENT",
    "KINDS",
    "NEXT",
    "NODE",
    "NOW",
    "STATUSES",
    "SUBAMENDMENT",
    "TO_DO",
    "TranslationQueue",
    "Wanted",
]
