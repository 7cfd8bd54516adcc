"""A file that was made from the text, fitted onto it: which of its nodes is which of the text's, and
what a change of its words is on today's words.

The file may have been made from an older wording. What can be carried is carried by the same merge as
every amendment; what cannot is said (:class:`CannotBePlaced`) and never guessed.
"""

from __future__ import annotations

import msgspec

from ...meetings.reasons import N_, Message
from ..amendments.amendment import (
    Change,
    Deletion,
    Drafting,
    Insertion,
    Join,
    Move,
    Split,
    WordChange,
    change_of,
)
from ..house_style.typography import typography
from ..text.nodes import ROOT, Text, Tree
from ..wordings.diff import fine
from ..wordings.matching import Passage, matched
from ..wordings.merge import carry
from ..wordings.remarking import renamed
from ..wordings.wording import canonical, words
from .importing import PlacedNode, ReadNode, TextImported, nested
from .revision import Difference

_QUOTED = 60


class CannotBePlaced(Exception):
    """A change of the file that cannot be carried onto the text; ``why`` names it as it stands there."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.msgid)
        self.why = why


class Fitting:
    """The file read as *nodes* in *language*, and how it lies on *text*. ``keys`` are the keys in the
    text of the footnotes in the file."""

    def __init__(self, text: Text, nodes: tuple[ReadNode, ...], language: str) -> None:
        self.text, self.language = text, language
        self.file = _as_text(nodes, language)
        self.ids = _found_again(self.file, text, language)
        self._taken = {spot.note_key for spot in text.tree.spots.values()}
        self.keys = self._note_keys()

    def carried(self, change: Change, difference: Difference) -> Change:
        """One change of *difference* as a change of today's text. Raises CannotBePlaced."""
        if isinstance(change, WordChange):
            return self._words(change, difference)
        if isinstance(change, Insertion):
            nodes = tuple(
                msgspec.structs.replace(
                    node,
                    texts={language: renamed(said, self.keys) for language, said in node.texts.items()},
                    note_key=self.keys.get(node.note_key, node.note_key),
                )
                for node in change.nodes
            )
            return Insertion(self._node(change.anchor, difference), change.where, nodes)
        if isinstance(change, Deletion):
            return Deletion(self._node(change.node, difference))
        if isinstance(change, Move):
            anchor = self._node(change.anchor, difference)
            return Move(self._node(change.node, difference), anchor, change.where)
        if isinstance(change, Split):
            node = self._unchanged(change.node, difference)
            return Split(node, change.new, tuple(self._moved_to(each, node) for each in change.words))
        if isinstance(change, Join):
            node, other = (self._unchanged(each, difference) for each in (change.node, change.other))
            return Join(node, other, tuple(self._moved_to(each, node) for each in change.words))
        raise TypeError(change)

    def _node(self, node: str, difference: Difference) -> str:
        found = self.ids.get(node)
        if found is None or self.text.nodes[found].deleted:
            raise CannotBePlaced(
                Message(
                    N_("what the file is about is not in the text: {place}"),
                    {"place": self.place_of(difference)},
                )
            )
        return found

    def _unchanged(self, node: str, difference: Difference) -> str:
        found = self._node(node, difference)
        if self._today(found) != renamed(self.file.nodes[node].text(self.language), self.keys):
            raise CannotBePlaced(self._other_words(difference))
        return found

    def _moved_to(self, change: WordChange, node: str) -> WordChange:
        base, proposed = renamed(change.base, self.keys), renamed(change.proposed, self.keys)
        return change_of(node, self.language, base, proposed)

    def _words(self, change: WordChange, difference: Difference) -> WordChange:
        node = self._node(change.node, difference)
        base, proposed = renamed(change.base, self.keys), renamed(change.proposed, self.keys)
        today = self._today(node)
        merged = carry(base, fine(base, proposed), today)
        if merged.clashes and typography(base, self.language) == typography(today, self.language):
            # the file has the same words as they are printed: what is proposed was written on those
            return change_of(node, self.language, today, proposed)
        if merged.clashes:
            raise CannotBePlaced(self._other_words(difference))
        return change_of(node, self.language, today, merged.text)

    def _today(self, node: str) -> str:
        return self.text.nodes[node].text(self.language)

    def _other_words(self, difference: Difference) -> Message:
        return Message(
            N_("the words that it changes have been changed since: {place}"),
            {"place": self.place_of(difference)},
        )

    def place_of(self, difference: Difference) -> Message:
        """A change as a person finds it in the file: what it does, and the words that it is about."""
        said = words(self.file.nodes[difference.target].text(self.language))
        inserted = [c for c in difference.changes if isinstance(c, Insertion)]
        if inserted:
            said = words(inserted[0].nodes[0].texts[self.language])
        short = said if len(said) <= _QUOTED else said[:_QUOTED].rstrip() + "…"
        return Message(N_("“{words}”"), {"words": short})

    def _note_keys(self) -> dict[str, str]:
        """The footnotes of the file by the keys that they have in the text."""
        spots = self.text.tree.spots
        return {
            spot.note_key: spots[self.ids[node]].note_key
            for node, spot in self.file.tree.spots.items()
            if spot.note_key and node in self.ids
        }

    def name_new_notes(self, differences: tuple[Difference, ...]) -> None:
        """Give each footnote that a version puts in a key that nothing else in the text has."""
        of_file = {spot.note_key for spot in self.file.tree.spots.values()}
        self.keys = {key: there for key, there in self.keys.items() if key in of_file}
        for difference in differences:
            for change in difference.changes:
                for node in change.nodes if isinstance(change, Insertion) else ():
                    if node.note_key and node.note_key not in self.keys:
                        key = next(
                            str(n) for n in range(1, len(self._taken) + 2) if str(n) not in self._taken
                        )
                        self.keys[node.note_key] = key
                        self._taken.add(key)


