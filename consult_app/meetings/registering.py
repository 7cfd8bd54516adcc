"""Registering the meeting: its data, its groups and its participants."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from .acts import LANGUAGES, AssemblyEvent, Command, Work, replaced
from .assembly import ROLES, VOTING_ROLES, Assembly, Group, Meeting, Participant
from .reasons import N_, refuse
from .rules import Rules

Trilingual = dict[Literal["en", "fr", "es"], str]


class MeetingCreated(AssemblyEvent, frozen=True, tag="meeting_created"):
    """The first row of every file."""

    meeting: Meeting

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, meeting=self.meeting)


class CreateMeeting(Command, frozen=True, tag="create_meeting"):
    """Begin a meeting under a rules preset, written whole into the row."""

    titles: Trilingual
    rules: Rules

    def decide(self, work: Work[Assembly]) -> None:
        if work.state.meeting.titles:
            raise refuse("one_meeting", N_("This file already holds a meeting."))
        if not any(title.strip() for title in self.titles.values()):
            raise refuse("title", N_("A meeting needs a title in at least one language."))
        titles: dict[str, str] = {lang: words.strip() for lang, words in self.titles.items() if words.strip()}
        work.emit(MeetingCreated(meeting=Meeting(titles=titles, rules=self.rules)))


class MeetingSet(AssemblyEvent, frozen=True, tag="meeting_set"):
    """The meeting's data as they read from now on."""

    meeting: Meeting

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, meeting=self.meeting)


class SetMeeting(Command, frozen=True, tag="set_meeting", rename={"begins": "from", "ends": "to"}):
    """Set the meeting's symbol, place, dates (``from``, ``to``: ISO), organ line or titles."""

    symbol: str | None = None
    place: str | Trilingual | None = None
    begins: str | None = None
    ends: str | None = None
    organ: Trilingual | None = None
    titles: Trilingual | None = None

    def decide(self, work: Work[Assembly]) -> None:
        meeting = work.state.meeting
        place = (
            {"en": self.place, "fr": self.place, "es": self.place}
            if isinstance(self.place, str)
            else self.place
        )
        changed = msgspec.structs.replace(
            meeting,
            symbol=meeting.symbol if self.symbol is None else self.symbol.strip(),
            place=meeting.place if place is None else dict(place),
            begins=meeting.begins if self.begins is None else _day(self.begins),
            ends=meeting.ends if self.ends is None else _day(self.ends),
            organ=meeting.organ if self.organ is None else meeting.organ | dict(self.organ),
            titles=meeting.titles if self.titles is None else meeting.titles | dict(self.titles),
        )
        if changed.begins and changed.ends and changed.ends < changed.begins:
            raise refuse(
                "dates",
                N_("The meeting would end on {ends}, before it begins on {begins}."),
                ends=changed.ends,
                begins=changed.begins,
            )
        work.emit(MeetingSet(meeting=changed))


def _day(text: str) -> str:
    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise refuse("dates", N_("“{text}” is not a date; write it as 2026-11-02."), text=text) from None


class GroupRegistered(AssemblyEvent, frozen=True, tag="group_registered"):
    """A group was added, or one that was there has new data."""

    group: Group

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, groups=replaced(state.groups, self.group.id, self.group))


