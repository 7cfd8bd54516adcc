"""Columns and pages that are scrolled where there is less room than they need: never squeezed, never cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QWidget

from consult_app.ui.look.theme import Theme


class GroundedBar(QScrollBar):
    """An upright bar that covers the ground it lies on: where it changes nothing around it is painted. Of a
    bar that one looks through, Qt has all that stands under it painted, from the window up."""

    def __init__(self, ground: str) -> None:
        """Lie on *ground*, a colour of the palette."""
        super().__init__(Qt.Orientation.Vertical)
        self._ground = ground

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: the style sheet has taken the bar for one that is looked through."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: so does each new one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: the ground, and the bar on it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(getattr(Theme.current(), self._ground)))
        painter.end()
        super().paintEvent(event)


def scrolled(inside: QWidget) -> QScrollArea:
    """Return an area that scrolls *inside* up and down, and from side to side only in a window so narrow that
    it would be cut; Tab goes to what is in it, not to the area."""
    area = QScrollArea()
    area.setProperty("scrolls", "column")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


class Roomy(QScrollArea):
    """Gives a page all the room there is, and scrolls it only where that is less than the page can do with.

    ``scrolled()`` gives a column the height that it likes. A page has parts that like to be high and can be
    low, such as a list: it is held to the height that it needs at least. What has the focus is in sight.
    """

    def __init__(self, inside: QWidget, *, sideways: bool = True) -> None:
        """Scroll *inside*; where not *sideways*, it has the width there is, and gives way within."""
        super().__init__()
        self._inside, self._sideways = inside, sideways
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def sizeHint(self) -> QSize:
        """Qt's override: that of the page."""
        return self._inside.sizeHint()

    def _fit(self) -> None:
        inside = self._inside
        room = self.maximumViewportSize()
        bars = QSize(
            self.verticalScrollBar().sizeHint().width(), self.horizontalScrollBar().sizeHint().height()
        )
        # a bar takes room of its own, for which the other one may be needed
        size = self._least(room)
        if size.height() > room.height():
            size = self._least(QSize(room.width() - bars.width(), room.height()))
        if size.width() > room.width():
            size = self._least(QSize(size.width(), room.height() - bars.height()))
        if inside.size() != size:
            inside.resize(size)
            self._follow(None, QApplication.focusWidget())

    def _least(self, room: QSize) -> QSize:
        """The size of the page in *room*: no smaller than it needs."""
        inside = self._inside
        least, layout = inside.minimumSizeHint().expandedTo(inside.minimumSize()), inside.layout()
        wide = max(room.width(), least.width()) if self._sideways else room.width()
        high = least.height()
        if layout is not None and layout.hasHeightForWidth():
            high = layout.totalMinimumHeightForWidth(wide)
        return QSize(wide, max(room.height(), high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: there is more room, or less."""
        self._fit()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: the page needs more, or less; Qt itself tells the area of it only one pass later."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside:
            self._fit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @Slot("QWidget*", "QWidget*")
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self.ensureWidgetVisible(now)


__all__ = ["GroundedBar", "Roomy", "scrolled"]
