"""What an amendment proposes now: its changes, with what adopted subamendments have made of them."""

from __future__ import annotations

import msgspec

from .amendment import (
    Agreed,
    Amendment,
    Deletion,
    Insertion,
    Join,
    Split,
    WordChange,
    change_of,
)


def effective_words(amendment: Amendment) -> list[WordChange]:
    """Its changes of words, with what adopted subamendments have made of them."""
    if not amendment.agreed:
        return list(amendment.word_changes())
    structure = {change.node for change in amendment.changes if isinstance(change, Split | Join)}
    agreed = {(a.node, a.language): a for a in amendment.agreed if a.origin not in structure}
    elsewhere = {(a.instead_of, a.language) for a in amendment.agreed if a.instead_of}
    out = []
    for change in amendment.word_changes():
        done = agreed.pop((change.node, change.language), None)
        if done or (change.node, change.language) not in elsewhere:
            out.append(_agreed(done) if done else change)
    inserted = {node.id for node in amendment.inserted()}
    out += [_agreed(a) for a in agreed.values() if a.node not in inserted]
    return out


def _agreed(agreed: Agreed) -> WordChange:
    return change_of(agreed.node, agreed.language, agreed.base, agreed.text, since=agreed.since)


def effective_insertions(amendment: Amendment) -> list[Insertion]:
    """Its insertions, with the words that adopted subamendments have given them."""
    if not amendment.agreed:
        return [change for change in amendment.changes if isinstance(change, Insertion)]
    agreed = {(a.node, a.language): a.text for a in amendment.agreed}
    out = []
    for change in amendment.changes:
        if isinstance(change, Insertion):
            nodes = tuple(
                msgspec.structs.replace(
                    node,
                    texts=node.texts | {lang: words for (of, lang), words in agreed.items() if of == node.id},
                )
                for node in change.nodes
            )
            out.append(msgspec.structs.replace(change, nodes=nodes))
    return out


class Restructured(msgspec.Struct, frozen=True, gc=False):
    """A split or a join as it is proposed now: its changes of words, those of a join each with the node
    joined ("" where the two have become one since)."""

    change: Split | Join
    words: tuple[tuple[WordChange, str], ...]


def effective_structure(amendment: Amendment) -> list[Restructured]:
    """Its splits and joins, with the words by which a collision of theirs was settled."""
    out = []
    for change in amendment.changes:
        if isinstance(change, Split | Join):
            other = change.other if isinstance(change, Join) else ""
            settled = {
                a.language: a
                for a in sorted(amendment.agreed, key=lambda each: each.since)
                if a.origin == change.node
            }
            words = (
                (_agreed(settled[each.language]), settled[each.language].other)
                if each.language in settled
                else (each, other)
                for each in change.words
            )
            out.append(Restructured(change, tuple(words)))
    return out


def structural_words(amendment: Amendment) -> list[tuple[WordChange, str]]:
    """The changes of words that come with its splits and joins; with a join, the node joined."""
    return [words for each in effective_structure(amendment) for words in each.words]


def deletions(amendment: Amendment) -> list[str]:
    """The nodes that it deletes; a subamendment may have put words in the place of a deletion."""
    agreed = {a.node for a in amendment.agreed}
    return [c.node for c in amendment.changes if isinstance(c, Deletion) and c.node not in agreed]
