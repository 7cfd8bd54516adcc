"""Rows of before brackets had numbers: they read and are undone, and their brackets have numbers."""

from __future__ import annotations

from typing import Any

from consult_app.drafting.brackets.open_brackets import open_brackets
from consult_app.drafting.deciding.bracket_numbers import BracketsNoted
from consult_app.journal.rows import GENESIS, Row, sealed
from consult_app.meetings.acts import Context
from consult_app.replay import fold, freeze, refolded, thaw
from consult_app.state import State, decide, write_command, write_events
from tests.drafting.bracketed import replaced
from tests.small_meeting import command, create_command, text_command

ACTS: tuple[dict[str, Any], ...] = (
    create_command(),
    text_command(),
    {"do": "set_meeting", "symbol": "MLH/1"},
    {
        "do": "submit_amendment", "by": "workers", "kind": "replace", "target": "3",
        "text": replaced("should", "shall"),
    },
    {"do": "call_amendment", "amendment": "D.1"},
    {"do": "bracket_amendment", "amendment": "D.1"},
)  # fmt: skip


def old_rows() -> list[Row]:
    """The rows of :data:`ACTS` as they were written before there were numbers."""
    state = State()
    rows = []
    for seq, fields in enumerate(ACTS, 1):
        time = f"2026-11-02T09:{seq:02}:00.000Z"
        asked = command(fields)
        decision = decide(state, asked, Context(seq, time))
        events = tuple(event for event in decision.events if not isinstance(event, BracketsNoted))
        written = write_events(events).decode()
        row = sealed(GENESIS, seq, time, "desk", "secretariat", write_command(asked).decode(), written)
        rows.append(row)
        state = fold([row], state)
    return rows


def test_their_brackets_have_numbers_and_keep_them() -> None:
    state = fold(old_rows())
    text = state.drafting.texts["conclusions"]
    assert state.drafting.brackets == {}
    assert [each.bracket.number for each in open_brackets(state.drafting, text)] == ["B.1"]
    resolve = command({"do": "resolve_bracket", "bracket": "B.1", "choice": "text"})
    after = decide(state, resolve, Context(7, "2026-11-02T09:07:00.000Z")).state
    assert after.drafting.brackets["B.1"].state == "resolved"
    assert freeze(thaw(freeze(after))) == freeze(after)


def test_a_row_before_them_can_be_undone() -> None:
    rows = old_rows()
    counts = {row.seq: row.seq != 3 for row in rows}
    state = refolded(fold(rows[:2]), rows[2:], counts)
    assert state.assembly.meeting.symbol == ""
    assert state.drafting.amendments == fold(rows).drafting.amendments
