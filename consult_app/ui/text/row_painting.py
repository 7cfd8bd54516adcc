"""One row of the text as it is painted: its panel or the bar of its proposer, numbers, marks, words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.text.columns import Columns
from consult_app.ui.text.found_marks import FoundMarks
from consult_app.ui.text.markers import paint_marker
from consult_app.ui.text.reading import Row
from consult_app.ui.text.row_layouts import RowLayouts
from consult_app.ui.text.shaping import MANNERS, PLAIN, Looks

_OVER: Final = 2
"""How far a letter or a mark may reach over its line: less than what is kept free between two rows."""


class RowPainter:
    """Paints the rows that *layouts* lays out; *looks* says whose a proposal is."""

    def __init__(self, layouts: RowLayouts, looks: Looks) -> None:
        self._layouts = layouts
        self._looks = looks
        self.marks = FoundMarks()

    @property
    def _columns(self) -> Columns:
        return self._layouts.columns

    def paint(
        self, painter: QPainter, place: int, y: float, within: QRegion, *, current: str, focused: bool
    ) -> None:
        """Paint what is *within* a region of the row at *place*, its top at *y*; the row *current* is the one
        at hand."""
        layouts, palette = self._layouts, Theme.current()
        row = layouts.rows[place]
        manner = MANNERS.get(row.spot.kind, PLAIN)
        lit = row.key == current
        if lit:
            self._panel(painter, place, y, focused=focused)
        elif row.proposed_by:
            self._proposal(painter, row, place, y)
        if not within.intersects(self._words(place, y)):
            return  # what is painted anew is the row beside it, whose frame reaches over the edge
        y += fonts.text_pixels(manner.above)
        for column, cell in enumerate(layouts.cells(place)):
            left = self._columns.left(column)
            cell.paint_note(painter, left, y)
            if cell.stale:
                bar = QRectF(left - fonts.pixels(9), y, 3, cell.height)
                painter.fillRect(bar, QColor(palette.warn))
            if cell.marker:
                colour = self._looks((row.proposed_by,)).style.ink if row.proposed_by else palette.dim
                painter.setPen(QColor(colour))
                at = QPointF(left + layouts.number_left(row), y + cell.marker_baseline())
                font = fonts.text(manner.size, bold=bool(row.proposed_by))
                paint_marker(painter, at, cell.marker, font)
            begin = QPointF(left + layouts.indent(row), y)
            self.marks.paint(painter, cell, begin, row.key, self._columns.languages[column])
            cell.paint(painter, begin.x(), y, lit=lit)

    def _words(self, place: int, y: float) -> QRect:
        """Where the words of the row at *place* are, its top at *y*, with all that stands about them."""
        tall = max((cell.height for cell in self._layouts.cells(place)), default=0.0)
        above = fonts.text_pixels(MANNERS.get(self._layouts.rows[place].spot.kind, PLAIN).above)
        return self._columns.panel(y + above - _OVER, tall + 2 * _OVER).toAlignedRect()

    def _panel(self, painter: QPainter, place: int, y: float, *, focused: bool) -> None:
        palette = Theme.current()
        painter.setPen(QPen(QColor(palette.focus if focused else palette.line), 2 if focused else 1))
        painter.setBrush(QColor(palette.panel))
        painter.drawRoundedRect(self._columns.panel(y + 1, self._layouts.heights[place] - 2), 8, 8)

    def _proposal(self, painter: QPainter, row: Row, place: int, y: float) -> None:
        style = self._looks((row.proposed_by,)).style
        bar = self._columns.panel(y + 3, self._layouts.heights[place] - 6)
        painter.fillRect(QRectF(bar.left(), bar.top(), 3, bar.height()), QColor(style.colour))
