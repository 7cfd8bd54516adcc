"""The inline editor: words for one node, kept with Ctrl+Enter, left with Esc."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consult_app.ui.announcing import announce
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.text_scale import TextEdit
from consult_app.ui.parts.controls import Elided, Label, PrimaryButton, QuietButton
from consult_app.ui.parts.fields import ChoiceBox, typed
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.scrolling import Roomy

Choices = Sequence[tuple[str, str]]
Beginnings = Callable[[str], str]
"""The words that the editor begins with for the one that is chosen."""


@dataclass(frozen=True)
class Names:
    """What the editor is called, in the window's language: its ``title``; the ``choices`` (id, name), offered
    under the name ``chooser``; what is to be known (``notes``) of the one chosen, by id."""

    title: str
    choices: Choices = ()
    chooser: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)


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

    Signals: ``kept(words, by)`` on Ctrl+Enter or the button; ``left()`` on Esc or the button; ``grown()``
    when a problem is said or is gone, so that it needs more room or less.
    """

    kept = Signal(str, str)
    left = Signal()
    grown = Signal()

    def __init__(
        self,
        called: Callable[[], Names],
        words: str,
        *,
        beginnings: Beginnings | None = None,
        lines: bool = False,
    ) -> None:
        """Edit *words*; *called* says how everything is called now, *beginnings* whether one of those offered
        begins with other words; with *lines* further lines may be written."""
        super().__init__()
        self.setProperty("role", "card")
        self._first = words
        self._beginnings = beginnings
        self._chosen = 0
        self._called = called
        self._notes: Mapping[str, str] = {}
        self._said_anew: Callable[[], str] | None = None
        self._title = Elided("strong")
        self._field = _Field(lines=lines)
        self.set_words(words)
        self._by = ChoiceBox()
        self._by.setMinimumContentsLength(24)
        self._by_label = Label("dim")
        self._note = Label("dim", wrap=True)
        self._problem = Label("problem", wrap=True)
        self._keep = PrimaryButton()
        self._leave = QuietButton()
        self._lay_out()
        self._problem.hide()
        self._wanted = 0
        self._keep.clicked.connect(self._keep_words)
        self._leave.clicked.connect(self.left)
        self.retranslate()
        offered = self._by.count() > 0
        self._by.setVisible(offered)
        self._by_label.setVisible(offered)
        self._by.currentIndexChanged.connect(self._begin_for)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "clear")
        self._page = Roomy(inside, sideways=False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(7)
        self._head = head = QHBoxLayout()
        head.setSpacing(5)
        head.addWidget(self._title, 1)
        head.addWidget(self._by_label)
        head.addWidget(self._by)
        self._foot = foot = BrokenLine()
        foot.add(self._problem, 1)
        foot.add_stretch()
        foot.add(self._leave)
        foot.add(self._keep)
        column.addLayout(head)
        column.addWidget(self._field, 1)
        column.addWidget(self._note)
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
        """Give the focus to the words, where the caret stands."""
        self._field.setFocus()
        self._field.ensureCursorVisible()

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
                self.set_words(words)
            self._chosen = place
            self._show_note()
            self.show_problem("")
            return
        self._by.blockSignals(True)
        self._by.setCurrentIndex(self._chosen)
        self._by.blockSignals(False)
        self.say_problem(lambda: tr("Say for whom before you write: those words begin otherwise."))

    def _show_note(self) -> None:
        said = self._notes.get(self.by, "")
        self._note.setText(said)
        self._note.setVisible(bool(said))
        self._by.setAccessibleDescription(said)

    def set_words(self, words: str) -> None:
        """Put *words* in place of those that stand, to be gone on with: the caret stands behind the last. In
        the text, which is only read, there is no caret whose place it could take."""
        self._field.setPlainText(words)
        self._field.moveCursor(QTextCursor.MoveOperation.End)

    def show_problem(self, words: str) -> None:
        """Say what is wrong, and give the field the focus again; "" when nothing is."""
        self._said_anew = None
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._field.setAccessibleDescription(words)
        announce(self._field, words)
        if words:
            self._field.setFocus()
        self.grown.emit()

    def say_problem(self, said: Callable[[], str]) -> None:
        """Say what is wrong as *said* has it, now and after a change of language."""
        self.show_problem(said())
        self._said_anew = said

    def set_busy(self, busy: bool) -> None:
        """Bar the buttons while the words are on their way."""
        self._keep.setEnabled(not busy)
        self._field.setReadOnly(busy)

    def retranslate(self) -> None:
        """Say anew how everything is called; who is chosen stays chosen."""
        names = self._called()
        self._title.setText(names.title)
        self._field.setAccessibleName(names.title)
        self._by.fill(dict(names.choices))
        self._by.setAccessibleName(names.chooser)
        self._by_label.setText(names.chooser)
        self._notes = names.notes
        self._show_note()
        self._keep.set_words(tr("Keep"), "Ctrl+Return")
        self._leave.set_words(tr("Leave"), "Esc")
        if self._said_anew is not None and not self._problem.isHidden():
            self._problem.setText(self._said_anew())
        self.grown.emit()

    def sizeHint(self) -> QSize:
        """Qt's override: tall enough for the words, between two lines and nine."""
        letters = max(len(self._first), 120)
        wide = max(200, self.width() - 50)
        lines = max(2, -int(-letters * fonts.text_pixels(8) // wide) + 1)
        # the text around it must stay in sight, however large it is
        field = min(fonts.text_pixels(24 * lines), max(fonts.pixels(24 * 9), fonts.text_pixels(24 * 2)))
        field = max(field, self._field.minimumSizeHint().height())
        margins, within = self._column.contentsMargins(), self.contentsRect()
        inner = within.width() - margins.left() - margins.right()
        around = margins.top() + margins.bottom() + 2 * self._column.spacing()
        around += self.height() - within.height()
        if not self._note.isHidden():
            around += self._note.heightForWidth(inner) + self._column.spacing()
        return QSize(400, field + around + self._head.sizeHint().height() + self._foot.heightForWidth(inner))

    def event(self, event: QEvent) -> bool:
        """Qt's override: a part of it wants another height, as a line does that was written out of sight."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            wanted = self.sizeHint().height()
            if wanted != self._wanted:
                self._wanted = wanted
                self.grown.emit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Ctrl+Enter keeps, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and not event.isAutoRepeat():
                self._keep_words()
        else:
            event.accept()

    @Slot()
    def _keep_words(self) -> None:
        if self._keep.isEnabled():
            self.kept.emit(typed(self._field), self.by)
