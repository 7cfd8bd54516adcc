"""Cards that lie over the window: while one is in sight, Tab stays within it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.panels import Card

if TYPE_CHECKING:
    from consult_app.ui.window.shell import Shell

_MARGIN: Final = 48
"""What is left around a card where no meeting is open."""


class Overlay(Card):
    """Base of the palette, the sheet of keys and the page on which keys are changed."""

    def __init__(self, *, takes_focus: bool = False) -> None:
        super().__init__(takes_focus=takes_focus)
        Theme.instance().changed.connect(self._place_anew)

    @Slot()
    def _place_anew(self) -> None:
        if self.isVisible():
            self._place()

    def lie_over_work(self, shell: Shell) -> None:
        """Lie over the place of work of *shell* alone: rail, top bar and footer stay whole, and of what lies
        underneath nothing is seen in part. Where no meeting is open, lie within the window."""
        if shell.in_meeting:
            bar, footer = shell.top_bar, shell.footer
            begins = bar.mapTo(shell, QPoint(0, bar.height()))
            self.setGeometry(QRect(begins, footer.mapTo(shell, QPoint(footer.width() - 1, -1))))
        else:
            margin = fonts.pixels(_MARGIN)
            self.setGeometry(shell.rect().adjusted(margin, margin, -margin, -margin))

    def _place(self) -> None:
        """Lie over the window as it is now, at the scale in force."""
        raise NotImplementedError

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt's override: round within the card; what lies under it cannot be seen."""
        stops = [each for each in (self, *self.findChildren(QWidget)) if _stops_at(each)]
        held = QApplication.focusWidget()
        if stops:
            at = stops.index(held) if held in stops else (-1 if forward else 0)
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True


def _stops_at(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
