"""Where a card stands in the column of amendments, and how high it is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from consult_app.ui.table.cards import AmendmentCard


class CardHolder(QWidget):
    """Holds a card, set in when it is that of a subamendment.

    It places the card itself and keeps its heights: what scrolls asks for those of all cards, at several
    widths, whenever one of them changes.
    """

    def __init__(self, card: AmendmentCard) -> None:
        super().__init__()
        self._card = card
        card.setParent(self)
        self._by = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.measure_anew()

    def measure_anew(self) -> None:
        """The card may need another height: what stands around it is to ask again."""
        self._heights: dict[int, int] = {}
        self._hints: tuple[QSize, QSize] | None = None
        self.updateGeometry()

    def indent(self, by: int) -> None:
        """Set the card in *by* pixels."""
        if by != self._by:
            self._by = by
            self.measure_anew()
            self._place()

    def _place(self) -> None:
        self._card.setGeometry(self._by, 0, self.width() - self._by, self.height())

    def heightForWidth(self, width: int) -> int:
        """Qt's override."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = self._card.heightForWidth(width - self._by)
        return known

    def sizeHint(self) -> QSize:
        """Qt's override."""
        return self._measured()[0]

    def minimumSizeHint(self) -> QSize:
        """Qt's override."""
        return self._measured()[1]

    def _measured(self) -> tuple[QSize, QSize]:
        if self._hints is None:
            aside = QSize(self._by, 0)
            self._hints = self._card.sizeHint() + aside, self._card.minimumSizeHint() + aside
        return self._hints

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: of what became of the card out of sight Qt tells nobody."""
        super().showEvent(event)
        self.measure_anew()

    def event(self, event: QEvent) -> bool:
        """Qt's override: the card needs another height. It gets it with that of its holder: to place it now
        would be for the height that this has no longer."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.measure_anew()
        return super().event(event)
