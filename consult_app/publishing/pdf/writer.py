"""Paper → .pdf with reportlab: embedded fonts, outline, real footnotes, "1 of 3" on every page.

The looks are those of ``layout``. The same paper gives the same bytes.
"""

from __future__ import annotations

import gc
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage

from .. import house_templates, layout, paper
from ..paper import Paper
from . import fonts as pdf_fonts
from .frags import fragments
from .markup import Markup
from .metadata import describe
from .notes import NoteFrame, NotesLeft
from .tables import at_the_right, of_head, of_table
from .tags import Element, Ruled, Tags, Words

_FEW = 6
_ALIGN = {"left": TA_LEFT, "justify": TA_JUSTIFY, "centre": TA_CENTER}


def write_pdf(
    paper: Paper, *, author: str = "", when: datetime | None = None, sheet: layout.Sheet | None = None
) -> bytes:
    """*paper* as the bytes of a PDF file.

    *author* and *when* (of making; a fixed day without it) go to the file's properties; *sheet* stands in
    for the page of the template in use. FileNotFoundError if a font of the house is missing,
    Refused("template") if the template of the secretariat cannot be read.
    """
    page = sheet or house_templates.sheet_for(paper.language)
    buffer = io.BytesIO()
    with pdf_fonts.in_family(page.font), _uncollected():
        document = _Document(buffer, paper, author, when, page.turned() if paper.landscape else page)
        document.build(document.story(), canvasmaker=_canvas_for(paper, when, document.finish))
    return buffer.getvalue()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python's collector of cycles waiting: going through a large table again and again, of which
    nothing is garbage yet, takes a quarter of the time of writing it."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """The pages of one paper."""

    def __init__(
        self, buffer: io.BytesIO, paper: Paper, author: str, when: datetime | None, sheet: layout.Sheet
    ) -> None:
        self.paper = paper
        self.made = author, when
        self.sheet = sheet
        self.page_width, self.page_height = sheet.width, sheet.height
        super().__init__(
            buffer,
            pagesize=(self.page_width, self.page_height),
            title=paper.title,
            author=author or None,
            subject=paper.masthead.symbol or None,
            keywords=paper.record or None,
            lang=layout.LOCALES[paper.language],
            creator="Consult",
            displayDocTitle=1,
            invariant=1,
            initialFontName=pdf_fonts.TEXT,
            initialFontSize=layout.Look().size,
        )
        self.markup = Markup(paper)
        self.text_width = sheet.text_width
        self._styles: dict[tuple[str, str], ParagraphStyle] = {}
        self.tags = Tags()
        self.foot = Element("Sect")
        notes = {
            note.number: self._words(self.markup.note(note), "footnote", tag="Note")
            for note in paper_notes(paper)
        }
        self.notes_frame = NoteFrame(
            sheet.left,
            sheet.bottom,
            self.text_width,
            self.page_height - sheet.top - sheet.bottom,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
            notes=notes,
        )
        self.addPageTemplates(PageTemplate("page", [self.notes_frame], onPageEnd=self._finish_page))

    def story(self) -> list[Any]:
        """The flowables of the paper, in order."""
        out: list[Any] = self._masthead()
        blocks = self.paper.blocks
        self.titled = any(isinstance(block, paper.Para) and block.style == "title" for block in blocks)
        made = [self._block(block) for block in blocks]
        for place, block in enumerate(blocks):
            if layout.keeps_next(block) and not (place and layout.keeps_next(blocks[place - 1])):
                out.append(CondPageBreak(self._together(place, made)))
            out += made[place]
        return [*out, NotesLeft()]

    def finish(self, document: Any) -> None:
        """Write structure and metadata into reportlab's *document*; the notes come after the text."""
        self.tags.root.children.append(self.foot)
        self.tags.write(document)
        describe(document, self.paper, *self.made)

    def afterFlowable(self, flowable: Any) -> None:
        """Put a heading into the outline when it has been drawn."""
        entry = getattr(flowable, "outline", None)
        if entry is not None:
            level, title, key = entry
            self.canv.bookmarkHorizontal(key, 0, self.frame._y + flowable.height + 12)
            self.canv.addOutlineEntry(title, key, level, closed=False)

    # -- blocks

    def _block(self, block: paper.Block) -> list[Any]:
        if isinstance(block, paper.PageBreak):
            return [NewPage()]
        if isinstance(block, paper.Gap):
            return [Spacer(1, block.lines * layout.Look().leading)]
        if isinstance(block, paper.Table):
            return [self._table(block), Spacer(1, 8)]
        words = self.markup.spans(block.runs)
        if isinstance(block, paper.Numbered):
            words = self.markup.label(block.label, block.revised) + words
        if isinstance(block, paper.Para | paper.Numbered) and block.mark:
            words += self.markup.remark(block.mark)
        tag = "P"
        if isinstance(block, paper.Heading):
            tag = f"H{min(max(block.level, 1), 3) + self.titled}"
        elif isinstance(block, paper.Para) and block.style == "title":
            tag = "H1"
        made = self._words(words, layout.style_of(block), block.language, tag)
        if isinstance(block, paper.Heading) or (isinstance(block, paper.Para) and block.style == "title"):
            made.outline = self._outline(block)
        return [made, *self._asides(block.runs, made.style)]

    def _asides(self, runs: paper.Runs, style: ParagraphStyle) -> list[Any]:
        """The remarks that stand below the paragraph that they are about, which has that *style*."""
        out = []
        for span in runs:
            if span.comment is not None and span.comment.aside:
                made = self._words(self.markup.aside(span.comment), "note")
                made.style = ParagraphStyle(
                    "aside", made.style, leftIndent=style.leftIndent, spaceAfter=style.spaceAfter
                )
                out.append(made)
        return out

    def _outline(self, block: paper.Heading | paper.Para) -> tuple[int, str, str]:
        self.outlined = getattr(self, "outlined", 0) + 1
        # reportlab refuses a level that jumps; a paper may well begin with a second-level heading
        level = 0
        if isinstance(block, paper.Heading):
            level = min(max(block.level, 1) - 1, getattr(self, "deepest", -1) + 1)
        self.deepest = level
        return level, paper.words_of(block.runs), f"heading-{self.outlined}"

    def _together(self, place: int, made: list[list[Any]]) -> float:
        """The height of a block that may not stand alone, with the beginning of what it belongs to."""
        height = 0.0
        for block, flowables in zip(self.paper.blocks[place:], made[place:], strict=True):
            if isinstance(block, paper.PageBreak):
                break
            for flowable in flowables:
                least = self._beginning(flowable, whole=layout.keeps_next(block))
                height += flowable.getSpaceBefore() + least + flowable.getSpaceAfter()
                height += self.notes_frame.demand(flowable)
            if not layout.keeps_next(block):
                break
        return min(height, 0.6 * self.page_height)

    def _beginning(self, flowable: Any, *, whole: bool) -> float:
        """The least height of *flowable* that may stand at the foot of a page; all of it if *whole*."""
        height = float(flowable.wrap(self.text_width, 1e6)[1])
        if whole:
            return height
        if isinstance(flowable, Ruled):
            # a table of a few rows is not parted from its heading
            few = len(flowable._rowHeights) <= _FEW
            return height if few else float(sum(flowable._rowHeights[: flowable.repeatRows + 1]))
        if isinstance(flowable, Paragraph) and not hasattr(flowable, "outline"):
            # three lines are never parted: neither one nor the other page may have a single line
            return height if height < 3.5 * flowable.style.leading else 2.0 * flowable.style.leading
        return height

    def _words(
        self,
        words: str | list[Any],
        style: str,
        language: str = "",
        tag: str = "P",
        under: Element | None = None,
    ) -> Words:
        look = self._style(style, language)
        made = Words(words, look) if isinstance(words, str) else Words(None, look, frags=words)
        made.tags = self.tags
        foreign = layout.LOCALES[language] if language not in ("", self.paper.language) else ""
        parent = under or (self.foot if tag == "Note" else self.tags.root)
        made.element = Element(tag, parent, foreign)
        return made

    def _table(self, block: paper.Table) -> Ruled:
        heads = (block.columns,) if block.header and block.columns else ()
        rows = []
        element = Element("Table", self.tags.root)
        for number, cells in enumerate((*heads, *block.rows)):
            name = "cellhead" if number < len(heads) else "cell"
            row: list[Any] = []
            across = Element("TR", element)
            for place in range(len(block.shares())):
                language = block.languages[place] if place < len(block.languages) else ""
                runs = cells[place] if place < len(cells) else ()
                cell = Element("TH" if number < len(heads) else "TD", across)
                plain = fragments(runs, self._style(name, language))
                words = self._words(plain or self.markup.spans(runs), name, language, under=cell)
                row.append(at_the_right(words) if place in block.figures else words)
            rows.append(row)
        widths = [share * self.text_width for share in block.shares()]
        made = Ruled(
            rows,
            colWidths=widths,
            repeatRows=len(heads),
            style=of_table(headed=bool(heads), boxed=block.boxed),
            splitInRow=1,
            spaceBefore=4,
            spaceAfter=4,
        )
        made.tags = self.tags
        return made

    def _masthead(self) -> list[Any]:
        head = self.paper.masthead
        out: list[Any] = []
        if head.organization or head.symbol:
            out.append(self._two_sided("organization", head.organization, head.symbol))
        if head.meeting:
            out.append(self._words(self.markup.words(head.meeting), "meeting"))
        where = layout.where_line(head.place_line, head.date_line)
        if out or where or head.original_language_line:
            out.append(self._two_sided("where", where, head.original_language_line))
        return out

    def _two_sided(self, name: str, left: str, right: str) -> Ruled:
        share = 0.68 if right else 1.0
        cells = [self._words(self.markup.words(side), name) for side in (left, right)]
        at_the_right(cells[1])
        look = layout.LOOKS[name][1]
        widths = [share * self.text_width, (1 - share) * self.text_width]
        made = Ruled([cells], colWidths=widths, style=of_head(ruled=look.rule_below), spaceAfter=look.after)
        made.tags = self.tags
        return made

    def _style(self, name: str, language: str = "") -> ParagraphStyle:
        language = language or self.paper.language
        if (name, language) not in self._styles:
            self._styles[name, language] = _paragraph_style(name, language)
        return self._styles[name, language]

    # -- pages

    def _finish_page(self, canv: Any, _document: Any) -> None:
        self.notes_frame.draw_notes(canv)
        with self.tags.content(canv, None):
            self._draw_running_lines(canv)

    def _draw_running_lines(self, canv: Any) -> None:
        left, right = self.sheet.left, self.page_width - self.sheet.right
        page = canv.getPageNumber()
        canv.saveState()
        canv.setFillColor(HexColor(f"#{layout.GREY}"))
        top = self.page_height - self.sheet.head - layout.LOOKS["head"][1].size
        canv.setFont(pdf_fonts.TEXT, layout.LOOKS["head"][1].size)
        if page > 1:
            canv.drawString(left, top, self.paper.masthead.symbol)
        canv.setFont(pdf_fonts.BOLD, layout.LOOKS["head"][1].size)
        canv.drawRightString(right, top, self.paper.provisional)
        size = layout.LOOKS["foot"][1].size
        canv.setFont(pdf_fonts.TEXT, size)
        foot = self.sheet.foot
        canv.drawString(left, foot, self.paper.fingerprint_line)
        canv.translate(right, foot)
        canv.place_number()
        canv.restoreState()


