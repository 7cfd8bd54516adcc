"""A second start hands its file over to the window that is open; what a crash left is taken over."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.cli import main
from consult_app.ui.office import Office
from consult_app.ui.starting import single
from consult_app.ui.starting.single import Door, hand_over, server_name
from consult_app.ui.waiting import in_background
from tests.ui.table_meeting import meeting

T = TypeVar("T")
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no socket file that stays behind")


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ends run in one process here, and a machine may be busy."""
    monkeypatch.setattr(single, "_TO_CONNECT", 20_000)
    monkeypatch.setattr(single, "_TO_ANSWER", 20_000)


@pytest.fixture
def office(qtbot: QtBot) -> Office:
    """A window at its start page."""
    office = Office()
    qtbot.addWidget(office.shell, before_close_func=lambda _shell: office.close_meeting())
    office.shell.show()
    return office


@pytest.fixture
def door(office: Office) -> Iterator[Door]:
    """The door of that window, heard."""
    door = Door(office)
    door.listen()
    assert door.open
    yield door
    door.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An invented meeting, closed."""
    with meeting(tmp_path) as desk:
        return desk.path


def elsewhere(qtbot: QtBot, job: Callable[[], T]) -> T:
    """What *job* gives in another thread, as in another process, while the window goes on."""
    future: Future[T] = in_background(job, "second start")
    qtbot.waitUntil(future.done, timeout=30_000)
    return future.result()


@pytest.fixture
def two(qtbot: QtBot, office: Office, door: Door, path: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A meeting that is open in the window, and another that is to be opened in its place."""
    folder = tmp_path / "other"
    folder.mkdir()
    with meeting(folder) as desk:
        other = desk.path.rename(folder / "other.consult")
    office.open(path)
    qtbot.waitUntil(lambda: office.desk is not None, timeout=30_000)
    assert elsewhere(qtbot, lambda: hand_over(other)) == os.getpid()
    qtbot.waitUntil(lambda: "other.consult is to be opened" in office.shell.standing.words)
    return path, other


def test_the_meeting_at_hand_is_left_only_when_somebody_says_so(
    qtbot: QtBot, office: Office, two: tuple[Path, Path]
) -> None:
    path, other = two
    assert office.desk is not None and office.desk.path == path
    office.shell.known_actions.action("window.answer").trigger()
    qtbot.waitUntil(lambda: office.desk is not None and office.desk.path == other, timeout=30_000)
    assert not office.shell.standing.isVisible()


@pytest.mark.parametrize("how", ["button", "Esc"])
def test_the_meeting_at_hand_stays(qtbot: QtBot, office: Office, two: tuple[Path, Path], how: str) -> None:
    standing = office.shell.standing
    if how == "button":
        standing.buttons[1].click()
    else:
        standing.buttons[0].setFocus()
        QTest.keyClick(standing.buttons[0], Qt.Key.Key_Escape)
    qtbot.wait(20)
    assert not standing.isVisible() and office.desk is not None and office.desk.path == two[0]


def test_a_file_is_opened_in_the_window_that_is_there(
    qtbot: QtBot, office: Office, door: Door, path: Path
) -> None:
    office.shell.showMinimized()
    assert elsewhere(qtbot, lambda: hand_over(path)) == os.getpid()
    qtbot.waitUntil(lambda: office.desk is not None, timeout=30_000)
    assert office.desk is not None
    assert office.desk.path == path
    assert not office.shell.isMinimized()
    # the same once more: it is open, and only comes to the front
    desk = office.desk
    assert elsewhere(qtbot, lambda: hand_over(path)) == os.getpid()
    qtbot.wait(20)
    assert office.desk is desk
    assert office.shell.banner.words == ""


def test_another_file_waits_until_the_window_is_idle(
    qtbot: QtBot, office: Office, door: Door, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with meeting(other) as desk:
        second = desk.path
    elsewhere(qtbot, lambda: hand_over(path))
    elsewhere(qtbot, lambda: hand_over(second))
    qtbot.waitUntil(lambda: "table.consult is to be opened" in office.shell.standing.words, timeout=30_000)
    assert office.desk is not None and office.desk.path == path
    office.shell.standing.answer()
    qtbot.waitUntil(lambda: office.desk is not None and office.desk.path == second, timeout=30_000)


def test_without_a_file_the_window_comes_to_the_front(qtbot: QtBot, office: Office, door: Door) -> None:
    assert elsewhere(qtbot, lambda: hand_over(None)) == os.getpid()
    assert office.desk is None


def test_where_no_window_is_open_nothing_is_handed_over() -> None:
    assert hand_over(None) is None


def test_the_command_line_says_which_window_has_it(
    qtbot: QtBot, office: Office, door: Door, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert elsewhere(qtbot, lambda: main([str(path)])) == 0
    assert capsys.readouterr().out.strip() == (
        f"{path} is shown in the window that is open (process {os.getpid()})."
    )
    qtbot.waitUntil(lambda: office.desk is not None, timeout=30_000)


def test_desks_with_folders_of_their_own_never_meet(
    qtbot: QtBot, door: Door, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = server_name()
    monkeypatch.setenv("CONSULT_HOME", str(tmp_path / "another"))
    assert server_name() != here
    assert elsewhere(qtbot, lambda: hand_over(None)) is None


def test_a_start_that_is_measured_keeps_to_itself(
    qtbot: QtBot, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSULT_QUIT_WHEN_SHOWN", "1")
    assert not single.wanted()
    assert elsewhere(qtbot, lambda: hand_over(None)) is None


def test_a_second_window_leaves_the_door_to_the_first(qtbot: QtBot, office: Office, door: Door) -> None:
    second = Door(office)
    second.listen()
    assert not second.open
    assert elsewhere(qtbot, lambda: hand_over(None)) == os.getpid()


@unix
def test_what_a_killed_program_left_is_taken_over(qtbot: QtBot, office: Office) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(server_name())
    left.close()  # the file stays, and nobody listens
    assert hand_over(None) is None
    door = Door(office)
    door.listen()
    assert door.open
    assert elsewhere(qtbot, lambda: hand_over(None)) == os.getpid()
    door.close()


@unix
@pytest.mark.parametrize(
    "said",
    [
        pytest.param(b"hello\n", id="no JSON"),
        pytest.param(b"[]\n", id="no question"),
        pytest.param(b'{"open": 3}\n', id="no name"),
    ],
)
def test_who_knocks_otherwise_is_not_let_in(qtbot: QtBot, office: Office, door: Door, said: bytes) -> None:
    def knock() -> bytes:
        with socket.socket(socket.AF_UNIX) as other:
            other.connect(server_name())
            other.sendall(said)
            try:
                return other.recv(100)
            except ConnectionResetError:
                return b""

    assert elsewhere(qtbot, knock) == b""
    assert office.desk is None


@unix
def test_a_window_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single, "_TO_ANSWER", 50)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(server_name())
        deaf.listen()
        assert hand_over(None) is None
    Path(server_name()).unlink()
