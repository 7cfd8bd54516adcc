"""Undo, redo and the corrected recording: which row is taken out of the fold, or in again.

A correction is a decision of its own (procedure.md A27): the undo after it takes the correction back and
says so, and no redo takes it back unasked. Everything else that takes back a row only turns it.
"""

from __future__ import annotations

from collections import OrderedDict
from itertools import takewhile
from typing import Any

import msgspec

from .journal.file import JournalFile
from .journal.rows import Row, active
from .meetings.acts import Command
from .meetings.reasons import N_, refuse
from .replay import command_of, events_of, fold, refolded
from .state import CorrectRecording, Redo, State, Undo, counted

KEPT_STATES = 200
"""How many rows back a state can be had without reading the whole file."""
EVERY_STATE, NTH_STATE = 48, 8
"""The states after the last rows are all kept; of those before them each eighth, from which the others are a
few rows away: a state of a large meeting takes half a megabyte of its own."""
#: what is said of an amendment without deciding it
_REMARKS = frozenset(
    {"state_position", "summarize_position", "second_amendment", "set_translation", "call_amendment"}
)


class Turn(msgspec.Struct, frozen=True):
    """A row to be turned: ``target`` counts from now on (``on``) or no longer, because the row to be
    written takes back row ``undoes``. ``named`` is the row that a person would name, ``corrected`` the
    amendment that keeps a note of it."""

    target: Row
    on: bool
    undoes: int
    command: Command
    answer: dict[str, Any]
    named: Row
    corrected: str = ""


def is_correction(row: Row) -> bool:
    """Whether the row corrects a recording."""
    return bool(row.undoes) and isinstance(command_of(row), CorrectRecording)


