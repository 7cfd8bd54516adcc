"""The list of speakers at the Table: added in a few letters, given the floor by key, the clock in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.asking import AddSpeaker
from consult_app.meetings.acts import stamp
from consult_app.meetings.kept.speaking import Speaker, Speech, Stretch
from consult_app.meetings.people.officers import ElectOfficer
from consult_app.meetings.proceedings.giving_floor import GiveFloor, SetSpeakingTime
from consult_app.ui.actions import Actions
from consult_app.ui.language import Languages
from consult_app.ui.speakers import statistics
from consult_app.ui.speakers.candidates import candidates, matching
from consult_app.ui.speakers.chip import floor_fact
from consult_app.ui.speakers.clock import clock
from consult_app.ui.speakers.limits import read_minutes
from consult_app.ui.speakers.panel import SpeakersPanel
from consult_app.ui.table.station import TableStation
from consult_app.ui.window.bars import Heading, TopBar
from tests.ui import audit
from tests.ui.rooms import new_desk
from tests.ui.table_meeting import done, meeting, press, settled, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
AMA, ILSE = "Ama Quartey-Lindt", "Ilse Brandvold"
_START = datetime(2026, 11, 2, 9, tzinfo=UTC)


def at(seconds: int) -> str:
    return stamp(_START + timedelta(seconds=seconds))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting with a Government Vice-Chairperson."""
    with meeting(tmp_path) as desk:
        done(desk, ElectOfficer(office="government_vice_chairperson", participant=ILSE))
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    station = shown(qtbot, desk)
    station.parts.list.give_focus()
    yield station
    station.bind(None)


@pytest.fixture
def panel(station: TableStation) -> SpeakersPanel:
    """The panel, opened by its key, the line in focus."""
    press(station, "L")
    assert station.parts.side.page == "speakers"
    return station.parts.side.speakers


def waiting(station: TableStation) -> list[str]:
    assembly = station.state.assembly
    return [assembly.name_of(each.who) for each in assembly.speaking.waiting]


def test_two_letters_and_enter_put_somebody_on_the_list(
    station: TableStation, panel: SpeakersPanel, qtbot: QtBot
) -> None:
    assert panel.who.line.hasFocus()
    QTest.keyClicks(panel.who.line, "il")
    assert panel.who.matches.item(0).text() == f"● {ILSE}, for the Governments"
    press(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: waiting(station) == [ILSE])
    assert station.state.assembly.speaking.waiting[0].on_behalf_of == "government"
    assert panel.who.line.text() == ""
    assert panel.who.line.hasFocus()
    qtbot.waitUntil(lambda: len(panel.model.rows) == 1)


def test_the_arrow_takes_the_same_person_on_their_own(
    station: TableStation, panel: SpeakersPanel, qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.who.line, "ilse")
    QTest.keyClick(panel.who.line, Qt.Key.Key_Down)
    QTest.keyClick(panel.who.line, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: waiting(station) == [ILSE])
    assert station.state.assembly.speaking.waiting[0].on_behalf_of == ""


def test_nobody_and_twice_are_said_at_the_line(
    station: TableStation, panel: SpeakersPanel, qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.who.line, "xyz")
    QTest.keyClick(panel.who.line, Qt.Key.Key_Return)
    assert "“xyz” is nobody" in panel._problem.text()
    panel.who.clear()
    for _ in range(2):
        QTest.keyClicks(panel.who.line, "workers")
        QTest.keyClick(panel.who.line, Qt.Key.Key_Return)
        settled(qtbot, station, lambda: bool(waiting(station)))
    qtbot.waitUntil(lambda: "is on the list of speakers already" in panel._problem.text())


