"""Off the list: a participant who withdraws, a regional group that is empty.

The record goes on naming them: whoever moved an amendment stays its author.
"""

from __future__ import annotations

import msgspec

from ...meetings.acts import AssemblyEvent, Command
from ...meetings.kept.assembly import Assembly, Withdrawal
from ...meetings.people.groups import GroupRemoved
from ...meetings.people.officers import OfficeEnded, offices_of
from ...meetings.people.people import found
from ...meetings.people.substituting import SubstitutionEnded
from ...meetings.reasons import N_, Message, Term, refuse
from ..amendments.work import DraftingWork


class ParticipantRemoved(AssemblyEvent, frozen=True, tag="participant_removed"):
    """Somebody was taken off the list of participants."""

    participant: str
    at: str
    reason: str = ""

    def apply(self, state: Assembly) -> Assembly:
        gone = Withdrawal(state.participants[self.participant], self.at, self.reason)
        left = {who: person for who, person in state.participants.items() if who != self.participant}
        return msgspec.structs.replace(
            state, participants=left, withdrawn=state.withdrawn | {self.participant: gone}
        )


class RemoveParticipant(Command, frozen=True, tag="remove_participant"):
    """Take somebody off the list, with the reason. Asks before if they hold an office, or have moved an
    amendment that is still pending: the office then ends, the amendment stays theirs."""

    participant: str

    def decide(self, work: DraftingWork) -> None:
        person = found(work.assembly, self.participant)
        held = offices_of(work.assembly, person.id)
        pending = [a.number for a in work.state.amendments.values() if a.pending and person.id in a.authors]
        why = [Message(N_("the office {office} ends"), {"office": Term("office", each)}) for each in held]
        if pending:
            why.append(Message(N_("{amendments} is still pending in their name"), {"amendments": pending}))
        if why:
            work.confirm(self, N_("If {name} is taken off the list: {why}."), name=person.name, why=why)
        if not self.reason.strip():
            work.warn(N_("No reason is recorded why {name} was taken off the list."), name=person.name)
        for office in held:
            work.emit(OfficeEnded(office=office, at=work.context.time))
        for each in work.assembly.substitutions:
            if person.id in (each.member, each.by) and not each.ended:
                work.emit(SubstitutionEnded(substitution=each.id, at=work.context.time))
        work.emit(ParticipantRemoved(participant=person.id, at=work.context.time, reason=self.reason.strip()))
        work.answer["id"] = person.id


class RemoveGroup(Command, frozen=True, tag="remove_group"):
    """Remove a regional group that nobody belongs to and that has not acted."""

    group: str

    def decide(self, work: DraftingWork) -> None:
        groups = work.assembly.groups
        group = groups.get(self.group) or next(
            (each for each in groups.values() if self.group in each.names.values()), None
        )
        if group is None:
            raise refuse(
                "group",
                N_("There is no group “{group}”; register it first. The groups are {groups}."),
                group=self.group,
                groups=", ".join(groups),
            )
        if not group.parent:
            raise refuse("main_group", N_("The three groups of the meeting stay."))
        inside = [p.name for p in work.assembly.participants.values() if p.group == group.id]
        inside += [next(iter(g.names.values()), g.id) for g in groups.values() if g.parent == group.id]
        if inside:
            raise refuse(
                "group_in_use",
                N_("{people} still belong to the group; move them to another one first."),
                people=inside[:5] + ["…"] * (len(inside) > 5),
            )
        acted = [
            a.number
            for a in work.state.amendments.values()
            if group.id in (a.by, *a.handed_in_by, a.seconded_by) or group.id in a.positions
        ]
        if acted:
            raise refuse(
                "group_in_use",
                N_("The group has moved, seconded or spoken on {amendments}; the record names it."),
                amendments=acted,
            )
        work.emit(GroupRemoved(group=group.id))
        work.answer["id"] = group.id
