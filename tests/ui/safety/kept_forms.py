"""Every form whose words are kept: how it is opened, what is typed into it, and what stands there then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from consult_app.desk import Desk
from consult_app.drafting.deciding.coverage import SetAgendaItem
from consult_app.meetings.papers.documents import RegisterDocument
from consult_app.meetings.people.groups import RegisterGroup
from consult_app.meetings.proceedings.timetable import PlanSitting
from consult_app.ui.forms.kept_form import Kept
from consult_app.ui.meeting.station import MeetingStation
from consult_app.ui.office import Office
from consult_app.ui.papers.station import PapersStation
from consult_app.ui.people.station import PeopleStation
from consult_app.ui.progress.station import ProgressStation
from consult_app.ui.station import Station
from tests.ui.table_meeting import done

MEMBER = "Ama Quartey-Lindt"


@dataclass(frozen=True)
class Kind:
    """A form of a *station*: *begin* opens it, *types* are the words for each of its fields, in ``found`` the
    form is found again, ``named`` is how the banner calls it."""

    station: str
    begin: Callable[[Any], object]
    form: Callable[[Any], Any]
    types: Mapping[str, str]
    named: str


def prepare(desk: Desk) -> None:
    """Give the meeting a document, an item, a planned sitting and a regional group to change."""
    done(desk, RegisterDocument(symbol="GB.319/POL/2", titles={"en": "Ports"}))
    done(desk, SetAgendaItem(titles={"en": "Decent work in ports"}))
    done(desk, PlanSitting(begins="2026-11-02T10:00:00+00:00", ends="2026-11-02T13:00:00+00:00"))
    done(desk, RegisterGroup(id="africa", names={"en": "Africa group"}, parent="government"))


def person(station: PeopleStation) -> str:
    """The id of :data:`MEMBER`."""
    return next(each.id for each in station.state.assembly.participants.values() if each.name == MEMBER)


def choose(station: PeopleStation) -> None:
    """Bring :data:`MEMBER` to hand."""
    station.table.choose(person(station))


def begin_substitution(station: PeopleStation) -> None:
    """Open the substitution of :data:`MEMBER`."""
    choose(station)
    station.ask_substitution()


def begin_removal(station: PeopleStation) -> None:
    """Open the removal of :data:`MEMBER`."""
    choose(station)
    station.ask_removal()


def in_section(section: str, act: Callable[[MeetingStation], object]) -> Callable[[MeetingStation], None]:
    """Open *section*, then *act*."""

    def begin(station: MeetingStation) -> None:
        station.show_section(section)
        act(station)

    return begin


def first_document(station: PapersStation) -> None:
    """Open the entry of the one document."""
    station.edit(next(iter(station.state.assembly.documents)))


def first_action(station: ProgressStation) -> None:
    """Open the first action of the register."""
    station.show_part("followup")
    station.followup.edit(station.followup.model.rows[0].key)


def new_action(station: ProgressStation) -> None:
    """Open the form for an action in one's own words."""
    station.show_part("followup")
    station.followup.ask_action()
    station.followup.adding.which.button("words").click()


