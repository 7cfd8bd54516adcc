"""Where windows are and how their parts share them: kept, held to the screens there are, and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from consult_app import cli
from consult_app.ui import main as window_start
from consult_app.ui import settings
from consult_app.ui.table import drawn_widths
from consult_app.ui.window import geometry
from tests.ui.rooms import add_text, new_desk
from tests.ui.table_meeting import shown


def test_a_window_on_a_screen_that_is_gone_comes_back_to_one_there_is(
    qtbot: QtBot, qapp: QApplication
) -> None:
    settings.write("window/main/place", "9000 4000 1200 640")
    window = QMainWindow()
    qtbot.addWidget(window)
    geometry.restore(window, "main")
    there = qapp.primaryScreen().availableGeometry()
    assert there.contains(window.geometry())
    assert window.width() == min(1200, there.width())


def test_a_window_larger_than_every_screen_is_made_to_fit(qtbot: QtBot, qapp: QApplication) -> None:
    settings.write("window/main/place", "-50 -50 20000 20000")
    window = QMainWindow()
    qtbot.addWidget(window)
    geometry.restore(window, "main")
    assert window.geometry() == qapp.primaryScreen().availableGeometry()


def test_the_parts_of_the_table_stay_as_they_were_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        add_text(desk, ("en",))
        station = shown(qtbot, desk, 1366)
        splitter = station.parts.splitter
        before = splitter.sizes()
        splitter.moveSplitter(before[0] + 40, 1)
        drawn = splitter.sizes()
        assert drawn[0] > before[0]
        station.bind(None)
        again = shown(qtbot, desk, 1366)
        assert again.parts.splitter.sizes() == drawn
        again.bind(None)
        geometry.forget()
        plain = shown(qtbot, desk, 1366)
        assert plain.parts.splitter.sizes() == before
        plain.bind(None)


@pytest.mark.parametrize("said", ["", "wide", "1", "90 x", "-3 40"])
def test_widths_that_are_nonsense_are_left_out(said: str) -> None:
    settings.write("window/table/1", said)
    assert drawn_widths.kept(1, 200, 300, 1200) == (200, 300)


def test_widths_of_a_large_screen_are_held_to_a_small_one() -> None:
    drawn_widths.keep((1, 1.5), 900, 1000)
    assert drawn_widths.kept((1, 1.5), 200, 300, 1200) == (400, 400)
    assert drawn_widths.kept((2, 1.5), 200, 300, 1200) == (200, 300)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The files that a window was opened with; none is."""
    files: list[Path | None] = []

    def run(path: Path | None = None) -> int:
        files.append(path)
        return 0

    monkeypatch.setattr(window_start, "run", run)
    return files


def test_the_layout_is_forgotten_from_the_command_line(opened: list[Path | None], tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        path = desk.path
    settings.write("window/main/place", "1 2 1000 600")
    settings.write("look/theme", "dark")
    assert cli.main([str(path)]) == 0
    assert settings.read_text("window/main/place") == "1 2 1000 600"
    assert cli.main(["--reset-layout", str(path)]) == 0
    assert cli.main(["--reset-layout"]) == 0
    assert settings.read_text("window/main/place") == ""
    assert settings.read_text("look/theme") == "dark"
    assert opened == [path, path, None]


def test_only_the_window_has_a_layout(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--reset-layout", "commands"])
    assert ended.value.code == 2
    assert "--reset-layout is for the window" in capsys.readouterr().err
