"""The window's small controls: labels, buttons, chips, segments.

They carry no message ids: whoever builds them sets their words in its own ``retranslate()``. Each
sets an accessible name from the words it is given. Looks come from the style sheet by way of the
properties ``role``, ``variant`` and ``tone``.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6 import QtWidgets  # a class of Qt's is made when it is first named: QStyle is a dear one
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QSizePolicy,
    QWidget,
)

from consult_app.ui.keys import scopes_of, spell_now
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.entering import entered_on as entered_on
from consult_app.ui.parts.measured import MeasuredButton, MeasuredLabel
from consult_app.ui.parts.pictures import paint_alike
from consult_app.ui.parts.segments import SegmentedControl as SegmentedControl

HINT_ALPHA = 0.85
"""How much of a button's ink its key has, but for high contrast."""
_CLEAR = frozenset(("flat", "flat-left", "rail-link"))
"""Variants with no ground of their own: letters that are set on none are thinner."""
_AT_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_AT_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet looks at, and let the sheet look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


class Label(MeasuredLabel):
    """A label in one of the sheet's roles: dim, small, section, lead, heading, strong, title, problem."""

    def __init__(self, role: str = "", text: str = "", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)


class SectionTitle(Label):
    """The small bold heading over a group of rows."""

    def __init__(self, text: str = "") -> None:
        super().__init__("section", text)


