"""The pieces of a node's words as spans of a paper: what each is part of, and where a node is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

import msgspec

from consult_app.drafting.wordings.cuts import NEW_CUT
from consult_app.drafting.wordings.wording import Run, words, write

from ..paper import Before, Revision, Span, changed_by
from .pieces import Piece, Pieces

#: the revision of an amendment (its id) of that kind
RevisionOf = Callable[[str, str], Revision]


class Stretch(msgspec.Struct, frozen=True):
    """Words that are part of the same changes, the outermost first. ``was`` are the same words with other
    marks, where ``reformatted`` changes nothing else; ``ends`` are the numbers of the amendments whose
    change ends here."""

    runs: tuple[Run, ...]
    revisions: tuple[Revision, ...] = ()
    was: tuple[Run, ...] = ()
    reformatted: Revision | None = None
    ends: frozenset[str] = frozenset()

    @property
    def numbers(self) -> frozenset[str]:
        """The amendments whose changes these words are part of."""
        found = (*self.revisions, self.reformatted) if self.reformatted else self.revisions
        return frozenset(revision.number for revision in found)


class Part(msgspec.Struct, frozen=True):
    """The words of one paragraph, and the change that would end it where the node is ``cut``."""

    stretches: tuple[Stretch, ...]
    cut: Revision | None = None


def parts_of(pieces: Pieces, revision: RevisionOf, around: tuple[Revision, ...]) -> list[Part]:
    """The paragraphs that *pieces* are printed in: one more than there are cuts. *around* are changes
    that all of them are part of."""
    out: list[Part] = []
    held: list[Piece] = []
    for piece in pieces:
        first, *others = _uncut(piece)
        held.append(first)
        for each in others:
            cut = revision(piece.put_in[-1], "insert")
            out.append(Part(_ended(list(_stretches(held, revision, around))), cut))
            held = [each]
    out.append(Part(_ended(list(_stretches(held, revision, around)))))
    return out


def spans_of(stretch: Stretch) -> Iterator[tuple[Span, str]]:
    """The spans of *stretch*; a footnote reference has no text but the key of its note."""
    if stretch.reformatted is not None:
        yield from _reformatted(stretch, stretch.reformatted)
        return
    base = changed_by(Span(), stretch.revisions)
    for run in stretch.runs:
        yield _span(base, run), run.note


def _span(base: Span, run: Run) -> Span:
    return msgspec.structs.replace(
        base, text=run.text, italic=run.italic, bold=run.bold, superscript=run.superscript
    )


def _uncut(piece: Piece) -> list[Piece]:
    """*piece* without the cuts in it, as what stands between them."""
    out: list[Piece] = []
    start = piece.start
    for said in piece.text.split(NEW_CUT):
        out.append(msgspec.structs.replace(piece, start=start, end=start + len(said)))
        start += len(said) + len(NEW_CUT)
    return out


def _stretches(pieces: list[Piece], revision: RevisionOf, around: tuple[Revision, ...]) -> Iterator[Stretch]:
    """One stretch for each group of pieces with the same fate; what takes words out and puts the same
    words in with other marks only marks them anew."""
    held = [
        (fate, tuple(run for piece in found for run in piece.runs))
        for fate, found in groupby(
            (piece for piece in pieces if piece.text), key=lambda piece: (piece.put_in, piece.taken_out)
        )
    ]
    at = 0
    while at < len(held):
        (put_in, taken_out), runs = held[at]
        inside = tuple(revision(who, "insert") for who in put_in)
        following = held[at + 1] if at + 1 < len(held) else None
        if taken_out and following and _only_marks((put_in, taken_out), runs, following):
            yield Stretch(following[1], (*around, *inside), runs, revision(taken_out, "format"))
            at += 2
            continue
        out = (revision(taken_out, "delete"),) if taken_out else ()
        if runs:
            yield Stretch(runs, (*around, *inside, *out))
        at += 1


_Fate = tuple[tuple[str, ...], str]


def _only_marks(fate: _Fate, runs: tuple[Run, ...], following: tuple[_Fate, tuple[Run, ...]]) -> bool:
    (put_in, taken_out), ((then_in, then_out), after) = fate, following
    return (
        then_in == (*put_in, taken_out)
        and not then_out
        and bool(runs)
        and words(write(runs)) == words(write(after))
        and [run.note for run in runs if run.note] == [run.note for run in after if run.note]
    )


def _ended(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """*stretches*, each with the amendments whose change ends with it."""
    following = [each.numbers for each in stretches[1:]] + [frozenset()]
    return tuple(
        msgspec.structs.replace(each, ends=each.numbers - after)
        for each, after in zip(stretches, following, strict=True)
    )


def _reformatted(stretch: Stretch, revision: Revision) -> Iterator[tuple[Span, str]]:
    """The words with their new marks; where these differ, with those that they had before."""
    pairs = zip(_characters(stretch.runs), _characters(stretch.was), strict=True)
    for (now, was), found in groupby(pairs, key=lambda pair: (_marks(pair[0]), _marks(pair[1]))):
        runs = [pair[0] for pair in found]
        base = changed_by(Span(), stretch.revisions)
        if now != was:
            before = Before(revision, *was)
            base = msgspec.structs.replace(base, change="format", group=revision.group, before=before)
        for note, same in groupby(runs, key=lambda run: run.note):
            text = "".join(run.text for run in same)
            yield _span(base, msgspec.structs.replace(runs[0], text=text, note=note)), note


def _marks(run: Run) -> tuple[bool, bool, bool]:
    return run.italic, run.bold, run.superscript


def _characters(runs: tuple[Run, ...]) -> Iterator[Run]:
    for run in runs:
        if run.note:
            yield run
        for character in run.text:
            yield msgspec.structs.replace(run, text=character)


__all__ = ["Part", "Stretch", "parts_of", "spans_of"]
