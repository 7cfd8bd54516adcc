"""Words that were not kept, above the work and never over it: restore, look, throw away.

They are those that an earlier session left unsaved, or those that a person has just left unfinished.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from consult_app.ui.forms.excerpt import cut
from consult_app.ui.language import Retranslating, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.icons import icon
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Button, Label
from consult_app.ui.parts.panels import IconSign
from consult_app.ui.safety.naming import private
from consult_app.ui.stamps import stamp

if TYPE_CHECKING:
    from consult_app.journal.jottings import Scratch

_TALL = 96


class FoundWords(Retranslating, QWidget):
    """One after the other of the words that were found; ``named`` says what they were to become.

    Signals: ``restore_asked(found)``; ``thrown(found)`` when they are not wanted; ``wanted(found)`` when
    they are after all; ``left()`` when the rest is left for another time, or nothing is left.
    """

    restore_asked = Signal(object)
    thrown = Signal(object)
    wanted = Signal(object)
    left = Signal()

    def __init__(self, named: Callable[[Scratch], str]) -> None:
        super().__init__()
        self._named = named
        self._left: list[Scratch] = []
        self._behind: list[Scratch] = []
        self._thrown: Scratch | None = None
        self._frame = QFrame()
        self._frame.setProperty("role", "banner")
        self._frame.setProperty("tone", "warn")
        self.words = Label(wrap=True)
        self.restore, self.look = Button(), QPushButton()
        self.throw, self.bring_back = QPushButton(), QPushButton()
        self.later = QToolButton()
        self.later.setAutoRaise(True)
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self._lay_out()
        self.look.setCheckable(True)
        self.restore.clicked.connect(self._ask_restore)
        self.look.toggled.connect(self._look)
        self.throw.clicked.connect(self._throw)
        self.bring_back.clicked.connect(self._bring_back)
        self.later.clicked.connect(self._go_on)
        Theme.instance().changed.connect(self._fit)
        self._fit()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconSign("info", "warn", 16))
        row.addWidget(self.words, 1)
        for button in (self.restore, self.look, self.throw, self.bring_back):
            row.addWidget(button)
        row.addWidget(self.later)
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 8, 12, 0)
        around.addWidget(self._frame)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(12, 6, 6, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.shown)
        self.shown.hide()

    # what was found

    def show_found(self, found: list[Scratch]) -> None:
        """Show the first of *found*; hidden when there is nothing."""
        self._left, self._behind, self._thrown = list(found), [], None
        self._show()

    def show_left(self, found: list[Scratch]) -> None:
        """Show the first of *found*, which were left unfinished by hand, before what was found."""
        if not self.of_now:
            self._behind = self._left
        self._left, self._thrown = list(found), None
        self._show()

    @property
    def of_now(self) -> bool:
        """Whether the words in question were left unfinished by hand, and not by an earlier session."""
        return self._of_now(self._thrown or self.at_hand)

    @staticmethod
    def _of_now(found: Scratch | None) -> bool:
        return found is not None and found.was_left

    def put_by(self) -> None:
        """The work goes on: what was left unfinished by hand is out of the way."""
        if self.of_now:
            self._go_on()

    @property
    def at_hand(self) -> Scratch | None:
        """The words in question; None when all have been dealt with."""
        return self._left[0] if self._left else None

    def done(self) -> None:
        """The words at hand are restored: go on to the next."""
        del self._left[:1]
        self._show()

    def show_words(self, *, shown: bool) -> None:
        """Show the words at hand themselves, to be read and copied."""
        self.look.setChecked(shown)

    def take_focus(self) -> None:
        """Give the focus to the first button."""
        (self.bring_back if self._thrown is not None else self.restore).setFocus()

    def _show(self) -> None:
        if not self._left and self._thrown is None:
            self._left, self._behind = self._behind, []
        self.look.setChecked(False)
        for button in (self.restore, self.look, self.throw):
            button.setVisible(self._thrown is None)
        self.bring_back.setVisible(self._thrown is not None)
        self.retranslate()
        self.setVisible(bool(self._left) or self._thrown is not None)
        if self.isHidden():
            self.left.emit()

    @Slot()
    def _ask_restore(self) -> None:
        if self._left:
            self.restore_asked.emit(self._left[0])

    @Slot(bool)
    def _look(self, shown: bool) -> None:
        if shown and self._left:
            self.shown.setPlainText(self._left[0].words)
        self.shown.setVisible(shown)

    @Slot()
    def _throw(self) -> None:
        had_focus = self.throw.hasFocus()
        if self._left:
            self._thrown = self._left.pop(0)
            self.thrown.emit(self._thrown)
            self._show()
            if had_focus:
                self.bring_back.setFocus()

    @Slot()
    def _bring_back(self) -> None:
        if self._thrown is not None:
            self._left.insert(0, self._thrown)
            self.wanted.emit(self._thrown)
            self._thrown = None
            self._show()
            self.restore.setFocus()

    @Slot()
    def _go_on(self) -> None:
        """Away with it for now; behind what was thrown away stands the next."""
        if self._thrown is None:
            self._left = []
        self._thrown = None
        self._show()

    # how it looks

    def retranslate(self) -> None:
        """Set every word anew."""
        self.restore.set_words(tr("Restore"))
        self.look.setText(tr("Look"))
        self.throw.setText(tr("Throw away"))
        self.bring_back.setText(tr("Bring back"))
        self.later.setAccessibleName(tr("Leave it for later"))
        self.later.setToolTip(tr("Leave it for later"))
        self.shown.setAccessibleName(tr("The words that were found"))
        said = ""
        if self._thrown is not None:
            said = tr("Thrown away: {what}.", what=self._named(self._thrown))
        elif self._left:
            found, more = self._left[0], len(self._left) - 1
            what, when = self._named(found), stamp(found.time) if found.time else ""
            words = cut(str(found.extra.get("typed", "")) or found.words)
            if self._of_now(found):
                self.restore.set_words(tr("Bring back"), "Ctrl+Shift+U")
                said = tr("Left unfinished, but not lost: {what}.", what=what)
                if not private(found):
                    said = tr("Left unfinished, but not lost: {what}: “{words}”.", what=what, words=words)
            elif private(found):
                said = tr("Unfinished words were found: {what}, written {when}.", what=what, when=when)
            else:
                said = tr(
                    "Unfinished words were found: {what}, written {when}: “{words}”.",
                    what=what,
                    when=when,
                    words=words,
                )
            if more:
                said += " " + tr_n("There is {n} more.", "There are {n} more.", more)
        self.words.setText(said)
        self._frame.setAccessibleName(said)

    @Slot()
    def _fit(self) -> None:
        self.shown.setFont(fonts.text(15))
        self.shown.setFixedHeight(fonts.pixels(_TALL))
        self.later.setIcon(icon("close", Theme.current().dim, 16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Enter presses the button that has the focus, Esc leaves it for later."""
        buttons = (self.restore, self.look, self.throw, self.bring_back, self.later)
        if event.key() == Qt.Key.Key_Escape:
            self._go_on()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pressed = next((button for button in buttons if button.hasFocus()), None)
            if pressed is not None:
                pressed.click()
        else:
            super().keyPressEvent(event)
