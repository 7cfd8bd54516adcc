"""Pictures of controls that look alike: painted once, and then shown wherever one of them stands.

A column of cards has the same frame and the same few buttons on each card. A style sheet takes long over a
button, and what is round at its corners takes long as well.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from consult_app.ui.look import fonts
from consult_app.ui.look.palette import Palette
from consult_app.ui.look.theme import Theme

_MOST: Final = 1_500_000
"""Pixels of pictures that are kept, six megabytes of them: what looks alike is of few sizes, but a window may
be drawn to many."""


class _Kept:
    palette: Palette | None = None
    pictures: Final[dict[Hashable, QPixmap]] = {}
    pixels = 0


def paint_alike(
    painter: QPainter, widget: QWidget, look: Hashable, paint: Callable[[QPainter], None], ground: str = ""
) -> None:
    """Paint *widget* with *paint*, or from the picture of one of the same *look*: all that its looks hang on
    beside its size, the type scale and the palette in force. Its words stand on a ground of their own, or on
    that which is named, a colour of the palette; on none they would be thinner."""
    ratio, size = widget.devicePixelRatioF(), widget.size()
    if not ratio.is_integer():
        # the picture would lie between the pixels of the screen, and be blurred
        paint(painter)
        return

    def in_type(within: QPainter) -> None:
        within.setFont(widget.font())
        paint(within)

    painter.drawPixmap(0, 0, _picture(look, size, ratio, in_type, ground))


def _picture(
    look: Hashable, size: QSize, ratio: float, paint: Callable[[QPainter], None], ground: str = ""
) -> QPixmap:
    if _Kept.palette is not Theme.current() or _Kept.pixels > _MOST:
        _Kept.palette = Theme.current()
        _Kept.pictures.clear()
        _Kept.pixels = 0
    key = look, ground, size.width(), size.height(), ratio, fonts.scale()
    picture = _Kept.pictures.get(key)
    if picture is None:
        picture = _Kept.pictures[key] = painted(size, ratio, paint, ground)
        _Kept.pixels += picture.width() * picture.height()
    return picture


def painted(size: QSize, ratio: float, paint: Callable[[QPainter], None], ground: str = "") -> QPixmap:
    """Return a picture of that *size*, for a screen of *ratio* pixels a pixel, that *paint* paints on the
    *ground*, a colour of the palette; "" for none."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(getattr(Theme.current(), ground)) if ground else Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter)
    painter.end()
    return picture


def paint_rounded(painter: QPainter, rect: QRectF, pen: QPen, ground: QColor, radius: int) -> None:
    """Paint *rect* filled with *ground*, round at its corners and with a line of *pen* along its edge: as Qt
    would, which takes ten times as long over a large one, for it reckons every line of pixels out."""
    ratio, reach = painter.device().devicePixelRatioF(), ceil(pen.widthF() / 2)
    left, top = floor(rect.left()), floor(rect.top())
    right, bottom = ceil(rect.right()), ceil(rect.bottom())
    corner = reach + radius + 1
    outer = QRect(left - reach, top - reach, right - left + 2 * reach, bottom - top + 2 * reach)
    if not ratio.is_integer() or min(outer.width(), outer.height()) <= 2 * corner:
        _paint_rounded(painter, rect, pen, ground, radius)
        return
    # the same with sides of one pixel, and its edges as far beside whole pixels
    side, least = 2 * corner + 1, 2 * (corner - reach) + 1
    x, y = rect.left() - left, rect.top() - top
    small = QRectF(
        reach + x, reach + y, least - x - (right - rect.right()), least - y - (bottom - rect.bottom())
    )
    look = "rounded", small.getRect(), pen.color().rgba(), pen.widthF(), ground.rgba(), radius
    paint = partial(_paint_rounded, rect=small, pen=pen, ground=ground, radius=radius)
    patch, far = _picture(look, QSize(side, side), ratio, paint), corner + 1
    wide, high = outer.width() - 2 * corner, outer.height() - 2 * corner
    across = (0, corner, 0, corner), (corner, 1, corner, wide), (far, corner, corner + wide, corner)
    down = (0, corner, 0, corner), (corner, 1, corner, high), (far, corner, corner + high, corner)
    for from_x, of_x, at_x, room_x in across:
        for from_y, of_y, at_y, room_y in down:
            target = QRectF(outer.left() + at_x, outer.top() + at_y, room_x, room_y)
            if of_x == of_y == 1:
                painter.fillRect(target, ground)
            else:
                source = QRectF(from_x * ratio, from_y * ratio, of_x * ratio, of_y * ratio)
                painter.drawPixmap(target, patch, source)


def _paint_rounded(painter: QPainter, rect: QRectF, pen: QPen, ground: QColor, radius: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, radius, radius)
