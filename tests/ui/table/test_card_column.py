"""A card is as high as what it says needs, whatever became of it and wherever it was seen to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.parts.controls import Label
from consult_app.ui.parts.panels import Card
from consult_app.ui.table.card_column import CardColumn
from consult_app.ui.table.cards import AmendmentCard
from consult_app.ui.table.station import TableStation
from consult_app.ui.text.ink import look_of
from tests.ui.table.test_painting import as_a_whole, on_screen
from tests.ui.table_meeting import done, go, number, take


class Counted(Card):
    """A card that counts how often it is painted."""

    def __init__(self) -> None:
        super().__init__(covers=True)
        self.painted = 0
        self.setFixedHeight(40)

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


def _cards(station: TableStation) -> list[AmendmentCard]:
    return [station.parts.list.card(name) for name in station.parts.list.shown]


def _as_needed(cards: list[AmendmentCard]) -> bool:
    """Whether each is as high as it needs to be at its width, and they end in one line at the right."""
    return len({card.geometry().right() for card in cards}) == 1 and all(
        card.height() == card.heightForWidth(card.width()) for card in cards
    )


def _check(qtbot: QtBot, station: TableStation) -> list[int]:
    """The heights of the cards, which come to be what each needs, each below the one before it."""
    qtbot.wait(60)  # what is offered on the one at hand is shown a frame later
    cards = _cards(station)
    assert len(cards) > 1
    qtbot.waitUntil(lambda: _as_needed(cards))
    for above, below in pairwise(cards):
        assert above.geometry().bottom() < below.y()
    return [card.height() for card in cards]


@pytest.mark.parametrize("in_sight", [True, False])
def test_a_card_that_grows_moves_those_below_it(
    qtbot: QtBot, desk: Desk, station: TableStation, *, in_sight: bool
) -> None:
    """Also while the Table is out of sight, of which Qt tells nobody."""
    go(station, "1")
    take(station, "D.1")
    before = _check(qtbot, station)
    window = station.window()
    if not in_sight:
        window.hide()
    Theme.instance().set_scale(1.5)
    Languages.set("fr")
    if not in_sight:
        window.show()
        qtbot.waitExposed(window)
    after = _check(qtbot, station)
    assert len(after) == len(before) and after[0] > before[0]


def test_a_card_that_comes_to_say_more_out_of_sight_is_higher_when_it_is_seen(
    qtbot: QtBot, station: TableStation
) -> None:
    go(station, "1")
    before = _check(qtbot, station)
    window = station.window()
    window.hide()
    _cards(station)[-1].findChildren(Label)[-1].setText("more and more words " * 30)
    window.show()
    qtbot.waitExposed(window)
    after = _check(qtbot, station)
    assert after[:-1] == before[:-1] and after[-1] > before[-1] + 40


def test_a_card_that_is_opened_and_closed_again_is_as_high_as_it_was(
    qtbot: QtBot, station: TableStation
) -> None:
    go(station, "1")
    take(station, "D.1")
    before = _check(qtbot, station)
    take(station, "D.2")
    assert station.parts.list.at_hand == number(station, "D.2")
    assert _check(qtbot, station) != before
    take(station, "D.1")
    assert _check(qtbot, station) == before


@pytest.fixture
def column(qtbot: QtBot) -> tuple[CardColumn, list[Label]]:
    """A column of three labels of words that are broken, in sight."""
    column = CardColumn(2, 10, 12)
    qtbot.addWidget(column)
    labels = [Label(text="some words that are broken into lines " * many, wrap=True) for many in (1, 3, 2)]
    column.arrange(labels)
    column.fit(15, 270)
    column.resize(300, column.height())
    with qtbot.waitExposed(column):
        column.show()
    return column, labels


def test_each_stands_under_the_one_before_it_as_high_as_it_needs_to_be(
    column: tuple[CardColumn, list[Label]],
) -> None:
    whole, labels = column
    at = 2
    for label in labels:
        high = label.heightForWidth(270)
        assert label.geometry().getRect() == (15, at, 270, high)
        at += high + 10
    assert whole.size().toTuple() == (300, at - 10 + 12)
    assert labels[0].height() < labels[2].height() < labels[1].height()


def test_what_is_set_in_is_narrower_and_ends_in_line_with_the_others(
    column: tuple[CardColumn, list[Label]],
) -> None:
    whole, labels = column
    whole.arrange(labels, {labels[1]: 90})
    assert (labels[1].x(), labels[1].width()) == (105, 180)
    assert labels[1].height() == labels[1].heightForWidth(180) > labels[1].heightForWidth(270)
    assert labels[2].y() == labels[1].geometry().bottom() + 1 + 10
    whole.arrange(labels)
    assert (labels[1].x(), labels[1].width()) == (15, 270)


def test_what_is_hidden_or_comes_to_say_more_moves_what_is_below(
    qtbot: QtBot, column: tuple[CardColumn, list[Label]]
) -> None:
    whole, labels = column
    labels[0].hide()
    qtbot.waitUntil(lambda: labels[1].y() == 2)
    below, high = labels[2].y(), whole.height()
    labels[1].setText(labels[1].text() * 2)
    qtbot.waitUntil(lambda: labels[2].y() > below)
    assert whole.height() - high == labels[2].y() - below
    labels[0].show()
    qtbot.waitUntil(lambda: labels[0].geometry().bottom() < labels[1].y())


def test_while_it_is_held_nothing_moves(column: tuple[CardColumn, list[Label]]) -> None:
    whole, labels = column
    before = [label.geometry() for label in labels]
    with whole.held():
        assert whole.is_held
        labels[0].setText(labels[1].text())
        whole.put_behind(labels[0], labels[2])
        QApplication.processEvents()
        assert [label.geometry() for label in labels] == before
    whole.place()
    assert [whole.place_of(label) for label in labels] == [2, 0, 1]
    assert labels[1].y() == 2 and labels[0].y() > labels[2].geometry().bottom()


def test_one_that_only_moves_is_not_painted(qtbot: QtBot) -> None:
    """It covers its ground: what is painted of it is shown elsewhere."""
    column, area = CardColumn(0, 10, 0), QScrollArea()
    qtbot.addWidget(area)
    first, second = Counted(), Counted()
    column.arrange((first, second))
    column.fit(0, 180)
    column.resize(200, column.height())
    area.setWidget(column)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.resize(220, 200)
    with qtbot.waitExposed(area):
        area.show()
    qtbot.wait(50)
    painted, at = (first.painted, second.painted), second.y()
    first.setFixedHeight(first.height() - 10)
    qtbot.waitUntil(lambda: second.y() == at - 10)
    qtbot.wait(50)
    assert (first.painted - painted[0], second.painted - painted[1]) == (1, 0)
    # on the area itself nothing paints here
    assert on_screen(area).copy(column.rect()) == as_a_whole(area).copy(column.rect())


def test_the_card_at_hand_stays_in_sight_whatever_becomes_of_the_window(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    """It is what is decided on next, also in another type and with less room."""
    for many in range(5):
        words = "The Office should " + "promote better work and more of it " * 4 + f"{many}."
        done(desk, SubmitAmendment(by="workers", kind="replace", target="1", text=words))
    go(station, "1")
    cards = station.parts.list
    last = cards.shown[-1]
    cards.take(last)
    cards.give_focus()

    def in_sight() -> bool:
        card, seen = cards.card(last), cards._scroll.viewport()
        top = card.mapTo(seen, QPoint()).y()
        return top + min(card.height(), seen.height()) <= seen.height() and top >= 0

    window = station.window()
    changes: tuple[Callable[[], object], ...] = (
        lambda: None,
        partial(Theme.instance().set_text_scale, 1.3),
        partial(Languages.set, "fr"),
        partial(Theme.instance().set_scale, 1.2),
        partial(window.resize, window.width(), window.height() - 120),
    )
    for change in changes:
        change()
        qtbot.waitUntil(in_sight)
        qtbot.wait(60)
        assert in_sight() and cards.at_hand == last


def test_the_mark_of_the_group_has_the_colour_of_the_look(qtbot: QtBot, station: TableStation) -> None:
    go(station, "1")
    take(station, "D.1")
    stands = station.parts.list.card(number(station, "D.1")).stands
    assert stands is not None
    seen = set()
    for choice in (Choice.LIGHT, Choice.DARK, Choice.CONTRAST):
        Theme.instance().choose(choice)
        qtbot.wait(60)
        look = look_of(station.desk.state.assembly, stands.group)
        assert stands.group_button._mark_colour == look.colour
        seen.add(look.colour)
    assert len(seen) > 1
