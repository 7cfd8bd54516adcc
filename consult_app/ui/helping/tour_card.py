"""The card of the tour beside what it speaks of, and the frame around that. Neither keeps anybody from
working: a click goes to what lies below the frame."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QVBoxLayout, QWidget

from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.panels import Card

_WIDTH: Final = 360
_GAP: Final = 14
_KEYS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape)


def beside(target: QRect, card: QSize, room: QRect, gap: int) -> QPoint:
    """Where a card of the size *card* stands beside *target* within *room*: right, left, below or above
    it, the first of these that fits; else within it, at its lower right corner."""
    right = QPoint(target.right() + gap, target.top())
    left = QPoint(target.left() - gap - card.width(), target.top())
    below = QPoint(target.left(), target.bottom() + gap)
    above = QPoint(target.left(), target.top() - gap - card.height())
    for corner, sideways in ((right, True), (left, True), (below, False), (above, False)):
        place = QRect(corner, card)
        if sideways:
            place.moveTop(max(room.top(), min(place.top(), room.bottom() - card.height())))
        else:
            place.moveLeft(max(room.left(), min(place.left(), room.right() - card.width())))
        if room.contains(place):
            return place.topLeft()
    inside = QRect(QPoint(0, 0), card)
    inside.moveBottomRight(target.intersected(room).bottomRight() - QPoint(gap, gap))
    inside.moveLeft(max(room.left(), inside.left()))
    inside.moveTop(max(room.top(), inside.top()))
    return inside.topLeft()


class Ring(QWidget):
    """A frame in the accent colour around what is spoken of; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(Theme.current().focus), 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 9, 9)


class TourCard(Retranslating, Card):
    """What is said of one step. Enter or Right goes on, Left goes back, Esc leaves.

    Signals: ``next_asked()``, ``back_asked()``, ``left()``.
    """

    next_asked = Signal()
    back_asked = Signal()
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(takes_focus=True)
        self.setParent(window)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._last = False
        self.title = Label("heading", wrap=True)
        self.words = Label(wrap=True)
        self.count = Label("small")
        self.next = PrimaryButton()
        self.back = QuietButton()
        self.leave = QuietButton()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.count, 1)
        for button in (self.leave, self.back, self.next):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(row)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(30)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        self.next.clicked.connect(self.next_asked)
        self.activated.connect(self.next_asked)
        self.back.clicked.connect(self.back_asked)
        self.leave.clicked.connect(self.left)
        for button in (self.next, self.back, self.leave):
            button.installEventFilter(self)
        self.retranslate()
        self.hide()

    def say(self, title: str, words: str, place: int, of: int) -> None:
        """Say *words* under *title*: step *place* (from 1) *of* all."""
        self._last = place == of
        self.title.setText(title)
        self.words.setText(words)
        self.count.setText(tr("{n} of {total}", n=place, total=of))
        self.back.setEnabled(place > 1)
        self.setAccessibleName(f"{title}. {words}")
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the buttons anew."""
        self.next.set_words(tr("Done") if self._last else tr("Next step"), "Right")
        self.back.set_words(tr("Back"), "Left")
        self.leave.set_words(tr("Leave the tour"), "Esc")
        self.leave.setVisible(not self._last)

    def stand_beside(self, target: QRect, room: QRect) -> None:
        """Take a place beside *target* within *room*, as large as the words need."""
        wanted = max(fonts.pixels(_WIDTH), self.layout_width())
        width = min(wanted, room.width() - 2 * _GAP)
        self.setFixedWidth(width)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        size = QSize(width, max(height, self.minimumSizeHint().height()))
        self.resize(size)
        inner = room.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        self.move(beside(target, size, inner, fonts.pixels(_GAP)))

    def layout_width(self) -> int:
        """How wide the row of buttons is at least, in the language at hand."""
        buttons = [button for button in (self.leave, self.back, self.next) if not button.isHidden()]
        words = sum(button.sizeHint().width() + 8 for button in buttons)
        return words + self.count.sizeHint().width() + 44

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: a button would go from one to the next with the arrows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: the keys of the tour."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.next_asked.emit()
        elif event.key() == Qt.Key.Key_Left:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
