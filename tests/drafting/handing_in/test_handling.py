"""What the desk does with amendments before they come to the floor (procedure.md A3–A8, A25, A26)."""

from __future__ import annotations

from typing import Any

import pytest

from consult_app.drafting.amendments.order import in_order
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


def replaced(old: str, new: str) -> str:
    return BASE.replace(old, new)


def numbers(meeting: Meeting) -> list[str]:
    """Pending amendments in order of discussion."""
    pending = [a for a in meeting.state.drafting.of_text("conclusions") if a.pending and not a.subamendment]
    return [a.number for a in in_order(meeting.state.drafting, meeting.text, pending)]


# merged


def test_identical_amendments_are_one_discussion_with_several_authors() -> None:
    meeting = Meeting()
    for by in ("workers", "employers", "government"):
        meeting.submit("3", replaced("should", "shall"), by=by)
    meeting.do("merge_amendment", amendment="D.2", into="D.1")
    assert meeting.do("merge_amendment", amendment="D.3", into="D.1")["state"] == "merged"
    assert meeting.amendment("D.1").joint == ("employers", "government")
    assert meeting.amendment("D.2").history[-1].by == "D.1"
    assert numbers(meeting) == ["D.1"]
    meeting.adopt("D.1")
    assert meeting.words("3") == replaced("should", "shall")


def test_authors_of_an_amendment_that_others_were_merged_with_go_along() -> None:
    meeting = Meeting()
    for by in ("workers", "employers", "government"):
        meeting.submit("3", replaced("should", "shall"), by=by)
    meeting.do("merge_amendment", amendment="D.3", into="D.2")
    meeting.do("merge_amendment", amendment="D.2", into="D.1")
    assert meeting.amendment("D.1").joint == ("employers", "government")


def test_others_are_merged_only_when_it_is_meant() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("3", replaced("should", "must"), by="employers")
    assert "do not propose the same words" in meeting.asked("merge_amendment", amendment="D.2", into="D.1")
    meeting.do("merge_amendment", amendment="D.2", into="D.1", confirm=True)
    assert meeting.amendment("D.2").state == "merged"


@pytest.mark.parametrize("into", ["D.1", "D.3", "D.2/S.1"])
def test_what_is_merged_goes_into_another_that_is_open(into: str) -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("3", replaced("should", "must"), by="employers")
    meeting.submit("3", replaced("should", "will"), by="employers")
    meeting.do("withdraw_amendment", amendment="D.3")
    meeting.do("call_amendment", amendment="D.2")
    meeting.submit("3", replaced("should", "ought to"), amends="D.2")
    assert meeting.refused("merge_amendment", amendment="D.1", into=into).rule == "A25"


# returned, not receivable


def test_what_was_returned_comes_back_or_is_withdrawn() -> None:
    meeting = Meeting()
    for _ in range(2):
        meeting.submit("3", replaced("should", "shall"))
    returned = meeting.do("return_amendment", amendment="D.1", reason="Which rest?")
    assert returned == {"number": "D.1", "state": "returned"}
    assert meeting.refused("call_amendment", amendment="D.1").rule == "A10"
    assert meeting.refused("adopt_node", node="3").rule == "P2"
    assert meeting.do("resubmit_amendment", amendment="D.1")["state"] == "queued"
    assert meeting.refused("resubmit_amendment", amendment="D.1").rule == "A4"
    meeting.do("return_amendment", amendment="D.2")
    assert meeting.do("withdraw_amendment", amendment="D.2")["state"] == "withdrawn"
    meeting.adopt("D.1")
    assert [step.to for step in meeting.amendment("D.1").history][:3] == ["queued", "returned", "queued"]


def test_an_amendment_that_is_not_receivable_is_so_for_a_reason() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    assert meeting.refused("declare_inadmissible", amendment="D.1").rule == "A6"
    said = meeting.do("declare_inadmissible", amendment="D.1", reason="Not about the text.")
    assert said["state"] == "inadmissible"
    assert meeting.refused("call_amendment", amendment="D.1").rule == "A10"
    meeting.do("adopt_node", node="3")
    assert meeting.node("3").state == "adopted_unchanged"


# superseded