KINDS: dict[str, Kind] = {
    "new participant": Kind(
        "people",
        lambda station: station.side.ask_participant(),
        lambda station: station.side.form,
        {"name_field": "Ola Nordmann-Vik", "organization_field": "Union of Pilots", "note_field": "by post"},
        "Participant",
    ),
    "changed participant": Kind(
        "people",
        lambda station: station.edit(person(station)),
        lambda station: station.side.form,
        {"function_field": "Harbour master"},
        f"Participant: {MEMBER}",
    ),
    "regional group": Kind(
        "people",
        lambda station: station.side.ask_group(),
        lambda station: station.side.group_form,
        {"name_fields.en": "Pacific group", "name_fields.fr": "Groupe du Pacifique"},
        "Regional group",
    ),
    "substitution": Kind(
        "people",
        begin_substitution,
        lambda station: station.side.substitution,
        {"notice_field": "letter of 2 November"},
        f"Substitution: {MEMBER}",
    ),
    "removal": Kind(
        "people",
        begin_removal,
        lambda station: station.side.removal,
        {"reason_field": "left the meeting"},
        f"Take the participant off the list: {MEMBER}",
    ),
    "drafting group": Kind(
        "people",
        lambda station: station.side.ask_drafting(),
        lambda station: station.side.drafting,
        {"member_field": "somebody from Ghana"},
        "Drafting group",
    ),
    "new document": Kind(
        "papers",
        lambda station: station.ask_document(),
        lambda station: station.form,
        {"titles.en": "Ports and their people", "unit": "SECTOR", "isbn.en/print": "978-92-2-0"},
        "Register of documents",
    ),
    "changed document": Kind(
        "papers",
        first_document,
        lambda station: station.form,
        {"url": "https://example.org/ports"},
        "Register of documents: GB.319/POL/2",
    ),
    "meeting data": Kind(
        "meeting",
        in_section("data", lambda station: station.form.fields["titles", "es"].setFocus()),
        lambda station: station.form,
        {"fields.titles/es": "Reunión inventada", "symbol": "TMIP/2026"},
        "Meeting data",
    ),
    "agenda item": Kind(
        "meeting",
        in_section("agenda", lambda station: station.agenda.ask_item()),
        lambda station: station.agenda.form,
        {"titles.en": "Dust in holds", "titles.fr": "Poussières", "number": "7"},
        "Agenda",
    ),
    "plan": Kind(
        "meeting",
        in_section("sittings", lambda station: station.sittings.ask_plan()),
        lambda station: station.sittings.form,
        {"begins": "07:45", "ends": "08:50"},
        "Plan a sitting",
    ),
    "drafting group of the sittings": Kind(
        "meeting",
        in_section("sittings", lambda station: station.sittings.ask_group()),
        lambda station: station.sittings.group_form,
        {"member_field": "somebody from Norway"},
        "Drafting group",
    ),
    "Governing Body paper": Kind(
        "meeting",
        in_section("governing_body", lambda station: station.governing_body.symbol.setFocus()),
        lambda station: station.governing_body,
        {
            "symbol": "GB.359/POL/3",
            "lines.title": "Report of the meeting",
            "paragraphs.purpose": "To decide.",
        },
        "Governing Body paper",
    ),
    "action": Kind(
        "progress",
        first_action,
        lambda station: station.followup.form,
        {"unit": "SECTOR", "note": "Ask for the figures.", "partners": "IMO; ITF"},
        "Register of follow-up: paragraph 1",
    ),
    "new action": Kind(
        "progress",
        new_action,
        lambda station: station.followup.adding,
        {"texts.en": "Write to the ports.", "texts.fr": "Écrire aux ports."},
        "Register of follow-up",
    ),
}


def station_of(office: Office, kind: Kind) -> Station:
    """The station of *kind*, in sight."""
    office.shell.enter(kind.station)
    return office.shell.station(kind.station)


def widget(form: Kept, name: str) -> QWidget:
    """The field of that *name*: ``titles.en`` is in the dict ``titles``."""
    attribute, _, key = name.partition(".")
    found = getattr(form, attribute)
    if key:
        fields = found.fields if hasattr(found, "fields") else found
        found = fields.get(key) or fields[tuple(key.split("/"))]
    proxy = found.focusProxy() or found
    assert isinstance(proxy, QWidget)
    return proxy


def text_in(field: QWidget) -> str:
    """The words that stand in *field*."""
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else str(field.property("text"))


def write(field: QWidget, words: str) -> None:
    """Type *words* into *field*, letters with accents too, which have no key of their own everywhere."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key, plain = Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(field, QKeyEvent(kind, key, plain, letter))


def fill(office: Office, kind: Kind) -> None:
    """Open the form and type into it."""
    station = station_of(office, kind)
    kind.begin(station)
    for name, words in kind.types.items():
        field = widget(kind.form(station), name)
        field.setFocus()
        if hasattr(field, "selectAll"):
            field.selectAll()
        write(field, words)
        popup = field.completer().popup() if hasattr(field, "completer") and field.completer() else None
        if popup is not None:
            popup.hide()


def stands_in(office: Office, kind: Kind) -> dict[str, str]:
    """What stands in the fields that were typed into."""
    form = kind.form(office.shell.station(kind.station))
    return {name: text_in(widget(form, name)) for name in kind.types}


def leave(office: Office, kind: Kind) -> None:
    """Press Esc in the form."""
    form = kind.form(office.shell.station(kind.station))
    QTest.keyClick(form, Qt.Key.Key_Escape)
