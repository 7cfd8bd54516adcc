"""The state as the fold of the journal's rows, and what undoing or redoing one of them makes of it.

The state is the fold of the rows that count (``journal.rows.active``). Taking one row out, or in
again, is allowed only if every later row, decided again without or with it, gives the same events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from .drafting.deciding.adoption import AdoptAmendment
from .drafting.deciding.bracket_numbers import BracketsNoted
from .journal.rows import Row, active
from .journal.upgrade import upgraded
from .meetings.acts import Command, Context
from .meetings.reasons import N_, Message, NeedsConfirmation, Refused, Term, refuse
from .state import AnyEvent, State, apply, counted, decide, read_command, read_events

#: number of the state's layout; a snapshot of another one is thrown away
STATE_FORMAT = 5
_decoder = msgspec.msgpack.Decoder(State)
# in the order of the dicts themselves: order of receipt is part of the state
_encoder = msgspec.msgpack.Encoder()


def freeze(state: State) -> bytes:
    """The state as bytes, for a snapshot; the same rows give the same bytes."""
    try:
        return _encoder.encode(state)
    except OverflowError:
        return msgspec.json.encode(state)  # votes are whole numbers of any size, those of msgpack are not


def thaw(data: bytes) -> State:
    """The state of a snapshot. Raises ``msgspec.DecodeError`` (or its child ValidationError)."""
    if data.startswith(b"{"):  # a state in msgpack begins with the mark of a map
        return msgspec.json.decode(data, type=State)
    return _decoder.decode(data)


def events_of(row: Row) -> tuple[AnyEvent, ...]:
    """The events of a row in today's form."""
    return read_events(upgraded(row)[1])


def command_of(row: Row) -> Command:
    """The command of a row in today's form."""
    return read_command(upgraded(row)[0])


def context_of(row: Row) -> Context:
    """What the row was decided with."""
    return Context(row.seq, row.time, row.desk, row.actor)


def fold(rows: Iterable[Row], state: State | None = None, counts: Mapping[int, bool] | None = None) -> State:
    """The state after *rows*, beginning from *state* (which none of them may take back). *counts* says
    which of them count where rows after them decide it; else they decide it among themselves."""
    rows = list(rows)
    state = state or State()
    if counts is None:
        counts = active((row.seq, row.undoes) for row in rows)
    for row in rows:
        events = events_of(row)
        if counts[row.seq]:
            for event in events:
                state = apply(state, event)
        state = counted(state, events)
    return state


def refolded(before: State, rows: list[Row], counts: dict[int, bool]) -> State:
    """The state after *rows* (from the changed one on) with only those that count, each decided
    again. Raises Refused, naming the first row whose events would be others."""
    state = before
    for row in rows:
        events = events_of(row)
        if counts[row.seq] and row.undoes:
            try:
                for event in events:  # what a corrected recording leaves in the record
                    state = apply(state, event)
            except KeyError:  # the amendment itself would be gone
                raise _in_the_way(row) from None
        elif counts[row.seq]:
            try:
                decision = decide(
                    state, msgspec.structs.replace(command_of(row), confirm=True), context_of(row)
                )
            except (Refused, NeedsConfirmation):
                raise _in_the_way(row) from None
            if events not in (decision.events, _without_brackets(decision.events)):
                raise _in_the_way(row)
            for event in events:
                state = apply(state, event)
        state = counted(state, events)
    return state


def _without_brackets(events: tuple[AnyEvent, ...]) -> tuple[AnyEvent, ...]:
    """*events* as rows had them before brackets got numbers."""
    return tuple(event for event in events if not isinstance(event, BracketsNoted))


def _in_the_way(row: Row) -> Refused:
    return refuse(
        "undo",
        N_("A later decision depends on it: {label} (row {seq}). Undo that one first."),
        label=label_of(row),
        seq=row.seq,
    )


