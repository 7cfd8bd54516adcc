"""Another key: menu, button, palette and sheet follow; who has a key is said before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Theme
from consult_app.ui.office import Office
from consult_app.ui.parts.controls import Button
from consult_app.ui.wayfinding.cheat_sheet import CheatSheet, sections
from consult_app.ui.wayfinding.key_uses import clashes, key_uses
from consult_app.ui.wayfinding.keys_page import KeysPage
from tests.ui.audit import nameless
from tests.ui.burying import bury
from tests.ui.helping.in_help import in_sample
from tests.ui.patience import PatientBot

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def window(
    qapp: QApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """One window in the sample, whose page of keys makes all stations: made once for all."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("CONSULT_HOME", str(tmp_path_factory.mktemp("keys")))
        made = in_sample(PatientBot(request))
        yield made
    made.close_meeting()
    made.shell.close()
    made.shell.deleteLater()
    bury()


@pytest.fixture
def office(window: Office) -> Iterator[Office]:
    """That window at the Table, with the keys that the program ships."""
    window.shell.resize(1366, 768)
    window.shell.enter("table")
    yield window
    shown = window.shell.findChild(KeysPage)
    if shown is not None and shown.isVisible():
        shown.close_again()
    KeyChoices.instance().put_back()


def page(office: Office, search: str) -> KeysPage:
    """The page with the first thing that *search* finds at hand, waiting for its key."""
    office.helping.ask_change_keys()
    found = office.shell.findChild(KeysPage)
    assert isinstance(found, KeysPage)
    QTest.keyClicks(found.search, search)
    QTest.keyClick(found.search, Qt.Key.Key_Down)
    QTest.keyClick(found.table, Qt.Key.Key_Return)
    assert found.field.hasFocus()
    return found


def sheet(office: Office) -> dict[str, tuple[str, ...]]:
    return {line.words: line.keys for _title, lines in sections(office.shell) for line in lines}


def button(office: Office, words: str) -> Button:
    return next(
        each for each in office.shell.findChildren(Button) if each.text() == words and each.isVisible()
    )


def settle() -> None:
    QApplication.processEvents()


def test_an_action_gets_another_key_everywhere(office: Office) -> None:
    shown = page(office, "show in room")
    QTest.keyClick(shown.field, Qt.Key.Key_J, CONTROL)
    assert shown.field.text() == "Ctrl J" and shown.problem.isHidden()
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    settle()
    actions = office.shell.known_actions
    assert actions.key("room.show") == "Ctrl+J"
    menu = QMenu()
    actions.fill_menu(menu)
    assert actions.action("room.show").shortcut().toString() == "Ctrl+J"
    assert sheet(office)["Show in room"] == ("Ctrl J",)
    assert "Ctrl+J" in {offer.key for offer in office.wayfinding.offers()}
    shown.close_again()
    assert button(office, "Show in room").hint == "Ctrl J"


def test_a_key_of_a_station_is_changed_on_its_buttons_too(qtbot: QtBot, office: Office) -> None:
    shown = page(office, "table adopt")
    assert shown.table.chosen == "table/Adopt"
    QTest.keyClick(shown.field, Qt.Key.Key_Y)
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    shown.close_again()
    qtbot.waitUntil(lambda: button(office, "Adopt").hint == "Y")
    office.shell.enter("people")
    office.shell.enter("table")
    amendments = office.shell.station("table").parts.list  # type: ignore[attr-defined]
    amendments.give_focus()
    desk = office.desk
    assert desk is not None
    before, focused = desk.seq, QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_A)
    assert desk.seq == before
    QTest.keyClick(focused, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: desk.seq == before + 1)


def test_who_has_the_key_is_said_and_gives_it_up(office: Office) -> None:
    shown = page(office, "show in room")
    QTest.keyClick(shown.field, Qt.Key.Key_F6)
    assert shown.problem.text() == "F6 is already the key of “Hold the room” (Room)."
    assert shown.give.text() == "Take it from there"
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    settle()
    actions = office.shell.known_actions
    assert (actions.key("room.show"), actions.key("room.hold")) == ("F6", "")
    shown.search.setText("hold the room")
    assert shown.model.rows[0].keys == ()
    shown.table.choose("room.hold")
    shown.back.click()
    settle()
    assert (actions.key("room.show"), actions.key("room.hold")) == ("", "F6")
    shown._all_back.click()
    settle()
    assert (actions.key("room.show"), actions.key("room.hold")) == ("F5", "F6")
    assert not shown._all_back.isEnabled()


@pytest.mark.parametrize(
    ("press", "said"),
    [
        pytest.param(lambda f: QTest.keyClick(f, Qt.Key.Key_Up), "Up means the same", id="arrow"),
        pytest.param(lambda f: QTest.keyClick(f, Qt.Key.Key_C, CONTROL), "Ctrl C means the same", id="copy"),
        pytest.param(lambda f: QTest.keyClick(f, Qt.Key.Key_3), "3 means the same", id="digit"),
    ],
)
def test_keys_that_are_the_same_everywhere_are_not_given(
    office: Office, press: Callable[[object], None], said: str
) -> None:
    shown = page(office, "show in room")
    press(shown.field)
    assert shown.problem.text().startswith(said)
    assert not shown.give.isEnabled()
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert office.shell.known_actions.key("room.show") == "F5"


def test_an_action_may_have_no_key_or_its_first_one(office: Office) -> None:
    shown = page(office, "look dark")
    assert shown.table.chosen == "view.look.dark"
    QTest.keyClick(shown.field, Qt.Key.Key_D, CONTROL | SHIFT)
    QTest.keyClick(shown.field, Qt.Key.Key_Backspace)
    assert shown.field.text() == "" and not shown.give.isEnabled()
    QTest.keyClick(shown.field, Qt.Key.Key_D, CONTROL | SHIFT)
    shown.give.click()
    settle()
    assert office.shell.known_actions.key("view.look.dark") == "Ctrl+Shift+D"
    shown.none.click()
    settle()
    assert office.shell.known_actions.keys("view.look.dark") == ()


def test_the_other_key_of_an_action_stays(office: Office) -> None:
    shown = page(office, "redo")
    QTest.keyClick(shown.field, Qt.Key.Key_U, CONTROL)
    shown.give.click()
    assert office.shell.known_actions.keys("edit.redo") == ("Ctrl+U", "Ctrl+Y")


def test_what_the_program_ships_clashes_nowhere(office: Office) -> None:
    uses = key_uses(office.shell)
    met = {
        (use.id, key, other.id)
        for use in uses
        for key in use.keys
        for other in clashes(use, key, uses)
        if use.changeable and other.changeable
    }
    assert met == set()


def test_it_is_found_from_the_sheet_and_left_by_key(office: Office) -> None:
    office.wayfinding.ask_keys()
    found = office.shell.findChild(CheatSheet)
    assert isinstance(found, CheatSheet)
    found._change.click()
    shown = office.shell.findChild(KeysPage)
    assert isinstance(shown, KeysPage) and shown.isVisible() and found.isHidden()
    assert nameless(shown) == []
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert shown.isHidden()


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_it_fits_a_small_window_in_large_type(office: Office, language: str) -> None:
    office.shell.resize(1024, 700)
    Languages.set(language)
    Theme.instance().set_scale(1.4)
    shown = page(office, "")
    QTest.keyClick(shown.field, Qt.Key.Key_F6)
    settle()
    assert office.shell.rect().contains(shown.geometry())
    assert shown.minimumSizeHint().width() <= shown.width()
    KeyChoices.instance().put_back()