def test_a_point_of_order_comes_first_and_the_next_speaker_has_a_key(
    station: TableStation, panel: SpeakersPanel, qtbot: QtBot
) -> None:
    done(station.desk, AddSpeaker(who="workers"))
    panel.kind.button("point_of_order").click()
    QTest.keyClicks(panel.who.line, "ama")
    QTest.keyClick(panel.who.line, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: waiting(station) == [AMA, "Workers’ group"])
    assert panel.kind.selection == ("speaker",)
    press(station, Qt.Key.Key_F8)
    settled(qtbot, station, lambda: station.state.assembly.speaking.now is not None)
    qtbot.waitUntil(lambda: panel.floor.accessibleName() == f"Has the floor · Point of order: {AMA} (Ghana)")
    assert panel.floor.timer.isActive()
    press(station, Qt.Key.Key_F9)
    settled(qtbot, station, lambda: station.state.assembly.speaking.now is None)
    qtbot.waitUntil(lambda: not panel.floor.timer.isActive())


def test_the_list_is_moved_shortened_and_closed_by_keys(
    station: TableStation, panel: SpeakersPanel, qtbot: QtBot
) -> None:
    for who in ("workers", "employers", "government"):
        done(station.desk, AddSpeaker(who=who))
    qtbot.waitUntil(lambda: len(panel.model.rows) == 3)
    panel.table.choose(panel.model.rows[2].id)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settled(qtbot, station, lambda: waiting(station)[1] == "Government group")
    qtbot.waitUntil(lambda: panel.model.rows[1].who == "government")
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    settled(qtbot, station, lambda: len(waiting(station)) == 2)
    panel.close_button.click()
    settled(qtbot, station, lambda: station.state.assembly.speaking.closed)
    qtbot.waitUntil(lambda: panel.close_button.text() == "Reopen the list")
    qtbot.waitUntil(lambda: not station.busy)
    panel.table.choose(panel.model.rows[1].id)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: station.state.assembly.speaking.now is not None)
    speech = station.state.assembly.speaking.now
    assert speech is not None
    assert speech.speaker.who == "employers"


def test_the_speaking_time_of_a_group_is_set(
    station: TableStation, panel: SpeakersPanel, qtbot: QtBot
) -> None:
    panel.limits_button.click()
    assert panel.limits.minutes.hasFocus()
    QTest.keyClicks(panel.limits.minutes, "much")
    QTest.keyClick(panel.limits.minutes, Qt.Key.Key_Return)
    assert panel.limits._problem.text() == "Give the minutes, as 5 or 2:30."
    panel.limits.minutes.clear()
    QTest.keyClicks(panel.limits.minutes, "2:30")
    panel.limits.of.setCurrentIndex(panel.limits.of.findData("workers"))
    QTest.keyClick(panel.limits.minutes, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: station.state.assembly.speaking.limits == {"workers": 150})
    qtbot.waitUntil(lambda: panel.limits._in_force.text() == "▲ Workers’ group 2:30")


def test_the_figures_say_number_time_and_share(
    station: TableStation, panel: SpeakersPanel, qtbot: QtBot
) -> None:
    done(station.desk, GiveFloor(speaker="workers"))
    done(station.desk, GiveFloor(speaker=ILSE))
    qtbot.waitUntil(lambda: len(panel.statistics.spoken) == 2)
    assert panel.statistics.spoken[0].startswith("● Government, 1 speech, 0:0")


def test_escape_leads_back_and_the_switch_follows(station: TableStation, panel: SpeakersPanel) -> None:
    QTest.keyClicks(panel.who.line, "il")
    press(station, Qt.Key.Key_Escape)
    assert panel.who.line.text() == ""
    press(station, Qt.Key.Key_Escape)
    assert station.parts.side.page == "amendments"
    assert station.parts.side.switch.selection == ("amendments",)
    assert station.parts.list.has_focus


