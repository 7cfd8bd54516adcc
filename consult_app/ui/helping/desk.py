"""What Help offers: the manual, the page on which keys are changed, and the tour. Each is made when it
is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from consult_app.ui.helping.tour import Tour
    from consult_app.ui.helping.window import HelpWindow
    from consult_app.ui.wayfinding.keys_page import KeysPage


class Helping(QObject):
    """Help in one window. *in_sample* says whether the sample meeting is open, *open_sample* opens it,
    *idle* says whether one can be opened now."""

    def __init__(
        self,
        shell: Shell,
        in_sample: Callable[[], bool],
        open_sample: Callable[[], object],
        idle: Callable[[], bool],
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._in_sample, self._open_sample, self._idle = in_sample, open_sample, idle
        self._window: HelpWindow | None = None
        self._keys: KeysPage | None = None
        self._tour: Tour | None = None
        self._tour_waits = False
        shell.station_entered.connect(self._station_entered)

    def register(self, actions: Actions) -> None:
        """Register what the menu Help offers besides the sheet of keys."""
        actions.add(ActionSpec("help.open", N_("Help on this screen"), "help", ("F1",)), self.ask_help)
        actions.add(ActionSpec("help.manual", N_("All pages of the help"), "help"), self.ask_manual)
        actions.add(ActionSpec("help.change_keys", N_("Change keys…"), "help", group=1), self.ask_change_keys)
        actions.add(
            ActionSpec("help.tour", N_("A tour of five minutes on the sample meeting"), "help", group=2),
            self.ask_tour,
            enabled=self._may_tour,
        )

    @property
    def window(self) -> HelpWindow:
        """The window of the manual, made at first use."""
        if self._window is None:
            from consult_app.ui.helping.window import HelpWindow

            self._window = HelpWindow(self._shell, self._act)
        return self._window

    @Slot()
    def ask_help(self) -> None:
        """Open the manual at the screen at hand."""
        from consult_app.ui.helping.where import place_at_hand

        self.window.show_place(place_at_hand(self._shell, QApplication.focusWidget()))

    @Slot()
    def ask_manual(self) -> None:
        """Open the manual at its beginning."""
        from consult_app.ui.helping.pages import PAGES

        self.window.show_place(PAGES[0])

    @Slot()
    def ask_change_keys(self) -> None:
        """Show the page on which keys are changed."""
        if self._keys is None:
            from consult_app.ui.wayfinding.keys_page import KeysPage

            self._keys = KeysPage(self._shell)
        self._shell.activateWindow()
        self._keys.open()

    def _act(self, action: str) -> None:
        self._shell.known_actions.action(action).trigger()

    # the tour

    @property
    def tour(self) -> Tour:
        """The tour, made at first use."""
        if self._tour is None:
            from consult_app.ui.helping.tour import Tour

            self._tour = Tour(self._shell, self._in_sample)
        return self._tour

    def _may_tour(self) -> bool:
        # a meeting of one's own is never left for it
        return self._idle() and (self._in_sample() or not self._shell.in_meeting)

    @Slot()
    def ask_tour(self) -> None:
        """Begin the tour, on the sample meeting, which is opened first where it is not."""
        if self._in_sample():
            self.tour.begin()
        else:
            self._tour_waits = True
            self._open_sample()

    @Slot(str)
    def _station_entered(self, _key: str) -> None:
        if self._tour_waits:
            self._tour_waits = False
            if self._in_sample():
                self.tour.begin()
