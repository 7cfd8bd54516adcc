"""What a screen reader hears: notices, refusals, decisions, results of votes, the end of somebody's time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.state import Redo, Undo
from consult_app.ui.actions import Actions
from consult_app.ui.announcing import Announcer, announce, describe
from consult_app.ui.announcing_decisions import announce_row, decision_words
from consult_app.ui.parts.panels import Banner, FormRow
from consult_app.ui.window.bars import Fact, Heading, TopBar
from tests.ui.rooms import add_amendments, add_people, add_text, new_desk


@pytest.fixture
def heard(qtbot: QtBot) -> Iterator[list[tuple[str, bool]]]:
    said: list[tuple[str, bool]] = []

    def hear(words: str, urgent: bool) -> None:
        said.append((words, urgent))

    QAccessible.setActive(True)
    Announcer.instance().said.connect(hear)
    yield said
    Announcer.instance().said.disconnect(hear)
    QAccessible.setActive(False)


def test_nothing_is_said_without_words_or_a_listener(heard: list[tuple[str, bool]], qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "")
    QAccessible.setActive(False)
    announce(widget, "unheard")
    assert heard == []


def test_a_notice_is_said_and_an_error_breaks_in(heard: list[tuple[str, bool]], qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_words("The amendment is closed.", "warn")
    banner.show_words("The disk is full.", "error")
    assert heard == [("The amendment is closed.", False), ("The disk is full.", True)]


def test_what_is_wrong_with_a_field_is_said_once(heard: list[tuple[str, bool]], qtbot: QtBot) -> None:
    row = FormRow(QLineEdit())
    qtbot.addWidget(row)
    row.set_words("Number", "Its number.")
    row.set_problem("There is no such number.")
    row.set_problem("")
    assert heard == [("There is no such number.", False)]


def test_the_end_of_the_time_is_said_once(heard: list[tuple[str, bool]], qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = TopBar(Actions(window))
    window.setCentralWidget(bar)
    fact = [Fact("Floor:", strong="Workers")]
    bar.show_heading(Heading(ticking=lambda: fact[0]))
    fact[0] = Fact("Floor:", strong="Workers", alert="The time of Workers is over")
    bar._tick()
    bar._tick()
    assert heard == [("The time of Workers is over", True)]


def test_a_description_is_only_told_when_it_is_another(heard: list[tuple[str, bool]], qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    describe(widget, "5: The Office should …")
    assert widget.accessibleDescription() == "5: The Office should …"


def test_decisions_are_named_when_taken_undone_and_done_again(
    tmp_path: Path, heard: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    with new_desk(tmp_path) as desk:
        _fill(desk)
        seq = desk.seq
        assert decision_words(desk).startswith(f"Decision {seq} saved: ")
        desk.perform(Undo()).result()
        assert decision_words(desk).startswith("Undone: ")
        desk.perform(Redo()).result()
        assert decision_words(desk).startswith("Done again: ")
        widget = QWidget()
        qtbot.addWidget(widget)
        announce_row(widget, desk)
        assert heard == [(decision_words(desk), False)]


def _fill(desk: Desk) -> None:
    add_people(desk)
    add_text(desk)
    add_amendments(desk)
