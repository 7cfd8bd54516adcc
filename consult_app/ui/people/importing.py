"""Bringing a list of participants in: the file, what its columns hold, and what becomes of each row.

The file is read and looked at in the background; nothing is on the list before the button is pressed, and
then all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from consult_app.exchange.errors import Unreadable
from consult_app.exchange.people import (
    PeoplePreview,
    PeopleTable,
    headed,
    preview_people,
    read_people,
)
from consult_app.meetings.kept.assembly import Assembly
from consult_app.ui.choosing_files import choose_file
from consult_app.ui.language import Retranslating, say, tr, tr_n
from consult_app.ui.parts.controls import Elided, Label, PrimaryButton, QuietButton, SegmentedControl
from consult_app.ui.parts.panels import Banner, Card
from consult_app.ui.people.choices import ImportChoices
from consult_app.ui.people.preview import PreviewModel, PreviewTable, said_of, summed
from consult_app.ui.waiting import in_background, when_done

SUFFIXES = (".xlsx", ".csv", ".txt", ".tsv")
_SHOWN = ("all", "faults")


class PeopleImport(Retranslating, QWidget):
    """The preview. Signals: ``import_asked(RegisterParticipants)``; ``left()`` on Cancel."""

    import_asked = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self._path: Path | None = None
        self._mapping: dict[str, int] = {}
        self._turn = 0
        self._busy = ""
        self.table: PeopleTable | None = None
        self.preview: PeoplePreview | None = None
        self.heading = Elided("title")
        self.choose, self.leave_button = QuietButton(), QuietButton()
        self.accept_button = PrimaryButton()
        self.banner = Banner()
        self.choices = ImportChoices()
        self.shown = SegmentedControl(_SHOWN)
        self.sum = Label("", wrap=True)
        self.progress, self.progress_words, self.stop_button = QProgressBar(), Label("small"), QuietButton()
        self.model = PreviewModel()
        self.view = PreviewTable(self.model)
        self.detail = Label("", wrap=True)
        self.shown.choose("all")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.heading, 1)
        for button in (self.choose, self.leave_button, self.accept_button):
            head.addWidget(button)
        counted = QHBoxLayout()
        counted.setSpacing(10)
        counted.addWidget(self.sum, 1)
        counted.addWidget(self.progress_words)
        counted.addWidget(self.stop_button)
        counted.addWidget(self.shown)
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(1, 6, 1, 10)
        inner.addWidget(self.view, 1)
        self.detail.setContentsMargins(12, 0, 12, 0)
        inner.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self.choices)
        column.addLayout(counted)
        column.addWidget(self.progress)
        column.addWidget(framed, 1)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_file)
        self.leave_button.clicked.connect(self.leave)
        self.accept_button.clicked.connect(self.accept)
        self.stop_button.clicked.connect(self.stop)
        self.choices.sheet_chosen.connect(self._read)
        self.choices.headings_chosen.connect(self._head_chosen)
        self.choices.changed.connect(self._look_again)
        self.shown.chosen.connect(self._show)
        self.view.mapping.chosen.connect(self._column_chosen)
        self.view.selectionModel().currentRowChanged.connect(self._row_chosen)

    # the file

    def offer(self, assembly: Assembly) -> None:
        """Take groups and people from *assembly*; a list in sight is looked at anew, as names may be there
        now."""
        known = self._assembly.participants is assembly.participants
        self._assembly = assembly
        self.choices.offer(assembly)
        if self.table is not None and not known and self.isVisible():
            self._look_again()

    def begin(self, path: Path) -> None:
        """Read the list in *path* and show what it would come to."""
        self._path = path
        self.choices.forget_sheet()
        self.banner.dismiss()
        self._read()

    def ask_file(self, first: Callable[[], object] | None = None) -> None:
        """Let the person choose a file, and read it; *first* is called before, where one was chosen."""

        def chosen(path: Path) -> None:
            if first is not None:
                first()
            self.begin(path)

        choose_file(
            self,
            tr("Choose the list of participants"),
            chosen,
            start=str(self._path.parent) if self._path else "",
            filters=f"{tr('Lists')} (*.xlsx *.csv *.tsv *.txt);;{tr('All files')} (*)",
        )

    def _read(self) -> None:
        path, sheet = self._path, self.choices.asked_sheet
        if path is None:
            return
        self.table = self.preview = None
        self._mapping = {}
        self.retranslate()
        turn = self._begin_work(tr("Reading {file}…", file=path.name))
        when_done(
            # openpyxl is loaded with the first workbook, in that thread
            in_background(partial(read_people, path, sheet), "reading people"),
            self,
            partial(self._was_read, turn),
            partial(self._failed, turn),
        )

    def _was_read(self, turn: int, table: PeopleTable) -> None:
        if turn == self._turn:
            self.table, self._mapping = table, dict(table.mapping)
            self.choices.show_table(table)
            self._look_again()

    def _failed(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        self._end_work()
        if not isinstance(error, Unreadable):
            raise error
        self.banner.show_words(say(error.message), "error")

    def _head_chosen(self, row: int) -> None:
        if self.table is not None:
            self.table = headed(self.table, row)
            self._mapping = dict(self.table.mapping)
            self._look_again()

    def _column_chosen(self, field: str, column: int) -> None:
        """One field is in one column, and a column holds one field."""
        kept = {name: at for name, at in self._mapping.items() if at != column and name != field}
        self._mapping = kept | ({field: column} if field else {})
        self._look_again()

    # the preview

    def _look_again(self, _choice: object = None) -> None:
        """Have the rows looked at anew under what is chosen now."""
        table = self.table
        if table is None:
            return
        job = partial(
            preview_people,
            table,
            self._assembly,
            dict(self._mapping),
            group=self.choices.default_group,
            role=self.choices.default_role,
            duplicates=self.choices.on_duplicates,
        )
        self.view.mapping.show_columns(table.columns, self._mapping)
        turn = self._begin_work(tr("Looking through {n} rows…", n=len(table.rows)))
        when_done(in_background(job, "previewing people"), self, partial(self._was_seen, turn))

    def _was_seen(self, turn: int, preview: PeoplePreview) -> None:
        if turn == self._turn:
            self.preview = preview
            self._end_work()

    def stop(self) -> None:
        """Give up what is being read; nothing was brought in."""
        if self._busy:
            self._turn += 1
            self._end_work()
            self.banner.show_words(tr("Stopped; nothing was imported."))

    def leave(self) -> None:
        """Give the import up."""
        self._turn += 1
        self._end_work()
        self.left.emit()

    def forget(self) -> None:
        """Put away the file of a meeting that was left, or that was brought in."""
        self._turn += 1
        self._path = self.table = self.preview = None
        self._mapping = {}
        self.banner.dismiss()
        self._end_work()

    @property
    def busy(self) -> bool:
        """Whether a file is being read or looked through."""
        return bool(self._busy)

    def accept(self) -> None:
        """Ask for everybody to be put on the list."""
        if self.preview is not None and self.accept_button.isEnabled():
            self.import_asked.emit(self.preview.command())

    def _begin_work(self, words: str) -> int:
        self._turn += 1
        self._busy = words
        self._look()
        return self._turn

    def _end_work(self) -> None:
        self._busy = ""
        self._show()

    def _show(self, _choice: object = None) -> None:
        table = self.table
        self.model.show(table, self.preview, faulty="faults" in self.shown.selection)
        self.view.mapping.show_columns(table.columns if table else (), self._mapping)
        if self.model.rows:
            first = next((at for at in range(len(self.model.rows)) if self._faulty(at)), 0)
            self.view.setCurrentIndex(self.model.index(first, 1))
        self._row_chosen()
        self._look()

    def _faulty(self, at: int) -> bool:
        line = self.model.line(at)
        return line is not None and bool(line.faults)

    def _row_chosen(self, *_indexes: object) -> None:
        at = self.view.currentIndex().row()
        line = self.model.line(at)
        self.detail.setText("\n".join(said_of(line)) if line is not None else "")
        self.detail.setVisible(line is not None)

    def _look(self) -> None:
        found, busy = self.preview, bool(self._busy)
        self.progress.setVisible(busy)
        self.progress_words.setVisible(busy)
        self.progress_words.setText(self._busy)
        self.stop_button.setVisible(busy)
        self.shown.setVisible(found is not None and not busy)
        self.sum.setVisible(found is not None and not busy)
        ready = found is not None and not busy and not found.faults and bool(found.people)
        self.accept_button.setEnabled(ready)
        count = len(found.people) if found is not None and ready else 0
        self.accept_button.set_words(
            tr_n("Import {n} person", "Import {n} people", count) if count else tr("Import"), "Ctrl+Return"
        )
        if found is not None:
            self.sum.setText(summed(self.table, self._mapping, found))

    # words

    def retranslate(self) -> None:
        """Set every word anew; what was chosen stays."""
        name = self._path.name if self._path else ""
        self.heading.setText(tr("Import {file}", file=name) if name else tr("Import a list of participants"))
        self.setAccessibleName(tr("Import a list of participants"))
        self.choose.set_words(tr("Another file…"))
        self.leave_button.set_words(tr("Cancel"), "Esc")
        self.stop_button.set_words(tr("Stop"))
        self.shown.set_words(tr("Rows shown"), {"all": tr("All rows"), "faults": tr("With faults")})
        self.progress.setAccessibleName(tr("The list is being read"))
        self.view.setAccessibleName(tr("The rows of the list"))
        self._show()
