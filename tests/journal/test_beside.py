"""Unsaved words and private notes are kept in the file beside the journal: never a row, never a fault."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.desk import Desk, Done
from consult_app.journal.beside import Beside
from consult_app.journal.errors import Unwritable
from consult_app.journal.jottings import Note, Scratch
from consult_app.meetings.reasons import Refused
from tests.conftest import SOAK
from tests.small_meeting import command, create_command, text_command

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open meeting of two rows, whose clock stands still."""
    with Desk.create(tmp_path / "m.consult", command(create_command()), clock=lambda: NOW) as desk:
        assert isinstance(desk.perform(command(text_command())).result(), Done)
        yield desk


def keep(desk: Desk, *kept: Scratch) -> None:
    desk.beside(lambda beside: beside.keep_scratch(kept)).result()


def found(desk: Desk) -> list[Scratch]:
    return desk.beside(Beside.scratch).result()


def older(path: Path) -> Path:
    """Make of *path* a file as it was before there was anything beside the journal."""
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE scratch; DROP TABLE notes;")
    connection.close()
    return path


# unsaved words


def test_what_is_being_written_is_kept_at_its_place_and_forgotten_there(desk: Desk) -> None:
    keep(desk, Scratch("table:1:en", "The Office sh", {"by": "workers"}), Scratch("form", "Whereas"))
    keep(desk, Scratch("table:1:en", "The Office should", {"by": "employers"}))
    assert [(each.place, each.words, each.extra) for each in found(desk)] == [
        ("form", "Whereas", {}),
        ("table:1:en", "The Office should", {"by": "employers"}),
    ]
    assert {each.time for each in found(desk)} == {"2026-11-02T09:30:00.000Z"}
    desk.beside(lambda beside: beside.drop_scratch(["table:1:en", "nowhere"])).result()
    assert [each.place for each in found(desk)] == ["form"]


def test_what_an_earlier_session_left_is_never_written_over(desk: Desk) -> None:
    keep(desk, Scratch("table:1:en", "left by a crash", {"node": "1"}))
    left = desk.beside(Beside.find_scratch).result()
    keep(desk, Scratch("table:1:en", "written since"))
    assert [(each.words, each.extra, each.time) for each in left] == [
        ("left by a crash", {"node": "1"}, "2026-11-02T09:30:00.000Z")
    ]
    assert {each.words for each in found(desk)} == {"left by a crash", "written since"}
    desk.beside(lambda beside: beside.drop_scratch([left[0].place])).result()
    assert [each.words for each in desk.beside(Beside.find_scratch).result()] == ["written since"]


