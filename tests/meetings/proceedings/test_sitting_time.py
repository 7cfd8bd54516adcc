"""Open sitting time: nights do not count, a sitting left open is not a night of work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.meetings.kept.assembly import Sitting
from consult_app.meetings.proceedings.sitting_time import SILENCE, SittingTime, moment, sitting_time, unseated
from tests.effort import MANY

DAY = datetime(2026, 11, 4, tzinfo=UTC)


def at(hours: float) -> datetime:
    return DAY + timedelta(hours=hours)


def sitting(number: int, opened: float, closed: float | None = None) -> Sitting:
    ends = at(closed).isoformat() if closed is not None else ""
    return Sitting(number, "plenary", at(opened).isoformat(), ends)


TWO = (sitting(1, 9, 12), sitting(2, 33, 35))


@pytest.mark.parametrize(
    ("hour", "sat"),
    [
        pytest.param(8, 0, id="before the first"),
        pytest.param(9, 0, id="when it opens"),
        pytest.param(10.5, 1.5, id="within the first"),
        pytest.param(20, 3, id="at night"),
        pytest.param(34, 4, id="within the second"),
        pytest.param(50, 5, id="after the last"),
    ],
)
def test_only_the_time_in_which_a_sitting_was_open_counts(hour: float, sat: float) -> None:
    time = sitting_time(TWO, at(60))
    assert time.elapsed(at(hour)) == sat * 3600
    assert time.seconds == 5 * 3600
    assert not time.running
    assert time.after(60) is None


def test_an_open_sitting_counts_until_now() -> None:
    time = sitting_time((*TWO, sitting(3, 57)), at(58), at(57.5))
    assert time.running and not time.stale
    assert time.seconds == 6 * 3600
    assert time.after(1800) == at(58.5)


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(at(57.5) + SILENCE + timedelta(minutes=1), id="left open overnight"),
        pytest.param(at(57.2), id="a clock put back"),
    ],
)
def test_a_sitting_left_open_ends_with_its_last_act(now: datetime) -> None:
    time = sitting_time((*TWO, sitting(3, 57)), now, at(57.5))
    assert time.stale
    assert time.as_of == at(57.5)
    assert time.seconds == 5.5 * 3600


def test_an_open_sitting_without_any_act_begins_at_its_opening() -> None:
    time = sitting_time((sitting(1, 9),), at(30))
    assert time.stale and time.seconds == 0


def test_sittings_that_were_only_planned_count_for_nothing() -> None:
    time = sitting_time((Sitting(1, "plenary", ""), sitting(2, 9, 10)), at(60))
    assert [span.number for span in time.spans] == [2]
    assert time.counted


def test_no_sitting_is_no_sitting_time() -> None:
    time = sitting_time((), at(10))
    assert (time.seconds, time.spans, time.counted, time.elapsed(at(9))) == (0, (), False, 0)
    assert SittingTime().seconds == 0


def test_a_meeting_without_sittings_runs_from_its_first_act_to_its_last() -> None:
    time = unseated(at(9), at(11))
    assert (time.seconds, time.counted, time.elapsed(at(10))) == (7200, False, 3600)
    assert unseated(at(11), at(9)).seconds == 0


def test_what_no_calendar_reaches_is_not_said() -> None:
    assert sitting_time((sitting(1, 9),), at(10), at(10)).after(1e15) is None


def test_a_time_without_an_offset_is_in_utc() -> None:
    assert moment("2026-11-04T09:00") == at(9)
    assert moment("2026-11-04T10:00:00+01:00") == at(9)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(
    st.lists(st.tuples(st.integers(-5, 100), st.integers(-5, 50)), max_size=5),
    st.lists(st.integers(-50, 600), min_size=2, max_size=2),
    st.booleans(),
)
def test_the_time_sat_never_goes_back(spans: list[tuple[int, int]], moments: list[int], open_: bool) -> None:
    sittings, hour = [], 0
    for number, (pause, length) in enumerate(spans, 1):
        hour += pause  # clocks of desks differ: a sitting may seem to begin before the last one ended
        sittings.append(sitting(number, hour, hour + length))
        hour += length
    if sittings and open_:
        sittings[-1] = Sitting(sittings[-1].number, "plenary", sittings[-1].opened)
    time = sitting_time(sittings, at(700))
    first, second = sorted(moments)
    assert 0 <= time.elapsed(at(first)) <= time.elapsed(at(second)) <= time.seconds
    assert time.seconds == pytest.approx(sum(span.seconds for span in time.spans))
