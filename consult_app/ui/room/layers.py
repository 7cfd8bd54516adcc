"""A subamendment shown in its place: the words of the node, what the amendment makes of them, and what
the subamendment makes of that, as one row of segments. Pure, without Qt."""

from __future__ import annotations

from itertools import pairwise

from consult_app.drafting.diff import Ops, diff
from consult_app.drafting.segments import Segment
from consult_app.drafting.wording import between


def layered(
    today: str, amended: str, both: str, by: tuple[str, ...], by_sub: tuple[str, ...]
) -> tuple[Segment, ...]:
    """The segments of *today*, with the changes that lead to *amended* (theirs who are *by*) and, on top
    of them, those that lead from there to *both* (*by_sub*). Wordings are in plain form.

    What is kept and what is deleted from *today* gives *today* again in order; what is kept and what is
    put in, without that which the subamendment takes out, gives *both*.
    """
    out: list[Segment] = []
    over = diff(amended, both)
    points = sorted({place for op in over for place in (op.start, op.end)})
    said: set[int] = set()

    def put_in_at(place: int) -> None:
        """What the subamendment puts in behind that place of *amended*."""
        shift = 0
        for number, op in enumerate(over):
            if op.end == place and number not in said:
                said.add(number)
                start = op.start + shift
                out.append(Segment(between(both, start, start + len(op.text)), "insert", by_sub))
            shift += len(op.text) - (op.end - op.start)

    def stretch(start: int, end: int, *, new: bool) -> None:
        """The words of *amended* from *start* to *end*, cut where the subamendment acts on them."""
        cuts = [start, *(place for place in points if start < place < end), end]
        for low, high in pairwise(cuts):
            put_in_at(low)
            if low < high:
                out.append(_piece(amended, low, high, over, by, by_sub, new=new))
        put_in_at(end)

    at = shift = 0
    for op in diff(today, amended):
        stretch(at + shift, op.start + shift, new=False)
        if op.end > op.start:
            out.append(Segment(between(today, op.start, op.end), "delete", by))
        stretch(op.start + shift, op.start + shift + len(op.text), new=True)
        at, shift = op.end, shift + len(op.text) - (op.end - op.start)
    stretch(at + shift, len(amended), new=False)
    return tuple(segment for segment in out if segment.runs)


def _piece(
    amended: str, low: int, high: int, over: Ops, by: tuple[str, ...], by_sub: tuple[str, ...], *, new: bool
) -> Segment:
    runs = between(amended, low, high)
    if any(op.start <= low and high <= op.end for op in over):
        return Segment(runs, "delete", by_sub)
    return Segment(runs, "insert", by) if new else Segment(runs)
