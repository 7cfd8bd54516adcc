"""Marks that a wording lost on its way through a file: a printed bracket is only a character, a plain
text has no italics, and footnotes are numbered through. What says the same gets its marks back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from .diff import tokens
from .wording import Run, canonical, escape, has_brackets, parse, write

#: stands for a footnote reference among the characters
_NOTE = "\ufffc"


def unformatted(texts: Iterable[str]) -> bool:
    """Whether nothing in these wordings (plain form) is italic, bold or superscript."""
    return not any(_formatted(run) for text in texts for run in parse(text))


def renamed(text: str, keys: Mapping[str, str]) -> str:
    """*text* with its footnote references under other *keys*."""
    if "[^" not in text or not keys:
        return text
    runs = [msgspec.structs.replace(run, note=keys.get(run.note, run.note)) for run in parse(text)]
    return write(runs)


def remarked(base: str, new: str, *, plain: bool) -> str:
    """*new* with the marks that *base* has on the same words: its open brackets and, where *plain* says
    that the file had no formatting at all, italic, bold and superscript. Both in plain form."""
    if base == new:
        return new
    if has_brackets(base):
        new = _bracketed(base, new)
    return _as_formatted(base, new) if plain else new


def _bracketed(base: str, new: str) -> str:
    runs = parse(base)
    for number in sorted({run.bracket for run in runs if run.bracket}):
        inner = [msgspec.structs.replace(run, bracket=0) for run in runs if run.bracket == number]
        bare = "".join(f"[^{run.note}]" if run.note else escape(run.text) for run in inner)
        for said in (write(inner), bare):
            if rf"\[{said}\]" in new:
                new = canonical(new.replace(rf"\[{said}\]", f"[[{said}]]", 1))
                break
    return new


def _as_formatted(base: str, new: str) -> str:
    before = _letters(base)
    if not any(_formatted(run) for _, run in before):
        return new
    from rapidfuzz.distance import Indel

    now = _letters(new)
    old, come = tokens("".join(each for each, _ in before)), tokens("".join(each for each, _ in now))
    out = list(now)
    for code in Indel.opcodes(old, come):
        if code.tag == "equal":
            start = sum(map(len, old[: code.src_start]))
            begin = sum(map(len, come[: code.dest_start]))
            for step in range(sum(map(len, come[code.dest_start : code.dest_end]))):
                letter, run = now[begin + step]
                marks = before[start + step][1]
                out[begin + step] = (
                    letter,
                    msgspec.structs.replace(
                        run, italic=marks.italic, bold=marks.bold, superscript=marks.superscript
                    ),
                )
    return write([run if run.note else msgspec.structs.replace(run, text=letter) for letter, run in out])


def _letters(plain: str) -> list[tuple[str, Run]]:
    return [(letter, run) for run in parse(plain) for letter in (_NOTE if run.note else run.text)]


def _formatted(run: Run) -> bool:
    return run.italic or run.bold or run.superscript


__all__ = ["remarked", "renamed", "unformatted"]
