"""The window's small surfaces: card, banner, form row, and the page that has nothing to show yet."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from consult_app.ui.announcing import announce
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.icons import icon, paint_icon
from consult_app.ui.look.scaled import hold
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Button, Label, entered_on, set_property
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.pictures import paint_alike

ROUND: Final = 9.0

ANSWER_KEY: Final = "Ctrl+Shift+Return"
"""The key that the program ships for what the notice in sight offers."""


class Card(QFrame):
    """A raised surface for one thing. With ``takes_focus`` it can be chosen by key and by mouse.

    Its frame is painted here: a style sheet that looks at what is at hand would be worked out anew at each
    decision, for the card and all that is on it.

    Signals: ``activated()`` on Enter, Space or a click, only when it takes the focus.
    """

    activated = Signal()

    def __init__(self, *, takes_focus: bool = False, covers: bool = False) -> None:
        """Where it *covers* the panel that it lies on, it is moved as it is painted."""
        super().__init__()
        self._selected, self._covers = False, covers
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, covers)
        self.setContentsMargins(1, 1, 1, 1)
        if takes_focus:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def selected(self) -> bool:
        """Whether the card is shown as the one at hand."""
        return self._selected

    def set_selected(self, selected: bool) -> None:
        """Show the accent outline of the thing at hand."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: the surface, and round it a line, a stronger one where it is at hand."""
        colour, wide = self.frame()
        painter, paint = QPainter(self), partial(self._paint_frame, colour, wide)
        if self._covers:
            paint_alike(painter, self, ("card", colour, wide), paint, "panel")
        else:
            paint(painter)

    def _paint_frame(self, colour: str, wide: float, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), wide))
        painter.setBrush(QColor(Theme.current().panel))
        painter.drawRoundedRect(self._outline(wide), ROUND - wide / 2, ROUND - wide / 2)

    def frame(self) -> tuple[str, float]:
        """Return the colour of the line round the card, and how wide it is in pixels."""
        palette = Theme.current()
        if self.hasFocus():
            return palette.focus, 2.0
        return (palette.accent, 1.5) if self._selected else (palette.line, 1.0)

    def _outline(self, wide: float) -> QRectF:
        """Where the middle of a line of that width runs along the edge."""
        inset = wide / 2
        return self.rect().toRectF().adjusted(inset, inset, -inset, -inset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Enter and Space act on the card."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.focusPolicy() != Qt.FocusPolicy.NoFocus:
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's override: a click acts when the button is released on the card."""
        inside = self.rect().contains(event.position().toPoint())
        if (
            event.button() == Qt.MouseButton.LeftButton
            and inside
            and self.focusPolicy() != Qt.FocusPolicy.NoFocus
        ):
            self.activated.emit()
        super().mouseReleaseEvent(event)


class IconSign(QWidget):
    """An icon beside words, in a colour of the palette; silent for screen readers."""

    def __init__(self, name: str, tone: str, side: int = 18) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt's override."""
        return QSize(fonts.pixels(self._side), fonts.pixels(self._side))

    def show_icon(self, name: str, tone: str) -> None:
        """Draw another icon, or the same in the colour *tone* of the palette."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        paint_icon(QPainter(self), QRectF(self.rect()), self._name, getattr(Theme.current(), self._tone), 1.8)


class Banner(Retranslating, QFrame):
    """What the person should know, above the work and never over it; dismissed with its ✕ or Esc.

    Signals: ``dismissed()``; ``acted()`` when its one button is pressed.
    """

    dismissed = Signal()
    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        self._sign = IconSign("info", "accent", 16)
        self._words = Label(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.held_focus = False
        self._action = Button()
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self.dismiss)
        Theme.instance().changed.connect(self._repaint_icons)
        self.retranslate()
        self._repaint_icons()
        self.hide()

    def show_words(self, words: str, tone: str = "info", action: str = "") -> None:
        """Show *words* (``info``, ``warn`` or ``error``), with a button when *action* names one."""
        self._words.setText(words)
        set_property(self._words, "tone", tone)
        set_property(self, "tone", tone)
        self._sign.show_icon("info" if tone == "info" else "warn", "accent" if tone == "info" else tone)
        self._action.set_words(action, ANSWER_KEY)
        self._action.setVisible(bool(action))
        self.setAccessibleName(words)
        self.show()
        announce(self, words, urgent=tone == "error")

    def say_also(self, words: str) -> None:
        """Say *words* behind what the banner says; its tone and its button stay."""
        whole = f"{self._words.text()} {words}"
        self._words.setText(whole)
        self.setAccessibleName(whole)
        announce(self, words)

    def press(self) -> bool:
        """Press its button; false where it has none."""
        if self.isHidden() or self._action.isHidden():
            return False
        self._action.click()
        return True

    @property
    def words(self) -> str:
        """What the banner says now; empty after it was dismissed."""
        return self._words.text() if not self.isHidden() else ""

    @Slot()
    def dismiss(self) -> None:
        """Hide the banner."""
        focus = self.window().focusWidget()
        self.held_focus = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self.dismissed.emit()

    def retranslate(self) -> None:
        """Name the button that closes the banner."""
        self._close.setAccessibleName(tr("Dismiss this notice"))
        self._close.setToolTip(tr("Dismiss this notice"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc dismisses, Enter presses the button that has the focus."""
        pressed = self._close if self._close.hasFocus() else self._action
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif not pressed.hasFocus() or not entered_on(pressed, event):
            super().keyPressEvent(event)

    @Slot()
    def _repaint_icons(self) -> None:
        self._close.setIcon(icon("close", Theme.current().dim, 16))


class FormRow(QWidget):
    """A labelled field, perhaps with a button beside it, and help that gives way to what is wrong."""

    def __init__(self, field: QWidget, beside: QWidget | None = None) -> None:
        super().__init__()
        self.field = field
        self._label = Label("strong", wrap=True)
        self._label.setBuddy(field)
        self._help = Label("small", wrap=True)
        self._help_words = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(field, 1)
        if beside is not None:
            row.addWidget(beside)
        column.addLayout(row)
        column.addWidget(self._help)
        column.addStretch(1)
        self._help.hide()

    def set_words(self, label: str, help_words: str = "") -> None:
        """Set label and help; the label is the field's accessible name."""
        self._label.setText(label)
        self.field.setAccessibleName(label)
        self._help_words = help_words
        if self._help.property("role") != "problem":
            self.set_problem("")

    def set_problem(self, words: str) -> None:
        """Say what is wrong with the field; empty when nothing is."""
        set_property(self._help, "role", "problem" if words else "small")
        set_property(self.field, "invalid", "true" if words else "false")
        self._help.setText(words or self._help_words)
        self._help.setVisible(bool(words or self._help_words))
        self.field.setAccessibleDescription(words or self._help_words)
        announce(self.field, words)

    @property
    def problem(self) -> str:
        """What is wrong, as shown."""
        return self._help.text() if self._help.property("role") == "problem" else ""


class EmptyState(QWidget):
    """The page that has nothing to show yet: what would stand here, and how to begin."""

    def __init__(self, *buttons: QWidget, icon_name: str = "") -> None:
        super().__init__()
        self._title = Label("heading", wrap=True)
        self._sentence = Label("dim", wrap=True)
        hold(self._sentence, to_wide=430)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        if icon_name:
            column.addWidget(IconSign(icon_name, "dim", 34), 0, middle)
        column.addWidget(self._title)
        row_of_words = QHBoxLayout()
        row_of_words.addStretch(1)
        row_of_words.addWidget(self._sentence, 20)
        row_of_words.addStretch(1)
        column.addLayout(row_of_words)
        if buttons:
            line = BrokenLine(6, centred=True)
            line.setContentsMargins(0, 8, 0, 0)
            for button in buttons:
                line.add(button)
            column.addWidget(line)
        column.addStretch(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_words(self, title: str, sentence: str) -> None:
        """Set what the page says."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)


def clear_layout(container: QWidget) -> None:
    """Remove and delete every widget that the layout of *container* holds, before it is filled anew."""
    layout = container.layout()
    while layout is not None and layout.count():
        taken = layout.takeAt(0)
        widget = taken.widget() if taken is not None else None
        if isinstance(widget, QLabel | QWidget):
            # a layout shows what was just put into it with the next event: never as a window of its own
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
