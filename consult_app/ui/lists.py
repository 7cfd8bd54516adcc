"""Tables of the window: a model over a Python list, and the view that shows it.

Sorting and filtering are done on the list, in one go: a proxy model would ask for every comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from consult_app.ui import fonts
from consult_app.ui.language import tr
from consult_app.ui.palette import words_tone
from consult_app.ui.theme import Theme

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
_SAID = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_STRETCH = 130
"""What the column without a width needs at least, at scale 1."""
_PADDING = 9
"""Where the words of a heading begin, so that those of the cells stand under them."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its heading (a message id), what it shows, how it sorts, its ink and its width.

    ``tone`` gives the name of a colour of the palette, "" for the ordinary ink; ``width`` is in pixels
    at scale 1, 0 for the column that takes the room that is left. A ``spare`` column gives way where
    there is little room. ``said`` puts a sign into words: for the tooltip and for screen readers.
    """

    words: str
    text: Callable[[Row], str]
    order: Callable[[Row], Any] | None = None
    tone: Callable[[Row], str] | None = None
    width: int = 0
    strong: bool = False
    spare: bool = False
    said: Callable[[Row], str] | None = None


def _width(column: Column[Any]) -> int:
    """The width of *column* in pixels: never narrower than its heading in the language at hand."""
    if not column.width:
        return 0
    return max(fonts.pixels(column.width), _heading(column))


def _heading(column: Column[Any]) -> int:
    """The width of the heading of *column*."""
    metrics = QFontMetrics(fonts.window(fonts.Size.SMALL, fonts.Weight.SEMIBOLD))
    return metrics.horizontalAdvance(tr(column.words)) + 2 * _PADDING


class ListModel(QAbstractTableModel, Generic[Row]):
    """Rows of a list in the order of one column. ``key`` names a row for good."""

    def __init__(self, columns: Sequence[Column[Row]], key: Callable[[Row], str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.key = key
        self.rows: list[Row] = []
        self._sorted_by = -1
        self._descending = False

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show *rows*, in the order chosen last (in their own order before any was)."""
        self.beginResetModel()
        self.rows = self._ordered(list(rows))
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return where the row *key* stands, -1 where it does not."""
        return next((at for at, row in enumerate(self.rows) if self.key(row) == key), -1)

    def _ordered(self, rows: list[Row]) -> list[Row]:
        if self._sorted_by < 0:
            return rows
        column = self.columns[self._sorted_by]
        return sorted(
            rows, key=column.order or (lambda row: column.text(row).casefold()), reverse=self._descending
        )

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt's override."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt's override."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's override: words, ink and weight of a cell; the words are its tooltip as well."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in _SAID and column.said is not None:
            return column.said(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None:
            tone = column.tone(row)
            return QColor(words_tone(Theme.current(), tone)) if tone else None
        if role == Qt.ItemDataRole.FontRole and column.strong:
            return fonts.window(weight=fonts.Weight.SEMIBOLD)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt's override: the headings in the window's language, to the left."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt's override: order the list by *column*."""
        self._sorted_by = column
        self._descending = order == Qt.SortOrder.DescendingOrder
        self.show_rows(self.rows)

    def say_again(self) -> None:
        """Have headings and cells asked for anew after a change of language or look."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))


class RowDelegate(QStyledItemDelegate):
    """Paints a cell under its heading: the ink of the column also where the row is chosen, and a line
    around the row at hand while the table has the focus."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Qt's override."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        words, cell.text = cell.text, ""
        focused = bool(cell.state & QStyle.StateFlag.State_Selected) and cell.widget.hasFocus()
        cell.state &= ~QStyle.StateFlag.State_HasFocus
        cell.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.save()
        painter.setFont(cell.font)
        painter.setPen(ink if isinstance(ink, QColor) else QColor(Theme.current().ink))
        room = cell.rect.adjusted(_PADDING, 0, -4, 0)
        shown = cell.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        if focused:
            frame_line(painter, cell.rect, begins=index.column() == 0)
        painter.restore()


def frame_line(painter: QPainter, rect: QRect, *, begins: bool = True) -> None:
    """Paint in *rect* its part of the frame around the line that has the focus: above and below, and strongly
    at the left where the line *begins*."""
    focus = QColor(Theme.current().focus)
    painter.fillRect(rect.x(), rect.y(), rect.width(), 1, focus)
    painter.fillRect(rect.x(), rect.y() + rect.height() - 1, rect.width(), 1, focus)
    if begins:
        painter.fillRect(rect.x(), rect.y(), 3, rect.height(), focus)