def test_a_revised_amendment_keeps_its_place() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("3", replaced("should", "must"), by="employers")
    first = meeting.do("supersede_amendment", amendment="D.1", text=replaced("should", "will"))
    assert first["number"] == "D.1/Rev.1"
    assert meeting.amendment("D.1").state == "superseded"
    assert numbers(meeting) == ["D.1/Rev.1", "D.2"]
    words = {"fr": "Les gouvernements respectent le repos des gardiens."}
    second = meeting.do("supersede_amendment", amendment="D.1/Rev.1", text=words)
    assert (second["number"], meeting.amendment("D.1/Rev.2").language) == ("D.1/Rev.2", "fr")
    third = meeting.do("supersede_amendment", amendment="D.1/Rev.2", text="Nouveau texte.")
    assert meeting.amendment(third["number"]).language == "fr"
    assert numbers(meeting) == ["D.1/Rev.3", "D.2"]
    meeting.adopt("D.1/Rev.3")
    assert meeting.words("3", "fr") == "Nouveau texte."


def test_a_revised_insertion_is_one_of_the_same_kind() -> None:
    meeting = Meeting()
    meeting.submit("3", "First;", kind="insert_after", node_kind="item")
    meeting.do("supersede_amendment", amendment="D.1", text="Second;")
    meeting.adopt("D.1/Rev.1")
    assert meeting.words("3(i)") == "Second;"


def test_an_amendment_is_set_aside_for_another_of_its_author() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    assert meeting.do("supersede_amendment", amendment="D.1")["state"] == "superseded"
    assert meeting.refused("supersede_amendment", amendment="D.1", text="A.").rule == "A8"
    meeting.submit("3", kind="delete")
    assert meeting.refused("supersede_amendment", amendment="D.2", text="A.").rule == "A8"
    changes = [
        {"kind": "replace", "target": "3", "text": "A."},
        {"kind": "replace", "target": "1", "text": "B."},
    ]
    meeting.do("submit_amendment", by="workers", kind="replace", changes=changes)
    assert meeting.refused("supersede_amendment", amendment="D.3", text="A.").rule == "A8"
    meeting.submit("3", replaced("should", "shall"))
    meeting.do("call_amendment", amendment="D.4")
    assert meeting.refused("supersede_amendment", amendment="D.4", text="A.").rule == "A8"


# divided

THREE = "Governments shall respect the full rest of all keepers."


def test_parts_are_adopted_and_rejected_on_their_own() -> None:
    meeting = Meeting()
    meeting.submit("3", THREE)
    parts = meeting.do("divide_amendment", amendment="D.1")["parts"]
    assert parts == ["D.1(a)", "D.1(b)", "D.1(c)"]
    assert meeting.amendment("D.1").state == "split"
    meeting.adopt("D.1(c)")
    meeting.do("reject_amendment", amendment="D.1(a)")
    assert meeting.amendment("D.1(b)").pending
    meeting.adopt("D.1(b)")
    assert meeting.words("3") == "Governments should respect the full rest of all keepers."


def test_a_part_adds_only_its_own_words_to_what_others_have_changed() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("rest", "sleep"), by="employers")
    meeting.submit("3", THREE)
    meeting.do("divide_amendment", amendment="D.2")
    meeting.adopt("D.1")
    meeting.adopt("D.2(a)")
    assert meeting.words("3") == "Governments shall respect the sleep of keepers."


def test_all_parts_together_are_the_whole() -> None:
    meeting = Meeting()
    meeting.submit("3", THREE)
    for part in reversed(meeting.do("divide_amendment", amendment="D.1")["parts"]):
        meeting.adopt(part)
    assert meeting.words("3") == THREE


def test_the_two_ends_of_a_mark_are_one_part() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should *respect the rest* of all keepers.")
    parts = meeting.do("divide_amendment", amendment="D.1")["parts"]
    assert parts == ["D.1(a)", "D.1(b)"]
    meeting.adopt("D.1(a)")
    assert meeting.words("3") == "Governments should *respect the rest* of keepers."


def test_what_makes_one_change_is_not_divided() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("3", kind="delete")
    for number in ("D.1", "D.2"):
        assert meeting.refused("divide_amendment", amendment=number).rule == "A26"
    meeting.submit("3", THREE)
    meeting.do("divide_amendment", amendment="D.3")
    assert meeting.refused("divide_amendment", amendment="D.3").rule == "A26"
    assert meeting.refused("divide_amendment", amendment="D.3(a)").rule == "A26"


def several() -> list[dict[str, Any]]:
    return [
        {"kind": "replace", "target": "3", "text": THREE},
        {"kind": "replace", "target": "1", "text": "Lamps guide ships."},
        {"kind": "delete", "target": "2(iii)"},
    ]


