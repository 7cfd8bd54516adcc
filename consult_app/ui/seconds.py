"""When a clock in the window is next set: all of them at the same moment, so that no two disagree."""

from __future__ import annotations

from datetime import UTC, datetime

_AFTER = 5
"""A timer may be a little early: this many milliseconds into the second are safe."""


def to_next_second() -> int:
    """Return the milliseconds until the next full second, and a little more."""
    return 1000 - datetime.now(UTC).microsecond // 1000 + _AFTER


def to_next_minute() -> int:
    """Return the milliseconds until the next full minute, and a little more."""
    return (59 - datetime.now(UTC).second) * 1000 + to_next_second()
