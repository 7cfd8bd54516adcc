"""The Paper tree: what a paper says and in which order, without any format.

A builder turns the state of a meeting into a :class:`Paper`; a writer for each format turns the
Paper into a file. All words are settled here: labels, formulas and typography are in house form
before a writer sees them, so that .docx, .pdf and the preview never disagree (design.md §8).

In the text of a :class:`Span`, a line feed is a line break; every other character is printed as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from consult_app.drafting.house_style.typography import typography
from consult_app.drafting.wordings.wording import parse

Change = Literal["", "insert", "delete", "format"]
ParaStyle = Literal["body", "title", "organ", "clause", "adoption", "closing", "note", "centred"]


class Footnote(msgspec.Struct, frozen=True):
    """A footnote: the *number* that is printed, and its words. Referred to twice, it is printed once."""

    number: str
    runs: tuple[Span, ...]


class Revision(msgspec.Struct, frozen=True):
    """A change that a reader can accept or reject: what it does, by whom and when (ISO time), the number
    of the amendment, and the key of the *group* that it is marked as. *move* names the two ends of a
    move."""

    kind: Literal["insert", "delete", "move_from", "move_to", "format"]
    author: str
    at: str
    number: str
    group: str = ""
    move: str = ""


class Before(msgspec.Struct, frozen=True):
    """The marks that words had before a *revision* of nothing else."""

    revision: Revision
    italic: bool = False
    bold: bool = False
    superscript: bool = False


class Comment(msgspec.Struct, frozen=True):
    """A remark at a place of the text: its *lines*, who makes it and when (ISO time, "" for no time).

    On paper the *figure* (an amendment's number with the mark of its group) stands raised at the place,
    in the colour of *group*; with *aside* the lines are printed below the paragraph.
    """

    lines: tuple[str, ...]
    author: str
    at: str = ""
    number: str = ""
    figure: str = ""
    group: str = ""
    aside: bool = False


class Span(msgspec.Struct, frozen=True):
    """Text with the same marks. With *note* it is a footnote reference, with *comment* the place of a
    remark; neither has text of its own.

    *change* says that the words are proposed to be inserted or deleted, *group* by whom (the key of
    a group, which gives the colour and the kind of line). *revisions* are the changes that the words are
    part of, the outermost first, and *before* how they were marked before one of formatting: a format
    that knows tracked changes shows these, in its own way.
    """

    text: str = ""
    italic: bool = False
    bold: bool = False
    superscript: bool = False
    change: Change = ""
    group: str = ""
    note: Footnote | None = None
    revisions: tuple[Revision, ...] = ()
    before: Before | None = None
    comment: Comment | None = None


class Revised(msgspec.Struct, frozen=True):
    """Changes of a paragraph as a whole: of its *label*, and of the mark that ends it."""

    label: tuple[Revision, ...] = ()
    end: tuple[Revision, ...] = ()


Runs = tuple[Span, ...]

_CHANGES: dict[str, Change] = {
    "insert": "insert",
    "move_to": "insert",
    "delete": "delete",
    "move_from": "delete",
    "format": "format",
}


class Masthead(msgspec.Struct, frozen=True):
    """The head of the first page; an empty line is left out."""

    organization: str = ""
    meeting: str = ""
    symbol: str = ""
    date_line: str = ""
    place_line: str = ""
    original_language_line: str = ""


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A heading of level 1 to 3; it stands in the outline and on the page of what follows it."""

    level: int
    runs: Runs
    language: str = ""
    revised: Revised = Revised()


class Para(msgspec.Struct, frozen=True, tag="para"):
    """A paragraph without a number.

    *language* is that of its words where it is not the paper's. *mark* is a short remark of the
    secretariat, printed small behind the words ("[Original: English]").
    """

    runs: Runs
    style: ParaStyle = "body"
    language: str = ""
    mark: str = ""
    revised: Revised = Revised()


class Numbered(msgspec.Struct, frozen=True, tag="numbered"):
    """A numbered paragraph (*level* 0) or an item (1, 2 …), its *label* in house form ("5.", "iii)")."""

    label: str
    runs: Runs
    level: int = 0
    language: str = ""
    mark: str = ""
    revised: Revised = Revised()


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table. *columns* are the heads, repeated on every page if *header*; *widths* are proportions.

    *languages* gives the language of each column where they differ from the paper's; *figures* are the
    places of the columns that hold figures and stand at the right. With *keep_next* it stands on the page
    of what follows; a *boxed* one has a frame around it and no lines inside.
    """

    columns: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[float, ...] = ()
    header: bool = True
    languages: tuple[str, ...] = ()
    figures: tuple[int, ...] = ()
    keep_next: bool = False
    boxed: bool = False

    def shares(self) -> tuple[float, ...]:
        """The width of each column as a part of the whole; equal parts where *widths* is empty."""
        count = max([len(self.columns), *(len(row) for row in self.rows)], default=0)
        widths = self.widths or (1.0,) * count
        if len(widths) != count:
            raise ValueError(f"{len(widths)} widths for {count} columns")
        return tuple(width / sum(widths) for width in widths)


class Gap(msgspec.Struct, frozen=True, tag="gap"):
    """Empty height, in lines of body text."""

    lines: float = 1.0


class PageBreak(msgspec.Struct, frozen=True, tag="page_break"):
    """What follows begins on a new page."""


Block = Heading | Para | Numbered | Table | Gap | PageBreak


class Paper(msgspec.Struct, frozen=True):
    """One paper in one language.

    *key* is the paper's name (``final``, ``sheet`` …). *title* goes to the file's properties and the
    running head; the title that is read on the page is a ``Para`` of style ``title``. *provisional*
    is the mark in the head of every page of a draft. *fingerprint_line* stands in the foot, *record* in the
    keywords of the file (``trust``).
    """

    key: str
    title: str
    language: str
    masthead: Masthead
    blocks: tuple[Block, ...]
    provisional: str = ""
    fingerprint_line: str = ""
    landscape: bool = False
    record: str = ""


def spans(
    plain: str,
    language: str,
    notes: Mapping[str, Footnote] | None = None,
    *,
    change: Change = "",
    group: str = "",
    profile: str = "ilo",
) -> Runs:
    """The spans of a wording in plain form, in the typography of the house.

    An open bracket is printed with its ``[`` and ``]``. *notes* gives the footnote for each key; a
    reference whose note is not among them is printed as a raised figure. *change* and *group* are
    put on every span. ValueError for an unknown language or profile.
    """
    out: list[Span] = []
    bracket = 0
    base = Span(change=change, group=group)
    for run in parse(typography(plain, language, profile)):
        if run.bracket != bracket:
            closed, opened = "]" * bool(bracket), "[" * bool(run.bracket)
            out.append(msgspec.structs.replace(base, text=closed + opened))
            bracket = run.bracket
        if not run.note:
            out.append(Span(run.text, run.italic, run.bold, run.superscript, change=change, group=group))
        elif notes and run.note in notes:
            out.append(msgspec.structs.replace(base, note=notes[run.note]))
        else:
            out.append(msgspec.structs.replace(base, text=run.note, superscript=True))
    if bracket:
        out.append(msgspec.structs.replace(base, text="]"))
    return joined(out)


def text(words: str, *, bold: bool = False, italic: bool = False) -> Runs:
    """Spans of words that are already in house form and carry no marks of the plain form."""
    return (Span(words, bold=bold, italic=italic),) if words else ()


def joined(parts: list[Span] | Runs) -> Runs:
    """*parts* without empty spans, neighbours with the same marks joined."""
    out: list[Span] = []
    for part in parts:
        if not part.text and part.note is None and part.comment is None:
            continue
        last = out[-1] if out else None
        if (
            last
            and not (last.note or last.comment)
            and not (part.note or part.comment)
            and msgspec.structs.replace(last, text="") == (msgspec.structs.replace(part, text=""))
        ):
            out[-1] = msgspec.structs.replace(last, text=last.text + part.text)
        else:
            out.append(part)
    return tuple(out)


def changed_by(span: Span, revisions: tuple[Revision, ...]) -> Span:
    """*span* as part of *revisions*, the outermost first; what it is marked as is the innermost."""
    if not revisions:
        return span
    last = revisions[-1]
    change = _CHANGES[last.kind]
    return msgspec.structs.replace(span, revisions=revisions, change=change, group=last.group)


def words_of(runs: Runs) -> str:
    """The words of *runs*, without footnote references: for outlines and for reading back."""
    return "".join(span.text for span in runs)


def reading_order(paper: Paper) -> Iterator[str]:
    """The words of the blocks as a reader meets them, each block (or cell) one string with its label."""
    for block in paper.blocks:
        if isinstance(block, Numbered):
            yield f"{block.label} {words_of(block.runs)}"
        elif isinstance(block, Heading | Para):
            yield words_of(block.runs)
        elif isinstance(block, Table):
            for row in ((block.columns,) if block.header else ()) + block.rows:
                yield from (words_of(cell) for cell in row)


def footnotes(paper: Paper) -> tuple[Footnote, ...]:
    """The footnotes of the paper in the order in which they are first referred to."""
    seen: dict[Footnote, None] = {}
    for block in paper.blocks:
        for runs in block_runs(block):
            for span in runs:
                if span.note is not None:
                    seen.setdefault(span.note)
    return tuple(seen)


def comments(paper: Paper) -> tuple[Comment, ...]:
    """The remarks of the paper in reading order."""
    runs = (each for block in paper.blocks for each in block_runs(block))
    return tuple(span.comment for each in runs for span in each if span.comment is not None)


def block_runs(block: Block) -> Iterator[Runs]:
    """Each stretch of spans in *block*, in reading order."""
    if isinstance(block, Heading | Para | Numbered):
        yield block.runs
    elif isinstance(block, Table):
        for row in ((block.columns,) if block.header else ()) + block.rows:
            yield from row
