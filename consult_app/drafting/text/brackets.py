"""A square bracket as it is kept: its number, where it stands, when it was opened and how it ended.

What stands in it now is derived (``alternatives.py``); its number cannot be, because a number that was
given is never used again, whatever was undone since.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from .nodes import Step

#: ``words`` of a node in which amendments differ, a new node ``beside`` one, marks that were ``typed``
BracketKind = Literal["words", "beside", "typed"]
SERIES = "B"
#: how a bracket is resolved, where it is not by an amendment: the words that stand are kept, typed marks
#: go with their words, or everybody agreed to other words
TEXT, DELETE, AGREED = "text", "delete", "agreed"


class Alternative(msgspec.Struct, frozen=True, gc=False):
    """The words that an amendment (its id) would put into the bracket, "" where it takes words out;
    ``by`` are its authors, ``language`` is that of the words. Typed marks have their own words as the
    only alternative, of no amendment."""

    amendment: str
    by: tuple[str, ...]
    words: str
    language: str


class Bracket(msgspec.Struct, frozen=True, gc=False):
    """A bracket that was opened in the step ``opened``, and ended in ``closed`` (to ``resolved`` or, when
    nothing was left in it, to ``taken_back``).

    ``members`` are the amendments (ids) whose words are its alternatives; ``words`` are those between
    typed marks, and ``by`` is whose they are, if a person said so. ``choice`` is how it was resolved: the
    number of an amendment, or :data:`TEXT`, :data:`DELETE`, :data:`AGREED`. Once it ended, ``words`` and
    ``alternatives`` are what it held last.
    """

    number: str
    text_id: str
    node: str
    kind: BracketKind
    language: str
    opened: Step
    members: tuple[str, ...] = ()
    words: str = ""
    by: str = ""
    closed: Step | None = None
    choice: str = ""
    alternatives: tuple[Alternative, ...] = ()

    @property
    def open(self) -> bool:
        return self.closed is None

    @property
    def state(self) -> str:
        """``open``, ``resolved`` or ``taken_back``."""
        return self.closed.to if self.closed else "open"

    @property
    def place_in_series(self) -> int:
        """The figure of its number: 3 of B.3."""
        return int(self.number.removeprefix(f"{SERIES}."))


def number_of(figure: int) -> str:
    """The number with that figure: B.3."""
    return f"{SERIES}.{figure}"
