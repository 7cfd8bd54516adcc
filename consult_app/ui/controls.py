"""The window's small controls: labels, buttons, chips, segments, dots.

They carry no message ids: whoever builds them sets their words in its own ``retranslate()``. Each
sets an accessible name from the words it is given. Looks come from the style sheet by way of the
properties ``role``, ``variant`` and ``tone``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from consult_app.ui import fonts
from consult_app.ui.fonts import Size
from consult_app.ui.icons import Status, paint_status
from consult_app.ui.keys import scopes_of, spell_now
from consult_app.ui.theme import Theme


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet looks at, and let the sheet look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


class Label(QLabel):
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
        super().setText(text)
        self._say_whole()

    def minimumSizeHint(self) -> QSize:
        """Qt's override: about four letters are enough."""
        return QSize(self.fontMetrics().horizontalAdvance("mmmm"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: paint the text cut to the width there is."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: offer the whole text as a tooltip only where it is cut."""
        super().resizeEvent(event)
        self._say_whole()

    def _say_whole(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(escape(self.text()) if cut else "")


class HairLine(QFrame):
    """One pixel between two panels."""

    def __init__(self, *, vertical: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "hairline")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class StatusDot(QWidget):
    """A state mark of its own; *words* say it to a screen reader and in the tooltip."""

    def __init__(self, status: Status = Status.OPEN, words: str = "") -> None:
        super().__init__()
        self._status = status
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(status, words)

    def sizeHint(self) -> QSize:
        """Qt's override: a little more than a letter's height."""
        return QSize(fonts.pixels(16), fonts.pixels(16))

    def show_status(self, status: Status, words: str) -> None:
        """Show *status*; *words* name it."""
        self._status = status
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        painter = QPainter(self)
        paint_status(painter, self.rect().toRectF(), self._status, Theme.current())


class Chip(QLabel):
    """A rounded fact in the top bar: plain words, a strong part, a tail ("Floor: **Worker** 2:14")."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._parts = ("", "", "", "", "")
        Theme.instance().changed.connect(self._render)

    def show_fact(
        self, words: str = "", *, strong: str = "", tail: str = "", mark: str = "", tone: str = ""
    ) -> None:
        """Show a fact; *tone* names a colour of the palette (``ok``, ``workers``) for mark and strong part.

        Without any words the chip hides itself.
        """
        self._parts = (words, strong, tail, mark, tone)
        self.setVisible(any((words, strong, tail)))
        self.setAccessibleName(" ".join(part for part in (words, strong, tail) if part))
        self._render()

    @Slot()
    def _render(self) -> None:
        words, strong, tail, mark, tone = (escape(part) for part in self._parts)
        colour = getattr(Theme.current(), tone) if tone else Theme.current().ink
        pieces = []
        if mark and not strong:
            pieces.append(f'<span style="color:{colour}">{mark}</span>')
        if words:
            pieces.append(words)
        if strong:
            inside = f"{mark} {strong}" if mark else strong
            pieces.append(f'<b style="color:{colour}">{inside}</b>')
        if tail:
            pieces.append(tail)
        self.setText(" ".join(pieces))


class Button(QPushButton):
    """A push button with its key at the side ("Adopt  A"): text and hint are painted, never joined.

    *variant*: ``quiet``, ``primary``, ``flat``, ``danger``, ``rail``, ``rail-primary``, ``rail-link``.
    """

    def __init__(self, variant: str = "quiet", text: str = "", hint: str = "", *, wide: bool = False) -> None:
        super().__init__()
        self._hint = ""
        self._shipped_key = ""
        self._wide = wide
        self.setProperty("variant", variant)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if text:
            self.set_words(text, hint)

    def set_words(self, text: str, hint: str = "") -> None:
        """Set the words and, if it has one, the key that the program gives it ("Ctrl+N"): the one that
        is pressed now is shown."""
        self._shipped_key = hint
        self._spell()
        # "&" would be taken for a mnemonic.
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def _spell(self) -> None:
        hint = spell_now(self._shipped_key, *scopes_of(self)) if self._shipped_key else ""
        if hint != self._hint:
            self._hint = hint
            self.setAccessibleDescription(hint)
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: only now is it certain at which station the button stands, whose keys are its
        own."""
        super().showEvent(event)
        self._spell()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: a key may be another one, or be called otherwise."""
        if event.type() == QEvent.Type.LanguageChange:
            self._spell()
        super().changeEvent(event)

    @property
    def hint(self) -> str:
        """The key shown beside the words, in the platform's spelling."""
        return self._hint

    def sizeHint(self) -> QSize:
        """Qt's override: room for the key beside the words."""
        size = super().sizeHint()
        if self._hint:
            size.setWidth(size.width() + self._gap() + self._hint_metrics().horizontalAdvance(self._hint))
        return size

    def minimumSizeHint(self) -> QSize:
        """Qt's override: words and key are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: the page around a wide button decides where the arrows lead."""
        if self._wide and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: frame by the sheet, then words and key."""
        if not self._hint and not self._wide:
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        words, ink = self.text().replace("&&", "&"), QColor(self._ink())
        hint_font = self._hint_font()
        hint_width = QFontMetrics(hint_font).horizontalAdvance(self._hint)
        words_width = self.fontMetrics().horizontalAdvance(words)
        side = Qt.AlignmentFlag.AlignVCenter
        start, hint_end = inside.left(), inside.right() + 1
        if not self._wide:
            total = words_width + self._gap() + hint_width
            start = inside.left() + max(0, (inside.width() - total) // 2)
            hint_end = start + total
        painter.setPen(ink)
        for_words = QRect(start, inside.top(), words_width + 2, inside.height())
        painter.drawText(for_words, side | Qt.AlignmentFlag.AlignLeft, words)
        painter.setFont(hint_font)
        ink.setAlphaF(0.78)
        painter.setPen(ink)
        for_hint = QRect(inside.left(), inside.top(), hint_end - inside.left(), inside.height())
        painter.drawText(for_hint, side | Qt.AlignmentFlag.AlignRight, self._hint)

    def _ink(self) -> str:
        palette, variant = Theme.current(), self.property("variant")
        if variant == "rail-primary":
            return palette.rail_on_accent
        if variant == "rail":
            return palette.rail_strong
        if not self.isEnabled():
            return palette.dim
        if variant == "primary":
            return palette.on_accent
        return palette.error if variant == "danger" else palette.ink

    def _gap(self) -> int:
        return fonts.pixels(18 if self._wide else 6)

    def _hint_font(self) -> QFont:
        return fonts.window(Size.SMALL if self._wide else Size.TINY)

    def _hint_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._hint_font())


class PrimaryButton(Button):
    """The one thing to do here."""

    def __init__(self, text: str = "", hint: str = "") -> None:
        super().__init__("primary", text, hint)


class QuietButton(Button):
    """Everything else that can be done here."""

    def __init__(self, text: str = "", hint: str = "") -> None:
        super().__init__("quiet", text, hint)


class SegmentedControl(QFrame):
    """Neighbouring choices in one frame: exactly one of them, or (``several``) at least one.

    Signals: ``chosen(key)`` for one; ``selection_changed(keys)`` for several (a tuple, in order).
    Both are emitted only when a person changes the choice.
    """

    chosen = Signal(str)
    selection_changed = Signal(tuple)

    def __init__(self, keys: Iterable[str], *, several: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key in keys:
            button = QPushButton()
            button.setProperty("variant", "segment")
            button.setProperty("key", key)
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._buttons[key] = button
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)

    def set_words(self, name: str, labels: Mapping[str, str], names: Mapping[str, str] | None = None) -> None:
        """Set the control's accessible name and each segment's label; *names* say short labels in full."""
        self.setAccessibleName(name)
        for key, button in self._buttons.items():
            full = (names or labels)[key]
            button.setText(labels[key])
            button.setAccessibleName(full)
            button.setAccessibleDescription(name)
            button.setToolTip(full if full != labels[key] else "")

    def choose(self, *keys: str) -> None:
        """Show *keys* as chosen, without a signal. Raises KeyError for one that is not offered."""
        wanted = {key: self._buttons[key] for key in keys}
        for key, button in self._buttons.items():
            button.setChecked(key in wanted)

    @property
    def selection(self) -> tuple[str, ...]:
        """The keys chosen, in the order of the segments."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def button(self, key: str) -> QPushButton:
        """Return one segment, to enable or disable it."""
        return self._buttons[key]

    @Slot("QAbstractButton*")
    def _clicked(self, button: QPushButton) -> None:
        if not self.selection:
            button.setChecked(True)
            return
        self.chosen.emit(str(button.property("key")))
        self.selection_changed.emit(self.selection)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: the frame keeps to its contents when the type scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
