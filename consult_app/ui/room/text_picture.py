"""A page of the text, laid out for the room: band, columns, and the words with their marks.

The layout of the Table is used with the room's fonts, so that both show the same marks in the same
way. Type is made smaller within bounds where the words do not fit; beyond that the page is scrolled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from consult_app.state import State
from consult_app.ui.language import NAMES, Languages, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Weight
from consult_app.ui.look.palette import Palette
from consult_app.ui.look.theme import Theme
from consult_app.ui.room.band import PaintedBand
from consult_app.ui.room.foot import PaintedFoot
from consult_app.ui.room.heads import band_of, foot_of, number_of
from consult_app.ui.room.look import dimmed, in_room, stepped_back, unit_of
from consult_app.ui.room.pages import TextPage
from consult_app.ui.room.reading import RoomReading
from consult_app.ui.text.bracket_pieces import named_by
from consult_app.ui.text.columns import Columns
from consult_app.ui.text.ink import look_of
from consult_app.ui.text.markers import paint_marker
from consult_app.ui.text.reading import Cell, Reading, Row
from consult_app.ui.text.row_layouts import RowLayouts
from consult_app.ui.text.shaping import MANNERS, PLAIN, CellLayout, Look, Manner
from consult_app.words import term

#: how much smaller type may become where the words do not fit, before the page is scrolled
_SHRINKS: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
_OF_COLUMNS: Final = {1: 1.0, 2: 1.0, 3: 0.86}
_ABOVE: Final = 12
_HEAD_SIZE: Final = 9.6
_HEAD_FLAGS: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
#: a column at scale 1 with its number, in which a long word still stands on one line
_NARROWEST: Final = 194
_WORD_JOINER: Final = "\u2060"


class _Rows(RowLayouts):
    """The rows in sight of a page, all laid out."""

    def _take_rows(self) -> None:
        reading = self.reading
        self.rows = reading.rows_in_sight() if isinstance(reading, RoomReading) else []
        self._places = {row.key: place for place, row in enumerate(self.rows)}

    def _cell(self, reading: Reading, row: Row, language: str, manner: Manner, wide: float) -> CellLayout:
        if isinstance(reading, RoomReading) and not reading.in_focus(row):
            with Theme.borrowed(stepped_back(Theme.current())):
                return super()._cell(reading, row, language, manner, wide)
        return super()._cell(reading, row, language, manner, wide)

    def _said_over(self, reading: Reading, row: Row, cell: Cell, language: str) -> str:
        said = super()._said_over(reading, row, cell, language)
        if cell.status != "out_of_date":
            return said
        late = term("language", "out_of_date", "wording", language)
        return "\n".join(part for part in (said, late) if part)

    def lay_out_all(self) -> None:
        for place in range(len(self.rows)):
            self.lay_out(place)
        self.stack()


@dataclass(frozen=True)
class Spot:
    """Where the top of what is seen stands in the text: a row, and a letter of its first column."""

    row: str
    letter: int
    words: str


class TextPicture:
    """The page as it is painted. ``reach`` is how far it can be scrolled, ``start`` where it begins."""

    def __init__(
        self,
        page: TextPage,
        state: State,
        size: QSizeF,
        palette: Palette,
        factor: float = 1.0,
        before: TextPicture | None = None,
    ) -> None:
        """Lay *page* out as *state* has it, in a room of that *size*. *before* is what was shown: of the
        same place, its type does not grow again, so that people keep their line."""
        self.page = page
        self.size = size
        self._state = state
        self._palette = palette
        self.factor: float = factor
        self._unit = unit_of(size)
        self._reading = RoomReading(state, page)
        with in_room(palette, self._unit, page.language):
            self._band_said = band_of(state, page, self._reading)
            self._band = PaintedBand(self._band_said, state.assembly, palette, size.width())
            self._foot_said = foot_of(state, page, self._reading)
            self._foot = PaintedFoot(self._foot_said, palette, size.width())
            self._heads = self._column_heads()
        same = before is not None and before.page.place == page.place and before.factor == factor
        self.shrink: float = before.shrink if same and before is not None else 1.0
        self._fit()

    # laying out

    def _fit(self) -> None:
        for shrink in _SHRINKS:
            if shrink > self.shrink:
                continue
            self.shrink = shrink
            self._lay_out()
            if self._focus[1] - self._focus[0] <= self._body:
                break
        first, last = self._focus
        self.start = 0.0 if last <= self._body else first
        self.reach = max(self.start, last - self._body)

    @property
    def scale(self) -> float:
        """The scale of the words, in pixels for one of the type scale."""
        columns = len(self.page.languages)
        wanted = self._unit * self.factor * self.shrink * _OF_COLUMNS[columns]
        return min(wanted, self.size.width() / columns / _NARROWEST)

    def _lay_out(self) -> None:
        with in_room(self._palette, self.scale, self.page.language):
            self._rows = _Rows(self._look, named_by(self._state.assembly))
            columns = Columns(self.page.languages)
            columns.fit(int(self.size.width()))
            self._share_out(columns)
            self._rows.show(self._reading, self.page.view, columns)
            self._rows.lay_out_all()
            self._tops = self._line_tops()
        rows, offsets = self._rows.rows, self._rows.offsets
        about = [place for place, row in enumerate(rows) if self._reading.in_focus(row)]
        self._focus = (offsets[about[0]], offsets[about[-1] + 1]) if about else (0.0, 0.0)

    def _share_out(self, columns: Columns) -> None:
        """What is left for the words between the heads of the columns and the foot."""
        with in_room(self._palette, self._unit, self.page.language):
            metrics = QFontMetricsF(fonts.window(_HEAD_SIZE, Weight.SEMIBOLD))
            wide = QRectF(0, 0, columns.width, self.size.height())
            tall = max(metrics.boundingRect(wide, _HEAD_FLAGS, head).height() for head in self._heads)
            self._heads_height = tall if any(self._heads) else 0.0
            above = fonts.pixels(_ABOVE) + (self._heads_height if any(self._heads) else 0.0)
        self._top = self._band.height + above
        self._body = max(1.0, self.size.height() - self._foot.height - self._top)

    def _line_tops(self) -> list[float]:
        """Where each line of the rows begins, and where the last one ends, from the top of the text."""
        rows, tops = self._rows, list[float]()
        for place in range(len(rows.rows)):
            longest = max(rows.cells(place), key=lambda cell: cell.height)
            at = rows.offsets[place] + self._above(place)
            tops += [at + top for top in longest.line_tops]
        return tops

    def _look(self, by: tuple[str, ...]) -> Look:
        found = [self._state.drafting.amendments[name] for name in by]
        # "D.9/S.1" is not broken at its stroke
        numbers = ", ".join(map(number_of, found)).replace("/", f"/{_WORD_JOINER}")
        return Look(look_of(self._state.assembly, found[0].by), numbers)

    def _column_heads(self) -> list[str]:
        heads = []
        several = len(self.page.languages) > 1
        for code in self.page.languages:
            said = NAMES[code] if several else ""
            if self._reading.says_nothing_in(code):
                at_hand = self._state.drafting.amendments[self.page.amendment]
                with Languages.borrowed(code):
                    missing = tr("{number} is not yet available in this language", number=number_of(at_hand))
                said = " · ".join(part for part in (said, missing) if part)
            heads.append(said)
        return heads

    def looks_like(self, other: TextPicture) -> bool:
        """Whether both look the same, so that there is nothing to change in the room."""
        return (
            (self.size, self.scale, self._palette, self._band_said, self._foot_said, self._heads)
            == (other.size, other.scale, other._palette, other._band_said, other._foot_said, other._heads)
            and self.page.languages == other.page.languages
            and self._cells() == other._cells()
        )

    def _cells(self) -> list[tuple[str, str, list[Cell]]]:
        reading, page = self._reading, self.page
        return [
            (row.key, row.label, [reading.cell(row, page.view, code) for code in page.languages])
            for row in self._rows.rows
        ]

    # keeping the place

    def spot_at(self, scroll: float) -> Spot | None:
        """What stands at the top of what is seen; None on a page without rows."""
        rows = self._rows
        if not rows.rows:
            return None
        place = rows.place_at(scroll)
        cell = rows.cells(place)[0]
        with in_room(self._palette, self.scale, self.page.language):
            inside = scroll - rows.offsets[place] - self._above(place)
        return Spot(rows.rows[place].key, cell.letter_at(inside), cell.words)

    def scroll_to(self, spot: Spot | None) -> float:
        """Where to scroll so that *spot* stands at the top, whatever was put in or taken out above it."""
        rows = self._rows
        place = rows.place_of(spot.row) if spot is not None else -1
        if spot is None or place < 0:
            return self.start
        cell = rows.cells(place)[0]
        letter = _moved(spot.letter, spot.words, cell.words)
        with in_room(self._palette, self.scale, self.page.language):
            above = self._above(place) if letter else 0.0
        wanted = rows.offsets[place] + above + (cell.top_of(letter) if letter else 0.0)
        return min(self.reach, max(self.start, wanted))

    @property
    def page_step(self) -> float:
        """How far one key scrolls: what is seen, less two lines."""
        with in_room(self._palette, self.scale, self.page.language):
            return max(self._body * 0.4, self._body - fonts.pixels(16 * 1.55 * 2))

    def from_line(self, scroll: float) -> float:
        """*scroll*, moved up to where a line begins, so that none is cut at the top."""
        return max((top for top in self._tops if top <= scroll + 1), default=0.0)

    def _above(self, place: int) -> float:
        return float(fonts.pixels(MANNERS.get(self._rows.rows[place].spot.kind, PLAIN).above))

    # painting

    def paint(self, painter: QPainter, scroll: float) -> None:
        """Paint the page, scrolled down by *scroll*."""
        painter.fillRect(QRectF(QPointF(0, 0), self.size), QColor(self._palette.ground))
        with in_room(self._palette, self.scale, self.page.language):
            self._paint_rows(painter, scroll)
        with in_room(self._palette, self._unit, self.page.language):
            self._paint_heads(painter)
            self._band.paint(painter)
            more = "".join(
                sign for sign, so in (("▲", scroll > self.start), ("▼", scroll < self.reach - 1)) if so
            )
            self._foot.paint(painter, self.size.height() - self._foot.height, more)

    def _paint_heads(self, painter: QPainter) -> None:
        columns = self._rows.columns
        painter.setFont(fonts.window(_HEAD_SIZE, Weight.SEMIBOLD))
        painter.setPen(QColor(self._palette.dim))
        for place, head in enumerate(self._heads):
            top = self._band.height + fonts.pixels(_ABOVE * 0.75)
            box = QRectF(columns.left(place), top, columns.width, self._heads_height + 1)
            painter.drawText(box, _HEAD_FLAGS, head)

    def _paint_rows(self, painter: QPainter, scroll: float) -> None:
        painter.save()
        first, last = self._whole_lines(scroll)
        painter.setClipRect(QRectF(0, self._top + first - scroll, self.size.width(), last - first))
        rows, around = self._rows, dimmed(self._palette)
        for place in range(len(rows.rows)):
            y = self._top + rows.offsets[place] - scroll
            if y > self._top + self._body:
                break
            if y + rows.heights[place] < self._top:
                continue
            # a dimmed row that would be cut at the foot is no help to anybody
            beside = not self._reading.in_focus(rows.rows[place])
            if beside and y + rows.heights[place] > self._top + self._body:
                continue
            painter.setOpacity(around if beside else 1.0)
            with Theme.borrowed(stepped_back(self._palette) if beside else self._palette):
                self._paint_row(painter, place, y)
        painter.restore()

    def _whole_lines(self, scroll: float) -> tuple[float, float]:
        """What of the text is in sight, without lines that would be cut at the edges."""
        end = scroll + self._body
        inside = [top for top in self._tops if scroll - 1 <= top <= end + 1]
        if len(inside) < 2:
            return scroll, end
        # a page that is not scrolled begins with the room above its first line
        return (0.0 if scroll <= 0 else inside[0]), inside[-1]

    def _paint_row(self, painter: QPainter, place: int, y: float) -> None:
        rows = self._rows
        row = rows.rows[place]
        y += self._above(place)
        for column, cell in enumerate(rows.cells(place)):
            left = rows.columns.left(column)
            cell.paint_note(painter, left, y)
            if cell.marker:
                ink = self._look((row.proposed_by,)).style.ink if row.proposed_by else Theme.current().dim
                painter.setPen(QColor(ink))
                at = QPointF(left + rows.number_left(row), y + cell.marker_baseline())
                size = MANNERS.get(row.spot.kind, PLAIN).size
                paint_marker(painter, at, cell.marker, fonts.text(size, bold=bool(row.proposed_by)))
            cell.paint(painter, left + rows.indent(row), y, lit=False, soft=True)

    @property
    def said(self) -> str:
        """The page as a screen reader says it: the words of what it is about, in its first language."""
        rows = self._rows
        about = [place for place, row in enumerate(rows.rows) if self._reading.in_focus(row)]
        words = " ".join(rows.cells(place)[0].words for place in about)
        return words.replace("\u00a0", " ").replace(_WORD_JOINER, "")


def _moved(letter: int, before: str, now: str) -> int:
    """Where a letter of *before* stands in *now*: kept, or moved by what came or went above it."""
    same = 0
    for one, other in zip(before, now, strict=False):
        if one != other:
            break
        same += 1
    if letter <= same:
        return letter
    return min(max(0, letter + len(now) - len(before)), len(now))
