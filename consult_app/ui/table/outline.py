"""The outline at the left of the Table: one row a node, a state mark, first words, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size, Weight
from consult_app.ui.look.icons import Status, paint_icon, paint_status
from consult_app.ui.look.theme import Theme
from consult_app.ui.table.outline_rows import OutlineRow
from consult_app.ui.text.markers import marker_width, paint_marker

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
NOTED_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_LIKE_HEADINGS: Final = frozenset({"heading", "group"})
_NUMBER: Final = 38
_RING: Final = 2
_AROUND: Final = 2
"""How many rows before and after the one at hand are in sight."""
STRIP: Final = 76
"""How wide the outline is where there is room for marks and numbers alone, in steps of the type scale."""


class OutlineModel(QAbstractListModel):
    """The rows, by position and by node."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[OutlineRow] = []
        self.noted: frozenset[str] = frozenset()
        self.strip = False
        self._places: dict[str, int] = {}

    def show(self, rows: Sequence[OutlineRow]) -> None:
        """Show *rows*: only those that differ are announced, unless nodes came, went or moved."""
        new = list(rows)
        if [row.node for row in new] != [row.node for row in self.rows]:
            self.beginResetModel()
            self.rows = new
            self._places = {row.node: place for place, row in enumerate(new) if row.node}
            self.endResetModel()
            return
        for place, (old, now) in enumerate(zip(self.rows, new, strict=True)):
            if old != now:
                self.replace(place, now)

    def replace(self, place: int, row: OutlineRow) -> None:
        """Put *row* at *place*."""
        before = self.rows[place]
        if before != row:
            self.rows[place] = row
            index = self.index(place)
            self.dataChanged.emit(index, index)
            if before.kind != row.kind:
                self.layoutChanged.emit()

    def place_of(self, node: str) -> int:
        """Where *node* stands, -1 if it does not."""
        return self._places.get(node, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's override."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's override."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == NOTED_ROLE:
            return row.node in self.noted
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.spoken}, {tr('private note')}" if row.node in self.noted else row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.node:
            return row.spoken if self.strip else row.said
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's override: the heading of a group cannot be chosen."""
        if index.isValid() and not self.rows[index.row()].node:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OutlineDelegate(QStyledItemDelegate):
    """Paints a row: mark, label, first words, and at the right how much is left; in a ``strip`` mark and
    label alone. What lies not ``within`` the region that is painted is left: of two rows that changed Qt
    asks for all that lie between, too."""

    strip = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.within = QRegion()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt's override."""
        row: OutlineRow = index.data(ROW_ROLE)
        return QSize(0, fonts.pixels(32 if row.kind in _LIKE_HEADINGS else 27))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's override."""
        rect: QRect = option.rect
        if not self.within.intersects(rect):
            return
        row: OutlineRow = index.data(ROW_ROLE)
        palette = Theme.current()
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palette.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(palette.accent))
        elif state & QStyle.StateFlag.State_MouseOver and row.node:
            painter.fillRect(rect, QColor(palette.hover))
        if state & QStyle.StateFlag.State_HasFocus:
            # by whole pixels: a line may lie half a pixel beyond the row, and stays there once it is scrolled
            for side in (
                rect.adjusted(0, 0, 0, _RING - rect.height()),
                rect.adjusted(0, rect.height() - _RING, 0, 0),
                rect.adjusted(0, 0, _RING - rect.width(), 0),
                rect.adjusted(rect.width() - _RING, 0, 0, 0),
            ):
                painter.fillRect(side, QColor(palette.focus))
        if index.data(NOTED_ROLE) and not self.strip:
            rect = self._paint_noted(painter, rect)
        if self.strip:
            self._paint_narrow(painter, rect, row)
        elif row.kind in _LIKE_HEADINGS:
            self._paint_heading(painter, rect, row)
        else:
            self._paint_node(painter, rect, row)
        painter.restore()

    def _paint_narrow(self, painter: QPainter, rect: QRect, row: OutlineRow) -> None:
        palette, px = Theme.current(), fonts.pixels
        if row.kind in _LIKE_HEADINGS:
            rule = QRect(rect.left() + px(10), rect.center().y() + px(3), rect.width() - px(20), 1)
            painter.fillRect(rule, QColor(palette.edge))
            return
        mark = px(15)
        inside = rect.adjusted(px(5 + 2 * min(row.depth, 3)), 0, -px(2), 0)
        where = QRectF(inside.left(), inside.center().y() - mark / 2 + 0.5, mark, mark)
        paint_status(painter, where, row.status, palette)
        inside.setLeft(inside.left() + px(18))
        painter.setFont(fonts.window(Size.CAPTION))
        painter.setPen(QColor(palette.ink))
        words = row.label or row.words
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_noted(self, painter: QPainter, rect: QRect) -> QRect:
        """Paint the sign of a private note at the right; returns the room that is left."""
        side, edge = fonts.pixels(13), fonts.pixels(12)
        where = QRectF(rect.right() - edge - side, rect.center().y() - side / 2 + 1, side, side)
        paint_icon(painter, where, "private", Theme.current().dim, 1.8)
        return rect.adjusted(0, 0, -side - fonts.pixels(4), 0)

    def _paint_heading(self, painter: QPainter, rect: QRect, row: OutlineRow) -> None:
        palette, metrics = Theme.current(), QFontMetrics(fonts.window(Size.SMALL, Weight.SEMIBOLD))
        inside = rect.adjusted(fonts.pixels(14), fonts.pixels(7), -fonts.pixels(14), 0)
        if row.node and row.status is not Status.OPEN:
            # a ring at every heading would be noise: only what has become of it is shown
            mark = fonts.pixels(14)
            where = QRectF(inside.right() - mark + 1, inside.center().y() - mark / 2, mark, mark)
            paint_status(painter, where, row.status, palette)
            inside.setRight(inside.right() - mark - fonts.pixels(6))
            inside = self._paint_tail(painter, inside, row.tail if row.tail.isdigit() else "")
        font = fonts.window(Size.SMALL, Weight.SEMIBOLD)
        font.setStrikeOut(row.deleted)
        painter.setFont(font)
        painter.setPen(QColor(palette.dim))
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_node(self, painter: QPainter, rect: QRect, row: OutlineRow) -> None:
        palette = Theme.current()
        px = fonts.pixels
        inside = rect.adjusted(px(14 + 16 * min(row.depth, 3)), 0, -px(14), 0)
        mark = px(15)
        paint_status(
            painter,
            QRectF(inside.left(), inside.center().y() - mark / 2 + 0.5, mark, mark),
            row.status,
            palette,
        )
        inside.setLeft(inside.left() + px(24))
        if inside.width() > px(120) or row.tail[:1].isdigit():
            # where room is short, words say more than "amended": the mark says that it is done
            inside = self._paint_tail(painter, inside, row.tail)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(fonts.window())
        if row.label:
            painter.setPen(QColor(palette.dim))
            font, metrics = fonts.window(), painter.fontMetrics()
            # on the whole pixel on which drawText sets the words beside it
            baseline = inside.top() + (inside.height() - metrics.height()) // 2 + metrics.ascent()
            paint_marker(painter, QPointF(inside.left(), baseline), row.label, font)
            wide, usual = marker_width(row.label, font), px(_NUMBER)
            inside.setLeft(inside.left() + (usual if wide + px(3) <= usual else round(wide) + px(8)))
        font = fonts.window()
        font.setStrikeOut(row.deleted)
        painter.setFont(font)
        painter.setPen(QColor(palette.dim if row.deleted else palette.ink))
        words = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, middle, words)

    def _paint_tail(self, painter: QPainter, inside: QRect, tail: str) -> QRect:
        if not tail:
            return inside
        painter.setFont(fonts.window(Size.SMALL))
        painter.setPen(QColor(Theme.current().dim))
        most = max(fonts.pixels(40), inside.width() // 2)
        shown = painter.fontMetrics().elidedText(tail, Qt.TextElideMode.ElideRight, most)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inside, int(side), shown)
        wide = painter.fontMetrics().horizontalAdvance(shown) + fonts.pixels(8)
        return inside.adjusted(0, 0, -wide, 0)


