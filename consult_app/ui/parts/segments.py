"""Neighbouring choices in one frame, of which one or several are chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size
from consult_app.ui.parts.entering import entered_on
from consult_app.ui.parts.lines import BrokenLine

SEGMENT_FRAME = 10
"""What the sheet puts on each side of the words of a segment: 8, and a frame of 2."""
_SEGMENT_PADDING = 2 * SEGMENT_FRAME


class SegmentedControl(QFrame):
    """Neighbouring choices in one frame: exactly one of them, or (``several``) at least one.

    They stand in one row. Where they may be ``broken``, they take several in a column that is narrower.

    Signals: ``chosen(key)`` for one; ``selection_changed(keys)`` for several (a tuple, in order).
    Both are emitted only when a person changes the choice.
    """

    chosen = Signal(str)
    selection_changed = Signal(tuple)

    def __init__(self, keys: Iterable[str], *, several: bool = False, broken: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self) if not broken else QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        line = BrokenLine(0) if broken else None
        if line is not None:
            row.addWidget(line)
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        for key in keys:
            button = _Segment()
            button.setProperty("variant", "segment")
            button.setProperty("key", key)
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._buttons[key] = button
            self._group.addButton(button)
            if line is not None:
                line.add(button)
            else:
                row.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)
        self._group.buttonToggled.connect(self._keep_one_stop)

    def set_words(self, name: str, labels: Mapping[str, str], names: Mapping[str, str] | None = None) -> None:
        """Set the control's accessible name and each segment's label; *names* say short labels in full."""
        self.setAccessibleName(name)
        for key, button in self._buttons.items():
            full = (names or labels)[key]
            button.setText(labels[key])
            button.setAccessibleName(full)
            button.setAccessibleDescription(name)
            button.setToolTip(full if full != labels[key] else "")
        self._hold()

    def _hold(self) -> None:
        """Hold each segment to the width that its words need when it is chosen, which makes them stronger."""
        strong = QFontMetrics(fonts.window(Size.CAPTION, fonts.Weight.SEMIBOLD))
        for button in self._buttons.values():
            button.setMinimumWidth(strong.horizontalAdvance(button.text()) + _SEGMENT_PADDING)

    def choose(self, *keys: str) -> None:
        """Show *keys* as chosen, without a signal. Raises KeyError for one that is not offered."""
        wanted = {key: self._buttons[key] for key in keys}
        for key, button in self._buttons.items():
            button.setChecked(key in wanted)

    @property
    def selection(self) -> tuple[str, ...]:
        """The keys chosen, in the order of the segments."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    @Slot()
    def _keep_one_stop(self) -> None:
        """Tab comes to the one that is chosen, and the arrows go on from there; Qt sees to that only once one
        of them has had the focus."""
        if self._group.exclusive() and self.selection:
            for button in self._buttons.values():
                wanted = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
                button.setFocusPolicy(wanted)

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
            self._hold()
            self.updateGeometry()


class _Segment(QPushButton):
    """One of the choices; Enter takes it, as the space bar does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override."""
        if not entered_on(self, event):
            super().keyPressEvent(event)


__all__ = ["SegmentedControl"]
