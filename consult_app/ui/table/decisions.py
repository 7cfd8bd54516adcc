"""The decisions on an amendment as the Table offers them: words, key, command, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from consult_app.drafting.amendments.amendment import (
    ON_THE_FLOOR,
    PARKED,
    Amendment,
    Drafting,
    needs_seconder,
)
from consult_app.drafting.amendments.effect import effect
from consult_app.drafting.amendments.proposals import shape
from consult_app.drafting.deciding.accepting import AcceptSubamendment
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.bracketing import BracketAmendment
from consult_app.drafting.deciding.floor import (
    CallAmendment,
    DeclareNotMoved,
    DeclareNotSeconded,
    DeferAmendment,
    FallAmendment,
    ReferAmendment,
    RejectAmendment,
    WithdrawAmendment,
)
from consult_app.drafting.deciding.lifecycle import allowed
from consult_app.drafting.handing_in.handling import (
    DeclareInadmissible,
    DivideAmendment,
    ResubmitAmendment,
    ReturnAmendment,
    divided,
)
from consult_app.drafting.views import places_of
from consult_app.meetings.acts import Command
from consult_app.meetings.reasons import N_
from consult_app.state import CorrectRecording, State


@dataclass(frozen=True)
class Decision:
    """One decision. ``act`` is its name in the state machine; ``make`` gives its command from the
    number of the amendment, ``explained`` from the number and a reason, for which ``why`` asks. Where
    both are None, who or what words must be asked first."""

    key: str
    words: str
    letter: str
    act: str
    make: Callable[[str], Command] | None = None
    explained: Callable[[str, str], Command] | None = None
    why: str = ""


def _all(*decisions: Decision) -> dict[str, Decision]:
    return {decision.key: decision for decision in decisions}


DECISIONS: Final[dict[str, Decision]] = _all(
    Decision("call", N_("Call"), "C", "call", lambda number: CallAmendment(amendment=number)),
    Decision("adopt", N_("Adopt"), "A", "adopt", lambda number: AdoptAmendment(amendment=number)),
    Decision("reject", N_("Reject"), "R", "reject", lambda number: RejectAmendment(amendment=number)),
    Decision("withdraw", N_("Withdraw"), "W", "withdraw", lambda number: WithdrawAmendment(amendment=number)),
    Decision(
        "accept",
        N_("Author accepts"),
        "P",
        "adopt",
        lambda number: AcceptSubamendment(amendment=number),
    ),
    Decision("subamend", N_("Subamend"), "S", "subamend"),
    Decision("second", N_("Second"), "E", "second"),
    Decision("defer", N_("Defer"), "D", "defer", lambda number: DeferAmendment(amendment=number)),
    Decision("bracket", N_("Bracket"), "B", "bracket", lambda number: BracketAmendment(amendment=number)),
    Decision(
        "not_moved", N_("Not moved"), "X", "not_moved", lambda number: DeclareNotMoved(amendment=number)
    ),
    Decision(
        "not_seconded",
        N_("Not seconded"),
        "U",
        "not_seconded",
        lambda number: DeclareNotSeconded(amendment=number),
    ),
    Decision("fall", N_("Falls"), "F", "fall", lambda number: FallAmendment(amendment=number)),
    Decision(
        "refer",
        N_("Refer to the drafting group"),
        "I",
        "refer",
        lambda number: ReferAmendment(amendment=number),
    ),
    Decision("take_over", N_("Take over…"), "", "take_over"),
    Decision("settle", N_("Settle the collision…"), "", "adopt"),
    Decision("divide", N_("Put by parts"), "H", "divide", lambda number: DivideAmendment(amendment=number)),
    Decision("merge", N_("Take together with…"), "", "merge"),
    Decision("supersede", N_("Supersede by new words…"), "", "supersede"),
    Decision(
        "return",
        N_("Return for clarification…"),
        "",
        "return",
        explained=lambda number, why: ReturnAmendment(amendment=number, reason=why),
        why=N_("What is to be made clear in {number}?"),
    ),
    Decision(
        "resubmit", N_("Handed in again"), "", "resubmit", lambda number: ResubmitAmendment(amendment=number)
    ),
    Decision(
        "inadmissible",
        N_("Not receivable…"),
        "",
        "inadmissible",
        explained=lambda number, why: DeclareInadmissible(amendment=number, reason=why),
        why=N_("Why is {number} not receivable?"),
    ),
    Decision(
        "correct",
        N_("Correct the recording…"),
        "",
        "correct",
        explained=lambda number, why: CorrectRecording(amendment=number, reason=why),
        why=N_("What was recorded wrongly on {number}?"),
    ),
)
BY_LETTER: Final[dict[str, str]] = {d.letter: d.key for d in DECISIONS.values() if d.letter}
_LIVE_WORDS: Final[dict[str, str]] = {"adopt": N_("Accept"), "reject": N_("Put back")}
_MORE: Final = (
    "settle",
    "accept",
    "defer",
    "bracket",
    "refer",
    "withdraw",
    "not_moved",
    "not_seconded",
    "fall",
    "take_over",
    "divide",
    "merge",
    "supersede",
    "return",
    "resubmit",
    "inadmissible",
    "correct",
)


def words_for(key: str, *, live: bool) -> str:
    """The words of the decision *key*, as a message id: what is typed on the screen is accepted or put
    back, everything else adopted or rejected."""
    return _LIVE_WORDS.get(key, DECISIONS[key].words) if live else DECISIONS[key].words


def possible(key: str, state: State, amendment: Amendment) -> bool:
    """Whether the decision *key* makes sense for the amendment as it stands.

    The rules themselves are asked when it is performed: what is unusual is not hidden here.
    """
    act, subamendment = DECISIONS[key].act, amendment.subamendment
    if state.given is not None:
        return key in in_group_file(amendment)
    if act == "subamend":
        return amendment.state == "under_discussion"
    if act == "correct":
        return not amendment.pending
    if not allowed(act, amendment):
        return False
    if act in ("second", "not_seconded"):
        return needs_seconder(state.assembly, amendment)
    if act in ("bracket", "refer") and needs_seconder(state.assembly, amendment):
        return False
    if key == "accept":
        return subamendment and _can_be_accepted(state, amendment)
    if key == "settle":
        return not subamendment and effect(state.drafting, amendment).outcome == "collides"
    if act == "divide":
        return len(divided(amendment)) > 1
    if act == "merge":
        return bool(partners(state.drafting, amendment))
    if act == "supersede":
        return not subamendment and amendment.kind in ("replace", "insert_before", "insert_after")
    return True


def _can_be_accepted(state: State, amendment: Amendment) -> bool:
    """Whether the author of the amendment may say yes to this subamendment: it is before the meeting, and
    is not the author's own where it still needs a seconder."""
    parent = state.drafting.amendments[amendment.amends]
    own = amendment.by == parent.by and needs_seconder(state.assembly, amendment)
    return parent.state == "under_discussion" and not own


