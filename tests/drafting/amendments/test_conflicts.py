"""Who touches the same words, who proposes the same, and who cannot be placed."""

from __future__ import annotations

from typing import Any

from consult_app.drafting.amendments.conflicts import cannot_place, conflict_groups, identical
from consult_app.drafting.amendments.effect import collisions_between
from consult_app.words import say
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


def replaced(old: str, new: str) -> str:
    return BASE.replace(old, new)


def groups(meeting: Meeting) -> list[list[str]]:
    drafting = meeting.state.drafting
    collisions = {name: collisions_between(drafting, a) for name, a in drafting.amendments.items()}
    return [[a.number for a in group] for group in conflict_groups(drafting, meeting.text, collisions)]


def same(meeting: Meeting) -> list[list[str]]:
    return [[a.number for a in group] for group in identical(meeting.state.drafting, meeting.text)]


def open_places(meeting: Meeting) -> dict[str, str]:
    found = cannot_place(meeting.state.drafting, meeting.text)
    return {meeting.state.drafting.amendments[name].number: say(why, "en") for name, why in found.items()}


# who touches the same words


def test_those_that_overlap_are_one_group_the_furthest_first() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("the rest", "the rest and leave"))
    meeting.submit("3", replaced("respect the rest", "protect the calm"))
    meeting.submit("3", replaced("Governments", "They"))
    meeting.submit("3", replaced("the rest of", ""))
    assert groups(meeting) == [["D.4", "D.2", "D.1"]]
    meeting.submit("3", kind="delete")
    assert groups(meeting)[0][0] == "D.5"
    assert sorted(groups(meeting)[0]) == ["D.1", "D.2", "D.3", "D.4", "D.5"]


def test_a_deletion_overlaps_what_is_put_in_under_it_but_not_what_stands_beside() -> None:
    meeting = Meeting()
    meeting.submit("2(iii)", "paint towers.", kind="insert_after")
    meeting.submit("2", "New paragraph.", kind="insert_after")
    meeting.submit("2(i)", kind="move", to="2(iii)")
    meeting.submit("2", kind="delete")
    assert groups(meeting) == [["D.4", "D.3", "D.1"]]


def test_what_is_disposed_of_overlaps_nothing() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("respect", "guard"))
    meeting.submit("3", replaced("respect", "protect"))
    assert groups(meeting) == [["D.1", "D.2"]]
    meeting.adopt("D.1")
    assert groups(meeting) == []


# who proposes the same


def test_identical_amendments_are_found_with_all_their_authors() -> None:
    meeting = Meeting()
    for by in ("workers", "employers", "government"):
        meeting.submit("3", replaced("should", "shall"), by=by)
    meeting.submit("1", kind="delete")
    meeting.submit("1", kind="delete", by="employers")
    meeting.submit("2", kind="delete")
    assert same(meeting) == [["D.4", "D.5"], ["D.1", "D.2", "D.3"]]
    assert open_places(meeting) == {}
    meeting.do("merge_amendment", amendment="D.2", into="D.1")
    assert same(meeting) == [["D.4", "D.5"], ["D.1", "D.3"]]


# who cannot be placed


def test_those_that_tie_say_so_until_a_code_or_the_chair_decides() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("respect", "guard"))
    meeting.submit("3", replaced("respect", "protect"))
    meeting.submit("3", replaced("keepers", "all keepers"))
    found = open_places(meeting)
    assert list(found) == ["D.1", "D.2"]
    said = "D.1 and D.2 touch the same words and are as far from them; a sort code decides."
    assert set(found.values()) == {said}
    meeting.do("set_sort_code", amendment="D.2", code="M1")
    assert open_places(meeting) == {}
    meeting.do("set_sort_code", amendment="D.2", code="")
    meeting.do("set_order", amendments=["D.2", "D.1"], reason="The chair.")
    assert open_places(meeting) == {}
    meeting.do("supersede_amendment", amendment="D.1", text=replaced("respect", "ensure"))
    assert open_places(meeting) == {}


def test_words_put_in_at_one_point_tie_and_new_paragraphs_do_not() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("keepers", "all keepers"))
    meeting.submit("3", replaced("keepers", "old keepers"))
    meeting.submit("3", "One.", kind="insert_after")
    meeting.submit("3", "Two.", kind="insert_after")
    assert list(open_places(meeting)) == ["D.1", "D.2"]


def test_two_moves_of_one_node_tie() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="move", to="1")
    meeting.submit("3", kind="move", to="before 1")
    assert list(open_places(meeting)) == ["D.1", "D.2"]


def test_what_lost_its_place_says_so() -> None:
    meeting = Meeting()
    meeting.submit("2(i)", "count keepers;")
    meeting.submit("2", kind="delete")
    meeting.adopt("D.2")
    assert "not in the text any more" in open_places(meeting)["D.1"]
    meeting.do("set_sort_code", amendment="D.1", code="1")
    assert open_places(meeting) == {}
    meeting.do("set_sort_code", amendment="D.1", code="")
    meeting.do("fall_amendment", amendment="D.1")
    assert open_places(meeting) == {}


def test_an_instruction_about_no_place_says_so() -> None:
    meeting = Meeting()
    meeting.submit("", "Use plain words throughout.", kind="free")
    meeting.submit("3", "Say more about rest.", kind="free")
    assert list(open_places(meeting)) == ["D.1"]
    meeting.do("set_order", amendments=["D.2", "D.1"], reason="The chair.")
    assert open_places(meeting) == {}


def test_those_in_different_languages_say_so_until_one_is_translated() -> None:
    meeting = Meeting("en", "fr")
    english = "Governments should respect the rest of all keepers."
    meeting.submit("3", english)
    french: dict[str, Any] = {"language": "fr", "by": "employers"}
    meeting.submit("3", "Les gouvernements doivent respecter le repos des gardiens.", **french)
    found = open_places(meeting)
    assert list(found) == ["D.2", "D.1"]
    assert "another language" in found["D.1"]
    meeting.do(
        "set_translation",
        amendment="D.2",
        language="en",
        text="Governments shall respect the rest of keepers.",
    )
    assert open_places(meeting) == {}
