"""How the room screen looks: its unit of measure, its colours, and the few ways of setting words on it.

Everything that the desk lays out with the person's scale, palette and language is laid out here with
those of the room, borrowed for the while (:func:`in_room`); so the marks are the same on both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from consult_app.ui.language import Languages
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Weight
from consult_app.ui.look.palette import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Palette, least_share
from consult_app.ui.look.theme import Theme

#: the screen that the proportions were drawn for, and how much larger than at the desk type is on it
_DRAWN: Final = QSizeF(1920, 1080)
_LARGER: Final = 2.5
_NARROWEST: Final = 0.75
SMALLEST, LARGEST, STEP = 0.6, 2.0, 0.1


class RoomColours(StrEnum):
    """The colours of the room: those of the desk, or always the same."""

    DESK = "desk"
    LIGHT = "light"
    DARK = "dark"


def unit_of(size: QSizeF) -> float:
    """How many pixels of a room of that *size* are one of the type scale: 2.5 on 1920 × 1080."""
    wide = size.width() / (_DRAWN.width() * _NARROWEST)
    return max(0.25, _LARGER * min(size.height() / _DRAWN.height(), wide))


def room_palette(colours: RoomColours, desk: Palette) -> Palette:
    """The palette to paint the room with: its own ground and ink under the names that the desk uses."""
    if colours is RoomColours.DESK:
        base = desk
    elif colours is RoomColours.DARK:
        base = CONTRAST_DARK if desk.high_contrast else DARK
    else:
        base = CONTRAST if desk.high_contrast else LIGHT
    return replace(base, ground=base.room, ink=base.room_ink, dim=base.room_dim)


def dimmed(room: Palette) -> float:
    """The opacity of what stands around the words that are discussed: it steps back, and can still be read
    from the last row (WCAG 2.2, 1.4.3; in high contrast 1.4.6)."""
    least = least_share(room.ink, room.ground, 7.0 if room.high_contrast else 4.5)
    # painted with 256 steps of opacity, it may come out a shade paler
    return min(1.0, least + 0.01)


def stepped_back(room: Palette) -> Palette:
    """The palette of what stands around the words that are discussed: all of it in the ink for which
    :func:`dimmed` is reckoned, as paler inks would be lost under it. Groups are told by their lines, and a
    name of its own keeps the colours away that groups have chosen."""
    inks = ("dim", "warn", "error", "government", "employers", "employers_words", "workers", "workers_words")
    grounds = ("panel", "government_soft", "employers_soft", "workers_soft", "other_soft")
    every: dict[str, Any] = dict.fromkeys((*inks, "other"), room.ink) | dict.fromkeys(grounds, room.ground)
    return replace(room, name=f"around_{room.name}", **every)


def band_palette(room: Palette) -> Palette:
    """The palette of what stands on the dark band: the inks of a dark look, in every look."""
    base = CONTRAST_DARK if room.high_contrast else DARK
    return replace(base, rail=room.rail, ink=room.rail_strong, dim=room.rail_dim)


@contextmanager
def in_room(palette: Palette, scale: float, language: str) -> Iterator[None]:
    """Lay out and paint as the room has it. Nothing may be awaited inside."""
    with ExitStack() as stack:
        stack.enter_context(Theme.borrowed(palette))
        stack.enter_context(fonts.borrowed(scale))
        stack.enter_context(Languages.borrowed(language))
        yield


@dataclass(frozen=True)
class Words:
    """A stretch of one line: what it says, how large (in steps of the scale), how heavy, in what ink."""

    words: str
    size: float
    ink: str
    weight: int = Weight.REGULAR

    @property
    def font(self) -> QFont:
        """The font at the scale in force."""
        return fonts.window(self.size, self.weight)

    @property
    def width(self) -> float:
        """How wide it is at the scale in force."""
        return QFontMetricsF(self.font).horizontalAdvance(self.words)

    def times(self, factor: float) -> Words:
        """The same words, so many times as large."""
        return replace(self, size=self.size * factor)

    def draw(self, painter: QPainter, x: float, baseline: float, room: float | None = None) -> float:
        """Paint it from *x*, cut to *room* where that is given; returns where it ends."""
        font = self.font
        metrics = QFontMetricsF(font)
        shown = self.words
        if room is not None:
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, max(0.0, room))
        painter.setFont(font)
        painter.setPen(QColor(self.ink))
        painter.drawText(QPointF(x, baseline), shown)
        return x + metrics.horizontalAdvance(shown)


def fitted(
    words: str,
    size: float,
    box: QRectF,
    *,
    serif: bool = True,
    smallest: float = 12,
    weight: int = Weight.SEMIBOLD,
) -> QFont:
    """The font, of *size* or smaller, in which *words* go into *box*; broken at spaces. *weight* is that of
    a font without serifs."""
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
    while True:
        font = fonts.text(size) if serif else fonts.window(size, weight)
        taken = QFontMetricsF(font).boundingRect(QRectF(0, 0, box.width(), 1e6), flags, words)
        if (taken.height() <= box.height() and taken.width() <= box.width()) or size <= smallest:
            return font
        size *= 0.92


def draw_box(
    painter: QPainter, words: str, font: QFont, ink: str, box: QRectF, *, left: bool = False
) -> None:
    """Paint *words* in the middle of *box*, or from its *left*, broken at spaces."""
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(box, int(Qt.TextFlag.TextWordWrap | side | Qt.AlignmentFlag.AlignVCenter), words)
