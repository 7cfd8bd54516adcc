"""Rules presets from ``resources/rules``, read once for the meeting that is begun under them."""

from __future__ import annotations

import msgspec

from .meetings.rules import PRESETS, Rules, decode
from .places import resources


def preset(name: str) -> Rules:
    """The preset of that name. Raises KeyError for another name, and ValueError, saying what is
    wrong with it, for a preset that somebody has damaged."""
    if name not in PRESETS:
        raise KeyError(name)
    path = resources() / "rules" / f"{name}.json"
    try:
        return decode(path.read_bytes())
    except (OSError, msgspec.DecodeError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def all_presets() -> dict[str, Rules]:
    """All presets by name, in the order in which they are offered."""
    return {name: preset(name) for name in PRESETS}
