"""Subamendments need a seconder where amendments do, and their amendment's author may accept them
(procedure.md §2.2)."""

from __future__ import annotations

import msgspec
import pytest

from consult_app.drafting.amendments.amendment import WordChange, needs_seconder
from consult_app.drafting.amendments.effective import effective_words
from consult_app.meetings.kept.rules import Rules, Seconding, SubamendmentRule
from consult_app.meetings.reasons import NeedsConfirmation
from consult_app.presets import preset
from consult_app.words import say
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


def replaced(word: str) -> str:
    return BASE.replace("should", word)


def discussed(by: str = "workers", rules: str = "tripartite_technical_2013") -> Meeting:
    """A meeting that discusses D.1, which puts *shall* for *should*."""
    meeting = Meeting(rules=rules)
    meeting.submit("3", replaced("shall"), by=by)
    if by not in meeting.state.assembly.groups:
        meeting.do("second_amendment", amendment="D.1", by="employers")
    meeting.do("call_amendment", amendment="D.1")
    return meeting


# seconding


def test_a_single_members_subamendment_waits_for_a_seconder() -> None:
    meeting = discussed()
    meeting.submit("3", replaced("must"), by="Ada Brightwater", amends="D.1")
    assert meeting.refused("adopt_amendment", amendment="D.1/S.1").rule == "A14"
    assert meeting.refused("reject_amendment", amendment="D.1/S.1").rule == "A14"
    assert meeting.do("call_amendment", amendment="D.1/S.1")["state"] == "awaiting_seconder"
    assert any("needs a seconder" in warning for warning in meeting.warnings())
    assert meeting.refused("second_amendment", amendment="D.1/S.1", by="Ada Brightwater").rule == "A14"
    said = meeting.do("second_amendment", amendment="D.1/S.1", by="Bruno Keld")
    assert said["state"] == "under_discussion"
    assert meeting.adopt("D.1/S.1")["state"] == "adopted"
    assert meeting.adopt("D.1")["state"] == "adopted_as_subamended"


def test_a_groups_subamendment_needs_none() -> None:
    meeting = discussed()
    meeting.submit("3", replaced("must"), by="employers", amends="D.1")
    assert meeting.refused("declare_not_seconded", amendment="D.1/S.1").rule == "A15"
    assert meeting.do("call_amendment", amendment="D.1/S.1")["state"] == "under_discussion"


@pytest.mark.parametrize("called", [False, True], ids=["before the call", "after the call"])
def test_what_nobody_seconds_is_not_discussed(called: bool) -> None:
    meeting = discussed()
    meeting.submit("3", replaced("must"), by="Ada Brightwater", amends="D.1")
    if called:
        meeting.do("call_amendment", amendment="D.1/S.1")
    assert meeting.do("declare_not_seconded", amendment="D.1/S.1")["state"] == "not_seconded"
    assert meeting.adopt("D.1")["state"] == "adopted"
    assert meeting.words("3") == replaced("shall")


def test_seconding_comes_with_the_subamendment_or_before_the_call() -> None:
    meeting = discussed()
    meeting.submit("3", replaced("must"), by="Ada Brightwater", seconded_by="workers", amends="D.1")
    assert meeting.do("call_amendment", amendment="D.1/S.1")["state"] == "under_discussion"
    meeting.submit("3", replaced("may"), by="Bruno Keld", amends="D.1")
    meeting.do("second_amendment", amendment="D.1/S.2", by="employers")
    assert meeting.amendment("D.1/S.2").state == "proposed"
    assert meeting.do("call_amendment", amendment="D.1/S.2")["state"] == "under_discussion"


@pytest.mark.parametrize("seconder", ["Ada Brightwater", "Edda Fjell", "Igor Lumen"])
def test_who_seconds_at_submission_must_be_allowed_to(seconder: str) -> None:
    meeting = discussed()
    meeting.do("register_participant", name="Edda Fjell", role="member", group="government", country="NO")
    meeting.do("register_participant", name="Igor Lumen", role="observer", group="government", country="CH")
    fields = {"by": "Ada Brightwater", "seconded_by": seconder, "kind": "replace", "text": replaced("must")}
    assert meeting.refused("submit_amendment", **fields, amends="D.1").rule == "A14"
    assert meeting.refused("submit_amendment", **fields, target="3").rule == "A14"


def test_the_rules_may_ask_otherwise_of_subamendments() -> None:
    meeting = discussed()
    number = meeting.submit("3", replaced("must"), by="Ada Brightwater", amends="D.1")
    other = SubamendmentRule(seconding=Seconding(individual_member=False, group=True))
    rules = msgspec.structs.replace(preset("custom"), subamendment=other)
    assembly = msgspec.structs.replace(
        meeting.state.assembly, meeting=msgspec.structs.replace(meeting.state.assembly.meeting, rules=rules)
    )
    amendment = meeting.amendment(number)
    assert not needs_seconder(assembly, amendment)
    assert needs_seconder(assembly, msgspec.structs.replace(amendment, by="employers"))
    assert needs_seconder(assembly, msgspec.structs.replace(amendment, amends=""))
    assert msgspec.json.decode(b"{}", type=Rules).subamendment.seconding is None


