"""The inline editor: words for one node, kept with Ctrl+Enter, left with Esc."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consult_app.ui import fonts
from consult_app.ui.announcing import announce
from consult_app.ui.controls import Elided, Label, PrimaryButton, QuietButton
from consult_app.ui.fields import ChoiceBox, typed
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.lines import BrokenLine
from consult_app.ui.text_scale import TextEdit

Choices = Sequence[tuple[str, str]]
Beginnings = Callable[[str], str]
"""The words that the editor begins with for the one that is chosen."""


class _Field(TextEdit):
    """Plain words, of one line unless *lines*; Tab leaves it, Ctrl+Enter and Esc belong to the editor."""

    def __init__(self, *, lines: bool) -> None:
        super().__init__()
        self._lines = lines

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
        foot = BrokenLine()
        foot.add(self._problem, 1)
        foot.add_stretch()
        foot.add(self._leave)
        foot.add(self._keep)
        column.addLayout(head)
        column.addWidget(self._field, 1)
        column.addWidget(foot)
        for before, after in pairwise((self._by, self._field, self._leave, self._keep)):
            QWidget.setTabOrder(before, after)  # as they stand, not as they were made

    def read_after(self, widget: QWidget) -> None:
        """Let Tab lead from *widget*, in which the editor was opened, into it."""
        for before, after in pairwise((widget, self._by, self._field, self._leave, self._keep)):
            QWidget.setTabOrder(before, after)

    @property
    def changed(self) -> bool:
        """Whether the words are others than those it began with."""
        return typed(self._field) != self._first

    @property
    def words(self) -> str:
        """The words as they stand."""
        return typed(self._field)

    @property
    def first(self) -> str:
        """The words that it began with."""
        return self._first

    @property
    def by(self) -> str:
        """The one that is chosen (an id), "" where nobody is offered."""
        return str(self._by.currentData() or "")

    @property
    def problem(self) -> str:
        """What was wrong, as shown; empty where nothing was."""
        return "" if self._problem.isHidden() else self._problem.text()

    def take_focus(self) -> None:
        """Give the focus to the words."""
        self._field.setFocus()

    def offers(self, by: str) -> bool:
        """Whether *by* (an id) is among those offered."""
        return self._by.findData(by) >= 0

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
        """Put *words* in place of those that stand, to be gone on with."""
        self._field.setPlainText(words)
        self._field.moveCursor(QTextCursor.MoveOperation.End)

    def show_problem(self, words: str) -> None:
        """Say what is wrong, and give the field the focus again; "" when nothing is."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._field.setAccessibleDescription(words)
        announce(self._field, words)
        if words:
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
        lines = max(2, -int(-letters * fonts.text_pixels(8) // wide) + 1)
        # the text around it must stay in sight, however large it is
        field = min(fonts.text_pixels(24 * lines), max(fonts.pixels(24 * 9), fonts.text_pixels(24 * 2)))
        more = self._problem.sizeHint().height() if not self._problem.isHidden() else 0
        return QSize(400, field + fonts.pixels(104) + more)

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
            self.kept.emit(typed(self._field), self.by)
