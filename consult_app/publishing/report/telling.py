"""The sentences of the report that belong to no single amendment: speeches, motions, statements, and words
that somebody wrote down for the record."""

from __future__ import annotations

from collections.abc import Mapping

from consult_app.drafting.house_style.house import capitalized, quote
from consult_app.meetings.kept.agenda import Discussion, labels
from consult_app.meetings.kept.speaking import Speech
from consult_app.meetings.kept.votes import Motion, Statement
from consult_app.meetings.one_line import one_line
from consult_app.state import State

from ..formulas import record_forms
from ..formulas.bodies import organ_name
from ..formulas.results import motion_name, of_motion
from ..papers.entries import vote_sentences
from ..papers.heads import in_language, marked, working_language
from . import forms, voices


class Teller:
    """Tells in one *language* of one meeting.

    Reasons, rulings and summaries that were entered without a language are taken to be in the one that the
    secretariat works in, which is the first that the text was imported in.
    """

    def __init__(self, state: State, language: str) -> None:
        self.state, self.assembly, self.language = state, state.assembly, language
        self.working = working_language(state)

    def voice(self, who: str, at: str, behalf: str = "") -> str:
        """Who spoke, as a sentence has it in its middle."""
        return voices.voice(self.assembly, who, at, self.language, behalf)

    def free(self, words: str, said: str = "") -> str:
        """*words* that a person entered, as a sentence; marked where they are not in the report's
        language."""
        words = one_line(words)
        if not words:
            return ""
        ended = words if words.endswith((".", "!", "?", "…", "”", "»")) else f"{words}."
        return marked(ended, said or self.working, self.language)

    def quoted(self, words: str, said: str) -> str:
        """*words* in quotation marks, marked where they are not in the report's language."""
        return marked(quote(one_line(words), self.language), said, self.language)

    def summary(self, words: Mapping[str, str], unsaid: str) -> str:
        """What a speaker said, in the report's language or else in one that it was summarized in; *unsaid*
        is a summary without a language."""
        if not words:
            return self.free(unsaid)
        said = self.language if self.language in words else next(iter(words))
        return self.free(words[said], said)

    def speech(self, speech: Speech) -> str:
        """That somebody took the floor and what they said; a blank to be filled in where nobody has put it
        down."""
        speaker = speech.speaker
        by = self.voice(speaker.who, speech.began, speaker.on_behalf_of)
        said = forms.FLOOR[speaker.kind][self.language].format(By=capitalized(by))
        summary = self.summary(speech.summaries, speech.summary)
        if not summary and speaker.kind != "point_of_order":
            summary = forms.BLANK[self.language]
        return record_forms.sentences(said, summary)

    def motion(self, motion: Motion) -> str:
        """A motion as to procedure or a point of order: by whom, seconded by whom, and what became of it."""
        point = motion.kind == "point_of_order"
        form = (forms.RAISED if point else forms.MOVED)[self.language]
        by = capitalized(self.voice(motion.by, motion.at))
        name = motion_name(motion.kind, self.language)
        parts = [form.format(By=by, motion=name, on=f" ({motion.on})" if motion.on else "")]
        parts.append(self.free(motion.reason))
        if motion.seconded_by:
            who = self.voice(motion.seconded_by, motion.at)
            parts.append(forms.MOTION_SECONDED[self.language].format(by=who).replace(",.", "."))
        vote = next((each for each in self.assembly.votes if each.number == motion.vote), None)
        if vote is not None and motion.decided_at and vote.outcome in ("adopted", "rejected"):
            parts.append(vote_sentences(self.state, vote, self.language, past=True))
        elif motion.state not in ("moved", "seconded"):
            parts.append(of_motion(motion.kind, motion.state, self.language, past=True))
        return record_forms.sentences(*parts, self.free(motion.ruling))

    def statement(self, statement: Statement) -> str:
        """What somebody had put on the record, with its words where they are to be printed."""
        by = self.voice(statement.by, statement.at)
        said = record_forms.of_statement(self.assembly, statement, self.language, by=by, past=True)
        return record_forms.sentences(said, self.summary(statement.text, ""))

    def discussion(self, discussion: Discussion) -> tuple[str, str]:
        """The title of an item of the agenda, and that it was taken up; both "" for one that is no longer on
        it."""
        item = next((each for each in self.assembly.agenda if each.id == discussion.item), None)
        if item is None:
            return "", ""
        number = labels(self.assembly.agenda)[item.id]
        form = forms.TOOK_UP_POINT if item.kind == "point" else forms.TOOK_UP
        organ = organ_name(self.assembly, self.language)
        return in_language(item.titles, self.language), form[self.language].format(Organ=organ, number=number)


__all__ = ["Teller"]
