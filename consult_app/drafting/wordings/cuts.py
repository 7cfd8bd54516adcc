"""Words that are put in exactly where a node is cut: to which half they belong.

Put in between "B" and "C" of "A B C", the word X may be written as "X " before C or as " X" behind B:
the operations do not say to which of the two it belongs. Where another amendment cuts the node at that
space, this must be known, and must not depend on which of the two is adopted first. The rule:

- words that are fastened to a word go with it (", in particular X" with the word before it);
- behind a sentence, a clause or a list that is closed by a stop, words that are themselves closed by one
  are a further sentence and stay with the first half; words that are not closed begin what follows, and
  go to the second;
- in the middle of a sentence they stay with the words that they were put in behind, as an amendment says
  it ("after “B”, insert “X”").
"""

from __future__ import annotations

import re

from .diff import Op, Ops

#: the cut between two pieces
CUT = "\n"
#: the cut that an amendment proposes to make
NEW_CUT = "\v"

_MARK = re.compile(f"{CUT}|{NEW_CUT} ?")  # a split that changes no words keeps the space behind its cut
_STOPS = ".!?…;:"
#: what may stand behind the stop of a sentence: closing marks, and the reference of a footnote
_CLOSING = re.compile(r"(?:\[\^[^\[\]]*\]|[\s)\]»”’\"'*^])+$")


def beside_cuts(base: str, mine: Ops, theirs: Ops) -> tuple[Ops, Ops]:
    """Both lists of operations on *base*, each with the words that it puts in at a cut of the other on the
    side of the cut to which they belong. They make of the base what they made before."""
    if not (_cuts(mine) or _cuts(theirs)):
        return mine, theirs
    mine, theirs = _apart(base, mine), _apart(base, theirs)
    mine, theirs = _sided(base, mine, _spaces(base, theirs)), _sided(base, theirs, _spaces(base, mine))
    return mine, theirs


def belongs_behind(before: str, words: str) -> bool:
    """Whether *words*, put in where a node is cut behind *before*, stay with the first half."""
    if _CLOSING.sub("", before)[-1:] not in _STOPS:
        return True
    return _CLOSING.sub("", words)[-1:] in _STOPS


def _cuts(ops: Ops) -> bool:
    return any(CUT in op.text or NEW_CUT in op.text for op in ops)


def _apart(base: str, ops: Ops) -> Ops:
    """*ops* with each cut as an operation of its own on the space that it takes the place of, where it
    was one with words that are put in before or behind it."""
    out: list[Op] = []
    for op in ops:
        marks = _MARK.findall(op.text)
        space = _space_of(base, op, out[-1].end if out else 0) if len(marks) == 1 else None
        if space is None:
            out.append(op)
            continue
        first, second = _MARK.split(op.text)
        if op.insertion:
            first = f" {first}"
        parts = (
            Op(min(op.start, space), space, first),
            Op(space, space + 1, marks[0]),
            Op(space + 1, max(op.end, space + 1), second),
        )
        out += (part for part in parts if part.text or not part.insertion)
    return tuple(out)


def _space_of(base: str, op: Op, reached: int) -> int | None:
    """The space of the base that a cut takes the place of, where the operations before it end at
    *reached*; None for a bare cut, and where there is none."""
    if op.insertion:
        words = op.start > reached and base[op.start - 1] == " " and op.text[0] not in (CUT, NEW_CUT)
        return op.start - 1 if words else None
    if base[op.start] == " ":
        return op.start
    return op.end - 1 if base[op.end - 1] == " " else None


def _spaces(base: str, ops: Ops) -> frozenset[int]:
    """The spaces of the base at which *ops* cut it."""
    return frozenset(
        op.start for op in ops if op.text[:1] in (CUT, NEW_CUT) and base[op.start : op.start + 1] == " "
    )


def _sided(base: str, ops: Ops, spaces: frozenset[int]) -> Ops:
    """*ops* with what they put in beside one of those spaces before or behind it, as it belongs. What
    stands on both sides of the space already, or changes it, stays."""
    for space in spaces:
        before = "".join(op.text for op in ops if op.insertion and op.start == space)
        behind = "".join(op.text for op in ops if op.insertion and op.start == space + 1)
        words = before or behind
        taken = any(op.start <= space < op.end for op in ops) or (before and behind)
        if taken or not words.strip(" ") or " " not in (before[:1], behind[-1:]):
            continue
        if belongs_behind(base[:space], words):
            moved = Op(space, space, before or " " + behind[:-1])
        else:
            moved = Op(space + 1, space + 1, behind or before[1:] + " ")
        rest = [op for op in ops if not (op.insertion and op.start in (space, space + 1))]
        at = sum(1 for op in rest if op.start < moved.start)
        ops = (*rest[:at], moved, *rest[at:])
    return ops


__all__ = ["CUT", "NEW_CUT", "belongs_behind", "beside_cuts"]
