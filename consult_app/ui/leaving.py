"""Words are about to leave the screen: whoever takes them away says so first, so that they can be kept.

One door for every editor, form and panel: Esc, Cancel, another form in its place, a text that goes away.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, Signal


class Leaving(QObject):
    """The one instance of the program.

    Signals: ``coming()`` while what was written still stands in its field; it may be gone when control
    comes back to Qt.
    """

    coming = Signal()
    _only: ClassVar[Leaving | None] = None

    @classmethod
    def instance(cls) -> Leaving:
        """Return the one instance, made when it is first asked for."""
        if cls._only is None:
            cls._only = Leaving()
        return cls._only

    @classmethod
    def say(cls) -> None:
        """Something in which a person may have written is about to be closed or emptied."""
        cls.instance().coming.emit()


__all__ = ["Leaving"]
