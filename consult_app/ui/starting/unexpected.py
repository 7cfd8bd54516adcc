"""An error that nobody expected is written down and said in the banner; the window goes on.

What was decided is on disk already. What is being written is written down first of all.
"""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from consult_app.ui.language import tr
from consult_app.ui.stamps import stamp
from consult_app.ui.waiting import in_window

if TYPE_CHECKING:
    from consult_app.ui.office import Office
    from consult_app.ui.starting.reports import Crash

_log = logging.getLogger(__name__)


class Unexpected:
    """Python's last resort for the window of *office* while it runs; *log* is where it can be read."""

    def __init__(self, office: Office, log: Path) -> None:
        self._office = office
        self._log = log
        self._before = sys.excepthook, threading.excepthook
        self._tell_later = in_window(office, self._tell)
        self._telling = False
        self._last: tuple[object, ...] = ()

    def start(self) -> None:
        """Hear of every error that nobody caught, in the window's thread and in others."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_elsewhere

    def stop(self) -> None:
        """Leave that to Python again."""
        sys.excepthook, threading.excepthook = self._before

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error of the window's thread."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self._write_down(kind, error, trace)
        self._tell(error)

    def _caught_elsewhere(self, hooked: threading.ExceptHookArgs) -> None:
        if hooked.exc_value is None or issubclass(hooked.exc_type, SystemExit):
            return
        self._write_down(hooked.exc_type, hooked.exc_value, hooked.exc_traceback)
        self._tell_later(hooked.exc_value)

    def _write_down(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        # what fails in painting fails with each frame: once in the log is enough
        same = kind, str(error), trace.tb_lasti if trace else 0
        if same != self._last:
            self._last = same
            _log.error("unexpected error", exc_info=(kind, error, trace))

    def _tell(self, error: BaseException) -> None:
        if self._telling:
            return  # saying so went wrong itself: it stands in the log
        self._telling = True
        try:
            self._office.say_unexpected(error, self._log)
        finally:
            self._telling = False


def say_crash(office: Office, crash: Crash) -> None:
    """Tell the person that the last run ended before its time, and where it can be read why."""
    when = stamp(crash.when.isoformat())
    office.say_at_start(
        tr(
            "The program ended unexpectedly ({when}). Nothing that was decided is lost; a report is in "
            "{file}.",
            when=when,
            file=str(crash.report),
        )
    )
