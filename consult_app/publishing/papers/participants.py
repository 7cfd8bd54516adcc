"""The list of participants: Officers first, then each group by country, then who else takes part."""

from __future__ import annotations

from consult_app.meetings.kept.assembly import ROLES, Assembly, Participant
from consult_app.meetings.people.drafting_bodies import drafting_body
from consult_app.meetings.people.officers import offices_of
from consult_app.meetings.people.roles import role_name
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import translator

from ..formulas.bodies import drafting_body_appointed, drafting_body_lines, officer_lines, officers_elected
from ..formulas.people import collated, country_name, full_name, office_name, with_form_of_address
from ..paper import Block, Heading, Paper, Para, Runs, Table, text
from .heads import masthead

_TITLE = N_("List of participants")
_STANDS_IN = N_("substituting for {name}")
_COLUMNS = (N_("Country"), N_("Name"), N_("Capacity"))
_IN_GROUPS = ("chairperson", "member", "substitute", "deputy", "adviser")
#: advisers and deputies of no group
_OUTSIDE = N_("Other participants")
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
    blocks += _drafting(assembly, language)
    independent = [
        person
        for person in assembly.participants.values()
        if person.role == "chairperson" and not assembly.main_group(person.id)
    ]
    if independent:
        blocks.append(Heading(1, text(_capital(role_name("chairperson", independent[0], language)))))
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
    outside = [
        person
        for person in assembly.participants.values()
        if person.role in _IN_GROUPS and person not in independent and not assembly.main_group(person.id)
    ]
    if outside:
        blocks.append(Heading(1, text(say(_OUTSIDE))))
        blocks.append(_table(assembly, outside, language))
    for role, heading in _OTHERS:
        people = [person for person in assembly.participants.values() if person.role == role]
        if people:
            blocks.append(Heading(1, text(say(heading))))
            blocks.append(_table(assembly, people, language))
    return Paper("participants", title, language, masthead(state, language), tuple(blocks))


def _officers(assembly: Assembly, language: str) -> list[Block]:
    lines = officer_lines(assembly, language)
    if not lines:
        return []
    rows = tuple((text(office, bold=True), text(name)) for office, name in lines)
    return [Para(text(officers_elected(assembly, language))), Table((), rows, (1.0, 2.0), header=False)]


def _drafting(assembly: Assembly, language: str) -> list[Block]:
    body = drafting_body(assembly)
    if body is None:
        return []
    rows = tuple((text(line),) for line in drafting_body_lines(assembly, body, language))
    return [
        Para(text(drafting_body_appointed(assembly, body, language))),
        Table((), rows, header=False),
    ]


def _table(assembly: Assembly, people: list[Participant], language: str) -> Table:
    """One line a person, by country, then by role, then by name; a country is named once."""
    say = translator(language).gettext
    countries = any(person.country for person in people)
    capacities = len({person.role for person in people}) > 1 or any(
        person.function or person.organization or person.stands_in_for for person in people
    )
    capacities = capacities or any(offices_of(assembly, p.id) for p in people)

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
    parts = [_capital(role_name(role, person, language))]
    parts += [office_name(office, person, language) for office in offices_of(assembly, person.id)]
    if person.group and assembly.groups[person.group].parent:
        parts.append(assembly.name_of(person.group, language))
    parts += [said for said in (person.function, person.organization) if said]
    member = assembly.person(person.stands_in_for)
    if member is not None:
        name = full_name(member, language)
        named = with_form_of_address(name) if language == "es" else name
        said = translator(language).gettext(_STANDS_IN).format(name=named)
        parts.append(said.replace(" a el ", " al ") if language == "es" else said)
    return "\n".join(parts)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
