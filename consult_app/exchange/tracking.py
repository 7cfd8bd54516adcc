"""Tracked changes of a Word file: who made them, and which of them a reading carries out.

A change is an insertion or a deletion, or one end of a move; it may be of words, of the mark that ends
a paragraph, or of a table row. One inside another author's insertion changes what that author put in:
it is a subamendment to it (ECMA-376-1 §17.13.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from consult_app.exchange.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_IN = f"{{{W}}}"
PUT_IN = (f"{_IN}ins", f"{_IN}moveTo")
TAKEN_OUT = (f"{_IN}del", f"{_IN}moveFrom")
CHANGES = (*PUT_IN, *TAKEN_OUT)
_FORMAT = f"{_IN}rPrChange"
#: changes of a paragraph's, a table's or a section's properties: no words are in them
_PROPERTIES = tuple(
    f"{_IN}{name}"
    for name in ("pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange")
)
_RUN = f"{_IN}r"


def author_of(change: _Element) -> str:
    """Who made a change, as the file says it: free text, "" where it says nothing."""
    return " ".join(str(change.get(f"{_IN}author", "")).split())


class View:
    """Which tracked changes a reading carries out: those by *authors*, and within an insertion by the
    first of a pair in *within* those by the second. ``None`` for all of them."""

    def __init__(
        self, authors: frozenset[str] | None, within: frozenset[tuple[str, str]] = frozenset()
    ) -> None:
        self._authors = authors
        self._within = within

    def accepts(self, change: _Element, within: str | None = None) -> bool:
        """Whether *change* is carried out; *within* is the author of the insertion that it stands in."""
        if self._authors is None:
            return True
        author = author_of(change)
        outer = within if within is not None else _beside(change)
        if outer is not None and outer != author:
            return (outer, author) in self._within
        return author in self._authors

    def shows(self, change: _Element, within: str | None = None) -> bool:
        """Whether the words inside *change* stand in the text."""
        return (change.tag in PUT_IN) == self.accepts(change, within)

    def gone(self, properties: _Element) -> bool:
        """Whether a paragraph mark or a row with these properties is not there."""
        return any(not self.shows(change) for tag in CHANGES for change in properties.findall(tag))

    def properties(self, now: _Element | None) -> _Element | None:
        """The formatting of a run: that of today, or that before a change that is not carried out."""
        change = None if now is None else now.find(_FORMAT)
        if change is None or self.accepts(change):
            return now
        return change.find(f"{_IN}rPr")


ALL_ACCEPTED = View(None)
ALL_REJECTED = View(frozenset())


def _beside(change: _Element) -> str | None:
    """The author between two of whose insertions *change* stands: Word writes what a second author puts
    into an insertion beside its two halves, not inside it."""
    if change.tag not in PUT_IN:
        return None
    before = next((each for each in change.itersiblings(preceding=True) if not _of_comment(each)), None)
    after = next((each for each in change.itersiblings() if not _of_comment(each)), None)
    if before is None or after is None or before.tag not in PUT_IN or after.tag not in PUT_IN:
        return None
    author = author_of(before)
    return author if author == author_of(after) and author != author_of(change) else None


def _of_comment(element: _Element) -> bool:
    """Whether *element* only says where a comment stands."""
    if element.tag == _RUN:
        return [child.tag for child in element if child.tag != f"{_IN}rPr"] == [f"{_IN}commentReference"]
    return element.tag in (f"{_IN}commentRangeStart", f"{_IN}commentRangeEnd")


@dataclass(slots=True)
class Author:
    """One author's part in a file: how many changes, when the first was made (as the file says it,
    "" if it does not), and in whose insertions some of them stand."""

    name: str
    changes: int = 0
    formatting: int = 0
    first: str = ""
    within: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Traces:
    """All tracked changes of a file by author, and how many changes of properties hold no words."""

    authors: dict[str, Author] = field(default_factory=dict)
    properties: int = 0


def traces(roots: Iterator[_Element]) -> Traces:
    """Who changed what in the parts *roots* of a file (the text, its footnotes)."""
    found = Traces()
    for root in roots:
        for element in root.iter():
            if element.tag in _PROPERTIES:
                found.properties += 1
            elif element.tag in CHANGES or element.tag == _FORMAT:
                name = author_of(element)
                author = found.authors.setdefault(name, Author(name))
                author.changes += element.tag != _FORMAT
                author.formatting += element.tag == _FORMAT
                date = str(element.get(f"{_IN}date", ""))
                if date and (not author.first or date < author.first):
                    author.first = date
                outer = next((author_of(each) for each in element.iterancestors(*PUT_IN)), _beside(element))
                if outer is not None and outer != name:
                    author.within[outer] = author.within.get(outer, 0) + 1
    return found
