"""Pictures of controls that look alike: painted once, and then shown wherever one of them stands.

A column of cards has the same few buttons on each card, and a style sheet takes long over every one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from consult_app.ui.look import fonts
from consult_app.ui.look.palette import Palette
from consult_app.ui.look.theme import Theme

_MOST: Final = 128
"""Pictures that are kept: a button is of few sizes, but a window may be drawn to many."""


class _Kept:
    palette: Palette | None = None
    pictures: Final[dict[Hashable, QPixmap]] = {}


def paint_alike(
    painter: QPainter, widget: QWidget, look: Hashable, paint: Callable[[QPainter], None]
) -> None:
    """Paint *widget* with *paint*, which gives its words a ground of their own, or from the picture of one of
    the same *look*: all that its looks hang on beside its size, the type scale and the palette in force."""
    ratio, size = widget.devicePixelRatioF(), widget.size()
    if not ratio.is_integer():
        # the picture would lie between the pixels of the screen, and be blurred
        paint(painter)
        return
    if _Kept.palette is not Theme.current() or len(_Kept.pictures) >= _MOST:
        _Kept.palette = Theme.current()
        _Kept.pictures.clear()
    key = look, size.width(), size.height(), ratio, fonts.scale()
    picture = _Kept.pictures.get(key)
    if picture is None:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        within = QPainter(picture)
        within.setFont(widget.font())
        paint(within)
        within.end()
        _Kept.pictures[key] = picture
    painter.drawPixmap(0, 0, picture)
