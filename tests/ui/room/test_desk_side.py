"""The room in the whole window: keys, menu, chip, panel, and the room's own window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.ui import settings
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.office import Office
from consult_app.ui.room.desk_side import RoomDesk
from consult_app.ui.room.identify import number_screens
from consult_app.ui.room.projection import Where
from consult_app.ui.room.screens import Identity
from consult_app.ui.room.view import STILL_KEY
from tests.ui.audit import nameless
from tests.ui.room.meeting_in_room import node_of, said
from tests.ui.table_meeting import meeting
from tests.ui.windows import window_with

if TYPE_CHECKING:
    from consult_app.ui.amendments.station import AmendmentsStation

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    """An office with the invented meeting open at the Table."""
    settings.write(STILL_KEY, "yes")
    meeting(tmp_path).close()
    with window_with(qtbot, tmp_path / "table.consult") as office:
        yield office


@pytest.fixture
def room(office: Office) -> RoomDesk:
    """The desk's side of its room."""
    side = office._room
    assert side is not None
    return side


def chips(office: Office) -> set[str]:
    return {label.accessibleName() for label in office.shell.findChildren(QLabel) if label.isVisible()}


def press(
    office: Office, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(office.shell.focusWidget() or office.shell, key, modifier)


def test_without_a_second_screen_the_desk_says_how_to_go_on(office: Office, room: RoomDesk) -> None:
    press(office, Qt.Key.Key_F5)
    assert room.control.projection.where is Where.NO_SCREEN
    assert not room.control.projection.window.isVisible()
    assert "There is no second screen" in office.shell.banner.words
    assert "Room sees: nothing, no second screen" in chips(office)
    # once it is seen, what was said is no longer so
    office.shell.known_actions.action("room.window").trigger()
    assert office.shell.banner.words == ""


def test_a_notice_of_something_else_stays_when_the_room_is_seen(office: Office, room: RoomDesk) -> None:
    press(office, Qt.Key.Key_F5)
    office.shell.show_notice("warn", "The deadline has passed.")
    office.shell.known_actions.action("room.window").trigger()
    assert office.shell.banner.words == "The deadline has passed."


def test_the_chip_says_in_which_view_the_room_sees_the_text(office: Office, room: RoomDesk) -> None:
    assert office.desk is not None
    office.shell.known_actions.action("room.window").trigger()
    office.ways.go_to_node(node_of(office.desk.state, "2(i)"))
    room.panel.views.choose("current")
    room.panel.views.chosen.emit("current")
    press(office, Qt.Key.Key_F5)
    assert any("paragraph 2(i)" in chip and chip.endswith(", current · En") for chip in chips(office))


def test_the_three_keys_work_from_the_table(office: Office, room: RoomDesk, qtbot: QtBot) -> None:
    office.shell.known_actions.action("room.window").trigger()
    qtbot.waitUntil(room.control.projection.window.isVisible)
    assert "Room sees: the title only" in chips(office)
    office.ways.go_to_node(node_of(office.desk.state, "2(i)"))  # type: ignore[union-attr]
    press(office, Qt.Key.Key_F5)
    assert "Room sees: paragraph 2(i), D.4 · En Fr" in chips(office)
    press(office, Qt.Key.Key_F6)
    assert "Room sees: paragraph 2(i), D.4 · En Fr held" in chips(office)
    assert office.shell.known_actions.action("room.hold").isChecked()
    press(office, Qt.Key.Key_F6)
    press(office, Qt.Key.Key_F7)
    assert "Room sees: the title only" in chips(office)


def test_b_and_the_full_stop_blank_only_from_the_room_s_own_window(
    office: Office, room: RoomDesk, qtbot: QtBot
) -> None:
    office.shell.known_actions.action("room.window").trigger()
    press(office, Qt.Key.Key_F5)
    window = room.control.projection.window
    qtbot.waitUntil(window.isVisible)
    for key in (Qt.Key.Key_B, Qt.Key.Key_Period):
        before = room.control.shown.blank
        QTest.keyClick(window, key)
        assert room.control.shown.blank is not before
        QTest.keyClick(office.shell.rail, key)
        assert room.control.shown.blank is not before
    factor = room.control.choices.factor
    QTest.keyClick(window, Qt.Key.Key_Plus)
    assert room.control.choices.factor > factor
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert room.control.shown.held
    QTest.keyClick(window, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    assert not room.control.shown.blank


def test_the_panel_opens_with_its_key_and_shows_both_pictures(office: Office, room: RoomDesk) -> None:
    office.ways.go_to_node(node_of(office.desk.state, "1"))  # type: ignore[union-attr]
    press(office, Qt.Key.Key_F4)
    assert room.panel.isVisible() and room.panel.show_button.hasFocus()
    assert room.panel.prepared_words.text().startswith("Paragraph 1")
    assert room.control.prepared_picture is not None
    assert room.panel.prepared.heightForWidth(324) == 184
    assert nameless(office.shell) == []
    press(office, Qt.Key.Key_F4)
    assert not room.panel.isVisible()


def test_the_panel_asks_for_what_its_controls_say(office: Office, room: RoomDesk, qtbot: QtBot) -> None:
    press(office, Qt.Key.Key_F4)
    panel, control = room.panel, room.control
    office.shell.known_actions.action("room.window").trigger()
    panel.kinds.button("notice").click()
    assert panel.notice.isVisible() and not panel.views.isVisible()
    QTest.keyClicks(panel.notice, "Lunch + coffee")
    assert control.choices.notice == "Lunch + coffee" and control.choices.factor == 1.0
    panel.show_button.click()
    assert panel.shown_words.text() == "A notice"
    panel.kinds.button("text").click()
    panel.languages.button("en").click()
    assert control.choices.languages == ("fr",)
    panel.views.button("current").click()
    panel.every.click()
    panel.colours.button("dark").click()
    assert (control.choices.view, control.choices.every, control.choices.colours) == ("current", True, "dark")
    QTest.keyClick(panel.show_button, Qt.Key.Key_Plus)
    assert control.choices.factor == 1.1 and panel.size_words.text() == "110\u00a0%"
    panel.blank_button.click()
    assert panel.blank_button.text() == "Show again"
    panel.follow.click()
    assert control.following and office.shell.known_actions.action("room.follow").isChecked()


@pytest.mark.parametrize("code", ["en", "fr", "es"])
@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_the_panel_is_painted_in_every_language_and_look(
    office: Office, room: RoomDesk, qtbot: QtBot, code: str, look: Choice
) -> None:
    Theme.instance().choose(look)
    press(office, Qt.Key.Key_F4)
    Languages.set(code)
    QApplication.processEvents()
    panel = room.panel
    assert panel.grab().width() == panel.width()
    shown = (panel.kinds, panel.views, panel.show_button, panel.hold_button, panel.blank_button)
    qtbot.waitUntil(lambda: all(widget.width() >= widget.sizeHint().width() for widget in shown))


def test_what_is_typed_is_never_taken_for_a_key_of_the_room(office: Office, room: RoomDesk) -> None:
    press(office, Qt.Key.Key_F4)
    room.panel.kinds.button("notice").click()
    QTest.keyClicks(room.panel.notice, "b.")
    assert not room.control.shown.blank and room.control.choices.notice == "b."


def test_the_actions_of_the_room_are_in_menu_palette_and_cheat_sheet(office: Office) -> None:
    from consult_app.ui.wayfinding.cheat_sheet import sections

    by_title = dict(sections(office.shell))
    lines = {line.words: line.keys for line in by_title["Room"]}
    assert lines["Show in room"] == ("F5",) and lines["Hold the room"] == ("F6",)
    offers = {offer.words for offer in office.wayfinding.offers()}
    assert {"Show in room", "Room follows the Table", "Number the screens"} <= offers


def test_every_screen_is_numbered(office: Office, room: RoomDesk, qtbot: QtBot) -> None:
    shown = number_screens(room.control.projection.screens)
    assert [each.accessibleName()[0] for each in shown] == ["1"]
    for each in shown:
        assert not each.grab().isNull()
        each.close()


def test_leaving_the_meeting_takes_the_room_away(office: Office, room: RoomDesk) -> None:
    office.shell.known_actions.action("room.window").trigger()
    press(office, Qt.Key.Key_F5)
    office.leave()
    assert not room.control.projection.window.isVisible()
    assert not office.shell.known_actions.action("room.show").isEnabled()


def test_the_list_of_amendments_prepares_the_one_that_is_chosen(office: Office, room: RoomDesk) -> None:
    assert office.desk is not None
    found = office.desk.state.drafting.by_number("D.4")
    assert found is not None
    office.shell.known_actions.action("room.window").trigger()
    office.shell.enter("amendments")
    station = cast("AmendmentsStation", office.shell.station("amendments"))
    station.go_to(found.id)
    assert "Room sees: the title only" in chips(office)
    press(office, Qt.Key.Key_F5)
    assert "Room sees: paragraph 2(i), D.4 · En Fr" in chips(office)
    office.shell.enter("table")
    press(office, Qt.Key.Key_F5)
    assert "Room sees: title · En Fr" in chips(office)


def test_a_decision_is_seen_in_the_room(office: Office, room: RoomDesk, qtbot: QtBot) -> None:
    assert office.desk is not None
    office.shell.known_actions.action("room.window").trigger()
    office.ways.go_to_node(node_of(office.desk.state, "1"))
    press(office, Qt.Key.Key_F5)
    office.desk.perform(AdoptAmendment(amendment="D.1")).result()
    qtbot.waitUntil(lambda: said(room.control) == "The Office should promote fair and decent work.")


def test_with_the_panel_closed_the_key_shows_what_is_at_hand(office: Office, room: RoomDesk) -> None:
    room.control.set_windowed(True)
    room.toggle_panel()
    room.panel.notice.setPlainText("The sitting resumes at 15:00")
    room.panel.kinds.choose("notice")
    room.panel._chosen()
    room.show()
    assert said(room.control) == "The sitting resumes at 15:00"
    room.toggle_panel()
    assert said(room.control) == "The sitting resumes at 15:00"  # what is shown stays
    press(office, Qt.Key.Key_F5)
    assert said(room.control) == "Conclusions"
    room.toggle_panel()
    assert room.control.choices.notice == "The sitting resumes at 15:00"
    room.control.turn_off()


def test_another_screen_is_offered_in_the_notice(
    office: Office, room: RoomDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[Identity] = []
    monkeypatch.setattr(room.control, "use_screen", used.append)
    stranger = Identity("Maker", "Beam 2", "", "HDMI-2", (1366, 0, 1280, 720))
    room.control.other_found.emit(stranger)
    assert "Maker Beam 2 is plugged in" in office.shell.banner.words
    office.shell.known_actions.action("window.answer").trigger()
    assert used == [stranger] and office.shell.banner.words == ""
