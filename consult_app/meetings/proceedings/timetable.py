"""The plan of work: when the plenary and the drafting group are to sit, and on what."""

from __future__ import annotations

from datetime import datetime

import msgspec

from ..acts import AssemblyEvent, Command, Work
from ..kept.agenda import item_named
from ..kept.assembly import Assembly
from ..kept.planned_sitting import PlannedSitting, SittingKind
from ..moments import moment, seconds_between
from ..reasons import N_, refuse

#: how far from its planned time a sitting may begin and still be the one that was planned
_APART = 12 * 3600


def planned_for(assembly: Assembly, kind: str, at: str, asked: int | None = None) -> int:
    """The number of the planned sitting that one of this *kind*, opened *at* that moment, is: the one
    *asked* for, else the nearest that was not held yet and lies within half a day; 0 where there is none.
    Raises Refused where the one asked for is not in the plan of work, or has been held."""
    if asked is not None:
        return _plan(assembly, asked).number if asked else 0
    held = {each.planned for each in assembly.sittings}
    near = [
        (max(seconds_between(at, each.begins), seconds_between(each.begins, at)), each.number)
        for each in assembly.timetable
        if each.kind == kind and each.number not in held
    ]
    distance, number = min(near, default=(_APART + 1, 0))
    return number if distance <= _APART else 0


class SittingPlanned(AssemblyEvent, frozen=True, tag="sitting_planned"):
    """A sitting is planned, or planned otherwise."""

    plan: PlannedSitting

    def numbers(self) -> dict[str, int]:
        return {"planned": self.plan.number}

    def apply(self, state: Assembly) -> Assembly:
        others = [each for each in state.timetable if each.number != self.plan.number]
        new = sorted((*others, self.plan), key=lambda each: (each.begins, each.number))
        return msgspec.structs.replace(state, timetable=tuple(new))


class PlanRemoved(AssemblyEvent, frozen=True, tag="plan_removed"):
    """A planned sitting is not to be held."""

    planned: int

    def apply(self, state: Assembly) -> Assembly:
        kept = tuple(each for each in state.timetable if each.number != self.planned)
        return msgspec.structs.replace(state, timetable=kept)


class PlanSitting(Command, frozen=True, tag="plan_sitting"):
    """Plan a sitting, or with ``planned`` (its number) plan it otherwise. ``begins`` and ``ends`` are ISO
    times ("2026-11-02T10:00+01:00"; without an offset in UTC), ``items`` labels of the agenda."""

    begins: str | None = None
    ends: str | None = None
    kind: SittingKind | None = None
    items: tuple[str, ...] | None = None
    planned: int | None = None

    def decide(self, work: Work[Assembly]) -> None:
        old = _plan(work.state, self.planned) if self.planned is not None else None
        if old is None and self.begins is None:
            raise refuse("plan_begins", N_("Say when the sitting is to begin."))
        begins = moment(self.begins) if self.begins is not None else old.begins if old else ""
        ends = old.ends if old else ""
        if self.ends is not None:
            ends = moment(self.ends) if self.ends.strip() else ""
        if ends and not seconds_between(begins, ends):
            raise refuse("plan_ends", N_("The sitting would end before it begins."))
        items = old.items if old else ()
        if self.items is not None:
            items = tuple(dict.fromkeys(item_named(work.state.agenda, each).id for each in self.items))
        plan = PlannedSitting(
            number=old.number if old else work.context.number("planned"),
            kind=self.kind or (old.kind if old else "plenary"),
            begins=begins,
            ends=ends,
            items=items,
        )
        self._unusual(work, plan)
        work.emit(SittingPlanned(plan=plan))
        work.answer["planned"] = plan.number

    def _unusual(self, work: Work[Assembly], plan: PlannedSitting) -> None:
        meeting = work.state.meeting
        # the day of the meeting's place may be another than in UTC: a day before or after is no fault
        day = datetime.fromisoformat(plan.begins).date().toordinal()
        first = datetime.fromisoformat(meeting.begins).toordinal() if meeting.begins else day
        last = datetime.fromisoformat(meeting.ends).toordinal() if meeting.ends else day
        if not first - 1 <= day <= last + 1:
            work.warn(
                N_("The planned sitting lies outside the meeting’s dates ({begins} to {ends})."),
                begins=meeting.begins,
                ends=meeting.ends,
            )
        for other in work.state.timetable:
            if other.kind == plan.kind and other.number != plan.number and _overlap(plan, other):
                work.warn(
                    N_("It overlaps the planned sitting {planned} of the same kind."), planned=other.number
                )


def _overlap(one: PlannedSitting, other: PlannedSitting) -> bool:
    meets = one.begins < (other.ends or other.begins) and other.begins < (one.ends or one.begins)
    return meets or one.begins == other.begins


class RemovePlannedSitting(Command, frozen=True, tag="remove_planned_sitting"):
    """Take a planned sitting, named by its number, out of the plan of work."""

    planned: int

    def decide(self, work: Work[Assembly]) -> None:
        work.emit(PlanRemoved(planned=_plan(work.state, self.planned).number))


def _plan(assembly: Assembly, number: int) -> PlannedSitting:
    found = next((each for each in assembly.timetable if each.number == number), None)
    if found is None:
        raise refuse("unknown_plan", N_("There is no planned sitting {number}."), number=number)
    if any(each.planned == number for each in assembly.sittings):
        raise refuse("plan_held", N_("The planned sitting {number} has been held."), number=number)
    return found
