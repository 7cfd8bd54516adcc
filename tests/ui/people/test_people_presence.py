"""Presence, quorum and the votes of each member at the People station; substitutions; the Officers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.meetings.people.attending import MarkPresent
from consult_app.meetings.people.drafting_bodies import drafting_body
from consult_app.meetings.people.groups import RegisterGroup
from consult_app.meetings.people.officers import ElectOfficer, presiding
from consult_app.meetings.people.people import Person, RegisterParticipants
from consult_app.meetings.people.substituting import SubstituteParticipant, standing_in
from consult_app.meetings.proceedings.sitting import OpenSitting
from consult_app.ui.language import Languages
from consult_app.ui.people.group_cards import attendance_words
from consult_app.ui.people.station import PeopleStation
from tests.ui.people.people_station import at_hand, person, seats, with_people
from tests.ui.rooms import carry_out, focus, new_desk, shown

ZOE, LUIS, INGRID, AMADOU = "Zoë Brandt", "Luis Ferreyra", "Ingrid Solheim", "Amadou Fofana"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "sectoral_1995") as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> PeopleStation:
    return with_people(qtbot, desk)


def there(desk: Desk) -> list[str]:
    assembly = desk.state.assembly
    return sorted(assembly.name_of(who) for who in assembly.presence.get(assembly.sitting_number, ()))


def test_without_a_sitting_nobody_is_marked(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    assert station.table.isColumnHidden(1)
    assert not station.list.cards["workers"].everybody.isVisible()
    focus(qtbot, station, station.table)
    at_hand(station, desk, LUIS)
    QTest.keyClick(station.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "No sitting is open" in station.banner.words)


def test_space_marks_the_row_and_takes_the_mark_away(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(desk, OpenSitting())
    qtbot.waitUntil(lambda: not station.table.isColumnHidden(1))
    focus(qtbot, station, station.table)
    at_hand(station, desk, LUIS)
    QTest.keyClick(station.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: there(desk) == [LUIS])
    qtbot.waitUntil(lambda: [row.name for row in station.list.model.rows if row.present] == [LUIS])
    said = station.list.model.index(3, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "present"
    QTest.keyClick(station.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: there(desk) == [])


def test_all_of_a_group_and_all_in_sight(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, OpenSitting())
    card = station.list.cards["government"]
    qtbot.waitUntil(card.everybody.isVisible)
    assert not card.everybody.isChecked()
    card.everybody.click()
    qtbot.waitUntil(lambda: there(desk) == [AMADOU, INGRID])
    qtbot.waitUntil(lambda: card.everybody.text() == "Present: 2/2 · in all 2/2")
    assert card.everybody.isChecked()
    assert "present: 2 of 2 entitled to vote" in card.accessibleName()
    focus(qtbot, station, station.table)
    station.list.search.setText("germany")
    QTest.keyClick(station.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: there(desk) == [AMADOU, INGRID, ZOE])
    station.list.search.clear()
    QTest.keyClick(station.table, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: there(desk) == [])


def test_a_regional_group_counts_those_who_vote_as_its_group_does(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    card = station.list.cards["government"]
    observer = Person(name="Awa Sarr", role="observer", group="africa")
    carry_out(desk, OpenSitting(), RegisterParticipants(people=(observer,)))
    carry_out(desk, MarkPresent(participants=("Awa Sarr", AMADOU)))
    qtbot.waitUntil(lambda: card.everybody.text() == "Present: 1/2 · in all 2/3")
    assert card.everybody.checkState() == Qt.CheckState.PartiallyChecked
    (region,) = [each for each in card.findChildren(QPushButton) if "Africa" in each.text()]
    assert region.text() == "Africa group  1/1"
    assert region.toolTip() == (
        "Africa group: 1 entitled to vote, 2 people in all, present: 1 of 1 entitled to vote, 2 in all"
    )
    card.everybody.click()
    qtbot.waitUntil(lambda: len(there(desk)) == 3)
    qtbot.waitUntil(lambda: card.everybody.checkState() == Qt.CheckState.Checked)
    card.everybody.click()
    qtbot.waitUntil(lambda: there(desk) == [])
    qtbot.waitUntil(lambda: card.everybody.checkState() == Qt.CheckState.Unchecked)


def test_no_regional_group_is_cut_where_it_has_room(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    card = station.list.cards["government"]
    names = ("Asia and Pacific group", "Europe group", "Group of Latin American and Caribbean countries")
    groups = [
        RegisterGroup(id=f"group-{at}", names={"en": name}, parent="government")
        for at, name in enumerate(names)
    ]
    carry_out(desk, *groups)

    def said() -> list[str]:
        return [each.text().rpartition("  ")[0] for each in card.findChildren(QPushButton)]

    qtbot.waitUntil(lambda: set(names) <= set(said()))
    for wide in (1500, 1100, 1290):
        station.resize(wide, 700)
        QApplication.processEvents()
        inside = [each for each in card.findChildren(QPushButton) if each.isVisible()]
        assert len(inside) == 4
        assert all(each.mapTo(card, QPoint(each.width(), 0)).x() <= card.width() for each in inside)
    assert set(names) <= set(said())


def test_the_quorum_is_said_as_people_come(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, OpenSitting())
    words = station.list.attendance
    qtbot.waitUntil(lambda: "nobody is marked as present yet" in words.text())
    carry_out(desk, MarkPresent(participants=(LUIS,)))
    qtbot.waitUntil(lambda: "No quorum: 1 member of the 2 is lacking." in words.text())
    assert words.property("tone") == "warn"
    carry_out(desk, MarkPresent(group="government"))
    qtbot.waitUntil(lambda: "Quorum reached: 3 members, 2 needed." in words.text())
    assert words.property("tone") == "ok"
    assert words.accessibleName() == words.text()


def test_rules_without_a_quorum_say_so(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        people = (Person(name=LUIS, role="member", group="workers"),)
        carry_out(desk, RegisterParticipants(people=people), OpenSitting(), MarkPresent(participants=(LUIS,)))
        said, tone = attendance_words(desk.state.assembly)
        assert (said[-1], tone) == ("The rules ask for no quorum.", "")


def test_each_member_has_the_votes_of_the_printed_report(tmp_path: Path, qtbot: QtBot) -> None:
    """ILC86: 86/38/54 members, 513/1,161/817 votes (procedure.md §4.1)."""
    with new_desk(tmp_path, "ilc_committee") as desk:
        counts = {"government": 86, "employers": 38, "workers": 54}
        people = tuple(
            Person(name=f"{group} {n}", role="member", group=group)
            for group, count in counts.items()
            for n in range(count)
        )
        carry_out(desk, RegisterParticipants(people=people), OpenSitting())
        carry_out(desk, MarkPresent(group="government"))
        station = PeopleStation()
        shown(qtbot, station, desk)
        cards = station.list.cards
        assert "Each member has 513 votes" in cards["government"].accessibleName()
        assert "Each member has 1,161 votes" in cards["employers"].accessibleName()
        assert "Each member has 817 votes" in cards["workers"].accessibleName()
        assert "No quorum: 8,824 of 52,942 votes are lacking." in station.list.attendance.text()
        Languages.set("fr")
        qtbot.waitUntil(lambda: "1\u202f161" in cards["employers"].accessibleName())


def test_a_substitute_votes_on_written_notice(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, OpenSitting())
    focus(qtbot, station, station.table)
    member = at_hand(station, desk, LUIS)
    QTest.keyClick(station.table, Qt.Key.Key_S)
    form = station.side.substitution
    assert station.side.currentWidget() is form
    assert form.member_field.chosen == member.id
    # a member with a vote of their own cannot be named
    assert [p.name for p in form.by_field.matches("")] == [ZOE]
    QTest.keyClicks(form.by_field, "zoe")
    QTest.keyClick(form.by_field, Qt.Key.Key_Return)
    assert form.by_field.chosen == person(desk, ZOE).id
    form.notice_field.setText("Letter of 2 November")
    form.attempt()
    qtbot.waitUntil(lambda: standing_in(desk.state.assembly) == {member.id: person(desk, ZOE).id})
    qtbot.waitUntil(lambda: "does not belong to the group" in station.banner.words)
    votes = {row.name: row.votes for row in station.list.model.rows}
    assert (votes[LUIS], votes[ZOE]) == ("Zoë Brandt votes instead", "for Luis Ferreyra")
    station.edit(person(desk, ZOE).id)
    assert "votes in the place of Luis Ferreyra" in station.side.form.facts.text()
    assert "Letter of 2 November" in station.side.form.facts.text()
    assert not station.side.form.substitute.isVisible()
    station.side.form.end_substitution.click()
    qtbot.waitUntil(lambda: standing_in(desk.state.assembly) == {})
    qtbot.waitUntil(lambda: station.side.form.substitute.isVisible())


def test_a_substitution_can_be_for_the_next_sitting(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    form = station.side.substitution
    station.side.ask_substitution(person(desk, ZOE))
    assert form.by_field.chosen == person(desk, ZOE).id
    form.attempt()
    assert "Choose somebody" in form.rows["member"].problem
    form.member_field.choose(person(desk, LUIS).id)
    form.how_long.setCurrentIndex(form.how_long.findData("day"))
    form.attempt()
    assert "Give the day" in form.rows["until"].problem
    form.how_long.setCurrentIndex(form.how_long.findData("1"))
    form.attempt()
    qtbot.waitUntil(lambda: len(desk.state.assembly.substitutions) == 1)
    (made,) = desk.state.assembly.substitutions
    assert (made.sitting, made.in_force) == (1, False)
    station.edit(made.member)
    qtbot.waitUntil(lambda: "will vote in the place" in station.side.form.facts.text())


def test_a_substitution_is_only_offered_where_nobody_stands_in_yet(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(desk, SubstituteParticipant(member=LUIS, by=ZOE, notice="Letter"))
    form = station.side.substitution
    qtbot.waitUntil(lambda: LUIS not in [p.name for p in form.member_field.matches("")])
    assert form.by_field.matches("") == []


def test_only_the_offices_of_the_rules_are_offered(station: PeopleStation) -> None:
    lines = station.side.officers.lines
    assert {office for office, line in lines.items() if not line.isHidden()} == {
        "chairperson",
        "government_vice_chairperson",
        "employer_vice_chairperson",
        "worker_vice_chairperson",
    }


def test_an_officer_is_elected_and_a_stranger_to_the_group_is_warned_of(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    line = station.side.officers.lines["worker_vice_chairperson"]
    line.change.click()
    # those of the group come first
    assert line.choice.matches("")[0].name == LUIS
    focus(qtbot, station, line.choice)
    QTest.keyClicks(line.choice, "brandt")
    QTest.keyClick(line.choice, Qt.Key.Key_Return)
    assert line.choice.text() == "Zoë Brandt (Germany)"
    assert desk.state.assembly.officers == {}
    QTest.keyClick(line.choice, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not belong to the group" in station.banner.words)
    qtbot.waitUntil(lambda: "Zoë Brandt" in line.holder.text())
    assert seats(desk.state.assembly) == {"worker_vice_chairperson": ZOE}


def test_who_held_an_office_before_is_kept_in_sight(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    for name in (INGRID, AMADOU):
        carry_out(desk, ElectOfficer(office="chairperson", participant=name))
    line = station.side.officers.lines["chairperson"]
    qtbot.waitUntil(lambda: "Amadou Fofana" in line.holder.text())
    assert "Ingrid Solheim (Norway)" in line.history.text()
    line.change.click()
    assert line.vacate.isVisible()
    line.vacate.click()
    qtbot.waitUntil(lambda: line.holder.text() == "Not elected yet")
    assert desk.state.assembly.officers == {}
    assert "Amadou Fofana" in line.history.text()


def test_somebody_presides_in_place_of_the_chairperson(
    station: PeopleStation, desk: Desk, qtbot: QtBot
) -> None:
    acting = station.side.officers.acting
    assert not acting.isVisible()
    carry_out(desk, ElectOfficer(office="chairperson", participant=INGRID), OpenSitting())
    qtbot.waitUntil(acting.isVisible)
    assert acting.holder.text() == "Ingrid Solheim (Norway) presides"
    assert acting.change.text() == "Choose who presides…"
    acting.change.click()
    acting.choice.choose(person(desk, LUIS).id)
    acting.accept.click()
    qtbot.waitUntil(lambda: "Luis Ferreyra" in acting.holder.text())
    assert presiding(desk.state.assembly) == person(desk, LUIS)
    acting.change.click()
    acting.vacate.click()
    qtbot.waitUntil(lambda: presiding(desk.state.assembly) == person(desk, INGRID))


def test_a_drafting_group_is_appointed(station: PeopleStation, desk: Desk, qtbot: QtBot) -> None:
    focus(qtbot, station, station.table)
    QTest.keyClick(station.table, Qt.Key.Key_D)
    form = station.side.drafting
    form.attempt()
    assert "Name the members first" in form.rows["member"].problem
    for letters in ("ingrid", "brandt", "luis", "amadou"):
        QTest.keyClicks(form.member_field, letters)
        QTest.keyClick(form.member_field, Qt.Key.Key_Return)
        assert form.member_field.text() == ""
    assert form.counts.text() == "Members of each group: ● 2, ■ 1, ▲ 1"
    form.members.setCurrentRow(3)
    QTest.keyClick(form.members, Qt.Key.Key_Delete)
    form.attempt()
    qtbot.waitUntil(lambda: drafting_body(desk.state.assembly) is not None)
    body = drafting_body(desk.state.assembly)
    assert body is not None
    assert [desk.state.assembly.name_of(who) for who in body.members] == [INGRID, ZOE, LUIS]
    qtbot.waitUntil(lambda: "Luis Ferreyra" in station.side.officers.drafting.text())


@pytest.mark.parametrize(
    ("letters", "keys", "taken"),
    [
        pytest.param("lui", [Qt.Key.Key_Return], LUIS, id="first"),
        pytest.param("a", [Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return], INGRID, id="by arrows"),
        pytest.param("nobody at all", [Qt.Key.Key_Return], "", id="nobody"),
    ],
)
def test_a_person_is_named_in_a_few_keys(
    station: PeopleStation, desk: Desk, qtbot: QtBot, letters: str, keys: list[Qt.Key], taken: str
) -> None:
    line = station.side.officers.lines["chairperson"]
    line.open_choice(True)
    field = line.choice
    focus(qtbot, station, field)
    QTest.keyClicks(field, letters)
    for key in keys:
        popup = field.completer().popup()
        QTest.keyClick(popup if popup is not None and popup.isVisible() else field, key)
    wanted = person(desk, taken).id if taken else ""
    qtbot.waitUntil(lambda: field.chosen == wanted)
    if taken:
        assert field.text().startswith(taken)
