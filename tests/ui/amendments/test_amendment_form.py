"""The form for the kinds that change the structure, the words throughout, or several places at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.amendments.amendment import Amendment, Deletion, Free, Join, Move, Split, WordChange
from consult_app.drafting.handing_in.window import CloseAmendments
from consult_app.meetings.proceedings.giving_floor import EndSpeech, GiveFloor
from consult_app.ui.amendments.form import AmendmentForm
from consult_app.ui.amendments.kinds import next_of_kind
from consult_app.ui.amendments.station import AmendmentsStation
from consult_app.ui.language import Languages
from tests.ui.audit import nameless
from tests.ui.rooms import add_people, add_text, carry_out, new_desk, shown, words_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> AmendmentsStation:
    add_people(desk)
    add_text(desk)
    made = AmendmentsStation()
    shown(qtbot, made, desk)
    made.ask_new()
    return made


def fill(station: AmendmentsStation, kind: str, label: str = "", by: str = "workers") -> AmendmentForm:
    form = station.form
    form.by_field.setCurrentIndex(form.by_field.findData(by))
    if label:
        form.node_field.setEditText(label)
    form.kind_field.setCurrentIndex(form.kind_field.findData(kind))
    return form


def handed_in(station: AmendmentsStation, desk: Desk, qtbot: QtBot, number: str = "D.1") -> Amendment:
    station.form.attempt()
    qtbot.waitUntil(lambda: desk.state.drafting.by_number(number) is not None)
    found = desk.state.drafting.by_number(number)
    assert found is not None
    return found


def test_it_begins_with_the_group_that_has_the_floor(
    station: AmendmentsStation, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(desk, GiveFloor(speaker="employers"))
    station.ask_new()
    assert station.form.by_field.currentData() == "employers"
    QTest.keyClicks(station.form.by_field, "afr")
    assert station.form.by_field.currentData() == "africa"
    carry_out(desk, EndSpeech())
    station.ask_new()
    assert station.form.by_field.currentData() == "africa"  # nobody speaks: the last author stays


def test_a_move_names_its_destination(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    form = fill(station, "move", "2")
    assert form.rows["to"].isVisible()
    assert not form.rows["words"].isVisible()
    form.attempt()
    qtbot.waitUntil(lambda: "Say in “to” which node" in form.rows["to"].problem)
    form.to_field.setEditText("4")
    form.show_preview()
    assert "paragraph 4" in form.preview.sentence.text()
    form.where_field.choose("before")
    [change] = handed_in(station, desk, qtbot).changes
    assert isinstance(change, Move)
    assert change.where == "before"


def test_a_split_is_cut_by_enter(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    form = fill(station, "split", "1")
    words = words_of(desk, "1")
    assert form.words_field.toPlainText() == words
    form.attempt()
    qtbot.waitUntil(lambda: "two lines" in form.rows["words"].problem)
    form.words_field.setPlainText(words.replace(" ", "\n", 1))
    form.show_preview()
    assert "¶" in form.preview.tracked.text()
    [change] = handed_in(station, desk, qtbot).changes
    assert isinstance(change, Split)


def test_a_join_begins_with_the_words_of_both(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    form = fill(station, "join", "1")
    assert form.words_field.toPlainText() == f"{words_of(desk, '1')} {words_of(desk, '2')}"
    form.show_preview()
    assert "¶" in form.preview.tracked.text()
    [change] = handed_in(station, desk, qtbot).changes
    assert isinstance(change, Join)
    assert {words.language for words in change.words} == {"en", "fr"}


def test_what_has_nothing_after_it_cannot_be_joined(station: AmendmentsStation, desk: Desk) -> None:
    text = next(iter(desk.state.drafting.texts.values()))
    last = list(text.tree.walk())[-1]
    assert next_of_kind(text, last) == ""
    form = fill(station, "join")
    form.aim_at(last)
    form.show_preview()
    assert "Nothing of the same kind follows" in form.preview.remark.text()


def test_words_are_replaced_throughout(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    form = fill(station, "global")
    assert not form.node_field.isVisible()
    assert not form.places.isVisible()
    form.old_field.setText("should")
    form.new_field.setText("shall")
    form.show_preview()
    said = form.preview.sentence.text()
    assert said.count("<br>") > 1
    assert "It changes" in form.preview.remark.text()
    found = handed_in(station, desk, qtbot)
    assert found.kind == "global"
    assert len(found.changes) > 2
    form.old_field.setText("nowhere to be found")
    form.attempt()
    qtbot.waitUntil(lambda: "stand nowhere" in form.rows["old"].problem)


def test_an_instruction_is_given_in_words(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    form = fill(station, "free", "2")
    form.words_field.setPlainText("Add a reference to the guidelines.")
    form.show_preview()
    assert "Add a reference" in form.preview.sentence.text()
    [change] = handed_in(station, desk, qtbot).changes
    assert isinstance(change, Free)


def test_one_amendment_changes_several_places(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    form = fill(station, "replace", "1")
    form.places.more.click()
    assert not form.places.asked
    assert "nothing would change" in form.rows["words"].problem
    form.words_field.setPlainText(words_of(desk, "1") + " Indeed.")
    form.places.more.click()
    assert [asked.kind for asked in form.places.asked] == ["replace"]
    assert nameless(station) == []
    form.show_preview()
    assert "Indeed" in form.preview.tracked.text()
    fill(station, "delete", "3")
    form.show_preview()
    assert "It changes 2 places." in form.preview.remark.text()
    Languages.set("fr")
    first, second = handed_in(station, desk, qtbot).changes
    assert isinstance(first, WordChange)
    assert isinstance(second, Deletion)


def test_a_place_is_taken_out_again(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    form = fill(station, "delete", "3")
    form.places.more.click()
    fill(station, "delete", "4")
    form.places.more.click()
    assert len(form.places.asked) == 2
    form.places._remove(0)
    [change] = handed_in(station, desk, qtbot).changes
    assert isinstance(change, Deletion)
    assert change.node == form.places.asked[0].target


def test_a_late_one_needs_its_reason(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, CloseAmendments())
    form = fill(station, "delete", "3")
    assert not form.rows["late"].isVisible()
    form.attempt()
    qtbot.waitUntil(lambda: "Amendments are closed" in form.rows["late"].problem)
    form.late_field.setText("The plane was late.")
    found = handed_in(station, desk, qtbot)
    assert found.kind == "delete"
