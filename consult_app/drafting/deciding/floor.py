"""What happens to an amendment on the floor short of its adoption: called, seconded, withdrawn,
taken over, deferred, rejected, fallen (procedure.md §2.1, A10–A24)."""

from __future__ import annotations

from typing import Literal

import msgspec

from ...meetings.acts import Command, Event, Language
from ...meetings.proceedings.summarizing import Words, by_language
from ...meetings.reasons import N_, Term, refuse
from ..amendments.amendment import Amendment, Drafting, Stated, needs_seconder
from ..amendments.work import DraftingWork
from .consideration import open_nodes
from .lifecycle import (
    AmendmentStepped,
    allowed,
    close_children,
    guard,
    may_move,
    may_second,
    may_withdraw,
    on_the_floor,
    parent_closed,
    step_to,
)

Basis = Literal["consensus", "vote", "chair"]


class _OnAmendment(Command, frozen=True):
    """A command about one amendment."""

    amendment: str
    basis: Basis | None = None

    def found(self, work: DraftingWork) -> Amendment:
        """The amendment; the text must not have been adopted as a whole."""
        amendment = work.amendment(self.amendment)
        work.must_be_open(work.state.texts[amendment.text_id])
        return amendment

    def said(self, work: DraftingWork, amendment: Amendment) -> None:
        """The answer of every such command: which amendment, and how it stands now."""
        now = work.state.amendments[amendment.id]
        work.answer |= {"number": now.number, "state": now.state}


class CallAmendment(_OnAmendment, frozen=True, tag="call_amendment"):
    """Call the amendment: its paragraph is opened, and what needs no seconder is under discussion."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("call", amendment)
        if not amendment.subamendment:
            open_nodes(work, amendment)
            amendment = step_to(work, amendment, "called")
        if needs_seconder(work.assembly, amendment):
            amendment = step_to(work, amendment, "awaiting_seconder")
            work.warn(
                N_("{number} is moved by a single member: it needs a seconder."), number=amendment.number
            )
        else:
            amendment = step_to(work, amendment, "under_discussion")
        self.said(work, amendment)


class SecondAmendment(Command, frozen=True, tag="second_amendment"):
    """Second an amendment; this may come before the call. Any group may second, and any member of
    another delegation."""

    amendment: str
    by: str

    def decide(self, work: DraftingWork) -> None:
        amendment = work.amendment(self.amendment)
        guard("second", amendment)
        by = work.actor(self.by)
        if amendment.seconded_by:
            raise refuse("A14", N_("{number} has been seconded already."), number=amendment.number)
        for author in amendment.authors:
            may_second(work, amendment.number, author, by)
        waits = amendment.state == "awaiting_seconder"
        step = work.step("under_discussion" if waits else amendment.state, by=by)
        work.emit(AmendmentStepped(amendment=amendment.id, step=step, seconded_by=by))
        work.answer |= {"number": amendment.number, "state": step.to}


class WithdrawAmendment(_OnAmendment, frozen=True, tag="withdraw_amendment"):
    """The author gives the amendment up."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("withdraw", amendment)
        may_withdraw(work, amendment)
        nodes = work.state.texts[amendment.text_id].nodes
        adopted = any(nodes[node].closed for node in amendment.targets() if node in nodes)
        if amendment.state == "queued" and not amendment.subamendment and not adopted:
            open_nodes(work, amendment)
        step_to(work, amendment, "withdrawn", by=amendment.by, reason=self.reason)
        close_children(work, amendment)
        self.said(work, amendment)


class TakeOverAmendment(_OnAmendment, frozen=True, tag="take_over_amendment", kw_only=True):
    """Somebody else moves an amendment that was withdrawn, in the same sitting."""

    by: str

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("take_over", amendment)
        if not work.assembly.meeting.rules.take_over:
            raise refuse(
                "A17", N_("The rules of this meeting do not let a withdrawn amendment be taken over.")
            )
        if amendment.subamendment and not work.state.amendments[amendment.amends].pending:
            raise parent_closed(work.state.amendments[amendment.amends])
        by = work.actor(self.by)
        may_move(work, by, "A17")
        if by in amendment.authors:
            raise refuse("A17", N_("{number} was withdrawn by the same author."), number=amendment.number)
        if amendment.history[-1].sitting != work.assembly.sitting_number:
            work.confirm(
                self,
                N_("{number} was withdrawn in another sitting. Take it over all the same?"),
                number=amendment.number,
            )
        open_nodes(work, amendment)
        step = work.step("under_discussion", by=by)
        work.emit(AmendmentStepped(amendment=amendment.id, step=step, by=by))
        self.said(work, amendment)


