"""What a vote would come to, tried on the state of the desk before it is recorded.

The same commands are decided that will be performed; nothing is changed by it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from consult_app.drafting.deciding.rehearsal import Act, rehearse
from consult_app.drafting.deciding.voting import RecordVote
from consult_app.meetings.acts import Command, Context, stamp
from consult_app.meetings.kept.votes import Method, Tally, Vote
from consult_app.meetings.proceedings.motions import DecideMotion
from consult_app.meetings.reasons import Message, NeedsConfirmation, Refused
from consult_app.meetings.voting.tallies import GROUPS
from consult_app.meetings.voting.voting import Ballot, Outcome
from consult_app.state import State, decide
from consult_app.ui.language import say
from consult_app.ui.voting.matters import Matter

Place = Literal["", "government", "employers", "workers", "subject", "declared", "weighted"]
#: refusals that are about what was counted; the others are about what is voted on
_ABOUT_COUNT = frozenset({"tally", "tie", "declaration", "weights", "secret_ballot"})


@dataclass(frozen=True)
class Paper:
    """What stands in the panel: what is voted on, how, and the count."""

    matter: Matter
    method: Method
    tally: Tally = field(default_factory=dict)
    subject: str = ""
    weighted: bool | None = None
    declared: Outcome | None = None
    requested_by: tuple[str, ...] = ()

    def command(self, *, confirm: bool = False) -> Command:
        """The command that records it."""
        matter = self.matter
        if matter.kind == "motion":
            ballot = Ballot(
                method=self.method,
                tally=self.tally,
                weighted=self.weighted,
                declared=self.declared,
                requested_by=self.requested_by,
            )
            return DecideMotion(motion=matter.id, vote=ballot, confirm=confirm)
        return RecordVote(
            method=self.method,
            tally=self.tally,
            amendment=matter.id if matter.kind == "amendment" else "",
            against=matter.other,
            node=matter.id if matter.kind == "node" else "",
            on=self.subject if matter.needs_words else "",
            text_id=matter.text_id,
            weighted=self.weighted,
            declared=self.declared,
            requested_by=self.requested_by,
            confirm=confirm,
        )


@dataclass(frozen=True)
class Foreseen:
    """What the vote would come to: the ``vote`` as it would be recorded, or None where the count cannot
    be; the refusal with the field that it is about; what would be asked first; what follows."""

    vote: Vote | None = None
    refused: Message | None = None
    place: Place = ""
    asks: Message | None = None
    warnings: tuple[Message, ...] = ()
    follows: str = ""


def foresee(state: State, seq: int, paper: Paper) -> Foreseen:
    """Try *paper* as row *seq* of *state*; never raises what the rules refuse.

    Where what is voted on cannot be decided now, the figures are counted all the same."""
    found = _tried(state, seq, paper)
    if found.vote is None and found.refused is not None and not found.place and not _free(paper):
        counted = _tried(state, seq, replace(paper, matter=Matter("free"), subject="…"))
        return replace(found, vote=counted.vote)
    if found.vote is not None and paper.matter.kind == "amendment" and not paper.matter.other:
        return replace(found, follows=_follows(state, seq, paper.matter.id, found.vote))
    return found


def _free(paper: Paper) -> bool:
    return paper.matter.needs_words


def _tried(state: State, seq: int, paper: Paper) -> Foreseen:
    context = Context(seq, stamp(datetime.now(UTC)))
    asks: Message | None = None
    try:
        try:
            decision = decide(state, paper.command(), context)
        except NeedsConfirmation as question:
            asks = question.why
            decision = decide(state, paper.command(confirm=True), context)
    except Refused as refusal:
        return Foreseen(refused=refusal.reason, place=_place(refusal, paper), asks=asks)
    return Foreseen(decision.state.assembly.votes[-1], asks=asks, warnings=decision.warnings)


def _place(refusal: Refused, paper: Paper) -> Place:
    """The field that a refusal is about; "" for what is voted on, or where no field can be named."""
    if refusal.rule in ("tie", "declaration"):
        return "declared"
    if refusal.rule == "weights":
        return "weighted"
    if refusal.rule == "vote" or (refusal.rule not in _ABOUT_COUNT and _free(paper)):
        return "subject"
    group = refusal.reason.values.get("group")
    for place, called in GROUPS.items():
        if group == called and refusal.rule == "tally":
            return place  # type: ignore[return-value]
    return ""


def _follows(state: State, seq: int, amendment: str, vote: Vote) -> str:
    """What the outcome would do to the other amendments, in the window's words. The question that has to
    be answered first stands in ``asks`` already."""
    if vote.outcome not in ("adopted", "rejected"):
        return ""
    act: Act = "adopt" if vote.outcome == "adopted" else "reject"
    context = Context(seq, stamp(datetime.now(UTC)))
    found = rehearse(state.drafting, state.assembly, context, state.drafting.amendments[amendment], act)
    sentences = found.sentences if found.asks is None else found.sentences[1:]
    return " ".join(say(sentence) for sentence in sentences)
