"""Subamendments shown in their place: on the words of the node and what its amendments make of them, what
each subamendment makes of that, as one row of segments.

The room and the Table lay them alike. Nothing here is stored.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

import msgspec

from ..wordings.diff import Ops, apply_ops, diff
from ..wordings.merge import carry
from ..wordings.segments import Segment
from ..wordings.wording import Run, between, normalised, write
from .amendment import Amendment, Drafting
from .effective import effective_words


class _Piece(msgspec.Struct, frozen=True, gc=False):
    """Words with the same fate: of today's text unless some amendments put them in."""

    runs: tuple[Run, ...]
    put_in: tuple[str, ...] = ()
    taken_out: tuple[str, ...] = ()

    def stands_for(self, chain: frozenset[str]) -> bool:
        """Whether they stand in the text with what the amendments of *chain* propose, and no others."""
        there = not self.put_in or not chain.isdisjoint(self.put_in)
        return there and chain.isdisjoint(self.taken_out)


class Layers:
    """The words of a node as they are marked, on which one subamendment after the other is laid."""

    def __init__(self, segments: Iterable[Segment]) -> None:
        self._pieces = [
            _Piece(
                each.runs,
                each.by if each.change == "insert" else (),
                each.by if each.change == "delete" else (),
            )
            for each in segments
        ]

    def words(self, chain: frozenset[str]) -> str:
        """The words with what the amendments of *chain* propose carried out, in plain form."""
        return write(normalised([r for each in self._pieces if each.stands_for(chain) for r in each.runs]))

    def lay(self, chain: frozenset[str], both: str, by: str) -> None:
        """Lay on the words with *chain* the changes that lead from there to *both*, which are those of the
        subamendment *by*."""
        amended = self.words(chain)
        over = deque(_marked(amended, diff(amended, both)))
        out: list[_Piece] = []

        def put_in() -> None:
            while over and over[0][1] == "insert":
                out.append(_Piece(over.popleft()[0], (by,)))

        put_in()
        for piece in self._pieces:
            if not piece.stands_for(chain):
                out.append(piece)
                continue
            left = piece.runs
            while left:
                runs, change = over.popleft()
                length = min(_length(left), _length(runs))
                mine, left = _cut(left, length)
                rest = _cut(runs, length)[1]
                if rest:
                    over.appendleft((rest, change))
                out += _without(piece, mine, chain, by) if change else [_replaced(piece, mine)]
                if not rest:
                    put_in()
        self._pieces = out

    def segments(self) -> tuple[Segment, ...]:
        """All of it in one row: what is taken out by somebody is shown as deleted by those, whoever put
        it in."""
        out: list[Segment] = []
        for each in self._pieces:
            by = each.taken_out or each.put_in
            change = "delete" if each.taken_out else "insert" if each.put_in else ""
            if out and out[-1].change == change and out[-1].by == by:
                runs = normalised((*out[-1].runs, *each.runs))
                out[-1] = msgspec.structs.replace(out[-1], runs=runs)
            elif each.runs:
                out.append(Segment(each.runs, change, by))  # type: ignore[arg-type]
        return tuple(out)


def with_subamendments(
    drafting: Drafting,
    segments: tuple[Segment, ...],
    subamendments: Iterable[Amendment],
    node: str,
    language: str,
) -> tuple[Segment, ...]:
    """*segments*, the marked words of *node* in *language*, with what each of the *subamendments* would
    change in the proposal that it was moved to; those to subamendments come after these. What cannot be
    carried onto the proposal as it stands is not shown in it: it is in the list of collisions."""
    layers: Layers | None = None
    for each in subamendments:
        for change in effective_words(each):
            if (change.node, change.language) == (node, language):
                layers = layers or Layers(segments)
                chain = frozenset(above(drafting, each))
                amended = layers.words(chain)
                carried = carry(change.base, change.ops, amended, insertions=True)
                both = apply_ops(amended, carried.ops) if carried.clashes else carried.text
                layers.lay(chain, both, each.id)
    return layers.segments() if layers is not None else segments


def above(drafting: Drafting, subamendment: Amendment) -> Iterable[str]:
    """The amendment that *subamendment* was moved to, and those that this one was moved to (ids)."""
    at = subamendment
    while at.amends:
        at = drafting.amendments[at.amends]
        yield at.id


def _marked(amended: str, over: Ops) -> Iterable[tuple[tuple[Run, ...], str]]:
    """The words of *amended* in order, each kept ("") or deleted, and what is put in among them."""
    both = apply_ops(amended, over)
    at = shift = 0
    for op in over:
        start = op.start + shift
        yield from (
            (runs, change)
            for runs, change in (
                (between(amended, at, op.start), ""),
                (between(amended, op.start, op.end), "delete"),
                (between(both, start, start + len(op.text)), "insert"),
            )
            if runs
        )
        at, shift = op.end, shift + len(op.text) - (op.end - op.start)
    if at < len(amended) and (rest := between(amended, at, len(amended))):
        yield rest, ""


def _without(piece: _Piece, runs: tuple[Run, ...], chain: frozenset[str], by: str) -> list[_Piece]:
    """*runs* of a piece, taken out of what *chain* proposes; others who put the same in still would."""
    others = tuple(each for each in piece.put_in if each not in chain)
    mine = tuple(each for each in piece.put_in if each in chain)
    gone = _Piece(runs, mine, (*piece.taken_out, by))
    return [_Piece(runs, others, piece.taken_out), gone] if others else [gone]


def _replaced(piece: _Piece, runs: tuple[Run, ...]) -> _Piece:
    return msgspec.structs.replace(piece, runs=runs)


def _length(runs: tuple[Run, ...]) -> int:
    """How many characters there are in *runs*; a footnote reference is one."""
    return sum(1 if run.note else len(run.text) for run in runs)


def _cut(runs: tuple[Run, ...], length: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The first *length* characters of *runs*, and the rest."""
    first: list[Run] = []
    rest: list[Run] = []
    for run in runs:
        size = 1 if run.note else len(run.text)
        taken = min(size, length)
        length -= taken
        if taken == size:
            first.append(run)
        elif not taken:
            rest.append(run)
        else:
            first.append(msgspec.structs.replace(run, text=run.text[:taken]))
            rest.append(msgspec.structs.replace(run, text=run.text[taken:]))
    return tuple(first), tuple(rest)


__all__ = ["Layers", "above", "with_subamendments"]
