"""The Officers: who holds which office, who held it before, who presides (procedure.md §0, §2.5)."""

from __future__ import annotations

import msgspec

from ..acts import AssemblyEvent, Command, Work, replaced
from ..kept.assembly import OFFICES, Assembly, Officer, Participant
from ..reasons import N_, Term, refuse
from .people import found

#: the group that has each vice-chairperson
VICE_CHAIRPERSONS = {
    "government_vice_chairperson": "government",
    "employer_vice_chairperson": "employers",
    "worker_vice_chairperson": "workers",
}


class OfficerElected(AssemblyEvent, frozen=True, tag="officer_elected"):
    """Somebody holds an office from now on, in place of whoever held it before."""

    officer: Officer

    def apply(self, state: Assembly) -> Assembly:
        before = state.officers.get(self.officer.office)
        if before is not None and before.participant == self.officer.participant:
            return state
        former = state.former_officers
        if before is not None:
            former = (*former, msgspec.structs.replace(before, until=self.officer.since))
        return msgspec.structs.replace(
            state,
            officers=replaced(state.officers, self.officer.office, self.officer),
            former_officers=former,
        )


class OfficeEnded(AssemblyEvent, frozen=True, tag="office_ended"):
    """An officer left the office; nobody holds it until the next election."""

    office: str
    at: str

    def apply(self, state: Assembly) -> Assembly:
        before = state.officers[self.office]
        left = {office: officer for office, officer in state.officers.items() if office != self.office}
        former = (*state.former_officers, msgspec.structs.replace(before, until=self.at))
        return msgspec.structs.replace(state, officers=left, former_officers=former)


class ElectOfficer(Command, frozen=True, tag="elect_officer"):
    """Elect or appoint an officer of the meeting, or replace one during the meeting."""

    office: str
    participant: str

    def decide(self, work: Work[Assembly]) -> None:
        _known(self.office)
        person = found(work.state, self.participant)
        self._unusual(work, person)
        work.emit(OfficerElected(officer=Officer(self.office, person.id, work.context.time)))

    def _unusual(self, work: Work[Assembly], person: Participant) -> None:
        rules, office = work.state.meeting.rules, Term("office", self.office)
        if self.office not in offices(work.state):
            work.warn(N_("The rules of this meeting do not provide for the office {office}."), office=office)
        of = VICE_CHAIRPERSONS.get(self.office, "")
        if of and work.state.main_group(person.id) != of:
            work.warn(
                N_("{name} does not belong to the group of the office {office}."),
                name=person.name,
                office=office,
            )
        alone = self.office == "chairperson" and not person.group
        if alone and not rules.independent_chairperson:
            work.warn(
                N_(
                    "{name} belongs to no group, and the rules do not provide for an independent Chairperson."
                ),
                name=person.name,
            )
        held = [
            Term("office", each)
            for each, officer in work.state.officers.items()
            if officer.participant == person.id and each != self.office
        ]
        if held:
            work.warn(N_("{name} is also {offices}."), name=person.name, offices=held)


class EndOffice(Command, frozen=True, tag="end_office"):
    """Record that an officer leaves the office and nobody is elected yet."""

    office: str

    def decide(self, work: Work[Assembly]) -> None:
        _known(self.office)
        if self.office not in work.state.officers:
            raise refuse(
                "no_officer", N_("Nobody holds the office {office}."), office=Term("office", self.office)
            )
        work.emit(OfficeEnded(office=self.office, at=work.context.time))


class ActingAppointed(AssemblyEvent, frozen=True, tag="acting_appointed"):
    """Somebody presides over a sitting in place of the Chairperson; nobody, if empty."""

    sitting: int
    participant: str

    def apply(self, state: Assembly) -> Assembly:
        acting = {number: who for number, who in state.acting.items() if number != self.sitting}
        if self.participant:
            acting[self.sitting] = self.participant
        return msgspec.structs.replace(state, acting=acting)


class AppointActingChairperson(Command, frozen=True, tag="appoint_acting_chairperson"):
    """Have somebody preside over one sitting (the open one unless it is named); an empty participant
    gives the chair back."""

    participant: str
    sitting: int | None = None

    def decide(self, work: Work[Assembly]) -> None:
        number = sitting_named(work.state, self.sitting)
        who = found(work.state, self.participant).id if self.participant.strip() else ""
        work.emit(ActingAppointed(sitting=number, participant=who))
        work.answer |= {"sitting": number, "id": who}


def sitting_named(assembly: Assembly, number: int | None) -> int:
    """The number of the sitting that is meant: *number*, or else the open one. Raises Refused."""
    if number is None:
        if assembly.sitting is None:
            raise refuse("no_sitting", N_("No sitting is open; open it, or give the number of the sitting."))
        return assembly.sitting.number
    if not any(sitting.number == number for sitting in assembly.sittings):
        raise refuse("sitting_number", N_("There was no sitting {number}."), number=number)
    return number


def offices(assembly: Assembly) -> tuple[str, ...]:
    """The offices that the rules of the meeting provide for, in order; two or three vice-chairpersons,
    a Reporter or none."""
    rules = assembly.meeting.rules
    return tuple(
        office
        for office in OFFICES
        if office == "chairperson"
        or (office == "reporter" and rules.reporter)
        or VICE_CHAIRPERSONS.get(office) in rules.vice_chairpersons
    )


def presiding(assembly: Assembly, sitting: int | None = None) -> Participant | None:
    """Who presides over *sitting* (the open one, if none is named): whoever acts for the Chairperson,
    or else the Chairperson."""
    number = assembly.sitting_number if sitting is None else sitting
    chair = assembly.officers.get("chairperson")
    who = assembly.acting.get(number) or (chair.participant if chair else "")
    return assembly.person(who)


def offices_of(assembly: Assembly, participant: str) -> tuple[str, ...]:
    """The offices that somebody holds now."""
    return tuple(
        office
        for office in OFFICES
        if (officer := assembly.officers.get(office)) and officer.participant == participant
    )


def _known(office: str) -> None:
    if office not in OFFICES:
        raise refuse(
            "office",
            N_("“{office}” is not an office; the offices are {offices}."),
            office=office,
            offices=", ".join(OFFICES),
        )
