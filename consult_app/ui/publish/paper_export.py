"""One paper out to a folder, in the languages and formats that are ticked: the form at the side."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit

from consult_app.meetings.reasons import Refused
from consult_app.publishing import export as exporting
from consult_app.state import State
from consult_app.ui.choosing_files import choose_folder
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import NAMES, Languages, language_label, say, tr
from consult_app.ui.parts.controls import Label, QuietButton
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.ticks import TickBox
from consult_app.ui.waiting import in_background, when_done
from consult_app.ui.working import WorkingStation

_FORMAT_NAMES = {"docx": "Word (.docx)", "pdf": "PDF", "xlsx": "Excel (.xlsx)"}


class PaperExport(SideForm):
    """Languages, formats and the folder of the paper ``paper``; a subclass says what it is called.

    Signals: ``written(files)``, ``failed(words)``.
    """

    written = Signal(list)
    failed = Signal(str)
    paper = ""
    """The key of the paper in :data:`consult_app.publishing.export.PAPERS`."""

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._seq = 0
        self.languages = {code: TickBox() for code in NAMES}
        every = (*exporting.TABLE_FORMATS, *exporting.FORMATS)
        self.formats = {
            form: TickBox(_FORMAT_NAMES.get(form, form)) for form in exporting.forms_of(self.paper, every)
        }
        self.languages_words, self.formats_words = Label("strong"), Label("strong")
        self.folder = QLineEdit()
        self.choose = QuietButton()
        for words, boxes in (
            (self.languages_words, self.languages.values()),
            (self.formats_words, self.formats.values()),
        ):
            self.column.addWidget(words)
            line = BrokenLine(14)
            for box in boxes:
                line.add(box)
                box.toggled.connect(self._look)
            self.column.addWidget(line)
        self.add_row("folder", self.folder, self.choose)
        self.column.addStretch(1)
        self.formats["xlsx"].setChecked(True)
        self.folder.textChanged.connect(self._look)
        self.choose.clicked.connect(self._ask_folder)
        self.retranslate()

    def heading_words(self) -> str:
        """Return what the form is called."""
        raise NotImplementedError

    def begin(self, state: State, seq: int, folder: Path) -> None:
        """Offer the paper as it is in *state*, the fold of *seq* rows."""
        fresh = self._state is None
        self._state, self._seq = state, seq
        if fresh:
            self.languages[Languages.current()].setChecked(True)
        if not self.folder.text().strip():
            self.folder.setText(str(folder))
        self._look()
        next(iter(self.formats.values())).setFocus()

    def clear(self) -> None:
        """Put away the meeting that was left."""
        self._state = None
        self.folder.clear()

    def _chosen(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return (
            tuple(code for code, box in self.languages.items() if box.isChecked()),
            tuple(form for form, box in self.formats.items() if box.isChecked()),
        )

    def _look(self) -> None:
        self.accept_button.setEnabled(all(self._chosen()) and bool(self.folder.text().strip()))

    def _ask_folder(self) -> None:
        choose_folder(
            self,
            tr("Choose where the papers go"),
            lambda chosen: self.folder.setText(str(chosen)),
            start=self.folder.text().strip(),
        )

    def attempt(self) -> None:
        """Write the files in the background."""
        if self._state is None or not self.accept_button.isEnabled():
            return
        languages, formats = self._chosen()
        job = partial(
            exporting.export,
            self._state,
            self._seq,
            Path(self.folder.text().strip()).expanduser(),
            (self.paper,),
            languages,
            formats,
        )
        self.accept_button.setEnabled(False)
        when_done(in_background(job, f"paper {self.paper}"), self, self._written, self._not_written)

    def _written(self, files: list[Path]) -> None:
        self._look()
        self.written.emit(files)

    def _not_written(self, error: Exception) -> None:
        self._look()
        if isinstance(error, Refused):
            self.failed.emit(say(error.reason))
        elif isinstance(error, OSError):
            why = error.strerror or type(error).__name__
            self.failed.emit(tr("The papers cannot be written to this folder: {why}.", why=why))
        else:
            raise error

    def retranslate(self) -> None:
        """Set every word anew; ticks and folder stay."""
        self.set_heading(self.heading_words(), tr("Write the files"))
        self.languages_words.setText(tr("Languages"))
        for code, box in self.languages.items():
            box.setText(language_label(code))
        self.formats_words.setText(tr("Formats"))
        self.rows["folder"].set_words(tr("Folder"))
        self.choose.set_words(tr("Choose…"))
        self.choose.setAccessibleName(tr("Choose where the papers go"))
        self._look()


def say_written(station: WorkingStation, files: list[Path]) -> None:
    """Say above the page of *station* which *files* were written, with a button that shows where."""
    if not files:
        return
    names = ", ".join(path.name for path in files)
    folder = QUrl.fromLocalFile(str(files[0].parent))

    def show_folder() -> None:
        QDesktopServices.openUrl(folder)

    station.ask(tr("Written: {files}", files=names), tr("Open the folder"), show_folder, "info")


__all__ = ["PaperExport", "say_written"]
