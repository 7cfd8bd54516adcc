"""The results of votes for spreadsheets: a sheet of the votes, one of their figures by group, one of who
voted how, one of the candidates; figures are plain, so that they can be added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consult_app.meetings.kept.votes import Vote
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import term, translator

from ..formulas.people import country_name, full_name
from ..formulas.record_forms import declared, sentences
from ..formulas.results import of_vote
from ..paper import Block, Heading, Paper, Runs, Table, text
from .heads import masthead
from .vote_figures import CHOICES, by_choice, lines_of, ranked
from .votes import group_words, heads_of, place_words, requested_words, subject_words, title_words

_VOTES = (
    N_("Vote"),
    N_("Sitting"),
    N_("Date"),
    N_("Time (UTC)"),
    N_("Subject"),
    N_("Concerning"),
    N_("Method of voting"),
    N_("Requested by"),
    N_("Outcome"),
    N_("Votes in favour"),
    N_("Votes against"),
    N_("Votes abstaining"),
    N_("All votes"),
    N_("Quorum"),
    N_("Counted for the quorum"),
    N_("Result"),
    N_("Note"),
)
_VOTES_WIDE = (8.0, 9, 12, 11, 24, 24, 22, 26, 14, 12, 12, 12, 12, 12, 14, 70, 24)
_BY_GROUP = N_("Figures by group")
_GROUPS = (
    N_("Vote"),
    N_("Group"),
    N_("Members"),
    N_("Voting members"),
    N_("In favour"),
    N_("Against"),
    N_("Abstaining"),
    N_("Not taking part"),
    N_("Votes per member"),
    N_("Votes in favour"),
    N_("Votes against"),
    N_("Votes abstaining"),
)
_GROUPS_WIDE = (8.0, 26, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12)
_BY_NAME = N_("Votes by name")
_NAMES = (N_("Vote"), N_("Group"), N_("Country"), N_("Name"), N_("Voted"))
_NAMES_WIDE = (8.0, 26, 26, 34, 18)
_ELECTIONS = N_("Votes by candidate")
_CANDIDATES = (N_("Vote"), N_("Candidate"), N_("Votes obtained"), N_("Majority needed"), N_("Outcome"))
_CANDIDATES_WIDE = (8.0, 34, 10, 14, 18)


def votes_table(state: State, language: str) -> Paper:
    """All votes in *language* as flat tables; those that would have no line are left out."""
    say = translator(language).gettext
    title = title_words(language)
    votes = state.assembly.votes
    blocks: list[Block] = []
    for name, heads, widths, rows in (
        (title, _VOTES, _VOTES_WIDE, [_vote(state, vote, language) for vote in votes]),
        (say(_BY_GROUP), _GROUPS, _GROUPS_WIDE, [r for v in votes for r in _groups(state, v, language)]),
        (say(_BY_NAME), _NAMES, _NAMES_WIDE, [r for v in votes for r in _names(state, v, language)]),
        (say(_ELECTIONS), _CANDIDATES, _CANDIDATES_WIDE, [r for v in votes for r in _papers(v, language)]),
    ):
        if rows:
            columns = tuple(text(say(head)) for head in heads)
            blocks += [Heading(1, text(name)), Table(columns, tuple(_cells(row) for row in rows), widths)]
    return Paper("votes", title, language, masthead(state, language), tuple(blocks))


def _cells(row: Sequence[str | int]) -> tuple[Runs, ...]:
    return tuple(text(str(cell)) for cell in row)


def _vote(state: State, vote: Vote, language: str) -> list[str | int]:
    found = vote.figures
    return [
        vote.symbol,
        vote.sitting or "",
        vote.at[:10],
        vote.at[11:16],
        subject_words(state, vote, language),
        place_words(state, vote, language),
        term("method", vote.method, "vote", language),
        requested_words(state, vote, language),
        term("outcome", vote.outcome, "vote", language),
        *(("", "") if vote.candidates else (found.favour, found.against)),
        found.abstaining,
        found.total,
        found.needed,
        found.counted,
        sentences(of_vote(vote, language), declared(vote, language)),
        vote.reason,
    ]


def _groups(state: State, vote: Vote, language: str) -> Iterator[list[str | int]]:
    for line in lines_of(vote):
        if line.group:
            known = line.absent >= 0
            yield [
                vote.symbol,
                group_words(state, line.group, language),
                line.listed,
                line.entitled if known else "",
                *line.hands,
                line.absent if known else "",
                line.weight,
                *line.votes,
            ]


def _names(state: State, vote: Vote, language: str) -> Iterator[list[str | int]]:
    for choice, head in zip(CHOICES, heads_of(vote, language)[2:], strict=False):
        for group, people in by_choice(state.assembly, vote, choice, language).items():
            for person in people:
                country = country_name(person.country, language) if person.country else ""
                said = group_words(state, group, language)
                yield [vote.symbol, said, country, full_name(person, language), head]


def _papers(vote: Vote, language: str) -> Iterator[list[str | int]]:
    for name, count in ranked(vote):
        outcome = term("outcome", vote.outcome, "vote", language) if name in vote.winners else ""
        yield [vote.symbol, name, count, vote.majority, outcome]


__all__ = ["votes_table"]
