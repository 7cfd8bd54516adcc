"""The sample meeting: played as Commands through the Desk, like any other meeting.

It is the tutorial, the end-to-end test and the picture in the README. Its script and its texts are
data in ``resources/sample``; its clock is its own, so that it is held on the days it is about.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from .desk import Desk, Done, Question
from .journal.locks import locked
from .meetings.acts import LANGUAGES
from .meetings.reasons import N_, refuse
from .meetings.setting_up.particulars import CreateMeeting
from .places import resources
from .presets import preset
from .state import read_command
from .words import say

Progress = Callable[[int, int, str], None]
RULES = "tripartite_technical_2013"
#: the Friday before: papers, agenda and list of participants are entered
_BEGINS = datetime(2026, 10, 30, 13, 0, tzinfo=UTC)
_HANDED_IN = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
_SITTINGS = tuple(
    datetime(2026, 11, day, hour, 0, tzinfo=UTC) for day, hour in ((2, 10), (4, 9), (5, 9), (5, 15), (6, 10))
)


class SampleRefused(Exception):
    """The sample did not play through: the program and its script disagree."""


class SampleClock:
    """The time in the sample: each decision takes two minutes, each sitting begins at its hour, and
    the groups hand in their amendments on the Tuesday."""

    def __init__(self) -> None:
        self.now = _BEGINS
        self._opens = iter(_SITTINGS)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=2)
        return self.now

    def comes_to(self, verb: str) -> None:
        """Go on to the hour at which *verb* was done, if that is still to come."""
        if verb == "open_sitting":
            self.now = max(self.now, next(self._opens, self.now))
        elif verb == "submit_amendment":
            self.now = max(self.now, _HANDED_IN)


def folder() -> Path:
    """Where the script and the texts of the sample lie."""
    return resources() / "sample"


_MARK = ".consult-sample"


_SAYS = "The sample meeting of Consult; it and these papers are replaced by the next “consult demo”:"


def prepare(out: Path) -> Path:
    """Make the folder *out* ready for the sample and return the file to play it in. Only an earlier
    sample of this program, and the papers that it wrote, are replaced. Raises Refused where another
    file is in the way, and InUse while the earlier sample is open at a desk."""
    out.mkdir(parents=True, exist_ok=True)
    file = out / "sample.consult"
    mark = out / _MARK
    if not mark.exists() and file.exists():
        raise refuse(
            "not_ours",
            N_("{file} is not a sample of this program; choose another folder with --out."),
            file=str(file),
        )
    lock = locked(file)
    try:
        file.unlink(missing_ok=True)
        for name in mark.read_text("utf-8").splitlines()[1:] if mark.exists() else ():
            (out / "papers" / Path(name).name).unlink(missing_ok=True)
    finally:
        lock.release()
    remember(out, [])
    return file


def remember(out: Path, papers: Iterable[Path]) -> None:
    """Note in the folder *out* which papers are the sample's own, so that only these are replaced."""
    lines = [_SAYS, *(path.name for path in papers)]
    (out / _MARK).write_text("\n".join(lines) + "\n", "utf-8")


def script() -> Iterator[dict[str, Any]]:
    """The commands of the sample, in order; comments and blank lines left out."""
    for line in (folder() / "meeting.jsonl").read_text("utf-8").splitlines():
        line = line.strip()
        if line and not line.startswith(("//", "#")):
            yield json.loads(line)


def play(path: Path, progress: Progress | None = None, *, until: str = "") -> Desk:
    """Hold the sample meeting in a new file at *path* and return its desk, still open.

    *until* stops before the first command whose JSON contains it, so that a meeting in mid-course
    can be looked at. Raises SampleRefused if a command is refused.
    """
    from .exchange.importing import import_command
    from .exchange.reading import read

    commands = list(script())
    total = len(commands) + 1 + len(LANGUAGES)
    titles = next(c["titles"] for c in commands if c["do"] == "set_meeting")
    clock = SampleClock()
    desk = Desk.create(path, CreateMeeting(titles=titles, rules=preset(RULES)), clock=clock)
    try:
        done = 1
        for language in LANGUAGES:
            parsed = read(folder() / f"draft.{language}.txt", language)
            _perform(desk, import_command(parsed, desk.state), parsed.source)
            done += 1
        for command in commands:
            line = json.dumps(command, ensure_ascii=False)
            if until and until in line:
                break
            clock.comes_to(command["do"])
            _perform(desk, read_command(line), line)
            done += 1
            if progress and (done % 10 == 0 or done == total):
                progress(done, total, command["do"])
    except BaseException:
        desk.close()
        raise
    return desk


def _perform(desk: Desk, command: Any, line: str) -> None:
    answer = desk.perform(command).result()
    if not isinstance(answer, Done):
        why = answer.why if isinstance(answer, Question) else answer.reason
        raise SampleRefused(f"{say(why, 'en')}: {line[:300]}")
