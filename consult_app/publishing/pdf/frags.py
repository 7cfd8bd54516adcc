"""Plain spans as the fragments of a paragraph, without the markup that reportlab would have to read.

Most cells of a large table are a few plain words: reading markup takes longer than breaking their lines.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaParser

from ..paper import Runs, Span
from . import fonts as pdf_fonts


def fragments(runs: Runs, style: ParagraphStyle) -> list[Any] | None:
    """*runs* as fragments in *style*, None where they hold more than upright, bold and italic words, signs
    and line breaks."""
    spans = [span for span in runs if span.text or not _plain(span)]
    if not spans or not all(map(_plain, spans)):
        return None
    first, line_break = _models(style)
    out: list[Any] = []
    for span in spans:
        bold, italic = bool(span.bold or first.bold), bool(span.italic or first.italic)
        font = pdf_fonts.name_of(bold, italic)
        for place, line in enumerate(span.text.split("\n")):
            if place:
                out.append(line_break.clone(fontName=font, bold=int(bold), italic=int(italic)))
            for text, signs in pdf_fonts.by_font(line):
                name = pdf_fonts.SIGNS if signs else font
                out.append(first.clone(text=text, fontName=name, bold=int(bold), italic=int(italic)))
    out[0].text, out[-1].text = out[0].text.lstrip(" "), out[-1].text.rstrip(" ")
    return out


def _plain(span: Span) -> bool:
    return span.note is None and span.comment is None and not span.change and not span.superscript


def _models(style: ParagraphStyle) -> tuple[Any, Any]:
    """The fragments of a letter and of a line break in *style*, as reportlab itself reads them."""
    found: tuple[Any, Any] | None = style.__dict__.get("consult_models")
    if found is None:
        _style, read, _bullet = ParaParser().parse("x<br/>x", style)
        found = style.__dict__["consult_models"] = read[0], read[1]
    return found


__all__ = ["fragments"]