class RegisterGroup(Command, frozen=True, tag="register_group"):
    """Add a regional group, or change the data of any group. ``coordinator`` is a participant."""

    id: str
    names: Trilingual
    parent: str = ""
    colour: str = ""
    mark: str = ""
    coordinator: str = ""

    def decide(self, work: Work[Assembly]) -> None:
        groups = work.state.groups
        old = groups.get(self.id)
        if not self.id.replace("_", "").replace("-", "").isalnum():
            raise refuse(
                "group_id", N_("The id of a group is letters, digits, - and _ only: “{id}”."), id=self.id
            )
        parent = self.parent or (old.parent if old else "")
        if parent and (parent not in groups or parent == self.id or work.state.main_group(parent) == self.id):
            raise refuse(
                "group_parent",
                N_("“{parent}” cannot be the parent of a group: it is not a group above it."),
                parent=parent,
            )
        if not parent and not old:
            raise refuse(
                "group_parent",
                N_(
                    "Every regional group belongs to the government, employers or workers group: "
                    "name its parent."
                ),
            )
        coordinator = old.coordinator if old else ""
        if self.coordinator:
            person = work.state.find_participant(self.coordinator)
            coordinator = person.id if person else self.coordinator
        main = groups.get(work.state.main_group(parent)) if parent else None
        group = Group(
            id=self.id,
            names=(old.names if old else {})
            | {language: name for language, name in self.names.items() if name},
            parent=parent,
            colour=self.colour or (old.colour if old else "") or (main.colour if main else ""),
            mark=self.mark or (old.mark if old else "") or (main.mark if main else ""),
            coordinator=coordinator,
        )
        work.emit(GroupRegistered(group=group))
        work.answer["id"] = group.id


class ParticipantsRegistered(AssemblyEvent, frozen=True, tag="participants_registered"):
    """People were put on the list."""

    people: tuple[Participant, ...]

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(
            state, participants=state.participants | {p.id: p for p in self.people}
        )


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One line of ``register_participants``."""

    name: str
    role: str
    group: str = ""
    country: str = ""
    title: str | Trilingual = ""
    may_vote: bool | None = None
    why_not: str = ""


class RegisterParticipant(Command, frozen=True, tag="register_participant"):
    """Put one person on the list of participants."""

    name: str
    role: str
    group: str = ""
    country: str = ""
    title: str | Trilingual = ""
    may_vote: bool | None = None
    why_not: str = ""

    def decide(self, work: Work[Assembly]) -> None:
        person = _registered(
            work,
            Person(
                name=self.name,
                role=self.role,
                group=self.group,
                country=self.country,
                title=self.title,
                may_vote=self.may_vote,
                why_not=self.why_not,
            ),
            set(),
        )
        work.emit(ParticipantsRegistered(people=(person,)))
        work.answer["id"] = person.id


class RegisterParticipants(Command, frozen=True, tag="register_participants"):
    """Put many people on the list in one row: all of them or none."""

    people: tuple[Person, ...]

    def decide(self, work: Work[Assembly]) -> None:
        if not self.people:
            raise refuse("people", N_("There is nobody on the list."))
        names: set[str] = set()
        people = tuple(_registered(work, person, names) for person in self.people)
        work.emit(ParticipantsRegistered(people=people))
        work.answer["ids"] = [person.id for person in people]


def _registered(work: Work[Assembly], person: Person, names: set[str]) -> Participant:
    name = " ".join(person.name.split())
    if not name:
        raise refuse("name", N_("A participant needs a name."))
    role = person.role.strip().lower()
    if role not in ROLES:
        raise refuse(
            "role",
            N_("“{role}” is not a role; the roles are {roles}."),
            role=person.role,
            roles=", ".join(ROLES),
        )
    if person.group and person.group not in work.state.groups:
        raise refuse(
            "group",
            N_("There is no group “{group}”; register it first. The groups are {groups}."),
            group=person.group,
            groups=", ".join(work.state.groups),
        )
    if role in VOTING_ROLES and not person.group:
        raise refuse("group", N_("{name} is a member and needs a group."), name=name)
    if work.state.find_participant(name) or name in names:
        raise refuse("same_name", N_("{name} is on the list already."), name=name)
    names.add(name)
    votes = role == "member" if person.may_vote is None else person.may_vote
    return Participant(
        id=work.new_id("p"),
        name=name,
        role=role,
        group=person.group,
        country=person.country.strip().upper(),
        title=_by_language(person.title),
        may_vote=votes,
        why_not=person.why_not,
    )


def _by_language(words: str | Trilingual) -> dict[str, str]:
    if isinstance(words, str):
        return {language: words for language in LANGUAGES} if words else {}
    return {language: each for language, each in words.items() if each}
