"""The floor: given, interrupted by a point of order, given back; and how long a speech may be."""

from __future__ import annotations

import msgspec

from ..acts import AssemblyEvent, Command, Language, Work
from ..kept.assembly import ROLES, Assembly
from ..kept.speaking import SPEECH_KINDS, Speaker, Speech, Stretch
from ..reasons import N_, refuse
from .agenda_setting import under_discussion
from .speakers import SpeechKind, actor, spoken, waiting
from .speaking_times import allowed, minutes
from .summarizing import Words, told_in


class SpeakingTimeSet(AssemblyEvent, frozen=True, tag="speaking_time_set"):
    """The seconds allowed to a group, a role or a kind of speech ("": everybody else); 0 for no limit."""

    of: str
    seconds: int

    def apply(self, state: Assembly) -> Assembly:
        limits = {key: each for key, each in state.speaking.limits.items() if key != self.of}
        if self.seconds:
            limits[self.of] = self.seconds
        return spoken(state, msgspec.structs.replace(state.speaking, limits=limits))


class FloorGiven(AssemblyEvent, frozen=True, tag="floor_given"):
    """Somebody has the floor. Whoever had it has ended, or is only interrupted (by a point of order)."""

    speech: Speech
    interrupts: bool = False

    def apply(self, state: Assembly) -> Assembly:
        speaking = state.speaking
        at = self.speech.began
        before = tuple(self._left(each, at) for each in speaking.speeches)
        left = tuple(each for each in speaking.waiting if each.id != self.speech.speaker.id)
        return spoken(
            state,
            msgspec.structs.replace(speaking, waiting=left, speeches=(*before, self.speech)),
        )

    def _left(self, speech: Speech, at: str) -> Speech:
        if speech.ended:
            return speech
        if self.interrupts:
            return msgspec.structs.replace(
                speech.stopped(at), interrupted=speech.running or speech.interrupted
            )
        return msgspec.structs.replace(speech.stopped(at), ended=at)


class SpeechEnded(AssemblyEvent, frozen=True, tag="speech_ended"):
    """Whoever had the floor gave it back; a speech that a point of order broke in on goes on."""

    at: str
    summary: str = ""
    all: bool = False
    summaries: dict[str, str] = msgspec.field(default_factory=dict)

    def apply(self, state: Assembly) -> Assembly:
        speaking = state.speaking
        now = speaking.now
        speeches = tuple(
            msgspec.structs.replace(
                each.stopped(self.at),
                ended=self.at,
                summary=(self.summary if each is now else "") or each.summary,
                summaries=each.summaries | self.summaries if each is now else each.summaries,
            )
            if each is now or (self.all and not each.ended)
            else each
            for each in speaking.speeches
        )
        return _resumed(
            spoken(state, msgspec.structs.replace(speaking, speeches=speeches)), self.at, interrupted=True
        )


class SpeechPaused(AssemblyEvent, frozen=True, tag="speech_paused"):
    """The clock of the speech was stopped, or goes on (``resumed``)."""

    at: str
    resumed: bool = False

    def apply(self, state: Assembly) -> Assembly:
        if self.resumed:
            return _resumed(state, self.at, interrupted=False)
        speaking = state.speaking
        now = speaking.now
        speeches = tuple(each.stopped(self.at) if each is now else each for each in speaking.speeches)
        return spoken(state, msgspec.structs.replace(speaking, speeches=speeches))


def _resumed(state: Assembly, at: str, *, interrupted: bool) -> Assembly:
    """The speech that has the floor goes on: one that was interrupted, or one that was paused by hand."""
    speaking = state.speaking
    now = speaking.now
    if now is None or now.running or (interrupted and not now.interrupted):
        return state
    on = msgspec.structs.replace(now, stretches=(*now.stretches, Stretch(at)), interrupted=False)
    speeches = tuple(on if each is now else each for each in speaking.speeches)
    return spoken(state, msgspec.structs.replace(speaking, speeches=speeches))


