"""Form fields that draw the sign for "opens a list" themselves: a style sheet could only name a file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from consult_app.ui import fonts
from consult_app.ui.icons import paint_icon
from consult_app.ui.theme import Theme


class ChoiceBox(QComboBox):
    """One of a list; long names are cut rather than the form widened."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def fill(self, names: Mapping[str, str]) -> None:
        """Offer *names* by their keys, without a signal; what was chosen stays chosen."""
        chosen = self.currentData()
        self.blockSignals(True)
        self.clear()
        for key, name in names.items():
            self.addItem(name, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        super().paintEvent(event)
        _paint_sign(self, "down")


class DateField(QDateEdit):
    """A day, typed or taken from the calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        super().paintEvent(event)
        _paint_sign(self, "down")


def _paint_sign(field: QWidget, name: str) -> None:
    side = fonts.pixels(14)
    where = QRectF(field.width() - side - 9, (field.height() - side) / 2, side, side)
    palette = Theme.current()
    paint_icon(QPainter(field), where, name, palette.ink if field.isEnabled() else palette.dim, 2)
