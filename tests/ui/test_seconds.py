"""Clocks of the window are set at the full second."""

from __future__ import annotations

from consult_app.ui.seconds import to_next_minute, to_next_second


def test_the_next_second_is_never_far_and_never_now() -> None:
    assert all(5 < to_next_second() <= 1005 for _ in range(50))
    assert all(5 < to_next_minute() <= 60_005 for _ in range(50))
