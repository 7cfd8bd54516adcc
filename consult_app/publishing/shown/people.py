"""What ``consult show --json`` says of those who meet: people, groups, officers, attendance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.assembly import Assembly, DraftingBody, Officer, Participant
from consult_app.meetings.people.attending import strength
from consult_app.meetings.people.officers import offices_of, presiding
from consult_app.meetings.people.roles import role_name
from consult_app.meetings.people.titles import gender_of

from ..formulas.bodies import drafting_body_appointed
from ..formulas.people import country_name, full_name


def people_shown(assembly: Assembly) -> dict[str, Any]:
    """Participants, groups, officers and attendance as plain data."""
    chair = presiding(assembly)
    return {
        "participants": [person_shown(assembly, each) for each in assembly.participants.values()],
        "withdrawn": [
            person_shown(assembly, gone.participant) | {"at": gone.at, "reason": gone.reason}
            for gone in assembly.withdrawn.values()
        ],
        "substitutions": [
            {
                "id": each.id,
                "member": each.member,
                "by": each.by,
                "notice": each.notice,
                "sitting": each.sitting or None,
                "until": each.until,
                "since": each.since or None,
                "ended": each.ended or None,
                "in_force": each.in_force,
            }
            for each in assembly.substitutions
        ],
        "groups": [
            {
                "id": group.id,
                "names": group.names,
                "parent": group.parent,
                "colour": group.colour,
                "mark": group.mark,
                "coordinator": group.coordinator,
                "strength": _strength(assembly, group.id),
            }
            for group in assembly.groups.values()
        ],
        "officers": {office: officer.participant for office, officer in assembly.officers.items()},
        "former_officers": [_officer(each) for each in assembly.former_officers],
        "presiding": chair.id if chair else None,
        "acting_chairpersons": {str(number): who for number, who in assembly.acting.items()},
        "presence": {str(number): list(who) for number, who in assembly.presence.items()},
        "drafting_bodies": [_body(assembly, each) for each in assembly.drafting_bodies],
    }


def person_shown(assembly: Assembly, person: Participant) -> dict[str, Any]:
    """One participant as plain data."""
    return {
        "id": person.id,
        "name": person.name,
        "group": person.group,
        "role": person.role,
        "country": person.country,
        "title": person.title,
        "gender": gender_of(person),
        "organization": person.organization,
        "function": person.function,
        "may_vote": person.may_vote,
        "why_not": person.why_not,
        "credentials": person.credentials,
        "credentials_on": person.credentials_on,
        "credentials_note": person.credentials_note,
        "stands_in_for": person.stands_in_for or None,
        "offices": list(offices_of(assembly, person.id)),
    }


def people_listing(assembly: Assembly, people: Iterable[Participant], language: str) -> Iterable[str]:
    """The people for a terminal, a line each: name, role, group, country."""
    for person in people:
        parts = (
            full_name(person, language),
            role_name(person.role, person, language),
            assembly.name_of(person.group, language) if person.group else "",
            country_name(person.country, language) if person.country else "",
            person.organization,
        )
        yield " · ".join(part for part in parts if part)


def _strength(assembly: Assembly, group: str) -> dict[str, Any]:
    found = strength(assembly, group)
    return {
        "roles": found.roles,
        "everybody": found.everybody,
        "entitled": found.entitled,
        "credentials": found.credentials,
        "present": found.present,
        "entitled_present": found.entitled_present,
    }


def _officer(officer: Officer) -> dict[str, str]:
    return {
        "office": officer.office,
        "participant": officer.participant,
        "since": officer.since,
        "until": officer.until,
    }


def _body(assembly: Assembly, body: DraftingBody) -> dict[str, Any]:
    return {
        "kind": body.kind,
        "members": list(body.members),
        "reporter": body.reporter or None,
        "sitting": body.sitting or None,
        "at": body.at,
        "sentence": {language: drafting_body_appointed(assembly, body, language) for language in LANGUAGES},
    }
