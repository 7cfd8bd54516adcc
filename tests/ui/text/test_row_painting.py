"""Words that were painted before they are shown look as if they were painted then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.floor import CallAmendment, RejectAmendment
from consult_app.drafting.wordings.search import Query
from consult_app.ui.look import fonts
from consult_app.ui.text.columns import Columns
from consult_app.ui.text.row_painting import RowPainter
from tests.ui.table_meeting import done, meeting
from tests.ui.text.test_row_layouts import Shown


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting, D.1 called."""
    with meeting(tmp_path) as desk:
        done(desk, CallAmendment(amendment="D.1"))
        yield desk


def _image(painter: RowPainter, shown: Shown, ratio: float, y: float = 30.0) -> QImage:
    """The row of D.1 as the one at hand."""
    image = QImage(round(1000 * ratio), round(500 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.lightGray)
    within = QPainter(image)
    within.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = shown.rows.place_of(shown.node)
    region = QRegion(QRect(0, 0, 1000, 500))
    painter.paint(within, place, y, region, current=shown.node, focused=False)
    within.end()
    return image


class Decided:
    """D.1 foreseen at *ratio* and then decided by *command*; a painter that was prepared, and one that was
    not."""

    def __init__(self, desk: Desk, command: Any, ratio: float, width: int = 900) -> None:
        self.shown = Shown(desk)
        self.shown.rows.show(self.shown.reading, "marked", Columns(("en", "fr")))
        self.shown.rows.columns.fit(width)
        self.shown.rows.forget()
        self.shown.cells()
        self.shown.foresee()
        self.prepared = RowPainter(self.shown.rows, self.shown.look)
        self.prepared.prepare(ratio)
        self.shown.decide(command)
        self.plain = RowPainter(self.shown.rows, self.shown.look)
        self.pictured = [cell in self.prepared._pictures for cell in self.shown.cells()]


@pytest.mark.parametrize("command", [AdoptAmendment(amendment="D.1"), RejectAmendment(amendment="D.1")])
@pytest.mark.parametrize(("ratio", "width"), [(1.0, 900), (2.0, 900), (1.0, 877), (1.0, 911)])
def test_each_pixel_is_that_which_would_be_painted_now(
    desk: Desk, command: Any, ratio: float, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In columns of any width, which begin between two pixels."""
    decided = Decided(desk, command, ratio, width)
    assert decided.pictured == [True, True]
    plain = _image(decided.plain, decided.shown, ratio)
    assert _image(decided.prepared, decided.shown, ratio) == plain
    # the picture it was: without words that are painted now the row is the same
    monkeypatch.setattr("consult_app.ui.text.shaping.CellLayout.paint", lambda *_a, **_k: None)
    assert _image(decided.prepared, decided.shown, ratio) == plain
    assert _image(decided.plain, decided.shown, ratio) != plain


def test_where_it_would_not_look_the_same_it_is_painted_now(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = Decided(desk, AdoptAmendment(amendment="D.1"), 1.0)
    painter, shown = decided.prepared, decided.shown
    painted: list[object] = []
    monkeypatch.setattr(
        "consult_app.ui.text.shaping.CellLayout.paint", lambda cell, *_a, **_k: painted.append(cell)
    )
    _image(painter, shown, 1.0)
    assert not painted
    _image(painter, shown, 1.0, y=30.5)
    assert len(painted) == 2, "between the pixels"
    painted.clear()
    _image(painter, shown, 2.0)
    assert len(painted) == 2, "on another screen"
    painted.clear()
    for cell in shown.cells():
        cell.begin_at(cell.above + 16)
    _image(painter, shown, 1.0)
    assert len(painted) == 2, "under a note that is there now"
    for cell in shown.cells():
        cell.begin_at(cell.above - 16)
    painted.clear()
    painter.marks.seek(Query("the"), None)
    _image(painter, shown, 1.0)
    assert len(painted) == 2, "words that are sought"


def test_nothing_is_painted_before_on_a_screen_of_parts_of_pixels_or_beside_a_frame(desk: Desk) -> None:
    assert Decided(desk, AdoptAmendment(amendment="D.1"), 1.25).pictured == [False, False]
    done(desk, CallAmendment(amendment="D.2"))
    shown = Shown(desk)
    shown.foresee()
    painter = RowPainter(shown.rows, shown.look)
    shown.rows.columns.margin = float(fonts.text_pixels(3))
    painter.prepare(1.0)
    assert not painter._pictures
