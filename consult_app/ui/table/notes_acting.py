"""Private notes at the Table: opened at the side, marked in the outline and on the cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from consult_app.journal.jottings import Scratch
from consult_app.meetings.reasons import N_
from consult_app.ui.language import say
from consult_app.ui.notes.book import NoteBook
from consult_app.ui.notes.panel import ALL, NotesPanel
from consult_app.ui.notes.subjects import (
    MEETING,
    amendment_in,
    node_in,
    of_amendment,
    of_node,
    subject_words,
)

if TYPE_CHECKING:
    from consult_app.ui.station import Resumed
    from consult_app.ui.table.station import TableStation


class NotesTable(QObject):
    """The hands of a :class:`TableStation` for private notes."""

    def __init__(self, station: TableStation) -> None:
        super().__init__(station)
        self._station = station
        self._side = station.parts.side
        self._panel: NotesPanel | None = None
        self.book = NoteBook(self)
        self.book.changed.connect(self._mark)
        self.book.failed.connect(self._failed)
        self._side.made.connect(self._made)
        station.node_reached.connect(self.follow)
        station.parts.list.reached.connect(self.follow)

    def add_key(self) -> None:
        """Give the station the key."""
        self._station.add_key("Ctrl+M", N_("Private notes"), self.open, self._station)

    def bind(self, desk: Any) -> None:
        """Take the notes of the meeting at *desk*; None when it is closed."""
        if self._panel is not None:
            self._panel.forget()
        self.book.bind(desk)

    @Slot(QWidget)
    def _made(self, page: QWidget) -> None:
        if isinstance(page, NotesPanel):
            self._panel = page
            page.bind(self.book, self._named)
            page.left.connect(self._station.side_acting.to_amendments)
            page.place_asked.connect(self._to_place)

    def _named(self, subject: str) -> str:
        return subject_words(self._station.state, subject) if self._station.desk is not None else ""

    # what is in sight

    @Slot()
    def open(self) -> None:
        """Show the notes on what is at hand, with the focus in the field: on the amendment where the focus
        is among the amendments, else on the paragraph."""
        station = self._station
        if station.desk is None:
            return
        station.comparing.leave()
        panel = self._side.notes
        if self._side.page != "notes":
            among = station.parts.list.has_focus and station.amendment_at_hand is not None
            self._side.show_page("notes")
            station.parts.show_page(with_text=True)
            panel.show_subjects(self._subjects(), self._at_hand("amendment" if among else "node"))
        panel.take_focus()

    @Slot()
    def follow(self, _reached: str = "") -> None:
        """Another node or amendment is at hand, or something was recorded."""
        self._mark()
        panel, station = self._panel, self._station
        if panel is None or self._side.page != "notes" or station.desk is None:
            return
        station.parts.show_page(with_text=True)
        kind = "amendment" if amendment_in(panel.subject) else "node" if node_in(panel.subject) else ""
        panel.show_subjects(self._subjects(), self._at_hand(kind) if kind else panel.subject)

    def _subjects(self) -> list[str]:
        found = []
        if self._station.amendment_at_hand is not None:
            found.append(of_amendment(self._station.amendment_at_hand.id))
        if self._station.node_at_hand:
            found.append(of_node(self._station.node_at_hand))
        return [*found, MEETING]

    def _at_hand(self, kind: str) -> str:
        amendment, node = self._station.amendment_at_hand, self._station.node_at_hand
        if kind == "amendment" and amendment is not None:
            return of_amendment(amendment.id)
        return of_node(node) if node else MEETING

    @Slot()
    def _mark(self) -> None:
        """Show where there is a note: in the outline, on the cards, and how many on what is at hand."""
        subjects, parts = self.book.subjects, self._station.parts
        parts.outline.show_noted(frozenset(map(node_in, subjects)) - {""})
        parts.list.show_noted(frozenset(map(amendment_in, subjects)) - {""})
        if self._station.desk is not None:
            self._side.show_noted(sum(len(self.book.of(subject)) for subject in self._subjects()))

    @Slot(str)
    def _to_place(self, subject: str) -> None:
        station = self._station
        node, amendment = node_in(subject), amendment_in(subject)
        if station.reading is not None and (
            (node and station.go_to(node)) or (amendment and station.go_to_amendment(amendment))
        ):
            self._side.show_page("notes")
        if self._panel is not None:
            self._panel.show_subjects(self._subjects(), subject)
            self._panel.take_focus()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        from consult_app.journal.errors import JournalError
        from consult_app.meetings.reasons import Refused

        if isinstance(error, JournalError):
            self._station.tell(say(error.message), "error")
        elif isinstance(error, Refused):
            self._station.tell(say(error.reason), "error")
        else:
            raise error

    # words that were not kept

    def unsaved(self) -> Iterator[Scratch]:
        """The words of notes that are being written."""
        for subject, number, words in self._panel.unsaved() if self._panel is not None else ():
            extra = {"what": "note", "subject": subject, "note": str(number)}
            yield Scratch(f"note:{subject}:{number}", words, extra)

    def resume(self, found: Scratch) -> Resumed:
        """Go on with a note that was being written; what it was about comes to hand where it is there."""
        subject = str(found.extra.get("subject", ""))
        self.open()
        self._to_place(subject)
        panel = self._side.notes
        if panel.subject in (ALL, ""):
            return "gone"
        return "opened" if panel.take_up(int(found.extra.get("note", "0")), found.words) else "changed"
