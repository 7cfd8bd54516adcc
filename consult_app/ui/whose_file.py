"""Whose file it is that is open: the secretariat's, or that of a group's coordinator."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from consult_app.ui import dates
from consult_app.ui.language import tr

if TYPE_CHECKING:
    from consult_app.state import State

#: the stations of a group's file: her amendments, and the text to read
OF_A_GROUP: Final = ("amendments", "table")
#: the states of what was prepared in it
PREPARED: Final = ("draft", "handed_over")


def whose(state: State) -> str:
    """Return whose file it is, in the window's language; "" for the secretariat's."""
    if state.given is None:
        return ""
    from consult_app.ui.belonging import mark_of, name_of

    group = state.given.group
    return tr("File for: {group}", group=f"{mark_of(state.assembly, group)} {name_of(state.assembly, group)}")


def as_it_stood(state: State) -> str:
    """Return when the text was as the group's file has it, in the window's language; "" for the
    secretariat's file."""
    if state.given is None:
        return ""
    at = datetime.fromisoformat(state.given.at).astimezone()
    return tr("text of {day}, {time}", day=dates.day(at.date()), time=dates.clock(at))
