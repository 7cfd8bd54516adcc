"""F1: the manual at the place of the screen at hand, searched, followed, printed, never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui.helping.pages import KEYS_PAGE, PAGES
from consult_app.ui.helping.where import place_at_hand
from consult_app.ui.helping.window import HelpWindow
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.keys import spell
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.office import Office
from tests.ui.audit import nameless
from tests.ui.helping.in_help import in_sample, shown_office


@pytest.fixture
def office(qtbot: QtBot) -> Office:
    return in_sample(qtbot)


def opened(qtbot: QtBot, office: Office) -> HelpWindow:
    office.shell.activateWindow()
    qtbot.waitUntil(office.shell.isActiveWindow)
    QTest.keyClick(office.shell, Qt.Key.Key_F1)
    window = office.helping.window
    qtbot.waitUntil(window.isActiveWindow)
    return window


def said(window: HelpWindow) -> str:
    return " ".join(window.browser.toPlainText().split())


def test_f1_begins_with_the_keys_of_the_screen_at_hand(qtbot: QtBot, office: Office) -> None:
    for station in ("people", "table"):
        office.shell.enter(station)
        window = opened(qtbot, office)
        assert window.place == station
        assert not window.isModal()
        words = said(window)
        assert words.index("Keys here") < words.index("When something is refused")
        window.close()
    assert "Adopt the paragraph" in words and "Ctrl Enter keeps it as one change" in words


def test_on_the_start_page_f1_says_how_to_begin(qtbot: QtBot) -> None:
    office = shown_office(qtbot)
    window = opened(qtbot, office)
    assert window.place == PAGES[0]
    assert "Ctrl N" in said(window)


def test_a_part_with_a_place_of_its_own_is_gone_to(office: Office) -> None:
    table = office.shell.station("table")
    QTest.keyClick(table, Qt.Key.Key_L)
    assert place_at_hand(office.shell, office.shell.focusWidget()) == "votes#speakers"
    assert place_at_hand(office.shell, None) == "table"
    assert place_at_hand(office.shell, QWidget()) == "table"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_is_shown_in_every_language(qtbot: QtBot, office: Office, language: str) -> None:
    Languages.set(language)
    window = opened(qtbot, office)
    for name in (*PAGES, KEYS_PAGE):
        window.show_place(name)
        words = said(window)
        assert len(words) > 400
        assert "[[" not in words and "{#" not in words and "**" not in words


def test_links_lead_on_and_back(qtbot: QtBot, office: Office) -> None:
    window = opened(qtbot, office)
    window.browser.anchorClicked.emit(QUrl("languages#sign"))
    assert window.place == "languages#sign"
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.place == "table"
    window.show_place(KEYS_PAGE)
    window.browser.anchorClicked.emit(QUrl("do:help.change_keys"))
    assert office.helping._keys is not None and office.helping._keys.isVisible()


def test_what_is_searched_is_listed_and_entered_by_key(qtbot: QtBot, office: Office) -> None:
    window = opened(qtbot, office)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.search, "sort code")
    assert window.list.item(0).text() == "Amendments › Sort codes"
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.place == "amendments#codes"
    QTest.keyClicks(window.search, " xyz")
    assert window.list.count() == 0 and "Try another word" in window.count.text()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == "" and window.list.count() == len(PAGES) + 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1], ids=["esc", "f1"])
def test_it_is_closed_by_key(qtbot: QtBot, office: Office, key: Qt.Key) -> None:
    window = opened(qtbot, office)
    QTest.keyClick(window, key)
    assert not window.isVisible()
    assert opened(qtbot, office) is window


def test_it_follows_look_scale_and_keys(qtbot: QtBot, office: Office) -> None:
    window = opened(qtbot, office)
    light = window.browser.toHtml()
    Theme.instance().choose(Choice.DARK)
    assert window.browser.toHtml() != light
    before = window.browser.document().defaultFont().pixelSize()
    Theme.instance().set_scale(1.6)
    assert window.browser.document().defaultFont().pixelSize() > before
    assert "Ctrl Shift U" not in said(window)
    KeyChoices.instance().choose("edit.undo", ("Ctrl+Shift+U",), ("Ctrl+Z",))
    assert "Ctrl Shift U takes back the last decision" in said(window)
    KeyChoices.instance().choose("edit.undo", (), ("Ctrl+Z",))
    assert "no key takes back the last decision" in said(window)


def test_it_can_be_read_aloud_and_printed(qtbot: QtBot, office: Office) -> None:
    window = opened(qtbot, office)
    assert nameless(window) == []
    assert window.browser.accessibleName() == "Table"
    Theme.instance().choose(Choice.DARK)
    printed = window.as_printed()
    assert "Square brackets" in printed.toPlainText()
    assert Theme.current().ink not in printed.toHtml()


def test_the_list_of_pages_begins_where_the_page_does(qtbot: QtBot, office: Office) -> None:
    window = opened(qtbot, office)
    for scale in (1.0, 1.5):
        Theme.instance().set_scale(scale)
        QApplication.processEvents()
        tops = {part.mapTo(window, QPoint(0, 0)).y() for part in (window.list, window.browser)}
        assert len(tops) == 1


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_no_key_is_broken_in_two(qtbot: QtBot, office: Office, language: str) -> None:
    Languages.set(language)
    window = opened(qtbot, office)
    window.show_place("publish")
    document = window.browser.document()
    words = document.toPlainText().replace("\u00a0", " ")
    for key in (spell("Ctrl+Shift+V"), spell("Ctrl+Return")):
        block = document.findBlock(words.index(key))
        assert block.layout().lineCount() == 1


def test_a_narrow_page_has_its_keys_in_one_column(qtbot: QtBot, office: Office) -> None:
    window = opened(qtbot, office)
    lefts = []
    for wide in (1000, 520):
        window.resize(wide, 660)
        QApplication.processEvents()
        document = window.browser.document()
        layout, block, found = document.documentLayout(), document.begin(), set()
        keys = {spell(key) for key in ("A", "R", "F8", "F9")}
        while block.isValid():
            if block.text() in keys:
                found.add(round(layout.blockBoundingRect(block).left()))
            block = block.next()
        lefts.append(len(found))
    assert lefts == [2, 1]
