"""The tour: offered once, over the sample meeting alone, led by keys, pointing at what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.ui.helping.saying import is_known_key
from consult_app.ui.helping.steps import STEPS
from consult_app.ui.helping.tour import Tour
from consult_app.ui.helping.tour_card import beside
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Theme
from consult_app.ui.office import Office
from tests.conftest import SOAK
from tests.effort import MANY
from tests.ui.helping.in_help import hold_sample, in_sample, shown_office
from tests.ui.rooms import new_desk


def begun(qtbot: QtBot) -> tuple[Office, Tour]:
    """The tour, begun from the start page."""
    hold_sample()
    office = shown_office(qtbot)
    offer = office.shell.start._buttons["help.tour"]
    assert not offer.isHidden()
    offer.click()
    qtbot.waitUntil(lambda: office.helping.tour.running, timeout=20_000)
    return office, office.helping.tour


def test_it_leads_through_the_window_by_key(qtbot: QtBot) -> None:
    office, tour = begun(qtbot)
    shell = office.shell
    for place, step in enumerate(STEPS, start=1):
        qtbot.waitUntil(tour.ring.isVisible)
        assert tour.step is step and shell.station_at_hand == step.station
        assert tour.card.count.text() == f"{place} of {len(STEPS)}"
        assert "{" not in tour.card.words.text()
        target = step.find(shell)
        assert tour.ring.width() > 10
        assert target.isVisible()
        qtbot.waitUntil(lambda: shell.rect().contains(tour.card.geometry()))
        assert tour.card.hasFocus()
        QTest.keyClick(tour.card, Qt.Key.Key_Right)
    assert not tour.running and not tour.ring.isVisible()
    assert not tour.card.hasFocus()


def test_it_goes_back_and_is_left(qtbot: QtBot) -> None:
    _office, tour = begun(qtbot)
    QTest.keyClick(tour.card, Qt.Key.Key_Return)
    assert tour.step is STEPS[1]
    QTest.keyClick(tour.card, Qt.Key.Key_Left)
    QTest.keyClick(tour.card, Qt.Key.Key_Left)
    assert tour.step is STEPS[0]
    QTest.keyClick(tour.card, Qt.Key.Key_Escape)
    assert not tour.running


def test_its_keys_work_on_its_buttons(qtbot: QtBot) -> None:
    _office, tour = begun(qtbot)
    card = tour.card
    card.leave.setFocus()
    QTest.keyClick(card.leave, Qt.Key.Key_Right)
    assert tour.step is STEPS[1]
    card.back.setFocus()
    QTest.keyClick(card.back, Qt.Key.Key_Right)
    assert tour.step is STEPS[2]
    card.next.setFocus()
    QTest.keyClick(card.next, Qt.Key.Key_Left)
    assert tour.step is STEPS[1]
    card.back.setFocus()
    QTest.keyClick(card.back, Qt.Key.Key_Return)
    assert tour.step is STEPS[0]
    card.next.setFocus()
    QTest.keyClick(card.next, Qt.Key.Key_Escape)
    assert not tour.running


def test_it_is_offered_once_and_begun_again_from_help(qtbot: QtBot) -> None:
    office, tour = begun(qtbot)
    tour.end()
    office.leave()
    assert office.shell.start._buttons["help.tour"].isHidden()
    office.shell.known_actions.refresh()
    assert office.shell.known_actions.action("help.tour").isEnabled()
    office.shell.known_actions.action("help.tour").trigger()
    qtbot.waitUntil(lambda: tour.running, timeout=20_000)
    assert tour.step is STEPS[0]


def test_it_is_never_in_the_way_of_a_real_meeting(qtbot: QtBot, tmp_path: Path) -> None:
    office, tour = begun(qtbot)
    new_desk(tmp_path).close()
    office.open(tmp_path / "meeting.consult")
    qtbot.waitUntil(lambda: office.desk is not None and office.desk.path.parent == tmp_path, timeout=20_000)
    qtbot.waitUntil(lambda: not tour.running)
    office.shell.known_actions.refresh()
    assert not office.shell.known_actions.action("help.tour").isEnabled()


def test_it_ends_with_the_sample(qtbot: QtBot) -> None:
    office, tour = begun(qtbot)
    office.leave()
    assert not tour.running


LOOKS = [(language, scale) for language in ("en", "fr", "es") for scale in (1.0, 1.6)]


@pytest.mark.soak
@pytest.mark.parametrize(("language", "scale"), LOOKS if SOAK else [("fr", 1.6), ("es", 1.0)])
def test_the_card_stays_within_a_small_window(qtbot: QtBot, language: str, scale: float) -> None:
    office = in_sample(qtbot)
    office.shell.resize(1024, 700)
    office.helping.ask_tour()
    tour = office.helping.tour
    Languages.set(language)
    Theme.instance().set_scale(scale)
    for step in STEPS:
        qtbot.wait(20)
        QApplication.processEvents()
        assert tour.step is step
        qtbot.waitUntil(lambda: office.shell.rect().contains(tour.card.geometry()))
        needed = tour.card.words.heightForWidth(tour.card.words.width())
        assert tour.card.words.height() >= needed
        tour.go_on()


def test_each_key_that_is_named_exists(qtbot: QtBot) -> None:
    office = in_sample(qtbot)
    for step in STEPS:
        for name in step.keys.values():
            assert is_known_key(office.shell, name), name


SIDES = st.integers(min_value=0, max_value=1_000)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(SIDES, SIDES, SIDES, SIDES, st.integers(100, 500), st.integers(60, 400))
def test_the_card_is_always_within_the_room(
    left: int, top: int, width: int, height: int, card_width: int, card_height: int
) -> None:
    room = QRect(0, 0, 1_100, 700)
    target = QRect(left, top, width, height).intersected(room)
    place = QRect(beside(target, QSize(card_width, card_height), room, 10), QSize(card_width, card_height))
    assert room.contains(place)
