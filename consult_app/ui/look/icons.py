"""Small pictures drawn as paths: icons of the stations, state marks, signs on buttons.

Drawn on a grid of 24 by 24, so that they are sharp at any scale and take any colour of the palette.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from consult_app.ui.look.palette import Palette


class Status(StrEnum):
    """State mark of a node in the outline; the words beside it say the rest."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    DONE = "done"
    BRACKET = "bracket"
    DELETED = "deleted"
    STALE = "stale"


def _lines(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for stroke in strokes:
        path.moveTo(*stroke[0])
        for x, y in stroke[1:]:
            path.lineTo(x, y)
    return path


def _meeting() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(3.5, 5, 17, 15.5), 2.5, 2.5)
    path.addPath(_lines(((3.5, 10), (20.5, 10)), ((8, 2.8), (8, 6.6)), ((16, 2.8), (16, 6.6))))
    path.addPath(_lines(((8, 14), (10, 14)), ((14, 14), (16, 14)), ((8, 17), (10, 17))))
    return path


def _people() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(9, 8), 3.6, 3.6)
    path.moveTo(2.5, 20)
    path.cubicTo(2.5, 15, 5.5, 14, 9, 14)
    path.cubicTo(12.5, 14, 15.5, 15, 15.5, 20)
    path.moveTo(15.2, 4.8)
    path.cubicTo(17.6, 4.8, 18.9, 6.4, 18.9, 8)
    path.cubicTo(18.9, 9.8, 17.4, 11.3, 15.2, 11.3)
    path.moveTo(17.4, 14.4)
    path.cubicTo(20, 14.9, 21.5, 16.5, 21.5, 20)
    return path


def _papers() -> QPainterPath:
    path = _lines(((13.5, 3), (6, 3), (6, 21), (18.5, 21), (18.5, 8), (13.5, 3), (13.5, 8), (18.5, 8)))
    path.addPath(_lines(((9, 12), (15.5, 12)), ((9, 15), (15.5, 15)), ((9, 18), (13, 18))))
    return path


def _amendments() -> QPainterPath:
    path = _lines(((4, 20), (5, 15.6), (16.6, 4), (20, 7.4), (8.4, 19), (4, 20)))
    path.addPath(_lines(((14, 6.6), (17.4, 10)), ((13, 20.3), (20.5, 20.3))))
    return path


def _table() -> QPainterPath:
    path = _lines(((19.5, 4), (10, 4)), ((13, 4), (13, 20)), ((17, 4), (17, 20)))
    path.moveTo(10, 4)
    path.cubicTo(3.2, 4, 3.2, 13, 10, 13)
    path.lineTo(13, 13)
    return path


def _languages() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 8.8, 8.8)
    path.addEllipse(QPointF(12, 12), 3.9, 8.8)
    path.addPath(_lines(((3.7, 9), (20.3, 9)), ((3.7, 15), (20.3, 15))))
    return path


def _progress() -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(QRectF(3.4, 3.4, 17.2, 17.2), 60)
    path.arcTo(QRectF(3.4, 3.4, 17.2, 17.2), 60, 300)
    path.addPath(_lines(((12, 7.2), (12, 12), (15.6, 14))))
    return path


def _publish() -> QPainterPath:
    path = _lines(((7, 8), (7, 3), (17, 3), (17, 8)))
    path.addPath(_lines(((7, 17), (4, 17), (4, 8.5), (20, 8.5), (20, 17), (17, 17))))
    path.addRect(QRectF(7, 13.5, 10, 7.3))
    return path


def _search() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(10.5, 10.5), 6, 6)
    path.addPath(_lines(((15, 15), (20.5, 20.5))))
    return path


def _info() -> QPainterPath:
    path = _lines(((12, 11), (12, 16.5)), ((12, 7.5), (12, 7.6)))
    path.addEllipse(QPointF(12, 12), 9, 9)
    return path


