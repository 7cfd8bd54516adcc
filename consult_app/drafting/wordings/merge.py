"""Carrying a proposed change onto today's text: a three-way merge of words.

Nothing is lost silently: either every operation is carried out, or the places where both sides
changed the same words are returned as clashes (design.md §4).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import msgspec

from .cuts import beside_cuts
from .diff import Op, Ops, apply_ops, fine
from .wording import canonical


class Clash(msgspec.Struct, frozen=True, gc=False):
    """A place where two changes cannot both be carried out: the words of the base, and what each
    side makes of them. ``insertion`` when both only insert at the same point."""

    start: int
    end: int
    base: str
    mine: str
    theirs: str
    insertion: bool = False


class Merged(msgspec.Struct, frozen=True, gc=False):
    """The outcome: the text, or the clashes (then the text is that of *theirs*). ``ops`` are mine as
    they stand on the words of theirs: all of them, or with clashes those that could be carried out."""

    text: str
    clashes: tuple[Clash, ...] = ()
    ops: Ops = ()


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
        free = combine(base, first, _free(first, second, insertions), insertions=insertions)
        # what clashes with nothing but could not stand in the text without the rest is listed with it
        return Merged(apply_ops(base, first), found + free.clashes, free.ops)
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
    return Merged(text, (), transformed(second, first))


def _free(first: Ops, second: Ops, insertions: bool) -> Ops:
    """Those of *second* that clash with none of *first*."""

    def clashing(op: Op) -> bool:
        return any(clash(op, o) and not (insertions and op.insertion and o.insertion) for o in first)

    return tuple(op for op in second if not clashing(op))


def transformed(ops: Ops, over: Ops) -> Ops:
    """*ops* where they stand once *over* was carried out on the same base; what both do is left out.
    There must be no clash between the two.

    Words put in where *over* deleted those before them come to the same place as words put in before
    those: an operation that does nothing stands before the former, and says that they were behind.
    """
    out = []
    for op in ops:
        if op in over:
            continue
        shift = sum(
            len(o.text) - (o.end - o.start) for o in over if o.end <= op.start and o.start <= op.start
        )
        at = op.start + shift
        if op.insertion:
            reached = op.start
            for o in reversed(over):
                if o.end == reached and o.start < reached and not o.text:
                    out.append(Op(at, at, ""))
                    reached = o.start
        out.append(Op(at, op.end + shift, op.text))
    return tuple(out)


def _behind(op: Op) -> bool:
    """Whether the operation only says that what follows it stands behind words that were deleted here."""
    return op.insertion and not op.text


#: a place behind every text
_END = sys.maxsize
#: a stretch of the first text that is kept (from, to, None), or words that are put in (0, 0, words)
_Piece = tuple[int, int, str | None]


def composed(first: Ops, second: Ops) -> Ops:
    """One list of operations for *first* and then *second*, which is about what *first* made."""
    if not first or not second:
        return first or tuple(op for op in second if not _behind(op))
    out: list[Op] = []
    at, words = 0, ""
    for start, end, put_in in _after(_pieces(first), second):
        if put_in is not None:
            words += put_in
            continue
        if start > at or words:
            out.append(Op(at, start, words))
        at, words = end, ""
    return tuple(out)


def _size(piece: _Piece) -> int:
    start, end, words = piece
    return end - start if words is None else len(words)


def _pieces(ops: Ops) -> list[_Piece]:
    """The text that *ops* make, piece by piece. Stretches without length stay: they are where one
    operation ends and the next begins, and there other words may still be put in."""
    out: list[_Piece] = []
    at = 0
    for op in ops:
        out += [(at, op.start, None), (0, 0, op.text)]
        at = op.end
    return [*out, (at, _END, None)]


def _after(pieces: list[_Piece], ops: Ops) -> Iterator[_Piece]:
    """The pieces of what *ops* make of the text that *pieces* make up; the end is always kept."""
    todo = list(reversed(pieces))
    at = 0

    def take(length: int) -> Iterator[_Piece]:
        while length > 0:
            start, end, words = todo.pop()
            size = _size((start, end, words))
            if size > length:
                rest = (start + length, end, None) if words is None else (0, 0, words[length:])
                todo.append(rest)
                end, words = (start + length, None) if words is None else (0, words[:length])
                size = length
            length -= size
            yield start, end, words

    def passed() -> Iterator[_Piece]:
        """What has no length here, up to and with the next words that the first list deleted."""
        while todo and _size(todo[-1]) == 0:
            yield todo.pop()
            if todo[-1][2] is None:
                break

    #: where in the first text the last stretch that was kept ended; None within words that were put in
    kept: int | None = 0
    for op in ops:
        for piece in take(op.start - at):
            kept = piece[1] if piece[2] is None else None
            yield piece
        if _behind(op):
            yield from passed()
            kept = None
        while not op.insertion and _size(todo[-1]) == 0:
            yield todo.pop()
        if op.insertion and kept is None and todo[-1][2] is None:
            # what is put in between words of the first list and a stretch that is kept stands alone
            kept = todo[-1][0]
            yield kept, kept, None
        gone = [(start, end) for start, end, words in take(op.end - op.start) if words is None]
        if gone:
            yield gone[0][0], gone[0][0], None
        if op.text:
            yield 0, 0, op.text
        if gone:
            kept = gone[-1][1]
        elif not op.insertion:
            kept = None
        if kept is not None:
            yield kept, kept, None
        at = op.end
    yield from reversed(todo)


def carry(
    base: str,
    ops: Ops,
    today: str,
    *,
    insertions: bool = False,
    exact: Ops | None = None,
    theirs: Ops | None = None,
) -> Merged:
    """The change *ops* of *base*, carried onto *today* (which others have changed since).

    *exact* is the same change with no word in it that stays as it is, *theirs* how the base became
    what stands today; both are found anew where they are not known.

    Two things go by how the text reads, however it came to read so: where it reads as the base, the
    change does what it proposed; where it reads as proposed, the change is done. Among words that repeat
    themselves both can come about by chance (one deletes a word, another puts the same word in beside
    it): only then does the outcome depend on which of several changes apart is adopted first.
    """
    if today == base:
        return Merged(apply_ops(base, ops), (), exact if exact is not None else ops)
    proposed = apply_ops(base, ops)
    if proposed == today:
        return Merged(today)
    if theirs is None or apply_ops(base, theirs) != today:
        theirs = fine(base, today)
    # the readable form of a change holds words that it leaves as they are: they clash with nothing
    mine, sided = beside_cuts(base, fine(base, proposed) if exact is None else exact, theirs)
    finer = combine(base, sided, mine, insertions=insertions)
    if not finer.clashes:
        return finer
    # said as people read it; where only the readable form would go, it goes by another alignment
    readable = combine(base, theirs, ops, insertions=insertions)
    return readable if readable.clashes else finer
