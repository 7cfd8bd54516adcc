"""At the Table the focus stays where decisions are taken: after a decision by a button, after a question, and
with the card of the change in the text that is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.table.station import TableStation
from tests.ui.rooms import under_the_fingers
from tests.ui.table_meeting import done, go, meeting, number, press, settled, shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with meeting(tmp_path) as desk:
        done(desk, SubmitAmendment(by="employers", kind="replace", target="2(ii)", text="report each year."))
        done(desk, SubmitAmendment(by="workers", kind="replace", target="2(ii)", text="report every month."))
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    station = shown(qtbot, desk)
    yield station
    station.bind(None)


def test_the_paragraph_is_adopted_by_its_button_and_the_next_is_at_hand(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    go(station, "preamble 1")
    station.parts.list.give_focus()
    assert station.parts.list.node_button.hasFocus()
    for _ in range(2):
        before = desk.seq
        press(station, Qt.Key.Key_Return)
        settled(qtbot, station, lambda before=before: desk.seq == before + 1)  # type: ignore[misc]
        qtbot.waitUntil(lambda: station.parts.list.has_focus)
    assert [node.closed for node in station.text][1:3] == [True, True]


def test_a_button_that_is_barred_for_long_keeps_the_focus_in_the_list(
    qtbot: QtBot, station: TableStation
) -> None:
    go(station, "1")
    station.parts.list.give_focus()
    button = station.parts.list.card(station.parts.list.at_hand).button("adopt")
    button.setFocus()
    station.parts.list.set_busy(True)
    qtbot.waitUntil(lambda: not button.isEnabled())
    assert station.parts.list.has_focus
    station.parts.list.set_busy(False)
    assert station.parts.list.has_focus
    go(station, "title")
    station.parts.list.give_focus()
    station.parts.list.set_busy(True)
    qtbot.waitUntil(lambda: not station.parts.list.node_button.isEnabled())
    assert station.parts.list.has_focus
    station.parts.list.set_busy(False)
    assert station.parts.list.node_button.hasFocus()


def test_an_answer_gives_the_focus_back_to_the_amendments(qtbot: QtBot, station: TableStation) -> None:
    go(station, "1")
    station.parts.list.give_focus()
    answered: list[str] = []

    def answer() -> None:
        station.quiet()  # as every command does first
        answered.append("yes")

    station.ask("Shall it be so?", "Yes", answer)
    yes = under_the_fingers()
    assert isinstance(yes, QPushButton) and yes.text() == "Yes"
    QTest.keyClick(yes, Qt.Key.Key_Return)
    assert answered == ["yes"] and station.parts.list.has_focus
    station.ask("And so?", "Yes", answer)
    QTest.keyClick(under_the_fingers(), Qt.Key.Key_Escape)
    assert station.parts.list.has_focus


def test_a_question_asked_in_the_text_gives_it_back_there(station: TableStation) -> None:
    go(station, "1")
    station.parts.text.setFocus()
    station.ask("Shall it be so?", "Yes", station.quiet)
    QTest.keyClick(under_the_fingers(), Qt.Key.Key_Return)
    assert station.parts.text.hasFocus()


def test_the_change_at_hand_brings_its_card(station: TableStation) -> None:
    go(station, "1")
    station.parts.list.take(number(station, "D.3"))
    station.parts.text.setFocus()
    for name in ("D.1", "D.2"):
        station.parts.text.walk.step(1)
        assert station.parts.list.at_hand == number(station, name)
    assert station.parts.text.hasFocus()
    press(station, Qt.Key.Key_Return)
    assert station.parts.list.card(number(station, "D.2")).hasFocus()


def test_a_click_on_a_change_brings_its_card(qtbot: QtBot, station: TableStation) -> None:
    go(station, "2(ii)")
    go(station, "1")
    station.parts.text.walk.step(1)
    station.parts.text.walk.step(1)  # the change of D.2
    view, walk = station.parts.text, station.parts.text.walk
    at_hand = walk.at_hand
    assert at_hand is not None
    place = view._layouts.place_of(station.node_at_hand)
    rect = walk._rects(place, at_hand)[0]
    y = view._layouts.offsets[place] - view.verticalScrollBar().value()
    go(station, "2(ii)")
    go(station, "1")
    station.parts.list.take(number(station, "D.1"))
    spot = QPoint(round(rect.center().x()), round(y + rect.center().y()))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert station.parts.list.at_hand == number(station, "D.2")
    assert walk.at_hand == at_hand


def test_views_and_languages_have_keys(station: TableStation) -> None:
    go(station, "1")
    alt = Qt.KeyboardModifier.AltModifier
    station.parts.text.setFocus()
    for key, view in ((Qt.Key.Key_1, "original"), (Qt.Key.Key_3, "current"), (Qt.Key.Key_4, "final")):
        QTest.keyClick(station.parts.text, key, alt)
        assert station.parts.which == view
    before = station.parts.codes
    QTest.keyClick(station.parts.text, Qt.Key.Key_7, alt)
    assert set(station.parts.codes) == {*before, "es"}
    for key in (Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7):
        QTest.keyClick(station.parts.text, key, alt)
    assert len(station.parts.codes) == 1  # the last one stays
    said = " ".join(words for _key, words in station.keys_here())
    for asked in ("Original", "Marked", "Current", "Final", "Spanish side by side"):
        assert asked in said
