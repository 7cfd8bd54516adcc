"""What lets a reader trust a paper: the words that are printed, their fingerprint, and the row of the record.

Every paper says in its foot, and in the keywords of the file, from which row of the journal it was made, on
which day that row was written, and the fingerprint of its words. ``consult verify`` finds the row by it.

**What the fingerprint is of.** The words of the paper in its language, in reading order: each heading,
paragraph, item and cell of a table is one line with its number before it and the figures of its footnotes
in it, then each footnote is one line with its figure before it. A line is in Unicode NFC; every run of
spaces, no-break spaces, tabs and line breaks is one space; soft hyphens, characters without width and those
that no file can hold are left out, and the hyphens U+2010 and U+2011 are "-". Italics, bold and the head of
the first page do not count. The lines are joined with line feeds; the fingerprint is the first 16
hexadecimal digits of the SHA-256 of that in UTF-8.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from consult_app.drafting.house_style.house import long_date
from consult_app.drafting.wordings.wording import fingerprint
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_, Message, Place
from consult_app.words import translator

from . import layout
from .paper import Heading, Numbered, Paper, Para, Runs, Table, footnotes, words_of

_RECORD = N_("Record {seq} · {fingerprint}")
_DATED = N_("Record {seq} · {date} · {fingerprint}")
_HEAD = Message(N_("the head of the first page"))
#: and what no file can hold, for which some have U+FFFD
_NO_WIDTH = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufffd-\uffff\x00-\x08\x0b\x0c\x0e-\x1f]")
_HYPHENS = re.compile("[\u2010\u2011]")
#: a word processor may take the colons for the ends of keywords, and puts other signs between them
_NAMED = re.compile(
    r"\bConsult#(?P<key>\w+)#(?P<language>en|fr|es)#(?P<seq>\d{1,12})#(?:(?P<day>[\d-]{10})?#)?"
    r"(?P<fingerprint>[0-9a-f]{16})(?P<provisional>#provisional)?(?!\w)".replace("#", r"[\s:;,]+")
)


class Named(msgspec.Struct, frozen=True):
    """What a paper says of itself: its key and language, the row and the day of the record that it was made
    from ("" where it does not say), the fingerprint of its words, and whether it is provisional."""

    key: str
    language: str
    seq: int
    day: str
    fingerprint: str
    provisional: bool = False

    def keyword(self) -> str:
        """This as one word for the properties of a file: word processors keep it when they save."""
        mark = ":provisional" * self.provisional
        return f"Consult:{self.key}:{self.language}:{self.seq}:{self.day}:{self.fingerprint}{mark}"

    def line(self) -> str:
        """This as it stands in the foot of each page."""
        said = translator(self.language).gettext(_DATED if self.day else _RECORD)
        day = long_date(date.fromisoformat(self.day), self.language) if self.day else ""
        return said.format(seq=self.seq, date=day, fingerprint=self.fingerprint)


class PrintedLine(msgspec.Struct, frozen=True):
    """One line of a paper as :func:`normalised` has it, with its *label* at its beginning, and the *place*
    that it stands at. *cell* is whether it stands in a table."""

    words: str
    place: Place | Message
    label: str = ""
    cell: bool = False


def stamped(paper: Paper, seq: int, at: str = "") -> Paper:
    """*paper* with what it says of itself: made of the state after row *seq*, which was written *at* that
    time (ISO 8601; "" where nobody knows)."""
    named = Named(
        paper.key, paper.language, seq, at[:10], fingerprint_of(paper), provisional=bool(paper.provisional)
    )
    line = " · ".join(part for part in (paper.masthead.symbol, named.line()) if part)
    return msgspec.structs.replace(paper, fingerprint_line=line, record=named.keyword())


def fingerprint_of(paper: Paper) -> str:
    """The fingerprint of the words of *paper*, as the head of this file defines it."""
    return fingerprint("\n".join(line.words for line in (*lines_of(paper), *notes_of(paper))))


def named_in(keywords: str) -> Named | None:
    """What the *keywords* of a file say of the paper in it, None where they say nothing."""
    found = _NAMED.search(keywords)
    if found is None:
        return None
    return Named(
        found["key"],
        found["language"],
        int(found["seq"]),
        found["day"] or "",
        found["fingerprint"],
        bool(found["provisional"]),
    )


def named_in_foot(words: str) -> Named | None:
    """As :func:`named_in`, for the printed line: it does not say which paper it is, so it is taken for the
    final text."""
    for language in LANGUAGES:
        said = re.escape(translator(language).gettext(_RECORD).partition("{seq}")[0].strip())
        found = re.search(rf"{said}\s+(\d{{1,12}})\s+·(?:[^·\n]{{1,40}}·)?\s+([0-9a-f]{{16}})(?!\w)", words)
        if found:
            return Named("final", language, int(found[1]), "", found[2])
    return None


def normalised(words: str) -> str:
    """*words* as they are hashed and compared."""
    words = _HYPHENS.sub("-", _NO_WIDTH.sub("", unicodedata.normalize("NFC", words)))
    return " ".join(words.split())


def head_of(paper: Paper) -> list[PrintedLine]:
    """The lines of the head of the first page, as both writers print them."""
    head = paper.masthead
    where = layout.where_line(head.place_line, head.date_line)
    pairs = ((head.organization, head.symbol), (head.meeting, ""), (where, head.original_language_line))
    said = (normalised(f"{left} {right}") for left, right in pairs)
    return [PrintedLine(words, _HEAD) for words in said if words]


def lines_of(paper: Paper, places: Mapping[int, Place] | None = None) -> list[PrintedLine]:
    """The lines of the paper, without its head and its footnotes. *places* says what a block of the paper is
    of; without it a line is named by the heading that it stands under."""
    return [line for line in _lines(paper, places or {}) if line.words]


def notes_of(paper: Paper) -> list[PrintedLine]:
    """The footnotes of the paper as lines, in the order of the references to them."""
    return [
        PrintedLine(
            normalised(f"{note.number} {said(note.runs)}"), Place("footnote", f"footnote {note.number}")
        )
        for note in footnotes(paper)
    ]


def said(runs: Runs) -> str:
    """The words of *runs* with the figures of the footnotes that they refer to."""
    return "".join(span.note.number if span.note else span.text for span in runs)


def _lines(paper: Paper, places: Mapping[int, Place]) -> Iterator[PrintedLine]:
    under = _HEAD
    for number, block in enumerate(paper.blocks):
        if isinstance(block, Heading) or (isinstance(block, Para) and block.style == "title"):
            under = Message(N_("under the heading “{words}”"), {"words": words_of(block.runs)})
        place: Place | Message = places.get(number, under)
        if isinstance(block, Numbered):
            words = normalised(f"{block.label} {said(block.runs)} {block.mark}")
            yield PrintedLine(words, place, normalised(block.label))
        elif isinstance(block, Para):
            yield PrintedLine(normalised(f"{said(block.runs)} {block.mark}"), place)
        elif isinstance(block, Heading):
            yield PrintedLine(normalised(said(block.runs)), place)
        elif isinstance(block, Table):
            rows = ((block.columns,) if block.header and block.columns else ()) + block.rows
            yield from (PrintedLine(normalised(said(cell)), place, "", True) for row in rows for cell in row)


__all__ = [
    "Named",
    "PrintedLine",
    "fingerprint_of",
    "head_of",
    "lines_of",
    "named_in",
    "named_in_foot",
    "normalised",
    "notes_of",
    "said",
    "stamped",
]
