"""The state machine of an amendment as a table (procedure.md §2.1), and the step that moves it."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from ...meetings.acts import Event
from ...meetings.people.people import same_delegation
from ...meetings.reasons import N_, Refused, Term, refuse
from ..amendments.amendment import ON_THE_FLOOR, PARKED, Amendment, Drafting, needs_seconder
from ..amendments.work import DraftingWork
from ..text.nodes import Step

_QUEUE = frozenset({"queued", "proposed"}) | PARKED
#: where each act may start from; the rule's name is that of the row in procedure.md
FROM: dict[str, tuple[frozenset[str], str]] = {
    "return": (frozenset({"queued"}), "A3"),
    "resubmit": (frozenset({"returned"}), "A4"),
    "inadmissible": (frozenset({"queued", "returned"}), "A6"),
    "supersede": (frozenset({"queued", "returned"}), "A8"),
    "merge": (frozenset({"queued", "deferred"}), "A25"),
    "divide": (_QUEUE | {"called", "awaiting_seconder", "under_discussion"}, "A26"),
    "call": (_QUEUE, "A10"),
    "second": (_QUEUE | {"called", "awaiting_seconder"}, "A14"),
    "position": (_QUEUE | {"called", "awaiting_seconder", "under_discussion"}, "position"),
    "not_moved": (_QUEUE | {"called", "awaiting_seconder", "under_discussion"}, "A11"),
    "not_seconded": (frozenset({"queued", "proposed", "called", "awaiting_seconder"}), "A15"),
    "withdraw": (_QUEUE | {"draft", "returned", "called", "awaiting_seconder", "under_discussion"}, "A16"),
    "take_over": (frozenset({"withdrawn"}), "A17"),
    "defer": (_QUEUE | {"called", "awaiting_seconder", "under_discussion"}, "A19"),
    "bracket": (_QUEUE - {"bracketed"} | {"called", "awaiting_seconder", "under_discussion"}, "A19"),
    "refer": (_QUEUE - {"referred"} | {"called", "awaiting_seconder", "under_discussion"}, "A19"),
    "adopt": (_QUEUE | {"called", "awaiting_seconder", "under_discussion"}, "A21"),
    "reject": (_QUEUE | {"called", "awaiting_seconder", "under_discussion"}, "A23"),
    "fall": (_QUEUE | {"returned", "called", "awaiting_seconder", "under_discussion"}, "A24"),
}


class AmendmentStepped(Event, frozen=True, tag="amendment_stepped"):
    """An amendment went to another state without changing the text."""

    amendment: str
    step: Step
    by: str = ""
    seconded_by: str = ""

    def apply(self, state: Drafting) -> Drafting:
        old = state.amendments[self.amendment]
        new = msgspec.structs.replace(
            old,
            state=self.step.to,
            history=(*old.history, self.step),
            by=self.by or old.by,
            # taken over once more, it is still that of those who handed it in
            taken_over_from=old.taken_over_from or (old.by if self.by else ""),
            seconded_by=self.seconded_by or old.seconded_by,
        )
        return state.with_amendments(new)


class RecordingCorrected(Event, frozen=True, tag="recording_corrected"):
    """A decision on an amendment had been recorded wrongly: it is as before it, and the record says so
    (procedure.md A27)."""

    amendment: str
    step: Step

    def apply(self, state: Drafting) -> Drafting:
        old = state.amendments[self.amendment]
        return state.with_amendments(msgspec.structs.replace(old, history=(*old.history, self.step)))


def allowed(act: str, amendment: Amendment) -> bool:
    """Whether *act* may be done to the amendment in its present state."""
    return amendment.state in FROM[act][0]


def guard(act: str, amendment: Amendment) -> None:
    """Raises Refused, naming the state and what to do first, when *act* is not for this state."""
    states, rule = FROM[act]
    if amendment.state not in states:
        state = Term("state", amendment.state, "amendment")
        raise refuse(rule, _what_first(act, amendment), number=amendment.number, state=state)


def _what_first(act: str, amendment: Amendment) -> str:
    if not amendment.pending:
        return N_(
            "This cannot be done to {number} now: {state}. A decision recorded wrongly is put right by "
            "correcting the recording."
        )
    if amendment.state == "returned":
        return N_(
            "This cannot be done to {number} now: {state}. Its author hands it in again first, or withdraws "
            "it."
        )
    if amendment.state in ON_THE_FLOOR:
        return N_(
            "This cannot be done to {number} now: {state}. It is before the meeting: decide on it, or put "
            "its discussion off."
        )
    return N_("This cannot be done to {number} now: {state}. It waits to be called or decided on.")


def step_to(work: DraftingWork, amendment: Amendment, to: str, **known: str) -> Amendment:
    """Move the amendment on and return it as it is now. ``known``: basis, by, reason of the step."""
    work.emit(AmendmentStepped(amendment=amendment.id, step=work.step(to, **known)))
    return work.state.amendments[amendment.id]


#: who may move, second or take over an amendment: members and those who stand in for them
MOVERS = frozenset({"member", "substitute", "deputy"})


def may_move(work: DraftingWork, by: str, rule: str) -> None:
    """Raises Refused for a participant who has no right to move or second an amendment (procedure.md
    §2, MEM)."""
    person = work.assembly.participants.get(by)
    if person is not None and person.role not in MOVERS:
        raise refuse(
            rule,
            N_("{name} takes part as {role} and cannot move or second an amendment."),
            name=person.name,
            role=Term("role", person.role, "participant"),
        )


def moving_together(work: DraftingWork, by: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of those who hand an amendment in together with *by*. Raises Refused for one who is not known
    or has no right to move it, and where somebody is named twice."""
    out: list[str] = []
    for name in names:
        who = work.actor(name)
        if who == by or who in out:
            raise refuse(
                "co_authors",
                N_("{name} is named twice among those who hand the amendment in; name each of them once."),
                name=work.assembly.name_of(who),
            )
        may_move(work, who, "A1")
        out.append(who)
    return tuple(out)