def partners(drafting: Drafting, amendment: Amendment) -> list[Amendment]:
    """The pending amendments that *amendment* can be taken together with: those that propose the same
    first, then the others that touch one of its nodes."""
    if amendment.subamendment:
        return []
    mine, near = shape(amendment), set(amendment.targets())
    others = [
        other
        for other in drafting.of_text(amendment.text_id)
        if other.pending
        and other.id != amendment.id
        and not other.subamendment
        and near & set(other.targets())
    ]
    return sorted(others, key=lambda other: shape(other) != mine)


def has_lost_its_object(drafting: Drafting, amendment: Amendment) -> bool:
    """Whether what a pending amendment is about is not in the text any more (procedure.md A24)."""
    if not amendment.pending or amendment.subamendment:
        return False
    text = drafting.texts[amendment.text_id]
    about = {place for target in amendment.targets() for place in places_of(text, target, amendment.row)}
    # to find out what it would do takes long, and is of no use while everything stands
    if not any(text.nodes[node].deleted for node in about if node in text.nodes):
        return False
    return effect(drafting, amendment).outcome == "gone"


def in_group_file(amendment: Amendment) -> tuple[str, ...]:
    """The decisions that are taken in a group's file: its own drafts are given up, nothing else."""
    return ("withdraw",) if amendment.state == "draft" else ()


def on_the_bar(state: State, amendment: Amendment) -> tuple[str, ...]:
    """The decisions that have a button of their own, the likeliest first."""
    if state.given is not None:
        return in_group_file(amendment)
    assembly = state.assembly
    if has_lost_its_object(state.drafting, amendment):
        return ("fall", "withdraw")
    if amendment.state == "withdrawn":
        return ("take_over",)
    if amendment.state == "returned":
        return ("resubmit", "supersede", "inadmissible")
    if amendment.kind == "live" and amendment.state == "under_discussion":
        # what was typed in several places is accepted or put back change by change
        parts = ("divide",) if len(divided(amendment)) > 1 else ()
        return ("adopt", "reject", *parts, "subamend", "bracket")
    if not amendment.pending:
        return ()
    lacks = needs_seconder(assembly, amendment)
    if lacks and amendment.state in ON_THE_FLOOR:
        return ("second", "not_seconded", "withdraw")
    if amendment.state == "under_discussion" and amendment.subamendment:
        return ("adopt", "accept", "subamend", "reject", "withdraw")
    if amendment.state == "under_discussion":
        return ("adopt", "subamend", "bracket", "reject", "withdraw")
    if lacks:
        return ("call", "second", "reject", "withdraw", "defer")
    if amendment.subamendment:
        return ("adopt", "call", "reject", "withdraw", "defer")
    if amendment.state in PARKED:
        return ("call", "adopt", "reject", "withdraw")
    return ("call", "adopt", "reject", "withdraw", "defer")


def in_the_menu(state: State, amendment: Amendment) -> tuple[str, ...]:
    """The decisions behind “More” that are possible now and have no button."""
    shown = on_the_bar(state, amendment)
    return tuple(key for key in _MORE if key not in shown and possible(key, state, amendment))
