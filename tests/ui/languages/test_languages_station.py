"""The Languages station: its counts, its queue, and what is read beside a rendering."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.consideration import AdoptNode
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.translation.to_translate import AMENDMENT, NODE, SUBAMENDMENT
from consult_app.drafting.translation.translating import SetTranslation
from consult_app.state import Undo
from consult_app.ui.language import Languages
from consult_app.ui.languages.station import LanguagesStation
from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.office import Office
from tests.ui import audit, table_meeting
from tests.ui.audit import nameless
from tests.ui.languages.in_languages import (
    FAIR,
    FRENCH_FAIR,
    at_hand,
    choose,
    figure,
    listed,
    shown,
    since,
    three_languages,
    wait,
)
from tests.ui.rooms import carry_out


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with three_languages(tmp_path) as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> LanguagesStation:
    return shown(qtbot, desk)


@pytest.mark.parametrize("language", ("en", "fr", "es"))
def test_the_form_for_signing_says_all_it_has_to_say(station: LanguagesStation, language: str) -> None:
    Languages.set(language)
    Theme.instance().set_scale(1.5)
    station.signing.ask([], "")
    station.signing.setFixedWidth(440)
    for _turn in range(3):
        QApplication.processEvents()
    assert audit.cut(station.signing) == audit.misplaced(station.signing) == []


def test_before_a_text_the_page_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    with table_meeting.empty_meeting(tmp_path) as desk:
        station = shown(qtbot, desk)
        assert station.pages.currentIndex() == 0
        assert station.first_focus() is station.import_button
        with qtbot.waitSignal(station.import_asked):
            station.import_button.click()
        station.bind(None)
        assert station.first_focus() is station.import_button


def test_the_tiles_count_and_follow_each_decision(
    station: LanguagesStation, desk: Desk, qtbot: QtBot
) -> None:
    assert figure(station, "fr", NODE, "draft") == "7"
    assert figure(station, "fr", AMENDMENT, "missing") == "4"
    assert figure(station, "en", AMENDMENT, "missing") == "–"
    assert not station.tiles.tiles["fr"].figures[SUBAMENDMENT, "draft"].isVisible()
    carry_out(desk, AdoptAmendment(amendment="D.1"))
    wait(qtbot, lambda: figure(station, "fr", NODE, "out_of_date") == "1")
    assert figure(station, "fr", AMENDMENT, "missing") == "3"
    assert "out of date 1" in station.tiles.tiles["es"].accessibleDescription()
    carry_out(desk, Undo())
    wait(qtbot, lambda: figure(station, "fr", NODE, "out_of_date") == "–")


def test_what_is_under_discussion_stands_first(station: LanguagesStation, desk: Desk, qtbot: QtBot) -> None:
    assert listed(station)[0] == "D.1, paragraph 1 · Fr · missing"
    carry_out(desk, CallAmendment(amendment="D.4"))
    wait(qtbot, lambda: listed(station)[0].startswith("D.4"))
    needed = station.queue.model.columns[4]
    assert [needed.text(row) for row in station.queue.rows[:3]] == ["now", "now", ""]


def test_what_was_typed_live_has_a_short_name_in_the_list_and_its_whole_beside_it(
    station: LanguagesStation, desk: Desk, qtbot: QtBot
) -> None:
    words = "Governments must:"
    carry_out(desk, SubmitAmendment(by="workers", kind="live", target="2", text=words))
    wait(qtbot, lambda: any(line.startswith("Floor 1, paragraph 2 ·") for line in listed(station)))
    row = next(
        row for row in station.queue.rows if station.queue.model.columns[0].text(row).startswith("Floor")
    )
    said = station.queue.model.columns[0].said
    assert said is not None and said(row) == "Change 1 on the floor, paragraph 2"
    station.queue.table.choose(row.key)
    assert station.work.title.text() == "Change 1 on the floor, paragraph 2"


def test_a_line_says_since_which_decision(station: LanguagesStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, AdoptAmendment(amendment="D.1"), AdoptAmendment(amendment="D.3"))
    wait(qtbot, lambda: "Paragraph 1bis · Fr · missing" in listed(station))
    assert since(station)["Paragraph 1"] == "D.1"
    assert since(station)["Paragraph 1bis"] == "D.3"


def test_the_list_is_held_to_a_language_a_kind_a_status(station: LanguagesStation) -> None:
    station.tiles.toggle("fr")
    assert {row.language for row in station.queue.rows} == {"fr"}
    station.queue.statuses.button("to_sign").click()
    station.queue.kinds.button(NODE).click()
    assert len(listed(station)) == 7
    station.tiles.toggle("fr")
    assert len(listed(station)) == 14
    station.queue.kinds.button(AMENDMENT).click()
    assert station.queue.pages.currentWidget() is station.queue.nothing
    assert station.queue.nothing.accessibleName() == "Nothing waits for a signature here"


def test_when_all_is_done_the_page_says_so(station: LanguagesStation, desk: Desk, qtbot: QtBot) -> None:
    for number in ("D.1", "D.2", "D.3", "D.4"):
        for code, words in (("fr", "Des mots."), ("es", "Palabras.")):
            carry_out(desk, SetTranslation(amendment=number, language=code, text=words))  # type: ignore[arg-type]
    wait(qtbot, lambda: not station.queue.rows)
    said = station.queue.nothing.accessibleName()
    assert said == "Every wording is up to date in the three languages"
    assert station.first_focus() is station.tiles.tiles["en"]
    assert at_hand(station) == ""


def test_beside_a_rendering_stands_what_changed(station: LanguagesStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, AdoptAmendment(amendment="D.1"))
    carry_out(
        desk, SubmitAmendment(by="workers", kind="replace", target="1", language="fr", text=FRENCH_FAIR)
    )
    wait(qtbot, lambda: any(line.startswith("Paragraph 1 · Fr") for line in listed(station)))
    choose(station, "Paragraph 1 · Fr")
    task = station.work.task
    assert task is not None
    assert task.readings[0].heading == "English, changed by D.1 since it was rendered"
    assert 'title="dotted"' in task.readings[0].html and "fair and" in task.readings[0].html
    assert [reading.heading for reading in task.readings[1:]] == ["Spanish · out of date"]
    assert task.note == (
        "Until it is brought up to date, no change is adopted in French here: D.5 must wait."
    )
    assert station.work.field.words == "Le Bureau devrait promouvoir le travail décent."


def test_an_amendment_is_shown_with_the_text_it_changes(station: LanguagesStation) -> None:
    choose(station, "D.1, paragraph 1 · Fr")
    assert at_hand(station) == "D.1, paragraph 1 English → French"
    task = station.work.task
    assert task is not None
    assert [reading.heading for reading in task.readings] == [
        "English, as handed in",
        "French, the text as it stands",
    ]
    assert (task.source, task.kept) == (FAIR, "")
    station.work.begin_today.click()
    assert station.work.field.words == "Le Bureau devrait promouvoir le travail décent."
    station.work.copy.click()
    assert station.work.field.words == FAIR


def test_the_list_is_gone_through_by_keys(station: LanguagesStation, qtbot: QtBot) -> None:
    station.first_focus().setFocus()
    table = station.queue.table
    QTest.keyClick(table, Qt.Key.Key_J)
    assert table.chosen == station.queue.rows[1].key
    QTest.keyClick(table, Qt.Key.Key_K)
    assert table.chosen == station.queue.rows[0].key
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert station.work.field.hasFocus()
    QTest.keyClick(station.work.field, Qt.Key.Key_Escape)
    assert table.hasFocus()
    with qtbot.waitSignal(station.amendment_asked):
        QTest.keyClick(table, Qt.Key.Key_T)
    QTest.keyClick(table, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert station.tiles.language == "fr"


def test_every_control_has_a_name_in_each_language_and_look(station: LanguagesStation) -> None:
    for language in ("fr", "es", "en"):
        Languages.set(language)
        station.retranslate()
        assert nameless(station) == []
    assert listed(station)[0] == "D.1, paragraph 1 · Fr · missing"
    for look in (Choice.DARK, Choice.LIGHT):
        Theme.instance().choose(look)
        assert station.work.task is not None


def test_out_of_sight_it_catches_up_when_it_is_shown(
    station: LanguagesStation, desk: Desk, qtbot: QtBot
) -> None:
    station.hide()
    carry_out(desk, AdoptNode(node="2(ii)"), AdoptAmendment(amendment="D.1"))
    station.show()
    wait(qtbot, lambda: figure(station, "fr", NODE, "out_of_date") == "1")


def test_from_the_rail_to_the_table_and_back(qtbot: QtBot, desk: Desk) -> None:
    office = Office()
    qtbot.addWidget(office.shell)
    office.shell.resize(1300, 720)
    office.shell.show()
    office.shell.show_meeting(desk, "River ports", "languages")
    languages = office.shell.station("languages")
    assert isinstance(languages, LanguagesStation)
    languages.acting.show_at_table()
    assert office.shell.station_at_hand == "table"
    office.shell.show_start()
