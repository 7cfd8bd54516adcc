"""What would follow from a decision on an amendment, found out before it is taken (design.md §4).

The decision is made on a copy of the texts, as a trial: states are immutable, so that nothing has to be
taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, get_args

import msgspec

from ...meetings.acts import Context
from ...meetings.kept.assembly import Assembly
from ...meetings.reasons import N_, Message, NeedsConfirmation, Refused
from ..amendments.amendment import Amendment, Drafting, Insertion, Move
from ..amendments.colliding import why
from ..amendments.effect import effect
from ..amendments.effective import deletions, effective_words, structural_words
from ..amendments.order import below, in_order
from ..amendments.reach import pieces_of, place_of
from ..amendments.work import DraftingWork, numbers
from ..text.nodes import Text
from .adoption import AdoptAmendment
from .floor import RejectAmendment, WithdrawAmendment

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
    ``waits`` are in a language in which their node is out of date then: none of them is adopted before it
    is brought up to date, as ``to_update`` says. ``stays`` are not touched. Where a rule is in the way
    ``refused`` says which and why, and nothing follows; ``asks`` is the question that has to be answered
    with yes first.
    """

    number: str
    act: Act
    falls: tuple[str, ...] = ()
    collides: tuple[str, ...] = ()
    rebases: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    to_update: tuple[Message, ...] = ()
    collisions: tuple[tuple[str, Message], ...] = ()
    refused: Message | None = None
    rule: str = ""
    asks: Message | None = None
    parent: str = ""

    @property
    def sentences(self) -> tuple[Message, ...]:
        """It in words: the question first where there is one."""
        if self.refused is not None:
            cannot = _LOST if self.rule == "A24" else _CANNOT[self.act]
            return (Message(cannot, {"number": self.number, "why": self.refused}),)
        known = _IF_LIVE if self.number.startswith("live/") else _IF
        follows = Message(known.get(self.act, _IF[self.act]), {"number": self.number, "what": self._what()})
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
        if self.waits:
            one, more = _WAITS
            said = {"amendments": list(self.waits), "wordings": list(self.to_update)}
            parts.append(Message(one if len(self.waits) == 1 else more, said))
        if self.parent and self.act == "adopt":
            return [Message(N_("{parent} is subamended by it"), {"parent": self.parent}), *parts]
        return parts if self.falls else [*parts, Message(N_("nothing falls"))]


_IF: dict[Act, str] = {
    "adopt": N_("If {number} is adopted: {what}."),
    "reject": N_("If {number} is not adopted: {what}."),
    "withdraw": N_("If {number} is withdrawn: {what}."),
}
_IF_LIVE: dict[Act, str] = {
    "adopt": N_("If {number} is accepted: {what}."),
    "reject": N_("If {number} is put back: {what}."),
}
"""What is typed on the screen is accepted or put back, as its buttons say."""
_CANNOT: dict[Act, str] = {
    "adopt": N_("{number} cannot be adopted yet. {why}"),
    "reject": N_("{number} cannot be rejected now. {why}"),
    "withdraw": N_("{number} cannot be withdrawn now. {why}"),
}
_LOST = N_("{why} It falls once the chairperson says so.")
_FALLS = N_("{amendments} falls"), N_("{amendments} fall")
_COLLIDES = N_("{amendments} collides with it"), N_("{amendments} collide with it")
_REBASES = (
    N_("{amendments} moves with the text and still applies"),
    N_("{amendments} move with the text and still apply"),
)
_STAYS = N_("{amendments} stays as it is"), N_("{amendments} stay as they are")
_WAITS = (
    N_("{amendments} waits until this is brought up to date: {wordings}"),
    N_("{amendments} wait until this is brought up to date: {wordings}"),
)
_WORDING = {
    "en": N_("{place} in English"),
    "fr": N_("{place} in French"),
    "es": N_("{place} in Spanish"),
}


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
    late = _left_behind(drafting, after, left) if act == "adopt" else {}
    left = [each for each in left if each.id not in late]
    rebases = [each for each in left if act == "adopt" and _goes_elsewhere(drafting, after, each)]
    return msgspec.structs.replace(
        blank,
        asks=asks,
        falls=falls,
        collides=collides,
        rebases=tuple(numbers(rebases)),
        stays=tuple(each.number for each in left if each not in rebases),
        waits=tuple(numbers(each for each in neighbours if each.id in late)),
        to_update=tuple(_to_update(work, late)),
        collisions=tuple(_explained(after, collides)),
    )


def foreseen(
    drafting: Drafting, assembly: Assembly, context: Context, amendment: Amendment, act: Act
) -> Drafting | None:
    """*drafting* as it would be if *act* were done to *amendment* as the row of *context*, whatever were
    asked first; None where the rules refuse it."""
    try:
        return _trial(drafting, assembly, context, amendment, act, confirm=True).state
    except Refused:
        return None


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


def _left_behind(
    before: Drafting, after: Drafting, amendments: Iterable[Amendment]
) -> dict[str, list[tuple[str, str]]]:
    """By amendment the wordings (node and language) that are out of date after the decision and were not
    before it, and in which it would change something: until then it cannot be adopted."""
    out: dict[str, list[tuple[str, str]]] = {}
    for each in amendments:
        then, now = before.texts[each.text_id].nodes, after.texts[each.text_id].nodes
        words = (*effective_words(each), *(change for change, _ in structural_words(each)))
        late = [
            (change.node, change.language)
            for change in words
            if change.language == each.language
            and change.node in now
            and now[change.node].status(change.language) == "out_of_date"
            and then[change.node].status(change.language) != "out_of_date"
        ]
        if late and not each.amends:
            out[each.id] = late
    return out


def _to_update(work: DraftingWork, late: dict[str, list[tuple[str, str]]]) -> Iterable[Message]:
    for node, language in dict.fromkeys(wording for found in late.values() for wording in found):
        text = next(each for each in work.state.texts.values() if node in each.nodes)
        yield Message(_WORDING[language], {"place": work.place(text, node)})


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
            found = effect(after, amendment)
            known = (*found.collisions, *found.translated)
            yield from ((number, why(amendment, each, known)) for each in found.collisions[:1])


__all__ = ["ACTS", "Act", "Rehearsal", "foreseen", "rehearse"]
