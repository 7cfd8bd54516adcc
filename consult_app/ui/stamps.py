"""When something was recorded, to the minute: "today 15:12", "2 November 10:46"."""

from __future__ import annotations

from datetime import datetime

from consult_app.ui.dates import clock, moment
from consult_app.ui.language import tr_c


def stamp(recorded: str, now: datetime | None = None) -> str:
    """Return the ISO time *recorded* in the window's language; always with the minute.

    The order of receipt may hang on it, so the day alone (as :func:`dates.moment` gives it) is not enough.
    """
    when = datetime.fromisoformat(recorded)
    said = moment(when, now)
    if clock(when) in said:
        return said
    # the minute stays with its day
    return tr_c("a day and a time", "{day} {time}", day=said, time=clock(when)).replace(
        f" {clock(when)}", f"\u00a0{clock(when)}"
    )
