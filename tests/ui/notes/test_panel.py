"""Private notes at the Table: written, changed, deleted for a moment, marked, found again after a crash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.language import Languages
from consult_app.ui.notes.panel import ALL, NotesPanel
from consult_app.ui.notes.subjects import MEETING, of_amendment, of_node
from consult_app.ui.table.outline import NOTED_ROLE
from consult_app.ui.table.station import TableStation
from tests.ui.audit import nameless
from tests.ui.table_meeting import done, empty_meeting, go, meeting, press, shown, shown_at


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting."""
    with meeting(tmp_path) as desk:
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The Table of it at paragraph 1, unbound before the desk is closed."""
    with shown_at(qtbot, desk, "1") as station:
        yield station


def _opened(station: TableStation) -> NotesPanel:
    station.parts.outline.setFocus()
    QTest.keyClick(station.parts.outline, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    return station.parts.side.notes


def _words(panel: NotesPanel) -> list[str]:
    return [card.note.words for card in panel.cards]


def _write(qtbot: QtBot, panel: NotesPanel, words: str) -> None:
    panel.field.setFocus()
    QTest.keyClicks(panel.field, words)
    QTest.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: words in _words(panel))


def _choose(panel: NotesPanel, subject: str) -> None:
    panel.about.setCurrentIndex(panel.about.findData(subject))


def test_the_key_opens_the_notes_on_the_paragraph_at_hand(qtbot: QtBot, station: TableStation) -> None:
    panel = _opened(station)
    assert station.parts.side.page == "notes"
    assert panel.field.hasFocus()
    assert panel.about.currentText() == "Paragraph 1"
    _write(qtbot, panel, "ask room 4")
    assert panel.field.toPlainText() == ""
    assert panel.about.currentText() == "Paragraph 1 (1)"
    press(station, Qt.Key.Key_Escape)
    assert station.parts.side.page == "amendments"


def test_among_the_amendments_it_opens_those_on_the_amendment(qtbot: QtBot, station: TableStation) -> None:
    station.side_acting.to_amendments()
    assert station.amendment_at_hand is not None
    station.notes.open()
    panel = station.parts.side.notes
    assert panel.subject == of_amendment(station.amendment_at_hand.id)
    assert panel.about.currentText() == "D.1"


def test_it_says_that_they_are_private(station: TableStation) -> None:
    panel = _opened(station)
    assert panel._private.text() == "Private: never printed, never shown in the room."
    assert panel._private.isVisible()
    assert not nameless(panel)


def test_it_follows_what_is_at_hand_and_keeps_half_written_words(qtbot: QtBot, station: TableStation) -> None:
    panel = _opened(station)
    QTest.keyClicks(panel.field, "half")
    go(station, "2(i)")
    assert panel.about.currentText() == "Paragraph 2(i)"
    assert panel.field.toPlainText() == ""
    go(station, "1")
    assert panel.field.toPlainText() == "half"


def test_the_notes_on_the_meeting_stay_in_sight(qtbot: QtBot, station: TableStation) -> None:
    panel = _opened(station)
    _choose(panel, MEETING)
    _write(qtbot, panel, "interpreters end early")
    go(station, "2(ii)")
    assert panel.subject == MEETING
    assert _words(panel) == ["interpreters end early"]


def test_a_note_is_changed(qtbot: QtBot, station: TableStation) -> None:
    panel = _opened(station)
    _write(qtbot, panel, "before")
    card = panel.cards[0]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert panel.field.hasFocus()
    assert panel.field.toPlainText() == "before"
    press(station, Qt.Key.Key_Escape)
    assert panel.field.toPlainText() == ""
    assert station.parts.side.page == "notes"
    panel.cards[0].change_button.click()
    _write(qtbot, panel, "after")
    assert _words(panel) == ["after"]


def test_a_deleted_note_can_be_put_back_for_a_moment(qtbot: QtBot, station: TableStation) -> None:
    panel = _opened(station)
    _write(qtbot, panel, "one")
    _write(qtbot, panel, "two")
    card = panel.cards[0]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: _words(panel) == ["two"])
    assert panel.undo_button.isVisible()
    assert panel.undo_button.hasFocus()
    QTest.keyClick(panel.undo_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _words(panel) == ["one", "two"])
    assert not panel.undo_button.isVisible()
    panel.cards[1].delete_button.click()
    qtbot.waitUntil(panel.undo_button.isVisible)
    _choose(panel, MEETING)
    assert not panel.undo_button.isVisible()


def test_nothing_is_not_kept(station: TableStation) -> None:
    panel = _opened(station)
    panel.writing.keep_button.click()
    assert panel.writing.problem
    assert panel.cards == []


def test_all_notes_lead_to_what_they_are_about(qtbot: QtBot, station: TableStation) -> None:
    panel = _opened(station)
    _write(qtbot, panel, "on paragraph 1")
    go(station, "2(ii)")
    _choose(panel, ALL)
    assert _words(panel) == ["on paragraph 1"]
    assert not panel.writing.isVisible()
    assert panel.cards[0].accessibleName().startswith("Paragraph 1, on paragraph 1")
    panel.cards[0].change_button.click()
    assert station.name_of(station.current_node.id) == "paragraph 1"
    assert panel.subject == of_node(station.current_node.id)
    assert station.parts.side.page == "notes"


def test_what_has_a_note_is_marked(qtbot: QtBot, station: TableStation) -> None:
    outline, cards = station.parts.outline, station.parts.list
    place = outline.rows_model.place_of(station.current_node.id)
    index = outline.rows_model.index(place)
    assert not index.data(NOTED_ROLE)
    panel = _opened(station)
    _write(qtbot, panel, "on the paragraph")
    assert index.data(NOTED_ROLE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("private note")
    assert station.amendment_at_hand is not None
    name = station.amendment_at_hand.id
    assert cards.card(name).noted.isHidden()
    _choose(panel, of_amendment(name))
    _write(qtbot, panel, "on the amendment")
    assert not cards.card(name).noted.isHidden()
    assert station.parts.side.switch.button("notes").text() == "Notes (2)"
    go(station, "2(i)")
    go(station, "1")
    assert not cards.card(name).noted.isHidden()


def test_a_decision_elsewhere_disturbs_nothing(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    panel = _opened(station)
    QTest.keyClicks(panel.field, "still writing")
    done(desk, SubmitAmendment(by="workers", kind="delete", target="2(ii)"))
    qtbot.waitUntil(lambda: station.reading is not None and len(station.reading.drafting.amendments) == 5)
    assert panel.field.toPlainText() == "still writing"
    assert panel.field.hasFocus()


def test_they_can_be_read_but_not_written_where_the_meeting_is_read_only(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    panel = _opened(station)
    _write(qtbot, panel, "to be read")
    with Desk.open(desk.path, write=False) as reader:
        other = shown(qtbot, reader)
        go(other, "1")
        reading = _opened(other)
        qtbot.waitUntil(lambda: _words(reading) == ["to be read"])
        assert not reading.writing.isVisible()
        assert not reading.cards[0].delete_button.isVisible()
        assert reading.about.hasFocus()
        QTest.keyClick(reading.cards[0], Qt.Key.Key_Delete)
        assert _words(reading) == ["to be read"]
        other.bind(None)


def test_words_that_were_not_kept_are_found_again(qtbot: QtBot, station: TableStation) -> None:
    panel = _opened(station)
    _write(qtbot, panel, "kept")
    QTest.keyClicks(panel.field, "new words")
    panel.begin_change(panel.cards[0].note)
    panel.field.setPlainText("other words")
    found = {each.words: each for each in station.unsaved()}
    assert set(found) == {"new words", "other words"}
    panel.forget()
    station.side_acting.to_amendments()
    assert station.resume(found["other words"]) == "opened"
    assert panel.field.toPlainText() == "other words"
    panel.give_up()
    go(station, "2(i)")
    assert station.resume(found["new words"]) == "opened"
    assert panel.field.toPlainText() == "new words"
    assert panel.about.currentText() == "Paragraph 1 (1)"


def test_without_a_text_there_are_notes_on_the_meeting(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with empty_meeting(tmp_path / "empty") as desk:
        station = shown(qtbot, desk)
        station.notes.open()
        panel = station.parts.side.notes
        assert panel.subject == MEETING
        _write(qtbot, panel, "the draft comes tomorrow")
        station.bind(None)


def test_nothing_of_a_closed_meeting_stays(qtbot: QtBot, station: TableStation, tmp_path: Path) -> None:
    panel = _opened(station)
    _write(qtbot, panel, "of this meeting")
    QTest.keyClicks(panel.field, "unfinished")
    (tmp_path / "other").mkdir()
    with empty_meeting(tmp_path / "other") as other:
        station.bind(other)
        station.notes.open()
        assert _words(panel) == []
        assert panel.field.toPlainText() == ""
        assert list(station.unsaved()) == []
        station.bind(None)


def test_it_speaks_the_language_of_the_window(qtbot: QtBot, station: TableStation) -> None:
    panel = _opened(station)
    _write(qtbot, panel, "a note")
    english = panel._private.text()
    Languages.set("es")
    qtbot.waitUntil(lambda: panel._private.text() != english)
    assert panel.cards[0].delete_button.text() != "Delete"
    assert panel.about.currentText() == "Párrafo 1 (1)"
