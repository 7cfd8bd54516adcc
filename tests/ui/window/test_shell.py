"""The main window: stations made late and refreshed when seen, banners, geometry, languages."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui import settings
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.yielding_chip import YieldingChip
from consult_app.ui.station import ChangesLike, Station, StationPlan
from consult_app.ui.window import geometry
from consult_app.ui.window.bars import Fact, Footing, Heading
from consult_app.ui.window.recent import RecentMeetings
from consult_app.ui.window.shell import Shell
from tests.ui import audit


class Desk:
    """A stand-in: the shell asks nothing of a desk."""

    state = "state"


class Tried(Station):
    """A station that writes down what it is told."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.told: list[Any] = []
        QVBoxLayout(self).addWidget(QLabel(name))

    def title(self) -> str:
        return self.name

    def refresh(self, changes: ChangesLike | None) -> None:
        self.told.append((self.desk is not None, changes))


@pytest.fixture
def made() -> dict[str, Tried]:
    return {}


@pytest.fixture
def shell(qtbot: QtBot, made: dict[str, Tried]) -> Shell:
    def maker(key: str) -> Callable[[], Station]:
        def make() -> Station:
            made[key] = Tried(key)
            return made[key]

        return make

    def register(window: Shell, actions: Actions) -> None:
        actions.add(ActionSpec("room.show", "Show in room", "view", ("F5",)), lambda: None)

    plans = [StationPlan(key, key, key.capitalize(), maker(key)) for key in ("meeting", "table", "publish")]
    window = Shell(plans, RecentMeetings(), tuple, register)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def nameless(window: QWidget) -> list[str]:
    spec = importlib.util.spec_from_file_location("audit", Path(__file__).parents[1] / "audit.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: list[str] = module.nameless(window)
    return found


def test_it_opens_on_the_start_page_and_makes_no_station(shell: Shell, made: dict[str, Tried]) -> None:
    assert not shell.in_meeting
    assert made == {}
    assert shell.windowTitle() == "Consult"


def test_a_meeting_shows_its_first_station_only(shell: Shell, made: dict[str, Tried], qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.station_entered) as caught:
        shell.show_meeting(Desk(), "River Ports")
    assert caught.args == ["meeting"]
    assert list(made) == ["meeting"]
    assert made["meeting"].told == [(True, None)]
    assert shell.windowTitle() == "River Ports – Consult"


def test_keys_go_to_the_stations_only_within_a_meeting(shell: Shell, qtbot: QtBot) -> None:
    QTest.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.station_at_hand == ""
    shell.show_meeting(Desk(), "River Ports")
    QTest.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.station_at_hand == "table"
    assert shell.rail.button("table").isChecked()


def test_changes_reach_the_station_in_sight_and_the_others_when_entered(
    shell: Shell, made: dict[str, Tried]
) -> None:
    shell.show_meeting(Desk(), "River Ports", "table")
    shell.enter("meeting")
    changes: ChangesLike = object()
    shell.hand_on(changes)
    assert made["meeting"].told[-1] == (True, changes)
    assert made["table"].told == [(True, None)]
    shell.enter("table")
    assert made["table"].told == [(True, None), (True, None)]
    shell.enter("table")
    assert len(made["table"].told) == 2


def test_leaving_a_meeting_unbinds_its_stations(shell: Shell, made: dict[str, Tried]) -> None:
    shell.show_meeting(Desk(), "River Ports")
    shell.show_start()
    assert made["meeting"].told[-1] == (False, None)
    assert not shell.in_meeting
    assert not shell.known_actions.action("go.table").isEnabled()


def test_a_coordinator_s_file_offers_fewer_stations(shell: Shell) -> None:
    shell.offer(["table"])
    shell.show_meeting(Desk(), "River Ports")
    assert shell.station_at_hand == "table"
    assert not shell.known_actions.action("go.publish").isEnabled()


def test_a_notice_of_a_station_is_a_banner(shell: Shell, made: dict[str, Tried]) -> None:
    shell.show_meeting(Desk(), "River Ports")
    made["meeting"].notice.emit("warn", "The stick is full.")
    assert shell.banner.words == "The stick is full."
    assert shell.banner.isVisible()
    shell.banner.dismiss()
    assert not shell.banner.isVisible()


def test_heading_and_footing_are_shown(shell: Shell) -> None:
    shell.show_meeting(Desk(), "River Ports")
    shell.show_heading(
        Heading(
            "Sitting 4",
            lambda: "Thursday",
            [Fact("Quorum 33 of 36", mark="✓", tone="ok")],
            Fact("Room sees:", strong="5"),
        )
    )
    shell.show_footing(
        Footing("saved 15:12:04", "adopt D.7", "Ctrl Z", [Fact(strong="18", tail="of 41 adopted")])
    )
    said = {w.accessibleName() for w in shell.findChildren(QLabel) if w.isVisible()}
    assert {"Quorum 33 of 36", "Room sees: 5", "Undo: adopt D.7 Ctrl Z", "18 of 41 adopted"} <= said
    shell.show_heading(Heading("Sitting 5"))
    assert "Quorum 33 of 36" not in {w.accessibleName() for w in shell.findChildren(QLabel) if w.isVisible()}


@pytest.mark.parametrize("language", ("en", "fr", "es"))
def test_what_undo_takes_back_is_never_cut_without_a_word(shell: Shell, language: str) -> None:
    Languages.set(language)
    Theme.instance().set_scale(2.0)
    shell.resize(1366, 768)
    shell.show_meeting(Desk(), "River Ports")
    figures = [Fact(strong="18", tail="of 41 adopted"), Fact(strong="Fr 1 · Es 1", tail="out of date")]
    saved = "guardado a las 15:12:04, decisión 163"
    chip = shell.footer.findChild(YieldingChip)
    assert chip is not None
    for undo, cut in (("position on D.9", False), ("adopt " + "paragraph 5(iii), " * 6, True)):
        shell.show_footing(Footing(saved, undo, "Ctrl Z", figures))
        QApplication.processEvents()
        assert audit.cut(shell.footer) == audit.misplaced(shell.footer) == []
        assert undo in chip.accessibleName()
        assert (undo in chip.toolTip(), "…" in chip.text()) == (cut, cut)
        assert cut or undo in chip.text()


def test_who_has_the_floor_gives_way_but_never_for_how_long(shell: Shell) -> None:
    Theme.instance().set_scale(2.0)
    shell.resize(1366, 768)
    shell.show_meeting(Desk(), "River Ports")
    for who, cut in (("Grupo de los Trabajadores de la navegación interior", True), ("Norway", False)):
        fact = Fact("Uso de la palabra:", who, "12:02", mark="▲", tone="workers")
        room = Fact("La sala ve:", "nada")
        shell.show_heading(Heading("Sesión 2", room=room, ticking=partial(replace, fact)))
        for _turn in range(2):
            QApplication.processEvents()
        chip = shell.top_bar.findChild(YieldingChip)
        assert chip is not None
        assert audit.cut(shell.top_bar) == audit.misplaced(shell.top_bar) == []
        assert chip.text().endswith("12:02")
        assert (who in chip.toolTip(), "…" in chip.text()) == (cut, cut)
        assert who in chip.accessibleName()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_opens_on_both_pages(shell: Shell, qtbot: QtBot) -> None:
    for _ in ("start page", "meeting"):
        QTest.keyClick(shell, Qt.Key.Key_F10)
        menus = [m for m in shell.findChildren(QMenu) if m.isVisible()]
        assert [a.text() for a in menus[0].actions()][:2] == ["File", "Go"]
        menus[0].close()
        shell.show_meeting(Desk(), "River Ports")


def test_a_switch_of_language_keeps_the_place(shell: Shell, qtbot: QtBot) -> None:
    shell.show_meeting(Desk(), "River Ports", "table")
    Languages.set("fr")
    qtbot.waitUntil(lambda: shell.known_actions.action("view.language.fr").isChecked())
    assert shell.station_at_hand == "table"


def test_every_control_of_the_window_has_a_name(shell: Shell) -> None:
    shell.show_meeting(Desk(), "River Ports")
    shell.show_notice("warn", "The stick is full.")
    assert nameless(shell) == []


def test_the_window_comes_back_where_it_was(shell: Shell, qtbot: QtBot) -> None:
    shell.setGeometry(30, 40, 1000, 600)
    with qtbot.waitSignal(shell.closing):
        shell.close()
    assert settings.read_text("window/main/place") == "30 40 1000 600"


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (QRect(100, 100, 800, 500), QRect(100, 100, 800, 500)),
        (QRect(1300, 700, 800, 500), QRect(566, 268, 800, 500)),
        (QRect(5000, 5000, 800, 500), QRect(283, 134, 800, 500)),
        (QRect(-400, -50, 3000, 2000), QRect(1366, 0, 1920, 1080)),
        (QRect(1500, 200, 900, 700), QRect(1500, 200, 900, 700)),
    ],
)
def test_a_window_is_never_off_the_screens(wanted: QRect, given: QRect) -> None:
    screens = [QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)]
    if wanted.topLeft() == QPoint(1300, 700):
        screens = screens[:1]
    assert geometry.clamp(wanted, screens) == given


def test_a_place_that_is_nonsense_is_left_out(shell: Shell) -> None:
    settings.write("window/main/place", "12 x 3")
    geometry.restore(shell, "main")
    assert shell.width() >= shell.minimumWidth()