# orally or in writing


def test_a_subamendment_is_moved_orally_unless_it_says_otherwise() -> None:
    meeting = discussed()
    meeting.submit("3", replaced("must"), by="employers", amends="D.1")
    meeting.submit("3", replaced("may"), by="employers", amends="D.1", oral=False)
    assert meeting.amendment("D.1/S.1").moved_orally
    assert not meeting.amendment("D.1/S.2").moved_orally
    assert not meeting.amendment("D.1").moved_orally
    meeting.submit("1", "Lamps.", oral=True)
    assert meeting.amendment("D.2").moved_orally
    assert any("handed in in writing" in warning for warning in meeting.warnings())
    live = meeting.submit("1", "Lamps, lamps.", kind="live")
    assert meeting.amendment(live).moved_orally
    assert not meeting.warnings()


def test_where_writing_is_asked_for_an_oral_one_is_taken_with_a_warning() -> None:
    meeting = discussed(rules="governing_body")
    meeting.submit("3", replaced("must"), by="employers", amends="D.1")
    assert any("in writing" in warning for warning in meeting.warnings())
    meeting.submit("3", replaced("may"), by="employers", amends="D.1", oral=False)
    assert meeting.warnings() == []


def test_a_chain_of_subamendments_is_taken_with_a_warning_at_the_third() -> None:
    meeting = discussed()
    number = "D.1"
    for depth, word in enumerate(("must", "may", "can", "will"), 1):
        number = meeting.submit("3", replaced(word), by="employers", amends=number)
        assert meeting.amendment(number).depth == depth
        assert bool(meeting.warnings()) == (depth >= 3)
        meeting.do("call_amendment", amendment=number)
    assert number == "D.1/S.1/S.1/S.1/S.1"
    while number:
        meeting.adopt(number)
        number = number.rpartition("/")[0]
    assert meeting.words("3") == replaced("will")


# accepted by the author


def test_the_author_accepts_and_the_record_says_who() -> None:
    meeting = discussed()
    meeting.submit("3", replaced("must"), by="employers", amends="D.1")
    said = meeting.do("accept_subamendment", amendment="D.1/S.1")
    assert said == {"number": "D.1/S.1", "state": "adopted", "accepted_by": "workers"}
    step = meeting.amendment("D.1/S.1").history[-1]
    assert (step.to, step.basis, step.by) == ("adopted", "consensus", "workers")
    assert meeting.adopt("D.1")["state"] == "adopted_as_subamended"
    assert meeting.words("3") == replaced("must")


def test_a_member_of_the_authors_group_may_have_said_so() -> None:
    meeting = discussed()
    cleo = meeting.state.assembly.find_actor("Cleo Fanal")
    meeting.submit("3", replaced("must"), by="employers", amends="D.1")
    assert meeting.do("accept_subamendment", amendment="D.1/S.1", by="Cleo Fanal")["accepted_by"] == cleo


@pytest.mark.parametrize("by", ["employers", "Bruno Keld"])
def test_nobody_else_accepts(by: str) -> None:
    meeting = discussed()
    meeting.submit("3", replaced("must"), by="employers", amends="D.1")
    assert meeting.refused("accept_subamendment", amendment="D.1/S.1", by=by).rule == "accept"


def test_only_a_subamendment_that_is_open_is_accepted() -> None:
    meeting = discussed()
    assert meeting.refused("accept_subamendment", amendment="D.1").rule == "accept"
    meeting.submit("3", replaced("must"), by="employers", amends="D.1")
    meeting.do("withdraw_amendment", amendment="D.1/S.1")
    assert meeting.refused("accept_subamendment", amendment="D.1/S.1").rule == "A21"


def test_who_accepts_what_a_single_member_moved_seconds_it() -> None:
    meeting = discussed()
    meeting.submit("3", replaced("must"), by="Ada Brightwater", amends="D.1")
    meeting.do("accept_subamendment", amendment="D.1/S.1")
    assert meeting.amendment("D.1/S.1").seconded_by == "workers"
    own = discussed(by="Ada Brightwater")
    own.submit("3", replaced("must"), by="Ada Brightwater", amends="D.1")
    assert own.refused("accept_subamendment", amendment="D.1/S.1").rule == "A14"


def test_subamendments_to_it_come_first() -> None:
    meeting = discussed()
    meeting.submit("3", replaced("must"), by="employers", amends="D.1")
    meeting.do("call_amendment", amendment="D.1/S.1")
    meeting.submit("3", replaced("may"), by="government", amends="D.1/S.1")
    assert meeting.refused("accept_subamendment", amendment="D.1/S.1").rule == "subamendments_first"
    meeting.do("accept_subamendment", amendment="D.1/S.1/S.1")
    said = meeting.do("accept_subamendment", amendment="D.1/S.1")
    assert said["state"] == "adopted_as_subamended"
    meeting.adopt("D.1")
    assert meeting.words("3") == replaced("may")


# several subamendments to one amendment

