"""What was typed, out of the words that it was typed into: a banner has room for one line."""

from __future__ import annotations

from itertools import takewhile
from operator import eq
from typing import Final

_QUOTED: Final = 60
_AROUND: Final = 2
"""How many words stand before and after what was typed, so that its place is recognized."""


def typed_part(began: str, words: str) -> str:
    """Return what differs between *began* and *words*, with a word or two around it; all of *words* where
    nothing stood there before. Where something was only taken out, the place is what is returned."""
    before, now = began.split(), words.split()
    if not before:
        return " ".join(now)
    first = _alike(before, now)
    rest_before, rest_now = before[first:], now[first:]
    after = _alike(rest_before[::-1], rest_now[::-1])
    start, end = max(0, first - _AROUND), min(len(now), len(now) - after + _AROUND)
    shown = " ".join(now[start:end])
    return f"{'… ' if start else ''}{shown}{' …' if end < len(now) else ''}"


def _alike(one: list[str], other: list[str]) -> int:
    """How many words the two begin with alike."""
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def cut(words: str) -> str:
    """Return *words* on one line, cut to what a banner has room for."""
    flat = " ".join(words.split())
    return flat if len(flat) <= _QUOTED else flat[: _QUOTED - 1].rstrip() + "…"


__all__ = ["cut", "typed_part"]
