"""Everything in the texts and amendments of a meeting in which words can be found.

An :class:`Index` is carried on from state to state: what was read of a node or an amendment is kept as long
as that is the same value, so that typing a letter costs a search and not the whole meeting.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import msgspec

from ..text.nodes import Node, Text
from ..wordings.diff import Ops, diff
from ..wordings.search import Folded, Query, Span, fold, spans
from ..wordings.wording import between, words
from .amendment import Amendment, Drafting, Free, Insertion, Join, Split, WordChange

Part = Literal["wording", "number", "proposed", "justification", "bracket"]
ENOUGH: Final = 1_000
"""More occurrences than this nobody steps through; typing another letter is quicker."""


class Passage(msgspec.Struct, frozen=True, gc=False):
    """Words that can be found: which ``part`` they are of a ``node``, or of an ``amendment`` (its id) to it.

    ``own`` is what the amendment itself puts in, where the words around it are those that stand anyway; None
    where all of them are its own. A number has no language.
    """

    text_id: str
    node: str
    part: Part
    folded: Folded
    language: str = ""
    amendment: str = ""
    own: tuple[Span, ...] | None = None

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.folded.words


class Occurrence(msgspec.Struct, frozen=True, gc=False):
    """Where in a passage the words stand; ``nth`` counts those in the same passage from 0."""

    passage: Passage
    start: int
    end: int
    nth: int


class Found(msgspec.Struct, frozen=True, gc=False):
    """The occurrences in their order, and whether there are more than were listed."""

    occurrences: tuple[Occurrence, ...] = ()
    more: bool = False


class Index:
    """What can be found in a meeting; keep one for as long as somebody searches."""

    def __init__(self) -> None:
        self._nodes: dict[str, tuple[Node, tuple[Passage, ...]]] = {}
        self._amendments: dict[str, tuple[Amendment, tuple[Passage, ...]]] = {}
        self._read: tuple[Drafting | None, tuple[Passage, ...]] = (None, ())

    def passages(self, drafting: Drafting) -> tuple[Passage, ...]:
        """All passages of *drafting*: text by text the nodes in document order, then the brackets, then the
        amendments in order of receipt."""
        if self._read[0] is not drafting:
            out: list[Passage] = []
            for text in drafting.texts.values():
                for node in text.tree.walk():
                    if not text.tree.spots[node].gone and not text.nodes[node].joined_to:
                        out += self._of_node(text, text.nodes[node])
            for bracket in drafting.brackets.values():
                if bracket.open:
                    out.append(Passage(bracket.text_id, bracket.node, "bracket", fold(bracket.number)))
            for amendment in drafting.amendments.values():
                out += self._of_amendment(amendment)
            self._read = drafting, tuple(out)
        return self._read[1]

    def _of_node(self, text: Text, node: Node) -> tuple[Passage, ...]:
        kept = self._nodes.get(node.id)
        if kept is None or kept[0] is not node:
            found = (
                Passage(text.id, node.id, "wording", fold(words(node.text(language))), language)
                for language in dict.fromkeys((*text.languages, *node.wordings))
                if node.text(language)
            )
            kept = self._nodes[node.id] = node, tuple(found)
        return kept[1]

    def _of_amendment(self, amendment: Amendment) -> tuple[Passage, ...]:
        kept = self._amendments.get(amendment.id)
        if kept is None or kept[0] is not amendment:
            kept = self._amendments[amendment.id] = amendment, tuple(_of_amendment(amendment))
        return kept[1]

    def find(self, drafting: Drafting, asked: Query, limit: int = ENOUGH) -> Found:
        """Where what is *asked* stands in *drafting*: an amendment of just that number first, then in the
        order of :meth:`passages`; no more than *limit*."""
        out: list[Occurrence] = []
        if not asked:
            return Found()
        for passage in self.passages(drafting):
            if asked.plain not in passage.folded.plain:
                continue
            for nth, (start, end) in enumerate(spans(passage.folded, asked)):
                if passage.own is None or any(a < end and start < b for a, b in passage.own):
                    out.append(Occurrence(passage, start, end, nth))
            if len(out) > limit:
                return Found(_numbers_first(out[:limit], asked), more=True)
        return Found(_numbers_first(out, asked))


def _numbers_first(found: list[Occurrence], asked: Query) -> tuple[Occurrence, ...]:
    found.sort(key=lambda each: each.passage.language != "" or each.passage.folded.plain != asked.plain)
    return tuple(found)


def _of_amendment(amendment: Amendment) -> Iterator[Passage]:
    text_id, node = amendment.text_id, next(iter(amendment.targets()), amendment.target)
    yield Passage(text_id, node, "number", fold(amendment.number), amendment=amendment.id)
    for where, language, plain, own in _proposed(amendment):
        yield Passage(
            text_id,
            where or node,
            "proposed",
            fold(words(plain)),
            language,
            amendment.id,
            _in_words(plain, own),
        )
    if amendment.justification:
        yield Passage(
            text_id, node, "justification", fold(amendment.justification), amendment.language, amendment.id
        )


def _proposed(amendment: Amendment) -> Iterator[tuple[str, str, str, list[Span] | None]]:
    """The words that it puts in: node, language, plain form, and which stretches of that are its own."""
    for change in amendment.changes:
        if isinstance(change, WordChange):
            yield change.node, change.language, change.proposed, _put_in(change.ops)
        elif isinstance(change, Split | Join):
            for each in change.words:
                yield change.node, each.language, each.proposed, _put_in(each.ops)
        elif isinstance(change, Insertion):
            for new in change.nodes:
                yield from ((change.anchor, language, plain, None) for language, plain in new.texts.items())
        elif isinstance(change, Free):
            yield from ((change.node, language, plain, None) for language, plain in change.words.items())
    for agreed in amendment.agreed:
        yield agreed.node, agreed.language, agreed.text, _put_in(diff(agreed.base, agreed.text))


def _put_in(ops: Ops) -> list[Span]:
    """The stretches of the proposed plain form that *ops* put in."""
    out: list[Span] = []
    shift = 0
    for op in ops:
        if op.text:
            out.append((op.start + shift, op.start + shift + len(op.text)))
        shift += len(op.text) - (op.end - op.start)
    return out


def _in_words(plain: str, own: list[Span] | None) -> tuple[Span, ...] | None:
    """Stretches of a plain form as stretches of its words."""
    if own is None:
        return None
    return tuple((_length(plain, start), _length(plain, end)) for start, end in own)


def _length(plain: str, end: int) -> int:
    return sum(len(run.text) for run in between(plain, 0, end))


__all__ = ["ENOUGH", "Found", "Index", "Occurrence", "Part", "Passage"]
