"""The working place: what is rendered above, the rendering below, and what may be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from consult_app.ui.amendments.passage import Passage
from consult_app.ui.language import language_label, language_said, tr
from consult_app.ui.languages.checks import Checks
from consult_app.ui.languages.field import WordsField
from consult_app.ui.languages.naming import TONES, Naming
from consult_app.ui.languages.passages import Reading, Task
from consult_app.ui.look.scaled import hold
from consult_app.ui.parts.controls import (
    Elided,
    Label,
    PrimaryButton,
    QuietButton,
    SectionTitle,
    set_property,
)
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import EmptyState, clear_layout
from consult_app.ui.parts.scrolling import Roomy


class Workplace(QStackedWidget):
    """One line of the queue at work. Signals: ``kept()`` and ``signed()`` when the person asks for it,
    ``left()`` on Esc, ``written()`` after each change of the words."""

    kept = Signal()
    signed = Signal()
    left = Signal()
    written = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.task: Task | None = None
        self.nothing = EmptyState()
        self.title = Elided("heading")
        self.status = Label()
        self.direction = Elided("dim")
        self.note = Label("", wrap=True)
        self.note.setProperty("tone", "warn")
        self.reading = QWidget()
        self.reading.setProperty("surface", "panel")
        self._readings = QVBoxLayout(self.reading)
        self._readings.setContentsMargins(0, 0, 6, 0)
        self._readings.setSpacing(3)
        self.heading = SectionTitle()
        self.field = WordsField()
        self.checks = Checks()
        self.copy = QuietButton()
        self.begin_today = QuietButton()
        self.sign = QuietButton()
        self.keep = PrimaryButton()
        self._lay_out()
        self.keep.clicked.connect(self.kept)
        self.sign.clicked.connect(self.signed)
        self.copy.clicked.connect(self.copy_source)
        self.begin_today.clicked.connect(self.copy_today)
        self.checks.applied.connect(self.field.put)
        self.field.textChanged.connect(self._look)

    def _lay_out(self) -> None:
        inside = QWidget()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self.status)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.reading)
        beginnings = BrokenLine(8)
        beginnings.add(self.heading, 1)
        beginnings.add(self.begin_today)
        beginnings.add(self.copy)
        foot = BrokenLine(8)
        foot.add(self.sign)
        foot.add_stretch()
        foot.add(self.keep)
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.direction)
        column.addWidget(self.note)
        column.addWidget(scroll, 3)
        column.addWidget(beginnings)
        column.addWidget(self.field, 2)
        column.addWidget(self.checks)
        column.addWidget(foot)
        hold(self.field, from_high=84)
        self.addWidget(self.nothing)
        inside.setProperty("surface", "clear")
        self.addWidget(Roomy(inside))

    # what is shown

    def show_task(self, task: Task | None, begun: str | None = None) -> None:
        """Show *task*, with the words *begun* for it if they were not kept; None for nothing at hand."""
        self.task = task
        self.setCurrentIndex(0 if task is None else 1)
        if task is None:
            self.field.begin("", "", lines=False)
            return
        self._show_around(task)
        self.field.begin(task.kept, task.kept if begun is None else begun, lines=task.lines)

    def follow(self, task: Task) -> None:
        """Show what is beside the words in *task* as it is now, and leave the words that are written."""
        self.task = task
        self._show_around(task)
        self.field.begin_with(task.kept)
        self._look()

    def say_over(self, words: str) -> None:
        """Say that what is at hand cannot be kept any more; the words stay to be copied."""
        self.show_note(words)
        self.keep.setEnabled(False)
        self.sign.setEnabled(False)

    def show_note(self, words: str) -> None:
        """Say *words* over what is read; "" for nothing."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _show_around(self, task: Task) -> None:
        wanted = task.wanted
        self.title.setText(task.title)
        self.direction.setText(task.direction)
        self.status.setText(Naming.status(wanted))
        set_property(
            self.status, "tone", TONES.get(wanted.status, "ok" if wanted.status == "checked" else "")
        )
        set_property(self.note, "tone", "warn" if wanted.status == "out_of_date" else "")
        self.show_note(task.note)
        clear_layout(self.reading)
        for reading in task.readings:
            self._add_reading(reading)
        self._readings.addStretch(1)
        self.heading.setText(language_label(wanted.language))
        name = tr("{place} in {language}", place=task.title, language=language_said(wanted.language))
        self.field.setAccessibleName(name)
        self.keep.setEnabled(True)
        self.begin_today.setVisible(bool(task.today))
        self._offer_signing()

    def _add_reading(self, reading: Reading) -> None:
        heading, words = SectionTitle(reading.heading), Passage()
        words.setText(reading.html)
        words.setAccessibleName(reading.heading)
        self._readings.addWidget(heading)
        self._readings.addWidget(words)
        self._readings.addSpacing(8)

    def _offer_signing(self) -> None:
        task = self.task
        ready = task is not None and task.wanted.status in ("draft", "checked")
        self.sign.setEnabled(ready and not self.field.changed)
        if task is not None and task.signed:
            self.sign.setToolTip(tr("Checked by {name}", name=task.signed))
        else:
            self.sign.setToolTip("")

    def _look(self) -> None:
        if self.task is None:
            return
        self.checks.look_at(self.task.source, self.field.words, self.task.wanted.language)
        self._offer_signing()
        self.written.emit()

    # what is done

    def copy_source(self) -> None:
        """Begin with the words of the source."""
        if self.task is not None:
            self.field.put(self.task.source)
            self.field.setFocus()

    def copy_today(self) -> None:
        """Begin with the words that stand in the text in this language."""
        if self.task is not None and self.task.today:
            self.field.put(self.task.today)
            self.field.setFocus()

    def retranslate(self) -> None:
        """Set every word anew but those of the task, which its owner shows again."""
        self.nothing.set_words(
            tr("No wording is chosen"), tr("Choose one in the list to translate it or to sign it off.")
        )
        self.copy.set_words(tr("Copy the source"), "Alt+C")
        self.begin_today.set_words(tr("Begin with the text"), "Alt+W")
        self.sign.set_words(tr("Sign off"), "Alt+S")
        self.keep.set_words(tr("Keep, and next"), "Ctrl+Return")
        self.checks.retranslate()


__all__ = ["Workplace"]
