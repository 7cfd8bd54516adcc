"""When amendments may be handed in: the deadline, opening and closing (procedure.md A2, A6)."""

from __future__ import annotations

import pytest

from consult_app.meetings.reasons import Moment
from tests.small_meeting import Meeting

LATE = {"by": "workers", "kind": "delete", "target": "3"}


def test_after_the_deadline_it_takes_a_reason_and_the_meetings_consent() -> None:
    meeting = Meeting()
    meeting.do("set_deadline", at="2026-11-02T09:05:00Z")
    assert meeting.text.deadline == "2026-11-02T09:05:00.000Z"
    meeting.submit("3", kind="delete")
    meeting.seq = 10
    refusal = meeting.refused("submit_amendment", **LATE)
    assert (refusal.rule, refusal.reason.values) == ("A2", {"deadline": Moment(meeting.text.deadline)})
    assert meeting.refused("submit_amendment", **LATE, confirm=True).rule == "A2"
    assert "comes late" in meeting.asked("submit_amendment", **LATE, reason="The printer failed.")
    meeting.do("submit_amendment", **LATE, reason="The printer failed.", confirm=True)
    assert meeting.warnings()[0] == "The amendment was received late, with the consent of the meeting."
    meeting.do("set_deadline", at="")
    meeting.submit("3", kind="delete")


def test_subamendments_and_what_is_typed_know_no_deadline() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments shall respect the rest of keepers.")
    meeting.do("close_amendments")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", "Governments shall respect the rest of all keepers.", amends="D.1")
    meeting.submit("1", "Lamps guide ships.", kind="live")


def test_closing_and_opening() -> None:
    meeting = Meeting()
    assert meeting.do("close_amendments", reason="as decided")["state"] == "amendments_closed"
    assert meeting.refused("submit_amendment", **LATE).rule == "A2"
    assert meeting.do("open_amendments")["state"] == "amendments_open"
    meeting.submit("3", kind="delete")
    meeting.do("open_node", node="1")
    assert meeting.do("close_amendments")["state"] == "line_by_line"
    assert meeting.text.amendments_closed
    assert meeting.refused("submit_amendment", **LATE).rule == "A2"
    assert [step.to for step in meeting.text.history] == [
        "office_draft",
        "amendments_closed",
        "amendments_open",
        "amendments_closed",
    ]


@pytest.mark.parametrize(
    ("at", "deadline"),
    [
        ("2026-11-03T18:00+01:00", "2026-11-03T17:00:00.000Z"),
        ("2026-11-03T18:00:30Z", "2026-11-03T18:00:30.000Z"),
        ("2026-11-03T18:00", "2026-11-03T18:00:00.000Z"),
        ("2026-11-03", "2026-11-03T00:00:00.000Z"),
    ],
)
def test_a_deadline_is_one_moment_wherever_it_is_read(at: str, deadline: str) -> None:
    meeting = Meeting()
    meeting.do("set_deadline", at=at)
    assert meeting.text.deadline == deadline


@pytest.mark.parametrize("at", ["tomorrow", "3.11.2026", "18:00", "2026-13-01", "0001-01-01T00:00+23:00"])
def test_a_deadline_is_a_time(at: str) -> None:
    assert Meeting().refused("set_deadline", at=at).rule == "dates"


def test_the_rules_say_what_becomes_of_a_late_amendment() -> None:
    meeting = Meeting()
    meeting.do("set_rules", changes={"amendment": {"late_policy": "refused"}})
    meeting.do("close_amendments")
    refusal = meeting.refused("submit_amendment", **LATE, reason="the translation came late", confirm=True)
    assert (refusal.rule, "receive no late one" in str(refusal)) == ("A2", True)
    meeting.do("set_rules", changes={"amendment": {"late_policy": "accepted"}})
    meeting.do("submit_amendment", **LATE)
    assert "came late" in meeting.warnings()[0]


def test_the_rules_say_in_which_languages_amendments_are_handed_in() -> None:
    meeting = Meeting()
    meeting.do("set_rules", changes={"amendment": {"languages": ["fr", "es"], "written": False}})
    meeting.submit("3", kind="delete", oral=True)
    assert ["ask for one of" in warning for warning in meeting.warnings()] == [True]
