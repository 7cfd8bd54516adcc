"""Fills that differ without colour: a part of a bar is known by its pattern, on paper in grey as well."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_STRIDE = 5.0
"""How far apart the lines of a pattern are, in pixels: wide enough to tell them apart."""


class Pattern(StrEnum):
    """How a part of a bar is filled."""

    SOLID = "solid"
    RISING = "rising"
    FALLING = "falling"
    CROSSED = "crossed"
    LEVEL = "level"
    UPRIGHT = "upright"
    DOTTED = "dotted"
    EMPTY = "empty"


def paint_part(painter: QPainter, area: QRectF, pattern: Pattern, ink: str, soft: str) -> None:
    """Fill *area* with *pattern* in *ink* on *soft*, within a line of *ink*."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    corner = min(3.0, area.width() / 2)
    outline.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    if pattern is Pattern.SOLID:
        painter.fillPath(outline, QColor(ink))
    elif pattern is not Pattern.EMPTY:
        painter.fillPath(outline, QColor(soft))
        painter.setClipPath(outline)
        _draw_pattern(painter, area, pattern, ink)
        painter.setClipping(False)
    painter.setPen(QPen(QColor(ink), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    painter.restore()


def _draw_pattern(painter: QPainter, area: QRectF, pattern: Pattern, ink: str) -> None:
    if pattern is Pattern.DOTTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        for row, y in enumerate(_steps(area.top() + 3, area.bottom(), 4.5)):
            for x in _steps(area.left() + (3 if row % 2 else 5.25), area.right(), 4.5):
                painter.drawEllipse(QPointF(x, y), 0.9, 0.9)
        return
    painter.setPen(QPen(QColor(ink), 1.3))
    high, lines = area.height(), []
    if pattern in (Pattern.RISING, Pattern.CROSSED):
        for x in _steps(area.left() - high, area.right(), _STRIDE):
            lines.append(QLineF(x, area.bottom(), x + high, area.top()))
    if pattern in (Pattern.FALLING, Pattern.CROSSED):
        for x in _steps(area.left() - high, area.right(), _STRIDE):
            lines.append(QLineF(x, area.top(), x + high, area.bottom()))
    if pattern is Pattern.LEVEL:
        for y in _steps(area.top() + _STRIDE - 1, area.bottom(), _STRIDE - 1):
            lines.append(QLineF(area.left(), y, area.right(), y))
    if pattern is Pattern.UPRIGHT:
        for x in _steps(area.left() + _STRIDE - 1, area.right(), _STRIDE - 1):
            lines.append(QLineF(x, area.top(), x, area.bottom()))
    painter.drawLines(lines)


def _steps(first: float, last: float, stride: float) -> list[float]:
    return [first + stride * step for step in range(max(0, int((last - first) / stride) + 1))]
