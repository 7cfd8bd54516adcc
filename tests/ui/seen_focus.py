"""Whether one sees where the focus is: each control is painted with it and without, and the two are compared.

What differs must stand out from what was there (WCAG 2.2, 1.4.11: 3:1), over as much as a thin line along a
quarter of the control; a blinking caret alone is not enough.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEventLoop, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from consult_app.ui.look.palette import contrast

_AROUND = 3
_LEAST = 3.0
_MOST = 240
"""Of a large list one line is at hand, and the line around that is as long as the list is wide."""


def kind_of(widget: QWidget) -> tuple[str, ...]:
    """What widgets have in common that are painted alike: classes, role and variant, and whether chosen."""
    holder = widget.parentWidget()
    looks = (str(widget.property(name) or "") for name in ("variant", "role", "surface", "invalid"))
    chosen = str(isinstance(widget, QAbstractButton) and widget.isChecked())
    return type(widget).__name__, type(holder).__name__, *looks, chosen


def unseen_focus(widget: QWidget, window: QWidget) -> str:
    """Return what is wrong with how *widget* in *window* shows that it has the focus; "" where one sees it.
    The focus is left in it."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    focused = _painted(widget, window)
    if not widget.hasFocus():
        return f"{type(widget).__name__} does not take the focus"
    widget.clearFocus()
    plain = _painted(widget, window)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    if focused.size() != plain.size():
        return ""  # it grows when it is at hand, and nobody can miss that
    found = _clearly_other(focused, plain)
    shown = _in_sight(widget)
    needed = min(shown.width() + shown.height(), _MOST) // 2
    return "" if found >= needed else f"{_called(widget)}: {found} pixels of {needed} show the focus"


def _called(widget: QWidget) -> str:
    return f"{'/'.join(part for part in kind_of(widget) if part)} “{widget.accessibleName()[:30]}”"


def _in_sight(widget: QWidget) -> QRect:
    """The part of *widget* that is in sight, with what scrolls in it, which Qt leaves out where it covers
    itself."""
    seen = widget.visibleRegion().boundingRect()
    if isinstance(widget, QAbstractScrollArea):
        within = widget.viewport()
        seen = seen.united(within.visibleRegion().boundingRect().translated(within.pos()))
    return seen


def _painted(widget: QWidget, window: QWidget) -> QImage:
    for _turn in range(2):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    around = _AROUND
    shown = _in_sight(widget)
    place = QRect(widget.mapTo(window, shown.topLeft()), shown.size())
    place = place.adjusted(-around, -around, around, around) & window.rect()
    return window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _clearly_other(one: QImage, other: QImage) -> int:
    """How many pixels of the two differ by at least 3:1."""
    pixels = (memoryview(image.constBits()).cast("I") for image in (one, other))
    pairs = Counter(zip(*pixels, strict=True))
    return sum(
        often for (a, b), often in pairs.items() if a != b and contrast(_spelled(a), _spelled(b)) >= _LEAST
    )


def _spelled(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"


__all__ = ["kind_of", "unseen_focus"]
