"""What nobody expected: the words are saved first, it is said in the banner, and the window goes on."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from consult_app import places
from consult_app.journal.beside import Beside
from consult_app.ui.office import Office
from consult_app.ui.starting.reports import Crash, Reports, log_file
from consult_app.ui.starting.unexpected import Unexpected, say_crash
from consult_app.ui.station import Station
from tests.ui.safety.crashed import desk_of, kept, opened, table_of, wait_for
from tests.ui.table_meeting import go, meeting


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """A window with the invented meeting and unfinished words, whose errors are caught as in the program."""
    with meeting(tmp_path) as desk:
        path = desk.path
    office = opened(qtbot, path)
    station = table_of(office)
    go(station, "2(ii)")
    station.acting.edit()
    assert station.acting.editor is not None
    station.acting.editor.set_words("report every sec")
    unexpected = Unexpected(office, log_file())
    unexpected.start()
    yield office
    unexpected.stop()


@pytest.fixture
def reports() -> Iterator[Reports]:
    """The logs of a run of the program; pytest has its own faulthandler, which is put back."""
    made = Reports()
    yield made
    made.stop()
    faulthandler.enable()


def goes_wrong() -> None:
    raise KeyError("nobody thought of this")


@pytest.mark.expects_log
def test_what_is_being_written_is_saved_before_anything_is_said(
    qtbot: QtBot, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.capture_exceptions():
        hook = Unexpected(office, log_file())
        hook.start()  # in the place of pytest-qt's own
        QTimer.singleShot(0, goes_wrong)
        wait_for(qtbot, lambda: "should not have" in office.shell.banner.words)
        hook.stop()
    words = office.shell.banner.words
    assert "nobody thought of this" in words
    assert "decided or written" in words
    assert str(log_file()) in words
    assert [each.words for each in kept(office)] == ["report every sec"]
    assert "nobody thought of this" in caplog.text
    office.shell.enter("people")
    assert office.shell.station_at_hand == "people"


@pytest.mark.expects_log
def test_an_error_of_another_thread_is_said_too(
    qtbot: QtBot, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    thread = threading.Thread(target=goes_wrong)
    thread.start()
    thread.join()
    wait_for(qtbot, lambda: "nobody thought of this" in office.shell.banner.words)
    assert [each.words for each in kept(office)] == ["report every sec"]


@pytest.mark.expects_log
def test_words_that_cannot_be_saved_are_not_said_to_be(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_beside: Beside, _kept: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(Beside, "keep_scratch", broken)
    office.say_unexpected(KeyError("x"), log_file())
    assert "Every decision made so far is saved" in office.shell.banner.words
    qtbot.wait(20)


@pytest.mark.expects_log
def test_what_fails_with_each_frame_is_written_down_once(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(50):
        try:
            goes_wrong()
        except KeyError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert caplog.text.count("Traceback") == 1


@pytest.mark.expects_log
def test_a_station_that_cannot_say_what_is_unsaved_does_not_stop_the_window(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_station: Station) -> None:
        raise ValueError("broken too")

    monkeypatch.setattr(type(table_of(office)), "unsaved", broken)
    office.say_unexpected(KeyError("x"), log_file())
    assert "should not have" in office.shell.banner.words
    monkeypatch.undo()


# reports


@pytest.mark.expects_log
def test_the_log_stays_small(reports: Reports) -> None:
    reports.start()
    log = logging.getLogger("consult_app.test")
    for number in range(400):
        log.error("%d %s", number, "x" * 5_000)
    files = sorted(places.state_dir().glob("consult*.log"))
    assert [file.name for file in files] == ["consult.1.log", "consult.log"]
    assert all(file.stat().st_size < 600_000 for file in files)
    assert "399 xxx" in log_file().read_text("utf-8")


def test_what_a_crash_left_becomes_a_report(reports: Reports) -> None:
    (places.state_dir() / "fault.log").write_text("Fatal Python error: Segmentation fault\n", "utf-8")
    crash = reports.start()
    assert crash is not None
    assert crash.report.read_text("utf-8").startswith("Fatal")
    assert faulthandler.is_enabled()
    reports.stop()
    again = Reports()
    assert again.start() is None
    again.stop()


def test_only_the_last_reports_are_kept(reports: Reports) -> None:
    folder = places.state_dir() / "reports"
    folder.mkdir(parents=True)
    for number in range(15):
        (folder / f"crash-202601{number + 10}-120000.txt").touch()
    (places.state_dir() / "fault.log").write_text("Fatal", "utf-8")
    crash = reports.start()
    assert crash is not None
    assert len(list(folder.glob("crash-*.txt"))) == 10
    assert crash.report.exists()


def test_a_crash_is_said_on_the_start_page_and_in_the_meeting(qtbot: QtBot, tmp_path: Path) -> None:
    with meeting(tmp_path) as desk:
        path = desk.path
    (places.state_dir() / "fault.log").write_text("Fatal", "utf-8")
    reports = Reports()
    crash = reports.start()
    reports.stop()
    faulthandler.enable()
    assert isinstance(crash, Crash)
    office = Office()
    qtbot.addWidget(office.shell, before_close_func=lambda _shell: office.close_meeting())
    office.shell.show()
    say_crash(office, crash)
    assert "ended unexpectedly" in office.shell.start.banner.words
    office.open(path)
    wait_for(qtbot, lambda: office.desk is not None)
    assert str(crash.report) in office.shell.banner.words
    office.leave()
    office.open(path)
    wait_for(qtbot, lambda: office.desk is not None)
    assert office.shell.banner.words == ""
    assert desk_of(office).writable
