"""When an action is due: read as people write it, and told apart from what is overdue. Nothing of Qt."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Literal

from consult_app.drafting.follow_up.register import Action
from consult_app.drafting.house_style.dates import month_name
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.people.countries import simple

Band = Literal["overdue", "soon", "later", "undated", "done"]
SOON: Final = timedelta(days=92)
"""So long before the day an action counts as due soon: about three months."""
_DONE: Final = ("reported", "closed")
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_BETWEEN: Final = {"of", "the", "st", "nd", "rd", "th", "le", "er", "de", "del", "el", "o"}
"""What stands between day, month and year in words: "31st of March", "1er avril", "1.º de abril"."""
_SHORTEST: Final = 3


def last_day(due: str) -> date | None:
    """The last day on which something due then ("2027", "2027-03", "2027-03-31") is in time; None for ""."""
    if not due:
        return None
    year, month, day = (*(int(part) for part in due.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def band(action: Action, today: date) -> Band:
    """How pressing *action* is on the day *today*. What is reported or closed is pressing no more."""
    if action.status in _DONE:
        return "done"
    last = last_day(action.due)
    if last is None:
        return "undated"
    if last < today:
        return "overdue"
    return "soon" if last - today <= SOON else "later"


def read_due(typed: str) -> str | None:
    """The day, month or year that *typed* names, as the register keeps it ("" for nothing typed).

    Reads ISO 8601, figures in the order day, month, year, and the names of the months in English,
    French and Spanish. Returns None where no date is meant.
    """
    if not typed.strip():
        return ""
    parts = [part for part in _PARTS.findall(simple(typed)) if part not in _BETWEEN]
    if not 1 <= len(parts) <= 3 or not all(part.isdecimal() or _month(part) for part in parts):
        return None
    if len(parts[0]) == 4 and len(parts) > 1:
        parts.reverse()  # 2027-03-31
    if len(parts) == 3 and not parts[0].isdecimal():
        parts[:2] = parts[1::-1]  # March 31, 2027
    *before, year = parts
    numbers = [int(part) if part.isdecimal() else _month(part) for part in before]
    if len(year) != 4 or not year.isdecimal() or year == "0000":
        return None
    if any(not part.isdecimal() for part in before[:-1]):
        return None
    day, month = ([1, 1, *numbers][-2:]) if numbers else (1, 1)
    try:
        date(int(year), month, day)
    except ValueError:
        return None
    return "-".join([year, *(f"{number:02}" for number in reversed(numbers))])


def _month(name: str) -> int:
    """The month that *name* begins in one of the languages, 0 for none or more than one."""
    if len(name) < _SHORTEST:
        return 0
    found = {
        month
        for month in range(1, 13)
        for code in LANGUAGES
        if simple(month_name(month, code)).startswith(name)
    }
    return found.pop() if len(found) == 1 else 0


__all__ = ["SOON", "Band", "band", "last_day", "read_due"]
