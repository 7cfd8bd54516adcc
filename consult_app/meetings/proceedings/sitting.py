"""Sittings: when the meeting sits (procedure.md §2.5)."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from ..acts import AssemblyEvent, Command, Work
from ..kept.assembly import Assembly, Sitting
from ..people.substituting import begin_substitutions, end_substitutions
from ..reasons import N_, refuse
from .giving_floor import end_of_sitting
from .timetable import planned_for


class SittingOpened(AssemblyEvent, frozen=True, tag="sitting_opened"):
    """A sitting began."""

    number: int
    kind: str
    at: str
    planned: int = 0

    def numbers(self) -> dict[str, int]:
        return {"sitting": self.number}

    def apply(self, state: Assembly) -> Assembly:
        sitting = Sitting(self.number, self.kind, self.at, planned=self.planned)
        return msgspec.structs.replace(state, sittings=(*state.sittings, sitting))


class OpenSitting(Command, frozen=True, tag="open_sitting"):
    """Open a sitting; it is numbered in order unless a number is given. It is the planned sitting whose
    number ``planned`` gives (0: none), else the nearest one of the plan of work."""

    kind: Literal["plenary", "drafting_group"] = "plenary"
    number: int | None = None
    planned: int | None = None

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
        planned = planned_for(work.state, self.kind, work.context.time, self.planned)
        work.emit(SittingOpened(number=number, kind=self.kind, at=work.context.time, planned=planned))
        begin_substitutions(work, number)
        work.answer["number"] = number
        if planned:
            work.answer["planned"] = planned


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
        end_substitutions(work, now.number)
        end_of_sitting(work)
        work.emit(SittingClosed(number=now.number, at=work.context.time))
        work.answer["number"] = now.number
