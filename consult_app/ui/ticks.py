"""A box to tick, drawn with the palette: the frame of an empty one must be seen on every ground."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from consult_app.ui import fonts
from consult_app.ui.icons import paint_icon
from consult_app.ui.theme import Theme

_SIDE, _GAP, _ROUND = 17, 8, 4


class TickBox(QCheckBox):
    """A check box whose frame, tick and focus ring are painted, not left to the platform's style."""

    def sizeHint(self) -> QSize:
        """Qt's override: the box, and its words where it has any."""
        side = fonts.pixels(_SIDE)
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text()) + _GAP if self.text() else 0
        return QSize(side + words + 6, max(side, metrics.height()) + 6)

    def minimumSizeHint(self) -> QSize:
        """Qt's override: words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Qt's override: the words belong to the box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        palette, side = Theme.current(), fonts.pixels(_SIDE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(3, (self.height() - side) / 2, side, side)
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
        painter.setPen(QPen(QColor(frame), 1.2))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), _ROUND, _ROUND)
        if on:
            sign = palette.on_accent if self.isEnabled() else palette.dim
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", sign, 2.6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), _ROUND + 2, _ROUND + 2)
        if self.text():
            painter.setPen(QColor(palette.ink if self.isEnabled() else palette.dim))
            room = self.rect().adjusted(3 + side + _GAP, 0, 0, 0)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text()
            )
