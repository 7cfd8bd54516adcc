"""Which node of one version of a text is which node of another, by what they say.

Kind, order and words decide; numbers do not, because the next version is numbered through. Nodes that
say the same are found first and hold the rest in place; what stands between them is aligned by how
alike it is; what is left over and stands elsewhere in the same words was moved. Pure, and the same for
the same two versions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter

import msgspec

from .wording import words

#: nodes less alike than this are not the same node
ALIKE = 0.5
#: a node that stands elsewhere is the same node only if its words have hardly changed
MOVED = 0.75
#: with fewer words than these a node is known elsewhere only by the very same words
_FEW = 6
#: what was cut off or taken in shares at least so much of its words with the other version
_SHARED = 0.7
_CUT_KINDS = frozenset({"clause", "paragraph", "item"})
#: what stands once in a text is known by what it is, whatever it says
_SINGLE = frozenset({"title", "organ", "adoption"})
_WORD = re.compile(r"\w+")
Pair = tuple[int, int]


class Passage(msgspec.Struct, frozen=True, gc=False):
    """One node as it is matched: its kind, its words in plain form, and the place in the list of the
    node that it stands under (-1: none)."""

    kind: str
    text: str
    parent: int = -1


class Matching(msgspec.Struct, frozen=True, gc=False):
    """What became of what, by places in the two lists.

    ``pairs`` has the old place by the new one; ``moved`` are the new places of those that stand elsewhere.
    ``split`` has by the old place the new places of its two halves, ``joined`` by the new place the old
    places of the two nodes that became it (the first half, and the first of the two, are in ``pairs``).
    """

    pairs: dict[int, int]
    moved: frozenset[int] = frozenset()
    split: dict[int, Pair] = {}
    joined: dict[int, Pair] = {}


def matched(old: Sequence[Passage], new: Sequence[Passage]) -> Matching:
    """The nodes of *old* found again in *new*. Both in document order, each node before those under it."""
    return _Matcher(_Version(old), _Version(new)).matching()


class _Version:
    """One version, with what is under each node, the words of each as numbers, and what each says with
    all that is under it."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.under: dict[int, list[int]] = {-1: []}
        for place, passage in enumerate(passages):
            self.under[place] = []
            self.under[passage.parent].append(place)
        self.own = [_tokens(passage.text) for passage in passages]
        self.whole = list(self.own)
        self.says: list[object] = [None] * len(passages)
        for place in reversed(range(len(passages))):
            below = self.under[place]
            self.whole[place] = [*self.own[place], *(token for each in below for token in self.whole[each])]
            self.says[place] = (
                passages[place].kind,
                passages[place].text,
                tuple(self.says[each] for each in below),
            )
        counts: Counter[tuple[int, str]] = Counter()
        #: how many of its kind stand before it under the same node: what its number comes from
        self.number: list[int] = []
        for passage in passages:
            self.number.append(counts[passage.parent, passage.kind])
            counts[passage.parent, passage.kind] += 1


def _tokens(plain: str) -> list[str]:
    said = words(plain).casefold()
    return _WORD.findall(said) or list(said)


