"""How far the meeting is: the course of the text, the pace, the outcomes, the languages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.progress import (
    OUTCOMES,
    STATUSES,
    Course,
    barring,
    course,
    languages,
    outcome,
    outcomes,
    pace,
)
from consult_app.drafting.waiting import Waits
from consult_app.meetings.proceedings.sitting_time import SittingTime, sitting_time
from tests.small_meeting import Meeting

BEGAN = datetime(2026, 11, 2, 9, tzinfo=UTC)
TOTAL = 8
"""Three paragraphs and five items in the small meeting."""


def now(meeting: Meeting) -> datetime:
    """The moment of its last row."""
    return BEGAN + timedelta(minutes=meeting.seq - 1)


def time_of(meeting: Meeting) -> SittingTime:
    return sitting_time(meeting.state.assembly.sittings, now(meeting), now(meeting))


def course_of(meeting: Meeting) -> Course:
    return course(meeting.text, time_of(meeting))


def sat(minutes: int, meeting: Meeting) -> None:
    """Let so many minutes of the sitting go by: each row takes one."""
    for _ in range(minutes):
        meeting.do("set_meeting", symbol="X")


def test_before_anything_is_adopted_nothing_is_said() -> None:
    found = course_of(Meeting())
    assert (found.total, found.closed, found.left, found.moments) == (TOTAL, 0, TOTAL, ())
    assert pace(found).per_hour is None
    assert found.states == {"not_opened": TOTAL}


def test_the_course_counts_paragraphs_and_items_when_they_are_closed_and_reopened() -> None:
    meeting = Meeting()
    meeting.do("open_sitting")
    meeting.do("adopt_node", node="title")
    meeting.do("adopt_node", node="2")
    meeting.do("adopt_node", node="3")
    meeting.do("reopen_node", node="3", reason="A word is missing.")
    found = course_of(meeting)
    assert [each.count for each in found.moments] == [6, 7, 6]
    assert [len(each.closed) for each in found.moments] == [6, 1, 0]
    assert found.moments[-1].reopened == (meeting.node("3").id,)
    assert found.closed == 6
    assert [each.seconds for each in found.moments] == [120, 180, 240]


def test_what_is_put_in_and_deleted_is_closed_by_the_adoption_of_its_amendment() -> None:
    meeting = Meeting()
    meeting.adopt(meeting.submit("1", "New words.", kind="insert_after"))
    meeting.adopt(meeting.submit("3", kind="delete"))
    found = course_of(meeting)
    assert (found.total, found.closed) == (TOTAL + 1, 2)
    assert found.states["deleted"] == 1 and found.states["adopted_as_amended"] == 1
    assert [each.count for each in found.moments] == [1, 2]


def test_a_node_that_is_split_off_is_counted_and_still_open() -> None:
    meeting = Meeting()
    meeting.adopt(meeting.submit("3", "Governments should respect\nthe rest of keepers.", kind="split"))
    found = course_of(meeting)
    assert (found.total, found.closed, found.moments) == (TOTAL + 1, 0, ())


def test_without_a_sitting_the_course_runs_from_the_first_closing_to_the_last() -> None:
    meeting = Meeting()
    meeting.do("adopt_node", node="1")
    meeting.do("adopt_node", node="2")
    meeting.do("adopt_node", node="3")
    found = course_of(meeting)
    assert [each.seconds for each in found.moments] == [0, 60, 120]
    assert pace(found).per_hour is None


def test_the_pace_is_what_was_closed_per_hour_of_sitting() -> None:
    meeting = Meeting()
    meeting.do("open_sitting")
    sat(26, meeting)
    for node in ("1", "2(i)", "2(ii)(a)", "3"):
        meeting.do("adopt_node", node=node)
    found = pace(course_of(meeting))
    assert found.per_hour == 8  # four in half an hour
    assert found.seconds == 30 * 60
    assert found.ends == now(meeting) + timedelta(minutes=30)


def test_the_pace_is_that_of_the_last_stretch() -> None:
    meeting = Meeting()
    meeting.do("open_sitting")
    meeting.do("adopt_node", node="1")
    sat(57, meeting)
    for node in ("2(i)", "2(ii)(a)"):
        meeting.do("adopt_node", node=node)
    found = course_of(meeting)
    assert found.time.seconds == 3600
    assert pace(found).per_hour == 3
    assert pace(found, 1800).per_hour is None, "two are too few"


def test_a_night_between_two_sittings_does_not_slow_the_pace() -> None:
    meeting = Meeting()
    meeting.do("open_sitting")
    sat(9, meeting)
    meeting.do("adopt_node", node="2")
    meeting.do("close_sitting")
    before = pace(course_of(meeting))
    sat(200, meeting)
    after = pace(course_of(meeting))
    assert after == before
    assert after.ends is None, "no sitting is open: only how long the meeting still has to sit"
    assert after.per_hour is not None and after.seconds is not None


def test_a_text_that_is_all_closed_waits_for_nothing() -> None:
    meeting = Meeting()
    meeting.do("open_sitting")
    sat(9, meeting)
    meeting.do("adopt_node", node="rest")
    found = pace(course_of(meeting))
    assert (found.seconds, found.ends) == (0, None)


def test_the_outcomes_are_told_by_main_group() -> None:
    meeting = Meeting()
    meeting.do("register_group", id="africa", names={"en": "Africa group"}, parent="government")
    adopted = meeting.submit("1", "Lighthouses guide all ships at night.[^1]")
    meeting.submit("3", "Governments should respect the long rest of keepers.", by="africa")
    meeting.submit("2(i)", "collect good statistics on keepers;", by="employers")
    meeting.do("call_amendment", amendment=adopted)
    meeting.submit("1", "Lighthouses guide many ships at night.[^1]", amends=adopted, by="government")
    meeting.do("withdraw_amendment", amendment="D.3")
    meeting.do("reject_amendment", amendment="D.2")
    counts = outcomes(meeting.state.drafting, meeting.state.assembly, "conclusions")
    assert list(counts) == ["government", "employers", "workers"]
    assert {group: {k: n for k, n in by.items() if n} for group, by in counts.items()} == {
        "government": {"rejected": 1},
        "employers": {"withdrawn": 1},
        "workers": {"pending": 1},
    }
    below = outcomes(meeting.state.drafting, meeting.state.assembly, "conclusions", subamendments=True)
    assert sum(sum(by.values()) for by in below.values()) == below["government"]["pending"] == 1
    assert outcomes(meeting.state.drafting, meeting.state.assembly, "another")["workers"]["pending"] == 0


def test_the_office_is_told_apart() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should respect keepers.", by="office", kind="live")
    counts = outcomes(meeting.state.drafting, meeting.state.assembly, "conclusions")
    assert sum(counts[""].values()) == 1


@pytest.mark.parametrize(
    ("state", "counts_as"),
    [
        ("queued", "pending"),
        ("under_discussion", "pending"),
        ("bracketed", "pending"),
        ("not_seconded", "not_discussed"),
        ("superseded", "carried_on"),
        ("a state of a later version", "pending"),
    ],
)
def test_every_state_counts_as_one_outcome(state: str, counts_as: str) -> None:
    assert outcome(state) == counts_as
    assert counts_as in OUTCOMES


def test_each_language_is_counted_by_status() -> None:
    meeting = Meeting("en", "fr")
    meeting.do("sign_off", node="1", language="fr", by="The reviser")
    meeting.adopt(meeting.submit("3", "Governments should respect keepers."))
    standing = len(list(meeting.text))
    found = languages(meeting.text)
    assert list(found) == ["en", "fr", "es"]
    assert all(tuple(by) == STATUSES and sum(by.values()) == standing for by in found.values())
    assert found["en"]["original"] == standing
    assert (found["fr"]["checked"], found["fr"]["out_of_date"]) == (1, 1)
    assert found["es"]["missing"] == standing


def test_what_bars_adoption_is_said_until_the_text_is_adopted() -> None:
    meeting = Meeting()
    state = meeting.state
    assert barring(state.drafting, state.assembly, meeting.text)
    meeting.do("adopt_node", node="rest")
    meeting.do("adopt_text")
    assert barring(meeting.state.drafting, meeting.state.assembly, meeting.text) == []


LABELS = ("1", "2", "2(i)", "2(ii)", "2(ii)(a)", "2(iii)", "3", "title", "rest")


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(LABELS), st.booleans(), st.booleans()), max_size=12))
def test_the_course_ends_where_the_text_stands(acts: list[tuple[str, bool, bool]]) -> None:
    from consult_app.meetings.reasons import Refused

    meeting = Meeting()
    for label, adopts, sits in acts:
        try:
            if sits:
                meeting.do("close_sitting" if meeting.state.assembly.sitting else "open_sitting")
            if adopts:
                meeting.do("adopt_node", node=label)
            else:
                meeting.do("reopen_node", node=label, reason="Again.")
        except Refused:
            continue
    found = course_of(meeting)
    assert (found.moments[-1].count if found.moments else 0) == found.closed
    assert sum(found.states.values()) == found.total
    assert all(0 <= each.count <= found.total for each in found.moments)
    assert [each.seconds for each in found.moments] == sorted(each.seconds for each in found.moments)
    speed = pace(found)
    assert speed.seconds is None or speed.seconds >= 0
    waiting = {row.node for row in Waits().rows(meeting.state.drafting, meeting.text) if not row.closed}
    assert waiting == {node.id for node in meeting.text if not node.closed}
