"""Stacked bars: one row for each group or language, its parts told apart by pattern, the figures beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from consult_app.ui.charts.chart import Chart, Mark, advance, write
from consult_app.ui.charts.patterns import Pattern, paint_part
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size, Weight
from consult_app.ui.look.palette import Palette
from consult_app.ui.look.theme import Theme

_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignRight
_BAR: Final = 14
_APART: Final = 2.0
_LEAST: Final = 5.0
"""A part is never narrower than this, however few are in it."""


@dataclass(frozen=True)
class Part:
    """A part of a bar. ``kind`` is its name in the legend, ``figure`` what is written by it (its value
    unless given), ``words`` what is told of it; ``tone`` a colour of the palette in place of the row's."""

    value: float
    pattern: Pattern
    kind: str
    words: str
    figure: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Bar:
    """A row: the mark and name before the bar, its whole at the end; ``tone`` is its colour's name in
    the palette, which has one ending in ``_soft`` beside it."""

    name: str
    whole: str
    parts: Sequence[Part]
    tone: str = "accent"
    mark: str = ""


@dataclass
class _Placed:
    """A bar as it is laid out: its line of words, and the areas of parts and figures."""

    bar: Bar
    words: QRectF
    parts: list[tuple[QRectF, Part]] = field(default_factory=list)
    figures: list[tuple[QRectF, str]] = field(default_factory=list)


class BarChart(Chart):
    """The chart. Where there is no bar, it says *empty* in their place."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self._empty = ""
        self._legend = True
        self._placed: list[_Placed] = []
        self._key: list[tuple[QRectF, Part]] = []
        self._legend_lines = 1

    def show_bars(self, bars: Sequence[Bar], empty: str = "", *, legend: bool = True) -> None:
        """Show *bars*, to one scale; a part without anything in it is left out."""
        self._bars, self._empty, self._legend = bars, empty, legend
        self.look_again()

    @property
    def bars(self) -> Sequence[Bar]:
        """What is shown."""
        return self._bars

    def sizeHint(self) -> QSize:
        """Qt's override: as high as its rows and their legend."""
        if not self._bars:
            return QSize(fonts.pixels(320), fonts.pixels(96))
        rows = len(self._bars) * (self._row() + fonts.pixels(9))
        legend = self._legend_lines * self._line() + fonts.pixels(6) if self._legend else 0
        return QSize(fonts.pixels(320), round(rows + legend + 8))

    def _line(self) -> float:
        return float(fonts.line_height(fonts.window(Size.CAPTION)) + 3)

    def _figures(self) -> float:
        return float(fonts.line_height(fonts.window(Size.SMALL)) + 2)

    def _row(self) -> float:
        return self._line() + fonts.pixels(_BAR) + self._figures() + 2

    def lay_out(self, room: QRectF) -> Sequence[Mark]:
        """Place the bars one under the other, and the legend below them."""
        self._placed, marks = [], []
        room = room.adjusted(4, 2, -4, -2)
        most = max((_sum(bar) for bar in self._bars), default=0.0)
        y = room.top()
        for bar in self._bars:
            placed = _Placed(bar, QRectF(room.left(), y, room.width(), self._line()))
            top = y + self._line() + 1
            x, figures_end = room.left(), room.left()
            for part in bar.parts:
                if part.value <= 0:
                    continue
                width = max(_LEAST, (room.width() + _APART) * part.value / most - _APART)
                area = QRectF(x, top, width, fonts.pixels(_BAR))
                placed.parts.append((area, part))
                figure = part.figure or str(round(part.value))
                wide = advance(fonts.window(Size.SMALL), figure) + 2
                at = max(figures_end, min(area.center().x() - wide / 2, room.right() - wide))
                placed.figures.append((QRectF(at, area.bottom() + 1, wide, self._figures()), figure))
                figures_end = at + wide + 4
                spoken = f"{bar.name}: {part.words}"
                marks.append(Mark(area.adjusted(-1, -2, 1, self._figures()), _top(area), spoken))
                x += width + _APART
            self._placed.append(placed)
            y += self._row() + fonts.pixels(9)
        self._lay_out_legend(room, y)
        return marks

    def _lay_out_legend(self, room: QRectF, y: float) -> None:
        self._key = []
        every = [part for bar in self._bars for part in bar.parts]
        used: dict[str, Part | None] = dict.fromkeys(part.kind for part in every)
        for part in every:
            if part.value > 0:
                used[part.kind] = used[part.kind] or part
        x, lines, font = room.left(), 1, fonts.window(Size.SMALL)
        for part in filter(None, used.values() if self._legend else ()):
            wide = fonts.pixels(22) + advance(font, part.kind) + fonts.pixels(14)
            if x + wide > room.right() + fonts.pixels(14) and x > room.left():
                x, lines = room.left(), lines + 1
            line = QRectF(x, y + (lines - 1) * self._line(), wide, self._line())
            self._key.append((line, part))
            x += wide
        if lines != self._legend_lines:
            self._legend_lines = lines
            self.updateGeometry()

    def paint_chart(self, painter: QPainter, room: QRectF) -> None:
        """Paint the rows and the legend."""
        palette = Theme.current()
        if not self._bars:
            words = QRectF(room).adjusted(8, 0, -8, 0)
            painter.setFont(fonts.window())
            painter.setPen(QColor(palette.dim))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(words, flags, self._empty)
            return
        for placed in self._placed:
            self._paint_row(painter, placed, palette)
        for area, part in self._key:
            swatch = QRectF(area.left(), area.center().y() - 5, fonts.pixels(16), 10)
            paint_part(painter, swatch, part.pattern, getattr(palette, part.tone or "dim"), palette.hover)
            words = area.adjusted(fonts.pixels(22), 0, 0, 0)
            write(painter, fonts.window(Size.SMALL), palette.dim, words, part.kind, _LEFT)

    def _paint_row(self, painter: QPainter, placed: _Placed, palette: Palette) -> None:
        bar = placed.bar
        ink = getattr(palette, bar.tone)
        words, caption = QRectF(placed.words), fonts.window(Size.CAPTION)
        if bar.mark:
            write(painter, caption, ink, words, bar.mark, _LEFT)
            words.setLeft(words.left() + advance(caption, bar.mark) + 6)
        whole = advance(caption, bar.whole) + 8
        strong = fonts.window(Size.CAPTION, Weight.SEMIBOLD)
        write(painter, strong, palette.ink, words.adjusted(0, 0, -whole, 0), bar.name, _LEFT)
        write(painter, caption, palette.dim, words, bar.whole, _RIGHT)
        if not placed.parts:
            middle = placed.words.bottom() + fonts.pixels(_BAR) / 2 + 1
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.drawLine(QPointF(words.left(), middle), QPointF(words.right(), middle))
        for area, part in placed.parts:
            tone = part.tone or bar.tone
            paint_part(painter, area, part.pattern, getattr(palette, tone), getattr(palette, f"{tone}_soft"))
        for area, figure in placed.figures:
            write(painter, fonts.window(Size.SMALL), palette.ink, area, figure, Qt.AlignmentFlag.AlignHCenter)
        at_hand = self.marks[self.at_hand].at if 0 <= self.at_hand < len(self.marks) else None
        for area, _part in placed.parts:
            if at_hand == _top(area):
                painter.setPen(QPen(QColor(palette.ink), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), 4, 4)


def _top(area: QRectF) -> QPointF:
    return QPointF(area.center().x(), area.top())


def _sum(bar: Bar) -> float:
    return sum(part.value for part in bar.parts)
