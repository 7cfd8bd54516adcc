"""Who asked for the floor, who has it, and for how long: the list of speakers and its clock as values.

Points of order are heard first and a right of reply last; within each, in the order of the list. The
clock is no clock: it is the difference between moments that the record holds and the moment asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ..moments import seconds_between

#: in the order in which they are heard
SPEECH_KINDS = ("point_of_order", "speaker", "right_of_reply")


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """Somebody on the list: a participant or a group (``who``), on behalf of another or nobody, on an
    item of the agenda or an amendment (ids)."""

    id: str
    who: str
    kind: str = "speaker"
    on_behalf_of: str = ""
    item: str = ""
    amendment: str = ""
    asked: str = ""


class Stretch(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A stretch of a speech without a pause; ``ended`` is "" while it lasts."""

    began: str
    ended: str = ""


class Speech(msgspec.Struct, frozen=True, gc=False):
    """A speech: who, when, the time allowed in seconds (0: no limit), and its summary for the record.
    ``summaries`` are the same by language; ``interrupted`` says that a point of order broke in on it."""

    speaker: Speaker
    stretches: tuple[Stretch, ...]
    allowed: int = 0
    sitting: int = 0
    ended: str = ""
    summary: str = ""
    interrupted: bool = False
    summaries: dict[str, str] = {}

    @property
    def began(self) -> str:
        return self.stretches[0].began

    @property
    def running(self) -> bool:
        return not self.ended and not self.stretches[-1].ended

    def stopped(self, at: str) -> Speech:
        """The same with its clock stopped at that moment."""
        last = self.stretches[-1]
        if last.ended:
            return self
        return msgspec.structs.replace(self, stretches=(*self.stretches[:-1], Stretch(last.began, at)))

    def seconds(self, now: str) -> int:
        """How long it has lasted *now* (an ISO time), without the pauses."""
        return sum(seconds_between(each.began, each.ended or max(now, each.began)) for each in self.stretches)

    def remaining(self, now: str) -> int | None:
        """The seconds that are left *now*, negative when it is too long; None where there is no limit."""
        return self.allowed - self.seconds(now) if self.allowed else None


class Speaking(msgspec.Struct, frozen=True, gc=False):
    """The list of speakers. ``limits`` gives the seconds allowed by group, role or kind of speech, ""
    for everybody else; ``closed`` says that the list is."""

    waiting: tuple[Speaker, ...] = ()
    speeches: tuple[Speech, ...] = ()
    limits: dict[str, int] = {}
    closed: bool = False

    @property
    def now(self) -> Speech | None:
        """The speech that has the floor: running, or paused by hand."""
        unfinished = [each for each in self.speeches if not each.ended]
        return unfinished[-1] if unfinished else None

    @property
    def next(self) -> Speaker | None:
        """Who is next on the list."""
        return self.waiting[0] if self.waiting else None


def in_order(waiting: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """The list in the order in which it is heard; within a kind the order given."""
    return tuple(sorted(waiting, key=lambda each: SPEECH_KINDS.index(each.kind)))
