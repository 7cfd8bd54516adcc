"""Where the columns of the text stand, and their heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from consult_app.ui import fonts
from consult_app.ui.fonts import Size, Weight
from consult_app.ui.theme import Theme

_SIDE: Final = 24
_GAP: Final = 30
_WIDEST: Final = 660
_PANEL: Final = 14
_MOST_AROUND: Final = 0.3
"""The most of the width that may go to the margins: where type is large and columns are several, words
need the room more."""


class Columns:
    """The columns for some languages; ``at_hand`` is the one that an edit would be made in."""

    def __init__(self, languages: tuple[str, ...], at_hand: str = "") -> None:
        self.languages = languages
        self.at_hand = at_hand if at_hand in languages else (languages[0] if languages else "")
        self.width = 0.0
        self._begin = 0.0
        self._gap = 0.0
        self._margin = 0.0

    def fit(self, width: int) -> None:
        """Share *width* out; lines longer than can be read are not made."""
        many = max(1, len(self.languages))
        around = fonts.text_pixels(_SIDE) * 2 + fonts.text_pixels(_GAP) * (many - 1)
        share = min(1.0, width * _MOST_AROUND / around)
        side, self._gap = fonts.text_pixels(_SIDE) * share, fonts.text_pixels(_GAP) * share
        self._margin = fonts.text_pixels(_PANEL) * share
        free = width - 2 * side - self._gap * (many - 1)
        self.width = max(80.0, min(free / many, fonts.text_pixels(_WIDEST)))
        used = self.width * many + self._gap * (many - 1)
        self._begin = max(side, (width - used) / 2)

    def left(self, column: int) -> float:
        """Where the *column*-th column begins."""
        return self._begin + column * (self.width + self._gap)

    def at(self, x: float) -> str:
        """The language whose column lies at *x*."""
        for place, language in enumerate(self.languages):
            if x < self.left(place) + self.width + self._gap / 2:
                return language
        return self.languages[-1] if self.languages else ""

    def panel(self, y: float, height: float) -> QRectF:
        """The rectangle of a row across all columns, with its margin."""
        margin = self._margin
        many = max(1, len(self.languages))
        wide = self.width * many + self._gap * (many - 1)
        return QRectF(self._begin - margin, y, wide + 2 * margin, height)


class ColumnHeads(QWidget):
    """The names over the columns; the one at hand is underlined where there are several."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = Columns(())
        self._heads: Sequence[str] = ()

    def show_heads(self, columns: Columns, heads: Sequence[str]) -> None:
        """Show *heads*, one for each of *columns*."""
        self._columns, self._heads = columns, tuple(heads)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        painter, palette = QPainter(self), Theme.current()
        font = fonts.window(Size.SMALL, Weight.SEMIBOLD)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for place, head in enumerate(self._heads):
            at_hand = len(self._heads) > 1 and self._columns.languages[place] == self._columns.at_hand
            painter.setPen(QColor(palette.accent if at_hand else palette.dim))
            left, baseline = self._columns.left(place), fonts.pixels(16)
            shown = metrics.elidedText(head, Qt.TextElideMode.ElideRight, self._columns.width)
            painter.drawText(QPointF(left, baseline), shown)
            if at_hand:
                rule = QRectF(left, baseline + fonts.pixels(5), metrics.horizontalAdvance(shown), 2)
                painter.fillRect(rule, QColor(palette.accent))
