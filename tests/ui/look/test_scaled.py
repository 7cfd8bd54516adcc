"""The type made larger and smaller while people work: everything follows, in sight or out of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from consult_app import ui
from consult_app.ui.language import Languages
from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import Scaled, hold
from consult_app.ui.look.theme import Theme
from consult_app.ui.meeting.station import MeetingStation
from consult_app.ui.voting.numbers import NumberField
from tests.ui import audit
from tests.ui.rooms import new_desk
from tests.ui.rooms import shown as shown_station
from tests.ui.table_meeting import go, shown
from tests.ui.voting.voting_meeting import vote_panel, voters

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def settle() -> None:
    for _turn in range(3):
        QApplication.processEvents()


def test_a_size_follows_the_scale(qtbot: QtBot) -> None:
    made, seen = QWidget(), []
    qtbot.addWidget(made)
    hold(made, wide=100, from_high=40)
    Scaled(made, lambda: seen.append(fonts.scale()))
    for scale in (1.5, 0.8):
        Theme.instance().set_scale(scale)
        assert made.minimumWidth() == made.maximumWidth() == round(100 * scale)
        assert (made.minimumHeight(), made.maximumHeight() > 10_000) == (round(40 * scale), True)
    assert seen == [1.0, 1.5, 0.8]


def test_the_vote_panel_fits_after_larger_type(qtbot: QtBot, tmp_path: Path) -> None:
    Theme.instance().set_scale(1.5)
    Languages.set("fr")
    with voters(tmp_path, 30, 12, 18) as desk:
        station = shown(qtbot, desk)
        go(station, "1")
        station.parts.list.give_focus()
        panel = vote_panel(station)
        field = panel.groups.first_field()
        for scale in (1.0, 1.5, 1.0):
            Theme.instance().set_scale(scale)
            settle()
            fresh = NumberField()
            qtbot.addWidget(fresh)
            assert field.minimumWidth() == fresh.minimumWidth()
        assert audit.cut(panel) == []
        station.bind(None)


def test_rules_that_were_out_of_sight_have_the_heights_they_need(qtbot: QtBot, tmp_path: Path) -> None:
    Languages.set("fr")
    with new_desk(tmp_path, "ilc_committee") as desk:
        station = MeetingStation()
        shown_station(qtbot, station, desk)
        station.resize(1296, 660)
        station.show_section("rules")
        settle()
        # in one column and in two the same cards are placed anew
        station.resize(800, 660)
        settle()
        station.resize(1296, 660)
        settle()
        for scale in (1.5, 1.0, 1.5):
            station.show_section("data")
            settle()
            Theme.instance().set_scale(scale)
            settle()
            station.show_section("rules")
            settle()
            assert audit.cut(station.rules) == [], scale
        station.bind(None)


_ONCE = ("__init__", "_lay_out", "_fill_meeting")
_SIZES = ("setFixed", "setMinimum", "setMaximum", "addSpacing", "setSpacing", "setHorizontalSpacing")


def once_for_all(tree: ast.AST) -> Iterator[int]:
    """The lines on which a size in steps of the type scale is set where a widget is made, and never again."""
    for made in (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)):
        if made.name not in _ONCE:
            continue
        for call in (each for each in ast.walk(made) if isinstance(each, ast.Call)):
            named = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            scaled = any(
                isinstance(inner, ast.Name) and inner.id == "fonts"
                for argument in call.args
                for inner in ast.walk(argument)
            )
            if named.startswith(_SIZES) and scaled:
                yield call.lineno


def test_no_size_is_set_once_for_all() -> None:
    here = Path(ui.__path__[0])
    found = [
        f"{path.relative_to(here)}:{line}"
        for path in sorted(here.rglob("*.py"))
        for line in once_for_all(ast.parse(path.read_text("utf-8")))
    ]
    assert found == [], "consult_app.ui.look.scaled holds a size that follows the scale"