def paper_notes(tree: Paper) -> tuple[paper.Footnote, ...]:
    """The footnotes of *tree*; two different ones with the same number are a ValueError."""
    notes = paper.footnotes(tree)
    numbers = [note.number for note in notes]
    if len(set(numbers)) != len(numbers):
        raise ValueError(f"footnotes share a number: {', '.join(numbers)}")
    return notes


def _paragraph_style(name: str, language: str) -> ParagraphStyle:
    look = layout.LOOKS[name][1]
    font = pdf_fonts.name_of(look.bold, look.italic)
    label, words = (0.0, 0.0)
    if name.startswith("numbered"):
        label, words = layout.INDENTS[int(name.removeprefix("numbered"))]
    return ParagraphStyle(
        f"{name}-{language}",
        fontName=font,
        fontSize=look.size,
        leading=look.leading,
        spaceBefore=look.before,
        spaceAfter=look.after,
        alignment=_ALIGN[look.align],
        textColor=HexColor(f"#{look.colour}"),
        leftIndent=words,
        bulletIndent=label,
        bulletFontName=font,
        bulletFontSize=look.size,
        hyphenationLang=pdf_fonts.hyphenator(language) if look.hyphens else "",
        hyphenationMinWordLength=7,
        allowWidows=0,
        allowOrphans=0,
    )


