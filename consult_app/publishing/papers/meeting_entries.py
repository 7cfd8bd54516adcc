"""What stands in the record of decisions beside the text: votes on other subjects, elections, motions,
statements, changes of Officers and of the composition."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec

from consult_app.drafting.wordings.wording import escape
from consult_app.meetings.kept.assembly import OFFICES, Assembly, Officer
from consult_app.meetings.kept.votes import Composition, Motion, Statement
from consult_app.meetings.voting.composition import weights_of
from consult_app.state import State

from ..formulas import record_forms
from ..formulas.results import of_motion
from ..paper import Span, spans
from .entries import Entry, said_by, subject_said, text_entries, vote_entry, vote_sentences
from .heads import as_entered, original_mark

_OF_THE_TEXT = frozenset({"amendment", "subamendment", "node"})
_DECIDED = frozenset({"adopted", "rejected"})
#: the composition stands after the vote that was still taken in the one before
_AFTER = 4
_BEFORE = -1


def entries(state: State, language: str) -> list[Entry]:
    """Everything that the record of decisions holds, in the order in which it happened."""
    return sorted(_unordered(state, language), key=lambda entry: (entry.at, entry.rank))


def anything_decided(state: State) -> bool:
    """Whether there is anything yet to put on record."""
    return any(entry.decides for entry in _unordered(state, "en"))


def _unordered(state: State, language: str) -> Iterator[Entry]:
    yield from text_entries(state, language)
    yield from _of_votes(state, language)
    yield from _of_motions(state, language)
    yield from _of_statements(state, language)
    yield from aside_entries(state, language)


def aside_entries(state: State, language: str, *, past: bool = False) -> Iterator[Entry]:
    """What is about the meeting and no question before it: changes of Officers and of the composition. The
    report of proceedings has them in the *past*."""
    yield from _of_officers(state, language, past)
    yield from _of_compositions(state, language)


def first_officers(assembly: Assembly) -> Assembly:
    """The assembly with the Officers that were elected first: those who came later have their own entry."""
    first: dict[str, Officer] = {}
    for officer in (*assembly.former_officers, *assembly.officers.values()):
        first.setdefault(officer.office, officer)
    held = {office: first[office] for office in OFFICES if office in first}
    return msgspec.structs.replace(assembly, officers=held)


def sitting_at(assembly: Assembly, at: str) -> int:
    """The sitting that was open at that moment, 0 for none."""
    held = (s.number for s in assembly.sittings if s.opened <= at and (not s.closed or at <= s.closed))
    return next(held, 0)


def _of_votes(state: State, language: str) -> Iterator[Entry]:
    """Votes on subjects of their own, elections, and the void votes on motions."""
    by_motion = {motion.vote for motion in state.assembly.motions.values() if motion.decided_at}
    for vote in state.assembly.votes:
        decided = vote.number in by_motion and vote.outcome in _DECIDED
        if vote.subject.kind not in _OF_THE_TEXT and not decided:
            motion = state.assembly.motions.get(vote.subject.id)
            yield vote_entry(state, vote, language, **(_moved(state, motion, language) if motion else {}))


def _of_motions(state: State, language: str) -> Iterator[Entry]:
    votes = {vote.number: vote for vote in state.assembly.votes}
    for motion in state.assembly.motions.values():
        at = motion.decided_at or motion.at
        vote = votes.get(motion.vote)
        sentence = of_motion(motion.kind, motion.state, language)
        by_vote = vote is not None and bool(motion.decided_at) and vote.outcome in _DECIDED
        if vote is not None and by_vote:
            sentence = vote_sentences(state, vote, language)
        sitting = sitting_at(state.assembly, at) if motion.decided_at else motion.sitting
        said = record_forms.sentences(sentence, as_entered(state, _ended(motion.ruling), language))
        entry = Entry(at, sitting, 0, said, vote=vote.symbol if vote is not None and by_vote else "")
        yield msgspec.structs.replace(entry, **_moved(state, motion, language))


def _moved(state: State, motion: Motion, language: str) -> dict[str, str]:
    who = motion.seconded_by
    return {
        "number": motion.symbol,
        "by": said_by(state, motion.by, language),
        "seconded": record_forms.seconded(state.assembly, who, language) if who else "",
        "subject": as_entered(state, motion.on, language),
    }


def _ended(words: str) -> str:
    """*words* as a sentence of the record."""
    return words if not words or words.endswith((".", "!", "?", "…")) else f"{words}."


def _of_statements(state: State, language: str) -> Iterator[Entry]:
    for statement in state.assembly.statements:
        about = statement.subject
        on_amendment = about.kind in ("amendment", "subamendment")
        yield Entry(
            statement.at,
            statement.sitting,
            _AFTER,
            record_forms.of_statement(state.assembly, statement, language),
            number=about.label if on_amendment else "",
            by=said_by(state, statement.by, language),
            subject=subject_said(state, about, language),
            quoted=_quoted(statement, language),
        )


def _quoted(statement: Statement, language: str) -> tuple[Span, ...]:
    if not statement.text:
        return ()
    said = language if language in statement.text else next(iter(statement.text))
    mark = f" {original_mark(said, language)}" if said != language else ""
    return (*spans(escape(statement.text[said]), said), *((Span(mark),) if mark else ()))


def _of_officers(state: State, language: str, past: bool) -> Iterator[Entry]:
    """Who took over an office in the course of the meeting, and who left one; the first Officers stand at
    the head of the record."""
    assembly = state.assembly
    for office in OFFICES:
        held = [each for each in assembly.former_officers if each.office == office]
        now = assembly.officers.get(office)
        line = [*held, now] if now is not None else held
        for before, after in zip(line, [*line[1:], None], strict=False):
            person = assembly.person(before.participant)
            if person is None or not before.until:
                continue
            if after is None or after.since != before.until:
                sentence = record_forms.of_officer_left(assembly, office, person, language, past=past)
                yield Entry(before.until, sitting_at(assembly, before.until), _BEFORE, sentence, aside=True)
            new = assembly.person(after.participant) if after is not None else None
            if after is not None and new is not None:
                former = person if after.since == before.until else None
                sentence = record_forms.of_officer(assembly, office, new, former, language)
                yield Entry(after.since, sitting_at(assembly, after.since), _BEFORE, sentence, aside=True)


def _of_compositions(state: State, language: str) -> Iterator[Entry]:
    """The modifications of the composition; several in a row that no vote came between are one entry."""
    placed = list(_placed(state.assembly))
    for (at, sitting), found in groupby(placed, key=lambda each: each[:2]):
        run = [composition for _at, _sitting, composition in found]
        last = run[-1]
        weights = weights_of(state.assembly, last)
        weighted = state.assembly.meeting.rules.weighted
        sentence = record_forms.sentences(
            record_forms.of_modification(state.assembly, last.listed, last.entitled, len(run), language),
            record_forms.votes_each(weights, language, weighted=True) if weighted else "",
        )
        yield Entry(at, sitting, _AFTER, sentence, aside=True, decides=False)


def _placed(assembly: Assembly) -> Iterator[tuple[str, int, Composition]]:
    """Each modification with the earliest moment that it can have been made at, and its sitting: a
    composition keeps its sitting, not its time. It is not before the sitting, nor before the last vote
    in an earlier one; one between two sittings is after the end of the former."""
    opened = {sitting.number: sitting.opened for sitting in assembly.sittings}
    reached = ""
    for composition in assembly.compositions:
        taken = [vote.at for vote in assembly.votes if vote.composition.number < composition.number]
        reached = max([reached, opened.get(composition.sitting, ""), *taken])
        if not composition.sitting:
            ends = [s.closed for s in assembly.sittings if s.closed >= reached]
            reached = min(ends, default=reached)
        if composition.number > 1:
            yield reached, composition.sitting, composition


__all__ = ["anything_decided", "aside_entries", "entries", "first_officers", "sitting_at"]
