"""Segments and runs made ready to be read: no stray spaces, brackets taken together."""

from __future__ import annotations

from itertools import takewhile

import msgspec

from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import Run


def readable(segments: tuple[Segment, ...]) -> list[Segment]:
    """The segments without deletions of mere spaces that the words put in beside them bring again."""
    out = []
    for place, segment in enumerate(segments):
        following = segments[place + 1] if place + 1 < len(segments) else Segment(())
        spaces = all(not run.note and not run.text.strip() for run in segment.runs)
        if (
            segment.change == "delete"
            and spaces
            and following.change == "insert"
            and following.by == segment.by
        ):
            continue
        out.append(segment)
    return out


def same_bracket(shown: list[Segment], place: int) -> list[Segment]:
    """The segment at *place* and those behind it in the same bracket."""
    number = shown[place].bracket
    return list(takewhile(lambda each: each.bracket == number, shown[place:]))


def without_end(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs without the space at their end, and that space: a number stands before it."""
    if not runs or runs[-1].note:
        return runs, ()
    last = runs[-1]
    bare = last.text.rstrip(" ")
    if bare == last.text or not bare:
        return runs, ()
    end = msgspec.structs.replace(last, text=last.text[len(bare) :])
    return (*runs[:-1], msgspec.structs.replace(last, text=bare)), (end,)
