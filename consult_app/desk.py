"""The one door for change: perform, undo, redo, subscribe, query.

A Desk has one worker thread that owns the database. ``perform`` gives a future; the window goes on
and repaints when Changes arrive, the command line and tests wait for it. Nothing else writes.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from . import __version__
from .changes import Changes, between
from .drafting.deciding.lifecycle import RecordingCorrected
from .drafting.text.nodes import CORRECTION, Step
from .journal.backups import BackupKeeper, second_place
from .journal.beside import Beside
from .journal.displaced import Displaced, FileWatch
from .journal.errors import Damaged, NewerFile
from .journal.file import JournalFile
from .journal.rows import GENESIS, Row, active, faults, sealed
from .meetings.acts import Command, Context, stamp
from .meetings.reasons import N_, Message, NeedsConfirmation, Refused, refuse
from .presets import filled
from .replay import STATE_FORMAT, fold, freeze, label_of, thaw
from .replay import command_of as command_of
from .state import (
    AnyEvent,
    CorrectRecording,
    Redo,
    State,
    Undo,
    apply,
    decide,
    write_command,
    write_events,
)
from .turning import KEPT_STATES, Kept, Turn

SNAPSHOT_EVERY = 500
_IDLE_SECONDS = 0.4
_LOOK_SECONDS = 1.5
_log = logging.getLogger(__name__)
T = TypeVar("T")


class Done(msgspec.Struct, frozen=True):
    """A command was carried out and is on disk as row ``seq``."""

    seq: int
    answer: dict[str, Any]
    warnings: tuple[Message, ...]
    changes: Changes


class Refusal(msgspec.Struct, frozen=True):
    """A rule does not allow it; nothing was changed."""

    reason: Message
    rule: str


class Question(msgspec.Struct, frozen=True):
    """It is unusual: ask, and perform it again with ``confirm``."""

    why: Message


Answer = Done | Refusal | Question
Listener = Callable[[Changes], None]
Clock = Callable[[], datetime]


def _stands(file: JournalFile) -> bool:
    return file.displaced() is None


def _now() -> datetime:
    return datetime.now(UTC)


#: the least that two rows are apart in time, and how far behind a clock may be that only jitters
_TICK, _AT_ONCE = timedelta(milliseconds=1), timedelta(seconds=1)


class Desk:
    """An open meeting. Made by :meth:`create` or :meth:`open`, both of which raise JournalError.

    ``clock`` gives the time of each decision; tests and the sample set their own.
    """

    def __init__(self, file: JournalFile, *, actor: str = "secretariat", clock: Clock = _now) -> None:
        self.actor = actor
        self._file = file
        self._clock = clock
        self._listeners: list[Listener] = []
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._kept = Kept(file)
        self._seq, self._hash = 0, GENESIS
        self._last: Row | None = None
        self._labels: tuple[Message | None, Message | None] = (None, None)
        self._snapshot_seq = 0
        self._unsettled = False
        self._closed = False
        self._load()
        self._moved: list[Callable[[Displaced | None], None]] = []
        self._backups: BackupKeeper | None = None
        self._watch: FileWatch | None = None
        if file.writable:
            whole = partial(_stands, file)
            self._backups = BackupKeeper(file.path, second_place(), whole=whole)
            self._watch = FileWatch(file, self._backups, self._tell_displaced)
        self._worker = threading.Thread(target=self._work, name="desk", daemon=True)
        self._worker.start()

    # opening and closing

    @classmethod
    def create(cls, path: Path, first: Command, **options: Any) -> Desk:
        """A new meeting file with *first* as its first row. Raises Refused and leaves no file behind
        when that is refused."""
        desk = cls(JournalFile.create(path), **options)
        answer = desk.perform(first).result()
        if not isinstance(answer, Done):
            desk.close()
            path.unlink()
            message = answer.reason if isinstance(answer, Refusal) else answer.why
            raise Refused(message, answer.rule if isinstance(answer, Refusal) else "")
        return desk

    @classmethod
    def open(cls, path: Path, *, write: bool = True, **options: Any) -> Desk:
        """The meeting in *path*; with *write* false it may be open at another desk."""
        file = JournalFile.open(path, write=write)
        try:
            return cls(file, **options)
        except BaseException:
            file.close()
            raise

    def close(self) -> None:
        """Finish what was asked, keep a snapshot, and leave one whole file behind."""
        if self._closed:
            return
        self._closed = True
        self._queue.put(None)
        self._worker.join()
        if self._watch:
            self._watch.look()  # nothing decided since the last look may go with the connection
        if self.writable and self._seq - self._snapshot_seq >= SNAPSHOT_EVERY // 5:
            self._keep_snapshot()
        lost = self.displaced is not None and self.displaced.now is None
        if self._backups and lost:
            self._backups.close(self._file.raw)
        self._file.close()
        if self._backups and not lost:
            self._backups.close()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _load(self) -> None:
        state, after = State(), 0
        found = self._file.snapshot(STATE_FORMAT)
        if found:
            seq, head, data = found
            row = self._file.row(seq)
            try:
                if row is not None and row.hash == head:
                    state, after = thaw(data), seq
            except msgspec.DecodeError as error:
                _log.info("the snapshot at row %d is of another form (%s): replayed instead", seq, error)
        self._snapshot_seq = after
        try:
            # rows before the snapshot are read only for their labels: enough for a day of undoing
            rows = self._file.rows(max(0, after - KEPT_STATES))
            new = [row for row in rows if row.seq > after]
            if any(0 < row.undoes <= after for row in new):
                rows = new = self._file.rows()
                state, self._snapshot_seq = State(), 0
            self._state = fold(new, state)
        except (msgspec.DecodeError, KeyError, ValueError) as error:
            raise Damaged(
                Message(
                    N_("{file} is damaged ({error}); restore its last backup from the start page."),
                    {"file": self.path.name, "error": str(error)},
                )
            ) from error
        self._kept.read(rows)
        if rows:
            self._last = rows[-1]
            self._seq, self._hash = self._last.seq, self._last.hash
        self._kept.keep(self._seq, self._state)
        self._labels = self._find_labels()

    def _find_labels(self) -> tuple[Message | None, Message | None]:
        """What undo and redo would do. Found by whoever owns the database, and only read by others."""
        undo, redo = self._kept.undoable(), self._kept.redoable()
        if undo is not None and self._kept.behind_barrier(undo):
            undo = None
        return label_of(undo) if undo else None, label_of(redo) if redo else None

    # asking

    @property
    def path(self) -> Path:
        """The file of the meeting; another after it was displaced and the desk went on beside it."""
        return self._file.path

    @property
    def displaced(self) -> Displaced | None:
        """How the file was moved, deleted or replaced while it was open; None while it stands in its place,
        or does again. Until ``now`` names a file, what is decided lies in backups only."""
        return self._watch.now if self._watch else None

    @property
    def state(self) -> State:
        """The state as it is now: an immutable value that may be kept."""
        return self._state

    @property
    def seq(self) -> int:
        """The number of the last row."""
        return self._seq

    @property
    def writable(self) -> bool:
        return self._file.writable

    def last_row(self) -> Row | None:
        """The last row, whether it counts or not; None in an empty file."""
        return self._last

    def undo_label(self) -> Message | None:
        """What undo would take back, or None if it would be refused as nothing is left."""
        return self._labels[0]

    def redo_label(self) -> Message | None:
        """What redo would carry out again, or None."""
        return self._labels[1]

    def state_at(self, when: int | str) -> State:
        """The state after row *when*, or after the last row at that time (ISO 8601, UTC)."""

        def find() -> State:
            seq = when if isinstance(when, int) else self._file.seq_at(when)
            known = self._kept.at(seq)
            return known if known is not None else fold(self._file.rows(0, seq))

        found: State = self._ask(find).result()
        return found

    def seq_at(self, time: str) -> int:
        """The last row at or before *time* (ISO 8601, UTC); 0 if there is none."""
        return int(self._ask(lambda: self._file.seq_at(time)).result())

    def rows(self, after: int = 0, upto: int | None = None) -> list[Row]:
        """All rows of the journal, or those behind *after* and not behind *upto*. A view that needs many
        asks for a few at a time, so that decisions are not kept waiting."""

        def read() -> list[Row]:
            return self._file.rows(after, upto) if after or upto is not None else list(self._file.stream())

        rows: list[Row] = self._ask(read).result()
        return rows

    def undone(self) -> set[int]:
        """Which rows do not count."""
        rows = self.rows()
        counts = active((row.seq, row.undoes) for row in rows)
        return {seq for seq, counts_ in counts.items() if not counts_}

    def check(self) -> list[str]:
        """What is wrong with the file: database, chain and replay; empty if it is sound."""
        found: list[str] = self._ask(self._check).result()
        return found

    def _check(self) -> list[str]:
        found = self._file.integrity()
        if found:
            return found
        rows = list(self._file.stream())
        found = list(faults(rows))
        if found:
            return found
        try:
            state = fold(rows)
        except (msgspec.DecodeError, KeyError, ValueError, NewerFile) as error:
            return [f"the rows cannot be replayed: {error}"]
        snapshot = self._file.snapshot(STATE_FORMAT)
        if snapshot and freeze(fold(rows[: snapshot[0]])) != snapshot[2]:
            found.append(f"the snapshot at row {snapshot[0]} is not what its rows make")
        if len(rows) > self._seq:
            state = fold(rows[: self._seq])  # another desk has gone on since this one read the file
        if freeze(state) != freeze(self._state):
            found.append("the state in use is not what the rows make")
        return found

    # doing

    def perform(self, command: Command, *, actor: str = "") -> Future[Answer]:
        """Carry out *command*. The future gives Done (it is on disk then), Refusal or Question."""
        return self._ask(lambda: self._perform(command, actor or self.actor))

    def beside(self, job: Callable[[Beside], T]) -> Future[T]:
        """Have *job* read or write what is kept beside the journal, in the thread that owns the file; the
        future gives what it returns. It raises what the job raised, Refused where it wrote into a meeting
        that is open for reading only, and Unwritable where the file took nothing (a full disk)."""
        return self._ask(lambda: self._beside(job))

    def _beside(self, job: Callable[[Beside], T]) -> T:
        beside = self._file.beside(lambda: stamp(self._clock()))
        try:
            return job(beside)
        finally:
            self._unsettled = self._unsettled or beside.wrote

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have *listener* called, in the worker thread, after each change; returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def hear_displaced(self, listener: Callable[[Displaced | None], None]) -> None:
        """Have *listener* called, in the worker thread, when :attr:`displaced` becomes another."""
        self._moved.append(listener)

    def _tell_displaced(self, now: Displaced | None) -> None:
        for listener in tuple(self._moved):
            listener(now)

    def go_on_in(self, target: Path) -> Future[None]:
        """Write the whole meeting to *target*, over what stands there, and go on there: the way out when the
        file was displaced. The future raises JournalError or OSError, and all stays as it was."""

        def job() -> None:
            if self._watch is None:
                raise refuse("read_only", N_("This meeting is open for reading only."))
            self._watch.go_on_in(target)

        return self._ask(job)

    def _ask(self, job: Callable[[], Any]) -> Future[Any]:
        future: Future[Any] = Future()

        def run() -> None:
            try:
                future.set_result(job())
            except Exception as error:
                future.set_exception(error)

        if self._closed:
            raise RuntimeError("the desk is closed")
        self._queue.put(run)
        return future

    def _work(self) -> None:
        while True:
            rest = _LOOK_SECONDS if self._watch else None
            try:
                job = self._queue.get(timeout=_IDLE_SECONDS if self._unsettled else rest)
            except queue.Empty:
                if self._unsettled:
                    self._settle()
                self._look()
                continue
            if job is None:
                return
            job()
            self._look()

    def _look(self) -> None:
        """See whether the file is still in its place; until it is, or was written again, what is decided
        goes into backups."""
        if self._watch is None:
            return
        try:
            self._watch.look()
            if self._queue.empty():
                self._watch.back_up()
        except Exception:
            _log.exception("%s could not be looked after", self.path.name)

    def _settle(self) -> None:
        """Nothing to do for a moment: make the one file whole, and keep opening it fast."""
        self._unsettled = False
        try:
            self._unsettled = not self._file.settle()  # somebody is reading: once more in a moment
            if self._seq - self._snapshot_seq >= SNAPSHOT_EVERY:
                self._keep_snapshot()
        except Exception:
            # every row is durable already; what is missed here is made good at the next decision
            _log.exception("%s could not be tidied", self.path.name)

    def _keep_snapshot(self) -> None:
        self._file.keep_snapshot(self._seq, self._hash, STATE_FORMAT, __version__, freeze(self._state))
        self._snapshot_seq = self._seq

    def _perform(self, command: Command, actor: str) -> Answer:
        try:
            if not self.writable:
                raise refuse("read_only", N_("This meeting is open for reading only."))
            if isinstance(command, Undo):
                return self._turn(self._kept.undoing(command), actor)
            if isinstance(command, Redo):
                return self._turn(self._kept.redoing(command), actor)
            if isinstance(command, CorrectRecording):
                return self._turn(self._kept.correcting(self._state, command), actor)
            command = filled(command)
            context = self._context(actor)
            decision = decide(self._state, command, context)
        except Refused as refusal:
            return Refusal(refusal.reason, refusal.rule)
        except NeedsConfirmation as question:
            return Question(question.why)
        self._append(context, command, write_events(decision.events), 0)
        return self._became(decision.state, decision.answer, decision.warnings)

    def _context(self, actor: str) -> Context:
        return Context(self._seq + 1, self._time(), "desk", actor)

    def _time(self) -> str:
        """The time of the next row: a little after that of the last one, so that what is listed by time
        stands in the order in which it was decided. A clock that was set back is left as it is."""
        now = self._clock()
        last = datetime.fromisoformat(self._last.time) if self._last else None
        if last is not None and last - _AT_ONCE < now < last + _TICK:
            now = last + _TICK
        return stamp(now)

    def _append(self, context: Context, command: Command, events: bytes, undoes: int) -> None:
        row = sealed(
            self._hash,
            context.seq,
            context.time,
            context.desk,
            context.actor,
            write_command(command).decode(),
            events.decode(),
            undoes,
        )
        self._file.append(row)
        self._kept.take(row)
        self._seq, self._hash, self._last = row.seq, row.hash, row
        self._unsettled = True
        if self._backups:
            self._backups.changed()

    def _became(self, state: State, answer: dict[str, Any], warnings: tuple[Message, ...] = ()) -> Done:
        changes = between(self._state, state, self._seq)
        self._state = state
        self._kept.keep(self._seq, state)
        self._labels = self._find_labels()
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:
                # the row is on disk: whoever asked must hear so, whatever a view makes of it
                _log.exception("a view could not take in the changes of row %d", self._seq)
        return Done(self._seq, answer, warnings, changes)

    def _turn(self, turn: Turn, actor: str) -> Done:
        """Take a row out of the fold, or in again; a corrected amendment keeps a note of it."""
        state, answer = self._kept.turned(turn), dict(turn.answer)
        context = self._context(actor)
        events: tuple[AnyEvent, ...] = ()
        if turn.corrected and turn.corrected in state.drafting.amendments:
            now = state.drafting.amendments[turn.corrected]
            sitting = state.assembly.sitting_number
            step = Step(now.state, context.time, sitting, CORRECTION, actor, turn.command.reason)
            events = (RecordingCorrected(amendment=turn.corrected, step=step),)
            state = apply(state, events[0])
            answer |= {"number": now.number, "state": now.state}
        self._append(context, turn.command, write_events(events), turn.undoes)
        self._kept.count()
        if turn.target.seq <= self._snapshot_seq:
            self._file.drop_snapshots()
            self._snapshot_seq = 0
        answer["label"] = label_of(turn.named)
        return self._became(state, answer)
