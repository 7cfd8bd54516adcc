"""Ctrl+K and Ctrl+/: what can be done and where to go, and every key, over the window at work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.sample import play
from consult_app.ui.file.openings import SAMPLE_UNTIL
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Theme
from consult_app.ui.office import Office
from consult_app.ui.table.station import TableStation
from consult_app.ui.wayfinding.cheat_sheet import CheatSheet, sections
from consult_app.ui.wayfinding.command_palette import CommandPalette


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Office:
    """The sample in mid-meeting, at the Table."""
    path = tmp_path / "half.consult"
    play(path, until=SAMPLE_UNTIL).close()
    made = Office()
    qtbot.addWidget(made.shell, before_close_func=lambda _shell: made.close_meeting())
    made.shell.show()
    made.open(path)
    qtbot.waitUntil(lambda: made.shell.in_meeting, timeout=20_000)
    made.shell.activateWindow()
    qtbot.waitUntil(made.shell.isActiveWindow)
    return made


def palette(qtbot: QtBot, office: Office) -> CommandPalette:
    """The palette, opened by its key."""
    QTest.keyClick(office.shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = office.shell.findChild(CommandPalette)
    assert isinstance(found, CommandPalette)
    qtbot.waitUntil(found.search.hasFocus)
    return found


def listed(shown: CommandPalette) -> list[str]:
    return [offer.words for offer in shown.model.offers]


def table(office: Office) -> TableStation:
    found = office.shell.station("table")
    assert isinstance(found, TableStation)
    return found


def test_an_amendment_is_gone_to_by_its_number(qtbot: QtBot, office: Office) -> None:
    office.shell.enter("people")
    shown = palette(qtbot, office)
    QTest.keyClicks(shown.search, "d.12")
    assert listed(shown)[0] == "D.12"
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.isHidden()
    assert office.shell.station_at_hand == "table"
    at_hand = table(office).amendment_at_hand
    assert at_hand is not None and at_hand.number == "D.12"


def test_a_paragraph_is_gone_to_in_the_language_of_the_window(qtbot: QtBot, office: Office) -> None:
    Languages.set("fr")
    shown = palette(qtbot, office)
    QTest.keyClicks(shown.search, "paragraphe 4 ii) b")
    assert listed(shown)[0] == "Paragraphe 4 ii) b)"
    QTest.keyClick(shown.search, Qt.Key.Key_Enter)
    station = table(office)
    assert station.reading is not None
    assert station.reading.label(station.current_node.id) == "4(ii)(b)"
    Languages.set("en")


def test_what_the_station_can_do_is_done_where_the_focus_was(qtbot: QtBot, office: Office) -> None:
    station = table(office)
    before = station.current_node.id
    shown = palette(qtbot, office)
    QTest.keyClicks(shown.search, "next para")
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert station.current_node.id != before


def test_the_list_is_walked_by_keys_and_left_by_escape(qtbot: QtBot, office: Office) -> None:
    before = QApplication.focusWidget()
    shown = palette(qtbot, office)
    for _ in range(2):
        QTest.keyClick(shown.search, Qt.Key.Key_Down)
    QTest.keyClick(shown.search, Qt.Key.Key_Up)
    assert shown.list.currentIndex().row() == 1
    QTest.keyClicks(shown.search, "zzzz")
    assert listed(shown) == []
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.isVisible()
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert shown.isHidden()
    assert QApplication.focusWidget() is before


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_key_stands_on_the_sheet(qtbot: QtBot, office: Office, language: str) -> None:
    Languages.set(language)
    QTest.keyClick(office.shell, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    sheet = office.shell.findChild(CheatSheet)
    assert isinstance(sheet, CheatSheet) and sheet.isVisible()
    document = QTextDocument()
    document.setHtml(sheet.as_html())
    printed = document.toPlainText()
    for _title, lines in sections(office.shell):
        for line in lines:
            assert line.words.replace("\u00a0", " ") in printed
            assert all(key in printed for key in line.keys)
    # the screen at hand comes first
    assert next(sections(office.shell))[0] == office.shell.station("table").title()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    Languages.set("en")


def test_a_language_is_found_by_each_of_its_names(qtbot: QtBot, office: Office) -> None:
    for window, asked, expected in (
        ("en", "spanish", "Language: Español"),
        ("en", "french", "Language: Français"),
        ("en", "español", "Language: Español"),
        ("fr", "anglais", "Langue: English"),
        ("es", "francés", "Idioma: Français"),
    ):
        Languages.set(window)
        shown = palette(qtbot, office)
        shown.search.setText(asked)
        assert expected in listed(shown), asked
        QTest.keyClick(shown.search, Qt.Key.Key_Escape)


def test_a_number_goes_to_the_paragraph(qtbot: QtBot, office: Office) -> None:
    shown = palette(qtbot, office)
    for asked in ("2", "3", "5"):
        shown.search.setText(asked)
        assert listed(shown)[0] == f"Paragraph {asked}"


def test_views_and_columns_are_found(qtbot: QtBot, office: Office) -> None:
    shown = palette(qtbot, office)
    for asked in ("original", "marked", "current", "final", "side by side"):
        shown.search.setText(asked)
        assert any(asked in each.casefold() for each in listed(shown)), asked


def test_the_row_that_enter_takes_is_marked_by_more_than_a_tint(qtbot: QtBot, office: Office) -> None:
    shown = palette(qtbot, office)
    for row in (0, 2):
        shown.list.setCurrentIndex(shown.model.index(row, 0))
        seen = shown.list.viewport().grab().toImage()
        at = [shown.list.visualRect(shown.model.index(each, 0)).center().y() for each in range(3)]
        marked = [seen.pixelColor(1, y).name() == Theme.current().focus for y in at]
        assert marked == [each == row for each in range(3)]
