"""Who has the floor, how long a speaker may speak, and how long each group has spoken."""

from __future__ import annotations

import msgspec

from ..kept.assembly import Assembly
from ..kept.speaking import Speaker


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
