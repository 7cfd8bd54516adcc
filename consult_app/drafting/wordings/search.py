"""Finding words in words, as a person means them: capitals, accents and typography aside.

``é`` is ``e``, ``’`` is ``'``, a no-break space is a space, ``œ`` is ``oe``, and a soft hyphen is not there.
Wordings are folded once each; what is found is mapped back to the real words, so that a mark painted over
them begins and ends where the letters do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import msgspec

Span = tuple[int, int]
"""Where found words begin and end, counted in characters of the real words."""

_ALIKE = {
    **dict.fromkeys("‘’‚‛ʼʹ`´", "'"),
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("‐‑⁃", "-"),
    **dict.fromkeys("\t\n\r\v\f\u0085\u2028\u2029", " "),
}
_LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
#: characters without a width
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class _Table(dict[int, str]):
    """What each character is compared as; filled as characters are met. ``uneven`` are those that do not
    become exactly one character."""

    def __init__(self, *, exact: bool) -> None:
        super().__init__()
        self._exact = exact
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        char = chr(code)
        out = self[code] = _written(char) if self._exact else _plain(char)
        if len(out) != 1:
            self.uneven.add(char)
        return out


def _written(char: str) -> str:
    """*char* with nothing aside but what nobody can see: the kind of a space, an apostrophe's shape."""
    if char in _UNSEEN:
        return ""
    if char in _ALIKE:
        return _ALIKE[char]
    return " " if unicodedata.category(char) == "Zs" else char


def _plain(char: str) -> str:
    same = _LIGATURES.get(char) or _written(char)
    for _ in range(2):  # a sign may come apart into capitals (ℋ), and a capital into several (ẞ)
        apart = unicodedata.normalize("NFKD", same.casefold())
        same = "".join(_written(each) for each in apart if not unicodedata.combining(each))
    return same


_TABLES = {exact: _Table(exact=exact) for exact in (False, True)}


def folded(words: str, *, exact: bool = False) -> str:
    """*words* as they are compared; with *exact* capitals and accents count."""
    return words.translate(_TABLES[exact])


class Folded(msgspec.Struct, frozen=True, gc=False):
    """Words made ready to be searched: ``plain`` and ``exact`` are what is compared, and ``even`` says that
    each character of ``plain`` stands for the one at the same place of ``words``."""

    words: str
    plain: str
    even: bool


def fold(words: str) -> Folded:
    """Make *words* ready to be searched."""
    plain = folded(words)
    even = len(plain) == len(words) and _TABLES[False].uneven.isdisjoint(words)
    return Folded(words, plain, even)


class Query(msgspec.Struct, frozen=True, gc=False):
    """What is sought, as it is compared (``plain``, and ``exact`` where capitals and accents count, else
    ""); ``whole`` where only whole words are meant. False where there is nothing to seek."""

    plain: str = ""
    exact: str = ""
    whole: bool = False

    def __bool__(self) -> bool:
        return bool(self.plain)


def query(words: str, *, whole: bool = False, exact: bool = False) -> Query:
    """The query that a person means who typed *words*."""
    plain = folded(words).strip()
    return Query(plain, folded(words, exact=True).strip() if exact and plain else "", whole)


def spans(where: Folded, asked: Query) -> Iterator[Span]:
    """Where what is *asked* stands, from the left, none within another. A character that is compared as
    several (œ) is found as a whole."""
    if not asked or asked.plain not in where.plain:
        return
    sought, text, even = asked.plain, where.plain, where.even
    if asked.exact:
        sought, text = asked.exact, folded(where.words, exact=True)
        even = len(text) == len(where.words)
    places = None if even else _places(where.words, bool(asked.exact))
    end = 0
    for found in _pattern(sought, asked.whole).finditer(text):
        at, last = found.span()
        start, stop = (at, last) if places is None else (places[at][0], places[last - 1][1])
        if start >= end:
            end = stop
            yield start, stop


@lru_cache(maxsize=64)
def _pattern(sought: str, whole: bool) -> re.Pattern[str]:
    """What is *sought*, as an expression: a whole word has no letter or figure beside one of its own."""
    before = "(?<![^\\W_])" if whole and sought[0].isalnum() else ""
    after = "(?![^\\W_])" if whole and sought[-1].isalnum() else ""
    return re.compile(f"{before}{re.escape(sought)}{after}")


@lru_cache(maxsize=512)
def _places(words: str, exact: bool) -> list[Span]:
    """For each compared character, which stretch of *words* it stands for; accents written apart belong to
    their letter."""
    table = _TABLES[exact]
    out: list[Span] = []
    for at, char in enumerate(words):
        same = char.translate(table)
        if same:
            out.extend([(at, at + 1)] * len(same))
        elif out and unicodedata.combining(char):
            start = out[-1][0]
            back = len(out)
            while back and out[back - 1][0] == start:
                back -= 1
                out[back] = (start, at + 1)
    return out


__all__ = ["Folded", "Query", "Span", "fold", "folded", "query", "spans"]
