"""The form for a new meeting: what cannot work is said beside its field, nothing else is held back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit
from pytestqt.qtbot import QtBot

from consult_app import places
from consult_app.ui.language import Languages
from consult_app.ui.window.new_meeting import NewMeeting, NewMeetingPage
from consult_app.ui.window.presets import shipped_presets


@pytest.fixture
def form(qtbot: QtBot) -> NewMeetingPage:
    page = NewMeetingPage(shipped_presets)
    qtbot.addWidget(page)
    page.clear()
    page.resize(900, 700)
    page.show()
    return page


def line(form: NewMeetingPage, row: str) -> QLineEdit:
    field = form.row(row).field
    assert isinstance(field, QLineEdit)
    return field


def day(form: NewMeetingPage, row: str) -> QDateEdit:
    field = form.row(row).field
    assert isinstance(field, QDateEdit)
    return field


def test_one_title_is_enough(form: NewMeetingPage, qtbot: QtBot) -> None:
    line(form, "title-fr").setText("Réunion sur les ports fluviaux")
    line(form, "place").setText("Genève")
    day(form, "first").setDate(QDate(2026, 11, 2))
    day(form, "last").setDate(QDate(2026, 11, 6))
    with qtbot.waitSignal(form.create_asked) as caught:
        form.attempt()
    asked = caught.args[0]
    assert isinstance(asked, NewMeeting)
    assert dict(asked.titles) == {"fr": "Réunion sur les ports fluviaux"}
    assert asked.path == places.documents_dir() / "reunion-sur-ports-fluviaux.consult"
    assert (asked.first.isoformat(), asked.last.isoformat()) == ("2026-11-02", "2026-11-06")
    assert asked.rules == "tripartite_technical_2013"


def test_without_a_title_the_fault_is_beside_the_title(form: NewMeetingPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.create_asked):
        form.attempt()
    assert "at least one language" in form.row("title-en").problem
    line(form, "title-es").setText("Puertos")
    assert form.row("title-en").problem == ""


def test_nothing_is_said_before_the_first_attempt(form: NewMeetingPage) -> None:
    line(form, "place").setText("Geneva")
    assert form.problems() != {}
    assert form.row("title-en").problem == ""


def test_the_last_day_follows_the_first_and_may_not_precede_it(form: NewMeetingPage) -> None:
    day(form, "first").setDate(QDate(2030, 5, 6))
    assert day(form, "last").date() == QDate(2030, 5, 6)
    day(form, "last").setDate(QDate(2030, 5, 1))
    assert "before the first" in form.problems()["last"]


def test_a_file_that_is_there_is_never_overwritten(form: NewMeetingPage, tmp_path: Path) -> None:
    taken = tmp_path / "ports.consult"
    taken.touch()
    line(form, "title-en").setText("Ports")
    for typed in (taken, taken.with_suffix("")):
        line(form, "path").setText(str(typed))
        assert "is there already" in form.problems()["path"]
    line(form, "path").setText(str(tmp_path / "nowhere" / "ports.consult"))
    assert "is not there" in form.problems()["path"]
    line(form, "path").setText(" ")
    assert form.problems()["path"] == "Say where the file goes."


def test_the_suggested_name_follows_the_title_until_it_is_changed(form: NewMeetingPage, qtbot: QtBot) -> None:
    (places.documents_dir() / "river-ports.consult").touch()
    line(form, "title-en").setText("The River Ports")
    assert line(form, "path").text().endswith("river-ports-2.consult")
    line(form, "path").clear()
    QTest.keyClicks(line(form, "path"), "own")
    line(form, "title-en").setText("Another")
    assert line(form, "path").text() == "own"


def test_presets_are_named_in_the_window_s_language(form: NewMeetingPage, qtbot: QtBot) -> None:
    choice = form.row("rules").field
    assert isinstance(choice, QComboBox)
    assert choice.count() == 7
    choice.setCurrentIndex(6)
    Languages.set("fr")
    qtbot.waitUntil(lambda: choice.currentText() == "Règles propres")
    assert choice.currentData() == "custom"


def test_keys_create_and_cancel(form: NewMeetingPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.cancelled):
        QTest.keyClick(form, Qt.Key.Key_Escape)
    line(form, "title-en").setText("Ports")
    with qtbot.waitSignal(form.create_asked):
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
