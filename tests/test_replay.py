"""Replay is the live state; what was undone is as if it had never been; numbers are never given twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app import turning
from consult_app.desk import Answer, Desk, Done, Refusal
from consult_app.meetings.acts import Context
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from consult_app.replay import command_of, events_of, fold, freeze, label, refolded, thaw
from consult_app.state import COMMANDS, State, apply, counted, decide, read_command, write_command
from consult_app.words import say
from tests.conftest import SOAK
from tests.effort import SOME
from tests.small_meeting import Meeting, command, create_command, text_command

NODES = ("1", "2", "2(i)", "2(ii)", "3", "title", "2bis")
GROUPS = ("government", "employers", "workers", "Ada Brightwater", "Cleo Fanal")
WORDS = (
    "Governments shall respect it.",
    "Governments should respect the rest of all keepers.",
    "The ILO should:",
)
NUMBERS = ("D.1", "D.2", "D.3", "D.1/S.1")
BASES = ("consensus", "vote", "chair")


def acts(undo: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """A command that somebody may think of; many are refused, as they are in a meeting."""
    number, node, group = st.sampled_from(NUMBERS), st.sampled_from(NODES), st.sampled_from(GROUPS)

    def act(verb: str, **fields: Any) -> st.SearchStrategy[dict[str, Any]]:
        return st.fixed_dictionaries({"do": st.just(verb)} | fields)

    words = st.sampled_from(WORDS)
    verbs = ("call", "adopt", "reject", "withdraw", "defer", "fall", "adopt", "call", "bracket")
    each = [
        act("submit_amendment", by=group, kind=st.just("replace"), target=node, text=words),
        act("submit_amendment", by=group, kind=st.just("insert_after"), target=node, text=words),
        act("submit_amendment", by=group, kind=st.just("delete"), target=node),
        act("submit_amendment", by=group, kind=st.just("replace"), amends=number, text=words),
        act("second_amendment", amendment=number, by=group),
        act("take_over_amendment", amendment=number, by=group),
        act("open_node", node=node),
        act("adopt_node", node=node),
        act("reopen_node", node=node, reason=st.just("a reason")),
        act("edit_wording", node=node, language=st.just("en"), text=words, by=st.just("Office")),
        act("set_translation", node=node, language=st.just("fr"), text=words),
        act("sign_off", node=st.just("all"), language=st.just("fr"), by=st.just("Odile Phare")),
        act("open_sitting"),
        act("register_participant", name=st.sampled_from(["Gus", "Hal"]), role=st.just("ngo")),
        act("set_meeting", symbol=st.sampled_from(["A", "B"])),
    ] + [act(f"{verb}_amendment", amendment=number) for verb in verbs]
    if undo:
        each += [act("undo"), act("undo"), act("redo"), act("undo", seq=st.integers(2, 12))]
    return st.one_of(each)


@pytest.mark.soak
@settings(max_examples=20_000 if SOAK else SOME)
@given(st.lists(acts(), max_size=14))
def test_applying_the_events_is_the_live_state(commands: list[dict[str, Any]]) -> None:
    meeting = Meeting("en", "fr")
    live = replayed = meeting.state
    for number, fields in enumerate(commands, meeting.seq + 1):
        context = Context(number, f"2026-11-02T10:{number:02}:00.000Z")
        try:
            decision = decide(live, command(fields), context)
        except (Refused, NeedsConfirmation):
            continue
        live = decision.state
        written = msgspec.json.encode(decision.events)
        for event in msgspec.json.decode(written, type=tuple[type_of_events(), ...]):  # type: ignore[misc]
            replayed = apply(replayed, event)
        replayed = counted(replayed, decision.events)
    assert freeze(replayed) == freeze(live)
    assert freeze(thaw(freeze(live))) == freeze(live)


def type_of_events() -> Any:
    from consult_app.state import AnyEvent

    return AnyEvent


class Clock:
    """A time that goes on by a minute with each decision."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def begun(path: Path) -> Desk:
    """A desk with the small meeting in the file *path*, in two languages."""
    desk = Desk.create(path, command(create_command()), clock=Clock())
    for fields in (text_command(), text_command("fr", "import_language")):
        done(desk, fields)
    done(
        desk,
        {"do": "register_participant", "name": "Ada Brightwater", "role": "member", "group": "government"},
    )
    return desk


def perform(desk: Desk, fields: dict[str, Any]) -> Answer:
    return desk.perform(command(fields)).result(30)


