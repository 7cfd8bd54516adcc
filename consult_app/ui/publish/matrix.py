"""Which papers, in which languages, in which formats: ticks in a grid, one row a paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from consult_app.publishing.export import FORMATS, MARKED_UP_FORMATS, PAPERS, TABLE_FORMATS
from consult_app.ui.language import NAMES, Retranslating, language_label, language_said, tr
from consult_app.ui.look.scaled import Scaled
from consult_app.ui.parts.controls import Label
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import Card
from consult_app.ui.parts.ticks import TickBox, box_height

_FORMAT_NAMES = {
    "docx": "Word (.docx)",
    "pdf": "PDF",
    "xlsx": "Excel (.xlsx)",
    "xml": "Akoma Ntoso (.xml)",
}


class PaperMatrix(Retranslating, Card):
    """The grid. Signals: ``changed()`` when a tick was set or taken away."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[str, ...] = ()
        self._languages: tuple[str, ...] = tuple(NAMES)
        self.heading = Label("heading")
        self.names = {paper: Label() for paper in PAPERS}
        self._codes = {code: Label("section", code.capitalize()) for code in NAMES}
        self.cells = {(paper, code): TickBox() for paper in PAPERS for code in NAMES}
        every = (*FORMATS, *TABLE_FORMATS, *MARKED_UP_FORMATS)
        self.formats = {form: TickBox(_FORMAT_NAMES.get(form, form)) for form in every}
        self._format_words = Label("strong")
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(0, 1)
        middle = Qt.AlignmentFlag.AlignHCenter
        for at, code in enumerate(NAMES, start=1):
            grid.addWidget(self._codes[code], 0, at, middle)
        for line, paper in enumerate(PAPERS, start=1):
            # a long name takes two lines before it pushes a language out of sight
            self.names[paper].setWordWrap(True)
            grid.addWidget(self.names[paper], line, 0)
            for at, code in enumerate(NAMES, start=1):
                grid.addWidget(self.cells[paper, code], line, at, middle)
        boxes = BrokenLine(18, 9)
        for form, box in self.formats.items():
            # what is for other programs is made when somebody asks for it
            box.setChecked(form not in MARKED_UP_FORMATS)
            boxes.add(box)
        formats = QHBoxLayout()
        formats.setSpacing(18)
        formats.addWidget(self._format_words, 0, Qt.AlignmentFlag.AlignTop)
        formats.addWidget(boxes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addLayout(grid)
        column.addLayout(formats)
        for box in (*self.cells.values(), *self.formats.values()):
            box.toggled.connect(self.changed)
        Scaled(self, self._fit)
        self.retranslate()

    def _fit(self) -> None:
        """Have the word before the formats stand in line with those of the first."""
        self._format_words.setFixedHeight(box_height())  # told before the boxes have their type

    def offer(self, papers: Sequence[str], languages: Sequence[str], *, fresh: bool) -> None:
        """Offer the papers that there is matter for; *fresh* ticks all of them in all *languages*."""
        self._offered, self._languages = tuple(papers), tuple(languages)
        for (paper, code), box in self.cells.items():
            possible = paper in papers and code in languages
            box.blockSignals(True)
            box.setEnabled(possible)
            box.setChecked(possible and (fresh or box.isChecked()))
            box.blockSignals(False)
        self.retranslate()
        self.changed.emit()

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Return the languages ticked for each paper, in the order of the papers."""
        out: dict[str, tuple[str, ...]] = {}
        for paper in PAPERS:
            codes = tuple(code for code in NAMES if self.cells[paper, code].isChecked())
            if codes:
                out[paper] = codes
        return out

    def chosen_formats(self) -> tuple[str, ...]:
        """Return the formats ticked."""
        return tuple(form for form, box in self.formats.items() if box.isChecked())

    def first_focus(self) -> QWidget:
        """Return the first tick that can be set."""
        return next((box for box in self.cells.values() if box.isEnabled()), self)

    def retranslate(self) -> None:
        """Set every word anew; ticks stay."""
        self.heading.setText(tr("Papers"))
        self.setAccessibleName(tr("Papers"))
        self._format_words.setText(tr("Formats"))
        for paper, label in self.names.items():
            title = tr(PAPERS[paper].title)
            label.setText(title if paper in self._offered else tr("{paper}: no matter yet", paper=title))
            label.setEnabled(paper in self._offered)
            for code in NAMES:
                self.cells[paper, code].setAccessibleName(
                    tr("{paper} in {language}", paper=title, language=language_said(code))
                )
        for code, said in self._codes.items():
            missing = ""
            if code not in self._languages:
                missing = tr("There is no text in {language} yet.", language=language_said(code))
            said.setToolTip(missing or language_label(code))
            for paper in PAPERS:
                self.cells[paper, code].setToolTip(missing)
                self.cells[paper, code].setAccessibleDescription(missing)
