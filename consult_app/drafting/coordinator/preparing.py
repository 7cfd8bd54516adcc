"""An amendment is prepared in a group's file: a draft of the group, until it is handed over
(procedure.md A1, A2)."""

from __future__ import annotations

import msgspec

from ...meetings.reasons import N_, Term, refuse
from ..amendments.amendment import Amendment
from ..amendments.given import Given, Source, of_group
from ..amendments.work import DraftingWork
from ..deciding.lifecycle import movers, step_to
from ..handing_in.submission import AmendmentSubmitted, SubmitAmendment, remark_twin
from ..text.nodes import Text

#: the series of the numbers that drafts have in a group's file: draft/1, draft/2 …
SERIES = "draft"


class PrepareAmendment(SubmitAmendment, frozen=True, tag="prepare_amendment"):
    """Prepare an amendment in a group's file, by the group or one of its members; the fields are those of
    ``submit_amendment``. ``instead_of`` is the earlier draft that this one takes the place of, also where
    that was handed over: the secretariat then puts the new one in its place."""

    instead_of: str = ""

    def decide(self, work: DraftingWork) -> None:
        given = work.given
        if given is None:
            raise refuse(
                "group_file", N_("Amendments are prepared in the file of a group; here they are handed in.")
            )
        if self.amends or self.kind == "live":
            raise refuse(
                "subamendment", N_("A subamendment is moved in the room, or handed in at the secretariat.")
            )
        text = work.text(self)
        work.must_be_open(text)
        by = work.actor(self.by)
        if not of_group(work.assembly, by, given.group):
            raise refuse(
                "unknown_actor",
                N_("{name} does not belong to the group whose file this is; choose the group or a member."),
                name=work.assembly.name_of(by),
            )
        moved_by = movers(work, by, self.co_authors, self.seconded_by)
        former = self._former(work)
        new = self._numbered(work, text, moved_by, self._changes(work, text), SERIES, "draft")
        new = msgspec.structs.replace(new, source=_source(given, new.number, former))
        if former is not None:
            step_to(work, former, "superseded", by=new.number)
        work.emit(AmendmentSubmitted(amendment=new))
        work.answer |= {"id": new.id, "number": new.number}
        self._warn(work, text, new)

    def _former(self, work: DraftingWork) -> Amendment | None:
        if not self.instead_of:
            return None
        former = work.amendment(self.instead_of)
        if former.state not in ("draft", "handed_over"):
            raise refuse(
                "hand_over",
                N_("{number} was not prepared here to be handed over: {state}."),
                number=former.number,
                state=Term("state", former.state, "amendment"),
            )
        return former

    def _warn(self, work: DraftingWork, text: Text, new: Amendment) -> None:
        remark_twin(work, new)
        if text.amendments_closed or (text.deadline and work.context.time > text.deadline):
            work.warn(
                N_(
                    "The deadline for amendments has passed: the secretariat receives this one only with a "
                    "reason and the consent of the meeting."
                )
            )


def _source(given: Given, number: str, former: Amendment | None) -> Source:
    if former is not None and former.source is not None:
        return Source(former.source.id, former.source.edition + 1)
    return Source(f"{given.file}/{number}")


__all__ = ["SERIES", "PrepareAmendment"]
