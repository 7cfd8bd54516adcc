"""Two versions of a text laid beside each other, node by node: what was put in, taken out, moved, divided,
joined, and which words changed.

Nodes keep their identity through all of this, so that nothing has to be guessed: only words are compared.
A node that was divided is compared with all its parts together, and one that was joined with both that it
came of; between them stands a cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec

from consult_app.drafting.house_style.referring import followed
from consult_app.drafting.text.nodes import Node, Spot, Text, Tree
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.text.references import renumbered
from consult_app.drafting.wordings.cuts import CUT
from consult_app.drafting.wordings.diff import change_kind, diff
from consult_app.drafting.wordings.wording import Run, between
from consult_app.meetings.acts import LANGUAGES

from ..marking.together import shown
from ..paper import Change
from .changed_words import stretches
from .final import dated

#: what happened to a node; ``formatting`` and ``spacing`` where no word changed
Fate = Literal["same", "words", "formatting", "spacing", "inserted", "deleted", "joined_to", "moved_away"]


class Version(msgspec.Struct, frozen=True):
    """A text at one moment: its structure, what each node that stands reads by language, the language that
    it was last decided in, and its label."""

    tree: Tree
    words: dict[str, dict[str, str]]
    original: dict[str, str]
    labels: dict[str, str]
    late: frozenset[tuple[str, str]] = frozenset()


class Fragment(msgspec.Struct, frozen=True):
    """Words that stand in both versions, or in one of them only."""

    runs: tuple[Run, ...]
    change: Change = ""


class Compared(msgspec.Struct, frozen=True):
    """A node at its place in the later version; one that is gone, or went elsewhere, at its old place.

    ``language`` is that of its words, ``was`` its label in the earlier version where it had one;
    ``renumbered`` says that its own part of the label is another, and not only what it stands under. With
    ``moved`` it stood elsewhere, ``divided_off`` is the node that it was part of, ``joined`` are those that
    it took in, and ``to`` is where a node went that is only named here.
    """

    node: str
    spot: Spot
    depth: int
    label: str
    fate: Fate
    fragments: tuple[Fragment, ...] = ()
    language: str = ""
    was: str = ""
    moved: bool = False
    divided_off: str = ""
    joined: tuple[str, ...] = ()
    to: str = ""
    renumbered: bool = False


NOTHING = Version(Tree(), {}, {}, {})


def as_imported(text: Text, style: str) -> Version:
    """The text as it was first imported."""
    words = {node: dict(text.nodes[node].base) for node in text.origin.walk()}
    original = {node: next(iter(words[node]), text.nodes[node].original) for node in words}
    return Version(text.origin, words, original, labels(text.origin, False, style))


def as_it_stands(text: Text, style: str) -> Version:
    """The text as it is in the state that *text* is of: once adopted, numbered through, with the references
    and the date of adoption that follow, as in the final text."""
    standing = [node for node in text if not node.deleted]
    gone = frozenset(node.id for node in text if node.deleted)
    new_labels = renumbered(text, style) if text.adopted else {}

    def plain(node: Node, said: str) -> str:
        words = followed(node.text(said), said, new_labels)
        formula = text.adopted and text.tree.spots[node.id].kind == "adoption"
        return dated(words, said, date.fromisoformat(text.adopted_on[:10])) if formula else words

    late = ((n.id, said) for n in standing for said in n.wordings if n.status(said) == "out_of_date")
    return Version(
        text.tree,
        {n.id: {said: plain(n, said) for said in n.wordings if n.text(said)} for n in standing},
        {node.id: node.original for node in standing},
        labels(text.tree, text.adopted, style, gone if text.adopted else frozenset()),
        frozenset(late),
    )


def compared(before: Version, after: Version, text: Text, language: str) -> list[Compared]:
    """What became of *before* in *after*, in the order of the later one, for a reader of *language*.
    *text* is the text of the later moment, which knows what was divided and joined."""
    return _Comparison(before, after, text, language).rows()


class _Comparison:
    def __init__(self, before: Version, after: Version, text: Text, language: str) -> None:
        self.before, self.after, self.text, self.language = before, after, text, language
        self.family = _families(before, after, text)
        self.moved = _moved(before, after, self.family)
        self.readings: dict[str, tuple[str, tuple[Fragment, ...], str]] = {}

    def rows(self) -> list[Compared]:
        behind = self._left_behind()
        out = list(behind.get("", ()))
        for node in self.after.tree.walk():
            out += self._rows(node)
            out += behind.get(node, ())
        return out

    def _left_behind(self) -> dict[str, list[Compared]]:
        """What stood in the earlier version and does not stand there now, by the node before it."""
        away: set[str] = set()
        for node in self.moved:
            away.update(self.before.tree.under(node))
        out: dict[str, list[Compared]] = {}
        anchor = ""
        for node in self.before.tree.walk():
            if node in self.moved:
                out.setdefault(anchor, []).append(self._gone(node, "moved_away", node))
            elif node in away:
                continue
            elif node in self.after.tree.spots:
                anchor = node
            elif node in self.before.words:
                out.setdefault(anchor, []).append(self._gone(node, "deleted"))
        return out

    def _rows(self, node: str) -> Iterator[Compared]:
        if node in self.after.words:
            yield self._standing(node)
        elif node in self.before.words:
            heir = self.text.nodes[node].joined_to if node in self.text.nodes else ""
            while heir and heir not in self.after.words and heir in self.text.nodes:
                heir = self.text.nodes[heir].joined_to
            yield self._gone(node, "joined_to", heir) if heir else self._gone(node, "deleted")

    def _gone(self, node: str, fate: Fate, to: str = "") -> Compared:
        before = self.before
        fragments: tuple[Fragment, ...] = ()
        said = ""
        if fate == "deleted":
            said = _spoken([before.words[node]], (self.language, before.original[node]))
            plain = shown(before.words[node].get(said, ""), said)
            fragments = (Fragment(between(plain, 0, len(plain)), "delete"),)
        label = before.labels.get(node, "")
        return Compared(
            node,
            before.tree.spots[node],
            before.tree.depth(node),
            label,
            fate,
            fragments,
            said,
            label,
            to=self.after.labels.get(to, ""),
        )

    def _standing(self, node: str) -> Compared:
        members = self.family[node]
        old = [each for each in members if each in self.before.words]
        said, fragments, kind = self._reading(node, old)
        fate: Fate = "inserted" if not old else kind  # type: ignore[assignment]
        new = node not in self.before.words
        source = next((each for each in self._sources(node) if each in old), old[0] if old else "")
        return Compared(
            node,
            self.after.tree.spots[node],
            self.after.tree.depth(node),
            self.after.labels.get(node, ""),
            fate,
            fragments,
            said,
            self.before.labels.get(node, ""),
            moved=node in self.moved,
            divided_off=self.before.labels.get(source, "") if new and old else "",
            joined=tuple(self.before.labels.get(each, "") for each in old if self._joined(each, node)),
            renumbered=_own(self.before, node) != _own(self.after, node),
        )

    def _sources(self, node: str) -> Iterator[str]:
        while node in self.text.nodes and (node := self.text.nodes[node].split_from):
            yield node

    def _joined(self, other: str, node: str) -> bool:
        return other != node and other not in self.after.words and self.text.nodes[other].joined_to == node

    def _reading(self, node: str, old: list[str]) -> tuple[str, tuple[Fragment, ...], str]:
        """The language, the words, and the sort of change of a node that stands."""
        if node not in self.readings:
            now = [each for each in self.family[node] if each in self.after.words]
            place = {each: at for at, each in enumerate(self.after.tree.walk())}
            now.sort(key=place.__getitem__)
            wanted = [self.before.words[each] for each in old] + [self.after.words[each] for each in now]
            said = _spoken(wanted, (self.language, self.after.original[node]))
            base = CUT.join(shown(self.before.words[each].get(said, ""), said) for each in old)
            words = CUT.join(shown(self.after.words[each].get(said, ""), said) for each in now)
            kind = _kind(base, words)
            parts = list(_parts(base, words))
            for each, part in zip(now, parts, strict=True):
                self.readings[each] = said, part, kind
        return self.readings[node]


def _own(version: Version, node: str) -> str:
    """The label of a node without that of the node it stands under."""
    if node not in version.tree.spots:
        return ""
    above = version.labels.get(version.tree.spots[node].parent, "")
    return version.labels.get(node, "").removeprefix(above)


def _spoken(wordings: list[dict[str, str]], wanted: Iterable[str]) -> str:
    """The first of the languages in which all *wordings* are, so that words are never compared with
    nothing because a translation came later; else the first in which the last of them is."""
    languages = list(dict.fromkeys((*wanted, *LANGUAGES)))
    everywhere = (said for said in languages if all(words.get(said) for words in wordings))
    return next(everywhere, next((said for said in languages if wordings[-1].get(said)), languages[0]))


def _kind(base: str, words: str) -> str:
    ops = diff(base, words)
    if CUT in base or CUT in words:
        # that it was divided or joined is said apart
        ops = tuple(op for op in ops if (base[op.start : op.end] + op.text).strip())
    found = change_kind(base, ops)
    return "same" if found == "none" else found


def _parts(base: str, words: str) -> Iterator[tuple[Fragment, ...]]:
    """The fragments of each of the nodes that *words* has with cuts between."""
    cuts = CUT in base or CUT in words
    found = list(stretches(base, diff(base, words)))
    part: list[Fragment] = []
    for at, (plain, start, end, change) in enumerate(found):
        for piece in re.finditer(f"{CUT}|[^{CUT}]+", plain[start:end]):
            blank = cuts and piece[0].isspace()
            if piece[0] == CUT and change != "delete":
                yield tuple(part)
                part = []
            elif piece[0] == CUT:
                then = found[at + 1]
                if end - start > 1 or not then.plain[then.start : then.end].isspace():
                    part.append(Fragment((Run(" "),), change))
            elif not (blank and change == "delete"):
                # where two were joined by a space, and where one was divided at it, nobody marks the space
                runs = between(plain, start + piece.start(), start + piece.end())
                part += [Fragment(runs, "" if blank else change)] if runs else []
    yield tuple(part)


def _families(before: Version, after: Version, text: Text) -> dict[str, tuple[str, ...]]:
    """Each node with those that it was divided from or joined with between the two versions, in the order
    of the earlier one."""
    group: dict[str, set[str]] = {node: {node} for node in (*before.words, *after.words)}

    def together(one: str, other: str) -> None:
        for each in (one, other):
            group.setdefault(each, {each})
        if group[one] is not group[other]:
            group[one] |= group[other]
            for each in group[other]:
                group[each] = group[one]

    for node in text.nodes.values():
        if node.split_from and node.id not in before.words:
            together(node.id, node.split_from)
        if node.joined_to and node.id not in after.words:
            together(node.id, node.joined_to)
    order = {each: at for at, each in enumerate((*before.tree.walk(), *after.tree.walk()))}
    return {
        node: tuple(sorted(found, key=lambda each: order.get(each, 0))) if len(found) > 1 else (node,)
        for node, found in group.items()
    }


def _moved(before: Version, after: Version, family: dict[str, tuple[str, ...]]) -> set[str]:
    """The nodes that stand elsewhere among those that stand in both versions, without those under them."""
    left = after.tree.spots.keys() - before.tree.spots.keys()
    ghosts = {name.rstrip("~") for name in left if after.tree.spots[name].ghost}
    moved: set[str] = set()
    for parent, children in after.tree.children.items():
        stay: list[str] = []
        for child in children:
            if child not in after.words or child not in before.words:
                continue
            there = before.tree.spots[child].parent
            same = there == parent or there in family.get(parent, ())
            (stay.append if same else moved.add)(child)
        place = {each: at for at, each in enumerate(before.tree.walk())}
        order = [place[each] for each in stay]
        if order != sorted(order):
            settled = [each for each in stay if each not in ghosts]
            kept = {settled[at] for at in _rising([place[each] for each in settled])}
            moved.update(each for each in stay if each not in kept)
    return moved


def _rising(figures: list[int]) -> list[int]:
    """The places of a longest rising series in *figures*."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for at, figure in enumerate(figures):
        length = bisect_left(ends, figure)
        before.append(tails[length - 1] if length else -1)
        ends[length : length + 1] = [figure]
        tails[length : length + 1] = [at]
    out: list[int] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        out.append(at)
        at = before[at]
    return out[::-1]


__all__ = ["NOTHING", "Compared", "Fate", "Fragment", "Version", "as_imported", "as_it_stands", "compared"]
