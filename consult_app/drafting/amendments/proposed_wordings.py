"""What an amendment proposes in each language, in plain form, and how far each translation of it is.

As with the wordings of a node, nothing of this is stored: an amendment keeps which words each translation
rendered, and whether that is behind is found by comparing (design.md §4).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

import msgspec

from ..house_style.labels import item_marker
from ..wordings.cuts import NEW_CUT
from .amendment import Amendment, Free, Insertion, NewNode, Split, WordChange
from .effective import effective_insertions, effective_structure, effective_words


class Passage(msgspec.Struct, frozen=True, gc=False):
    """One part of what an amendment proposes, which has words of its own: its wording by language, in
    ``lines`` lines. ``kind`` is ``words``, ``insertion``, ``structure`` or ``free``, ``node`` the node that
    it is about."""

    kind: str
    node: str
    lines: int
    wordings: dict[str, str]


def passages(amendment: Amendment) -> list[Passage]:
    """The parts of the proposal that have words, as they are now, in the order of its changes; none for a
    deletion or a move."""
    return list(_passages(amendment))


def _passages(amendment: Amendment) -> Iterator[Passage]:
    changes = amendment.changes
    if len(changes) == 1:
        yield from _by_kind(amendment)
        return
    at: dict[str, int] = {}
    for place, change in enumerate(changes):
        if not isinstance(change, Insertion):
            at.setdefault(change.node, place)
    for agreed in amendment.agreed:
        if agreed.instead_of in at:
            at.setdefault(agreed.node, at[agreed.instead_of])
    put_in = iter([place for place, change in enumerate(changes) if isinstance(change, Insertion)])
    found = [
        (next(put_in) if each.kind == "insertion" else at.get(each.node, len(changes)), each)
        for each in _by_kind(amendment)
    ]
    yield from (each for _place, each in sorted(found, key=itemgetter(0)))


def _by_kind(amendment: Amendment) -> Iterator[Passage]:
    by_node: dict[str, dict[str, str]] = {}
    for words in effective_words(amendment):
        by_node.setdefault(words.node, {})[words.language] = words.proposed
    for node, wordings in by_node.items():
        if amendment.language in wordings:  # settled elsewhere since, where it is not
            yield Passage("words", node, 1, wordings)
    for insertion in effective_insertions(amendment):
        yield _put_in(insertion)
    for each in effective_structure(amendment):
        cut = isinstance(each.change, Split)
        wordings = {words.language: _on_lines(words) for words, _ in each.words}
        yield Passage("structure", each.change.node, 2 if cut else 1, wordings)
    for change in amendment.changes:
        if isinstance(change, Free):
            yield Passage("free", change.node, 1, change.words)


def _put_in(insertion: Insertion) -> Passage:
    languages = dict.fromkeys(language for node in insertion.nodes for language in node.texts)
    whole = (each for each in languages if all(node.texts.get(each) for node in insertion.nodes))
    wordings = {each: "\n".join(new_lines(insertion.nodes, each)) for each in whole}
    return Passage("insertion", insertion.anchor, len(insertion.nodes), wordings)


def _on_lines(words: WordChange) -> str:
    return "\n".join(half.strip() for half in words.proposed.split(NEW_CUT))


def new_lines(nodes: Sequence[NewNode], language: str) -> list[str]:
    """The new nodes as lines in plain form: the first bare, its items with their labels; none where there
    are no words in *language*. Read again by a submission, the lines give the same nodes."""
    counts: dict[tuple[str, str], int] = {}
    out: list[str] = []
    for new in nodes:
        words = new.texts.get(language, "")
        if new.parent:
            series = (new.parent, new.enumeration)
            counts[series] = counts.get(series, 0) + 1
            words = f"{item_marker(new.enumeration or 'dash', counts[series], language)} {words}"
        out.append(words)
    return out if any(new.texts.get(language) for new in nodes) else []


def proposed_wording(amendment: Amendment, language: str) -> str:
    """The whole proposal in *language*, its passages on lines one after the other; "" where it is not
    complete in it."""
    parts = [passage.wordings.get(language, "") for passage in _passages(amendment)]
    return "\n".join(parts) if all(parts) else ""


def handed_in_wording(amendment: Amendment) -> str:
    """The whole proposal in the language and the words in which it was handed in."""
    if not amendment.agreed:
        return proposed_wording(amendment, amendment.language)
    return proposed_wording(msgspec.structs.replace(amendment, agreed=()), amendment.language)


def rendered_wording(amendment: Amendment, language: str) -> str:
    """The words that the translation into *language* renders."""
    known = amendment.rendered.get(language)
    return handed_in_wording(amendment) if known is None else known


def translatable(amendment: Amendment) -> bool:
    """Whether the amendment has words of its own: a deletion or a move has none."""
    return any(True for _ in _passages(amendment))


def amendment_status(amendment: Amendment, language: str) -> str:
    """``original``, ``checked``, ``draft``, ``out_of_date`` or ``missing``, as of a node (derived); "" for
    an amendment without words."""
    if not translatable(amendment):
        return ""
    if language == amendment.language:
        return "original"
    wording = proposed_wording(amendment, language)
    if not wording:
        return "missing"
    if rendered_wording(amendment, language) != proposed_wording(amendment, amendment.language):
        return "out_of_date"
    signed = amendment.signed.get(language)
    return "checked" if signed is not None and signed.words == wording else "draft"


__all__ = [
    "Passage",
    "amendment_status",
    "handed_in_wording",
    "new_lines",
    "passages",
    "proposed_wording",
    "rendered_wording",
    "translatable",
]
