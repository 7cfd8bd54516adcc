"""Where a person was is remembered for each meeting, and for no more of them than anybody returns to."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from consult_app.ui.office import Office
from consult_app.ui.safety import whereabouts
from tests.ui.safety.crashed import opened, table_of
from tests.ui.table_meeting import go


def test_the_last_meetings_are_remembered() -> None:
    for number in range(50):
        whereabouts.remember(Path(f"m{number}.consult"), "table", f"n0.{number}")
    assert whereabouts.recall(Path("m49.consult")) == ("table", "n0.49")
    assert whereabouts.recall(Path("m0.consult")) == ("", "")
    assert sum(whereabouts.recall(Path(f"m{n}.consult")) != ("", "") for n in range(50)) == 40


def test_without_a_text_there_is_no_node() -> None:
    whereabouts.remember(Path("m.consult"), "people", "")
    assert whereabouts.recall(Path("m.consult")) == ("people", "")
    whereabouts.remember(Path("m.consult"), "table", "n0.1")
    assert whereabouts.recall(Path("m.consult")) == ("table", "n0.1")


def test_a_meeting_opens_where_it_was_left(qtbot: QtBot, office: Office, path: Path) -> None:
    go(table_of(office), "2(i)")
    node = table_of(office).node_at_hand
    office.shell.close()
    again = opened(qtbot, path)
    assert again.shell.station_at_hand == "table"
    assert table_of(again).node_at_hand == node
    again.shell.enter("people")
    again.shell.close()
    assert opened(qtbot, path).shell.station_at_hand == "people"
