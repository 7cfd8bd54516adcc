"""The Papers station: the register of the documents that the meeting works with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.changes import Changes
from consult_app.desk import Done, Refusal
from consult_app.meetings.acts import Command
from consult_app.meetings.kept.document import Document
from consult_app.meetings.papers.documents import RemoveDocument
from consult_app.meetings.reasons import N_
from consult_app.ui.forms.kept_form import Kept
from consult_app.ui.language import tr, tr_n
from consult_app.ui.papers.details import PaperDetails
from consult_app.ui.papers.form import PaperForm
from consult_app.ui.papers.model import PaperRow, filtered, paper_rows, papers_model
from consult_app.ui.papers.paper_reading import choose_paper, read_paper
from consult_app.ui.parts.controls import HairLine, Label, PrimaryButton, QuietButton
from consult_app.ui.parts.fields import SearchField
from consult_app.ui.parts.lines import BrokenLine, HeldSide
from consult_app.ui.parts.lists import ListTable
from consult_app.ui.parts.panels import Card, EmptyState
from consult_app.ui.station import ChangesLike, DeskLike
from consult_app.ui.working import WorkingStation

if TYPE_CHECKING:
    from consult_app.exchange.reference import Reference

_SIDE: Final = 370


class PapersStation(WorkingStation):
    """Search and list on the left; the document at hand, or the form, at the side."""

    key = "papers"
    icon = "papers"

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField()
        self.found = Label("small")
        self.add, self.from_file, self.remove = PrimaryButton(), QuietButton(), QuietButton()
        self.model = papers_model()
        self.table: ListTable[PaperRow] = ListTable(self.model)
        self._begin, self._begin_file = PrimaryButton(), QuietButton()
        self.empty = EmptyState(self._begin, self._begin_file, icon_name="papers")
        self.nothing = EmptyState(icon_name="search")
        self.details, self.form = PaperDetails(), PaperForm()
        self.side, self.lists = QStackedWidget(), QStackedWidget()
        self.left = QWidget()
        self._rows: list[PaperRow] = []
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for widget in (self.details, self.form):
            self.side.addWidget(widget)
        for listed in (self.table, self.empty, self.nothing):
            self.lists.addWidget(listed)
        tools = BrokenLine()
        tools.add(self.search, 1)
        for other in (self.found, self.remove, self.from_file, self.add):
            tools.add(other)
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(4, 6, 4, 6)
        inner.addWidget(self.lists)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(tools)
        column.addWidget(framed, 1)
        row = QHBoxLayout(self.page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(HairLine(vertical=True))
        row.addWidget(self.side)
        HeldSide(self.side, _SIDE, self)

    def _connect(self) -> None:
        for button, act in (
            (self.add, self.ask_document),
            (self._begin, self.ask_document),
            (self.from_file, self.ask_file),
            (self._begin_file, self.ask_file),
            (self.remove, self.ask_removal),
        ):
            button.clicked.connect(act)
        self.search.textChanged.connect(self._show_rows)
        self.table.row_chosen.connect(self._show_details)
        self.table.row_entered.connect(self.edit)
        self.details.edit_asked.connect(lambda: self.edit(self.table.chosen))
        self.details.copied.connect(lambda words: self.tell(tr("Copied: {symbol}", symbol=words)))
        self.form.asked.connect(self._asked)
        self.form.left.connect(self.leave_form)
        self.add_key("N", N_("Register a document"), self.ask_document, self.left)
        self.add_key("E", N_("Change the entry"), lambda: self.edit(self.table.chosen), self.left)
        self.add_key("Del", N_("Take the document out of the register"), self.ask_removal, self.left)
        self.add_key("Ctrl+I", N_("Register a paper from its file"), self.ask_file, self)
        self.add_key("Ctrl+F", N_("Search the register"), self.search.setFocus, self)

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("Papers")

    def first_focus(self) -> QWidget:
        """Return the list, or the button that begins it."""
        return self.table if self._rows else self._begin

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk* and begin with the whole register."""
        self.search.clear()
        self.side.setCurrentWidget(self.details)
        super().bind(desk)

    def refresh(self, changes: ChangesLike | None) -> None:
        """Show the register anew when it changed."""
        if self.desk is None:
            self._rows = []
            self.model.show_rows([])
            self.details.show_document(None)
            return
        if isinstance(changes, Changes) and not changes.documents:
            return
        self._rows = paper_rows(self.state.assembly)
        self.form.offer(self.state.assembly.documents)
        self._show_rows()
        self._show_details()

    def _show_rows(self) -> None:
        if self.desk is None:
            return
        rows = filtered(self._rows, self.search.text())
        self.model.show_rows(rows)
        self.lists.setCurrentWidget(self.table if rows else self.nothing if self._rows else self.empty)
        if rows and not self.table.chosen:
            self.table.choose(rows[0].id)
        narrowed = len(rows) != len(self._rows)
        self.found.setText(
            tr("{shown} of {all}", shown=len(rows), all=len(self._rows))
            if narrowed
            else tr_n("{n} document", "{n} documents", len(rows))
        )
        for widget in (self.search, self.found, self.add, self.from_file, self.remove):
            widget.setVisible(bool(self._rows))

    def _at_hand(self) -> Document | None:
        return self.state.assembly.documents.get(self.table.chosen) if self.desk is not None else None

    def _show_details(self, _key: str = "") -> None:
        document = self._at_hand()
        self.details.show_document(document)
        self.remove.setEnabled(document is not None)

    def ask_document(self) -> None:
        """Open the form for a new document at the side."""
        self._open_form(None)

    def edit(self, document: str) -> None:
        """Open the form for the entry of *document* (an id)."""
        found = self.state.assembly.documents.get(document)
        if found is not None:
            self._open_form(found)

    def forms(self) -> Iterable[Kept]:
        """Return the form of an entry."""
        return (self.form,)

    def open_form(self, what: str, about: Mapping[str, str]) -> bool:
        """Open the form on the document that it was about, or for a new one."""
        known = self.state.assembly.documents.get(about.get("document", ""))
        if "document" in about and known is None:
            return False
        self._open_form(known)
        return True

    def _open_form(self, document: Document | None) -> None:
        self.side.setCurrentWidget(self.form)
        self.form.begin(document)

    def leave_form(self) -> None:
        """Put the document at hand back at the side and the focus into the list."""
        self.side.setCurrentWidget(self.details)
        self.first_focus().setFocus()

    def _asked(self, command: Command) -> None:
        self.perform(command, self._registered, self._refused)

    def _registered(self, done: Done) -> None:
        self.search.clear()
        self.refresh(None)
        self.table.choose(str(done.answer["id"]))
        self.leave_form()

    def _refused(self, refusal: Refusal) -> bool:
        return self.side.currentWidget() is self.form and self.form.refused(refusal)

    def ask_removal(self) -> None:
        """Take the document at hand out of the register; undo brings it back."""
        document = self._at_hand()
        if document is not None:
            # by its symbol or title where it has one alone: undo names it after it is gone
            same = [e for e in self.state.assembly.documents.values() if e.titles == document.titles]
            title = next(iter(document.titles.values()), "") if len(same) == 1 else ""
            self.perform(RemoveDocument(document=document.symbol or title or document.id))

    def ask_file(self) -> None:
        """Let the person choose the file of a paper, which says symbol, title and ISBNs itself."""
        if self.desk is not None:
            choose_paper(self, self.read_file)

    def read_file(self, path: Path) -> None:
        """Register what the paper in *path* says of itself, and show it in the form to be completed."""
        read_paper(self, path, self._file_read, lambda words: self.tell(words, "error"))

    def _file_read(self, found: Reference) -> None:
        def registered(done: Done) -> None:
            self._registered(done)
            self.edit(str(done.answer["id"]))

        self.perform(found.document, registered, partial(self._known_already, found))

    def _known_already(self, found: Reference, refusal: Refusal) -> bool:
        if refusal.rule != "same_document":
            return False
        self.search.setText(found.document.symbol or "")
        return False

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        self.search.set_hint(tr("Search by symbol, title, kind or ISBN"))
        self.search.setAccessibleName(tr("Search the register"))
        self.table.setAccessibleName(tr("Register of documents"))
        self.add.set_words(tr("Register a document"), "N")
        self.from_file.set_words(tr("From a file…"), "Ctrl+I")
        self.remove.set_words(tr("Remove"), "Del")
        self._begin.set_words(tr("Register the first document"), "N")
        self._begin_file.set_words(tr("From a file…"), "Ctrl+I")
        self.empty.set_words(
            tr("There is no document in the register yet"),
            tr(
                "Put the reports, Governing Body documents and other papers on the register that the Meeting "
                "works with; a paper in a file says its symbol, title and ISBNs itself."
            ),
        )
        self.nothing.set_words(tr("No document like that"), tr("Shorten the search."))
        if self.desk is not None:
            self.refresh(None)
