"""One row of the text as it is painted: its panel or the bar of its proposer, numbers, marks, words."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QRegion

from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.pictures import painted
from consult_app.ui.text.columns import Columns
from consult_app.ui.text.found_marks import FoundMarks
from consult_app.ui.text.markers import paint_marker
from consult_app.ui.text.reading import Row
from consult_app.ui.text.row_layouts import RowLayouts
from consult_app.ui.text.shaping import MANNERS, PLAIN, CellLayout, Looks

_OVER: Final = 2
"""How far a letter or a mark may reach over its line: less than what is kept free between two rows."""
_AROUND: Final = 4
"""How far a letter, a line or a number may reach beyond the width of its column."""


@dataclass(frozen=True)
class _Picture:
    """The words of a cell as they stand on the panel, painted before they are shown. ``phase`` is the part of
    a pixel by which they begin beside a whole one, ``above`` what lay over them in the cell."""

    pixmap: QPixmap
    phase: float
    above: float


class RowPainter:
    """Paints the rows that *layouts* lays out; *looks* says whose a proposal is."""

    def __init__(self, layouts: RowLayouts, looks: Looks) -> None:
        self._layouts = layouts
        self._looks = looks
        self._pictures: dict[CellLayout, _Picture] = {}
        self.marks = FoundMarks()

    def prepare(self, ratio: float) -> None:
        """Paint, while nobody waits for it, the words of the cells that are foreseen, for a screen of *ratio*
        pixels a pixel: to set letters takes longer than all else about a row. What was prepared before is
        forgotten."""
        self._pictures = {}
        layouts = self._layouts
        if not ratio.is_integer() or self._columns.margin <= _AROUND + _OVER:
            return  # between the pixels of the screen it would be blurred, or cut off a frame close by
        for (key, language), cells in layouts.foreseen.items():
            x = self._columns.left(self._columns.languages.index(language))
            x += layouts.indent(layouts.rows[layouts.place_of(key)])
            for cell in cells:
                self._pictures[cell] = _painted(cell, x - floor(x), ratio)

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
            begin = QPointF(left + layouts.indent(row), y)
            pictured = lit and self._paint_picture(painter, cell, begin)
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
            if not pictured:
                self.marks.paint(painter, cell, begin, row.key, self._columns.languages[column])
                cell.paint(painter, begin.x(), y, lit=lit)

    def _paint_picture(self, painter: QPainter, cell: CellLayout, at: QPointF) -> bool:
        """Paint the words of *cell*, whose top is at *at*, from their picture; false where there is none that
        shows them as they would be painted now."""
        picture = self._pictures.get(cell)
        if picture is None or self.marks.asked or picture.above != cell.above or not at.y().is_integer():
            return False
        ratio = painter.device().devicePixelRatioF()
        if (picture.phase, picture.pixmap.devicePixelRatio()) != (at.x() - floor(at.x()), ratio):
            return False  # the columns are of another width now, or the window on another screen
        painter.drawPixmap(QPoint(floor(at.x()) - _AROUND, int(at.y() + cell.above) - _OVER), picture.pixmap)
        return True

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


def _painted(cell: CellLayout, phase: float, ratio: float) -> _Picture:
    tall, above = ceil(cell.height - cell.above) + 2 * _OVER, cell.above

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell.paint(painter, _AROUND + phase, _OVER - above, lit=True)

    size = QSize(ceil(cell.width + phase) + 2 * _AROUND, tall)
    return _Picture(painted(size, ratio, paint, "panel"), phase, above)
