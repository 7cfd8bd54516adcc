"""The order of discussion that is proposed (procedure.md §3): its worked example, every rule by itself,
and what holds whatever was handed in."""

from __future__ import annotations

import random
from itertools import permutations
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.amendment import Drafting
from consult_app.drafting.amendments.order import at_node, code_key, discussion, in_order, natural
from tests.drafting.world import World, draft, submissions
from tests.effort import SOME
from tests.small_meeting import Meeting


def proposed(meeting: Meeting) -> list[str]:
    drafting = meeting.state.drafting
    return [
        a.number for a in in_order(drafting, meeting.text, drafting.of_text("conclusions")) if not a.amends
    ]


def at(meeting: Meeting, label: str) -> list[str]:
    return [a.number for a in at_node(meeting.state.drafting, meeting.node(label).id)]


def test_the_worked_example() -> None:
    meeting = Meeting()
    for _ in range(2):
        meeting.submit("title", kind="delete")
    meeting.submit("2", "The Office shall:", by="workers")
    meeting.submit("2(iii)", "provide lamps.", by="government", kind="insert_after")
    meeting.submit("2(i)", "collect and publish statistics on keepers;")
    meeting.submit("2(iii)", "report to each Meeting.")
    meeting.submit("2", kind="delete", by="employers")
    meeting.submit("3", "Governments shall respect the rest of keepers.")
    meeting.submit("2", "The Office should, upon request:", by="government")
    assert proposed(meeting) == ["D.1", "D.2", "D.7", "D.3", "D.9", "D.5", "D.6", "D.4", "D.8"]
    assert meeting.do("adopt_amendment", amendment="D.7")["would_fall"] == ["D.3", "D.4", "D.5", "D.6", "D.9"]


def test_parts_stand_in_the_order_of_the_text_and_the_whole_brings_them_not_together() -> None:
    meeting = Meeting()
    meeting.submit("3", "All Governments should respect the rest of keepers, at all levels and at all times.")
    meeting.submit("3", "Governments shall respect the rest of keepers.", by="employers")
    assert proposed(meeting) == ["D.1", "D.2"]
    meeting.do("divide_amendment", amendment="D.1")
    assert [each for each in at(meeting, "3") if each != "D.1"] == ["D.1(a)", "D.2", "D.1(b)"]


def test_at_a_node_stand_those_that_are_about_it() -> None:
    meeting = Meeting()
    meeting.submit("2", "The Office shall:", by="workers")
    meeting.submit("2", "Provide lamps.", by="government", kind="insert_after")
    meeting.submit("2", kind="delete", by="employers")
    meeting.submit("2", "The Office should, upon request:", by="government")
    meeting.submit("2(i)", "count keepers;")
    assert at(meeting, "2") == ["D.3", "D.1", "D.4", "D.2"]
    assert at(meeting, "2(i)") == ["D.5"]


def test_the_order_of_the_text_comes_first_and_receipt_breaks_ties() -> None:
    meeting = Meeting()
    for label in ("3", "title", "2(ii)", "1"):
        meeting.submit(label, f"Other words for {label}.")
    meeting.submit("3", "Governments should respect the rest of all keepers.")
    meeting.submit("3", "Governments should respect the rest of old keepers.")
    assert proposed(meeting) == ["D.2", "D.4", "D.3", "D.1", "D.5", "D.6"]


PLACES: list[tuple[str, dict[str, Any]]] = [
    ("before", {"target": "2", "kind": "insert_before", "text": "Before."}),
    ("deleted", {"target": "2", "kind": "delete"}),
    ("anew", {"target": "2", "text": "Nobody asked lighthouses anything."}),
    ("left", {"target": "2", "text": "Now the Office should:"}),
    ("right", {"target": "2", "text": "The Office must:"}),
    ("moved", {"target": "2", "kind": "move", "to": "3"}),
    ("first item", {"target": "2", "kind": "insert_after", "node_kind": "item", "text": "begin;"}),
    ("in an item", {"target": "2(ii)(a)", "text": "the care of all lamps;"}),
    ("after an item of an item", {"target": "2(ii)(b)", "kind": "insert_after", "text": "last aid."}),
    ("after an item", {"target": "2(ii)", "kind": "insert_after", "text": "paint towers;"}),
    ("after all items", {"target": "2", "kind": "insert_after", "text": "After."}),
    ("before the next", {"target": "3", "kind": "insert_before", "text": "Before three."}),
    ("in the next", {"target": "3", "text": "Governments shall respect the rest of keepers."}),
]


