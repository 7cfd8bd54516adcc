"""Backups: made while the file is written, thinned out, restored with what was there kept."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from consult_app.desk import Desk, Done
from consult_app.journal import backups
from consult_app.journal.backups import BackupKeeper, back_up, backups_of, folder_for, restore, thin_out
from consult_app.journal.errors import InUse, NotAMeeting
from tests.small_meeting import command, create_command


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "m.consult"
    with Desk.create(path, command(create_command())):
        pass
    return path


def symbol(path: Path) -> str:
    with Desk.open(path, write=False) as desk:
        return desk.state.assembly.meeting.symbol


def set_symbol(path: Path, words: str) -> None:
    with Desk.open(path) as desk:
        assert isinstance(desk.perform(command({"do": "set_meeting", "symbol": words})).result(), Done)


def test_a_backup_is_made_when_a_desk_closes(file: Path) -> None:
    assert len(backups_of(file)) == 1
    set_symbol(file, "A")
    newest = backups_of(file)[0]
    assert symbol(newest) == "A"
    with Desk.open(file, write=False):
        pass
    assert backups_of(file)[0] == newest
    assert [path.suffix for path in folder_for(file).iterdir() if path.suffix != ".consult"] in (
        [],
        [".lock"],
    )


def test_a_backup_is_whole_while_the_file_is_written(file: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with Desk.open(file) as desk:
        futures = [
            desk.perform(command({"do": "set_meeting", "symbol": f"S/{number}"})) for number in range(40)
        ]
        made = back_up(file, stick)
        for future in futures:
            assert isinstance(future.result(), Done)
    for each in (made, stick / "m-backup.consult"):
        with Desk.open(each, write=False) as desk:
            assert desk.check() == []


def test_old_backups_are_thinned_out(tmp_path: Path) -> None:
    names = [f"202611{day:02}-{hour:02}0000.consult" for day in (1, 2, 3) for hour in range(1, 11)]
    for name in names:
        (tmp_path / name).touch()
    thin_out(tmp_path)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["20261101-100000.consult", *names[10:]]


def test_restoring_keeps_what_was_there(file: Path) -> None:
    set_symbol(file, "A")
    backup = backups_of(file)[0].rename(file.with_name("kept.consult"))
    set_symbol(file, "B")
    kept = [restore(backup, file), restore(backup, file)]
    assert symbol(file) == "A"
    assert kept[0] is not None and kept[1] is not None and kept[0] != kept[1]
    assert [symbol(path) for path in kept if path] == ["B", "A"]
    file.unlink()
    assert restore(backup, file) is None
    assert symbol(file) == "A"


def test_restoring_keeps_the_log_that_a_crash_left(file: Path, tmp_path: Path) -> None:
    backup = backups_of(file)[0].rename(tmp_path / "kept.consult")
    crashed = tmp_path / "crashed.consult"
    with Desk.open(file) as desk:
        assert isinstance(desk.perform(command({"do": "set_meeting", "symbol": "LATE"})).result(), Done)
        shutil.copy(file, crashed)
        log = Path(f"{file}-wal")
        if log.exists():
            shutil.copy(log, f"{crashed}-wal")
    kept = restore(backup, crashed)
    assert kept is not None
    assert (symbol(crashed), symbol(kept)) == ("", "LATE")


def test_nothing_is_restored_under_an_open_desk_or_from_no_backup(file: Path, tmp_path: Path) -> None:
    backup = backups_of(file)[0].rename(tmp_path / "kept.consult")
    with Desk.open(file), pytest.raises(InUse):
        restore(backup, file)
    other = tmp_path / "words.consult"
    other.write_text("words")
    before = file.read_bytes()
    with pytest.raises(NotAMeeting):
        restore(other, file)
    assert file.read_bytes() == before


def test_the_keeper_makes_one_when_it_is_due(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = threading.Event()
    monkeypatch.setattr(backups, "back_up", lambda *_, **__: made.set())
    keeper = BackupKeeper(file, every=0.01)
    keeper.changed()
    assert made.wait(30)
    keeper.close()


@pytest.mark.expects_log
def test_a_backup_that_fails_stops_nobody(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(backups, "back_up", fails)
    set_symbol(file, "A")
    assert "no backup of m.consult could be made: disk full" in caplog.text
    assert symbol(file) == "A"


def test_the_second_place_is_remembered_and_served(file: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick of the clerk"
    stick.mkdir()
    assert backups.second_place() is None
    backups.set_second_place(stick)
    set_symbol(file, "A")
    assert symbol(stick / f"{file.stem}-backup.consult") == "A"
    backups.set_second_place(None)
    assert backups.second_place() is None
    set_symbol(file, "B")
    assert symbol(stick / f"{file.stem}-backup.consult") == "A"


def test_a_copy_never_takes_the_place_of_an_open_meeting(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.consult"
    backups.copy(file, other)
    with Desk.open(other) as desk:
        with pytest.raises(InUse):
            backups.copy(file, other)
        assert isinstance(desk.perform(command({"do": "set_meeting", "symbol": "KEPT"})).result(), Done)
    assert symbol(other) == "KEPT"
    with pytest.raises(NotAMeeting, match="itself"):
        backups.copy(file, file)


def test_a_damaged_backup_does_not_take_the_meeting_away(file: Path, tmp_path: Path) -> None:
    set_symbol(file, "A")
    damaged = tmp_path / "damaged.consult"
    data = bytearray(file.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    damaged.write_bytes(data)
    with pytest.raises(NotAMeeting):
        restore(damaged, file)
    assert symbol(file) == "A"
    assert not list(file.parent.glob("*.part"))


def test_one_file_has_one_lock_whatever_it_is_called(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.consult"
    link.symlink_to(file)
    with Desk.open(file), pytest.raises(InUse):
        Desk.open(link)


@pytest.mark.expects_log
def test_a_second_place_that_is_in_use_stops_nobody(
    file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    copied = stick / f"{file.stem}-backup.consult"
    backups.copy(file, copied)
    backups.set_second_place(stick)
    with Desk.open(copied):
        set_symbol(file, "A")
    assert "no backup of m.consult could be made" in caplog.text
    assert symbol(file) == "A"
