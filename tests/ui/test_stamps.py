"""Times of the record are said to the minute."""

from __future__ import annotations

from datetime import datetime

from consult_app.ui.dates import clock
from consult_app.ui.stamps import stamp


def test_the_minute_is_always_said() -> None:
    recorded = datetime.fromisoformat("2026-11-02T10:46:00.000+00:00")
    minute = clock(recorded)
    same_day = recorded.astimezone().replace(hour=23)
    later = datetime.fromisoformat("2026-11-20T10:00:00+00:00")
    assert stamp(recorded.isoformat(), same_day) == f"today {minute}"
    assert stamp(recorded.isoformat(), later) == f"2 November {minute}"
