"""The book of notes and what they are about: read once, written beside the journal, never into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.journal.jottings import Note
from consult_app.meetings.reasons import Refused
from consult_app.ui.language import Languages
from consult_app.ui.notes.book import NoteBook
from consult_app.ui.notes.subjects import (
    MEETING,
    amendment_in,
    node_in,
    of_amendment,
    of_node,
    subject_words,
)
from tests.ui.table_meeting import meeting


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting."""
    with meeting(tmp_path) as desk:
        yield desk


@pytest.fixture
def book(qtbot: QtBot, desk: Desk) -> NoteBook:
    """Its notes, of which there are none."""
    book = NoteBook()
    book.bind(desk)
    return book


def _wait(qtbot: QtBot, book: NoteBook, *words: str) -> None:
    qtbot.waitUntil(lambda: tuple(note.words for note in book.all()) == words)


def _write(qtbot: QtBot, book: NoteBook, subject: str, words: str) -> Note:
    book.write(subject, words, lambda: None)
    qtbot.waitUntil(lambda: words in [note.words for note in book.all()])
    return book.all()[-1]


def test_notes_are_written_changed_deleted_and_put_back(qtbot: QtBot, book: NoteBook) -> None:
    first = _write(qtbot, book, MEETING, "first")
    second = _write(qtbot, book, of_node("n1"), "second")
    assert book.subjects == {MEETING, of_node("n1")}
    assert book.of(MEETING) == (first,)
    book.change(first, "changed", lambda: None)
    _wait(qtbot, book, "changed", "second")
    book.delete(second, lambda: None)
    _wait(qtbot, book, "changed")
    book.put_back(second)
    _wait(qtbot, book, "changed", "second")
    assert book.of(of_node("n1")) == (second,)


def test_they_are_there_when_the_meeting_is_opened_again(qtbot: QtBot, desk: Desk, book: NoteBook) -> None:
    _write(qtbot, book, MEETING, "kept")
    again = NoteBook()
    again.bind(desk)
    _wait(qtbot, again, "kept")


def test_the_record_knows_nothing_of_them(qtbot: QtBot, desk: Desk, book: NoteBook) -> None:
    seq, rows = desk.seq, desk.rows()
    _write(qtbot, book, MEETING, "unrecorded")
    assert (desk.seq, desk.rows()) == (seq, rows)
    assert desk.check() == []


def test_a_note_that_was_deleted_elsewhere_is_written_anew(qtbot: QtBot, desk: Desk, book: NoteBook) -> None:
    note = _write(qtbot, book, MEETING, "here")
    desk.beside(lambda beside: beside.delete_note(note.id)).result()
    book.change(note, "what was typed", lambda: None)
    qtbot.waitUntil(lambda: "what was typed" in [each.words for each in book.all()])


def test_where_a_meeting_is_read_only_so_are_its_notes(
    qtbot: QtBot, desk: Desk, book: NoteBook, tmp_path: Path
) -> None:
    _write(qtbot, book, MEETING, "to be read")
    with Desk.open(desk.path, write=False) as reader:
        reading = NoteBook()
        reading.bind(reader)
        _wait(qtbot, reading, "to be read")
        assert book.writable
        assert not reading.writable
        with qtbot.waitSignal(reading.failed) as caught:
            reading.write(MEETING, "refused", lambda: None)
        assert caught.args is not None
        assert isinstance(caught.args[0], Refused)


def test_a_closed_meeting_leaves_nothing(qtbot: QtBot, book: NoteBook) -> None:
    _write(qtbot, book, MEETING, "gone")
    book.bind(None)
    assert book.all() == ()
    assert not book.writable


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_subject_is_called_by_its_name(desk: Desk, language: str) -> None:
    Languages.set(language)
    text = desk.state.drafting.texts["conclusions"]
    node = next(each for each in text.tree.walk() if text.tree.spots[each].kind == "paragraph")
    amendment = next(iter(desk.state.drafting.amendments.values()))
    noun = {"en": "Paragraph 1", "fr": "Paragraphe 1", "es": "Párrafo 1"}[language]
    assert subject_words(desk.state, of_node(node)) == noun
    assert subject_words(desk.state, of_amendment(amendment.id)) == "D.1"
    whole = {"en": "The meeting", "fr": "La réunion", "es": "La reunión"}[language]
    assert subject_words(desk.state, MEETING) == whole
    assert subject_words(desk.state, of_node("gone")) not in ("", noun, whole)


def test_a_subject_says_what_it_is() -> None:
    assert (node_in(of_node("a")), amendment_in(of_node("a"))) == ("a", "")
    assert (node_in(of_amendment("b")), amendment_in(of_amendment("b"))) == ("", "b")
    assert (node_in(MEETING), amendment_in(MEETING)) == ("", "")
