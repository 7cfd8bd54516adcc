"""Labels in more than one ink: a group's mark and name in its colour, positions of the groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from consult_app.meetings.kept.assembly import Assembly
from consult_app.ui.look.palette import GroupStyle, group_style, words_tone
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.measured import MeasuredLabel
from consult_app.ui.parts.pictures import painted

_EASILY_READ: Final = 80
_ENDLESS: Final = 16_000


@dataclass(frozen=True)
class Ink:
    """A stretch of words: ``group`` gives it a group's colour, ``tone`` one of the palette."""

    words: str
    group: GroupStyle | None = None
    tone: str = "ink"
    strong: bool = False


def look_of(assembly: Assembly, who: str) -> GroupStyle:
    """The look of a group or participant: that of the one of the three groups it belongs to."""
    main = assembly.main_group(who)
    group = assembly.groups.get(main)
    return group_style(
        Theme.current(), main or who, group.colour if group else "", group.mark if group else ""
    )


class InkLabel(MeasuredLabel):
    """A label of such stretches, painted anew in every theme.

    They are laid out here: a label of Qt's would read them from HTML, and hold a document for each.
    """

    def __init__(self, role: str = "") -> None:
        self._laid: dict[int, QTextLayout] = {}
        self._ground = ""
        self._placed: tuple[QTextLayout, QPointF] | None = None
        self._picture: QPixmap | None = None
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self._inks: tuple[Ink, ...] = ()
        Theme.instance().changed.connect(self._look_anew)

    def show_inks(self, *inks: Ink) -> None:
        """Show *inks* one after the other; a screen reader hears their words."""
        if inks != self._inks:
            self._inks = inks
            words = "".join(ink.words for ink in inks)
            self.setAccessibleName(words)
            self._measure_anew()
            self.setText(words)
            self.updateGeometry()
            self.update()

    def lie_on(self, ground: str) -> None:
        """Lie on *ground*, a colour of the palette, and on nothing else: the label is shown from a picture
        then, for to set letters in several inks takes long."""
        self._ground = ground

    @Slot()
    def _look_anew(self) -> None:
        self._laid.clear()
        self._place_anew()
        self.update()

    def _place_anew(self) -> None:
        self._placed = self._picture = None

    def _measure_anew(self) -> None:
        super()._measure_anew()
        self._laid.clear()
        self._place_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: the words may be broken elsewhere, and stand elsewhere."""
        super().resizeEvent(event)
        self._place_anew()

    def setAlignment(self, side: Qt.AlignmentFlag) -> None:
        """Qt's name: the words stand elsewhere."""
        super().setAlignment(side)
        self._place_anew()

    # laying out

    def _layout(self, width: int) -> QTextLayout:
        """The words broken into lines of *width*, where they may be broken."""
        if not self.wordWrap():
            width = _ENDLESS
        if width not in self._laid:
            self.ensurePolished()
            layout = QTextLayout(self.text(), self.font())
            option = QTextOption()
            wraps = QTextOption.WrapMode.WordWrap if self.wordWrap() else QTextOption.WrapMode.NoWrap
            option.setWrapMode(wraps)
            layout.setTextOption(option)
            layout.setFormats(list(self._formats()))
            layout.setCacheEnabled(True)
            layout.beginLayout()
            y = 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, y))
                y += line.height()
            layout.endLayout()
            self._laid[width] = layout
        return self._laid[width]

    def _formats(self) -> Iterator[QTextLayout.FormatRange]:
        palette, at = Theme.current(), 0
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        for ink in self._inks:
            form = QTextCharFormat()
            form.setForeground(QColor(ink.group.ink if ink.group else words_tone(palette, ink.tone)))
            form.setFont(strong if ink.strong else self.font())
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = at, len(ink.words.encode("utf-16-le")) // 2, form
            at += found.length
            yield found

    def _size(self, width: int) -> QSize:
        layout = self._layout(width)
        lines = [layout.lineAt(place) for place in range(layout.lineCount())]
        wide = max((line.naturalTextWidth() for line in lines), default=0.0)
        high = sum(line.height() for line in lines)
        return QSize(ceil(wide), ceil(high)).grownBy(self.contentsMargins())

    def heightForWidth(self, width: int) -> int:
        """Qt's override."""
        if not self.wordWrap():
            return -1
        known = self._heights.get(width)
        if known is None:
            margins = self.contentsMargins()
            known = self._size(max(0, width - margins.left() - margins.right())).height()
            self._heights[width] = known
        return known

    def sizeHint(self) -> QSize:
        """Qt's override: all in one line, or in lines of a length that is easily read."""
        if self._hint is None:
            line = self.fontMetrics().averageCharWidth() * _EASILY_READ if self.wordWrap() else _ENDLESS
            self._hint = self._size(line)
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Qt's override: the longest word, where it may be broken; else all of it."""
        if self._least is None:
            high = self.sizeHint().height()
            self._least = QSize(self._size(0).width(), high) if self.wordWrap() else self.sizeHint()
        return self._least

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        painter = QPainter(self)
        self.prepare()
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)
        else:
            self._paint(painter)

    def prepare(self) -> None:
        """Make the picture that will be shown, while nobody waits for it."""
        ratio = self.devicePixelRatioF()
        if not self._ground or not ratio.is_integer() or self.size().isEmpty():
            self._picture = None  # between the pixels of the screen it would be blurred
        elif self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = painted(self.size(), ratio, self._paint, self._ground)

    def _paint(self, painter: QPainter) -> None:
        if self._placed is None:
            self._placed = self._place()
        layout, at = self._placed
        layout.draw(painter, at)

    def _place(self) -> tuple[QTextLayout, QPointF]:
        """The words as they are broken at this width, and where they begin."""
        room = self.contentsRect()
        layout = self._layout(room.width())
        bounds = layout.boundingRect()
        x, y = float(room.left()), room.top() + (room.height() - bounds.height()) / 2
        side = self.alignment()
        if side & Qt.AlignmentFlag.AlignTop:
            y = float(room.top())
        if side & Qt.AlignmentFlag.AlignRight:
            x = room.right() + 1 - layout.lineAt(0).naturalTextWidth() if layout.lineCount() else x
        return layout, QPointF(x, y)
