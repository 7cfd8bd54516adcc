"""Translating and signing at the Languages station."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.floor import CallAmendment, RejectAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.translation.to_translate import AMENDMENT, NODE
from consult_app.meetings.proceedings.sitting import CloseSitting, OpenSitting
from consult_app.ui.languages.station import LanguagesStation
from consult_app.ui.undo_words import undo_words
from tests.ui.languages.in_languages import (
    FRENCH_FAIR,
    at_hand,
    choose,
    figure,
    listed,
    shown,
    three_languages,
    wait,
)
from tests.ui.rooms import carry_out, words_of

FULL = "The Office should promote full and decent work."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with three_languages(tmp_path) as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> LanguagesStation:
    return shown(qtbot, desk)


def keep(station: LanguagesStation) -> None:
    """Ctrl+Enter in the words."""
    QTest.keyClick(station.work.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def write(station: LanguagesStation, words: str) -> None:
    """Write *words* in the place of those that stand."""
    station.work.field.setFocus()
    station.work.field.put(words)


def test_keeping_goes_on_to_the_next(station: LanguagesStation, desk: Desk, qtbot: QtBot) -> None:
    station.tiles.toggle("fr")
    choose(station, "D.1")
    write(station, FRENCH_FAIR)
    assert listed(station)[0] == "D.1, paragraph 1 · Fr · missing, begun"
    keep(station)
    wait(qtbot, lambda: figure(station, "fr", AMENDMENT, "draft") == "1")
    assert at_hand(station).startswith("D.2")
    assert station.work.field.hasFocus() and not station.unfinished
    assert undo_words(desk.undo_label(), desk.state) == "translate D.1"
    carry_out(desk, AdoptAmendment(amendment="D.1"))
    assert words_of(desk, "1", "fr") == FRENCH_FAIR


def test_a_node_is_brought_up_to_date(station: LanguagesStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, AdoptAmendment(amendment="D.1"))
    wait(qtbot, lambda: any(line.startswith("Paragraph 1 · Fr") for line in listed(station)))
    choose(station, "Paragraph 1 · Fr")
    write(station, FRENCH_FAIR)
    keep(station)
    wait(qtbot, lambda: words_of(desk, "1", "fr") == FRENCH_FAIR)
    wait(qtbot, lambda: figure(station, "fr", NODE, "out_of_date") == "–")


def test_what_is_right_as_it_stands_is_kept_so(station: LanguagesStation, desk: Desk, qtbot: QtBot) -> None:
    before = words_of(desk, "1", "fr")
    carry_out(desk, AdoptAmendment(amendment="D.1"))
    wait(qtbot, lambda: any(line.startswith("Paragraph 1 · Fr") for line in listed(station)))
    choose(station, "Paragraph 1 · Fr")
    station.work.keep.click()
    wait(qtbot, lambda: figure(station, "fr", NODE, "out_of_date") == "–")
    assert words_of(desk, "1", "fr") == before


def test_a_refusal_is_said_and_the_words_stay(station: LanguagesStation, qtbot: QtBot) -> None:
    choose(station, "D.1, paragraph 1 · Fr")
    write(station, "un\ndeux")
    keep(station)
    wait(qtbot, lambda: "one line" in station.work.note.text())
    assert station.work.field.words == "un\ndeux"
    assert station.work.keep.isEnabled()


def test_words_that_were_begun_stay_with_their_line(station: LanguagesStation) -> None:
    choose(station, "D.1, paragraph 1 · Fr")
    write(station, "Le Bureau")
    QTest.keyClick(station.work.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert station.work.field.words == "" and station.work.field.hasFocus()
    QTest.keyClick(station.work.field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert station.work.field.words == "Le Bureau"
    QTest.keyClick(station.work.field, Qt.Key.Key_Escape)
    assert (station.work.field.words, station.unfinished) == ("", {})


def test_a_decision_meanwhile_puts_no_words_aside(
    station: LanguagesStation, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(desk, CallAmendment(amendment="D.1"))
    choose(station, "D.1, paragraph 1 · Fr")
    write(station, FRENCH_FAIR)
    carry_out(desk, SubmitAmendment(by="employers", kind="replace", amends="D.1", text=FULL))
    carry_out(desk, AdoptAmendment(amendment="D.1/S.1"))
    wait(qtbot, lambda: "has changed since you began" in station.work.note.text())
    assert station.work.field.words == FRENCH_FAIR
    task = station.work.task
    assert task is not None and task.source == FULL
    carry_out(desk, RejectAmendment(amendment="D.1"))
    wait(qtbot, lambda: "disposed of" in station.work.note.text())
    assert station.work.field.words == FRENCH_FAIR and not station.work.keep.isEnabled()
    QTest.keyClick(station.work.field, Qt.Key.Key_Escape)
    assert at_hand(station).startswith("D.2") and not station.unfinished


def test_what_was_begun_is_taken_up_again_after_a_crash(
    station: LanguagesStation, desk: Desk, qtbot: QtBot
) -> None:
    choose(station, "D.1, paragraph 1 · Fr")
    write(station, "Le Bureau")
    [found] = station.unsaved()
    other = shown(qtbot, desk)
    assert other.resume(found) == "opened"
    assert at_hand(other).startswith("D.1") and other.work.field.words == "Le Bureau"
    assert other.resume(found) == "busy"
    carry_out(desk, RejectAmendment(amendment="D.1"))
    assert shown(qtbot, desk).resume(found) == "gone"


def test_what_the_house_would_print_is_offered(station: LanguagesStation) -> None:
    choose(station, "D.1, paragraph 1 · Fr")
    write(station, 'L\'Office: "oui", no 60.')
    checks = station.work.checks
    assert checks.house.text().startswith("The house would print 3 places otherwise: L' → L’")
    assert "60" in checks.remarks.text()
    QTest.keyClick(station.work.field, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert station.work.field.words == "L’Office: «oui», n^o^\u00a060."
    assert checks.apply.isHidden()
    station.work.field.undo()
    assert station.work.field.words.startswith("L'Office")


# signing


def test_the_name_is_asked_for_once_in_a_sitting(station: LanguagesStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, OpenSitting())
    station.tiles.toggle("fr")
    station.queue.statuses.button("to_sign").click()
    choose(station, "Title")
    station.acting.ask_sign()
    assert station.signing.isVisible() and not station.signing.sign.isEnabled()
    station.signing.name.setText("Odile Phare")
    QTest.keyClick(station.signing.name, Qt.Key.Key_Return)
    wait(qtbot, lambda: figure(station, "fr", NODE, "checked") == "1")
    choose(station, "Paragraph 1")
    station.work.sign.click()
    wait(qtbot, lambda: figure(station, "fr", NODE, "checked") == "2")
    assert not station.signing.isVisible()
    carry_out(desk, CloseSitting(), OpenSitting())
    choose(station, "Paragraph 2")
    station.acting.ask_sign()
    assert station.signing.isVisible() and station.signing.name.text() == "Odile Phare"


def test_all_that_is_shown_is_signed_after_a_question_in_place(
    station: LanguagesStation, desk: Desk, qtbot: QtBot
) -> None:
    station.queue.sign_all.click()
    assert not station.signing.isVisible(), "nothing that is listed can be signed"
    station.queue.statuses.button("to_sign").click()
    station.queue.sign_all.click()
    assert station.signing.words.text() == "14 wordings are signed as checked in French and Spanish, by"
    QTest.keyClick(station.signing.name, Qt.Key.Key_Escape)
    assert not station.signing.isVisible() and figure(station, "fr", NODE, "checked") == "–"
    station.queue.sign_all.click()
    station.signing.name.setText("Odile Phare")
    station.signing.sign.click()
    wait(qtbot, lambda: figure(station, "es", NODE, "checked") == "7")
    assert figure(station, "fr", NODE, "checked") == "7"
    wait(qtbot, lambda: "7 wordings are signed off." in station.banner.words)
    assert undo_words(desk.undo_label(), desk.state).endswith("…")


def test_words_that_are_being_changed_are_not_signed(station: LanguagesStation) -> None:
    station.queue.statuses.button("to_sign").click()
    choose(station, "Paragraph 1 · Fr")
    assert station.work.sign.isEnabled()
    write(station, "Autre chose.")
    assert not station.work.sign.isEnabled()
