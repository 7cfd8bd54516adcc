"""What the report of proceedings says that somebody said: written when a speech ends, or afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..acts import AssemblyEvent, Command, Language, Work
from ..one_line import one_line
from ..reasons import N_, refuse

if TYPE_CHECKING:
    from ..kept.assembly import Assembly
    from ..kept.speaking import Speech

#: words in one language, or by language
Words = str | dict[Language, str]


def by_language(words: Words, language: Language) -> dict[str, str]:
    """*words* by language, those of a single one in *language*; empty ones are left out."""
    given = {language: words} if isinstance(words, str) else words
    said = {key: one_line(each) for key, each in given.items()}
    return {key: each for key, each in said.items() if each}


def told_in(words: Words, language: Language | None) -> tuple[str, dict[str, str]]:
    """*words* without a language, and those by language: one of the two is empty."""
    if isinstance(words, str) and language is None:
        return one_line(words), {}
    return "", by_language(words, language or "en")


class SpeechSummarized(AssemblyEvent, frozen=True, tag="speech_summarized"):
    """What the report says of a speech reads so from now on. ``speech`` is the id of the entry on the list
    of speakers that it was made on."""

    speech: str
    summary: str = ""
    summaries: dict[str, str] = msgspec.field(default_factory=dict)

    def apply(self, state: Assembly) -> Assembly:
        speeches = tuple(
            msgspec.structs.replace(each, summary=self.summary, summaries=self.summaries)
            if each.speaker.id == self.speech
            else each
            for each in state.speaking.speeches
        )
        return msgspec.structs.replace(
            state, speaking=msgspec.structs.replace(state.speaking, speeches=speeches)
        )


class SummarizeSpeech(Command, frozen=True, tag="summarize_speech"):
    """Write what the report of proceedings says of a speech, also long after it: of the one with this id, or
    of the last one of the ``speaker`` (name, group or id). ``summary`` by language leaves the others as
    they are; an empty one is taken away."""

    speaker: str
    summary: Words
    language: Language | None = None

    def decide(self, work: Work[Assembly]) -> None:
        speech = _speech(work.state, self.speaker)
        plain, said = told_in(self.summary, self.language)
        if isinstance(self.summary, dict) or self.language is not None:
            asked = self.summary if isinstance(self.summary, dict) else {self.language: ""}
            kept = {key: each for key, each in speech.summaries.items() if key not in asked}
            plain, said = speech.summary, kept | said
        work.emit(SpeechSummarized(speech=speech.speaker.id, summary=plain, summaries=said))
        work.answer |= {"speaker": speech.speaker.id, "who": speech.speaker.who}


def _speech(assembly: Assembly, name: str) -> Speech:
    who = assembly.find_actor(name.strip())
    for each in reversed(assembly.speaking.speeches):
        if each.speaker.id == name.strip() or (who and who in (each.speaker.who, each.speaker.on_behalf_of)):
            return each
    raise refuse(
        "unknown_speech",
        N_("There is no speech of “{name}” in the record; name who spoke as on the list of speakers."),
        name=name,
    )


__all__ = ["SpeechSummarized", "SummarizeSpeech", "Words", "by_language", "told_in"]