class Kept:
    """The rows that a desk has in memory, which of them count, and the last states."""

    def __init__(self, file: JournalFile) -> None:
        self._file = file
        self.rows: list[Row] = []
        self.counts: dict[int, bool] = {}
        self.states: OrderedDict[int, State] = OrderedDict()

    @property
    def seq(self) -> int:
        """The number of the last row; 0 where there is none."""
        return self.rows[-1].seq if self.rows else 0

    def read(self, rows: list[Row]) -> None:
        """Take these rows for all that are in memory."""
        self.rows = rows
        self.count()

    def count(self) -> None:
        """Find anew which rows count."""
        self.counts = active((row.seq, row.undoes) for row in self.rows)

    def take(self, row: Row) -> None:
        """A row was written."""
        self.rows.append(row)
        self.counts[row.seq] = True

    def keep(self, seq: int, state: State) -> None:
        """Keep the state after row *seq*; let the oldest go, and most of the older ones."""
        self.states[seq] = state
        older = seq - EVERY_STATE
        if older % NTH_STATE:
            self.states.pop(older, None)
        while next(iter(self.states)) <= seq - KEPT_STATES:
            self.states.popitem(last=False)

    def at(self, seq: int) -> State | None:
        """The state after row *seq* as it was then; None where only the file knows."""
        near = max((kept for kept in self.states if kept <= seq), default=0)
        first = self.rows[0].seq if self.rows else 1
        if not near or near + 1 < first or seq > self.seq:
            return None
        since = self.rows[near + 1 - first : seq + 1 - first]
        if any(0 < row.undoes <= near for row in since):
            return None  # what it took back is in the state that is kept
        return fold(since, self.states[near])

    def row(self, seq: int) -> Row | None:
        """The row of that number, from memory or from the file; None where there is none."""
        if not 0 < seq <= self.seq:
            return None
        found = next((row for row in self.rows if row.seq == seq), None)
        return found or self._file.row(seq)

    def all_from(self, seq: int) -> None:
        """Have every row from *seq* on in memory; an old row is undone seldom enough to read them."""
        if not self.rows or seq < self.rows[0].seq:
            self.read(self._file.rows())

    def before(self, seq: int) -> State:
        """The state before row *seq*, without what was undone since."""
        earlier = [row for row in self.rows if row.seq < seq]
        first = self.rows[0].seq
        then = active((row.seq, row.undoes) for row in earlier)
        untouched = all(counts == self.counts[row] for row, counts in then.items()) and not any(
            0 < row.undoes < first for row in self.rows if row.seq >= seq
        )
        known = self.at(seq - 1) if untouched else None
        if known is not None:
            return known
        rows = self._file.rows()
        counts = active((row.seq, row.undoes) for row in rows)
        return fold(rows[: seq - 1], counts=counts)

    # which row

    def undoable(self) -> Row | None:
        """The last decision in force: the row that a plain undo takes back."""
        return next(
            (r for r in reversed(self.rows) if self._decision(r) and self.counts[r.seq] and r.seq > 1), None
        )

    def redoable(self) -> Row | None:
        """The row that the last undo still in force took back, if nothing was decided since."""
        for row in reversed(self.rows):
            if not self.counts[row.seq]:
                continue
            if self._decision(row):
                return None
            target = self.row(row.undoes)
            if target is not None and self._decision(target):
                return target
        return None

    @staticmethod
    def _decision(row: Row) -> bool:
        return not row.undoes or is_correction(row)

    def behind_barrier(self, row: Row) -> bool:
        """Whether a sitting was closed, or the text adopted, in that row or later."""
        since = takewhile(lambda later: later.seq >= row.seq, reversed(self.rows))
        decided = (each for each in since if not each.undoes and self.counts.get(each.seq, True))
        return any(event.barrier for each in decided for event in events_of(each))

    def no_barrier(self, row: Row) -> None:
        """Raises Refused where :meth:`behind_barrier`."""
        if self.behind_barrier(row):
            raise refuse(
                "barrier",
                N_(
                    "A closed sitting and the adoption of the text are not undone; reopen what was "
                    "decided, with a reason."
                ),
            )

    # what is asked

    def undoing(self, command: Undo) -> Turn:
        """What an undo turns. Raises Refused."""
        target = self.undoable() if command.seq is None else self.row(command.seq)
        if target is None:
            raise refuse("undo", N_("There is nothing to undo."))
        self.all_from(target.undoes if is_correction(target) else target.seq)
        if not self._decision(target) or not self.counts.get(target.seq, False):
            raise refuse(
                "undo", N_("Row {seq} is not in force; there is nothing to undo in it."), seq=target.seq
            )
        if target.seq == 1:
            raise refuse("undo", N_("The meeting itself is not undone."))
        self.no_barrier(target)
        if target.undoes:
            return self._uncorrecting(target, Undo(seq=target.seq), {"undone": target.seq})
        return Turn(target, False, target.seq, Undo(seq=target.seq), {"undone": target.seq}, target)

    def _uncorrecting(self, correction: Row, command: Command, answer: dict[str, Any]) -> Turn:
        """The correction is taken back: the decision counts again as it was recorded."""
        return Turn(self._taken_back(correction), True, correction.seq, command, answer, correction)

    def _taken_back(self, row: Row) -> Row:
        found = self.row(row.undoes)
        if found is None:
            raise KeyError(row.undoes)  # the chain would be broken: a row takes back only one before it
        return found

    def redoing(self, command: Redo) -> Turn:
        """What a redo turns. Raises Refused."""
        target = self.redoable() if command.seq is None else self.row(command.seq)
        if target is None:
            raise refuse("redo", N_("There is nothing to redo."))
        self.all_from(target.undoes if target.undoes else target.seq)
        if is_correction(target) and self.counts.get(target.seq):
            self.no_barrier(target)
            answer = {"redone": target.undoes}
            return self._uncorrecting(target, Redo(seq=target.undoes), answer)
        if target.undoes and self.counts.get(target.seq):
            target = self.row(target.undoes) or target
            self.all_from(target.undoes if target.undoes else target.seq)
        undo = next((r for r in self.rows if r.undoes == target.seq and self.counts[r.seq]), None)
        if undo is None:
            raise refuse("redo", N_("Row {seq} was not undone."), seq=target.seq)
        if is_correction(undo):
            raise refuse(
                "redo",
                N_(
                    "Row {seq} was corrected in row {correction}; to have it stand as it was recorded, "
                    "undo row {correction}."
                ),
                seq=target.seq,
                correction=undo.seq,
            )
        self.no_barrier(target)
        again = Redo(seq=target.seq)
        decision, on = target, True
        while decision.undoes:  # an undo or a redo carried out again turns what it is about in the end
            decision, on = self._taken_back(decision), not on
        self.all_from(decision.seq)
        return Turn(decision, on, undo.seq, again, {"redone": target.seq}, target)

    def correcting(self, state: State, command: CorrectRecording) -> Turn:
        """What the correction of a recording turns: a decision is taken out of the fold behind any
        barrier, visibly and with a reason (A27). Raises Refused."""
        if not command.reason.strip():
            raise refuse("A27", N_("A recording is corrected with a reason; give one."))
        self.all_from(1)
        amendment = state.drafting.by_number(command.amendment.strip()) if command.amendment else None
        if command.amendment and amendment is None and command.seq is None:
            raise refuse("A27", N_("There is no amendment {number}."), number=command.amendment)
        if command.seq is not None:
            target = self.row(command.seq)
        elif amendment is not None:
            names = (amendment.id, amendment.number)
            target = next((r for r in reversed(self.rows) if self._decides(r, names)), None)
        else:
            raise refuse("A27", N_("Say which recording is corrected: an amendment, or a row."))
        if target is None or target.undoes or target.seq == 1 or not self.counts.get(target.seq, False):
            raise refuse("A27", N_("There is no such decision in force."))
        if amendment is None:
            named = getattr(command_of(target), "amendment", "")
            amendment = state.drafting.by_number(named) if named else None
        plain = msgspec.structs.replace(
            command, seq=target.seq, amendment=amendment.number if amendment else ""
        )
        answer: dict[str, Any] = {"corrected": target.seq}
        noted = amendment.id if amendment else ""
        return Turn(target, False, target.seq, plain, answer, target, noted)

    def _decides(self, row: Row, names: tuple[str, str]) -> bool:
        if row.undoes or not self.counts[row.seq]:
            return False
        command = command_of(row)
        return command.verb() not in _REMARKS and getattr(command, "amendment", "") in names

    def turned(self, turn: Turn) -> State:
        """The state with the row turned. Raises Refused if a later row depends on it."""
        target = turn.target
        later = [row for row in self.rows if row.seq >= target.seq]
        pairs = [*((row.seq, row.undoes) for row in self.rows), (self.seq + 1, turn.undoes)]
        counts = active(pairs) | {target.seq: turn.on}
        state = refolded(self.before(target.seq), later, counts)
        return counted(state, tuple(e for r in later if not r.undoes for e in events_of(r)))


__all__ = ["Kept", "Turn", "is_correction"]
