"""Officers and sittings: who presides, and when the meeting sits (procedure.md §2.5)."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from .acts import AssemblyEvent, Command, Work, replaced
from .assembly import OFFICES, Assembly, Officer, Sitting
from .reasons import N_, Term, refuse


class OfficerElected(AssemblyEvent, frozen=True, tag="officer_elected"):
    """Somebody holds an office from now on, in place of whoever held it before."""

    officer: Officer

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(
            state, officers=replaced(state.officers, self.officer.office, self.officer)
        )


class ElectOfficer(Command, frozen=True, tag="elect_officer"):
    """Elect or appoint an officer of the meeting, or replace one."""

    office: str
    participant: str

    def decide(self, work: Work[Assembly]) -> None:
        if self.office not in OFFICES:
            raise refuse(
                "office",
                N_("“{office}” is not an office; the offices are {offices}."),
                office=self.office,
                offices=", ".join(OFFICES),
            )
        person = work.state.find_participant(self.participant)
        if person is None:
            raise refuse("participant", N_("There is no participant “{name}”."), name=self.participant)
        of = {"government": "government", "employer": "employers", "worker": "workers"}.get(
            self.office.split("_")[0], ""
        )
        if of and work.state.main_group(person.id) != of:
            work.warn(
                N_("{name} does not belong to the group of the office {office}."),
                name=person.name,
                office=Term("office", self.office),
            )
        work.emit(OfficerElected(officer=Officer(self.office, person.id, work.context.time)))


class SittingOpened(AssemblyEvent, frozen=True, tag="sitting_opened"):
    """A sitting began."""

    number: int
    kind: str
    at: str

    def numbers(self) -> dict[str, int]:
        return {"sitting": self.number}

    def apply(self, state: Assembly) -> Assembly:
        sitting = Sitting(self.number, self.kind, self.at)
        return msgspec.structs.replace(state, sittings=(*state.sittings, sitting))


class OpenSitting(Command, frozen=True, tag="open_sitting"):
    """Open a sitting; it is numbered in order unless a number is given."""

    kind: Literal["plenary", "drafting_group"] = "plenary"
    number: int | None = None

    def decide(self, work: Work[Assembly]) -> None:
        now = work.state.sitting
        if now:
            raise refuse(
                "sitting_open", N_("Sitting {number} is still open; close it first."), number=now.number
            )
        number = work.context.number("sitting") if self.number is None else self.number
        if number < 1 or any(s.number == number for s in work.state.sittings):
            raise refuse(
                "sitting_number", N_("There can be no other sitting number {number}."), number=number
            )
        work.emit(SittingOpened(number=number, kind=self.kind, at=work.context.time))
        work.answer["number"] = number


class SittingClosed(AssemblyEvent, frozen=True, tag="sitting_closed"):
    """A sitting ended: what was done in it is not undone, only visibly reopened."""

    barrier: ClassVar[bool] = True
    number: int
    at: str

    def apply(self, state: Assembly) -> Assembly:
        sittings = tuple(
            msgspec.structs.replace(s, closed=self.at) if s.number == self.number and not s.closed else s
            for s in state.sittings
        )
        return msgspec.structs.replace(state, sittings=sittings)


class CloseSitting(Command, frozen=True, tag="close_sitting"):
    """Close the sitting that is open. Undo does not reach behind it."""

    def decide(self, work: Work[Assembly]) -> None:
        now = work.state.sitting
        if now is None:
            raise refuse("no_sitting", N_("No sitting is open."))
        work.emit(SittingClosed(number=now.number, at=work.context.time))
        work.answer["number"] = now.number
