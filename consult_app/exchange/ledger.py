"""The list of repairs: each is asked for before it is made, so that it can be left undone.

Kinds, and how a text looks where the repair is left undone (no word is lost either way):

==========  ============================================  ===========================================
kind        what is put right                             left undone
==========  ============================================  ===========================================
encoding    bytes that are not UTF-8 read as cp1252       read as ISO 8859-1, byte for character
hidden      hidden text of a Word file dropped            it is ordinary text
contents    an entry of a table of contents dropped       it is a block of text like others
soft-break  a line break inside a Word paragraph          each line is a block of its own
markup      marks of another writing system taken off     they stay, as characters
wrap        lines cut at the margin joined                each line is a block of its own
hyphen      a hyphen at the cut taken out of the word     the hyphen stays in the word
furniture   page number or running head dropped           it is a block of text like others
stray       a line without a word dropped                 it is a block of text like others
footnote    a note in the flow lifted out                 it stays a block where it stood
label       a number alone on its line put to its text    it is a block of text like others
join        a sentence cut by a page end joined           the second half is a block of its own
attach      an unnumbered passage put to its paragraph    it is a closing line where it stands
==========  ============================================  ===========================================

A block of text that is no heading, paragraph or item is a ``closing`` node after the first number, and
a ``clause`` before it (the ``title``, if nothing stands before it).
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from consult_app.exchange.parsed import Repair
from consult_app.meetings.reasons import Message


class Key(NamedTuple):
    """What a repair is known by in every reading of the same file: its place, kind and occurrence."""

    line: int
    kind: str
    nth: int


NOTHING_OFF: frozenset[Key] = frozenset()


class Ledger:
    """Collects the repairs of one reading and says which of them must not be made."""

    def __init__(self, off: frozenset[Key] = NOTHING_OFF) -> None:
        self._off = off
        self._asked: dict[tuple[int, str], int] = {}
        self._made: dict[Key, Repair] = {}

    def make(self, kind: str, line: int, before: str, after: str, message: Message) -> Key | None:
        """Enter a repair; None when it is to be left undone, and then the caller leaves the text alone."""
        nth = self._asked.get((line, kind), 0)
        self._asked[line, kind] = nth + 1
        key = Key(line, kind, nth)
        if key in self._off:
            return None
        self._made[key] = Repair(0, kind, line, before, after, message)
        return key

    def numbered(self, known: dict[Key, int]) -> dict[Key, Repair]:
        """The repairs made, by place in the file. Those in *known* keep their numbers; new ones follow."""
        following = max(known.values(), default=0)
        out: dict[Key, Repair] = {}
        for key in sorted(self._made):
            number = known.get(key, 0)
            if not number:
                following += 1
                number = following
            out[key] = msgspec.structs.replace(self._made[key], number=number)
        return out
