"""A card is as high as what it says needs, whatever became of it and wherever it was seen to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Label
from consult_app.ui.table.card_holder import CardHolder
from consult_app.ui.table.cards import AmendmentCard
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import go, number, take


def _cards(station: TableStation) -> list[AmendmentCard]:
    return [station.parts.list.card(name) for name in station.parts.list.shown]


def _holder(card: AmendmentCard) -> CardHolder:
    holder = card.parentWidget()
    assert isinstance(holder, CardHolder)
    return holder


def _as_needed(cards: list[AmendmentCard]) -> bool:
    """Whether each is as high as it needs to be at its width, and fills its holder to the right."""
    return all(
        card.height() == card.heightForWidth(card.width()) == _holder(card).height()
        and card.geometry().right() == _holder(card).rect().right()
        for card in cards
    )


def _check(qtbot: QtBot, station: TableStation) -> list[int]:
    """The heights of the cards, which come to be what each needs, each below the one before it."""
    qtbot.wait(60)  # what is offered on the one at hand is shown a frame later
    cards = _cards(station)
    assert len(cards) > 1
    qtbot.waitUntil(lambda: _as_needed(cards))
    for above, below in pairwise(map(_holder, cards)):
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


def test_a_subamendment_stands_in_under_its_amendment(station: TableStation, qtbot: QtBot) -> None:
    go(station, "1")
    card = _cards(station)[0]
    holder = _holder(card)
    wide = card.width()
    holder.indent(40)
    _check(qtbot, station)
    assert (card.x(), card.width()) == (40, wide - 40)
    holder.indent(0)
    _check(qtbot, station)
    assert (card.x(), card.width()) == (0, wide)
