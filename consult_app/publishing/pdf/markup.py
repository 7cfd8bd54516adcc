"""Spans of a Paper in the small markup that reportlab's paragraphs read."""

from __future__ import annotations

from xml.sax.saxutils import escape

import msgspec

from .. import layout
from ..paper import Comment, Footnote, Paper, Revised, Runs, Span, changed_by
from . import fonts as pdf_fonts
from .notes import LINK

_UNREVISED = Revised()


class Markup:
    """Words of one paper as markup; a note that is referred to twice has one reference that counts."""

    #: the width of a dotted underline; the canvas knows it by this figure
    DOTTED = 1.07

    def __init__(self, paper: Paper) -> None:
        self.language = paper.language

    def words(self, text: str) -> str:
        """Plain *text*, each character in a font that has it."""
        lines = []
        for line in text.split("\n"):
            pieces = (
                f'<font name="{pdf_fonts.SIGNS}">{escape(piece)}</font>' if signs else escape(piece)
                for piece, signs in pdf_fonts.by_font(line)
            )
            lines.append("".join(pieces))
        return "<br/>".join(lines)

    def spans(self, runs: Runs) -> str:
        """Spans with their marks, changes and footnote references."""
        return "".join(self._span(span) for span in _closed_up(runs))

    def aside(self, comment: Comment) -> str:
        """A remark below a paragraph: whose it is, and its other lines."""
        head, *lines = (self.words(line) for line in comment.lines)
        colour = layout.mark_of(comment.group).colour
        return " ".join((f'<font color="#{colour}"><b>{head}.</b></font>', *lines))

    def label(self, label: str, revised: Revised = _UNREVISED) -> str:
        """What stands in the hanging indent of a numbered paragraph."""
        if not label:
            return ""
        spans = tuple(changed_by(span, revised.label) for span in layout.label_spans(label))
        # the space is for those who listen: label and words are one paragraph to them
        return f"<bullet>{self.spans(spans)} </bullet>"

    def remark(self, mark: str) -> str:
        """A remark of the secretariat behind the words of a paragraph."""
        return f' <font size="8.5" color="#{layout.GREY}"><i>{self.words(mark)}</i></font>'

    def note(self, note: Footnote) -> str:
        """A footnote with its number."""
        # a note to a note is only a raised number
        runs = (Span(span.note.number, superscript=True) if span.note else span for span in note.runs)
        return f"{_raised(self.words(note.number))} {self.spans(tuple(runs))}"

    def _figure(self, comment: Comment) -> str:
        if not comment.figure:
            return ""
        raised = f'<super rise="40%" size="64%">{self.words(comment.figure)}</super>'
        return f'<font color="#{layout.mark_of(comment.group).colour}">{raised}</font>'

    def _span(self, span: Span) -> str:
        if span.comment is not None:
            return self._figure(span.comment)
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


def _closed_up(runs: Runs) -> Runs:
    """*runs* with each raised figure directly behind the words, before the space that ends them."""
    out = list(runs)
    for place in range(1, len(out)):
        before, comment = out[place - 1], out[place].comment
        if comment is None or not comment.figure or not before.text.endswith(" ") or not before.text.strip():
            continue
        bare = before.text.rstrip(" ")
        space = msgspec.structs.replace(before, text=before.text[len(bare) :])
        out[place - 1 : place + 1] = [msgspec.structs.replace(before, text=bare), out[place], space]
    return tuple(out)


def _raised(words: str) -> str:
    return f'<super rise="34%" size="68%">{words}</super>'


def _changed(words: str, span: Span) -> str:
    mark = layout.mark_of(span.group)
    if span.change == "format":
        return f'<font color="#{mark.colour}">{words}</font>'
    if span.change == "delete":
        line = f'<strike color="#{mark.colour}" width="0.6">{words}</strike>'
    elif mark.line == "double":
        line = f'<u color="#{mark.colour}" width="0.45" offset="-1.6" gap="0.9" kind="double">{words}</u>'
    else:
        width = Markup.DOTTED if mark.line == "dotted" else 0.7
        line = f'<u color="#{mark.colour}" width="{width}" offset="-1.9">{words}</u>'
    return f'<font color="#{mark.colour}">{line}</font>'
