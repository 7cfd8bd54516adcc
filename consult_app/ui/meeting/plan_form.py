"""The form that plans a sitting: its kind, day, times and items of the agenda."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from consult_app.desk import Refusal
from consult_app.meetings.kept.agenda import labels
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.kept.planned_sitting import PlannedSitting
from consult_app.meetings.proceedings.timetable import PlanSitting
from consult_app.ui.dates import field_format
from consult_app.ui.forms.kept_form import begins
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import Languages, say, tr
from consult_app.ui.meeting.agenda_model import title_of
from consult_app.ui.meeting.sittings_model import kind_words
from consult_app.ui.parts.check_list import CheckList
from consult_app.ui.parts.fields import ChoiceBox, DateField

_KINDS = ("plenary", "drafting_group")
_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:.h ]?([0-5]\d))?")
_MORNING, _LASTS = "10:00", timedelta(hours=2, minutes=30)


def time_of(text: str) -> str | None:
    """Return the time in *text* ("10", "10.30", "1030", "10 h 30") as "10:30"; None where it is none."""
    found = _TIME.fullmatch("".join(text.split()))
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else None


class PlanForm(SideForm):
    """Signals: ``asked(PlanSitting)``."""

    what = "plan"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self.plan: PlannedSitting | None = None
        self.kind = ChoiceBox()
        self.day = DateField()
        self.begins, self.ends = QLineEdit(), QLineEdit()
        self.items = CheckList()
        frame = QFrame()
        frame.setProperty("role", "card")
        framed = QVBoxLayout(frame)
        framed.setContentsMargins(2, 4, 2, 4)
        framed.addWidget(self.items)
        frame.setFocusProxy(self.items)
        self.add_row("kind", self.kind)
        self.add_row("day", self.day)
        self.add_row("begins", self.begins)
        self.add_row("ends", self.ends)
        self.add_row("items", frame)
        self.column.addStretch(1)
        for field in (self.begins, self.ends):
            field.textEdited.connect(self.clear_problems)
        self.retranslate()

    def offer(self, assembly: Assembly) -> None:
        """Take agenda and dates from *assembly*; what is filled in stays."""
        self._assembly = assembly
        named = labels(assembly.agenda)
        self.items.offer((item.id, f"{named[item.id]}  {title_of(item)}") for item in assembly.agenda)
        self.rows["items"].setVisible(bool(assembly.agenda))

    def kept_about(self) -> dict[str, str]:
        """Return the number of the plan that is changed; nothing for a new one."""
        return {"planned": str(self.plan.number)} if self.plan is not None else {}

    @begins
    def begin(self, plan: PlannedSitting | None) -> None:
        """Show *plan*, or an empty form that goes on where the plan of work ends."""
        self.plan = plan
        self.kind.setCurrentIndex(_KINDS.index(plan.kind) if plan else 0)
        if plan is not None:
            begins = datetime.fromisoformat(plan.begins).astimezone()
            ends = datetime.fromisoformat(plan.ends).astimezone() if plan.ends else None
        else:
            begins, ends = self._next()
        self.day.setDate(QDate(begins.year, begins.month, begins.day))
        self.begins.setText(f"{begins:%H:%M}")
        self.ends.setText(f"{ends:%H:%M}" if ends else "")
        self.items.choose(plan.items if plan else ())
        self.clear_problems()
        self.retranslate()
        self.kind.setFocus()

    def _next(self) -> tuple[datetime, datetime]:
        """When the next sitting may be: behind the last that is planned, else on the meeting's first day."""
        meeting, planned = self._assembly.meeting, self._assembly.timetable
        if planned:
            last = datetime.fromisoformat(planned[-1].ends or planned[-1].begins).astimezone()
            begins = last.replace(minute=0, second=0, microsecond=0) + timedelta(hours=2)
            if begins.hour < 8 or begins.hour > 17 or begins.date() != last.date():
                begins = (last + timedelta(days=1)).replace(hour=10, minute=0, second=0, microsecond=0)
        else:
            first = meeting.begins or f"{datetime.now():%Y-%m-%d}"
            begins = datetime.fromisoformat(f"{first}T{_MORNING}").astimezone()
        return begins, begins + _LASTS

    def attempt(self) -> None:
        """Ask for the sitting to be planned, or say beside the field what is wrong."""
        begins, ends = time_of(self.begins.text()), time_of(self.ends.text())
        if begins is None:
            self._wrong("begins", tr("Write the time like 10:00."))
            return
        if self.ends.text().strip() and ends is None:
            self._wrong("ends", tr("Write the time like 13:00, or leave it empty."))
            return
        last = ""
        if ends is not None:
            # a sitting into the night ends on the next day
            last = self._moment(ends, days=1 if ends < begins and begins > "18:00" else 0)
        self.asked.emit(
            PlanSitting(
                begins=self._moment(begins),
                ends=last,
                kind=self.kind.currentData(),
                items=self.items.chosen,
                planned=self.plan.number if self.plan else None,
            )
        )

    def _moment(self, time: str, days: int = 0) -> str:
        day = self.day.date().addDays(days).toString("yyyy-MM-dd")
        return datetime.fromisoformat(f"{day}T{time}").astimezone().isoformat()

    def _wrong(self, row: str, words: str) -> None:
        self.rows[row].set_problem(words)
        self.rows[row].field.setFocus()

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal beside the field that it is about."""
        row = {"plan_begins": "begins", "plan_ends": "ends", "dates": "begins"}.get(refusal.rule)
        if row is None:
            return False
        self._wrong(row, say(refusal.reason))
        return True

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        if self.plan is None:
            self.set_heading(tr("Plan a sitting"), tr("Plan"))
        else:
            self.set_heading(tr("Change the plan"), tr("Keep the changes"))
        self.rows["kind"].set_words(tr("Type of sitting"))
        self.rows["day"].set_words(tr("Day"))
        self.rows["begins"].set_words(tr("Begins at"))
        self.rows["ends"].set_words(tr("Ends at"), tr("May be left empty."))
        self.rows["items"].set_words(tr("Items of the agenda"))
        self.items.setAccessibleName(tr("Items of the agenda"))
        at = self.kind.currentIndex()
        self.kind.clear()
        for kind in _KINDS:
            self.kind.addItem(kind_words(kind), kind)
        self.kind.setCurrentIndex(max(0, at))
        self.day.setLocale(Languages.locale())
        self.day.setDisplayFormat(field_format(weekday=True))
        self.offer(self._assembly)
