"""Blocks and spans of a Paper as WordprocessingML text.

Text is built as strings and parsed once for the whole body: the fast way (libraries.md §2). Style
ids are those of ``layout.LOOKS``; nothing here opens a file.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

import msgspec

from .. import layout
from ..paper import (
    Block,
    Footnote,
    Gap,
    Heading,
    Masthead,
    Numbered,
    PageBreak,
    Paper,
    Revised,
    Runs,
    Span,
    Table,
)
from ..xml_characters import carried
from .notes import Notes
from .tracked import Tracked, deleted, leaves_nothing

_UNREVISED = Revised()
_SYMBOLS = re.compile("([☐☑✓●■▲]+)")
_PIECES = re.compile("([\n\t\u2011\u00ad])")
_SPECIAL = {"\n": "<w:br/>", "\t": "<w:tab/>", "\u2011": "<w:noBreakHyphen/>", "\u00ad": "<w:softHyphen/>"}


def twips(points: float) -> int:
    """*points* in twentieths, the measure of WordprocessingML."""
    return round(points * 20)


def stops(width: int, namespace: str = "") -> str:
    """The stop at the right edge of a text of *width* twips, in the place of that of an upright page of the
    house; *namespace* is that of a fragment which is parsed alone."""
    ours = twips(layout.SHEET.text_width)
    return (
        f'<w:tabs {namespace}><w:tab w:val="clear" w:pos="{ours}"/>'
        f'<w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    )


class Body:
    """Turns the blocks of one paper into the XML of its body, and gathers its notes on the way.

    *width* is that of the text in points.
    """

    def __init__(self, paper: Paper, notes: Notes, width: float) -> None:
        self.paper = paper
        self.notes = notes
        self.width = width
        self.tracked = Tracked(paper.blocks)

    def xml(self) -> str:
        """Masthead and blocks, without the section properties."""
        parts = [self._masthead(self.paper.masthead)]
        last: Block | None = None
        for block in self.paper.blocks:
            parts.append(self._block(block, isinstance(last, PageBreak)))
            last = block
        if isinstance(last, PageBreak):
            parts.append(_page_break())
        if isinstance(last, Table) or leaves_nothing(last):
            # Word wants a paragraph after the last table of a body, and after a mark that may go
            parts.append(_empty(2))
        return "".join(parts)

    def _block(self, block: Block, new_page: bool) -> str:
        if isinstance(block, PageBreak):
            return _page_break() if new_page else ""
        if isinstance(block, Gap):
            return (_page_break() if new_page else "") + _empty(block.lines * layout.Look().leading)
        if isinstance(block, Table):
            return (_page_break() if new_page else "") + self._table(block) + _empty(6)
        runs = block.runs
        if isinstance(block, Numbered) and block.label:
            label = (*layout.label_spans(block.label), Span("\t"))
            runs = (*(msgspec.structs.replace(span, revisions=block.revised.label) for span in label), *runs)
        extra = "<w:keepNext/>" * layout.keeps_next(block) + "<w:pageBreakBefore/>" * new_page
        mark = "" if isinstance(block, Heading) else block.mark
        around = self.tracked.ranges(block)
        style = layout.style_of(block)
        return self.paragraph(style, runs, block.language, extra, mark, block.revised, around)

    def paragraph(
        self,
        style: str,
        runs: Runs,
        language: str = "",
        extra: str = "",
        mark: str = "",
        revised: Revised = _UNREVISED,
        around: tuple[str, str] = ("", ""),
    ) -> str:
        """One paragraph; *extra* is further paragraph properties, in the order of the schema, *around*
        what stands before and after its words."""
        style_id = layout.LOOKS[style][0]
        words = self.runs(runs, language)
        if mark:
            remark = (
                '<w:r><w:rPr><w:rStyle w:val="ConsultRemark"/>'
                f'<w:color w:val="{layout.GREY}"/></w:rPr>{text_xml(" " + mark, _gone(revised))}</w:r>'
            )
            words += self.tracked.runs((Span(mark, revisions=revised.label),), lambda _span: remark)
        ended = self.tracked.mark(revised.end)
        properties = f'<w:pPr><w:pStyle w:val="{style_id}"/>{extra}{ended}</w:pPr>'
        return f"<w:p>{properties}{around[0]}{words}{around[1]}</w:p>"

    def runs(self, runs: Runs, language: str = "") -> str:
        """Spans as runs, each within the tracked changes that it is part of."""
        return self.tracked.runs(runs, lambda span: self.run(span, language))

    def run(self, span: Span, language: str = "") -> str:
        """One span as runs; a footnote reference takes its number from the notes of the paper."""
        if span.note is not None:
            properties = _properties(span, self._foreign(language), reference=True)
            return self._reference(span.note, properties, deleted(span))
        out = []
        for place, piece in enumerate(_SYMBOLS.split(span.text)):
            if piece:
                was = self.tracked.was(span.before) if span.before else ""
                properties = _properties(span, self._foreign(language), symbols=place % 2 == 1, was=was)
                out.append(f"<w:r>{properties}{text_xml(piece, deleted(span))}</w:r>")
        return "".join(out)

    def _reference(self, note: Footnote, properties: str, gone: bool) -> str:
        number, own = self.notes.take(note)
        if number is None:
            return f"<w:r>{properties}{text_xml(note.number, gone)}</w:r>"
        follows = ' w:customMarkFollows="1"' if own else ""
        mark = text_xml(note.number, gone) if own else ""
        return f'<w:r>{properties}<w:footnoteReference{follows} w:id="{number}"/>{mark}</w:r>'

    def _foreign(self, language: str) -> str:
        return "" if language in ("", self.paper.language) else layout.LOCALES[language]

    def _masthead(self, head: Masthead) -> str:
        lines = []
        if head.organization or head.symbol:
            lines.append(
                self.paragraph(
                    "organization", (Span(f"{head.organization}\t{head.symbol}"),), extra=self._stop()
                )
            )
        if head.meeting:
            lines.append(self.paragraph("meeting", (Span(head.meeting),)))
        where = layout.where_line(head.place_line, head.date_line)
        if lines or where or head.original_language_line:
            words = f"{where}\t{head.original_language_line}" if head.original_language_line else where
            lines.append(self.paragraph("where", (Span(words),), extra=self._stop()))
        return "".join(lines)

    def _stop(self) -> str:
        return "" if twips(self.width) == twips(layout.SHEET.text_width) else stops(twips(self.width))

    def _table(self, table: Table) -> str:
        widths = [twips(share * self.width) for share in table.shares()]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = []
        if table.header and table.columns:
            rows.append(self._row(table, table.columns, widths, head=True))
        rows += [self._row(table, row, widths) for row in table.rows]
        line = f'w:val="single" w:sz="4" w:space="0" w:color="{layout.HAIRLINE}"'
        frame = f'w:val="single" w:sz="6" w:space="0" w:color="{layout.RULE}"'
        borders = f"<w:top {frame}/><w:bottom {frame}/><w:insideH {line}/>"
        indent = '<w:tblInd w:w="140" w:type="dxa"/>' * table.boxed
        if table.boxed:
            borders = f"<w:top {frame}/><w:left {frame}/><w:bottom {frame}/><w:right {frame}/>"
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>{indent}'
            f"<w:tblBorders>{borders}</w:tblBorders>"
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/>'
            f'<w:left w:w="{140 * table.boxed}" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>'
            '<w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(self, table: Table, cells: tuple[Runs, ...], widths: list[int], head: bool = False) -> str:
        out = []
        for place, width in enumerate(widths):
            runs = cells[place] if place < len(cells) else ()
            language = table.languages[place] if place < len(table.languages) else ""
            extra = "<w:keepNext/>" * table.keep_next
            extra += '<w:jc w:val="right"/>' * (place in table.figures)
            words = self.paragraph("cellhead" if head else "cell", runs, language, extra)
            align = '<w:vAlign w:val="bottom"/>' if head else ""
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{align}</w:tcPr>{words}</w:tc>')
        properties = "<w:cantSplit/>" + "<w:tblHeader/>" * head
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(out)}</w:tr>"


def _gone(revised: Revised) -> bool:
    return any(revision.kind == "delete" for revision in revised.label)


def text_xml(words: str, deleted: bool = False) -> str:
    """*words* as the content of a run, one of *deleted* text where they are, as far as XML can carry them
    (:func:`carried`)."""
    tag = "w:delText" if deleted else "w:t"
    out = []
    for piece in _PIECES.split(carried(words)):
        if piece in _SPECIAL:
            out.append(_SPECIAL[piece])
        elif piece:
            out.append(f'<{tag} xml:space="preserve">{escape(piece)}</{tag}>')
    return "".join(out)


def _properties(span: Span, lang: str, symbols: bool = False, reference: bool = False, was: str = "") -> str:
    """The run properties of *span*, in the order of the schema; *was* are those before a change."""
    out = '<w:rStyle w:val="FootnoteReference"/>' if reference else ""
    if symbols:
        out += f'<w:rFonts w:ascii="{layout.SYMBOLS}" w:hAnsi="{layout.SYMBOLS}" w:cs="{layout.SYMBOLS}"/>'
    out += "<w:b/>" * span.bold + "<w:i/>" * span.italic
    if span.change and not span.revisions and not span.before:
        mark = layout.mark_of(span.group)
        out += "<w:strike/>" * (span.change == "delete") + f'<w:color w:val="{mark.colour}"/>'
        if span.change == "insert":
            out += f'<w:u w:val="{mark.line}" w:color="{mark.colour}"/>'
    if span.superscript and not reference:
        out += '<w:vertAlign w:val="superscript"/>'
    if lang:
        out += f'<w:lang w:val="{lang}"/>'
    out += was
    return f"<w:rPr>{out}</w:rPr>" if out else ""


def _empty(height: float) -> str:
    return (
        '<w:p><w:pPr><w:pStyle w:val="ConsultBody"/><w:spacing w:before="0" w:after="0"'
        f' w:line="{max(20, twips(height))}" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _page_break() -> str:
    return '<w:p><w:pPr><w:pStyle w:val="ConsultBody"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
