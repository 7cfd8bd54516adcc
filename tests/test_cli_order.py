"""The order of discussion from outside: ``show --json``, sort codes, and ``show --rehearse``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import Line, begun

KEEPERS = "Governments should respect the rest of keepers."
AMENDMENTS: list[dict[str, Any]] = [
    {"by": "workers", "kind": "replace", "target": "2", "text": "The Office shall:"},
    {"by": "government", "kind": "insert_after", "target": "2(ii)", "text": "provide lamps."},
    {"by": "employers", "kind": "delete", "target": "2"},
    {"by": "government", "kind": "replace", "target": "3", "text": KEEPERS.replace("respect", "guard")},
    {"by": "workers", "kind": "replace", "target": "3", "text": KEEPERS.replace("respect", "protect")},
    {"by": "employers", "kind": "free", "text": "Use plain words throughout."},
    {"by": "employers", "kind": "delete", "target": "2"},
    {"by": "employers", "kind": "replace", "target": "3", "text": f"All {KEEPERS}"},
]  # fmt: skip


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    made = begun(capsys, monkeypatch, tmp_path)
    status, answers = made.do(*({"do": "submit_amendment"} | fields for fields in AMENDMENTS))
    assert status == 0, answers
    return made


def open_ones(shown: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {a["number"]: a["cannot_place"] for a in shown["amendments"] if a["cannot_place"] is not None}


def test_the_whole_order_is_shown_with_its_groups(line: Line) -> None:
    shown = line.show()
    assert shown["order"] == ["D.6", "D.3", "D.7", "D.1", "D.2", "D.8", "D.4", "D.5"]
    assert shown["conflict_groups"] == [["D.3", "D.7", "D.1", "D.2"], ["D.4", "D.5"]]
    assert shown["identical"] == [["D.3", "D.7"]]
    found = open_ones(shown)
    assert list(found) == ["D.4", "D.5", "D.6"]
    assert all(set(each) == {"en", "fr", "es"} and all(each.values()) for each in found.values())


def test_subamendments_stand_behind_their_amendment(line: Line) -> None:
    line.do(
        {"do": "call_amendment", "amendment": "D.8"},
        {"do": "submit_amendment", "by": "workers", "kind": "replace", "amends": "D.8",
         "target": "3", "text": "All Governments should respect the rest of all keepers."},
    )  # fmt: skip
    assert line.show()["order"][-4:] == ["D.8", "D.8/S.1", "D.4", "D.5"]


def test_a_sort_code_is_recorded_and_undone(line: Line) -> None:
    status, [answer] = line.do({"do": "set_sort_code", "amendment": "D.5", "code": "M1"})
    assert (status, answer["sort_code"], answer["warnings"]) == (0, "M1", [])
    shown = line.show()
    assert shown["order"][-2:] == ["D.5", "D.4"]
    assert list(open_ones(shown)) == ["D.6"]
    assert {a["number"]: a["sort_code"] for a in shown["amendments"]}["D.5"] == "M1"
    status, [undone] = line.do({"do": "undo"})
    assert (status, undone["label"]) == (0, "sort code of D.5")
    assert line.show()["order"][-2:] == ["D.4", "D.5"]
    status, [refused] = line.do({"do": "set_sort_code", "amendment": "D.5", "code": "too long a code"})
    assert (status, refused["rule"]) == (3, "order")


def test_the_chairs_order_is_shown_and_clears_what_could_not_be_placed(line: Line) -> None:
    line.do({"do": "set_order", "amendments": ["D.5", "D.4", "D.6"], "reason": "The chair."})
    shown = line.show()
    assert shown["order"] == ["D.5", "D.3", "D.7", "D.1", "D.2", "D.8", "D.4", "D.6"]
    assert open_ones(shown) == {}
    status, [revised] = line.do({"do": "supersede_amendment", "amendment": "D.4", "text": "Rest is a right."})
    assert (status, revised["number"]) == (0, "D.4/Rev.1")
    assert line.show()["order"][-2:] == ["D.4/Rev.1", "D.6"]


def test_an_adoption_is_rehearsed_and_nothing_is_recorded(line: Line) -> None:
    before = line.rows()
    assert line.run("show", line.file, "--rehearse", "D.3", "--json") == 0
    found = json.loads(line.out)
    assert (found["number"], found["act"]) == ("D.3", "adopt")
    assert (found["falls"], found["collides"], found["rebases"], found["stays"]) == (
        ["D.1", "D.2", "D.7"], [], [], [],
    )  # fmt: skip
    assert found["refused"] is None
    assert found["asks"] is None
    assert found["sentence"]["en"] == "If D.3 is adopted: D.1, D.2 and D.7 fall."
    assert len(set(found["sentence"].values())) == 3
    assert line.run("show", line.file, "--rehearse", "D.8", "--language", "en") == 0
    assert line.out == ("If D.8 is adopted: D.4 and D.5 move with the text and still apply; nothing falls.\n")
    assert line.rows() == before


def test_all_that_is_pending_is_rehearsed_in_order(line: Line) -> None:
    assert line.run("show", line.file, "--rehearse", "all", "--json", "--act", "reject") == 0
    found = json.loads(line.out)
    assert [each["number"] for each in found] == line.show()["order"]
    assert {each["act"] for each in found} == {"reject"}
    [tied] = [each for each in found if each["number"] == "D.4"]
    assert tied["stays"] == ["D.8", "D.5"]


def test_a_rehearsal_says_the_collision_or_the_rule_that_is_in_the_way(line: Line) -> None:
    line.run("show", line.file, "--rehearse", "D.4", "--json")
    found = json.loads(line.out)
    assert found["collides"] == ["D.5"]
    assert set(found["collisions"]["D.5"]) == {"en", "fr", "es"}
    line.do({"do": "withdraw_amendment", "amendment": "D.4"})
    line.run("show", line.file, "--rehearse", "D.4", "--json")
    found = json.loads(line.out)
    assert found["refused"]["rule"] == "A21"
    assert "withdrawn" in found["refused"]["why"]["en"]
    line.run("show", line.file, "--rehearse", "D.4", "--json", "--at", str(len(line.rows()) - 1))
    assert json.loads(line.out)["refused"] is None


def test_what_is_no_amendment_cannot_be_rehearsed(line: Line) -> None:
    assert line.run("show", line.file, "--rehearse", "D.99") == 3
    assert "There is no amendment D.99." in line.err
    assert line.run("show", line.file, "--rehearse", "D.1", "--act", "eat") == 2
