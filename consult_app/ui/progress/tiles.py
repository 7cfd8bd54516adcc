"""The figures at the head of the Progress station: large numbers, each with a line of words under it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Weight
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Elided, HairLine, Label, set_property
from consult_app.ui.parts.panels import Card

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
    """Tiles side by side in one card, with hairlines between them; *shares* are their widths. Where there is
    no room for all abreast, they stand in two rows."""

    def __init__(self, *shares: int) -> None:
        super().__init__()
        self.tiles = tuple(Tile() for _ in shares)
        self._shares = shares
        self._abreast = 0
        self._upright = [HairLine(vertical=True) for _ in shares]
        self._across = HairLine()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        self._place(len(shares))

    def _place(self, abreast: int) -> None:
        """Put so many tiles into each row."""
        if abreast == self._abreast:
            return
        self._abreast = abreast
        # every second row and column is a line
        for place, (tile, line) in enumerate(zip(self.tiles, self._upright, strict=True)):
            row, column = 2 * (place // abreast), 2 * (place % abreast)
            self._grid.addWidget(tile, row, column)
            self._grid.addWidget(line, row, column + 1)
            line.setVisible((place + 1) % abreast > 0 and place + 1 < len(self.tiles))
            self._grid.setColumnStretch(2 * place, self._shares[place] if place < abreast else 0)
        self._grid.addWidget(self._across, 1, 0, 1, 2 * abreast)
        self._across.setVisible(abreast < len(self.tiles))

    def _needs(self, abreast: int) -> int:
        """The width that so many abreast need at least."""
        least = [tile.minimumSizeHint().width() for tile in self.tiles]
        rows = (sum(least[start : start + abreast]) for start in range(0, len(least), abreast))
        return max(rows, default=0) + abreast

    def minimumSizeHint(self) -> QSize:
        """Qt's override: in two rows."""
        half = (len(self.tiles) + 1) // 2
        return QSize(self._needs(half) + 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: there is room for all abreast, or there is not."""
        super().resizeEvent(event)
        many = len(self.tiles)
        self._place(many if self._needs(many) <= self.width() else (many + 1) // 2)
