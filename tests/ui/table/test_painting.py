"""What is painted piece by piece, decision by decision, is what would be painted as a whole."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.floor import RejectAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.state import Redo, Undo
from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import done, go, number, press, settled, take


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
    for key in ("adopt", "reject", "withdraw"):
        button = following.button(key)
        assert button.isVisible()
        assert button.size().height() == button.sizeHint().height()


def test_the_line_over_the_foot_goes_with_it(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    """Where the cards go on below it, and it comes to be higher or lower."""
    go(station, "1")
    take(station, "D.1")
    station.window().resize(station.window().width(), 430)
    qtbot.wait(60)
    edges = []
    for command in (
        RejectAmendment(amendment="D.1"),
        RejectAmendment(amendment="D.2"),
        Undo(),
        Undo(),
        Redo(),
        Redo(),
    ):
        done(desk, command)
        _check(qtbot, station, type(command).__name__)
        bar = station.parts.list._scroll.verticalScrollBar()
        edges.append((station.parts.list._edge().top(), bar.value() < bar.maximum()))
    assert len({top for top, seen in edges if seen}) > 1, edges


def test_what_stands_below_a_passage_that_grows_is_moved_and_not_painted_anew(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    station.parts.show_language("fr")
    go(station, "1")
    take(station, "D.1")
    view, layouts = station.parts.text, station.parts.text._layouts
    qtbot.wait(60)
    # with the passage what would be put in beside it is painted
    below = max(place for place, row in enumerate(layouts.rows) if row.anchor == station.node_at_hand) + 1
    tops: list[float] = [layouts.offsets[below]]
    painted: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.extend(list(event.region()))  # type: ignore[call-overload]
            return False

    watch = Watch()
    for command in (AdoptAmendment(amendment=number(station, "D.1"), confirm=True), Undo()):
        qtbot.wait(60)
        painted.clear()
        view.viewport().installEventFilter(watch)
        done(desk, command)
        qtbot.waitUntil(lambda: layouts.offsets[below] != tops[-1] and bool(painted))
        view.viewport().removeEventFilter(watch)
        tops.append(layouts.offsets[below])
        shift, top = round(tops[-1] - tops[-2]), round(tops[-1]) - view.verticalScrollBar().value()
        bottom = view.viewport().rect().bottom()
        assert 0 < top < bottom - 100, "there is nothing below it that could have been moved"
        # what came into sight at the foot of the window has to be painted, and what reaches over the edge
        left_alone = QRect(0, top + 4, view.viewport().width(), bottom - top - 4 - max(0, -shift) - 4)
        assert not any(rect.intersects(left_alone) for rect in painted), (shift, left_alone, painted)
        _check(qtbot, station, type(command).__name__)
    assert tops[0] == tops[2] != tops[1]


def test_what_a_decision_makes_of_the_passage_was_laid_out_before(
    qtbot: QtBot, station: TableStation
) -> None:
    go(station, "1")
    take(station, "D.1")
    layouts = station.parts.text._layouts
    qtbot.waitUntil(lambda: bool(layouts.foreseen))
    ready = [cell for cells in layouts.foreseen.values() for cell in cells]
    before = station.desk.seq
    press(station, "a")
    settled(qtbot, station, lambda: station.desk.seq > before)
    painted = layouts.cells(layouts.place_of(station.current_node.id))
    assert all(any(cell is each for each in ready) for cell in painted)


def _painted(view: QWidget, region: QRegion) -> QImage:
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    view.render(image, region.boundingRect().topLeft(), region, QWidget.RenderFlag(0))
    return image


@pytest.mark.parametrize("text_scale", [0.8, 1.0, 2.0])
def test_a_part_is_painted_as_the_whole_is(
    qtbot: QtBot, desk: Desk, station: TableStation, text_scale: float
) -> None:
    """Whatever part of the text or the outline has to be painted, no word of it is missing."""
    Theme.instance().set_text_scale(text_scale)
    station.parts.show_language("fr")
    done(desk, SubmitAmendment(by="workers", kind="replace", target="2(ii)", text="Åg report: jpqy Ö_;"))
    done(desk, AdoptAmendment(amendment="D.1", confirm=True))
    go(station, "2(ii)")
    qtbot.wait(100)
    drawn = Random(1)
    for view in (station.parts.text.viewport(), station.parts.outline.viewport()):
        whole = _painted(view, QRegion(view.rect()))
        for _turn in range(60):
            top, tall = drawn.randrange(view.height()), drawn.choice([8, 12, 20, 40])
            part = QRect(0, top, view.width(), tall) & view.rect()
            if not part.contains(QPoint(0, view.height() - 1)):
                assert _painted(view, QRegion(part)).copy(part) == whole.copy(part), part
        places = ((x, y) for x in range(0, view.width(), 3) for y in range(0, view.height(), 3))
        assert len({whole.pixel(x, y) for x, y in places}) > 5
