"""What is said before an amendment is handed in."""

from __future__ import annotations

from typing import Any

import pytest

from consult_app.drafting.handing_in.forewarning import forewarnings, several_purposes
from consult_app.words import say
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


def warned(meeting: Meeting, **fields: Any) -> list[str]:
    """What is said of an amendment of the Workers, or of the author in *fields*."""
    given = {"by": "workers", "kind": "replace", "target": "3"} | fields
    answer = meeting.do("submit_amendment", **given)
    found = meeting.amendment(str(answer["number"]))
    said = forewarnings(meeting.state.drafting, meeting.state.assembly, found)
    return [say(each, "en") for each in said]


def test_nothing_is_said_of_an_ordinary_amendment() -> None:
    assert warned(Meeting(), text=BASE.replace("should", "shall")) == []


def test_a_collision_names_the_other_and_the_words() -> None:
    meeting = Meeting()
    warned(meeting, by="employers", text=BASE.replace("should", "may"))
    [said] = warned(meeting, text=BASE.replace("should", "shall"))
    assert "D.2 and D.1 both change “should”" in said
    assert "common words" in said


def test_those_that_touch_other_words_are_not_named() -> None:
    meeting = Meeting()
    warned(meeting, by="employers", text=BASE.replace("keepers", "all keepers"))
    assert warned(meeting, text=BASE.replace("should", "shall")) == []


def test_a_twin_is_no_collision() -> None:
    meeting = Meeting()
    warned(meeting, by="employers", text=BASE.replace("should", "may"))
    assert warned(meeting, text=BASE.replace("should", "may")) == []


def test_only_three_collisions_are_told_in_full() -> None:
    meeting = Meeting()
    for verb in ("may", "might", "could", "would"):
        warned(meeting, by="employers", text=BASE.replace("should", verb))
    said = warned(meeting, text=BASE.replace("should", "shall"))
    assert len(said) == 4
    assert said[-1] == "It also touches words that D.4 would change."


def test_a_single_member_is_told_of_the_seconder() -> None:
    [said] = warned(Meeting(), by="Ada Brightwater", text=BASE.replace("should", "may"))
    assert "needs a seconder" in said


def test_places_adopted_already_are_named() -> None:
    meeting = Meeting()
    meeting.do("adopt_node", node="3")
    [said] = warned(
        meeting,
        kind="split",
        text="Governments should respect the rest.\nIt is that of keepers.",
    )
    assert said.endswith("paragraph 3.")


@pytest.mark.parametrize(
    ("changes", "several"),
    [
        ([("replace", "3", BASE.replace("should", "may")), ("delete", "1", "")], True),
        ([("replace", "3", BASE.replace("should", "may")), ("replace", "1", "Lighthouses guide.")], False),
        ([("replace", "3", BASE.replace("should", "may")), ("delete", "2(i)", "")], False),
    ],
    ids=["apart and different", "apart and alike", "next to each other"],
)
def test_several_purposes_are_guessed_from_place_and_kind(
    changes: list[tuple[str, str, str]], several: bool
) -> None:
    meeting = Meeting()
    asked = [
        {"kind": kind, "target": target} | ({"text": text} if text else {}) for kind, target, text in changes
    ]
    said = warned(meeting, kind="replace", target="3", changes=asked)
    text = next(iter(meeting.state.drafting.texts.values()))
    assert several_purposes(text, meeting.amendment("D.1")) is several
    assert any("one purpose" in each for each in said) is several
