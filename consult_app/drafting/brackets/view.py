"""Square brackets as they are looked at: the words that stand and, beside them, the alternatives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

import msgspec

from ..amendments.amendment import Amendment, Drafting
from ..text.nodes import Node, Text
from ..wordings.segments import Segment
from ..wordings.wording import Run, atoms, between, parse, write
from .alternatives import Passage, marks, passages_of
from .open_brackets import OpenBracket, open_brackets

#: the words of an alternative, its amendments, and whose it is
Part = tuple[tuple[Run, ...], tuple[str, ...], tuple[str, ...]]
#: between the alternatives of a bracket
BAR = " | "


def in_brackets(drafting: Drafting, text: Text, node: Node, language: str) -> tuple[Segment, ...]:
    """Today's words of *node* with what stands in square brackets in them. An amendment in brackets that
    has no words in this language is not shown in them: :func:`elsewhere` names its bracket."""
    words = node.text(language)
    here = [each for each in open_brackets(drafting, text) if each.found.node == node.id]
    if not words or not here:
        return (Segment(parse(words)),) if words else ()
    placed: list[tuple[Passage, str]] = []
    for each in here:
        if each.found.kind == "words":
            members = [drafting.amendments[name] for name in each.found.members]
            placed += ((p, each.bracket.number) for p in passages_of(text, node, members, language))
    typed = _typed(here, node, language)
    out: list[Segment] = []
    at = 0
    for passage, number in sorted(placed, key=lambda found: (found[0].start, found[0].end)):
        out += _plain(words, at, passage.start, typed)
        out += _opened(passage, number)
        at = passage.end
    return (*out, *_plain(words, at, len(words), typed))


def elsewhere(drafting: Drafting, text: Text, node: Node, language: str) -> list[OpenBracket]:
    """The open brackets about the words of *node* that its wording in *language* does not show, or not
    with all their alternatives: an amendment may have no words in this language."""
    shown = {name for segment in in_brackets(drafting, text, node, language) for name in segment.by}
    return [
        each
        for each in open_brackets(drafting, text)
        if each.found.node == node.id
        and each.found.kind == "words"
        and not shown.issuperset(each.found.members)
    ]


def new_in_brackets(drafting: Drafting, text: Text, amendment: Amendment, words: str) -> tuple[Segment, ...]:
    """The *words* of a node that an amendment in brackets would put in."""
    number = next(
        (
            each.bracket.number
            for each in open_brackets(drafting, text)
            if each.found.kind == "beside" and amendment.id in each.found.members
        ),
        "",
    )
    whose = amendment.credited
    return (Segment(parse(words), "", (amendment.id,), number, whose),) if words else ()


def spelt_out(segments: tuple[Segment, ...], name: Callable[[str], str], delete: str) -> str:
    """The segments as one wording in plain form, each bracket as ``[words | Group: other words]``; *name*
    says who somebody is, *delete* is the word for an alternative that takes the words out. The brackets
    are characters then."""
    runs: list[Run] = []
    for bracket, group in groupby(segments, key=lambda segment: segment.bracket):
        if not bracket:
            runs += (run for segment in group for run in segment.runs)
            continue
        runs.append(Run("["))
        for place, segment in enumerate(group):
            runs += [Run(BAR)] * bool(place)
            if segment.whose:
                named = ", ".join(dict.fromkeys(name(who) for who in segment.whose))
                runs += [Run(named, italic=True), Run(": ")]
            runs += segment.runs or [Run(delete, italic=True)]
        runs.append(Run("]"))
    return write(runs)


def _opened(passage: Passage, number: str) -> Iterator[Segment]:
    """One place of a bracket, the spaces about it outside of it."""
    parts: list[Part] = [(passage.stands, (), ())] if _text(passage.stands) else []
    parts += ((option.runs, option.amendments, option.by) for option in passage.options)
    full = [said for runs, _, _ in parts if (said := _text(runs))]
    if full and all(said[0].isspace() for said in full):
        yield Segment((Run(" "),))
    for runs, by, whose in parts:
        yield Segment(_stripped(runs), "", by, number, whose)
    if full and all(said[-1].isspace() for said in full):
        yield Segment((Run(" "),))


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text or run.note for run in runs)


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    out = list(runs)
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while out and not out[end].note and not strip(out[end].text):
            del out[end]
        if out and not out[end].note:
            out[end] = msgspec.structs.replace(out[end], text=strip(out[end].text))
    return tuple(out)


def _typed(here: list[OpenBracket], node: Node, language: str) -> dict[int, tuple[str, str]]:
    """Number and owner of each typed mark of a wording, by its place among the marks. A translation with
    as many marks as the original has those of the original."""
    typed = [each for each in here if each.found.kind == "typed"]
    own = [each for each in typed if each.found.language == language]
    if not own and len(marks(node.text(language))) == len(marks(node.text(node.original))):
        own = typed
    return {each.found.ordinal: (each.bracket.number, each.bracket.by) for each in own}


def _plain(words: str, start: int, end: int, typed: dict[int, tuple[str, str]]) -> Iterator[Segment]:
    """The words from *start* to *end*, each typed mark a bracket of its own."""
    runs = between(words, start, end)
    inside = (a.run.bracket for a in atoms(words) if a.start < end and a.end > start and a.run.bracket)
    ordinals = list(dict.fromkeys(inside))
    for bracket, group in groupby(runs, key=lambda run: run.bracket):
        number, by = typed.get(ordinals[bracket - 1], ("", "")) if bracket else ("", "")
        kept = tuple(msgspec.structs.replace(run, bracket=0) if number else run for run in group)
        yield Segment(kept, "", (), number, (by,) if by else ())
