"""What the outline of the Table shows: every node, how far each is, and how much is left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from consult_app.ui.table.at_hand import with_those_above
from consult_app.ui.table.outline_rows import outline_row, outline_rows
from consult_app.ui.waiting import behind_the_paint

if TYPE_CHECKING:
    from consult_app.ui.table.station import TableStation


class OutlineShown(QObject):
    """Fills the outline of a :class:`TableStation` from the reading that it shows."""

    def __init__(self, station: TableStation) -> None:
        super().__init__(station)
        self._station = station
        # who waits for a decision looks at the text and the amendments: marks and counts follow, as those in
        # the bars do
        self._later = behind_the_paint(self, self._carry_on)
        self._touched: set[str] = set()

    @Slot()
    def show(self) -> None:
        """Show all rows, with the node at hand."""
        self.forget()
        station = self._station
        if station.reading is not None:
            rows = outline_rows(station.reading, station.quoting_language)
            station.parts.outline.show_rows(rows, station.node_at_hand)

    def follow(self, touched: Iterable[str]) -> None:
        """Show the rows of the nodes *touched* anew once their change is painted, and of those above them."""
        self._touched.update(touched)
        self._later.start()

    def forget(self) -> None:
        """Another text, or none: nothing is to follow any more."""
        self._later.stop()
        self._touched.clear()

    def _carry_on(self) -> None:
        touched, self._touched = self._touched, set()
        reading, model = self._station.reading, self._station.parts.outline.rows_model
        if reading is None:
            return
        for node in with_those_above(reading.text, touched):
            place = model.place_of(node)
            if place >= 0:
                model.replace(place, outline_row(reading, node, self._station.quoting_language))
