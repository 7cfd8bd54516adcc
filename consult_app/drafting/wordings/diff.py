"""Word diff of two wordings: exact byte for byte, in whole words, readable.

Works on the plain form. A token is a word (a French elision ``l'`` apart), a run of spaces, a mark
of the plain form, a footnote reference or one punctuation character; combining characters stay with
their base. The alignment is rapidfuzz's Indel on tokens (libraries.md §1); short islands between
two changes are then taken into the change, because people read sentences, not alignments.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import cast

import msgspec

#: what never stands apart from the character before it: accents, selectors, skin tones
JOINED = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]"
_SHORT = r"(?:s|t|re|ve|ll|d|m)\b"
_TOKEN = re.compile(
    r"\\[*^\[\]\\]"  # an escaped character
    r"|\*{1,3}|\^|\[\[|\]\]|\[\^[^\[\]^*\\\s]+\]"  # marks and footnote references
    rf"|[^\W\d_]{{1,2}}['’](?!{_SHORT})(?=\w)"  # elision: l' d' qu'
    r"|\d+(?:[.,]\d+)+(?![^\W_])"  # a figure with its decimals
    rf"|(?:\w{JOINED}*)+(?:[-\u2010\u2011](?:\w{JOINED}*)+)*(?:['’]{_SHORT})?"
    r"|[^\S\u00a0\u202f\u2007]+|[\u00a0\u202f\u2007]+"  # spaces; no-break spaces apart
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}|.(?:\u200d.|{JOINED})*",  # a picture is one, of whatever it is made
    re.DOTALL,
)
_WORD = re.compile(r"\w")
_STOPS = frozenset(".;:!?")
_SWITCHES = ("*", "**", "***", "^")
#: where more than this share of both wordings is new, one was written anew (peers.md §2.4, case 12)
_REWRITTEN = 0.6
#: an island of more tokens than these (a word, and spaces or punctuation about it) is never taken in
_ISLAND = 4


class Op(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Characters ``start`` to ``end`` of the base are replaced by ``text``."""

    start: int
    end: int
    text: str

    @property
    def insertion(self) -> bool:
        return self.start == self.end


Ops = tuple[Op, ...]
#: tokens ``a`` to ``b`` of the base become tokens ``c`` to ``d`` of the new wording
Hunk = tuple[int, int, int, int]


@lru_cache(maxsize=4096)
def tokens(plain: str) -> tuple[str, ...]:
    """The tokens of a plain form; joined they are the plain form again."""
    return tuple(_TOKEN.findall(plain))


@lru_cache(maxsize=4096)
def _starts(plain: str) -> tuple[int, ...]:
    """Where each token begins, and where the last one ends."""
    return (0, *accumulate(map(len, tokens(plain))))


@lru_cache(maxsize=1024)
def diff(base: str, new: str) -> Ops:
    """Operations that turn *base* into *new*, in order, disjoint; empty when they are equal. They are
    those that a person would name: whole phrases, and one operation for what was written anew."""
    return _ops(base, new, True)


@lru_cache(maxsize=4096)
def fine(base: str, new: str) -> Ops:
    """As :func:`diff`, but with no word in them that both wordings have: what merging goes by."""
    return _ops(base, new, False)


def _ops(base: str, new: str, readable: bool) -> Ops:
    if base == new:
        return ()
    old, now = tokens(base), tokens(new)
    starts = _starts(base)
    hunks = _hunks(old, now, readable)
    if readable and len(hunks) > 1:
        hunks = _rewritten(old, now, hunks)
    out = []
    reached = 0
    for index, each in enumerate(hunks):
        limit = hunks[index + 1][0] if index + 1 < len(hunks) else len(old)
        start, end, begin, stop = _slid(old, now, each, reached, limit)
        out.append(Op(starts[start], starts[end], "".join(now[begin:stop])))
        reached = end
    return tuple(out)


def _hunks(old: tuple[str, ...], now: tuple[str, ...], readable: bool) -> list[Hunk]:
    """What stands between the runs of tokens that both have; *readable* with the islands taken in."""
    from rapidfuzz.distance import Indel

    found = Indel.opcodes(old, now)
    first: dict[tuple[int, int], int] = {}
    hunks: list[Hunk] = []
    a = c = 0
    # the runs are read many times faster than the operations; these are looked at only where they decide
    for b, d, size in found.as_matching_blocks():
        if b > a or d > c:
            hunk = a, b, c, d
            if readable and hunks:
                before = hunks[-1]
                least = _taken_in(old[before[1] : a]) if a - before[1] <= _ISLAND else None
                if least and not first:
                    codes = cast("list[tuple[str, int, int, int, int]]", found.as_list())
                    first = {
                        (start, begin): end - start + stop - begin for _, start, end, begin, stop in codes
                    }
                if least is not None and (not least or min(_size(before), first[a, c]) >= least):
                    hunks.pop()
                    hunk = before[0], b, before[2], d
            hunks.append(hunk)
        a, c = b + size, d + size
    return hunks


