"""The command palette: everything that can be done, and every place to go to, by typing its name.

It lies over the window without stopping anything: the room's screen and the work behind it go on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from consult_app.ui.keys import spell
from consult_app.ui.language import Retranslating, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Label
from consult_app.ui.parts.finding import Offer, found
from consult_app.ui.parts.lists import AnyIndex, frame_line
from consult_app.ui.window.overlays import Overlay

_WIDTH = 640
_ROWS = 11
_PAD = 10
_BAR = 3
"""The mark of the offer that Enter takes, as wide as that of the row at hand in a table."""


class OfferModel(QAbstractListModel):
    """The offers that were found."""

    def __init__(self) -> None:
        super().__init__()
        self.offers: list[Offer] = []

    def show_offers(self, offers: list[Offer]) -> None:
        """Show *offers* in their order."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt's override."""
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt's override: the words; with what it is about and its key for a screen reader."""
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (offer.words, offer.detail, spell(offer.key)) if part)
        return None


class _OfferDelegate(QStyledItemDelegate):
    """One line an offer: its words, what it is about in dim ink, its key at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Qt's override."""
        return QSize(0, fonts.line_height(fonts.window()) + fonts.pixels(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Qt's override."""
        model = index.model()
        if not isinstance(model, OfferModel):
            return
        offer = model.offers[index.row()]
        colours = Theme.current()
        pad = fonts.pixels(_PAD)
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.accent_soft)
            if colours.high_contrast:
                frame_line(painter, box)
            else:
                painter.fillRect(box.x(), box.y(), _BAR, box.height(), QColor(colours.focus))
        room = box.adjusted(pad, 0, -pad, 0)
        if offer.key:
            painter.setFont(fonts.window(Size.CAPTION))
            painter.setPen(colours.dim)
            key = spell(offer.key)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, key)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(key) - pad)
        painter.setFont(fonts.window(weight=fonts.Weight.SEMIBOLD))
        painter.setPen(colours.ink)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words = painter.fontMetrics().elidedText(offer.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, left, words)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(words) + pad)
        if offer.detail and room.width() > pad * 2:
            painter.setFont(fonts.window())
            painter.setPen(colours.dim)
            detail = painter.fontMetrics().elidedText(offer.detail, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, left, detail)
        painter.restore()


class CommandPalette(Retranslating, Overlay):
    """Lies over *window*; *offers* is asked each time it opens, so that it is true then."""

    def __init__(self, window: QWidget, offers: Callable[[], Sequence[Offer]]) -> None:
        super().__init__()
        self.setParent(window)
        self._window = window
        self._asked = offers
        self._offers: Sequence[Offer] = ()
        self._before: QWidget | None = None
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.model = OfferModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_OfferDelegate(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = Label("small")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.list.clicked.connect(self._chosen)
        window.installEventFilter(self)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(36)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the words anew."""
        self.search.setPlaceholderText(tr("What to do, or where to go: adopt, D.12, 5(iii), Spanish …"))
        self.search.setAccessibleName(tr("What to do, or where to go"))
        self.list.setAccessibleName(tr("What was found"))
        self.setAccessibleName(tr("Command palette"))

    def open(self, asked: Callable[[], Sequence[Offer]] | None = None) -> None:
        """Come into sight with everything that can be done now, or with what is *asked* only; again, it
        goes."""
        if self.isVisible():
            self.close_again()
            return
        # before the field has the focus: what can be done depends on where the person was
        self._before = QApplication.focusWidget()
        self._offers = list((asked or self._asked)())
        self.search.clear()
        self._look("")
        self.show()
        self.raise_()
        self.search.setFocus()

    @Slot()
    def close_again(self) -> None:
        """Go, and give the focus back to where it was."""
        had = self.isAncestorOf(QApplication.focusWidget() or self) or self.search.hasFocus()
        self.hide()
        if had and self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    @Slot(str)
    def _look(self, query: str) -> None:
        offers = found(query, self._offers)
        self.model.show_offers(offers)
        if offers:
            self.list.setCurrentIndex(self.model.index(0))
            self.count.setText(tr_n("{n} found", "{n} found", len(offers)))
        else:
            self.count.setText(tr("Nothing is called that. Try fewer letters, a number, or a label."))
        self._place()

    def _place(self) -> None:
        window = self._window
        width = min(fonts.pixels(_WIDTH), window.width() - fonts.pixels(40))
        row = fonts.line_height(fonts.window()) + fonts.pixels(12)
        self.list.setFixedHeight(row * min(max(1, len(self.model.offers)), self._rows_in(window, row)))
        # under the words of the rows
        self.count.setContentsMargins(fonts.pixels(_PAD), 0, fonts.pixels(_PAD), 0)
        layout = self.layout()
        height = layout.totalMinimumSize().height() if layout is not None else 0
        self.setGeometry((window.width() - width) // 2, fonts.pixels(56), width, height)

    @staticmethod
    def _rows_in(window: QWidget, row: int) -> int:
        return max(1, min(_ROWS, (window.height() - fonts.pixels(190)) // row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: the list is walked while the field keeps the focus; other work closes it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self.search and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS - 1,
            Qt.Key.Key_PageUp: 1 - _ROWS,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_again()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._chosen(self.list.currentIndex())
        elif key in steps and self.model.offers:
            last = len(self.model.offers) - 1
            row = min(max(0, self.list.currentIndex().row() + steps[key]), last)
            self.list.setCurrentIndex(self.model.index(row))
        else:
            return False
        return True

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        offer = self.model.offers[index.row()]
        # the focus goes back first: what is done may be about where it was
        self.close_again()
        offer.run()
