"""The one table of verbs, and what a decision may not do."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from consult_app.meetings.acts import Command, Context, Event
from consult_app.meetings.reasons import Refused
from consult_app.state import (
    COMMANDS,
    AnyCommand,
    AnyEvent,
    State,
    counted,
    decide,
    read_command,
    write_command,
)
from consult_app.verbs import catalogue
from tests.small_meeting import Meeting, command


def test_every_verb_has_one_command_and_every_event_one_tag() -> None:
    commands, events = get_args(AnyCommand), get_args(AnyEvent)
    assert len(COMMANDS) == len(commands)
    assert len({event.__struct_config__.tag for event in events}) == len(events)
    assert all(issubclass(each, Command) for each in commands)
    assert all(issubclass(each, Event) for each in events)
    assert all(each.__struct_config__.frozen and each.__doc__ for each in (*commands, *events))
    assert all(each.__struct_config__.forbid_unknown_fields for each in commands)


def test_the_verbs_of_the_contract_take_the_fields_of_the_contract() -> None:
    contract = {
        "set_meeting": "symbol place from to organ titles",
        "register_group": "id names parent colour mark coordinator",
        "register_participant": "name role group country title may_vote why_not",
        "elect_officer": "office participant",
        "open_sitting": "kind number",
        "close_sitting": "",
        "submit_amendment": "by kind target language text node_kind amends seconded_by justification",
        "second_amendment": "amendment by",
        "adopt_amendment": "amendment basis",
        "take_over_amendment": "amendment by",
        "state_position": "amendment group position",
        "open_node": "node",
        "adopt_node": "node",
        "reopen_node": "node",
        "edit_wording": "node language text by editorial",
        "set_translation": "node amendment language text",
        "sign_off": "node language by",
        "adopt_text": "",
        "undo": "seq",
        "redo": "seq",
    }
    found = catalogue()
    for verb, fields in contract.items():
        assert set(fields.split()) <= set(found[verb]["fields"]), verb


def test_a_command_is_written_as_it_is_read() -> None:
    line = b'{"do":"open_node","node":["3","5(iii)"],"reason":"because"}'
    made = read_command(line)
    assert (made.verb(), made.reason) == ("open_node", "because")
    assert write_command(made) == line


def test_ids_are_made_of_the_row() -> None:
    meeting = Meeting()
    ids = [node.id for node in meeting.text]
    assert ids[0] == "n2.1"
    assert len(set(ids)) == len(ids)
    meeting.submit("3", kind="delete")
    assert meeting.amendment("D.1").id == f"a{meeting.seq}.1"


def test_counters_only_grow() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    assert meeting.last is not None
    assert meeting.state.counters == {"D": 1}
    assert counted(State(counters={"D": 5}), meeting.last.events).counters == {"D": 5}
    assert counted(State(), meeting.last.events).counters == {"D": 1}


def test_deciding_changes_nothing() -> None:
    meeting = Meeting()
    before = msgspec.msgpack.encode(meeting.state)
    context = Context(99, "2026-11-02T12:00:00.000Z")
    one = decide(meeting.state, command({"do": "adopt_node", "node": "rest"}), context)
    other = decide(meeting.state, command({"do": "adopt_node", "node": "rest"}), context)
    assert one.events == other.events
    assert msgspec.msgpack.encode(meeting.state) == before
    with pytest.raises(Refused):
        decide(State(), command({"do": "open_node", "node": "3"}), context)


def test_nothing_is_done_to_a_text_that_is_not_there() -> None:
    context = Context(1, "2026-11-02T12:00:00.000Z")
    for fields in ({"do": "adopt_text"}, {"do": "open_node", "node": "1", "text_id": "resolution"}):
        with pytest.raises(Refused) as refused:
            decide(State(), command(fields), context)
        assert refused.value.rule in ("no_text", "unknown_text")