@pytest.mark.soak
@settings(max_examples=1_000 if SOAK else 60)  # each opens the file twice
@given(words=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_words_come_back_as_they_were_written(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    path = tmp_path_factory.getbasetemp() / "beside" / "words.consult"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        Desk.create(path, command(create_command())).close()
    with Desk.open(path) as desk:
        keep(desk, Scratch("place", words, {"words": words}))
    with Desk.open(path, write=False) as reading:
        kept = found(reading)
    assert [(each.words, each.extra) for each in kept] == [(words, {"words": words})]


def test_unsaved_words_survive_a_program_that_was_killed(desk: Desk, tmp_path: Path) -> None:
    keep(desk, Scratch("table:1:en", "half a sen"))
    killed = tmp_path / "killed.consult"
    for end in ("", "-wal"):  # the files as they lie on disk while the desk still has them open
        source = desk.path.with_name(desk.path.name + end)
        if source.exists():
            shutil.copyfile(source, killed.with_name(killed.name + end))
    with Desk.open(killed) as opened:
        assert [each.words for each in found(opened)] == ["half a sen"]
        assert opened.seq == desk.seq


def test_the_one_file_is_whole_after_unsaved_words_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keep(desk, Scratch("table:1:en", "half a sen"))
    assert desk._unsettled
    desk.beside(lambda _beside: desk._settle()).result()
    alone = shutil.copyfile(desk.path, tmp_path / "alone.consult")
    with Desk.open(alone) as opened:
        assert [each.words for each in found(opened)] == ["half a sen"]


# private notes


def test_a_note_is_written_changed_deleted_and_put_back(desk: Desk) -> None:
    write = desk.beside(lambda beside: beside.write_note("node:7", "Ask the Employers first.")).result()
    other = desk.beside(lambda beside: beside.write_note("meeting", "Room II is cold.")).result()
    assert write == Note(1, "node:7", "Ask the Employers first.", stamped(), stamped())
    changed = desk.beside(lambda beside: beside.change_note(write.id, "Asked.")).result()
    assert changed is not None
    assert changed.words == "Asked."
    assert desk.beside(Beside.notes).result() == [changed, other]
    assert desk.beside(lambda beside: beside.notes("node:7")).result() == [changed]
    deleted = desk.beside(lambda beside: beside.delete_note(write.id)).result()
    assert deleted == changed
    assert desk.beside(Beside.notes).result() == [other]
    desk.beside(lambda beside: beside.put_back_note(changed)).result()
    assert desk.beside(Beside.notes).result() == [changed, other]


def stamped() -> str:
    return "2026-11-02T09:30:00.000Z"


def test_what_is_not_there_is_neither_changed_nor_deleted(desk: Desk) -> None:
    assert desk.beside(lambda beside: beside.change_note(9, "x")).result() is None
    assert desk.beside(lambda beside: beside.delete_note(9)).result() is None


def test_a_deleted_note_comes_back_though_another_was_written_since(desk: Desk) -> None:
    first = desk.beside(lambda beside: beside.write_note("meeting", "one")).result()
    desk.beside(lambda beside: beside.delete_note(first.id)).result()
    second = desk.beside(lambda beside: beside.write_note("meeting", "two")).result()
    desk.beside(lambda beside: beside.put_back_note(first)).result()
    assert desk.beside(Beside.notes).result() == [first, second]


# beside, not in


def test_nothing_beside_the_journal_is_a_row_or_a_fault(desk: Desk) -> None:
    before, state = [row.hash for row in desk.rows()], desk.state
    keep(desk, Scratch("table:1:en", "nobody is to read this"))
    desk.beside(lambda beside: beside.write_note("meeting", "nor this")).result()
    assert [row.hash for row in desk.rows()] == before
    assert desk.state is state
    assert desk.check() == []


def test_a_file_from_before_reads_as_empty_and_gets_its_tables_when_written(tmp_path: Path) -> None:
    path = tmp_path / "old.consult"
    Desk.create(path, command(create_command())).close()
    with Desk.open(older(path), write=False) as reading:
        assert (found(reading), reading.beside(Beside.notes).result()) == ([], [])
    with Desk.open(path) as desk:
        keep(desk, Scratch("form", "Whereas"))
        assert desk.check() == []
    with Desk.open(path, write=False) as reading:
        assert [each.words for each in found(reading)] == ["Whereas"]


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda beside: beside.keep_scratch([Scratch("form", "x")]), id="scratch"),
        pytest.param(lambda beside: beside.drop_scratch(["form"]), id="forget"),
        pytest.param(lambda beside: beside.write_note("meeting", "x"), id="note"),
    ],
)
def test_a_reader_writes_nothing(desk: Desk, write: object) -> None:
    with Desk.open(desk.path, write=False) as reading, pytest.raises(Refused) as refused:
        reading.beside(write).result()  # type: ignore[arg-type]
    assert refused.value.rule == "read_only"


def test_a_disk_that_is_full_is_said(desk: Desk) -> None:
    def room_for(pages: int) -> None:
        connection = desk._file._connection
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.rollback()

    desk.beside(lambda _: room_for(1)).result()
    with pytest.raises(Unwritable, match="Make room"):
        keep(desk, Scratch("form", "x" * 100_000))
    desk.beside(lambda _: room_for(1_000_000)).result()
    keep(desk, Scratch("form", "x"))
    assert [each.words for each in found(desk)] == ["x"]
