"""What is done with the text as a whole at the Meeting station: the window for amendments, renumbering."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.text.nodes import Text
from consult_app.ui.language import Languages
from consult_app.ui.meeting.amendments_window import window_words
from consult_app.ui.meeting.station import MeetingStation
from tests.ui.audit import nameless
from tests.ui.rooms import add_text, carry_out, new_desk, shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        add_text(made)
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> MeetingStation:
    made = MeetingStation()
    shown(qtbot, made, desk)
    return made


def text_of(desk: Desk) -> Text:
    return next(iter(desk.state.drafting.texts.values()))


def test_amendments_are_closed_and_opened(station: MeetingStation, desk: Desk, qtbot: QtBot) -> None:
    window = station.text.window_of
    assert "not open yet" in window.standing.text()
    window.close_button.click()
    qtbot.waitUntil(lambda: "Amendments are closed" in window.standing.text())
    assert text_of(desk).amendments_closed
    assert not window.close_button.isVisible()
    window.open_button.click()
    qtbot.waitUntil(lambda: not text_of(desk).amendments_closed)
    qtbot.waitUntil(lambda: not window.open_button.isVisible())
    assert "no deadline is set" in window.standing.text()


def test_a_deadline_is_set_and_lifted(station: MeetingStation, desk: Desk, qtbot: QtBot) -> None:
    window = station.text.window_of
    window.deadline_button.click()
    assert window.time.currentText() == "18:00"
    assert nameless(station) == []
    window.day.setDate(QDate(2199, 11, 3))
    QTest.keyClick(window.time, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "2199" in window.standing.text())
    assert text_of(desk).deadline.startswith("2199-11-0")
    assert "2199" in window_words(text_of(desk), datetime(2198, 1, 1, tzinfo=UTC))
    assert "was" in window_words(text_of(desk), datetime(2200, 1, 1, tzinfo=UTC))
    window.deadline_button.click()
    assert window.day.date() == QDate(2199, 11, 3)
    window.lift_button.click()
    qtbot.waitUntil(lambda: "not open yet" in window.standing.text())


def test_the_fields_of_the_deadline_are_left_with_esc(station: MeetingStation, desk: Desk) -> None:
    before = desk.seq
    window = station.text.window_of
    window.deadline_button.click()
    QTest.keyClick(window.day, Qt.Key.Key_Escape)
    assert not window.day.isVisible()
    assert desk.seq == before


def test_the_table_is_seen_before_the_text_is_renumbered(
    station: MeetingStation, desk: Desk, qtbot: QtBot
) -> None:
    renumbering = station.text.renumbering
    renumbering.button.click()
    assert "numbered through already" in renumbering.said.text()
    assert not renumbering.do_button.isVisible()
    carry_out(
        desk,
        SubmitAmendment(by="workers", kind="insert_after", target="1", text="The Office should publish."),
        AdoptAmendment(amendment="D.1"),
        SubmitAmendment(by="workers", kind="delete", target="2"),
        AdoptAmendment(amendment="D.2"),
    )
    qtbot.waitUntil(lambda: renumbering.do_button.isVisible())
    rows = {(before, after) for _, before, after, _ in renumbering.model.rows}
    assert {("1bis", "2"), ("2", "")} <= rows
    assert renumbering.said.text().startswith(f"{len(renumbering.model.rows)} labels would change.")
    assert nameless(station) == []
    seq = desk.seq
    Languages.set("fr")
    assert desk.seq == seq
    renumbering.do_button.click()
    qtbot.waitUntil(lambda: desk.seq == seq + 1)
    assert not renumbering.table.isVisible()
