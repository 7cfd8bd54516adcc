"""Collisions are settled, the text is renumbered, the chair sets the order."""

from __future__ import annotations

import pytest

from consult_app.drafting.amendments.order import at_node, in_order
from consult_app.drafting.text.nodes import seen
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


def replaced(old: str, new: str) -> str:
    return BASE.replace(old, new)


# collisions


def colliding() -> Meeting:
    """D.1 was adopted, and D.2 changes the same word."""
    meeting = Meeting("en", "fr")
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("3", replaced("should", "must"), by="employers")
    meeting.adopt("D.1")
    return meeting


def test_a_collision_is_settled_in_words_and_the_amendment_adopted() -> None:
    meeting = colliding()
    assert meeting.refused("adopt_amendment", amendment="D.2").rule == "collision"
    settled = replaced("should", "shall, and must,")
    said = meeting.do("resolve_collision", amendment="D.2", text=settled)
    assert said == {"number": "D.2", "node": "3"}
    meeting.submit("3", replaced("keepers", "all keepers").replace("should", "shall"))
    meeting.adopt("D.3")
    meeting.adopt("D.2")
    assert meeting.words("3") == settled.replace("keepers", "all keepers")


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"amendment": "D.2", "text": "A.", "node": "1"}, "collision"),
        ({"amendment": "D.2", "text": "A.", "language": "fr"}, "collision"),
        ({"amendment": "D.2", "text": ""}, "empty_wording"),
        ({"amendment": "D.2", "text": "A.", "seen": seen("other words")}, "seen"),
        ({"amendment": "D.1", "text": "A."}, "A21"),
        ({"amendment": "D.3", "text": "A."}, "collision"),
    ],
)
def test_only_what_collides_is_settled(fields: dict[str, str], rule: str) -> None:
    meeting = colliding()
    meeting.submit("1", "Lamps.")
    assert meeting.refused("resolve_collision", **fields).rule == rule


def test_a_collision_in_a_node_that_was_joined_is_settled_there() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)(b)", "second aid.")
    meeting.submit("2(ii)(b)", "third aid.", by="employers")
    meeting.submit("2(ii)(a)", kind="join")
    meeting.adopt("D.1")
    meeting.adopt("D.3")
    assert meeting.refused("adopt_amendment", amendment="D.2").rule == "collision"
    meeting.do("resolve_collision", amendment="D.2", text="the care of lamps; second and third aid.")
    meeting.adopt("D.2")
    assert meeting.words("2(ii)(a)") == "the care of lamps; second and third aid."


