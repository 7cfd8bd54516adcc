"""Decisions asked for while another one is on its way to the disk: each is taken in its turn.

A key belongs to what was at hand when it was pressed. What is asked for here names that itself, so that it
is never taken on what has come to hand since; where the one before was refused, or asks something, the others
are not taken but said.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from consult_app.ui.language import tr

if TYPE_CHECKING:
    from consult_app.ui.table.station import TableStation


class InTurn:
    """What waits at a :class:`TableStation` for the answer that is on its way."""

    def __init__(self, station: TableStation) -> None:
        self._station = station
        self._waiting: deque[tuple[str, Callable[[], object]]] = deque()

    def waits(self, said: str, do: Callable[..., object], *what: object) -> bool:
        """Have *do* called with *what* after the answer, and return True; False where none is on its way, so
        that it can be done now. *said* names it: "Adopt, D.3"."""
        if not self._station.busy:
            return False
        self._waiting.append((said, partial(do, *what)))
        return True

    def go_on(self) -> None:
        """The one before was carried out: take the next."""
        if self._waiting:
            _said, do = self._waiting.popleft()
            do()
            if not self._station.busy:
                self.give_up()

    def give_up(self) -> None:
        """The one before was not carried out: say what is not taken either."""
        said = [each for each, _do in self._waiting]
        self._waiting.clear()
        if said:
            self.miss(*said)

    def miss(self, *said: str) -> None:
        """Say that what is named so is not taken."""
        words = tr("Pressed before that was known, and not taken: {what}.", what="; ".join(said))
        self._station.tell_also(words)

    def forget(self) -> None:
        """Another meeting: nothing waits."""
        self._waiting.clear()