def test_speakers_are_heard_before_there_is_a_text(qtbot: QtBot, tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        station = shown(qtbot, desk)
        station.side_acting.switch()
        assert station.parts.side.speakers.isVisible()
        QTest.keyClicks(station.parts.side.speakers.who.line, "work")
        QTest.keyClick(station.parts.side.speakers.who.line, Qt.Key.Key_Return)
        settled(qtbot, station, lambda: waiting(station) == ["Workers’ group"])
        assert station.parts.side.speakers.isVisible()
        station.side_acting.switch()
        assert station.parts.pages.currentWidget() is station.parts.empty
        station.bind(None)


@pytest.mark.parametrize(
    ("allowed", "seconds", "figure", "words", "over"),
    [
        (0, 134, "2:14", "", False),
        (300, 134, "2:14", "2:46 left of 5:00", False),
        (120, 134, "2:14", "▲ 0:14 over the 2:00 allowed", True),
    ],
    ids=["without a limit", "time left", "over time"],
)
def test_the_clock_is_worked_out_from_the_record(
    allowed: int, seconds: int, figure: str, words: str, over: bool
) -> None:
    speech = Speech(Speaker("s1.1", "workers"), (Stretch(at(0)),), allowed)
    shown_clock = clock(speech, at(seconds))
    assert (shown_clock.figure, shown_clock.words, shown_clock.over) == (figure, words, over)


def test_a_stopped_clock_says_so() -> None:
    speech = Speech(Speaker("s1.1", "workers"), (Stretch(at(0), at(30)),), 60)
    assert clock(speech, at(500)).words == "0:30 left of 1:00 · The clock is stopped"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("5", 5.0),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("2:30", 2.5),
        ("0", 0.0),
        ("", None),
        ("2:90", None),
        ("x", None),
    ],
    ids=["whole", "point", "comma", "clock", "none", "empty", "no seconds", "letters"],
)
def test_minutes_are_read_as_they_are_typed(words: str, minutes: float | None) -> None:
    assert read_minutes(words) == minutes


def test_somebody_is_found_by_name_country_office_and_group(desk: Desk) -> None:
    known = candidates(desk.state.assembly)
    assert [each.who for each in matching("norw", known)][:1] == [desk.state.assembly.find_actor(ILSE)]
    assert matching("vice", known)[0].behalf == "government"
    assert matching("employ", known)[0].who == "employers"
    assert matching("", known) == []


def test_the_chip_of_the_top_bar_names_the_office_and_ticks(desk: Desk, qtbot: QtBot) -> None:
    assert floor_fact(desk.state.assembly) is None
    done(desk, SetSpeakingTime(minutes=5))
    done(desk, GiveFloor(speaker=ILSE))
    ticking = floor_fact(desk.state.assembly)
    assert ticking is not None
    fact = ticking()
    assert (fact.words, fact.strong, fact.mark, fact.tone) == (
        "Floor:",
        "Government Vice-Chairperson",
        "●",
        "government",
    )
    assert fact.tail.startswith("0:0")
    window = QWidget()
    qtbot.addWidget(window)
    bar = TopBar(Actions(window))
    qtbot.addWidget(bar)
    bar.show_heading(Heading("Sitting 1", ticking=ticking))
    assert bar._timer.isActive()
    bar.show_heading(Heading("Sitting 1"))
    assert not bar._timer.isActive()


def test_the_panel_speaks_the_language_of_the_window(
    station: TableStation, panel: SpeakersPanel, qtbot: QtBot
) -> None:
    Languages.set("es")
    qtbot.waitUntil(lambda: panel.accessibleName() == "Lista de oradores")


def test_no_part_of_a_narrow_panel_is_out_of_reach(
    station: TableStation, desk: Desk, panel: SpeakersPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in (AddSpeaker(who="workers"), GiveFloor(), AddSpeaker(who="employers")):
        done(desk, command)
    # nobody else has spoken yet: the widest figures there are
    monkeypatch.setattr(statistics, "now", lambda: stamp(datetime.now(UTC) + timedelta(minutes=12)))
    station.refresh(None)
    panel.limits.show()
    station.parts.side.setFixedWidth(300)
    for language in ("en", "fr", "es"):
        Languages.set(language)
        for _turn in range(3):
            QApplication.processEvents()
        assert audit.cut(panel) == audit.misplaced(panel) == []


def test_opening_the_panel_twice_wires_it_once(
    station: TableStation, panel: SpeakersPanel, qtbot: QtBot
) -> None:
    station.side_acting.switch()
    station.side_acting.switch()
    asked: list[object] = []
    panel.asked.connect(asked.append)
    panel.close_or_open()
    settled(qtbot, station, lambda: station.state.assembly.speaking.closed)
    assert len(asked) == 1
