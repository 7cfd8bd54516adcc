"""A projector is unplugged and plugged in again: carried out by ``test_projector.py`` in a process of its
own, on an X server whose monitors come and go."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.ui.room.control import RoomControl
from consult_app.ui.room.panel import RoomPanel
from consult_app.ui.room.projection import Where
from consult_app.ui.room.saying import name_of_screen
from consult_app.ui.room.screens import Identity
from tests.ui.room.meeting_in_room import desk_of, room_beside, said
from tests.ui.room.monitors import Monitors, monitors
from tests.ui.table_meeting import done, meeting

PROJECTOR = (1366, 0, 1920, 1080)


@pytest.fixture
def plugs() -> Iterator[Monitors]:
    """The monitors, both plugged in when the test begins."""
    with monitors(os.environ["DISPLAY"]) as found:
        found.plug_in("Projector", *PROJECTOR)
        yield found
        found.unplug("Projector")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting."""
    with meeting(tmp_path) as desk:
        yield desk


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, plugs: Monitors) -> RoomControl:
    """A room on the projector, showing paragraph 1 with D.1; the desk stands on the laptop."""
    wait_for_screens(qtbot, 2)
    control = room_beside(qtbot, desk)
    control.turn_off()
    control.projection.set_windowed(False)
    desk_of(control).setGeometry(20, 20, 600, 400)
    qtbot.waitUntil(lambda: desk_of(control).screen().name() == "Laptop")
    control.show()
    qtbot.waitUntil(lambda: control.projection.window.geometry() == QRect(*PROJECTOR))
    return control


def wait_for_screens(qtbot: QtBot, number: int) -> None:
    qtbot.waitUntil(lambda: len(QGuiApplication.screens()) == number)


def test_the_room_takes_no_focus(room: RoomControl, qtbot: QtBot) -> None:
    window = room.projection.window
    desk = desk_of(room)
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    room.turn_off()
    room.show()
    qtbot.waitUntil(window.isVisible)
    qtbot.wait(200)
    assert desk.isActiveWindow() and not window.isActiveWindow()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Period)


def test_unplugged_the_room_hides_at_once_and_says_so_without_a_dialog(
    room: RoomControl, plugs: Monitors, qtbot: QtBot
) -> None:
    window = room.projection.window
    with qtbot.waitSignal(room.told) as caught:
        plugs.unplug("Projector")
    assert caught.args is not None and "unplugged" in caught.args[1]
    assert room.projection.where is Where.UNPLUGGED and not window.isVisible()
    wait_for_screens(qtbot, 1)
    qtbot.wait(500)  # what Qt and the window manager do afterwards
    assert not window.isVisible()
    assert QGuiApplication.modalWindow() is None


def test_plugged_in_again_it_comes_back_with_the_same_page(
    room: RoomControl, plugs: Monitors, qtbot: QtBot, desk: Desk
) -> None:
    words = said(room)
    for _ in range(2):
        plugs.unplug("Projector")
        qtbot.waitUntil(lambda: room.projection.where is Where.UNPLUGGED)
        wait_for_screens(qtbot, 1)
        plugs.plug_in("Projector", *PROJECTOR)
        qtbot.waitUntil(lambda: room.projection.where is Where.SCREEN)
        qtbot.waitUntil(lambda: room.projection.window.geometry() == QRect(*PROJECTOR))
        assert room.projection.window.isVisible() and said(room) == words


def test_hold_and_blank_outlast_a_loose_cable(
    room: RoomControl, plugs: Monitors, qtbot: QtBot, desk: Desk
) -> None:
    room.hold()
    words = said(room)
    plugs.unplug("Projector")
    qtbot.waitUntil(lambda: room.projection.where is Where.UNPLUGGED)
    done(desk, AdoptAmendment(amendment="D.1"))
    room.follow_meeting()
    plugs.plug_in("Projector", *PROJECTOR)
    qtbot.waitUntil(lambda: room.projection.where is Where.SCREEN)
    assert room.shown.held and said(room) == words
    room.blank()
    plugs.unplug("Projector")
    qtbot.waitUntil(lambda: room.projection.where is Where.UNPLUGGED)
    plugs.plug_in("Projector", *PROJECTOR)
    qtbot.waitUntil(lambda: room.projection.where is Where.SCREEN)
    assert said(room) == "Invented meeting"


def test_another_resolution_is_laid_out_anew(room: RoomControl, plugs: Monitors, qtbot: QtBot) -> None:
    plugs.unplug("Projector")
    qtbot.waitUntil(lambda: room.projection.where is Where.UNPLUGGED)
    plugs.plug_in("Projector", 1366, 0, 1024, 768)
    qtbot.waitUntil(lambda: room.projection.where is Where.SCREEN)
    qtbot.waitUntil(
        lambda: room.room_picture is not None and room.room_picture.size.toSize().toTuple() == (1024, 768)
    )


def test_another_projector_is_not_taken_for_the_one_that_was_unplugged(
    room: RoomControl, plugs: Monitors, qtbot: QtBot
) -> None:
    offered: list[Identity] = []
    room.other_found.connect(offered.append)
    panel = RoomPanel(room)
    qtbot.addWidget(panel)
    plugs.unplug("Projector")
    qtbot.waitUntil(lambda: room.projection.where is Where.UNPLUGGED)
    plugs.plug_in("Stranger", *PROJECTOR)
    wait_for_screens(qtbot, 2)
    qtbot.wait(600)
    assert room.projection.where is Where.UNPLUGGED and not room.projection.window.isVisible()
    (_screen, stranger) = room.projection.others()[0]
    assert offered == [stranger] and name_of_screen(stranger) == "Stranger"
    panel.show_state()
    assert panel.screens.currentText() == "Projector (unplugged)"
    room.show()  # asked again, it is offered again, and not taken
    assert offered == [stranger, stranger] and room.projection.where is Where.UNPLUGGED
    room.use_screen(stranger)
    qtbot.waitUntil(lambda: room.projection.where is Where.SCREEN)
    plugs.unplug("Stranger")
    wait_for_screens(qtbot, 1)
