"""The list of recent meetings: kept whole, set aside when damaged, never opening a file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from consult_app import places
from consult_app.ui.window.recent import LONGEST, RecentMeeting, RecentMeetings

WHEN = datetime(2026, 11, 5, 14, 12, tzinfo=UTC)


def meeting(path: Path | str, **more: object) -> RecentMeeting:
    return RecentMeeting(path=str(path), titles={"en": "River Ports"}, opened=WHEN, **more)  # type: ignore[arg-type]


def test_what_was_noted_is_there_at_the_next_start(tmp_path: Path) -> None:
    noted = meeting(tmp_path / "a.consult", place="Geneva", first=date(2026, 11, 2), adopted=18, total=41)
    RecentMeetings().note(noted)
    assert RecentMeetings().meetings == (noted,)
    assert (places.state_dir() / "recent.json").is_file()


def test_the_last_opened_is_first_and_nothing_stands_twice(tmp_path: Path) -> None:
    recent = RecentMeetings(tmp_path / "r.json")
    for name in ("a", "b", "a"):
        recent.note(meeting(tmp_path / f"{name}.consult"))
    recent.note(meeting(tmp_path / "x" / ".." / "b.consult", adopted=3))
    assert [(m.file_name, m.adopted) for m in recent.meetings] == [("b.consult", 3), ("a.consult", 0)]


def test_the_list_has_an_end(tmp_path: Path) -> None:
    recent = RecentMeetings(tmp_path / "r.json")
    for number in range(LONGEST + 5):
        recent.note(meeting(tmp_path / f"{number}.consult"))
    assert len(recent.meetings) == LONGEST


def test_removing_leaves_the_file_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.consult"
    file.write_bytes(b"x")
    recent = RecentMeetings(tmp_path / "r.json")
    recent.note(meeting(file))
    recent.remove(str(file))
    assert RecentMeetings(tmp_path / "r.json").meetings == ()
    assert file.is_file()


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"version": 1}', b"\xff\xfe", b'{"version":1,"meetings":[{"path":3}]}']
)
def test_a_damaged_list_is_set_aside_and_said(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "recent.json"
    file.write_bytes(content)
    recent = RecentMeetings(file)
    assert recent.meetings == ()
    assert recent.problem is not None
    aside = tmp_path / str(recent.problem.values["name"])
    assert aside.read_bytes() == content
    recent.note(meeting(tmp_path / "a.consult"))
    assert len(RecentMeetings(file).meetings) == 1


def test_a_failed_write_leaves_the_old_list_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "recent.json"
    recent = RecentMeetings(file)
    recent.note(meeting(tmp_path / "a.consult"))

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        recent.note(meeting(tmp_path / "b.consult"))
    assert [m.file_name for m in recent.meetings] == ["a.consult"]
    assert [m.file_name for m in RecentMeetings(file).meetings] == ["a.consult"]
    assert [p.name for p in tmp_path.iterdir()] == ["recent.json"]


def test_why_a_file_is_missing(tmp_path: Path) -> None:
    present = tmp_path / "a.consult"
    present.touch()
    assert meeting(present).missing() is None
    gone, unplugged = meeting(tmp_path / "b.consult").missing(), meeting("/no/such/disk/c.consult").missing()
    assert gone is not None and "deleted" in gone.msgid
    assert unplugged is not None and "disk" in unplugged.msgid


def test_a_shared_meeting_is_never_missing_and_shows_no_password() -> None:
    shared = meeting("postgresql+psycopg://clerk:secret@server/ports")
    assert shared.missing() is None
    assert shared.file_name == "ports"


def test_a_title_in_any_language_is_better_than_none() -> None:
    assert meeting("a.consult").title("fr") == "River Ports"
    assert RecentMeeting(path="/x/a.consult", titles={}, opened=WHEN).title("en") == "a.consult"