class Elided(Label):
    """A one-line label that ends in an ellipsis where room is short; the whole is in its tooltip."""

    def __init__(self, role: str = "", text: str = "") -> None:
        super().__init__(role, text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Qt's name: set the words, and the tooltip where they are cut."""
        if text != self.text():
            super().setText(text)
            self._say_whole()

    def minimumSizeHint(self) -> QSize:
        """Qt's override: about four letters are enough."""
        if self._least is None:
            self.ensurePolished()  # else it is measured in the type of before the sheet
            letters = self.fontMetrics().horizontalAdvance("mmmm")
            self._least = QSize(letters, super().minimumSizeHint().height())
        return self._least

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: paint the text cut to the width there is."""
        painter, shown = QPainter(self), self.text()
        if self.sizeHint().width() > self.width():
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: offer the whole text as a tooltip only where it is cut."""
        super().resizeEvent(event)
        self._say_whole()

    def _say_whole(self) -> None:
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            self.setToolTip("")
            return
        from html import escape  # the window is shown before it is needed

        self.setToolTip(escape(self.text()))


class HairLine(QFrame):
    """One pixel between two panels."""

    def __init__(self, *, vertical: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "hairline")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Button(MeasuredButton):
    """A push button with its key at the side ("Adopt  A"): text and hint are painted, never joined.

    *variant*: ``quiet``, ``primary``, ``flat``, ``flat-left`` (words at its left edge), ``danger``,
    ``rail-link``; ``rail`` and ``rail-primary`` are those of the start page.
    """

    GAP: ClassVar[int] = 6
    HINT: ClassVar[Size] = Size.TINY

    def __init__(self, variant: str = "quiet", text: str = "", hint: str = "") -> None:
        super().__init__()
        self._hint = ""
        self._shipped_key = ""
        self._in_place = False
        self._widths = (0, 0)
        self._mark_colour = self._ground = ""
        self.setProperty("variant", variant)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if text:
            self.set_words(text, hint)

    def set_words(self, text: str, hint: str = "") -> None:
        """Set the words and, if it has one, the key that the program gives it ("Ctrl+N"): the one that
        is pressed now is shown."""
        # "&" would be taken for a mnemonic.
        shown = text.replace("&", "&&")
        same, self._shipped_key = (shown, hint) == (self.text(), self._shipped_key), hint
        self._spell()
        if same:
            return
        self.setText(shown)
        self.setAccessibleName(text)
        self.measure_anew()

    def set_mark_colour(self, colour: str) -> None:
        """Paint the first letter of the words of a button with a key, the mark of a group, in *colour*."""
        if colour != self._mark_colour:
            self._mark_colour = colour
            self.update()

    def lie_on(self, ground: str) -> None:
        """Lie on *ground*, a colour of the palette, and on nothing else: a button with no ground of its own
        can be shown from a picture then."""
        self._ground = ground
        self.update()

    def _spell(self) -> None:
        hint = spell_now(self._shipped_key, *scopes_of(self)) if self._shipped_key else ""
        if hint != self._hint:
            self._hint = hint
            self.setAccessibleDescription(hint)
            self.measure_anew()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: only now is it certain at which station the button stands, whose keys are its
        own; it stays there."""
        super().showEvent(event)
        if not self._in_place:
            self._in_place = True
            self._spell()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: a key may be another one, or be called otherwise."""
        if event.type() == QEvent.Type.LanguageChange:
            self._spell()
        elif event.type() == QEvent.Type.ParentChange:
            self._in_place = False
        super().changeEvent(event)

    @property
    def hint(self) -> str:
        """The key shown beside the words, in the platform's spelling."""
        return self._hint

    def measure(self) -> QSize:
        """Return the size with room for the key beside the words."""
        size = super().measure()
        if self._hint:
            words = self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
            self._widths = words, QFontMetrics(self.hint_font()).horizontalAdvance(self._hint)
            size.setWidth(size.width() + self._gap() + self._widths[1])
        return size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Enter presses."""
        if not entered_on(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: frame by the sheet, then words and key."""
        if not self._hint:
            super().paintEvent(event)
            self.paint_ring(QPainter(self))
            return
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        variant, painter = self.property("variant"), QPainter(self)
        if variant in _CLEAR and not self._ground:
            self._paint(option, painter)
            return
        says = self.text(), self._hint, self._mark_colour
        look = (*says, variant, option.state.value, option.features.value)
        paint_alike(painter, self, look, partial(self._paint, option), self._ground)

    def _paint(self, option: QtWidgets.QStyleOptionButton, painter: QPainter) -> None:
        style = self.style()
        style.drawControl(QtWidgets.QStyle.ControlElement.CE_PushButton, option, painter, self)
        part = QtWidgets.QStyle.SubElement.SE_PushButtonContents
        inside = style.subElementRect(part, option, self)
        words, ink = self.text().replace("&&", "&"), QColor(self.ink())
        self.sizeHint()  # measures both
        words_width, hint_width = self._widths
        total = words_width + self._gap() + hint_width
        start = inside.left() + max(0, (inside.width() - total) // 2)
        painter.setPen(ink)
        for_words = QRect(start, inside.top(), words_width + 2, inside.height())
        if self._mark_colour and self.isEnabled():
            painter.setPen(QColor(self._mark_colour))
            painter.drawText(for_words, _AT_LEFT, words[:1])
            for_words.setLeft(start + self.fontMetrics().horizontalAdvance(words[:1]))
            painter.setPen(ink)
            words = words[1:]
        painter.drawText(for_words, _AT_LEFT, words)
        self.paint_hint(
            painter, QRect(inside.left(), inside.top(), start + total - inside.left(), inside.height())
        )
        self.paint_ring(painter)

    def paint_hint(self, painter: QPainter, within: QRect) -> None:
        """Paint the key at the right edge of *within*."""
        ink = QColor(self.ink())
        if not Theme.current().high_contrast:
            ink.setAlphaF(HINT_ALPHA)
        painter.setFont(self.hint_font())
        painter.setPen(ink)
        painter.drawText(within, _AT_RIGHT, self._hint)

    def paint_ring(self, painter: QPainter) -> None:
        """The frame of the sheet is as dark as a filled button: a ring within shows that it has the focus."""
        if self.hasFocus() and self.property("variant") in ("primary", "rail-primary"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.ink()), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(3.25, 3.25, -3.25, -3.25), 4, 4)

    def ink(self) -> str:
        """Return the colour of the words."""
        palette, variant = Theme.current(), self.property("variant")
        if variant == "rail-primary":
            return palette.rail_on_accent
        if variant == "rail":
            return palette.rail_strong
        if not self.isEnabled():
            return palette.off
        if variant == "primary":
            return palette.on_accent
        return palette.error if variant == "danger" else palette.ink

    def _gap(self) -> int:
        return fonts.pixels(self.GAP)

    def hint_font(self) -> QFont:
        """Return the type in which the key is set."""
        return fonts.window(self.HINT)


class PrimaryButton(Button):
    """The one thing to do here."""

    def __init__(self, text: str = "", hint: str = "") -> None:
        super().__init__("primary", text, hint)


class QuietButton(Button):
    """Everything else that can be done here."""

    def __init__(self, text: str = "", hint: str = "") -> None:
        super().__init__("quiet", text, hint)
