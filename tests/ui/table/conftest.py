"""The invented meeting at the Table: a test that needs another says so with a fixture of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import meeting, shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting."""
    with meeting(tmp_path) as desk:
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The station on it, unbound before the desk is closed."""
    station = shown(qtbot, desk)
    yield station
    station.bind(None)
