"""The rail: chosen by mouse and by key, named for a screen reader, as wide as its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from consult_app.ui.language import Languages
from consult_app.ui.look.palette import PALETTES
from consult_app.ui.look.theme import Theme
from consult_app.ui.station import Station, StationPlan
from consult_app.ui.window.rail import Rail, language_menu
from tests.ui import audit

PLANS = [
    StationPlan("meeting", "meeting", "Meeting", Station),
    StationPlan("amendments", "amendments", "Amendments", Station, "Amend."),
    StationPlan("table", "table", "Table", Station),
]


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    made = Rail(PLANS)
    qtbot.addWidget(made)
    made.resize(made.sizeHint().width(), 700)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def test_a_station_is_chosen_by_a_click(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.station_chosen) as caught:
        QTest.mouseClick(rail.button("table"), Qt.MouseButton.LeftButton)
    assert caught.args == ["table"]
    assert rail.button("table").isChecked()


def test_arrows_move_and_enter_chooses(rail: Rail, qtbot: QtBot) -> None:
    rail.button("meeting").setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is rail.button("meeting"))
    QTest.keyClick(rail.button("meeting"), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rail.button("amendments")
    with qtbot.waitSignal(rail.station_chosen) as caught:
        QTest.keyClick(rail.button("amendments"), Qt.Key.Key_Return)
    assert caught.args == ["amendments"]


def test_showing_a_station_tells_nobody(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.station_chosen):
        rail.show_station("table")
    assert rail.button("table").isChecked()
    assert not rail.button("meeting").isChecked()


def test_short_names_are_said_in_full_with_their_key(rail: Rail) -> None:
    button = rail.button("amendments")
    assert (button.text(), button.accessibleName(), button.accessibleDescription()) == (
        "Amend.",
        "Amendments",
        "Ctrl 2",
    )


def test_a_coordinator_s_rail_is_shorter(rail: Rail) -> None:
    rail.offer(["amendments"])
    assert [key for key in ("meeting", "amendments", "table") if rail.button(key).isVisible()] == [
        "amendments"
    ]


def test_no_name_is_cut_at_large_type(rail: Rail) -> None:
    Theme.instance().set_scale(1.6)
    for plan in PLANS:
        button = rail.button(plan.key)
        assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance(button.text()) * 0.7
    assert rail.sizeHint().width() > 64


def test_where_it_is_low_the_icons_stand_alone_and_their_names_are_still_said(rail: Rail) -> None:
    wide = rail.sizeHint().width()
    assert audit.cut(rail) == []
    rail.resize(rail.width(), 220)
    QApplication.processEvents()
    button = rail.button("amendments")
    assert rail.sizeHint().width() < wide
    assert audit.cut(rail) == []
    assert (button.accessibleName(), button.toolTip()) == ("Amendments", "Amendments  Ctrl 2")
    rail.resize(rail.width(), 700)
    QApplication.processEvents()
    assert rail.sizeHint().width() == wide


def test_where_it_is_lower_still_the_stations_are_scrolled(rail: Rail) -> None:
    Theme.instance().set_scale(2.0)
    rail.resize(rail.sizeHint().width(), 250)
    QApplication.processEvents()
    rail.resize(rail.sizeHint().width(), 250)
    for plan in PLANS:
        rail.show_station(plan.key)
        assert rail.button(plan.key).visibleRegion().boundingRect().height() > 30
    assert audit.cut(rail) == audit.misplaced(rail) == []


def test_the_language_menu_ticks_the_one_in_force_and_switches(rail: Rail, qtbot: QtBot) -> None:
    menu = language_menu(rail)
    assert isinstance(menu, QMenu)
    assert [(a.text(), a.isChecked()) for a in menu.actions()] == [
        ("English", True),
        ("Français", False),
        ("Español", False),
    ]
    menu.actions()[2].trigger()
    assert Languages.current() == "es"


def test_the_rail_is_as_wide_in_every_look(rail: Rail) -> None:
    widths = set()
    for look in PALETTES.values():
        with Theme.borrowed(look):
            widths.add(tuple(rail.button(plan.key).measure(alone=False).width() for plan in PLANS))
    assert len(widths) == 1
