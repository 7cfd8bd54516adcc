"""How a person finds the way: the palette of all that can be done, the places, the keys, and words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.find.actions import register_find

if TYPE_CHECKING:
    from consult_app.desk import Desk
    from consult_app.state import State
    from consult_app.ui.find.finder import Finder
    from consult_app.ui.parts.finding import Offer
    from consult_app.ui.wayfinding.cheat_sheet import CheatSheet
    from consult_app.ui.wayfinding.command_palette import CommandPalette
    from consult_app.ui.ways import Ways
    from consult_app.ui.window.shell import Shell


class Wayfinding(QObject):
    """Belongs to *shell*; *state* gives that of the meeting that is open, None without one. ``palette`` and
    ``finder`` are made when they are first asked for."""

    def __init__(self, shell: Shell, ways: Ways, state: Callable[[], State | None]) -> None:
        super().__init__(shell)
        self.ways = ways
        self._shell = shell
        self._state = state
        self.palette: CommandPalette | None = None
        self._keys: CheatSheet | None = None
        self.finder: Finder | None = None

    def register(self, actions: Actions) -> None:
        """Register what opens them."""
        register_find(actions, lambda: self.finder)
        actions.add(
            ActionSpec("help.palette", N_("What to do, or where to go…"), "go", ("Ctrl+K",), group=1),
            self.ask_palette,
        )
        actions.add(
            ActionSpec("go.place", N_("Go to a paragraph or an amendment…"), "go", ("Ctrl+G",), group=1),
            self.ask_place,
            enabled=lambda: self._state() is not None,
        )
        actions.add(ActionSpec("help.keys", N_("Keys"), "help", ("Ctrl+/", "Ctrl+?")), self.ask_keys)

    @Slot()
    def ask_palette(self) -> None:
        """Open the command palette, or close it again."""
        self._known_palette().open()

    @Slot()
    def ask_place(self) -> None:
        """Open the palette with the paragraphs and amendments only."""
        self._known_palette().open(self._places)

    def _known_palette(self) -> CommandPalette:
        if self.palette is None:
            from consult_app.ui.wayfinding.command_palette import CommandPalette

            self.palette = CommandPalette(self._shell, self.offers)
        return self.palette

    def offers(self) -> list[Offer]:
        """All that the palette offers now."""
        from consult_app.ui.wayfinding.offers import action_offers, station_offers

        return [
            *station_offers(self._shell),
            *self._places(),
            *action_offers(self._shell.known_actions),
        ]

    def _places(self) -> list[Offer]:
        from consult_app.ui.wayfinding.offers import place_offers

        state = self._state()
        if state is None:
            return []
        return list(place_offers(state, self.ways.go_to_node, self.ways.go_to_amendment))

    @Slot()
    def ask_keys(self) -> None:
        """Show every key, those of the screen at hand first."""
        if self._keys is None:
            from consult_app.ui.wayfinding.cheat_sheet import CheatSheet

            self._keys = CheatSheet(self._shell)
        self._keys.open()

    def bind(self, desk: Desk | None) -> None:
        """Find in the meeting at *desk*; None when it is closed."""
        if desk is not None or self.finder is not None:
            self._known_finder().bind(desk)

    def follow_meeting(self) -> None:
        """Something was decided: what was found may read otherwise."""
        if self.finder is not None:
            self.finder.follow_meeting()

    def _known_finder(self) -> Finder:
        """What finds words, made for the first meeting that is opened."""
        if self.finder is None:
            from consult_app.ui.find.finder import Finder

            self.finder = Finder(self._shell, self.ways)
        return self.finder
