"""The kinds of amendments from outside: what ``do`` answers and ``show --json`` says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import Line, begun

BASE = "Governments should respect the rest of keepers."


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    return begun(capsys, monkeypatch, tmp_path)


def submit(kind: str, **fields: Any) -> dict[str, Any]:
    return {"do": "submit_amendment", "by": "workers", "kind": kind} | fields


KINDS = (
    submit("replace", target="3", text=BASE.replace("should", "shall")),
    submit("replace", target="3", text=BASE.replace("should", "must")),
    submit("split", target="3", text="Governments should respect\nthe rest of keepers."),
    submit("join", target="2(i)"),
    submit("move", target="3", to="1"),
    submit("move", target="3", to="before 1"),
    submit("global", text="keepers", to="staff"),
    submit("free", target="2", text="Put the list in order."),
    submit("live", target="1", text="Lighthouses guide all ships at night."),
    submit("delete", target="3"),
)


def test_collisions_and_order_of_all_kinds(line: Line) -> None:
    status, answers = line.do(*KINDS)
    assert status == 0
    assert [each["number"] for each in answers][-3:] == ["D.8", "live/1", "D.9"]
    shown = line.show("--view", "marked")
    found = {a["number"]: a for a in shown["amendments"]}
    with_ = {number: sorted({n for c in a["collisions"] for n in c["with"]}) for number, a in found.items()}
    assert with_["D.1"] == ["D.2", "D.9"]
    assert with_["D.5"] == ["D.6"]
    assert with_["D.9"] == ["D.1", "D.2", "D.3", "D.7"]
    assert with_["D.8"] == with_["live/1"] == []
    (move,) = found["D.5"]["collisions"]
    assert move["why"]["en"].startswith("D.5 and D.6 move the same text to different places")
    assert all(len(set(c["why"].values())) == 3 for a in found.values() for c in a["collisions"])
    assert "\u000b" not in line.out
    assert found["D.3"]["proposed"] == {"en": ["Governments should respect", "the rest of keepers."]}
    assert found["D.7"]["targets"] == ["organ", "2(i)", "3"]
    nodes = {node["label"]: node for node in shown["nodes"]}
    # D.7 goes through the whole text, and is discussed where it begins
    assert nodes["3"]["amendments"] == ["D.7", "D.9", "D.1", "D.2", "D.3", "D.5", "D.6"]
    assert nodes["1"]["amendments"] == ["live/1"]
    marked = [change.get("insert", "") for change in nodes["3"]["changes"]["en"]]
    assert any("¶" in words for words in marked)


def test_what_was_settled_is_seen_from_outside(line: Line) -> None:
    status, answers = line.do(*KINDS[:2], {"do": "adopt_amendment", "amendment": "D.1"})
    assert (status, answers[-1]["collisions"]) == (0, ["D.2"])
    (collision,) = line.show()["amendments"][1]["collisions"]
    assert (collision["base"], collision["mine"], collision["theirs"]) == ("should", "must", "shall")
    status, answers = line.do(
        {"do": "adopt_amendment", "amendment": "D.2"},
        {"do": "resolve_collision", "amendment": "D.2", "text": BASE.replace("should", "shall or must")},
        {"do": "adopt_amendment", "amendment": "D.2"},
        {"do": "renumber"},
        more=("--keep-going",),
    )
    assert [each["ok"] for each in answers] == [False, True, True, False]
    assert [each.get("rule") for each in answers] == ["collision", None, None, "renumber"]
    assert line.show()["nodes"][-2]["text"]["en"] == BASE.replace("should", "shall or must")


def test_every_act_of_an_amendment_has_its_command(line: Line) -> None:
    assert line.run("commands", "--json") == 0
    listed = {each["do"] if isinstance(each, dict) else each for each in json.loads(line.out)}
    assert {
        "merge_amendment",
        "return_amendment",
        "resubmit_amendment",
        "declare_inadmissible",
        "supersede_amendment",
        "divide_amendment",
        "set_deadline",
        "open_amendments",
        "close_amendments",
        "resolve_collision",
        "resolve_bracket",
        "renumber",
        "set_order",
        "bracket_amendment",
        "correct_recording",
        "import_revision",
    } <= listed


def test_words_in_square_brackets_are_so_on_the_terminal(line: Line) -> None:
    line.do(
        KINDS[0],
        {"do": "call_amendment", "amendment": "D.1"},
        {"do": "bracket_amendment", "amendment": "D.1"},
    )
    assert line.run("show", line.file) == 0
    assert "3  Governments [should | Workers: shall] respect the rest of keepers.  (pending)" in line.out
    assert "B.1  paragraph 3: [should | Workers (D.1): shall]" in line.out
    node = next(node for node in line.show()["nodes"] if node["label"] == "3")
    assert node["state"] == "pending"