def test_a_collision_of_a_replacement_throughout_is_settled_where_it_is() -> None:
    meeting = Meeting()
    meeting.do("submit_amendment", by="workers", kind="global", text="keepers", to="staff")
    meeting.submit("2(i)", "collect statistics on guards;", by="employers")
    meeting.adopt("D.2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "collision"
    meeting.do("resolve_collision", amendment="D.1", text="collect statistics on staff and guards;")
    meeting.adopt("D.1")
    assert meeting.words("2(i)") == "collect statistics on staff and guards;"
    assert meeting.words("3") == BASE.replace("keepers", "staff")


# numbers

REFERENCES = {
    "en": "See paragraph 3 and paragraph 2(iii).",
    "fr": "Voir le paragraphe 3 et le paragraphe 2 iii).",
}


def renumbering() -> Meeting:
    """A paragraph was put in after 1 and an item deleted; 1 refers to what stands behind them."""
    meeting = Meeting("en", "fr")
    meeting.submit("1", REFERENCES)
    meeting.adopt("D.1")
    meeting.submit("1", {"en": "Put in.", "fr": "Inséré."}, kind="insert_after")
    meeting.adopt("D.2")
    meeting.submit("2(i)", kind="delete")
    meeting.adopt("D.3")
    return meeting


def test_references_follow_and_translations_stay_in_date() -> None:
    meeting = renumbering()
    meeting.do("sign_off", node="1", language="fr", by="Odile Phare")
    before = {node.id: (node.status("fr"), node.status("en")) for node in meeting.text}
    said = meeting.do("renumber")
    assert said["table"] == {
        "1bis": "2",
        "2": "3",
        "2(i)": "",
        "2(ii)": "3(i)",
        "2(ii)(a)": "3(i)(a)",
        "2(ii)(b)": "3(i)(b)",
        "2(iii)": "3(ii)",
        "3": "4",
    }
    assert said["references"] == ["1"]
    assert meeting.words("1") == "See paragraph 4 and paragraph 3(ii)."
    assert meeting.words("1", "fr") == "Voir le paragraphe 4 et le paragraphe 3 ii)."
    assert {node.id: (node.status("fr"), node.status("en")) for node in meeting.text} == before
    assert meeting.node("1").status("fr") == "checked"
    assert meeting.refused("renumber").rule == "renumber"


def test_labels_are_the_final_ones_and_new_suffixes_begin_anew() -> None:
    meeting = renumbering()
    final = meeting.labels(final=True)
    meeting.do("renumber")
    assert [label for label in meeting.labels() if label] == final
    meeting.submit("2", "After the new two.", kind="insert_after")
    meeting.adopt("D.4")
    assert meeting.words("2bis") == "After the new two."


def test_pending_amendments_find_their_nodes_under_new_numbers() -> None:
    meeting = renumbering()
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("1", REFERENCES["en"].replace("See", "Compare"))
    meeting.submit("2(iii)", "Last item.", kind="insert_after")
    targets = [meeting.amendment(number).target for number in ("D.4", "D.5", "D.6")]
    meeting.do("renumber")
    for number in ("D.4", "D.5", "D.6"):
        meeting.adopt(number)
    assert [meeting.amendment(number).target for number in ("D.4", "D.5", "D.6")] == targets
    assert meeting.words("4") == replaced("should", "shall")
    assert meeting.words("1") == "Compare paragraph 4 and paragraph 3(ii)."
    assert meeting.words("3(ii)bis") == "Last item."


def test_what_stands_by_a_deleted_node_gets_a_number_of_its_own() -> None:
    meeting = Meeting()
    meeting.submit("2(i)", "beside what goes;", kind="insert_after")
    meeting.submit("2(i)", kind="delete")
    meeting.adopt("D.2")
    meeting.do("renumber")
    meeting.submit("2(i)", "before all;", kind="insert_before")
    meeting.adopt("D.3")
    meeting.adopt("D.1")
    labels = meeting.labels()
    assert len(set(labels)) == len(labels)
    assert meeting.words("2(i)") == "train keepers, in particular in:"


def test_a_reference_to_what_was_deleted_is_named() -> None:
    meeting = Meeting()
    meeting.submit("3", "See paragraph 2(i).")
    meeting.adopt("D.1")
    meeting.submit("2(i)", kind="delete")
    meeting.adopt("D.2")
    meeting.do("renumber")
    assert any("reference" in warning for warning in meeting.warnings())
    assert meeting.words("3") == "See paragraph 2(i)."


# order


def test_the_chair_takes_amendments_in_an_order_with_a_reason() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("3", replaced("keepers", "all keepers"))
    meeting.submit("3", kind="delete")
    drafting = meeting.state.drafting
    node = meeting.node("3").id
    assert [a.number for a in at_node(drafting, node)] == ["D.3", "D.1", "D.2"]
    assert meeting.refused("set_order", amendments=["D.2", "D.3"]).rule == "order"
    assert meeting.refused("set_order", amendments=["D.2", "D.2"], reason="x").rule == "order"
    assert meeting.refused("set_order", amendments=["D.9"], reason="x").rule == "unknown_amendment"
    meeting.do("set_order", amendments=["D.2", "D.3"], reason="The smaller first.")
    drafting = meeting.state.drafting
    assert [a.number for a in at_node(drafting, node)] == ["D.2", "D.1", "D.3"]
    found = in_order(drafting, meeting.text, list(drafting.amendments.values()))
    assert [a.number for a in found] == ["D.2", "D.1", "D.3"]
    meeting.do("set_order", amendments=[])
    assert [a.number for a in at_node(meeting.state.drafting, node)] == ["D.3", "D.1", "D.2"]


def test_moves_come_after_changes_and_before_what_is_put_in() -> None:
    meeting = Meeting()
    meeting.submit("3", "New.", kind="insert_after")
    meeting.submit("3", kind="move", to="1")
    meeting.submit("3", "Governments should respect\nthe rest of keepers.", kind="split")
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("3", kind="delete")
    found = [a.number for a in at_node(meeting.state.drafting, meeting.node("3").id)]
    assert found == ["D.5", "D.4", "D.3", "D.2", "D.1"]
    assert at_node(meeting.state.drafting, meeting.node("1").id) == []
