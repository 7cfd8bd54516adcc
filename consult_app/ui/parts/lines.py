"""Lines of controls that are broken where they are too long, and sides that leave room for what is beside.

With larger type, in a language of long words, or beside the panel of the room, a line of buttons needs more
than there is: it is broken, never cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QLayout, QSizePolicy, QWidget

from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme

_NEW_SIZE = frozenset((QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ContentsRectChange))

_SHARE = 0.43
"""The part of the room that a side takes at most."""


@dataclass(frozen=True)
class _Piece:
    """One widget of a line, or (None) air that pushes what follows to the right."""

    widget: QWidget | None
    stretch: int
    behind: bool
    """Whether it stands to the right of what takes the room that is left."""

    @property
    def likes(self) -> int:
        """The width that it has where there is room."""
        if self.widget is None:
            return 0
        return min(max(self.least, self.widget.sizeHint().width()), self.widget.maximumWidth())

    @property
    def least(self) -> int:
        """The smallest width that it may be held to."""
        if self.widget is None:
            return 0
        return max(self.widget.minimumSizeHint().width(), self.widget.minimumWidth())

    @property
    def needs(self) -> int:
        """What counts when the line is broken: what shares in the rest may be smaller than it likes."""
        return self.least if self.stretch else self.likes

    @property
    def narrowest(self) -> int:
        """What it must have in a line of its own: what is higher where it is narrow can do with less."""
        broken = self.widget is not None and self.widget.hasHeightForWidth()
        return self.least if broken else self.needs

    def height(self, wide: int) -> int:
        """The height at that width: words that are broken into lines need more where they are narrow."""
        if self.widget is None:
            return 0
        if self.widget.hasHeightForWidth():
            return self.widget.heightForWidth(wide)
        return max(self.widget.sizeHint().height(), self.widget.minimumHeight())


class BrokenLine(QWidget):
    """A row that is broken where it is too long; a widget with a stretch takes the room that its line leaves.

    What stands behind that widget, or behind ``add_stretch()``, stands to the right in each line it fills.
    The widgets are placed here and not by a layout of Qt's: one written in Python would lose its items.
    """

    def __init__(self, spacing: int = 8, between: int | None = None, *, centred: bool = False) -> None:
        """Leave *spacing* beside each widget, and as much *between* the lines unless that is given; *centred*
        lines stand in the middle."""
        super().__init__()
        self._all: list[_Piece] = []
        self._spacing = spacing
        self._between = spacing if between is None else between
        self._centred = centred
        self._heights: dict[int, int] = {}
        self._hints: list[QSize] = []
        self._high = 0
        # not Fixed: that would hold it to the height of one line
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add *widget* at the end; with a *stretch* it shares in the room that its line leaves."""
        hidden = widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        widget.setParent(self)
        widget.setVisible(not hidden)
        self._put(widget, stretch)

    def add_stretch(self) -> None:
        """Let what follows stand to the right."""
        self._put(None, 1)

    def _put(self, widget: QWidget | None, stretch: int) -> None:
        self._all.append(_Piece(widget, stretch, any(each.stretch for each in self._all)))
        self._measure_anew()

    def _measure_anew(self) -> None:
        # the layouts around a line ask for its height dozens of times at each change
        self._heights.clear()
        self._hints.clear()
        self.updateGeometry()

    def _settle(self) -> None:
        self._measure_anew()
        self._break()

    def _break(self) -> None:
        self._high = self._lay(self.width(), really=True)

    def heightForWidth(self, width: int) -> int:
        """Qt's override: a narrow line is a high one."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = self._lay(width, really=False)
        return known

    def sizeHint(self) -> QSize:
        """Qt's override: everything in one line."""
        return self._measured()[0]

    def minimumSizeHint(self) -> QSize:
        """Qt's override: the longest widget in a line of its own."""
        return self._measured()[1]

    def _measured(self) -> list[QSize]:
        if not self._hints:
            shown = self._shown()
            high = max((each.height(each.likes) for each in shown), default=0)
            wide = sum(each.likes for each in shown) + self._gaps(shown)
            longest = max((each.narrowest for each in shown), default=0)
            self._hints = [self._framed(wide, high), self._framed(longest, high)]
        return self._hints

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: break the line anew."""
        super().resizeEvent(event)
        self._break()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: a button knows its key only now that it is shown."""
        super().showEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Qt's override: one of the widgets needs more, or was hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            before = self._high
            self._settle()
            if self._high != before and self.isVisible():
                settle(*_around(self))
        elif event.type() in _NEW_SIZE:
            self._measure_anew()
        return super().event(event)

    def _framed(self, wide: int, high: int) -> QSize:
        return QSize(wide, high).grownBy(self.contentsMargins())

    def _shown(self) -> list[_Piece]:
        return [each for each in self._all if each.widget is None or not each.widget.isHidden()]

    def _gaps(self, line: list[_Piece]) -> int:
        return self._spacing * max(0, sum(each.widget is not None for each in line) - 1)

    def _lines(self, width: int) -> list[list[_Piece]]:
        lines: list[list[_Piece]] = [[]]
        used = 0
        for piece in self._shown():
            if piece.widget is None:
                lines[-1].append(piece)
                continue
            needs = piece.needs
            begun = any(each.widget is not None for each in lines[-1])
            if begun and used + self._spacing + needs > width:
                lines.append([piece])
                used = needs
            else:
                lines[-1].append(piece)
                used += needs + (self._spacing if begun else 0)
        return lines

    def _lay(self, width: int, *, really: bool) -> int:
        """Place the widgets where *really*; return the height at *width*."""
        inner = QRect(0, 0, width, 0).marginsRemoved(self.contentsMargins())
        top = self.contentsMargins().top()
        for line in self._lines(inner.width()):
            widths = self._widths(line, inner.width())
            high = max((each.height(wide) for each, wide in zip(line, widths, strict=True)), default=0)
            if really:
                self._place(line, widths, QRect(inner.left(), top, inner.width(), high))
            top += high + self._between
        return max(0, top - self._between) + self.contentsMargins().bottom()

    def _widths(self, line: list[_Piece], width: int) -> list[int]:
        needs = [each.needs for each in line]
        free = max(0, width - sum(needs) - self._gaps(line))
        shares = max(1, sum(each.stretch for each in line))
        return [min(n + free * each.stretch // shares, width) for n, each in zip(needs, line, strict=True)]

    def _place(self, line: list[_Piece], widths: list[int], room: QRect) -> None:
        at = room.left()
        left = max(0, room.width() - sum(widths) - self._gaps(line))
        if self._centred:
            at += left // 2
        elif line and line[0].behind and not any(each.stretch for each in line):
            at += left
        for piece, wide in zip(line, widths, strict=True):
            if piece.widget is None:
                at += wide
                continue
            high = min(piece.height(wide), room.height())
            piece.widget.setGeometry(at, room.top() + (room.height() - high) // 2, wide, high)
            at += wide + self._spacing


def _around(line: QWidget) -> Iterator[QWidget]:
    """What stands around *line*, the innermost first, as far as its height counts: up to what scrolls.

    Qt tells each of these only once the one within was laid out, and puts off until the next pass what it is
    asked during one: with a frame painted between, in which a new row of the line lies over what is below.
    """
    at = line.parentWidget()
    while at is not None:
        yield at
        at = at.parentWidget() if not isinstance(at, QAbstractScrollArea) and not at.isWindow() else None


def settle(*widgets: QWidget) -> None:
    """Lay *widgets* out now, the innermost first, as Qt would have them laid out in a moment.

    Qt does so in the order in which they were told of a change: what stands around a widget is then laid
    out for the size that it had, painted, and laid out and painted once more.
    """
    for widget in widgets:
        QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)


def take_height(widget: QWidget) -> None:
    """Give *widget* the height that its layout needs at its width: what stands around it will do so, and it
    would be laid out for the height that it had before that."""
    widget.resize(widget.width(), widget.heightForWidth(widget.width()))


@contextmanager
def laid_out_once(*layouts: QLayout | None) -> Iterator[None]:
    """Have what stands in *layouts* laid out once for all that is shown and hidden meanwhile: Qt would do so
    at each widget that comes into sight, for sizes that are not the last."""
    held = [each for each in layouts if each is not None and each.isEnabled()]
    for each in held:
        each.setEnabled(False)
    try:
        yield
    finally:
        for each in held:
            each.setEnabled(True)
            for line in each.findChildren(QLayout):
                line.invalidate()  # else it answers with what it needed before
            each.update()


def held_width(wide: int, room: QWidget, share: float = _SHARE) -> int:
    """Return *wide* steps of the type scale in pixels, at most a share of *room*."""
    return min(fonts.pixels(wide), round(room.width() * share))


class HeldSide(QObject):
    """Holds *side* to *wide* steps of the type scale, and never to more than its share of *room*, the part of
    the window that it stands in."""

    def __init__(self, side: QWidget, wide: int, room: QWidget, share: float = _SHARE) -> None:
        super().__init__(room)
        self._side, self._wide, self._room, self._share = side, wide, room, share
        room.installEventFilter(self)
        Theme.instance().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self._side.setFixedWidth(held_width(self._wide, self._room, self._share))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: the room is another."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)


def in_line(widget: QWidget, before: int, after: int = 0) -> QHBoxLayout:
    """Return a row with *widget* so that what is seen of it stands in line with the words above: *before* and
    *after* are the pixels at its sides that only its frame or the ring of the focus may need."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(-before)
    row.addWidget(widget)
    row.addSpacing(-after)
    return row
