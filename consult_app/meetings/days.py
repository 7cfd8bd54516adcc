"""Days as the record keeps them: ISO 8601."""

from __future__ import annotations

from datetime import date

from .reasons import N_, refuse


def day(text: str) -> str:
    """*text* as an ISO date, "" for none. Raises Refused for a date that does not exist."""
    if not text.strip():
        return ""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise refuse("dates", N_("“{text}” is not a date; write it as 2026-11-02."), text=text) from None
