"""The window as a whole: a meeting is opened, decided in, undone, closed, and what is wrong is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk, Done
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.journal.backups import back_up
from consult_app.journal.errors import Unwritable
from consult_app.meetings.reasons import Message
from consult_app.sample import play
from consult_app.ui.file.openings import SAMPLE_UNTIL
from consult_app.ui.language import Languages
from consult_app.ui.office import Office
from consult_app.ui.table.station import TableStation
from consult_app.ui.window.bars import Heading, TopBar
from consult_app.ui.window.new_meeting import NewMeeting
from consult_app.ui.window.rail import RailButton


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication) -> Office:
    """An office with its window on the screen."""
    made = Office()
    qtbot.addWidget(made.shell, before_close_func=lambda _shell: made.close_meeting())
    made.shell.show()
    return made


def opened(qtbot: QtBot, office: Office, path: Path) -> Desk:
    office.open(path)
    qtbot.waitUntil(lambda: office.desk is not None, timeout=20_000)
    assert office.desk is not None
    return office.desk


def is_open(office: Office) -> bool:
    return office.desk is not None


@pytest.fixture
def half_way(tmp_path: Path) -> Path:
    """The sample in mid-meeting."""
    path = tmp_path / "half.consult"
    play(path, until=SAMPLE_UNTIL).close()
    return path


def test_a_meeting_that_was_adopted_is_shown_at_every_station(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "done.consult"
    play(path).close()
    opened(qtbot, office, path)
    assert office.shell.station_at_hand == "table"
    for code in ("fr", "es", "en"):
        Languages.set(code)
        for key in ("meeting", "people", "amendments", "table", "publish"):
            office.shell.enter(key)
            qtbot.wait(10)
    assert office.shell.windowTitle().startswith("Tripartite")


def test_a_decision_is_counted_and_undone_by_its_label(qtbot: QtBot, office: Office, half_way: Path) -> None:
    desk = opened(qtbot, office, half_way)
    undo = office.shell.known_actions.action("edit.undo")
    pending = sum(1 for a in desk.state.drafting.amendments.values() if a.pending)
    answer = desk.perform(AdoptAmendment(amendment="D.9")).result()
    assert isinstance(answer, Done)
    qtbot.waitUntil(lambda: "D.9" in undo.text() and "adopt" in undo.text())
    assert office._tally is not None and len(office._tally.pending) == pending - 1
    undo.trigger()
    qtbot.waitUntil(lambda: desk.seq == answer.seq + 1)
    qtbot.waitUntil(lambda: office._tally is not None and len(office._tally.pending) == pending)
    assert desk.state.drafting.by_number("D.9").state == "under_discussion"  # type: ignore[union-attr]
    redo = office.shell.known_actions.action("edit.redo")
    qtbot.waitUntil(lambda: redo.isEnabled())
    redo.trigger()
    qtbot.waitUntil(lambda: desk.seq == answer.seq + 2)


def test_what_is_no_meeting_is_said_and_the_start_page_stays(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    other = tmp_path / "letter.consult"
    other.write_text("Dear Sir or Madam", "utf-8")
    office.open(other)
    qtbot.waitUntil(lambda: "not a Consult meeting file" in office.shell.start.banner.words)
    assert office.desk is None and not office.shell.in_meeting


def test_a_meeting_in_use_names_who_has_it(qtbot: QtBot, office: Office, half_way: Path) -> None:
    with Desk.open(half_way):
        office.open(half_way)
        qtbot.waitUntil(
            lambda: (
                "half.consult" in office.shell.start.banner.words
                and "desk" in office.shell.start.banner.words
            )
        )
    assert office.desk is None


def test_a_new_meeting_is_created_and_listed(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    path = tmp_path / "new.consult"
    new = NewMeeting(
        path,
        {"en": "Meeting on Ferries"},
        "technical_2019",
        date(2026, 12, 1),
        date(2026, 12, 4),
        "Geneva",
        "TMF/2026",
    )
    office.openings.create(new)
    qtbot.waitUntil(lambda: office.desk is not None, timeout=20_000)
    assert office.desk is not None
    meeting = office.desk.state.assembly.meeting
    assert (meeting.symbol, meeting.begins, meeting.rules.id) == ("TMF/2026", "2026-12-01", "technical_2019")
    assert office.shell.station_at_hand == "meeting"
    office.leave()
    assert not is_open(office) and not office.shell.in_meeting
    assert [Path(m.path).name for m in office._recent.meetings] == ["new.consult"]


def test_the_last_backup_takes_the_place_of_a_damaged_file(
    qtbot: QtBot, office: Office, half_way: Path
) -> None:
    back_up(half_way)
    half_way.write_bytes(b"broken")
    office.openings.restore(str(half_way))
    qtbot.waitUntil(lambda: office.desk is not None, timeout=20_000)
    assert office.desk is not None and office.desk.state.drafting.texts
    assert [p.read_bytes() for p in half_way.parent.glob("half-before-restore-*")] == [b"broken"]


def test_the_sample_is_held_anew_and_then_opened_as_it_was_left(qtbot: QtBot, office: Office) -> None:
    office.openings.open_sample()
    qtbot.waitUntil(lambda: office.desk is not None, timeout=30_000)
    assert office.desk is not None
    seq = office.desk.seq
    office.desk.perform(AdoptAmendment(amendment="D.9")).result()
    office.leave()
    office.openings.open_sample()
    qtbot.waitUntil(lambda: office.desk is not None, timeout=30_000)
    assert office.desk is not None and office.desk.seq == seq + 1


def test_the_table_asks_for_an_amendment_and_the_form_is_aimed_at_its_node(
    qtbot: QtBot, office: Office, half_way: Path
) -> None:
    desk = opened(qtbot, office, half_way)
    office.shell.enter("table")
    text = desk.state.drafting.texts["conclusions"]
    node = next(n.id for n in text if text.tree.spots[n.id].kind == "paragraph")
    office.shell.station("table").amendment_asked.emit(node)  # type: ignore[attr-defined]
    assert office.shell.station_at_hand == "amendments"
    assert office.shell.station("amendments").form.node == node  # type: ignore[attr-defined]


def test_a_row_that_cannot_be_written_says_so_itself(
    qtbot: QtBot, office: Office, half_way: Path, tmp_path: Path
) -> None:
    opened(qtbot, office, half_way)
    full = Unwritable(Message("{file} cannot be written ({error}).", {"file": "m", "error": "disk full"}))
    office.say_unexpected(full, tmp_path / "log")
    assert office.shell.banner.words == "m cannot be written (disk full)."
    office.say_unexpected(KeyError("x"), tmp_path / "log")
    assert "should not have" in office.shell.banner.words


def test_esc_on_the_rail_leaves_the_comparison(qtbot: QtBot, office: Office, half_way: Path) -> None:
    opened(qtbot, office, half_way)
    office.shell.activateWindow()
    qtbot.waitUntil(office.shell.isActiveWindow)
    table = office.shell.station("table")
    assert isinstance(table, TableStation)
    table.comparing.open()
    button = office.shell.findChild(RailButton)
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not table.comparing.is_open
    assert table.isAncestorOf(office.shell.focusWidget())
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert office.shell.station_at_hand == "table"


def test_the_clock_over_the_station_goes_on_by_itself(qtbot: QtBot, office: Office, half_way: Path) -> None:
    opened(qtbot, office, half_way)
    said = ["10:59", "11:00"]
    bar = office.shell.findChild(TopBar)
    assert bar is not None
    bar.show_heading(Heading("Sitting 1", when=lambda: said[0]))
    labels = [each for each in bar.findChildren(QLabel) if each.text() == "10:59"]
    assert len(labels) == 1 and bar._minutes.isActive() and bar._minutes.interval() <= 60_005
    said.pop(0)
    bar._minutes.timeout.emit()
    assert labels[0].text() == "11:00" and bar._minutes.isActive()
    bar.show_heading(Heading("Sitting 1"))
    assert not bar._minutes.isActive()
