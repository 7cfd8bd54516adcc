"""The assembly: the meeting's own data and the people in it, as one immutable value."""

from __future__ import annotations

import msgspec

from .agenda import Agenda, Discussion
from .document import Document
from .governing_body_paper import GoverningBodyPaper
from .planned_sitting import PlannedSitting
from .rules import Rules
from .speaking import Speaking
from .votes import Composition, Motion, Statement, Vote

OFFICES = (
    "chairperson",
    "government_vice_chairperson",
    "employer_vice_chairperson",
    "worker_vice_chairperson",
    "reporter",
)
ROLES = (
    "member",
    "substitute",
    "adviser",
    "deputy",
    "observer",
    "igo",
    "ngo",
    "chairperson",
    "secretariat",
)
VOTING_ROLES = frozenset({"member", "substitute"})


class Meeting(msgspec.Struct, frozen=True, gc=False):
    """What the meeting is: its titles and organ by language, place, dates (ISO) and rules."""

    titles: dict[str, str] = {}
    organ: dict[str, str] = {}
    place: dict[str, str] = {}
    begins: str = ""
    ends: str = ""
    symbol: str = ""
    rules: Rules = Rules()


class Group(msgspec.Struct, frozen=True, gc=False):
    """One of the three groups, or a regional group under one of them."""

    id: str
    names: dict[str, str]
    parent: str = ""
    colour: str = ""
    mark: str = ""
    coordinator: str = ""


class Participant(msgspec.Struct, frozen=True, gc=False):
    """A person who takes part.

    ``title`` is by language ("Ms", "Mme", "Sra."); ``gender`` ("", "f", "m") decides the form of an
    office where the title does not. ``credentials`` are "", "received" (``credentials_on``: ISO date) or
    "incomplete", with a note. ``stands_in_for`` is the id of the member whose vote the person casts
    now, on written notice.
    """

    id: str
    name: str
    role: str
    group: str = ""
    country: str = ""
    title: dict[str, str] = {}
    may_vote: bool = False
    why_not: str = ""
    gender: str = ""
    organization: str = ""
    function: str = ""
    credentials: str = ""
    credentials_on: str = ""
    credentials_note: str = ""
    stands_in_for: str = ""


class Sitting(msgspec.Struct, frozen=True, gc=False):
    """One sitting, plenary or of a drafting group. Times are ISO 8601 in UTC;
    ``planned`` is the number of the planned sitting that it is, 0 for none."""

    number: int
    kind: str
    opened: str
    closed: str = ""
    planned: int = 0


class Officer(msgspec.Struct, frozen=True, gc=False):
    """Who holds an office since when; of a former officer, until when."""

    office: str
    participant: str
    since: str
    until: str = ""


class Substitution(msgspec.Struct, frozen=True, gc=False):
    """Somebody who votes in the place of a member, on written ``notice`` (what it is and its date).

    It is in force from ``since`` to ``ended``. With a ``sitting`` it holds for that sitting only, with
    ``until`` (ISO date) up to that day; without either until it is ended.
    """

    id: str
    member: str
    by: str
    notice: str = ""
    sitting: int = 0
    until: str = ""
    since: str = ""
    ended: str = ""

    @property
    def in_force(self) -> bool:
        """Whether the substitute votes now."""
        return bool(self.since) and not self.ended


class Withdrawal(msgspec.Struct, frozen=True, gc=False):
    """A participant who was taken off the list, and why; the record goes on naming the person."""

    participant: Participant
    at: str
    reason: str = ""


class DraftingBody(msgspec.Struct, frozen=True, gc=False):
    """A drafting group or committee: its ``members``, the ``reporter`` who sits in it, and the sitting
    at which it was appointed (0: between sittings)."""

    kind: str
    members: tuple[str, ...]
    reporter: str = ""
    sitting: int = 0
    at: str = ""


def _three() -> dict[str, Group]:
    return {
        "government": Group(
            "government",
            {"en": "Government group", "fr": "Groupe gouvernemental", "es": "Grupo Gubernamental"},
            colour="#0060a8",
            mark="●",
        ),
        "employers": Group(
            "employers",
            {
                "en": "Employers’ group",
                "fr": "Groupe des employeurs",
                "es": "Grupo de los Empleadores",
            },
            colour="#b8500a",
            mark="■",
        ),
        "workers": Group(
            "workers",
            {
                "en": "Workers’ group",
                "fr": "Groupe des travailleurs",
                "es": "Grupo de los Trabajadores",
            },
            colour="#0a7a58",
            mark="▲",
        ),
    }


class Assembly(msgspec.Struct, frozen=True, gc=False):
    """Everything about who meets. The three groups are there from the start.

    By number of sitting, ``acting`` is who presided in place of the Chairperson, ``presence`` who was
    there. ``withdrawn`` holds who was on the list and is no longer.
    """

    meeting: Meeting = Meeting()
    groups: dict[str, Group] = msgspec.field(default_factory=_three)
    participants: dict[str, Participant] = {}
    officers: dict[str, Officer] = {}
    sittings: tuple[Sitting, ...] = ()
    former_officers: tuple[Officer, ...] = ()
    acting: dict[int, str] = {}
    presence: dict[int, tuple[str, ...]] = {}
    substitutions: tuple[Substitution, ...] = ()
    withdrawn: dict[str, Withdrawal] = {}
    drafting_bodies: tuple[DraftingBody, ...] = ()
    compositions: tuple[Composition, ...] = ()
    votes: tuple[Vote, ...] = ()
    motions: dict[str, Motion] = {}
    statements: tuple[Statement, ...] = ()
    timetable: tuple[PlannedSitting, ...] = ()
    agenda: Agenda = ()
    discussions: tuple[Discussion, ...] = ()
    documents: dict[str, Document] = {}
    speaking: Speaking = Speaking()
    governing_body: GoverningBodyPaper = GoverningBodyPaper()

    @property
    def sitting(self) -> Sitting | None:
        """The sitting that is open, if any."""
        return self.sittings[-1] if self.sittings and not self.sittings[-1].closed else None

    @property
    def sitting_number(self) -> int:
        """The number of the open sitting, 0 between sittings."""
        return self.sitting.number if self.sitting else 0

    def main_group(self, who: str) -> str:
        """The one of the three groups that *who* (a group or participant id) belongs to, or ""."""
        known = self.person(who)
        if known is not None:
            who = known.group
        seen: set[str] = set()
        while who in self.groups and self.groups[who].parent and who not in seen:
            seen.add(who)
            who = self.groups[who].parent
        return who if who in self.groups else ""

    def person(self, who: str) -> Participant | None:
        """The participant with this id, also one who was taken off the list."""
        found = self.participants.get(who)
        if found is None and who in self.withdrawn:
            return self.withdrawn[who].participant
        return found

    def find_participant(self, name: str) -> Participant | None:
        """The participant with this id or exactly this name."""
        if name in self.participants:
            return self.participants[name]
        return next((p for p in self.participants.values() if p.name == name), None)

    def find_actor(self, who: str) -> str:
        """The id of a group, regional group or participant, found by id or name; "" if none."""
        if who in self.groups:
            return who
        person = self.find_participant(who)
        if person:
            return person.id
        return next((g.id for g in self.groups.values() if who in g.names.values()), "")

    def name_of(self, who: str, language: str = "en") -> str:
        """How *who* is called in *language*; a participant's country is added."""
        if who in self.groups:
            names = self.groups[who].names
            return names.get(language) or next(iter(names.values()), who)
        person = self.person(who)
        return person.name if person else who
