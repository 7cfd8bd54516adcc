"""A page over the list of amendments: a heading with its buttons, what is known at the left, and the
amendments that it is about at the right, each with its number and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.parts.controls import Elided, HairLine, Label, PrimaryButton, QuietButton, SectionTitle
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import Banner, clear_layout


class ChangesPage(Retranslating, QWidget):
    """Base of the pages. A subclass fills ``side`` and calls :meth:`add_change`. Signals: ``left()``."""

    left = Signal()

    def __init__(self, *before: QWidget) -> None:
        """*before* stand in the head before the two buttons."""
        super().__init__()
        self.heading = Elided("title")
        self.leave_button, self.accept_button = QuietButton(), PrimaryButton()
        self.banner = Banner()
        self.side_title, self.changes_title = SectionTitle(), SectionTitle()
        self.facts = Label(wrap=True)
        self.warnings = Label("small", wrap=True)
        self.side = QVBoxLayout()
        self.changes = QWidget()
        self.grid = QGridLayout(self.changes)
        self.listed = QScrollArea()
        self._lay_out(before)
        self.leave_button.clicked.connect(self.left)
        self.accept_button.clicked.connect(self.accept)

    def _lay_out(self, before: Sequence[QWidget]) -> None:
        head = BrokenLine(10)
        head.add(self.heading, 1)
        for widget in (*before, self.leave_button, self.accept_button):
            head.add(widget)
        side = QVBoxLayout()
        side.setContentsMargins(14, 12, 14, 12)
        side.setSpacing(10)
        for widget in (self.side_title, self.facts):
            side.addWidget(widget)
        side.addLayout(self.side)
        side.addWidget(self.warnings)
        side.addStretch(1)
        self.changes.setProperty("surface", "clear")
        self.grid.setContentsMargins(4, 6, 14, 14)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(14)
        self.grid.setColumnStretch(1, 1)
        self.listed.setWidget(self.changes)
        self.listed.setWidgetResizable(True)
        self.listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # with nothing in it to press, the arrows must scroll it
        self.listed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.listed.setProperty("role", "page")
        main = QVBoxLayout()
        main.setContentsMargins(14, 12, 14, 0)
        main.addWidget(self.changes_title)
        main.addWidget(self.listed, 1)
        panes = QHBoxLayout()
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        panes.addLayout(side, 2)
        panes.addWidget(HairLine(vertical=True))
        panes.addLayout(main, 3)
        surface = QFrame()
        surface.setProperty("role", "card")
        surface.setLayout(panes)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.banner)
        column.addWidget(surface, 1)

    def take_to_side(self, fields: Iterable[QWidget]) -> None:
        """Have Tab come to *fields*, which stand in the side, behind the head and before the list, whenever
        they were made."""
        before: QWidget = self.accept_button
        for field in fields:
            QWidget.setTabOrder(before, field)
            before = field

    def accept(self) -> None:
        """Do what the page is for."""
        raise NotImplementedError

    def clear_changes(self) -> None:
        """Show no amendment."""
        for row in range(self.grid.rowCount()):
            self.grid.setRowStretch(row, 0)
        clear_layout(self.changes)

    def add_change(self, at: int, leading: QWidget, number: str, says: str) -> None:
        """Show one amendment in the line *at*, behind the widget *leading*."""
        words = Label(text=says, wrap=True)
        words.setFont(fonts.text(15))
        words.setAccessibleName(f"{number}: {says}")
        self.grid.addWidget(leading, at, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(words, at, 1)
        self.grid.setRowStretch(at, 0)
        self.grid.setRowStretch(at + 1, 1)

    def show_warnings(self, lines: Sequence[str]) -> None:
        """Say at the left what is to be known before the page is left by its button."""
        self.warnings.setText("\n".join(lines))
        self.warnings.setVisible(bool(lines))

    def retranslate(self) -> None:
        """Set the words that every page has."""
        self.leave_button.set_words(tr("Cancel"), "Esc")
