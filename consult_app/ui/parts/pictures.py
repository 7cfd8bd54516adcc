"""Pictures of controls that look alike: painted once, and then shown wherever one of them stands.

A column of cards has the same frame and the same few buttons on each card. A style sheet takes long over a
button, and what is round at its corners takes long as well.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
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
        if ground:
            painter.fillRect(widget.rect(), QColor(getattr(Theme.current(), ground)))
        paint(painter)
        return
    if _Kept.palette is not Theme.current() or _Kept.pixels > _MOST:
        _Kept.palette = Theme.current()
        _Kept.pictures.clear()
        _Kept.pixels = 0
    key = look, ground, size.width(), size.height(), ratio, fonts.scale()
    picture = _Kept.pictures.get(key)
    if picture is None:

        def in_type(within: QPainter) -> None:
            within.setFont(widget.font())
            paint(within)

        picture = _Kept.pictures[key] = painted(size, ratio, in_type, ground)
        _Kept.pixels += picture.width() * picture.height()
    painter.drawPixmap(0, 0, picture)


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