def _as_text(nodes: tuple[ReadNode, ...], language: str) -> Text:
    """The file as a text of its own, so that it is compared like one."""
    placed: list[PlacedNode] = []
    for at, (read, above) in enumerate(nested(nodes)):
        parent = placed[above].id if above >= 0 else ROOT
        said = canonical(read.text)
        placed.append(PlacedNode(f"file{at}", read.kind, parent, said, read.enumeration, read.note_key))
    event = TextImported(text_id="file", language=language, source="", nodes=tuple(placed), at="")
    return event.apply(Drafting()).texts["file"]


def _found_again(file: Text, text: Text, language: str) -> dict[str, str]:
    """By the nodes of the file those of the text: as it stands today or, if more of it says the same,
    as it was imported."""
    ids, passages = _passages(file, file.tree, {n.id: n.text(language) for n in file})
    today = {node.id: node.text(language) for node in text if not node.deleted}
    draft = {node: text.nodes[node].base.get(language, "") for node in text.origin.walk()}
    best: dict[str, str] = {}
    most = -1
    for tree, said in ((text.tree, today), (text.origin, draft)):
        others, there = _passages(text, tree, said)
        pairs = matched(there, passages).pairs
        same = sum(there[old].text == passages[new].text for new, old in pairs.items())
        if same > most:
            most, best = same, {ids[new]: others[old] for new, old in pairs.items()}
    return best


def _passages(text: Text, tree: Tree, said: dict[str, str]) -> tuple[list[str], list[Passage]]:
    """The nodes of *tree* that have words, as they are matched. What has none is left out with all
    under it."""
    ids: list[str] = []
    out: list[Passage] = []

    def stand(parent: str, above: int) -> None:
        for node in tree.children.get(parent, ()):
            if node in text.nodes and said.get(node):
                ids.append(node)
                out.append(Passage(tree.spots[node].kind, said[node], above))
                stand(node, len(ids) - 1)

    stand(ROOT, -1)
    return ids, out
