"""Forms that were being filled in come back after a crash, with what was chosen in them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from consult_app.journal.jottings import Scratch
from consult_app.meetings.proceedings.giving_floor import GiveFloor
from consult_app.ui.amendments.station import AmendmentsStation
from consult_app.ui.followup.adding import OWN_WORDS
from consult_app.ui.office import Office
from consult_app.ui.parts.fields import typed
from consult_app.ui.progress.station import ProgressStation
from tests.ui.safety.crashed import (
    crashed,
    desk_of,
    found_in,
    table_of,
    wait_for,
)
from tests.ui.table_meeting import done, go, number, press


def test_an_amendment_that_was_being_handed_in_comes_back(qtbot: QtBot, office: Office) -> None:
    office.shell.enter("amendments")
    station = office.shell.station("amendments")
    assert isinstance(station, AmendmentsStation)
    table = table_of(office)
    go(table, "2(i)")
    node = table.node_at_hand
    office.shell.enter("amendments")
    station.ask_for(node)
    form = station.form
    form.by_field.setCurrentIndex(form.by_field.findData("workers"))
    form.words_field.setPlainText("support all other stakeholders;")
    form.why_field.setPlainText("Nobody is left out.")
    form.add_place()
    go(table, "1")
    form.aim_at(table.node_at_hand)
    form.words_field.setPlainText("The Office should promote good work.")
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    assert "a new amendment to" in found.words.text()
    found.restore.click()
    assert again.shell.station_at_hand == "amendments"
    station = again.shell.station("amendments")
    assert isinstance(station, AmendmentsStation)
    assert station.side.currentWidget() is station.form
    expected, restored = form.command(), station.form.command()
    assert restored is not None
    assert restored == expected
    assert (restored.by, len(restored.changes), restored.justification) == (
        "workers",
        2,
        "Nobody is left out.",
    )


def test_a_translation_and_a_statement_come_back(qtbot: QtBot, office: Office) -> None:
    office.shell.enter("amendments")
    station = office.shell.station("amendments")
    assert isinstance(station, AmendmentsStation)
    station.go_to(number(table_of(office), "D.1"))
    office.shell.enter("amendments")
    station.details.open_translation()
    station.details.translation.setPlainText("Le Bureau devrait promouvoir un travail juste.")
    table = table_of(office)
    table.side_acting.statement()
    table.parts.side.statement.by.take_id("workers")
    table.parts.side.statement.words.setPlainText("The Workers regret this.")
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    seen = set()
    for _ in range(2):
        at_hand = found.at_hand
        assert at_hand is not None
        seen.add(at_hand.extra["what"])
        found.restore.click()
    assert seen == {"translation", "statement"}
    station = again.shell.station("amendments")
    assert isinstance(station, AmendmentsStation)
    assert station.details.translation.toPlainText() == "Le Bureau devrait promouvoir un travail juste."
    form = table_of(again).parts.side.statement
    assert form.words.toPlainText() == "The Workers regret this."
    assert form.by.taken is not None
    assert form.by.taken.who == "workers"


def test_a_motion_comes_back(qtbot: QtBot, office: Office) -> None:
    table = table_of(office)
    table.side_acting.motion()
    table.parts.side.motion.on.setText("to close the debate on paragraph 1")
    again = crashed(qtbot, office)
    found_in(qtbot, again).restore.click()
    assert table_of(again).parts.side.page == "motion"
    assert table_of(again).parts.side.motion.on.text() == "to close the debate on paragraph 1"


def test_the_register_of_follow_up_comes_back(qtbot: QtBot, office: Office) -> None:
    office.shell.enter("progress")
    station = office.shell.station("progress")
    assert isinstance(station, ProgressStation)
    station.show_part("followup")
    key = station.followup.model.rows[0].key
    station.followup.edit(key)
    station.followup.form.note.setPlainText("Ask for the figures of last year.")
    again = crashed(qtbot, office)
    found_in(qtbot, again).restore.click()
    station = again.shell.station("progress")
    assert isinstance(station, ProgressStation)
    form = station.followup.form
    assert form.action is not None
    assert (form.action.key, form.note.toPlainText()) == (key, "Ask for the figures of last year.")
    station.followup.leave_form()
    station.followup.ask_action()
    station.followup.adding.take_up(OWN_WORDS, {"en": "Write to the ports."})
    later = crashed(qtbot, again)
    found_in(qtbot, later).restore.click()
    station = later.shell.station("progress")
    assert isinstance(station, ProgressStation)
    assert station.followup.adding.texts["en"].toPlainText() == "Write to the ports."
    assert station.followup.adding.accept_button.isEnabled()


def test_words_for_the_report_come_back_each_at_its_speech_and_position(qtbot: QtBot, office: Office) -> None:
    desk = desk_of(office)
    done(desk, GiveFloor(speaker="workers"))
    done(desk, GiveFloor(speaker="employers"))
    table = table_of(office)
    wait_for(qtbot, lambda: table.state is table.shown)
    table.side_acting.summaries.open_speeches()
    speeches = table.parts.side.speech_words
    speeches.words.setPlainText("They would\u00a0agree")
    speeches.language.button("fr").click()
    speeches._up()
    speeches.words.setPlainText("Les travailleurs")
    go(table, "1")
    table.side_acting.to_amendments()
    press(table, "6")
    table.parts.side.position_words.words.setPlainText("Too dear.")
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    said = set()
    for _ in range(3):
        assert "Words for the report" in found.words.text()
        found.restore.click()
        assert again.shell.banner.words.startswith("Restored")
        side = table_of(again).parts.side
        form = side.speech_words if side.page == "speech_words" else side.position_words
        said.add((form.subject.partition(":")[2], form.code, typed(form.words)))
    employers = table_of(again).parts.side.speech_words
    assert {words for _, _, words in employers.unsaved()} == {"They would\u00a0agree", "Les travailleurs"}
    assert said == {
        ("", "en", "They would\u00a0agree"),
        ("", "fr", "Les travailleurs"),
        ("employers", "en", "Too dear."),
    }


def test_words_for_the_report_on_a_speech_that_is_gone_can_be_read(qtbot: QtBot, office: Office) -> None:
    extra = {"station": "table", "what": "speech", "subject": "s99", "language": "en"}
    desk = desk_of(office)
    desk.beside(lambda beside: beside.keep_scratch([Scratch("table:s", "lost words", extra)])).result()
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    found.restore.click()
    assert found.shown.isVisible()
    assert typed(found.shown) == "lost words"
