"""The table of the register: the lead verb strong, and the label a way to the passage at the Table."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from consult_app.ui.followup.model import ACTION, LABEL, ActionRow
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.lists import PADDING, ListModel, ListTable, RowDelegate

_ROOM = 230
"""The words of the actions have so much room before a spare column is shown, at scale 1."""


class _ActionDelegate(RowDelegate):
    """Paints the lead verb strong, and underlines the label on which Enter leads to the Table."""

    def __init__(self, table: ListTable[ActionRow], model: ListModel[ActionRow]) -> None:
        super().__init__(table)
        self._table, self._model = table, model

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt's override."""
        super().initStyleOption(option, index)
        if index.column() == ACTION:
            option.text = ""  # painted below, in two weights
        elif index.column() == LABEL and self._table.hasFocus() and index == self._table.currentIndex():
            option.font.setUnderline(True)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt's override."""
        super().paint(painter, option, index)
        if index.column() != ACTION:
            return
        row = self._model.rows[index.row()]
        room = option.rect.adjusted(PADDING, 0, -4, 0)
        side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.save()
        painter.setPen(QColor(Theme.current().ink))
        for words, weight in (
            (row.verb, fonts.Weight.SEMIBOLD),
            (row.words[len(row.verb) :], fonts.Weight.REGULAR),
        ):
            font = fonts.window(weight=weight)
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.setFont(font)
            painter.drawText(room, side, shown)
            room.setLeft(room.left() + QFontMetrics(font).horizontalAdvance(shown))
        painter.restore()


class ActionTable(ListTable[ActionRow]):
    """Signals: ``label_entered(key)`` on Enter or a double click on the label of an action; on any other
    cell ``row_entered(key)``."""

    label_entered = Signal(str)
    least_stretch = _ROOM

    def __init__(self, model: ListModel[ActionRow]) -> None:
        super().__init__(model)
        self._actions = model
        self.setItemDelegate(_ActionDelegate(self, model))

    def _set_current(self, at: int) -> None:
        now = self.currentIndex()
        column = now.column() if now.isValid() else ACTION
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._actions.index(at, column), flags)

    def _entered(self, index: QModelIndex) -> None:
        key = self._actions.rows[index.row()].key
        (self.label_entered if index.column() == LABEL else self.row_entered).emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Enter on the label leads to the Table, elsewhere it opens the entry."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._entered(self.currentIndex())
        else:
            super().keyPressEvent(event)
