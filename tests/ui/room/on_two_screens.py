"""With a laptop and a projector: carried out in a process of its own by ``test_projector.py``, because
Qt takes its screens from the platform once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.ui import settings
from consult_app.ui.room.control import RoomControl
from consult_app.ui.room.identify import number_screens
from consult_app.ui.room.projection import Where
from consult_app.ui.room.screens import Identity, identity_of, read_identity
from tests.ui.room.meeting_in_room import room_beside, said
from tests.ui.table_meeting import meeting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PROJECTOR = QRect(1366, 0, 1920, 1080)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting."""
    with meeting(tmp_path) as desk:
        yield desk


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> RoomControl:
    """A room that has shown nothing yet."""
    assert [screen.name() for screen in QGuiApplication.screens()] == ["Laptop", "Projector"]
    control = room_beside(qtbot, desk)
    control.turn_off()
    control.projection.set_windowed(False)
    return control


def test_the_room_fills_the_screen_that_the_desk_is_not_on(room: RoomControl) -> None:
    room.show()
    window = room.projection.window
    assert room.projection.where is Where.SCREEN
    assert window.isVisible() and window.isFullScreen() and window.geometry() == PROJECTOR
    assert window.screen().name() == "Projector"
    assert room.room_picture is not None and room.room_picture.size.toSize() == PROJECTOR.size()


def test_the_room_is_laid_out_for_its_screen_before_it_is_there(room: RoomControl) -> None:
    assert not room.on
    assert room.projection.size.toSize() == PROJECTOR.size()


def test_the_room_s_screen_cannot_be_closed(room: RoomControl) -> None:
    room.show()
    window = room.projection.window
    window.close()
    assert window.isVisible() and room.on
    room.turn_off()
    assert not window.isVisible()


def test_the_screen_is_remembered_by_who_it_is(room: RoomControl) -> None:
    room.show()
    kept = read_identity(settings.read_text("room/screen"))
    assert kept is not None and kept.name == "Projector"
    assert kept == identity_of(room.projection.window.screen())


def test_the_room_never_fills_the_screen_of_the_desk(room: RoomControl) -> None:
    laptop = next(screen for screen in QGuiApplication.screens() if screen.name() == "Laptop")
    room.use_screen(identity_of(laptop))
    room.show()
    assert room.projection.window.screen().name() == "Projector"


def test_a_remembered_screen_that_is_away_gives_way_to_the_one_that_is_there(room: RoomControl) -> None:
    room.use_screen(Identity("Acme", "Beam 9", "B-17", "HDMI-3"))
    room.show()
    assert room.projection.where is Where.SCREEN
    assert room.projection.window.screen().name() == "Projector"


def test_from_its_screen_to_a_window_and_back_with_the_same_page(room: RoomControl, qtbot: QtBot) -> None:
    room.show()
    words = said(room)
    room.set_windowed(True)
    window = room.projection.window
    qtbot.waitUntil(lambda: room.projection.where is Where.WINDOW and not window.isFullScreen())
    assert said(room) == words
    room.set_windowed(False)
    qtbot.waitUntil(lambda: window.geometry() == PROJECTOR)
    assert room.projection.where is Where.SCREEN and said(room) == words


def test_both_screens_are_numbered(room: RoomControl) -> None:
    shown = number_screens(room.projection.screens)
    assert [each.accessibleName() for each in shown] == [
        "1 · Laptop · 1366 × 768",
        "2 · Projector · 1920 × 1080",
    ]
    assert [each.screen().name() for each in shown] == ["Laptop", "Projector"]
    for each in shown:
        each.close()
