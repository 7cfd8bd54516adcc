"""Square brackets are opened, numbered, shown, joined by others and taken back."""

from __future__ import annotations

import pytest

from consult_app.drafting.views import view
from tests.drafting.bracketed import BASE, bracket, bracketed, disputed, replaced, shown, still_open
from tests.small_meeting import Meeting


def test_brackets_show_both_wordings_until_it_is_called_again() -> None:
    meeting = Meeting()
    bracketed(meeting, "3", replaced("should", "shall"))
    assert (meeting.amendment("D.1").state, meeting.node("3").state) == ("bracketed", "pending")
    assert shown(meeting, "3") == "Governments [should | Workers: shall] respect the rest of keepers."
    assert meeting.words("3") == BASE
    assert meeting.refused("adopt_node", node="3").rule == "P2"
    meeting.do("adopt_node", node="rest")
    assert meeting.refused("adopt_text").rule == "adopt_text"
    meeting.do("call_amendment", amendment="D.1")
    assert meeting.node("3").state == "under_consideration"
    assert shown(meeting, "3") == BASE
    assert meeting.state.drafting.brackets["B.1"].state == "taken_back"
    meeting.adopt("D.1")
    meeting.do("adopt_node", node="3")
    meeting.do("adopt_text")


def test_those_that_overlap_share_a_bracket_and_others_have_their_own() -> None:
    meeting = disputed()
    assert shown(meeting, "3") == (
        "Governments [should | Workers: shall | Employers: may] respect the rest of keepers "
        "[Workers: and pilots]."
    )
    found = still_open(meeting)
    first, second = found["B.1"].found, found["B.2"].found
    assert (first.words, [each.words for each in first.alternatives]) == ("should", ["shall", "may"])
    assert (second.words, [each.words for each in second.alternatives]) == ("", ["and pilots"])
    assert {each.bracket.opened.to for each in found.values()} == {"open"}


def test_one_amendment_at_two_places_joins_what_it_overlaps() -> None:
    meeting = Meeting()
    bracketed(meeting, "3", replaced("should", "shall"))
    bracketed(meeting, "3", replaced("keepers", "pilots"))
    assert sorted(still_open(meeting)) == ["B.1", "B.2"]
    both = replaced("should", "may").replace("keepers", "guards")
    assert bracket(meeting, meeting.submit("3", both, by="employers")) == ["B.1"]
    found = still_open(meeting)["B.1"].found
    assert found.words == "should … keepers"
    assert [each.words for each in found.alternatives] == ["shall", "pilots", "may … guards"]
    assert shown(meeting, "3") == (
        "Governments [should | Workers: shall | Employers: may] respect the rest of "
        "[keepers | Workers: pilots | Employers: guards]."
    )
    assert meeting.state.drafting.brackets["B.2"].state == "taken_back"


def test_the_same_words_are_one_alternative_of_several() -> None:
    meeting = Meeting()
    bracketed(meeting, "3", replaced("should", "shall"))
    bracketed(meeting, "3", replaced("should", "shall"), by="employers")
    assert shown(meeting, "3") == (
        "Governments [should | Workers, Employers: shall] respect the rest of keepers."
    )


def test_a_deletion_is_an_alternative_to_all_the_words() -> None:
    meeting = Meeting()
    bracketed(meeting, "2(i)", kind="delete", by="employers")
    assert shown(meeting, "2(i)") == "[collect statistics on keepers; | Employers: delete]"
    assert bracket(meeting, meeting.submit("2(i)", "collect figures on keepers;")) == ["B.1"]
    assert shown(meeting, "2(i)") == (
        "[collect statistics on keepers; | Employers: delete | Workers: collect figures on keepers;]"
    )


def test_words_taken_out_are_an_alternative_without_words() -> None:
    meeting = Meeting()
    bracketed(meeting, "3", replaced(" the rest of", ""))
    assert shown(meeting, "3") == "Governments should respect [the rest of | Workers: delete] keepers."
    assert still_open(meeting)["B.1"].found.alternatives[0].words == ""