class Outline(Retranslating, QListView):
    """The list itself. Up and Down move; Enter goes on to the amendments.

    Signals: ``node_chosen(node)`` when a person moves to another row; ``entered_on()`` on Enter;
    ``letter_typed()`` for a letter that is no key here.
    """

    node_chosen = Signal(str)
    entered_on = Signal()
    letter_typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = OutlineModel(self)
        self.setModel(self.rows_model)
        self._delegate = OutlineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setProperty("surface", "clear")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(self._activated)
        Theme.instance().changed.connect(self._lay_out)
        self._telling = False
        self.retranslate()

    def retranslate(self) -> None:
        """Name the list; its rows are given in the window's language."""
        self.setAccessibleName(tr("Outline of the text"))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Qt's override: a row that reads otherwise is painted anew. Its height is that of its kind: the
        list need not be laid out, for which Qt would measure every row."""
        for place in range(first.row(), last.row() + 1):
            self.update(self.rows_model.index(place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: it covers itself, as the text does."""
        QPainter(self.viewport()).fillRect(event.rect(), QColor(Theme.current().ground))
        self._delegate.within = event.region()
        super().paintEvent(event)

    def show_rows(self, rows: Sequence[OutlineRow], current: str) -> None:
        """Show *rows*, with *current* as the row at hand, without a signal."""
        self._telling = True
        try:
            self.rows_model.show(rows)
            self._select(current)
        finally:
            self._telling = False

    def show_strip(self, strip: bool) -> None:
        """Show marks and numbers alone, or words too; a strip says the rest in its tooltips."""
        if strip != self._delegate.strip:
            self._delegate.strip = self.rows_model.strip = strip
            self.viewport().update()

    def show_noted(self, nodes: frozenset[str]) -> None:
        """Show at which of the *nodes* there is a private note."""
        if nodes != self.rows_model.noted:
            self.rows_model.noted = nodes
            self.viewport().update()

    def choose(self, node: str) -> None:
        """Make *node* the row at hand, without a signal."""
        self._telling = True
        try:
            self._select(node)
        finally:
            self._telling = False

    def _select(self, node: str) -> None:
        place = self.rows_model.place_of(node)
        index = self.rows_model.index(place) if place >= 0 else QModelIndex()
        if index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """Show the row at hand, with a few of those before and after it."""
        at = self.currentIndex()
        if at.isValid():
            last = self.rows_model.rowCount() - 1
            for place in (min(last, at.row() + _AROUND), max(0, at.row() - _AROUND), at.row()):
                self.scrollTo(self.rows_model.index(place))

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, before: QModelIndex) -> None:
        if not self._telling and current.isValid():
            node = self.rows_model.rows[current.row()].node
            if node:
                self.node_chosen.emit(node)

    def keyboardSearch(self, search: str) -> None:
        """Qt's override: a letter decides among the amendments. Here it must not lead to the paragraph that
        happens to begin with it."""
        self.letter_typed.emit()

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.entered_on.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: the row at hand stays in sight when a banner takes room."""
        super().resizeEvent(event)
        self._bring_into_sight()

    @Slot()
    def _lay_out(self) -> None:
        self.scheduleDelayedItemsLayout()
