"""Tab and Shift+Tab through the cards of the Table: each shows its decisions while it is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui.table.cards import AmendmentCard
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import go, shown
from tests.ui.voting.voting_meeting import voters

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def station(qtbot: QtBot, tmp_path: Path) -> Iterator[TableStation]:
    """D.1 and D.2 to paragraph 1, the first card in focus."""
    with voters(tmp_path, 4, 2, 2) as desk:
        made = shown(qtbot, desk)
        go(made, "1")
        made.parts.list.give_focus()
        yield made
        made.bind(None)


def here() -> QWidget:
    held = QApplication.focusWidget()
    assert held is not None
    return held


def steps(key: Qt.Key, until: QWidget) -> list[QWidget]:
    """Where *key* leads, from the focus to *until*."""
    came_to = [here()]
    while here() is not until:
        QTest.keyClick(here(), key)
        assert here() not in came_to
        came_to.append(here())
    return came_to


def test_shift_tab_leads_back_through_every_decision(station: TableStation) -> None:
    cards = station.parts.list
    first, second = (cards.card(name) for name in cards.shown)
    there = steps(Qt.Key.Key_Tab, cards.second_button)
    assert first.button("adopt") in there
    assert second.button("adopt") in there
    back = steps(Qt.Key.Key_Backtab, first)
    assert back == there[::-1]


def test_shift_tab_comes_to_the_last_decision_of_the_card_before(station: TableStation) -> None:
    cards = station.parts.list
    first, second = (cards.card(name) for name in cards.shown)
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert here() is first.button("more")
    assert cards.at_hand == cards.shown[0]


def test_the_keys_of_the_list_still_come_to_the_card_itself(station: TableStation) -> None:
    cards = station.parts.list
    first, second = (cards.card(name) for name in cards.shown)
    second.setFocus()
    cards.step(-1)
    assert here() is first
    assert isinstance(here(), AmendmentCard)