def test_what_would_be_put_in_stands_in_brackets_where_it_would_be() -> None:
    meeting = Meeting()
    bracketed(meeting, "1", "Ships need keepers.", kind="insert_after", by="government")
    lines = view(meeting.state.drafting, meeting.text, "current", "en")
    place = next(index for index, line in enumerate(lines) if line.proposed_by)
    assert (lines[place - 1].label, lines[place].segments[0].bracket) == ("1", "B.1")
    assert meeting.node("1").state == "not_opened"
    meeting.do("adopt_node", node="1")
    assert not any(line.proposed_by for line in view(meeting.state.drafting, meeting.text, "final", "en"))


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "move", "target": "3", "to": "1"},
        {"kind": "split", "target": "3", "text": "Governments should respect\nthe rest of keepers."},
        {"kind": "join", "target": "2(i)"},
        {"kind": "free", "target": "2", "text": "Put the list in order."},
    ],
    ids=lambda fields: str(fields["kind"]),
)
def test_what_has_no_words_is_deferred_and_not_bracketed(fields: dict[str, str]) -> None:
    meeting = Meeting()
    meeting.do("submit_amendment", by="workers", **fields)
    meeting.do("call_amendment", amendment="D.1")
    refusal = meeting.refused("bracket_amendment", amendment="D.1")
    assert (refusal.rule, "is deferred" in refusal.reason.msgid) == ("A19", True)
    meeting.do("defer_amendment", amendment="D.1")


def test_a_subamendment_waits_and_its_amendment_is_put_in_brackets() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("should", "shall"))
    meeting.do("call_amendment", amendment="D.1")
    meeting.do(
        "submit_amendment", by="employers", kind="replace", amends="D.1", text=replaced("should", "may")
    )
    meeting.do("call_amendment", amendment="D.1/S.1")
    assert meeting.do("bracket_amendment", amendment="D.1/S.1")["brackets"] == []
    assert "{number} waits as a subamendment" in meeting.warnings()[0]
    assert meeting.node("3").state == "under_consideration"


def test_numbers_are_in_the_order_of_arising_and_never_used_again() -> None:
    meeting = disputed()
    meeting.do("withdraw_amendment", amendment="D.3")
    assert meeting.state.drafting.brackets["B.2"].state == "taken_back"
    assert bracketed(meeting, "2(i)", "collect figures on keepers;") == "D.4"
    assert sorted(still_open(meeting)) == ["B.1", "B.3"]
    meeting.do("withdraw_amendment", amendment="D.1")
    assert still_open(meeting)["B.1"].found.members == (meeting.amendment("D.2").id,)


def test_the_paragraph_is_pending_while_a_bracket_is_open_and_nothing_on_the_floor() -> None:
    meeting = disputed()
    meeting.do("call_amendment", amendment="D.1")
    assert meeting.node("3").state == "under_consideration"
    meeting.do("reject_amendment", amendment="D.1")
    assert meeting.node("3").state == "pending"
    meeting.do("withdraw_amendment", amendment="D.2")
    assert meeting.node("3").state == "pending"
    meeting.do("withdraw_amendment", amendment="D.3")
    assert meeting.node("3").state == "under_consideration"


def test_a_plain_decision_on_the_last_alternative_resolves_the_bracket() -> None:
    meeting = disputed()
    meeting.adopt("D.3")
    ended = meeting.state.drafting.brackets["B.2"]
    assert (ended.state, ended.choice, ended.closed and ended.closed.basis) == (
        "resolved",
        "D.3",
        "consensus",
    )
    meeting.do("reject_amendment", amendment="D.1")
    assert still_open(meeting)["B.1"].bracket.members == (meeting.amendment("D.2").id,)
    meeting.do("reject_amendment", amendment="D.2")
    ended = meeting.state.drafting.brackets["B.1"]
    assert (ended.state, ended.choice) == ("resolved", "text")
    assert [each.words for each in ended.alternatives] == ["may"]


