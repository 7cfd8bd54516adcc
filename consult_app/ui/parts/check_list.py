"""A list of lines, each with a box to tick."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from consult_app.ui.look import fonts
from consult_app.ui.look.icons import paint_icon
from consult_app.ui.look.scaled import hold
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.lists import frame_line

_KEY = Qt.ItemDataRole.UserRole
_BOX = 13


class _BoxDelegate(QStyledItemDelegate):
    """Paints box and words with the palette: the platform's own box is not to be seen on a dark ground."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Qt's override."""
        line = QStyleOptionViewItem(option)
        self.initStyleOption(line, index)
        words, line.text = line.text, ""
        on = line.checkState == Qt.CheckState.Checked
        line.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        line.state &= ~QStyle.StateFlag.State_HasFocus
        line.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, line, painter, line.widget)
        palette, side = Theme.current(), fonts.pixels(_BOX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(line.rect.x() + 4.5, line.rect.y() + (line.rect.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(palette.accent if on else palette.edge), 1.2))
        painter.setBrush(QColor(palette.accent if on else palette.panel))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            paint_icon(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), "check", palette.on_accent, 2.6)
        painter.setFont(line.font)
        painter.setPen(QColor(palette.ink))
        room = line.rect.adjusted(side + 13, 0, -4, 0)
        shown = line.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        focused = line.widget.hasFocus() and bool(line.state & QStyle.StateFlag.State_Selected)
        if focused:
            frame_line(painter, line.rect)
        painter.restore()


class CheckList(QListWidget):
    """Any of the lines that are offered; Space ticks the one at hand.

    Signals: ``ticked()`` when a person ticked or unticked a line.
    """

    ticked = Signal()

    def __init__(self, height: int = 120) -> None:
        super().__init__()
        self._chosen: list[str] = []
        self._lines: tuple[tuple[str, str], ...] = ()
        self.setItemDelegate(_BoxDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        hold(self, from_high=height)
        self.itemChanged.connect(self._changed)
        Theme.instance().changed.connect(self._fill)

    def offer(self, lines: Iterable[tuple[str, str]]) -> None:
        """Offer *lines* (key and words); what is ticked stays ticked, also while it is not offered."""
        lines = tuple(lines)
        if lines == self._lines and self.count() == len(lines):
            return
        self._lines = lines
        self._fill()

    def choose(self, keys: Iterable[str]) -> None:
        """Tick exactly *keys*, and bring the first of them into sight."""
        self._chosen = list(keys)
        self._fill()
        ticked = [at for at, (key, _words) in enumerate(self._lines) if key in self._chosen]
        if ticked:
            self.setCurrentRow(ticked[0])
            self.scrollToItem(self.item(ticked[0]), QAbstractItemView.ScrollHint.PositionAtTop)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys that are ticked, those that are offered in their order."""
        offered = [key for key, _words in self._lines if key in self._chosen]
        return (*offered, *(key for key in self._chosen if key not in offered))

    @Slot()
    def _fill(self) -> None:
        at = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for key, words in self._lines:
            item = QListWidgetItem(words)
            item.setData(_KEY, key)
            item.setToolTip(words)
            item.setSizeHint(QSize(0, fonts.line_height(fonts.window()) + fonts.pixels(8)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in self._chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
        if self._lines:
            self.setCurrentRow(min(max(at, 0), len(self._lines) - 1))
        self.blockSignals(False)

    def _changed(self, item: QListWidgetItem) -> None:
        key = str(item.data(_KEY))
        on = item.checkState() == Qt.CheckState.Checked
        self._chosen = [each for each in self._chosen if each != key] + ([key] if on else [])
        self.ticked.emit()
