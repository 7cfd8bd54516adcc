"""The sittings as rows of a list: those held, the one that is open, and those of the plan of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from consult_app.meetings.kept.agenda import labels
from consult_app.meetings.kept.assembly import Assembly, Sitting
from consult_app.meetings.kept.planned_sitting import PlannedSitting
from consult_app.meetings.reasons import N_
from consult_app.ui.dates import clock, day
from consult_app.ui.language import Languages, tr_c
from consult_app.ui.parts.lists import Column, ListModel
from consult_app.words import term


@dataclass(frozen=True)
class SittingRow:
    """One sitting, in words of the window's language. ``planned`` is its number in the plan of work, 0 for
    one that was not planned; ``state`` is ``planned``, ``open`` or ``held``."""

    id: str
    number: int
    planned: int
    kind: str
    kind_words: str
    begins: str
    day: str
    times: str
    items: str
    state: str


def sitting_rows(assembly: Assembly) -> list[SittingRow]:
    """Return held and planned sittings in the order of their times; one that was planned and held is one."""
    plans = {plan.number: plan for plan in assembly.timetable}
    rows = [_held(assembly, sitting, plans.get(sitting.planned)) for sitting in assembly.sittings]
    held = {sitting.planned for sitting in assembly.sittings}
    rows += [_planned(assembly, plan) for plan in assembly.timetable if plan.number not in held]
    return sorted(rows, key=lambda row: (row.begins, row.id))


def _held(assembly: Assembly, sitting: Sitting, plan: PlannedSitting | None) -> SittingRow:
    return SittingRow(
        id=f"s{sitting.number}",
        number=sitting.number,
        planned=sitting.planned,
        kind=sitting.kind,
        kind_words=kind_words(sitting.kind),
        begins=sitting.opened,
        day=_day(sitting.opened),
        times=_times(sitting.opened, sitting.closed) if sitting.closed else f"{_clock(sitting.opened)}–",
        items=_items(assembly, plan),
        state="held" if sitting.closed else "open",
    )


def _planned(assembly: Assembly, plan: PlannedSitting) -> SittingRow:
    return SittingRow(
        id=f"p{plan.number}",
        number=0,
        planned=plan.number,
        kind=plan.kind,
        kind_words=kind_words(plan.kind),
        begins=plan.begins,
        day=_day(plan.begins),
        times=_times(plan.begins, plan.ends),
        items=_items(assembly, plan),
        state="planned",
    )


def kind_words(kind: str) -> str:
    """Return "Plenary" or "Drafting group" in the window's language."""
    said = term("sitting", kind, "sitting", Languages.current())
    return said[:1].upper() + said[1:]


def _day(at: str) -> str:
    when: date = datetime.fromisoformat(at).astimezone().date()
    said = day(when, weekday=True)
    return said[:1].upper() + said[1:]


def _clock(at: str) -> str:
    return clock(datetime.fromisoformat(at))


def _times(begins: str, ends: str) -> str:
    return f"{_clock(begins)}–{_clock(ends)}" if ends else _clock(begins)


def _items(assembly: Assembly, plan: PlannedSitting | None) -> str:
    named = labels(assembly.agenda)
    return ", ".join(named[item] for item in plan.items if item in named) if plan else ""


def state_words(row: SittingRow) -> str:
    """Return how a sitting stands."""
    return {
        "planned": tr_c("sitting", "planned"),
        "open": tr_c("sitting", "open now"),
        "held": tr_c("sitting", "held"),
    }[row.state]


def sittings_model() -> ListModel[SittingRow]:
    """Return the empty model of the sittings."""

    def tone(row: SittingRow) -> str:
        return "accent" if row.state == "open" else "dim" if row.state == "planned" else ""

    def in_time(row: SittingRow) -> str:
        return row.begins

    columns = (
        Column[SittingRow](N_("No."), lambda row: str(row.number or ""), lambda row: row.number, None, 54),
        Column[SittingRow](N_("Sitting"), lambda row: row.kind_words, strong=True),
        Column[SittingRow](N_("Day"), lambda row: row.day, in_time, width=210),
        Column[SittingRow](N_("Hours"), lambda row: row.times, in_time, width=110),
        Column[SittingRow](N_("Agenda"), lambda row: row.items, width=100, spare=True),
        Column[SittingRow](N_("Standing"), state_words, None, tone, 110),
    )
    return ListModel(columns, lambda row: row.id)
