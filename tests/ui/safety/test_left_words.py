"""What is left unfinished by Esc, or by turning to something else, is said and comes back by one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.journal.jottings import LEFT
from consult_app.ui.amendments.station import AmendmentsStation
from consult_app.ui.language import Languages
from consult_app.ui.languages.station import LanguagesStation
from consult_app.ui.meeting.station import MeetingStation
from consult_app.ui.office import Office
from consult_app.ui.table.decisions import DECISIONS, possible
from consult_app.ui.table.station import TableStation
from tests.ui.audit import nameless
from tests.ui.safety.crashed import (
    crashed,
    desk_of,
    editor_at,
    editor_of,
    found_in,
    kept,
    opened,
    table_of,
    wait_for,
)
from tests.ui.table_meeting import done, go, number, press

BACK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def esc(office: Office) -> None:
    """Press Esc where the focus is."""
    focus = office.shell.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)


def bring_back(office: Office) -> None:
    """Press the key that brings back what was left."""
    QTest.keyClick(office.shell.focusWidget(), Qt.Key.Key_U, BACK)


def test_esc_in_the_editor_loses_nothing(qtbot: QtBot, office: Office) -> None:
    editor = editor_at(office, "2(ii)")
    editor.choose("workers")
    QTest.keyClicks(office.shell.focusWidget(), " and in March LOST")
    words = editor.words
    station = table_of(office)
    editor.take_focus()
    esc(office)
    assert station.acting.editor is None
    found = found_in(qtbot, office)
    assert "2(ii)" in found.words.text()
    assert "LOST" in found.words.text()
    assert office.shell.focusWidget() is station.parts.text
    assert [each.words for each in kept(office)] == [words]
    bring_back(office)
    assert (editor_of(office).words, editor_of(office).by) == (words, "workers")
    assert found.isHidden()
    assert [each.place.startswith(LEFT) for each in kept(office)] == [False]


def test_the_last_words_count_though_nothing_was_kept_yet(qtbot: QtBot, office: Office) -> None:
    editor_at(office, "2(ii)")
    QTest.keyClicks(office.shell.focusWidget(), "x")
    esc(office)
    assert "x" in found_in(qtbot, office).words.text()


def test_an_editor_that_nobody_wrote_in_is_left_without_a_word(qtbot: QtBot, office: Office) -> None:
    editor_at(office, "2(ii)")
    esc(office)
    qtbot.wait(20)
    assert office.safety.found is None
    assert kept(office) == []


def asks_why(station: TableStation, amendment: str) -> str:
    """A decision on *amendment* that asks for a reason and is open now."""
    found = station.state.drafting.amendments[amendment]
    reasons = (key for key, each in DECISIONS.items() if each.explained is not None)
    return next(key for key in reasons if possible(key, station.state, found))


@pytest.mark.parametrize("subamending", [True, False], ids=["a subamendment", "a reason"])
def test_esc_in_words_for_a_decision_loses_nothing(qtbot: QtBot, office: Office, subamending: bool) -> None:
    station = table_of(office)
    if subamending:
        done(desk_of(office), CallAmendment(amendment="D.1"))
    go(station, "1")
    wait_for(qtbot, lambda: station.state is station.shown)
    amendment = number(station, "D.1")
    decision = "subamend" if subamending else asks_why(station, amendment)
    station.acting.decide(amendment, decision)
    editor = editor_of(office)
    editor.set_words("The Office should promote fair work.")
    editor.take_focus()
    esc(office)
    assert "D.1" in found_in(qtbot, office).words.text()
    bring_back(office)
    assert editor_of(office).words == "The Office should promote fair work."


def test_words_that_are_kept_are_not_said_to_be_left(qtbot: QtBot, office: Office) -> None:
    editor = editor_at(office, "2(ii)")
    editor.set_words("report every second year.")
    before = desk_of(office).seq
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, lambda: desk_of(office).seq > before and table_of(office).acting.editor is None)
    qtbot.wait(20)
    assert office.safety.found is None
    assert kept(office) == []


def test_esc_in_an_amendment_loses_nothing(qtbot: QtBot, office: Office) -> None:
    office.shell.enter("amendments")
    station = office.shell.station("amendments")
    assert isinstance(station, AmendmentsStation)
    station.ask_new()
    form = station.form
    form.by_field.setCurrentIndex(form.by_field.findData("workers"))
    form.words_field.setFocus()
    form.words_field.setPlainText("Something else altogether.")
    form.why_field.setPlainText("Because.")
    esc(office)
    assert station.side.currentWidget() is not form
    assert "a new amendment" in found_in(qtbot, office).words.text()
    bring_back(office)
    command = form.command()
    assert station.side.currentWidget() is form
    assert command is not None
    assert (command.by, command.justification) == ("workers", "Because.")


def test_an_amendment_that_gives_way_to_another_row_or_to_a_new_one_is_left_too(
    qtbot: QtBot, office: Office
) -> None:
    office.shell.enter("amendments")
    station = office.shell.station("amendments")
    assert isinstance(station, AmendmentsStation)
    station.ask_new()
    station.form.words_field.setPlainText("First try.")
    station.go_to(number(table_of(office), "D.2"))
    office.shell.enter("amendments")
    assert "First try" in found_in(qtbot, office).words.text()
    station.ask_new()
    station.form.words_field.setPlainText("Second try.")
    station.ask_new()
    wait_for(qtbot, lambda: len(kept(office)) == 2)
    assert {each.extra["words"] for each in kept(office)} == {"First try.", "Second try."}


def test_esc_in_the_translation_of_an_amendment_or_another_language_loses_nothing(
    qtbot: QtBot, office: Office
) -> None:
    office.shell.enter("amendments")
    station = office.shell.station("amendments")
    assert isinstance(station, AmendmentsStation)
    station.go_to(number(table_of(office), "D.1"))
    office.shell.enter("amendments")
    details = station.details
    details.open_translation()
    assert details.language.currentData() == "fr"
    details.translation.setPlainText("Le Bureau devrait mieux faire.")
    details.language.setCurrentIndex(details.language.findData("es"))
    found = found_in(qtbot, office)
    assert "French" in found.words.text()
    bring_back(office)
    assert details.language.currentData() == "fr"
    assert details.translation.toPlainText() == "Le Bureau devrait mieux faire."


def test_esc_at_the_languages_loses_nothing(qtbot: QtBot, office: Office) -> None:
    office.shell.enter("languages")
    station = office.shell.station("languages")
    assert isinstance(station, LanguagesStation)
    wait_for(qtbot, lambda: station.work.task is not None)
    station.work.field.setFocus()
    station.work.field.put("Réunie à Genève en 2026,")
    esc(office)
    found_in(qtbot, office)
    bring_back(office)
    assert station.work.field.words == "Réunie à Genève en 2026,"


def test_rules_that_are_given_up_come_back(qtbot: QtBot, office: Office) -> None:
    office.shell.enter("meeting")
    station = office.shell.station("meeting")
    assert isinstance(station, MeetingStation)
    station.show_section("rules")
    row = station.rules.row("quorum.num quorum.den")
    was = row.value
    row.editor.show_value((2, 5))
    row.editor.changed.emit()
    station.rules.reason.setText("as agreed")
    asked = station.rules.command()
    station.rules.reason.setFocus()
    esc(office)
    assert row.value == was
    found_in(qtbot, office)
    bring_back(office)
    assert station.rules.command() == asked
    again = crashed(qtbot, office)
    found_in(qtbot, again).restore.click()
    station = again.shell.station("meeting")
    assert isinstance(station, MeetingStation)
    assert station.rules.command() == asked


def test_a_further_text_does_not_take_the_editor_with_it(qtbot: QtBot, office: Office) -> None:
    from consult_app.drafting.handing_in.importing import ImportText, ReadNode
    from consult_app.ui.chosen_text import ChosenText

    editor_at(office, "2(ii)").set_words("report every sec")
    office.shell.enter("meeting")
    resolution = ReadNode("paragraph", "Ports matter.", enumeration="arabic")
    answer = done(desk_of(office), ImportText(language="en", nodes=(resolution,), kind="resolution"))
    ChosenText.instance().choose(str(answer.answer["text_id"]))
    office.shell.enter("table")
    assert "report every sec" in found_in(qtbot, office).words.text()
    bring_back(office)
    assert editor_of(office).words == "report every sec"


def test_the_next_decision_clears_the_banner_and_the_key_still_brings_it_back(
    qtbot: QtBot, office: Office
) -> None:
    editor_at(office, "2(ii)").set_words("report every sec")
    esc(office)
    found = found_in(qtbot, office)
    station = table_of(office)
    press(station, "N", station)  # nothing of it hangs on what is in sight
    done(desk_of(office), CallAmendment(amendment="D.1"))
    wait_for(qtbot, found.isHidden)
    table_of(office)
    bring_back(office)
    assert found.restore.hasFocus()
    QTest.keyClick(found.restore, Qt.Key.Key_Return)
    assert editor_of(office).words == "report every sec"


def test_what_was_left_is_there_in_the_next_session_and_does_not_put_itself_forward(
    qtbot: QtBot, office: Office, path: Path
) -> None:
    editor_at(office, "2(ii)").set_words("report every sec")
    esc(office)
    found_in(qtbot, office)
    office.shell.close()
    again = opened(qtbot, path)
    wait_for(qtbot, again.shell.known_actions.action("edit.found").isEnabled)
    assert again.safety.found is None
    before = kept(again)
    again.safety.look()
    assert kept(again) == before
    table_of(again)
    bring_back(again)
    assert "report every sec" in found_in(qtbot, again).words.text()
    found_in(qtbot, again).throw.click()
    assert kept(again) == []


def test_only_the_last_twenty_are_kept(qtbot: QtBot, office: Office) -> None:
    for count in range(23):
        editor_at(office, "2(ii)").set_words(f"report {count} times")
        esc(office)
        qtbot.wait(2)
    words = {each.words for each in kept(office)}
    assert words == {f"report {count} times" for count in range(3, 23)}


def test_the_banner_speaks_three_languages_and_does_not_take_the_focus(qtbot: QtBot, office: Office) -> None:
    editor_at(office, "2(ii)").set_words("report every sec")
    esc(office)
    found = found_in(qtbot, office)
    said = set()
    for code in ("fr", "es", "en"):
        Languages.set(code)
        qtbot.wait(1)
        said.add((found.words.text(), found.restore.text()))
        assert nameless(found) == []
    assert len(said) == 3
