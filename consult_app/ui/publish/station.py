"""The Publish station: which papers, what they still lack, where they go, and how they look."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from consult_app.meetings.reasons import N_, Refused
from consult_app.publishing import export as exporting
from consult_app.publishing import one_text
from consult_app.state import State
from consult_app.ui.choosing_files import choose_folder
from consult_app.ui.language import say, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Elided, HairLine, Label, PrimaryButton, QuietButton
from consult_app.ui.parts.fields import ChoiceBox, PathField
from consult_app.ui.parts.lines import in_line
from consult_app.ui.parts.panels import Card, FormRow
from consult_app.ui.parts.sentences import Sentences
from consult_app.ui.parts.ticks import BESIDE_BOX, TickBox
from consult_app.ui.printing.card import PrintCard
from consult_app.ui.printing.printable import printable
from consult_app.ui.publish.lacks import Barred, barring, barring_words, lacks_of, nothing_lacks
from consult_app.ui.publish.making import make_papers
from consult_app.ui.publish.matrix import PaperMatrix
from consult_app.ui.publish.pdf_preview import PdfPreview
from consult_app.ui.publish.template_card import TemplateCard
from consult_app.ui.publish.verifying import choose_paper, verify_paper
from consult_app.ui.publish.written_card import WrittenCard
from consult_app.ui.station import ChangesLike, DeskLike
from consult_app.ui.text_names import text_name
from consult_app.ui.waiting import in_background, in_window, when_done
from consult_app.ui.working import WorkingStation

_LEFT, _WIDEST, _SHARE = 520, 640, 0.36
"""The left half: what it has at least and at most, and its part of a wide window."""


class PublishStation(WorkingStation):
    """What to make on the left, how it looks on the right; papers are made in a thread of their own."""

    key = "publish"
    icon = "publish"

    def __init__(self) -> None:
        super().__init__()
        self._fresh = True
        self._stop: Event | None = None
        self._barred: Barred = ""
        self.texts = ChoiceBox()
        self.matrix = PaperMatrix()
        self.provisional = TickBox()
        self.lacking = Sentences()
        self.lacking_title = Label("heading")
        self.folder = PathField()
        self.choose_folder = QuietButton()
        self.folder_row = FormRow(self.folder, self.choose_folder)
        self.make = PrimaryButton()
        self.stop_button = QuietButton()
        self.verify = QuietButton()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress_words = Elided("small")
        self.barred = Label("small", wrap=True)
        self.written = WrittenCard()
        self.preview = PdfPreview()
        self.templates = TemplateCard()
        self.printing = PrintCard()
        self.printing.hide()
        self._lay_out()
        self._connect()
        self._busy(False)
        self.retranslate()

    def _lay_out(self) -> None:
        gate_card = Card()
        inner = QVBoxLayout(gate_card)
        inner.setContentsMargins(18, 12, 18, 14)
        inner.setSpacing(8)
        inner.addWidget(self.lacking_title)
        inner.addWidget(self.lacking)
        going = QHBoxLayout()
        going.setSpacing(8)
        going.addWidget(self.make)
        going.addWidget(self.stop_button)
        going.addStretch(1)
        going.addWidget(self.verify)
        inside = QWidget()
        inside.setProperty("surface", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 18, 4)
        column.setSpacing(10)
        for part in (self.texts, self.matrix, gate_card, self.folder_row):
            column.addWidget(part)
        for part in (self.written, self.printing, self.templates):
            column.addWidget(part)
        column.addStretch(1)
        self._left = left = QScrollArea()
        left.setWidgetResizable(True)
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setWidget(inside)
        # what makes the papers stays in sight however long the list above it is
        self._foot = foot = QWidget()
        below = QVBoxLayout(foot)
        below.setSpacing(6)
        below.addLayout(going)
        below.addLayout(in_line(self.provisional, BESIDE_BOX))
        for line in (self.barred, self.progress, self.progress_words):
            below.addWidget(line)
        left.verticalScrollBar().rangeChanged.connect(self._align)
        self._align()
        self._half = half = QWidget()
        whole = QVBoxLayout(half)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left, 1)
        whole.addWidget(HairLine())
        whole.addWidget(foot)
        self._fit()
        row = QHBoxLayout(self.page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(half)
        row.addWidget(HairLine(vertical=True))
        row.addWidget(self.preview, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: only what is in sight knows the width that it needs."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: a wide window has more room for the papers too."""
        super().resizeEvent(event)
        self._fit()

    def _align(self) -> None:
        """End the foot where the cards above it end: their bar, where there is one, takes room from them."""
        bar, below = self._left.verticalScrollBar(), self._foot.layout()
        if below is not None:
            below.setContentsMargins(18, 10, 18 + (bar.sizeHint().width() if bar.maximum() else 0), 12)

    def _fit(self) -> None:
        inside, bar = self._left.widget(), self._left.verticalScrollBar()
        needed = inside.minimumSizeHint().width() + bar.sizeHint().width() if inside is not None else 0
        needed = max(needed, self._foot.minimumSizeHint().width())
        liked = min(fonts.pixels(_WIDEST), int(self.width() * _SHARE))
        self._half.setFixedWidth(max(fonts.pixels(_LEFT), liked, needed))

    def _connect(self) -> None:
        self.texts.activated.connect(self._text_chosen)
        self.matrix.changed.connect(self._look)
        self.provisional.toggled.connect(self._look)
        self.folder.textChanged.connect(self._look)
        self.choose_folder.clicked.connect(self._ask_folder)
        self.make.clicked.connect(self.make_papers)
        self.stop_button.clicked.connect(self.stop)
        self.verify.clicked.connect(self.verify_paper)
        self.written.chosen.connect(self._look_at)
        self.written.folder_asked.connect(self._open_folder)
        Theme.instance().changed.connect(self._fit)
        self.add_key("Ctrl+Return", N_("Make the papers"), self.make_papers, self)
        for card in (self.templates, self.printing):
            card.told.connect(lambda tone, words: self.tell(words, tone))
        self.add_key("Ctrl+P", N_("Go to printing"), self.go_to_printing, self)
        self.add_key("Esc", N_("Stop making papers"), self.stop, self)
        self.add_key("Ctrl+Shift+V", N_("Verify a paper…"), self.verify_paper, self)

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("Publish")

    def first_focus(self) -> QWidget:
        """Return the first tick."""
        return self.matrix.first_focus()

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk*; papers go beside its file unless another folder is chosen."""
        self.stop()
        self._fresh = True
        self.written.clear()
        self.preview.clear()
        self.printing.offer({}, "", State())
        super().bind(desk)
        if desk is not None:
            self.folder.setText(str(self.desk.path.parent / "papers"))

    def refresh(self, changes: ChangesLike | None) -> None:
        """Offer the papers there is matter for now, and say what they lack."""
        if self.desk is None:
            return
        state = self.state
        self._offer_texts()
        narrowed = self._of_the_text
        papers = [
            key
            for key in exporting.PAPERS
            if key in exporting.with_matter(narrowed if key in one_text.OF_A_TEXT else state)
        ]
        self.matrix.offer(papers, exporting.languages_of(narrowed), fresh=self._fresh)
        self._fresh = False

    def _offer_texts(self) -> None:
        """Offer papers of all texts or of one of them, where there are several."""
        drafting = self.state.drafting
        names = {text.id: text_name(text) for text in drafting.texts.values()}
        self.texts.fill({"": tr("Papers of all texts")} | names)
        self.texts.setVisible(len(drafting.texts) > 1)

    @property
    def _text_id(self) -> str:
        """The text that the papers are to be of, "" for all."""
        chosen = str(self.texts.currentData() or "")
        return chosen if len(self.state.drafting.texts) > 1 else ""

    @property
    def _of_the_text(self) -> State:
        """The state with the text chosen alone, or the whole."""
        return one_text.only(self.state, self._text_id) if self._text_id else self.state

    @Slot(int)
    def _text_chosen(self, _at: int) -> None:
        self.refresh(None)
        self._look()

    def _look(self) -> None:
        if self.desk is None:
            return
        chosen = self.matrix.chosen()
        lacks = lacks_of(self._of_the_text, chosen.get("final", ()), chosen.get("gb_paper", ()))
        self.lacking.say(lacks or [nothing_lacks(chosen)])
        files = exporting.files_in(self._of_the_text, chosen, self.matrix.chosen_formats())
        self._barred = barring(
            files, folder=self.folder.text(), lacking=bool(lacks) and not self.provisional.isChecked()
        )
        words = barring_words(self._barred, chosen)
        self.barred.setText(words)
        self.barred.setVisible(bool(words) and self._stop is None)
        self.make.set_words(tr_n("Make {n} file", "Make {n} files", files), "Ctrl+Return")
        self.make.setEnabled(not words and self._stop is None)
        self.make.setToolTip(words)

    def make_papers(self) -> None:
        """Make the files that are ticked, in the background; where that cannot be, say why."""
        if self.desk is None or self._stop is not None:
            return
        if self._barred:
            self._say_barred()
            return
        chosen, formats = self.matrix.chosen(), self.matrix.chosen_formats()
        self._stop = stop = Event()
        row = self.desk.last_row()
        job = partial(
            make_papers,
            self.state,
            self.desk.seq,
            Path(self.folder.text().strip()).expanduser(),
            chosen,
            formats,
            self.provisional.isChecked(),
            in_window(self, self._progressed),
            stop,
            row.time if row else "",
            self._text_id,
        )
        self.quiet()
        self._busy(True)
        when_done(in_background(job, "papers"), self, self._made, self._not_made)

    def _say_barred(self) -> None:
        words = self.barred.text()
        if self._barred == "lacking":
            self.ask(words, tr("Make them as provisional"), self._make_provisional)
        else:
            self.tell(words, "warn")

    def _make_provisional(self) -> None:
        self.provisional.setChecked(True)
        self.make_papers()

    def verify_paper(self) -> None:
        """Let a paper be chosen and say whether its words are those of the record."""
        if self.desk is None:
            return
        choose_paper(self, self.folder.text().strip(), self._verify)

    def _verify(self, path: Path) -> None:
        if self.desk is not None:
            self.quiet()
            verify_paper(self, self.desk, path, self.tell)

    def stop(self) -> None:
        """Have the making of papers stopped before the next file."""
        if self._stop is not None:
            self._stop.set()

    def _progressed(self, done: int, total: int, name: str) -> None:
        self.progress.setMaximum(max(1, total))
        self.progress.setValue(done)
        self.progress_words.setText(name)

    def _made(self, files: list[Path]) -> None:
        self._ended()
        self.written.show_files(files)
        self._offer_to_print(files)
        if files:
            # the card takes its place with the next event; only then can it be scrolled to
            QTimer.singleShot(0, self, self._show_written)

    def _offer_to_print(self, files: list[Path]) -> None:
        """Offer those of *files* that are PDFs for printing."""
        if self.desk is not None:
            found = printable(self.state, files, self._text_id, draft=self.provisional.isChecked())
            self.printing.offer(found, str(self.desk.path), self.state)

    def go_to_printing(self) -> None:
        """Go to the copies of the papers that were made; without any, say what to do first."""
        if self.printing.isVisible():
            self.printing.begin()
            self._left.ensureWidgetVisible(self.printing)
        else:
            self.tell(tr("Make the papers as PDF first; then they can be printed."))

    def _show_written(self) -> None:
        self._left.ensureWidgetVisible(self.written)

    def _not_made(self, error: Exception) -> None:
        self._ended()
        if isinstance(error, exporting.Stopped):
            self.tell(tr("Stopped; the papers that were not finished have not been written."))
        elif isinstance(error, Refused):
            self.tell(say(error.reason), "error")
        elif isinstance(error, OSError):
            why = error.strerror or type(error).__name__
            self.tell(tr("The papers cannot be written to this folder: {why}.", why=why), "error")
        else:
            raise error

    def _ended(self) -> None:
        self._stop = None
        self._busy(False)
        self._look()

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.progress.setValue(0)
        self.progress_words.setText("")
        self.progress_words.setVisible(busy)
        self.barred.setVisible(not busy and bool(self._barred))
        self.stop_button.setVisible(busy)
        self.written.setVisible(not busy and bool(self.written.paths))
        if busy:
            self.make.setEnabled(False)

    def _look_at(self, path: Path) -> None:
        # a Word file is looked at in the PDF of the same paper, and never beside that of another
        seen = path.with_suffix(".pdf")
        if seen not in self.written.paths:
            self.preview.clear()
        elif seen != self.preview.path:
            self.preview.show_file(seen)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text().strip()))

    def _ask_folder(self) -> None:
        choose_folder(
            self,
            tr("Choose where the papers go"),
            lambda chosen: self.folder.setText(str(chosen)),
            start=self.folder.text().strip(),
        )

    def retranslate(self) -> None:
        """Set every word anew; ticks, folder and files stay."""
        super().retranslate()
        self._fit()
        self.texts.setAccessibleName(tr("The text that the papers are of"))
        if self.desk is not None:
            self._offer_texts()
        self.lacking_title.setText(tr("What is still lacking"))
        self.provisional.setText(tr("Provisional: print the text as it stands, marked so"))
        self.folder_row.set_words(tr("Folder"))
        self.choose_folder.set_words(tr("Choose…"))
        self.choose_folder.setAccessibleName(tr("Choose where the papers go"))
        self.stop_button.set_words(tr("Stop"), "Esc")
        self.verify.set_words(tr("Verify a paper…"), "Ctrl+Shift+V")
        self.verify.setToolTip(tr("Are the words of a printed paper those of the record?"))
        self.progress.setAccessibleName(tr("Papers made so far"))
        self.make.set_words(tr("Make the papers"), "Ctrl+Return")
        self._look()
