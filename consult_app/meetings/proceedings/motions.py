"""Motions as to procedure and points of order (procedure.md §2.5): moved, seconded, decided.

A carried motion is on the record; what follows from it (the sitting is closed, a paragraph deferred) is
done by its own command, when the Chairperson does it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from ..acts import AssemblyEvent, Command, Work, replaced
from ..kept.assembly import VOTING_ROLES, Assembly
from ..kept.votes import Motion, Subject, Vote
from ..people.people import same_delegation
from ..reasons import N_, Refused, Term, refuse
from ..voting.voting import Ballot, recorded, said, taken

MotionKind = Literal[
    "refer_back",
    "postpone",
    "adjourn_sitting",
    "adjourn_debate",
    "next_item",
    "opinion",
    "closure",
    "point_of_order",
]
MotionOutcome = Literal["carried", "lost", "withdrawn", "not_seconded", "upheld", "not_upheld"]
_OPEN = frozenset({"moved", "seconded"})
_RULINGS = frozenset({"upheld", "not_upheld"})
_DEPUTIES = VOTING_ROLES | {"deputy"}


class MotionRecorded(AssemblyEvent, frozen=True, tag="motion_recorded"):
    """A motion was moved, or stands otherwise than before."""

    motion: Motion

    def numbers(self) -> dict[str, int]:
        return {"M": self.motion.number}

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, motions=replaced(state.motions, self.motion.id, self.motion))


class RecordMotion(Command, frozen=True, tag="record_motion"):
    """Record a motion as to procedure or a point of order, with its seconder and what became of it:
    ``outcome``, or a ``vote`` (method, tally …) that decides it; both may come later. ``ruling`` is what
    the Chairperson ruled on a point of order."""

    kind: MotionKind
    by: str
    seconded_by: str = ""
    on: str = ""
    outcome: MotionOutcome | None = None
    ruling: str = ""
    vote: Ballot | None = None

    def decide(self, work: Work[Assembly]) -> None:
        by = _mover(work.state, self.by)
        motion = Motion(
            id=work.new_id("m"),
            number=work.context.number("M"),
            kind=self.kind,
            by=by,
            at=work.context.time,
            sitting=work.state.sitting_number,
            on=self.on.strip(),
            reason=self.reason,
        )
        if work.state.sitting is None:
            work.warn(N_("No sitting is open."))
        if self.seconded_by:
            motion = _seconded(work.state, motion, self.seconded_by)
        _go_on(work, self, motion, self.outcome, self.ruling, self.vote)


class SecondMotion(Command, frozen=True, tag="second_motion"):
    """Second a motion that was moved."""

    motion: str
    by: str

    def decide(self, work: Work[Assembly]) -> None:
        motion = _found(work.state, self.motion)
        motion = _seconded(work.state, motion, self.by)
        _go_on(work, self, motion, None, "", None)


class DecideMotion(Command, frozen=True, tag="decide_motion"):
    """Say what became of a motion: ``outcome``, a ``vote`` that decides it, or the ``ruling`` on a point
    of order."""

    motion: str
    outcome: MotionOutcome | None = None
    ruling: str = ""
    vote: Ballot | None = None

    def decide(self, work: Work[Assembly]) -> None:
        motion = _found(work.state, self.motion)
        if self.outcome is None and self.vote is None and not self.ruling.strip():
            raise refuse(
                "motion",
                N_("Say what became of motion {number}: an outcome, a vote, or the ruling."),
                number=motion.symbol,
            )
        _go_on(work, self, motion, self.outcome, self.ruling, self.vote)


def _go_on(
    work: Work[Assembly],
    command: Command,
    motion: Motion,
    outcome: MotionOutcome | None,
    ruling: str,
    ballot: Ballot | None,
) -> None:
    """Record *motion* as far as it has come."""
    if motion.state not in _OPEN:
        raise refuse(
            "motion",
            N_("Motion {number} has been decided: {state}."),
            number=motion.symbol,
            state=Term("state", motion.state, "motion"),
        )
    point = motion.kind == "point_of_order"
    ruling = ruling.strip()
    if ruling and not point:
        raise refuse("motion", N_("The Chairperson rules on points of order; a motion is carried or lost."))
    if outcome is not None and ballot is not None:
        raise refuse("motion", N_("Give the outcome or the vote, not both: the vote gives the outcome."))
    if outcome is not None and outcome != "withdrawn" and point != (outcome in _RULINGS):
        raise refuse(
            "motion",
            N_("A point of order is upheld or not upheld by the Chairperson.")
            if point
            else N_("A motion is carried, lost, withdrawn or not seconded."),
        )
    if point and ballot is not None:
        raise refuse("motion", N_("The Chairperson rules on a point of order at once; it is not voted on."))
    decided = ballot is not None or outcome in ("carried", "lost")
    if decided and not motion.seconded_by and needs_seconder(work.state, motion):
        raise refuse(
            "motion_seconder",
            N_(
                "A motion is not discussed unless it is seconded: say who seconds it (seconded_by), or that "
                "it was not seconded."
            ),
        )
    if outcome == "not_seconded" and motion.seconded_by:
        raise refuse("motion", N_("Motion {number} has been seconded already."), number=motion.symbol)
    vote: Vote | None = None
    state: str = outcome or motion.state
    if ballot is not None:
        subject = Subject("motion", motion.id, motion.symbol, motion.kind)
        vote = taken(work, work.state, command, ballot, subject)
        state = {"adopted": "carried", "rejected": "lost"}.get(vote.outcome, motion.state)
    if point and ruling and outcome is None:
        raise refuse("motion", N_("Say whether the point of order was upheld (outcome)."))
    if point and state == "moved":
        work.warn(N_("The Chairperson rules on a point of order at once; record the ruling."))
    elif state == "moved" and needs_seconder(work.state, motion):
        work.warn(N_("Motion {number} needs a seconder."), number=motion.symbol)
    if vote is not None:
        work.emit(recorded(vote))
        said(work, vote)
    motion = msgspec.structs.replace(
        motion,
        state=state,
        ruling=ruling or motion.ruling,
        vote=vote.number if vote is not None else motion.vote,
        decided_at="" if state in _OPEN else work.context.time,
    )
    work.emit(MotionRecorded(motion=motion))
    if vote is not None:
        work.answer["vote"] = vote.symbol
    else:
        work.answer["sentence"] = motion
    work.answer |= {"id": motion.id, "number": motion.symbol, "state": motion.state}


def needs_seconder(assembly: Assembly, motion: Motion) -> bool:
    """Whether the rules ask for a seconder that the motion does not have; a point of order needs none."""
    asked = assembly.meeting.rules.seconding.motion
    return asked and motion.kind != "point_of_order" and not motion.seconded_by


def _found(assembly: Assembly, name: str) -> Motion:
    name = name.strip()
    for motion in assembly.motions.values():
        if name in (motion.id, motion.symbol):
            return motion
    raise refuse("unknown_motion", N_("There is no motion {name}."), name=name)


def _mover(assembly: Assembly, who: str) -> str:
    found = assembly.find_actor(who.strip())
    if not found:
        raise refuse(
            "unknown_actor", N_("“{who}” is neither a group nor a participant of this meeting."), who=who
        )
    person = assembly.participants.get(found)
    if person is not None and person.role not in _DEPUTIES:
        raise refuse(
            "motion",
            N_("{name} takes part as {role} and cannot move or second a motion."),
            name=person.name,
            role=Term("role", person.role, "participant"),
        )
    return found


def _seconded(assembly: Assembly, motion: Motion, who: str) -> Motion:
    by = _mover(assembly, who)
    if motion.seconded_by or motion.state != "moved":
        raise refuse("motion", N_("Motion {number} has been seconded already."), number=motion.symbol)
    if motion.kind == "point_of_order":
        raise refuse("motion", N_("A point of order needs no seconder."))
    if by == motion.by or same_delegation(assembly, by, motion.by):
        raise _other_delegation(motion)
    return msgspec.structs.replace(motion, seconded_by=by, state="seconded")


def _other_delegation(motion: Motion) -> Refused:
    return refuse(
        "motion_seconder",
        N_("Motion {number} must be seconded by somebody of another delegation."),
        number=motion.symbol,
    )


__all__ = [
    "DecideMotion", "MotionKind", "MotionOutcome", "MotionRecorded", "RecordMotion", "SecondMotion",
    "needs_seconder",
]  # fmt: skip
