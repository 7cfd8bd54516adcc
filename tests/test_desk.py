"""The desk: asks and answers, tells its listeners, and never leaves half a decision."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from consult_app.changes import Changes, between
from consult_app.desk import Desk, Done, Question, Refusal
from consult_app.journal.file import JournalFile
from consult_app.meetings.reasons import Refused
from consult_app.state import State
from tests.small_meeting import command, create_command, text_command


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with Desk.create(tmp_path / "m.consult", command(create_command())) as made:
        assert isinstance(made.perform(command(text_command())).result(), Done)
        yield made


def test_an_answer_is_done_a_refusal_or_a_question(desk: Desk) -> None:
    assert isinstance(desk.perform(command({"do": "open_node", "node": "99"})).result(), Refusal)
    assert desk.seq == 2
    answer = desk.perform(command({"do": "open_node", "node": "3"}), actor="the clerk").result()
    assert isinstance(answer, Done)
    assert (answer.seq, desk.rows()[-1].actor) == (3, "the clerk")
    for text in ("by day", "at night"):
        fields = {"do": "submit_amendment", "by": "workers", "kind": "replace", "target": "3"}
        words = f"Governments should respect the rest of keepers, {text}."
        desk.perform(command(fields | {"text": words})).result()
    desk.perform(command({"do": "adopt_amendment", "amendment": "D.1"})).result()
    before = desk.state
    assert isinstance(desk.perform(command({"do": "adopt_amendment", "amendment": "D.2"})).result(), Question)
    assert desk.state is before


def test_rows_can_be_asked_for_a_few_at_a_time(desk: Desk) -> None:
    for symbol in ("A", "B", "C"):
        assert isinstance(desk.perform(command({"do": "set_meeting", "symbol": symbol})).result(), Done)
    rows = desk.rows()
    assert [row.seq for row in rows] == [1, 2, 3, 4, 5]
    assert desk.rows(0, 2) + desk.rows(2, 4) + desk.rows(4) == rows
    assert desk.rows(5) == []


def test_changes_say_what_to_refresh(desk: Desk) -> None:
    told: list[Changes] = []
    threads: list[str] = []

    def listener(changes: Changes) -> None:
        told.append(changes)
        threads.append(threading.current_thread().name)

    end = desk.subscribe(listener)
    fields = {
        "do": "submit_amendment",
        "by": "workers",
        "kind": "insert_after",
        "target": "3",
        "text": "New.",
    }
    desk.perform(command(fields)).result()
    desk.perform(command({"do": "adopt_amendment", "amendment": "D.1"})).result()
    desk.perform(command({"do": "set_meeting", "symbol": "X"})).result()
    end()
    desk.perform(command({"do": "open_sitting"})).result()
    submitted, adopted, renamed = told
    assert (len(submitted.amendments), submitted.structure) == (1, False)
    assert (len(adopted.nodes), adopted.structure, adopted.people) == (1, True, False)
    assert (renamed.meeting, renamed.nodes, renamed.amendments) == (True, frozenset(), frozenset())
    assert set(threads) == {"desk"}


def test_from_one_state_to_itself_nothing_changes(desk: Desk) -> None:
    assert between(desk.state, desk.state, 7) == Changes(7)
    assert between(State(), desk.state, 2).structure


@pytest.mark.expects_log
def test_a_view_that_fails_does_not_make_a_decision_fail(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_changes: Changes) -> None:
        raise ValueError("a view with a fault")

    desk.subscribe(fails)
    assert isinstance(desk.perform(command({"do": "open_sitting"})).result(), Done)
    assert "a view could not take in the changes of row 3" in caplog.text


def test_a_row_that_cannot_be_written_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("the disk is full")

    before = desk.state
    with monkeypatch.context() as patched:
        patched.setattr(JournalFile, "append", full)
        with pytest.raises(OSError, match="the disk is full"):
            desk.perform(command({"do": "open_sitting"})).result()
    assert (desk.seq, desk.state) == (2, before)
    answer = desk.perform(command({"do": "open_sitting"})).result()
    assert isinstance(answer, Done)
    assert (answer.seq, desk.check()) == (3, [])


@pytest.mark.expects_log
def test_tidying_that_fails_does_not_stop_the_desk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tried = threading.Event()

    def fails(*_: object) -> None:
        tried.set()
        raise OSError("somebody is reading")

    with monkeypatch.context() as patched:
        patched.setattr(JournalFile, "settle", fails)
        desk.perform(command({"do": "open_sitting"})).result()
        assert tried.wait(30)
        assert isinstance(desk.perform(command({"do": "close_sitting"})).result(30), Done)
    assert "could not be tidied" in caplog.text


def test_a_meeting_that_is_refused_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "m.consult"
    with pytest.raises(Refused, match="title"):
        Desk.create(path, command(create_command() | {"titles": {"en": " "}}))
    assert not path.exists()


def test_a_closed_desk_says_so(tmp_path: Path) -> None:
    desk = Desk.create(tmp_path / "m.consult", command(create_command()))
    desk.close()
    desk.close()
    with pytest.raises(RuntimeError, match="closed"):
        desk.perform(command({"do": "open_sitting"}))


def test_labels_for_the_menu(desk: Desk) -> None:
    undo, redo = desk.undo_label(), desk.redo_label()
    assert undo is not None
    assert (undo.msgid, redo) == ("import the text", None)
    desk.perform(command({"do": "undo"})).result()
    redo = desk.redo_label()
    assert desk.undo_label() is None
    assert redo is not None
    assert redo.msgid == "import the text"
