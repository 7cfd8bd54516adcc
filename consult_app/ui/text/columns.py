"""Where the columns of the text stand, which of them there is room for, and their heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from consult_app.ui.language import NAMES, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size, Weight
from consult_app.ui.look.theme import Theme

_SIDE: Final = 24
_GAP: Final = 30
_WIDEST: Final = 660
_PANEL: Final = 14
_MOST_AROUND: Final = 0.3
"""The most of the width that may go to the margins: where type is large and columns are several, words
need the room more."""
_LEAST_AROUND: Final = 0.4
"""The least that is left of the margins before a column goes out of sight."""
_LAST_AROUND: Final = 0.15
"""What is left of them around the last column, where even that cannot be read: no word should be broken."""
_READABLE: Final = 190
"""The narrowest column: a number, one step of indent and some eighteen letters, at scale 1."""
_LINE: Final = 26
_NOTICE: Final = 20


def how_many(wanted: int, width: float) -> int:
    """Return how many of the columns *wanted* can be read in *width* at the scale of the text; 0 where not
    even one can."""
    readable = fonts.text_pixels(_READABLE)
    fitting = (n for n in range(1, wanted + 1) if n * readable + _LEAST_AROUND * _around(n) <= width)
    return max(fitting, default=0)


def _around(many: int) -> int:
    return fonts.text_pixels(_SIDE) * 2 + fonts.text_pixels(_GAP) * (many - 1)


class Columns:
    """The columns for some languages. ``chosen`` are those that a person wants to see, ``languages`` those
    in sight, next to each other; ``at_hand``, which an edit would be made in, is always one of these."""

    def __init__(self, languages: tuple[str, ...], at_hand: str = "") -> None:
        self.chosen = languages
        self.languages = languages
        self.at_hand = at_hand if at_hand in languages else (languages[0] if languages else "")
        self.width = 0.0
        self._begin = 0.0
        self._gap = 0.0
        self.margin = 0.0
        """What the panel of a row leaves free beside its words."""

    def keep_readable(self, width: int) -> None:
        """Have as many of the languages chosen in sight as can be read in *width*: the one at hand, and its
        neighbours."""
        if not self.chosen:
            return
        many = max(1, how_many(len(self.chosen), width))
        at = self.chosen.index(self.at_hand)
        before = self.chosen.index(self.languages[0]) if self.languages else 0
        first = min(max(before, at - many + 1), at, len(self.chosen) - many)
        self.languages = self.chosen[first : first + many]

    @property
    def hidden(self) -> tuple[str, ...]:
        """The languages chosen that there is no room for."""
        return tuple(code for code in self.chosen if code not in self.languages)

    def is_before(self, language: str) -> bool:
        """Whether the column of *language* would stand before those in sight."""
        return self.chosen.index(language) < self.chosen.index(self.languages[0])

    def fit(self, width: int) -> None:
        """Share *width* out; lines longer than can be read are not made."""
        many = max(1, len(self.languages))
        around = _around(many)
        spare = (width - many * fonts.text_pixels(_READABLE)) / around
        least = _LEAST_AROUND if how_many(1, width) else _LAST_AROUND
        share = min(1.0, width * _MOST_AROUND / around, max(least, spare))
        side, self._gap = fonts.text_pixels(_SIDE) * share, fonts.text_pixels(_GAP) * share
        self.margin = fonts.text_pixels(_PANEL) * share
        free = width - 2 * side - self._gap * (many - 1)
        self.width = max(80.0, min(free / many, fonts.text_pixels(_WIDEST)))
        used = self.width * many + self._gap * (many - 1)
        self._begin = max(side, (width - used) / 2)

    def left(self, column: int) -> float:
        """Where the *column*-th column begins."""
        return self._begin + column * (self.width + self._gap)

    def at(self, x: float) -> str:
        """The language whose column lies at *x*."""
        for place, language in enumerate(self.languages):
            if x < self.left(place) + self.width + self._gap / 2:
                return language
        return self.languages[-1] if self.languages else ""

    def panel(self, y: float, height: float) -> QRectF:
        """The rectangle of a row across all columns, with its margin."""
        margin = self.margin
        many = max(1, len(self.languages))
        wide = self.width * many + self._gap * (many - 1)
        return QRectF(self._begin - margin, y, wide + 2 * margin, height)


class ColumnHeads(QWidget):
    """The names over the columns; the one at hand is underlined where there are several. Over them stands
    which languages there is no room for: a click there brings the first of them into sight.

    Signals: ``asked(language)`` on that click.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = Columns(())
        self._heads: dict[str, str] = {}

    def show_heads(self, columns: Columns, heads: Sequence[str]) -> None:
        """Show *heads*, one for each language that is chosen for *columns*."""
        self._columns, self._heads = columns, dict(zip(columns.chosen, heads, strict=False))
        self.update()

    def say_heads(self, heads: Sequence[str]) -> None:
        """Show *heads* over the columns that there are."""
        said = dict(zip(self._columns.chosen, heads, strict=False))
        if said != self._heads:
            self._heads = said
            self.update()

    @property
    def needed(self) -> int:
        """How high the heads are now."""
        return fonts.pixels(_LINE + (_NOTICE if self._columns.hidden else 0))

    @property
    def notice(self) -> str:
        """Which languages there is no room for, each with the key that leads to it; "" where all are seen."""
        columns = self._columns
        named = [f"{NAMES[code]} ({'←' if columns.is_before(code) else '→'})" for code in columns.hidden]
        return tr("no room for {languages}", languages=", ".join(named)) if named else ""

    def say(self) -> None:
        """Put the notice into the window's language, and what it means into the tooltip."""
        hidden = ", ".join(NAMES[code] for code in self._columns.hidden)
        said = tr("No room for {languages}: in the text, ← and → lead there.", languages=hidden)
        self.setToolTip(said if hidden else "")
        self.setAccessibleName(said if hidden else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if hidden else Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's override: whoever points at what cannot be seen wants to see it."""
        if self._columns.hidden and self.rect().contains(event.position().toPoint()):
            self.asked.emit(self._columns.hidden[0])
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        painter, palette = QPainter(self), Theme.current()
        font = fonts.window(Size.SMALL, Weight.SEMIBOLD)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        notice, baseline = self.notice, fonts.pixels(16)
        # the words that are scrolled away go under a line
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(palette.line))
        if notice:
            left = self._columns.left(0)
            room = self.width() - left - fonts.pixels(_PANEL)
            painter.setPen(QColor(palette.warn))
            painter.drawText(
                QPointF(left, baseline), metrics.elidedText(notice, Qt.TextElideMode.ElideRight, room)
            )
            baseline += fonts.pixels(_NOTICE)
        for place, language in enumerate(self._columns.languages):
            head = self._heads.get(language, "")
            at_hand = len(self._columns.chosen) > 1 and language == self._columns.at_hand
            painter.setPen(QColor(palette.accent if at_hand else palette.dim))
            left = self._columns.left(place)
            shown = metrics.elidedText(head, Qt.TextElideMode.ElideRight, self._columns.width)
            painter.drawText(QPointF(left, baseline), shown)
            if at_hand:
                rule = QRectF(left, baseline + fonts.pixels(5), metrics.horizontalAdvance(shown), 2)
                painter.fillRect(rule, QColor(palette.accent))
