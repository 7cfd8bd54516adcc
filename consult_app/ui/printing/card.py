"""Printing what was made: copies for each paper and language, printer, sides and paper, and the run list.

The copies are remembered for each meeting on this desk; none are printed of a paper for which none were ever
set.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from consult_app.publishing.export import PAPERS
from consult_app.publishing.files import rendered_as
from consult_app.publishing.run_list import Run, run_list
from consult_app.state import State
from consult_app.ui import settings
from consult_app.ui.choosing_files import choose_new_file
from consult_app.ui.language import NAMES, Languages, Retranslating, language_said, tr, tr_n
from consult_app.ui.parts.controls import Elided, Label, PrimaryButton, QuietButton
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.parts.panels import Card, FormRow, clear_layout
from consult_app.ui.printing.copies_field import CopiesField
from consult_app.ui.printing.page_drawing import page_count
from consult_app.ui.printing.printable import Printable
from consult_app.ui.waiting import in_background, in_window, when_done

if TYPE_CHECKING:
    from consult_app.ui.printing.sending import Job

_KEY: Final = "print/{meeting}/{paper}/{language}"
_PRINTER_KEY: Final = "print/printer"


class PrintCard(Retranslating, Card):
    """The copies, and where they go. Signals: ``told(tone, words)``."""

    told = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._files: Printable = {}
        self._pages: dict[Path, int] = {}
        self._meeting = ""
        self._state = State()
        self._stop: Event | None = None
        self.copies: dict[tuple[str, str], CopiesField] = {}
        self.heading = Label("heading")
        self._rows = QWidget()
        self._rows.setProperty("surface", "clear")
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.printer, self.sides, self.paper = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self._printer_row, self._sides_row = FormRow(self.printer), FormRow(self.sides)
        self._paper_row = FormRow(self.paper)
        self.no_printer = Label("small", wrap=True)
        self.look_again = QuietButton()
        self.print_button, self.stop_button = PrimaryButton(), QuietButton()
        self.list_button = QuietButton()
        self.total = Elided("small")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self._lay_out()
        self.print_button.clicked.connect(self.print_all)
        self.stop_button.clicked.connect(self.stop)
        self.look_again.clicked.connect(self.look_for_printers)
        self.list_button.clicked.connect(self._ask_list)
        self.printer.currentIndexChanged.connect(self._look)
        self.sides.currentIndexChanged.connect(self._look)
        self._busy(False)
        self.retranslate()

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(10)
        choices.addWidget(self._sides_row, 1)
        choices.addWidget(self._paper_row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.list_button)
        buttons.addWidget(self.total, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        for part in (self.heading, self._rows, self._printer_row, self.no_printer):
            column.addWidget(part)
        column.addWidget(self.look_again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(choices)
        column.addLayout(buttons)
        column.addWidget(self.progress)

    def offer(self, files: Printable, meeting: str, state: State) -> None:
        """Offer the PDF *files* of the *meeting* (its place) for printing; without any the card is hidden."""
        # what is written in a settings file names no place
        self._meeting = hashlib.sha256(meeting.encode()).hexdigest()[:16]
        self._files, self._state, self._pages = files, state, {}
        self._fill()
        self.setVisible(bool(files))
        if files:
            self.look_for_printers()
            job = partial(lambda paths: {path: page_count(path) for path in paths}, tuple(files.values()))
            when_done(in_background(job, "pages"), self, self._counted)

    def begin(self) -> None:
        """Put the focus into the first field of copies, ready for another figure."""
        for field in self.copies.values():
            field.setFocus()
            field.selectAll()
            return

    def look_for_printers(self) -> None:
        """Ask the system for its printers, which may take a while."""

        def names() -> list[str]:
            from consult_app.ui.printing.sending import printers

            return printers()

        when_done(in_background(names, "printers"), self, self.found)

    def found(self, printers: list[str]) -> None:
        """Offer these *printers*; without any, say so."""
        self.printer.fill({name: name for name in printers})
        kept = self.printer.findData(settings.read_text(_PRINTER_KEY))
        if kept >= 0:
            self.printer.setCurrentIndex(kept)
        self._printer_row.setVisible(bool(printers))
        self.no_printer.setVisible(not printers)
        self.look_again.setVisible(not printers)
        self._look()

    def runs(self) -> tuple[Run, ...]:
        """The lines of the run list, each with its copies."""
        both = self.sides.currentData() != "one"
        return tuple(
            Run(
                PAPERS[paper].title, code, path.name, self._pages.get(path, 0), self._count(paper, code), both
            )
            for (paper, code), path in self._files.items()
        )

    def print_all(self) -> None:
        """Print every paper of which there are copies, in the background."""
        from consult_app.ui.printing.sending import Job

        if not self.print_button.isEnabled():
            return
        printer = str(self.printer.currentData())
        settings.write(_PRINTER_KEY, printer)
        jobs = [
            Job(path, self._count(*key), printer, self.sides.currentData(), self.paper.currentData())
            for key, path in self._files.items()
            if self._count(*key)
        ]
        self._stop = stop = Event()
        self._busy(True)
        self.progress.setMaximum(len(jobs))
        work = partial(_print, jobs, in_window(self, self._progressed), stop)
        when_done(in_background(work, "printing"), self, self._printed, self._not_printed)

    def stop(self) -> None:
        """Stop before the next paper; what the printer already has it prints."""
        if self._stop is not None:
            self._stop.set()

    def write_list(self, path: Path) -> None:
        """Write the run list to *path*, as a spreadsheet or as a PDF, after its ending."""
        form = "xlsx" if path.suffix.lower() == ".xlsx" else "pdf"
        try:
            path.write_bytes(rendered_as(run_list(self._state, self.runs(), Languages.current()), form))
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.told.emit("error", tr("The run list cannot be written: {why}.", why=why))
        else:
            self.told.emit("info", tr("The run list is in {file}.", file=path.name))

    def _fill(self) -> None:
        clear_layout(self._rows)
        self.copies.clear()
        codes = [code for code in NAMES if any(key[1] == code for key in self._files)]
        papers = [paper for paper in PAPERS if any(key[0] == paper for key in self._files)]
        for at, code in enumerate(codes, start=1):
            self._grid.addWidget(Label("section", code.capitalize()), 0, at, Qt.AlignmentFlag.AlignHCenter)
        for line, paper in enumerate(papers, start=1):
            self._grid.addWidget(Elided(text=tr(PAPERS[paper].title)), line, 0)
            for at, code in enumerate(codes, start=1):
                if (paper, code) in self._files:
                    self._grid.addWidget(self._field(paper, code), line, at)
        self._look()

    def _field(self, paper: str, code: str) -> CopiesField:
        field = self.copies[paper, code] = CopiesField()
        name = tr(
            "{paper} in {language}: copies", paper=tr(PAPERS[paper].title), language=language_said(code)
        )
        field.setAccessibleName(name)
        key = _KEY.format(meeting=self._meeting, paper=paper, language=code)
        field.set_value(int(settings.read_number(key, 0)))
        field.counted.connect(partial(settings.write, key))
        field.counted.connect(self._look)
        return field

    def _count(self, paper: str, code: str) -> int:
        return self.copies[paper, code].value()

    def _counted(self, pages: dict[Path, int]) -> None:
        self._pages = pages
        self._look()

    def _look(self) -> None:
        copies = sum(field.value() for field in self.copies.values())
        sheets = sum(run.sheets for run in self.runs())
        self.total.setText(tr_n("{n} sheet", "{n} sheets", sheets) if sheets else "")
        ready = copies > 0 and self._stop is None
        self.print_button.setEnabled(ready and self.printer.count() > 0)
        self.list_button.setEnabled(copies > 0)

    def _progressed(self, done: int) -> None:
        self.progress.setValue(done)

    def _printed(self, done: int) -> None:
        stopped = self._stop is not None and self._stop.is_set()
        self._ended()
        words = tr_n("{n} paper is at the printer.", "{n} papers are at the printer.", done)
        self.told.emit("info", f"{tr('Stopped.')} {words}" if stopped else words)

    def _not_printed(self, error: Exception) -> None:
        from consult_app.ui.printing.sending import CannotPrint

        self._ended()
        if not isinstance(error, CannotPrint):
            raise error
        words = tr("The printer did not take the papers: {why}. Look whether it is on, or choose another.")
        self.told.emit("error", words.format(why=str(error).rstrip(".")))

    def _ended(self) -> None:
        self._stop = None
        self._busy(False)
        self._look()

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.progress.setValue(0)
        self.stop_button.setVisible(busy)
        self._look()

    def _ask_list(self) -> None:
        folder = next(iter(self._files.values())).parent
        name = str(folder / f"{tr('Run list')}.pdf")
        choose_new_file(
            self,
            tr("Save the run list"),
            self.write_list,
            start=name,
            filters="PDF (*.pdf);;Excel (*.xlsx)",
        )

    def retranslate(self) -> None:
        """Set every word anew; copies and choices stay."""
        self.heading.setText(tr("Print: copies of each"))
        self._printer_row.set_words(tr("Printer"))
        self._sides_row.set_words(tr("Sides"))
        self._paper_row.set_words(tr("Paper size"))
        self.sides.fill(
            {
                "long": tr("Both, turned at the long edge"),
                "short": tr("Both, turned at the short edge"),
                "one": tr("One side"),
            }
        )
        self.paper.fill({"": tr("As in the file"), "A4": "A4", "Letter": "Letter"})
        self.no_printer.setText(
            tr(
                "There is no printer on this machine. Set one up in the settings of the system, then look "
                "again; or take the files and the run list to a print room."
            )
        )
        self.look_again.set_words(tr("Look again"))
        self.print_button.set_words(tr("Print"))
        self.stop_button.set_words(tr("Stop"))
        self.list_button.set_words(tr("Run list…"))
        self.progress.setAccessibleName(tr("Papers printed so far"))
        kept = {key: field.value() for key, field in self.copies.items()}
        self._fill()
        for key, value in kept.items():
            self.copies[key].set_value(value)


def _print(jobs: list[Job], progress: Callable[[int], None], stop: Event) -> int:
    """Send *jobs* one after the other and return how many went out. Raises CannotPrint."""
    from consult_app.ui.printing.sending import send

    for done, job in enumerate(jobs):
        if stop.is_set():
            return done
        progress(done)
        send(job, stop.is_set)
    return len(jobs)


__all__ = ["PrintCard"]
