"""Positions by key on the card, motions and points of order, statements for the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.meetings.proceedings.giving_floor import GiveFloor
from consult_app.meetings.proceedings.motions import RecordMotion
from consult_app.meetings.proceedings.sitting import OpenSitting
from consult_app.ui.table.station import TableStation
from consult_app.ui.voting.motion_form import MotionForm
from consult_app.ui.voting.statement_form import StatementForm
from tests.ui.audit import nameless
from tests.ui.table_meeting import done, go, meeting, number, press, settled, shown_at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
AMA = "Ama Quartey-Lindt"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting, its first sitting open."""
    with meeting(tmp_path) as desk:
        done(desk, OpenSitting(kind="plenary"))
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The station at paragraph 1, the amendments in focus."""
    with shown_at(qtbot, desk, "1") as station:
        station.parts.list.give_focus()
        yield station


def positions(station: TableStation, name: str = "D.1") -> dict[str, str]:
    found = station.state.drafting.by_number(name)
    assert found is not None
    return found.positions


def stated(qtbot: QtBot, station: TableStation, key: str, so: dict[str, str]) -> None:
    press(station, key)
    settled(qtbot, station, lambda: positions(station) == so)
    card = station.parts.list.card(number(station, "D.1"))
    # the card is shown again once the window heard of it
    qtbot.waitUntil(lambda: card.face is not None and len(card.face.positions) == len(so))


def test_three_keys_state_the_positions_of_the_three_groups(station: TableStation, qtbot: QtBot) -> None:
    stated(qtbot, station, "1", {"government": "supports"})
    stated(qtbot, station, "4", {"government": "supports", "employers": "opposes"})
    stated(qtbot, station, "5", {"government": "supports", "employers": "opposes", "workers": "reserves"})
    card = station.parts.list.card(number(station, "D.1"))
    assert card.face is not None
    assert "Gov supports; Emp opposes; Wor reserves its position" in card.face.spoken


def test_a_group_that_changes_its_mind_and_the_history(station: TableStation, qtbot: QtBot) -> None:
    stated(qtbot, station, "4", {"government": "opposes"})
    bar = station.parts.list.card(number(station, "D.1")).stands
    assert bar is not None
    assert bar.group == "employers"
    press(station, "G")
    press(station, "G")
    assert bar.group == "government"
    assert bar.buttons["opposes"].isChecked()
    press(station, "2")
    settled(qtbot, station, lambda: positions(station) == {"government": "supports_with_changes"})
    card = station.parts.list.card(number(station, "D.1"))
    qtbot.waitUntil(lambda: card.face is not None and card.face.history.count("<br>") == 1)
    assert card.face is not None
    first, second = card.face.history.split("<br>")
    assert first.endswith("● Government group: opposes")
    assert second.endswith("● Government group: supports with changes")


def test_the_group_that_has_the_floor_is_the_one_that_speaks(station: TableStation, qtbot: QtBot) -> None:
    done(station.desk, GiveFloor(speaker="workers"))
    bar = station.parts.list.card(number(station, "D.1")).stands
    assert bar is not None
    qtbot.waitUntil(lambda: bar.group == "workers")
    stated(qtbot, station, "3", {"workers": "flexible"})
    assert bar.group == "workers"


def test_a_click_states_a_position_too(station: TableStation, qtbot: QtBot) -> None:
    bar = station.parts.list.card(number(station, "D.1")).stands
    assert bar is not None
    assert bar.buttons["flexible"].accessibleName() == "Government group: Flexible"
    bar.buttons["flexible"].click()
    settled(qtbot, station, lambda: positions(station) == {"government": "flexible"})


def motion(station: TableStation) -> MotionForm:
    press(station, "M")
    assert station.parts.side.page == "motion"
    return station.parts.side.motion


def kind(form: MotionForm, key: str) -> None:
    form.kind.setCurrentIndex(form.kind.findData(key))
    form.kind.activated.emit(form.kind.currentIndex())


def test_a_point_of_order_with_its_ruling(station: TableStation, qtbot: QtBot) -> None:
    form = motion(station)
    assert form.rows["seconder"].isHidden()
    QTest.keyClicks(form.by.line, "ama")
    QTest.keyClick(form.by.line, Qt.Key.Key_Return)
    assert form.by.line.text().startswith(f"● {AMA}")
    form.outcome.setCurrentIndex(form.outcome.findData("upheld"))
    QTest.keyClicks(form.ruling, "the speaker keeps to the question")
    QTest.keyClick(form.ruling, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, station, lambda: bool(station.state.assembly.motions))
    [recorded] = station.state.assembly.motions.values()
    assert (recorded.kind, recorded.state, recorded.ruling) == (
        "point_of_order",
        "upheld",
        "the speaker keeps to the question",
    )
    qtbot.waitUntil(lambda: station.parts.side.page == "amendments")
    assert station.banner.words == "M.1 is on the record."


def test_a_motion_needs_its_mover_and_its_seconder_is_said_at_the_field(
    station: TableStation, qtbot: QtBot
) -> None:
    form = motion(station)
    kind(form, "closure")
    form.attempt()
    assert form.rows["by"].problem == "Say who moves it."
    QTest.keyClicks(form.by.line, "workers")
    QTest.keyClicks(form.seconder.line, "nobody at all")
    form.attempt()
    assert "is nobody on the list" in form.rows["seconder"].problem
    form.seconder.clear()
    form.outcome.setCurrentIndex(form.outcome.findData("carried"))
    form.attempt()
    qtbot.waitUntil(lambda: "say who seconds it" in form.rows["seconder"].problem)
    QTest.keyClicks(form.seconder.line, "employers")
    form.attempt()
    settled(qtbot, station, lambda: bool(station.state.assembly.motions))
    [recorded] = station.state.assembly.motions.values()
    assert (recorded.seconded_by, recorded.state) == ("employers", "carried")


def test_an_open_motion_is_gone_on_with_and_put_to_the_vote(station: TableStation, qtbot: QtBot) -> None:
    done(station.desk, RecordMotion(kind="postpone", by="workers"))
    form = motion(station)
    assert not form.rows["motion"].isHidden()
    form.motion.setCurrentIndex(1)
    form.motion.activated.emit(1)
    assert form.rows["by"].isHidden()
    QTest.keyClicks(form.seconder.line, "government")
    form.outcome.setCurrentIndex(form.outcome.findData("vote"))
    form.attempt()
    qtbot.waitUntil(lambda: station.parts.side.page == "vote")
    assert station.parts.side.vote.matter.id == "M.1"
    [recorded] = station.state.assembly.motions.values()
    assert recorded.state == "seconded"


def statement(station: TableStation) -> StatementForm:
    press(station, "T")
    assert station.parts.side.page == "statement"
    return station.parts.side.statement


def test_a_reservation_on_the_amendment_at_hand(station: TableStation, qtbot: QtBot) -> None:
    form = statement(station)
    QTest.keyClicks(form.by.line, "employers")
    QTest.keyClick(form.by.line, Qt.Key.Key_Return)
    QTest.keyClicks(form.words, "Not in our name.")
    QTest.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, station, lambda: bool(station.state.assembly.statements))
    [recorded] = station.state.assembly.statements
    assert (recorded.kind, recorded.by, recorded.subject.label) == ("reservation", "employers", "D.1")
    assert recorded.text == {"en": "Not in our name."}


def test_a_statement_by_who_has_the_floor_on_the_paragraph(station: TableStation, qtbot: QtBot) -> None:
    done(station.desk, GiveFloor(speaker="workers"))
    go(station, "2")
    station.parts.text.setFocus()
    form = statement(station)
    assert form.by.taken is not None
    form.kind.button("statement").click()
    form.attempt()
    settled(qtbot, station, lambda: bool(station.state.assembly.statements))
    [recorded] = station.state.assembly.statements
    assert (recorded.by, recorded.subject.kind, recorded.subject.label) == ("workers", "node", "2")
    assert recorded.text == {}


def test_a_statement_says_what_is_missing_and_escape_leaves(station: TableStation) -> None:
    form = statement(station)
    form.attempt()
    assert form.rows["by"].problem == "Say whose statement it is."
    QTest.keyClicks(form.by.line, "workers")
    form.about.setCurrentIndex(form.about.count() - 1)
    form.about.activated.emit(form.about.currentIndex())
    form.attempt()
    assert form.rows["on"].problem == "Say what it is about."
    press(station, Qt.Key.Key_Escape)
    assert station.parts.side.page == "amendments"
    assert station.state.assembly.statements == ()


def test_what_is_at_hand_and_its_keys_are_offered_in_the_palette(station: TableStation) -> None:
    said = {words: key for key, words, _do in station.offers_here()}
    assert said["Motion or point of order…"] == "M"
    assert said["Statement for the record…"] == "T"
    assert said["Vote…"] == "V"
    assert said["Next speaker"] == "F8"


def test_every_control_of_the_right_column_has_a_name(station: TableStation) -> None:
    side = station.parts.side
    for key, page in (("V", "vote"), ("M", "motion"), ("T", "statement"), ("L", "speakers")):
        station.parts.text.setFocus()
        press(station, key)
        assert side.page == page
        assert nameless(side) == []
        side.vote.method.button("record_vote").click()
        station.side_acting.to_amendments()
    assert nameless(side) == []


def test_letters_in_the_text_stay_letters(station: TableStation) -> None:
    press(station, Qt.Key.Key_F2)
    assert station.acting.editor is not None
    QTest.keyClicks(station.window().focusWidget(), "vmtl")
    assert station.parts.side.page == "amendments"
    assert station.acting.editor.changed
