"""Tables of the window: the view of a model over a Python list."""

from __future__ import annotations

from typing import Any, Generic

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from consult_app.ui.language import tr
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.list_model import AnyIndex, Column, ListModel, Row
from consult_app.ui.parts.list_widths import Want, shared_out

_STRETCH = 130
"""What the column without a width needs at least, at scale 1."""
PADDING = 8
"""Where the words of a heading begin, so that those of the cells stand under them."""
_BEHIND = 4
"""What stays free behind the words of a cell."""
_MEASURED, _REMEMBERED = 200, 5_000
"""So many rows are asked what room they need, and of so many words it is remembered."""


def _heading(column: Column[Any]) -> int:
    """The width of the heading of *column*."""
    metrics = QFontMetrics(fonts.window(fonts.Size.SMALL, fonts.Weight.SEMIBOLD))
    return metrics.horizontalAdvance(tr(column.words)) + 2 * PADDING + 2


def _pressed() -> bool:
    return bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)


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
        room = cell.rect.adjusted(PADDING, 0, -_BEHIND, 0)
        shown = cell.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        if focused:
            column, last = index.column(), index.model().columnCount() - 1
            while last > column and isinstance(cell.widget, QTableView) and cell.widget.isColumnHidden(last):
                last -= 1
            # in high contrast the rule under the headings is that line already
            ruled = cell.rect.y() == 0 and Theme.current().line == Theme.current().focus
            if isinstance(cell.widget, QTableView) and cell.widget.horizontalHeader().isHidden():
                ruled = False
            frame_line(painter, cell.rect, above=not ruled, begins=column == 0, ends=column == last)
        painter.restore()


def frame_line(
    painter: QPainter, rect: QRect, *, above: bool = True, begins: bool = True, ends: bool = True
) -> None:
    """Paint in *rect* its part of the frame around the line that has the focus: *above* and below, strongly
    at the left where the line *begins*, and at the right where it *ends*."""
    focus = QColor(Theme.current().focus)
    if above:
        painter.fillRect(rect.x(), rect.y(), rect.width(), 1, focus)
    painter.fillRect(rect.x(), rect.y() + rect.height() - 1, rect.width(), 1, focus)
    if begins:
        painter.fillRect(rect.x(), rect.y(), 3, rect.height(), focus)
    if ends:
        painter.fillRect(rect.x() + rect.width() - 1, rect.y(), 1, rect.height(), focus)


