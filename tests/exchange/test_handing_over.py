"""The files that go between the desk and a group: made, opened, written, read, and refused in words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from consult_app.desk import Desk, Refusal
from consult_app.drafting.coordinator.handing_over import HandOverAmendments
from consult_app.drafting.coordinator.preparing import PrepareAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.exchange import handing_over
from consult_app.exchange.errors import Unreadable
from consult_app.exchange.handing_over import read_hand_over, take_in_command
from consult_app.journal.errors import NotAMeeting
from consult_app.publishing.coordinator.group_file import give_group_file, proposed_name
from consult_app.publishing.coordinator.handing_over import hand_over_bytes, write_hand_over
from tests.command_line import Line
from tests.ui.rooms import add_amendments, add_people, add_text, carry_out, new_desk, words_of

AT = "2026-11-03T10:00:00.000Z"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        add_people(desk)
        add_text(desk)
        add_amendments(desk)
        yield desk


def meeting_of(desk: Desk) -> str:
    return desk.rows(0, 1)[0].hash


def given(desk: Desk, group: str = "workers") -> Desk:
    """The desk of the file of *group*."""
    target = desk.path.with_name(f"{group}.consult")
    give_group_file(desk.state, group, target, meeting=meeting_of(desk), row=desk.seq, at=AT)
    return Desk.open(target)


def handed_over(hers: Desk) -> Path:
    """A hand-over file with one amendment to paragraph 1."""
    words = words_of(hers, "1").replace("River", "Inland")
    [done] = carry_out(
        hers,
        PrepareAmendment(
            by="workers", kind="replace", target="1", text=words, justification="«\u00a0Ça\u00a0»"
        ),
    )
    path = hers.path.with_suffix(".consult-amendments")
    write_hand_over(hers.state, [str(done.answer["id"])], path, AT)
    return path


def test_the_file_is_sound_and_keeps_what_is_done_in_it(desk: Desk) -> None:
    with given(desk) as hers:
        assert hers.check() == []
        assert hers.undo_label() is None
        carry_out(hers, PrepareAmendment(by="workers", kind="delete", target="2"))
        path = hers.path
    with Desk.open(path) as again:
        assert again.check() == []
        assert again.state.given is not None
        assert again.state.drafting.by_number("draft/1") is not None


def test_no_undo_takes_the_first_row_back(desk: Desk) -> None:
    from consult_app.state import Undo

    with given(desk) as hers:
        assert isinstance(hers.perform(Undo()).result(), Refusal)
        assert isinstance(hers.perform(Undo(seq=1)).result(), Refusal)


def test_nothing_that_was_hidden_is_in_any_page_of_it(desk: Desk) -> None:
    secret = "UNSPEAKABLE"
    carry_out(
        desk,
        SubmitAmendment(by="employers", kind="replace", target="2", text=f"{words_of(desk, '2')} {secret}"),
    )
    from consult_app.drafting.handing_in.handling import ReturnAmendment

    carry_out(desk, ReturnAmendment(amendment="D.3", reason=secret))
    desk.beside(lambda beside: beside.write_note("meeting", secret)).result()
    with given(desk) as hers:
        path = hers.path
    assert secret.encode() not in path.read_bytes()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    connection.close()


def test_a_file_that_is_there_is_never_replaced(desk: Desk) -> None:
    with given(desk) as hers:
        before = hers.path.read_bytes()
        with pytest.raises(NotAMeeting):
            given(desk)
        assert hers.path.read_bytes() == before
        assert sorted(path.suffix for path in hers.path.parent.iterdir() if ".part" in path.name) == []


def test_the_name_offered_is_free(tmp_path: Path) -> None:
    source = tmp_path / "ports.consult"
    first = proposed_name(source, "Workers’ group")
    assert first.name == "ports – Workers’ group.consult"
    first.touch()
    assert proposed_name(source, "Workers’ group").name == "ports – Workers’ group 2.consult"
    assert "/" not in proposed_name(source, "a/b: c").name.removesuffix(".consult")


def test_what_is_written_is_read_again(desk: Desk) -> None:
    with given(desk) as hers:
        path = handed_over(hers)
        found = read_hand_over(path, meeting_of(desk))
        said = json.loads(path.read_text("utf-8"))
        assert (said["format"], said["version"]) == ("consult-amendments", 1)
        assert "«\u00a0Ça\u00a0»" in path.read_text("utf-8")
        assert found.row == desk.seq
        [done] = carry_out(desk, take_in_command(found, path.name))
        taken = desk.state.drafting.by_number(done.answer["changes"][0])
        hersays = hers.state.drafting.by_number("draft/1")
        assert taken is not None and hersays is not None
        assert taken.justification == hersays.justification
        assert [c.proposed for c in taken.word_changes()] == [c.proposed for c in hersays.word_changes()]


def test_it_is_written_whole_or_not_at_all(desk: Desk, tmp_path: Path) -> None:
    with given(desk) as hers:
        handed_over(hers)
        ids = [a.id for a in hers.state.drafting.amendments.values() if a.state == "draft"]
        with pytest.raises(OSError):
            write_hand_over(hers.state, ids, tmp_path / "nowhere" / "a.consult-amendments", AT)
        with pytest.raises(LookupError):
            hand_over_bytes(desk.state, ids, AT)
        carry_out(hers, HandOverAmendments(amendments=tuple(ids)))
        assert all(hers.state.drafting.amendments[each].state == "handed_over" for each in ids)


def forged(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    def make(data: bytes) -> bytes:
        said = json.loads(data)
        change(said)
        return json.dumps(said).encode()

    return make


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _data: b"", "no hand-over file"),
        (lambda _data: b"\xff\xfe\x00", "no hand-over file"),
        (lambda data: data[:-20], "no hand-over file"),
        (lambda _data: b"[" * 100_000, "no hand-over file"),
        (lambda _data: b"[]", "no hand-over file"),
        (forged(lambda said: said.update(format="other")), "no hand-over file"),
        (forged(lambda said: said.update(version=2)), "later version"),
        (forged(lambda said: said.update(version="1")), "later version"),
        (forged(lambda said: said.update(meeting="0" * 64)), "another meeting"),
        (forged(lambda said: said.update(made="yesterday")), "damaged"),
        (forged(lambda said: said.update(more=1)), "damaged"),
        (forged(lambda said: said["amendments"][0].pop("by")), "damaged"),
        (forged(lambda said: said["amendments"][0]["changes"][0].update(type="x")), "damaged"),
    ],
    ids=[
        "empty",
        "no text",
        "cut off",
        "deep",
        "a list",
        "another format",
        "later version",
        "no version",
        "another meeting",
        "no time",
        "unknown field",
        "no author",
        "unknown change",
    ],
)
def test_what_is_no_such_file_is_refused_in_words(
    desk: Desk, make: Callable[[bytes], bytes], words: str
) -> None:
    with given(desk) as hers:
        path = handed_over(hers)
        path.write_bytes(make(path.read_bytes()))
        with pytest.raises(Unreadable, match=words):
            read_hand_over(path, meeting_of(desk))


def test_what_is_too_large_or_not_there_is_refused_in_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with given(desk) as hers:
        path = handed_over(hers)
        monkeypatch.setattr(handing_over, "LARGEST", 10)
        with pytest.raises(Unreadable, match="too large"):
            read_hand_over(path, meeting_of(desk))
        path.unlink()
        with pytest.raises(Unreadable, match="cannot be read"):
            read_hand_over(path, meeting_of(desk))


@pytest.fixture
def line(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> Line:
    with given(desk) as hers:
        handed_over(hers)
    desk.close()
    made = Line(capsys, monkeypatch, tmp_path)
    made.file = desk.path
    return made


def test_the_command_line_takes_it_in(line: Line) -> None:
    source = line.file.with_name("workers.consult-amendments")
    asked = ("import", line.file, source, "--as", "amendments", "--json")
    assert line.run(*asked, "--preview") == 0
    seen = json.loads(line.out)
    assert [change["number"] for change in seen["changes"]] == ["D.3"]
    assert "seq" not in seen
    assert line.run(*asked) == 0
    done = json.loads(line.out)
    assert (done["ok"], done["group"], done["left_out"]) == (True, "workers", 0)
    assert done["changes"][0]["says"]
    assert line.run(*asked) == 3
    assert json.loads(line.out)["rule"] == "taken_in"
    source.write_text("{}", "utf-8")
    assert line.run(*asked) == 2
    assert json.loads(line.out)["rule"] == "unreadable"


def test_the_command_line_prepares_in_a_groups_file(line: Line) -> None:
    line.file = line.file.with_name("workers.consult")
    status, answers = line.do({"do": "prepare_amendment", "by": "workers", "kind": "delete", "target": "2"})
    assert (status, answers[0]["number"]) == (0, "draft/2")
    status, answers = line.do({"do": "adopt_amendment", "amendment": "D.1"})
    assert (status, answers[0]["rule"]) == (3, "group_file")
