"""The private notes at the side of the Table: on the paragraph, the amendment, the meeting, or all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consult_app.journal.jottings import Note
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.leaving import Leaving
from consult_app.ui.notes.book import NoteBook
from consult_app.ui.notes.card import NoteCard
from consult_app.ui.notes.writing import NoteWriting
from consult_app.ui.parts.controls import Label, QuietButton
from consult_app.ui.parts.fields import ChoiceBox, typed
from consult_app.ui.parts.panels import IconSign, clear_layout
from consult_app.ui.parts.scrolling import Roomy

ALL: Final = "all"
_SIDE: Final = 15


class NotesPanel(Retranslating, QFrame):
    """The notes of a book on what is at hand, and a field to write another one.

    Words that are not kept stay in the field of their subject. Signals: ``left()`` on Esc;
    ``place_asked(subject)`` to go to what a note is about.
    """

    left = Signal()
    place_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._book: NoteBook | None = None
        self._named: Callable[[str], str] = lambda subject: subject
        self._subjects: Sequence[str] = ()
        self._subject = ""
        self._changing: Note | None = None
        self._deleted: Note | None = None
        self._drafts: dict[str, str] = {}
        self._shown: object = None
        self._title = Label("topic")
        self._private = Label(wrap=True)
        self._private.setProperty("tone", "warn")
        self.about = ChoiceBox()
        self._none = Label("dim", wrap=True)
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self._gone_words = Label("small")
        self.undo_button = QuietButton()
        self._gone = QWidget()
        self.writing = NoteWriting(_SIDE)
        self.field = self.writing.field
        self._lay_out()
        self.about.currentIndexChanged.connect(self._chosen)
        self.writing.kept.connect(self.keep)
        self.writing.given_up.connect(self.give_up)
        self.undo_button.clicked.connect(self.put_back)
        self.retranslate()

    def _lay_out(self) -> None:
        head, said = QVBoxLayout(), QFrame()
        head.setContentsMargins(_SIDE, 12, _SIDE, 8)
        head.setSpacing(8)
        said.setProperty("role", "banner")
        said.setProperty("tone", "warn")
        sign = QHBoxLayout(said)
        sign.setContentsMargins(10, 6, 10, 6)
        sign.setSpacing(8)
        sign.addWidget(IconSign("private", "warn", 15))
        sign.addWidget(self._private, 1)
        for part in (self._title, said, self.about):
            head.addWidget(part)
        self._list.setContentsMargins(_SIDE, 2, _SIDE, 8)
        self._list.setSpacing(8)
        self._body.setProperty("surface", "clear")
        scroll = QScrollArea()
        scroll.setWidget(self._body)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        gone = QHBoxLayout(self._gone)
        gone.setContentsMargins(_SIDE, 6, _SIDE, 8)
        gone.addWidget(self._gone_words, 1)
        gone.addWidget(self.undo_button)
        self._gone.hide()
        inside = QWidget()
        inside.setProperty("surface", "clear")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Roomy(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._none)
        self._none.setContentsMargins(_SIDE, 2, _SIDE, 6)
        column.addWidget(scroll, 1)
        column.addWidget(self._gone)
        column.addWidget(self.writing)

    # what is shown

    def bind(self, book: NoteBook, named: Callable[[str], str]) -> None:
        """Show the notes of *book*; *named* says what a subject is called now."""
        self._book, self._named = book, named
        book.changed.connect(self._show)

    def forget(self) -> None:
        """Another meeting: nothing that was written or deleted in this one may stay in sight."""
        self._drafts.clear()
        self._subjects, self._subject = (), ""
        self._changing, self._deleted = None, None
        self._gone.hide()
        self.writing.begin("")

    def show_subjects(self, subjects: Sequence[str], chosen: str) -> None:
        """Offer *subjects* and all notes, and show the notes on *chosen*."""
        self._subjects = subjects
        self._take(chosen if chosen in subjects else ALL)
        self._show()

    @property
    def subject(self) -> str:
        """What the notes in sight are about; :data:`ALL` for all of them."""
        return self._subject

    def _take(self, subject: str) -> None:
        if subject == self._subject:
            return
        self._keep_draft()
        self._subject, self._changing = subject, None
        self.writing.begin(self._drafts.get(subject, ""))

    def _keep_draft(self) -> None:
        words = typed(self.field)
        if self._changing is None and self._subject and self._subject != ALL:
            self._drafts[self._subject] = words
        if not words.strip():
            self._drafts.pop(self._subject, None)

    @Slot()
    def _show(self) -> None:
        book = self._book
        if book is None:
            return
        names = {key: _counted(self._named(key), len(book.of(key))) for key in self._subjects}
        names[ALL] = _counted(tr("All notes"), len(book.all()))
        self.about.blockSignals(True)
        self.about.fill(names)
        self.about.setCurrentIndex(max(0, self.about.findData(self._subject)))
        self.about.blockSignals(False)
        every = self._subject == ALL
        notes = book.all() if every else book.of(self._subject)
        self._none.setText(tr("No private note yet."))
        self._none.setVisible(not notes)
        self.writing.setVisible(book.writable and not every)
        faces = [(note, self._named(note.subject) if every else "", book.writable) for note in notes]
        if faces != self._shown:
            self._shown = faces
            self._fill(faces)

    def _fill(self, faces: list[tuple[Note, str, bool]]) -> None:
        focus = self.window().focusWidget()
        inside = focus is not None and self._body.isAncestorOf(focus)
        clear_layout(self._body)
        for note, about, writable in faces:
            card = NoteCard(note, about, writable=writable)
            card.change_asked.connect(self.begin_change)
            card.delete_asked.connect(self.delete)
            card.place_asked.connect(self._to_place)
            self._list.addWidget(card)
        self._list.addStretch(1)
        if inside:
            # the card that had it is gone: keys must not fall into nothing
            (self.undo_button if self._gone.isVisible() else self.about).setFocus()

    @property
    def cards(self) -> list[NoteCard]:
        """The cards in sight, from top to bottom."""
        # never itemAt(): PySide keeps such an item beyond its end, and the program dies of it later
        found = (card for card in self._body.findChildren(NoteCard) if self._list.indexOf(card) >= 0)
        return sorted(found, key=self._list.indexOf)

    @Slot()
    def _chosen(self) -> None:
        self._take(str(self.about.currentData() or ALL))
        self._forget_deleted()
        self._show()

    @Slot(object)
    def _to_place(self, note: Note) -> None:
        self.place_asked.emit(note.subject)

    # what is done

    @Slot()
    def keep(self) -> None:
        """Write the words down: a new note, or the one that is being changed."""
        book, words = self._book, typed(self.field).strip()
        if book is None or not book.writable or self._subject == ALL:
            return
        if not words:
            self.writing.say_problem(tr("There is nothing to keep: write the note first."))
            return
        self._forget_deleted()
        kept = partial(self._kept, self._subject, self._changing)
        if self._changing is not None:
            book.change(self._changing, words, kept)
        else:
            book.write(self._subject, words, kept)

    def _kept(self, subject: str, changed: Note | None) -> None:
        if changed is None:
            self._drafts.pop(subject, None)
        if subject == self._subject and changed is self._changing:
            self._changing = None
            self.writing.begin(self._drafts.get(subject, ""))

    @Slot(object)
    def begin_change(self, note: Note) -> None:
        """Have the words of *note* in the field, to be changed."""
        self._keep_draft()
        self._changing = note
        self.writing.begin(note.words, changing=True)
        self.field.setFocus()
        self.field.selectAll()

    @Slot()
    def give_up(self) -> None:
        """Leave the note that is being changed as it was; else leave the panel."""
        if self._changing is None:
            self.left.emit()
            return
        Leaving.say()
        self._changing = None
        self.writing.begin(self._drafts.get(self._subject, ""))

    @Slot(object)
    def delete(self, note: Note) -> None:
        """Delete *note*; for a moment it can be put back."""
        if self._book is not None and self._book.writable:
            if self._changing == note:
                self.give_up()
            self._book.delete(note, partial(self._was_deleted, note))

    def _was_deleted(self, note: Note) -> None:
        self._deleted = note
        self._gone.show()

    @Slot()
    def put_back(self) -> None:
        """Put the note back that was deleted last."""
        note = self._deleted
        if note is not None and self._book is not None:
            self._forget_deleted()
            self._book.put_back(note)

    def _forget_deleted(self) -> None:
        self._deleted = None
        if not self._gone.isHidden():
            if self.undo_button.hasFocus():
                self.take_focus()
            self._gone.hide()

    # words that are not kept yet

    def unsaved(self) -> Iterator[tuple[str, int, str]]:
        """What is being written: subject, number of the note that is changed (0 for a new one), words."""
        self._keep_draft()
        yield from ((subject, 0, words) for subject, words in self._drafts.items())
        words = typed(self.field)
        if self._changing is not None and words != self._changing.words and words.strip():
            yield self._changing.subject, self._changing.id, words

    def take_up(self, number: int, words: str) -> bool:
        """Go on with *words*, of a new note or of the note *number*; false where that was changed or deleted
        since, and the words are those of a new note."""
        note = next((each for each in self._book.all() if each.id == number), None) if self._book else None
        if note is not None and note.subject == self._subject:
            self.begin_change(note)
        self.field.setPlainText(words)
        self.field.setFocus()
        return not number or note is not None

    # hands

    def take_focus(self) -> None:
        """Give the focus to the field, or to the choice where nothing can be written."""
        (self.about if self.writing.isHidden() else self.field).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Ctrl+Enter keeps what is written, Esc gives up a change or leaves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(tr("Private notes"))
        self.setAccessibleName(tr("Private notes"))
        self._private.setText(tr("Private: never printed, never shown in the room."))
        self.about.setAccessibleName(tr("What the notes are about"))
        self._gone_words.setText(tr("Deleted."))
        self.undo_button.set_words(tr("Undo"))
        self.undo_button.setAccessibleName(tr("Put the deleted note back"))
        self._shown = None
        self._show()


def _counted(name: str, count: int) -> str:
    return tr("{what} ({n})", what=name, n=count) if count else name
