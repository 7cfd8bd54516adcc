"""Python's collector of cycles, kept to the thread of the window.

It runs in whichever thread happens to allocate. A worker that writes to the journal would then destroy
widgets that nobody holds any more, and Qt aborts the program: widgets die in the window's thread only.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY = 400
"""Milliseconds between two looks; what is due is then collected, youngest first."""


class Tidying(QObject):
    """Collects in the window's thread, when it is at leisure, as often as Python itself would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take the collector over from Python."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give it back, once what is left of the window has been collected here."""
        self._timer.stop()
        gc.collect()
        gc.enable()

    @Slot()
    def look(self) -> None:
        """Collect what is due."""
        young, middle, old = gc.get_count()
        if young > self._limits[0]:
            gc.collect(2 if old > self._limits[2] else 1 if middle > self._limits[1] else 0)
