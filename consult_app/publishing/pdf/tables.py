"""The rules and spaces of tables in the PDF: those of a paper, and the two-sided lines of the masthead."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle

from .. import layout
from . import fonts as pdf_fonts
from .tags import Words


def of_table(*, headed: bool, boxed: bool = False) -> TableStyle:
    """Hairlines between the rows, a frame above and below; *headed* one has a row of heads, a *boxed* one
    only a frame around it."""
    frame, line = HexColor(f"#{layout.RULE}"), HexColor(f"#{layout.HAIRLINE}")
    if boxed:
        return TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), pdf_fonts.TEXT),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 8),
                ("RIGHTPADDING", (0, 0), (-1, -1), 8),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ("BOX", (0, 0), (-1, -1), 0.7, frame),
            ]
        )
    commands: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), pdf_fonts.TEXT),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, line),
        ("LINEABOVE", (0, 0), (-1, 0), 0.7, frame),
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.4, line),
        ("LINEBELOW", (0, -1), (-1, -1), 0.7, frame),
    ]
    if headed:
        commands += [
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.7, frame),
        ]
    return TableStyle(commands)


def of_head(*, ruled: bool) -> TableStyle:
    """A line of the masthead with something at either side, *ruled* below or not."""
    commands: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), pdf_fonts.TEXT),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6 if ruled else 0),
    ]
    if ruled:
        commands.append(("LINEBELOW", (0, 0), (-1, -1), 0.75, HexColor(f"#{layout.RULE}")))
    return TableStyle(commands)


def at_the_right(words: Words) -> Words:
    """*words* set against the right edge of their cell."""
    words.style = ParagraphStyle(f"{words.style.name}-right", words.style, alignment=TA_RIGHT)
    return words


__all__ = ["at_the_right", "of_head", "of_table"]
