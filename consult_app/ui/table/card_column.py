"""The column of cards that is scrolled: each under the one before it, as high as it needs to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from consult_app.ui.look.theme import Theme


class CardColumn(QWidget):
    """Places what it holds from top to bottom.

    A layout of Qt's, in an area that scrolls, would ask each card for its heights at several widths whenever
    one of them changes. Here each is asked once, and what only stands elsewhere is moved as it is painted.

    Signals: ``placed_anew()`` when everything has the place and the height that it needs now.
    """

    placed_anew = Signal()

    def __init__(self, above: int, between: int, below: int) -> None:
        """Leave so many pixels above the first, between two, and below the last."""
        super().__init__()
        self._above, self._between, self._below = above, between, below
        self._order: list[QWidget] = []
        self._insets: Mapping[QWidget, int] = {}
        self._left = self._room = 0
        self._held = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # all hangs from the top, however high it is

    def place_of(self, widget: QWidget) -> int:
        """The place of *widget* from the top. Raises ValueError where it is not in the column."""
        return self._order.index(widget)

    def arrange(self, order: Sequence[QWidget], insets: Mapping[QWidget, int] | None = None) -> None:
        """Hold these and no others, in this order; hidden ones take no room. *insets* says by how many pixels
        some of them are set in."""
        for widget in order:
            if widget.parentWidget() is not self:
                widget.setParent(self)
        self._order, self._insets = list(order), insets or {}
        self._place_if_free()

    def put_behind(self, widget: QWidget, before: QWidget) -> None:
        """Move *widget*, which is in the column, to the place behind *before*."""
        if self._order[self._order.index(before) + 1 :][:1] != [widget]:
            self._order.remove(widget)
            self._order.insert(self._order.index(before) + 1, widget)
            self._place_if_free()

    def fit(self, left: int, room: int) -> None:
        """Have what stands in the column begin at *left* and be *room* pixels wide, however wide it is."""
        if (left, room) != (self._left, self._room):
            self._left, self._room = left, room
            self._place_if_free()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Leave everything where it is until all is shown and said: it is placed by :meth:`place` then."""
        before, self._held = self._held, True
        try:
            yield
        finally:
            self._held = before

    @property
    def is_held(self) -> bool:
        """Whether nothing is placed until somebody asks for it."""
        return self._held

    def _place_if_free(self) -> None:
        if not self._held:
            self.place()

    def place(self) -> None:
        """Give each widget its place and height, and the column its own height."""
        # with this is done what was asked of it until now
        QCoreApplication.removePostedEvents(self, QEvent.Type.LayoutRequest.value)
        at = self._above
        for widget in self._order:
            if widget.isHidden():
                continue
            aside = self._insets.get(widget, 0)
            wide = self._room - aside
            high = widget.heightForWidth(wide) if widget.hasHeightForWidth() else widget.sizeHint().height()
            widget.setGeometry(self._left + aside, at, wide, high)
            at += high + self._between
        self.resize(self.width(), max(self._above, at - self._between) + self._below)
        self.placed_anew.emit()

    def event(self, event: QEvent) -> bool:
        """Qt's override: something in the column needs more room, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_if_free()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: of what became of it out of sight Qt tells nobody."""
        super().showEvent(event)
        self._place_if_free()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: the ground under the cards."""
        QPainter(self).fillRect(event.rect(), QColor(Theme.current().panel))
