"""The one registry of what can be done: menus, keys, the palette and the cheat sheet read it.

An action has an id, its words (a message id), a key and a handler. Whether it is possible now, and
words that depend on the meeting ("Undo: adopt D.12"), are asked for when the registry refreshes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from consult_app.meetings.reasons import N_
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import tr

MENUS: Final[dict[str, str]] = {
    "file": N_("File"),
    "edit": N_("Edit"),
    "go": N_("Go"),
    "view": N_("View"),
    "room": N_("Room"),
    "help": N_("Help"),
}
"""The menus in their order. An action with no menu lives in the palette and under its key only."""


@dataclass(frozen=True)
class ActionSpec:
    """What the registry is told about one action.

    ``keys`` are written portably ("Ctrl+Shift+O"); the first is the one that is shown. ``group``
    separates blocks within a menu. ``screen`` names the station whose help lists the key first. A key that
    is held down calls once, unless the action *repeats*. ``also`` (a message id) are further words by which
    it is found.
    """

    id: str
    words: str
    menu: str = ""
    keys: tuple[str, ...] = ()
    group: int = 0
    screen: str = ""
    checkable: bool = False
    repeats: bool = False
    also: str = ""


@dataclass
class _Entry:
    spec: ActionSpec
    action: QAction
    enabled: Callable[[], bool] | None
    words: Callable[[], str] | None
    checked: Callable[[], bool] | None


class Actions(QObject):
    """The registry of one window.

    Signals: ``refreshed()`` after words or possibilities were looked at anew.
    """

    refreshed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: dict[str, _Entry] = {}
        KeyChoices.instance().changed.connect(self._take_keys)

    def add(
        self,
        spec: ActionSpec,
        handler: Callable[[], object],
        *,
        enabled: Callable[[], bool] | None = None,
        words: Callable[[], str] | None = None,
        checked: Callable[[], bool] | None = None,
    ) -> QAction:
        """Register *spec* to call *handler*; it is possible whenever *enabled* says so.

        *words* gives words that change, *checked* the tick of a checkable action. Raises ValueError
        for an id or a key that is taken already.
        """
        if spec.id in self._entries:
            raise ValueError(f"the action {spec.id!r} is registered already")
        for entry in self._entries.values():
            if taken := set(entry.spec.keys) & set(spec.keys):
                raise ValueError(f"{', '.join(taken)} belongs to {entry.spec.id!r} already")
        action = QAction(self)
        action.setObjectName(spec.id)
        KeyChoices.instance().declare(spec.id, spec.keys)
        _set_keys(action, spec)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setCheckable(spec.checkable)
        action.setAutoRepeat(spec.repeats)
        action.triggered.connect(_Handler(handler, self).call)
        # An action of the window itself keeps its key while no menu is open.
        self._window.addAction(action)
        self._entries[spec.id] = _Entry(spec, action, enabled, words, checked)
        self._refresh_one(self._entries[spec.id])
        return action

    def __contains__(self, action_id: object) -> bool:
        return action_id in self._entries

    def __iter__(self) -> Iterator[tuple[ActionSpec, QAction]]:
        return iter([(entry.spec, entry.action) for entry in self._entries.values()])

    def action(self, action_id: str) -> QAction:
        """Return the action *action_id*. Raises KeyError when it is not registered."""
        return self._entries[action_id].action

    def words(self, action_id: str) -> str:
        """Return the action's words as shown now, without the sign for a mnemonic."""
        entry = self._entries[action_id]
        return entry.words() if entry.words else tr(entry.spec.words)

    def name(self, action_id: str) -> str:
        """Return how the action is called in a list of keys, whatever it would do now: "Undo"."""
        return tr(self._entries[action_id].spec.words)

    def key(self, action_id: str) -> str:
        """Return the action's first key now, written portably; empty when it has none."""
        return next(iter(self.keys(action_id)), "")

    def keys(self, action_id: str) -> tuple[str, ...]:
        """Return the action's keys now: those of the program, or what a person gave it instead."""
        return KeyChoices.instance().keys(action_id, self._entries[action_id].spec.keys)

    def shipped_key(self, action_id: str) -> str:
        """Return the first key that the program gives the action: for buttons, which show what is
        pressed now by themselves."""
        return next(iter(self._entries[action_id].spec.keys), "")

    def refresh(self) -> None:
        """Ask anew what is possible, ticked, and how it is called; after each change and on menus."""
        for entry in self._entries.values():
            self._refresh_one(entry)
        self.refreshed.emit()

    @Slot()
    def _take_keys(self) -> None:
        for entry in self._entries.values():
            _set_keys(entry.action, entry.spec)
        self.refresh()

    def fill_menu(self, menu: QMenu) -> None:
        """Fill *menu* with the menus as submenus: the compact form behind one button."""
        menu.clear()
        for key, title in MENUS.items():
            entries = [e for e in self._entries.values() if e.spec.menu == key]
            if not entries:
                continue
            part = QMenu(tr(title), menu)
            menu.addMenu(part)
            part.aboutToShow.connect(self.refresh)
            entries.sort(key=lambda e: e.spec.group)
            for before, entry in zip([None, *entries], entries, strict=False):
                if before is not None and before.spec.group != entry.spec.group:
                    part.addSeparator()
                part.addAction(entry.action)

    def _refresh_one(self, entry: _Entry) -> None:
        entry.action.setText(self.words(entry.spec.id).replace("&", "&&"))
        if entry.enabled is not None:
            entry.action.setEnabled(entry.enabled())
        if entry.checked is not None:
            entry.action.setChecked(entry.checked())


def _set_keys(action: QAction, spec: ActionSpec) -> None:
    keys = KeyChoices.instance().keys(spec.id, spec.keys)
    action.setShortcuts([QKeySequence(key) for key in keys])


class _Handler(QObject):
    """Holds a handler alive with the registry, and drops the tick that Qt would pass on."""

    def __init__(self, handler: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._handler = handler

    def call(self) -> None:
        """Run the handler."""
        self._handler()
