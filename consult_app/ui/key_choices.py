"""Which keys a person gave to what: the choices of this desk, over the keys that the program ships.

What a key calls is named by an entry: the id of an action, or station and words of a station's own
key. Only what differs from the program's own keys is kept, in the desk's settings.
"""

from __future__ import annotations

import json
import logging
from functools import cache
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence

from consult_app.ui import settings

_log = logging.getLogger(__name__)
_SETTING: Final = "keys/chosen"

FIXED: Final = frozenset(
    (
        *("Esc", "Return", "Enter", "Tab", "Backtab", "Shift+Tab", "Backspace"),
        *("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown"),
        *("Ctrl+Return", "Ctrl+Enter", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A"),
        *"0123456789",
    )
)
"""Keys that mean the same in every window, or stand on their buttons: nothing is moved to or from them."""


@cache
def portable(key: str) -> str:
    """Return *key* in the one spelling by which keys are compared."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


class KeyChoices(QObject):
    """The one owner of changed keys.

    Signals: ``changed()`` after a key was given, taken or put back. Words and hints need not connect
    to it: a key is a word, and every word is set anew (LanguageChange).
    """

    changed = Signal()
    _instance: ClassVar[KeyChoices | None] = None

    def __init__(self) -> None:
        super().__init__()
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._shipped: dict[tuple[str, str], str] = {}

    @classmethod
    def instance(cls) -> KeyChoices:
        """Return the owner; made at first use."""
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    def start(self) -> None:
        """Put the choices kept on this desk in force. What cannot be read is logged and left out."""
        before, self._chosen = self._chosen, _read(settings.read_text(_SETTING))
        if self._chosen != before:
            self._tell()

    def declare(self, entry: str, shipped: tuple[str, ...], *scopes: str) -> None:
        """Make known that *entry* has the keys *shipped* in the program, within *scopes*: a part of a
        station and the station; none for the whole window. Of two in one scope the first is kept."""
        for scope in scopes or ("",):
            for key in shipped:
                self._shipped.setdefault((scope, portable(key)), entry)

    def keys(self, entry: str, shipped: tuple[str, ...]) -> tuple[str, ...]:
        """Return the keys of *entry* now; the first is the one that is shown."""
        return self._chosen.get(entry, shipped)

    def is_changed(self, entry: str) -> bool:
        """Whether *entry* has other keys than the program gives it."""
        return entry in self._chosen

    @property
    def any_changed(self) -> bool:
        """Whether any key differs from the program's own."""
        return bool(self._chosen)

    def shown(self, key: str, *scopes: str) -> str:
        """Return the key to write where the program's own is *key*: "" when a person took it away.

        The key is looked for in *scopes*, the narrowest first, and then in the whole window.
        """
        plain = portable(key)
        for scope in (*scopes, ""):
            entry = self._shipped.get((scope, plain))
            if entry is not None:
                chosen = self._chosen.get(entry, (key,))
                return key if plain in chosen else next(iter(chosen), "")
        return key

    def choose(self, entry: str, keys: tuple[str, ...], shipped: tuple[str, ...]) -> None:
        """Give *entry* the keys *keys* from now on; *shipped* are those that the program gives it."""
        wanted = tuple(portable(key) for key in keys)
        if wanted == tuple(portable(key) for key in shipped):
            self._chosen.pop(entry, None)
        else:
            self._chosen[entry] = wanted
        self._keep()

    def put_back(self, *entries: str) -> None:
        """Give *entries* the program's keys again; all that were changed when none is named."""
        for entry in entries or tuple(self._chosen):
            self._chosen.pop(entry, None)
        self._keep()

    def _keep(self) -> None:
        settings.write(_SETTING, json.dumps(self._chosen, sort_keys=True) if self._chosen else "")
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        application = QCoreApplication.instance()
        if application is not None:
            QCoreApplication.postEvent(application, QEvent(QEvent.Type.LanguageChange))


def _read(kept: str) -> dict[str, tuple[str, ...]]:
    if not kept:
        return {}
    try:
        read = json.loads(kept)
        return {str(entry): tuple(str(key) for key in keys) for entry, keys in read.items()}
    except (ValueError, AttributeError, TypeError) as error:
        _log.warning("the keys kept on this desk cannot be read, so the program's own are used: %s", error)
        return {}
