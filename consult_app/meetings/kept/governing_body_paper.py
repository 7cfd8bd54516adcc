"""What is kept for the paper that lays the outcome of the meeting before the Governing Body."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from ..symbols import parse

#: what the Governing Body is asked for
Action = Literal["decision", "discussion", "information"]
#: what the draft decision may ask it to do, in the order in which it does it
Act = Literal[
    "take_note", "endorse", "authorize_publication", "request_communication", "request_bear_in_mind"
]
ACTS: tuple[Act, ...] = get_args(Act)
DEFAULT_ACTS: tuple[Act, ...] = ("take_note", "authorize_publication", "request_bear_in_mind")


class GoverningBodyPaper(msgspec.Struct, frozen=True, gc=False):
    """The fields of the paper; what is empty is derived from the meeting or left blank.

    ``session_month`` (``2027-03``) is when the Governing Body meets, ``date`` that of the paper (ISO),
    ``original`` the language that it was written in, ``item`` its number on the agenda of the section (0: as
    the symbol says), ``unit`` the acronym of the author unit for the name of the file, ``related`` the
    symbols of related documents. ``acts`` are what the draft decision asks for, unless its words are given.
    """

    symbol: str = ""
    session_month: str = ""
    date: str = ""
    original: str = ""
    item: int = 0
    action: Action = "decision"
    unit: str = ""
    related: tuple[str, ...] = ()
    acts: tuple[Act, ...] = DEFAULT_ACTS
    title: dict[str, str] = {}
    segment: dict[str, str] = {}
    purpose: dict[str, str] = {}
    strategic_objective: dict[str, str] = {}
    outcome: dict[str, str] = {}
    policy: dict[str, str] = {}
    legal: dict[str, str] = {}
    financial: dict[str, str] = {}
    follow_up: dict[str, str] = {}
    author_unit: dict[str, str] = {}
    background: dict[str, str] = {}
    draft_decision: dict[str, str] = {}

    @property
    def section(self) -> str:
        """The section of the Governing Body that it goes to ("POL"), "" while there is no symbol."""
        found = parse(self.symbol) if self.symbol else None
        return found.section if found is not None else ""

    @property
    def session(self) -> int:
        """The number of the session, 0 while there is no symbol."""
        found = parse(self.symbol) if self.symbol else None
        return int(found.body.removeprefix("GB.")) if found is not None else 0

    @property
    def agenda_item(self) -> int:
        """The number of the item on the agenda of the section: as entered, or as the symbol says; else 0."""
        found = parse(self.symbol) if self.symbol else None
        if self.item or found is None:
            return self.item
        behind = found.parts[found.section.count("/") + 1 :]
        return int(behind[0]) if behind and behind[0].isdigit() else 0
