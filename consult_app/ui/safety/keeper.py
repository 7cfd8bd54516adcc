"""Unsaved words are written into the meeting file every two seconds, beside the journal (design.md §4).

The keeper asks what is being written, compares it with what it wrote last, and hands the difference to the
desk's own thread: whoever types never waits for the disk.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from consult_app.ui.waiting import when_done

if TYPE_CHECKING:
    from consult_app.desk import Desk
    from consult_app.journal.beside import Beside
    from consult_app.journal.jottings import Scratch

EVERY: Final = 2_000
_RESCUE_SECONDS: Final = 2.0
_log = logging.getLogger(__name__)


class Keeper(QObject):
    """Keeps what ``unsaved()`` gives, for the desk that it is bound to.

    Signals: ``looked()`` every two seconds, after it looked; ``failed(error)`` when the file took nothing,
    once until it takes something again; ``mended()`` when it does.
    """

    looked = Signal()
    failed = Signal(object)
    mended = Signal()

    def __init__(self, unsaved: Callable[[], Iterable[Scratch]], parent: QObject) -> None:
        super().__init__(parent)
        self._unsaved = unsaved
        self._desk: Desk | None = None
        self._kept: dict[str, Scratch] = {}
        self._under_way: Future[None] | None = None
        self._failing = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._tick)

    def bind(self, desk: Desk) -> Future[list[Scratch]]:
        """Keep words for *desk* from now on; the future gives what an earlier session left in its file."""
        from consult_app.journal.beside import Beside

        self._desk, self._kept, self._under_way, self._failing = desk, {}, None, False
        self._timer.start()
        return desk.beside(Beside.find_scratch)

    def know(self, there: Iterable[Scratch]) -> None:
        """These stand in the file already as they are."""
        self._kept |= {each.place: each for each in there}

    def leave(self) -> None:
        """Write down what is unsaved, which stays in the file: the desk is about to be closed."""
        if self._desk is not None:
            self.look()
        self._timer.stop()
        self._desk = None

    @Slot()
    def _tick(self) -> None:
        if self._under_way is None or self._under_way.done():
            self.look()  # where a disk is slow, the words of this moment go with those of the next
        self.looked.emit()

    def look(self) -> None:
        """Hand on what differs from what was written last, and what is written no more."""
        if self._desk is None:
            return
        now = {each.place: each for each in self._unsaved()}
        changed = [each for place, each in now.items() if self._kept.get(place) != each]
        gone = [place for place in self._kept if place not in now]
        if not changed and not gone:
            return
        self._kept = now
        self._write(partial(_write, changed, gone))

    def forget(self, found: Scratch) -> None:
        """Throw away what an earlier session left: it is being written on again, or nobody wants it."""
        self._write(partial(_write, [], [found.place]))

    def bring_back(self, found: Scratch) -> None:
        """Keep again what was thrown away."""
        self._write(partial(_write, [found], []))

    def rescue(self) -> bool:
        """Write down what is unsaved and wait until it is on disk; false where that did not succeed."""
        try:
            self.look()
            if self._under_way is not None:
                self._under_way.result(_RESCUE_SECONDS)
        except Exception:
            _log.exception("the unsaved words could not be written down")
            return False
        return True

    def _write(self, job: Callable[[Beside], None]) -> None:
        if self._desk is not None:
            self._under_way = self._desk.beside(job)
            when_done(self._under_way, self, self._written, self._not_written)

    def _written(self, _nothing: None) -> None:
        if self._failing:
            self._failing = False
            self.mended.emit()

    def _not_written(self, error: Exception) -> None:
        self._kept = {}  # all of it once more, in two seconds
        if not self._failing:
            self._failing = True
            self.failed.emit(error)


def _write(changed: list[Scratch], gone: list[str], beside: Beside) -> None:
    beside.keep_scratch(changed)
    if gone:
        beside.drop_scratch(gone)
