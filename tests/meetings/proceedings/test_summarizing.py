"""Summaries of speeches and positions: by language, later, and taken away."""

from __future__ import annotations

from consult_app.meetings.kept.speaking import Speech
from tests.small_meeting import Meeting


def spoke(**summary: object) -> Meeting:
    meeting = Meeting()
    meeting.do("open_sitting")
    meeting.do("give_floor", speaker="Cleo Fanal", on_behalf_of="workers")
    meeting.do("end_speech", **summary)
    return meeting


def speech(meeting: Meeting) -> Speech:
    return meeting.state.assembly.speaking.speeches[-1]


def test_a_summary_has_a_language_or_none() -> None:
    assert speech(spoke(summary=" Plain  words. ")).summary == "Plain words."
    assert speech(spoke(summary="Words.", language="fr")).summaries == {"fr": "Words."}
    both = speech(spoke(summary={"en": "A.", "es": " "}))
    assert (both.summary, both.summaries) == ("", {"en": "A."})


def test_it_is_changed_language_by_language() -> None:
    meeting = spoke(summary={"en": "A.", "fr": "B."})
    meeting.do("summarize_speech", speaker=speech(meeting).speaker.id, summary="C.", language="fr")
    meeting.do("summarize_speech", speaker="workers", summary={"en": ""})
    assert speech(meeting).summaries == {"fr": "C."}
    meeting.do("summarize_speech", speaker="Cleo Fanal", summary="In no language.")
    assert (speech(meeting).summary, speech(meeting).summaries) == ("In no language.", {})


def test_what_was_written_while_it_lasted_stays_when_it_ends() -> None:
    meeting = Meeting()
    meeting.do("open_sitting")
    meeting.do("give_floor", speaker="Cleo Fanal", on_behalf_of="workers")
    meeting.do("summarize_speech", speaker="workers", summary="Elle a dit «\u00a0oui\u00a0».", language="fr")
    meeting.do("end_speech")
    assert speech(meeting).summaries == {"fr": "Elle a dit «\u00a0oui\u00a0»."}


def test_a_position_keeps_what_was_said() -> None:
    meeting = Meeting()
    number = meeting.submit("3", kind="delete")
    meeting.do("state_position", amendment=number, group="employers", position="opposes", summary="No.")
    [stated] = meeting.amendment(number).stated
    assert stated.summary == {"en": "No."}
