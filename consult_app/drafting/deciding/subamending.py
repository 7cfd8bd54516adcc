"""Subamendments: what they change in the proposal of their parent, and what both come to when one is
adopted (procedure.md §2.2)."""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import (
    ADOPTED,
    Agreed,
    Amendment,
    Change,
    Drafting,
    Join,
    Move,
    Split,
    WordChange,
    change_of,
)
from ..amendments.colliding import Collision, why
from ..amendments.effect import effect
from ..amendments.effective import deletions, effective_insertions, effective_words
from ..amendments.work import DraftingWork, numbers
from ..wordings.diff import apply_ops, fine
from ..wordings.merge import Clash, combine
from .lifecycle import parent_closed

#: from here on a chain of subamendments is hard to follow (procedure.md §2.2)
_DEEP = 3


class Proposal(msgspec.Struct, frozen=True):
    """What an amendment makes of a node, by language: ``words`` with it, ``standing`` without it (none
    for a node that it puts in)."""

    node: str
    words: dict[str, str]
    standing: dict[str, str]


def may_be_amended(parent: Amendment) -> None:
    """Raises Refused unless a subamendment to *parent* can be moved now."""
    if not parent.pending:
        raise parent_closed(parent)
    if parent.state != "under_discussion":
        raise refuse(
            "parent_not_under_discussion",
            N_("{number} is not under discussion; call it before a subamendment to it is moved."),
            number=parent.number,
        )


def subamendment_changes(
    work: DraftingWork, kind: str, target: str, parent: Amendment, words: dict[str, str]
) -> tuple[str, tuple[Change, ...]]:
    """The node that a subamendment of that *kind* to *parent* is about, named by *target* if it is named,
    and its changes: *words* by language are the whole node as it would read with both. Raises Refused."""
    if kind not in ("replace", "live"):
        raise refuse(
            "subamendment_kind",
            N_("A subamendment gives the whole node as it would read with both: its kind is “replace”."),
        )
    if any(isinstance(change, Move | Split | Join) for change in parent.changes):
        raise refuse(
            "subamendment_kind",
            N_("{number} moves, splits or joins; what should be changed in it is a new amendment."),
            number=parent.number,
        )
    found = proposal(work.state, parent, _named(work, parent, target))
    changes = []
    for language, proposed in words.items():
        base = found.words.get(language, "")
        new = work.wording(proposed)
        if new == base:
            raise refuse(
                "nothing_changes", N_("The proposed wording is the one that stands; nothing would change.")
            )
        changes.append(change_of(found.node, language, base, new, standing=found.standing.get(language, "")))
    return found.node, tuple(changes)


def _named(work: DraftingWork, parent: Amendment, target: str) -> str:
    """The node that *target* means in an amendment to *parent*. What only puts nodes in is amended in
    the first of these, also where the node beside which they would stand was named."""
    if parent.subamendment:
        return parent.target
    new = [node.id for node in parent.inserted()]
    if target in new:
        return target
    node = work.node(work.state.texts[parent.text_id], target).id if target else parent.target
    changed = {change.node for change in effective_words(parent)} | set(deletions(parent))
    return new[0] if new and node not in changed else node


def proposal(drafting: Drafting, parent: Amendment, node: str) -> Proposal:
    """What *parent* proposes for *node* now, with what was adopted of the subamendments to it."""
    if parent.subamendment:
        above = proposal(drafting, drafting.amendments[parent.amends], node)
        found = effective_words(parent)
        words = {change.language: change.proposed for change in found}
        standing = {change.language: change.standing or change.base for change in found}
        return Proposal(node, above.words | words, above.standing | standing)
    inserted = {new.id: new for insertion in effective_insertions(parent) for new in insertion.nodes}
    if node in inserted:
        return Proposal(node, dict(inserted[node].texts), {})
    wordings = drafting.texts[parent.text_id].nodes[node].wordings
    standing = {language: rendering.text for language, rendering in wordings.items()}
    would = effect(drafting, parent, insertions=True).words
    return Proposal(node, standing | {w.language: w.text for w in would if w.node == node}, standing)


