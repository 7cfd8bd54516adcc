"""A line in which a few letters say who is meant, with the matches under it; Enter takes the first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from consult_app.meetings.kept.assembly import Assembly
from consult_app.ui.look.theme import Theme
from consult_app.ui.speakers.candidates import Candidate, candidates, matching


class _Line(QLineEdit):
    """Up and Down choose among the matches, which keep out of the way of Tab.

    Signals: ``step_asked(by)``; ``entered()`` on Enter; ``escaped()`` on Esc where something is typed.
    """

    step_asked = Signal(int)
    entered = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in steps:
            self.step_asked.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.text().strip():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class WhoField(QWidget):
    """The line and its matches. ``keeps`` says that what was chosen stays in the line, as in a form.

    Signals: ``chosen(who, behalf)`` when one is taken (ids; behalf "" for nobody); ``unknown(words)`` on
    Enter where nobody is meant.
    """

    chosen = Signal(str, str)
    unknown = Signal(str)

    def __init__(self, *, keeps: bool = False) -> None:
        super().__init__()
        self._keeps = keeps
        self._known: list[Candidate] = []
        self._found: list[Candidate] = []
        self._assembly: Assembly | None = None
        self.taken: Candidate | None = None
        self.line = _Line()
        self.matches = QListWidget()
        self.matches.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.matches.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusProxy(self.line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.line)
        box.addWidget(self.matches)
        self.matches.hide()
        self.line.textEdited.connect(self._typed)
        self.line.step_asked.connect(self._step)
        self.line.entered.connect(self.take)
        self.line.escaped.connect(self.clear)
        self.matches.itemClicked.connect(self._clicked)
        Theme.instance().changed.connect(self._fit_matches)

    def show_assembly(self, assembly: Assembly, *, anew: bool = False) -> None:
        """Offer who takes part in *assembly*; the list is made when somebody types."""
        same = (
            self._assembly is not None
            and self._assembly.participants is assembly.participants
            and self._assembly.groups is assembly.groups
            and self._assembly.officers is assembly.officers
        )
        self._assembly = assembly
        if anew or not same:
            self._known = []

    def set_words(self, words: str) -> None:
        """Set what the empty line says, and its accessible name."""
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self._known = []

    @Slot()
    def clear(self) -> None:
        """Empty the line."""
        self.line.clear()
        self.taken = None
        self._show([])

    def take_id(self, who: str) -> None:
        """Take the group or participant *who* (an id), as if it had been typed; nothing for one unknown."""
        if self._assembly is None:
            return
        found = next((each for each in self._offered() if each.who == who), None)
        if found is not None:
            self.taken = found
            self.line.setText(found.words)

    def _offered(self) -> list[Candidate]:
        if not self._known and self._assembly is not None:
            self._known = candidates(self._assembly)
        return self._known

    @Slot(str)
    def _typed(self, words: str) -> None:
        self.taken = None
        self._show(matching(words, self._offered()))

    def _show(self, found: list[Candidate]) -> None:
        self._found = found
        self.matches.clear()
        for candidate in found:
            item = QListWidgetItem(candidate.words)
            item.setToolTip(candidate.words)
            self.matches.addItem(item)
        self.matches.setVisible(bool(found))
        if found:
            self.matches.setCurrentRow(0)
            self._fit_matches()
        self.line.setAccessibleDescription(found[0].words if found else "")

    @Slot()
    def _fit_matches(self) -> None:
        if self._found:
            self.matches.setFixedHeight(self.matches.sizeHintForRow(0) * len(self._found) + 4)

    @Slot(int)
    def _step(self, by: int) -> None:
        if self._found:
            at = min(max(0, self.matches.currentRow() + by), len(self._found) - 1)
            self.matches.setCurrentRow(at)
            self.line.setAccessibleDescription(self._found[at].words)

    @Slot()
    def take(self) -> None:
        """Take the match at hand."""
        at = self.matches.currentRow()
        if not self._found or at < 0:
            if self.taken is None:
                self.unknown.emit(self.line.text().strip())
            return
        found = self._found[at]
        self._show([])
        if self._keeps:
            self.taken = found
            self.line.setText(found.words)
        else:
            self.line.clear()
        self.chosen.emit(found.who, found.behalf)

    @Slot(QListWidgetItem)
    def _clicked(self, _item: QListWidgetItem) -> None:
        self.take()
        self.line.setFocus()
