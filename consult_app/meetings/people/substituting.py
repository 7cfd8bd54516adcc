"""Substitution: a member's vote passes to somebody else on written notice (procedure.md §4.1 (c)).

One person casts one vote: whoever stands in has no vote as a member, and stands in for one member only.
"""

from __future__ import annotations

import msgspec

from ..acts import AssemblyEvent, Command, Work
from ..days import day
from ..kept.assembly import Assembly, Participant, Substitution
from ..reasons import N_, refuse
from .people import found


class SubstitutionRecorded(AssemblyEvent, frozen=True, tag="substitution_recorded"):
    """Notice of a substitution was given; it is in force if it has begun."""

    substitution: Substitution

    def apply(self, state: Assembly) -> Assembly:
        state = msgspec.structs.replace(state, substitutions=(*state.substitutions, self.substitution))
        if not self.substitution.in_force:
            return state
        return _standing(state, self.substitution.by, self.substitution.member)


class SubstitutionBegun(AssemblyEvent, frozen=True, tag="substitution_begun"):
    """The sitting began for which notice had been given."""

    substitution: str
    at: str

    def apply(self, state: Assembly) -> Assembly:
        return _turned(state, self.substitution, "since", self.at)


class SubstitutionEnded(AssemblyEvent, frozen=True, tag="substitution_ended"):
    """The member votes again."""

    substitution: str
    at: str

    def apply(self, state: Assembly) -> Assembly:
        return _turned(state, self.substitution, "ended", self.at)


def _turned(state: Assembly, name: str, field: str, at: str) -> Assembly:
    changed = tuple(
        msgspec.structs.replace(each, **{field: at}) if each.id == name else each
        for each in state.substitutions
    )
    before = next(each for each in state.substitutions if each.id == name)
    state = msgspec.structs.replace(state, substitutions=changed)
    if field == "since":
        return _standing(state, before.by, before.member)
    # one that had not begun took nobody's vote
    return _standing(state, before.by, "") if before.in_force else state


def _standing(state: Assembly, by: str, member: str) -> Assembly:
    person = state.participants.get(by)
    if person is None:
        return state
    standing = msgspec.structs.replace(person, stands_in_for=member)
    return msgspec.structs.replace(state, participants=state.participants | {person.id: standing})


class SubstituteParticipant(Command, frozen=True, tag="substitute_participant"):
    """Have the vote of ``member`` cast by ``by``. ``notice`` says which written notice was given, and when
    (its date). It holds until it is ended, up to the day ``until``, or for one ``sitting`` only: the open
    one, or one to come."""

    member: str
    by: str
    notice: str = ""
    sitting: int | None = None
    until: str = ""

    def decide(self, work: Work[Assembly]) -> None:
        member, by = found(work.state, self.member), found(work.state, self.by)
        self._guard(work, member, by)
        until = day(self.until)
        now = work.state.sitting_number
        if self.sitting is not None and (
            self.sitting < 1 or any(s.number == self.sitting and s.closed for s in work.state.sittings)
        ):
            raise refuse(
                "sitting_number",
                N_("Sitting {number} is over; a substitution holds from now on."),
                number=self.sitting,
            )
        if until and until < work.context.time[:10]:
            raise refuse("dates", N_("The substitution would have ended on {until}."), until=until)
        later = self.sitting is not None and self.sitting != now
        for other in work.state.substitutions:
            if other.member == member.id and other.in_force and not later:
                before = work.state.person(other.by)
                if other.by != by.id:
                    work.warn(
                        N_("{name} no longer stands in for {member}."),
                        name=before.name if before else other.by,
                        member=member.name,
                    )
                work.emit(SubstitutionEnded(substitution=other.id, at=work.context.time))
        made = Substitution(
            id=work.new_id("u"),
            member=member.id,
            by=by.id,
            notice=self.notice.strip(),
            sitting=self.sitting or 0,
            until=until,
            since="" if later else work.context.time,
        )
        work.emit(SubstitutionRecorded(substitution=made))
        work.answer |= {"id": made.id, "in_force": made.in_force}

    def _guard(self, work: Work[Assembly], member: Participant, by: Participant) -> None:
        if member.id == by.id:
            raise refuse("substitution", N_("{name} cannot stand in for themselves."), name=member.name)
        if by.role == "member" and by.may_vote:
            raise refuse(
                "substitution",
                N_("{name} is a member with a vote and cannot cast that of {member} as well."),
                name=by.name,
                member=member.name,
            )
        for person, seat in ((by, member.id), (member, "")):
            if person.stands_in_for and person.stands_in_for != seat:
                other = work.state.person(person.stands_in_for)
                raise refuse(
                    "substitution",
                    N_("{name} already stands in for {other}; end that substitution first."),
                    name=person.name,
                    other=other.name if other else person.stands_in_for,
                )
        if by.id in standing_in(work.state):
            raise refuse(
                "substitution",
                N_("Somebody stands in for {name}; end that substitution first."),
                name=by.name,
            )
        if not self.notice.strip():
            work.warn(N_("A substitute votes on written notice; none is recorded."))
        if member.role != "member" or not member.may_vote:
            work.warn(
                N_("{member} is not entitled to vote: no vote passes to {name}."),
                member=member.name,
                name=by.name,
            )
        if work.state.main_group(member.id) != work.state.main_group(by.id):
            work.warn(
                N_("{name} does not belong to the group of {member}."), name=by.name, member=member.name
            )


class EndSubstitution(Command, frozen=True, tag="end_substitution"):
    """The member votes again, or a substitution for a coming sitting is called off."""

    member: str

    def decide(self, work: Work[Assembly]) -> None:
        member = found(work.state, self.member)
        mine = [each for each in work.state.substitutions if each.member == member.id and not each.ended]
        if not mine:
            raise refuse("substitution", N_("Nobody stands in for {name}."), name=member.name)
        for each in [each for each in mine if each.in_force] or mine:
            work.emit(SubstitutionEnded(substitution=each.id, at=work.context.time))


def begin_substitutions(work: Work[Assembly], sitting: int) -> None:
    """End the substitutions that lapsed by now, and begin those that are for this *sitting*: called as
    it is opened."""
    for each in work.state.substitutions:
        if not each.ended and each.until and each.until < work.context.time[:10]:
            work.emit(SubstitutionEnded(substitution=each.id, at=work.context.time))
    for each in work.state.substitutions:
        if each.sitting != sitting or each.since or each.ended:
            continue
        now = standing_in(work.state)
        if now.get(each.member) == each.by:
            continue
        casts = each.by in now.values() or each.member in now.values() or each.by in now
        if casts or each.by not in work.state.participants:
            person = work.state.person(each.by)
            work.warn(
                N_("{name} cannot stand in as planned: they cast another vote or left the list."),
                name=person.name if person else each.by,
            )
            continue
        for other in work.state.substitutions:
            if other.member == each.member and other.in_force:
                work.emit(SubstitutionEnded(substitution=other.id, at=work.context.time))
        work.emit(SubstitutionBegun(substitution=each.id, at=work.context.time))


def end_substitutions(work: Work[Assembly], sitting: int) -> None:
    """End the substitutions that were for this *sitting* only: called as it is closed."""
    for each in work.state.substitutions:
        if each.sitting == sitting and each.in_force:
            work.emit(SubstitutionEnded(substitution=each.id, at=work.context.time))


def standing_in(assembly: Assembly) -> dict[str, str]:
    """Who votes in the place of whom now: the substitute's id by the member's."""
    return {each.member: each.by for each in assembly.substitutions if each.in_force}
