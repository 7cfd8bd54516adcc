"""The form that hands an amendment in: what it warns of, who hands it in, and the way of the keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.handing_in.window import SetDeadline
from consult_app.ui.amendments.form import AmendmentForm
from consult_app.ui.amendments.resuming import filled_in, take_up
from consult_app.ui.amendments.station import AmendmentsStation
from consult_app.ui.parts.controls import QuietButton
from tests.ui.audit import nameless
from tests.ui.rooms import add_amendments, add_people, add_text, carry_out, new_desk, shown, words_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> AmendmentsStation:
    add_people(desk)
    add_text(desk)
    add_amendments(desk)
    made = AmendmentsStation()
    shown(qtbot, made, desk)
    made.ask_new()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def write(station: AmendmentsStation, by: str, label: str, words: str) -> None:
    form = station.form
    form.by_field.setCurrentIndex(form.by_field.findData(by))
    form.node_field.setEditText(label)
    form.words_field.setPlainText(words)
    form.show_preview()


def add(station: AmendmentsStation, *others: str) -> None:
    field = station.form.together_field
    for who in others:
        field.choice.setCurrentIndex(field.choice.findData(who))
        field.add_button.click()


def test_a_collision_is_told_while_words_are_written_and_goes_with_it(
    station: AmendmentsStation, desk: Desk
) -> None:
    words = words_of(desk, "1")
    write(station, "employers", "1", words.replace("indispensable", "useful"))
    [line] = station.form.preview.warnings.lines
    assert "D.3 and D.1 both change “indispensable”" in line
    first = station.form.preview.warnings._lines[0]
    assert first.isVisible()
    assert first.accessibleName() == line
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus
    station.form.words_field.setPlainText(f"{words} Always.")
    station.form.show_preview()
    assert station.form.preview.warnings.lines == ()


def test_the_sentence_is_in_the_language_of_the_amendment(station: AmendmentsStation, desk: Desk) -> None:
    station.form.language_field.choose("fr")
    write(station, "employers", "1", words_of(desk, "1", "fr") + " Toujours.")
    assert "Toujours" in station.form.preview.sentence.text()
    assert "paragraphe 1" in station.form.preview.sentence.text()


def test_co_authors_are_chosen_and_handed_in(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    write(station, "employers", "2", words_of(desk, "2").replace("should", "may"))
    field = station.form.together_field
    assert field.choice.findData("employers") < 0  # the author is not offered
    add(station, "workers", "government")
    assert field.chosen == ("workers", "government")
    assert nameless(station.form) == []
    station.form.attempt()
    qtbot.waitUntil(lambda: desk.state.drafting.by_number("D.3") is not None)
    found = desk.state.drafting.by_number("D.3")
    assert found is not None
    assert found.authors == ("employers", "workers", "government")
    qtbot.waitUntil(lambda: "Workers" in station.details.by.text())
    assert "Government" in station.details.by.text()


def test_a_co_author_who_becomes_the_author_is_not_named_twice(station: AmendmentsStation) -> None:
    form = station.form
    form.by_field.setCurrentIndex(form.by_field.findData("employers"))
    add(station, "workers")
    form.by_field.setCurrentIndex(form.by_field.findData("workers"))
    assert form.together_field.chosen == ()


def test_what_was_chosen_is_taken_up_again_after_a_crash(station: AmendmentsStation, desk: Desk) -> None:
    write(station, "employers", "2", words_of(desk, "2").replace("should", "may"))
    add(station, "workers")
    kept = filled_in(station.form)
    station.form.clear()
    assert not station.form.together_field.chosen
    take_up(station.form, kept)
    assert station.form.together_field.chosen == ("workers",)


def test_arrow_keys_choose_in_every_list_and_leave_the_focus(station: AmendmentsStation) -> None:
    form = station.form
    lists = [form.by_field, form.together_field.choice, form.kind_field, form.node_field]
    for field in lists:
        field.setFocus()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
            QTest.keyClick(field, key)
            assert form.window().focusWidget() is field
    assert form.together_field.chosen == (form.together_field.choice.currentData(),)


def test_who_stands_in_the_list_is_a_co_author_though_nobody_pressed_add(
    station: AmendmentsStation, desk: Desk, qtbot: QtBot
) -> None:
    write(station, "employers", "2", words_of(desk, "2").replace("should", "may"))
    add(station, "workers")
    choice = station.form.together_field.choice
    choice.setCurrentIndex(choice.findData("government"))
    station.form.attempt()
    qtbot.waitUntil(lambda: desk.state.drafting.by_number("D.3") is not None)
    found = desk.state.drafting.by_number("D.3")
    assert found is not None
    assert found.authors == ("employers", "workers", "government")
    station.ask_new()
    assert station.form.together_field.chosen == ()


def test_a_place_taken_out_is_put_back_where_it_stood(station: AmendmentsStation, desk: Desk) -> None:
    form = station.form
    for label in ("1", "2"):
        write(station, "employers", label, words_of(desk, label) + " Always.")
        form.places.more.click()
    taken = form.places.taken
    _buttons(form, "Take out")[0].click()
    assert form.places.taken == taken[1:]
    [back] = _buttons(form, "Put it back")
    assert back.accessibleName() == "Put paragraph 1 back into the amendment"
    back.click()
    assert form.places.taken == taken
    assert _buttons(form, "Put it back") == []


def test_a_late_amendment_is_read_and_warned_of_before_its_reason_is_written(
    station: AmendmentsStation, desk: Desk
) -> None:
    carry_out(desk, SetDeadline(at="2025-11-20T17:00Z"))
    station.refresh(None)
    form = station.form
    write(station, "employers", "1", words_of(desk, "1").replace("indispensable", "useful"))
    assert form.rows["late"].isVisible()
    assert "useful" in form.preview.sentence.text()
    late, collision = form.preview.warnings.lines
    assert "20 November 2025, " in late
    assert "UTC" not in late
    assert "D.3 and D.1 both change" in collision
    form.kind_field.setCurrentIndex(form.kind_field.findData("move"))
    form.places.more.click()
    assert "Say in “to” which node" in form.rows["to"].problem
    assert form.places.taken == ()


def _buttons(form: AmendmentForm, words: str) -> list[QuietButton]:
    found = form.places.findChildren(QuietButton)
    return [each for each in found if words in each.text() and not each.isHidden()]


def test_tab_goes_down_the_form_as_it_is_seen(station: AmendmentsStation, desk: Desk) -> None:
    write(station, "employers", "2", words_of(desk, "2") + " Always.")
    station.form.places.more.click()
    write(station, "employers", "1", words_of(desk, "1").replace("indispensable", "useful"))
    add(station, "workers")
    form = station.form
    form.by_field.setFocus()
    tops = []
    for _ in range(60):
        here = form.window().focusWidget()
        if here is form.accept_button:
            break
        if form._inside.isAncestorOf(here):
            # what stands side by side has the same middle
            tops.append(here.mapTo(form._inside, here.rect().center()).y())
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert form.window().focusWidget() is form.accept_button
    assert all(after > before - 8 for before, after in pairwise(tops)), tops


def test_who_writes_sees_the_words_and_what_becomes_of_them(
    station: AmendmentsStation, desk: Desk, qtbot: QtBot
) -> None:
    form = station.form
    form.setFixedHeight(680)
    bar, room = form._scroll.verticalScrollBar(), form._scroll.viewport()
    write(station, "employers", "1", words_of(desk, "1").replace("indispensable", "useful"))
    form.words_field.setFocus()

    def in_sight() -> bool:
        top, card = form.rows["words"].y() - bar.value(), form.preview
        there = card.y() + card.height() - bar.value() <= room.height()
        return bar.value() > 0 and top >= 0 and there

    qtbot.waitUntil(in_sight)
    form.clear()
    assert bar.value() == 0


def test_the_field_of_the_place_shows_its_number_with_the_focus_and_without(
    station: AmendmentsStation, desk: Desk
) -> None:
    field = station.form.node_field
    field.setFixedWidth(120)
    editor = field.lineEdit()
    assert editor is not None
    for by in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        station.form.together_field.choice.setFocus()
        QTest.keyClick(station.form.together_field.choice, Qt.Key.Key_Tab)
        assert station.form.window().focusWidget() is field
        assert editor.cursorPosition() == 0
        QTest.keyClick(field, by)
        assert station.form.window().focusWidget() is not field
        assert editor.cursorPosition() == 0
