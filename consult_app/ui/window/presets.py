"""The rules presets that a new meeting may choose from, as the form shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Preset:
    """A rules preset to choose from: its id and its name by language."""

    id: str
    names: Mapping[str, str]

    def name(self, language: str) -> str:
        """Return the name in *language*, else any, else the id."""
        return self.names.get(language) or next(iter(self.names.values()), self.id)


def shipped_presets() -> tuple[Preset, ...]:
    """Return the presets in the order in which they are offered.

    Raises ValueError, saying what is wrong with it, for a preset that somebody has damaged.
    """
    from consult_app.presets import all_presets  # with the rules: not before a meeting is begun

    return tuple(Preset(name, each.label) for name, each in all_presets().items())
