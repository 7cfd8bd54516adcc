"""What an amendment would do to today's text: a pure function of what it proposes and what stands.

Adoption is stored, effect is derived (design.md §2). ``effect`` says whether an amendment can be
carried out, has nothing left to do, has lost its object, or collides, and with what.
"""

from __future__ import annotations

import msgspec

from .amendments import (
    ADOPTED,
    Agreed,
    Amendment,
    Change,
    Deletion,
    Drafting,
    Insertion,
    Join,
    Move,
    Split,
    WordChange,
)
from .diff import diff, fine
from .merge import Clash, clashes
from .nodes import Text
from .rebase import Words, carried, carried_join


class Collision(msgspec.Struct, frozen=True):
    """Where an amendment cannot be carried out: which amendments did or would change the same
    words. ``standing`` when those words are already in the text."""

    amendments: tuple[str, ...]
    node: str
    language: str
    clash: Clash
    standing: bool


class Effect(msgspec.Struct, frozen=True):
    """``applies``, ``done`` (its words already stand), ``gone`` (its object was removed) or
    ``collides``."""

    outcome: str
    words: tuple[Words, ...] = ()
    collisions: tuple[Collision, ...] = ()


def effective_words(amendment: Amendment) -> list[WordChange]:
    """Its changes of words, with what adopted subamendments have made of them."""
    agreed = {(a.node, a.language): a for a in amendment.agreed}
    out = []
    for change in amendment.word_changes():
        done = agreed.pop((change.node, change.language), None)
        out.append(_agreed(done) if done else change)
    inserted = {node.id for node in amendment.inserted()}
    out += [_agreed(a) for a in agreed.values() if a.node not in inserted]
    return out


def _agreed(agreed: Agreed) -> WordChange:
    return WordChange(
        agreed.node,
        agreed.language,
        agreed.base,
        agreed.text,
        diff(agreed.base, agreed.text),
        since=agreed.since,
    )


def effective_insertions(amendment: Amendment) -> list[Insertion]:
    """Its insertions, with the words that adopted subamendments have given them."""
    agreed = {(a.node, a.language): a.text for a in amendment.agreed}
    out = []
    for change in amendment.changes:
        if isinstance(change, Insertion):
            nodes = tuple(
                msgspec.structs.replace(
                    node, texts={lang: agreed.get((node.id, lang), text) for lang, text in node.texts.items()}
                )
                for node in change.nodes
            )
            out.append(msgspec.structs.replace(change, nodes=nodes))
    return out


def effect(drafting: Drafting, amendment: Amendment, *, insertions: bool = False) -> Effect:
    """What adopting *amendment* now would do. *insertions* true: words that both sides put in at
    the same point may stand one after the other."""
    text = drafting.texts[amendment.text_id]
    words: list[Words] = []
    collisions: list[Collision] = []
    gone = any(_lost(text, amendment, change) for change in amendment.changes)
    standing = 0
    found = [(change, "") for change in effective_words(amendment)] + structural_words(amendment)
    for change, other in found:
        since = change.since or amendment.row
        if other:
            came = carried_join(text, change, other, insertions=insertions)
        else:
            came = carried(text, change, since, insertions=insertions)
        gone = gone or came.gone
        if came.clashes and change.language == amendment.language:
            with_ = _who_changed(drafting, text, change)
            collisions += [Collision(with_, change.node, change.language, c, True) for c in came.clashes]
        # a translation that no longer fits is done again after adoption, never merged by force
        words += came.words
        standing += bool(came.words) and all(_stands(text, w) for w in came.words)
    if gone:
        outcome = "gone"
    elif collisions:
        outcome = "collides"
    else:
        outcome = "done" if found and standing == len(found) == len(amendment.changes) else "applies"
    return Effect(outcome, tuple(words), tuple(collisions))


def structural_words(amendment: Amendment) -> list[tuple[WordChange, str]]:
    """The changes of words that come with its splits and joins; with a join, the node joined."""
    return [
        (words, change.other if isinstance(change, Join) else "")
        for change in amendment.changes
        if isinstance(change, Split | Join)
        for words in change.words
    ]


