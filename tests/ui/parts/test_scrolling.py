"""A page has all the room there is, and is scrolled where that is less than it can do with."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.parts.controls import Label
from consult_app.ui.parts.scrolling import GroundedBar, Roomy

WORDS = "Nothing that is shown here is ever cut, however narrow the page may be. " * 3


class Page(QWidget):
    """Words that are broken into lines, a list that may be low, and a field at the foot."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.list, self.field = Label("", WORDS, wrap=True), QListWidget(), QLineEdit()
        self.list.setMinimumHeight(80)
        self.field.setMinimumWidth(200)
        column = QVBoxLayout(self)
        for part in (self.words, self.list, self.field):
            column.addWidget(part)


@pytest.fixture
def area(qtbot: QtBot) -> Roomy:
    area = Roomy(Page())
    qtbot.addWidget(area)
    area.resize(500, 400)
    area.show()
    with qtbot.waitActive(area):
        area.activateWindow()
    return area


def page_of(area: Roomy) -> Page:
    page = area.widget()
    assert isinstance(page, Page)
    return page


def scrolls(area: Roomy) -> tuple[bool, bool]:
    """Whether it is scrolled from side to side, and up and down."""
    return area.horizontalScrollBar().maximum() > 0, area.verticalScrollBar().maximum() > 0


def test_a_page_that_has_room_fills_it(area: Roomy) -> None:
    assert page_of(area).size() == area.viewport().size()
    assert scrolls(area) == (False, False)
    assert page_of(area).list.height() > 200


@pytest.mark.parametrize(
    ("size", "expected"),
    [((500, 150), (False, True)), ((150, 500), (True, False)), ((150, 150), (True, True))],
    ids=["low", "narrow", "both"],
)
def test_where_there_is_less_it_is_scrolled_and_never_squeezed(
    area: Roomy, size: tuple[int, int], expected: tuple[bool, bool]
) -> None:
    area.resize(*size)
    QApplication.processEvents()
    page = page_of(area)
    assert scrolls(area) == expected
    assert page.words.height() >= page.words.heightForWidth(page.words.width())
    assert page.list.height() >= 80
    assert page.field.width() >= 200


def test_what_needs_more_than_before_is_scrolled_at_once(area: Roomy) -> None:
    page_of(area).words.setText(WORDS * 8)
    QApplication.processEvents()
    assert scrolls(area) == (False, True)
    page_of(area).words.setText("")
    QApplication.processEvents()
    assert scrolls(area) == (False, False)


def test_what_has_the_focus_is_in_sight(area: Roomy) -> None:
    page = page_of(area)
    area.resize(500, 120)
    QApplication.processEvents()
    page.field.setFocus()
    assert not page.field.visibleRegion().isEmpty()
    # and stays so when the page grows above it
    page.words.setText(WORDS * 8)
    QApplication.processEvents()
    assert not page.field.visibleRegion().isEmpty()


def test_one_that_is_not_scrolled_sideways_has_the_width_there_is(qtbot: QtBot) -> None:
    area = Roomy(Page(), sideways=False)
    qtbot.addWidget(area)
    area.resize(150, 500)
    area.show()
    assert scrolls(area) == (False, False)
    assert page_of(area).width() == area.viewport().width()


class Ground(QWidget):
    """A ground that counts how often it is painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_where_only_the_bar_changes_nothing_under_it_is_painted(qtbot: QtBot, choice: Choice) -> None:
    """Whichever style sheet was put on meanwhile; and the bar lies on the colour of its ground."""
    under = Ground()
    bar = GroundedBar("panel")
    box = QVBoxLayout(under)
    box.addWidget(bar)
    qtbot.addWidget(under)
    under.resize(60, 300)
    bar.setRange(0, 100)
    with qtbot.waitExposed(under):
        under.show()
    Theme.instance().choose(choice)
    qtbot.wait(50)
    painted, before = under.painted, bar.grab().toImage()
    bar.setRange(0, 1000)
    bar.setValue(900)
    qtbot.wait(50)
    assert bar.grab().toImage() != before
    assert under.painted == painted
    assert before.pixelColor(0, 150) == QColor(Theme.current().panel)
