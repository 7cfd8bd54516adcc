"""Sizes given in steps of the type scale, which follow when a person makes the type larger or smaller.

A layout asks its widgets anew by itself after the scale has changed. A size that was set in pixels it takes
as it was set: such a size is given here, and never once for all where a widget is made.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme


class Scaled(QObject):
    """Calls *fit* at once and after each change of the type scale, for as long as *owner* lives."""

    def __init__(self, owner: QObject, fit: Callable[[], object]) -> None:
        super().__init__(owner)
        self._fit = fit
        Theme.instance().changed.connect(self._again)
        self._again()

    @Slot()
    def _again(self) -> None:
        self._fit()


def hold(
    widget: QWidget, *, wide: int = 0, high: int = 0, from_wide: int = 0, from_high: int = 0, to_wide: int = 0
) -> None:
    """Hold *widget* to so many steps of the type scale: *wide* and *high* exactly, *from_wide* and
    *from_high* at least, *to_wide* at most; 0 leaves that size to the layout."""

    def fit() -> None:
        for steps, put in (
            (wide, widget.setFixedWidth),
            (high, widget.setFixedHeight),
            (from_wide, widget.setMinimumWidth),
            (from_high, widget.setMinimumHeight),
            (to_wide, widget.setMaximumWidth),
        ):
            if steps:
                put(fonts.pixels(steps))

    Scaled(widget, fit)
