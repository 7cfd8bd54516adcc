"""The Publish station: which papers, what they still lack, where they go, and how they look."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from consult_app.meetings.reasons import N_, Refused
from consult_app.publishing import export as exporting
from consult_app.publishing import gate
from consult_app.ui import fonts
from consult_app.ui.controls import Elided, HairLine, Label, PrimaryButton, QuietButton
from consult_app.ui.language import NAMES, say, tr, tr_n
from consult_app.ui.panels import Card, FormRow
from consult_app.ui.paper_making import make_papers
from consult_app.ui.paper_matrix import PaperMatrix
from consult_app.ui.pdf_preview import PdfPreview
from consult_app.ui.station import ChangesLike, DeskLike
from consult_app.ui.theme import Theme
from consult_app.ui.ticks import TickBox
from consult_app.ui.waiting import in_background, in_window, when_done
from consult_app.ui.working import WorkingStation

_LEFT = 520
_PATH = Qt.ItemDataRole.UserRole


class PublishStation(WorkingStation):
    """What to make on the left, how it looks on the right; papers are made in a thread of their own."""

    key = "publish"
    icon = "publish"

    def __init__(self) -> None:
        super().__init__()
        self._fresh = True
        self._stop: Event | None = None
        self.matrix = PaperMatrix()
        self.provisional = TickBox()
        self.lacking = Label("", wrap=True)
        self.lacking_title = Label("heading")
        self.folder = QLineEdit()
        self.choose_folder = QuietButton()
        self.folder_row = FormRow(self.folder, self.choose_folder)
        self.make = PrimaryButton()
        self.stop_button = QuietButton()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress_words = Elided("small")
        self.written = QListWidget()
        self.written_title = Label("heading")
        self.open_file = QuietButton()
        self.open_folder = QuietButton()
        self.preview = PdfPreview()
        self._written_card = Card()
        self._lay_out()
        self._connect()
        self._busy(False)
        self.retranslate()

    def _lay_out(self) -> None:
        gate_card = Card()
        inner = QVBoxLayout(gate_card)
        inner.setContentsMargins(18, 12, 18, 14)
        inner.setSpacing(8)
        for widget in (self.lacking_title, self.lacking, self.provisional):
            inner.addWidget(widget)
        going = QHBoxLayout()
        going.setSpacing(8)
        going.addWidget(self.make)
        going.addWidget(self.stop_button)
        going.addWidget(self.progress_words, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.written_title, 1)
        head.addWidget(self.open_file)
        head.addWidget(self.open_folder)
        listed = QVBoxLayout(self._written_card)
        listed.setContentsMargins(18, 12, 18, 14)
        listed.addLayout(head)
        listed.addWidget(self.written)
        self.written.setMinimumHeight(150)
        inside = QWidget()
        inside.setProperty("surface", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        for part in (self.matrix, gate_card, self.folder_row):
            column.addWidget(part)
        column.addLayout(going)
        column.addWidget(self.progress)
        column.addWidget(self._written_card)
        column.addStretch(1)
        self._left = left = QScrollArea()
        left.setWidgetResizable(True)
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()
        left.setWidget(inside)
        row = QHBoxLayout(self.page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(HairLine(vertical=True))
        row.addWidget(self.preview, 1)

    def _fit(self) -> None:
        self._left.setFixedWidth(fonts.pixels(_LEFT))

    def _connect(self) -> None:
        self.matrix.changed.connect(self._look)
        self.provisional.toggled.connect(self._look)
        self.folder.textChanged.connect(self._look)
        self.choose_folder.clicked.connect(self._ask_folder)
        self.make.clicked.connect(self.make_papers)
        self.stop_button.clicked.connect(self.stop)
        self.written.currentItemChanged.connect(self._file_chosen)
        self.written.itemActivated.connect(self._open_file)
        self.open_file.clicked.connect(self._open_file)
        self.open_folder.clicked.connect(self._open_folder)
        Theme.instance().changed.connect(self._fit)
        self.add_key("Ctrl+Return", N_("Make the papers"), self.make_papers, self)
        self.add_key("Esc", N_("Stop making papers"), self.stop, self)

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
        super().bind(desk)
        if desk is not None:
            self.folder.setText(str(self.desk.path.parent / "papers"))

    def refresh(self, changes: ChangesLike | None) -> None:
        """Offer the papers there is matter for now, and say what they lack."""
        if self.desk is None:
            return
        state = self.state
        self.matrix.offer(exporting.with_matter(state), exporting.languages_of(state), fresh=self._fresh)
        self._fresh = False

    def _look(self) -> None:
        if self.desk is None:
            return
        chosen = self.matrix.chosen()
        lacks = self._lacks(chosen.get("final", ()))
        self.lacking.setText("\n".join(lacks) if lacks else self._nothing_lacks(chosen))
        files = self.matrix.files()
        barred = bool(lacks) and not self.provisional.isChecked()
        self.make.set_words(tr_n("Make {n} file", "Make {n} files", files), "Ctrl+Return")
        self.make.setEnabled(
            files > 0 and not barred and self._stop is None and bool(self.folder.text().strip())
        )

    def _lacks(self, languages: tuple[str, ...]) -> list[str]:
        """What stands in the way of the final text in *languages*: in all of them, then in each."""
        if not languages:
            return []
        state = self.state
        out = [_sentence(say(message)) for message in gate.general_obstacles(state)]
        for code in languages:
            said = "; ".join(say(message) for message in gate.language_obstacles(state, code))
            if said:
                out.append(f"{NAMES[code]}: {said}.")
        return out

    def _nothing_lacks(self, chosen: dict[str, tuple[str, ...]]) -> str:
        if not chosen:
            return tr("Choose a paper and a language.")
        if "final" in chosen:
            return tr("Nothing: the final text can be printed in every language chosen.")
        return tr("Nothing: these papers can be made at any time.")

    def make_papers(self) -> None:
        """Make the files that are ticked, in the background."""
        if self.desk is None or not self.make.isEnabled():
            return
        chosen, formats = self.matrix.chosen(), self.matrix.chosen_formats()
        self._stop = stop = Event()
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
        )
        self.quiet()
        self._busy(True)
        when_done(in_background(job, "papers"), self, self._made, self._not_made)

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
        self.written.clear()
        for path in files:
            item = QListWidgetItem(path.name)
            item.setData(_PATH, str(path))
            item.setToolTip(str(path))
            item.setSizeHint(QSize(0, fonts.line_height(fonts.window()) + fonts.pixels(9)))
            self.written.addItem(item)
        first = next((at for at, path in enumerate(files) if path.suffix == ".pdf"), 0)
        self._written_card.setVisible(bool(files))
        if files:
            self.written.setCurrentRow(first)
            self.written.setFocus()
            # the card takes its place with the next event; only then can it be scrolled to
            QTimer.singleShot(0, self, self._show_written)
        self._say_written()

    def _show_written(self) -> None:
        self._left.ensureWidgetVisible(self._written_card)

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
        self.stop_button.setVisible(busy)
        self._written_card.setVisible(not busy and self.written.count() > 0)
        if busy:
            self.make.setEnabled(False)

    def _file_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        path = Path(str(item.data(_PATH))) if item is not None else None
        self.open_file.setEnabled(path is not None)
        if path is None:
            return
        # a Word file is looked at in the PDF of the same paper, and never beside that of another
        seen = path.with_suffix(".pdf")
        listed = {str(self.written.item(at).data(_PATH)) for at in range(self.written.count())}
        if str(seen) not in listed:
            self.preview.clear()
        elif seen != self.preview.path:
            self.preview.show_file(seen)

    def _open_file(self) -> None:
        item = self.written.currentItem()
        if item is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(item.data(_PATH))))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text().strip()))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, tr("Choose where the papers go"), self.folder.text().strip()
        )
        if chosen:
            self.folder.setText(chosen)

    def _say_written(self) -> None:
        count = self.written.count()
        self.written_title.setText(tr_n("{n} file written", "{n} files written", count))
        self.written.setAccessibleName(tr("Files written"))

    def retranslate(self) -> None:
        """Set every word anew; ticks, folder and files stay."""
        super().retranslate()
        self.lacking_title.setText(tr("What is still lacking"))
        self.provisional.setText(tr("Provisional: print the text as it stands, marked so"))
        self.folder_row.set_words(tr("Folder"))
        self.choose_folder.set_words(tr("Choose…"))
        self.choose_folder.setAccessibleName(tr("Choose where the papers go"))
        self.stop_button.set_words(tr("Stop"), "Esc")
        self.progress.setAccessibleName(tr("Papers made so far"))
        self.open_file.set_words(tr("Open"))
        self.open_folder.set_words(tr("Open the folder"))
        self.make.set_words(tr("Make the papers"), "Ctrl+Return")
        self._say_written()
        self._look()


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
