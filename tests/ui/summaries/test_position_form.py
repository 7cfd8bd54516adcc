"""Words for the report on the position of a group on an amendment: a key beside those of the positions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.amendments.amendment import Stated
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.meetings.proceedings.giving_floor import GiveFloor
from consult_app.meetings.proceedings.sitting import OpenSitting
from consult_app.ui.summaries.position_form import PositionForm
from consult_app.ui.table.station import TableStation
from tests.ui.audit import nameless
from tests.ui.table_meeting import done, meeting, press, settled, shown_at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting, its first sitting open."""
    with meeting(tmp_path) as desk:
        done(desk, OpenSitting(kind="plenary"))
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The station at paragraph 1, D.1 in focus."""
    with shown_at(qtbot, desk, "1") as station:
        station.parts.list.give_focus()
        yield station


def stated(station: TableStation) -> list[tuple[str, str, dict[str, str]]]:
    found = station.state.drafting.by_number("D.1")
    assert found is not None
    given: tuple[Stated, ...] = found.stated
    return [(each.group, each.position, each.summary) for each in given]


def opened(station: TableStation) -> PositionForm:
    press(station, "6")
    assert station.parts.side.page == "position_words"
    return station.parts.side.position_words


def keep(form: PositionForm) -> None:
    QTest.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_group_that_stated_its_position_gives_its_words(station: TableStation, qtbot: QtBot) -> None:
    press(station, "4")
    settled(qtbot, station, lambda: stated(station) == [("government", "opposes", {})])
    form = opened(station)
    assert (form.group.currentData(), form.position.currentData()) == ("government", "opposes")
    assert form.heading.text() == "Position on D.1"
    assert nameless(form) == []
    assert form.words.hasFocus()
    QTest.keyClicks(form.words, "They feared")
    form.words.insertPlainText(" a\u00a0cost.")
    keep(form)
    settled(
        qtbot,
        station,
        lambda: stated(station) == [("government", "opposes", {"en": "They feared a\u00a0cost."})],
    )
    qtbot.waitUntil(lambda: station.parts.side.page == "amendments")
    assert station.parts.list.has_focus
    assert list(form.unsaved()) == []


def test_who_has_the_floor_states_position_and_words_at_once(station: TableStation, qtbot: QtBot) -> None:
    done(station.desk, GiveFloor(speaker="workers"))
    form = opened(station)
    assert form.group.currentData() == "workers"
    form.language.button("fr").click()
    QTest.keyClicks(form.words, "Ils sont pour.")
    keep(form)
    assert form.rows["position"].problem == "Say where the group stands."
    form.position.setCurrentIndex(form.position.findData("supports"))
    form.attempt()
    settled(qtbot, station, lambda: stated(station) == [("workers", "supports", {"fr": "Ils sont pour."})])


def test_another_group_is_chosen_and_its_words_stay_begun(station: TableStation) -> None:
    press(station, "G")
    form = opened(station)
    assert form.group.currentData() == "employers"
    QTest.keyClicks(form.words, "We would")
    form.group.setCurrentIndex(form.group.findData("workers"))
    form.group.activated.emit(form.group.currentIndex())
    assert form.words.toPlainText() == ""
    press(station, Qt.Key.Key_Escape)
    assert station.parts.side.page == "amendments"
    assert [words for _, _, words in form.unsaved()] == ["We would"]
    assert opened(station).words.toPlainText() == "We would"


def test_words_come_also_after_the_decision_and_nothing_new_leaves(
    station: TableStation, qtbot: QtBot
) -> None:
    press(station, "1")
    settled(qtbot, station, lambda: len(stated(station)) == 1)
    done(station.desk, AdoptAmendment(amendment="D.1"))
    found = station.state.drafting.by_number("D.1")
    assert found is not None
    # the card is shown again once the window heard of it, and another comes to hand
    qtbot.waitUntil(lambda: station.parts.list.at_hand != found.id)
    station.parts.list.take(found.id)
    station.parts.list.give_focus()
    form = opened(station)
    QTest.keyClicks(form.words, "Late words.")
    keep(form)
    settled(qtbot, station, lambda: stated(station) == [("government", "supports", {"en": "Late words."})])
    qtbot.waitUntil(lambda: station.parts.side.page == "amendments")
    form = opened(station)
    assert form.words.toPlainText() == "Late words."
    keep(form)
    assert station.parts.side.page == "amendments"


def test_a_position_on_what_is_decided_is_refused_at_the_field(station: TableStation, qtbot: QtBot) -> None:
    done(station.desk, AdoptAmendment(amendment="D.1"))
    found = station.state.drafting.by_number("D.1")
    assert found is not None
    # the card is shown again once the window heard of it, and another comes to hand
    qtbot.waitUntil(lambda: station.parts.list.at_hand != found.id)
    station.parts.list.take(found.id)
    station.parts.list.give_focus()
    form = opened(station)
    form.position.setCurrentIndex(form.position.findData("opposes"))
    form.attempt()
    qtbot.waitUntil(lambda: form.rows["position"].problem != "")
    assert stated(station) == []
