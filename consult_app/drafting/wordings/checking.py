"""What a reviser would want to look at again in a rendering, beside the wording that it renders.

These are remarks and never refusals: a rendering may well have good reasons. Nothing is said of whether the
words themselves are right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ...meetings.reasons import N_, Message
from .tongue import remark
from .wording import has_brackets, notes, words

#: what groups the figures of one number: 1 500, 1,500, 1.500 and 3.5 or 3,5 are written by language
_GROUPED = re.compile("(?<=\\d)[.,'’ \u00a0\u202f](?=\\d)")
_FIGURES = re.compile(r"\d+")
_SPACES = " \u00a0\u202f"
_ENDS = ".;:,?!"
_SEVERAL = 4


def remarks(source: str, rendering: str, language: str) -> list[Message]:
    """What differs between *source* and *rendering*, both in plain form, though it should mostly not."""
    if not rendering.strip():
        return []
    return [*_beside(source, rendering), *_alone(rendering, language)]


def _beside(source: str, rendering: str) -> Iterator[Message]:
    theirs, ours = words(source), words(rendering)
    if theirs == ours and len(theirs.split()) >= _SEVERAL:
        yield Message(N_("The words are the same as in the source."), {})
        return
    lacking, more = _differing(_numbers(theirs), _numbers(ours))
    if lacking:
        yield Message(N_("Figures of the source that are not here: {figures}."), {"figures": lacking})
    if more:
        yield Message(N_("Figures that are not in the source: {figures}."), {"figures": more})
    lacking, more = _differing(notes(source), notes(rendering))
    if lacking:
        yield Message(N_("Footnotes of the source that are not here: {notes}."), {"notes": lacking})
    if more:
        yield Message(N_("Footnotes that are not in the source: {notes}."), {"notes": more})
    if has_brackets(source) and not has_brackets(rendering):
        yield Message(N_("The source has words in square brackets; here are none."), {})
    if has_brackets(rendering) and not has_brackets(source):
        yield Message(N_("Words stand in square brackets here; in the source there are none."), {})
    there, here = _end(theirs), _end(ours)
    if there != here:
        yield Message(
            N_("The source ends in “{there}”, this in “{here}”."),
            {"there": there or "–", "here": here or "–"},
        )


def _alone(rendering: str, language: str) -> Iterator[Message]:
    plain = words(rendering)
    other = remark(rendering, language)
    if other is not None:
        yield other
    for opening, closing in ("«»", "“”"):
        if plain.count(opening) != plain.count(closing):
            yield Message(
                N_("“{opening}” and “{closing}” do not stand in pairs."),
                {"opening": opening, "closing": closing},
            )
    if language == "es":
        for opening, closing in ("¿?", "¡!"):
            if plain.count(opening) < plain.count(closing):
                yield Message(
                    N_("“{closing}” without “{opening}” before it."), {"opening": opening, "closing": closing}
                )
    if "  " in plain:
        yield Message(N_("Two spaces stand side by side."), {})


def _numbers(plain: str) -> list[str]:
    return _FIGURES.findall(_GROUPED.sub("", plain))


def _differing(theirs: Iterable[str], ours: Iterable[str]) -> tuple[list[str], list[str]]:
    there, here = Counter(theirs), Counter(ours)
    return sorted((there - here).elements()), sorted((here - there).elements())


def _end(plain: str) -> str:
    """The punctuation at the end: a colon after a space, as some printers have it, is one without."""
    last = plain.rstrip().rstrip(_SPACES)[-1:]
    return last if last in _ENDS else ""


__all__ = ["remarks"]
