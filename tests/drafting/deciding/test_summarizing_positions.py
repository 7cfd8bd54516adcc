"""The words for the report on a position: written after it, language by language, and taken back."""

from __future__ import annotations

import msgspec
import pytest

from consult_app.drafting.deciding.summarizing_positions import PositionSummarized, SummarizePosition
from consult_app.meetings.reasons import Refused
from consult_app.replay import label
from tests.small_meeting import Meeting


def stated() -> tuple[Meeting, str]:
    meeting = Meeting()
    number = meeting.submit("3", kind="delete")
    meeting.do("state_position", amendment=number, group="employers", position="opposes", summary="No.")
    meeting.do("state_position", amendment=number, group="employers", position="flexible")
    return meeting, number


def test_it_is_the_position_stated_last_language_by_language() -> None:
    meeting, number = stated()
    meeting.do("summarize_position", amendment=number, group="employers", summary="Perhaps.")
    meeting.do("summarize_position", amendment=number, group="employers", summary="Peut-être.", language="fr")
    before, now = meeting.amendment(number).stated
    assert (before.position, before.summary) == ("opposes", {"en": "No."})
    assert (now.position, now.summary) == ("flexible", {"en": "Perhaps.", "fr": "Peut-être."})
    meeting.do("summarize_position", amendment=number, group="employers", summary={"en": " "})
    assert meeting.amendment(number).stated[-1].summary == {"fr": "Peut-être."}


def test_of_two_at_one_time_the_later_is_meant() -> None:
    meeting, number = stated()
    drafting = meeting.state.drafting
    amendment = meeting.amendment(number)
    at = "2026-11-02T10:00:00.000Z"
    together = tuple(msgspec.structs.replace(each, at=at) for each in amendment.stated)
    drafting = drafting.with_amendments(msgspec.structs.replace(amendment, stated=together))
    event = PositionSummarized(amendment=amendment.id, group="employers", at=at, summary={"en": "Perhaps."})
    found = event.apply(drafting).amendments[amendment.id].stated
    assert [each.summary for each in found] == [{"en": "No."}, {"en": "Perhaps."}]


def test_the_menu_names_it() -> None:
    command = SummarizePosition(amendment="D.1", group="employers", summary="Perhaps.")
    assert (
        label(command).msgid.format(**label(command).values) == "summarize the position of employers on D.1"
    )


def test_words_without_a_position_are_refused_with_what_to_do() -> None:
    meeting, number = stated()
    with pytest.raises(Refused) as refused:
        meeting.do("summarize_position", amendment=number, group="workers", summary="Yes.")
    assert refused.value.rule == "no_position"
