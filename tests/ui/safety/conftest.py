"""The invented meeting in a window, for the tests of what is kept and found again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from consult_app.ui.office import Office
from tests.ui.safety.crashed import opened, table_of
from tests.ui.table_meeting import meeting


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The invented meeting, closed."""
    with meeting(tmp_path) as desk:
        return desk.path


@pytest.fixture
def office(qtbot: QtBot, path: Path) -> Office:
    """A window with the invented meeting at the Table."""
    office = opened(qtbot, path)
    table_of(office)
    return office
