"""Whether the tour is still worth offering on this desk. Stands alone, because the start page asks first."""

from __future__ import annotations

from consult_app.ui import settings

_SEEN = "tour/seen"


def tour_is_new() -> bool:
    """Whether the tour was never begun on this desk."""
    return settings.read_text(_SEEN) != "yes"


def tour_was_begun() -> None:
    """Keep that the tour was begun: it is not offered again."""
    settings.write(_SEEN, "yes")
