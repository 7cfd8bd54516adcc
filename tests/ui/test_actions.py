"""The registry: one place for words, keys and possibility; keys work while no menu is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.window.window_actions import UndoLabels, register_undo


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QLineEdit("words"))
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def test_a_key_acts_while_no_menu_is_open(window: QMainWindow, qtbot: QtBot) -> None:
    actions, done = Actions(window), list[str]()
    actions.add(ActionSpec("file.open", "Open", "file", ("Ctrl+O",)), lambda: done.append("open"))
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert done == ["open"]


def test_what_is_not_possible_does_nothing(window: QMainWindow, qtbot: QtBot) -> None:
    actions, done, possible = Actions(window), list[str](), [False]
    actions.add(ActionSpec("x", "X", "file", ("F6",)), lambda: done.append("x"), enabled=lambda: possible[0])
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert done == []
    possible[0] = True
    with qtbot.waitSignal(actions.refreshed):
        actions.refresh()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert done == ["x"]


def test_ids_and_keys_are_given_once(window: QMainWindow) -> None:
    actions = Actions(window)
    actions.add(ActionSpec("a", "A", "file", ("F6",)), lambda: None)
    with pytest.raises(ValueError, match="'a'"):
        actions.add(ActionSpec("a", "A"), lambda: None)
    with pytest.raises(ValueError, match="F6 belongs to 'a'"):
        actions.add(ActionSpec("b", "B", "file", ("F6",)), lambda: None)


def test_undo_is_named_after_what_it_takes_back(window: QMainWindow) -> None:
    actions, labels = Actions(window), [UndoLabels()]
    register_undo(actions, lambda: None, lambda: None, lambda: labels[0])
    assert not actions.action("edit.undo").isEnabled()
    assert actions.action("edit.undo").text() == "Undo"
    labels[0] = UndoLabels("adopt D.12 as subamended")
    actions.refresh()
    assert actions.action("edit.undo").text() == "Undo: adopt D.12 as subamended"
    assert actions.action("edit.undo").isEnabled()
    assert not actions.action("edit.redo").isEnabled()


def test_in_a_field_ctrl_z_is_the_field_s_own(window: QMainWindow, qtbot: QtBot) -> None:
    actions, done = Actions(window), list[str]()
    register_undo(actions, lambda: done.append("undo"), lambda: None, lambda: UndoLabels("adopt D.1"))
    field = window.centralWidget()
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "!")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "words"
    assert done == []


def test_the_menus_hold_every_action_that_has_one(window: QMainWindow) -> None:
    actions = Actions(window)
    actions.add(ActionSpec("a", "First", "file"), lambda: None)
    actions.add(ActionSpec("z", "Last", "file", group=9), lambda: None)
    actions.add(ActionSpec("h", "Help & keys", "help", ("F1",)), lambda: None)
    actions.add(ActionSpec("k", "Only a key", "", ("F9",)), lambda: None)
    menu = QMenu()
    actions.fill_menu(menu)
    titles = {action.text(): action.menu() for action in menu.actions()}
    assert list(titles) == ["File", "Help"]
    file_menu = titles["File"]
    assert isinstance(file_menu, QMenu)
    assert [a.text() or "—" for a in file_menu.actions()] == ["First", "—", "Last"]
    assert actions.words("h") == "Help & keys"
    assert actions.key("h") == "F1"
    assert "k" in actions
    assert [spec.id for spec, _ in actions] == ["a", "z", "h", "k"]
