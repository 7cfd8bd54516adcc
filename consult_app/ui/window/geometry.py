"""Where a window was and how large: kept between sessions, and never off the screens there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from consult_app.ui import settings

FIRST_SIZE = (1366, 768)


def clamp(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """Return *wanted* moved and cut so that it lies wholly on one of *screens* (the primary first).

    It stays on the screen that holds most of it; a window whose screen is gone comes to the first.
    """
    if not screens:
        return wanted

    def shared(screen: QRect) -> int:
        common = screen.intersected(wanted)
        return common.width() * common.height() if not common.isEmpty() else 0

    home = max(screens, key=shared)
    width, height = min(wanted.width(), home.width()), min(wanted.height(), home.height())
    left = min(max(wanted.left(), home.left()), home.left() + home.width() - width)
    top = min(max(wanted.top(), home.top()), home.top() + home.height() - height)
    if shared(home) == 0:
        left = home.left() + (home.width() - width) // 2
        top = home.top() + (home.height() - height) // 2
    return QRect(left, top, width, height)


def remember(window: QMainWindow, name: str) -> None:
    """Keep the place of *window* under *name*."""
    held = window.normalGeometry()
    rectangle = held if held.isValid() else window.geometry()
    numbers = (rectangle.x(), rectangle.y(), rectangle.width(), rectangle.height())
    settings.write(f"window/{name}/place", " ".join(map(str, numbers)))
    settings.write(f"window/{name}/maximized", "yes" if window.isMaximized() else "no")


def forget() -> None:
    """Forget the places and sizes of all windows and their parts: they open as on the first day."""
    kept = settings.settings()
    kept.remove("window")


def restore(window: QMainWindow, name: str) -> None:
    """Put *window* where it was, or in the middle of the first screen; what is kept may be nonsense."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    kept = settings.read_text(f"window/{name}/place").split()
    if len(kept) == 4 and all(part.lstrip("-").isdecimal() for part in kept):
        wanted = QRect(*(int(part) for part in kept))
    else:
        wanted = QRect(0, 0, *FIRST_SIZE)
        if screens:
            wanted.moveCenter(screens[0].center())
    window.setGeometry(clamp(wanted, screens))
    if settings.read_text(f"window/{name}/maximized") == "yes":
        window.showMaximized()
