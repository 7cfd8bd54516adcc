"""The meeting's own particulars: how it begins, and its titles, organ, place, dates and symbol."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..acts import AssemblyEvent, Command, Work
from ..days import day
from ..kept.assembly import Assembly, Meeting
from ..kept.rules import Rules
from ..reasons import N_, Refused, refuse
from .rule_checks import faults

Trilingual = dict[Literal["en", "fr", "es"], str]


class MeetingCreated(AssemblyEvent, frozen=True, tag="meeting_created"):
    """The first row of every file."""

    meeting: Meeting

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, meeting=self.meeting)


class CreateMeeting(Command, frozen=True, tag="create_meeting"):
    """Begin a meeting under a rules preset, written whole into the row."""

    titles: Trilingual
    rules: Rules

    def decide(self, work: Work[Assembly]) -> None:
        if work.state.meeting.titles:
            raise refuse("one_meeting", N_("This file already holds a meeting."))
        if not any(title.strip() for title in self.titles.values()):
            raise refuse("title", N_("A meeting needs a title in at least one language."))
        for fault in faults(self.rules):
            raise Refused(fault, "rules")
        titles: dict[str, str] = {lang: words.strip() for lang, words in self.titles.items() if words.strip()}
        work.emit(MeetingCreated(meeting=Meeting(titles=titles, rules=self.rules)))


class MeetingSet(AssemblyEvent, frozen=True, tag="meeting_set"):
    """The meeting's data as they read from now on."""

    meeting: Meeting

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, meeting=self.meeting)


class SetMeeting(Command, frozen=True, tag="set_meeting", rename={"begins": "from", "ends": "to"}):
    """Set the meeting's symbol, place, dates (``from``, ``to``: ISO), organ line or titles."""

    symbol: str | None = None
    place: str | Trilingual | None = None
    begins: str | None = None
    ends: str | None = None
    organ: Trilingual | None = None
    titles: Trilingual | None = None

    def decide(self, work: Work[Assembly]) -> None:
        meeting = work.state.meeting
        place = (
            {"en": self.place, "fr": self.place, "es": self.place}
            if isinstance(self.place, str)
            else self.place
        )
        changed = msgspec.structs.replace(
            meeting,
            symbol=meeting.symbol if self.symbol is None else self.symbol.strip(),
            place=meeting.place if place is None else dict(place),
            begins=meeting.begins if self.begins is None else day(self.begins),
            ends=meeting.ends if self.ends is None else day(self.ends),
            organ=meeting.organ if self.organ is None else meeting.organ | dict(self.organ),
            titles=meeting.titles if self.titles is None else meeting.titles | dict(self.titles),
        )
        if changed.begins and changed.ends and changed.ends < changed.begins:
            raise refuse(
                "dates",
                N_("The meeting would end on {ends}, before it begins on {begins}."),
                ends=changed.ends,
                begins=changed.begins,
            )
        work.emit(MeetingSet(meeting=changed))
