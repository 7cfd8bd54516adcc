"""The looks of a paper as data, shared by the writers so that .docx and .pdf agree.

All measures are points. The Word templates are made from the same table
(``packaging/make_templates.py``); a secretariat that replaces a template changes its own papers only.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from .paper import Block, Heading, Numbered, Para, Runs, Span, Table, words_of

SERIF = "Gentium Plus"
SYMBOLS = "DejaVu Sans"
LOCALES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}

#: "1 of 3", "1 sur 3", "1 de 3"
OF_WORD = {"en": "of", "fr": "sur", "es": "de"}

PAGE = (595.28, 841.89)
MARGIN_SIDE = 71.0
MARGIN_TOP = 74.0
MARGIN_BOTTOM = 68.0
HEAD_FROM_EDGE = 40.0
FOOT_FROM_EDGE = 34.0


class Sheet(msgspec.Struct, frozen=True):
    """The page of a paper: its size, its margins, how far head and foot stand from the edge, and the font
    of the text. That of the house is :data:`SHEET`; a template of a secretariat's own has its own."""

    width: float = PAGE[0]
    height: float = PAGE[1]
    left: float = MARGIN_SIDE
    right: float = MARGIN_SIDE
    top: float = MARGIN_TOP
    bottom: float = MARGIN_BOTTOM
    head: float = HEAD_FROM_EDGE
    foot: float = FOOT_FROM_EDGE
    font: str = SERIF

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    def turned(self) -> Sheet:
        """The sheet lying on its side, with the same margins."""
        return msgspec.structs.replace(self, width=self.height, height=self.width)


SHEET = Sheet()

#: where the label of a numbered paragraph stands, and where its words begin, by level
INDENTS = ((0.0, 28.0), (28.0, 59.0), (59.0, 85.0), (85.0, 111.0), (111.0, 137.0))

GREY = "595959"
RULE = "9a9a9a"
HAIRLINE = "c4c4c4"


class Look(msgspec.Struct, frozen=True):
    """How a kind of paragraph looks; *right* is a tab stop at the right margin."""

    size: float = 11.0
    leading: float = 14.5
    before: float = 0.0
    after: float = 7.0
    align: Literal["left", "justify", "centre"] = "justify"
    bold: bool = False
    italic: bool = False
    colour: str = "000000"
    hyphens: bool = True
    keep_next: bool = False
    outline: int = 0
    right: bool = False
    rule_below: bool = False


_STILL = Look(align="left", hyphens=False)


def _like(look: Look, **changes: object) -> Look:
    return msgspec.structs.replace(look, **changes)


#: style name: (style id in the Word templates, look)
LOOKS: dict[str, tuple[str, Look]] = {
    "body": ("ConsultBody", Look()),
    "title": (
        "ConsultTitle",
        _like(_STILL, size=18.0, leading=22.0, before=10.0, after=12.0, bold=True, keep_next=True),
    ),
    "organ": ("ConsultOrgan", _like(_STILL, keep_next=True)),
    "clause": ("ConsultClause", Look()),
    "adoption": ("ConsultAdoption", _like(_STILL, after=10.0, keep_next=True)),
    "closing": ("ConsultClosing", _like(_STILL, before=12.0)),
    "note": ("ConsultNote", Look(size=9.0, leading=11.5, after=4.0, align="left", hyphens=False)),
    "centred": ("ConsultCentred", _like(_STILL, align="centre")),
    "heading1": (
        "Heading1",
        _like(_STILL, size=13.0, leading=16.5, before=14.0, after=6.0, bold=True, keep_next=True, outline=1),
    ),
    "heading2": (
        "Heading2",
        _like(_STILL, size=11.5, leading=15.0, before=10.0, after=5.0, bold=True, keep_next=True, outline=2),
    ),
    "heading3": (
        "Heading3",
        _like(_STILL, before=8.0, after=4.0, bold=True, italic=True, keep_next=True, outline=3),
    ),
    "cell": ("ConsultCell", Look(size=9.5, leading=12.0, after=0.0, align="left")),
    "cellhead": (
        "ConsultCellHead",
        Look(size=9.5, leading=12.0, after=0.0, align="left", bold=True, keep_next=True),
    ),
    "organization": (
        "ConsultOrganization",
        _like(_STILL, size=11.0, leading=14.0, after=3.0, bold=True, right=True),
    ),
    "meeting": ("ConsultMeeting", _like(_STILL, size=12.5, leading=16.0, after=3.0)),
    "where": (
        "ConsultWhere",
        _like(_STILL, size=9.5, leading=13.0, after=16.0, right=True, rule_below=True, colour=GREY),
    ),
    "footnote": ("FootnoteText", Look(size=9.0, leading=11.0, after=2.0)),
    "head": ("Header", _like(_STILL, size=9.0, leading=11.0, after=0.0, right=True, colour=GREY)),
    "foot": ("Footer", _like(_STILL, size=8.5, leading=10.5, after=0.0, right=True, colour=GREY)),
}
LOOKS |= {f"numbered{level}": (f"ConsultNumbered{level}", Look()) for level in range(len(INDENTS))}