def _private() -> QPainterPath:
    path = _lines(((5, 4), (19, 4), (19, 14.5), (13.5, 20), (5, 20), (5, 4)))
    path.addPath(_lines(((19, 14.5), (13.5, 14.5), (13.5, 20))))
    path.addPath(_lines(((8.5, 8.5), (15.5, 8.5)), ((8.5, 12), (13, 12))))
    return path


def _warn() -> QPainterPath:
    path = _lines(((12, 4), (21, 19.5), (3, 19.5), (12, 4)))
    path.addPath(_lines(((12, 10), (12, 14)), ((12, 16.9), (12, 17))))
    return path


_ICONS: Final[dict[str, Callable[[], QPainterPath]]] = {
    "meeting": _meeting,
    "people": _people,
    "papers": _papers,
    "amendments": _amendments,
    "table": _table,
    "languages": _languages,
    "progress": _progress,
    "publish": _publish,
    "search": _search,
    "close": lambda: _lines(((6, 6), (18, 18)), ((18, 6), (6, 18))),
    "check": lambda: _lines(((5, 12.5), (10, 17.5), (19.5, 7))),
    "more": lambda: _lines(((5, 12), (5.1, 12)), ((12, 12), (12.1, 12)), ((19, 12), (19.1, 12))),
    "down": lambda: _lines(((6, 9.5), (12, 15.5), (18, 9.5))),
    "right": lambda: _lines(((9.5, 6), (15.5, 12), (9.5, 18))),
    "plus": lambda: _lines(((12, 5), (12, 19)), ((5, 12), (19, 12))),
    "warn": _warn,
    "menu": lambda: _lines(((4, 7), (20, 7)), ((4, 12), (20, 12)), ((4, 17), (20, 17))),
    "info": _info,
    "private": _private,
}


def icon_names() -> tuple[str, ...]:
    """Return the names that :func:`paint_icon` knows."""
    return tuple(_ICONS)


def paint_icon(painter: QPainter, where: QRectF, name: str, colour: str, stroke: float = 1.6) -> None:
    """Draw the icon *name* into *where*. Raises KeyError for a name that is not drawn here."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(where.width(), where.height())
    painter.translate(where.center() - QPointF(side / 2, side / 2))
    painter.scale(side / 24, side / 24)
    pen = QPen(QColor(colour), stroke)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_ICONS[name]())
    painter.restore()


def icon(name: str, colour: str, side: int = 18) -> QIcon:
    """Return the icon *name* as a QIcon, sharp on the densest screen."""
    ratio = math.ceil(QGuiApplication.primaryScreen().devicePixelRatio())
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, side, side), name, colour, 1.9)
    painter.end()
    return QIcon(pixmap)


def status_colour(status: Status, palette: Palette) -> str:
    """Return the ink of a state mark; its shape says the same without colour."""
    return {Status.DONE: palette.ok, Status.BRACKET: palette.warn, Status.STALE: palette.warn}.get(
        status, palette.dim if status is Status.DELETED else palette.ink
    )


def paint_status(painter: QPainter, where: QRectF, status: Status, palette: Palette) -> None:
    """Draw a state mark into *where*: ring, half ring, tick, brackets, cross or triangle."""
    colour = status_colour(status, palette)
    names = {Status.DONE: "check", Status.DELETED: "close", Status.STALE: "warn"}
    if status in names:
        paint_icon(painter, where, names[status], colour, 2.2)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.4))
    side = min(where.width(), where.height())
    middle = where.center()
    if status is Status.BRACKET:
        high, wide, lip = side * 0.34, side * 0.36, side * 0.14
        for sign in (-1, 1):
            x = middle.x() + sign * wide
            painter.drawPolyline(
                [
                    QPointF(x - sign * lip, middle.y() - high),
                    QPointF(x, middle.y() - high),
                    QPointF(x, middle.y() + high),
                    QPointF(x - sign * lip, middle.y() + high),
                ]
            )
    else:
        radius = side * 0.3
        ring = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawEllipse(ring)
        if status is Status.UNDER_WAY:
            painter.setBrush(QColor(colour))
            painter.drawPie(ring, 90 * 16, 180 * 16)
    painter.restore()
