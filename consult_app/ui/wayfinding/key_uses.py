"""Every key of a window with what it calls, and who else has a key that a person wants.

Two uses of one key are in each other's way when both could be meant: anything with a key of the whole
window, and within a station what lies in the same part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from consult_app.ui.actions import MENUS
from consult_app.ui.key_choices import FIXED, portable
from consult_app.ui.language import tr
from consult_app.ui.window.shell import Shell
from consult_app.ui.working import WorkingStation


@dataclass(frozen=True)
class KeyUse:
    """What keys call. ``screen`` and ``words`` are in the window's language; ``station`` is "" and
    ``where`` None for what can be called everywhere."""

    id: str
    screen: str
    words: str
    keys: tuple[str, ...]
    shipped: tuple[str, ...]
    station: str = ""
    where: QWidget | None = None

    @property
    def changeable(self) -> bool:
        """Whether it may be given another key: what has a key that is the same everywhere may not."""
        return not any(portable(key) in FIXED for key in self.shipped)

    def has(self, key: str) -> bool:
        """Whether *key* calls it now."""
        return portable(key) in {portable(each) for each in self.keys}


def key_uses(shell: Shell) -> list[KeyUse]:
    """Every action of the window and every key of its stations, which are made if they were not yet."""
    uses = [
        KeyUse(
            spec.id,
            tr(MENUS[spec.menu]) if spec.menu else tr("Everywhere"),
            shell.known_actions.words(spec.id),
            shell.known_actions.keys(spec.id),
            spec.keys,
        )
        for spec, _action in shell.known_actions
    ]
    for name in shell.station_names:
        station = shell.station(name)
        if isinstance(station, WorkingStation):
            uses += [
                KeyUse(each.id, station.title(), tr(each.words), each.keys, each.shipped, name, each.where)
                for each in station.keys
            ]
    return uses


def clashes(use: KeyUse, key: str, uses: Iterable[KeyUse]) -> list[KeyUse]:
    """Those of *uses* that have *key* and would be in the way of *use*."""
    return [other for other in uses if other.id != use.id and other.has(key) and _meet(use, other)]


def _meet(one: KeyUse, other: KeyUse) -> bool:
    if not one.station or not other.station:
        return True
    if one.station != other.station or one.where is None or other.where is None:
        return False
    same = one.where is other.where
    return same or one.where.isAncestorOf(other.where) or other.where.isAncestorOf(one.where)
