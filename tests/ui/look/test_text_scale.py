"""The text has a scale of its own: what is laid out with it follows, controls and room do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.ui import settings
from consult_app.ui.languages.field import WordsField
from consult_app.ui.look import fonts
from consult_app.ui.look.text_scale import scale_text_by
from consult_app.ui.look.theme import Theme
from consult_app.ui.table.station import TableStation
from consult_app.ui.text.columns import Columns
from tests.ui.rooms import add_people, add_text, new_desk, shown


@pytest.fixture(autouse=True)
def plain_scales(qtbot: QtBot) -> Iterator[None]:
    theme = Theme.instance()
    theme.start()
    yield
    theme.set_scale(1.0)
    theme.set_text_scale(1.0)


def turn(widget: object, by: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> bool:
    at = QPointF(5, 5)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
    )
    widget.wheelEvent(event)  # type: ignore[attr-defined]
    return event.isAccepted()


def test_the_two_scales_are_apart_and_remembered() -> None:
    theme = Theme.instance()
    theme.set_text_scale(1.5)
    assert (fonts.window().pixelSize(), fonts.text(16).pixelSize()) == (13, 24)
    theme.set_scale(1.2)
    assert (fonts.window().pixelSize(), fonts.text(16).pixelSize()) == (16, 24)
    assert fonts.with_text(10).pixelSize() == 15
    fonts.set_text_scale(1.0)
    theme.start()
    assert fonts.text_scale() == 1.5
    assert settings.read_text("look/text_scale") == "1.5"


def test_a_desk_that_only_knew_one_scale_keeps_the_text_as_large() -> None:
    settings.settings().remove("look/text_scale")
    settings.write("look/scale", 1.4)
    Theme.instance().start()
    assert fonts.text_scale() == fonts.scale() == 1.4


@pytest.mark.parametrize(
    ("asked", "given"), [(0.1, 0.8), (9.0, 2.5), (1.7, 1.7)], ids=["small", "large", "in"]
)
def test_the_scale_is_held_within_bounds(asked: float, given: float) -> None:
    fonts.set_text_scale(asked)
    assert fonts.text_scale() == given


def test_the_sheet_of_the_window_is_not_set_anew_for_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    styled: list[str] = []
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda _self, sheet: styled.append(sheet))
    heard: list[bool] = []
    Theme.instance().changed.connect(lambda: heard.append(True))
    scale_text_by(2)
    assert heard
    assert not styled
    assert fonts.text_scale() == 1.2


def test_the_room_has_one_scale_whatever_the_desk_has() -> None:
    fonts.set_text_scale(2.0)
    with fonts.borrowed(3.0):
        assert fonts.pixels(10) == fonts.text_pixels(10) == 30
        assert fonts.text(16).pixelSize() == 48
    assert fonts.text_pixels(10) == 20


def test_ctrl_and_the_wheel_scale_the_text_and_the_wheel_alone_does_not(qtbot: QtBot) -> None:
    field = WordsField()
    qtbot.addWidget(field)
    assert turn(field, 120)
    assert fonts.text_scale() == 1.1
    assert field.font().pixelSize() == 18
    turn(field, -120)
    assert fonts.text_scale() == 1.0
    turn(field, 120, Qt.KeyboardModifier.NoModifier)
    assert fonts.text_scale() == 1.0


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.5], ids=["small", "plain", "large"])
@pytest.mark.parametrize("many", [1, 3])
def test_columns_never_overlap_or_leave_the_pane(scale: float, many: int) -> None:
    fonts.set_text_scale(scale)
    columns = Columns(("en", "fr", "es")[:many])
    columns.fit(660)
    assert columns.left(0) >= 0
    assert columns.left(many - 1) + columns.width <= 660 + 1
    assert columns.panel(0, 10).left() >= 0
    for place in range(many - 1):
        assert columns.left(place) + columns.width < columns.left(place + 1)


def test_the_table_lays_its_text_out_anew_and_nothing_else(tmp_path: Path, qtbot: QtBot) -> None:
    with new_desk(tmp_path) as desk:
        station = _table(desk, qtbot)
        text = station.parts.text
        before = text._layouts.cells(text._layouts.place_of(text.current))[0].height
        outline = station.parts.outline.sizeHintForRow(0)
        scale_text_by(5)
        after = text._layouts.cells(text._layouts.place_of(text.current))[0].height
        assert after > before * 1.4
        assert station.parts.outline.sizeHintForRow(0) == outline


def _table(desk: Desk, qtbot: QtBot) -> TableStation:
    add_people(desk)
    add_text(desk)
    station = TableStation()
    shown(qtbot, station, desk)
    return station
