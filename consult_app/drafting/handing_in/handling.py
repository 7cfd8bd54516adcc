"""What the desk does with amendments before they come to the floor: joined when identical, replaced by
their authors, sent back, not received, put by parts (procedure.md A3, A4, A6, A8, A25, A26)."""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command, Event, Language
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import Amendment, Change, Deletion, Drafting, Insertion, WordChange, change_of
from ..amendments.effective import deletions, effective_insertions, effective_words
from ..amendments.proposals import Asked, Words, proposed_changes, shape
from ..amendments.work import DraftingWork
from ..deciding.floor import Basis, _OnAmendment
from ..deciding.lifecycle import close_children, guard, step_to
from ..house_style.ordinals import alpha
from ..text.nodes import Step
from ..wordings.diff import Ops, apply_ops
from ..wordings.wording import canonical
from .submission import AmendmentSubmitted


class AmendmentMerged(Event, frozen=True, tag="amendment_merged"):
    """An amendment is considered together with another that says the same; its author keeps the
    credit."""

    amendment: str
    into: str
    step: Step

    def apply(self, state: Drafting) -> Drafting:
        old, into = state.amendments[self.amendment], state.amendments[self.into]
        return state.with_amendments(
            msgspec.structs.replace(old, state=self.step.to, history=(*old.history, self.step)),
            msgspec.structs.replace(into, joint=(*into.joint, *old.authors, *old.joint)),
        )


class MergeAmendment(_OnAmendment, frozen=True, tag="merge_amendment", kw_only=True):
    """Take an amendment together with another one that proposes the same: one discussion, several
    authors."""

    into: str

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("merge", amendment)
        into = work.amendment(self.into)
        apart = into.text_id != amendment.text_id or into.amends != amendment.amends
        if into.id == amendment.id or not into.pending or apart:
            raise refuse(
                "A25",
                N_("{number} cannot be taken together with {other}."),
                number=amendment.number,
                other=into.number,
            )
        if shape(into) != shape(amendment):
            work.confirm(
                self,
                N_(
                    "{number} and {other} do not propose the same words; only those of {other} will be "
                    "discussed. Take them together?"
                ),
                number=amendment.number,
                other=into.number,
            )
        work.emit(
            AmendmentMerged(
                amendment=amendment.id,
                into=into.id,
                step=work.step("merged", by=into.number, reason=self.reason),
            )
        )
        close_children(work, amendment)
        self.said(work, amendment)


class ReturnAmendment(_OnAmendment, frozen=True, tag="return_amendment"):
    """Send an amendment back to its author for clarification."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("return", amendment)
        step_to(work, amendment, "returned", reason=self.reason)
        self.said(work, amendment)


class ResubmitAmendment(_OnAmendment, frozen=True, tag="resubmit_amendment"):
    """The author hands a returned amendment in again as it stands; with other words it is superseded."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("resubmit", amendment)
        step_to(work, amendment, "queued", by=amendment.by)
        self.said(work, amendment)


