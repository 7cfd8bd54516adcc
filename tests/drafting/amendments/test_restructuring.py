"""Nodes are moved, split and joined: numbers, what stands under them, three languages, and refusals."""

from __future__ import annotations

from typing import Any

import pytest

from consult_app.drafting.views import view
from tests.small_meeting import Meeting

HALVES = "Governments should respect\nthe rest of keepers."


def texts(meeting: Meeting, language: str = "en") -> dict[str, str]:
    """The words by label, without deleted nodes."""
    named = zip(meeting.labels(), meeting.text, strict=True)
    return {label: node.text(language) for label, node in named if not node.deleted}


# move


def test_a_moved_paragraph_is_bis_and_its_number_is_not_given_again() -> None:
    meeting = Meeting()
    node = meeting.node("3").id
    meeting.submit("3", kind="move", to="1")
    meeting.adopt("D.1")
    assert [label for label in meeting.labels() if label[0].isdigit() and "(" not in label] == [
        "1",
        "1bis",
        "2",
    ]
    assert meeting.node("1bis").id == node
    meeting.submit("2", "Another.", kind="insert_after")
    meeting.adopt("D.2")
    assert "3" not in meeting.labels()
    assert meeting.words("2bis") == "Another."
    assert [label for label in meeting.labels(final=True) if label[0] in "1234" and "(" not in label] == [
        "1",
        "2",
        "3",
        "4",
    ]


def test_a_paragraph_goes_with_its_items_before_the_first() -> None:
    meeting = Meeting()
    meeting.submit("2", kind="move", to="before 1")
    meeting.adopt("D.1")
    labels = [label for label in meeting.labels() if label[0] in "-123"]
    assert labels == ["-1", "-1(i)", "-1(ii)", "-1(ii)(a)", "-1(ii)(b)", "-1(iii)", "1", "3"]
    meeting.submit("-1", kind="move", to="after 3")
    meeting.adopt("D.2")
    labels = [label for label in meeting.labels() if label[0] in "-123"]
    assert labels == ["1", "3", "3bis", "3bis(i)", "3bis(ii)", "3bis(ii)(a)", "3bis(ii)(b)", "3bis(iii)"]


def test_an_item_goes_among_items_and_is_enumerated_as_they_are() -> None:
    meeting = Meeting()
    meeting.submit("2(iii)", kind="move", to="before 2(ii)(a)")
    meeting.adopt("D.1")
    assert meeting.words("2(ii)(-1)") == "report to the next Meeting."
    final = [label for label in meeting.labels(final=True) if label.startswith("2(")]
    assert final == ["2(i)", "2(ii)", "2(ii)(a)", "2(ii)(b)", "2(ii)(c)"]


def test_two_moves_behind_one_paragraph_keep_their_order() -> None:
    meeting = Meeting()
    changes = [{"kind": "move", "target": "2", "to": "3"}, {"kind": "move", "target": "1", "to": "3"}]
    meeting.do("submit_amendment", by="workers", kind="move", changes=changes)
    meeting.adopt("D.1")
    assert [label for label in meeting.labels() if label[0] == "3" and "(" not in label] == [
        "3",
        "3bis",
        "3ter",
    ]
    assert meeting.words("3bis") == "The Office should:"


def test_an_amendment_follows_the_node_that_was_moved() -> None:
    meeting = Meeting()
    meeting.submit("2(i)", "collect statistics on all keepers;")
    meeting.submit("2", kind="move", to="3")
    meeting.submit("2", "New first item.", kind="insert_after", node_kind="item")
    meeting.adopt("D.2")
    meeting.adopt("D.1")
    meeting.adopt("D.3")
    assert meeting.words("3bis(i)") == "collect statistics on all keepers;"
    assert meeting.words("3bis(-1)") == "New first item."


def test_two_moves_of_one_paragraph_are_a_collision_until_one_is_adopted() -> None:
    from consult_app.drafting.amendments.colliding import why
    from consult_app.drafting.amendments.effect import collisions_between
    from consult_app.words import say

    meeting = Meeting()
    meeting.submit("3", kind="move", to="1")
    meeting.submit("3", kind="move", to="before 1", by="employers")
    (found,) = collisions_between(meeting.state.drafting, meeting.amendment("D.1"))
    assert found.moves
    sentence = say(why(meeting.amendment("D.1"), found), "en")
    assert sentence.startswith("D.1 and D.2 move the same text to different places")
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    assert meeting.words("-1") == "Governments should respect the rest of keepers."


def test_nothing_is_moved_into_what_has_come_under_it_since() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)", kind="move", to="2(iii)")
    meeting.submit("2(iii)", kind="move", to="before 2(ii)(a)")
    meeting.adopt("D.2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "A24"
    assert len(set(meeting.labels())) == len(meeting.labels()) == 15


@pytest.mark.parametrize(
    ("target", "to", "rule"),
    [
        ("2", "", "move_where"),
        ("2", "99", "unknown_node"),
        ("2", "2", "move_where"),
        ("2", "2(i)", "move_where"),
        ("2(ii)", "2(ii)(a)", "move_where"),
        ("3", "2(i)", "move_where"),
        ("2(i)", "3", "move_where"),
        ("2", "1", "nothing_changes"),
        ("2", "before 3", "nothing_changes"),
        ("99", "1", "unknown_node"),
    ],
)
def test_a_move_that_leads_nowhere_is_refused(target: str, to: str, rule: str) -> None:
    assert Meeting().refused("submit_amendment", by="workers", kind="move", target=target, to=to).rule == rule


def test_a_place_may_have_a_name_of_two_words() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="move", to="before heading 1")
    meeting.adopt("D.1")
    assert meeting.words("-1") == "Governments should respect the rest of keepers."
    meeting.submit("2", kind="move", to="heading 1")
    assert meeting.amendment("D.2").targets() == (meeting.node("2").id,)


