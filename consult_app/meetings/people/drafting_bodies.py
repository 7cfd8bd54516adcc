"""The drafting group or committee: one member of each group and the Reporter (procedure.md §2.3 P8, §7.3)."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..acts import AssemblyEvent, Command, Work
from ..kept.assembly import Assembly, DraftingBody
from ..reasons import N_, refuse
from .officers import sitting_named
from .people import found


class DraftingBodyAppointed(AssemblyEvent, frozen=True, tag="drafting_body_appointed"):
    """A drafting group or committee was appointed; one appointed before has ended its work."""

    body: DraftingBody

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, drafting_bodies=(*state.drafting_bodies, self.body))


class AppointDraftingGroup(Command, frozen=True, tag="appoint_drafting_group"):
    """Appoint the drafting group (or committee) with these members, by name or id. The Reporter sits in
    it unless another is named; ``sitting`` is the one that appointed it, the open one unless named."""

    members: tuple[str, ...]
    kind: Literal["drafting_group", "drafting_committee"] = "drafting_group"
    reporter: str | None = None
    sitting: int | None = None

    def decide(self, work: Work[Assembly]) -> None:
        people = [found(work.state, each) for each in self.members]
        ids = tuple(dict.fromkeys(person.id for person in people))
        if not ids:
            raise refuse("drafting_group", N_("Name the members of the drafting group."))
        sitting = work.state.sitting_number
        if self.sitting is not None:
            sitting = sitting_named(work.state, self.sitting)
        officer = work.state.officers.get("reporter")
        reporter = officer.participant if officer else ""
        if self.reporter is not None:
            reporter = found(work.state, self.reporter).id if self.reporter.strip() else ""
        ids = tuple(who for who in ids if who != reporter)
        self._unusual(work, ids, reporter)
        work.emit(
            DraftingBodyAppointed(body=DraftingBody(self.kind, ids, reporter, sitting, work.context.time))
        )
        work.answer |= {"members": list(ids), "reporter": reporter, "sitting": sitting}

    def _unusual(self, work: Work[Assembly], ids: tuple[str, ...], reporter: str) -> None:
        of = [work.state.main_group(who) for who in ids]
        counts = {group.id: of.count(group.id) for group in work.state.groups.values() if not group.parent}
        if len(set(counts.values())) > 1 or 0 in counts.values():
            work.warn(
                N_("The drafting group has not the same number of members of each group: {counts}."),
                counts=", ".join(
                    f"{work.state.groups[group].mark} {number}" for group, number in counts.items()
                ),
            )
        if not reporter:
            work.warn(N_("There is no Reporter in the drafting group."))


def drafting_body(assembly: Assembly) -> DraftingBody | None:
    """The drafting group or committee that was appointed last."""
    return assembly.drafting_bodies[-1] if assembly.drafting_bodies else None