def test_an_alternative_that_meets_what_was_adopted_stands_beside_the_whole() -> None:
    meeting = disputed()
    meeting.adopt("D.1")
    assert shown(meeting, "3").startswith("[Governments shall respect the rest of keepers. | Employers: ")
    assert replaced("should", "may") in shown(meeting, "3")


# marks that were typed


def typed(meeting: Meeting, text: str, language: str = "en") -> dict[str, object]:
    return meeting.do("edit_wording", node="3", language=language, text=text, by="office")


def test_typed_marks_are_brackets_of_nobody_until_somebody_is_named() -> None:
    meeting = Meeting()
    meeting.do("open_node", node="3")
    assert typed(meeting, "Governments [[should]] respect [[the rest of]] keepers.")["brackets"] == [
        "B.1",
        "B.2",
    ]
    assert meeting.node("3").state == "pending"
    assert shown(meeting, "3") == "Governments [should] respect [the rest of] keepers."
    said = meeting.do("attribute_bracket", bracket="B.2", by="workers")
    assert said == {"bracket": "B.2", "by": "workers"}
    assert shown(meeting, "3") == "Governments [should] respect [Workers: the rest of] keepers."
    assert meeting.refused("attribute_bracket", bracket="B.1", by="nobody").rule == "unknown_actor"
    typed(meeting, "Governments should respect [[the rest of]] all keepers.")
    assert list(still_open(meeting)) == ["B.2"]
    assert shown(meeting, "3") == "Governments should respect [Workers: the rest of] all keepers."


def test_amendments_own_their_words() -> None:
    assert disputed().refused("attribute_bracket", bracket="B.1", by="workers").rule == "bracket"


def test_marks_of_a_translation_are_those_of_the_original() -> None:
    meeting = Meeting("en", "fr")
    typed(meeting, "Governments [[should]] act.")
    assert list(still_open(meeting)) == ["B.1"]
    french = "Les gouvernements [[devraient]] agir."
    meeting.do("set_translation", node="3", language="fr", text=french)
    assert list(still_open(meeting)) == ["B.1"]
    meeting.do("set_translation", node="3", language="fr", text=french.replace("agir", "[[agir]]"))
    assert [(n, each.found.language) for n, each in still_open(meeting).items()] == [
        ("B.1", "en"), ("B.2", "fr"), ("B.3", "fr"),
    ]  # fmt: skip


def test_a_translation_that_is_behind_holds_nothing_up() -> None:
    meeting = Meeting("en", "fr")
    typed(meeting, "Governments [[should]] act.")
    meeting.do("set_translation", node="3", language="fr", text="Les gouvernements [[devraient]] agir.")
    meeting.do("resolve_bracket", node="3", text="Governments must act.")
    assert still_open(meeting) == {}
    meeting.do("adopt_node", node="rest")
    meeting.do("adopt_text")


def test_marks_and_alternatives_stand_in_the_same_words() -> None:
    meeting = Meeting()
    typed(meeting, "Governments [[should]] respect the rest of keepers.")
    bracketed(meeting, "3", "Governments [[should]] respect the rest of pilots.", by="employers")
    assert shown(meeting, "3") == ("Governments [should] respect the rest of [keepers | Employers: pilots].")
    bracketed(meeting, "3", "Governments shall respect the rest of keepers.")
    assert "Workers: shall" in shown(meeting, "3")
    assert "Governments" in shown(meeting, "3")


def test_the_text_is_not_adopted_and_the_brackets_are_named() -> None:
    meeting = disputed()
    refusal = meeting.refused("adopt_text")
    found = [
        each.values["brackets"] for each in refusal.reason.values["obstacles"] if "brackets" in each.values
    ]
    assert found == [["B.1", "B.2"]]
