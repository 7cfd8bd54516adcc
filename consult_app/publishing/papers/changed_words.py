"""A wording with operations on it as the stretches that are read one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from consult_app.drafting.amendments.kinds import with_formatted_words
from consult_app.drafting.wordings.diff import Op, Ops, apply_ops
from consult_app.drafting.wordings.wording import Run, between

from ..paper import Change


class Stretch(NamedTuple):
    """The characters *start* to *end* of the wording *plain*: kept, taken out or put in."""

    plain: str
    start: int
    end: int
    change: Change = ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """The words with the marks that they have in their wording."""
        return between(self.plain, self.start, self.end)


def stretches(base: str, ops: Ops) -> Iterator[Stretch]:
    """*base* with *ops*: what each takes out, then what it puts in, and what is kept between them."""
    shown = tuple(_trimmed(base, op) for op in with_formatted_words(base, ops))
    proposed = apply_ops(base, shown)
    at = shift = 0
    for op in shown:
        start = op.start + shift
        yield Stretch(base, at, op.start)
        yield Stretch(base, op.start, op.end, "delete")
        yield Stretch(proposed, start, start + len(op.text), "insert")
        at, shift = op.end, shift + len(op.text) - (op.end - op.start)
    yield Stretch(base, at, len(base))


def _trimmed(base: str, op: Op) -> Op:
    """*op* without the spaces that it takes out and puts in again: nobody reads a space struck through."""
    start, end, text = op.start, op.end, op.text
    while start < end and text and base[start] == text[0] and text[0].isspace():
        start, text = start + 1, text[1:]
    while start < end and text and base[end - 1] == text[-1] and text[-1].isspace():
        end, text = end - 1, text[:-1]
    return Op(start, end, text)


__all__ = ["Stretch", "stretches"]