_SUBAMENDED, _TYPED = "submit_amendment to an amendment", "submit_amendment, live"
"""What is handed in to an amendment, and what is typed on the screen, are called otherwise."""
_AS_SUBAMENDED = "adopt_amendment, as subamended"
"""What a row adopted with the changes that were made to it, which its command alone does not say."""
_LABELS = {
    "create_meeting": N_("create the meeting"),
    "set_meeting": N_("change the meeting’s data"),
    "register_group": N_("register the group {names}"),
    "register_participant": N_("register {name}"),
    "register_participants": N_("register participants"),
    "change_participant": N_("change what is recorded of {participant}"),
    "remove_participant": N_("take {participant} off the list"),
    "remove_group": N_("remove the group {group}"),
    "substitute_participant": N_("let {by} stand in for {member}"),
    "end_substitution": N_("end the substitution of {member}"),
    "mark_present": N_("mark who is present"),
    "elect_officer": N_("elect {participant}"),
    "end_office": N_("end the office {office}"),
    "appoint_acting_chairperson": N_("change who presides"),
    "appoint_drafting_group": N_("appoint the drafting group"),
    "open_sitting": N_("open the sitting"),
    "close_sitting": N_("close the sitting"),
    "import_text": N_("import the text"),
    "import_language": N_("import a further language"),
    "import_revision": N_("import a new version of the text"),
    "import_amendments": N_("take in the amendments of a file"),
    "begin_group_file": N_("begin the file of the group"),
    "prepare_amendment": N_("prepare an amendment to {target}"),
    "hand_over_amendments": N_("hand amendments over"),
    "take_in_amendments": N_("take in the amendments of {group}"),
    "submit_amendment": N_("hand in an amendment to {target}"),
    _SUBAMENDED: N_("subamend {amends}"),
    _TYPED: N_("type a change to {target} on the floor"),
    "second_amendment": N_("second {amendment}"),
    "call_amendment": N_("call {amendment}"),
    "adopt_amendment": N_("adopt {amendment}"),
    "adopt_amendment, live": N_("accept {amendment}"),
    _AS_SUBAMENDED: N_("adopt {amendment} as subamended"),
    f"{_AS_SUBAMENDED}, live": N_("accept {amendment} as subamended"),
    "accept_subamendment": N_("accept {amendment}"),
    "reject_amendment": N_("reject {amendment}"),
    "reject_amendment, live": N_("put {amendment} back"),
    "withdraw_amendment": N_("withdraw {amendment}"),
    "take_over_amendment": N_("take over {amendment}"),
    "defer_amendment": N_("defer {amendment}"),
    "bracket_amendment": N_("put {amendment} in brackets"),
    "refer_amendment": N_("refer {amendment} to the drafting group"),
    "fall_amendment": N_("declare {amendment} fallen"),
    "declare_not_seconded": N_("declare {amendment} not seconded"),
    "declare_not_moved": N_("declare {amendment} not moved"),
    "state_position": N_("position on {amendment}"),
    "summarize_position": N_("summarize the position of {group} on {amendment}"),
    "open_node": N_("open {node}"),
    "adopt_node": N_("adopt {node}"),
    "reopen_node": N_("reopen {node}"),
    "edit_wording": N_("change the words of {node}"),
    "set_translation": N_("translate {node}"),
    "sign_off": N_("sign off {node}"),
    "merge_amendment": N_("take {amendment} together with another"),
    "return_amendment": N_("return {amendment} for clarification"),
    "resubmit_amendment": N_("hand in {amendment} again"),
    "declare_inadmissible": N_("declare {amendment} not receivable"),
    "supersede_amendment": N_("replace {amendment} by a revised one"),
    "divide_amendment": N_("put {amendment} by parts"),
    "set_deadline": N_("set the deadline for amendments"),
    "open_amendments": N_("open amendments"),
    "close_amendments": N_("close amendments"),
    "resolve_collision": N_("settle the collision of {amendment}"),
    "resolve_bracket": N_("settle the brackets in {node}"),
    "attribute_bracket": N_("say whose the words in {node} are"),
    "renumber": N_("renumber the text"),
    "set_order": N_("set the order of discussion"),
    "set_sort_code": N_("sort code of {amendment}"),
    "adopt_text": N_("adopt the text as a whole"),
    "correct_recording": N_("correct the recording of {amendment}"),
    "set_rules": N_("set the rules of the meeting"),
    "record_vote": N_("vote on {node}"),
    "record_statement": N_("statement on {node}"),
    "record_motion": N_("record a motion"),
    "second_motion": N_("second {motion}"),
    "decide_motion": N_("decide {motion}"),
    "set_agenda_item": N_("change the agenda"),
    "import_agenda": N_("take over the points for discussion"),
    "remove_agenda_item": N_("take item {item} off the agenda"),
    "move_agenda_item": N_("move item {item} of the agenda"),
    "open_agenda_item": N_("open item {item} of the agenda"),
    "close_agenda_item": N_("close the item of the agenda"),
    "plan_sitting": N_("plan a sitting"),
    "remove_planned_sitting": N_("take a planned sitting out"),
    "register_document": N_("register the document {symbol}"),
    "change_document": N_("change the entry of {document}"),
    "remove_document": N_("take {document} out of the register"),
    "add_speaker": N_("put {who} on the list of speakers"),
    "withdraw_speaker": N_("take {speaker} off the list of speakers"),
    "move_speaker": N_("move {speaker} on the list of speakers"),
    "close_list": N_("close the list of speakers"),
    "reopen_list": N_("reopen the list of speakers"),
    "give_floor": N_("give the floor"),
    "end_speech": N_("end the speech"),
    "pause_speech": N_("stop the speaker’s clock"),
    "resume_speech": N_("let the speaker’s clock go on"),
    "set_speaking_time": N_("set the speaking time"),
    "summarize_speech": N_("summarize the speech of {speaker}"),
    "set_governing_body_paper": N_("fill in the Governing Body paper"),
    "set_action": N_("change the follow-up of {action}"),
    "add_action": N_("put an action into the follow-up"),
    "remove_action": N_("take {action} out of the follow-up"),
    "undo": N_("undo row {seq}"),
    "redo": N_("redo row {seq}"),
}