def test_each_kind_has_its_place_whenever_it_was_received() -> None:
    chance = random.Random(3)
    for _ in range(20):
        meeting = Meeting()
        received = chance.sample(PLACES, len(PLACES))
        given_ = {meeting.submit(**{"text": None, **fields}): name for name, fields in received}
        assert [given_[number] for number in proposed(meeting)] == [name for name, _ in PLACES]


WORDS = {
    "furthest": "Governments must protect the calm of keepers.",
    "less far": "Governments should protect the rest of keepers.",
    "elsewhere": "Governments should respect the rest of their keepers.",
    "first": "All Governments should respect the rest of keepers.",
}


@pytest.mark.parametrize("received", list(permutations(WORDS)), ids=" ".join)
def test_those_that_touch_the_same_words_are_taken_together(received: tuple[str, ...]) -> None:
    meeting = Meeting()
    given_ = {meeting.submit("3", WORDS[name]): name for name in received}
    order = [given_[number] for number in proposed(meeting)]
    assert order == ["first", "furthest", "less far", "elsewhere"]
    assert [given_[number] for number in at(meeting, "3")] == order


@pytest.mark.parametrize("received", list(permutations(["delete", "replace", "insert"])), ids=" ".join)
def test_taking_out_is_further_than_replacing_and_that_further_than_adding(received: tuple[str, ...]) -> None:
    words = {
        "delete": "Governments should keepers.",
        "replace": "Governments should respect the sleep of keepers.",
        "insert": "Governments should respect the rest and leave of keepers.",
    }
    meeting = Meeting()
    given_ = {meeting.submit("3", words[name]): name for name in received}
    order = [given_[number] for number in proposed(meeting)]
    assert order.index("delete") < order.index("replace")
    assert order.index("delete") < order.index("insert")


def test_places_are_those_of_the_words_that_stand() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should respect the rest of all keepers.")
    meeting.submit("3", "In all ports and on all rivers, Governments should respect the rest of keepers.")
    meeting.adopt("D.2")
    meeting.submit("3", meeting.words("3").replace("should", "shall"))
    assert proposed(meeting) == ["D.2", "D.3", "D.1"]


def test_words_that_were_joined_to_others_are_discussed_there() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)(b)", "second aid.")
    meeting.submit("2(iii)", "report to each Meeting.")
    meeting.submit("2(ii)(a)", "the care of old lamps;")
    meeting.submit("2(ii)(a)", kind="join")
    meeting.adopt("D.4")
    pending = [a.number for a in discussion(meeting.state.drafting, meeting.text)]
    assert pending == ["D.3", "D.1", "D.2"]
    assert at(meeting, "2(ii)(a)") == ["D.3", "D.4", "D.1"]


def test_an_amendment_keeps_its_place_when_others_are_disposed_of() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments must protect the calm of keepers.")
    meeting.submit("3", "Governments should respect the rest of our keepers.")
    meeting.submit("3", "Governments should guard the rest of keepers.")
    before = proposed(meeting)
    meeting.do("reject_amendment", amendment=before[0])
    assert proposed(meeting) == before
    assert [a.number for a in discussion(meeting.state.drafting, meeting.text)] == before[1:]