# split


def test_a_split_keeps_the_first_half_and_puts_the_second_behind_it() -> None:
    meeting = Meeting("en", "fr")
    node = meeting.node("3").id
    french = "Les gouvernements devraient respecter\nle repos des gardiens."
    meeting.submit("3", {"en": HALVES, "fr": french}, kind="split")
    meeting.adopt("D.1")
    assert (meeting.node("3").id, meeting.words("3"), meeting.words("3bis")) == (node, *HALVES.split("\n"))
    assert (meeting.words("3", "fr"), meeting.words("3bis", "fr")) == tuple(french.split("\n"))
    assert [meeting.node(label).status("fr") for label in ("3", "3bis")] == ["draft", "draft"]
    assert meeting.node("3bis").split_from == node


def test_a_split_in_one_language_leaves_the_other_to_be_translated() -> None:
    meeting = Meeting("en", "fr")
    whole = meeting.words("3", "fr")
    meeting.submit("3", HALVES, kind="split")
    meeting.adopt("D.1")
    assert (meeting.words("3", "fr"), meeting.node("3").status("fr")) == (whole, "out_of_date")
    assert meeting.node("3bis").status("fr") == "missing"


def test_items_stand_under_the_second_half() -> None:
    meeting = Meeting()
    meeting.submit("2", "The Office should act.\nIt should:", kind="split")
    meeting.adopt("D.1")
    assert (meeting.words("2"), meeting.words("2bis")) == ("The Office should act.", "It should:")
    assert meeting.words("2bis(ii)(a)") == "the care of lamps;"
    assert not any(label.startswith("2(") for label in meeting.labels())


def test_a_split_may_change_words_and_is_shown_before_it_is_adopted() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments shall respect it.\nKeepers need rest.", kind="split")
    line = next(
        each for each in view(meeting.state.drafting, meeting.text, "marked", "en") if each.label == "3"
    )
    new = "".join(r.text for s in line.segments if s.change != "delete" for r in s.runs)
    assert new == "Governments shall respect it.¶Keepers need rest."
    meeting.adopt("D.1")
    assert texts(meeting)["3bis"] == "Keepers need rest."


@pytest.mark.parametrize("text", ["one line", "a\nb\nc", "\n\n", ""])
def test_a_split_gives_two_lines(text: str) -> None:
    fields: dict[str, Any] = {"by": "workers", "kind": "split", "target": "3", "text": text}
    assert Meeting().refused("submit_amendment", **fields).rule in ("split_lines", "words_missing")


# join


def test_a_join_takes_in_what_follows_in_all_languages() -> None:
    meeting = Meeting("en", "fr")
    other = meeting.node("2(ii)(b)").id
    meeting.submit("2(ii)(a)", kind="join")
    meeting.adopt("D.1")
    assert meeting.words("2(ii)(a)") == "the care of lamps; first aid."
    assert meeting.words("2(ii)(a)", "fr") == "à l’entretien des lampes; aux premiers secours."
    assert meeting.node("2(ii)(a)").status("fr") == "draft"
    assert meeting.text.nodes[other].joined_to == meeting.node("2(ii)(a)").id
    assert meeting.text.nodes[other].deleted


def test_items_of_both_stand_under_the_one_that_is_left() -> None:
    meeting = Meeting()
    meeting.submit("1", kind="join")
    meeting.adopt("D.1")
    assert meeting.words("1") == "Lighthouses guide ships at night.[^1] The Office should:"
    assert meeting.words("1(ii)(b)") == "first aid."


def test_a_join_may_give_the_words_of_both_anew() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)(a)", "lamps and first aid.", kind="join")
    meeting.adopt("D.1")
    assert meeting.words("2(ii)(a)") == "lamps and first aid."


@pytest.mark.parametrize("target", ["2(iii)", "3", "heading 1", "99"])
def test_nothing_is_joined_where_nothing_follows(target: str) -> None:
    rule = Meeting().refused("submit_amendment", by="workers", kind="join", target=target).rule
    assert rule == ("unknown_node" if target == "99" else "join_next")


def test_a_join_has_lost_its_object_when_one_of_the_two_was_deleted() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)(a)", kind="join")
    meeting.submit("2(ii)(b)", kind="delete")
    assert meeting.adopt("D.2")["would_fall"] == ["D.1"]
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "A24"


def test_a_paragraph_that_was_adopted_is_not_joined_or_split_behind_its_back() -> None:
    meeting = Meeting()
    meeting.do("adopt_node", node="3")
    meeting.submit("2", kind="join")
    meeting.submit("3", HALVES, kind="split")
    for number in ("D.1", "D.2"):
        assert meeting.refused("adopt_amendment", amendment=number).rule == "P7"


def test_words_of_a_split_or_join_are_translated_later() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", HALVES, kind="split")
    meeting.submit("2(ii)(a)", "lamps and first aid.", kind="join")
    lines = "Les gouvernements devraient respecter\nle repos des gardiens."
    meeting.do("set_translation", amendment="D.1", language="fr", text=lines)
    meeting.do("set_translation", amendment="D.2", language="fr", text="aux lampes et aux secours.")
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    assert (meeting.words("3bis", "fr"), meeting.node("3bis").status("fr")) == (
        "le repos des gardiens.",
        "draft",
    )
    assert meeting.words("2(ii)(a)", "fr") == "aux lampes et aux secours."
    meeting.submit("3", "a\nb", kind="split")
    fields = {"amendment": "D.3", "language": "fr", "text": "une seule ligne"}
    assert meeting.refused("set_translation", **fields).rule == "split_lines"
