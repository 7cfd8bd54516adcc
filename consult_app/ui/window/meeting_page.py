"""What stands around the station at hand: the rail, the top bar, the banner and the footer.

Made when the first meeting is opened: the start page is in sight before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.ui.actions import Actions
from consult_app.ui.parts.panels import Banner
from consult_app.ui.station import StationPlan
from consult_app.ui.window.bars import Footer, TopBar
from consult_app.ui.window.rail import Rail


class MeetingPage(QWidget):
    """The page of a meeting; ``stations`` holds those that were made."""

    def __init__(self, plans: Sequence[StationPlan], actions: Actions) -> None:
        super().__init__()
        self.rail = Rail(plans)
        self.top_bar = TopBar(actions)
        self.footer = Footer()
        self.banner = Banner()
        self.stations = QStackedWidget()
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._banner_room = QWidget()
        around = QVBoxLayout(self._banner_room)
        around.setContentsMargins(12, 8, 12, 8)
        around.addWidget(self.banner)
        self._banner_room.hide()
        self._middle.addWidget(self._banner_room)
        self._middle.addWidget(self.stations, 1)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0, 3, 1)
        grid.addWidget(self.top_bar, 0, 1, 1, 2)
        grid.addWidget(middle, 1, 1)
        grid.addWidget(self.footer, 2, 1, 1, 2)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)
        self._act: Callable[[], object] | None = None
        self.banner.dismissed.connect(self._banner_room.hide)
        self.banner.acted.connect(self._acted)
        actions.refreshed.connect(self.top_bar.refresh_button)

    def say(
        self, words: str, tone: str = "info", action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say *words* above the station (``info``, ``warn``, ``error``); the button *action* does *do*."""
        self._act = do
        self.banner.show_words(words, tone, action)
        self._banner_room.show()

    def set_side(self, panel: QWidget) -> None:
        """Put *panel* at the side of every station; it is the owner's to show and to hide."""
        self._grid.addWidget(panel, 1, 2)

    def set_above(self, panel: QWidget) -> None:
        """Put *panel* above every station, under the banner; it is the owner's to show and to hide."""
        self._middle.insertWidget(1, panel)

    @Slot()
    def _acted(self) -> None:
        act, self._act = self._act, None
        self.banner.dismiss()
        if act is not None:
            act()


__all__ = ["MeetingPage"]
