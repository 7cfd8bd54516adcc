"""The text at hand said aloud: its row, and the changes in it gone through one by one.

The text is painted, so a screen reader finds no widget in it. The row at hand is the description of the
view; each change is announced by its name, and outlined while it is at hand.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from consult_app.meetings.reasons import N_
from consult_app.ui.announcing import announce, describe
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.text.row_layouts import RowLayouts
from consult_app.ui.text.shaping import MANNERS, PLAIN
from consult_app.ui.text.spoken import Said, SpokenChange, changes_in, row_words

if TYPE_CHECKING:
    from consult_app.ui.text.text_view import TextView
    from consult_app.ui.working import WorkingStation


class ChangeWalk:
    """Where somebody is among the changes of the text that *view* shows from *layouts*; *said* gives number
    and author of a change."""

    def __init__(self, view: TextView, layouts: RowLayouts, said: Said) -> None:
        self._view, self._layouts, self._said = view, layouts, said
        self._row = ""
        self._at = -1

    @property
    def at_hand(self) -> SpokenChange | None:
        """The change at hand, None while none is."""
        place = self._layouts.place_of(self._row)
        if self._at < 0 or place < 0 or self._layouts.rows[place].anchor != self._view.current:
            return None
        changes = self._changes(place)
        return changes[self._at] if self._at < len(changes) else None

    def step(self, by: int) -> None:
        """Go to the next change (or the one before), to the next paragraph that has one after the last of
        this one, and have it read out; without another everything stays as it is."""
        layouts, began = self._layouts, self.at_hand is not None
        place = layouts.place_of(self._row if began else self._view.current)
        at = self._at + by if began else (0 if by > 0 else -1)
        while 0 <= place < len(layouts.rows):
            changes = self._changes(place)
            if 0 <= at < len(changes):
                self._take(place, at, changes[at])
                return
            place += by
            at = 0 if by > 0 else len(self._changes(place)) - 1 if place >= 0 else 0

    def take_at(self, x: float, y: float) -> None:
        """Bring the change at hand that stands at *x*, *y* in the text, in the column at hand; where none
        does, everything stays as it is."""
        layouts = self._layouts
        place = layouts.place_at(y)
        for at, change in enumerate(self._changes(place)):
            if any(rect.contains(x, y - layouts.offsets[place]) for rect in self._rects(place, change)):
                self._take(place, at, change)
                return

    def add_keys(self, station: WorkingStation) -> None:
        """Have *station* know the keys of the walk, for its help as well."""
        keys = station.add_key
        on, back = N_("Next change in the text, read out"), N_("Previous change in the text, read out")
        keys("Shift+Right", on, partial(self.step, 1), self._view, repeats=True)
        keys("Shift+Left", back, partial(self.step, -1), self._view, repeats=True)

    def leave(self) -> None:
        """No change is at hand any more: another row is."""
        self._row, self._at = "", -1

    def say_row(self) -> None:
        """Give a screen reader the words at hand, which are painted and not in any widget."""
        place = self._layouts.place_of(self._view.current)
        if place < 0:
            return
        cells, column = self._layouts.cells(place), self._column
        words = cells[column].words if column < len(cells) else ""
        describe(self._view, row_words(self._layouts.rows[place], words, self._changes(place)))

    def paint(self, painter: QPainter, place: int, y: float) -> None:
        """Outline the change at hand where it stands in the row at *place*, whose top is at *y*."""
        layouts, change = self._layouts, self.at_hand
        row = layouts.rows[place]
        if change is None or row.key != self._row:
            return
        painter.setPen(QPen(QColor(Theme.current().focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self._rects(place, change):
            painter.drawRoundedRect(rect.translated(0, y).adjusted(-2, 0, 2, 0), 3, 3)

    def _rects(self, place: int, change: SpokenChange) -> list[QRectF]:
        """Where *change* stands in the row at *place*, from the top of the row."""
        layouts = self._layouts
        row = layouts.rows[place]
        cell, left = layouts.cells(place)[self._column], layouts.columns.left(self._column)
        begin = QPointF(
            left + layouts.indent(row), fonts.text_pixels(MANNERS.get(row.spot.kind, PLAIN).above)
        )
        rects = cell.rects(cell.changed()[change.first : change.last + 1])
        if change.last < change.first:
            rects = [QRectF(0, 0, layouts.columns.width - layouts.indent(row), cell.height)]
        return [rect.translated(begin) for rect in rects]

    @property
    def _column(self) -> int:
        columns = self._layouts.columns
        return columns.languages.index(columns.at_hand) if columns.at_hand else 0

    def _changes(self, place: int) -> list[SpokenChange]:
        if not 0 <= place < len(self._layouts.rows):
            return []
        cells = self._layouts.cells(place)
        if self._column >= len(cells):
            return []
        return changes_in(self._layouts.rows[place], cells[self._column].cell, self._said)

    def _take(self, place: int, at: int, change: SpokenChange) -> None:
        row = self._layouts.rows[place]
        if row.anchor != self._view.current:
            self._view.node_chosen.emit(row.anchor)
            if row.anchor != self._view.current:
                return  # unfinished words in the editor keep the node at hand
        self._row, self._at = row.key, at
        self._view.change_taken.emit(change.by)
        announce(self._view, change.name)
        self._view.viewport().update()


__all__ = ["ChangeWalk"]