class RejectAmendment(_OnAmendment, frozen=True, tag="reject_amendment"):
    """The amendment is not adopted."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("reject", amendment)
        amendment = on_the_floor(work, amendment)
        step_to(work, amendment, "rejected", basis=self.basis or "consensus", reason=self.reason)
        close_children(work, amendment)
        self.said(work, amendment)


class _Closing(_OnAmendment, frozen=True):
    """An amendment that ends, or is parked, without having been decided on."""

    def close(self, work: DraftingWork, act: str, to: str, *, children: bool) -> None:
        """Do *act*, which leads to the state *to*; open *children* fall with it."""
        amendment = self.found(work)
        guard(act, amendment)
        step_to(work, amendment, to, basis=self.basis or "", reason=self.reason)
        if children:
            close_children(work, amendment)
        self.said(work, amendment)


class DeclareNotSeconded(_Closing, frozen=True, tag="declare_not_seconded"):
    """Nobody seconds it: it is not discussed."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("not_seconded", amendment)
        if amendment.seconded_by:
            raise refuse("A15", N_("{number} has been seconded already."), number=amendment.number)
        if not needs_seconder(work.assembly, amendment):
            raise refuse("A15", N_("{number} needs no seconder."), number=amendment.number)
        self.close(work, "not_seconded", "not_seconded", children=True)


class DeclareNotMoved(_Closing, frozen=True, tag="declare_not_moved"):
    """Its author is absent or does not move it."""

    def decide(self, work: DraftingWork) -> None:
        self.close(work, "not_moved", "not_moved", children=True)


class DeferAmendment(_Closing, frozen=True, tag="defer_amendment"):
    """The discussion of it is put off."""

    def decide(self, work: DraftingWork) -> None:
        self.close(work, "defer", "deferred", children=False)


class ReferAmendment(_Closing, frozen=True, tag="refer_amendment"):
    """Agreed in principle: the wording goes to the drafting group. One that waits is called in the same
    row (procedure.md A10, A19)."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("refer", amendment)
        on_the_floor(work, amendment)
        self.close(work, "refer", "referred", children=False)


class FallAmendment(_Closing, frozen=True, tag="fall_amendment"):
    """An earlier decision removed its object, and the chair says so."""

    def decide(self, work: DraftingWork) -> None:
        self.close(work, "fall", "fell", children=True)


class PositionStated(Event, frozen=True, tag="position_stated"):
    """A group said where it stands on an amendment."""

    amendment: str
    group: str
    position: str
    at: str
    summary: dict[str, str] = msgspec.field(default_factory=dict)

    def apply(self, state: Drafting) -> Drafting:
        old = state.amendments[self.amendment]
        return state.with_amendments(
            msgspec.structs.replace(
                old,
                positions=old.positions | {self.group: self.position},
                stated=(*old.stated, Stated(self.group, self.position, self.at, self.summary)),
            )
        )


class StatePosition(Command, frozen=True, tag="state_position"):
    """Record where a group or a regional group stands on an amendment that is before the meeting; what
    it said before is kept beside what it says now (procedure.md §2.6). ``summary`` is what the report says
    that it said: in ``language``, or by language."""

    amendment: str
    group: str
    position: Literal["supports", "supports_with_changes", "flexible", "opposes", "reserves"]
    summary: Words = ""
    language: Language = "en"

    def decide(self, work: DraftingWork) -> None:
        amendment = work.amendment(self.amendment)
        _may_be_judged(amendment)
        group = work.actor(self.group)
        person = work.assembly.participants.get(group)
        if person is not None:
            raise refuse(
                "position",
                N_(
                    "A position is that of a group, and {name} is a participant: name the group or the "
                    "regional group that was spoken for."
                ),
                name=person.name,
            )
        before = amendment.positions.get(group, "")
        work.emit(
            PositionStated(
                amendment=amendment.id,
                group=group,
                position=self.position,
                at=work.context.time,
                summary=by_language(self.summary, self.language),
            )
        )
        work.answer |= {"number": amendment.number, "group": group, "position": self.position}
        if before not in ("", self.position):
            work.answer["before"] = before


def _may_be_judged(amendment: Amendment) -> None:
    """Raises Refused unless the amendment is before the meeting."""
    if allowed("position", amendment):
        return
    if amendment.state == "returned":
        raise refuse(
            "position",
            N_("{number} is with its author for clarification; record positions once it is handed in again."),
            number=amendment.number,
        )
    raise refuse(
        "position",
        N_(
            "{number} has been disposed of ({state}). A position recorded wrongly before is put right "
            "by correcting the recording of the decision first."
        ),
        number=amendment.number,
        state=Term("state", amendment.state, "amendment"),
    )
