"""Python's collector of cycles, kept to the thread of the window.

It runs in whichever thread happens to allocate. A worker that writes to the journal would then destroy
widgets that nobody holds any more, and Qt aborts the program: widgets die in the window's thread only.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from consult_app.ui.waiting import at_leisure

_EVERY: Final = 400
"""Milliseconds between two looks; what is due is then collected, youngest first."""
_PATIENCE: Final = 5
"""How many looks in a row give way to somebody who is waiting for the window."""


class Tidying(QObject):
    """Collects in the window's thread, when it is at leisure, as often as Python itself would.

    What a look at everything left alive is not looked at again until :meth:`begin_anew`: a large meeting is
    a hundred thousand things, and to go through them stops the window for a tenth of a second.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._put_off = 0
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
        self.begin_anew()
        gc.collect()
        gc.enable()

    @Slot()
    def begin_anew(self) -> None:
        """Look at everything once more, the next time that this is due: a meeting was closed."""
        gc.unfreeze()

    @Slot()
    def look(self) -> None:
        """Collect what is due, unless something is on its way or has just arrived."""
        young, middle, old = gc.get_count()
        if young <= self._limits[0]:
            return
        if not at_leisure() and self._put_off < _PATIENCE:
            self._put_off += 1
            return
        self._put_off = 0
        if old > self._limits[2]:
            gc.collect(2)
            gc.freeze()
        else:
            gc.collect(1 if middle > self._limits[1] else 0)