class ListTable(QTableView, Generic[Row]):
    """The view of a :class:`ListModel`: whole rows, chosen by keys or mouse, the choice kept.

    Signals: ``row_chosen(key)`` when another row is at hand ("" for none); ``row_entered(key)`` on Enter
    or a double click.
    """

    row_chosen = Signal(str)
    row_entered = Signal(str)

    def __init__(self, model: ListModel[Row]) -> None:
        super().__init__()
        self._model = model
        self._chosen = ""
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(False)
        self.verticalHeader().hide()
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.sortIndicatorChanged.connect(self._order_asked)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        self.doubleClicked.connect(self._entered)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        Theme.instance().changed.connect(self.fit)
        self._resetting = self._narrowed = False
        self.fit()

    def fit(self) -> None:
        """Set widths and heights from the type scale."""
        self.verticalHeader().setDefaultSectionSize(fonts.line_height(fonts.window()) + fonts.pixels(12))
        header = self.horizontalHeader()
        for at, column in enumerate(self._model.columns):
            if column.width:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(at, self._wide(column))
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self._model.say_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: where room is short, spare columns give way, the last of them first; the row at hand
        stays in sight where something, such as a notice, takes room from the list."""
        at_hand = self.visualRect(self.currentIndex())
        was_seen = 0 <= at_hand.top() < event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(self.currentIndex())
        room = event.size().width() - fonts.pixels(_STRETCH)
        needed = sum(self._wide(column) for column in self._model.columns)
        for at in reversed(range(len(self._model.columns))):
            column = self._model.columns[at]
            hide = column.spare and needed > room
            self.setColumnHidden(at, hide)
            needed -= self._wide(column) if hide else 0
        self._narrow_by(needed - room)

    def _wide(self, column: Column[Row]) -> int:
        """How wide *column* is where there is room: a heading that is not seen needs none."""
        if self.horizontalHeader().isHidden():
            return fonts.pixels(column.width) if column.width else 0
        return _width(column)

    def _narrow_by(self, lack: int) -> None:
        """Take what the column without a width lacks from the others, down to their headings."""
        shown = [
            (at, column)
            for at, column in enumerate(self._model.columns)
            if column.width and not self.isColumnHidden(at)
        ]
        spare = sum(max(0, self._wide(column) - _heading(column)) for _at, column in shown)
        if lack <= 0 and not self._narrowed:
            return
        self._narrowed = lack > 0
        part = min(1.0, max(0, lack) / spare) if spare else 0.0
        for at, column in shown:
            wide = self._wide(column)
            self.setColumnWidth(at, round(wide - part * max(0, wide - _heading(column))))

    @property
    def chosen(self) -> str:
        """The key of the row at hand, "" for none."""
        return self._chosen

    def choose(self, key: str) -> bool:
        """Bring the row *key* to hand; false where it is not shown."""
        at = self._model.row_of(key)
        if at < 0:
            return False
        self._set_current(at)
        return True

    def _set_current(self, at: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._model.index(at, 0), flags)

    def _before_reset(self) -> None:
        self._resetting = True

    def _after_reset(self) -> None:
        self._resetting = False
        at = self._model.row_of(self._chosen) if self._chosen else -1
        if at >= 0:
            self._set_current(at)
        elif self._chosen:
            self._chosen = ""
            self.row_chosen.emit("")

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._resetting:
            return
        key = self._model.key(self._model.rows[now.row()]) if now.isValid() else ""
        if key != self._chosen:
            self._chosen = key
            self.row_chosen.emit(key)

    def _order_asked(self, column: int, order: Qt.SortOrder) -> None:
        if column >= 0:
            self._model.sort(column, order)

    def _entered(self, index: QModelIndex) -> None:
        self.row_entered.emit(self._model.key(self._model.rows[index.row()]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: without a row at hand, the line of the focus goes around the list."""
        super().paintEvent(event)
        if self.hasFocus() and not self.selectionModel().hasSelection():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(Theme.current().focus), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Enter opens the row at hand."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
            self.row_entered.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: other words after a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.fit()
