"""A form at the side of a station: heading, rows, and the two buttons below; Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consult_app.ui.forms.kept_form import KeptForm
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import FormRow


class SideForm(Retranslating, KeptForm, QWidget):
    """Base of the forms at the side; what is written in one that has a ``what`` is never lost.

    A subclass adds its rows with :meth:`add_row` and overrides ``attempt()``. Signals: ``left()`` when
    the form is given up.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Label("heading")
        self.rows: dict[str, FormRow] = {}
        self.accept_button = PrimaryButton()
        self.leave_button = QuietButton()
        self._inside = QWidget()
        self._inside.setProperty("surface", "panel")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(16, 2, 16, 8)
        self.column.setSpacing(10)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        self._scroll = scroll
        buttons = BrokenLine()
        buttons.setContentsMargins(16, 0, 16, 14)
        buttons.add_stretch()
        buttons.add(self.leave_button)
        buttons.add(self.accept_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 14, 0, 0)
        outer.setSpacing(10)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.heading)
        outer.addLayout(head)
        outer.addWidget(scroll, 1)
        outer.addWidget(buttons)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._asked)
        self.accept_button.clicked.connect(self._asked)
        self.leave_button.clicked.connect(self.left)

    def _asked(self) -> None:
        self.attempt()

    def add_row(self, name: str, field: QWidget, beside: QWidget | None = None) -> FormRow:
        """Add a labelled field under the rows there are."""
        self.rows[name] = FormRow(field, beside)
        self.column.addWidget(self.rows[name])
        return self.rows[name]

    def to_top(self) -> None:
        """Show the form from its first row on."""
        self._scroll.verticalScrollBar().setValue(0)

    def bring_into_sight(self, first: QWidget, last: QWidget) -> None:
        """Show the rows from *first* to *last*; where there is no room for all of them, from *first* on."""
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        top, bottom = first.y(), last.y() + last.height()
        if bottom > bar.value() + room:
            bar.setValue(bottom - room)
        bar.setValue(min(bar.value(), top))

    def attempt(self) -> None:
        """Do what the form is for, if it is filled in well enough."""
        raise NotImplementedError

    def clear_problems(self) -> None:
        """Take away what was said to be wrong."""
        for row in self.rows.values():
            row.set_problem("")

    def set_heading(self, heading: str, accept: str) -> None:
        """Set the words of heading and buttons."""
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        self.accept_button.set_words(accept, "Ctrl+Return")
        self.leave_button.set_words(tr("Cancel"), "Esc")

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: the buttons were there before the rows, but Tab comes to them after."""
        super().showEvent(event)
        held: QWidget | None = None
        at: QWidget | None = self._inside.nextInFocusChain()
        while at is not None and at is not self._inside:
            if at.focusPolicy() & Qt.FocusPolicy.TabFocus and self._inside.isAncestorOf(at):
                held = at
            at = at.nextInFocusChain()
        for button in (self.leave_button, self.accept_button):
            if held is not None:
                QWidget.setTabOrder(held, button)
            held = button

    def event(self, event: QEvent) -> bool:
        """Qt's override: before the form gives way to another, its words are kept."""
        self.hidden_to_parent(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
