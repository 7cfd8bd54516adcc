"""Who asked for the floor, who has it, and for how long: the list of speakers and its clock as values.

Points of order are heard first and a right of reply last; within each, in the order of the list. The
clock is no clock: it is the difference between moments that the record holds and the moment asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from .moments import seconds_between

if TYPE_CHECKING:
    from .assembly import Assembly

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


def group_with_the_floor(assembly: Assembly) -> str:
    """The group (an id) that has the floor: the one spoken for, or that of whoever speaks; "" where nobody
    does, or somebody of no group: the Chairperson, the secretariat."""
    speech = assembly.speaking.now
    if speech is None:
        return ""
    for said in (speech.speaker.on_behalf_of, speech.speaker.who):
        if said in assembly.groups:
            return said
    return assembly.main_group(speech.speaker.who)


def allowed(assembly: Assembly, speaker: Speaker) -> int:
    """The seconds that *speaker* is allowed; 0 where nothing limits them. A group's spokesperson has the
    time of the group (or of the group above it), a person on their own that of their role, else that of
    their group."""
    limits = assembly.speaking.limits
    behalf = speaker.on_behalf_of or speaker.who
    person = assembly.person(speaker.who)
    if speaker.kind != "speaker":
        return limits.get(speaker.kind, 0)
    keys = _upwards(assembly, behalf) if behalf in assembly.groups else []
    if not keys and person is not None:
        keys = [person.role, *_upwards(assembly, person.group)]
    return next((limits[key] for key in (*keys, "") if key in limits), 0)


def _upwards(assembly: Assembly, group: str) -> list[str]:
    out: list[str] = []
    while group in assembly.groups and group not in out:
        out.append(group)
        group = assembly.groups[group].parent
    return out


class Tally(msgspec.Struct, frozen=True, gc=False):
    """How many speeches, and how many seconds in all."""

    number: int = 0
    seconds: int = 0

    def with_one(self, seconds: int) -> Tally:
        """The tally with one speech more."""
        return Tally(self.number + 1, self.seconds + seconds)


class SpeakingTimes(msgspec.Struct, frozen=True, gc=False):
    """The speeches by main group ("" of none), by who spoke, and by item of the agenda ("" on none)."""

    total: Tally
    by_group: dict[str, Tally]
    by_speaker: dict[str, Tally]
    by_item: dict[str, Tally]


def speaking_times(assembly: Assembly, now: str, *, sitting: int | None = None) -> SpeakingTimes:
    """The statistics of all speeches, or of those of one *sitting*; one that lasts counts up to *now*.
    Points of order count, as speeches of whoever raised them."""
    groups: dict[str, Tally] = {}
    speakers: dict[str, Tally] = {}
    items: dict[str, Tally] = {}
    total = Tally()
    for speech in assembly.speaking.speeches:
        if sitting is not None and speech.sitting != sitting:
            continue
        seconds = speech.seconds(now)
        total = total.with_one(seconds)
        speaker = speech.speaker
        group = assembly.main_group(speaker.on_behalf_of or speaker.who) or assembly.main_group(speaker.who)
        for tallies, key in ((groups, group), (speakers, speaker.who), (items, speaker.item)):
            tallies[key] = tallies.get(key, Tally()).with_one(seconds)
    return SpeakingTimes(total, groups, speakers, items)


def minutes(seconds: int) -> str:
    """Seconds as a clock shows them: "3:05", "-0:20", "1:02:00"."""
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    hours, rest = divmod(seconds, 3600)
    left, last = divmod(rest, 60)
    return f"{sign}{hours}:{left:02}:{last:02}" if hours else f"{sign}{left}:{last:02}"


__all__ = [
    "SPEECH_KINDS",
    "Speaker",
    "Speaking",
    "SpeakingTimes",
    "Speech",
    "Stretch",
    "Tally",
    "allowed",
    "in_order",
    "minutes",
    "speaking_times",
]
