"""What adopting an amendment does to the text: words, new nodes, deletions, subamendments."""

from __future__ import annotations

import pytest

from consult_app.meetings.reasons import NeedsConfirmation, Refused
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


def replaced(old: str, new: str) -> str:
    return BASE.replace(old, new)


# words


def test_the_words_are_written_in_full() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    assert meeting.adopt("D.1") == {
        "number": "D.1",
        "state": "adopted",
        "collisions": [],
        "would_fall": [],
    }
    assert meeting.words("3") == replaced("should", "shall")
    assert meeting.node("3").base == {"en": BASE}
    assert meeting.node("3").amended_by == (meeting.amendment("D.1").id,)


def test_the_next_amendment_is_carried_onto_what_was_adopted() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("3", replaced("keepers", "all keepers"), by="employers")
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    assert meeting.words("3") == "Governments shall respect the rest of all keepers."


def test_a_collision_is_refused_in_words_and_listed() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("3", replaced("should", "must"), by="employers")
    assert meeting.adopt("D.1")["collisions"] == ["D.2"]
    refusal = meeting.refused("adopt_amendment", amendment="D.2")
    assert refusal.rule == "collision"
    collision = refusal.reason.values["why"]
    assert collision.values["others"] == ["D.1"]
    assert (collision.values["words"], collision.values["my_words"]) == ("should", "must")
    assert meeting.amendment("D.2").state == "queued"


def test_identical_amendments_are_done_once() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("3", replaced("should", "shall"), by="employers")
    assert meeting.warnings() == ["{number} proposes the same words as {twin}."]
    assert meeting.adopt("D.1")["would_fall"] == ["D.2"]
    meeting.adopt("D.2")
    assert meeting.words("3") == replaced("should", "shall")


def test_insertions_at_one_point_are_confirmed() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("keepers.", "keepers and pilots."))
    meeting.submit("3", replaced("keepers.", "keepers, by day."), by="employers")
    meeting.adopt("D.1")
    with pytest.raises(NeedsConfirmation, match=r"D\.2"):
        meeting.adopt("D.2")
    meeting.adopt("D.2", confirm=True)
    assert meeting.words("3") == replaced("keepers.", "keepers and pilots, by day.")


def test_words_decided_on_must_be_those_that_stand() -> None:
    from consult_app.drafting.wordings.wording import fingerprint

    meeting = Meeting()
    seen = fingerprint(BASE)
    meeting.submit("3", replaced("should", "shall"), seen=seen)
    meeting.adopt("D.1")
    assert (
        meeting.refused(
            "submit_amendment", by="workers", kind="replace", target="3", text="x", seen=seen
        ).rule
        == "seen"
    )


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"kind": "replace", "target": "3", "text": BASE}, "nothing_changes"),
        ({"kind": "replace", "target": "3", "text": "  "}, "empty_wording"),
        ({"kind": "replace", "target": "3", "text": "\u200b\u00a0\u2060"}, "empty_wording"),
        ({"kind": "replace", "target": "3"}, "words_missing"),
        ({"kind": "replace", "target": "3", "text": "a\nb"}, "one_line"),
        ({"kind": "delete", "target": "3", "text": "a"}, "no_words"),
        ({"kind": "replace", "target": "3", "text": "Un", "language": "fr"}, "language"),
        ({"kind": "insert_after", "target": "3", "text": "Un", "language": "es"}, "language"),
        ({"kind": "insert_after", "target": "heading 1", "text": "a", "node_kind": "item"}, "item_alone"),
    ],
)
def test_an_amendment_that_says_nothing_is_refused(fields: dict[str, str], rule: str) -> None:
    assert Meeting().refused("submit_amendment", by="workers", **fields).rule == rule


# subamendments


def test_adopted_as_subamended_writes_only_the_agreed_wording() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.do("call_amendment", amendment="D.1")
    sub = meeting.submit("3", replaced("should", "shall fully"), by="employers", amends="D.1")
    assert sub == "D.1/S.1"
    assert meeting.amendment(sub).state == "proposed"
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "subamendments_first"
    meeting.adopt(sub)
    assert meeting.words("3") == BASE
    assert meeting.adopt("D.1")["state"] == "adopted_as_subamended"
    assert meeting.words("3") == replaced("should", "shall fully")


