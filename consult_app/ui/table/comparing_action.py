"""The action that opens the comparison. Stands alone, because the window registers it before it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec

if TYPE_CHECKING:
    from consult_app.ui.window.shell import Shell


def register_comparing(actions: Actions, shell: Shell, possible: Callable[[], bool]) -> None:
    """Register the action; it is possible where *possible* says that there is a text."""

    def compare() -> None:
        from consult_app.ui.table.station import TableStation

        shell.enter("table")
        station = shell.station("table")
        assert isinstance(station, TableStation)
        station.comparing.open()

    spec = ActionSpec("view.compare", N_("Compare two moments…"), "view", ("Ctrl+D",), group=3)
    actions.add(spec, compare, enabled=possible)
