"""What is painted piece by piece, decision by decision, is what would be painted as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.state import Undo
from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import done, go, meeting, number, press, settled, shown, take


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting."""
    with meeting(tmp_path) as desk:
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The station on it, unbound before the desk is closed."""
    station = shown(qtbot, desk)
    yield station
    station.bind(None)


def on_screen(window: QWidget) -> QImage:
    """What the screen shows of *window*: what was painted last at each place of it."""
    return window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def as_a_whole(window: QWidget) -> QImage:
    """*window* painted anew."""
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _check(qtbot: QtBot, station: TableStation, what: str) -> None:
    qtbot.wait(60)  # what follows the decision is painted a frame later
    window = station.window()
    on_the_screen, whole = on_screen(window), as_a_whole(window)
    assert not on_the_screen.isNull()
    if on_the_screen != whole:
        places = [
            (x, y)
            for x in range(whole.width())
            for y in range(whole.height())
            if whole.pixel(x, y) != on_the_screen.pixel(x, y)
        ]
        pytest.fail(f"{what}: {len(places)} pixels differ, from {min(places)} to {max(places)}")


@pytest.mark.parametrize(("choice", "text_scale"), [(Choice.LIGHT, 1.0), (Choice.CONTRAST, 1.3)])
def test_a_sitting_leaves_nothing_on_the_screen_that_is_not_so(
    qtbot: QtBot, desk: Desk, station: TableStation, choice: Choice, text_scale: float
) -> None:
    Theme.instance().choose(choice)
    Theme.instance().set_text_scale(text_scale)
    station.parts.show_language("fr")
    go(station, "1")
    take(station, "D.1")
    _check(qtbot, station, "as it opens")
    for key, name in (("d", "D.1"), ("a", "D.1"), ("w", "D.3")):
        take(station, name)
        before = desk.seq
        press(station, key)
        settled(qtbot, station, lambda before=before: desk.seq > before)  # type: ignore[misc]
        _check(qtbot, station, f"{key} on {name}")
    for key in ("j", "j", "k"):
        press(station, key)
        _check(qtbot, station, key)
    done(desk, SubmitAmendment(by="workers", kind="delete", target="2(ii)"))
    _check(qtbot, station, "an amendment from elsewhere")
    done(desk, Undo())
    _check(qtbot, station, "undone")


def test_the_decisions_of_a_card_are_placed_once(qtbot: QtBot, station: TableStation) -> None:
    """Not for a height that the card will not have: each place is a layout and a frame."""
    go(station, "1")
    for name in ("D.2", "D.1"):  # a card that was never opened is placed for what Qt takes as its size first
        take(station, name)
        qtbot.wait(60)
    placed: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
                placed.append(f"{event.type().name} {watched.property('text')}")
            return False

    watch = Watch()
    following = station.parts.list.card(number(station, "D.2"))
    for key in ("adopt", "reject", "withdraw"):
        following.button(key).installEventFilter(watch)
    before = station.desk.seq
    QTest.keyClick(station.window().focusWidget(), Qt.Key.Key_A)
    settled(qtbot, station, lambda: station.desk.seq > before)
    qtbot.wait(60)
    assert station.parts.list.at_hand == number(station, "D.2")
    assert len(placed) == len(set(placed)), placed
