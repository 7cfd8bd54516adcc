"""How wide a person drew the outline and the side of the Table: kept between sessions, for each way in which
the three share the width and each scale, because a width that suits one is nonsense in another."""

from __future__ import annotations

from consult_app.ui import settings

_KEY = "window/table/{way}"


def keep(way: object, outline: int, side: int) -> None:
    """Keep the widths that a person drew."""
    settings.write(_KEY.format(way=_said(way)), f"{outline} {side}")


def kept(way: object, outline: int, side: int, room: int) -> tuple[int, int]:
    """Return the widths that were kept for *way*, held to a third of *room* each; *outline* and *side* where
    nothing was, or nonsense."""
    said = settings.read_text(_KEY.format(way=_said(way))).split()
    if len(said) != 2 or not all(part.isdecimal() for part in said):
        return outline, side
    most = room // 3
    return min(int(said[0]), max(outline, most)), min(int(said[1]), max(side, most))


def _said(way: object) -> str:
    parts = way if isinstance(way, tuple) else (way,)
    return "-".join(str(part) for part in parts)


__all__ = ["keep", "kept"]
