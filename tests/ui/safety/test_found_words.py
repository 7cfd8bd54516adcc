"""The banner over words that were found: read, thrown away, left for later, reached by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.journal.jottings import Scratch
from consult_app.ui.language import Languages
from consult_app.ui.office import Office
from tests.ui.audit import nameless
from tests.ui.safety.crashed import (
    crashed,
    desk_of,
    editor_at,
    found_in,
    kept,
    table_of,
)


def test_words_whose_place_is_gone_can_be_read_and_copied(qtbot: QtBot, office: Office) -> None:
    extra = {"station": "table", "what": "wording", "node": "n0.99", "language": "en"}
    desk = desk_of(office)
    desk.beside(lambda beside: beside.keep_scratch([Scratch("table:x", "lost words", extra)])).result()
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    assert "no longer in the text" in found.words.text()
    found.restore.click()
    assert found.shown.isVisible()
    assert found.shown.toPlainText() == "lost words"
    assert "Copy" in again.shell.banner.words
    assert [each.words for each in kept(again)] == ["lost words"]


def test_a_private_note_is_not_read_out(qtbot: QtBot, office: Office) -> None:
    table = table_of(office)
    table.notes.open()
    table.parts.side.notes.field.setPlainText("They will give way.")
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    assert "Private note" in found.words.text()
    assert "give way" not in found.words.text()
    found.look.click()
    assert found.shown.toPlainText() == "They will give way."
    found.restore.click()
    field = table_of(again).parts.side.notes.field
    assert field.toPlainText() == "They will give way."
    assert field.textCursor().atEnd()


def test_what_is_thrown_away_can_be_brought_back(qtbot: QtBot, office: Office) -> None:
    editor_at(office, "2(ii)").set_words("report every sec")
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    found.throw.click()
    assert kept(again) == []
    assert "Thrown away" in found.words.text()
    found.bring_back.click()
    assert [each.words for each in kept(again)] == ["report every sec"]
    found.throw.click()
    found.later.click()
    assert found.isHidden()
    assert kept(again) == []


def test_what_is_left_for_later_is_found_again(qtbot: QtBot, office: Office) -> None:
    editor_at(office, "2(ii)").set_words("report every sec")
    again = crashed(qtbot, office)
    QTest.keyClick(found_in(qtbot, again), Qt.Key.Key_Escape)
    assert len(kept(again)) == 1
    later = crashed(qtbot, again)
    assert "report every sec" in found_in(qtbot, later).words.text()


def test_the_keyboard_reaches_what_was_found_in_three_languages(qtbot: QtBot, office: Office) -> None:
    editor_at(office, "2(ii)").set_words("report every sec")
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    action = again.shell.known_actions.action("edit.found")
    assert action.isEnabled()
    action.trigger()
    assert found.restore.hasFocus()
    QTest.keyClick(found.restore, Qt.Key.Key_Tab)
    QTest.keyClick(found.look, Qt.Key.Key_Space)
    assert found.shown.isVisible()
    said = set()
    for code in ("fr", "es", "en"):
        Languages.set(code)
        qtbot.wait(1)
        said.add(found.words.text())
        assert nameless(found) == []
    assert len(said) == 3
    QTest.keyClick(found.look, Qt.Key.Key_Escape)
    assert found.isHidden()
    assert not action.isEnabled()
