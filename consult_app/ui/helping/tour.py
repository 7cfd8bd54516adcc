"""The tour of the sample meeting: leads from one part of the window to the next.

It belongs to the sample alone. When another meeting is opened, or this one is closed, it ends.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from consult_app.ui.helping.saying import saying_of
from consult_app.ui.helping.steps import STEPS, Step
from consult_app.ui.helping.tour_card import Ring, TourCard
from consult_app.ui.language import tr
from consult_app.ui.look.theme import Theme
from consult_app.ui.window.offered import tour_was_begun
from consult_app.ui.window.shell import Shell


class Tour(QObject):
    """Shows the steps over *shell* while *in_sample* says that the sample meeting is open."""

    def __init__(self, shell: Shell, in_sample: Callable[[], bool]) -> None:
        super().__init__(shell)
        self._shell, self._in_sample = shell, in_sample
        self._at = 0
        self._target: QWidget | None = None
        self.ring = Ring(shell)
        self.card = TourCard(shell)
        self.card.next_asked.connect(self.go_on)
        self.card.back_asked.connect(self.go_back)
        self.card.left.connect(self.end)
        # what is pointed at settles after the events that show it
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._place)
        shell.installEventFilter(self)
        shell.pages.currentChanged.connect(self._page_changed)
        shell.station_entered.connect(self._station_entered)
        Theme.instance().changed.connect(self._later)

    @property
    def running(self) -> bool:
        """Whether the card is in sight."""
        return not self.card.isHidden()

    @property
    def step(self) -> Step:
        """The step at hand."""
        return STEPS[self._at]

    def begin(self) -> None:
        """Begin with the first step, and do not offer the tour again."""
        tour_was_begun()
        self._at = 0
        self.card.show()
        self._show()

    @Slot()
    def go_on(self) -> None:
        """Go to the next step; after the last one the tour ends."""
        if self._at + 1 < len(STEPS):
            self._at += 1
            self._show()
        else:
            self.end()

    @Slot()
    def go_back(self) -> None:
        """Go to the step before."""
        if self._at:
            self._at -= 1
            self._show()

    @Slot()
    def end(self) -> None:
        """Take the card away and leave the person where she is."""
        if not self.running:
            return
        self.card.hide()
        self.ring.hide()
        self._watch(None)
        at_hand = self._shell.station_at_hand
        if self._shell.in_meeting and at_hand:
            self._shell.station(at_hand).first_focus().setFocus()

    def _show(self) -> None:
        if self._shell.station_at_hand != self.step.station:
            self._shell.enter(self.step.station)
        self._watch(self.step.find(self._shell))
        self._say()
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._later()

    def _say(self) -> None:
        step, saying = self.step, saying_of(self._shell)
        keys = {place: saying.key(name) for place, name in step.keys.items()}
        self.card.say(tr(step.title), tr(step.words, **keys), self._at + 1, len(STEPS))

    def _watch(self, target: QWidget | None) -> None:
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
        self._target = target
        if target is not None:
            target.installEventFilter(self)

    @Slot()
    def _later(self) -> None:
        if self.running:
            self._soon.start(0)

    @Slot()
    def _place(self) -> None:
        target = self._target
        if not self.running or target is None or not isValid(target):
            return
        room = self._shell.rect()
        seen = target.isVisibleTo(self._shell)
        corner = target.mapTo(self._shell, QPoint(0, 0)) if seen else room.center()
        place = QRect(corner, target.size()) if seen else QRect(corner, corner)
        around = place.adjusted(-4, -4, 4, 4).intersected(room)
        self.ring.setGeometry(around)
        self.ring.setVisible(seen)
        self.card.stand_beside(place, room)
        self.ring.raise_()
        self.card.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: follow what is pointed at, and say it in another language when that changes."""
        moved = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
        if event.type() in moved:
            self._later()
        elif watched is self._shell and event.type() == QEvent.Type.LanguageChange and self.running:
            self._say()
            self._later()
        return super().eventFilter(watched, event)

    @Slot(int)
    def _page_changed(self, _page: int) -> None:
        if self.running and not self._shell.in_meeting:
            self.end()

    @Slot(str)
    def _station_entered(self, key: str) -> None:
        if self.running and not self._in_sample():
            self.end()
        elif self.running and key != self.step.station:
            self._later()