_PEOPLE = ("group", "member", "by")
_SAID = ("amendment", "node", "target", "name", "participant", "amends", "seq")
_NAMED = 3
_PROCEEDINGS = ("item", "document", "who", "speaker", "action")


def _few(names: tuple[str, ...]) -> tuple[str, ...]:
    """The first of many names: a label is one line of a menu."""
    return names if len(names) <= _NAMED + 1 else (*names[:_NAMED], "…")


def label_of(row: Row) -> Message:
    """What *row* did, for the menu, where it is known from what became of it: "adopt D.12 as subamended"."""
    command = command_of(row)
    if not isinstance(command, AdoptAmendment):
        return label(command)
    steps = (getattr(event, "step", None) for event in events_of(row))
    subamended = any(step is not None and step.to == "adopted_as_subamended" for step in steps)
    return _labelled(command, _AS_SUBAMENDED if subamended else command.verb())


def label(command: Command) -> Message:
    """What a command did, for the menu: "adopt D.12"."""
    return _labelled(command, command.verb())


def _labelled(command: Command, verb: str) -> Message:
    values: dict[str, object] = {}
    for name in (*_SAID, *_PEOPLE, *_PROCEEDINGS):
        value = getattr(command, name, "")
        values[name] = ", ".join(_few(value)) if isinstance(value, tuple) else value
    names = getattr(command, "names", None)
    values["names"] = next(iter(names.values()), "") if names else ""
    values["target"] = values["target"] or values["amends"]
    values["office"] = Term("office", getattr(command, "office", ""))
    values["node"] = values["node"] or values["amendment"] or getattr(command, "on", "")
    values["node"] = values["node"] or getattr(command, "bracket", "")
    titles = getattr(command, "titles", None) or {}
    values["symbol"] = getattr(command, "symbol", "") or next(iter(titles.values()), "")
    values["motion"] = getattr(command, "motion", "")
    return Message(_LABELS[_key(command, verb)], values)


def _key(command: Command, verb: str) -> str:
    amendment = getattr(command, "amendment", "")
    live = f"{verb}, live"
    if live in _LABELS and isinstance(amendment, str) and amendment.startswith("live/"):
        return live
    if verb != "submit_amendment":
        return verb
    if getattr(command, "amends", ""):
        return _SUBAMENDED
    return _TYPED if getattr(command, "kind", "") == "live" else verb
