"""The rows of the text as laid out so far: cells, heights, and where each row begins.

Only what is asked for is laid out; the height of any other row is estimated from its length.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Final

from consult_app.drafting.text.numbering import printed
from consult_app.drafting.views import View
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import Run
from consult_app.ui.look import fonts
from consult_app.ui.text.bracket_pieces import Whose, unnamed
from consult_app.ui.text.columns import Columns
from consult_app.ui.text.markers import marker_width
from consult_app.ui.text.reading import Cell, Reading, Row
from consult_app.ui.text.shaping import MANNERS, PLAIN, CellLayout, Looks, Manner, in_line
from consult_app.ui.text.wordings import instead, note_over

_NUMBER: Final = 40
_LEAST_GAP: Final = 3
_STEP: Final = 26
_LETTER: Final = 7.1
"""How wide a letter of the text is on average, at scale 1: good enough for an estimate."""
_LETTERS: Final = 18
"""What a line of words must hold: where it would hold fewer, the indent gives way, else words are broken."""


class RowLayouts:
    """Rows and their cells for the columns at hand. ``heights`` and ``offsets`` go by place;
    ``extra`` is room kept under one row (its key and the height) for an editor; ``foreseen`` are cells that
    a row (its key) may come to have in a language."""

    def __init__(self, looks: Looks, whose: Whose = unnamed) -> None:
        self._looks = looks
        self._whose = whose
        self.reading: Reading | None = None
        self.which: View = "marked"
        self.columns = Columns(())
        self.rows: list[Row] = []
        self.heights: list[float] = []
        self.offsets: list[float] = [0.0]
        self.extra: tuple[str, float] = ("", 0.0)
        self._laid: dict[str, list[CellLayout]] = {}
        self._uncounted: set[str] = set()
        """Rows whose cells somebody asked for before their height was counted."""
        self.foreseen: dict[tuple[str, str], list[CellLayout]] = {}
        self._number_widths: dict[str, tuple[Row, object, float]] = {}
        self._places: dict[str, int] = {}
        self._at: dict[str, list[int]] = {}

    def show(self, reading: Reading | None, which: View, columns: Columns) -> None:
        """Show the view *which* of *reading* in *columns*; nothing is laid out yet."""
        self.reading, self.which, self.columns = reading, which, columns
        self._take_rows()
        self.forget()

    def _take_rows(self) -> None:
        self.rows = self.reading.rows(self.which) if self.reading else []
        self._number_widths.clear()
        self._places = {row.key: place for place, row in enumerate(self.rows)}
        self._at = {}
        for place, row in enumerate(self.rows):
            self._at.setdefault(row.anchor, []).append(place)

    def forget(self) -> None:
        """Forget every layout: the width, the type or the words over the cells changed."""
        self._laid.clear()
        self.foreseen.clear()
        self.measure()

    def foresee(self, readings: Iterable[Reading], node: str) -> None:
        """Lay out how the rows of *node* that are laid out would read in each of the *readings*: a row that
        comes to read so has its layout then. What was foreseen before is forgotten."""
        self.foreseen.clear()
        rows = [self.rows[place] for place in self._at.get(node, ()) if self.is_laid(place)]
        for reading in readings:
            for row in rows:
                for language, cell in zip(self.columns.languages, self._lay(reading, row), strict=True):
                    self.foreseen.setdefault((row.key, language), []).append(cell)

    def move(self, touched: set[str]) -> list[int] | None:
        """Lay the rows of the nodes *touched* out anew; their places, or None when rows came or went."""
        if self.reading is None:
            return []
        before = self.rows
        if self.reading.other_rows:
            self._take_rows()
        places = {place for anchor in touched for place in self._at.get(anchor, ())}
        same = self.rows is before
        if not same:
            labels = {row.key: row.label for row in before}
            same = list(labels) == [row.key for row in self.rows]
            places.update(place for place, row in enumerate(self.rows) if labels.get(row.key) != row.label)
        changed = sorted(places)
        for place in changed:
            self._laid.pop(self.rows[place].key, None)
        if not same:
            self.measure()
            return None
        for place in changed:
            self.lay_out(place)
        self.stack()
        return changed

    # places

    def place_of(self, key: str) -> int:
        """Where the row *key* stands, -1 when it does not."""
        return self._places.get(key, -1)

    def place_at(self, y: float) -> int:
        """The row at *y* from the top of the text, held within the rows there are."""
        return min(max(0, bisect_right(self.offsets, y) - 1), len(self.rows) - 1)

    @property
    def total(self) -> float:
        """How tall the whole is, as far as is known."""
        return self.offsets[-1]

    # heights

    def measure(self) -> None:
        """Measure every row: laid out or estimated."""
        self._uncounted.clear()
        self.heights = [self._height(place) for place in range(len(self.rows))]
        self.stack()

    def stack(self) -> None:
        """Put the rows one under the other, by the heights known."""
        self.offsets = [0.0, *accumulate(self.heights)]

    def is_laid(self, place: int) -> bool:
        """Whether the row at *place* is laid out, and as high as it counts."""
        key = self.rows[place].key
        return key in self._laid and key not in self._uncounted

    def lay_out(self, place: int) -> bool:
        """Lay the row at *place* out if it is not; True when that changed its height (then stack)."""
        self.cells(place)
        self._uncounted.discard(self.rows[place].key)
        now = self._height(place)
        grown = now != self.heights[place]
        self.heights[place] = now
        return grown

    def _height(self, place: int) -> float:
        row = self.rows[place]
        manner = MANNERS.get(row.spot.kind, PLAIN)
        around = float(fonts.text_pixels(manner.above) + fonts.text_pixels(manner.below))
        around += self.extra[1] if row.key == self.extra[0] else 0
        laid = self._laid.get(row.key)
        if laid is not None:
            return around + max((cell.height for cell in laid), default=0)
        return around + fonts.text_pixels(manner.size * 1.55) * self._lines(row, manner)

    def _lines(self, row: Row, manner: Manner) -> int:
        """How many lines the longest cell of a row is likely to have."""
        if self.reading is None or row.proposed_by:
            return 1
        node = self.reading.text.nodes[row.node]
        wide = max(60.0, self.columns.width - self.indent(row))
        letter = fonts.text_pixels(_LETTER * 10) / 10 * manner.size / 16
        letters = max((len(node.text(language)) for language in self.columns.languages), default=0)
        return max(1, -int(-letters * letter // wide))

    # cells

    def cells(self, place: int) -> list[CellLayout]:
        """The cells of the row at *place*, one a column."""
        row = self.rows[place]
        if row.key not in self._laid and self.reading is not None:
            self._laid[row.key] = self._lay(self.reading, row)
            self._uncounted.add(row.key)
        return self._laid[row.key]

    def _lay(self, reading: Reading, row: Row) -> list[CellLayout]:
        manner = MANNERS.get(row.spot.kind, PLAIN)
        wide = self.columns.width - self.indent(row)
        return in_line(
            [self._cell(reading, row, language, manner, wide) for language in self.columns.languages]
        )

    def _cell(self, reading: Reading, row: Row, language: str, manner: Manner, wide: float) -> CellLayout:
        cell = reading.cell(row, self.which, language)
        joined = instead(reading, row, self.which)
        if joined:
            cell = Cell((Segment((Run(joined, italic=True),)),))
        note, marker = self._said_over(reading, row, cell, language), _marker(row, language)
        for known in self.foreseen.get((row.key, language), ()):
            if known.shows(cell, note, marker, wide, self.columns.width):
                return known
        return CellLayout(
            cell,
            manner,
            wide,
            self._looks,
            note=note,
            note_width=self.columns.width,
            marker=marker,
            whose=self._whose,
            language=language,
        )

    def _said_over(self, reading: Reading, row: Row, cell: Cell, language: str) -> str:
        return note_over(reading, row, self.which, cell, language)

    def number_left(self, row: Row) -> float:
        """How far from the left of a column the number of *row* stands."""
        steps = fonts.text_pixels(_STEP * max(0, row.depth - 1))
        return max(0.0, min(steps, self._spare - self._number_width(row)))

    def indent(self, row: Row) -> float:
        """How far from the left of a column the words of *row* begin."""
        if row.spot.kind not in ("paragraph", "item", "footnote"):
            return self._number_width(row) if row.proposed_by else 0
        return self.number_left(row) + self._number_width(row)

    def _number_width(self, row: Row) -> float:
        """As :meth:`_room_for_number`: asked for at each paint, and another only for another row, column or
        type."""
        now = self.columns.width, self.columns.languages, fonts.text_scale()
        known = self._number_widths.get(row.key)
        if known is None or known[0] is not row or known[1] != now:
            known = self._number_widths[row.key] = row, now, self._room_for_number(row)
        return known[2]

    def _room_for_number(self, row: Row) -> float:
        """Room for the number; wider for the few that are long, such as (viii)bis, and no more than it needs
        where the words do not have enough."""
        longest = max((_marker(row, language) for language in self.columns.languages), key=len, default="")
        usual = float(fonts.text_pixels(_NUMBER))
        if len(longest) < 5 and self._spare >= usual:
            return usual
        number = marker_width(longest, fonts.text(16))
        if number + fonts.text_pixels(_LEAST_GAP) <= usual <= self._spare:
            return usual
        return max(number + fonts.text_pixels(7), min(usual, self._spare))

    @property
    def _spare(self) -> float:
        """What a column has beside a readable line of words."""
        return self.columns.width - fonts.text_pixels(_LETTERS * _LETTER)


def _marker(row: Row, language: str) -> str:
    """What stands before the words of *row*."""
    if row.proposed_by:
        return "+"
    if row.spot.kind == "footnote":
        return row.spot.note_key
    return printed(row.spot, row.label, language)
