"""Form fields that draw the sign for "opens a list" themselves: a style sheet could only name a file."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStylePainter,
    QToolTip,
    QWidget,
)

from consult_app.ui.belonging import MAIN_GROUPS
from consult_app.ui.look import fonts
from consult_app.ui.look.icons import paint_icon
from consult_app.ui.look.palette import group_style
from consult_app.ui.look.scaled import hold
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.finding import folded


def typed(field: QPlainTextEdit) -> str:
    """Return the words that stand in *field*, no-break spaces too: Qt's own plain text makes ordinary ones
    of them."""
    return field.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


_FIELD_EDGE: Final = 2
"""What Qt leaves between the frame of a field and its words."""
_PAUSE: Final = 1.2
"""Seconds after which a letter begins another name."""


class ChoiceBox(QComboBox):
    """One of a list, also by typing the beginning of its name or of one of its words; a long name ends in an
    ellipsis rather than widen the form; its tooltip is whole. The name that is chosen is in the colour of the
    group whose mark is before it; in the open list the platform's style has one ink for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed, self._typed_at = "", 0.0
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
            self._paint_name(painter, option)
        painter.end()
        _paint_sign(self, "down")

    def _paint_name(self, painter: QStylePainter, option: QStyleOptionComboBox) -> None:
        shown = self._shown_name()
        at, own = _coloured(shown) if self.isEnabled() else (len(shown), "")
        option.currentText = shown[:at]
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        if own:
            # by hand: the sheet gives the style one colour for all names
            room = self._name_room().adjusted(self.fontMetrics().horizontalAdvance(shown[:at]), 0, 0, 0)
            painter.setPen(QColor(own))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, flags, shown[at:])

    def _name_room(self) -> QRect:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)

    def _shown_name(self) -> str:
        room = self._name_room().width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: letters choose by name."""
        if not self._take_letter(event):
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Qt's override: letters choose in the open list as well."""
        self.view().installEventFilter(self)
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: see ``showPopup``."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take_letter(event):
            self.view().setCurrentIndex(self.model().index(self.currentIndex(), self.modelColumn()))
            return True
        return super().eventFilter(watched, event)

    def _take_letter(self, event: QKeyEvent) -> bool:
        """Go to the name that begins with what is being typed; False for a key that types nothing. The space
        bar opens the list, unless it stands within a name."""
        now = time.monotonic()
        begun = self._typed if now - self._typed_at < _PAUSE else ""
        if self.isEditable() or not _types(event) or not (begun + event.text()).strip():
            return False
        self._typed, self._typed_at = begun + event.text(), now
        asked = folded(self._typed) + (" " if self._typed.endswith(" ") else "")
        same = len(set(asked)) == 1  # one letter again and again: from each to the next that begins with it
        names = [f"{_plain(self.itemText(place))} " for place in range(self.count())]
        start = self.currentIndex() + (1 if same else 0)
        order = [(start + place) % self.count() for place in range(self.count())] if names else []
        asked = asked[:1] if same else asked
        found = next((place for place in order if names[place].startswith(asked)), -1)
        if found < 0:
            found = next((place for place in order if f" {asked}" in names[place]), -1)
        if found >= 0:
            self.setCurrentIndex(found)
            self.activated.emit(found)
        event.accept()
        return True

    def event(self, event: QEvent) -> bool:
        """Qt's override: a letter is no key of the station while the focus is here; where the name is cut and
        nothing else is said, the tooltip says the whole."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _types(event):
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip():
            cut = self._shown_name() != self.currentText()
            QToolTip.showText(event.globalPos(), self.currentText() if cut else "", self)
            return True
        return super().event(event)


def _coloured(name: str) -> tuple[int, str]:
    """Where in *name* the mark of a group stands, from which on it is in the group's colour, and that colour;
    "" where none stands."""
    looks = (group_style(Theme.current(), group) for group in MAIN_GROUPS)
    return next(((name.index(look.mark), look.ink) for look in looks if look.mark in name), (len(name), ""))


def _types(event: QKeyEvent) -> bool:
    """Whether a key writes a letter, a figure or a space."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and event.text().isprintable() and bool(event.text())


def _plain(name: str) -> str:
    """A name without the mark that stands before it, as it is compared."""
    return folded(name.lstrip("".join({c for c in name if not c.isalnum()})))


class SearchField(QLineEdit):
    """Where words are sought. Its hint names what can be sought; the tooltip says it as a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        hold(self, from_wide=150)

    def set_hint(self, hint: str, whole: str = "") -> None:
        """Set the *hint* that stands in the empty field; *whole* is for those who ask or listen, where it
        says more."""
        self.setPlaceholderText(hint)
        self.setToolTip(whole or hint)
        self.setAccessibleDescription(whole)


class PathField(QLineEdit):
    """Where the place of a file is typed. Unless somebody writes in it, a long one is cut in its middle, as
    its beginning and its end say the most; its tooltip is whole."""

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self.setToolTip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room.adjust(_FIELD_EDGE, 0, -_FIELD_EDGE, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        if self.hasFocus() or shown == self.text():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        # where Qt itself sets the line: it rounds the other way than a text in the middle is rounded
        high = self.fontMetrics().height()
        room.setTop(room.top() + (room.height() - high + 1) // 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)


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
    paint_icon(QPainter(field), where, name, palette.ink if field.isEnabled() else palette.off, 2)
