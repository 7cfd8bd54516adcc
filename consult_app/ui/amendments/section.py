"""A part of what is said of one amendment: a small heading over rich text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.ui.parts.controls import Label, SectionTitle


class Section(QWidget):
    """Heading and lines; out of sight while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = SectionTitle()
        self.words = Label(wrap=True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.heading)
        column.addWidget(self.words)

    def show_lines(self, lines: list[str]) -> None:
        """Show *lines* of rich text, each on its own."""
        self.words.setText("<br>".join(lines))
        self.setVisible(bool(lines))
