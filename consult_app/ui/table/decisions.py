"""The decisions on an amendment as the Table offers them: words, key, command, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from consult_app.drafting.adoption import AdoptAmendment
from consult_app.drafting.amendments import ON_THE_FLOOR, PARKED, Amendment, needs_seconder
from consult_app.drafting.floor import (
    BracketAmendment,
    CallAmendment,
    DeclareNotMoved,
    DeclareNotSeconded,
    DeferAmendment,
    FallAmendment,
    ReferAmendment,
    RejectAmendment,
    WithdrawAmendment,
)
from consult_app.drafting.lifecycle import FROM
from consult_app.meetings.acts import Command
from consult_app.meetings.assembly import Assembly
from consult_app.meetings.reasons import N_


@dataclass(frozen=True)
class Decision:
    """One decision. ``act`` is its name in the state machine; ``make`` gives its command from the
    number of the amendment, and is None where something must be asked first."""

    key: str
    words: str
    letter: str
    act: str
    make: Callable[[str], Command] | None = None


def _all(*decisions: Decision) -> dict[str, Decision]:
    return {decision.key: decision for decision in decisions}


DECISIONS: Final[dict[str, Decision]] = _all(
    Decision("call", N_("Call"), "C", "call", lambda number: CallAmendment(amendment=number)),
    Decision("adopt", N_("Adopt"), "A", "adopt", lambda number: AdoptAmendment(amendment=number)),
    Decision("reject", N_("Reject"), "R", "reject", lambda number: RejectAmendment(amendment=number)),
    Decision("withdraw", N_("Withdraw"), "W", "withdraw", lambda number: WithdrawAmendment(amendment=number)),
    Decision("subamend", N_("Subamend"), "S", "subamend"),
    Decision("second", N_("Second"), "E", "second"),
    Decision("defer", N_("Defer"), "D", "defer", lambda number: DeferAmendment(amendment=number)),
    Decision("bracket", N_("Bracket"), "B", "bracket", lambda number: BracketAmendment(amendment=number)),
    Decision("not_moved", N_("Not moved"), "", "not_moved", lambda number: DeclareNotMoved(amendment=number)),
    Decision(
        "not_seconded",
        N_("Not seconded"),
        "",
        "not_seconded",
        lambda number: DeclareNotSeconded(amendment=number),
    ),
    Decision("fall", N_("Falls"), "", "fall", lambda number: FallAmendment(amendment=number)),
    Decision(
        "refer",
        N_("Refer to the drafting group"),
        "",
        "refer",
        lambda number: ReferAmendment(amendment=number),
    ),
    Decision("take_over", N_("Take over"), "", "take_over"),
)
BY_LETTER: Final[dict[str, str]] = {d.letter: d.key for d in DECISIONS.values() if d.letter}
_MORE: Final = ("defer", "bracket", "refer", "withdraw", "not_moved", "not_seconded", "fall", "take_over")


def possible(key: str, assembly: Assembly, amendment: Amendment) -> bool:
    """Whether the decision *key* makes sense for the amendment as it stands.

    The rules themselves are asked when it is performed: what is unusual is not hidden here.
    """
    act = DECISIONS[key].act
    if act == "subamend":
        return amendment.state == "under_discussion"
    if amendment.state not in FROM[act][0]:
        return False
    if act in ("second", "not_seconded"):
        return not amendment.subamendment and needs_seconder(assembly, amendment)
    return True


def on_the_bar(assembly: Assembly, amendment: Amendment) -> tuple[str, ...]:
    """The decisions that have a button of their own, the likeliest first."""
    if amendment.state == "withdrawn":
        return ("take_over",)
    if not amendment.pending:
        return ()
    lacks = not amendment.subamendment and needs_seconder(assembly, amendment)
    if lacks and amendment.state in ON_THE_FLOOR:
        return ("second", "not_seconded", "withdraw")
    if amendment.state == "under_discussion":
        return ("adopt", "subamend", "bracket", "reject", "withdraw")
    if lacks:
        return ("call", "second", "reject", "withdraw", "defer")
    if amendment.subamendment:
        return ("adopt", "call", "reject", "withdraw", "defer")
    if amendment.state in PARKED:
        return ("call", "adopt", "reject", "withdraw")
    return ("call", "adopt", "reject", "withdraw", "defer")


def in_the_menu(assembly: Assembly, amendment: Amendment) -> tuple[str, ...]:
    """The decisions behind “More” that are possible now and have no button."""
    shown = on_the_bar(assembly, amendment)
    return tuple(key for key in _MORE if key not in shown and possible(key, assembly, amendment))
