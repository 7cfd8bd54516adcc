"""The band at the top of every page and the line at the foot of a page of the text, painted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from consult_app.meetings.assembly import Assembly
from consult_app.ui import fonts
from consult_app.ui.fonts import Weight
from consult_app.ui.language import tr
from consult_app.ui.palette import Palette
from consult_app.ui.room.heads import Author, Band, Foot, called
from consult_app.ui.room.look import Words, band_palette
from consult_app.ui.table.ink import look_of
from consult_app.ui.theme import Theme

_HEIGHT: Final = 41.6
_LINE: Final = 21
_SIDE: Final = 26
_GAP: Final = 12
_MOST_LINES: Final = 3
FOOT_HEIGHT: Final = 30.4

Unit = tuple[Words, ...]


class PaintedBand:
    """A band laid out for a width; made and painted at the scale of the room."""

    def __init__(self, band: Band, assembly: Assembly, room: Palette, width: float) -> None:
        self._palette = band_palette(room)
        self._width = width
        self._meeting = band.meeting
        self._sitting = f" · {band.sitting}" if band.sitting and band.meeting else band.sitting
        with Theme.borrowed(self._palette):
            units = [self._author(assembly, author) for author in band.authors]
        for words, ink in ((band.place, self._palette.ink), (band.state, self._palette.dim)):
            if words:
                units.append((Words(words, 12, ink, Weight.MEDIUM),))
        self._lines = self._broken(units)
        self.height = float(fonts.pixels(_HEIGHT) + fonts.pixels(_LINE) * (len(self._lines) - 1))

    def _author(self, assembly: Assembly, author: Author) -> Unit:
        look = look_of(assembly, author.who)
        return (
            Words(author.number, 16.8, self._palette.ink, Weight.BOLD),
            Words(f"{look.mark} {called(assembly, author.who)}", 12, look.colour, Weight.MEDIUM),
        )

    def _broken(self, units: list[Unit]) -> list[list[Unit]]:
        """The units in lines; what finds no room in the last one is counted there, never left unsaid."""
        lines: list[list[Unit]] = [[]]
        room = self._width - 2 * fonts.pixels(_SIDE)
        for place, unit in enumerate(units):
            taken = sum(_wide(each) for each in lines[-1])
            if lines[-1] and taken + _wide(unit) > room:
                if len(lines) == _MOST_LINES:
                    left = f"+ {len(units) - place}"
                    lines[-1].append((Words(left, 12, self._palette.dim, Weight.MEDIUM),))
                    break
                lines.append([])
            lines[-1].append(unit)
        return lines

    def paint(self, painter: QPainter) -> None:
        """Paint the band at the top."""
        painter.fillRect(QRectF(0, 0, self._width, self.height), QColor(self._palette.rail))
        side, end = fonts.pixels(_SIDE), self._width - fonts.pixels(_SIDE)
        x: float = side
        for number, line in enumerate(self._lines):
            baseline = fonts.pixels(_HEIGHT) * 0.64 + number * fonts.pixels(_LINE)
            x = side
            for unit in line:
                for words in unit:
                    x = words.draw(painter, x, baseline, end - x) + fonts.pixels(_GAP) * 0.8
                x += fonts.pixels(_GAP) * 0.4
        free = end - x - fonts.pixels(_GAP)
        if len(self._lines) == 1 and free > fonts.pixels(60):
            self._paint_meeting(painter, end, free)

    def _paint_meeting(self, painter: QPainter, end: float, free: float) -> None:
        """The meeting and its sitting at the right: a long title is cut, the sitting never."""
        baseline = fonts.pixels(_HEIGHT) * 0.64
        sitting = Words(self._sitting, 11.2, self._palette.dim)
        meeting = Words(self._meeting, 11.2, self._palette.dim)
        room = max(0.0, min(meeting.width + 1, free - sitting.width))
        if room < min(meeting.width, fonts.pixels(50)):
            meeting, room = Words("", 11.2, self._palette.dim), 0.0
            sitting = Words(self._sitting.removeprefix(" · "), 11.2, self._palette.dim)
        ends = (
            meeting.draw(painter, end - sitting.width - room, baseline, room) if room else end - sitting.width
        )
        sitting.draw(painter, ends, baseline, end - ends + 1)


def _wide(unit: Unit) -> float:
    return sum(words.width + fonts.pixels(_GAP) * 0.8 for words in unit) + fonts.pixels(_GAP) * 0.4


def paint_foot(painter: QPainter, foot: Foot, box: QRectF, *, more: str = "") -> None:
    """Paint the line at the foot into *box*; *more* says that the text goes on."""
    palette = Theme.current()
    painter.fillRect(
        QRectF(box.left(), box.top(), box.width(), max(1, fonts.pixels(0.8))), QColor(palette.line)
    )
    baseline, side = box.top() + box.height() * 0.62, fonts.pixels(_SIDE + 3)
    end = box.right() - side
    if foot.floor:
        who = Words(foot.floor, 10.4, palette.dim)
        label = Words(tr("Floor:"), 10.4, palette.ink, Weight.SEMIBOLD)
        gap = fonts.pixels(3)
        start = max(box.center().x(), end - who.width - label.width - gap)
        who.draw(
            painter, label.draw(painter, start, baseline) + gap, baseline, end - start - label.width - gap
        )
        end = start - fonts.pixels(_GAP)
    if more:
        sign = Words(more, 10.4, palette.accent, Weight.SEMIBOLD)
        sign.draw(painter, end - sign.width, baseline)
        end -= sign.width + fonts.pixels(_GAP)
    Words(foot.asks, 10.4, palette.dim).draw(painter, side, baseline, end - side)
