"""The People station for its tests: shown over a real desk with the people of ``rooms``."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.meetings.kept.assembly import Assembly, Participant
from consult_app.ui.people.station import PeopleStation
from tests.ui.rooms import add_people, shown


def with_people(qtbot: QtBot, desk: Desk) -> PeopleStation:
    """The station, with four people on the list."""
    add_people(desk)
    made = PeopleStation()
    shown(qtbot, made, desk)
    return made


def names(station: PeopleStation) -> list[str]:
    """Who is in sight, in order."""
    return [row.name for row in station.list.model.rows]


def person(desk: Desk, name: str) -> Participant:
    """Somebody on the list."""
    found = desk.state.assembly.find_participant(name)
    assert found is not None
    return found


def at_hand(station: PeopleStation, desk: Desk, name: str) -> Participant:
    """Bring somebody to hand in the table."""
    found = person(desk, name)
    assert station.table.choose(found.id)
    return found


def seats(assembly: Assembly) -> dict[str, str]:
    """Who holds which office, by name."""
    return {office: assembly.name_of(held.participant) for office, held in assembly.officers.items()}
