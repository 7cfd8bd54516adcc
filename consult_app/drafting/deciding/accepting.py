"""The author of an amendment accepts a subamendment to it (procedure.md §2.2)."""

from __future__ import annotations

from ...meetings.reasons import N_, refuse
from ..amendments.amendment import Amendment, needs_seconder
from ..amendments.work import DraftingWork
from .adoption import adopt_subamendment, children_first
from .floor import _OnAmendment
from .lifecycle import AmendmentStepped, guard, may_second, on_the_floor


class AcceptSubamendment(_OnAmendment, frozen=True, tag="accept_subamendment"):
    """The author of the amendment accepts a subamendment to it, and nobody objects: it is adopted by
    consensus, and the record says who accepted.

    ``by`` is the author of the amendment (understood where it is left out) or, where that is a group, a
    participant of the group who spoke for it. Who accepts what a single member moved seconds it.
    """

    by: str = ""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("adopt", amendment)
        if not amendment.subamendment:
            raise refuse(
                "accept",
                N_("{number} is no subamendment: only these are accepted by an author; adopt it."),
                number=amendment.number,
            )
        parent = work.state.amendments[amendment.amends]
        by = work.actor(self.by or parent.by, office=parent.by == "office")
        if not _speaks_for(work, by, parent):
            raise refuse(
                "accept",
                N_("Only its author accepts a subamendment to {number}; what all agree to is adopted."),
                number=parent.number,
            )
        if needs_seconder(work.assembly, amendment):
            for author in amendment.authors:
                may_second(work, amendment.number, author, by)
            step = work.step(amendment.state, by=by)
            work.emit(AmendmentStepped(amendment=amendment.id, step=step, seconded_by=by))
            amendment = work.state.amendments[amendment.id]
        amendment = on_the_floor(work, amendment)
        to = children_first(work, amendment)
        step = work.step(to, basis="consensus", by=by, reason=self.reason)
        adopt_subamendment(work, self, amendment, step)
        self.said(work, amendment)
        work.answer["accepted_by"] = by


def _speaks_for(work: DraftingWork, by: str, parent: Amendment) -> bool:
    """Whether *by* is an author of the amendment, or takes part for the group that is."""
    authors = parent.credited
    person = work.assembly.participants.get(by)
    groups = {person.group, work.assembly.main_group(person.group)} if person is not None else set()
    return by in authors or any(author in groups for author in authors if author in work.assembly.groups)
