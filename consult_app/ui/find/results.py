"""The list of what was found: of what it is, in which language, and the words with a mark over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from consult_app.drafting.amendments.findable import Occurrence
from consult_app.ui.find.saying import Result
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size, Weight
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.lists import AnyIndex

_ROWS: Final = 6
_LABEL, _LANGUAGE, _PAD = 186, 34, 10


class ResultModel(QAbstractListModel):
    """The occurrences; each is put into words when it comes into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.occurrences: tuple[Occurrence, ...] = ()
        self._say: Callable[[Occurrence], Result] | None = None

    def show_found(
        self, occurrences: tuple[Occurrence, ...], say: Callable[[Occurrence], Result] | None
    ) -> None:
        """Show *occurrences*, put into words by *say*."""
        self.beginResetModel()
        self.occurrences, self._say = occurrences, say
        self.endResetModel()

    def result(self, row: int) -> Result | None:
        """The line in *row*."""
        return self._say(self.occurrences[row]) if self._say is not None else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt's override."""
        return 0 if parent.isValid() else len(self.occurrences)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt's override: the whole line in words."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        result = self.result(index.row())
        return result.said if result is not None else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Qt's override."""
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Qt's override."""
        model = index.model()
        result = model.result(index.row()) if isinstance(model, ResultModel) else None
        if result is None:
            return
        colours, box, pad = Theme.current(), QRect(option.rect), fonts.pixels(_PAD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.accent_soft)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        left = box.left() + pad
        for words, wide, weight, colour in (
            (result.label, _LABEL, Weight.SEMIBOLD, colours.ink),
            (result.language.capitalize(), _LANGUAGE, Weight.REGULAR, colours.dim),
        ):
            painter.setFont(fonts.window(Size.CAPTION, weight))
            painter.setPen(QColor(colour))
            room = QRect(left, box.top(), fonts.pixels(wide) - pad, box.height())
            elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, middle, elided)
            left += fonts.pixels(wide)
        painter.setFont(fonts.window())
        metrics = painter.fontMetrics()
        end = box.right() - pad
        for words, found in ((result.before, False), (result.found, True), (result.after, False)):
            left = _stretch(painter, metrics, words, QRect(left, box.top(), end - left, box.height()), found)
        painter.restore()


def _stretch(painter: QPainter, metrics: QFontMetrics, words: str, room: QRect, found: bool) -> int:
    """Paint *words* at the left of *room*; returns where they end."""
    colours = Theme.current()
    if room.width() <= 0 or not words:
        return room.left()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    wide = metrics.horizontalAdvance(shown)
    if found:
        ground = QRectF(room.left() - 1, room.center().y() - metrics.height() / 2, wide + 2, metrics.height())
        painter.setPen(QPen(QColor(colours.warn), 1))
        painter.setBrush(QColor(colours.found))
        painter.drawRoundedRect(ground, 3, 3)
    painter.setPen(QColor(colours.ink if found else colours.dim))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return room.left() + wide


def row_height() -> int:
    """How tall one line of the list is."""
    return fonts.line_height(fonts.window()) + fonts.pixels(8)


class ResultList(QListView):
    """The list; the field of the bar keeps the focus while it is walked.

    Signals: ``picked(row)`` on a click.
    """

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.found = ResultModel()
        self.setModel(self.found)
        self.setItemDelegate(_Delegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)

    @property
    def row(self) -> int:
        """The line that is chosen, -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a line and bring it into sight."""
        self.setCurrentIndex(self.found.index(row) if row >= 0 else QModelIndex())

    def fit(self) -> None:
        """Be as tall as what is in it, up to six lines; out of sight when empty."""
        rows = len(self.found.occurrences)
        self.setFixedHeight(row_height() * min(rows, _ROWS))
        self.setVisible(bool(rows))

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.picked.emit(index.row())
