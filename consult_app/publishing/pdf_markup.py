"""Spans of a Paper in the small markup that reportlab's paragraphs read."""

from __future__ import annotations

from xml.sax.saxutils import escape

from . import layout, pdf_fonts
from .paper import Footnote, Paper, Runs, Span
from .pdf_notes import LINK

_UNPRINTED = dict.fromkeys((*range(9), *range(11, 32), 0x2060, 0xFEFF, 0xFFFE, 0xFFFF))


class Markup:
    """Words of one paper as markup; a note that is referred to twice has one reference that counts."""

    #: the width of a dotted underline; the canvas knows it by this figure
    DOTTED = 1.07

    def __init__(self, paper: Paper) -> None:
        self.language = paper.language

    def words(self, text: str) -> str:
        """Plain *text*, each character in a font that has it."""
        out: list[str] = []
        signs = False
        for char in text.translate(_UNPRINTED):
            if char == "\n":
                piece = "<br/>"
            else:
                strange = not char.isspace() and not pdf_fonts.in_text_font(char)
                if strange != signs:
                    out.append(f'<font name="{pdf_fonts.SIGNS}">' if strange else "</font>")
                    signs = strange
                piece = escape(char)
            out.append(piece)
        return "".join(out) + "</font>" * signs

    def spans(self, runs: Runs) -> str:
        """Spans with their marks, changes and footnote references."""
        return "".join(self._span(span) for span in runs)

    def label(self, label: str) -> str:
        """What stands in the hanging indent of a numbered paragraph."""
        # the space is for those who listen: label and words are one paragraph to them
        return f"<bullet>{self.spans(layout.label_spans(label))} </bullet>" if label else ""

    def remark(self, mark: str) -> str:
        """A remark of the secretariat behind the words of a paragraph."""
        return f' <font size="8.5" color="#{layout.GREY}"><i>{self.words(mark)}</i></font>'

    def note(self, note: Footnote) -> str:
        """A footnote with its number."""
        # a note to a note is only a raised number
        runs = (Span(span.note.number, superscript=True) if span.note else span for span in note.runs)
        return f"{_raised(self.words(note.number))} {self.spans(tuple(runs))}"

    def _span(self, span: Span) -> str:
        if span.note is not None:
            number = self.words(span.note.number)
            return f'<a href="{LINK}{escape(span.note.number)}" color="black">{_raised(number)}</a>'
        out = self.words(span.text)
        if span.superscript:
            out = _raised(out)
        if span.italic:
            out = f"<i>{out}</i>"
        if span.bold:
            out = f"<b>{out}</b>"
        if span.change:
            out = _changed(out, span)
        return out


def _raised(words: str) -> str:
    return f'<super rise="34%" size="68%">{words}</super>'


def _changed(words: str, span: Span) -> str:
    mark = layout.mark_of(span.group)
    if span.change == "delete":
        line = f'<strike color="#{mark.colour}" width="0.6">{words}</strike>'
    elif mark.line == "double":
        line = f'<u color="#{mark.colour}" width="0.45" offset="-1.6" gap="0.9" kind="double">{words}</u>'
    else:
        width = Markup.DOTTED if mark.line == "dotted" else 0.7
        line = f'<u color="#{mark.colour}" width="{width}" offset="-1.9">{words}</u>'
    return f'<font color="#{mark.colour}">{line}</font>'
