"""The rows of a table: a model over a Python list.

Sorting is done on the list, in one go: a proxy model would ask for every comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from consult_app.ui.language import tr
from consult_app.ui.look import fonts
from consult_app.ui.look.palette import words_tone
from consult_app.ui.look.theme import Theme

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
_SAID: Final = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its heading (a message id), what it shows, how it sorts, its ink and its width.

    ``tone`` gives the name of a colour of the palette, "" for the ordinary ink; ``width`` is in pixels
    at scale 1, 0 for the column that takes the room that is left. A ``spare`` column gives way where
    there is little room; one that is there ``if_any`` is left out while no row has anything in it.
    ``said`` puts a sign into words: for the tooltip and for screen readers.
    """

    words: str
    text: Callable[[Row], str]
    order: Callable[[Row], Any] | None = None
    tone: Callable[[Row], str] | None = None
    width: int = 0
    strong: bool = False
    spare: bool = False
    said: Callable[[Row], str] | None = None
    if_any: bool = False


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
