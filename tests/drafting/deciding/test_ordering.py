"""The order as people set it: the chair's order, what stands where another stood, and sort codes."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.conflicts import cannot_place
from consult_app.drafting.amendments.order import at_node, discussion
from consult_app.replay import label
from consult_app.words import say
from tests.drafting.world import World, draft, submissions
from tests.effort import SOME
from tests.small_meeting import Meeting, command

BASE = "Governments should respect the rest of keepers."


def replaced(old: str, new: str) -> str:
    return BASE.replace(old, new)


def order(meeting: Meeting) -> list[str]:
    return [a.number for a in discussion(meeting.state.drafting, meeting.text)]


def tied() -> Meeting:
    """D.1, D.2 and D.3, which each put one other word in the place of the same one."""
    meeting = Meeting()
    for word in ("guard", "protect", "safeguard"):
        meeting.submit("3", replaced("respect", word))
    return meeting


# sort codes


def test_a_sort_code_decides_before_distance_and_receipt() -> None:
    meeting = tied()
    assert order(meeting) == ["D.1", "D.2", "D.3"]
    answer = meeting.do("set_sort_code", amendment="D.1", code=" m10 ")
    assert answer == {"number": "D.1", "sort_code": "M10"}
    meeting.do("set_sort_code", amendment="D.2", code="M2")
    assert order(meeting) == ["D.2", "D.1", "D.3"]
    meeting.do("set_sort_code", amendment="D.3", code="M1")
    assert order(meeting) == ["D.3", "D.2", "D.1"]
    assert [a.number for a in at_node(meeting.state.drafting, meeting.node("3").id)] == order(meeting)
    for number in ("D.1", "D.2", "D.3"):
        meeting.do("set_sort_code", amendment=number, code="")
    assert order(meeting) == ["D.1", "D.2", "D.3"]


def test_a_sort_code_decides_nothing_between_different_places() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("keepers", "all keepers"))
    meeting.submit("3", kind="delete")
    meeting.submit("1", "Lighthouses guide all ships at night.[^1]")
    meeting.do("set_sort_code", amendment="D.1", code="A1")
    meeting.do("set_sort_code", amendment="D.3", code="Z9")
    assert order(meeting) == ["D.3", "D.2", "D.1"]


def test_a_sort_code_that_does_not_decide_is_said() -> None:
    meeting = tied()
    meeting.do("set_sort_code", amendment="D.1", code="M1")
    assert meeting.warnings() == []
    meeting.do("set_sort_code", amendment="D.2", code="M1")
    assert any("as far from them" in warning for warning in meeting.warnings())
    meeting.do("reject_amendment", amendment="D.1")
    meeting.do("set_sort_code", amendment="D.1", code="M3")
    assert any("disposed of" in warning for warning in meeting.warnings())


@pytest.mark.parametrize("code", ["M-1", "a b", "ABCDEFGHI", "é"], ids=["sign", "space", "long", "accent"])
def test_what_is_no_sort_code_is_refused(code: str) -> None:
    assert tied().refused("set_sort_code", amendment="D.1", code=code).rule == "order"


def test_an_unknown_amendment_and_an_adopted_text_have_no_order() -> None:
    meeting = tied()
    assert meeting.refused("set_sort_code", amendment="D.9", code="M1").rule == "unknown_amendment"
    for number in order(meeting):
        meeting.do("withdraw_amendment", amendment=number)
    meeting.do("adopt_node", node="rest")
    meeting.do("adopt_text")
    assert meeting.refused("set_sort_code", amendment="D.1", code="M1").rule == "adopted"


def test_a_sort_code_goes_with_the_revised_amendment_and_its_undo_has_a_label() -> None:
    meeting = tied()
    meeting.do("set_sort_code", amendment="D.3", code="M1")
    meeting.do("supersede_amendment", amendment="D.3", text=replaced("respect", "ensure"))
    assert order(meeting) == ["D.3/Rev.1", "D.1", "D.2"]
    asked = command({"do": "set_sort_code", "amendment": "D.3", "code": "M1"})
    assert say(label(asked), "en") == "sort code of D.3"


def test_subamendments_have_sort_codes_too() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("respect", "guard"))
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", replaced("respect", "protect"), amends="D.1")
    meeting.submit("3", replaced("respect", "ensure"), amends="D.1")
    assert {a for a in cannot_place(meeting.state.drafting, meeting.text)} == {
        meeting.amendment("D.1/S.1").id,
        meeting.amendment("D.1/S.2").id,
    }
    meeting.do("set_sort_code", amendment="D.1/S.2", code="1")
    assert order(meeting) == ["D.1", "D.1/S.2", "D.1/S.1"]
    assert cannot_place(meeting.state.drafting, meeting.text) == {}


# the chair's order


def test_a_revised_amendment_stands_where_the_old_one_stood() -> None:
    meeting = tied()
    meeting.do("set_order", amendments=["D.3", "D.1", "D.2"], reason="The chair.")
    meeting.do("supersede_amendment", amendment="D.1", text=replaced("keepers", "all the keepers"))
    assert order(meeting) == ["D.3", "D.1/Rev.1", "D.2"]
    meeting.do("supersede_amendment", amendment="D.1/Rev.1", text=replaced("Governments", "They"))
    assert order(meeting) == ["D.3", "D.1/Rev.2", "D.2"]


def test_an_amendment_that_was_set_aside_leaves_its_place_empty() -> None:
    meeting = tied()
    meeting.do("set_order", amendments=["D.3", "D.1", "D.2"], reason="The chair.")
    meeting.do("supersede_amendment", amendment="D.1")
    assert order(meeting) == ["D.3", "D.2"]


def test_parts_stand_where_the_whole_stood() -> None:
    meeting = tied()
    meeting.submit("3", "All Governments should respect the rest of our keepers.")
    meeting.do("set_order", amendments=["D.3", "D.4", "D.1", "D.2"], reason="The chair.")
    parts = meeting.do("divide_amendment", amendment="D.4")["parts"]
    assert parts == ["D.4(a)", "D.4(b)"]
    assert order(meeting) == ["D.3", "D.4(a)", "D.4(b)", "D.1", "D.2"]


def test_parts_of_a_revised_amendment_stand_there_as_well() -> None:
    meeting = tied()
    meeting.do("set_order", amendments=["D.2", "D.3", "D.1"], reason="The chair.")
    meeting.do(
        "supersede_amendment", amendment="D.3", text="All Governments should respect the rest of our keepers."
    )
    meeting.do("divide_amendment", amendment="D.3/Rev.1")
    assert order(meeting) == ["D.2", "D.3/Rev.1(a)", "D.3/Rev.1(b)", "D.1"]


def test_the_chair_may_put_what_took_the_place_of_another_elsewhere() -> None:
    meeting = tied()
    meeting.do("set_order", amendments=["D.1", "D.2", "D.3"], reason="The chair.")
    meeting.do("supersede_amendment", amendment="D.1", text=replaced("respect", "ensure"))
    meeting.do("set_order", amendments=["D.1", "D.3", "D.1/Rev.1", "D.2"], reason="The chair.")
    assert order(meeting) == ["D.3", "D.1/Rev.1", "D.2"]
    meeting.do("supersede_amendment", amendment="D.1/Rev.1", text=replaced("rest", "sleep"))
    assert order(meeting) == ["D.3", "D.1/Rev.2", "D.2"]


@pytest.mark.soak
@settings(max_examples=SOME)
@given(st.data())
def test_whatever_is_revised_or_divided_its_place_in_the_chairs_order_is_kept(data: st.DataObject) -> None:
    texts = draft()
    world = World({"en": texts})
    numbers: list[str] = []
    for index in range(data.draw(st.integers(2, 5))):
        answer = world.tried(**data.draw(submissions(index, texts)))
        numbers += [answer["number"]] if answer else []
    assume(numbers)
    listed: list[str] = data.draw(st.lists(st.sampled_from(numbers), unique=True, min_size=1))
    world.do(do="set_order", amendments=listed, reason="The chair.")
    before = [a.number for a in discussion(world.state.drafting, world.text)]
    for number in listed:
        if data.draw(st.booleans()):
            new = world.tried(do="supersede_amendment", amendment=number, text="k9x0 k9x1")
            instead = [new["number"]] if new else [number]
        else:
            divided = world.tried(do="divide_amendment", amendment=number)
            instead = divided["parts"] if divided else [number]
        at = before.index(number)
        before[at : at + 1] = instead
        assert [a.number for a in discussion(world.state.drafting, world.text)] == before


def test_the_order_of_some_holds_when_one_of_them_is_disposed_of() -> None:
    meeting = tied()
    meeting.do("set_order", amendments=["D.3", "D.1"], reason="The chair.")
    assert order(meeting) == ["D.3", "D.2", "D.1"]
    meeting.do("reject_amendment", amendment="D.3")
    assert order(meeting) == ["D.2", "D.1"]