def test_subamendments_follow_their_amendment_each_with_its_own() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments shall respect it.")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", "Governments shall always respect it.", amends="D.1")
    meeting.do("call_amendment", amendment="D.1/S.1")
    meeting.submit("3", "Governments must always respect it.", amends="D.1/S.1")
    assert at(meeting, "3") == ["D.1", "D.1/S.1", "D.1/S.1/S.1"]
    meeting.submit("3", "Nobody disturbs.", amends="D.1")
    meeting.submit("1", "Lighthouses guide ships.")
    whole = [a.number for a in discussion(meeting.state.drafting, meeting.text)]
    assert whole == ["D.2", "D.1", "D.1/S.2", "D.1/S.1", "D.1/S.1/S.1"]


# what holds whatever was handed in


def shuffled(drafting: Drafting, chance: random.Random) -> Drafting:
    """The same amendments and texts with every dict in another order."""
    names = chance.sample(list(drafting.amendments), len(drafting.amendments))
    keys = chance.sample(list(drafting.touching), len(drafting.touching))
    return msgspec.structs.replace(
        drafting,
        amendments={name: drafting.amendments[name] for name in names},
        touching={key: drafting.touching[key] for key in keys},
    )


def held(data: st.DataObject) -> World:
    """A meeting with some amendments, of which some have sort codes, are adopted, or are in an order of
    the chair."""
    texts = draft()
    world = World({"en": texts})
    numbers: list[str] = []
    for index in range(data.draw(st.integers(2, 6))):
        answer = world.tried(**data.draw(submissions(index, texts)))
        numbers += [answer["number"]] if answer else []
    for number in data.draw(st.lists(st.sampled_from(numbers), max_size=3)) if numbers else ():
        world.do(do="set_sort_code", amendment=number, code=data.draw(st.sampled_from(["M1", "M2", "M10"])))
    if data.draw(st.booleans()) and numbers:
        world.tried(do="adopt_amendment", amendment=data.draw(st.sampled_from(numbers)))
    if data.draw(st.booleans()) and numbers:
        listed: list[str] = data.draw(st.lists(st.sampled_from(numbers), unique=True))
        world.do(do="set_order", amendments=listed, reason="The chair.")
    return world


@pytest.mark.soak
@settings(max_examples=SOME)
@given(st.data())
def test_the_order_holds_each_once_and_does_not_depend_on_what_is_asked_or_how_it_is_kept(
    data: st.DataObject,
) -> None:
    world = held(data)
    drafting, text = world.state.drafting, world.text
    everything = list(drafting.amendments.values())
    whole = in_order(drafting, text, everything)
    assert sorted(a.id for a in whole) == sorted(drafting.amendments)
    chance = random.Random(data.draw(st.integers(0, 99)))
    asked = chance.sample(everything, chance.randint(0, len(everything)))
    names = {a.id for a in asked}
    assert in_order(drafting, text, asked) == [a for a in whole if a.id in names]
    other = shuffled(drafting, chance)
    assert in_order(other, text, other.amendments.values()) == whole
    assert discussion(drafting, text) == [a for a in whole if a.pending]
    for node in text.nodes:
        about = at_node(drafting, node)
        assert about == [a for a in whole if a in about]


CODES = st.text("0123456789ABM", max_size=4)


@pytest.mark.soak
@settings(max_examples=SOME)
@given(CODES, CODES, CODES)
def test_sort_codes_are_totally_ordered(one: str, two: str, three: str) -> None:
    a, b, c = code_key(one), code_key(two), code_key(three)
    assert (a == b) == (one == two)
    assert (a < b) + (b < a) + (one == two) == 1
    if a <= b <= c:
        assert a <= c


@pytest.mark.parametrize(
    "names",
    [
        ["M1", "M2", "M10", "N1"],
        ["1", "2", "10", "A1"],
        ["A", "A1", "A1B", "A2"],
        ["D.12", "D.12(a)", "D.12(b)", "D.12/Rev.1", "D.12/Rev.2", "D.12/Rev.10"],
    ],
    ids=["figures", "figures first", "letters", "numbers of amendments"],
)
def test_codes_and_numbers_are_in_natural_order(names: list[str]) -> None:
    assert sorted(reversed(names), key=natural) == names
    assert sorted(["", *names], key=code_key) == [*names, ""]
