"""The bar in which words are sought: a line over the station, and below it what was found."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from consult_app.drafting.wordings.search import Query, query
from consult_app.ui.find.results import ResultList
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import hold
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import HairLine, Label, QuietButton, entered_on

_FIELD: Final = 170
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class FindBar(Retranslating, QFrame):
    """The bar. It lies in the window and stops nothing.

    Signals: ``sought()`` when other words, or words otherwise, are sought; ``go_asked(by)`` to go to the
    occurrence that is chosen (0), the next (1) or the one before (-1); ``throughout_asked()`` to change the
    words throughout the text; ``left()`` on Esc.
    """

    sought = Signal()
    go_asked = Signal(int)
    throughout_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.whole, self.exact = QPushButton(), QPushButton()
        self.count = Label("small")
        self.before, self.next = QuietButton(), QuietButton()
        self.throughout = QuietButton()
        self._throughout_offered = False
        self.close_button = QuietButton()
        self.list = ResultList()
        self._lay_out()
        self.field.textChanged.connect(self.sought)
        self.field.installEventFilter(self)
        for toggle in (self.whole, self.exact):
            toggle.setCheckable(True)
            toggle.setProperty("variant", "segment")
            toggle.toggled.connect(self.sought)
        self.before.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.list.picked.connect(self._go)
        self.throughout.clicked.connect(self.throughout_asked)
        self.close_button.clicked.connect(self.left)
        Theme.instance().changed.connect(self.list.fit)
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(14, 8, 12, 8)
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        for widget in (self.whole, self.exact, self.count, self.before, self.next):
            line.addWidget(widget)
        line.addWidget(self.throughout)
        line.addWidget(self.close_button)
        hold(self.field, from_wide=_FIELD)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.list)
        column.addWidget(HairLine())
        self.list.fit()

    @property
    def asked(self) -> Query:
        """What is sought."""
        return query(self.field.text(), whole=self.whole.isChecked(), exact=self.exact.isChecked())

    def offer_throughout(self, possible: bool) -> None:
        """Offer to change the words throughout the text, or not."""
        self._throughout_offered = possible
        self._fit()

    def _fit(self) -> None:
        """In a narrow window the rarer buttons go, so that none is cut; their keys remain."""
        rare = (self.before, self.throughout)
        free = self.width() - fonts.pixels(_FIELD + 90)
        free -= sum(
            each.sizeHint().width() + 8 for each in (self.whole, self.exact, self.next, self.close_button)
        )
        for button, wanted in zip(rare, (True, self._throughout_offered), strict=True):
            free -= button.sizeHint().width() + 8
            button.setVisible(wanted and free > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override."""
        super().resizeEvent(event)
        self._fit()

    def say_count(self, at: int, total: int, *, more: bool) -> None:
        """Say which occurrence is at hand (from 0; -1 for none) of how many, and whether there are *more*."""
        if not self.asked:
            said = ""
        elif not total:
            said = tr("Not found")
        else:
            many = tr("more than {n}", n=total) if more else str(total)
            said = tr("{n} of {total}", n=at + 1, total=many) if at >= 0 else tr("{total} found", total=many)
        self.count.setText(said)
        self.before.setEnabled(bool(total))
        self.next.setEnabled(bool(total))

    def begin(self) -> None:
        """Take the focus, with the words sought last ready to be written over."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    @Slot()
    def _go_back(self) -> None:
        self.go_asked.emit(-1)

    @Slot()
    def _go_on(self) -> None:
        self.go_asked.emit(1)

    @Slot()
    def _go(self) -> None:
        self.go_asked.emit(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: the list is walked while the field keeps the focus."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.go_asked.emit(-1 if back else 0)
                return True
            rows = len(self.list.found.occurrences)
            if key in _STEPS and rows:
                self.list.choose(min(max(0, self.list.row + _STEPS[key]), rows - 1))
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc leaves from wherever in the bar the focus is, Enter presses its buttons."""
        pressed = next((each for each in (self.whole, self.exact) if each.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif pressed is None or not entered_on(pressed, event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(tr("Find"))
        self.field.setPlaceholderText(tr("Find in every language, in amendments and footnotes"))
        self.field.setToolTip(self.field.placeholderText())
        self.field.setAccessibleName(tr("Words to find"))
        self.whole.setText(tr("Whole words"))
        self.whole.setAccessibleName(tr("Whole words"))
        self.exact.setText(tr("Exact"))
        self.exact.setAccessibleName(tr("Exact"))
        self.exact.setToolTip(tr("Capitals and accents as they are typed"))
        self.before.set_words(tr("Previous match"), "Shift+F3")
        self.next.set_words(tr("Next match"), "F3")
        self.throughout.set_words(tr("Change throughout…"))
        self.close_button.set_words(tr("Close"), "Esc")
        self.list.setAccessibleName(tr("What was found"))
        self._fit()
