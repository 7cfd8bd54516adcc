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
from consult_app.drafting.deciding.consideration import AdoptNode
from consult_app.drafting.deciding.floor import RejectAmendment, WithdrawAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.look.theme import Theme
from consult_app.ui.table.station import TableStation
from tests.ui.rooms import under_the_fingers
from tests.ui.table_meeting import (
    done,
    go,
    label_at_hand,
    meeting,
    number,
    opened_editor,
    press,
    settled,
    shown,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with meeting(tmp_path) as desk:
        done(desk, SubmitAmendment(by="employers", kind="replace", target="2(ii)", text="report each year."))
        done(desk, SubmitAmendment(by="workers", kind="replace", target="2(ii)", text="report every month."))
        yield desk


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


def test_from_the_end_one_comes_to_what_was_left_out_and_from_a_closed_passage_on(
    qtbot: QtBot, desk: Desk
) -> None:
    for each in ("D.5", "D.6"):
        done(desk, RejectAmendment(amendment=each))
    done(desk, AdoptNode(node="heading 1"))
    station = shown(qtbot, desk)
    go(station, "2(ii)")  # the last
    station.parts.list.give_focus()
    before = desk.seq
    press(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: desk.seq == before + 1)
    assert label_at_hand(station) == "title"
    go(station, "heading 1")
    assert station.parts.list.node_button.text() == "Next passage to adopt"
    station.parts.list.give_focus()
    press(station, Qt.Key.Key_Return)
    assert label_at_hand(station) == "1"
    assert desk.seq == before + 1
    station.bind(None)


def test_once_every_passage_is_adopted_the_text_is_adopted_as_a_whole(qtbot: QtBot, desk: Desk) -> None:
    for each in list(desk.state.drafting.amendments.values()):
        done(desk, WithdrawAmendment(amendment=each.number, confirm=True))
    done(desk, AdoptNode(node="rest"))
    station = shown(qtbot, desk)
    go(station, "2")
    station.parts.list.give_focus()
    assert station.parts.list.node_button.text() == "Adopt the text as a whole"
    press(station, Qt.Key.Key_Return)
    assert "cannot be undone" in station.banner.words
    assert not station.text.adopted
    press(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: station.text.adopted)
    assert station.parts.list.node_button.isHidden()
    go(station, "2(ii)")
    assert "N hands one in" not in station.parts.list._empty.text()
    station.bind(None)


def test_a_letter_in_the_outline_leads_nowhere_and_is_told_where_it_decides(station: TableStation) -> None:
    go(station, "2(ii)")
    station.parts.outline.setFocus()
    held = station.node_at_hand
    for key in (Qt.Key.Key_C, Qt.Key.Key_A, Qt.Key.Key_T):
        press(station, key)
    assert station.node_at_hand == held
    assert station.banner.words == "Enter leads to the amendments; letters decide there."


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


def test_no_decision_is_the_one_thing_to_do_while_the_focus_is_elsewhere(
    qtbot: QtBot, station: TableStation
) -> None:
    go(station, "1")
    amendments = station.parts.list
    first = amendments.card(amendments.at_hand).button("call")

    def variants() -> tuple[str, str]:
        return first.property("variant"), amendments.node_button.property("variant")

    card = amendments.card(amendments.at_hand)
    amendments.give_focus()
    assert variants() == ("primary", "primary")
    assert card.frame()[0] == Theme.current().focus
    station.parts.outline.setFocus()
    assert variants() == ("quiet", "quiet")
    assert card.frame()[0] == Theme.current().edge
    editor = opened_editor(station)
    assert variants() == ("quiet", "quiet")
    amendments.give_focus()
    assert variants() == ("primary", "primary")
    editor.take_focus()
    assert variants() == ("quiet", "quiet")
    press(station, Qt.Key.Key_Escape)
    assert station.acting.editor is None
    assert variants() == ("quiet", "quiet")  # the text has the focus
    press(station, Qt.Key.Key_Return)
    assert variants() == ("primary", "primary")
