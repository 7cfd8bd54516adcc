"""Which Word template the papers of each language are made with: ours, or one of the secretariat's own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from consult_app.meetings.reasons import Refused
from consult_app.publishing import house_templates
from consult_app.ui.choosing_files import choose_file, choose_folder
from consult_app.ui.language import NAMES, Retranslating, language_label, language_said, say, tr
from consult_app.ui.parts.controls import Elided, Label, QuietButton
from consult_app.ui.parts.panels import Card


class TemplateCard(Retranslating, Card):
    """A line a language, opened by its button. Signals: ``told(tone, words)``."""

    told = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.opened = QuietButton()
        self.opened.setCheckable(True)
        self._inside = QWidget()
        self._inside.setProperty("surface", "clear")
        self._help = Label("small", wrap=True)
        self._names = {code: Label("strong") for code in NAMES}
        self.used = {code: Elided() for code in NAMES}
        self.choosing = {code: QuietButton() for code in NAMES}
        self.going_back = {code: QuietButton() for code in NAMES}
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._help, 0, 0, 1, 4)
        for line, code in enumerate(NAMES, start=1):
            grid.addWidget(self._names[code], line, 0)
            grid.addWidget(self.used[code], line, 1)
            grid.addWidget(self.choosing[code], line, 2)
            grid.addWidget(self.going_back[code], line, 3)
            self.choosing[code].clicked.connect(partial(self._ask, code))
            self.going_back[code].clicked.connect(partial(self._go_back, code))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 10)
        column.setSpacing(0)
        column.addWidget(self.opened, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self.opened.toggled.connect(self._open)
        self.saving = QuietButton()
        self.saving.clicked.connect(self._ask_folder)
        grid.addWidget(self.saving, len(NAMES) + 1, 1, 1, 3, Qt.AlignmentFlag.AlignRight)
        self._open(False)
        self.retranslate()

    def take(self, code: str, path: Path) -> None:
        """Use the template *path* for the papers in *code*, or say why not."""
        try:
            copy = house_templates.choose(code, path)
            silent = house_templates.unprinted(copy)
        except Refused as refused:
            self.told.emit("error", say(refused.reason))
            return
        except OSError as error:
            self._not_written(error)
            return
        self._show_used()
        if silent:
            names = ", ".join(silent)
            words = tr(
                "Its header and footer have no place for {names}: these will not be printed.", names=names
            )
            self.told.emit("warn", words)
        else:
            said = tr(
                "Papers in {language} are made with {file} now.", language=language_said(code), file=path.name
            )
            self.told.emit("info", said)

    def save_ours(self, folder: Path) -> None:
        """Put copies of our templates into *folder*, to be changed in Word; none of that name is replaced."""
        try:
            for code in NAMES:
                ours = house_templates.ours(code)
                with (folder / ours.name).open("xb") as file:
                    file.write(ours.read_bytes())
        except OSError as error:
            self._not_written(error)
        else:
            self.told.emit("info", tr("Our templates are in {folder} now.", folder=str(folder)))

    def _ask_folder(self) -> None:
        choose_folder(self, tr("Choose where copies of our templates go"), self.save_ours)

    def _ask(self, code: str) -> None:
        title = tr("Choose the Word template for {language}", language=language_said(code))
        choose_file(self, title, partial(self.take, code), filters="Word (*.docx)")

    def _go_back(self, code: str) -> None:
        try:
            house_templates.give_back(code)
        except OSError as error:
            self._not_written(error)
        self._show_used()

    def _not_written(self, error: OSError) -> None:
        why = error.strerror or type(error).__name__
        self.told.emit("error", tr("The template cannot be put in its place: {why}.", why=why))

    def _open(self, opened: bool) -> None:
        self._inside.setVisible(opened)
        self._show_used()

    def _show_used(self) -> None:
        for code in NAMES:
            own = house_templates.own(code)
            self.used[code].setText(own.name if own else tr("Ours"))
            self.used[code].setToolTip(str(own or house_templates.ours(code)))
            self.going_back[code].setEnabled(own is not None)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.opened.set_words(tr("House templates…"))
        self._help.setText(
            tr(
                "The Word file, and page, margins and font of the PDF. Change a copy of ours in Word, and "
                "choose it here."
            )
        )
        self.saving.set_words(tr("Copies of ours…"))
        for code in NAMES:
            name = language_said(code)
            self._names[code].setText(language_label(code))
            self.choosing[code].set_words(tr("Choose…"))
            self.choosing[code].setAccessibleName(
                tr("Choose the Word template for {language}", language=name)
            )
            self.going_back[code].set_words(tr("Back to ours"))
            self.going_back[code].setAccessibleName(tr("Back to our template for {language}", language=name))
        self._show_used()


__all__ = ["TemplateCard"]
