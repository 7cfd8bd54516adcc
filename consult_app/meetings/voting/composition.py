"""The composition of the meeting: who is entitled to vote, and each time that this changed.

``entitled`` is the one place that says who votes. Compositions are numbered from the end of the first
sitting, or from the first vote, on; a row that changes who is entitled, or how many members a group has,
makes the next one (procedure.md §4.1: "the composition was modified nine times").
"""

from __future__ import annotations

import msgspec

from ..kept.assembly import Assembly, Group, Participant
from ..kept.votes import Composition
from ..reasons import N_, Message, Term
from .weighing import MAIN_GROUPS, weights


def entitled(assembly: Assembly) -> dict[str, tuple[str, ...]]:
    """By main group, the ids of those who vote: members entitled to, or in the place of one of them the
    substitute who stands in on written notice."""
    return _seats(assembly)[0]


Members = dict[str, tuple[str, ...]]
People = dict[str, Participant]
_last: tuple[People, dict[str, Group], tuple[Members, dict[str, int]]] | None = None


def _seats(assembly: Assembly) -> tuple[Members, dict[str, int]]:
    """Who votes, and how many members are listed, by main group. The last answer is kept for the list of
    people that it is about: most rows change nobody, and lists are never changed in place."""
    global _last
    kept = _last  # the desk's thread and the window ask for different states
    if kept is None or kept[0] is not assembly.participants or kept[1] is not assembly.groups:
        kept = assembly.participants, assembly.groups, (_entitled(assembly), _listed(assembly))
        _last = kept
    return kept[2]


def _entitled(assembly: Assembly) -> Members:
    members: dict[str, list[str]] = {group: [] for group in MAIN_GROUPS}
    replaced = {person.stands_in_for for person in assembly.participants.values()}
    for person in assembly.participants.values():
        seat = assembly.participants.get(person.stands_in_for) if person.stands_in_for else person
        if seat is None or not seat.may_vote or person.id in replaced:
            continue
        group = assembly.main_group(seat.id)  # the vote is the member's, wherever the substitute comes from
        if group in members:
            members[group].append(person.id)
    return {group: tuple(found) for group, found in members.items()}


def _listed(assembly: Assembly) -> dict[str, int]:
    listed = dict.fromkeys(MAIN_GROUPS, 0)
    for person in assembly.participants.values():
        group = assembly.main_group(person.id)
        if group in listed and person.role == "member":
            listed[group] += 1
    return listed


def why_not(assembly: Assembly, person: Participant) -> Message:
    """Why *person* has no vote now, as a sentence that names the person and the reason recorded."""
    substitute = _replaced_by(assembly, person)
    if person.may_vote and substitute is not None:
        return Message(
            N_("{name} is replaced by {substitute}, who votes instead."),
            {"name": person.name, "substitute": substitute.name},
        )
    if person.stands_in_for:
        seat = assembly.participants.get(person.stands_in_for)
        if seat is not None:
            return Message(
                N_("{name} stands in for {seat}, who is not entitled to vote."),
                {"name": person.name, "seat": seat.name},
            )
    if not assembly.main_group(person.id):
        return Message(N_("{name} belongs to no group that votes."), {"name": person.name})
    if person.why_not:
        return Message(
            N_("{name} is not entitled to vote: {why}."),
            {"name": person.name, "why": person.why_not.rstrip(".")},
        )
    return Message(
        N_("{name} takes part as {role} and is not entitled to vote."),
        {"name": person.name, "role": Term("role", person.role, "participant")},
    )


def _replaced_by(assembly: Assembly, person: Participant) -> Participant | None:
    return next((p for p in assembly.participants.values() if p.stands_in_for == person.id), None)


def present(assembly: Assembly) -> tuple[str, ...] | None:
    """Those entitled who are present at the sitting; None where nobody noted who is."""
    noted = assembly.presence.get(assembly.sitting_number)
    if noted is None:
        return None
    return tuple(each for found in entitled(assembly).values() for each in found if each in noted)


def composition(assembly: Assembly) -> Composition:
    """The composition as it is now: the last one that was numbered where nothing changed since, else the
    next."""
    members, listed = _seats(assembly)
    last = assembly.compositions[-1] if assembly.compositions else None
    if last is not None and last.listed == listed and _same(last.members, members):
        return last
    return Composition(len(assembly.compositions) + 1, assembly.sitting_number, members, listed)


def _same(one: dict[str, tuple[str, ...]], other: dict[str, tuple[str, ...]]) -> bool:
    return all(frozenset(one.get(group, ())) == frozenset(found) for group, found in other.items())


def recomposed(assembly: Assembly) -> Assembly:
    """The assembly with its composition numbered, where a row changed it. Until the first sitting has
    ended, or the first vote, members only arrive: that modifies nothing."""
    if not assembly.compositions and not any(sitting.closed for sitting in assembly.sittings):
        return assembly
    now = composition(assembly)
    if now.number <= len(assembly.compositions):
        return assembly
    return msgspec.structs.replace(assembly, compositions=(*assembly.compositions, now))


def modified(assembly: Assembly) -> int:
    """How many times the composition was modified since the first."""
    return max(0, len(assembly.compositions) - 1)


def weights_of(assembly: Assembly, found: Composition) -> dict[str, int]:
    """The votes that each member of a group has in the composition *found* under the rules of the
    meeting; empty where a group without a vote leaves no weights."""
    weighted = assembly.meeting.rules.weighted
    if weighted and not all(found.entitled.values()):
        return {}
    return weights(found.entitled, weighted=weighted)
