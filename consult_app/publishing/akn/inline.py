"""Words with their marks: italics, bold, raised, square brackets, footnotes, references to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

import msgspec

from consult_app.drafting.house_style.referring import references
from consult_app.drafting.house_style.typography import typography
from consult_app.drafting.wordings.wording import Atom, Run, atoms, escape

from ..paper import Runs
from .elements import Element, add, append_text

#: what square brackets are called: AKN has no element for them
BRACKETS = "squareBrackets"


class Notes:
    """Puts the footnotes of a document where they are first referred to, and says later where they are."""

    def __init__(self) -> None:
        self.placed: dict[str, tuple[str, str]] = {}

    def refer(self, parent: Element, key: str) -> None:
        """Write the footnote *key* into *parent*; here a document without any: the raised key."""
        add(parent, "sup", key)


def write_plain(
    parent: Element,
    plain: str,
    language: str,
    notes: Notes | None = None,
    eids: Mapping[str, str] | None = None,
) -> None:
    """Put a wording in plain form behind what *parent* holds, in the typography of the house. *eids* by
    label are what references to paragraphs point at."""
    printed = typography(plain, language)
    pieces = _pieces(printed, language, eids or {})
    for bracket, found in groupby(pieces, key=lambda piece: piece[0].bracket):
        inner = add(parent, "inline", name=BRACKETS) if bracket else parent
        if bracket:
            append_text(inner, "[")
        for href, linked in groupby(found, key=lambda piece: piece[1]):
            target = add(inner, "ref", href=f"#{href}") if href else inner
            _write_runs(target, [run for run, _href in linked], notes or Notes())
        if bracket:
            append_text(inner, "]")


def write_words(parent: Element, said: str, language: str) -> None:
    """Put words without marks behind what *parent* holds, in the typography of the house."""
    write_plain(parent, escape(said), language)


def write_spans(parent: Element, spans: Runs) -> None:
    """Put words that are in house form already behind what *parent* holds."""
    runs = [Run(span.text, span.italic, span.bold, span.superscript) for span in spans if span.text]
    _write_runs(parent, runs, Notes())


def _pieces(printed: str, language: str, eids: Mapping[str, str]) -> Iterator[tuple[Run, str]]:
    """The runs of a wording, each with the eId that it refers to, if any."""
    found = [
        (ref.start, ref.end, eids[ref.label]) for ref in references(printed, language) if ref.label in eids
    ]
    for atom in atoms(printed):
        at = atom.start
        for start, end, href in found:
            if at < end and start < atom.end:
                if start > at:
                    yield _cut(atom, at, start), ""
                yield _cut(atom, max(at, start), min(end, atom.end)), href
                at = min(end, atom.end)
        if at < atom.end:
            yield _cut(atom, at, atom.end), ""


def _cut(atom: Atom, start: int, end: int) -> Run:
    if atom.whole:
        return atom.run
    return msgspec.structs.replace(atom.run, text=atom.run.text[start - atom.start : end - atom.start])


def _write_runs(parent: Element, runs: list[Run], notes: Notes) -> None:
    for (key, bold, italic, raised), found in groupby(
        runs, key=lambda run: (run.note, run.bold, run.italic, run.superscript)
    ):
        if key:
            for run in found:
                notes.refer(parent, run.note)
            continue
        target = parent
        for mark, is_set in (("b", bold), ("i", italic), ("sup", raised)):
            target = add(target, mark) if is_set else target
        _write_lines(target, "".join(run.text for run in found))


def _write_lines(parent: Element, said: str) -> None:
    for at, line in enumerate(said.split("\n")):
        if at:
            add(parent, "eol")
        append_text(parent, line)


__all__ = ["BRACKETS", "Notes", "write_plain", "write_spans", "write_words"]