def may_second(work: DraftingWork, number: str, author: str, by: str) -> None:
    """Raises Refused unless *by* may second the amendment *number* of *author*: any group, or a member of
    another delegation (procedure.md A14)."""
    may_move(work, by, "A14")
    if by == author or same_delegation(work.assembly, by, author):
        raise refuse("A14", N_("{number} must be seconded by somebody of another delegation."), number=number)


class Movers(NamedTuple):
    """Those who hand an amendment in: the first author, who does so together with them, and who seconds it
    ("" where nobody does)."""

    by: str
    together: tuple[str, ...]
    seconder: str

    def must_be_seconded(self, work: DraftingWork, number: str) -> None:
        """Raises Refused where the seconder may not second the amendment *number* of each of its authors."""
        if self.seconder:
            for author in (self.by, *self.together):
                may_second(work, number, author, self.seconder)


def movers(work: DraftingWork, by: str, co_authors: tuple[str, ...], seconded_by: str) -> Movers:
    """Who hands an amendment in, by ids; *by* is one already. Raises Refused for one who is not known or has
    no right to move it (procedure.md A1)."""
    may_move(work, by, "A1")
    together = moving_together(work, by, co_authors)
    return Movers(by, together, work.actor(seconded_by) if seconded_by else "")


def on_the_floor(work: DraftingWork, amendment: Amendment) -> Amendment:
    """Bring the amendment under discussion, calling it and opening its nodes in the same row.
    Raises Refused when it still needs a seconder."""
    from .consideration import open_nodes

    if amendment.state not in ("called", "awaiting_seconder", "under_discussion"):
        guard("call", amendment)
        open_nodes(work, amendment)
        amendment = step_to(work, amendment, "called")
    if amendment.state != "under_discussion":
        if needs_seconder(work.assembly, amendment):
            raise refuse(
                "A14",
                N_("{number} is moved by a single member and has not been seconded."),
                number=amendment.number,
            )
        amendment = step_to(work, amendment, "under_discussion")
    return amendment


def parent_closed(parent: Amendment) -> Refused:
    """The refusal of what would be done to a subamendment of an amendment disposed of."""
    return refuse(
        "parent_closed",
        N_("{number} has been disposed of; it cannot be subamended."),
        number=parent.number,
    )


def close_children(work: DraftingWork, amendment: Amendment) -> None:
    """Subamendments that are open fall with their parent (procedure.md §2.2)."""
    for child in work.state.subamendments(amendment):
        if child.pending:
            step_to(work, child, "fell")
            close_children(work, child)


def may_withdraw(work: DraftingWork, amendment: Amendment) -> None:
    """Raises Refused while a subamendment is under discussion or has been adopted (A16)."""
    if not work.assembly.meeting.rules.withdrawal_barred_by_subamendment:
        return
    for child in work.state.subamendments(amendment):
        if child.state in ("under_discussion", "adopted", "adopted_as_subamended"):
            raise refuse(
                "A16",
                N_("{number} cannot be withdrawn: {child} is {state}."),
                number=amendment.number,
                child=child.number,
                state=Term("state", child.state, "subamendment"),
            )
