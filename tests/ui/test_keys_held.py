"""A key that is held down decides once, keys that come too fast are taken in their turn, and Enter presses
the button that has the focus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.parts.controls import Button, SegmentedControl
from consult_app.ui.parts.panels import Banner
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import done, go, meeting, number, press, settled, shown_at


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with meeting(tmp_path) as desk:
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """At paragraph 1, which has D.1, D.2 and D.3, with D.1 at hand."""
    with shown_at(qtbot, desk, "1") as station:
        station.parts.list.give_focus()
        yield station


def hold(key: Qt.Key, letter: str = "", times: int = 12) -> None:
    """Press *key* where the focus is and keep it down, as a keyboard does: once, and then again and again."""
    plain = Qt.KeyboardModifier.NoModifier
    for time in range(times + 1):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.simulateEvent(widget, True, key.value, plain, letter, time > 0, -1)
        QTest.qWait(8)


def states(desk: Desk) -> dict[str, str]:
    return {each.number: each.state for each in desk.state.drafting.amendments.values()}


@pytest.mark.parametrize(
    ("key", "letter", "state"), [(Qt.Key.Key_A, "a", "adopted"), (Qt.Key.Key_R, "r", "rejected")]
)
def test_a_heavy_finger_decides_once(
    qtbot: QtBot, desk: Desk, station: TableStation, key: Qt.Key, letter: str, state: str
) -> None:
    hold(key, letter)
    settled(qtbot, station, lambda: states(desk)["D.1"] == state)
    assert states(desk)["D.2"] == "queued" and states(desk)["D.3"] == "queued"


def test_enter_held_adopts_one_paragraph(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    go(station, "preamble 1")
    station.parts.text.setFocus()
    before = desk.seq
    hold(Qt.Key.Key_Return)
    assert station.parts.list.has_focus and desk.seq == before
    hold(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.seq == before + 1)
    assert [node.closed for node in station.text][1:3] == [True, False]


def test_going_on_repeats(station: TableStation) -> None:
    hold(Qt.Key.Key_Down, times=3)
    assert station.parts.list.at_hand == number(station, "D.3")


def test_a_decision_pressed_too_early_is_taken_afterwards(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    station.acting.decide_at_hand("call")
    assert station.busy
    station.acting.decide_at_hand("adopt")
    settled(qtbot, station, lambda: states(desk)["D.1"] == "adopted")
    assert states(desk)["D.2"] == "queued" and not station.banner.words


def test_what_was_meant_for_one_is_never_taken_on_another(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    station.acting.decide_at_hand("adopt")
    station.acting.decide_at_hand("reject")
    settled(qtbot, station, lambda: bool(station.banner.words))
    assert station.banner.words == "D.1 is adopted: “Reject” is not open now."
    assert states(desk)["D.1"] == "adopted" and states(desk)["D.2"] == "queued"


def test_what_waits_behind_a_refusal_is_said_and_not_taken(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    done(desk, AdoptAmendment(amendment="D.1"))
    station.refresh(None)
    station.acting.decide(number(station, "D.2"), "adopt")  # collides with D.1
    station.acting.decide(number(station, "D.3"), "adopt")
    settled(qtbot, station, lambda: "not taken" in station.banner.words)
    assert station.banner.words.endswith("Pressed before that was known, and not taken: Adopt, D.3.")
    assert states(desk)["D.3"] == "queued"


def test_a_position_pressed_too_early_is_stated(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    station.acting.decide_at_hand("call")
    press(station, "1")
    found = number(station, "D.1")
    settled(qtbot, station, lambda: bool(desk.state.drafting.amendments[found].positions))


def test_enter_presses_each_kind_of_button_once(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button, segments, banner = Button(text="Do it"), SegmentedControl(("one", "two")), Banner()
    segments.set_words("Choice", {"one": "One", "two": "Two"})
    segments.choose("one")
    column = QVBoxLayout(page)
    for each in (button, segments, banner):
        column.addWidget(each)
    banner.show_words("Shall it be done?", "warn", "Yes")
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("button"))
    banner.acted.connect(lambda: pressed.append("banner"))
    button.setFocus()
    hold(Qt.Key.Key_Return)
    segments.button("two").setFocus()
    QTest.keyClick(segments.button("two"), Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    yes = next(each for each in banner.findChildren(QWidget) if each.property("text") == "Yes")
    yes.setFocus()
    hold(Qt.Key.Key_Return)
    assert pressed == ["button", "banner"] and segments.selection == ("two",)


def test_ctrl_enter_on_a_button_is_for_the_form(qtbot: QtBot) -> None:
    class Form(SideForm):
        kept = 0

        def attempt(self) -> None:
            self.kept += 1

    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.set_heading("A form", "Keep")
    form.leave_button.setFocus()
    QTest.keyClick(form.leave_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.kept == 1
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form.leave_button, Qt.Key.Key_Return)


def test_an_action_held_down_is_carried_out_once(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    actions = Actions(page)
    undone: list[str] = []
    actions.add(ActionSpec("undo", "Undo", keys=("F11",)), lambda: undone.append("undo"))
    actions.add(ActionSpec("larger", "Larger", keys=("F12",), repeats=True), lambda: undone.append("larger"))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    hold(Qt.Key.Key_F11)
    assert undone == ["undo"]
    hold(Qt.Key.Key_F12, times=2)
    assert undone == ["undo", "larger", "larger", "larger"]
