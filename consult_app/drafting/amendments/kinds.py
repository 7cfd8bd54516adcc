"""What sort of change it is: of words, of formatting or typography only, or of the structure only.

A reader who knows that no word changes need not look for one (design.md §4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol

from ..wordings.cuts import CUT, NEW_CUT
from ..wordings.diff import Op, Ops, apply_ops, change_kind, fine, tokens
from .amendment import Amendment, Deletion, Free, Insertion, Move, Split
from .effective import effective_structure, effective_words, structural_words

#: the sorts, from what matters least to what matters most
KINDS = ("none", "spacing", "formatting", "joined", "split", "moved", "words")
#: what shows where a cut would be
PILCROW = "¶"
_SWITCHES = frozenset(("*", "**", "***", "^"))


class _Shown(Protocol):
    """A segment of the marked view, as far as it is asked here."""

    @property
    def change(self) -> str: ...
    @property
    def by(self) -> tuple[str, ...]: ...


def kind_of(amendment: Amendment) -> str:
    """The sort of the amendment as it is proposed now, in the language it was handed in with: ``words``
    where a word changes, or a node comes or goes; else what happens to the structure (``moved``,
    ``split``, ``joined``), or ``formatting`` or ``spacing`` where nothing else changes."""
    if any(isinstance(change, Insertion | Deletion | Free) for change in amendment.changes):
        return "words"
    changes = [change for change in effective_words(amendment) if change.language == amendment.language]
    found = [change_kind(change.base, change.ops) for change in changes]
    for words, _ in structural_words(amendment):
        if words.language == amendment.language:
            base = words.base.replace(CUT, " ")
            proposed = words.proposed.replace(f"{NEW_CUT} ", NEW_CUT).replace(NEW_CUT, " ")
            found.append(change_kind(base, fine(base, proposed)))
    found += (
        "split" if isinstance(each.change, Split) else "joined" for each in effective_structure(amendment)
    )
    found += ("moved" for change in amendment.changes if isinstance(change, Move))
    return most(found)


def most(kinds: Iterable[str]) -> str:
    """The one of these that matters most; ``none`` where there is none."""
    return max(kinds, key=KINDS.index, default="none")


def kinds_by_segment(segments: Sequence[_Shown], words: Sequence[str]) -> Iterator[str]:
    """The sort of each segment of a line of the marked view, "" where it changes nothing: what one
    amendment takes out and what it puts in at one place are one change. *words* are those of each."""
    pairs = zip(segments, words, strict=True)
    for changed, group in groupby(pairs, key=lambda pair: bool(pair[0].change)):
        found = list(group)
        sorts = {}
        for who in {each for segment, _ in found for each in segment.by}:
            old, new = (
                "".join(said for segment, said in found if who in segment.by and segment.change == fate)
                for fate in ("delete", "insert")
            )
            kind = change_kind(old, (Op(0, len(old), new.replace(PILCROW, "")),))
            sorts[who] = most((kind, "split")) if PILCROW in new else kind
        for segment, _ in found:
            yield most(sorts[each] for each in segment.by) if changed else ""


def with_formatted_words(base: str, ops: Ops) -> Ops:
    """*ops* with those that only put in or take out marks joined over the words between the marks: for
    reading, where marks without words show nothing."""
    if not any(mark in f"{base[op.start : op.end]}{op.text}" for op in ops for mark in "*^"):
        return ops
    out: list[Op] = []
    at = 0
    while at < len(ops):
        size = _closing(base, ops[at:]) if _only_marks(base, ops[at]) else 0
        if not size:
            out.append(ops[at])
            at += 1
            continue
        group = ops[at : at + size]
        start, end = group[0].start, group[-1].end
        shifted = tuple(Op(op.start - start, op.end - start, op.text) for op in group)
        out.append(Op(start, end, apply_ops(base[start:end], shifted)))
        at += size
    return tuple(out)


def _only_marks(base: str, op: Op) -> bool:
    found = (*tokens(base[op.start : op.end]), *tokens(op.text))
    return bool(found) and all(token in _SWITCHES for token in found)


def _closing(base: str, ops: Ops) -> int:
    """How many of these operations it takes until every mark has its other end; 0 where it has none."""
    return next((size for size in range(2, len(ops) + 1) if _paired(base, ops[:size])), 0)


def _paired(base: str, ops: Ops) -> bool:
    """Whether every mark that *ops* put in or take out has its other end among them."""
    old = [token for op in ops for token in tokens(base[op.start : op.end])]
    new = [token for op in ops for token in tokens(op.text)]
    return all(part.count(mark) % 2 == 0 for part in (old, new) for mark in _SWITCHES)


__all__ = ["KINDS", "PILCROW", "kind_of", "kinds_by_segment", "most", "with_formatted_words"]
