"""The line at the foot of a page of the text, painted: what the amendment asks, and who has the floor."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from consult_app.ui.language import tr
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Weight
from consult_app.ui.look.palette import Palette
from consult_app.ui.room.heads import Foot
from consult_app.ui.room.look import Words

_HEIGHT: Final = 30.4
_SIDE: Final = 24
_GAP: Final = 12
_SIZE: Final = 10.4
_SMALLEST: Final = 7.5
_MOST_LINES: Final = (2, 3)
"""Lines for what the amendment asks, where it has more than half of the width and where it has less."""

_FLOOR_SHARE: Final = 0.62
"""The most of the width that who has the floor may take; nothing else on the page says it."""


class PaintedFoot:
    """A foot laid out for a width; made and painted at the scale of the room. What the amendment asks may
    take further lines; a new paragraph that it quotes in full stands on the page above, and is cut here."""

    def __init__(self, foot: Foot, room: Palette, width: float) -> None:
        self._palette, self._width = room, width
        signs = Words("▲▼", _SIZE, room.accent, Weight.SEMIBOLD)
        self._side = fonts.pixels(_SIDE)
        self._floor = self._who(foot.floor)
        taken = sum(each.width for each in self._floor) + fonts.pixels(_GAP + 3) if self._floor else 0.0
        # kept for a page that goes on, so that no word moves when it does
        taken += signs.width + fonts.pixels(_GAP)
        self._free = max(0.0, width - 2 * self._side - taken)
        most = _MOST_LINES[self._free < width / 2]
        self._lines = _in_lines(foot.asks, fonts.window(_SIZE), self._free, most)
        self._leading = QFontMetricsF(fonts.window(_SIZE)).lineSpacing()
        self.height = float(fonts.pixels(_HEIGHT)) + self._leading * (max(1, len(self._lines)) - 1)

    def _who(self, floor: str) -> tuple[Words, ...]:
        """Label and name, smaller where the name is long."""
        if not floor:
            return ()
        label = Words(tr("Floor:"), _SIZE, self._palette.ink, Weight.SEMIBOLD)
        name = Words(floor, _SIZE, self._palette.dim)
        room = self._width * _FLOOR_SHARE - label.width
        if name.width > room:
            name = name.times(max(_SMALLEST / _SIZE, room / name.width))
        return label, name

    def paint(self, painter: QPainter, top: float, more: str = "") -> None:
        """Paint the foot at *top*; *more* says where the text goes on."""
        palette, end = self._palette, self._width - self._side
        painter.fillRect(QRectF(0, top, self._width, self.height), QColor(palette.ground))
        if self._floor or self._lines or more:
            painter.fillRect(QRectF(0, top, self._width, max(1, fonts.pixels(0.8))), QColor(palette.line))
        first = top + fonts.pixels(_HEIGHT) * 0.62
        if self._floor:
            label, name = self._floor
            start = end - name.width - label.width - fonts.pixels(3)
            name.draw(painter, label.draw(painter, start, first) + fonts.pixels(3), first)
            end = start - fonts.pixels(_GAP)
        if more:
            sign = Words(more, _SIZE, palette.accent, Weight.SEMIBOLD)
            sign.draw(painter, end - sign.width, first)
        for place, line in enumerate(self._lines):
            Words(line, _SIZE, palette.dim).draw(
                painter, self._side, first + place * self._leading, self._free + 1
            )


def _in_lines(words: str, font: QFont, width: float, most: int) -> list[str]:
    """*words* in at most so many lines, the last one cut where they are more."""
    metrics = QFontMetricsF(font)
    lines, left = list[str](), words.split(" ")
    while left and any(left):
        if len(lines) == most - 1:
            return [*lines, metrics.elidedText(" ".join(left), Qt.TextElideMode.ElideRight, width)]
        many = len(left)
        while many > 1 and metrics.horizontalAdvance(" ".join(left[:many])) > width:
            many -= 1
        lines.append(" ".join(left[:many]))
        left = left[many:]
    return lines
