"""The meeting's own data."""

from __future__ import annotations

import pytest

from tests.small_meeting import Meeting


def test_a_file_holds_one_meeting() -> None:
    meeting = Meeting()
    assert meeting.refused("create_meeting", titles={"en": "Another"}, rules={}).rule == "one_meeting"


def test_the_data_of_the_meeting() -> None:
    meeting = Meeting()
    meeting.do(
        "set_meeting", **{"symbol": " TMLK ", "place": "Geneva", "from": "2026-11-02", "to": "2026-11-06"}
    )
    meeting.do("set_meeting", organ={"fr": "La Réunion"}, titles={"fr": "Réunion sur les phares"})
    data = meeting.state.assembly.meeting
    assert (data.symbol, data.place["fr"], data.begins, data.ends) == (
        "TMLK",
        "Geneva",
        "2026-11-02",
        "2026-11-06",
    )
    assert (set(data.titles), data.organ) == ({"en", "fr"}, {"fr": "La Réunion"})
    meeting.do("set_meeting", **{"from": ""})
    assert meeting.state.assembly.meeting.begins == ""


@pytest.mark.parametrize("fields", [{"from": "2 November"}, {"from": "2026-11-06", "to": "2026-11-02"}])
def test_dates_that_cannot_be(fields: dict[str, str]) -> None:
    assert Meeting().refused("set_meeting", **fields).rule == "dates"
