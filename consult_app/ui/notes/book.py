"""The private notes of the meeting that is open: read once, and written beside the journal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from consult_app.journal.jottings import Note
from consult_app.ui.waiting import when_done


class NoteBook(QObject):
    """All notes of one meeting, in the order in which they were written.

    Signals: ``changed()`` when a note was read, written, changed, deleted or put back; ``failed(Exception)``
    when the file took nothing, or nothing can be written into it.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Any = None
        self._notes: dict[int, Note] = {}

    def bind(self, desk: Any) -> None:
        """Read the notes of the meeting at *desk*; None lets go of those that were read."""
        self._desk = desk
        self._notes = {}
        self.changed.emit()
        if desk is not None:
            self._ask(lambda beside: beside.notes(), self._read)

    @property
    def writable(self) -> bool:
        """Whether notes can be written: a meeting that is open for reading only takes none."""
        return self._desk is not None and bool(self._desk.writable)

    def of(self, subject: str) -> tuple[Note, ...]:
        """The notes on *subject*."""
        return tuple(note for note in self.all() if note.subject == subject)

    def all(self) -> tuple[Note, ...]:
        """All notes."""
        return tuple(self._notes[number] for number in sorted(self._notes))

    @property
    def subjects(self) -> frozenset[str]:
        """Everything that there is a note on."""
        return frozenset(note.subject for note in self._notes.values())

    def write(self, subject: str, words: str, then: Callable[[], object]) -> None:
        """Write a new note; *then* runs once it is in the file."""
        self._ask(lambda beside: beside.write_note(subject, words), partial(self._written, then))

    def change(self, note: Note, words: str, then: Callable[[], object]) -> None:
        """Put *words* in the place of those of *note*. One that was deleted meanwhile is written anew: what
        was typed is not lost."""

        def job(beside: Any) -> Note:
            found: Note = beside.change_note(note.id, words) or beside.write_note(note.subject, words)
            return found

        self._ask(job, partial(self._written, then))

    def delete(self, note: Note, then: Callable[[], object]) -> None:
        """Delete *note*."""
        self._ask(lambda beside: beside.delete_note(note.id), partial(self._deleted, note, then))

    def put_back(self, note: Note) -> None:
        """Put back a note that was deleted, as it was."""
        self._ask(lambda beside: beside.put_back_note(note), lambda _done: self._back(note))

    def _ask(self, job: Callable[[Any], Any], then: Callable[[Any], object]) -> None:
        desk = self._desk
        if desk is not None:
            when_done(desk.beside(job), self, partial(self._answered, desk, then), self._refused)

    def _answered(self, desk: Any, then: Callable[[Any], object], answer: Any) -> None:
        if desk is self._desk:  # another meeting may have been opened meanwhile
            then(answer)

    def _refused(self, error: Exception) -> None:
        self.failed.emit(error)

    def _read(self, notes: list[Note]) -> None:
        self._notes = {note.id: note for note in notes}
        self.changed.emit()

    def _written(self, then: Callable[[], object], note: Note) -> None:
        self._notes[note.id] = note
        then()
        self.changed.emit()

    def _back(self, note: Note) -> None:
        self._notes[note.id] = note
        self.changed.emit()

    def _deleted(self, note: Note, then: Callable[[], object], _found: Note | None) -> None:
        self._notes.pop(note.id, None)
        then()
        self.changed.emit()