def agreed_on(work: DraftingWork, command: Command, amendment: Amendment) -> tuple[Agreed, ...]:
    """The words that the parent proposes once this subamendment is adopted by *command*. Where others
    were adopted since it was moved, both changes are carried out; where they touch the same words, its own
    stand in their place, if that is confirmed. Raises NeedsConfirmation."""
    parent = work.state.amendments[amendment.amends]
    settled = {(agreed.node, agreed.language) for agreed in parent.agreed}
    moved_on = {(change.node, change.language): change.base for change in amendment.word_changes()}
    own = {(change.node, change.language): change for change in effective_words(parent)}
    out = []
    for change in effective_words(amendment):
        key = change.node, change.language
        base, since = change.standing or change.base, change.since or amendment.row
        agreed = Agreed(*key, base, change.proposed, since)
        if key in settled and key in moved_on:
            now = _as_agreed(work, parent, key, own.get(key))
            if now.text not in ("", moved_on[key], change.proposed):
                words = _together(work, command, amendment, change, moved_on[key], now.text)
                agreed = msgspec.structs.replace(now, text=words)
        out.append(agreed)
    return tuple(out)


def _as_agreed(work: DraftingWork, parent: Amendment, key: tuple[str, str], own: WordChange | None) -> Agreed:
    """What *parent* proposes now of a node in a language (*key*), on today's words; where these collide
    with *own*, its change of them, on those that it was agreed on. Without words where it has none."""
    found = proposal(work.state, parent, key[0])
    words, standing = (each.get(key[1], "") for each in (found.words, found.standing))
    if own is not None and words == standing != own.proposed:
        return Agreed(*key, own.base, own.proposed, own.since or parent.row)
    return Agreed(*key, standing, words, work.context.seq)


def _together(
    work: DraftingWork, command: Command, amendment: Amendment, change: WordChange, base: str, now: str
) -> str:
    """The words with what *change* makes of *base* and with what others have made of it, which is *now*."""
    mine, theirs = fine(base, change.proposed), fine(base, now)
    both = combine(base, theirs, mine)
    if not both.clashes:
        return both.text
    if all(clash.insertion for clash in both.clashes):
        work.confirm(
            command,
            N_(
                "Words were already put in at the place where {number} puts in its own. Adopt it "
                "with its words after those?"
            ),
            number=amendment.number,
        )
        return combine(base, theirs, mine, insertions=True).text
    said = [why(amendment, each) for each in _collisions(work, amendment, change, both.clashes)]
    work.confirm(
        command,
        N_("{why} Adopt {number} all the same, with its own words in the place of those?"),
        why=said[0],
        number=amendment.number,
    )
    for each in said:
        work.warn(each.msgid, **each.values)
    instead = combine(base, mine, theirs, insertions=True)
    return apply_ops(instead.text, instead.ops) if instead.clashes else instead.text


def _collisions(
    work: DraftingWork, amendment: Amendment, change: WordChange, clashes: tuple[Clash, ...]
) -> list[Collision]:
    beside = work.state.subamendments(work.state.amendments[amendment.amends])
    others = [
        other
        for other in beside
        if any(s.to in ADOPTED and s.at >= amendment.received and not s.corrects for s in other.history)
        and other.state in ADOPTED
        and any((c.node, c.language) == (change.node, change.language) for c in effective_words(other))
    ]
    with_ = tuple(numbers(others))
    return [Collision(with_, change.node, change.language, clash, True) for clash in clashes]


def remark_subamendment(work: DraftingWork, new: Amendment) -> None:
    """Warn of what is unusual in a subamendment: one to one to one, and one not in writing where it
    should be."""
    rule = work.assembly.meeting.rules.subamendment
    if new.depth >= _DEEP or (rule.max_depth is not None and new.depth > rule.max_depth):
        work.warn(
            N_(
                "{number} amends a subamendment, as that one does; it may be clearer to withdraw one and "
                "move the whole anew."
            ),
            number=new.number,
        )
    if new.kind == "live" or not new.moved_orally:
        return
    if rule.written_hours:
        work.warn(
            N_(
                "{number} is moved orally; these rules ask for subamendments in writing {hours} hours before."
            ),
            number=new.number,
            hours=rule.written_hours,
        )
    elif not rule.oral_allowed:
        work.warn(
            N_("{number} is moved orally; these rules ask for subamendments in writing."), number=new.number
        )


__all__ = [
    "Proposal",
    "agreed_on",
    "may_be_amended",
    "proposal",
    "remark_subamendment",
    "subamendment_changes",
]
