"""A recording is corrected visibly, behind any barrier, and replay and undo know the new acts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.desk import Desk, Done, Refusal
from consult_app.meetings.acts import Context
from consult_app.meetings.reasons import Message, NeedsConfirmation, Refused
from consult_app.replay import fold, freeze
from consult_app.state import apply, counted, decide, read_events, write_events
from consult_app.words import say
from tests.conftest import SOAK
from tests.effort import SOME
from tests.small_meeting import Meeting, command
from tests.test_replay import begun, done, perform, without_counters

WORDS = (
    "Governments shall respect the rest of keepers.",
    "Governments should respect the full rest of all keepers.",
    "Governments should respect\nthe rest of keepers.",
)
NODES = ("1", "2", "2(ii)(a)", "3", "1bis", "3bis", "2(iii)")
NUMBERS = ("D.1", "D.2", "D.3", "live/1", "D.1(a)", "D.1/Rev.1")


def acts(undo: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """An act of the second half of the engine; many are refused, as they are in a meeting."""
    node, number, words = (st.sampled_from(each) for each in (NODES, NUMBERS, WORDS))

    def act(verb: str, **fields: Any) -> st.SearchStrategy[dict[str, Any]]:
        return st.fixed_dictionaries({"do": st.just(verb)} | fields)

    def submit(kind: str, **fields: Any) -> st.SearchStrategy[dict[str, Any]]:
        return act("submit_amendment", by=st.just("workers"), kind=st.just(kind), **fields)

    each = [
        submit("replace", target=node, text=words),
        submit("split", target=node, text=words),
        submit("join", target=node),
        submit("move", target=node, to=node),
        submit("live", target=node, text=words),
        submit("free", text=words),
        submit("global", text=st.just("keepers"), to=st.just("staff")),
        submit("delete", target=node),
        act("merge_amendment", amendment=number, into=number, confirm=st.booleans()),
        act("divide_amendment", amendment=number),
        act("supersede_amendment", amendment=number, text=words),
        act("return_amendment", amendment=number),
        act("resubmit_amendment", amendment=number),
        act("declare_inadmissible", amendment=number, reason=st.just("late")),
        act("resolve_collision", amendment=number, text=words),
        act("resolve_bracket", node=node, text=words),
        act("set_order", amendments=st.lists(number, max_size=2), reason=st.just("chair")),
        act("renumber"),
        act("close_amendments"),
        act("open_amendments"),
        act("set_deadline", at=st.sampled_from(["", "2026-11-02T10:05:00Z"])),
        act("open_sitting"),
        act("adopt_node", node=node),
        act("reopen_node", node=node, reason=st.just("new facts")),
    ]
    each += [
        act(f"{verb}_amendment", amendment=number, confirm=st.just(True))
        for verb in ("adopt", "adopt", "adopt", "call", "reject", "bracket", "withdraw")
    ]
    if undo:
        each += [act("undo", seq=st.integers(4, 14)), act("undo"), act("redo")]
        each += [act("correct_recording", amendment=number, reason=st.just("misheard"))] * 3
        each += [act("correct_recording", seq=st.integers(4, 14), reason=st.just("misheard"))]
    return st.one_of(each)


@pytest.mark.soak
@settings(max_examples=20_000 if SOAK else SOME)
@given(st.lists(acts(), max_size=12))
def test_applying_the_events_of_the_new_acts_is_the_live_state(commands: list[dict[str, Any]]) -> None:
    live = replayed = START.state
    for number, fields in enumerate(commands, START.seq + 1):
        context = Context(number, f"2026-11-02T10:{number:02}:00.000Z")
        try:
            decision = decide(live, command(fields), context)
        except (Refused, NeedsConfirmation):
            continue
        live = decision.state
        for event in read_events(write_events(decision.events)):
            replayed = apply(replayed, event)
        replayed = counted(replayed, decision.events)
    assert freeze(replayed) == freeze(live)


START = Meeting("en", "fr")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("correcting")


@pytest.mark.soak
@settings(max_examples=1_000 if SOAK else 30)
@given(commands=st.lists(acts(undo=True), min_size=4, max_size=12), data=st.data())
def test_a_file_replays_and_a_suffix_is_undone(
    folder: Path, commands: list[dict[str, Any]], data: st.DataObject
) -> None:
    path = folder / "m.consult"
    path.unlink(missing_ok=True)
    with begun(path) as desk:
        for fields in commands:
            perform(desk, fields)
        assert freeze(fold(desk.rows())) == freeze(desk.state)
        assert desk.check() == []
        states = [desk.state]
        for fields in data.draw(st.lists(acts(), max_size=4)):
            if isinstance(perform(desk, fields), Done):
                states.append(desk.state)
        for _ in states[1:]:
            done(desk, {"do": "undo"})
        assert without_counters(desk.state) == without_counters(states[0])
        live = freeze(desk.state)
    with Desk.open(path, write=False) as reader:
        assert freeze(reader.state) == live


SUBMIT = {"do": "submit_amendment", "by": "workers", "kind": "replace", "target": "3", "text": WORDS[0]}


def closed_behind(desk: Desk) -> int:
    """D.1 was adopted in a sitting that is closed; the row of its adoption."""
    done(desk, {"do": "open_sitting"})
    done(desk, SUBMIT)
    adopted = done(desk, {"do": "adopt_amendment", "amendment": "D.1"}).seq
    done(desk, {"do": "close_sitting"})
    return adopted


def test_a_recording_is_corrected_behind_a_closed_sitting(tmp_path: Path) -> None:
    path = tmp_path / "m.consult"
    with begun(path) as desk:
        adopted = closed_behind(desk)
        assert isinstance(perform(desk, {"do": "undo", "seq": adopted}), Refusal)
        answer = done(
            desk, {"do": "correct_recording", "amendment": "D.1", "reason": "It was deferred."}
        ).answer
        assert (answer["corrected"], answer["number"], answer["state"]) == (adopted, "D.1", "queued")
        node = next(n for n in desk.state.drafting.texts["conclusions"] if n.text("en").startswith("Gov"))
        assert node.text("en") == "Governments should respect the rest of keepers."
        kept = desk.state.drafting.by_number("D.1")
        assert kept is not None
        assert (kept.history[-1].basis, kept.history[-1].reason) == ("correction", "It was deferred.")
        assert desk.undone() == {adopted}
        assert freeze(fold(desk.rows())) == freeze(desk.state)
        assert desk.check() == []
        done(desk, {"do": "defer_amendment", "amendment": "D.1"})
        live = freeze(desk.state)
    with Desk.open(path) as desk:
        assert freeze(desk.state) == live


@pytest.mark.parametrize(
    "fields",
    [
        {"amendment": "D.1"},
        {"amendment": "D.1", "reason": " "},
        {"reason": "which?"},
        {"amendment": "D.9", "reason": "none such"},
        {"seq": 99, "reason": "none such"},
        {"seq": 1, "reason": "the meeting itself"},
    ],
)
def test_a_correction_names_a_decision_and_a_reason(tmp_path: Path, fields: dict[str, Any]) -> None:
    with begun(tmp_path / "m.consult") as desk:
        closed_behind(desk)
        before = desk.seq
        answer = perform(desk, {"do": "correct_recording"} | fields)
        assert isinstance(answer, Refusal)
        assert (answer.rule, desk.seq) == ("A27", before)


def test_the_amendment_that_there_is_not_is_named(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        answer = perform(desk, {"do": "correct_recording", "amendment": "D.9", "reason": "misheard"})
        assert isinstance(answer, Refusal)
        assert say(answer.reason, "en") == "There is no amendment D.9."


def test_what_later_decisions_rest_on_is_not_corrected(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        closed_behind(desk)
        later = done(desk, {"do": "adopt_node", "node": "3"}).seq
        answer = perform(desk, {"do": "correct_recording", "amendment": "D.1", "reason": "misheard"})
        assert isinstance(answer, Refusal)
        assert answer.reason.values["seq"] == later


def test_an_amendment_whose_recording_was_corrected_is_not_undone_away(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        submitted = done(desk, SUBMIT).seq
        done(desk, {"do": "reject_amendment", "amendment": "D.1"})
        corrected = done(desk, {"do": "correct_recording", "amendment": "D.1", "reason": "misheard"}).seq
        answer = perform(desk, {"do": "undo", "seq": submitted})
        assert isinstance(answer, Refusal)
        assert answer.reason.values["seq"] == corrected
        assert "correct the recording of D.1" in say(answer.reason, "en")
        # the correction itself is taken back by recording the decision again
        assert done(desk, {"do": "redo", "seq": corrected}).answer["redone"] == corrected - 1
        found = desk.state.drafting.by_number("D.1")
        assert found is not None and found.state == "rejected"
        assert all(step.basis != "correction" for step in found.history)


# undo and redo after a correction


def corrected(desk: Desk) -> tuple[int, int]:
    """D.1 was rejected, and the recording corrected; the two rows."""
    done(desk, SUBMIT)
    rejected = done(desk, {"do": "reject_amendment", "amendment": "D.1"}).seq
    correction = {"do": "correct_recording", "amendment": "D.1", "reason": "misheard"}
    return rejected, done(desk, correction).seq


def state_of(desk: Desk) -> str:
    """How D.1 stands; the file must replay to the state in use."""
    assert freeze(fold(desk.rows())) == freeze(desk.state)
    assert desk.check() == []
    found = desk.state.drafting.by_number("D.1")
    assert found is not None
    return found.state


def said(label: Message | None) -> str:
    return say(label, "en") if label else ""


def test_a_redo_never_takes_a_correction_back_unasked(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        rejected, correction = corrected(desk)
        assert desk.redo_label() is None
        assert isinstance(perform(desk, {"do": "redo"}), Refusal)
        refusal = perform(desk, {"do": "redo", "seq": rejected})
        assert isinstance(refusal, Refusal)
        assert refusal.reason.values == {"seq": rejected, "correction": correction}
        assert state_of(desk) == "queued"


def test_a_redo_carried_out_again_turns_the_decision_itself(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        done(desk, SUBMIT)
        taken_back = done(desk, {"do": "undo"}).seq
        again = done(desk, {"do": "redo"}).seq
        done(desk, {"do": "redo", "seq": taken_back})
        assert desk.state.drafting.by_number("D.1") is None
        adopted = done(desk, {"do": "adopt_node", "node": "3"}).seq
        refusal = perform(desk, {"do": "redo", "seq": again})
        assert isinstance(refusal, Refusal)
        assert refusal.reason.values["seq"] == adopted
        done(desk, {"do": "undo", "seq": adopted})
        assert done(desk, {"do": "redo", "seq": again}).answer["redone"] == again
        assert state_of(desk) == "queued"


@pytest.mark.parametrize("named", [False, True], ids=["the last", "by its row"])
def test_an_undo_of_the_correction_names_it_and_a_redo_has_it_again(tmp_path: Path, named: bool) -> None:
    with begun(tmp_path / "m.consult") as desk:
        rejected, correction = corrected(desk)
        assert said(desk.undo_label()) == "correct the recording of D.1"
        answer = done(desk, {"do": "undo"} | ({"seq": correction} if named else {})).answer
        assert (answer["undone"], say(answer["label"], "en")) == (correction, "correct the recording of D.1")
        assert state_of(desk) == "rejected"
        assert said(desk.undo_label()) == "reject D.1"
        assert said(desk.redo_label()) == "correct the recording of D.1"
        answer = done(desk, {"do": "redo"} | ({"seq": correction} if named else {})).answer
        assert (answer["redone"], say(answer["label"], "en")) == (correction, "correct the recording of D.1")
        assert state_of(desk) == "queued"
        kept = desk.state.drafting.by_number("D.1")
        assert kept is not None and kept.history[-1].basis == "correction"
        assert desk.undone() >= {rejected}
        assert said(desk.undo_label()) == "correct the recording of D.1"


def test_undo_and_redo_go_through_a_correction_step_by_step(tmp_path: Path) -> None:
    path = tmp_path / "m.consult"
    with begun(path) as desk:
        corrected(desk)
        done(desk, {"do": "defer_amendment", "amendment": "D.1"})
        states = []
        for verb in ("undo", "undo", "undo", "redo", "redo", "redo"):
            done(desk, {"do": verb})
            states.append(state_of(desk))
        assert states == ["queued", "rejected", "queued", "rejected", "queued", "deferred"]
        assert isinstance(perform(desk, {"do": "redo"}), Refusal)
        live = freeze(desk.state)
    with Desk.open(path) as desk:
        assert freeze(desk.state) == live
        assert said(desk.undo_label()) == "defer D.1"


def test_a_correction_behind_a_closed_sitting_is_taken_back_as_long_as_it_is_the_last(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        closed_behind(desk)
        fields = {"do": "correct_recording", "amendment": "D.1", "reason": "It was deferred."}
        correction = done(desk, fields).seq
        done(desk, {"do": "undo"})
        assert state_of(desk) == "adopted"
        assert desk.undo_label() is None  # a closed sitting is next
        done(desk, {"do": "redo"})
        assert state_of(desk) == "queued"
        done(desk, {"do": "open_sitting"})
        done(desk, {"do": "close_sitting"})
        answer = perform(desk, {"do": "undo", "seq": correction})
        assert isinstance(answer, Refusal) and answer.rule == "barrier"


def test_a_correction_that_was_taken_back_is_not_taken_back_twice(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        _, correction = corrected(desk)
        undo = done(desk, {"do": "undo"}).seq
        for seq in (correction, undo):
            assert isinstance(perform(desk, {"do": "undo", "seq": seq}), Refusal)
        done(desk, {"do": "redo", "seq": undo})
        assert state_of(desk) == "queued"


def test_what_rests_on_a_correction_stands_in_the_way_of_its_undo(tmp_path: Path) -> None:
    with begun(tmp_path / "m.consult") as desk:
        _, correction = corrected(desk)
        adopted = done(desk, {"do": "adopt_amendment", "amendment": "D.1"}).seq
        answer = perform(desk, {"do": "undo", "seq": correction})
        assert isinstance(answer, Refusal) and answer.reason.values["seq"] == adopted
        assert state_of(desk) == "adopted"


def test_the_first_vote_is_corrected_without_those_after_it(tmp_path: Path) -> None:
    def vote(subject: str) -> dict[str, Any]:
        hands = {"government": [1, 0, 0]}
        fields = {"on": subject, "method": "show_of_hands", "tally": hands, "weighted": False}
        return {"do": "record_vote", "confirm": True} | fields

    with begun(tmp_path / "m.consult") as desk:
        first = done(desk, vote("first"))
        done(desk, {"do": "register_participant", "name": "Bo", "role": "member", "group": "government"})
        second = done(desk, vote("second"))
        assert (first.answer["composition"], second.answer["composition"]) == (1, 2)
        done(desk, {"do": "open_sitting"})
        done(desk, {"do": "close_sitting"})
        done(desk, {"do": "correct_recording", "seq": first.seq, "reason": "nobody voted"})
        [left] = desk.state.assembly.votes
        assert (left.number, left.composition.number) == (2, 1)
        assert left.composition.entitled["government"] == 2
        assert desk.check() == []
