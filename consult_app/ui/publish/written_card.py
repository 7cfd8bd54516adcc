"""The files that were written, to be opened one by one or in their folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from consult_app.ui.language import Retranslating, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.parts.controls import Label, QuietButton
from consult_app.ui.parts.panels import Card

_PATH = Qt.ItemDataRole.UserRole


class WrittenCard(Retranslating, Card):
    """The list. Signals: ``chosen(path)`` when another file is at hand; ``folder_asked()`` for the folder."""

    chosen = Signal(object)
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("heading")
        self.files = QListWidget()
        self.open_file = QuietButton()
        self.open_folder = QuietButton()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.open_file)
        head.addWidget(self.open_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.addLayout(head)
        column.addWidget(self.files)
        self.files.setMinimumHeight(150)
        # their names begin alike: which paper, language and form it is stands at the end
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.currentItemChanged.connect(self._another)
        self.files.itemActivated.connect(self._open)
        self.open_file.clicked.connect(self._open)
        self.open_folder.clicked.connect(self.folder_asked)
        self.retranslate()

    @property
    def paths(self) -> list[Path]:
        """The files in the list, in their order."""
        return [Path(str(self.files.item(at).data(_PATH))) for at in range(self.files.count())]

    def show_files(self, paths: Sequence[Path]) -> None:
        """List *paths*; the first that can be looked at is at hand and has the focus."""
        self.clear()
        for path in paths:
            item = QListWidgetItem(path.name)
            item.setData(_PATH, str(path))
            item.setToolTip(str(path))
            item.setSizeHint(QSize(0, fonts.line_height(fonts.window()) + fonts.pixels(9)))
            self.files.addItem(item)
        self.setVisible(bool(paths))
        if paths:
            self.files.setCurrentRow(next((at for at, path in enumerate(paths) if path.suffix == ".pdf"), 0))
            self.files.setFocus()
        self._say()

    def clear(self) -> None:
        """Empty the list."""
        self.files.clear()

    @Slot(object, object)
    def _another(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self.open_file.setEnabled(item is not None)
        if item is not None:
            self.chosen.emit(Path(str(item.data(_PATH))))

    @Slot()
    def _open(self, _item: object = None) -> None:
        item = self.files.currentItem()
        if item is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(item.data(_PATH))))

    def _say(self) -> None:
        count = self.files.count()
        self.title.setText(tr_n("{n} file written", "{n} files written", count))
        self.files.setAccessibleName(tr("Files written"))

    def retranslate(self) -> None:
        """Set every word anew; the files stay."""
        self.open_file.set_words(tr("Open"))
        self.open_folder.set_words(tr("Open the folder"))
        self._say()
