"""A fact whose strong part ends in an ellipsis where room is short, such as what undo would take back."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from consult_app.ui.controls import Chip

_LEAST = "m" * 18
"""What is left of the strong part before the line that the chip stands in is broken: two lines are no higher
than the bar that they stand in."""


class YieldingChip(Chip):
    """A chip that takes the room there is: first its strong part is cut, then its tail (a key) is left out.
    A screen reader hears the whole; where it is cut, so says the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt's override: the whole in one line."""
        return QSize(self._wide(*self._parts[:3]), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Qt's override: the whole where it is short, else the words and part of what they are about."""
        words, strong, tail = self._parts[:3]
        least = min(self._wide(words, _LEAST), self._wide(words, strong, tail))
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: more of it has room now, or less."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._render()

    def fitted(self) -> tuple[str, str, str, str, str]:
        """Return the parts as there is room for them."""
        words, strong, tail, mark, tone = self._parts
        room = self.contentsRect().width()
        cut = self._wide(words, strong, tail) > room
        whole = " ".join(part for part in (words, strong, tail) if part)
        self.setToolTip(escape(whole) if cut else "")
        if cut:
            if self._wide(words, _LEAST, tail) > room:
                tail = ""
            free = room - self._wide(words, "", tail) - self.fontMetrics().horizontalAdvance(" ")
            strong = self._strong().elidedText(strong, Qt.TextElideMode.ElideRight, max(0, free))
        return words, strong, tail, mark, tone

    def _strong(self) -> QFontMetrics:
        font = self.font()
        font.setBold(True)
        return QFontMetrics(font)

    def _wide(self, words: str, strong: str, tail: str = "") -> int:
        """How wide these parts are beside each other, with what stands around them."""
        plain = self.fontMetrics()
        said = [plain.horizontalAdvance(part) for part in (words, tail) if part]
        said += [self._strong().horizontalAdvance(strong)] if strong else []
        return sum(said) + plain.horizontalAdvance(" ") * max(0, len(said) - 1) + 2
