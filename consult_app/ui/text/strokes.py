"""The lines under words that are put in and through words that are taken out: a group's line is its mark."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLine

from consult_app.ui.look import fonts
from consult_app.ui.look.palette import Underline

_NARROW: Final = 0.4
"""Of the size of the type: narrower are signs and no words."""


@dataclass(frozen=True)
class Stroke:
    """A line from ``x1`` to ``x2`` in one line of words."""

    x1: float
    x2: float
    baseline: float
    colour: str
    underline: Underline | None
    """None for a strike through the words."""
    soft: str = ""
    top: float = 0.0
    """The ground of words put in, where it is painted, and where it begins."""


def draw_stroke(painter: QPainter, stroke: Stroke, x: float, y: float, size: float) -> None:
    """Draw *stroke* in a cell at *x*, *y* whose type is of that *size*."""
    thick = max(1.0, fonts.text_scale())
    pen = QPen(QColor(stroke.colour), 1.5 * thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    x1, x2 = x + stroke.x1, x + stroke.x2
    if stroke.underline is None:
        if x2 - x1 < size * _NARROW:
            # over a full stop alone a line of its width reads as a part of the sign: a colon
            x1, x2 = x1 - 2 * thick, x2 + 2 * thick
        at = round(y + stroke.baseline - size * 0.27) + 0.5
    else:
        at = round(y + stroke.baseline + size * 0.19) + 0.5
    if stroke.underline is Underline.DOUBLE:
        pen.setWidthF(thick)
        painter.setPen(pen)
        second = at + ceil(2.5 * thick)  # on whole pixels, as the first: between two it is pale
        painter.drawLine(QLineF(x1, second, x2, second))
    elif stroke.underline is Underline.DOTTED:
        pen.setWidthF(2 * thick)
        pen.setDashPattern([1, 1])
    elif stroke.underline is Underline.DASHED:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawLine(QLineF(x1, at, x2, at))


def stretch_of(line: QTextLine, low: int, high: int) -> tuple[float, float] | None:
    """Return where a stroke for the letters from *low* to *high* begins and ends in *line*; None where they
    are only the space that hangs at its end."""
    x1 = letter_x(line, low)
    x2 = min(letter_x(line, high), line.x() + line.naturalTextWidth())
    return (x1, x2) if x2 - x1 > 1 else None


def letter_x(line: QTextLine, letter: int) -> float:
    """Return how far from the left of its layout the *letter* stands in *line*."""
    found = line.cursorToX(letter)
    # PySide gives the place together with the position that it came from
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
