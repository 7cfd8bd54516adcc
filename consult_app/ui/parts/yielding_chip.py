"""A fact whose strong part ends in an ellipsis where room is short, such as what undo would take back."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from consult_app.ui.parts.chips import Chip

_LEAST = "m" * 18
"""What is left of the strong part before the line that the chip stands in is broken: two lines are no higher
than the bar that they stand in."""


class YieldingChip(Chip):
    """A chip that takes the room there is: first its strong part is cut, then its tail (a key) is left out.
    A screen reader hears the whole; where it is cut, so says the tooltip."""

    def __init__(self, least: str = _LEAST, *, keeps_tail: bool = False) -> None:
        """*least* of the strong part is left; one that *keeps_tail*, such as a clock, has it in any case."""
        super().__init__()
        self._least, self._keeps_tail = least, keeps_tail
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt's override: the whole in one line."""
        words, strong, tail, mark, _tone = self._parts
        return QSize(self._wide(words, _marked(mark, strong), tail), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Qt's override: the whole where it is short, else the words and part of what they are about."""
        words, strong, tail, mark, _tone = self._parts
        kept = tail if self._keeps_tail else ""
        shortest, whole = _marked(mark, self._least), _marked(mark, strong)
        least = min(self._wide(words, shortest, kept), self._wide(words, whole, tail))
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: more of it has room now, or less."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._render()

    def fitted(self) -> tuple[str, str, str, str, str]:
        """Return the parts as there is room for them."""
        words, strong, tail, mark, tone = self._parts
        room = self.width()
        cut = self._wide(words, _marked(mark, strong), tail) > room
        whole = " ".join(part for part in (words, strong, tail) if part)
        self.setToolTip(escape(whole) if cut else "")
        if cut:
            if not self._keeps_tail and self._wide(words, _marked(mark, self._least), tail) > room:
                tail = ""
            before = self._strong().horizontalAdvance(_marked(mark, ""))
            free = room - self._wide(words, "", tail) - self.fontMetrics().horizontalAdvance(" ") - before
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
        # Qt indents the words of a label that has a frame, such as the round one of a chip
        around = self.width() - self.contentsRect().width()
        around += plain.horizontalAdvance("x") if self.frameWidth() else 0
        return sum(said) + plain.horizontalAdvance(" ") * max(0, len(said) - 1) + 2 + around


def _marked(mark: str, strong: str) -> str:
    return f"{mark} {strong}" if mark else strong