def done(desk: Desk, fields: dict[str, Any]) -> Done:
    answer = perform(desk, fields)
    assert isinstance(answer, Done), answer
    return answer


@pytest.fixture(scope="module", autouse=True)
def few_states() -> Iterator[None]:
    """A desk keeps few states, as in a meeting of many more rows: the others are made from those."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(turning, "EVERY_STATE", 3)
        patch.setattr(turning, "NTH_STATE", 4)
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("replay")


@pytest.mark.soak
@settings(max_examples=1_000 if SOAK else 30)
@given(commands=st.lists(acts(undo=True), min_size=4, max_size=16))
def test_a_file_holds_what_was_done_and_undone(folder: Path, commands: list[dict[str, Any]]) -> None:
    path = folder / "m.consult"
    path.unlink(missing_ok=True)
    states: dict[int, bytes] = {}
    given_numbers: list[str] = []
    with begun(path) as desk:
        for fields in commands:
            answer = perform(desk, fields)
            if isinstance(answer, Done):
                states[answer.seq] = freeze(desk.state)
                if fields["do"] == "submit_amendment":
                    given_numbers.append(answer.answer["number"])
        live = freeze(desk.state)
        rows = desk.rows()
        assert freeze(fold(rows)) == live
        assert desk.check() == []
        for seq, then in states.items():
            assert freeze(desk.state_at(seq)) == then
            assert freeze(fold(rows[:seq])) == then
    assert len(set(given_numbers)) == len(given_numbers)
    with Desk.open(path, write=False) as reader:
        assert freeze(reader.state) == live
        assert freeze(reader.state_at(len(rows))) == live


@pytest.mark.soak
@settings(max_examples=1_000 if SOAK else 30)
@given(commands=st.lists(acts(), min_size=3, max_size=12), data=st.data())
def test_undoing_any_suffix_is_the_state_before_it(
    folder: Path, commands: list[dict[str, Any]], data: st.DataObject
) -> None:
    path = folder / "m.consult"
    path.unlink(missing_ok=True)
    with begun(path) as desk:
        states = [desk.state]
        for fields in commands:
            if isinstance(perform(desk, fields), Done):
                states.append(desk.state)
        many = data.draw(st.integers(0, len(states) - 1))
        for _ in range(many):
            done(desk, {"do": "undo"})
        assert without_counters(desk.state) == without_counters(states[len(states) - 1 - many])
        assert desk.state.counters == states[-1].counters
        again = data.draw(st.integers(0, many))
        for _ in range(again):
            done(desk, {"do": "redo"})
        assert without_counters(desk.state) == without_counters(states[len(states) - 1 - many + again])
        assert isinstance(perform(desk, {"do": "redo"}), Refusal) == (again == many)


def without_counters(state: State) -> bytes:
    return freeze(msgspec.structs.replace(state, counters={}))


def test_an_earlier_row_is_undone_alone(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        first = done(desk, {"do": "set_meeting", "symbol": "A"}).seq
        second = done(desk, {"do": "open_node", "node": "3"}).seq
        third = done(desk, {"do": "open_node", "node": "1"}).seq
        done(desk, {"do": "undo", "seq": first})
        # and the last one after it: what was undone before stays undone
        done(desk, {"do": "undo", "seq": third})
        assert desk.state.assembly.meeting.symbol == ""
        opened = [n.id for n in desk.state.drafting.texts["conclusions"] if n.state == "under_consideration"]
        assert len(opened) == 1
        assert freeze(fold(desk.rows())) == freeze(desk.state)
        assert desk.undone() == {first, third}
        assert done(desk, {"do": "redo", "seq": first}).answer["redone"] == first
        assert desk.state.assembly.meeting.symbol == "A"
        assert desk.check() == []
        assert second not in desk.undone()


def test_a_row_that_a_later_one_depends_on_is_named(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        submitted = done(
            desk, {"do": "submit_amendment", "by": "workers", "kind": "delete", "target": "3"}
        ).seq
        adopted = done(desk, {"do": "adopt_amendment", "amendment": "D.1"}).seq
        answer = perform(desk, {"do": "undo", "seq": submitted})
        assert isinstance(answer, Refusal)
        assert answer.reason.values["seq"] == adopted
        assert say(answer.reason, "en") == (
            f"A later decision depends on it: adopt D.1 (row {adopted}). Undo that one first."
        )
        assert desk.seq == adopted


def test_numbers_of_undone_rows_are_not_given_again(tmp_path: Path) -> None:
    submit = {"do": "submit_amendment", "by": "workers", "kind": "delete", "target": "3"}
    with begun(tmp_path / "m.consult") as desk:
        assert done(desk, submit).answer["number"] == "D.1"
        done(desk, {"do": "undo"})
        assert done(desk, submit).answer["number"] == "D.2"
        done(desk, {"do": "open_sitting"})
        done(desk, {"do": "undo"})
        assert done(desk, {"do": "open_sitting"}).answer["number"] == 2
    with Desk.open(tmp_path / "m.consult") as desk:
        assert done(desk, submit).answer["number"] == "D.3"


def test_barriers_are_not_passed_either_way(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        undone = done(desk, {"do": "set_meeting", "symbol": "A"}).seq
        done(desk, {"do": "undo"})
        done(desk, {"do": "open_sitting"})
        done(desk, {"do": "close_sitting"})
        last = done(desk, {"do": "set_meeting", "place": "Geneva"}).seq
        assert done(desk, {"do": "undo"}).answer["undone"] == last
        for fields in ({"do": "undo"}, {"do": "undo", "seq": 3}, {"do": "redo", "seq": undone}):
            answer = perform(desk, fields)
            assert isinstance(answer, Refusal)
            assert answer.rule == "barrier"
        assert desk.undo_label() is None


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"do": "undo", "seq": 1}, "undo"),
        ({"do": "undo", "seq": 99}, "undo"),
        ({"do": "redo"}, "redo"),
        ({"do": "redo", "seq": 3}, "redo"),
    ],
)
def test_there_is_not_always_something_to_undo(tmp_path: Path, fields: dict[str, Any], rule: str) -> None:
    with begun(tmp_path / "m.consult") as desk:
        answer = perform(desk, fields)
        assert isinstance(answer, Refusal)
        assert answer.rule == rule


def test_a_decision_in_between_leaves_nothing_to_redo(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        done(desk, {"do": "set_meeting", "symbol": "A"})
        undo = done(desk, {"do": "undo"})
        assert say(undo.answer["label"], "en") == "change the meeting’s data"
        assert desk.redo_label() is not None
        done(desk, {"do": "set_meeting", "symbol": "B"})
        assert desk.redo_label() is None
        assert isinstance(perform(desk, {"do": "redo"}), Refusal)
        assert isinstance(perform(desk, {"do": "undo", "seq": undo.seq}), Refusal)


def test_the_order_of_receipt_survives_a_snapshot() -> None:
    meeting = Meeting()
    for _ in range(12):
        meeting.submit("3", kind="delete")
    thawed = thaw(freeze(meeting.state))
    numbers = [amendment.number for amendment in thawed.drafting.amendments.values()]
    assert numbers == [f"D.{number}" for number in range(1, 13)]
    assert [n.id for n in thawed.drafting.texts["conclusions"]] == [n.id for n in meeting.text]


def test_refolding_names_the_first_row_in_the_way(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        rows = desk.rows()
        with pytest.raises(Refused, match="import a further language"):
            refolded(State(), rows[2:], {row.seq: True for row in rows})
        assert [command_of(row).verb() for row in rows][:3] == [
            "create_meeting",
            "import_text",
            "import_language",
        ]
        assert all(events_of(row) for row in rows)


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_command_has_a_label_and_stays_itself(verb: str) -> None:
    kind = COMMANDS[verb]
    fields: dict[str, Any] = {"do": verb}
    for field in msgspec.structs.fields(kind):
        if field.required:
            fields[field.encode_name] = sample_of(field.type)
    made = read_command(msgspec.json.encode(fields))
    assert read_command(write_command(made)) == made
    assert not re.search(r"[{}]", say(label(made), "en"))


def sample_of(kind: Any) -> Any:
    """Some value that a field of this type takes."""
    info = kind if isinstance(kind, msgspec.inspect.Type) else msgspec.inspect.type_info(kind)
    if isinstance(info, msgspec.inspect.UnionType):
        info = info.types[0]
    if isinstance(info, msgspec.inspect.LiteralType):
        return info.values[0]
    if isinstance(info, msgspec.inspect.StrType):
        return "3"
    if isinstance(info, msgspec.inspect.DictType):
        return {sample_of(info.key_type): sample_of(info.value_type)}
    if isinstance(info, msgspec.inspect.IntType | msgspec.inspect.FloatType):
        return 1
    if isinstance(info, msgspec.inspect.StructType):
        return {
            field.encode_name: sample_of(getattr(info.cls, "__annotations__", {}).get(field.name, str))
            for field in info.fields
            if field.required and not isinstance(info.cls, str)
        }
    return []