def deletions(amendment: Amendment) -> list[str]:
    """The nodes that it deletes; a subamendment may have put words in the place of a deletion."""
    agreed = {a.node for a in amendment.agreed}
    return [c.node for c in amendment.changes if isinstance(c, Deletion) and c.node not in agreed]


def _stands(text: Text, words: Words) -> bool:
    node = text.nodes.get(words.node)
    return node is not None and node.text(words.language) == words.text


def _lost(text: Text, amendment: Amendment, change: Change) -> bool:
    """Whether what a structural change is about is there no longer."""
    if isinstance(change, WordChange):
        return False
    node = text.nodes.get(change.anchor if isinstance(change, Insertion) else change.node)
    if isinstance(change, Insertion):
        return node is None or (change.where == "under" and node.deleted)
    if node is None or node.deleted:
        return True
    if isinstance(change, Join):
        other = text.nodes.get(change.other)
        return other is None or other.deleted
    return isinstance(change, Move) and change.anchor not in text.nodes


def _who_changed(drafting: Drafting, text: Text, change: WordChange) -> tuple[str, ...]:
    by = text.nodes[change.node].amended_by
    return tuple(a.number for a in drafting.amendments.values() if a.id in by and a.state in ADOPTED)


def collisions_between(drafting: Drafting, amendment: Amendment) -> list[Collision]:
    """Collisions of a pending amendment: with what stands, and with other pending amendments."""
    if not amendment.pending or amendment.subamendment:
        return []
    out = list(effect(drafting, amendment).collisions)
    for change in effective_words(amendment):
        for other in drafting.to_node(change.node):
            if other.id == amendment.id or not other.pending:
                continue
            for theirs in effective_words(other):
                if (theirs.node, theirs.language) == (change.node, change.language):
                    found = _between(drafting.texts[amendment.text_id], amendment, change, other, theirs)
                    out += [Collision((other.number,), change.node, change.language, c, False) for c in found]
    return out


def _between(
    text: Text, amendment: Amendment, mine: WordChange, other: Amendment, theirs: WordChange
) -> tuple[Clash, ...]:
    """Where two proposals for one node touch the same words: those of their common base, or today's."""
    if mine.base == theirs.base:
        found = clashes(mine.base, mine.ops, theirs.ops)
        finer = fine(mine.base, mine.proposed), fine(theirs.base, theirs.proposed)
        return found if found and clashes(mine.base, *finer) else ()
    today = text.nodes[mine.node].text(mine.language) if mine.node in text.nodes else ""
    became = []
    for each, of in ((mine, amendment), (theirs, other)):
        came = carried(text, each, each.since or of.row, insertions=True)
        if len(came.words) != 1 or came.words[0].node != mine.node:
            return ()  # it collides with what stands already, or goes on in another node
        became.append(diff(today, came.words[0].text))
    return clashes(today, *became)


def consequences(
    before: Drafting, after: Drafting, amendment: Amendment
) -> tuple[list[Amendment], list[Amendment]]:
    """What adopting *amendment* did to the others: those that collide now and did not before, and
    those whose object it removed (they fall if the chair agrees)."""
    collides: list[Amendment] = []
    falls: list[Amendment] = []
    others = {other.id: other for node in _touched(after, amendment) for other in after.to_node(node)}
    for other in sorted(others.values(), key=lambda each: each.row):
        if other.id == amendment.id or not other.pending:
            continue
        now = effect(after, other).outcome
        if now in ("gone", "done"):
            falls.append(other)
        elif now == "collides" and effect(before, before.amendments[other.id]).outcome != "collides":
            collides.append(other)
    return collides, falls


def _touched(drafting: Drafting, amendment: Amendment) -> set[str]:
    tree = drafting.texts[amendment.text_id].tree
    out = set(amendment.targets())
    for change in amendment.changes:
        if isinstance(change, Deletion):
            out.update(tree.under(change.node))
    return out


__all__ = [
    "Collision",
    "Effect",
    "Words",
    "collisions_between",
    "consequences",
    "effect",
    "effective_insertions",
]
