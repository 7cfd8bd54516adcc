"""What every chart of the window is: painted by the theme, read by mouse, by key and by screen reader.

A chart lays its data out into marks, each with words of its own. The mark under the mouse, or the one
reached by the arrow keys, is told in a small panel beside it, and announced.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from consult_app.ui.announcing import announce, describe
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size
from consult_app.ui.look.theme import Theme

_TOLD_WIDTH: Final = 300
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True)
class Mark:
    """Something in a chart that can be pointed at: ``area`` is where the mouse finds it, ``at`` the
    point that its words stand over."""

    area: QRectF
    at: QPointF
    words: str


class Chart(QWidget):
    """Base of the charts. A subclass lays out in :meth:`lay_out` and paints in :meth:`paint_chart`.

    Signals: ``mark_reached(place)`` when another mark is at hand, -1 for none.
    """

    mark_reached = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.marks: Sequence[Mark] = ()
        self._reached = self._pointed = -1
        self._laid_out = False
        self._name = self._summary = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        Theme.instance().changed.connect(self.look_again)

    # what a subclass gives

    def lay_out(self, room: QRectF) -> Sequence[Mark]:
        """Place everything within *room* and return the marks, in the order of the arrow keys."""
        raise NotImplementedError

    def paint_chart(self, painter: QPainter, room: QRectF) -> None:
        """Paint what was laid out."""
        raise NotImplementedError

    # what is shown

    def set_words(self, name: str, summary: str) -> None:
        """Set how a screen reader calls the chart, and what it says of the whole."""
        self._name, self._summary = name, summary
        self._say()

    def look_again(self) -> None:
        """Lay out and paint anew: the data, the size, the look or the language are others."""
        self._laid_out = False
        self._pointed = -1
        self.updateGeometry()
        self.update()

    def settle(self) -> None:
        """Lay out now if it is still to be done (the marks are current after it)."""
        if self._laid_out:
            return
        self._laid_out = True
        self.marks = self.lay_out(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        if self._reached >= len(self.marks):
            self._reached = -1
        self._say()

    @property
    def at_hand(self) -> int:
        """The place of the mark at hand: the one under the mouse, else the one reached by key; or -1."""
        return self._pointed if self._pointed >= 0 else self._reached

    @property
    def told(self) -> str:
        """The words of the mark at hand, "" for none."""
        return self.marks[self.at_hand].words if 0 <= self.at_hand < len(self.marks) else ""

    def reach(self, place: int) -> None:
        """Bring the mark *place* to hand (-1 for none), and have it read out."""
        self.settle()
        self._pointed = -1
        self._reached = place if 0 <= place < len(self.marks) else -1
        self._say()
        announce(self, self.told)
        self.mark_reached.emit(self._reached)
        self.update()

    def _say(self) -> None:
        self.setAccessibleName(self._name)
        said = self.marks[self._reached].words if 0 <= self._reached < len(self.marks) else self._summary
        describe(self, said)

    # mouse and keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: arrows go from mark to mark, Home and End to the first and last, Esc leaves."""
        self.settle()
        key, count = Qt.Key(event.key()), len(self.marks)
        if key in _STEPS and count:
            start = self._reached if self._reached >= 0 else (-1 if _STEPS[key] > 0 else count)
            self.reach(min(max(0, start + _STEPS[key]), count - 1))
        elif key == Qt.Key.Key_Home and count:
            self.reach(0)
        elif key == Qt.Key.Key_End and count:
            self.reach(count - 1)
        elif key == Qt.Key.Key_Escape and self._reached >= 0:
            self.reach(-1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's override: tell the mark under the mouse."""
        self.settle()
        where = event.position()
        found = next((at for at, mark in enumerate(self.marks) if mark.area.contains(where)), -1)
        if found != self._pointed:
            self._pointed = found
            self.mark_reached.emit(self.at_hand)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's override: the mouse tells nothing any more."""
        super().leaveEvent(event)
        if self._pointed >= 0:
            self._pointed = -1
            self.mark_reached.emit(self.at_hand)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's override: show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's override: nothing is at hand by key any more."""
        super().focusOutEvent(event)
        if self._reached >= 0:
            self.reach(-1)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: lay out for the new size."""
        super().resizeEvent(event)
        self._laid_out = False

    def minimumSizeHint(self) -> QSize:
        """Qt's override: a chart can be narrow, but not flat."""
        return QSize(fonts.pixels(180), self.sizeHint().height())

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: the chart, the ring of the focus, and the words of the mark at hand."""
        self.settle()
        palette = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_chart(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2))
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if self.told:
            self._paint_told(painter, self.marks[self.at_hand])

    def _paint_told(self, painter: QPainter, mark: Mark) -> None:
        palette, font = Theme.current(), fonts.window(Size.CAPTION)
        metrics = QFontMetricsF(font)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
        widest = min(float(fonts.pixels(_TOLD_WIDTH)), self.width() - 36.0)
        words = metrics.boundingRect(QRectF(0, 0, widest, 10_000), flags, mark.words)
        box = QRectF(0, 0, words.width() + 22, words.height() + 14)
        box.moveLeft(max(4.0, min(mark.at.x() - box.width() / 2, self.width() - box.width() - 4)))
        above, below = mark.at.y() - 10 - box.height(), mark.at.y() + 12
        box.moveTop(above if above >= 2 else min(below, self.height() - box.height() - 4))
        painter.setPen(QPen(QColor(palette.edge), 1))
        painter.setBrush(QColor(palette.panel))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(QColor(palette.ink))
        painter.setFont(font)
        painter.drawText(box.adjusted(11, 7, -9, -6), flags, mark.words)


def advance(font: QFont, words: str) -> float:
    """How wide *words* are in *font*."""
    return QFontMetricsF(font).horizontalAdvance(words)


def write(painter: QPainter, font: QFont, ink: str, area: QRectF, words: str, side: Qt.AlignmentFlag) -> None:
    """Write one line of *words* into *area*, in the middle of its height, at the *side* named; what is
    too long ends in an ellipsis."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width() + 1)
    painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), cut)
