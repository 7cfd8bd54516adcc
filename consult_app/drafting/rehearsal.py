"""What would follow from a decision on an amendment, found out before it is taken (design.md §4).

The decision is made on a copy of the texts, as a trial: states are immutable, so that nothing has to be
taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, get_args

import msgspec

from ..meetings.acts import Context
from ..meetings.assembly import Assembly
from ..meetings.reasons import N_, Message, NeedsConfirmation, Refused
from .adoption import AdoptAmendment
from .amendments import Amendment, Drafting, Insertion, Move
from .colliding import why
from .effect import effect
from .effective import deletions
from .floor import RejectAmendment, WithdrawAmendment
from .nodes import Text
from .order import below, in_order
from .reach import pieces_of, place_of
from .work import DraftingWork, numbers

Act = Literal["adopt", "reject", "withdraw"]
ACTS: tuple[Act, ...] = get_args(Act)
_COMMANDS: dict[Act, type[AdoptAmendment | RejectAmendment | WithdrawAmendment]] = {
    "adopt": AdoptAmendment,
    "reject": RejectAmendment,
    "withdraw": WithdrawAmendment,
}


class Rehearsal(msgspec.Struct, frozen=True, gc=False):
    """What would follow for the other pending amendments to the same nodes, by number.

    ``falls`` have lost their object (or are open subamendments, which fall with it); ``collides`` touch
    the same words, ``collisions`` says how; ``rebases`` still apply, at other places of the text;
    ``stays`` are not touched. Where a rule is in the way ``refused`` says which and why, and nothing
    follows; ``asks`` is the question that has to be answered with yes first.
    """

    number: str
    act: Act
    falls: tuple[str, ...] = ()
    collides: tuple[str, ...] = ()
    rebases: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    collisions: tuple[tuple[str, Message], ...] = ()
    refused: Message | None = None
    rule: str = ""
    asks: Message | None = None
    parent: str = ""

    @property
    def sentences(self) -> tuple[Message, ...]:
        """It in words: the question first where there is one."""
        if self.refused is not None:
            return (Message(_CANNOT[self.act], {"number": self.number, "why": self.refused}),)
        follows = Message(_IF[self.act], {"number": self.number, "what": self._what()})
        return (self.asks, follows) if self.asks is not None else (follows,)

    def _what(self) -> list[Message]:
        parts = [
            Message(one if len(found) == 1 else more, {"amendments": list(found)})
            for found, one, more in (
                (self.falls, *_FALLS),
                (self.collides, *_COLLIDES),
                (self.rebases, *_REBASES),
                (self.stays, *_STAYS),
            )
            if found
        ]
        if self.parent and self.act == "adopt":
            return [Message(N_("{parent} is subamended by it"), {"parent": self.parent}), *parts]
        return parts if self.falls else [*parts, Message(N_("nothing falls"))]


_IF: dict[Act, str] = {
    "adopt": N_("If {number} is adopted: {what}."),
    "reject": N_("If {number} is not adopted: {what}."),
    "withdraw": N_("If {number} is withdrawn: {what}."),
}
_CANNOT: dict[Act, str] = {
    "adopt": N_("{number} cannot be adopted yet. {why}"),
    "reject": N_("{number} cannot be rejected now. {why}"),
    "withdraw": N_("{number} cannot be withdrawn now. {why}"),
}
_FALLS = N_("{amendments} falls"), N_("{amendments} fall")
_COLLIDES = N_("{amendments} collides with it"), N_("{amendments} collide with it")
_REBASES = (
    N_("{amendments} moves with the text and still applies"),
    N_("{amendments} move with the text and still apply"),
)
_STAYS = N_("{amendments} stays as it is"), N_("{amendments} stay as they are")


def rehearse(
    drafting: Drafting, assembly: Assembly, context: Context, amendment: Amendment, act: Act = "adopt"
) -> Rehearsal:
    """What would follow if *act* were done to *amendment* now, as the row of *context*. Nothing is
    changed and nothing raised: what the rules would refuse is in the answer."""
    parent = drafting.amendments[amendment.amends].number if amendment.amends else ""
    blank = Rehearsal(amendment.number, act, parent=parent)
    asks: Message | None = None
    try:
        try:
            work = _trial(drafting, assembly, context, amendment, act, confirm=False)
        except NeedsConfirmation as question:
            asks = question.why
            work = _trial(drafting, assembly, context, amendment, act, confirm=True)
    except Refused as refusal:
        return msgspec.structs.replace(blank, refused=refusal.reason, rule=refusal.rule)
    after = work.state
    neighbours = _neighbours(drafting, amendment)
    fallen = [each for each in neighbours if each.pending and after.amendments[each.id].state == "fell"]
    falls = (*work.answer.get("would_fall", ()), *numbers(fallen))
    collides = tuple(work.answer.get("collisions", ()))
    left = [each for each in neighbours if each.number not in {*falls, *collides}]
    rebases = [each for each in left if act == "adopt" and _goes_elsewhere(drafting, after, each)]
    return msgspec.structs.replace(
        blank,
        asks=asks,
        falls=falls,
        collides=collides,
        rebases=tuple(numbers(rebases)),
        stays=tuple(each.number for each in left if each not in rebases),
        collisions=tuple(_explained(after, collides)),
    )


def _trial(
    drafting: Drafting,
    assembly: Assembly,
    context: Context,
    amendment: Amendment,
    act: Act,
    *,
    confirm: bool,
) -> DraftingWork:
    work = DraftingWork(drafting, context, assembly)
    _COMMANDS[act](amendment=amendment.id, confirm=confirm).decide(work)
    return work


def _neighbours(drafting: Drafting, amendment: Amendment) -> list[Amendment]:
    """The other pending amendments that a decision on this one may concern, in order of discussion."""
    open_below = [each for each in below(drafting, amendment) if each.pending]
    if amendment.amends:
        beside = drafting.subamendments(drafting.amendments[amendment.amends])
        return [each for each in beside if each.pending and each.id != amendment.id] + open_below
    text = drafting.texts[amendment.text_id]
    nodes = dict.fromkeys(amendment.targets())
    nodes |= dict.fromkeys(change.anchor for change in amendment.changes if isinstance(change, Move))
    for node in deletions(amendment):
        nodes |= dict.fromkeys(
            each for piece in pieces_of(text, node, amendment.row) for each in text.tree.under(piece)
        )
    others = {each.id: each for node in nodes for each in drafting.to_node(node)}
    pending = [each for each in others.values() if each.pending and each.id != amendment.id]
    return open_below + in_order(drafting, text, pending)


def _goes_elsewhere(before: Drafting, after: Drafting, amendment: Amendment) -> bool:
    """Whether an amendment that still applies would do so at other places of the words, or elsewhere in
    the text, than before."""
    if amendment.amends:
        return False
    return _places(before, amendment) != _places(after, after.amendments[amendment.id])


def _places(drafting: Drafting, amendment: Amendment) -> tuple[Any, ...]:
    text = drafting.texts[amendment.text_id]
    found = effect(drafting, amendment)
    if found.outcome != "applies":
        return ()
    words = {
        (each.node, tuple((op.start, op.end) for op in each.edit))
        for each in found.words
        if each.language == amendment.language
    }
    return words, found.cuts, found.pairs, tuple(_beside(text, amendment))


def _beside(text: Text, amendment: Amendment) -> Iterable[tuple[str, ...]]:
    for change in amendment.changes:
        if isinstance(change, Insertion | Move):
            yield place_of(text, change.anchor, change.where, amendment.row)
        if not isinstance(change, Insertion):
            yield pieces_of(text, change.node, amendment.row)


def _explained(after: Drafting, collides: Iterable[str]) -> Iterable[tuple[str, Message]]:
    for number in collides:
        amendment = after.by_number(number)
        if amendment is not None:
            found = effect(after, amendment).collisions
            yield from ((number, why(amendment, each)) for each in found[:1])


__all__ = ["ACTS", "Act", "Rehearsal", "rehearse"]
