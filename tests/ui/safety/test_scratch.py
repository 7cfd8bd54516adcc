"""Unsaved words are kept beside the journal, forgotten when they are kept or left, found after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.journal.beside import Beside
from consult_app.journal.errors import Unwritable
from consult_app.journal.jottings import LEFT
from consult_app.meetings.reasons import Message
from consult_app.ui.office import Office
from tests.ui.safety.crashed import (
    desk_of,
    editor_at,
    found_in,
    kept,
    opened,
    table_of,
    wait_for,
)
from tests.ui.table_meeting import done


def test_words_are_kept_as_they_are_written_and_put_by_when_they_are_left(
    qtbot: QtBot, office: Office
) -> None:
    editor = editor_at(office, "2(ii)")
    office.safety.look()
    assert kept(office) == []  # nothing was written yet
    editor.set_words("report every sec")
    office.safety.look()
    editor.set_words("report every second y")
    office.safety.look()
    assert [(each.words, each.extra["what"]) for each in kept(office)] == [
        ("report every second y", "wording")
    ]
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    wait_for(qtbot, lambda: [each.place.startswith(LEFT) for each in kept(office)] == [True])


def test_words_that_go_into_the_journal_are_forgotten_beside_it(qtbot: QtBot, office: Office) -> None:
    editor = editor_at(office, "2(ii)")
    editor.set_words("report every second year.")
    office.safety.look()
    assert len(kept(office)) == 1
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, lambda: table_of(office).acting.editor is None)
    office.safety.look()
    assert kept(office) == []


def test_nothing_is_written_while_nothing_changes(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    editor_at(office, "2(ii)").set_words("report every sec")
    office.safety.look()
    asked: list[object] = []
    monkeypatch.setattr(desk_of(office), "beside", asked.append)
    office.safety.look()
    assert asked == []


def test_a_meeting_that_is_closed_with_unsaved_words_keeps_them(
    qtbot: QtBot, office: Office, path: Path
) -> None:
    editor_at(office, "2(ii)").set_words("report every sec")
    office.shell.close()
    again = opened(qtbot, path)
    found = found_in(qtbot, again)
    assert "item 2(ii), English" in found.words.text() or "2(ii), English" in found.words.text()
    assert "“report every sec”" in found.words.text()


def test_a_disk_that_is_full_is_said_once(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_beside: Beside, _kept: object) -> None:
        raise Unwritable(Message("{file} is full.", {"file": "m"}))

    editor = editor_at(office, "2(ii)")
    with monkeypatch.context() as patched:
        patched.setattr(Beside, "keep_scratch", full)
        editor.set_words("report every sec")
        office.safety.look()
        wait_for(qtbot, lambda: office.shell.banner.words == "m is full.")
        office.shell.banner.dismiss()
        office.safety.look()
        desk_of(office).beside(lambda _beside: None).result()
        qtbot.wait(20)
        assert office.shell.banner.words == ""
    office.safety.look()
    assert [each.words for each in kept(office)] == ["report every sec"]


def test_what_was_said_of_a_full_disk_goes_when_the_disk_takes_something_again(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_beside: Beside, _kept: object) -> None:
        raise Unwritable(Message("{file} is full.", {"file": "m"}))

    with monkeypatch.context() as patched:
        patched.setattr(Beside, "keep_scratch", full)
        editor_at(office, "2(ii)").set_words("report every sec")
        office.safety.look()
        wait_for(qtbot, lambda: office.shell.banner.words == "m is full.")
    office.safety.look()
    wait_for(qtbot, lambda: office.shell.banner.words == "")
    office.say_unexpected(Unwritable(Message("{file} is full.", {"file": "m"})), Path("log"))
    assert office.shell.banner.words == "m is full."
    done(desk_of(office), SubmitAmendment(by="workers", kind="delete", target="1"))
    wait_for(qtbot, lambda: office.shell.banner.words == "")


def test_another_notice_is_left_alone_when_the_disk_takes_something_again(
    qtbot: QtBot, office: Office
) -> None:
    office.say_unexpected(Unwritable(Message("{file} is full.", {"file": "m"})), Path("log"))
    office.shell.show_notice("warn", "something else")
    done(desk_of(office), SubmitAmendment(by="workers", kind="delete", target="1"))
    office.safety.look()
    qtbot.wait(20)
    assert office.shell.banner.words == "something else"


def test_a_reader_keeps_nothing(qtbot: QtBot, path: Path) -> None:
    with Desk.open(path) as writing:
        done(writing, SubmitAmendment(by="workers", kind="delete", target="1"))
        with Desk.open(path, write=False) as reading:
            office = Office()
            qtbot.addWidget(office.shell, before_close_func=lambda _shell: office.close_meeting())
            office._opened(reading, "")
            editor_at(office, "2(ii)").set_words("report every sec")
            office.safety.look()
            assert writing.beside(Beside.scratch).result() == []
            office.close_meeting()
