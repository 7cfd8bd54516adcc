"""Helps the tests of the marked paper: what is left of it when its changes are accepted or rejected, and
the same by really adopting the amendments."""

from __future__ import annotations

import copy
from collections.abc import Container
from typing import Any, Protocol

from consult_app.drafting.amendments.order import below, in_order
from consult_app.drafting.text.nodes import Text
from consult_app.meetings.reasons import NeedsConfirmation
from consult_app.publishing.marking.together import Together, together
from consult_app.publishing.paper import Heading, Numbered, Paper, Para
from consult_app.state import State

ACCEPTED = ("delete", "move_from")
REJECTED = ("insert", "move_to")


class Room(Protocol):
    """A meeting of the tests."""

    state: State

    @property
    def text(self) -> Text: ...
    def do(self, *arguments: Any, **fields: Any) -> Any: ...


def resolved(paper: Paper, gone: Container[str]) -> list[str]:
    """The paragraphs of *paper* without what is part of a change of those kinds; where a paragraph mark
    goes, the words run on into the next paragraph (ECMA-376-1 §17.13.5.15)."""
    out: list[str] = []
    held = ""
    for block in paper.blocks:
        if not isinstance(block, Numbered | Para | Heading):
            continue
        if isinstance(block, Para) and block.style == "note":
            continue
        held += "".join(s.text for s in block.runs if not any(r.kind in gone for r in s.revisions))
        if any(revision.kind in gone for revision in block.revised.end):
            continue
        out.append(held)
        held = ""
    return [*out, held] if held else out


def laid(room: Room, language: str = "en") -> Together:
    """What goes together on the text."""
    return together(room.state.drafting, room.text, language)


def all_adopted(room: Any) -> Any:
    """Another meeting, in which what is marked was adopted in the order of discussion."""
    beside = {each.amendment.id for each in laid(room).beside}
    drafting = room.state.drafting
    after = copy.copy(room)
    main = [a for a in drafting.amendments.values() if a.pending and not a.amends]
    for amendment in in_order(drafting, room.text, main):
        if amendment.id in beside:
            continue
        for sub in below(drafting, amendment):
            if sub.pending:
                if after.amendment(amendment.number).state != "under_discussion":
                    _confirmed(after, "call_amendment", amendment.number)
                verb = "reject_amendment" if sub.id in beside else "adopt_amendment"
                _confirmed(after, verb, sub.number)
        _confirmed(after, "adopt_amendment", amendment.number)
    return after


def _confirmed(room: Any, verb: str, number: str) -> None:
    asked = {"do": verb, "amendment": number}
    do = room.run if hasattr(room, "run") else lambda fields: room.do(**fields)
    try:
        do(asked)
    except NeedsConfirmation:
        do(asked | {"confirm": True})
