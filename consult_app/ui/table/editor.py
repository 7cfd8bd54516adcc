"""The inline editor: words for one node, kept with Ctrl+Enter, left with Esc."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from consult_app.ui import fonts
from consult_app.ui.controls import Elided, Label, PrimaryButton, QuietButton
from consult_app.ui.fields import ChoiceBox
from consult_app.ui.language import Retranslating, tr

Choices = Sequence[tuple[str, str]]
Beginnings = Callable[[str], str]
"""The words that the editor begins with for the one that is chosen."""


class _Field(QPlainTextEdit):
    """Plain words, of one line unless *lines*; Tab leaves it, Ctrl+Enter and Esc belong to the editor."""

    def __init__(self, *, lines: bool) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setFont(fonts.text(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (enter and (control or not self._lines)):
            # a wording is one line: Enter alone would only be refused
            event.ignore()
        else:
            super().keyPressEvent(event)


class Editor(Retranslating, QFrame):
    """A panel under a node: what is being done, by whom, the words, what was wrong with them.

    Signals: ``kept(words, by)`` on Ctrl+Enter or the button; ``left()`` on Esc or the button.
    """

    kept = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        title: str,
        words: str,
        choices: Choices = (),
        chooser: str = "",
        *,
        beginnings: Beginnings | None = None,
        lines: bool = False,
    ) -> None:
        """Edit *words* under *title*; *choices* (id, name) are offered under the name *chooser*, and
        *beginnings* says whether one of them begins with other words; with *lines* further lines may
        be written."""
        super().__init__()
        self.setProperty("role", "card")
        self._first = words
        self._beginnings = beginnings
        self._chosen = 0
        self._title = Elided("strong", title)
        self._field = _Field(lines=lines)
        self._field.setPlainText(words)
        self._field.setAccessibleName(title)
        self._by = ChoiceBox()
        for key, name in choices:
            self._by.addItem(name, key)
        self._by.setAccessibleName(chooser)
        self._by.setMinimumContentsLength(24)
        self._by_label = Label("dim", chooser)
        self._problem = Label("problem", wrap=True)
        self._keep = PrimaryButton()
        self._leave = QuietButton()
        self._lay_out()
        self._by.setVisible(bool(choices))
        self._by_label.setVisible(bool(choices))
        self._problem.hide()
        self._by.currentIndexChanged.connect(self._begin_for)
        self._keep.clicked.connect(self._keep_words)
        self._leave.clicked.connect(self.left)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(7)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._by_label)
        head.addWidget(self._by)
        foot = QHBoxLayout()
        foot.addWidget(self._problem, 1)
        foot.addStretch(0)
        foot.addWidget(self._leave)
        foot.addWidget(self._keep)
        column.addLayout(head)
        column.addWidget(self._field, 1)
        column.addLayout(foot)

    @property
    def changed(self) -> bool:
        """Whether the words are others than those it began with."""
        return self._field.toPlainText() != self._first

    @property
    def words(self) -> str:
        """The words as they stand."""
        return self._field.toPlainText()

    @property
    def problem(self) -> str:
        """What was wrong, as shown; empty where nothing was."""
        return "" if self._problem.isHidden() else self._problem.text()

    def take_focus(self) -> None:
        """Give the focus to the words."""
        self._field.setFocus()

    def choose(self, by: str) -> None:
        """Choose *by* (an id) among those offered. Raises LookupError when it is not."""
        place = self._by.findData(by)
        if place < 0:
            raise LookupError(by)
        self._by.setCurrentIndex(place)

    @Slot(int)
    def _begin_for(self, place: int) -> None:
        """Begin with the words of the one chosen; words already written are never put aside."""
        words = self._beginnings(str(self._by.itemData(place))) if self._beginnings else self._first
        if words == self._first or not self.changed:
            if words != self._first:
                self._first = words
                self._field.setPlainText(words)
            self._chosen = place
            self.show_problem("")
            return
        self._by.blockSignals(True)
        self._by.setCurrentIndex(self._chosen)
        self._by.blockSignals(False)
        self.show_problem(tr("Say for whom before you write: those words begin otherwise."))

    def set_words(self, words: str) -> None:
        """Put *words* in place of those that stand."""
        self._field.setPlainText(words)

    def show_problem(self, words: str) -> None:
        """Say what is wrong, and give the field the focus again."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._field.setAccessibleDescription(words)
        self._field.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Bar the buttons while the words are on their way."""
        self._keep.setEnabled(not busy)
        self._field.setReadOnly(busy)

    def retranslate(self) -> None:
        """Name the two buttons."""
        self._keep.set_words(tr("Keep"), "Ctrl+Return")
        self._leave.set_words(tr("Leave"), "Esc")

    def sizeHint(self) -> QSize:
        """Qt's override: tall enough for the words, between two lines and nine."""
        letters = max(len(self._first), 120)
        wide = max(200, self.width() - 50) if self.width() > 300 else 640
        lines = min(9, max(2, -int(-letters * fonts.pixels(8) // wide) + 1))
        more = self._problem.sizeHint().height() if not self._problem.isHidden() else 0
        return QSize(400, fonts.pixels(24 * lines + 104) + more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Ctrl+Enter keeps, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._keep_words()
            elif self._leave.hasFocus():
                self.left.emit()
            elif self._keep.hasFocus():
                self._keep_words()
        else:
            event.accept()

    @Slot()
    def _keep_words(self) -> None:
        if self._keep.isEnabled():
            self.kept.emit(self._field.toPlainText(), str(self._by.currentData() or ""))
