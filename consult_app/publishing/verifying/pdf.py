"""The first difference between the pages of a PDF and the lines of the record.

A page has the next lines of the text and, at its foot, the next lines of the footnotes, with running head
and page number somewhere; which program made the file decides in which order they come. So each line of a
page is followed in the text, or else in the footnotes, or else it must be one that is known to stand on
every page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from consult_app.meetings.reasons import Message, Place

from .. import layout
from ..paper import Paper, Table
from ..trust import PrintedLine, normalised, said
from .docx import Found


class Unfollowed(Exception):
    """The pages could not be followed through a table: its cells may come in any order."""


_BREAK = "\u00ad"
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_BEFORE, _AFTER = 5, 8


def first_in_pages(
    pages: Sequence[Sequence[str]], text: Sequence[PrintedLine], notes: Sequence[PrintedLine], paper: Paper
) -> Found | None:
    """Where the *pages* part from the *text* (with the head of the paper) and its *notes*: the place, and
    what each has there. None where they are the same. Raises Unfollowed where they part in a table."""
    body, foot = _Followed(text), _Followed(notes)
    furniture = _Furniture(paper)
    lines = [line for page in pages for line in page]
    for number, line in enumerate(lines):
        read = _closed(line)
        if furniture.always(read) or body.takes(read) or foot.takes(read) or furniture.knows(read):
            continue
        nearer = max((body, foot), key=lambda each: each.common(read))
        if nearer.in_table(read):
            raise Unfollowed
        return nearer.difference(read, " ".join(lines[number : number + 3]))
    for left in (body, foot):
        if not left.ended:
            return left.lacking()
    return None


class _Followed:
    """The words of some lines without their spaces, and how far the paper has come in them."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        self.lines = lines
        self.starts: list[int] = []
        parts: list[str] = []
        size = 0
        for line in lines:
            self.starts.append(size)
            parts.append(_closed(line.words))
            size += len(parts[-1])
        self.words = "".join(parts)
        self.at = 0

    @property
    def ended(self) -> bool:
        return self.at == len(self.words)

    def takes(self, read: str) -> bool:
        """Whether *read* are the next words; if so they have been read."""
        end, whole = self._match(read)
        if whole:
            self.at = end
        return whole

    def common(self, read: str) -> int:
        """How many of the next characters are those of *read*."""
        return self._match(read)[0] - self.at

    def _match(self, read: str) -> tuple[int, bool]:
        at = self.at
        for char in read:
            if self.words[at : at + 1] == char:
                at += 1
            elif char == _BREAK:
                at += self.words[at : at + 1] == "-"
            else:
                return at, False
        return at, True

    def difference(self, read: str, line: str) -> Found:
        """Where the paper goes on with *line* instead; *read* is its beginning without spaces."""
        if not self.words:
            return Message(""), normalised(line), ""
        common = self.common(read)
        # what follows the last word of a paragraph on its line was added to it
        at = self.at + common - (common > 0 and self.at + common in self.starts)
        at = min(at, len(self.words) - 1)
        record = self._beyond(self.at)
        paper = normalised(line.replace(_BREAK + " ", "").replace(_BREAK, ""))
        return self._place(at), *_nearest(paper, record)

    def in_table(self, read: str) -> bool:
        """Whether the paper has come to a table, or leaves one, where *read* stands."""
        at = min(self.at + self.common(read), max(0, len(self.words) - 1))
        number = bisect_right(self.starts, at) - 1
        return any(line.cell for line in self.lines[max(0, number - 1) : number + 1])

    def lacking(self) -> Found:
        """What the paper has not reached."""
        return self._place(self.at), "", _nearest("", self._beyond(self.at))[1]

    def _place(self, at: int) -> Place | Message:
        return self.lines[bisect_right(self.starts, at) - 1].place

    def _beyond(self, at: int) -> str:
        """The words from *at* on, with their spaces."""
        number = bisect_right(self.starts, at) - 1
        left = at - self.starts[number]
        words = self.lines[number].words
        place = 0
        while left:
            left -= words[place] != " "
            place += 1
        rest = " ".join(line.words for line in self.lines[number + 1 : number + 4])
        return f"{words[place:]} {rest}".strip()


class _Furniture:
    """What stands on every page: the mark of a draft, the symbol, the line of the record, the page number."""

    def __init__(self, paper: Paper) -> None:
        of = _closed(layout.OF_WORD[paper.language])
        symbol, mark = re.escape(_closed(paper.masthead.symbol)), re.escape(_closed(paper.provisional))
        foot = re.escape(_closed(paper.fingerprint_line))
        undated = r"[^·]+(?:·[^·]+){0,2}·[0-9a-f]{16}"
        self._always = re.compile(rf"(?:(?:{foot}|{undated})(?:\d+{of}\d+)?|\d+{of}\d+)")
        self._heads = re.compile(rf"(?=.)(?:{symbol})?(?:{mark})?")
        # the head of a table comes again on each page that it goes on to
        self._columns = {
            _closed("".join(said(cell) for cell in block.columns))
            for block in paper.blocks
            if isinstance(block, Table)
        }

    def always(self, read: str) -> bool:
        """Whether this can stand in no text."""
        return self._always.fullmatch(read) is not None

    def knows(self, words: str) -> bool:
        """Whether this stands on a page where it is no word of the text."""
        return words in self._columns or self._heads.fullmatch(words) is not None


def _closed(words: str) -> str:
    """Words without their spaces; a hyphen at the end of a line stays as the mark of a break."""
    kept = words.replace(_BREAK, "\0")
    return "".join(normalised(kept.translate(_LIGATURES)).split()).replace("\0", _BREAK)


def _nearest(paper: str, record: str) -> tuple[str, str]:
    """The words at the first difference, with a few before and after them."""
    ours, theirs = paper.split(), record.split()
    first = next((n for n, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), None)
    start = max(0, (min(len(ours), len(theirs)) if first is None else first) - _BEFORE)

    def some(words: list[str]) -> str:
        end = start + _BEFORE + _AFTER
        return "… " * (start > 0) + " ".join(words[start:end]) + " …" * (end < len(words))

    return some(ours), some(theirs)


__all__ = ["first_in_pages"]
