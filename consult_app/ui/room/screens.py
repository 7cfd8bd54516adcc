"""Screens recognised by who they are, not by where they stand: a projector that was unplugged is found
again, and another one in its place is not mistaken for it.

Two outputs of one resolution cannot be told apart by their geometry, and a mirrored one not at all; so
geometry decides only between screens that are alike in everything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import msgspec
import shiboken6
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen


@dataclass(frozen=True)
class Identity:
    """Who a screen is; any part may be unknown (""). ``place`` is its geometry: x, y, width, height."""

    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    name: str = ""
    place: tuple[int, int, int, int] = (0, 0, 0, 0)

    def write(self) -> str:
        """The identity as one line, for the settings."""
        return msgspec.json.encode(astuple(self)).decode()


def read_identity(written: str) -> Identity | None:
    """The identity that was written so; None for what is none."""
    try:
        return Identity(
            *msgspec.json.decode(written, type=tuple[str, str, str, str, tuple[int, int, int, int]])
        )
    except msgspec.DecodeError:
        return None


def identity_of(screen: QScreen) -> Identity:
    """Who *screen* is, as far as the platform tells."""
    place = screen.geometry()
    return Identity(
        screen.manufacturer().strip(),
        screen.model().strip(),
        screen.serialNumber().strip(),
        screen.name().strip(),
        (place.x(), place.y(), place.width(), place.height()),
    )


def match(kept: Identity, found: Sequence[Identity]) -> int:
    """Which of *found* is *kept*: its place in the list, -1 for none.

    Serial number first, then make and model, then the name of the output; the geometry only decides
    between several that are alike. What both sides know must not differ.
    """
    best, at = (False, False, False, False), -1
    for place, each in enumerate(found):
        if _differs(kept.serial, each.serial) or _differs(kept.model, each.model):
            continue
        if _differs(kept.manufacturer, each.manufacturer):
            continue
        alike = (
            bool(kept.serial) and kept.serial == each.serial,
            bool(kept.model) and (kept.model, kept.manufacturer) == (each.model, each.manufacturer),
            bool(kept.name) and kept.name == each.name,
            kept.place == each.place,
        )
        if any(alike[:3]) and alike > best:
            best, at = alike, place
    return at


def _differs(one: str, other: str) -> bool:
    return bool(one and other and one != other)


class Screens(QObject):
    """Tells when screens come, go or change.

    Signals: ``removed(identity)`` at once, while Qt still moves windows about; ``changed()`` after
    anything happened.
    """

    removed = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            raise RuntimeError("screens need a running application")
        # a screen that is going has no properties left to ask for
        self._known: dict[QScreen, Identity] = {}
        for screen in QGuiApplication.screens():
            self._watch(screen)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        app.primaryScreenChanged.connect(self._anything)

    def _watch(self, screen: QScreen) -> None:
        self._known[screen] = identity_of(screen)
        screen.geometryChanged.connect(self._moved)

    @Slot(QScreen)
    def _added(self, screen: QScreen) -> None:
        self._watch(screen)
        self.changed.emit()

    @Slot(QScreen)
    def _removed(self, screen: QScreen) -> None:
        gone = self._known.pop(screen, None)
        if gone is not None:
            self.removed.emit(gone)
        self.changed.emit()

    @Slot()
    def _moved(self) -> None:
        for screen, _identity in self.all:
            self._known[screen] = identity_of(screen)
        self.changed.emit()

    @Slot()
    def _anything(self) -> None:
        self.changed.emit()

    @property
    def all(self) -> list[tuple[QScreen, Identity]]:
        """The screens there are, from left to right."""
        # while the program ends, screens go without a word
        there = [each for each in self._known.items() if shiboken6.isValid(each[0])]
        return sorted(there, key=lambda each: each[1].place[:2])
