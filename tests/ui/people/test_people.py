"""The People station: everybody is found, added, changed and removed with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.meetings.people.officers import ElectOfficer
from consult_app.meetings.people.people import ChangeParticipant, Person, RegisterParticipants
from consult_app.ui.language import Languages
from consult_app.ui.people.station import PeopleStation
from tests.ui.audit import nameless
from tests.ui.people.people_station import at_hand, names, person, with_people
from tests.ui.rooms import carry_out, focus, new_desk, shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> PeopleStation:
    return with_people(qtbot, desk)


def test_everybody_is_listed_by_group(station: PeopleStation) -> None:
    assert names(station) == ["Amadou Fofana", "Ingrid Solheim", "Zoë Brandt", "Luis Ferreyra"]
    row = station.list.model.rows[0]
    assert (row.role, row.group, row.country, row.votes) == ("Member", "● Africa group", "Senegal", "yes")


def test_countries_are_called_as_on_paper(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, RegisterParticipants(people=(Person(name="Béa Lok", role="observer", country="CD"),)))
    qtbot.waitUntil(lambda: "Béa Lok" in names(station))
    row = next(row for row in station.list.model.rows if row.name == "Béa Lok")
    assert row.country == "Democratic Republic of the Congo"
    Languages.set("fr")
    qtbot.waitUntil(
        lambda: "République démocratique du Congo" in [r.country for r in station.list.model.rows]
    )


def test_a_group_counts_those_of_its_regional_groups(station: PeopleStation) -> None:
    said = station.list.cards["government"].accessibleName()
    assert "2 entitled to vote" in said
    assert "2 people in all" in said


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        pytest.param("zoe", ["Zoë Brandt"], id="accents"),
        pytest.param("ALLEMAGNE", ["Zoë Brandt"], id="country in French"),
        pytest.param("trabajadores", ["Luis Ferreyra"], id="group in Spanish"),
        pytest.param("conseill technique", ["Zoë Brandt"], id="role in French"),
        pytest.param("zoe norway", [], id="every word"),
    ],
)
def test_search_narrows_as_typed_in_any_language(
    station: PeopleStation, qtbot: QtBot, sought: str, found: list[str]
) -> None:
    focus(qtbot, station, station.table)
    QTest.keyClick(station.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert station.list.search.hasFocus()
    QTest.keyClicks(station.list.search, sought)
    assert names(station) == found
    assert station.list.found.text() == f"{len(found)} of 4"
    assert station.list.nobody.isVisible() == (not found)


def test_a_group_card_shows_only_its_people(station: PeopleStation) -> None:
    station.list.cards["government"].activated.emit()
    assert names(station) == ["Amadou Fofana", "Ingrid Solheim"]
    station.list.hold_to("africa")
    assert names(station) == ["Amadou Fofana"]
    station.list.hold_to("africa")
    assert len(names(station)) == 4


def test_n_opens_the_form_and_the_person_is_added(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    focus(qtbot, station, station.table)
    QTest.keyClick(station.table, Qt.Key.Key_N)
    form = station.side.form
    assert station.side.currentWidget() is form
    QTest.keyClicks(form.name_field, "Nadia Nunn")
    form.group_field.setCurrentIndex(form.group_field.findData("workers"))
    QTest.keyClicks(form.country_field, "canada")
    assert "CA: Canada" in form.country_field.accessibleDescription()
    QTest.keyClicks(form.received_field, "2.11.2026")
    QTest.keyClick(form.country_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Nadia Nunn" in names(station))
    found = person(desk, "Nadia Nunn")
    assert (found.role, found.group, found.country, found.may_vote) == ("member", "workers", "CA", True)
    assert (found.credentials, found.credentials_on) == ("received", "2026-11-02")
    qtbot.waitUntil(lambda: station.table.chosen == found.id)
    assert form.name_field.text() == ""


def test_what_is_missing_is_said_beside_the_field(station: PeopleStation) -> None:
    station.side.ask_participant()
    form = station.side.form
    form.attempt()
    assert "needs a name" in form.rows["name"].problem
    form.name_field.setText("Ada Quist")
    assert form.rows["name"].problem == ""
    form.attempt()
    assert "belongs to a group" in form.rows["group"].problem
    form.group_field.setCurrentIndex(form.group_field.findData("workers"))
    form.received_field.setText("31.2.2026")
    form.attempt()
    assert "no date" in form.rows["received"].problem


def test_a_name_like_it_is_pointed_out_while_it_is_typed(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    station.side.ask_participant()
    form = station.side.form
    QTest.keyClicks(form.name_field, "luis fereyra")
    assert form.alike.isVisible()
    assert "Luis Ferreyra (member, Argentina)" in form.alike.words.text()
    assert not form.alike.namesake.isVisible()
    form.name_field.setText("Luis Ferreyra")
    form.group_field.setCurrentIndex(form.group_field.findData("workers"))
    form.attempt()
    qtbot.waitUntil(lambda: "on the list already" in form.rows["name"].problem)
    form.alike.namesake.setChecked(True)
    form.attempt()
    qtbot.waitUntil(lambda: names(station).count("Luis Ferreyra") == 2)


def test_enter_opens_what_is_recorded_and_only_what_was_changed_is_said(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    focus(qtbot, station, station.table)
    before = at_hand(station, desk, "Ingrid Solheim")
    QTest.keyClick(station.table, Qt.Key.Key_Return)
    form = station.side.form
    assert (form.name_field.text(), form.title_field.text(), form.country_field.text()) == (
        "Ingrid Solheim",
        "Ms",
        "Norway",
    )
    asked: list[object] = []
    form.asked.connect(asked.append)
    form.votes.setChecked(False)
    assert form.rows["why_not"].isVisible()
    form.why_not_field.setText("arrears")
    form.function_field.setText("Director of ports")
    QTest.keyClick(form.name_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: person(desk, "Ingrid Solheim").why_not == "arrears")
    after = person(desk, "Ingrid Solheim")
    assert (after.may_vote, after.function, after.title) == (False, "Director of ports", before.title)
    assert asked == [
        ChangeParticipant(
            participant=before.id, may_vote=False, why_not="arrears", function="Director of ports"
        )
    ]
    qtbot.waitUntil(lambda: station.side.currentWidget() is station.side.officers)
    qtbot.waitUntil(lambda: "arrears" in [row.votes for row in station.list.model.rows if row.id == after.id])


def test_nothing_changed_asks_for_nothing(station: PeopleStation, desk: Desk) -> None:
    at_hand(station, desk, "Zoë Brandt")
    station.edit_at_hand()
    Languages.set("fr")
    rows = desk.seq
    station.side.form.attempt()
    assert station.side.currentWidget() is station.side.officers
    assert desk.seq == rows


def test_a_form_that_nobody_typed_in_follows_the_record(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    found = at_hand(station, desk, "Zoë Brandt")
    station.edit_at_hand()
    carry_out(desk, ChangeParticipant(participant=found.id, function="Counsel"))
    qtbot.waitUntil(lambda: station.side.form.function_field.text() == "Counsel")
    station.side.form.organization_field.setText("Harbour union")
    carry_out(desk, ChangeParticipant(participant=found.id, function="Judge"))
    qtbot.waitUntil(lambda: desk.state.assembly.participants[found.id].function == "Judge")
    assert station.side.form.organization_field.text() == "Harbour union"


def test_somebody_leaves_the_list_with_the_reason(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    focus(qtbot, station, station.table)
    found = at_hand(station, desk, "Zoë Brandt")
    QTest.keyClick(station.table, Qt.Key.Key_Delete)
    form = station.side.removal
    assert station.side.currentWidget() is form
    assert "Zoë Brandt" in form.who.text()
    QTest.keyClicks(form.reason_field, "left the delegation")
    QTest.keyClick(form.reason_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Zoë Brandt" not in names(station))
    assert desk.state.assembly.withdrawn[found.id].reason == "left the delegation"
    qtbot.waitUntil(lambda: station.side.currentWidget() is station.side.officers)


def test_an_officer_is_only_removed_after_a_question(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    found = at_hand(station, desk, "Luis Ferreyra")
    carry_out(desk, ElectOfficer(office="worker_vice_chairperson", participant=found.id))
    station.ask_removal()
    station.side.removal.reason_field.setText("ill")
    station.side.removal.attempt()
    qtbot.waitUntil(lambda: "the office Worker Vice-Chairperson ends" in station.banner.words)
    assert "Luis Ferreyra" in names(station)
    station.banner.acted.emit()
    qtbot.waitUntil(lambda: "Luis Ferreyra" not in names(station))


def test_esc_leaves_the_form(station: PeopleStation) -> None:
    station.side.ask_participant()
    QTest.keyClick(station.side.form.name_field, Qt.Key.Key_Escape)
    assert station.side.currentWidget() is station.side.officers


def test_a_regional_group_is_registered_changed_and_removed(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    station.side.ask_group()
    form = station.side.group_form
    form.name_fields["en"].setText("Arab States group")
    form.attempt()
    qtbot.waitUntil(lambda: "arab_states_group" in desk.state.assembly.groups)
    group = desk.state.assembly.groups["arab_states_group"]
    assert (group.parent, group.mark) == ("government", "●")
    qtbot.waitUntil(lambda: station.side.currentWidget() is station.side.officers)
    station.list.hold_to("arab_states_group")
    station.edit_group()
    form.name_fields["fr"].setText("Groupe des États arabes")
    form.coordinator_field.setText("Somebody of the embassy")
    form.attempt()
    qtbot.waitUntil(
        lambda: desk.state.assembly.groups["arab_states_group"].coordinator == "Somebody of the embassy"
    )
    assert desk.state.assembly.name_of("arab_states_group", "fr") == "Groupe des États arabes"
    qtbot.waitUntil(lambda: station.side.currentWidget() is station.side.officers)
    station.refresh(None)
    station.edit_group()
    assert form.coordinator_field.text() == "Somebody of the embassy"
    form.remove.click()
    qtbot.waitUntil(lambda: "arab_states_group" not in desk.state.assembly.groups)
    qtbot.waitUntil(lambda: station.list.group == "")
    assert len(names(station)) == 4


def test_sorting_by_a_column_keeps_the_row_at_hand(station: PeopleStation) -> None:
    chosen = station.list.model.rows[2].id
    station.table.choose(chosen)
    station.table.horizontalHeader().setSortIndicator(4, Qt.SortOrder.DescendingOrder)
    assert [row.country for row in station.list.model.rows] == ["Senegal", "Norway", "Germany", "Argentina"]
    assert station.table.chosen == chosen


def test_an_empty_meeting_says_how_to_begin(qtbot: QtBot, desk: Desk) -> None:
    station = PeopleStation()
    shown(qtbot, station, desk)
    assert station.list.empty.isVisible()
    assert station.first_focus().accessibleName() == "Add the first participant"
    assert not station.list.send_out.isEnabled()


def test_every_control_has_a_name_and_another_language_changes_the_words(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    found = at_hand(station, desk, "Zoë Brandt")
    side = station.side
    for open_form in (
        side.ask_participant,
        station.edit_at_hand,
        lambda: side.ask_substitution(found),
        lambda: side.ask_removal(found),
        side.ask_group,
        side.ask_drafting,
        station.ask_export,
        station.leave_form,
    ):
        open_form()
        assert nameless(station) == []
    Languages.set("es")
    qtbot.waitUntil(lambda: station.list.cards["workers"].accessibleName().startswith("Grupo de los"))
    assert "▲ Grupo de los Trabajadores" in [row.group for row in station.list.model.rows]


def test_nothing_is_shown_of_a_meeting_that_was_left(station: PeopleStation) -> None:
    station.bind(None)
    assert station.list.model.rowCount() == 0


def test_the_list_goes_out_as_a_spreadsheet(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    station.ask_export()
    form = station.side.export
    form.languages["fr"].setChecked(True)
    QTest.keyClick(form.folder, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Written:" in station.banner.words, timeout=60_000)
    files = sorted(path.name for path in (desk.path.parent / "papers").iterdir())
    assert files == ["river-ports-participants-En.xlsx", "river-ports-participants-Fr.xlsx"]
    assert station.side.currentWidget() is station.side.officers


def test_a_folder_that_cannot_be_written_to_is_named(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    station.ask_export()
    station.side.export.folder.setText(str(desk.path / "below a file"))
    station.side.export.attempt()
    qtbot.waitUntil(lambda: "cannot be written" in station.banner.words, timeout=60_000)
