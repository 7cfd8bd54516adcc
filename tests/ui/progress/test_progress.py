"""The Progress station: its figures, its charts and tables, what is still open, and the way to the Table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.asking import AddSpeaker
from consult_app.drafting.deciding.consideration import AdoptNode, AdoptText, ReopenNode, few
from consult_app.drafting.deciding.floor import RejectAmendment, WithdrawAmendment
from consult_app.drafting.handing_in.importing import ImportText, ReadNode
from consult_app.drafting.progress import Course, Pace
from consult_app.drafting.translation.translating import EditWording
from consult_app.meetings.proceedings.giving_floor import EndSpeech, GiveFloor
from consult_app.meetings.proceedings.sitting import CloseSitting, OpenSitting
from consult_app.meetings.proceedings.sitting_time import unseated
from consult_app.meetings.reasons import Message, Place
from consult_app.state import Undo
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Theme
from consult_app.ui.office import Office
from consult_app.ui.progress.open_list import TO_ADOPT, TO_TRANSLATE
from consult_app.ui.progress.station import ProgressStation
from consult_app.ui.progress.words import finish_label, obstacle_words, pace_words
from consult_app.ui.table.station import TableStation
from tests.ui import audit
from tests.ui.audit import nameless
from tests.ui.rooms import add_amendments, add_people, add_text, carry_out, focus, new_desk, shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        add_people(made)
        add_text(made)
        add_amendments(made)
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> ProgressStation:
    made = ProgressStation()
    shown(qtbot, made, desk)
    return made


def figures(station: ProgressStation) -> list[str]:
    """What the tiles say."""
    return [tile.accessibleName() for tile in station.tiles.tiles]


def listed(station: ProgressStation) -> dict[str, str]:
    """What each passage in the list waits for."""
    return {row.name: row.waits for row in station.open.model.rows}


def total(desk: Desk) -> int:
    text = next(iter(desk.state.drafting.texts.values()))
    return sum(spot.kind in ("paragraph", "item") for spot in text.tree.spots.values())


def test_before_a_text_the_page_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        station = ProgressStation()
        shown(qtbot, station, desk)
        assert station.pages.currentIndex() == 0
        assert station.first_focus() is station.import_button
        with qtbot.waitSignal(station.import_asked):
            station.import_button.click()
        add_text(desk, ("en",))
        qtbot.waitUntil(lambda: station.pages.currentIndex() == 1)
        station.bind(None)


def test_before_anything_is_adopted_nothing_is_foretold(station: ProgressStation, desk: Desk) -> None:
    whole = total(desk)
    assert figures(station) == [
        f"0 of {whole} paragraphs and items adopted",
        f"{whole} paragraphs and items left",
        "– adopted per hour of sitting: not yet to be said",
        "– not yet to be said: no sitting has been opened",
    ]
    assert station.steps.chart.marks == []


def test_what_is_adopted_is_counted_and_told(station: ProgressStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, OpenSitting(), AdoptNode(node="2"), ReopenNode(node="2", reason="A word."))
    carry_out(desk, AdoptNode(node="2"))
    chart = station.steps.chart
    qtbot.waitUntil(lambda: len(chart.line.steps) == 3)
    assert [step.back for step in chart.line.steps] == [False, True, False]
    assert "Sitting 1" in chart.line.steps[0].words
    assert "Paragraph 2" in chart.line.steps[0].words
    assert "Reopened: paragraph 2." in chart.line.steps[1].words
    closed = chart.line.steps[-1].count
    assert figures(station)[0] == f"{closed} of {total(desk)} adopted: {closed}\u00a0unchanged"
    assert figures(station)[3] == "– not yet to be said: too little has been adopted"
    carry_out(desk, Undo())
    qtbot.waitUntil(lambda: len(chart.line.steps) == 2)


def test_amendments_are_shown_by_group_and_outcome(
    station: ProgressStation, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(desk, RejectAmendment(amendment="D.1"), WithdrawAmendment(amendment="D.2"))
    chart = station.outcomes.chart
    chart.settle()
    qtbot.waitUntil(lambda: "withdrawn" in station.outcomes.table.accessibleDescription())
    chart.settle()
    assert [mark.words for mark in chart.marks] == [
        "Employers’ group: withdrawn, 1",
        "Workers’ group: not adopted, 1",
    ]
    assert [bar.mark for bar in chart.bars] == ["●", "■", "▲"]
    assert station.outcomes.model.rows == [
        ("not adopted", "0", "0", "1", "0", "1"),
        ("withdrawn", "0", "1", "0", "0", "1"),
    ]


def test_each_language_is_shown(station: ProgressStation) -> None:
    bars = {bar.name: bar.whole for bar in station.languages.chart.bars}
    standing = bars["English"].split()[0]
    assert bars == {
        "English": f"{standing} of {standing} passages ready",
        "French": f"0 of {standing} passages ready",
        "Spanish": "not imported",
    }


def test_speaking_time_is_shown_once_somebody_has_spoken(
    station: ProgressStation, desk: Desk, qtbot: QtBot
) -> None:
    assert station.speaking.isHidden()
    carry_out(desk, AddSpeaker(who="workers"), GiveFloor(), EndSpeech())
    station.refresh(None)
    assert not station.speaking.isHidden()
    assert [bar.whole for bar in station.speaking.chart.bars] == ["0 speeches", "0 speeches", "1 speech"]


def test_the_list_says_what_each_passage_waits_for(
    station: ProgressStation, desk: Desk, qtbot: QtBot
) -> None:
    assert listed(station)["Paragraph 1"] == "D.1 · Es missing"
    assert station.open.model.rows[0].state == "not yet considered"
    carry_out(desk, AdoptNode(node="2"))
    qtbot.waitUntil(lambda: "Paragraph 2" not in listed(station))
    words = "Words [[in brackets]] here."
    carry_out(desk, EditWording(node="2", language="en", text=words, by="office", editorial=True))
    qtbot.waitUntil(lambda: "Paragraph 2" in listed(station))
    assert listed(station)["Paragraph 2"].startswith("B.1 · Fr ")
    assert "Words in square brackets: paragraph\u00a02" in station.open.obstacles.text()


def test_what_is_to_be_translated_can_be_listed_instead(station: ProgressStation) -> None:
    QTest.mouseClick(station.open.which.button(TO_TRANSLATE), Qt.MouseButton.LeftButton)
    assert listed(station)["Paragraph 1"] == "Fr draft translation · Es missing"
    QTest.mouseClick(station.open.which.button(TO_ADOPT), Qt.MouseButton.LeftButton)
    assert listed(station)["Paragraph 1"] == "D.1 · Es missing"


def test_enter_asks_for_the_passage_at_the_table(station: ProgressStation, desk: Desk, qtbot: QtBot) -> None:
    table = station.open.table
    assert station.first_focus() is table
    focus(qtbot, station, table)
    QTest.keyClick(table, Qt.Key.Key_Down)
    asked = station.open.model.rows[1].node
    with qtbot.waitSignal(station.node_asked) as caught:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == [asked]


def test_one_key_shows_tables_in_place_of_charts(station: ProgressStation, qtbot: QtBot) -> None:
    focus(qtbot, station, station.outcomes.chart)
    QTest.keyClick(station.outcomes.chart, Qt.Key.Key_T)
    assert all(panel.pages.currentWidget() is panel.table for panel in station.panels)
    qtbot.waitUntil(station.outcomes.table.hasFocus)
    assert station.table_button.accessibleName() == "Show as charts"
    assert nameless(station) == []
    QTest.keyClick(station.outcomes.table, Qt.Key.Key_T)
    assert all(panel.pages.currentWidget() is panel.chart for panel in station.panels)


def test_the_stretch_that_the_pace_is_taken_from_can_be_chosen(
    station: ProgressStation, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(desk, OpenSitting())
    for key, words in (("1", "1 h"), ("all", "All")):
        button = station.window_of_pace.button(key)
        assert button.text() == words
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert station.window_of_pace.selection == (key,)


def test_a_text_that_is_adopted_waits_for_nothing(station: ProgressStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, OpenSitting(), RejectAmendment(amendment="D.1"), RejectAmendment(amendment="D.2"))
    carry_out(desk, AdoptNode(node="rest"))
    qtbot.waitUntil(lambda: not station.open.model.rows)
    assert station.open.obstacles.text() == "Nothing: the text can be adopted as a whole."
    assert figures(station)[3] == "✓ every paragraph and item is adopted"
    assert station.first_focus() is station.open.which.button(TO_ADOPT)
    carry_out(desk, AdoptText(), CloseSitting())
    qtbot.waitUntil(lambda: station.open.heading.text() == "The text is adopted")


def test_out_of_sight_nothing_is_reckoned_until_it_is_entered(
    station: ProgressStation, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = figures(station)
    station.hide()
    carry_out(desk, AdoptNode(node="2"))
    station.refresh(None)
    assert figures(station) == before
    station.show()
    qtbot.waitUntil(lambda: figures(station) != before)


def test_of_several_texts_one_is_chosen(station: ProgressStation, desk: Desk, qtbot: QtBot) -> None:
    assert station.texts.isHidden()
    nodes = (
        ReadNode("title", "Resolution on river ports"),
        ReadNode("paragraph", "The only paragraph.", enumeration="arabic"),
    )
    carry_out(desk, ImportText(language="en", nodes=nodes, text_id="resolution"))
    qtbot.waitUntil(lambda: not station.texts.isHidden())
    assert station.texts.currentIndex() == 0
    station.texts.setCurrentIndex(1)
    station.texts.activated.emit(1)
    assert figures(station)[1] == "1 paragraph or item left"
    assert station.texts.currentText() == "Resolution on river ports"
    assert list(listed(station)) == ["Title", "Paragraph 1"]


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_word_is_said_in_the_language_of_the_window(
    station: ProgressStation, qtbot: QtBot, language: str
) -> None:
    english = set(figures(station)) | set(listed(station))
    Languages.set(language)
    qtbot.waitUntil(lambda: not english & set(listed(station)))
    assert not english & set(figures(station))
    assert station.steps.heading.text() != "Paragraphs and items adopted"
    assert nameless(station) == []


def test_it_grows_with_the_type(station: ProgressStation, qtbot: QtBot) -> None:
    station.resize(850, 480)
    narrow, flat = station.open.width(), station.outcomes.chart.sizeHint().height()
    Theme.instance().set_scale(1.5)
    qtbot.waitUntil(lambda: station.open.width() > narrow)
    assert station.outcomes.chart.sizeHint().height() > flat
    assert nameless(station) == []


def test_the_window_leads_from_the_list_to_the_table_and_from_nothing_to_the_import(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office()
    qtbot.addWidget(office.shell)
    office.shell.show_meeting(desk, "River ports", "progress")
    progress, table = office.shell.station("progress"), office.shell.station("table")
    assert isinstance(progress, ProgressStation) and isinstance(table, TableStation)
    progress._show()
    node = progress.open.model.rows[4].node
    with qtbot.waitSignal(table.node_reached) as caught:
        progress.open.table.row_entered.emit(node)
    assert (office.shell.station_at_hand, caught.args) == ("table", [node])
    meeting = office.shell.station("meeting")
    asked: list[str] = []
    monkeypatch.setattr(meeting, "ask_text", lambda: asked.append("text"))
    progress.import_asked.emit()
    assert (office.shell.station_at_hand, asked) == ("meeting", ["text"])
    office.shell.show_start()


def test_where_the_tiles_have_no_room_abreast_they_stand_in_two_rows(station: ProgressStation) -> None:
    tiles = station.tiles
    assert len({tile.y() for tile in tiles.tiles}) == 1
    Theme.instance().set_scale(2.0)
    station.resize(900, 700)
    for _turn in range(3):
        QApplication.processEvents()
    assert len({tile.y() for tile in tiles.tiles}) == 2
    assert audit.cut(tiles) == audit.misplaced(tiles) == []


@pytest.mark.parametrize(
    ("window", "hours", "said"),
    [
        ("en", 1, "adopted per hour, in the last hour of sitting"),
        ("en", 2, "adopted per hour, in the last two hours of sitting"),
        ("fr", 2, "adoptés par heure, pendant les deux dernières heures de séance"),
        ("es", 2, "adoptados por hora, durante las dos últimas horas de sesión"),
        ("en", 5, "adopted per hour of sitting, since the first sitting"),
    ],
    ids=["one_hour", "two_hours", "in_french", "in_spanish", "all_of_it"],
)
def test_the_pace_says_of_which_hours_it_is(window: str, hours: int, said: str) -> None:
    begins = datetime(2026, 11, 2, 9, tzinfo=UTC)
    course = Course(10, 4, (), unseated(begins, begins + timedelta(hours=5)), {})
    Languages.set(window)
    assert pace_words(Pace(hours * 3600.0, 3.0), course) == said


def test_of_a_long_list_it_is_said_how_many_more_there_are() -> None:
    numbers = [f"D.{number}" for number in range(1, 12)]
    message = Message("amendments not disposed of: {amendments}", {"amendments": numbers})
    assert obstacle_words(message) == "Amendments not disposed of: D.1, D.2, D.3, D.4, D.5 and 6\u00a0more."
    many = few([Place("clause", str(number)) for number in range(1, 21)])
    said = obstacle_words(Message("not adopted yet: {places}", {"places": many}))
    assert said.endswith(" and 17\u00a0more.") and "preamble\u00a0clause\u00a03" in said


def test_the_axis_says_when_its_sittings_began_and_when_it_ends(
    station: ProgressStation, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(desk, OpenSitting())
    carry_out(desk, AdoptNode(node="2"))
    qtbot.waitUntil(lambda: bool(station.steps.chart.line.stretches))
    line = station.steps.chart.line
    assert line.stretches[0].dated.startswith("Sitting 1, ")
    assert line.until


def test_the_finishing_time_has_its_day_before_the_hour() -> None:
    ends = datetime(2026, 11, 23, 3, 36).astimezone()
    today = ends - timedelta(days=1)
    assert finish_label(Pace(3600.0, 1.0, 60.0, ends), today) == "23 November 03:36"
    assert finish_label(Pace(3600.0, 1.0, 60.0, ends), ends) == "03:36"
