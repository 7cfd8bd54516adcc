"""The assembly: the meeting's own data and the people in it, as one immutable value."""

from __future__ import annotations

import msgspec

from .rules import Rules

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


class Meeting(msgspec.Struct, frozen=True):
    """What the meeting is: its titles and organ by language, place, dates (ISO) and rules."""

    titles: dict[str, str] = {}
    organ: dict[str, str] = {}
    place: dict[str, str] = {}
    begins: str = ""
    ends: str = ""
    symbol: str = ""
    rules: Rules = Rules()


class Group(msgspec.Struct, frozen=True):
    """One of the three groups, or a regional group under one of them."""

    id: str
    names: dict[str, str]
    parent: str = ""
    colour: str = ""
    mark: str = ""
    coordinator: str = ""


class Participant(msgspec.Struct, frozen=True):
    """A person who takes part. ``title`` is by language ("Ms", "Mme", "Sra.")."""

    id: str
    name: str
    role: str
    group: str = ""
    country: str = ""
    title: dict[str, str] = {}
    may_vote: bool = False
    why_not: str = ""


class Sitting(msgspec.Struct, frozen=True):
    """One sitting, plenary or of a drafting group. Times are ISO 8601 in UTC."""

    number: int
    kind: str
    opened: str
    closed: str = ""


class Officer(msgspec.Struct, frozen=True):
    """Who holds an office since when."""

    office: str
    participant: str
    since: str


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


class Assembly(msgspec.Struct, frozen=True):
    """Everything about who meets. The three groups are there from the start."""

    meeting: Meeting = Meeting()
    groups: dict[str, Group] = msgspec.field(default_factory=_three)
    participants: dict[str, Participant] = {}
    officers: dict[str, Officer] = {}
    sittings: tuple[Sitting, ...] = ()

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
        if who in self.participants:
            who = self.participants[who].group
        seen: set[str] = set()
        while who in self.groups and self.groups[who].parent and who not in seen:
            seen.add(who)
            who = self.groups[who].parent
        return who if who in self.groups else ""

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
        person = self.participants.get(who)
        return person.name if person else who