def _canvas_for(tree: Paper, when: datetime | None, finish: Callable[[Any], None]) -> Any:
    """A canvas that fills in the page numbers at the end, without keeping the pages until then."""
    of = layout.OF_WORD[tree.language]

    class NumberedPages(Canvas):  # type: ignore[misc]
        """Draws "1 of 3" as a form for each page, written when the file is saved."""

        def place_number(self) -> None:
            """Reserve the number of this page, ending where the origin stands."""
            self.doForm(f"page-{self.getPageNumber()}")

        def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
            if self._lineWidth == Markup.DOTTED:
                self.setDash(0.1, 2.2)
                self.setLineCap(1)
                super().line(x1, y1, x2, y2)
                self.setDash()
                self.setLineCap(0)
            else:
                super().line(x1, y1, x2, y2)

        def linkRect(self, *given: Any, **words: Any) -> None:
            # an annotation that is not to be printed is none that lasts (ISO 19005-2 §6.3.2)
            super().linkRect(*given, **{"F": 4, **words})

        def save(self) -> None:
            pages = self.getPageNumber() - 1
            size = layout.LOOKS["foot"][1].size
            for page in range(1, pages + 1):
                self.beginForm(f"page-{page}", -100, -4, 0, 14)
                self.setFillColor(HexColor(f"#{layout.GREY}"))
                self.setFont(pdf_fonts.TEXT, size)
                self.drawRightString(0, 0, f"{page} {of} {pages}")
                self.endForm()
            if when is not None:
                stamp = when.strftime("D:%Y%m%d%H%M%S+00'00'")
                self._doc.info.invariant = 1
                self._doc.setDateFormatter(lambda *_parts: stamp)
            finish(self._doc)
            super().save()

    return NumberedPages
