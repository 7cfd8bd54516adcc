"""Files dropped on the window: a meeting is opened, a text read where there is none, the rest let be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.sample import folder
from consult_app.ui.meeting.station import MeetingStation
from consult_app.ui.office import Office
from tests.ui.rooms import add_text, new_desk


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication) -> Iterator[Office]:
    made = Office()
    qtbot.addWidget(made.shell, before_close_func=lambda _shell: made.close_meeting())
    made.shell.show()
    yield made
    made.close_meeting()


def a_meeting(folder: Path, *, with_text: bool) -> Path:
    """The file of a meeting."""
    with new_desk(folder) as desk:
        if with_text:
            add_text(desk, ("en",))
        return desk.path


def drop(office: Office, *paths: Path) -> bool:
    """Drag *paths* over the window and, where they are taken, drop them; whether they were."""
    shell, mime = office.shell, QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    held, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, held, none)
    QApplication.sendEvent(shell, entering)
    if not entering.isAccepted():
        return False
    dropped = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, held, none)
    QApplication.sendEvent(shell, dropped)
    return dropped.isAccepted()


def opened(qtbot: QtBot, office: Office, path: Path) -> None:
    """Wait until the meeting in *path* is open."""
    qtbot.waitUntil(lambda: office.desk is not None and office.desk.path == path, timeout=20_000)


def test_a_meeting_is_opened_from_the_start_page_and_in_the_place_of_another(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    first, second = a_meeting(one, with_text=False), a_meeting(other, with_text=True)
    assert drop(office, first)
    opened(qtbot, office, first)
    assert drop(office, second)
    opened(qtbot, office, second)


@pytest.mark.parametrize("station", ["meeting", "table"])
def test_a_text_comes_to_the_import_page_where_there_is_none(
    qtbot: QtBot, office: Office, tmp_path: Path, station: str
) -> None:
    path = a_meeting(tmp_path, with_text=False)
    office.open(path)
    opened(qtbot, office, path)
    office.shell.enter(station)
    assert drop(office, folder() / "draft.en.txt")
    meeting = office.shell.station("meeting")
    assert isinstance(meeting, MeetingStation)
    assert office.shell.station_at_hand == "meeting"
    qtbot.waitUntil(lambda: meeting.importing.parsed is not None)
    assert meeting.pages.currentWidget() is meeting.importing


def test_what_cannot_be_taken_is_not_offered_a_place(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    text = folder() / "draft.en.txt"
    assert not drop(office, text), "there is no meeting"
    path = a_meeting(tmp_path, with_text=True)
    assert not drop(office, path, path), "two files"
    office.open(path)
    opened(qtbot, office, path)
    office.shell.enter("table")
    assert not drop(office, text), "the meeting has a text"
    assert not drop(office, tmp_path / "picture.png")
    office.shell.enter("publish")
    assert not drop(office, text)
