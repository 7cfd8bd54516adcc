"""Form fields that draw the sign for "opens a list" themselves: a style sheet could only name a file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from consult_app.ui import fonts
from consult_app.ui.icons import paint_icon
from consult_app.ui.theme import Theme


def typed(field: QPlainTextEdit) -> str:
    """Return the words that stand in *field*, no-break spaces too: Qt's own plain text makes ordinary ones
    of them."""
    return field.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


class ChoiceBox(QComboBox):
    """One of a list; a long name ends in an ellipsis rather than widen the form; its tooltip is whole."""

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
        """Qt's override: the frame by the sheet, the name cut to the room there is, the sign."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if not self.isEditable():
            option.currentText = self._shown_name()
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        _paint_sign(self, "down")

    def _shown_name(self) -> str:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def event(self, event: QEvent) -> bool:
        """Qt's override: where the name is cut and nothing else is said, the tooltip says the whole."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip():
            cut = self._shown_name() != self.currentText()
            QToolTip.showText(event.globalPos(), self.currentText() if cut else "", self)
            return True
        return super().event(event)


class SearchField(QLineEdit):
    """Where words are sought. Its hint ends in an ellipsis where room is short; its tooltip is whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(fonts.pixels(150))

    def set_hint(self, hint: str) -> None:
        """Set the *hint* that stands in the empty field."""
        self.setPlaceholderText(hint)
        self.setToolTip(hint)


class DateField(QDateEdit):
    """A day, typed or taken from the calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt's override: where words stand for "not known", there is no day, month or year to go through, and
        Qt itself would never let Tab out."""
        if self.specialValueText() and self.date() == self.minimumDate():
            return QAbstractSpinBox.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        super().paintEvent(event)
        _paint_sign(self, "down")


def _paint_sign(field: QWidget, name: str) -> None:
    side = fonts.pixels(14)
    where = QRectF(field.width() - side - 9, (field.height() - side) / 2, side, side)
    palette = Theme.current()
    paint_icon(QPainter(field), where, name, palette.ink if field.isEnabled() else palette.dim, 2)
