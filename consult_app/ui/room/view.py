"""The widgets that show a picture: the room's own, which changes smoothly, and the desk's preview."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QRectF, QSize, QSizeF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStyle, QWidget

from consult_app.ui import settings
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.room.picture import Picture, image_of, paint_into

_FADE: Final = 240
_GLIDE: Final = 200
_FRAME: Final = 2
STILL_KEY: Final = "room/still"


def moves() -> bool:
    """Whether changes may be animated: neither this desk nor its system asks for stillness."""
    if settings.read_text(STILL_KEY) == "yes":
        return False
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class RoomView(QWidget):
    """What the room sees. A change fades in, scrolling glides; a blank is there at once.

    Signals: ``resized()`` when the picture must be laid out for another size.
    """

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: Picture | None = None
        self._scroll = 0.0
        self._old: QImage | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._step)
        self._fade.finished.connect(self._faded)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(_GLIDE)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glided)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def scrolled(self) -> float:
        """How far the page is scrolled, where it is or is gliding to."""
        if self._glide.state() == QVariantAnimation.State.Running:
            return float(self._glide.endValue())
        return self._scroll

    def show_picture(self, picture: Picture, scroll: float, *, smooth: bool = True) -> None:
        """Show *picture*; *smooth* fades over from what is there. What was shown before a blank is gone
        at once, and nothing of it comes back with the next page."""
        self._glide.stop()
        self._fade.stop()
        self._old = None
        same_size = self.picture is not None and self.picture.size == picture.size
        if smooth and same_size and self.isVisible() and moves() and self.picture is not None:
            self._old = image_of(self.picture, self._scroll, self.size(), self.devicePixelRatioF())
            self._fade.start()
        self.picture, self._scroll = picture, scroll
        self.setAccessibleDescription(picture.said)
        self.update()

    def scroll_to(self, scroll: float) -> None:
        """Glide to *scroll*."""
        if moves() and self.isVisible():
            self._glide.stop()
            self._glide.setStartValue(self._scroll)
            self._glide.setEndValue(scroll)
            self._glide.start()
        else:
            self._scroll = scroll
            self.update()

    @Slot(object)
    def _step(self, _value: object) -> None:
        self.update()

    @Slot(object)
    def _glided(self, value: float) -> None:
        self._scroll = value
        self.update()

    @Slot()
    def _faded(self) -> None:
        self._old = None
        self.update()

    @property
    def changing(self) -> bool:
        """Whether a change is under way."""
        running = QVariantAnimation.State.Running
        return self._fade.state() == running or self._glide.state() == running

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("black"))
        if self.picture is not None:
            paint_into(painter, self.picture, QRectF(self.rect()), self._scroll)
        if self._old is not None:
            painter.setOpacity(1.0 - float(self._fade.currentValue() or 0.0))
            painter.drawImage(0, 0, self._old)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override."""
        super().resizeEvent(event)
        self._fade.stop()
        self._old = None
        self.resized.emit()


class Preview(QWidget):
    """A picture at the desk, painted by what paints it in the room, only smaller.

    Signals: ``asked()`` on a double click.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._scroll = 0.0
        self._room = QSizeF(1920, 1080)
        self._words = ""
        self._lit = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: Picture | None, scroll: float, *, lit: bool = False) -> None:
        """Show *picture* (None for nothing) scrolled as the room has it; *lit* when the room sees it."""
        self._picture, self._scroll, self._lit = picture, scroll, lit
        if picture is not None and picture.size != self._room:
            self._room = picture.size
            self.updateGeometry()
        self.setAccessibleDescription(picture.said if picture is not None else self._words)
        self.update()

    def say_nothing(self, words: str) -> None:
        """What stands where there is no picture."""
        self._words = words
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt's override: the shape is that of the room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's override."""
        inside = max(1, width - 2 * _FRAME)
        return round(inside * self._room.height() / self._room.width()) + 2 * _FRAME

    def sizeHint(self) -> QSize:
        """Qt's override."""
        return QSize(fonts.pixels(270), self.heightForWidth(fonts.pixels(270)))

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Qt's override: as in every program for presentations, a double click shows."""
        self.asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        painter, palette = QPainter(self), Theme.current()
        box = QRectF(self.rect()).adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        if self._picture is None:
            painter.fillRect(box, QColor(palette.rail))
            painter.setPen(QColor(palette.rail_dim))
            painter.setFont(fonts.window(fonts.Size.CAPTION))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words)
        else:
            paint_into(painter, self._picture, box, self._scroll)
        painter.setOpacity(1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.accent if self._lit else palette.edge), 2 if self._lit else 1))
        painter.drawRect(box)
