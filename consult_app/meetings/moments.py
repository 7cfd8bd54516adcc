"""Months and moments as people type them, and the seconds between two moments of the record."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from .acts import stamp
from .days import day
from .reasons import N_, refuse

_PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")


def day_month_or_year(text: str) -> str:
    """A day, a month ("2027-03") or a year ("2027"), "" for none. Raises Refused."""
    text = text.strip()
    return text if _PARTIAL.fullmatch(text) and text[:4] != "0000" else day(text)


def moment(text: str) -> str:
    """A moment as rows write it; without an offset it is in UTC. Raises Refused."""
    try:
        at = datetime.fromisoformat(text.strip())
        return stamp(at if at.tzinfo else at.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        raise refuse(
            "dates", N_("“{text}” is not a time that exists; write it as 2026-11-03T18:00."), text=text
        ) from None


def seconds_between(begins: str, ends: str) -> int:
    """Whole seconds from one moment to another, never below zero: clocks of desks may differ."""
    elapsed = datetime.fromisoformat(ends) - datetime.fromisoformat(begins)
    return max(0, int(elapsed.total_seconds()))


__all__ = ["day_month_or_year", "moment", "seconds_between"]
