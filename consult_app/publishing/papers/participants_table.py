"""The participants as one flat table, for spreadsheets: a line a person, in the order of the printed list.

Its headings are among those that the import knows, so that a list can go out, be filled in, and come back.
"""

from __future__ import annotations

from consult_app.meetings.kept.assembly import ROLES, Assembly, Participant
from consult_app.meetings.people.officers import offices_of
from consult_app.meetings.people.roles import role_name
from consult_app.meetings.people.titles import title_in
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import translator

from ..formulas.people import collated, country_name, office_name
from ..paper import Paper, Table, text
from .heads import masthead

_HEADS = (
    N_("Group"),
    N_("Country"),
    N_("Title"),
    N_("Name"),
    N_("Role"),
    N_("Offices held"),
    N_("Function"),
    N_("Organization"),
    N_("Entitled to vote"),
    N_("Why not entitled to vote"),
    N_("Substituting for"),
    N_("Credentials"),
    N_("Credentials received on"),
)
_WIDTHS = (22.0, 22.0, 8.0, 30.0, 16.0, 26.0, 24.0, 30.0, 12.0, 24.0, 26.0, 14.0, 16.0)
_YES, _NO = N_("yes"), N_("no")
_CREDENTIALS = {"received": N_("received"), "incomplete": N_("incomplete")}


def participants_table(state: State, language: str) -> Paper:
    """Everybody on the list in *language*, by main group, country (in the order of that language), role
    and name; who belongs to no group comes last."""
    assembly = state.assembly
    say = translator(language).gettext
    people = sorted(assembly.participants.values(), key=lambda person: _place(assembly, person, language))
    rows = tuple(tuple(text(words) for words in _cells(assembly, person, language)) for person in people)
    title = say(N_("List of participants"))
    table = Table(tuple(text(say(head)) for head in _HEADS), rows, _WIDTHS)
    return Paper("participants", title, language, masthead(state, language), (table,))


def _place(assembly: Assembly, person: Participant, language: str) -> tuple[int, int, str, int, str]:
    groups = [group.id for group in assembly.groups.values() if not group.parent]
    main = assembly.main_group(person.id)
    role = ROLES.index(person.role)
    country = collated(country_name(person.country, language)) if person.country else ""
    if main in groups:
        return groups.index(main), 0, country, role, collated(person.name)
    return len(groups), role, country, 0, collated(person.name)


def _cells(assembly: Assembly, person: Participant, language: str) -> tuple[str, ...]:
    say = translator(language).gettext
    member = assembly.person(person.stands_in_for)
    asked = person.role == "member" or person.may_vote
    return (
        assembly.name_of(person.group, language) if person.group else "",
        country_name(person.country, language) if person.country else "",
        title_in(person, language),
        person.name,
        role_name(person.role, person, language),
        ", ".join(office_name(office, person, language) for office in offices_of(assembly, person.id)),
        person.function,
        person.organization,
        say(_YES if person.may_vote else _NO) if asked else "",
        person.why_not,
        member.name if member else "",
        say(_CREDENTIALS[person.credentials]) if person.credentials else "",
        person.credentials_on,
    )
