"""When something was recorded, to the minute: "today 15:12", "2 November 10:46"."""

from __future__ import annotations

from datetime import datetime

from consult_app.ui.dates import clock, moment


def stamp(recorded: str, now: datetime | None = None) -> str:
    """Return the ISO time *recorded* in the window's language; always with the minute.

    The order of receipt may hang on it, so the day alone (as :func:`dates.moment` gives it) is not enough.
    """
    when = datetime.fromisoformat(recorded)
    said = moment(when, now)
    return said if clock(when) in said else f"{said}\u00a0{clock(when)}"
