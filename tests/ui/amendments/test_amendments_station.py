"""The Amendments station: read, find, hand in, second, withdraw and translate, through a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.amendments.proposed_wordings import new_lines
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.translation.translating import SetTranslation
from consult_app.ui.amendments.station import AmendmentsStation
from consult_app.ui.amendments.words import has_words
from consult_app.ui.language import Languages
from consult_app.ui.look.palette import words_tone
from consult_app.ui.look.theme import Choice, Theme
from tests.ui.audit import nameless
from tests.ui.rooms import (
    add_amendments,
    add_people,
    add_text,
    carry_out,
    focus,
    new_desk,
    shown,
    words_of,
)


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
    return made


def numbers(station: AmendmentsStation) -> list[str]:
    return [row.number for row in station.model.rows]


def choose(station: AmendmentsStation, desk: Desk, number: str) -> None:
    found = desk.state.drafting.by_number(number)
    assert found is not None
    assert station.table.choose(found.id)


def begin(station: AmendmentsStation, by: str, label: str) -> None:
    """Open the form and fill in who and where."""
    station.ask_new()
    station.form.by_field.setCurrentIndex(station.form.by_field.findData(by))
    station.form.node_field.setEditText(label)


def test_the_list_says_who_what_and_how_it_stands(station: AmendmentsStation) -> None:
    first, second = station.model.rows
    assert (first.number, first.by, first.to) == ("D.1", "▲ Workers’ group", "paragraph 1")
    assert (second.kind, second.state, second.to) == ("deletion", "queued", "paragraph 3")


def test_the_details_say_the_instruction_and_show_the_change(station: AmendmentsStation, desk: Desk) -> None:
    choose(station, desk, "D.1")
    assert station.side.currentWidget() is station.details
    assert "indispensable" in station.details.sentences.text()
    assert "line-through" in station.details.change.text()
    assert "essential" in station.details.change.text()
    assert station.details.justification.words.text() == "A plainer word."
    assert station.details.history.words.text().startswith("submitted ·\u00a0")


def test_number_and_author_stand_on_one_line_in_the_colour_of_the_group(
    station: AmendmentsStation, desk: Desk
) -> None:
    choose(station, desk, "D.1")
    for scale in (1.0, 1.5):
        Theme.instance().set_scale(scale)
        QApplication.processEvents()
        number, by = station.details.number, station.details.by
        lines = [
            label.mapTo(station, label.contentsRect().topLeft()).y() + label.fontMetrics().ascent()
            for label in (number, by)
        ]
        assert lines[0] == lines[1]
    assert words_tone(Theme.current(), "workers") in station.details.by.text()


def test_the_change_is_shown_in_the_language_that_the_sentence_quotes(
    station: AmendmentsStation, desk: Desk, qtbot: QtBot
) -> None:
    choose(station, desk, "D.1")
    Languages.set("fr")
    qtbot.waitUntil(lambda: "remplacer" in station.details.sentences.text())
    assert "essential" in station.details.sentences.text()
    assert "essential" in station.details.change.text()
    french = words_of(desk, "1", "fr").replace("indispensable", "essentiel")
    found = desk.state.drafting.by_number("D.1")
    assert found is not None
    carry_out(desk, SetTranslation(amendment=found.id, language="fr", text=french))
    qtbot.waitUntil(lambda: "essentiel»" in station.details.sentences.text())
    assert "essentiel<" in station.details.change.text()
    choose(station, desk, "D.2")
    assert words_of(desk, "3", "fr")[:20] in station.details.change.text()


def test_the_side_grows_with_the_window(station: AmendmentsStation, qtbot: QtBot) -> None:
    wide = station.side.width()
    station.resize(1850, 900)
    qtbot.waitUntil(lambda: station.side.width() > wide)
    assert station.side.width() <= 640


def test_a_state_that_is_short_in_the_list_is_said_in_full(station: AmendmentsStation) -> None:
    row = replace(station.model.rows[0], state="adoptada en su forma subenmendada", state_short="adoptada")
    station.model.show_rows([row])
    cell = station.model.index(0, 4)
    assert cell.data() == row.state_short
    roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    assert [cell.data(role) for role in roles] == [row.state] * 2


def test_filters_and_search_narrow_the_list(station: AmendmentsStation, qtbot: QtBot) -> None:
    station.groups.button("employers").click()
    assert numbers(station) == ["D.2"]
    station.groups.button("all").click()
    station.states.button("decided").click()
    assert numbers(station) == []
    assert station.nothing_like_it.isVisible()
    station.states.button("pending").click()
    focus(qtbot, station, station.search)
    QTest.keyClicks(station.search, "essential")
    assert numbers(station) == ["D.1"]


def test_the_form_is_prefilled_and_previews_the_change(
    station: AmendmentsStation, desk: Desk, qtbot: QtBot
) -> None:
    begin(station, "employers", "2")
    form = station.form
    assert form.words_field.toPlainText() == words_of(desk, "2")
    form.show_preview()
    assert "nothing would change" in form.preview.remark.text()
    form.words_field.setPlainText(words_of(desk, "2").replace("should", "may"))
    qtbot.waitUntil(lambda: "“should”" in form.preview.sentence.text())
    assert "line-through" in form.preview.tracked.text()
    assert desk.state.drafting.by_number("D.3") is None


def test_an_amendment_is_handed_in_by_keyboard(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    focus(qtbot, station, station.table)
    QTest.keyClick(station.table, Qt.Key.Key_N)
    begin(station, "employers", "2")
    station.form.words_field.setPlainText(words_of(desk, "2").replace("should", "may"))
    QTest.keyClick(station.form.words_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: numbers(station) == ["D.1", "D.2", "D.3"])
    qtbot.waitUntil(lambda: station.side.currentWidget() is station.details)
    found = desk.state.drafting.by_number("D.3")
    assert found is not None
    assert (found.by, found.kind, station.table.chosen) == ("employers", "replace", found.id)


def test_words_that_change_nothing_are_refused_beside_the_wording(
    station: AmendmentsStation, qtbot: QtBot
) -> None:
    begin(station, "workers", "2")
    station.form.attempt()
    qtbot.waitUntil(lambda: "nothing would change" in station.form.rows["words"].problem)
    assert numbers(station) == ["D.1", "D.2"]


def test_a_place_that_is_not_there_is_said_beside_it(station: AmendmentsStation) -> None:
    begin(station, "workers", "99")
    station.form.attempt()
    assert "no such place" in station.form.rows["node"].problem


def test_what_was_typed_survives_another_place_and_a_change_elsewhere(
    station: AmendmentsStation, desk: Desk, qtbot: QtBot
) -> None:
    begin(station, "workers", "2")
    station.form.words_field.setPlainText("Quite other words.")
    station.form.node_field.setEditText("1")
    carry_out(desk, SubmitAmendment(by="workers", kind="delete", target="2"))
    qtbot.waitUntil(lambda: len(numbers(station)) == 3)
    assert station.form.words_field.toPlainText() == "Quite other words."


def test_an_insertion_and_a_deletion_are_previewed(station: AmendmentsStation) -> None:
    form = station.form
    begin(station, "workers", "2")
    form.kind_field.setCurrentIndex(form.kind_field.findData("after"))
    assert form.words_field.toPlainText() == ""
    form.words_field.setPlainText("The Office should also:\n(i) report;\n(ii) publish.")
    form.show_preview()
    assert "(ii) publish." in form.preview.tracked.text()
    form.kind_field.setCurrentIndex(form.kind_field.findData("delete"))
    form.show_preview()
    assert not form.words_field.isVisible()
    assert "line-through" in form.preview.tracked.text()


def test_a_single_member_needs_a_seconder_and_gets_one(
    station: AmendmentsStation, desk: Desk, qtbot: QtBot
) -> None:
    author = desk.state.assembly.find_participant("Ingrid Solheim")
    assert author is not None
    begin(station, author.id, "2")
    assert station.form.seconder_field.isVisible()
    station.form.words_field.setPlainText(words_of(desk, "2").replace("should", "may"))
    station.form.show_preview()
    assert "needs a seconder" in station.form.preview.warnings.lines[0]
    station.form.attempt()
    qtbot.waitUntil(lambda: len(numbers(station)) == 3)
    qtbot.waitUntil(lambda: station.details.number.text() == "D.3")
    focus(qtbot, station, station.table)
    QTest.keyClick(station.table, Qt.Key.Key_S)
    station.details.seconder.setCurrentIndex(station.details.seconder.findData("workers"))
    station.details.confirm_seconder.click()
    qtbot.waitUntil(lambda: "seconded by Workers’ group" in station.details.standing.text())


def test_an_amendment_is_withdrawn(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    choose(station, desk, "D.2")
    focus(qtbot, station, station.table)
    QTest.keyClick(station.table, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: station.model.rows[1].state == "withdrawn")
    assert not station.details.withdraw.isVisible()


def test_a_translation_is_given(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    choose(station, desk, "D.1")
    station.details.open_translation()
    assert station.details.language.currentData() == "fr"
    french = words_of(desk, "1", "fr")
    assert station.details.translation.toPlainText() == french
    station.details.translation.setPlainText(french + " Oui.")
    station.details.keep_translation.click()

    def translated() -> bool:
        found = desk.state.drafting.by_number("D.1")
        return found is not None and has_words(found, "fr")

    qtbot.waitUntil(translated)


def test_a_collision_is_explained(station: AmendmentsStation, desk: Desk, qtbot: QtBot) -> None:
    other = words_of(desk, "1").replace("indispensable", "vital")
    carry_out(desk, SubmitAmendment(by="employers", kind="replace", target="1", text=other))
    qtbot.waitUntil(lambda: len(numbers(station)) == 3)
    choose(station, desk, "D.1")
    assert "D.3" in station.details.collisions.words.text()


def test_a_refusal_is_said_in_the_banner(station: AmendmentsStation, qtbot: QtBot) -> None:
    station.perform(SubmitAmendment(by="workers", kind="delete", target="99"))
    qtbot.waitUntil(lambda: "There is no “99”" in station.banner.words)


def test_without_a_text_the_page_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    station = AmendmentsStation()
    shown(qtbot, station, desk)
    assert station.no_text.isVisible()
    assert not station.add.isEnabled()
    station.ask_new()
    assert station.side.currentWidget() is not station.form


def test_lines_of_an_insertion_are_read_again_as_the_same_nodes(
    station: AmendmentsStation, desk: Desk
) -> None:
    from consult_app.drafting.wordings.lines import read_lines

    words = "The Office should:\n(i) report;\n(ii) publish."
    carry_out(desk, SubmitAmendment(by="workers", kind="insert_after", target="2", text=words))
    found = desk.state.drafting.by_number("D.3")
    assert found is not None
    lines = new_lines(found.inserted(), "en")
    assert read_lines("\n".join(lines)) == read_lines(words)
    assert new_lines(found.inserted(), "fr") == []


def test_every_control_has_a_name_and_look_and_language_may_change(
    station: AmendmentsStation, desk: Desk, qtbot: QtBot
) -> None:
    choose(station, desk, "D.1")
    station.details.open_translation()
    assert nameless(station) == []
    begin(station, "workers", "2")
    assert nameless(station) == []
    Theme.instance().choose(Choice.DARK)
    Languages.set("fr")
    qtbot.waitUntil(lambda: station.model.rows[0].by == "▲ Groupe des travailleurs")
    assert station.form.node_field.currentText().startswith("2")