class ListTable(QTableView, Generic[Row]):
    """The view of a :class:`ListModel`: whole rows, chosen by keys or mouse, the choice kept.

    Signals: ``row_chosen(key)`` when another row is at hand ("" for none); ``row_entered(key)`` on Enter
    or a double click.
    """

    row_chosen = Signal(str)
    row_entered = Signal(str)
    least_stretch = _STRETCH
    """What the column without a width has before a spare one is shown, at scale 1."""

    def __init__(self, model: ListModel[Row]) -> None:
        super().__init__()
        self._model = model
        self._chosen = ""
        self._resetting = False
        self._needs: tuple[tuple[int, int], ...] = ()
        self._advances: dict[tuple[str, bool], int] = {}
        self._dragged: dict[int, int] = {}
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
        header.sectionResized.connect(self._section_resized)
        self.fit()

    def fit(self) -> None:
        """Set widths and heights from the type scale."""
        self.verticalHeader().setDefaultSectionSize(fonts.line_height(fonts.window()) + fonts.pixels(12))
        self._advances.clear()
        self._dragged.clear()
        self._needs = ()
        header = self.horizontalHeader()
        for at, column in enumerate(self._model.columns):
            if column.width:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(at, self._usual(column))
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self._share_out()
        self._model.say_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: where room is short, spare columns give way, the last of them first; the row at hand
        stays in sight where something, such as a notice, takes room from the list."""
        at_hand = self.visualRect(self.currentIndex())
        was_seen = 0 <= at_hand.top() < event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(self.currentIndex())
        self._share_out(of_new_size=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: catch up with rows that came out of sight."""
        super().showEvent(event)
        self._share_out()

    def left_out(self, at: int) -> bool:
        """Whether the column *at* is not to be seen, however much room there is."""
        column = self._model.columns[at]
        return column.if_any and not any(map(column.text, self._model.rows))

    def _share_out(self, *, of_new_size: bool = False) -> None:
        """Hide the spare columns for which there is no room, and give the others theirs; out of sight, this
        waits until the table is shown."""
        if not (of_new_size or self.isVisible()):
            return
        self._measure()
        columns = self._model.columns
        wants = [self._want(at, column) for at, column in enumerate(columns)]
        hidden = {at for at in range(len(columns)) if self.left_out(at)}
        room = self.viewport().width()
        needed = sum(want.fair for at, want in enumerate(wants) if at not in hidden)
        for at in reversed(range(len(columns))):
            if columns[at].spare and at not in hidden and needed > room:
                hidden.add(at)
                needed -= wants[at].fair
        for at in range(len(columns)):
            if self.isColumnHidden(at) != (at in hidden):
                self.setColumnHidden(at, at in hidden)
        shown = [at for at in range(len(columns)) if at not in hidden]
        for at, width in zip(shown, shared_out(room, [wants[at] for at in shown]), strict=True):
            if columns[at].width and self.columnWidth(at) != width:
                self.setColumnWidth(at, width)

    def _measure(self) -> None:
        """Note what the words of the first rows need, of all and of three in four. It is never less than
        before: columns that jump at each letter of a search are hard to read."""
        rows = self._model.rows[:_MEASURED]
        if not rows:
            self._needs = ()
            return
        if len(self._advances) > _REMEMBERED:
            self._advances.clear()
        plain = QFontMetrics(self.font())
        strong = QFontMetrics(fonts.window(weight=fonts.Weight.SEMIBOLD))
        needs = []
        for column in self._model.columns:
            metrics = strong if column.strong else plain
            words = sorted(self._advance(column.text(row), metrics, column.strong) for row in rows)
            around = PADDING + _BEHIND + 2
            needs.append((words[-1] + around, words[len(words) * 3 // 4] + around))
        if self._needs:
            needs = [(max(a, c), max(b, d)) for (a, b), (c, d) in zip(needs, self._needs, strict=True)]
        self._needs = tuple(needs)

    def _advance(self, words: str, metrics: QFontMetrics, strong: bool) -> int:
        known = self._advances.get((words, strong))
        if known is None:
            known = self._advances[words, strong] = metrics.horizontalAdvance(words)
        return known

    def _want(self, at: int, column: Column[Row]) -> Want:
        if at in self._dragged:
            wide = self._dragged[at]
            return Want(wide, wide, wide)
        header = self.horizontalHeader()
        usual, heading = self._usual(column), 0 if header.isHidden() else _heading(column)
        least = max(heading or usual, header.minimumSectionSize())
        if not self._needs:
            return Want(least, usual, usual, stretches=not column.width)
        words, mostly = self._needs[at]
        needs = max(words, heading, header.minimumSectionSize())
        return Want(least, usual, needs, stretches=not column.width, mostly=mostly)

    def _usual(self, column: Column[Row]) -> int:
        """How wide *column* is where there is room: a heading that is not seen needs none."""
        if not column.width:
            return fonts.pixels(self.least_stretch)
        header = self.horizontalHeader()
        heading = 0 if header.isHidden() else _heading(column)
        return max(fonts.pixels(column.width), heading, header.minimumSectionSize())

    def _section_resized(self, at: int, _before: int, now: int) -> None:
        """A person drew at the edge of a column: it stays as wide as that."""
        header = self.horizontalHeader()
        if now and self._model.columns[at].width and header.underMouse() and _pressed():
            self._dragged[at] = now

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
        self._share_out()

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._resetting:
            return
        selection = self.selectionModel()
        if now.isValid() and not selection.isRowSelected(now.row(), QModelIndex()):
            # with the focus Qt brings the first row to hand, but selects nothing
            flags = QItemSelectionModel.SelectionFlag
            selection.select(now, flags.ClearAndSelect | flags.Rows)
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


__all__ = ["PADDING", "AnyIndex", "Column", "ListModel", "ListTable", "RowDelegate", "frame_line"]
