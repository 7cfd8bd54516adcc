"""The band at the top of every page, painted: whose words these are is said whole, however long the names."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from consult_app.meetings.kept.assembly import Assembly
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Weight
from consult_app.ui.look.palette import Palette
from consult_app.ui.look.theme import Theme
from consult_app.ui.room.heads import Author, Band, called
from consult_app.ui.room.look import Words, band_palette
from consult_app.ui.text.ink import look_of

_HEIGHT: Final = 41.6
_LINE: Final = 21
_SIDE: Final = 24
_GAP: Final = 12
_WAYS: Final = ((1.0, 3), (0.9, 4), (0.8, 5), (0.7, 6), (0.6, 7))
"""How large the words may be, and on how many lines: the first way is taken in which all of them go."""

Unit = tuple[Words, ...]


class PaintedBand:
    """A band laid out for a width; made and painted at the scale of the room."""

    def __init__(self, band: Band, assembly: Assembly, room: Palette, width: float) -> None:
        self._palette = band_palette(room)
        self._width = width
        self._meeting = band.meeting
        self._sitting = f" · {band.sitting}" if band.sitting and band.meeting else band.sitting
        with Theme.borrowed(self._palette):
            units = self._authors(assembly, band.authors)
        for words, ink in ((band.place, self._palette.ink), (band.state, self._palette.dim)):
            if words:
                units.append((Words(words, 12, ink, Weight.MEDIUM),))
        self._lines = self._laid(units)
        more = fonts.pixels(_LINE * self._factor) * (len(self._lines) - 1)
        self.height = float(fonts.pixels(_HEIGHT) + more)

    def _authors(self, assembly: Assembly, authors: tuple[Author, ...]) -> list[Unit]:
        """Number, mark and name of each; a number that several share is said once."""
        units: list[Unit] = []
        said = ""
        for author in authors:
            look = look_of(assembly, author.who)
            name = Words(f"{look.mark} {called(assembly, author.who)}", 12, look.colour, Weight.MEDIUM)
            number = Words(author.number, 16.8, self._palette.ink, Weight.BOLD)
            units.append((name,) if author.number == said else (number, name))
            said = author.number
        return units

    def _laid(self, units: list[Unit]) -> list[list[Unit]]:
        """The units in lines: smaller, and on more of them, where names are long or many. What even so
        finds no room is counted in the last line, never left unsaid."""
        room = self._width - 2 * fonts.pixels(_SIDE)
        for factor, most in _WAYS:
            self._factor = factor
            sized = [tuple(words.times(factor) for words in unit) for unit in units]
            lines = self._broken(sized, room)
            if len(lines) <= most and all(_wide(unit) <= room for unit in sized):
                return lines
        return self._counted(lines[:most], len(units))

    def _broken(self, units: list[Unit], room: float) -> list[list[Unit]]:
        lines: list[list[Unit]] = [[]]
        for unit in units:
            if lines[-1] and sum(map(_wide, lines[-1])) + _wide(unit) > room:
                lines.append([])
            lines[-1].append(unit)
        return lines

    def _counted(self, lines: list[list[Unit]], units: int) -> list[list[Unit]]:
        room = self._width - 2 * fonts.pixels(_SIDE)
        while left := units - sum(map(len, lines)):
            sign = (Words(f"+ {left}", 12 * self._factor, self._palette.dim, Weight.MEDIUM),)
            if not lines[-1] or sum(map(_wide, lines[-1])) + _wide(sign) <= room:
                lines[-1].append(sign)
                break
            lines[-1].pop()
        return lines

    def paint(self, painter: QPainter) -> None:
        """Paint the band at the top."""
        painter.fillRect(QRectF(0, 0, self._width, self.height), QColor(self._palette.rail))
        side, end = fonts.pixels(_SIDE), self._width - fonts.pixels(_SIDE)
        x: float = side
        for number, line in enumerate(self._lines):
            baseline = fonts.pixels(_HEIGHT) * 0.64 + number * fonts.pixels(_LINE * self._factor)
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
