"""The whole window with a meeting in it, for the tests of what more than one station has to do with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from consult_app.ui.office import Office
from consult_app.ui.table.station import TableStation


@contextmanager
def window_with(qtbot: QtBot, path: Path, width: int = 1366, height: int = 768) -> Iterator[Office]:
    """The window with the meeting in *path*, at the Table, in sight and active."""
    made = Office()
    qtbot.addWidget(made.shell, before_close_func=lambda _shell: made.close_meeting())
    made.shell.resize(width, height)
    made.shell.show()
    made.open(path)
    qtbot.waitUntil(lambda: made.shell.in_meeting, timeout=20_000)
    made.shell.activateWindow()
    qtbot.waitUntil(made.shell.isActiveWindow)
    yield made
    made.close_meeting()


def table_of(office: Office) -> TableStation:
    """The Table of *office*."""
    station = office.shell.station("table")
    assert isinstance(station, TableStation)
    return station
