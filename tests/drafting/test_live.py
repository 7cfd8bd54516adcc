"""Global replacements, instructions, several changes in one amendment, and what is typed on the screen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


def throughout(meeting: Meeting, old: str, new: str, **fields: Any) -> list[str]:
    """Hand in a global replacement; the labels of the places that it found."""
    given = {"by": "workers", "kind": "global", "text": old, "to": new} | fields
    number = meeting.do("submit_amendment", **given)["number"]
    named = dict(zip(meeting.text.tree.walk(), meeting.labels(), strict=True))
    return [named[node] for node in meeting.amendment(str(number)).targets()]


# global


def test_a_replacement_throughout_is_one_amendment_with_its_places() -> None:
    meeting = Meeting()
    found = throughout(meeting, "keepers", "lighthouse keepers")
    assert found == ["2(i)", "2(ii)", "3"]
    meeting.adopt("D.1")
    assert meeting.words("2(i)") == "collect statistics on lighthouse keepers;"
    assert meeting.words("3") == BASE.replace("keepers", "lighthouse keepers")
    assert meeting.words("organ") == "The Meeting on Lighthouse Keepers,"


def test_a_capital_is_kept_and_a_name_is_found_only_as_such() -> None:
    meeting = Meeting()
    assert throughout(meeting, "lighthouses", "towers") == ["title", "1"]
    meeting.adopt("D.1")
    assert meeting.words("1") == "Towers guide ships at night.[^1]"
    meeting.do("edit_wording", node="3", language="en", text="The OFFICE, the office, the Office.", by="x")
    assert throughout(meeting, "Office", "ILO") == ["2", "3", "footnote 1"]
    meeting.adopt("D.2")
    assert meeting.words("3") == "The OFFICE, the office, the ILO."
    assert throughout(meeting, "office", "bureau") == ["3"]
    meeting.adopt("D.3")
    assert meeting.words("3") == "The BUREAU, the bureau, the ILO."


@pytest.mark.parametrize(
    ("wording", "old", "new", "expected"),
    [
        ("Rest, restful, arrest rest.", "rest", "repose", "Repose, restful, arrest repose."),
        ("Co-operation is no operation.", "operation", "act", "Co-operation is no act."),
        ("A re\u0301ste\u0301 re\u0301ste.", "re\u0301ste", "x", "A re\u0301ste\u0301 x."),
        (
            "sustainable lamps and lamps",
            "lamps",
            "sustainable lamps",
            "sustainable lamps and sustainable lamps",
        ),
        ("Ten 10[^1] at 10%", "10", "12", "Ten 12[^1] at 12%"),
        ("decent\u00a0work, decent work", "decent work", "good work", "good work, good work"),
        ("a \\* b", "*", "+", "a + b"),
        ("*rest* and **rest**", "rest", "sleep", "*sleep* and **sleep**"),
        ("l’employeur", "employeur", "patron", "l’patron"),
    ],
)
def test_whole_words_are_replaced_and_nothing_else(wording: str, old: str, new: str, expected: str) -> None:
    meeting = Meeting()
    meeting.do("edit_wording", node="3", language="en", text=wording, by="Office")
    throughout(meeting, old, new, target="3")
    meeting.adopt("D.1")
    assert meeting.words("3") == expected


def test_a_replacement_stays_under_its_target_and_leaves_out_what_is_deleted() -> None:
    meeting = Meeting()
    meeting.submit("2(i)", kind="delete")
    meeting.adopt("D.1")
    assert throughout(meeting, "keepers", "staff", target="2") == ["2(ii)"]
    refusal = meeting.refused(
        "submit_amendment", by="workers", kind="global", text="keepers", to="staff", target="1"
    )
    assert (refusal.rule, refusal.reason.values) == ("global", {"words": "keepers"})


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "keepers"},
        {"text": "keepers", "to": "keepers"},
        {"text": "unicorns", "to": "horses"},
        {"text": {"en": "keepers", "fr": "gardiens"}, "to": "staff"},
    ],
)
def test_a_replacement_that_finds_nothing_is_refused(fields: dict[str, Any]) -> None:
    meeting = Meeting("en", "fr")
    assert meeting.refused("submit_amendment", by="workers", kind="global", **fields).rule == "global"


def test_what_is_left_of_a_replacement_is_adopted_when_a_place_is_gone() -> None:
    meeting = Meeting()
    throughout(meeting, "keepers", "staff")
    meeting.submit("2(i)", kind="delete")
    assert meeting.adopt("D.2")["would_fall"] == []
    assert "lost its object" in meeting.asked("adopt_amendment", amendment="D.1")
    meeting.adopt("D.1", confirm=True)
    assert meeting.words("3") == BASE.replace("keepers", "staff")
    assert meeting.words("2(i)") == "collect statistics on keepers;"


# several nodes


def test_one_amendment_touches_several_nodes() -> None:
    meeting = Meeting()
    changes = [
        {"kind": "replace", "target": "3", "text": BASE.replace("should", "shall")},
        {"kind": "delete", "target": "2(iii)"},
        {"kind": "insert_after", "target": "3", "text": "Ports too."},
        {"kind": "insert_after", "target": "3", "text": "Ships too."},
    ]
    meeting.do("submit_amendment", by="workers", kind="replace", changes=changes)
    meeting.adopt("D.1")
    assert meeting.words("3") == BASE.replace("should", "shall")
    assert meeting.node("2(iii)").deleted
    assert [meeting.words(label) for label in ("3bis", "3ter")] == ["Ports too.", "Ships too."]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ([("replace", "3", "A."), ("replace", "3", "B.")], "same_node"),
        ([("replace", "3", "A."), ("delete", "3", "")], "same_node"),
        ([("replace", "2(i)", "A."), ("delete", "2", "")], "same_node"),
        ([("join", "2(ii)(a)", ""), ("replace", "2(ii)(b)", "A.")], "same_node"),
        ([("replace", "3", "A."), ("replace", "99", "B.")], "unknown_node"),
        ([("replace", "3", "A."), ("replace", "1", "")], "words_missing"),
    ],
)
def test_changes_that_contradict_each_other_are_refused(
    changes: list[tuple[str, str, str]], rule: str
) -> None:
    asked = [
        {"kind": kind, "target": target} | ({"text": text} if text else {}) for kind, target, text in changes
    ]
    refusal = Meeting().refused("submit_amendment", by="workers", kind="replace", changes=asked)
    assert refusal.rule == rule


def test_an_amendment_has_one_language_first() -> None:
    meeting = Meeting("en", "fr")
    changes = [
        {"kind": "replace", "target": "3", "text": "A."},
        {"kind": "replace", "target": "1", "text": {"fr": "B."}},
    ]
    refusal = meeting.refused("submit_amendment", by="workers", kind="replace", changes=changes)
    assert refusal.rule == "language"


def test_changes_stand_alone() -> None:
    meeting = Meeting()
    change = [{"kind": "replace", "target": "3", "text": "A."}]
    fields: dict[str, Any] = {"by": "workers", "kind": "replace", "changes": change}
    assert meeting.refused("submit_amendment", **fields, text="B.").rule == "changes"
    meeting.submit("3", BASE.replace("should", "shall"))
    meeting.do("call_amendment", amendment="D.1")
    assert meeting.refused("submit_amendment", **fields, amends="D.1").rule == "changes"


def test_a_node_is_moved_and_reworded_in_one_amendment() -> None:
    meeting = Meeting()
    changes = [
        {"kind": "move", "target": "3", "to": "1"},
        {"kind": "replace", "target": "3", "text": BASE.replace("should", "shall")},
    ]
    meeting.do("submit_amendment", by="workers", kind="move", changes=changes)
    meeting.adopt("D.1")
    assert meeting.words("1bis") == BASE.replace("should", "shall")


# instructions


def test_an_instruction_changes_no_word_and_says_so() -> None:
    meeting = Meeting("en", "fr")
    before = [node.text("en") for node in meeting.text]
    meeting.submit("3", "Put the list\nin the order of the alphabet.", kind="free")
    meeting.do("set_translation", amendment="D.1", language="fr", text="Classer la liste.")
    assert meeting.amendment("D.1").changes[0].words == {  # type: ignore[union-attr]
        "en": "Put the list in the order of the alphabet.",
        "fr": "Classer la liste.",
    }
    meeting.adopt("D.1")
    assert any("is an instruction" in warning for warning in meeting.warnings())
    assert [node.text("en") for node in meeting.text] == before
    meeting.do("submit_amendment", by="workers", kind="free", text="Number the headings.")
    assert meeting.amendment("D.2").target == meeting.node("title").id


# live


@pytest.mark.parametrize("by", ["workers", "office", "Ada Brightwater"])
def test_what_is_typed_is_before_the_meeting_at_once(by: str) -> None:
    meeting = Meeting()
    number = meeting.submit("3", BASE.replace("should", "shall"), kind="live", by=by)
    assert number == "live/1"
    assert meeting.amendment(number).state == "under_discussion"
    assert meeting.node("3").state == "under_consideration"
    assert meeting.words("3") == BASE
    meeting.adopt(number)
    assert meeting.words("3") == BASE.replace("should", "shall")
    again = meeting.submit("3", "Other words.", kind="live", by=by)
    meeting.do("reject_amendment", amendment=again)
    assert (again, meeting.words("3")) == ("live/2", BASE.replace("should", "shall"))


def test_typing_while_an_amendment_is_discussed_is_a_subamendment_to_it() -> None:
    meeting = Meeting()
    meeting.submit("3", BASE.replace("should", "shall"))
    meeting.do("call_amendment", amendment="D.1")
    typed = meeting.submit("3", BASE.replace("should", "shall fully"), kind="live", by="employers")
    assert typed == "D.1/S.1"
    assert meeting.amendment(typed).state == "under_discussion"
    (change,) = meeting.amendment(typed).word_changes()
    assert (change.base, change.standing) == (BASE.replace("should", "shall"), BASE)
    meeting.adopt(typed)
    assert meeting.adopt("D.1")["state"] == "adopted_as_subamended"
    assert meeting.words("3") == BASE.replace("should", "shall fully")


def test_typing_elsewhere_or_while_two_are_discussed_stands_alone() -> None:
    meeting = Meeting()
    for by in ("workers", "employers"):
        meeting.submit("3", BASE.replace("should", f"shall, for {by},"), by=by)
    meeting.do("call_amendment", amendment="D.1")
    assert meeting.submit("1", "Lamps.", kind="live") == "live/1"
    meeting.do("call_amendment", amendment="D.2")
    assert meeting.submit("3", BASE.replace("rest", "sleep"), kind="live") == "live/2"


def test_two_that_are_typed_at_one_place_collide_like_others() -> None:
    meeting = Meeting()
    meeting.submit("3", BASE.replace("should", "shall"), kind="live")
    meeting.submit("3", BASE.replace("should", "must"), kind="live", by="employers")
    assert meeting.adopt("live/1")["collisions"] == ["live/2"]
    assert meeting.refused("adopt_amendment", amendment="live/2").rule == "collision"


def test_nothing_is_typed_into_what_was_adopted() -> None:
    meeting = Meeting()
    meeting.do("adopt_node", node="3")
    fields = {"by": "office", "kind": "live", "target": "3", "text": "Other words."}
    assert meeting.refused("submit_amendment", **fields).rule == "P7"
    assert meeting.refused("submit_amendment", **fields | {"kind": "replace"}).rule == "unknown_actor"


# bad input (issue 3)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"target": "99", "text": "A."}, "unknown_node"),
        ({"target": "", "text": "A."}, "unknown_node"),
        ({"target": "2(iii)", "text": "A."}, "deleted"),
        ({"target": "3", "text": "Un", "language": "fr"}, "language"),
        ({"target": "3", "text": {"fr": "Un"}}, "language"),
        ({"target": "3", "text": BASE}, "nothing_changes"),
        ({"target": "3", "text": "\u00a0"}, "empty_wording"),
        ({"target": "3", "text": "A.", "by": "nobody"}, "unknown_actor"),
        ({"target": "3", "text": "A.", "by": "Olga Beobachter"}, "A1"),
        ({"target": "3", "text": "A.", "amends": "D.9"}, "unknown_amendment"),
        ({"target": "3", "text": "A.", "text_id": "resolution"}, "unknown_text"),
    ],
)
def test_what_cannot_be_an_amendment_is_refused_with_the_rule(fields: dict[str, Any], rule: str) -> None:
    meeting = Meeting()
    meeting.do("register_participant", name="Olga Beobachter", role="observer")
    meeting.submit("2(iii)", kind="delete")
    meeting.adopt("D.1")
    given = {"by": "workers", "kind": "replace"} | fields
    assert meeting.refused("submit_amendment", **given).rule == rule


@pytest.mark.parametrize(
    ("state", "verb", "rule"),
    [
        ("adopt", "adopt_amendment", "A21"),
        ("adopt", "reject_amendment", "A23"),
        ("reject", "withdraw_amendment", "A16"),
        ("reject", "divide_amendment", "A26"),
        ("call", "supersede_amendment", "A8"),
        ("call", "merge_amendment", "A25"),
        ("call", "return_amendment", "A3"),
        ("withdraw", "bracket_amendment", "A19"),
        ("defer", "return_amendment", "A3"),
        ("fall", "take_over_amendment", "A17"),
    ],
)
def test_a_decision_out_of_state_is_refused_with_the_rule(state: str, verb: str, rule: str) -> None:
    meeting = Meeting()
    meeting.submit("3", BASE.replace("should", "shall"))
    meeting.submit("3", BASE.replace("should", "shall"), by="employers")
    meeting.do(f"{state}_amendment", amendment="D.1")
    more = {"merge_amendment": {"into": "D.2"}, "take_over_amendment": {"by": "employers"}}
    refusal = meeting.refused(verb, amendment="D.1", **more.get(verb, {}))
    assert refusal.rule == rule
