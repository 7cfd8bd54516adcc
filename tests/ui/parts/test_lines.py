"""Lines of controls that are broken: never cut, and measured anew whenever what stands in them changes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.parts.controls import Button, Label, QuietButton
from consult_app.ui.parts.lines import BrokenLine, settle

LONG = "Demander l’avis de tous les groupes"


def laid_out() -> None:
    """Let Qt tell the line of its widgets, once: a frame is painted after that."""
    QApplication.processEvents()


class Page(QWidget):
    """A line in a column, with what stands under it."""

    def __init__(self, wide: int) -> None:
        super().__init__()
        self.line = BrokenLine()
        self.buttons = [QuietButton(text) for text in ("Adopt", "Reject", "Withdraw", "Defer")]
        for button in self.buttons:
            self.line.add(button)
        self.below = Label(text="Below")
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.below)
        column.addStretch(1)
        self.resize(wide, 400)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page(700)
    qtbot.addWidget(page)
    page.show()
    laid_out()
    return page


def rows(page: Page) -> int:
    return len({button.y() for button in page.buttons if not button.isHidden()})


def whole(page: Page) -> bool:
    """Whether every button has its size, lies in the line, and none lies on another or under the line."""
    shown = [button for button in page.buttons if not button.isHidden()]
    inside = all(page.line.rect().contains(button.geometry()) for button in shown)
    apart = all(not one.geometry().intersects(other.geometry()) for one, other in pairwise(shown))
    sized = all(button.width() >= button.measure().width() for button in shown)
    return inside and apart and sized and page.line.geometry().bottom() < page.below.y()


def test_a_line_is_broken_where_it_is_too_long(page: Page) -> None:
    assert rows(page) == 1
    assert whole(page)
    page.resize(page.line.sizeHint().width() - 20, 400)
    laid_out()
    assert rows(page) == 2
    assert whole(page)


def test_longer_words_break_it_and_shorter_ones_mend_it(page: Page) -> None:
    page.resize(page.line.sizeHint().width() + 30, 400)
    laid_out()
    for words, broken in ((LONG, True), ("Ask", False), (LONG, True)):
        page.buttons[1].set_words(words)
        laid_out()
        assert (rows(page) > 1) is broken
        assert whole(page)


def test_what_is_hidden_takes_no_room(page: Page) -> None:
    page.buttons[1].set_words(LONG)
    page.resize(page.line.minimumSizeHint().width() + 100, 400)
    laid_out()
    high = page.line.height()
    page.buttons[1].hide()
    laid_out()
    assert page.line.height() < high
    assert whole(page)
    page.buttons[1].show()
    laid_out()
    assert page.line.height() == high
    assert whole(page)


def test_words_that_were_set_while_it_was_out_of_sight_have_room(page: Page) -> None:
    page.resize(page.line.sizeHint().width() + 30, 400)
    laid_out()
    page.hide()
    page.buttons[0].set_words(LONG)
    page.show()
    laid_out()
    assert rows(page) == 2
    assert whole(page)


def test_larger_type_has_room(page: Page) -> None:
    page.resize(page.line.sizeHint().width() + 10, 600)
    laid_out()
    small = page.buttons[0].sizeHint()
    Theme.instance().set_scale(1.6)
    laid_out()
    assert page.buttons[0].sizeHint().width() > small.width()
    assert rows(page) > 1
    assert whole(page)
    Theme.instance().choose(Choice.CONTRAST)
    laid_out()
    assert whole(page)


def test_it_is_settled_before_anything_is_painted(page: Page) -> None:
    page.resize(page.line.sizeHint().width() + 30, 400)
    laid_out()
    page.buttons[1].set_words(LONG)
    settle(page.line, page)
    assert rows(page) > 1
    assert whole(page)


@pytest.mark.parametrize("change", ["words", "key", "sheet"])
def test_a_button_knows_its_size_when_it_says_something_else(qtbot: QtBot, change: str) -> None:
    button = Button("quiet", "Adopt")
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint()
    if change == "words":
        button.set_words(LONG)
    elif change == "key":
        button.set_words("Adopt", "Ctrl+Shift+A")
    else:
        button.setStyleSheet("padding: 9px 40px;")
    assert button.sizeHint().width() > before.width()
    assert button.sizeHint() == button.measure() == button.minimumSizeHint()