def test_a_subamendment_to_a_subamendment() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", replaced("should", "shall fully"), by="employers", amends="D.1")
    meeting.do("call_amendment", amendment="D.1/S.1")
    nested = meeting.submit("3", replaced("should", "shall at all times"), by="government", amends="D.1/S.1")
    assert nested == "D.1/S.1/S.1"
    assert [c.base for c in meeting.amendment(nested).word_changes()] == [replaced("should", "shall fully")]
    meeting.adopt(nested)
    assert meeting.adopt("D.1/S.1")["state"] == "adopted_as_subamended"
    meeting.adopt("D.1")
    assert meeting.words("3") == replaced("should", "shall at all times")


def test_a_rejected_subamendment_leaves_no_trace() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", replaced("should", "must"), by="employers", amends="D.1")
    meeting.do("reject_amendment", amendment="D.1/S.1")
    assert meeting.adopt("D.1")["state"] == "adopted"
    assert meeting.words("3") == replaced("should", "shall")


def test_a_subamendment_to_a_new_paragraph() -> None:
    meeting = Meeting()
    meeting.submit("3", "Keepers need light.", kind="insert_after")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", "Keepers need light and rest.", by="employers", amends="D.1")
    meeting.adopt("D.1/S.1")
    meeting.adopt("D.1")
    assert meeting.words("3bis") == "Keepers need light and rest."


def test_a_subamendment_may_put_words_in_the_place_of_a_deletion() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", replaced("should", "may"), by="employers", amends="D.1")
    meeting.adopt("D.1/S.1")
    meeting.adopt("D.1")
    assert (meeting.words("3"), meeting.node("3").deleted) == (replaced("should", "may"), False)


def test_a_deletion_that_became_words_has_nothing_left_to_do_once_they_stand() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", replaced("should", "may"), by="employers", amends="D.1")
    meeting.adopt("D.1/S.1")
    meeting.submit("3", replaced("should", "may"))
    assert meeting.adopt("D.2")["would_fall"] == ["D.1"]


def test_subamendments_wait_for_their_amendment_to_be_called() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    fields = {"by": "employers", "kind": "replace", "amends": "D.1", "text": replaced("should", "must")}
    assert meeting.refused("submit_amendment", **fields).rule == "parent_not_under_discussion"
    meeting.do("withdraw_amendment", amendment="D.1")
    assert meeting.refused("submit_amendment", **fields).rule == "parent_closed"
    assert meeting.refused("submit_amendment", **(fields | {"amends": "D.7"})).rule == "unknown_amendment"


def test_a_subamendment_is_not_called_again_for_numbers() -> None:
    meeting = Meeting()
    for number in (1, 2):
        meeting.submit("3", replaced("should", f"shall ({number})"))
        meeting.do("call_amendment", amendment=f"D.{number}")
        sub = meeting.submit("3", replaced("should", "must"), by="employers", amends=f"D.{number}")
        assert sub == f"D.{number}/S.1"
        meeting.do("withdraw_amendment", amendment=f"D.{number}")


# nodes put in and taken out


def test_a_deletion_takes_its_items_and_they_keep_their_numbers() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)", kind="delete")
    meeting.submit("2(ii)(a)", "the care of lamps and horns;", by="employers")
    before = meeting.labels()
    assert meeting.adopt("D.1")["would_fall"] == ["D.2"]
    assert meeting.labels() == before
    assert [meeting.node(label).deleted for label in ("2(ii)", "2(ii)(a)", "2(ii)(b)")] == [True] * 3
    assert meeting.refused("adopt_amendment", amendment="D.2").rule == "A24"
    meeting.do("fall_amendment", amendment="D.2")
    assert "2(ii)(a)" not in meeting.labels(final=True)
    assert "2(iii)" not in meeting.labels(final=True)
    assert meeting.refused("submit_amendment", by="workers", kind="delete", target="2(ii)").rule == "deleted"


def test_what_is_put_in_is_bis_ter_and_one_before_the_first_is_minus_one() -> None:
    meeting = Meeting()
    for number, (kind, target) in enumerate(
        [("insert_after", "2"), ("insert_after", "2"), ("insert_before", "1"), ("insert_after", "2(i)")], 1
    ):
        meeting.submit(target, f"Number {number}.", kind=kind)
        meeting.adopt(f"D.{number}")
    labels = [label for label in meeting.labels() if label[0] in "-123"]
    assert labels == [
        "-1", "1", "2", "2(i)", "2(i)bis", "2(ii)", "2(ii)(a)", "2(ii)(b)", "2(iii)", "2bis", "2ter", "3",
    ]  # fmt: skip
    assert [meeting.words(label) for label in ("2bis", "2ter", "-1", "2(i)bis")] == [
        f"Number {number}." for number in range(1, 5)
    ]
    final = [label for label in meeting.labels(final=True) if label[0].isdigit()]
    assert final[:2] == ["1", "2"]
    assert final[-3:] == ["4", "5", "6"]


