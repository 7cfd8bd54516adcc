"""Reports of what went wrong, in the person's own folder: a log that stays small, and what a crash left.

Python's faulthandler writes into ``fault.log`` when the program dies by a fault of memory; whatever stands
there at the next start becomes a report of its own.
"""

from __future__ import annotations

import faulthandler
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from consult_app import places

_MOST: Final = 512_000
"""How large the log may become before it begins anew; the one before is kept beside it."""
_KEPT: Final = 10
"""How many reports of crashes are kept."""
_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"


@dataclass(frozen=True)
class Crash:
    """The program ended unexpectedly: when, and the file that says where."""

    when: datetime
    report: Path


def log_file() -> Path:
    """Where errors that nobody expected are written down."""
    return places.state_dir() / "consult.log"


class _Bounded(logging.FileHandler):
    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        if self.stream is not None and self.stream.tell() > _MOST:
            self.close()  # the next record opens it again
            path = Path(self.baseFilename)
            path.replace(path.with_suffix(".1.log"))


class Reports:
    """The two logs of one run of the program. :meth:`start` opens them, :meth:`stop` closes them."""

    def __init__(self) -> None:
        self._handler = _Bounded(log_file(), encoding="utf-8", delay=True)
        self._handler.setFormatter(logging.Formatter(_FORMAT))
        self._handler.setLevel(logging.WARNING)
        self._faults: IO[str] | None = None

    def start(self) -> Crash | None:
        """Write down what goes wrong from now on; returns the crash that ended the run before, if one did."""
        logging.getLogger().addHandler(self._handler)
        found = _set_aside()
        self._faults = _fault_file().open("a", encoding="utf-8")
        faulthandler.enable(self._faults, all_threads=True)
        return found

    def stop(self) -> None:
        """The program ends as it should."""
        faulthandler.disable()
        if self._faults is not None:
            self._faults.close()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()


def _fault_file() -> Path:
    return places.state_dir() / "fault.log"


def _set_aside() -> Crash | None:
    """Make a report of what the last run left in ``fault.log``; None where it left nothing."""
    left = _fault_file()
    if not left.exists() or left.stat().st_size == 0:
        return None
    when = datetime.fromtimestamp(left.stat().st_mtime, UTC)
    folder = places.state_dir() / "reports"
    folder.mkdir(exist_ok=True)
    report = left.replace(folder / f"crash-{when:%Y%m%d-%H%M%S}.txt")
    for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
        old.unlink()
    return Crash(when, report)