_NIGHT = "Governments shall respect the rest of keepers at night."


def both_moved(first: str, second: str) -> Meeting:
    """D.1 under discussion, with two subamendments that were moved to the same proposal of it."""
    meeting = Meeting()
    meeting.submit("3", _NIGHT)
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", first, by="employers", amends="D.1")
    meeting.submit("3", second, by="government", amends="D.1")
    return meeting


@pytest.mark.parametrize("order", [(1, 2), (2, 1)], ids=["first first", "second first"])
def test_what_two_subamendments_change_apart_is_adopted_together(order: tuple[int, int]) -> None:
    meeting = both_moved(_NIGHT.replace("shall", "shall always"), _NIGHT.replace("night", "dusk"))
    for number in order:
        meeting.adopt(f"D.1/S.{number}")
    meeting.adopt("D.1")
    assert meeting.node("3").text("en") == "Governments shall always respect the rest of keepers at dusk."


def test_the_words_of_a_subamendment_are_not_overwritten_unasked() -> None:
    meeting = both_moved(
        _NIGHT.replace("shall", "shall always").replace("night", "dusk"), _NIGHT.replace("night", "dawn")
    )
    meeting.adopt("D.1/S.1")
    with pytest.raises(NeedsConfirmation) as asked:
        meeting.adopt("D.1/S.2")
    question = say(asked.value.why, "en")
    assert question.startswith("D.1/S.2 and D.1/S.1 both change “night”: into “dawn” and into “dusk”. Adopt")
    meeting.do("adopt_amendment", amendment="D.1/S.2", confirm=True)
    assert any("both change" in warning for warning in meeting.warnings())
    meeting.adopt("D.1")
    assert meeting.node("3").text("en") == "Governments shall always respect the rest of keepers at dawn."


def test_words_put_in_at_one_place_stand_one_after_the_other_once_confirmed() -> None:
    meeting = both_moved(
        _NIGHT.replace("shall", "shall always"), _NIGHT.replace("shall", "shall as far as possible")
    )
    meeting.adopt("D.1/S.1")
    meeting.asked("accept_subamendment", amendment="D.1/S.2")
    meeting.do("accept_subamendment", amendment="D.1/S.2", confirm=True)
    meeting.adopt("D.1")
    said = "Governments shall always as far as possible respect the rest of keepers at night."
    assert meeting.node("3").text("en") == said


def test_what_was_adopted_meanwhile_is_kept_where_the_text_has_changed_too() -> None:
    meeting = both_moved(_NIGHT.replace("shall", "shall always"), _NIGHT.replace("night", "dusk"))
    meeting.adopt("D.1/S.1")
    meeting.submit("3", BASE.replace("Governments", "All Governments"), by="employers")
    meeting.adopt("D.2")
    meeting.adopt("D.1/S.2")
    meeting.adopt("D.1")
    assert meeting.node("3").text("en") == "All Governments shall always respect the rest of keepers at dusk."


def test_no_word_is_lost_where_the_amendment_itself_collides_by_now() -> None:
    meeting = both_moved(_NIGHT.replace("shall", "shall always"), _NIGHT.replace("night", "dusk"))
    meeting.adopt("D.1/S.1")
    meeting.submit("3", replaced("must"), by="employers")
    meeting.adopt("D.2")
    meeting.adopt("D.1/S.2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "collision"
    proposed = effective_words(meeting.amendment("D.1"))[0].proposed
    assert proposed == "Governments shall always respect the rest of keepers at dusk."


def test_of_an_amendment_with_a_new_node_the_node_that_is_named_is_subamended() -> None:
    meeting = Meeting()
    changes = [
        {"kind": "replace", "target": "3", "text": replaced("shall")},
        {"kind": "insert_after", "target": "1", "text": "Lamps burn."},
    ]
    meeting.submit("", changes=changes)
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", replaced("must"), amends="D.1")
    new = meeting.amendment("D.1").inserted()[0].id
    meeting.submit(new, "Lamps burn brightly.", amends="D.1")
    meeting.adopt("D.1/S.1")
    meeting.adopt("D.1/S.2")
    meeting.adopt("D.1")
    assert meeting.node("3").text("en") == replaced("must")
    assert meeting.node("1bis").text("en") == "Lamps burn brightly."


def test_a_subamendment_to_one_in_another_language_begins_from_the_amendment() -> None:
    meeting = Meeting("en", "fr")
    french = "Les gouvernements doivent respecter le repos des gardiens."
    meeting.submit("3", {"en": replaced("shall"), "fr": french})
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", replaced("must"), amends="D.1")
    meeting.do("call_amendment", amendment="D.1/S.1")
    further = french.replace("doivent", "doivent bien")
    meeting.submit("3", further, amends="D.1/S.1", language="fr")
    change = meeting.amendment("D.1/S.1/S.1").changes[0]
    assert isinstance(change, WordChange)
    assert change.base == french
    meeting.adopt("D.1/S.1/S.1")
    meeting.adopt("D.1/S.1")
    meeting.adopt("D.1")
    assert meeting.node("3").text("fr") == further