def test_in_the_other_style_it_is_a_letter() -> None:
    meeting = Meeting(rules="un_ga")
    for number in (1, 2):
        meeting.submit("2", f"Number {number}.", kind="insert_after", by="government")
        meeting.adopt(f"D.{number}")
    assert [label for label in meeting.labels() if label.startswith("2") and "(" not in label] == [
        "2",
        "2a",
        "2b",
    ]


def test_further_lines_are_items_under_the_new_paragraph() -> None:
    meeting = Meeting()
    meeting.submit(
        "3", "Keepers need:\n(i) light;\n(ii) rest, that is:\n(a) by day;\n(b) by night.", kind="insert_after"
    )
    inserted = meeting.adopt("D.1")["inserted"]
    assert list(inserted) == ["3bis", "3bis(i)", "3bis(ii)", "3bis(ii)(a)", "3bis(ii)(b)"]
    assert meeting.words("3bis(ii)(b)") == "by night."


def test_the_first_items_under_a_paragraph() -> None:
    meeting = Meeting()
    for number, words in enumerate(["first;", "second."], 1):
        meeting.submit("3", words, kind="insert_after", node_kind="item")
        meeting.adopt(f"D.{number}")
    assert [meeting.words(label) for label in ("3(i)", "3(ii)")] == ["first;", "second."]
    meeting.submit("2", "before all;", kind="insert_after", node_kind="item")
    meeting.adopt("D.3")
    assert meeting.words("2(-1)") == "before all;"
    assert meeting.words("2(i)") == "collect statistics on keepers;"


def test_labels_hold_whatever_is_put_in() -> None:
    meeting = Meeting()
    held = {node.id: label for node, label in zip(meeting.text, meeting.labels(), strict=True)}
    acts = [
        ("insert_before", "2"),
        ("insert_after", "1"),
        ("insert_after", "1bis"),
        ("insert_before", "2(i)"),
    ]
    acts += [("insert_after", "heading 1"), ("insert_before", "preamble 1"), ("insert_after", "3")]
    for number, (kind, target) in enumerate(acts, 1):
        meeting.submit(target, f"New {number}.", kind=kind)
        meeting.adopt(f"D.{number}")
        labels = meeting.labels()
        assert len(set(labels)) == len(labels)
        now = dict(zip(meeting.text.tree.walk(), labels, strict=True))
        assert {node: now[node] for node in held} == held


def test_new_numbers_are_never_those_of_what_was_put_in_before() -> None:
    meeting = Meeting()
    meeting.submit("3", "Inserted.", kind="insert_after")
    meeting.adopt("D.1")
    meeting.submit("3bis", kind="delete")
    assert meeting.refused("adopt_amendment", amendment="D.2").rule == "P7"
    meeting.do("reopen_node", node="3bis", reason="It was put in by mistake.")
    meeting.adopt("D.2")
    meeting.submit("3", "Again.", kind="insert_after")
    meeting.adopt("D.3")
    assert (meeting.node("3bis").deleted, meeting.words("3ter")) == (True, "Again.")


def test_a_part_in_another_language_that_does_not_change_is_no_obstacle() -> None:
    meeting = Meeting("en", "fr")
    french = meeting.words("3", "fr")
    meeting.submit("3", {"en": replaced("should", "shall"), "fr": french})
    meeting.adopt("D.1")
    assert (meeting.words("3", "fr"), meeting.node("3").status("fr")) == (french, "draft")


def test_identity_an_amendment_only_ever_touches_its_own_node() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.submit("2", "A new one.", kind="insert_after")
    meeting.submit("1", kind="delete")
    for number in ("D.2", "D.3"):
        meeting.adopt(number)
    before = {node.id: node.text("en") for node in meeting.text}
    meeting.adopt("D.1")
    changed = {node.id for node in meeting.text if node.text("en") != before[node.id]}
    assert changed == {meeting.amendment("D.1").target}


def test_nothing_is_adopted_twice() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    meeting.adopt("D.1")
    with pytest.raises(Refused) as refused:
        meeting.adopt("D.1")
    assert refused.value.rule == "A21"
