"""The sittings in the window: planned, opened from the plan, held; the drafting group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.coverage import SetAgendaItem
from consult_app.meetings.kept.planned_sitting import PlannedSitting
from consult_app.meetings.people.drafting_bodies import AppointDraftingGroup
from consult_app.meetings.proceedings.sitting import OpenSitting
from consult_app.meetings.proceedings.timetable import PlanSitting
from consult_app.meetings.setting_up.particulars import SetMeeting
from consult_app.ui.language import Languages
from consult_app.ui.meeting.plan_form import time_of
from consult_app.ui.meeting.sittings_panel import SittingsPanel
from consult_app.ui.meeting.station import MeetingStation
from tests.ui.audit import nameless
from tests.ui.rooms import add_people, carry_out, focus, new_desk, shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        carry_out(made, SetMeeting(begins="2026-11-02", ends="2026-11-06"))
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> MeetingStation:
    made = MeetingStation()
    shown(qtbot, made, desk)
    made.show_section("sittings")
    return made


@pytest.fixture
def panel(station: MeetingStation) -> SittingsPanel:
    return station.sittings


def plan_of(desk: Desk) -> PlannedSitting:
    return desk.state.assembly.timetable[-1]


def local(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", "10:00"),
        ("9.30", "09:30"),
        ("1530", "15:30"),
        ("15 h 30", "15:30"),
        ("15:05", "15:05"),
        ("24:00", None),
        ("10:75", None),
        ("", None),
        ("noon", None),
    ],
    ids=["hour", "point", "together", "french", "colon", "no_such_hour", "no_such_minute", "empty", "words"],
)
def test_times_are_read_as_they_are_written(typed: str, meant: str | None) -> None:
    assert time_of(typed) == meant


def test_a_sitting_is_planned_by_key_and_changed(
    panel: SittingsPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    carry_out(desk, SetAgendaItem(titles={"en": "Safety"}), SetAgendaItem(titles={"en": "Skills"}))
    qtbot.waitUntil(lambda: panel.form.items.count() == 2)
    assert panel.lists.currentWidget() is panel.empty
    focus(qtbot, station, panel.first_focus)
    QTest.keyClick(panel.first_focus, Qt.Key.Key_N)
    form = panel.form
    qtbot.waitUntil(form.kind.hasFocus)
    assert form.day.date() == QDate(2026, 11, 2)
    assert (form.begins.text(), form.ends.text()) == ("10:00", "12:30")
    assert nameless(station) == []
    form.items.setFocus()
    form.items.setCurrentRow(1)
    QTest.keyClick(form.items, Qt.Key.Key_Space)
    form.begins.clear()
    QTest.keyClicks(form.begins, "9.30")
    QTest.keyClick(form.begins, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 1)
    row = panel.model.rows[0]
    assert (row.kind_words, row.day, row.times, row.items) == (
        "Plenary",
        "Monday 2 November",
        "09:30–12:30",
        "2",
    )
    assert local(plan_of(desk).begins) == "2026-11-02 09:30"
    qtbot.waitUntil(panel.table.hasFocus)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert form.heading.text() == "Change the plan"
    form.kind.setCurrentIndex(1)
    form.ends.clear()
    form.attempt()
    qtbot.waitUntil(lambda: plan_of(desk).kind == "drafting_group")
    assert plan_of(desk).ends == ""
    assert len(desk.state.assembly.timetable) == 1


def test_what_is_wrong_with_a_plan_stands_beside_its_field(
    panel: SittingsPanel, desk: Desk, qtbot: QtBot
) -> None:
    panel.ask_plan()
    panel.form.begins.setText("noon")
    panel.form.attempt()
    assert "10:00" in panel.form.rows["begins"].problem
    panel.form.begins.setText("10:00")
    panel.form.ends.setText("later")
    panel.form.attempt()
    assert "13:00" in panel.form.rows["ends"].problem
    panel.form.ends.setText("9:00")
    panel.form.attempt()
    qtbot.waitUntil(lambda: "before it begins" in panel.form.rows["ends"].problem)
    assert desk.state.assembly.timetable == ()


def test_a_night_sitting_ends_on_the_next_day(panel: SittingsPanel, desk: Desk, qtbot: QtBot) -> None:
    panel.ask_plan()
    panel.form.begins.setText("22:00")
    panel.form.ends.setText("1:30")
    panel.form.attempt()
    qtbot.waitUntil(lambda: len(desk.state.assembly.timetable) == 1)
    assert local(plan_of(desk).ends) == "2026-11-03 01:30"


def test_a_planned_sitting_is_opened_closed_and_removed(
    panel: SittingsPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    carry_out(
        desk, PlanSitting(begins="2026-11-02T10:00"), PlanSitting(begins="2026-11-03T10:00", kind="plenary")
    )
    qtbot.waitUntil(lambda: len(panel.model.rows) == 2)
    focus(qtbot, station, panel.table)
    panel.table.choose("p2")
    QTest.keyClick(panel.table, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: desk.state.assembly.sitting is not None)
    assert desk.state.assembly.sittings[0].planned == 2
    qtbot.waitUntil(lambda: [row.state for row in panel.model.rows].count("open") == 1)
    panel.table.choose("s1")
    QTest.keyClick(panel.table, Qt.Key.Key_O)
    assert "cannot be undone" in station.banner.words
    station.banner.acted.emit()
    qtbot.waitUntil(lambda: sorted(row.state for row in panel.model.rows) == ["held", "planned"])
    panel.table.choose("p1")
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [row.state for row in panel.model.rows] == ["held"])
    assert panel.standing.text() == "1 sitting held · 0 planned"


def test_the_drafting_group_is_appointed(
    panel: SittingsPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    assert "at People" in panel.group.standing.text()
    assert not panel.group.appoint.isEnabled()
    add_people(desk)
    qtbot.waitUntil(panel.group.appoint.isEnabled)
    panel.group.appoint.click()
    assert panel.side.currentWidget() is panel.group_form
    panel.leave_form()
    carry_out(
        desk,
        OpenSitting(),
        AppointDraftingGroup(members=("Amadou Fofana", "Luis Ferreyra"), reporter="Ingrid Solheim"),
    )
    qtbot.waitUntil(lambda: panel.group.standing.text() == "Appointed at sitting 1.")
    assert "Luis Ferreyra" in panel.group.members.text()
    assert "Ingrid Solheim" in panel.group.members.text()
    assert panel.group.members.text().endswith("Reporter")
    Languages.set("fr")
    qtbot.waitUntil(lambda: panel.group.members.text().endswith(", rapporteuse"))
