"""The list of participants as rows: what each column says, and which rows a search leaves."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from consult_app.meetings.assembly import ROLES, Assembly, Participant
from consult_app.meetings.reasons import N_
from consult_app.ui.belonging import MAIN_GROUPS, country_name, mark_of, title_of, tone_of
from consult_app.ui.language import Languages, tr
from consult_app.ui.lists import Column, ListModel
from consult_app.words import term


@dataclass(frozen=True)
class PersonRow:
    """One participant, with everything in words of the window's language."""

    id: str
    name: str
    title: str
    role: str
    role_order: int
    group: str
    group_order: int
    tone: str
    country: str
    votes: str
    found_by: str
    """What the search looks at: without accents, in lower case."""


@dataclass(frozen=True)
class Strength:
    """How many people a group has: members entitled to vote, and all."""

    entitled: int
    everybody: int


def plain(text: str) -> str:
    """Return *text* in lower case without accents: "Müller" is found by "muller"."""
    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in taken_apart if not unicodedata.combining(sign))


def person_rows(assembly: Assembly) -> list[PersonRow]:
    """Return all participants, by group and name."""
    rows = [_row(assembly, person) for person in assembly.participants.values()]
    return sorted(rows, key=lambda row: (row.group_order, plain(row.name)))


def _row(assembly: Assembly, person: Participant) -> PersonRow:
    language = Languages.current()
    role = term("role", person.role, "participant", language)
    main = assembly.main_group(person.id)
    group = assembly.name_of(person.group, language) if person.group else ""
    country = country_name(person.country) if person.country else ""
    title = title_of(person)
    names = (person.name, title, role, group, country, person.country)
    return PersonRow(
        id=person.id,
        name=person.name,
        title=title,
        role=role,
        role_order=ROLES.index(person.role),
        group=f"{mark_of(assembly, person.id)} {group}" if group else "",
        group_order=MAIN_GROUPS.index(main) if main in MAIN_GROUPS else len(MAIN_GROUPS),
        tone=tone_of(assembly, person.id) if group else "",
        country=country,
        votes=tr("yes") if person.may_vote else person.why_not or "–",
        found_by=plain(" ".join(names)),
    )


def filtered(rows: list[PersonRow], sought: str, group: str, assembly: Assembly) -> list[PersonRow]:
    """Return the rows that hold every word of *sought*, and belong to *group* if one is named."""
    words = plain(sought).split()
    found = [row for row in rows if all(word in row.found_by for word in words)]
    if not group:
        return found
    return [row for row in found if belongs(assembly, row.id, group)]


def belongs(assembly: Assembly, participant: str, group: str) -> bool:
    """Whether *participant* is of *group* or of a regional group under it."""
    at = assembly.participants[participant].group
    seen: set[str] = set()
    while at and at not in seen:
        if at == group:
            return True
        seen.add(at)
        at = assembly.groups[at].parent if at in assembly.groups else ""
    return False


def strength(assembly: Assembly, group: str) -> Strength:
    """Return how many people *group* has, with those of the regional groups under it."""
    people = [p for p in assembly.participants.values() if belongs(assembly, p.id, group)]
    return Strength(sum(person.may_vote for person in people), len(people))


def people_model() -> ListModel[PersonRow]:
    """Return the empty model of the participants' table."""
    columns = (
        Column[PersonRow](N_("Name"), lambda row: row.name, lambda row: plain(row.name), strong=True),
        Column[PersonRow](N_("Title"), lambda row: row.title, width=64, spare=True),
        Column[PersonRow](
            N_("Role"), lambda row: row.role, lambda row: row.role_order, width=132, spare=True
        ),
        Column[PersonRow](
            N_("Group"),
            lambda row: row.group,
            lambda row: (row.group_order, row.group),
            lambda row: row.tone,
            190,
        ),
        Column[PersonRow](N_("Country"), lambda row: row.country, width=150, spare=True),
        Column[PersonRow](N_("Votes"), lambda row: row.votes, width=76, spare=True),
    )
    return ListModel(columns, lambda row: row.id)
