"""A step line over time with its projection: how a count went up, and when it will be complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from consult_app.ui.charts.chart import Chart, Mark, advance, write
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size, Weight
from consult_app.ui.look.palette import Palette
from consult_app.ui.look.theme import Theme

_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignRight
_WHOLE_UP_TO: Final = 3.0
_CUT_AT: Final = 2.0
"""A projection of more than three times the time gone by is cut off at twice, so that what was done
stays readable."""

_NEAR: Final = 9.0
"""Dots nearer to each other than this are not all drawn."""
_MOST_LINES: Final = 8
_APART: Final = 12.0
"""The air between words under the axis."""


@dataclass(frozen=True)
class Step:
    """A moment of the line: its place in time, the count from then on, what is told of it; ``back`` when
    the count went down."""

    at: float
    count: int
    words: str
    back: bool = False


@dataclass(frozen=True)
class Stretch:
    """A stretch of the time axis: where it begins, its name, a short form of it, and one that says when it
    began."""

    at: float
    name: str
    short: str = ""
    dated: str = ""


@dataclass(frozen=True)
class Projection:
    """Where the line goes on to: when the whole is reached, what is written and what is told there."""

    at: float
    label: str
    words: str


@dataclass(frozen=True)
class Line:
    """The data of the chart: ``whole`` is what the count goes up to, ``now`` how far the time is, ``until``
    when that is in words."""

    whole: int
    now: float
    steps: Sequence[Step] = ()
    stretches: Sequence[Stretch] = ()
    projection: Projection | None = None
    whole_words: str = ""
    until: str = ""


class StepChart(Chart):
    """The chart. Before the first step it says *empty* over its axes."""

    def __init__(self) -> None:
        super().__init__()
        self._line = Line(0, 0)
        self._empty = ""
        self._plot = QRectF()
        self._last = 1.0

    def show_line(self, line: Line, empty: str = "") -> None:
        """Show *line*."""
        self._line, self._empty = line, empty
        self.look_again()

    @property
    def line(self) -> Line:
        """What is shown."""
        return self._line

    def sizeHint(self) -> QSize:
        """Qt's override: a wide chart."""
        return QSize(fonts.pixels(520), fonts.pixels(196))

    def lay_out(self, room: QRectF) -> Sequence[Mark]:
        """Set the scales; each moment is a mark that reaches half way to its neighbours."""
        line = self._line
        figures = advance(fonts.window(Size.SMALL), str(line.whole)) + 12
        under = fonts.line_height(fonts.window(Size.SMALL)) + 8
        over = fonts.line_height(fonts.window(Size.CAPTION)) + 6
        self._plot = room.adjusted(figures, over, -fonts.pixels(14), -under)
        self._last = _last(line)
        points = [(step.at, step.count, step.words) for step in line.steps]
        if line.projection is not None and self._last >= line.projection.at:
            points.append((line.projection.at, line.whole, line.projection.words))
        elif line.projection is not None:
            points.append((self._last, round(self._projected(self._last)), line.projection.words))
        places = [QPointF(self._x(at), self._y(reached)) for at, reached, _ in points]
        marks = []
        for index, (place, (_, _, words)) in enumerate(zip(places, points, strict=True)):
            left = (places[index - 1].x() + place.x()) / 2 if index else room.left()
            right = (place.x() + places[index + 1].x()) / 2 if index + 1 < len(places) else room.right()
            marks.append(Mark(QRectF(left, room.top(), right - left, room.height()), place, words))
        return marks

    def _x(self, at: float) -> float:
        return self._plot.left() + self._plot.width() * min(at, self._last) / self._last

    def _y(self, reached: float) -> float:
        return self._plot.bottom() - self._plot.height() * reached / max(1, self._line.whole)

    def _projected(self, at: float) -> float:
        """How far the projection has come at that place."""
        line = self._line
        counted = line.steps[-1].count if line.steps else 0
        if line.projection is None or line.projection.at <= line.now:
            return counted
        share = (at - line.now) / (line.projection.at - line.now)
        return counted + (line.whole - counted) * share

    def paint_chart(self, painter: QPainter, room: QRectF) -> None:
        """Paint axes, line and projection."""
        palette = Theme.current()
        self._paint_grid(painter, palette)
        self._paint_stretches(painter, palette)
        if not self._line.steps:
            painter.setFont(fonts.window())
            painter.setPen(QColor(palette.dim))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self._plot.adjusted(20, 0, -20, 0), flags, self._empty)
            return
        self._paint_line(painter, palette)
        self._paint_projection(painter, palette)
        self._paint_points(painter, palette)

    def _paint_grid(self, painter: QPainter, palette: Palette) -> None:
        font, whole = fonts.window(Size.SMALL), self._line.whole
        # where hairlines have the colour of ink, so many of them would drown the line
        grid = palette.hover if palette.line == palette.ink else palette.line
        half = fonts.line_height(font) / 2
        room = max(2, min(_MOST_LINES, int(self._plot.height() / (half * 4))))
        for figure in ticks(whole, room if self._line.steps else 1):
            y = round(self._y(figure)) + 0.5
            painter.setPen(QPen(QColor(grid), 1))
            painter.drawLine(QPointF(self._plot.left(), y), QPointF(self._plot.right(), y))
            area = QRectF(0, y - half, self._plot.left() - 7, half * 2)
            write(painter, font, palette.dim, area, str(figure), _RIGHT)
        if self._line.whole_words:
            over = QRectF(self._plot.left(), 0, self._plot.width(), self._plot.top() - 3)
            write(painter, fonts.window(Size.CAPTION), palette.dim, over, self._line.whole_words, _LEFT)

    def _paint_stretches(self, painter: QPainter, palette: Palette) -> None:
        font = fonts.window(Size.SMALL)
        below = QRectF(0, self._plot.bottom() + 4, 0, fonts.line_height(font) + 2)
        free = self._plot.left()
        for index, stretch in enumerate(self._line.stretches):
            x = self._x(stretch.at)
            if index:
                painter.setPen(QPen(QColor(palette.line), 1))
                painter.drawLine(QPointF(x, self._plot.top()), QPointF(x, self._plot.bottom() + 5))
            later = self._line.stretches[index + 1 :]
            end = self._x(later[0].at) if later else self._plot.right()
            for words in (stretch.dated, stretch.name, stretch.short):
                wide = advance(font, words) + 2
                if words and x + wide <= end + (-4 if later else 8):
                    area = QRectF(x + 1, below.top(), wide, below.height())
                    write(painter, font, palette.dim, area, words, _LEFT)
                    free = area.right() + _APART
                    break
        until, wide = self._line.until, advance(font, self._line.until) + 2
        now = self._x(self._line.now)
        if until and now - wide >= free:
            area = QRectF(now - wide, below.top(), wide, below.height())
            write(painter, font, palette.dim, area, until, _RIGHT)

    def _path(self) -> QPolygonF:
        """The corners of the line, up to now."""
        points = [QPointF(self._x(0), self._y(0))]
        for step in self._line.steps:
            points.append(QPointF(self._x(step.at), points[-1].y()))
            points.append(QPointF(self._x(step.at), self._y(step.count)))
        points.append(QPointF(self._x(max(self._line.now, self._line.steps[-1].at)), points[-1].y()))
        return QPolygonF(points)

    def _paint_line(self, painter: QPainter, palette: Palette) -> None:
        corners = self._path()
        area = QPainterPath()
        area.addPolygon(corners)
        area.lineTo(corners.last().x(), self._plot.bottom())
        area.lineTo(corners.first().x(), self._plot.bottom())
        painter.fillPath(area, QColor(palette.accent_soft))
        painter.setPen(QPen(QColor(palette.accent), 2))
        painter.drawPolyline(corners)

    def _paint_projection(self, painter: QPainter, palette: Palette) -> None:
        projection = self._line.projection
        if projection is None:
            return
        start = QPointF(self._x(self._line.now), self._y(self._line.steps[-1].count))
        whole = projection.at <= self._last
        at = min(projection.at, self._last)
        end = QPointF(self._x(at), self._y(self._projected(at)))
        pen = QPen(QColor(palette.accent), 1.6, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3.5])
        painter.setPen(pen)
        painter.drawLine(start, end)
        strong = fonts.window(Size.CAPTION, Weight.SEMIBOLD)
        words = projection.label if whole else f"{projection.label} →"
        wide = advance(strong, words) + 4
        high = float(fonts.line_height(strong))
        x = min(end.x() - wide / 2, self._plot.right() + 10 - wide)
        y = end.y() - high - 7 if whole else max(self._plot.top(), end.y() - high - 4)
        write(painter, strong, palette.ink, QRectF(x, max(0.0, y), wide, high), words, _RIGHT)
        if whole:
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(QColor(palette.panel))
            painter.drawEllipse(end, 4.5, 4.5)

    def _paint_points(self, painter: QPainter, palette: Palette) -> None:
        last = QPointF(-_NEAR, 0)
        for index, step in enumerate(self._line.steps):
            at = QPointF(self._x(step.at), self._y(step.count))
            at_hand = index == self.at_hand
            # the last is what the figure beside the chart says
            near = (at - last).manhattanLength() < _NEAR and index < len(self._line.steps) - 1
            if near and not at_hand and not step.back:
                continue  # so many dots would only thicken the line
            last = at
            painter.setPen(QPen(QColor(palette.warn if step.back else palette.accent), 1.6))
            painter.setBrush(QColor(palette.panel if step.back or at_hand else palette.accent))
            size = 5.0 if at_hand else 2.8
            if step.back:  # it went down: a lozenge, not a dot
                corners = [QPointF(0, -4.5), QPointF(4.5, 0), QPointF(0, 4.5), QPointF(-4.5, 0)]
                painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
            else:
                painter.drawEllipse(at, size, size)


def _last(line: Line) -> float:
    """Where the time axis ends."""
    now = max([line.now, *(step.at for step in line.steps)])
    if line.projection is None:
        return now or 1.0
    whole = max(now, line.projection.at)
    return (whole if whole <= _WHOLE_UP_TO * now else _CUT_AT * now) or 1.0


def ticks(whole: int, most: int) -> list[int]:
    """Round figures from 0 up to *whole*, which is always the last: at most about *most* of them."""
    round_steps = (factor * 10**power for power in count() for factor in (1, 2, 5))
    step = next(each for each in round_steps if whole / each <= max(1, most))
    return [*(each for each in range(0, whole, step) if whole - each >= step * 0.6), whole]
