"""A vote decides an amendment or a paragraph, through the same code as consensus does (procedure.md A22);
or a subject that is no part of the text.

A void vote is recorded and decides nothing: the amendment stays under discussion.
"""

from __future__ import annotations

from typing import Any

from ...meetings.acts import Command
from ...meetings.kept.votes import Method, Subject, Tally, Vote
from ...meetings.reasons import N_, refuse
from ...meetings.voting.voting import Ballot, Outcome, recorded, said, taken
from ..amendments.amendment import ADOPTED, Amendment
from ..amendments.work import DraftingWork
from ..text.nodes import Node, Text
from .adoption import AdoptAmendment
from .consideration import ADOPTED_ALREADY, DELETED_ALREADY, AdoptNode, NodesStepped, outcome_of
from .floor import RejectAmendment
from .lifecycle import guard, on_the_floor


class RecordVote(Command, frozen=True, tag="record_vote"):
    """Record a vote on an ``amendment`` (or subamendment), a ``node``, or a subject of its own (``on``),
    and carry its outcome out. ``tally`` is by group ({"workers": [for, against, abstaining]}), by name
    ({"Name": "for"}) or, in an election, {"candidates": {"Name": 3}, "invalid": 1}. ``against`` puts the
    amendment against another: "for" are then the votes for the first, "against" those for the other."""

    method: Method
    tally: Tally
    amendment: str = ""
    node: str = ""
    on: str = ""
    against: str = ""
    weighted: bool | None = None
    declared: Outcome | None = None
    requested_by: str | tuple[str, ...] = ()

    def decide(self, work: DraftingWork) -> None:
        named = [each for each in (self.amendment, self.node, self.on) if each.strip()]
        if len(named) != 1:
            raise refuse(
                "vote", N_("A vote is on an amendment, on a node, or on a subject of its own: name one.")
            )
        if self.against and not self.amendment:
            raise refuse("vote", N_("Only an amendment is put against another."))
        if self.against:
            _against(work, self)
        elif self.amendment:
            _on_amendment(work, self)
        elif self.node:
            _on_node(work, self)
        else:
            _record(work, self, Subject("free", label=" ".join(self.on.split())))

    def ballot(self) -> Ballot:
        """How the vote was taken and counted."""
        return Ballot(
            method=self.method,
            tally=self.tally,
            weighted=self.weighted,
            declared=self.declared,
            requested_by=self.requested_by,
        )

    def carried_out(self) -> dict[str, Any]:
        """What the command that carries the outcome out takes over from this one."""
        return {"confirm": self.confirm, "reason": self.reason, "note": self.note, "basis": "vote"}


def _record(work: DraftingWork, command: RecordVote, subject: Subject) -> Vote:
    vote = taken(work, work.assembly, command, command.ballot(), subject)
    work.emit(recorded(vote))
    said(work, vote)
    return vote


def _debated(work: DraftingWork, number: str) -> Amendment:
    """The amendment, which can be decided on and is under discussion now."""
    amendment = work.amendment(number)
    work.must_be_open(work.state.texts[amendment.text_id])
    guard("adopt", amendment)
    waiting = [child.number for child in work.state.subamendments(amendment) if child.pending]
    if waiting:
        raise refuse(
            "subamendments_first",
            N_("Subamendments are disposed of before their amendment: {subamendments} first."),
            subamendments=waiting,
        )
    return on_the_floor(work, amendment)


def _on_amendment(work: DraftingWork, command: RecordVote) -> None:
    amendment = work.amendment(command.amendment)
    text = work.state.texts[amendment.text_id]
    node = text.nodes.get(amendment.target)
    if node is not None:
        work.must_be_seen(command, node.text(amendment.language))
    amendment = _debated(work, command.amendment)
    kind = "subamendment" if amendment.subamendment else "amendment"
    subamended = any(child.state in ADOPTED for child in work.state.subamendments(amendment))
    adopted_as = "adopted_as_subamended" if subamended else "adopted"
    subject = Subject(
        kind, amendment.id, amendment.number, amendment.kind, amendment.text_id, adopted_as=adopted_as
    )
    vote = _record(work, command, subject)
    if vote.outcome == "adopted":
        AdoptAmendment(amendment=amendment.id, **command.carried_out()).decide(work)
    elif vote.outcome == "rejected":
        RejectAmendment(amendment=amendment.id, **command.carried_out()).decide(work)
    work.answer |= {
        "number": vote.symbol,
        "amendment": amendment.number,
        "state": work.state.amendments[amendment.id].state,
    }


def _on_node(work: DraftingWork, command: RecordVote) -> None:
    text = work.text(command)
    work.must_be_open(text)
    node = work.node(text, command.node)
    if node.closed:
        why = DELETED_ALREADY if node.deleted else ADOPTED_ALREADY
        raise refuse("P2", why, place=work.place(text, node.id))
    work.must_be_seen(command, node.text(node.original))
    _opened(work, text, node)
    kind = text.tree.spots[node.id].kind
    adopted_as = outcome_of(text, node)
    subject = Subject("node", node.id, work.label(text, node.id), kind, text.id, adopted_as)
    vote = _record(work, command, subject)
    if vote.outcome == "adopted":
        AdoptNode(node=node.id, text_id=text.id, **command.carried_out()).decide(work)
    now = work.state.texts[text.id].nodes[node.id]
    work.answer |= {"node": work.label(text, node.id), "state": now.state}


def _opened(work: DraftingWork, text: Text, node: Node) -> None:
    if node.state == "not_opened":
        work.emit(NodesStepped(text_id=text.id, steps={node.id: work.step("under_consideration")}))


def _against(work: DraftingWork, command: RecordVote) -> None:
    """Two amendments put against each other: nothing is adopted by it, the winner must still be put on its
    own (procedure.md §3, ILC variant)."""
    order = work.assembly.meeting.rules.order
    if not order.against_each_other:
        work.confirm(
            command,
            N_("The rules of this meeting do not put amendments against each other. Do it all the same?"),
        )
    first, other = work.amendment(command.amendment), work.amendment(command.against)
    if first.id == other.id or first.text_id != other.text_id or first.amends != other.amends:
        raise refuse(
            "against",
            N_("{number} cannot be put against {other}: they are not alternatives to each other."),
            number=first.number,
            other=other.number,
        )
    first, other = _debated(work, first.id), _debated(work, other.id)
    kind = "subamendment" if first.subamendment else "amendment"
    vote = _record(
        work,
        command,
        Subject(
            kind,
            first.id,
            first.number,
            first.kind,
            first.text_id,
            other=other.id,
            other_label=other.number,
        ),
    )
    if vote.winners:
        work.warn(
            N_("{number} was preferred; it must still be put on its own to be adopted."),
            number=vote.winners[0],
        )
    work.answer |= {"amendment": first.number, "against_amendment": other.number}


__all__ = ["RecordVote"]
