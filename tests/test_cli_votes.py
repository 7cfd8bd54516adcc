"""Votes from outside, as the contract has them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.command_line import Line, begun
from tests.meetings.voters import people


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    """A meeting with the members of ILC86, under the rules of Conference committees."""
    made = begun(capsys, monkeypatch, tmp_path)
    status, _ = made.do(
        {"do": "set_rules", "preset": "ilc_committee"},
        {"do": "register_participants", "people": people(86, 38, 54, without_vote=3)},
        {"do": "open_sitting"},
        {"do": "submit_amendment", "by": "workers", "kind": "replace", "target": "1", "language": "en",
         "text": "Lighthouses guide all ships at night."},
    )  # fmt: skip
    assert status == 0
    return made


def vote(**fields: Any) -> dict[str, Any]:
    """The vote of procedure.md §4.4, first example."""
    tally = {"government": [60, 10, 6], "employers": [0, 36, 0], "workers": [52, 0, 0]}
    return {"do": "record_vote", "method": "show_of_hands", "tally": tally} | fields


def test_the_answer_and_what_is_shown(line: Line) -> None:
    status, [answer] = line.do(vote(amendment="D.1"))
    assert status == 0
    assert answer["ok"] is True
    assert {name: answer[name] for name in ("number", "outcome", "for", "against", "abstaining", "cast")} == {
        "number": "V.1", "outcome": "adopted", "for": 73264, "against": 46926, "abstaining": 3078,
        "cast": 120190,
    }  # fmt: skip
    assert answer["quorum"] == {"needed": 52942, "reached": True, "counted": 120190}
    assert set(answer["sentence"]) == {"en", "fr", "es"}
    shown = line.show()
    assert (shown["rules"], shown["rules_in_full"]["quorum"]["den"]) == ("ilc_committee", 5)
    [kept] = shown["votes"]
    assert kept["sentence"] == answer["sentence"]
    assert kept["weights"] == {"government": 513, "employers": 1161, "workers": 817}
    assert kept["composition"]["entitled"] == {"government": 86, "employers": 38, "workers": 54}
    assert kept["on"]["label"] == "D.1"
    assert shown["composition"]["number"] == 1
    assert line.run("show", line.file) == 0
    assert "V.1  Amendment D.1 was adopted." in line.out
    assert line.run("check", line.file) == 0


def test_a_name_twice_is_refused_before_the_second_takes_the_place_of_the_first(line: Line) -> None:
    tally = '{"Workers 1": "for", "Workers 1": "against"}'
    asked = f'{{"do": "record_vote", "on": "x", "method": "record_vote", "tally": {tally}}}'
    status, [answer] = line.do(asked)
    assert status == 2
    assert "“Workers 1” stands twice" in answer["refused"]


@pytest.mark.parametrize(
    ("tally", "status"),
    [
        pytest.param({"workers": [1.5, 0, 0]}, 2, id="half a vote"),
        pytest.param({"Workers 1": "yes"}, 2, id="another word"),
        pytest.param({"workers": [99, 0, 0]}, 3, id="too many hands"),
    ],
)
def test_what_cannot_be_a_tally(line: Line, tally: dict[str, Any], status: int) -> None:
    found, [answer] = line.do(vote(on="x", tally=tally))
    assert (found, answer["ok"]) == (status, False)


def test_another_word_is_answered_with_those_that_may_be(line: Line) -> None:
    _, [answer] = line.do(vote(on="x", tally={"Workers 1": "yes"}))
    assert "“yes”; it is one of abstaining, against and for" in answer["refused"]


def test_rules_that_nest_too_deep_are_no_command(line: Line) -> None:
    deep = f'{{"do": "set_rules", "changes": {{"quorum": {"[" * 5000}{"]" * 5000}}}}}'
    assert line.do(deep)[0] == 2


def test_undo_and_correction_take_a_vote_back_and_no_number_comes_again(line: Line) -> None:
    line.do(vote(amendment="D.1"), {"do": "undo"})
    assert line.show()["votes"] == []
    status, answers = line.do(vote(amendment="D.1"), {"do": "redo"})
    assert answers[0]["number"] == "V.2"
    status, answers = line.do(
        {"do": "correct_recording", "amendment": "D.1", "reason": "the tally was read wrongly"},
        vote(amendment="D.1"),
    )
    assert status == 0
    assert answers[-1]["number"] == "V.3"
    assert [each["number"] for each in line.show()["votes"]] == ["V.3"]
    assert line.run("check", line.file) == 0


def test_a_vote_in_the_past_is_shown_as_it_stood(line: Line) -> None:
    _, [answer] = line.do(vote(amendment="D.1"))
    line.do({"do": "set_rules", "preset": "un_ga"})
    assert line.show("--at", str(answer["seq"]))["rules"] == "ilc_committee"
    assert line.show()["votes"][0]["rules"] == "ilc_committee"
