r"""Wording: the words of one node in one language, as runs of text with marks.

The plain form is what commands, files and the journal carry: ``*italic*``, ``**bold**``,
``^superscript^``, ``[^1]`` (a footnote reference), ``[[open bracket]]``, and ``\`` before any of
``* ^ [ ] \`` that is only a character. Every mark is a switch, so the form needs no nesting and
``parse(write(runs)) == runs`` holds for all runs in normal form (``normalised``).
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

import msgspec

_SPECIAL = re.compile(r"[*^\[\]\\]")


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text with the same marks. ``bracket`` numbers the open bracket it lies in
    (1, 2 … in the order of the wording, 0 outside); ``note`` is the key of a footnote reference,
    and such a run has no text."""

    text: str = ""
    italic: bool = False
    bold: bool = False
    superscript: bool = False
    bracket: int = 0
    note: str = ""


def normalised(runs: tuple[Run, ...] | list[Run]) -> tuple[Run, ...]:
    """Runs without empty ones, neighbours with equal marks joined, brackets numbered as they open."""
    out: list[Run] = []
    before = brackets = 0
    for run in runs:
        if not run.text and not run.note:
            continue
        if run.bracket and run.bracket != before:
            brackets += 1
        before = run.bracket
        bracket = brackets if run.bracket else 0
        run = msgspec.structs.replace(run, bracket=bracket)
        if run.note:
            run = Run(bracket=bracket, note=run.note)
        if out and not run.note and not out[-1].note and _marks(out[-1]) == _marks(run):
            out[-1] = msgspec.structs.replace(run, text=out[-1].text + run.text)
        else:
            out.append(run)
    return tuple(out)


def _marks(run: Run) -> tuple[bool, bool, bool, int]:
    return run.italic, run.bold, run.superscript, run.bracket


def escape(text: str) -> str:
    r"""*text* with ``\`` before each character that the plain form would read as a mark."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def write(runs: tuple[Run, ...] | list[Run]) -> str:
    """The plain form of *runs*; the same words and marks always give the same string."""
    out: list[str] = []
    now = Run()

    def switch(to: Run) -> None:
        nonlocal now
        moved = now.bracket != to.bracket
        if now.superscript and (moved or not to.superscript):
            out.append("^")
            now = msgspec.structs.replace(now, superscript=False)
        out.append("*" * ((now.italic != to.italic) + 2 * (now.bold != to.bold)))
        if moved:
            out.append("]]" * bool(now.bracket) + "[[" * bool(to.bracket))
        if to.superscript and not now.superscript:
            out.append("^")
        now = to

    for run in normalised(runs):
        if run.note:
            # a reference carries no marks of its own: those around it simply stay on
            if run.bracket != now.bracket:
                switch(msgspec.structs.replace(now, bracket=run.bracket, superscript=False))
            out.append(f"[^{run.note}]")
        else:
            switch(run)
            out.append(escape(run.text))
    switch(Run())
    return "".join(out)


_TOKEN = re.compile(
    r"\\(?P<char>[*^\[\]\\])|(?P<stars>\*+)|(?P<open>\[\[)|\[\^(?P<note>[^\[\]^*\\\s]+)\]"
    r"|(?P<sup>\^)|(?P<close>\]\])|(?P<text>[^*^\[\]\\]+|.)",
    re.DOTALL,
)


class Atom(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a plain form that is text or a footnote reference, with where it stands."""

    start: int
    end: int
    run: Run
    whole: bool


@lru_cache(maxsize=8192)
def atoms(plain: str) -> tuple[Atom, ...]:
    """The text of a plain form piece by piece, each with its place and its marks."""
    tokens: list[tuple[str, str, int, int]] = []
    for match in _TOKEN.finditer(plain):
        kind = match.lastgroup or "text"
        if kind == "stars" and len(match[0]) > 3:
            kind = "text"
        value = match[kind] if kind in ("char", "note") else match[0]
        tokens.append((kind, value, match.start(), match.end()))
    _settle(tokens)
    out: list[Atom] = []
    now = Run()
    brackets = 0
    for kind, value, start, end in tokens:
        if kind == "text":
            out.append(Atom(start, end, msgspec.structs.replace(now, text=value), False))
        elif kind == "char":
            out.append(Atom(start, end, msgspec.structs.replace(now, text=value), True))
        elif kind == "note":
            out.append(Atom(start, end, Run(note=value, bracket=now.bracket), True))
        elif kind == "sup":
            now = msgspec.structs.replace(now, superscript=not now.superscript)
        elif kind == "stars":
            now = msgspec.structs.replace(
                now, italic=now.italic ^ (len(value) != 2), bold=now.bold ^ (len(value) > 1)
            )
        elif kind == "open":
            brackets += 1
            now = msgspec.structs.replace(now, bracket=brackets)
        else:
            now = msgspec.structs.replace(now, bracket=0)
    return tuple(out)


@lru_cache(maxsize=8192)
def parse(plain: str) -> tuple[Run, ...]:
    """Runs of a plain form. A mark that is never closed, or closes nothing, is a character."""
    return normalised([atom.run for atom in atoms(plain)])


def between(plain: str, start: int, end: int) -> tuple[Run, ...]:
    """The runs that stand between two places of a plain form, with the marks they have there."""
    out: list[Run] = []
    for atom in atoms(plain):
        if atom.end <= start or atom.start >= end:
            continue
        if atom.whole or (start <= atom.start and atom.end <= end):
            out.append(atom.run)
        else:
            cut = atom.run.text[max(0, start - atom.start) : end - atom.start]
            out.append(msgspec.structs.replace(atom.run, text=cut))
    return normalised(out)


def _settle(tokens: list[tuple[str, str, int, int]]) -> None:
    """Turn into characters the marks that have no partner (the last one of an odd number)."""
    opened: int | None = None
    for index, (kind, _value, _start, _end) in enumerate(tokens):
        if kind == "open" and opened is None:
            opened = index
        elif kind == "open" or (kind == "close" and opened is None):
            tokens[index] = ("text", *tokens[index][1:])
        elif kind == "close":
            opened = None
    if opened is not None:
        tokens[opened] = ("text", *tokens[opened][1:])
    for lengths in ((0,), (2, 3), (1, 3)):  # superscript, bold, italic
        places = [
            index
            for index, (kind, value, _start, _end) in enumerate(tokens)
            if (kind == "sup" and 0 in lengths) or (kind == "stars" and len(value) in lengths)
        ]
        if len(places) % 2:
            last = places[-1]
            value = tokens[last][1]
            tokens[last] = ("text", *tokens[last][1:])
            if value == "***":  # it carried both marks: its other half may lack a partner now
                _settle(tokens)
                return


def canonical(plain: str) -> str:
    """*plain* as this program writes it: equal wordings become equal strings."""
    return write(parse(plain))


@lru_cache(maxsize=8192)
def words(plain: str) -> str:
    """The words alone, without marks and footnote references: what is read aloud."""
    return "".join(run.text for run in parse(plain))


def has_brackets(plain: str) -> bool:
    """Whether an open square bracket stands in the wording (it bars final adoption)."""
    return "[[" in plain and any(run.bracket for run in parse(plain))


def notes(plain: str) -> tuple[str, ...]:
    """Keys of the footnotes that the wording refers to, in order."""
    return tuple(run.note for run in parse(plain) if run.note) if "[^" in plain else ()


def fingerprint(plain: str) -> str:
    """Short name of a wording by its content: 16 hexadecimal digits of SHA-256."""
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]
