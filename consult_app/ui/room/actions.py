"""The actions of the room, registered with all others: menu, keys, palette and cheat sheet have them.

B and the full stop blank the room only while its own window has the focus (``window.py``); anywhere else
they are letters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec

if TYPE_CHECKING:
    from consult_app.ui.room.desk_side import RoomDesk


def register_room(actions: Actions, room: Callable[[], RoomDesk | None]) -> None:
    """Register the acts of the room; *room* gives the desk's side of it, None before a meeting is open."""

    def add(
        spec: ActionSpec,
        act: Callable[[RoomDesk], object],
        *,
        enabled: Callable[[RoomDesk], bool] = lambda _side: True,
        checked: Callable[[RoomDesk], bool] | None = None,
    ) -> None:
        def do() -> None:
            side = room()
            if side is not None:
                act(side)

        def possible() -> bool:
            side = room()
            return side is not None and side.control.state is not None and enabled(side)

        def ticked() -> bool:
            side = room()
            return side is not None and checked is not None and checked(side)

        actions.add(spec, do, enabled=possible, checked=ticked if checked is not None else None)

    add(ActionSpec("room.show", N_("Show in room"), "room", ("F5",)), lambda side: side.show())
    add(
        ActionSpec("room.hold", N_("Hold the room"), "room", ("F6",), checkable=True),
        lambda side: side.control.hold(),
        enabled=lambda side: side.control.shown.page is not None,
        checked=lambda side: side.control.shown.held,
    )
    add(
        ActionSpec("room.blank", N_("Blank the room"), "room", ("F7",), checkable=True),
        lambda side: side.control.blank(),
        checked=lambda side: side.control.shown.blank,
    )
    add(
        ActionSpec("room.panel", N_("Panel of the room"), "room", ("F4",), group=1, checkable=True),
        lambda side: side.toggle_panel(),
        checked=lambda side: side.panel_is_open,
    )
    add(
        ActionSpec("room.follow", N_("Room follows the Table"), "room", group=1, checkable=True),
        lambda side: side.control.follow(),
        checked=lambda side: side.control.following,
    )
    add(
        ActionSpec(
            "room.larger", N_("Larger type in the room"), "room", ("Ctrl+Shift+Up",), group=2, repeats=True
        ),
        lambda side: side.control.scale_by(1),
    )
    add(
        ActionSpec(
            "room.smaller",
            N_("Smaller type in the room"),
            "room",
            ("Ctrl+Shift+Down",),
            group=2,
            repeats=True,
        ),
        lambda side: side.control.scale_by(-1),
    )
    add(
        ActionSpec("room.down", N_("Scroll the room down"), "room", ("Alt+PgDown",), group=2, repeats=True),
        lambda side: side.control.scroll_by(1),
        enabled=lambda side: side.control.on,
    )
    add(
        ActionSpec("room.up", N_("Scroll the room up"), "room", ("Alt+PgUp",), group=2, repeats=True),
        lambda side: side.control.scroll_by(-1),
        enabled=lambda side: side.control.on,
    )
    add(
        ActionSpec("room.window", N_("Room in a window"), "room", group=3, checkable=True),
        lambda side: side.control.set_windowed(not side.control.projection.windowed),
        checked=lambda side: side.control.projection.windowed,
    )
    add(
        ActionSpec("room.identify", N_("Number the screens"), "room", group=3),
        lambda side: side.number_screens(),
    )
    add(
        ActionSpec("room.off", N_("Take the room screen away"), "room", group=3),
        lambda side: side.control.turn_off(),
        enabled=lambda side: side.control.on,
    )
