"""The sheet of keys: it comes and goes by its key, keeps the window in front, and can be printed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QKeySequence, QPdfWriter, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui.helping.window import HelpWindow
from consult_app.ui.language import Languages
from consult_app.ui.office import Office
from consult_app.ui.wayfinding.cheat_sheet import CheatSheet, KeyLine, in_columns, sections
from tests.ui.helping.in_help import in_sample

WINDOWS = (HelpWindow, QMenu)


class Strays(QObject):
    """Notes each part of the window that was a window of its own, be it for a moment: it takes the focus
    with it, and on a real desk it flashes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override."""
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and not isinstance(watched, WINDOWS):
            self.found.append(type(watched).__name__)
        return False


@pytest.fixture
def office(qtbot: QtBot) -> Office:
    return in_sample(qtbot)


@pytest.fixture
def strays(office: Office, qapp: QApplication) -> Iterator[Strays]:
    """The strays from now on, after the window has come into sight."""
    found = Strays()
    qapp.installEventFilter(found)
    yield found
    qapp.removeEventFilter(found)


def press(office: Office, key: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or office.shell, QKeySequence(key))
    QApplication.processEvents()


def sheet_of(office: Office) -> CheatSheet:
    """The sheet, once it was asked for."""
    found = office.shell.findChild(CheatSheet)
    assert found is not None
    return found


def test_no_part_of_the_window_is_a_window_for_a_moment(office: Office, strays: Strays, qtbot: QtBot) -> None:
    shell = office.shell
    ways = {"Ctrl+/": "Ctrl+/", "Ctrl+K": "Esc", "Ctrl+G": "Esc", "F1": "Esc", "F4": "F4"}
    for key, leave in ways.items():
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        press(office, key)
        assert QApplication.activeWindow() is not None, key
        press(office, leave)
    for act in ("help.change_keys", "help.tour"):
        shell.activateWindow()
        shell.known_actions.action(act).trigger()
        QApplication.processEvents()
        assert shell.isActiveWindow(), act
        press(office, "Esc")
    assert strays.found == []


def test_it_comes_and_goes_by_its_key_and_gives_the_focus_back(office: Office, qtbot: QtBot) -> None:
    before = QApplication.focusWidget()
    for _ in range(3):
        press(office, "Ctrl+/")
        sheet = sheet_of(office)
        assert sheet.isVisible() and office.shell.isActiveWindow() and sheet.hasFocus()
        press(office, "Ctrl+/")
        assert not sheet.isVisible() and QApplication.focusWidget() is before


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=["small", "large"])
def test_it_lies_over_the_place_of_work_alone(office: Office, size: tuple[int, int]) -> None:
    office.shell.resize(*size)
    press(office, "Ctrl+/")
    sheet, shell = sheet_of(office), office.shell
    for part in (shell.rail, shell.top_bar, shell.footer):
        whole = QRect(part.mapTo(shell, QPoint(0, 0)), part.size())
        assert not sheet.geometry().intersects(whole), type(part).__name__
    assert "Undo" in [label.text() for label in sheet.findChildren(QLabel)]


def a_line(words: str) -> KeyLine:
    return KeyLine(words, ("A",))


@given(
    lengths=st.lists(st.integers(1, 60), min_size=1, max_size=12),
    many=st.integers(1, 7),
)
def test_columns_hold_every_line_once_in_order_and_are_much_alike(lengths: list[int], many: int) -> None:
    found = [(f"{at}", [a_line(f"{at}.{n}") for n in range(long)]) for at, long in enumerate(lengths)]
    columns = in_columns(found, many, lambda _line: 1.0)
    assert len(columns) <= many
    dealt = [(title, line) for column in columns for title, lines in column for line in lines]
    assert dealt == [(title, line) for title, lines in found for line in lines]
    high = [sum(2 + len(lines) for _title, lines in column) for column in columns]
    # a column is left early rather than part a few lines from the others
    assert max(high) <= sum(high) / many + 2 + 5 * many


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_key_is_on_the_printed_sheet(
    office: Office, language: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    Languages.set(language)
    press(office, "Ctrl+/")
    sheet = sheet_of(office)
    document = QTextDocument()
    document.setHtml(sheet.as_html())
    said = document.toPlainText()
    for title, lines in sections(office.shell):
        assert title in said
        for line in lines:
            assert line.words.replace("\u00a0", " ") in said
            assert all(key in said for key in line.keys)
    path = tmp_path_factory.mktemp("printed") / "keys.pdf"
    writer = QPdfWriter(str(path))
    document.print_(writer)
    del writer
    assert path.read_bytes().startswith(b"%PDF") and path.stat().st_size > 5_000