class DeclareInadmissible(_OnAmendment, frozen=True, tag="declare_inadmissible"):
    """The amendment is not receivable: late, not about the text, or in no language of the meeting."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("inadmissible", amendment)
        if not self.reason.strip():
            raise refuse("A6", N_("Say why {number} is not receivable."), number=amendment.number)
        step_to(work, amendment, "inadmissible", reason=self.reason)
        self.said(work, amendment)


class SupersedeAmendment(Command, frozen=True, tag="supersede_amendment"):
    """The author puts other words in the place of an amendment that has not been called:
    ``D.12/Rev.1``, at the place of D.12 in the order of receipt. Without ``text`` the amendment is set
    aside, because its author handed in another in its place."""

    amendment: str
    text: Words | None = None
    language: Language | None = None
    basis: Basis | None = None

    def decide(self, work: DraftingWork) -> None:
        old = work.amendment(self.amendment)
        text = work.state.texts[old.text_id]
        work.must_be_open(text)
        guard("supersede", old)
        if self.text is None:
            step_to(work, old, "superseded", basis=self.basis or "", reason=self.reason)
            work.answer |= {"number": old.number, "state": "superseded"}
            return
        if old.kind not in ("replace", "insert_before", "insert_after") or old.subamendment:
            raise refuse(
                "A8", N_("{number} has no words that others could be put in the place of."), number=old.number
            )
        if len({c.node for c in old.word_changes()}) + len(old.changes) - len(list(old.word_changes())) > 1:
            raise refuse(
                "A8", N_("{number} makes several changes; withdraw it and hand in others."), number=old.number
            )
        root = old.number.partition("/Rev.")[0]
        series = f"{root}/Rev"
        number = work.context.number(series)
        inserted = old.inserted()
        asked = Asked(old.kind, "", self.text, "", inserted[0].kind if inserted else None)  # type: ignore[arg-type]
        language, changes = proposed_changes(
            work, asked, text, text.nodes[old.target], self.language or old.language
        )
        new = msgspec.structs.replace(
            old,
            id=work.new_id("a"),
            number=f"{series}.{number}",
            language=language,
            changes=changes,
            received=work.context.time,
            row=work.context.seq,
            state="queued",
            positions={},
            stated=(),
            oral=None,
            agreed=(),
            rendered={},
            signed={},
            history=(work.step("queued", by=old.by),),
        )
        step_to(work, old, "superseded", basis=self.basis or "", by=new.number, reason=self.reason)
        work.emit(AmendmentSubmitted(amendment=new))
        work.answer |= {"id": new.id, "number": new.number}


class AmendmentDivided(Event, frozen=True, tag="amendment_divided"):
    """An amendment was put by parts: each is decided on its own."""

    amendment: str
    parts: tuple[Amendment, ...]
    step: Step

    def apply(self, state: Drafting) -> Drafting:
        old = state.amendments[self.amendment]
        whole = msgspec.structs.replace(old, state=self.step.to, history=(*old.history, self.step))
        return state.with_amendments(whole, *self.parts)


class DivideAmendment(_OnAmendment, frozen=True, tag="divide_amendment"):
    """Put the amendment by parts, D.12(a), D.12(b) …: one for each node that it touches or, where it
    touches one node, one for each of its changes of words."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("divide", amendment)
        if any(child.pending for child in work.state.subamendments(amendment)):
            raise refuse(
                "A26",
                N_("{number} has subamendments; dispose of them before it is divided."),
                number=amendment.number,
            )
        pieces = divided(amendment)
        if len(pieces) < 2:
            raise refuse(
                "A26", N_("{number} makes one change; there is nothing to divide."), number=amendment.number
            )
        parts = tuple(
            msgspec.structs.replace(
                amendment,
                id=work.new_id("a"),
                number=f"{amendment.number}({alpha(index)})",
                changes=changes,
                part_of=amendment.id,
                agreed=(),
                rendered={},
                signed={},
                row=amendment.row,
                history=(work.step(amendment.state, by=amendment.by),),
            )
            for index, changes in enumerate(pieces, 1)
        )
        if len({c.language for c in amendment.word_changes()}) > 1:
            work.warn(
                N_("The parts of {number} are in one language; put them into the others."),
                number=amendment.number,
            )
        work.emit(
            AmendmentDivided(amendment=amendment.id, parts=parts, step=work.step("split", reason=self.reason))
        )
        work.answer |= {"number": amendment.number, "parts": [part.number for part in parts]}


def divided(amendment: Amendment) -> list[tuple[Change, ...]]:
    """The changes of *amendment* in parts that can each be adopted alone. A part in several languages
    stays whole only where it is a node's whole wording: elsewhere nobody can say which words of one
    language go with which of another."""
    words = effective_words(amendment)
    structural: list[Change] = [c for c in amendment.changes if not isinstance(c, WordChange | Insertion)]
    deleted = deletions(amendment)
    structural = [c for c in structural if not isinstance(c, Deletion) or c.node in deleted]
    own: list[Change] = [c for c in words if c.language == amendment.language]
    own += [*structural, *effective_insertions(amendment)]
    if len(own) > 1:
        out: list[tuple[Change, ...]] = []
        for change in own:
            others = (
                [c for c in words if c.node == change.node and c is not change]
                if isinstance(change, WordChange)
                else []
            )
            out.append((change, *others))
        return out
    [change] = own
    if not isinstance(change, WordChange):
        return [(change,)]
    return [(_part(change, ops),) for ops in _units(change)]


def _units(change: WordChange) -> list[Ops]:
    """The operations of a change in groups that can each be carried out alone: the two ends of a mark
    belong together."""
    out: list[Ops] = []
    open_ones: Ops = ()
    for op in change.ops:
        open_ones = (*open_ones, op)
        alone = apply_ops(change.base, open_ones)
        rest = apply_ops(change.base, tuple(o for o in change.ops if o not in open_ones))
        if canonical(alone) == alone and canonical(rest) == rest:
            out.append(open_ones)
            open_ones = ()
    if open_ones:
        return [change.ops]
    return out


def _part(change: WordChange, ops: Ops) -> WordChange:
    """Some operations of a change as a change of its own."""
    proposed = apply_ops(change.base, ops)
    part = change_of(change.node, change.language, change.base, proposed, since=change.since)
    return msgspec.structs.replace(part, ops=ops, standing=change.standing)
