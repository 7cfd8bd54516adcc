"""Words that a person left unfinished: Esc, Cancel, another form in the place of the one that was open.

Nothing is asked and nothing is lost: they stand in the meeting file beside the journal until they are brought
back, thrown away, or have become the oldest of many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from consult_app.journal.jottings import LEFT, Scratch
from consult_app.ui.leaving import Leaving

_MOST: Final = 20
"""How many are kept: a clerk who has left twenty others since does not miss the one before them."""


class LeftWords(QObject):
    """``written()`` gives what is being written now and may be lost; ``words`` are those that were left, the
    latest first.

    Signals: ``left()`` when some have come to be.
    """

    left = Signal()

    def __init__(self, written: Callable[[], Iterable[Scratch]], parent: QObject) -> None:
        super().__init__(parent)
        self._written = written
        self._coming: dict[str, Scratch] = {}
        self.words: list[Scratch] = []
        Leaving.instance().coming.connect(self._note)

    def forget(self) -> None:
        """Another meeting is opened, or none: what was left stands in the file of its own."""
        self._coming, self.words = {}, []

    def join(self, words: Iterable[Scratch]) -> None:
        """These *words* were left in earlier sessions of the meeting."""
        self.words += sorted(words, key=lambda each: each.place, reverse=True)

    def add(self, found: Scratch) -> None:
        """Keep *found* after all."""
        self.words.insert(0, found)

    def remove(self, found: Scratch) -> None:
        """Forget *found*, if it is there: it is being written on again, or nobody wants it."""
        self.words = [each for each in self.words if each.place != found.place]

    @Slot()
    def _note(self) -> None:
        """Something is about to be closed: remember what stands there as long as it can be read."""
        if not self._coming:
            QTimer.singleShot(0, self, self._look)
        self._coming |= {each.place: each for each in self._written()}

    @Slot()
    def _look(self) -> None:
        there = {each.place for each in self._written()}
        gone = [each for place, each in self._coming.items() if place not in there]
        self._coming = {}
        if not gone:
            return
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        for each in gone:
            # the same words again are no further find
            same = (each.words, each.extra)
            self.words = [found for found in self.words if (found.words, found.extra) != same]
            self.words.insert(0, replace(each, place=f"{LEFT}{now}:{each.place}"))
        del self.words[_MOST:]
        self.left.emit()


__all__ = ["LeftWords"]
