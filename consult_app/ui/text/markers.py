"""The number before a node as it is painted: *bis* and what is like it in small italics (procedure.md P6)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

_LATIN: Final = re.compile(r" ?(?:bis\d*|ter|quater|quinquies|sexies|septies|octies|novies|decies)\b")
_SMALL: Final = 0.84
"""Of the size of the number: so the words after it begin where those of its neighbours do."""


@lru_cache(maxsize=512)
def parts_of(marker: str) -> tuple[str, str, str]:
    """*marker* taken apart: "(ii)", "bis", "" or "5", "bis", "."; the second is "" where there is none."""
    found = _LATIN.search(marker)
    if found is None:
        return marker, "", ""
    return marker[: found.start()], found[0], marker[found.end() :]


def marker_width(marker: str, font: QFont) -> float:
    """How wide *marker* is, painted in *font*."""
    number, latin, end = parts_of(marker)
    metrics = QFontMetricsF(font)
    wide = metrics.horizontalAdvance(number + end)
    return wide + QFontMetricsF(_small(font)).horizontalAdvance(latin) if latin else wide


def paint_marker(painter: QPainter, at: QPointF, marker: str, font: QFont) -> None:
    """Paint *marker* in *font* with the painter's pen, its baseline at *at*."""
    painter.setFont(font)
    number, latin, end = parts_of(marker)
    painter.drawText(at, number)
    if not latin:
        return
    at = QPointF(at.x() + QFontMetricsF(font).horizontalAdvance(number), at.y())
    small = _small(font)
    painter.setFont(small)
    painter.drawText(at, latin)
    painter.setFont(font)
    painter.drawText(QPointF(at.x() + QFontMetricsF(small).horizontalAdvance(latin), at.y()), end)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setItalic(True)
    small.setPixelSize(round(font.pixelSize() * _SMALL))
    return small


__all__ = ["marker_width", "paint_marker", "parts_of"]
