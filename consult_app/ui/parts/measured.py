"""Labels and buttons whose words are measured once.

Qt works the size of a label or a button out anew whenever a layout asks for it, and the layouts around a
column of cards ask dozens of times for each decision.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton

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


class MeasuredButton(QPushButton):
    """A button that keeps its size until its words, its sign, its font or its style change; it is never
    smaller than what it says."""

    def __init__(self) -> None:
        super().__init__()
        self._size: QSize | None = None

    def measure(self) -> QSize:
        """Return the size that the button needs now, measured anew."""
        return super().sizeHint()

    def measure_anew(self) -> None:
        """What the button says is another: let the layouts ask again."""
        self._size = None
        self.updateGeometry()

    def setText(self, words: str) -> None:
        """Qt's override: other words have another size."""
        self._size = None
        super().setText(words)

    def setIcon(self, icon: QIcon | QPixmap) -> None:
        """Qt's override: a sign needs room beside the words."""
        self._size = None
        super().setIcon(icon)

    def setIconSize(self, size: QSize) -> None:
        """Qt's override: a larger sign needs more."""
        self._size = None
        super().setIconSize(size)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: the words may be set in another type."""
        if event.type() in _NEW_SIZE:
            self._size = None
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Qt's override."""
        if self._size is None:
            self._size = self.measure()
        return self._size

    def minimumSizeHint(self) -> QSize:
        """Qt's override: words and key are never cut."""
        return self.sizeHint()
