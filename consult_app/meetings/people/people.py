"""The list of participants: putting people on it and changing what is recorded of them."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from ..acts import LANGUAGES, AssemblyEvent, Command, Work, replaced
from ..days import day
from ..kept.assembly import ROLES, VOTING_ROLES, Assembly, Participant
from ..reasons import N_, refuse
from ..setting_up.particulars import Trilingual

Gender = Literal["", "f", "m"]
Credentials = Literal["", "received", "incomplete"]


class ParticipantsRegistered(AssemblyEvent, frozen=True, tag="participants_registered"):
    """People were put on the list; somebody who was on it has the new data."""

    people: tuple[Participant, ...]

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(
            state, participants=state.participants | {p.id: p for p in self.people}
        )


class ParticipantChanged(AssemblyEvent, frozen=True, tag="participant_changed"):
    """What is recorded of a participant from now on."""

    person: Participant

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(
            state, participants=replaced(state.participants, self.person.id, self.person)
        )


class Person(
    msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """One line of ``register_participants``.

    ``namesake`` says that another person of that name is on the list or in the file. ``updates`` names a
    participant (id or name) who has the data of this line from now on; what is empty in it stays.
    """

    name: str
    role: str
    group: str = ""
    country: str = ""
    title: str | Trilingual = ""
    may_vote: bool | None = None
    why_not: str = ""
    gender: Gender = ""
    organization: str = ""
    function: str = ""
    credentials: Credentials = ""
    credentials_on: str = ""
    credentials_note: str = ""
    namesake: bool = False
    updates: str = ""


class RegisterParticipant(Command, frozen=True, tag="register_participant"):
    """Put one person on the list of participants. ``namesake``: another person of that name is on it."""

    name: str
    role: str
    group: str = ""
    country: str = ""
    title: str | Trilingual = ""
    may_vote: bool | None = None
    why_not: str = ""
    gender: Gender = ""
    organization: str = ""
    function: str = ""
    credentials: Credentials = ""
    credentials_on: str = ""
    credentials_note: str = ""
    namesake: bool = False

    def decide(self, work: Work[Assembly]) -> None:
        fields = {name: getattr(self, name) for name in Person.__struct_fields__ if name != "updates"}
        person = _registered(work, Person(**fields), _names(work.state), set())
        work.emit(ParticipantsRegistered(people=(person,)))
        work.answer["id"] = person.id


class RegisterParticipants(Command, frozen=True, tag="register_participants"):
    """Put many people on the list in one row: all of them or none."""

    people: tuple[Person, ...]

    def decide(self, work: Work[Assembly]) -> None:
        if not self.people:
            raise refuse("people", N_("There is nobody on the list."))
        there, taken = _names(work.state), set[str]()
        people = tuple(
            _updated(work, person, there) if person.updates else _registered(work, person, there, taken)
            for person in self.people
        )
        work.emit(ParticipantsRegistered(people=people))
        work.answer["ids"] = [person.id for person in people]


class ChangeParticipant(Command, frozen=True, tag="change_participant"):
    """Change what is recorded of a participant: only the fields that are given, an empty one takes the
    data away. A new role that has a vote, or has none, changes the entitlement unless it is given too."""

    participant: str
    name: str | None = None
    role: str | None = None
    group: str | None = None
    country: str | None = None
    title: str | Trilingual | None = None
    may_vote: bool | None = None
    why_not: str | None = None
    gender: Gender | None = None
    organization: str | None = None
    function: str | None = None
    credentials: Credentials | None = None
    credentials_on: str | None = None
    credentials_note: str | None = None
    namesake: bool = False

    def decide(self, work: Work[Assembly]) -> None:
        old = found(work.state, self.participant)
        given: dict[str, Any] = {
            name: getattr(self, name)
            for name in Person.__struct_fields__
            if name not in ("namesake", "updates") and getattr(self, name) is not None
        }
        if "name" in given:
            given["name"] = _name(given["name"])
            if given["name"] != old.name and not self.namesake and given["name"] in _names(work.state):
                raise _same_name(given["name"])
        person = _changed(work, old, given)
        if person == old:
            work.warn(N_("Nothing about {name} was changed."), name=old.name)
        work.emit(ParticipantChanged(person=person))
        _warn_of_vote(work, person)
        work.answer["id"] = person.id


def found(assembly: Assembly, name: str) -> Participant:
    """The participant with this id or name. Raises Refused where there is none."""
    person = assembly.find_participant(name.strip())
    if person is None:
        raise refuse("participant", N_("There is no participant “{name}”."), name=name)
    return person


def same_delegation(assembly: Assembly, one: str, other: str) -> bool:
    """Whether both are participants of one country and one group (procedure.md A14)."""
    a, b = assembly.participants.get(one), assembly.participants.get(other)
    return bool(a and b and a.country and a.country == b.country and a.group == b.group)


def _names(assembly: Assembly) -> dict[str, str]:
    return {person.name: person.id for person in assembly.participants.values()} | {
        person.id: person.id for person in assembly.participants.values()
    }


def _registered(work: Work[Assembly], person: Person, there: dict[str, str], taken: set[str]) -> Participant:
    name = _name(person.name)
    if (name in there or name in taken) and not person.namesake:
        raise _same_name(name)
    taken.add(name)
    role, group = _place(work.state, name, person.role, person.group)
    made = Participant(
        id=work.new_id("p"),
        name=name,
        role=role,
        group=group,
        country=_country(person.country),
        title=_by_language(person.title),
        may_vote=role == "member" if person.may_vote is None else person.may_vote,
        why_not=person.why_not.strip(),
        gender=person.gender,
        organization=_words(person.organization),
        function=_words(person.function),
        credentials=person.credentials,
        credentials_on=day(person.credentials_on),
        credentials_note=person.credentials_note.strip(),
    )
    _warn_of_vote(work, made)
    return made


def _updated(work: Work[Assembly], person: Person, there: dict[str, str]) -> Participant:
    """The participant whom *person* updates, with what is filled in there."""
    if person.updates not in there:
        raise refuse("participant", N_("There is no participant “{name}”."), name=person.updates)
    old = work.state.participants[there[person.updates]]
    given = {
        name: getattr(person, name)
        for name in Person.__struct_fields__
        if name not in ("namesake", "updates") and getattr(person, name) not in ("", None)
    }
    given["name"] = _name(person.name)
    made = _changed(work, old, given)
    _warn_of_vote(work, made)
    return made


def _changed(work: Work[Assembly], old: Participant, given: dict[str, Any]) -> Participant:
    role, group = _place(
        work.state, given.get("name", old.name), given.get("role", old.role), given.get("group", old.group)
    )
    why_not = given.get("why_not", old.why_not).strip()
    votes = given.get("may_vote")
    if votes is None:
        votes = old.may_vote if role == old.role else role == "member" and not why_not
    if votes and "why_not" not in given:
        why_not = ""
    values = given | {"role": role, "group": group, "may_vote": votes, "why_not": why_not}
    if "country" in given:
        values["country"] = _country(given["country"])
    if "title" in given:
        values["title"] = _by_language(given["title"])
    if "credentials_on" in given:
        values["credentials_on"] = day(given["credentials_on"])
    for name in ("organization", "function"):
        if name in given:
            values[name] = _words(given[name])
    return msgspec.structs.replace(old, **values)


def _place(assembly: Assembly, name: str, role: str, group: str) -> tuple[str, str]:
    """Role and group as they are recorded. Raises Refused for what does not exist or fit."""
    known = role.strip().lower()
    if known not in ROLES:
        raise refuse(
            "role",
            N_("“{role}” is not a role; the roles are {roles}."),
            role=role,
            roles=", ".join(ROLES),
        )
    if group and group not in assembly.groups:
        raise refuse(
            "group",
            N_("There is no group “{group}”; register it first. The groups are {groups}."),
            group=group,
            groups=", ".join(assembly.groups),
        )
    if known in VOTING_ROLES and not group:
        raise refuse("group", N_("{name} is a member and needs a group."), name=name)
    return known, group


def _warn_of_vote(work: Work[Assembly], person: Participant) -> None:
    if person.role == "member" and not person.may_vote and not person.why_not:
        work.warn(
            N_(
                "{name} is a member without a vote: say why (arrears, for instance); the record of each "
                "vote gives the reason."
            ),
            name=person.name,
        )
    if person.role == "member" and person.may_vote and person.stands_in_for:
        work.warn(
            N_("{name} stands in for another member, and casts no vote of their own until that ends."),
            name=person.name,
        )


def _same_name(name: str) -> Exception:
    return refuse(
        "same_name",
        N_("{name} is on the list already. If this is another person of that name, say so."),
        name=name,
    )


def _name(said: str) -> str:
    name = _words(said)
    if not name:
        raise refuse("name", N_("A participant needs a name."))
    return name


def _words(said: str) -> str:
    return " ".join(said.split())


def _country(said: str) -> str:
    country = _words(said)
    return country.upper() if len(country) == 2 else country


def _by_language(words: str | Trilingual) -> dict[str, str]:
    if isinstance(words, str):
        return {language: words.strip() for language in LANGUAGES} if words.strip() else {}
    return {language: each.strip() for language, each in words.items() if each.strip()}
