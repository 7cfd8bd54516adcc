"""The list of speakers: withdrawn from, reordered, closed and opened again.

Putting somebody on the list may name an amendment, and stands with the texts for it
(``drafting/deciding/asking.py``); giving the floor is in ``giving_floor.py``.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from ..acts import AssemblyEvent, Command, Work
from ..kept.assembly import Assembly
from ..kept.speaking import Speaker, Speaking, in_order
from ..reasons import N_, refuse

SpeechKind = Literal["speaker", "point_of_order", "right_of_reply"]


def spoken(state: Assembly, speaking: Speaking) -> Assembly:
    """The assembly with that list of speakers."""
    return msgspec.structs.replace(state, speaking=speaking)


class SpeakersSet(AssemblyEvent, frozen=True, tag="speakers_set"):
    """The list of speakers as it reads from now on, and whether it is closed."""

    waiting: tuple[Speaker, ...]
    closed: bool = False

    def apply(self, state: Assembly) -> Assembly:
        return spoken(
            state, msgspec.structs.replace(state.speaking, waiting=self.waiting, closed=self.closed)
        )


class WithdrawSpeaker(Command, frozen=True, tag="withdraw_speaker"):
    """Somebody no longer asks for the floor."""

    speaker: str

    def decide(self, work: Work[Assembly]) -> None:
        speaker = on_list(work, self.speaker)
        speaking = work.state.speaking
        waiting = tuple(each for each in speaking.waiting if each.id != speaker.id)
        work.emit(SpeakersSet(waiting=waiting, closed=speaking.closed))


class MoveSpeaker(Command, frozen=True, tag="move_speaker"):
    """Put somebody at another place of the list: place ``to`` (1 is next), or ``before`` another
    speaker. Points of order stay first and rights of reply last."""

    speaker: str
    to: int | None = None
    before: str = ""

    def decide(self, work: Work[Assembly]) -> None:
        speaking = work.state.speaking
        speaker = on_list(work, self.speaker)
        if (self.to is None) == (not self.before):
            raise refuse("speaker_place", N_("Say one place: a number, or before whom."))
        others = [each for each in speaking.waiting if each.id != speaker.id]
        if self.to is not None:
            at = min(max(self.to, 1), len(others) + 1) - 1
        else:
            other = on_list(work, self.before)
            at = others.index(other) if other.id != speaker.id else speaking.waiting.index(speaker)
        moved = (*others[:at], speaker, *others[at:])
        if in_order(moved) != moved:
            raise refuse("speakers_order", N_("Points of order are heard first, and rights of reply last."))
        work.emit(SpeakersSet(waiting=moved, closed=speaking.closed))
        work.answer["place"] = at + 1


class CloseList(Command, frozen=True, tag="close_list"):
    """Close the list of speakers."""

    def decide(self, work: Work[Assembly]) -> None:
        if work.state.speaking.closed:
            raise refuse("list_closed", N_("The list of speakers is closed already."))
        work.emit(SpeakersSet(waiting=work.state.speaking.waiting, closed=True))


class ReopenList(Command, frozen=True, tag="reopen_list"):
    """Open the list of speakers again."""

    def decide(self, work: Work[Assembly]) -> None:
        if not work.state.speaking.closed:
            raise refuse("list_open", N_("The list of speakers is open."))
        work.emit(SpeakersSet(waiting=work.state.speaking.waiting))


def actor(work: Work[Assembly], who: str) -> str:
    """The id of a group or participant. Raises Refused where there is none."""
    found = work.state.find_actor(who.strip())
    if not found:
        raise refuse(
            "unknown_actor", N_("“{who}” is neither a group nor a participant of this meeting."), who=who
        )
    return found


def waiting(work: Work[Assembly], name: str, kind: str | None = None) -> Speaker | None:
    """Who is meant on the list: by the id of the entry, or the first of a participant or group."""
    name = name.strip()
    who = work.state.find_actor(name)
    return next(
        (
            each
            for each in work.state.speaking.waiting
            if each.id == name or (who and each.who == who and kind in (None, each.kind))
        ),
        None,
    )


def on_list(work: Work[Assembly], name: str) -> Speaker:
    """As :func:`waiting`. Raises Refused where there is none."""
    found = waiting(work, name)
    if found is None:
        raise refuse("not_on_list", N_("“{name}” is not on the list of speakers."), name=name)
    return found


__all__ = [
    "CloseList",
    "MoveSpeaker",
    "ReopenList",
    "SpeakersSet",
    "SpeechKind",
    "WithdrawSpeaker",
    "actor",
    "on_list",
    "spoken",
    "waiting",
]
