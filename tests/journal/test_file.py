"""A meeting file: append-only, whole when closed, held by one writer, read by others; its faults are said."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from consult_app.desk import Desk, Done, Refusal
from consult_app.journal.errors import Damaged, InUse, JournalError, NewerFile, NotAMeeting
from consult_app.journal.file import JournalFile
from consult_app.journal.recognising import APPLICATION_ID, FILE_FORMAT, recognise
from consult_app.journal.rows import Row, active, faults, sealed
from consult_app.replay import STATE_FORMAT, freeze
from tests.small_meeting import command, create_command, text_command

#: a row that tampering is tried on, and what it says before
ROW = 3


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed meeting file of four rows."""
    path = tmp_path / "m.consult"
    with Desk.create(path, command(create_command())) as desk:
        for fields in (
            text_command(),
            {"do": "set_meeting", "symbol": "TMLK/2026"},
            {"do": "open_node", "node": "3"},
        ):
            assert isinstance(desk.perform(command(fields)).result(), Done)
    return path


def tampered(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in (
        "DROP TRIGGER journal_is_append_only_update",
        "DROP TRIGGER journal_is_append_only_delete",
        *statements,
    ):
        connection.execute(statement)
    connection.commit()
    connection.close()


# the chain


def rows(number: int) -> list[Row]:
    made: list[Row] = []
    for seq in range(1, number + 1):
        previous = made[-1].hash if made else "0" * 64
        made.append(sealed(previous, seq, "2026-11-02T09:00:00.000Z", "desk", "clerk", "{}", "[]"))
    return made


def test_a_chain_is_sound_and_every_change_is_found() -> None:
    sound = rows(4)
    assert list(faults(sound)) == []
    assert list(faults([*sound[:1], *sound[2:]]))
    assert list(faults([sound[1], sound[0], *sound[2:]]))
    for field, value in (
        ("time", "2027"),
        ("actor", "x"),
        ("command", "{ }"),
        ("events", "[1]"),
        ("undoes", 1),
    ):
        changed = {name: getattr(sound[1], name) for name in sound[1].__struct_fields__} | {field: value}
        assert list(faults([sound[0], Row(**changed), *sound[2:]])) == [
            "row 2 has been changed since it was written"
        ]


def test_a_field_cannot_slide_into_its_neighbour() -> None:
    one = sealed("0" * 64, 1, "t", "desk", "ab", "c", "[]")
    other = sealed("0" * 64, 1, "t", "desk", "a", "bc", "[]")
    assert one.hash != other.hash


def test_which_rows_count() -> None:
    assert active([(1, 0), (2, 0), (3, 2)]) == {1: True, 2: False, 3: True}
    assert active([(1, 0), (2, 0), (3, 2), (4, 3)]) == {1: True, 2: True, 3: False, 4: True}


# the file


def test_the_journal_cannot_be_changed(file: Path) -> None:
    connection = sqlite3.connect(file)
    for statement in ("UPDATE journal SET actor = 'x'", "DELETE FROM journal"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_after_closing_it_is_one_whole_file(file: Path) -> None:
    beside = {path.name for path in file.parent.iterdir() if not path.name.endswith(".lock")}
    assert beside == {"m.consult"}
    header = file.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == FILE_FORMAT
    moved = file.with_name("moved.consult")
    shutil.copy(file, moved)
    with Desk.open(moved) as desk:
        assert (desk.seq, desk.check()) == (4, [])


def test_a_new_file_says_what_it_is_before_its_log_is_written_back(tmp_path: Path) -> None:
    path, copied = tmp_path / "m.consult", tmp_path / "copied.consult"
    made = JournalFile.create(path)
    recognise(path)
    # as a crash would leave it: the file and its log
    shutil.copy(path, copied)
    shutil.copy(f"{path}-wal", f"{copied}-wal")
    made.close()
    opened = JournalFile.open(copied)
    assert opened.head()[0] == 0
    opened.close()


def test_a_second_writer_is_told_who_has_it(file: Path) -> None:
    with Desk.open(file) as desk:
        with pytest.raises(InUse) as refused:
            Desk.open(file)
        values = refused.value.message.values
        assert set(values) == {"file", "user", "host", "pid"}
        with Desk.open(file, write=False) as reader:
            assert (reader.seq, reader.writable) == (desk.seq, False)
            answer = reader.perform(command({"do": "open_sitting"})).result()
            assert isinstance(answer, Refusal)
            assert answer.rule == "read_only"
            assert isinstance(desk.perform(command({"do": "open_sitting"})).result(), Done)
            assert reader.state_at(5).assembly.sitting_number == 1
    with Desk.open(file) as again:
        assert again.seq == 5


def test_a_writer_closes_while_somebody_reads(file: Path) -> None:
    writer, reader = Desk.open(file), Desk.open(file, write=False)
    assert isinstance(writer.perform(command({"do": "open_sitting"})).result(), Done)
    writer.close()
    assert len(reader.rows()) == 5
    reader.close()
    with Desk.open(file) as again:
        assert (again.seq, again.check()) == (5, [])


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (
            f"UPDATE journal SET actor = 'somebody' WHERE seq = {ROW}",
            f"row {ROW} has been changed since it was written",
        ),
        (
            f"UPDATE journal SET events = replace(events, 'TMLK', 'OTHER') WHERE seq = {ROW}",
            f"row {ROW} has been changed since it was written",
        ),
        (f"DELETE FROM journal WHERE seq = {ROW}", "row 4 stands where row 3 should be"),
        (
            f"UPDATE journal SET previous = hash WHERE seq = {ROW}",
            f"row {ROW} does not follow from the row before it",
        ),
    ],
)
def test_tampering_is_found(file: Path, statement: str, fault: str) -> None:
    tampered(file, statement)
    with Desk.open(file, write=False) as desk:
        assert fault in desk.check()


