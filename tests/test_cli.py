"""The command line from outside: what it prints where, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consult_app.cli import edge
from consult_app.desk import Desk
from consult_app.state import COMMANDS
from tests.command_line import TEXT, Line, begun

SHALL = "Governments shall respect the rest of keepers."


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    return begun(capsys, monkeypatch, tmp_path)


# new, import


def test_new_and_import_say_what_they_did(line: Line, tmp_path: Path) -> None:
    assert line.out == "draft.txt: 11 nodes in “en”, 0 repairs\n"
    assert line.err == ""
    other = tmp_path / "other.consult"
    assert line.run("new", other, "--rules", "custom", "--title-fr", "Réunion") == 0
    assert (line.out, other.exists()) == (f"{other}\n", True)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--rules", "custom"), 3),
        (("--rules", "nonsense", "--title-en", "x"), 2),
        (("--title-en", "x"), 2),
    ],
)
def test_a_meeting_that_cannot_be_begun(
    line: Line, tmp_path: Path, arguments: tuple[str, ...], status: int
) -> None:
    other = tmp_path / "other.consult"
    assert line.run("new", other, *arguments) == status
    assert (other.exists(), line.out) == (False, "")
    assert line.err.strip()


def test_no_file_is_written_over(line: Line) -> None:
    before = line.file.read_bytes()
    assert line.run("new", line.file, "--rules", "custom", "--title-en", "x") == 2
    assert "exists already" in line.err
    assert line.file.read_bytes() == before


def test_import_answers_in_json(line: Line, tmp_path: Path) -> None:
    assert line.run("import", line.file, tmp_path / "draft.txt", "--language", "fr", "--json") == 0
    answer = json.loads(line.out)
    assert (answer["ok"], answer["seq"], answer["language"], answer["repairs"]) == (True, 3, "fr", [])
    assert line.run("import", line.file, tmp_path / "draft.txt", "--json") == 3
    assert json.loads(line.out)["rule"] == "language_exists"
    shorter = tmp_path / "short.txt"
    shorter.write_text(TEXT.replace("(i) collect statistics on keepers;\n", ""), "utf-8")
    assert line.run("import", line.file, shorter, "--language", "es") == 3
    assert "do not have the same structure" in line.err


def test_other_imports_and_absent_files(line: Line, tmp_path: Path) -> None:
    before = line.rows()
    assert line.run("import", line.file, tmp_path / "nowhere.txt", "--language", "fr") == 2
    assert line.run("import", line.file, tmp_path, "--language", "fr") == 2
    assert line.run("import", line.file, tmp_path / "draft.txt", "--without-repair", "x") == 2
    assert line.rows() == before


# do


def test_do_answers_line_by_line(line: Line) -> None:
    status, answers = line.do(
        "# a comment",
        "",
        {"do": "submit_amendment", "by": "workers", "kind": "replace", "target": "3", "text": SHALL},
        {"do": "adopt_amendment", "amendment": "D.1"},
        {"do": "adopt_node", "node": "3"},
    )
    assert status == 0
    assert [answer["ok"] for answer in answers] == [True] * 3
    assert [answer["seq"] for answer in answers] == [3, 4, 5]
    assert (answers[0]["number"], answers[0]["warnings"]) == ("D.1", [])
    assert answers[1]["state"] == "adopted"
    assert answers[2]["adopted"] == {"3": "adopted_as_amended"}


def test_do_stops_at_the_first_refusal_unless_told_to_go_on(line: Line) -> None:
    commands: tuple[object, ...] = (
        {"do": "open_node", "node": "17"},
        {"do": "open_node", "node": "3"},
    )
    status, answers = line.do(*commands)
    assert (status, len(answers)) == (3, 1)
    assert answers[0] == {
        "ok": False,
        "refused": line.err.removeprefix("consult: ").strip(),
        "rule": "unknown_node",
    }
    assert "17" in answers[0]["refused"]
    status, answers = line.do(*commands, more=("--keep-going",))
    assert (status, [answer["ok"] for answer in answers]) == (3, [False, True])
    status, answers = line.do("{", *commands, more=("--keep-going",))
    assert (status, len(answers)) == (2, 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ("[1]", 'like {"do": "open_sitting"}'),
        ('"open_node"', 'like {"do": "open_sitting"}'),
        ("{}", "“do” is missing"),
        ('{"do": "dance"}', "dance"),
        ('{"do": "open_node"}', "“node” is missing"),
        ('{"do": "open_node", "node": "3", "colour": "red"}', "no field “colour”"),
        ('{"do": "open_node", "node": 3}', "node"),
        ('{"do": "submit_amendment", "by": "workers", "kind": "sing", "target": "3"}', "sing"),
        ('{"do": "open_node", "node": "3", "language": "de"}', "no field “language”"),
        (
            '{"do": "submit_amendment", "by": "workers", "kind": "replace", "language": "de"}',
            "“language” cannot be “de”; it is one of en, es and fr.",
        ),
        (
            '{"do": "submit_amendment", "by": "workers", "kind": "delete", "changes": [{"at": 1}]}',
            "no field “at” in “changes[0]”",
        ),
        ('{"do": "open_sitting", "number": "two"}', "number"),
        ('{"do": "open_node", "node": "\\ud800"}', "not JSON"),
    ],
)
def test_a_line_that_is_no_command(line: Line, text: str, said: str) -> None:
    before = line.rows()
    status, answers = line.do(text)
    assert status == 2
    assert answers[0]["ok"] is False
    assert said in answers[0]["refused"]
    assert len(line.err.splitlines()) == 1
    assert line.rows() == before


def test_a_question_is_confirmed(line: Line) -> None:
    amend = {"do": "submit_amendment", "by": "workers", "kind": "replace", "target": "1"}
    adopt = {"do": "adopt_amendment", "amendment": "D.2"}
    base = "Lighthouses guide ships at night"
    status, answers = line.do(
        amend | {"text": f"{base} and by day."},
        amend | {"text": f"{base}, in any weather."},
        {"do": "adopt_amendment", "amendment": "D.1"},
        adopt,
    )
    assert status == 3
    assert set(answers[3]) == {"ok", "needs_confirmation"}
    assert "D.2" in answers[3]["needs_confirmation"]
    status, answers = line.do(adopt | {"confirm": True})
    assert (status, answers[0]["ok"]) == (0, True)
    assert line.show()["nodes"][5]["text"]["en"].endswith("and by day, in any weather.")


def test_a_file_of_commands(line: Line, tmp_path: Path) -> None:
    commands = tmp_path / "c.jsonl"
    text = "Governments shall\u2028respect\u0085it."
    command = {"do": "edit_wording", "node": "3", "language": "en", "text": text, "by": "Office"}
    commands.write_text("\ufeff" + json.dumps(command, ensure_ascii=False) + "\r\n", "utf-8")
    assert line.run("do", line.file, commands) == 0
    assert line.show()["nodes"][-2]["text"]["en"] == "Governments shall respect it."
    before = line.rows()
    commands.write_bytes(b'{"do": "open_node", "node": "\xff"}\n')
    assert line.run("do", line.file, commands) == 2
    assert line.run("do", line.file, tmp_path / "nowhere.jsonl") == 2
    assert len(line.err.splitlines()) == 1
    assert line.rows() == before


def test_undo_and_redo_from_outside(line: Line) -> None:
    status, answers = line.do({"do": "open_node", "node": "3"}, {"do": "undo"}, {"do": "redo"})
    assert status == 0
    assert (answers[1]["undone"], answers[1]["label"], answers[2]["redone"]) == (3, "open 3", 3)


def test_the_file_is_in_use(line: Line) -> None:
    with Desk.open(line.file):
        status, answers = line.do({"do": "open_sitting"})
        assert (status, answers) == (4, [])
        assert "is open at the desk of" in line.err
        assert line.run("check", line.file) == 0
        assert line.run("show", line.file) == 0
    assert line.run("check", "postgresql+psycopg://desk/meeting") == 4


# show


def test_show_as_the_contract_says(line: Line) -> None:
    line.do({"do": "submit_amendment", "by": "workers", "kind": "replace", "target": "3", "text": SHALL})
    shown = line.show()
    assert {
        "title", "state", "seq", "nodes", "amendments", "participants", "groups", "officers", "sittings",
        "votes", "warnings",
    } <= set(shown)  # fmt: skip
    node = shown["nodes"][-2]
    assert {"id", "kind", "label", "depth", "text", "state", "languages", "amendments"} <= set(node)
    assert (node["label"], node["amendments"], node["languages"]["fr"]) == (
        "3",
        ["D.1"],
        {"status": "missing"},
    )
    amendment = shown["amendments"][0]
    assert {"number", "state", "kind", "by", "seconded_by", "targets", "language", "collisions"} <= set(
        amendment
    )
    assert (amendment["targets"], amendment["collisions"]) == (["3"], [])
    (change,) = [
        change for node in line.show("--view", "marked")["nodes"] for change in node["changes"]["en"]
    ][:1]
    assert change["amendments"] == ["D.1"]


def test_collisions_are_shown_in_three_languages(line: Line) -> None:
    amend = {"do": "submit_amendment", "kind": "replace", "target": "3"}
    line.do(
        amend | {"by": "workers", "text": SHALL},
        amend | {"by": "employers", "text": SHALL.replace("shall", "may")},
    )
    (collision,) = line.show()["amendments"][1]["collisions"]
    assert {k: collision[k] for k in ("with", "language", "base", "mine", "theirs")} == {
        "with": ["D.1"],
        "language": "en",
        "base": "should",
        "mine": "may",
        "theirs": "shall",
    }
    assert set(collision["why"]) == {"en", "fr", "es"}
    assert collision["why"]["en"] == "D.2 and D.1 both change “should”: into “may” and into “shall”."


def test_collisions_between_amendments_of_different_days(line: Line) -> None:
    amend = {"do": "submit_amendment", "by": "workers", "kind": "replace", "target": "3"}
    line.do(
        amend | {"text": SHALL},
        amend | {"by": "employers", "text": "Governments should respect the rest of all keepers."},
        {"do": "adopt_amendment", "amendment": "D.2"},
        amend | {"by": "government", "text": "Governments may respect the rest of all keepers."},
    )
    amendments = line.show()["amendments"]
    assert [[c["with"] for c in a["collisions"]] for a in amendments] == [[["D.3"]], [], [["D.1"]]]


def test_show_at_a_row_or_a_time(line: Line) -> None:
    line.do({"do": "open_node", "node": "3"}, {"do": "undo"})
    assert [line.show("--at", str(seq))["nodes"][-2]["state"] for seq in (2, 3, 4)] == [
        "not_opened",
        "under_consideration",
        "not_opened",
    ]
    assert line.show("--at", "0")["state"] == "no_text"
    time = line.rows()[2][1]
    assert line.show("--at", time)["seq"] >= 3
    assert line.show("--at", "2001-01-01")["seq"] == 0
    assert line.show("--at", "2999-01-01T00:00+01:00")["seq"] == 4
    for wrong in ("99", "banana", "2026-13-01"):
        assert line.run("show", line.file, "--at", wrong) == 2
        assert len(line.err.splitlines()) == 1


def test_show_for_a_terminal(line: Line) -> None:
    line.do({"do": "submit_amendment", "by": "workers", "kind": "replace", "target": "3", "text": SHALL})
    assert line.run("show", line.file, "--view", "marked") == 0
    assert "Governments [-should-](D.1){+shall+}(D.1) respect the rest of keepers." in line.out
    assert line.run("show", line.file) == 0
    assert line.out.splitlines()[0] == "Keepers"
    assert line.run("show", line.file, "--language", "fr") == 0
    assert "1  (missing)  (not yet considered)" in line.out.splitlines()


# commands, anything else


def test_the_list_of_commands_is_made_from_the_code(line: Line) -> None:
    assert line.run("commands", "--json") == 0
    found = json.loads(line.out)
    assert set(found) == set(COMMANDS)
    for verb, entry in found.items():
        assert entry["does"], verb
        assert {"reason", "note", "confirm", "seen", "text_id"} <= set(entry["fields"])
    submit = found["submit_amendment"]["fields"]
    assert [name for name, field in submit.items() if field["required"]] == ["by", "kind"]
    assert "replace" in submit["kind"]["values"]
    assert "item" in submit["node_kind"]["values"]
    assert line.run("commands") == 0
    assert "submit_amendment\n" in line.out
    assert "    changes?: list of object (kind, target?, text?, to?, node_kind?)\n" in line.out


def test_usage_begins_with_the_command(line: Line) -> None:
    assert line.run("show", "--help") == 0
    assert line.out.startswith("usage: consult show [-h]")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"CONSULT_LANGUAGE": "fr"}, "fr"),
        ({"CONSULT_LANGUAGE": "", "LC_ALL": "es_ES.UTF-8"}, "es"),
        ({"CONSULT_LANGUAGE": "", "LC_ALL": "C"}, "en"),
        ({"CONSULT_LANGUAGE": "de"}, "en"),
    ],
)
def test_the_language_is_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert edge.language() == expected


def test_a_verb_that_is_not_there(line: Line) -> None:
    assert line.run("sing", "m.consult") == 2
    assert "sing" in line.err
