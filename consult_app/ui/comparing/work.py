"""The work of a comparison, apart from the window: the record is read, two states are made, laid beside
each other. It runs in a thread of its own and can be stopped at any time; decisions go on meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Final, Protocol

from consult_app.journal.rows import Row, active
from consult_app.publishing.papers.comparing import NOTHING, Compared, Version, as_it_stands, compared
from consult_app.publishing.papers.comparison import Moment, Moments
from consult_app.replay import fold
from consult_app.state import State
from consult_app.ui.comparing.causes import Cause, Causes
from consult_app.ui.comparing.moments import NamedMoment, default_moments, named_moments

#: so many rows are read, or folded, before somebody else gets a turn and stopping is looked at
_AT_ONCE: Final = 500
_KEPT: Final = 6

Choice = tuple[NamedMoment, NamedMoment]
Told = Callable[[int, int], None]


class Stopped(Exception):
    """Nobody waits for the comparison any more."""


class Record(Protocol):
    """What is asked of a desk."""

    @property
    def seq(self) -> int: ...

    def state_at(self, when: int) -> State: ...

    def rows(self, after: int = 0, upto: int | None = None) -> list[Row]: ...


@dataclass(frozen=True)
class Line:
    """One node, in each of the languages in the order asked for, with what changed it in each."""

    cells: tuple[Compared, ...]
    causes: tuple[tuple[Cause, ...], ...]

    @property
    def changed(self) -> bool:
        """Whether anything became of it in one of the languages."""
        return any(
            cell.fate != "same" or cell.moved or cell.divided_off or cell.joined or cell.renumbered
            for cell in self.cells
        )


@dataclass(frozen=True)
class Comparison:
    """What became of the text from the ``first`` moment to the ``second``, as they were chosen: the first
    may be the later one."""

    text_id: str
    first: NamedMoment
    second: NamedMoment
    languages: tuple[str, ...]
    lines: tuple[Line, ...]
    moments: Moments
    """The two moments for the paper, the earlier one first."""

    @property
    def changed(self) -> tuple[Line, ...]:
        """The lines in which something changed."""
        return tuple(line for line in self.lines if line.changed)


class Reader:
    """Reads the record of one meeting and keeps what it read. Used by one thread at a time."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.rows: list[Row] = []
        self._states: dict[int, State] = {}

    def moments(self, stop: Event, told: Told | None = None) -> list[NamedMoment]:
        """All named moments up to now. Raises Stopped."""
        state, seq = self._now()
        self._read(seq, stop, told)
        return named_moments(self.rows[:seq], state)

    def compare(
        self,
        choice: Choice | None,
        text_id: str,
        languages: tuple[str, ...],
        stop: Event,
        told: Told | None = None,
    ) -> tuple[list[NamedMoment], Comparison | None]:
        """The moments there are, and the comparison of the two that are chosen (of those compared first
        where nobody chose); None when there is nothing to compare. "Now" is the last row, whenever it
        was chosen. *told* hears how many rows are done, of how many. Raises Stopped."""
        state, seq = self._now()
        self._read(seq, stop, told)
        known = named_moments(self.rows[:seq], state)
        found = choice or default_moments(known)
        if found is None:
            return known, None
        first, second = (known[0] if each.kind == "now" else each for each in found)
        states = {each.seq: self._state_at(each.seq, seq, state, stop, told) for each in (first, second)}
        if stop.is_set():
            raise Stopped
        return known, self._compared(first, second, states, text_id, languages)

    def _compared(
        self,
        first: NamedMoment,
        second: NamedMoment,
        states: dict[int, State],
        text_id: str,
        languages: tuple[str, ...],
    ) -> Comparison | None:
        low, high = sorted((first.seq, second.seq))
        text = states[high].drafting.texts.get(text_id)
        if text is None:
            return None
        before, after = (_version(states[each.seq], text_id) for each in (first, second))
        causes = Causes(states[high], text, self.rows, low, high)
        columns = [compared(before, after, text, language) for language in languages]
        lines = tuple(
            Line(cells, tuple(causes.of(cell) for cell in cells)) for cells in zip(*columns, strict=True)
        )
        moments = tuple(Moment(states[each], each, self.rows[each - 1].time) for each in (low, high))
        return Comparison(text_id, first, second, languages, lines, (moments[0], moments[1]))

    def _now(self) -> tuple[State, int]:
        """The state in force and its row, asked for as one: a decision may fall between two questions."""
        seq = self._record.seq
        return self._record.state_at(seq), seq

    def _read(self, seq: int, stop: Event, told: Told | None) -> None:
        while len(self.rows) < seq:
            if stop.is_set():
                raise Stopped
            self.rows += self._record.rows(len(self.rows), min(seq, len(self.rows) + _AT_ONCE))
            if told is not None:
                told(len(self.rows), seq)

    def _state_at(self, seq: int, last: int, now: State, stop: Event, told: Told | None) -> State:
        """The fold of the first *seq* rows, as they then stood."""
        if seq == last:
            return now
        if seq not in self._states:
            counts = active((row.seq, row.undoes) for row in self.rows[:seq])
            start = self._nearest(seq)
            state = self._states.get(start, State())
            for at in range(start, seq, _AT_ONCE):
                if stop.is_set():
                    raise Stopped
                state = fold(self.rows[at : min(seq, at + _AT_ONCE)], state, counts)
                if told is not None:
                    told(min(seq, at + _AT_ONCE), seq)
            self._states[seq] = state
            while len(self._states) > _KEPT:
                del self._states[next(iter(self._states))]
        return self._states[seq]

    def _nearest(self, seq: int) -> int:
        """The last row before *seq* whose state is known, and behind which nothing was taken back since."""
        for start in sorted(self._states, reverse=True):
            if start < seq and not any(0 < row.undoes <= start for row in self.rows[start:seq]):
                return start
        return 0


def _version(state: State, text_id: str) -> Version:
    text = state.drafting.texts.get(text_id)
    return as_it_stands(text, state.assembly.meeting.rules.numbering) if text is not None else NOTHING
