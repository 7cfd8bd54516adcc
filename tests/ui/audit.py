"""Walks a window and finds controls that a screen reader could not name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def nameless(window: QWidget) -> list[str]:
    """Return every visible child of *window* that takes the focus by key and has no accessible name."""
    found = []
    for widget in window.findChildren(QWidget):
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        # The line edit inside a combo or date field speaks through its parent.
        inner = widget.focusProxy() is not None or widget.objectName().startswith("qt_")
        if not takes_focus or inner or not widget.isVisibleTo(window) or not widget.isEnabled():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found
