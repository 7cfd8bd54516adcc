"""A box to tick, drawn with the palette: the frame of an empty one must be seen on every ground."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from consult_app.ui.look import fonts
from consult_app.ui.look.icons import paint_icon
from consult_app.ui.look.theme import Theme

_SIDE, _GAP, _ROUND = 17, 8, 4
BESIDE_BOX = _AFTER = _AROUND = 3
"""Room for the ring of the focus."""
_HIGHEST = 10_000
_DASH_INSET = 0.26
"""What is free on each side of the dash that stands for "some", of the side of the box."""


def box_height() -> int:
    """How high a box is, with the words beside it in one line: in pixels, at the scale in force."""
    return fonts.pixels(_SIDE) + 2 * _AROUND


class TickBox(QCheckBox):
    """A check box whose frame, tick and focus ring are painted, not left to the platform's style; where it
    ``wraps``, its words take several lines in a column that is narrower than they are. One that stands for
    several things shows that some of them are so; whoever presses it then has all of them."""

    def __init__(self, words: str = "", *, wraps: bool = False) -> None:
        super().__init__(words)
        self._wraps = wraps
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Qt's override: the box, and its words where it has any."""
        side = fonts.pixels(_SIDE)
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text()) + _GAP if self.text() else 0
        return QSize(side + words + 2 * _AROUND, max(box_height(), metrics.height() + 2 * _AROUND))

    def minimumSizeHint(self) -> QSize:
        """Qt's override: words are never cut, but may be broken into lines."""
        whole = self.sizeHint()
        if not self._wraps:
            return whole
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(min(whole.width(), self._before() + longest + _AFTER), whole.height())

    def heightForWidth(self, width: int) -> int:
        """Qt's override: a narrow one has several lines."""
        room = QRect(0, 0, max(1, width - self._before()), _HIGHEST)
        words = self.fontMetrics().boundingRect(room, self._flags(), self.text())
        return max(box_height(), words.height() + 2 * _AROUND)

    def _before(self) -> int:
        """What stands before the words: the box, and air."""
        return BESIDE_BOX + fonts.pixels(_SIDE) + _GAP

    def _flags(self) -> int:
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return int(middle) | (int(Qt.TextFlag.TextWordWrap) if self._wraps else 0)

    def nextCheckState(self) -> None:
        """Qt's override: nobody chooses the state in between."""
        on = self.checkState() == Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def hitButton(self, pos: QPoint) -> bool:
        """Qt's override: the words belong to the box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        palette, side = Theme.current(), fonts.pixels(_SIDE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # on whole pixels: a line between two of them is half as strong on both
        box = QRectF(BESIDE_BOX, (self.height() - side) // 2, side, side)
        on = self.isChecked()
        fill = (
            palette.accent
            if on and self.isEnabled()
            else palette.panel
            if self.isEnabled()
            else palette.ground
        )
        frame = (
            palette.accent if on and self.isEnabled() else palette.edge if self.isEnabled() else palette.line
        )
        pen = QPen(QColor(frame), 1.2)
        if palette.high_contrast and not self.isEnabled():
            pen = QPen(QColor(palette.off), 1.2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), _ROUND, _ROUND)
        if on:
            sign = palette.on_accent if self.isEnabled() else palette.off
            if self.checkState() == Qt.CheckState.PartiallyChecked:
                inset = side * _DASH_INSET
                dash = QRectF(box.x() + inset, box.center().y() - 1, side - 2 * inset, 2)
                painter.fillRect(dash, QColor(sign))
            else:
                paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", sign, 2.6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), _ROUND + 2, _ROUND + 2)
        if self.text():
            painter.setPen(QColor(palette.ink if self.isEnabled() else palette.off))
            painter.drawText(self.rect().adjusted(self._before(), 0, 0, 0), self._flags(), self.text())
