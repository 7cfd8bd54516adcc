"""The People station: everybody is found, added and elected with the keyboard, through a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.ui.language import Languages
from consult_app.ui.people import PeopleStation
from consult_app.ui.people_model import plain, strength
from tests.ui.audit import nameless
from tests.ui.rooms import add_people, focus, new_desk, shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> PeopleStation:
    add_people(desk)
    made = PeopleStation()
    shown(qtbot, made, desk)
    return made


def names(station: PeopleStation) -> list[str]:
    return [row.name for row in station.model.rows]


def test_everybody_is_listed_by_group(station: PeopleStation) -> None:
    assert names(station) == ["Amadou Fofana", "Ingrid Solheim", "Zoë Brandt", "Luis Ferreyra"]
    row = station.model.rows[0]
    assert (row.role, row.group, row.country, row.votes) == ("member", "● Africa group", "Senegal", "yes")


def test_a_group_counts_those_of_its_regional_groups(station: PeopleStation, desk: Desk) -> None:
    counted = strength(desk.state.assembly, "government")
    assert (counted.entitled, counted.everybody) == (2, 2)
    assert "2 entitled to vote" in station.cards["government"].accessibleName()


def test_search_narrows_as_typed_and_does_not_mind_accents(station: PeopleStation, qtbot: QtBot) -> None:
    focus(qtbot, station, station.table)
    QTest.keyClick(station.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert station.search.hasFocus()
    QTest.keyClicks(station.search, "zoe")
    assert names(station) == ["Zoë Brandt"]
    assert station.found.text() == "1 of 4"
    QTest.keyClicks(station.search, " norway")
    assert names(station) == []
    assert station.nobody.isVisible()


def test_a_group_card_shows_only_its_people(station: PeopleStation) -> None:
    station.cards["government"].activated.emit()
    assert names(station) == ["Amadou Fofana", "Ingrid Solheim"]
    station.hold_to("africa")
    assert names(station) == ["Amadou Fofana"]
    station.hold_to("africa")
    assert len(names(station)) == 4


def test_n_opens_the_form_and_the_person_is_added(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    focus(qtbot, station, station.table)
    QTest.keyClick(station.table, Qt.Key.Key_N)
    assert station.side.currentWidget() is station.form
    QTest.keyClicks(station.form.name_field, "Nadia Nunn")
    station.form.group_field.setCurrentIndex(station.form.group_field.findData("workers"))
    QTest.keyClicks(station.form.country_field, "ca")
    QTest.keyClick(station.form.country_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Nadia Nunn" in names(station))
    person = desk.state.assembly.find_participant("Nadia Nunn")
    assert person is not None
    assert (person.role, person.group, person.country, person.may_vote) == ("member", "workers", "CA", True)
    qtbot.waitUntil(lambda: station.table.chosen == person.id)
    assert station.form.name_field.text() == ""


def test_what_is_missing_is_said_beside_the_field(station: PeopleStation) -> None:
    station.ask_participant()
    station.form.attempt()
    assert "needs a name" in station.form.rows["name"].problem
    station.form.name_field.setText("Ada Quist")
    assert station.form.rows["name"].problem == ""
    station.form.attempt()
    assert "belongs to a group" in station.form.rows["group"].problem


def test_a_name_twice_is_refused_beside_the_name(station: PeopleStation, qtbot: QtBot) -> None:
    station.ask_participant()
    station.form.name_field.setText("Luis Ferreyra")
    station.form.group_field.setCurrentIndex(station.form.group_field.findData("workers"))
    station.form.attempt()
    qtbot.waitUntil(lambda: "on the list already" in station.form.rows["name"].problem)


def test_esc_leaves_the_form(station: PeopleStation) -> None:
    station.ask_participant()
    QTest.keyClick(station.form.name_field, Qt.Key.Key_Escape)
    assert station.side.currentWidget() is station.officers


def test_an_officer_is_elected_and_a_stranger_to_the_group_is_warned_of(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    line = station.officers.lines["worker_vice_chairperson"]
    line.change.click()
    # those of the group come first
    assert desk.state.assembly.name_of(line.choice.itemData(0)) == "Luis Ferreyra"
    stranger = desk.state.assembly.find_participant("Zoë Brandt")
    assert stranger is not None
    line.choice.setCurrentIndex(line.choice.findData(stranger.id))
    line.accept.click()
    qtbot.waitUntil(lambda: "does not belong to the group" in station.banner.words)
    qtbot.waitUntil(lambda: "Zoë Brandt" in line.holder.text())
    assert desk.state.assembly.officers["worker_vice_chairperson"].participant == stranger.id


def test_a_regional_group_is_registered_under_its_group(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    station.ask_group()
    station.group_form.name_fields["en"].setText("Arab States group")
    station.group_form.attempt()
    qtbot.waitUntil(lambda: "arab_states_group" in desk.state.assembly.groups)
    group = desk.state.assembly.groups["arab_states_group"]
    assert (group.parent, group.mark) == ("government", "●")


def test_sorting_by_a_column_keeps_the_row_at_hand(station: PeopleStation) -> None:
    at_hand = station.model.rows[2].id
    station.table.choose(at_hand)
    station.table.horizontalHeader().setSortIndicator(4, Qt.SortOrder.DescendingOrder)
    assert [row.country for row in station.model.rows] == ["Senegal", "Norway", "Germany", "Argentina"]
    assert station.table.chosen == at_hand


def test_an_empty_meeting_says_how_to_begin(qtbot: QtBot, desk: Desk) -> None:
    station = PeopleStation()
    shown(qtbot, station, desk)
    assert station.empty.isVisible()
    assert station.first_focus().accessibleName() == "Add the first participant"


def test_every_control_has_a_name_and_another_language_changes_the_words(
    station: PeopleStation, qtbot: QtBot
) -> None:
    station.ask_participant()
    assert nameless(station) == []
    Languages.set("es")
    qtbot.waitUntil(lambda: station.cards["workers"].accessibleName().startswith("Grupo de los"))
    assert "▲ Grupo de los Trabajadores" in [row.group for row in station.model.rows]


def test_nothing_is_shown_of_a_meeting_that_was_left(station: PeopleStation) -> None:
    station.bind(None)
    assert station.model.rowCount() == 0


def test_plain_is_what_the_search_compares() -> None:
    assert plain("Zoë Ångström") == "zoe angstrom"