class GroupMark(msgspec.Struct, frozen=True):
    """How the changes of a group are told apart in print: colour and kind of line, never colour alone."""

    key: str
    colour: str
    line: Literal["single", "double", "dotted"] = "single"


#: design.md §7
GROUP_MARKS = {
    mark.key: mark
    for mark in (
        GroupMark("government", "0060a8", "single"),
        GroupMark("employers", "b8500a", "double"),
        GroupMark("workers", "0a7a58", "dotted"),
        # of two versions of a text, where nobody's changes are told apart
        GroupMark("versions", "8a1538", "single"),
    )
}
OTHER_GROUP = GroupMark("", "4a4a4a", "single")


def mark_of(group: str) -> GroupMark:
    """The mark of *group*; a regional group ("workers/africa") has that of the group above it."""
    return GROUP_MARKS.get(group) or GROUP_MARKS.get(group.partition("/")[0], OTHER_GROUP)


_WORD_NAMES = {
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "FootnoteText": "footnote text",
    "FootnoteReference": "footnote reference",
    "Header": "header",
    "Footer": "footer",
}


def style_name(style_id: str) -> str:
    """The name that Word shows for the style *style_id* of our templates."""
    return _WORD_NAMES.get(style_id) or "Consult " + style_id.removeprefix("Consult").lower()


def style_of(block: Heading | Para | Numbered) -> str:
    """The name in ``LOOKS`` of the looks of *block*."""
    if isinstance(block, Heading):
        return f"heading{min(max(block.level, 1), 3)}"
    if isinstance(block, Numbered):
        return f"numbered{min(max(block.level, 0), len(INDENTS) - 1)}"
    return block.style


def keeps_next(block: Block) -> bool:
    """Whether *block* may not stand alone at the foot of a page: headings, tables that say so, and what
    ends in a colon."""
    if isinstance(block, Table):
        return block.keep_next
    if not isinstance(block, Heading | Para | Numbered):
        return False
    return LOOKS[style_of(block)][1].keep_next or words_of(block.runs).rstrip().endswith(":")


_LATIN = re.compile(
    r"(?<=[\d)])\s?((?:un|duo|ter|quater|quin|se|septen|octo|novo)?(?:bis|ter|[a-z]{2,}ies))\b"
)


def label_spans(label: str) -> Runs:
    """A label with its Latin counting word in italics: 5*bis*."""
    match = _LATIN.search(label)
    if not match:
        return (Span(label),)
    start, end = match.span(1)
    return tuple(
        part
        for part in (Span(label[:start]), Span(label[start:end], italic=True), Span(label[end:]))
        if part.text
    )


def where_line(place: str, dates: str) -> str:
    """Place and date as the masthead joins them."""
    return ", ".join(part for part in (place, dates) if part)