def test_an_amendment_to_several_nodes_is_put_node_by_node_and_each_again() -> None:
    meeting = Meeting()
    meeting.do("submit_amendment", by="workers", kind="replace", changes=several())
    parts = meeting.do("divide_amendment", amendment="D.1")["parts"]
    assert parts == ["D.1(a)", "D.1(b)", "D.1(c)"]
    meeting.adopt("D.1(c)")
    meeting.do("reject_amendment", amendment="D.1(b)")
    again = meeting.do("divide_amendment", amendment="D.1(a)")["parts"]
    assert again == ["D.1(a)(a)", "D.1(a)(b)", "D.1(a)(c)"]
    meeting.adopt("D.1(a)(a)")
    assert meeting.words("3") == replaced("should", "shall")
    assert meeting.words("1") == "Lighthouses guide ships at night.[^1]"
    assert meeting.node("2(iii)").deleted


def test_parts_of_several_nodes_keep_their_languages_those_of_one_do_not() -> None:
    meeting = Meeting("en", "fr")
    french = {"3": "Les gouvernements respectent tout.", "1": "Les lampes."}
    changes = [
        {"kind": "replace", "target": "3", "text": {"en": THREE, "fr": french["3"]}},
        {"kind": "replace", "target": "1", "text": {"en": "Lamps.", "fr": french["1"]}},
    ]
    meeting.do("submit_amendment", by="workers", kind="replace", changes=changes)
    meeting.do("divide_amendment", amendment="D.1")
    meeting.adopt("D.1(a)")
    assert (meeting.words("3"), meeting.words("3", "fr")) == (THREE, french["3"])
    other = Meeting("en", "fr")
    before = other.words("3", "fr")
    other.submit("3", {"en": THREE, "fr": french["3"]})
    other.do("divide_amendment", amendment="D.1")
    assert other.warnings() == ["The parts of {number} are in one language; put them into the others."]
    other.adopt("D.1(b)")
    assert (other.words("3", "fr"), other.node("3").status("fr")) == (before, "out_of_date")


def test_what_subamendments_made_of_it_is_divided() -> None:
    meeting = Meeting()
    meeting.submit("3", THREE)
    meeting.do("call_amendment", amendment="D.1")
    sub = meeting.submit("3", THREE.replace("shall", "must"), amends="D.1", by="employers")
    assert meeting.refused("divide_amendment", amendment="D.1").rule == "A26"
    meeting.adopt(sub)
    meeting.do("divide_amendment", amendment="D.1")
    meeting.adopt("D.1(a)")
    assert meeting.words("3") == replaced("should", "must")
    meeting.adopt("D.1(b)")
    assert meeting.words("3") == "Governments must respect the full rest of keepers."


def test_a_part_that_was_discussed_stays_under_discussion() -> None:
    meeting = Meeting()
    meeting.submit("3", THREE)
    meeting.do("call_amendment", amendment="D.1")
    meeting.do("divide_amendment", amendment="D.1", reason="the employers asked")
    assert meeting.amendment("D.1(a)").state == "under_discussion"
    sub = meeting.submit("3", replaced("should", "must"), amends="D.1(a)")
    assert sub == "D.1(a)/S.1"
    meeting.adopt(sub)
    assert meeting.adopt("D.1(a)")["state"] == "adopted_as_subamended"
    assert meeting.words("3") == replaced("should", "must")


def test_a_subamendment_is_put_by_parts_and_each_is_decided_on_its_own() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.do("call_amendment", amendment="D.1")
    typed = "Governments shall always respect the full rest of all keepers."
    meeting.submit("3", typed, amends="D.1", by="employers", kind="live")
    parts = meeting.do("divide_amendment", amendment="D.1/S.1")["parts"]
    assert parts == ["D.1/S.1(a)", "D.1/S.1(b)", "D.1/S.1(c)"]
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "subamendments_first"
    meeting.adopt("D.1/S.1(c)")
    meeting.do("reject_amendment", amendment="D.1/S.1(b)")
    meeting.do("accept_subamendment", amendment="D.1/S.1(a)")
    assert meeting.adopt("D.1")["state"] == "adopted_as_subamended"
    assert meeting.words("3") == "Governments shall always respect the rest of all keepers."


def test_the_parts_of_a_subamendment_fall_with_their_amendment() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", THREE, amends="D.1", by="employers")
    meeting.submit("3", THREE.replace("full ", ""), amends="D.1", by="employers")
    assert meeting.do("divide_amendment", amendment="D.1/S.1")["parts"] == ["D.1/S.1(a)", "D.1/S.1(b)"]
    meeting.do("reject_amendment", amendment="D.1")
    states = {each: meeting.amendment(each).state for each in ("D.1/S.1", "D.1/S.1(a)", "D.1/S.1(b)")}
    assert states == {"D.1/S.1": "split", "D.1/S.1(a)": "fell", "D.1/S.1(b)": "fell"}
