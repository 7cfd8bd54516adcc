"""Pages that are never scrolled: the title of the meeting, and a notice in the clerk's own words."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from consult_app.drafting.house_style.house import date_range
from consult_app.state import State
from consult_app.ui.language import Languages
from consult_app.ui.look import fonts
from consult_app.ui.look.palette import Palette
from consult_app.ui.room.band import PaintedBand
from consult_app.ui.room.heads import Band, band_for, title_of
from consult_app.ui.room.look import band_palette, draw_box, fitted, in_room, unit_of
from consult_app.ui.room.pages import NoticePage, SpeakersPage, TitlePage, VotePage

_INSET: Final = 0.1


class StillPicture:
    """A page that fits whatever it says. A subclass paints it within the room's scale and language."""

    reach = 0.0
    start = 0.0
    page_step = 0.0
    #: on the dark ground of the band, edge to edge
    dark = False

    def __init__(
        self,
        page: VotePage | SpeakersPage | NoticePage | TitlePage,
        state: State,
        size: QSizeF,
        palette: Palette,
    ) -> None:
        """Lay *page* out as *state* has it, in a room of that *size*."""
        self.page = page
        self.size = size
        self.state = state
        self.palette = palette
        self._unit = unit_of(size)
        with in_room(palette, self._unit, page.language):
            self.band = None if self.dark else PaintedBand(self.head(), state.assembly, palette, size.width())

    def head(self) -> Band:
        """What the band says; the meeting alone unless a subclass has more."""
        return band_for(self.state.assembly)

    def paint(self, painter: QPainter, scroll: float) -> None:
        """Paint the page; there is nothing to scroll."""
        ground = self.palette.rail if self.dark else self.palette.ground
        painter.fillRect(QRectF(QPointF(0, 0), self.size), QColor(ground))
        with in_room(self.palette, self._unit, self.page.language):
            top = self.band.height if self.band is not None else 0.0
            self.paint_body(painter, QRectF(0, top, self.size.width(), self.size.height() - top))
            if self.band is not None:
                self.band.paint(painter)

    def from_line(self, scroll: float) -> float:
        """There are no lines to scroll by."""
        return 0.0

    def looks_like(self, other: object) -> bool:
        """Whether *other* looks the same, so that there is nothing to change in the room."""
        return (
            isinstance(other, StillPicture)
            and (other.page, other.size, other.palette) == (self.page, self.size, self.palette)
            and other.head() == self.head()
            and other.said == self.said
        )

    def paint_body(self, painter: QPainter, box: QRectF) -> None:
        """Paint what stands under the band into *box*."""
        raise NotImplementedError

    @property
    def said(self) -> str:
        """The page as a screen reader says it."""
        with in_room(self.palette, self._unit, self.page.language):
            return self.in_words()

    def in_words(self) -> str:
        """What :attr:`said` says, in the room's language."""
        raise NotImplementedError


def inside(box: QRectF, *, share: float = _INSET) -> QRectF:
    """*box* without a margin of that share of its width, and half as much above and below."""
    across = box.width() * share
    return box.adjusted(across, across / 2, -across, -across / 2)


class NoticePicture(StillPicture):
    """Words of the clerk's own, as large as they fit."""

    def paint_body(self, painter: QPainter, box: QRectF) -> None:
        """Paint the words in the middle."""
        words, within = self.in_words(), inside(box)
        draw_box(painter, words, fitted(words, 34, within, smallest=8), self.palette.ink, within)

    def in_words(self) -> str:
        """The notice itself."""
        return self.page.words if isinstance(self.page, NoticePage) else ""


class TitlePicture(StillPicture):
    """The blank page: organ, title, place and dates of the meeting on the dark ground."""

    dark = True

    def paint_body(self, painter: QPainter, box: QRectF) -> None:
        """Paint the lines, the title largest."""
        ink = band_palette(self.palette)
        organ, title, when = self._lines()
        within = inside(box)
        height = box.height() * 0.36
        middle = QRectF(within.left(), box.center().y() - height * 0.55, within.width(), height)
        draw_box(painter, title, fitted(title, 36, middle), ink.ink, middle)
        above = QRectF(within.left(), middle.top() - fonts.pixels(40), within.width(), fonts.pixels(32))
        draw_box(painter, organ, fitted(organ, 13, above, serif=False, smallest=8), ink.dim, above)
        rule = QRectF(0, middle.bottom() + fonts.pixels(10), fonts.pixels(48), fonts.pixels(1))
        rule.moveLeft(box.center().x() - rule.width() / 2)
        painter.fillRect(rule, QColor(ink.rail_accent))
        below = QRectF(within.left(), rule.bottom() + fonts.pixels(8), within.width(), fonts.pixels(34))
        draw_box(painter, when, fitted(when, 14, below, serif=False, smallest=8), ink.dim, below)

    def _lines(self) -> tuple[str, str, str]:
        meeting, code = self.state.assembly.meeting, Languages.current()
        organ = meeting.organ.get(code) or next(iter(meeting.organ.values()), "")
        place = meeting.place.get(code) or next(iter(meeting.place.values()), "")
        dates = ""
        if meeting.begins or meeting.ends:
            first, last = meeting.begins or meeting.ends, meeting.ends or meeting.begins
            dates = date_range(date.fromisoformat(first), date.fromisoformat(last), code)
        title = title_of(self.state.assembly)
        if title and title.casefold() in organ.casefold():
            organ = ""  # the organ of a meeting is often the meeting itself
        return organ, title, ", ".join(part for part in (place, dates) if part)

    def in_words(self) -> str:
        """The lines one after the other."""
        return ". ".join(line for line in self._lines() if line)