@lru_cache(maxsize=4096)
def _taken_in(between: tuple[str, ...]) -> int | None:
    """From which size of both changes on what stands between them is too little to be read as
    unchanged; None where it is always read so."""
    words = sum(1 for token in between if _WORD.search(token))
    if not words:
        return None if any(token in _STOPS for token in between) else 0
    small = sum(len(token) for token in between) <= 4
    return 6 if words == 1 and small else None


def _size(hunk: Hunk) -> int:
    return hunk[1] - hunk[0] + hunk[3] - hunk[2]


def _rewritten(old: tuple[str, ...], now: tuple[str, ...], hunks: list[Hunk]) -> list[Hunk]:
    """Of two wordings that share little, the stray words that they share are no landmarks: changes
    with fewer than four words between them become one."""
    gone, come = sum(b - a for a, b, _, _ in hunks), sum(d - c for _, _, c, d in hunks)
    if 3 * gone < len(old) or 3 * come < len(now):
        return hunks  # far from it: letters are counted only where they decide
    gone = sum(_letters_in(old[a:b]) for a, b, _, _ in hunks)
    come = sum(_letters_in(now[c:d]) for _, _, c, d in hunks)
    if gone <= _REWRITTEN * _letters_in(old) or come <= _REWRITTEN * _letters_in(now):
        return hunks
    out = [hunks[0]]
    for hunk in hunks[1:]:
        between = old[out[-1][1] : hunk[0]]
        if sum(1 for token in between if _WORD.search(token)) < 4:
            out[-1] = (out[-1][0], hunk[1], out[-1][2], hunk[3])
        else:
            out.append(hunk)
    return out


def _letters_in(parts: tuple[str, ...]) -> int:
    return sum(len(token) for token in parts if _WORD.search(token))


def _slid(old: tuple[str, ...], now: tuple[str, ...], hunk: Hunk, lowest: int, highest: int) -> Hunk:
    """A pure insertion or deletion, moved to where it covers a whole sentence or a whole phrase, when
    the words before or after it let it stand there as well. It stays between two other changes."""
    a, b, c, d = hunk
    if a != b and c != d:
        return hunk
    parts, start, end = (now, c, d) if a == b else (old, a, b)
    left = right = 0
    while a - left > lowest and parts[end - left - 1] == parts[start - left - 1]:
        left += 1
    while b + right < highest and parts[start + right] == parts[end + right]:
        right += 1
    if not left and not right:
        return hunk
    by = max(range(-left, right + 1), key=lambda each: _whole(parts, start + each, end + each))
    return a + by, b + by, c + by, d + by


def _whole(parts: tuple[str, ...], start: int, end: int) -> int:
    """How well ``parts[start:end]`` stands alone: a sentence with its space, a phrase, neither."""
    inside = parts[start:end]
    last, after = inside[-1], parts[end] if end < len(parts) else ""
    broken = any(inside.count(mark) % 2 for mark in _SWITCHES) or inside.count("[[") != inside.count("]]")
    score = -10 if broken else 0
    opens = not start or (parts[start - 1].isspace() and parts[max(0, start - 2)] in _STOPS)
    if not inside[0].isspace():
        if last.isspace():
            return score + (5 if opens else 2)
        return score
    if last.isspace():
        return score
    if start and parts[start - 1] in _STOPS and last in _STOPS and not _WORD.search(after):
        return score + 4
    return score + (1 if after.isspace() else 2)


def apply_ops(base: str, ops: Ops) -> str:
    """*base* with all *ops* carried out (they are disjoint and in order)."""
    out: list[str] = []
    at = 0
    for op in ops:
        out += (base[at : op.start], op.text)
        at = op.end
    out.append(base[at:])
    return "".join(out)


def changes(base: str, new: str) -> list[dict[str, str]]:
    """The changes as ``{"delete", "insert"}`` pairs, for people and for JSON."""
    return [{"delete": base[op.start : op.end], "insert": op.text} for op in diff(base, new)]


def change_kind(base: str, ops: Ops) -> str:
    """``words``, ``formatting`` (marks only), ``spacing`` (spaces or typographic twins only) or
    ``none``."""
    if not ops:
        return "none"
    if any(_letters(base[op.start : op.end]) != _letters(op.text) for op in ops):
        return "words"
    return (
        "formatting" if any(_marks(base[op.start : op.end]) != _marks(op.text) for op in ops) else "spacing"
    )


_TWINS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "‑": "-"})


_MARKS = frozenset((*_SWITCHES, "[[", "]]"))


def _letters(plain: str) -> str:
    kept = "".join(token.removeprefix("\\") for token in tokens(plain) if token not in _MARKS)
    return re.sub(r"\s+", "", kept).translate(_TWINS)


def _marks(plain: str) -> list[str]:
    return [token for token in tokens(plain) if token in _MARKS]
