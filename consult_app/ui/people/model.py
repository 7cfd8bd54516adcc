"""The list of participants as rows: what each column says, and which rows a search leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.kept.assembly import OFFICES, ROLES, Assembly, Participant
from consult_app.meetings.people.countries import collated
from consult_app.meetings.people.officers import offices_of
from consult_app.meetings.people.searching import search
from consult_app.meetings.people.substituting import standing_in
from consult_app.meetings.reasons import N_
from consult_app.ui.belonging import MAIN_GROUPS, country_name, mark_of, title_of, tone_of
from consult_app.ui.language import Languages, tr
from consult_app.ui.parts.lists import Column, ListModel, ListTable
from consult_app.ui.people.words import role_words, vote_words

_NAME = 190
"""What the names have before the spare columns."""
_PRESENT = 1
"""Where the column of those present stands: never first, the mark of the row at hand is painted there."""


@dataclass(frozen=True)
class PersonRow:
    """One participant, with everything in words of the window's language."""

    id: str
    name: str
    present: bool
    title: str
    role: str
    role_order: int
    group: str
    group_order: int
    tone: str
    country: str
    votes: str


def person_rows(assembly: Assembly) -> list[PersonRow]:
    """Return all participants, by group and name; who is present counts for the open sitting."""
    standing = standing_in(assembly)
    there = set(assembly.presence.get(assembly.sitting_number, ()))
    rows = [_row(assembly, person, standing, person.id in there) for person in assembly.participants.values()]
    return sorted(rows, key=lambda row: (row.group_order, collated(row.name)))


def with_presence(rows: Sequence[PersonRow], assembly: Assembly) -> list[PersonRow]:
    """Return *rows* of the same people with who is present now: far quicker than all rows anew."""
    there = set(assembly.presence.get(assembly.sitting_number, ()))
    return [
        row if row.present == (row.id in there) else replace(row, present=not row.present) for row in rows
    ]


def _row(assembly: Assembly, person: Participant, standing: dict[str, str], present: bool) -> PersonRow:
    main = assembly.main_group(person.id)
    group = assembly.name_of(person.group, Languages.current()) if person.group else ""
    offices = offices_of(assembly, person.id)
    return PersonRow(
        id=person.id,
        name=person.name,
        present=present,
        title=title_of(person),
        role=capitalized(role_words(assembly, person)),
        role_order=OFFICES.index(offices[0]) if offices else len(OFFICES) + ROLES.index(person.role),
        group=f"{mark_of(assembly, person.id)} {group}" if group else "",
        group_order=MAIN_GROUPS.index(main) if main in MAIN_GROUPS else len(MAIN_GROUPS),
        tone=tone_of(assembly, person.id) if group else "",
        country=country_name(person.country) if person.country else "",
        votes=vote_words(assembly, person, standing),
    )


def filtered(rows: Sequence[PersonRow], sought: str, group: str, assembly: Assembly) -> list[PersonRow]:
    """Return the rows that hold every word of *sought* in any language, and belong to *group* if one is
    named."""
    if not sought.strip() and not group:
        return list(rows)
    found = {person.id for person in search(assembly, sought, group)}
    return [row for row in rows if row.id in found]


def people_columns() -> tuple[Column[PersonRow], ...]:
    """Return the columns of the participants' table."""
    return (
        Column[PersonRow](N_("Name"), lambda row: row.name, lambda row: collated(row.name), strong=True),
        Column[PersonRow](
            N_("Present"),
            lambda row: "✓" if row.present else "",
            lambda row: not row.present,
            lambda _row: "ok",
            72,
            said=lambda row: tr("present") if row.present else tr("not marked as present"),
        ),
        Column[PersonRow](
            N_("Role"), lambda row: row.role, lambda row: row.role_order, width=150, spare=True
        ),
        Column[PersonRow](
            N_("Group"),
            lambda row: row.group,
            lambda row: (row.group_order, row.group),
            lambda row: row.tone,
            180,
        ),
        Column[PersonRow](
            N_("Country"), lambda row: row.country, lambda row: collated(row.country), width=138, spare=True
        ),
        Column[PersonRow](N_("Votes"), lambda row: row.votes, width=64, spare=True),
        Column[PersonRow](N_("Title"), lambda row: row.title, width=54, spare=True),
    )


def people_model() -> ListModel[PersonRow]:
    """Return the empty model of the participants' table."""
    return ListModel(people_columns(), lambda row: row.id)


class PeopleTable(ListTable[PersonRow]):
    """The participants; the column of those present is there while a sitting is open."""

    least_stretch = _NAME

    def __init__(self, model: ListModel[PersonRow]) -> None:
        self._sitting = False
        super().__init__(model)
        self._hide_presence()

    def set_sitting(self, is_open: bool) -> None:
        """Show who is present, or leave the column out."""
        self._sitting = is_open
        self._hide_presence()
        self._share_out()

    def left_out(self, at: int) -> bool:
        """Whether the column *at* is not to be seen: of presence there is nothing to say out of sittings."""
        return at == _PRESENT and not self._sitting

    def _hide_presence(self) -> None:
        self.setColumnHidden(_PRESENT, not self._sitting)
