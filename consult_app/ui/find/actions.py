"""The actions of finding, registered with all others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec

if TYPE_CHECKING:
    from consult_app.ui.find.finder import Finder


def register_find(actions: Actions, finder: Callable[[], Finder | None]) -> None:
    """Register finding and the steps from one occurrence to the next; *finder* gives the window's, None
    before a meeting is open. Ctrl+F is a key of the stations: elsewhere it searches a list."""

    def possible() -> bool:
        found = finder()
        return found is not None and found.possible

    def go(by: int) -> None:
        found = finder()
        if found is not None:
            found.go(by)

    def open_() -> None:
        found = finder()
        if found is not None:
            found.open()

    for spec, act in (
        (ActionSpec("edit.find", N_("Find…"), "edit", group=1), open_),
        (
            ActionSpec("edit.find_next", N_("Find the next"), "edit", ("F3",), group=1, repeats=True),
            partial(go, 1),
        ),
        (
            ActionSpec(
                "edit.find_back", N_("Find the previous one"), "edit", ("Shift+F3",), group=1, repeats=True
            ),
            partial(go, -1),
        ),
    ):
        actions.add(spec, act, enabled=possible)
