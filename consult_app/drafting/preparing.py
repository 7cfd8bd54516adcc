"""An amendment is prepared in a group's file: a draft of the group, until it is handed over
(procedure.md A1, A2)."""

from __future__ import annotations

from ..meetings.reasons import N_, Term, refuse
from .amendments import Amendment
from .given import Given, Source, of_group
from .lifecycle import may_move, may_second, moving_together, step_to
from .nodes import Text
from .submission import AmendmentSubmitted, SubmitAmendment, identical_to
from .work import DraftingWork

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
        may_move(work, by, "A1")
        together = moving_together(work, by, self.co_authors)
        seconder = work.actor(self.seconded_by) if self.seconded_by else ""
        former = self._former(work)
        target, language, changes = self._changes(work, text)
        order = work.context.number(SERIES)
        number = f"{SERIES}/{order}"
        if seconder:
            for author in (by, *together):
                may_second(work, number, author, seconder)
        new = Amendment(
            id=work.new_id("a"),
            number=number,
            text_id=text.id,
            kind=self.kind,
            by=by,
            language=language,
            target=target,
            changes=changes,
            order=order,
            received=work.context.time,
            row=work.context.seq,
            seconded_by=seconder,
            justification=self.justification,
            state="draft",
            history=(work.step("draft", by=by),),
            oral=self.oral,
            co_authors=together,
            source=_source(given, number, former),
        )
        if former is not None:
            step_to(work, former, "superseded", by=number)
        work.emit(AmendmentSubmitted(amendment=new))
        work.answer |= {"id": new.id, "number": number}
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
        twin = identical_to(work.state, new)
        if twin is not None:
            work.warn(N_("{number} proposes the same words as {twin}."), number=new.number, twin=twin.number)
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
