"""Long wordings quoted beside each other in a sentence: shortened around what tells them apart.

An ellipsis that swallows the words that differ leaves two quotations that are the same: a sentence about
a difference then says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .diff import fine

_FEW: Final = 14
"""So many words are quoted whole."""
_BESIDE: Final = 2
"""So many words are quoted on each side of those that differ."""
_ENDS: Final = 6
"""Of many words that differ the first and the last are quoted, so many of each."""
_MORE: Final = "…"
_WORD = re.compile(r"\S+")


def told_apart(wordings: Sequence[str]) -> tuple[str, ...]:
    """*wordings* for a sentence that sets them beside each other, each in few words: those in which it
    differs from any of the others and some around them, the rest as an ellipsis. What is short stays whole,
    and two that differ never come out the same."""
    out = [_shortened(each, [other for other in wordings if other != each]) for each in wordings]
    for at, mine in enumerate(wordings):
        if any(other != mine and out[place] == out[at] for place, other in enumerate(wordings)):
            out[at] = mine
    return tuple(out)


def _shortened(mine: str, others: list[str]) -> str:
    words = list(_WORD.finditer(mine))
    if len(words) <= _FEW:
        return mine
    kept = sorted(_kept(mine, words, [other for other in others if other.strip()]))
    if not kept:
        kept = list(range(len(words)))
    if len(kept) > _FEW:
        kept = [*kept[:_ENDS], *kept[-_ENDS:]]
    out = [_MORE] if kept[0] else []
    before = kept[0]
    for place in kept:
        if place > before + 1:
            out.append(_MORE)
        out.append(words[place].group())
        before = place
    return " ".join([*out, _MORE] if before < len(words) - 1 else out)


def _kept(mine: str, words: list[re.Match[str]], others: list[str]) -> set[int]:
    """The places of the words in which *mine* differs from the *others*, with those beside them."""
    out: set[int] = set()
    for op in (op for other in others for op in fine(mine, other)):
        touched = [at for at, word in enumerate(words) if word.start() < op.end and op.start < word.end()]
        if touched:
            first, last = touched[0], touched[-1]
        else:
            # the other one puts something in here, between the last word and the next
            first = sum(word.end() <= op.start for word in words)
            last = first - 1
        out.update(range(max(0, first - _BESIDE), min(len(words), last + _BESIDE + 1)))
    return out


__all__ = ["told_apart"]
