"""Who is there: attendance by sitting, and the figures of each group (procedure.md §6.6)."""

from __future__ import annotations

import msgspec

from ..acts import AssemblyEvent, Command, Work
from ..kept.assembly import ROLES, Assembly
from ..reasons import N_, refuse
from ..voting.composition import entitled
from .officers import sitting_named
from .people import found


class PresenceMarked(AssemblyEvent, frozen=True, tag="presence_marked"):
    """People came to a sitting, or left it."""

    sitting: int
    came: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    def apply(self, state: Assembly) -> Assembly:
        there = dict.fromkeys((*state.presence.get(self.sitting, ()), *self.came))
        kept = tuple(who for who in there if who not in set(self.left))
        return msgspec.structs.replace(state, presence=state.presence | {self.sitting: kept})


class MarkPresent(Command, frozen=True, tag="mark_present"):
    """Mark participants (ids or names), or everybody of a ``group``, as present at a sitting or not: the
    open one unless it is named."""

    participants: tuple[str, ...] = ()
    group: str = ""
    present: bool = True
    sitting: int | None = None

    def decide(self, work: Work[Assembly]) -> None:
        number = sitting_named(work.state, self.sitting)
        people = [found(work.state, each).id for each in self.participants]
        if self.group:
            if self.group not in work.state.groups:
                raise refuse(
                    "group",
                    N_("There is no group “{group}”; register it first. The groups are {groups}."),
                    group=self.group,
                    groups=", ".join(work.state.groups),
                )
            people += [who for who in work.state.participants if belongs(work.state, who, self.group)]
        if not people:
            raise refuse("people", N_("Say who is present: participants, or a group."))
        there = set(work.state.presence.get(number, ()))
        moved = tuple(who for who in dict.fromkeys(people) if (who in there) != self.present)
        if moved:
            work.emit(
                PresenceMarked(sitting=number, came=moved)
                if self.present
                else PresenceMarked(sitting=number, left=moved)
            )
        work.answer |= {"sitting": number, "marked": len(moved), "present": present_at(work.state, number)}


class Strength(msgspec.Struct, frozen=True, gc=False):
    """How many of a group there are: by role, entitled to vote, with credentials, and at the sitting;
    ``entitled`` and ``entitled_present`` count a substitute for the member."""

    roles: dict[str, int]
    everybody: int = 0
    entitled: int = 0
    credentials: int = 0
    present: int = 0
    entitled_present: int = 0


def belongs(assembly: Assembly, participant: str, group: str) -> bool:
    """Whether somebody is of *group* or of a regional group under it."""
    person = assembly.participants.get(participant)
    at, seen = person.group if person else "", set[str]()
    while at and at not in seen:
        if at == group:
            return True
        seen.add(at)
        at = assembly.groups[at].parent if at in assembly.groups else ""
    return False


def present_at(assembly: Assembly, sitting: int) -> int:
    """How many people were marked as present at a sitting."""
    return len(assembly.presence.get(sitting, ()))


def strength(assembly: Assembly, group: str = "", sitting: int | None = None) -> Strength:
    """The figures of a *group* with the regional groups under it (of the whole meeting without one), at
    the *sitting* (the open one without one)."""
    number = assembly.sitting_number if sitting is None else sitting
    there = set(assembly.presence.get(number, ()))
    people = [p for p in assembly.participants.values() if not group or belongs(assembly, p.id, group)]
    ours = {person.id for person in people}
    voters = [who for found in entitled(assembly).values() for who in found]
    # whoever stands in for a member votes in the member's group
    voting = [who for who in voters if (assembly.participants[who].stands_in_for or who) in ours]
    return Strength(
        roles={role: count for role in ROLES if (count := sum(p.role == role for p in people))},
        everybody=len(people),
        entitled=len(voting),
        credentials=sum(p.credentials == "received" for p in people),
        present=sum(p.id in there for p in people),
        entitled_present=sum(who in there for who in voting),
    )
