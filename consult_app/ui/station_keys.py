"""The keys of one station: each calls one thing while the focus is where it belongs.

They follow what a person chose (:mod:`consult_app.ui.key_choices`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from consult_app.ui.key_choices import KeyChoices


@dataclass
class StationKey:
    """One thing that keys call: ``words`` is the message id of what it does, ``shipped`` the keys that
    the program gives it, ``where`` the widget that must hold the focus."""

    id: str
    words: str
    shipped: tuple[str, ...]
    handler: Callable[[], object]
    where: QWidget
    shortcut: QShortcut

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys now; the first is the one that is shown."""
        return KeyChoices.instance().keys(self.id, self.shipped)


class StationKeys(QObject):
    """The keys of *station*, in the order in which they were added."""

    def __init__(self, station: QWidget, name: str) -> None:
        super().__init__(station)
        self._name = name
        self._keys: list[StationKey] = []
        KeyChoices.instance().changed.connect(self._take)

    def __iter__(self) -> Iterator[StationKey]:
        return iter(tuple(self._keys))

    def add(
        self, key: str, words: str, handler: Callable[[], object], where: QWidget, *, repeats: bool = False
    ) -> None:
        """Let *key* call *handler* while the focus is in *where*. A second key with the same words in
        the same place is another key of the same thing. Held down it calls once, for a heavy finger must
        not decide twice, unless it *repeats*: going on and back."""
        entry = next((each for each in self._keys if each.words == words and each.where is where), None)
        if entry is None:
            shortcut = QShortcut(where)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(repeats)
            shortcut.activated.connect(handler)
            entry = StationKey(f"{self._name}/{words}", words, (), handler, where, shortcut)
            self._keys.append(entry)
        entry.shipped = (*entry.shipped, key)
        KeyChoices.instance().declare(entry.id, entry.shipped, self._scope(where), self._name)
        self._set(entry)

    def _scope(self, where: QWidget) -> str:
        """The name of the part *where*: two parts of a station may use one key for two things."""
        kept = where.property("keys")
        if isinstance(kept, str):
            return kept
        scope = f"{self._name}#{len({id(each.where) for each in self._keys})}"
        where.setProperty("keys", scope)
        return scope

    @staticmethod
    def _set(entry: StationKey) -> None:
        entry.shortcut.setKeys([QKeySequence(key) for key in entry.keys])

    @Slot()
    def _take(self) -> None:
        for entry in self._keys:
            self._set(entry)
