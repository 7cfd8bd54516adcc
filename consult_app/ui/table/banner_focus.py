"""The focus and the questions over the Table: a question takes it, and gives it back when it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from consult_app.ui.table.station import TableStation


class BannerFocus(QObject):
    """Sees to the focus of a :class:`TableStation` when its banner comes and goes."""

    def __init__(self, station: TableStation) -> None:
        super().__init__(station)
        self._station = station
        self._before: QWidget | None = None
        station.banner.dismissed.connect(self._give_back)

    def take(self) -> None:
        """A question is asked: Enter answers it."""
        station = self._station
        focus = station.window().focusWidget()
        self._before = focus if focus is station.parts.text else None
        for button in station.banner.findChildren(QPushButton):
            if button.isVisibleTo(station.banner):
                button.setFocus()

    @Slot()
    def _give_back(self) -> None:
        """Where the focus was in the banner that went, it goes to the words that are being written, to the
        text, or to the amendments: where the question was asked."""
        station = self._station
        if not station.banner.held_focus:
            return
        if station.acting.editor is not None:
            station.acting.editor.take_focus()
        elif self._before is not None:
            self._before.setFocus()
        else:
            station.parts.list.give_focus()
