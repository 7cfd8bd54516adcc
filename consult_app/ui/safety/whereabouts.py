"""Where a person was in each meeting, so that it opens there again: station, and node at the Table."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from consult_app.ui import settings

_GROUP: Final = "left"
_MOST: Final = 40
"""How many meetings are remembered."""


def remember(path: Path, station: str, node: str) -> None:
    """Remember that the meeting in *path* was at *station*, with *node* at hand at the Table (or "")."""
    key = _key(path)
    if settings.read_text(key).split(" ")[1:] != [station, node]:
        settings.write(key, f"{datetime.now(UTC).isoformat()} {station} {node}")
        _thin_out()


def recall(path: Path) -> tuple[str, str]:
    """Return station and node as they were remembered; empty where nothing was."""
    kept = settings.read_text(_key(path)).split(" ")
    return (kept[1], kept[2]) if len(kept) == 3 else ("", "")


def _key(path: Path) -> str:
    return f"{_GROUP}/{zlib.crc32(str(path.resolve()).encode()):08x}"


def _thin_out() -> None:
    kept = settings.settings()
    kept.beginGroup(_GROUP)
    oldest = sorted(kept.childKeys(), key=lambda key: str(kept.value(key)))
    for key in oldest[:-_MOST]:
        kept.remove(key)
    kept.endGroup()
