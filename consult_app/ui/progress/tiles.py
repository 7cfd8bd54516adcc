"""The figures at the head of the Progress station: large numbers, each with a line of words under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from consult_app.ui import fonts
from consult_app.ui.controls import Elided, HairLine, Label, set_property
from consult_app.ui.fonts import Weight
from consult_app.ui.panels import Card
from consult_app.ui.theme import Theme

_LARGE = 26


class Tile(QWidget):
    """One figure: the number, what follows it in smaller type, and the words under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "clear")
        self.number = Label()
        self.beside = Elided("dim")
        self.words = Label("small", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 12)
        column.setSpacing(1)
        column.addLayout(line)
        column.addWidget(self.words)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        Theme.instance().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.number.setFont(fonts.window(_LARGE, Weight.SEMIBOLD))

    def show_figure(self, number: str, words: str, beside: str = "", tone: str = "") -> None:
        """Show *number*, *beside* it, and *words* below; a screen reader hears them as one sentence."""
        self.number.setText(number)
        set_property(self.number, "tone", tone)
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))
        self.words.setText(words)
        self.setAccessibleName(" ".join(part for part in (number, beside, words) if part))


class Tiles(Card):
    """Tiles side by side in one card, with hairlines between them; *shares* are their widths."""

    def __init__(self, *shares: int) -> None:
        super().__init__()
        self.tiles = tuple(Tile() for _ in shares)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for place, tile in enumerate(self.tiles):
            if place:
                row.addWidget(HairLine(vertical=True))
            row.addWidget(tile, shares[place])