def test_a_tampered_snapshot_is_found_and_a_foreign_one_is_not_used(file: Path) -> None:
    with Desk.open(file) as desk:
        live = freeze(desk.state)
        other = freeze(desk.state_at(2))
        head = desk.rows()[-1].hash
    opened = JournalFile.open(file)
    opened.keep_snapshot(4, head, STATE_FORMAT, "test", other)
    opened.close()
    with Desk.open(file, write=False) as desk:
        assert any("snapshot" in fault for fault in desk.check())
    for found_head, data in ((head, b"no state"), ("0" * 64, other)):
        opened = JournalFile.open(file)
        opened.keep_snapshot(4, found_head, STATE_FORMAT, "test", data)
        opened.close()
        with Desk.open(file, write=False) as desk:
            assert freeze(desk.state) == live


def test_a_snapshot_opens_to_the_same_state(tmp_path: Path) -> None:
    path = tmp_path / "m.consult"
    with Desk.create(path, command(create_command())) as desk:
        desk.perform(command(text_command())).result()
        for number in range(120):
            desk.perform(command({"do": "set_meeting", "symbol": f"S/{number}"})).result()
        live = freeze(desk.state)
    opened = JournalFile.open(path, write=False)
    found = opened.snapshot(STATE_FORMAT)
    opened.close()
    assert found is not None
    assert found[0] == 122
    with Desk.open(path) as desk:
        assert freeze(desk.state) == live
        assert desk.check() == []
        # an undo behind it throws it away
        assert isinstance(desk.perform(command({"do": "undo"})).result(), Done)
        assert desk.state.assembly.meeting.symbol == "S/118"
    with Desk.open(path) as desk:
        assert desk.state.assembly.meeting.symbol == "S/118"
        assert desk.check() == []


# what is no meeting file


def empty(path: Path) -> None:
    path.write_bytes(b"")


def words(path: Path) -> None:
    path.write_text("These are only words.", "utf-8")


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()


def folder(path: Path) -> None:
    path.mkdir()


def missing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize("make", [empty, words, other_database, folder, missing])
def test_what_is_no_meeting_is_refused_in_words(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "x.consult"
    make(path)
    for write in (True, False):
        with pytest.raises(NotAMeeting) as refused:
            Desk.open(path, write=write)
        assert str(refused.value)


def test_a_newer_file_is_left_alone(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA user_version={FILE_FORMAT + 1}")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(NewerFile, match="later version"):
        Desk.open(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_a_damaged_file_is_refused_in_words(file: Path, keep: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * keep)])
    try:
        with Desk.open(file) as desk:
            assert desk.check()
    except JournalError as error:
        assert isinstance(error, Damaged)
        assert "backup" in str(error)


def test_rows_that_cannot_be_read_are_damage(file: Path) -> None:
    tampered(file, f"UPDATE journal SET events = '[' WHERE seq = {ROW}")
    with pytest.raises(Damaged):
        Desk.open(file, write=False)
    # and nothing holds the file afterwards
    with pytest.raises(Damaged):
        Desk.open(file)


def test_nothing_is_created_over_a_file(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(NotAMeeting, match="exists already"):
        Desk.create(file, command(create_command()))
    with pytest.raises(NotAMeeting, match="no folder"):
        Desk.create(file.parent / "nowhere" / "m.consult", command(create_command()))
    assert file.read_bytes() == before
