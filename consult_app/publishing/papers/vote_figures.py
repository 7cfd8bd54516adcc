"""The figures of one vote as its papers need them: by group, weighted, by name in protocol order."""

from __future__ import annotations

import msgspec

from consult_app.meetings.kept.assembly import Assembly, Participant
from consult_app.meetings.kept.votes import CHOICES, Vote
from consult_app.meetings.voting.weighing import MAIN_GROUPS

from ..formulas.people import collated, country_name


class Line(msgspec.Struct, frozen=True):
    """One group in a vote, or all of them (``group`` is ""): members ``listed`` and ``entitled``, how many
    voted for, against or abstained (``hands``), what each vote counts (``weight``), and the ``votes`` that
    these come to. ``absent`` is how many took no part, -1 where nobody is known to be entitled."""

    group: str
    listed: int
    entitled: int
    hands: tuple[int, int, int]
    weight: int
    votes: tuple[int, int, int]
    absent: int


def lines_of(vote: Vote) -> list[Line]:
    """A line for each of the three groups, then their sum; none for an election."""
    if vote.candidates:
        return []
    known = any(vote.composition.entitled.values())
    lines = []
    for group in MAIN_GROUPS:
        hands = vote.tally.get(group, (0, 0, 0))
        entitled = vote.composition.entitled.get(group, 0)
        weight = vote.weights.get(group, 1)
        pro, contra, none = (weight * each for each in hands)
        absent = entitled - sum(hands) if known else -1
        listed = vote.composition.listed.get(group, 0)
        lines.append(Line(group, listed, entitled, hands, weight, (pro, contra, none), absent))
    return [*lines, _sum(lines, known)]


def papers_cast(vote: Vote) -> int:
    """How many valid ballot papers an election had."""
    return sum(vote.candidates.values())


def ranked(vote: Vote) -> list[tuple[str, int]]:
    """The candidates of an election with their votes, most votes first."""
    return sorted(vote.candidates.items(), key=lambda each: -each[1])


def by_choice(assembly: Assembly, vote: Vote, choice: str, language: str) -> dict[str, list[Participant]]:
    """Who voted so in a record vote, by group and in protocol order: by country in the alphabetical order
    of *language*, then by name."""
    found: dict[str, list[Participant]] = {group: [] for group in MAIN_GROUPS}
    for who, given in vote.names.items():
        person = assembly.person(who)
        if given == choice and person is not None:
            group = _group_in(assembly, vote, who)
            found.setdefault(group, []).append(person)
    return {
        group: sorted(people, key=lambda person: _protocol(person, language))
        for group, people in found.items()
        if people
    }


def _group_in(assembly: Assembly, vote: Vote, who: str) -> str:
    """The group that somebody voted in: that of the composition of the vote."""
    for group, members in vote.composition.members.items():
        if who in members:
            return group
    return assembly.main_group(who)


def _protocol(person: Participant, language: str) -> tuple[str, str]:
    return collated(country_name(person.country, language) if person.country else ""), collated(person.name)


def _sum(lines: list[Line], known: bool) -> Line:
    def added(triples: list[tuple[int, int, int]]) -> tuple[int, int, int]:
        pro, contra, none = (sum(column) for column in zip(*triples, strict=True))
        return pro, contra, none

    return Line(
        "",
        sum(line.listed for line in lines),
        sum(line.entitled for line in lines),
        added([line.hands for line in lines]),
        0,
        added([line.votes for line in lines]),
        sum(line.absent for line in lines) if known else -1,
    )


__all__ = ["CHOICES", "Line", "by_choice", "lines_of", "papers_cast", "ranked"]
