"""What a page of the manual puts in when it is shown: the window's own words, and its keys of today."""

from __future__ import annotations

from consult_app.ui.helping.markup import Saying
from consult_app.ui.key_choices import FIXED, portable
from consult_app.ui.keys import spell, spell_now
from consult_app.ui.language import tr
from consult_app.ui.window.shell import Shell


def saying_of(shell: Shell) -> Saying:
    """The words and keys of *shell*, as they are now."""

    def key(name: str) -> str:
        if name.startswith("="):
            return spell(name[1:])
        station, slash, shipped = name.partition("/")
        spelt = spell_now(shipped, station) if slash else _action_key(shell, name)
        return spelt or tr("no key")

    return Saying(words=tr, key=key)


def _action_key(shell: Shell, action: str) -> str:
    return spell(key) if (key := shell.known_actions.key(action)) else ""


def is_known_key(shell: Shell, name: str) -> bool:
    """Whether a page may name the key *name*: it exists among the actions, at the station, or everywhere."""
    if name.startswith("="):
        return portable(name[1:]) in FIXED or name[1:] == "Del"
    station, slash, shipped = name.partition("/")
    if not slash:
        return name in shell.known_actions and bool(shell.known_actions.shipped_key(name))
    if station not in shell.station_names:
        return False
    keys = getattr(shell.station(station), "keys", ())
    return any(portable(shipped) in map(portable, each.shipped) for each in keys)
