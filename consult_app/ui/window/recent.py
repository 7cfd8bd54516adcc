"""The list of recent meetings: what the start page shows without opening a single file.

A small JSON file in the state directory, replaced as a whole at each change. A list that cannot be
read is set aside, never overwritten, and the person is told.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from consult_app import places
from consult_app.meetings.reasons import N_, Message

LONGEST: Final = 20


@dataclass(frozen=True, kw_only=True)
class RecentMeeting:
    """A meeting as it stood when this desk last had it open."""

    path: str
    """A file, or the address of a shared meeting."""
    titles: dict[str, str]
    place: str = ""
    first: date | None = None
    last: date | None = None
    adopted: int = 0
    total: int = 0
    finished: bool = False
    opened: datetime

    @property
    def shared(self) -> bool:
        """Whether this is the address of a server rather than a file."""
        return "://" in self.path

    @property
    def file_name(self) -> str:
        """The file's own name; for a shared meeting the name of its database, never a password."""
        return self.path.rstrip("/").rsplit("/", 1)[-1] if self.shared else Path(self.path).name

    def title(self, language: str) -> str:
        """Return the title in *language*, else in the first language that has one, else the file name."""
        return self.titles.get(language) or next(filter(None, self.titles.values()), self.file_name)

    def missing(self) -> Message | None:
        """Return why the file cannot be opened now, or None when it lies where it was."""
        if self.shared or Path(self.path).is_file():
            return None
        if not Path(self.path).parent.is_dir():
            return Message(N_("file not found: its folder or disk is not there"), {})
        return Message(N_("file not found: moved or deleted"), {})


class RecentMeetings:
    """The list itself, newest first. ``problem`` says what was wrong with it when it was read."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or places.state_dir() / "recent.json"
        self.problem: Message | None = None
        self._meetings = self._read()

    @property
    def meetings(self) -> tuple[RecentMeeting, ...]:
        """The meetings, last opened first."""
        return tuple(self._meetings)

    def note(self, meeting: RecentMeeting) -> None:
        """Put *meeting* first, in place of what was known of the same file. Raises OSError."""
        others = [m for m in self._meetings if not _same(m.path, meeting.path)]
        self._write([meeting, *others][:LONGEST])

    def remove(self, path: str) -> None:
        """Take the meeting at *path* off the list; the file itself is not touched. Raises OSError."""
        self._write([m for m in self._meetings if not _same(m.path, path)])

    def _read(self) -> list[RecentMeeting]:
        try:
            content = self._file.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            self.problem = Message(
                N_("The list of recent meetings could not be read ({error})."),
                {"error": error.strerror or ""},
            )
            return []
        try:
            return [_meeting(each) for each in json.loads(content)["meetings"]]
        except (ValueError, KeyError, TypeError, AttributeError):
            return self._set_aside()

    def _set_aside(self) -> list[RecentMeeting]:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        aside = self._file.with_name(f"{self._file.stem}.damaged-{stamp}.json")
        self.problem = Message(
            N_("The list of recent meetings was damaged and set aside as {name}; the meetings are unharmed."),
            {"name": aside.name},
        )
        self._file.replace(aside)
        return []

    def _write(self, meetings: list[RecentMeeting]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        kept = {"version": 1, "meetings": [_fields(each) for each in meetings]}
        content = json.dumps(kept, ensure_ascii=False, indent=1).encode()
        handle, name = tempfile.mkstemp(dir=self._file.parent, prefix=".recent-", suffix=".json")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            os.replace(name, self._file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        self._meetings = meetings


def _fields(meeting: RecentMeeting) -> dict[str, Any]:
    days = {"first": meeting.first, "last": meeting.last, "opened": meeting.opened}
    said = {name: None if day is None else day.isoformat() for name, day in days.items()}
    return meeting.__dict__ | said


def _meeting(fields: dict[str, Any]) -> RecentMeeting:
    """The meeting of these *fields*; raises ValueError, KeyError, TypeError or AttributeError where they
    are not those of one. Read by hand: the start page is not to wait for msgspec."""
    titles = {str(code): str(title) for code, title in fields["titles"].items()}
    first, last = (date.fromisoformat(day) if day else None for day in (fields["first"], fields["last"]))
    return RecentMeeting(
        path=os.fspath(fields["path"]),
        titles=titles,
        place=str(fields.get("place", "")),
        first=first,
        last=last,
        adopted=int(fields.get("adopted", 0)),
        total=int(fields.get("total", 0)),
        finished=bool(fields.get("finished", False)),
        opened=datetime.fromisoformat(fields["opened"]),
    )


def _same(one: str, other: str) -> bool:
    if "://" in one or "://" in other:
        return one == other
    return os.path.normcase(os.path.abspath(one)) == os.path.normcase(os.path.abspath(other))
