"""The start page: begin, go on, or be told why not; by mouse and by key, in three languages."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from consult_app.journal.backup_folders import folder_for
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Theme
from consult_app.ui.window.presets import Preset
from consult_app.ui.window.recent import RecentMeeting, RecentMeetings
from consult_app.ui.window.start import StartPage


def load_audit() -> Callable[[QWidget], list[str]]:
    spec = importlib.util.spec_from_file_location("audit", Path(__file__).parents[1] / "audit.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    result: Callable[[QWidget], list[str]] = module.nameless
    return result


@pytest.fixture
def recent(tmp_path: Path) -> RecentMeetings:
    kept = RecentMeetings(tmp_path / "recent.json")
    titles = {"en": "River Ports", "fr": "Ports fluviaux", "es": "Puertos fluviales"}
    for name, adopted, finished in (("gone", 0, False), ("done", 30, True), ("ports", 18, False)):
        if name != "gone":
            (tmp_path / f"{name}.consult").touch()
        kept.note(
            RecentMeeting(
                path=str(tmp_path / f"{name}.consult"),
                titles=titles,
                place="Geneva",
                first=date(2026, 11, 2),
                last=date(2026, 11, 6),
                adopted=adopted,
                total=41,
                finished=finished,
                opened=datetime(2026, 11, 5, 14, 12, tzinfo=UTC),
            )
        )
    return kept


@pytest.fixture
def begun() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, recent: RecentMeetings, begun: list[str]) -> StartPage:
    holder = QWidget()
    qtbot.addWidget(holder)
    actions = Actions(holder)
    actions.add(
        ActionSpec("start.sample", "Open the sample meeting", "file", ("Ctrl+Shift+O",)),
        lambda: begun.append("sample"),
    )
    actions.add(
        ActionSpec("start.open", "Open a meeting file", "file", ("Ctrl+O",)), lambda: begun.append("open")
    )
    made = StartPage(actions, recent, lambda: [Preset("custom", {"en": "Own rules"})])
    made.holder = holder  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def test_cards_say_title_place_dates_file_and_progress(page: StartPage) -> None:
    first, done, gone = page.column.cards
    year = "" if date.today().year == 2026 else " 2026"
    assert first.accessibleName().startswith(
        f"River Ports, Geneva, 2–6 November{year} · ports.consult, 18 of 41 adopted"
    )
    assert "adopted" in done.accessibleName()
    assert "file not found" in gone.accessibleName()
    bar = first.findChild(QProgressBar)
    assert bar is not None and (bar.value(), bar.maximum()) == (18, 41)
    assert gone.findChild(QProgressBar) is None


def test_a_click_opens(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_asked) as caught:
        QTest.mouseClick(page.column.cards[0], Qt.MouseButton.LeftButton)
    assert str(caught.args[0]).endswith("ports.consult")


def test_everything_is_reached_by_keys(page: StartPage, qtbot: QtBot, begun: list[str]) -> None:
    def press(key: Qt.Key) -> None:
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, key)

    assert page.column.place_of_focus() == 0  # Enter goes on with the meeting of last time
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert begun == ["sample", "open"]
    press(Qt.Key.Key_Right)
    assert page.column.place_of_focus() == 0
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Up)
    assert page.column.place_of_focus() == 1
    with qtbot.waitSignal(page.open_asked) as caught:
        press(Qt.Key.Key_Return)
    assert str(caught.args[0]).endswith("done.consult")
    press(Qt.Key.Key_Left)
    assert page.column.place_of_focus() is None


def test_a_missing_file_is_explained_and_can_be_taken_off(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.open_asked):
        page.column.cards[2].activated.emit()
    assert "gone.consult cannot be opened" in page.banner.words
    page.banner.acted.emit()
    assert len(page.column.cards) == 2
    assert page.banner.words == ""


def test_delete_takes_off_the_list_and_keeps_the_place(
    page: StartPage, qtbot: QtBot, recent: RecentMeetings
) -> None:
    page.column.focus_card(1)
    QTest.keyClick(page.column.cards[1], Qt.Key.Key_Delete)
    assert [m.file_name for m in recent.meetings] == ["ports.consult", "gone.consult"]
    assert page.column.place_of_focus() == 1


def backed_up(page: StartPage) -> None:
    """Give the meeting whose file is gone a backup."""
    lost = folder_for(Path(page.column.cards[2].meeting.path))
    lost.mkdir(parents=True)
    (lost / "20261102-101500.consult").write_bytes(b"")
    page.show_recent()


def test_a_card_whose_file_is_gone_names_it(page: StartPage) -> None:
    gone = page.column.cards[2]
    assert "gone.consult · file not found: moved or deleted" in gone.accessibleName()
    assert gone.restore is None


@pytest.mark.parametrize("how", ["key", "button", "enter on it"])
def test_a_lost_file_is_restored_from_its_card(page: StartPage, qtbot: QtBot, how: str) -> None:
    backed_up(page)
    gone = page.column.cards[2]
    assert gone.restore is not None and gone.restore.text() == "Restore from a backup…"
    with qtbot.waitSignal(page.restore_asked) as caught:
        if how == "key":
            page.column.focus_card(2)
            QTest.keyClick(gone, Qt.Key.Key_R)
        elif how == "button":
            QTest.mouseClick(gone.restore, Qt.MouseButton.LeftButton)
        else:
            gone.restore.setFocus()
            QTest.keyClick(gone.restore, Qt.Key.Key_Return)
    assert str(caught.args[0]).endswith("gone.consult")


def test_the_notice_of_a_lost_file_offers_its_backup(page: StartPage, qtbot: QtBot) -> None:
    backed_up(page)
    page.column.focus_card(2)
    QTest.keyClick(page.column.cards[2], Qt.Key.Key_Return)
    assert "gone.consult cannot be opened" in page.banner.words
    with qtbot.waitSignal(page.restore_asked) as caught:
        assert page.banner.press()
    assert str(caught.args[0]).endswith("gone.consult")
    assert page.banner.words == ""


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_card_offers_the_backups(page: StartPage, qtbot: QtBot) -> None:
    backed_up(page)
    card = page.column.cards[2]
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, card.rect().center(), card.mapToGlobal(card.rect().center())
    )
    card.contextMenuEvent(event)
    menu = card.findChild(QMenu)
    assert menu is not None
    words = {action.text(): action for action in menu.actions() if action.text()}
    assert list(words) == ["Open", "Restore from a backup…", "Remove from the list"]
    assert not words["Open"].isEnabled()
    with qtbot.waitSignal(page.restore_asked) as caught:
        words["Restore from a backup…"].trigger()
    assert str(caught.args[0]).endswith("gone.consult")
    menu.close()


def test_the_language_line_switches_titles_and_dates(page: StartPage, qtbot: QtBot) -> None:
    buttons = [b for b in page.findChildren(QWidget) if b.property("code") == "fr"]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.column.cards[0].accessibleName().startswith("Ports fluviaux"))
    assert "2–6 novembre" in page.column.cards[0].accessibleName()
    assert Languages.current() == "fr"


def test_with_no_meeting_yet_the_page_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    empty = StartPage(Actions(holder), RecentMeetings(tmp_path / "none.json"), tuple)
    qtbot.addWidget(empty)
    assert empty.column.cards == []
    assert any(
        "No meeting" in w.accessibleName() for w in empty.findChildren(QWidget) if w.isVisibleTo(empty)
    )


def test_a_damaged_list_is_told_in_the_banner(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "recent.json").write_text("{", "utf-8")
    holder = QWidget()
    qtbot.addWidget(holder)
    page = StartPage(Actions(holder), RecentMeetings(tmp_path / "recent.json"), tuple)
    qtbot.addWidget(page)
    assert "damaged" in page.banner.words


def test_the_buttons_have_the_room_that_they_need_after_a_change_of_look(
    page: StartPage, qtbot: QtBot
) -> None:
    last = list(page._buttons.values())[-1]
    # what is said grows once the look is set: the half of the page has fitted itself by then
    Theme.instance().set_scale(1.5)
    QApplication.processEvents()
    Theme.instance().set_scale(1.0)
    last.set_words("Un recorrido de cinco minutos por el ejemplo, y uno más")
    qtbot.waitUntil(lambda: last.width() >= last.sizeHint().width())


def test_every_control_has_a_name(page: StartPage) -> None:
    nameless = load_audit()
    assert nameless(page) == []
    page.show_new()
    assert nameless(page) == []