class GiveFloor(Command, frozen=True, tag="give_floor"):
    """Give the floor to the next on the list, or to the ``speaker`` named (on the list or not). A point
    of order interrupts the speech that it is raised in; any other speech ends it."""

    speaker: str = ""
    kind: SpeechKind | None = None
    on_behalf_of: str = ""

    def decide(self, work: Work[Assembly]) -> None:
        speaker = self._speaker(work)
        assembly, at = work.state, work.context.time
        discussed = under_discussion(assembly)
        if not speaker.item and not speaker.amendment and discussed:
            speaker = msgspec.structs.replace(speaker, item=discussed.item)
        before = assembly.speaking.now
        interrupts = speaker.kind == "point_of_order" and before is not None
        speech = Speech(speaker, (Stretch(at),), allowed(assembly, speaker), assembly.sitting_number)
        work.emit(FloorGiven(speech=speech, interrupts=interrupts))
        work.answer |= {"speaker": speaker.id, "who": speaker.who, "allowed": speech.allowed}
        if before is not None:
            work.answer["interrupted" if interrupts else "ended"] = before.speaker.id
            if not interrupts:
                _say_overrun(work, before, at)

    def _speaker(self, work: Work[Assembly]) -> Speaker:
        if not self.speaker:
            first = work.state.speaking.next
            if first is None:
                raise refuse("no_speaker", N_("Nobody is on the list of speakers."))
            return first
        found = waiting(work, self.speaker, self.kind)
        if found is not None:
            return found
        who = actor(work, self.speaker)
        behalf = actor(work, self.on_behalf_of) if self.on_behalf_of else ""
        return Speaker(work.new_id("s"), who, self.kind or "speaker", behalf, asked=work.context.time)


class EndSpeech(Command, frozen=True, tag="end_speech"):
    """Whoever has the floor has ended; ``summary`` is what the report of proceedings says of it: in the
    ``language`` named, by language, or in the one that the secretariat works in. What was written of it
    while it lasted stays where nothing else is said."""

    summary: Words = ""
    language: Language | None = None

    def decide(self, work: Work[Assembly]) -> None:
        now = _speech(work)
        at = work.context.time
        plain, summaries = told_in(self.summary, self.language)
        work.emit(SpeechEnded(at=at, summary=plain, summaries=summaries))
        seconds = now.seconds(at)
        work.answer |= {"speaker": now.speaker.id, "who": now.speaker.who, "seconds": seconds}
        work.answer["overrun"] = max(0, seconds - now.allowed) if now.allowed else 0
        resumed = work.state.speaking.now
        if resumed is not None and resumed.running:
            work.answer["resumed"] = resumed.speaker.id
        _say_overrun(work, now, at)


class PauseSpeech(Command, frozen=True, tag="pause_speech"):
    """Stop the clock of whoever has the floor."""

    def decide(self, work: Work[Assembly]) -> None:
        if not _speech(work).running:
            raise refuse("speech_paused", N_("The clock of this speech is stopped already."))
        work.emit(SpeechPaused(at=work.context.time))


class ResumeSpeech(Command, frozen=True, tag="resume_speech"):
    """The clock of whoever has the floor goes on."""

    def decide(self, work: Work[Assembly]) -> None:
        if _speech(work).running:
            raise refuse("speech_running", N_("The clock of this speech is running."))
        work.emit(SpeechPaused(at=work.context.time, resumed=True))


class SetSpeakingTime(Command, frozen=True, tag="set_speaking_time"):
    """Limit the time of each speech, in ``minutes`` (0 lifts the limit), of a group, a role or a kind of
    speech (``of``); without ``of``, of everybody who has no limit of their own."""

    minutes: float
    of: str = ""

    def decide(self, work: Work[Assembly]) -> None:
        of = self.of.strip()
        kinds = [kind for kind in SPEECH_KINDS if kind != "speaker"]
        group = work.state.find_actor(of) if of else ""
        of = group if group in work.state.groups else of
        if of and of not in (*work.state.groups, *ROLES, *kinds):
            raise refuse(
                "speaking_time_of",
                N_("“{of}” is neither a group nor a role; the roles are {roles}, and {kinds}."),
                of=of,
                roles=", ".join(ROLES),
                kinds=", ".join(kinds),
            )
        seconds = round(self.minutes * 60) if 0 <= self.minutes <= 24 * 60 else -1
        if seconds < 0:
            raise refuse("speaking_time", N_("The time of a speech is from 0 minutes to a day."))
        work.emit(SpeakingTimeSet(of=of, seconds=seconds))
        work.answer |= {"of": of, "seconds": seconds}


def end_of_sitting(work: Work[Assembly]) -> None:
    """Whoever has the floor when the sitting is closed has ended."""
    if work.state.speaking.now is not None:
        work.emit(SpeechEnded(at=work.context.time, all=True))


def _say_overrun(work: Work[Assembly], speech: Speech, at: str) -> None:
    over = speech.seconds(at) - speech.allowed
    if speech.allowed and over > 0:
        work.warn(
            N_("{name} spoke for {time} longer than the time allowed."),
            name=work.state.name_of(speech.speaker.who),
            time=minutes(over),
        )


def _speech(work: Work[Assembly]) -> Speech:
    now = work.state.speaking.now
    if now is None:
        raise refuse("no_speech", N_("Nobody has the floor."))
    return now


__all__ = [
    "EndSpeech",
    "FloorGiven",
    "GiveFloor",
    "PauseSpeech",
    "ResumeSpeech",
    "SetSpeakingTime",
    "SpeakingTimeSet",
    "SpeechEnded",
    "SpeechPaused",
    "end_of_sitting",
]
