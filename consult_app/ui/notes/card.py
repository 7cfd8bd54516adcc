"""One private note as a card: its words, when it was written, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from consult_app.journal.jottings import Note
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.controls import Button, Elided, Label
from consult_app.ui.parts.panels import Card
from consult_app.ui.stamps import stamp


class NoteCard(Retranslating, Card):
    """Shows *note*, with its subject where *about* names it. Enter changes it (where it is about something
    named, goes there), Del deletes it; where it is not *writable* it is only read.

    Signals: ``change_asked(Note)``, ``delete_asked(Note)``, ``place_asked(Note)``.
    """

    change_asked = Signal(object)
    delete_asked = Signal(object)
    place_asked = Signal(object)

    def __init__(self, note: Note, about: str, *, writable: bool) -> None:
        super().__init__(takes_focus=True)
        self.note = note
        self._about, self._writable = about, writable
        self._subject = Elided("strong", about)
        self._words = Label("", note.words, wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._when = Elided("small")
        self.change_button, self.delete_button = Button("flat"), Button("flat")
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._when, 1)
        foot.addWidget(self.change_button)
        foot.addWidget(self.delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 8, 6)
        column.setSpacing(4)
        column.addWidget(self._subject)
        column.addWidget(self._words)
        column.addLayout(foot)
        self._subject.setVisible(bool(about))
        self.change_button.setVisible(writable or bool(about))
        self.delete_button.setVisible(writable)
        self.change_button.clicked.connect(self._activated)
        self.delete_button.clicked.connect(lambda: self.delete_asked.emit(self.note))
        self.activated.connect(self._activated)
        self.retranslate()

    def _activated(self) -> None:
        if self._about:
            self.place_asked.emit(self.note)
        elif self._writable:
            self.change_asked.emit(self.note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Del deletes the note."""
        if event.key() == Qt.Key.Key_Delete and self._writable:
            self.delete_asked.emit(self.note)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words of time and buttons."""
        note, when = self.note, stamp(self.note.time)
        if note.changed != note.time:
            when = tr("{written}, changed {changed}", written=when, changed=stamp(note.changed))
        self._when.setText(when)
        self.change_button.set_words(tr("Go to it") if self._about else tr("Change"))
        self.delete_button.set_words(tr("Delete"))
        self.setAccessibleName(", ".join(part for part in (self._about, note.words, when) if part))
