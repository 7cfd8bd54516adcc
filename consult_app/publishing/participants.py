"""The list of participants: Officers first, then each group by country, then who else takes part."""

from __future__ import annotations

from consult_app.meetings.assembly import OFFICES, ROLES, Assembly, Participant
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import term, translator

from .heads import masthead
from .paper import Block, Heading, Paper, Para, Runs, Table, text
from .people import capacity, collated, country_name, full_name, office_name

#: procedure.md §7.3
_ELECTED = {
    "en": "The Meeting elected its Officers as follows:",
    "fr": "La Réunion a constitué son bureau comme suit:",
    "es": "La Reunión constituyó su Mesa de la manera siguiente:",
}
_TITLE = N_("List of participants")
_COLUMNS = (N_("Country"), N_("Name"), N_("Capacity"))
_IN_GROUPS = ("chairperson", "member", "substitute", "deputy", "adviser")
_OTHERS = (
    ("observer", N_("Observers")),
    ("igo", N_("Representatives of intergovernmental organizations")),
    ("ngo", N_("Representatives of non-governmental organizations")),
    ("secretariat", N_("Secretariat of the Meeting")),
)


def participants(state: State, language: str) -> Paper:
    """The list of participants in *language*; countries are in the order of their names in it."""
    assembly = state.assembly
    say = translator(language).gettext
    title = say(_TITLE)
    blocks: list[Block] = [Para(text(title), "title"), *_officers(assembly, language)]
    independent = [
        person
        for person in assembly.participants.values()
        if person.role == "chairperson" and not assembly.main_group(person.id)
    ]
    if independent:
        blocks.append(Heading(1, text(_capital(term("role", "chairperson", "participant", language)))))
        blocks.append(_table(assembly, independent, language))
    for group in assembly.groups.values():
        if group.parent:
            continue
        people = [
            person
            for person in assembly.participants.values()
            if assembly.main_group(person.id) == group.id and person.role in _IN_GROUPS
        ]
        if people:
            blocks.append(Heading(1, text(assembly.name_of(group.id, language))))
            blocks.append(_table(assembly, people, language))
    for role, heading in _OTHERS:
        people = [person for person in assembly.participants.values() if person.role == role]
        if people:
            blocks.append(Heading(1, text(say(heading))))
            blocks.append(_table(assembly, people, language))
    return Paper("participants", title, language, masthead(state, language), tuple(blocks))


def _officers(assembly: Assembly, language: str) -> list[Block]:
    rows = []
    for office in OFFICES:
        held = assembly.officers.get(office)
        person = assembly.participants.get(held.participant) if held else None
        if person is not None:
            said = capacity(assembly, person, language)
            name = full_name(person, language) + (f" ({said})" if said else "")
            rows.append((text(office_name(office, person, language), bold=True), text(name)))
    if not rows:
        return []
    return [Para(text(_ELECTED[language])), Table((), tuple(rows), (1.0, 2.0), header=False)]


def _table(assembly: Assembly, people: list[Participant], language: str) -> Table:
    """One line a person, by country, then by role, then by name; a country is named once."""
    say = translator(language).gettext
    countries = any(person.country for person in people)
    capacities = len({person.role for person in people}) > 1 or any(_offices(assembly, p) for p in people)

    def key(person: Participant) -> tuple[str, int, str]:
        country = country_name(person.country, language) if person.country else ""
        return collated(country), ROLES.index(person.role), collated(person.name)

    rows: list[tuple[Runs, ...]] = []
    last = ""
    for person in sorted(people, key=key):
        country = country_name(person.country, language) if person.country else ""
        cells: list[Runs] = []
        if countries:
            cells.append(text(country if country != last else "", bold=True))
        last = country
        cells.append(text(full_name(person, language)))
        if capacities:
            cells.append(text(_capacity(assembly, person, language)))
        rows.append(tuple(cells))
    heads = [_COLUMNS[0]] * countries + [_COLUMNS[1]] + [_COLUMNS[2]] * capacities
    widths = [1.3] * countries + [1.7 if capacities else 3.3] + [1.6] * capacities
    if len(heads) == 1:
        return Table((), tuple(rows), header=False)
    return Table(tuple(text(say(head)) for head in heads), tuple(rows), tuple(widths))


def _capacity(assembly: Assembly, person: Participant, language: str) -> str:
    role = "member" if person.role == "chairperson" and person.group else person.role
    parts = [_capital(term("role", role, "participant", language))]
    parts += [office_name(office, person, language) for office in _offices(assembly, person)]
    if person.group and assembly.groups[person.group].parent:
        parts.append(assembly.name_of(person.group, language))
    return "\n".join(parts)


def _offices(assembly: Assembly, person: Participant) -> list[str]:
    return [
        office
        for office in OFFICES
        if (held := assembly.officers.get(office)) and held.participant == person.id
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
