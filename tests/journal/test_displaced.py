"""The open file is moved, deleted or replaced: what is decided is found again whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from consult_app.desk import Desk, Done
from consult_app.journal import naming
from consult_app.journal.backups import backups_of
from consult_app.journal.displaced import Displaced
from tests.small_meeting import command, create_command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "m.consult"
    with Desk.create(path, command(create_command())):
        pass
    return path


def decide(desk: Desk, words: str) -> None:
    answer = desk.perform(command({"do": "set_meeting", "symbol": words})).result()
    assert isinstance(answer, Done)


def symbol(path: Path) -> str:
    with Desk.open(path, write=False) as desk:
        assert desk.check() == []
        return desk.state.assembly.meeting.symbol


def wait(until: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not until():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_deleted_file_is_written_again_in_its_place(file: Path) -> None:
    heard: list[Displaced | None] = []
    with Desk.open(file) as desk:
        desk.hear_displaced(heard.append)
        decide(desk, "A")
        file.unlink()
        decide(desk, "B")
        wait(lambda: heard)
        assert heard == [Displaced("gone", file, file)] and desk.path == file
        decide(desk, "C")
        assert desk.check() == []
    assert symbol(file) == "C"
    assert [each.name for each in file.parent.iterdir() if not each.name.startswith(".")] == ["m.consult"]
    assert symbol(backups_of(file)[0]) == "C"


def test_it_is_noticed_without_a_decision(file: Path) -> None:
    with Desk.open(file) as desk:
        decide(desk, "A")
        file.unlink()
        wait(lambda: desk.displaced)
        assert desk.displaced == Displaced("gone", file, file)
    assert symbol(file) == "A"


def test_quitting_at_once_loses_nothing(file: Path) -> None:
    with Desk.open(file) as desk:
        decide(desk, "A")
        file.unlink()
        decide(desk, "B")
    assert symbol(file) == "B"


def test_a_moved_file_is_whole_and_the_desk_goes_on_at_the_old_place(file: Path) -> None:
    moved = file.with_name("elsewhere.consult")
    with Desk.open(file) as desk:
        decide(desk, "A")
        file.replace(moved)
        wait(lambda: desk.displaced)
        decide(desk, "B")
        assert symbol(moved) == "A"
        with Desk.open(moved) as other:  # it is a meeting of its own now
            decide(other, "other")
        decide(desk, "C")
    assert symbol(file) == "C" and symbol(moved) == "other"


def test_what_stands_in_its_place_is_left_alone(file: Path, tmp_path: Path) -> None:
    stranger, moved = tmp_path / "stranger.consult", tmp_path / "moved.consult"
    shutil.copy(file, stranger)
    with Desk.open(stranger) as desk:
        decide(desk, "stranger")
    with Desk.open(file) as desk:
        decide(desk, "A")
        file.replace(moved)
        stranger.replace(file)
        decide(desk, "B")
        beside = file.with_name("m (2).consult")
        wait(lambda: desk.displaced)
        assert desk.displaced == Displaced("replaced", file, beside) and desk.path == beside
        decide(desk, "C")
        with Desk.open(file) as other:  # nothing holds it, and no log of ours lies beside it
            assert other.state.assembly.meeting.symbol == "stranger"
    assert symbol(beside) == "C" and symbol(file) == "stranger"
    assert symbol(backups_of(beside)[0]) == "C"


def test_without_a_folder_all_goes_into_backups_until_there_is_a_file(file: Path, tmp_path: Path) -> None:
    heard: list[Displaced | None] = []
    folder, away = file.parent, tmp_path / "away"
    with Desk.open(file) as desk:
        desk.hear_displaced(heard.append)
        decide(desk, "A")
        shutil.rmtree(folder)
        decide(desk, "B")
        wait(lambda: heard)
        assert heard == [Displaced("gone", file)]
        wait(lambda: symbol(backups_of(file)[0]) == "B")
        decide(desk, "C")
        wait(lambda: symbol(backups_of(file)[0]) == "C")
        away.mkdir()
        desk.go_on_in(away / "kept.consult").result()
        assert desk.displaced is None and desk.path == away / "kept.consult"
        decide(desk, "D")
    assert symbol(away / "kept.consult") == "D" and not folder.exists()


def test_without_a_folder_quitting_leaves_a_backup(file: Path) -> None:
    with Desk.open(file) as desk:
        shutil.rmtree(file.parent)
        decide(desk, "A")
    assert symbol(backups_of(file)[0]) == "A"


def test_a_folder_that_is_there_again_takes_the_file(file: Path, tmp_path: Path) -> None:
    with Desk.open(file) as desk:
        file.parent.rename(tmp_path / "pulled out")
        wait(lambda: desk.displaced)
        (tmp_path / "pulled out").rename(file.parent)
        wait(lambda: desk.displaced is None)
        decide(desk, "A")
    assert symbol(file) == "A"


@pytest.mark.expects_log
def test_where_nothing_can_be_written_it_is_tried_again_only_when_something_changed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []

    def full(_part: Path, target: Path) -> None:
        tried.append(target)
        raise OSError("no room")

    monkeypatch.setattr("consult_app.journal.file.take_place", full)
    with Desk.open(file) as desk:
        file.unlink()
        decide(desk, "A")
        wait(lambda: desk.displaced)
        decide(desk, "B")
        assert desk.displaced == Displaced("gone", file)
    assert tried == [file]
    assert symbol(backups_of(file)[0]) == "B"


def test_a_stick_without_links_takes_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(_one: Path, _other: Path) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", no_links)
    part, target = tmp_path / "m.part", tmp_path / "m"
    part.write_text("new")
    naming.take_place(part, target)
    assert target.read_text() == "new" and not part.exists()
    part.write_text("newer")
    with pytest.raises(FileExistsError):
        naming.take_place(part, target)
    assert target.read_text() == "new"


def test_a_crash_after_a_move_loses_nothing(file: Path) -> None:
    moved = file.with_name("moved.consult")
    script = f"""
        import os, signal
        from pathlib import Path
        from consult_app.desk import Desk
        from tests.small_meeting import command
        desk = Desk.open(Path({str(file)!r}))
        os.rename({str(file)!r}, {str(moved)!r})
        for words in "ABC":
            desk.perform(command({{"do": "set_meeting", "symbol": words}})).result()
        desk.rows()  # the worker has come round once more
        os.kill(os.getpid(), signal.SIGKILL)
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert symbol(file) == "C"