class _Matcher:
    def __init__(self, old: _Version, new: _Version) -> None:
        self.old, self.new = old, new
        self.pairs: dict[int, int] = {}
        self.taken: set[int] = set()
        self.moved: set[int] = set()
        self.split: dict[int, Pair] = {}
        self.joined: dict[int, Pair] = {}

    def matching(self) -> Matching:
        self._level(self.old.under[-1], self.new.under[-1])
        self._moves()
        return Matching(self.pairs, frozenset(self.moved), self.split, self.joined)

    def _take(self, old: int, new: int) -> None:
        self.pairs[new] = old
        self.taken.add(old)

    def _level(self, olds: list[int], news: list[int]) -> None:
        """Match what stands under a node (or at the top), then what is under each that was found."""
        olds = [each for each in olds if each not in self.taken]
        pairs = self._aligned(olds, news)
        for old, new in pairs:
            self._take(old, new)
        for old, new in pairs:
            if not self._cut(old, new, news):
                self._joint(old, new, olds)
        for old, new in pairs:
            below = [each for piece in self.joined.get(new, (old,)) for each in self.old.under[piece]]
            self._level(
                below, [each for half in self.split.get(old, (new,)) for each in self.new.under[half]]
            )

    # in order

    def _aligned(self, olds: list[int], news: list[int]) -> list[Pair]:
        """Pairs in the order of both lists: those that say the same, and what is alike between them."""
        out: list[Pair] = []
        start, begin = 0, 0
        for i, j in [*self._anchors(olds, news), (len(olds), len(news))]:
            out += self._between(olds[start:i], news[begin:j])
            if i < len(olds):
                out.append((olds[i], news[j]))
            start, begin = i + 1, j + 1
        return out

    def _anchors(self, olds: list[int], news: list[int]) -> list[Pair]:
        """Places of nodes that say the same and are the only ones to say it, the longest row of them that
        stands in the same order."""
        before = self._single(self.old, olds)
        after = self._single(self.new, news)
        found = sorted((i, after[says]) for says, i in before.items() if says in after)
        return _rising(found)

    @staticmethod
    def _single(version: _Version, places: list[int]) -> dict[object, int]:
        said = [version.says[place] for place in places]
        often = Counter(said)
        out = {says: i for i, says in enumerate(said) if often[says] == 1}
        kinds = [version.passages[place].kind for place in places]
        for kind in _SINGLE:
            if kinds.count(kind) == 1:
                i = kinds.index(kind)
                out.pop(said[i], None)
                out[kind] = i
        return out

    def _between(self, olds: list[int], news: list[int]) -> list[Pair]:
        """The best pairs in order. A closer pair counts for more than two that are half alike; equal
        ones are settled by their number."""
        if not olds or not news:
            return []
        worth = [[self._worth(old, new) for new in news] for old in olds]
        best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
        for i in reversed(range(len(olds))):
            for j in reversed(range(len(news))):
                best[i][j] = max(best[i + 1][j], best[i][j + 1])
                if worth[i][j]:
                    best[i][j] = max(best[i][j], worth[i][j] + best[i + 1][j + 1])
        out: list[Pair] = []
        i = j = 0
        while i < len(olds) and j < len(news):
            if worth[i][j] and best[i][j] == worth[i][j] + best[i + 1][j + 1]:
                out.append((olds[i], news[j]))
                i, j = i + 1, j + 1
            elif best[i][j] == best[i + 1][j]:
                i += 1
            else:
                j += 1
        return out

    def _worth(self, old: int, new: int) -> float:
        alike = self._alike(old, new)
        if alike < ALIKE:
            return 0.0
        return alike * alike + (0.001 if self.old.number[old] == self.new.number[new] else 0.0)

    def _alike(self, old: int, new: int) -> float:
        """How alike two nodes are, 0 to 1: by their words or, where something is under them, by the words
        of all that too. “The Office should:” says little, and may say something else over the same items."""
        if self.old.passages[old].kind != self.new.passages[new].kind:
            return 0.0
        own = _same(self.old.own[old], self.new.own[new])
        if not self.old.under[old] and not self.new.under[new]:
            return own
        whole = _same(self.old.whole[old], self.new.whole[new])
        return max(whole, (own + whole) / 2)

    # cut and taken in

    def _cut(self, old: int, new: int, news: list[int]) -> bool:
        """Whether the node became two neighbours: what was under it must stand under the second."""
        if self.new.passages[new].kind not in _CUT_KINDS:
            return False
        at = news.index(new)
        for first, second in self._neighbours(news, at, self.new):
            other = second if first == new else first
            last = any(each in self.pairs for each in news[at + 1 :]) or second == news[-1]
            below = not self.new.under[second] or bool(self.old.under[old])
            if other in self.pairs or self.new.under[first] or not below or not last:
                continue
            both = [*self.new.own[first], *self.new.own[second]]
            if _comes_from(self.old.own[old], both, self.new.own[new], self.new.own[other]):
                self.pairs.pop(new)
                self.pairs[first] = old
                self.split[old] = (first, second)
                return True
        return False

    def _joint(self, old: int, new: int, olds: list[int]) -> None:
        """Match a second node to *new*, where two neighbours became one."""
        if self.old.passages[old].kind not in _CUT_KINDS:
            return
        for first, second in self._neighbours(olds, olds.index(old), self.old):
            other = second if first == old else first
            if other in self.taken or self.old.under[first]:
                continue
            both = [*self.old.own[first], *self.old.own[second]]
            if _comes_from(self.new.own[new], both, self.old.own[old], self.old.own[other]):
                self.pairs[new] = first
                self.taken.add(other)
                self.joined[new] = (first, second)
                return

    @staticmethod
    def _neighbours(places: list[int], at: int, version: _Version) -> Iterator[Pair]:
        kind = version.passages[places[at]].kind
        for first, second in ((at, at + 1), (at - 1, at)):
            if first >= 0 and second < len(places):
                pair = places[first], places[second]
                if all(version.passages[each].kind == kind for each in pair):
                    yield pair

    # elsewhere

    def _moves(self) -> None:
        """What is left over and stands elsewhere. It is moved only to where something has kept its
        place, so that each move can be carried out or put back alone, and none into what is moved."""
        held = {self.new.passages[new].parent for new in self.pairs}
        left = [each for each in range(len(self.old.passages)) if each not in self.taken]
        halves = {each for pair in self.split.values() for each in pair}
        free = [
            each
            for each, passage in enumerate(self.new.passages)
            if each not in self.pairs
            and each not in halves
            and passage.parent in held
            and (passage.parent == -1 or passage.parent in self.pairs)
        ]
        found = [(self._elsewhere(old, new), -abs(old - new), old, new) for new in free for old in left]
        for alike, _, old, new in sorted(found, reverse=True, key=itemgetter(0, 1)):
            if not alike:
                break
            if old in self.taken or new in self.pairs:
                continue
            self._take(old, new)
            self.moved.add(new)
            self._level(self.old.under[old], self.new.under[new])

    def _elsewhere(self, old: int, new: int) -> float:
        if self.old.says[old] == self.new.says[new]:
            return 2.0
        few = min(len(self.old.whole[old]), len(self.new.whole[new])) < _FEW
        alike = 0.0 if few else self._alike(old, new)
        return alike if alike >= MOVED else 0.0


def _same(one: list[str], other: list[str]) -> float:
    """The share of words that two wordings have in common, in the same order."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other)


def _comes_from(whole: list[str], both: list[str], one: list[str], other: list[str]) -> bool:
    """Whether *whole* holds the words of *both*, and the *other* of the two brings most of its own."""
    from rapidfuzz.distance import LCSseq

    if len(other) < 2 or _same(whole, both) < _SHARED:
        return False
    gained = LCSseq.similarity(whole, both) - LCSseq.similarity(whole, one)
    return bool(gained >= _SHARED * len(other))


def _rising(pairs: list[Pair]) -> list[Pair]:
    """The longest row of pairs, sorted by the first place, in which the second rises too."""
    ends: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        rows[at : at + 1] = [index]
        before.append(rows[at - 1] if at else -1)
    out: list[Pair] = []
    index = rows[-1] if rows else -1
    while index >= 0:
        out.append(pairs[index])
        index = before[index]
    return out[::-1]


__all__ = ["ALIKE", "MOVED", "Matching", "Passage", "matched"]
