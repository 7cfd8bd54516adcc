"""A list to choose from is gone through by letters, and no letter of it reaches the keys of the station."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consult_app import ui
from consult_app.ui.belonging import MAIN_GROUPS
from consult_app.ui.look.palette import words_tone
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts import fields
from consult_app.ui.parts.fields import ChoiceBox

NAMES = {
    "government": "● Government group",
    "africa": "● Africa group",
    "employers": "■ Employers’ group",
    "workers": "▲ Workers’ group",
    "ana": "▲ Ana Ferreyra (Workers’ group)",
    "elodie": "■ Élodie Varga (Employers’ group)",
}


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    page = QWidget()
    qtbot.addWidget(page)
    box = ChoiceBox()
    box.fill(NAMES)
    QVBoxLayout(page).addWidget(box)
    page.fired = []  # type: ignore[attr-defined]
    for letter in "EMWA":
        shortcut = QShortcut(QKeySequence(letter), page)
        shortcut.activated.connect(lambda letter=letter: page.fired.append(letter))  # type: ignore[attr-defined]
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    box.setFocus()
    return box


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("w", "workers"),
        ("Emp", "employers"),
        ("elo", "elodie"),
        ("ferr", "ana"),
        ("ana f", "ana"),
        ("zzz", "government"),
    ],
)
def test_letters_choose_by_the_name_without_its_mark(box: ChoiceBox, typed: str, chosen: str) -> None:
    QTest.keyClicks(box, typed)
    assert box.currentData() == chosen
    assert box.window().fired == []  # type: ignore[attr-defined]


def test_one_letter_again_and_again_goes_from_name_to_name(
    box: ChoiceBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClicks(box, "a")
    assert box.currentData() == "africa"
    QTest.keyClicks(box, "a")
    assert box.currentData() == "ana"
    monkeypatch.setattr(fields, "_PAUSE", 0.0)
    QTest.keyClicks(box, "ag")  # after a pause each begins another name
    assert box.currentData() == "government"


def test_letters_choose_in_the_open_list(qtbot: QtBot, box: ChoiceBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.keyClicks(box.view(), "wor")
    assert box.currentData() == "workers" and box.view().currentIndex().row() == 3
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert box.currentData() == "workers"


@pytest.mark.parametrize(
    ("name", "tone"),
    [
        pytest.param("▲ Workers’ group", "workers", id="group"),
        pytest.param("Amendment D.11  ■ Employers’ group", "employers", id="behind other words"),
        pytest.param("Workers’ group", "", id="no mark"),
    ],
)
def test_a_name_behind_a_mark_is_in_the_colour_of_the_group(
    qtbot: QtBot, box: ChoiceBox, name: str, tone: str
) -> None:
    box.fill({"shown": name})
    box.setMinimumWidth(400)
    palette = Theme.current()
    picture = box.grab().toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert {each for each in MAIN_GROUPS if words_tone(palette, each) in inks} == ({tone} if tone else set())


def test_an_empty_list_takes_letters_in_silence(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    QTest.keyClicks(box, "abc")
    assert box.currentIndex() == -1


def test_no_list_to_choose_from_lacks_its_sign() -> None:
    plain = [
        file.relative_to(Path(ui.__path__[0]))
        for file in sorted(Path(ui.__path__[0]).rglob("*.py"))
        if re.search(r"(?<!class )QComboBox\(\)", file.read_text("utf-8"))
    ]
    assert plain == []
