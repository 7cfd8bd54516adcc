"""What is said aloud: words for a screen reader about something that happened away from the focus."""

from __future__ import annotations

from typing import ClassVar

from PySide6 import QtGui  # a class of Qt's is made when it is first named: not before the window is shown
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Knows what was said last. Signals: ``said(words, urgent)``."""

    said = Signal(str, bool)
    _instance: ClassVar[Announcer | None] = None

    @classmethod
    def instance(cls) -> Announcer:
        """Return the one announcer; made at first use."""
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance


def listening() -> bool:
    """Whether a screen reader is there to hear: what is dear to put into words waits for this."""
    return QtGui.QAccessible.isActive()


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have *words* read out, about *widget*; what is *urgent* breaks in on what is being read. Nothing is
    done without words, or without a screen reader."""
    if not words or not listening():
        return
    event = QtGui.QAccessibleAnnouncementEvent(widget, words)
    politeness = QtGui.QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QtGui.QAccessible.updateAccessibility(event)
    Announcer.instance().said.emit(words, urgent)


def describe(widget: QWidget, words: str) -> None:
    """Give *widget*, which paints what no widget holds, the description *words*; said when it is another."""
    if words == widget.accessibleDescription():
        return
    widget.setAccessibleDescription(words)
    if listening():
        QtGui.QAccessible.updateAccessibility(
            QtGui.QAccessibleEvent(widget, QtGui.QAccessible.Event.DescriptionChanged)
        )


__all__ = ["Announcer", "announce", "describe", "listening"]
