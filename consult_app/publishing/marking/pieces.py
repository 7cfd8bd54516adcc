"""The words of one node with the changes of many on them, each of which can be taken or left alone.

What stands today, and what each amendment would put in, are pieces in the order of the text; a piece
says who puts it in and who takes it out. A subamendment changes what the node reads with its amendment
(its *chain*): what it does inside words that its parent puts in is part of these.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from consult_app.drafting.wordings.diff import Op, Ops, apply_ops
from consult_app.drafting.wordings.wording import Run, between


class Tangled(Exception):
    """A change of words that another one changes already; ``others`` are the ids of those who do."""

    def __init__(self, *others: str) -> None:
        super().__init__(*others)
        self.others = tuple(dict.fromkeys(each for each in others if each))


class Piece(msgspec.Struct, frozen=True, gc=False):
    """The characters *start* to *end* of the wording *source* (plain form). *put_in* are those who put
    them in, the outermost first (nobody: they stand in the text today), *taken_out* who takes them out."""

    source: str
    start: int
    end: int
    put_in: tuple[str, ...] = ()
    taken_out: str = ""

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.source[self.start : self.end]

    @property
    def runs(self) -> tuple[Run, ...]:
        """The words with the marks that they have in their wording."""
        return between(self.source, self.start, self.end)

    def among(self, chain: tuple[str, ...]) -> bool:
        """Whether it is there when those in *chain* have been carried out, and nobody else."""
        return self.taken_out not in chain and all(who in chain for who in self.put_in)


Pieces = tuple[Piece, ...]


def whole(plain: str, put_in: str = "") -> Pieces:
    """A wording as one piece; nothing for no words."""
    return (Piece(plain, 0, len(plain), (put_in,) if put_in else ()),) if plain else ()


def reading(pieces: Pieces, chain: tuple[str, ...] = ()) -> str:
    """The wording that those in *chain* make of today's."""
    return "".join(piece.text for piece in pieces if piece.among(chain))


def laid(pieces: Pieces, ops: Ops, who: str, chain: tuple[str, ...] = ()) -> Pieces:
    """*pieces* with the operations of *who* on what the wording reads with *chain*.

    Of two who put in words at one point the first stands first. Raises :class:`Tangled` where somebody
    outside the chain takes out or breaks up the words already.
    """
    base = reading(pieces, chain)
    proposed = apply_ops(base, ops)
    out = list(pieces)
    shifts = _shifts(ops)
    for op, shift in zip(reversed(ops), reversed(shifts), strict=True):
        start = op.start + shift
        new = Piece(proposed, start, start + len(op.text))
        if op.insertion:
            _put_in(out, op.start, new, who, chain)
        else:
            _replace(out, op, new, who, chain)
    return tuple(out)


def without(pieces: Pieces, who: str) -> Pieces:
    """*pieces* all taken out by *who*. Raises :class:`Tangled` where anybody changes them."""
    others = [each for piece in pieces for each in (*piece.put_in, piece.taken_out) if each]
    if others:
        raise Tangled(*others)
    return tuple(msgspec.structs.replace(piece, taken_out=who) for piece in pieces)


def _shifts(ops: Ops) -> list[int]:
    out, shift = [], 0
    for op in ops:
        out.append(shift)
        shift += len(op.text) - (op.end - op.start)
    return out


def _places(pieces: list[Piece], chain: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Index, beginning and end (in the reading with *chain*) of each piece that is in it."""
    at = 0
    for index, piece in enumerate(pieces):
        if piece.among(chain):
            size = piece.end - piece.start
            yield index, at, at + size
            at += size


def _cut(pieces: list[Piece], at: int, chain: tuple[str, ...]) -> None:
    """Part the piece that has the place *at* inside."""
    for index, start, end in _places(pieces, chain):
        if start < at < end:
            piece = pieces[index]
            middle = piece.start + at - start
            pieces[index : index + 1] = [
                msgspec.structs.replace(piece, end=middle),
                msgspec.structs.replace(piece, start=middle),
            ]
            return


def _put_in(pieces: list[Piece], at: int, new: Piece, who: str, chain: tuple[str, ...]) -> None:
    _cut(pieces, at, chain)
    found = list(_places(pieces, chain))
    before = next((index for index, _start, end in reversed(found) if end == at), None)
    after = next((index for index, start, _end in found if start == at), None)
    left = pieces[before] if before is not None else Piece("", 0, 0)
    right = pieces[after] if after is not None else Piece("", 0, 0)
    if left.taken_out and left.taken_out == right.taken_out != who:
        raise Tangled(left.taken_out)
    if left.put_in and before is not None:
        behind = before + 1
        while behind < len(pieces) and _within(pieces[behind], left.put_in):
            behind += 1
        pieces.insert(behind, msgspec.structs.replace(new, put_in=(*left.put_in, who)))
    else:
        mine = msgspec.structs.replace(new, put_in=(*right.put_in, who))
        pieces.insert(len(pieces) if after is None else after, mine)


def _within(piece: Piece, outer: tuple[str, ...]) -> bool:
    """Whether others have put *piece* into what those of *outer* put in."""
    return len(piece.put_in) > len(outer) and piece.put_in[: len(outer)] == outer


def _replace(pieces: list[Piece], op: Op, new: Piece, who: str, chain: tuple[str, ...]) -> None:
    _cut(pieces, op.start, chain)
    _cut(pieces, op.end, chain)
    found = [index for index, start, end in _places(pieces, chain) if op.start <= start and end <= op.end]
    for index in range(found[0], found[-1] + 1):
        piece = pieces[index]
        outside = [each for each in piece.put_in if each not in chain]
        if outside or (index in found and piece.taken_out):
            raise Tangled(*outside, piece.taken_out)
    for index in found:
        pieces[index] = msgspec.structs.replace(pieces[index], taken_out=who)
    if new.end > new.start:
        mine = msgspec.structs.replace(new, put_in=(*pieces[found[-1]].put_in, who))
        pieces.insert(found[-1] + 1, mine)


__all__ = ["Piece", "Pieces", "Tangled", "laid", "reading", "whole", "without"]
