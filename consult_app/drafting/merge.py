"""Carrying a proposed change onto today's text: a three-way merge of words.

Nothing is lost silently: either every operation is carried out, or the places where both sides
changed the same words are returned as clashes (design.md §4).
"""

from __future__ import annotations

import msgspec

from .diff import Op, Ops, apply_ops, fine
from .wording import canonical


class Clash(msgspec.Struct, frozen=True):
    """A place where two changes cannot both be carried out: the words of the base, and what each
    side makes of them. ``insertion`` when both only insert at the same point."""

    start: int
    end: int
    base: str
    mine: str
    theirs: str
    insertion: bool = False


class Merged(msgspec.Struct, frozen=True):
    """The outcome: the text, or the clashes (then the text is that of *theirs*)."""

    text: str
    clashes: tuple[Clash, ...] = ()


def clash(mine: Op, theirs: Op) -> bool:
    """Whether two operations on the same base touch the same words. Changes that only adjoin do
    not; two insertions at one point do, because their order is for people to decide."""
    if mine == theirs:
        return False
    if mine.insertion and theirs.insertion:
        return mine.start == theirs.start
    if mine.insertion:
        return theirs.start < mine.start < theirs.end
    if theirs.insertion:
        return mine.start < theirs.start < mine.end
    return mine.start < theirs.end and theirs.start < mine.end


def clashes(base: str, mine: Ops, theirs: Ops) -> tuple[Clash, ...]:
    """All places where the two lists of operations touch the same words, left to right."""
    out: list[Clash] = []
    for a in mine:
        for b in theirs:
            if b.start > a.end:
                break
            if clash(a, b):
                start, end = min(a.start, b.start), max(a.end, b.end)
                out.append(
                    Clash(
                        start,
                        end,
                        base[start:end],
                        base[start : a.start] + a.text + base[a.end : end],
                        base[start : b.start] + b.text + base[b.end : end],
                        a.insertion and b.insertion,
                    )
                )
    return tuple(out)


def combine(base: str, first: Ops, second: Ops, *, insertions: bool = False) -> Merged:
    """Both lists carried out on *base*. With *insertions* true, the words of *second* come after
    those of *first* where both insert at one point (a person has said so)."""
    found = clashes(base, second, first)
    if insertions:
        found = tuple(c for c in found if not c.insertion)
    if found:
        return Merged(apply_ops(base, first), found)
    kept = [(op, 0) for op in first] + [(op, 1) for op in second if op not in first]
    # at one point: insertions before what replaces the words that follow, the first list's first
    kept.sort(key=lambda pair: (pair[0].start, not pair[0].insertion, pair[1]))
    text = apply_ops(base, tuple(op for op, _ in kept))
    if canonical(text) != text:
        # the words go together but their marks do not (one side's bold would run into the other's)
        return Merged(
            apply_ops(base, first),
            (Clash(0, len(base), base, apply_ops(base, second), apply_ops(base, first)),),
        )
    return Merged(text)


def carry(base: str, ops: Ops, today: str, *, insertions: bool = False) -> Merged:
    """The change *ops* of *base*, carried onto *today* (which others have changed since)."""
    if today == base:
        return Merged(apply_ops(base, ops))
    proposed = apply_ops(base, ops)
    if proposed == today:
        return Merged(today)
    merged = combine(base, fine(base, today), ops, insertions=insertions)
    if merged.clashes:
        # the readable form of a change holds words that it leaves as they are: they clash with nothing
        finer = combine(base, fine(base, today), fine(base, proposed), insertions=insertions)
        if not finer.clashes:
            return finer
    return merged
