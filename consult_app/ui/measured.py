"""Labels whose words are measured once.

Qt lays the words of a label out anew whenever a layout asks how tall they are, and the layouts around a
column of cards ask dozens of times for each decision.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QLabel

_NEW_SIZE = frozenset((QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ContentsRectChange))


class MeasuredLabel(QLabel):
    """A label that keeps its size hints until its words, its font or its style change."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self._measure_anew()

    def _measure_anew(self) -> None:
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None

    def setText(self, words: str) -> None:
        """Qt's override: other words have another size."""
        if words != self.text():
            self._measure_anew()
            super().setText(words)

    def setWordWrap(self, wraps: bool) -> None:
        """Qt's override: and so have the same words that wrap."""
        self._measure_anew()
        super().setWordWrap(wraps)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: or that are set in another type."""
        if event.type() in _NEW_SIZE:
            self._measure_anew()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Qt's override."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = super().heightForWidth(width)
        return known

    def sizeHint(self) -> QSize:
        """Qt's override."""
        if self._hint is None:
            self._hint = super().sizeHint()
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Qt's override."""
        if self._least is None:
            self._least = super().minimumSizeHint()
        return self._least
