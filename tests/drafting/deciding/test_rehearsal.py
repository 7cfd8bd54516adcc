"""What would follow from a decision, and that it is what then follows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.amendment import Drafting
from consult_app.drafting.amendments.effect import effect
from consult_app.drafting.deciding.rehearsal import ACTS, Act, Rehearsal, foreseen, rehearse
from consult_app.meetings.acts import Context
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from consult_app.words import say
from tests.drafting.world import World, draft, submissions
from tests.effort import SOME
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


def replaced(old: str, new: str) -> str:
    return BASE.replace(old, new)


def context_of(meeting: Meeting | World) -> Context:
    return Context(meeting.seq + 1, "2026-11-02T12:00:00.000Z")


def trial(meeting: Meeting | World, number: str, act: Act = "adopt") -> Rehearsal:
    state = meeting.state
    return rehearse(state.drafting, state.assembly, context_of(meeting), meeting.amendment(number), act)


def seen(meeting: Meeting | World, number: str, act: Act = "adopt") -> Drafting | None:
    state = meeting.state
    return foreseen(state.drafting, state.assembly, context_of(meeting), meeting.amendment(number), act)


def words_in(drafting: Drafting | None) -> list[object]:
    """What every node reads in each language, in the order of the text, and what has become of each
    amendment. New nodes have names of their own each time."""
    if drafting is None:
        return []
    nodes = [
        (node.deleted, {language: node.text(language) for language in node.wordings})
        for text in drafting.texts.values()
        for node in text
    ]
    return [*nodes, *((each.number, each.state) for each in drafting.amendments.values())]


def said(found: Rehearsal, language: str = "en") -> str:
    return " ".join(say(each, language) for each in found.sentences)


def test_everything_that_can_follow_is_told_apart() -> None:
    meeting = Meeting()
    meeting.submit("3", "All Governments should protect the rest of keepers.")
    meeting.submit("3", replaced("respect", "guard"))
    meeting.submit("3", replaced("keepers", "old keepers"))
    meeting.submit("3", "Another.", kind="insert_after")
    meeting.submit("1", kind="delete")
    before = meeting.state
    found = trial(meeting, "D.1")
    assert (found.falls, found.collides) == ((), ("D.2",))
    assert (found.rebases, found.stays) == (("D.3",), ("D.4",))
    assert found.refused is None
    assert said(found) == (
        "If D.1 is adopted: D.2 collides with it; D.3 moves with the text and still applies; "
        "D.4 stays as it is; nothing falls."
    )
    [(number, why)] = found.collisions
    assert number == "D.2"
    assert "D.2 and D.1 both change" in say(why, "en")
    assert meeting.state is before
    answer = meeting.adopt("D.1")
    assert (answer["collisions"], answer["would_fall"]) == (["D.2"], [])


def test_what_is_put_in_under_a_deleted_node_falls_with_it() -> None:
    meeting = Meeting()
    meeting.submit("2", kind="delete")
    meeting.submit("2(i)", "count keepers;")
    meeting.submit("2(iii)", "paint towers.", kind="insert_after")
    found = trial(meeting, "D.1")
    assert found.falls == ("D.2", "D.3")
    assert said(found) == "If D.1 is adopted: D.2 and D.3 fall."
    assert said(trial(meeting, "D.2")) == "If D.2 is adopted: nothing falls."


@pytest.mark.parametrize("act", ["reject", "withdraw"])
def test_open_subamendments_fall_with_their_amendment(act: Act) -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("respect", "guard"))
    meeting.submit("3", replaced("keepers", "old keepers"))
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", replaced("respect", "protect"), amends="D.1")
    found = trial(meeting, "D.1", act)
    assert (found.falls, found.stays) == (("D.1/S.1",), ("D.2",))
    refused = trial(meeting, "D.1")
    assert refused.rule == "subamendments_first"
    assert said(refused).startswith("D.1 cannot be adopted yet. Subamendments are disposed of")


def test_a_subamendment_changes_its_parent() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("respect", "guard"))
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", replaced("respect", "protect"), amends="D.1")
    meeting.do("call_amendment", amendment="D.1/S.1")
    assert said(trial(meeting, "D.1/S.1")) == "If D.1/S.1 is adopted: D.1 is subamended by it."
    assert said(trial(meeting, "D.1/S.1", "reject")) == "If D.1/S.1 is not adopted: nothing falls."


def test_a_question_is_asked_first_and_what_follows_from_yes_is_said() -> None:
    meeting = Meeting()
    meeting.submit("3", replaced("keepers", "all keepers"))
    meeting.submit("3", replaced("keepers", "old keepers"))
    meeting.adopt("D.1")
    found = trial(meeting, "D.2")
    assert found.asks is not None
    assert "after those?" in said(found)
    assert said(found).endswith("If D.2 is adopted: nothing falls.")


def test_what_is_disposed_of_is_refused_by_its_rule() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    meeting.do("withdraw_amendment", amendment="D.1")
    assert [trial(meeting, "D.1", act).rule for act in ACTS] == ["A21", "A23", "A16"]


def test_who_must_wait_for_a_language_to_be_brought_up_to_date_is_foretold() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", replaced("keepers", "old keepers"))
    meeting.submit("3", replaced("rest", "sleep"), by="employers")
    meeting.submit("3", meeting.words("3", "fr").replace(".", " toujours."), language="fr")
    found = trial(meeting, "D.3")
    assert (found.waits, found.stays) == (("D.2", "D.1"), ())
    assert said(found) == (
        "If D.3 is adopted: D.2 and D.1 wait until this is brought up to date: paragraph 3 in English; "
        "nothing falls."
    )
    meeting.adopt("D.3")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "out_of_date"
    meeting.do("set_translation", node="3", language="en", text=replaced("keepers", "keepers at all times"))
    meeting.adopt("D.1")


def test_what_has_lost_its_object_falls_and_is_not_put_off() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    meeting.submit("3", replaced("should", "shall"))
    meeting.adopt("D.1")
    words = said(trial(meeting, "D.2"))
    assert words.endswith("It falls once the chairperson says so.")
    assert "yet" not in words


def test_it_is_said_in_three_languages() -> None:
    meeting = Meeting()
    meeting.submit("3", "All Governments should protect the rest of keepers.")
    meeting.submit("3", replaced("respect", "guard"))
    meeting.submit("3", replaced("keepers", "old keepers"))
    sentences = {said(trial(meeting, "D.1"), language) for language in ("en", "fr", "es")}
    assert len(sentences) == 3
    assert all("D.2" in each and "D.3" in each for each in sentences)


@pytest.mark.soak
@settings(max_examples=SOME)
@given(st.data())
def test_what_is_rehearsed_is_what_then_happens(data: st.DataObject) -> None:
    texts = draft()
    world = World({"en": texts})
    numbers: list[str] = []
    for index in range(data.draw(st.integers(2, 5))):
        answer = world.tried(**data.draw(submissions(index, texts)))
        numbers += [answer["number"]] if answer else []
    for number in data.draw(st.lists(st.sampled_from(numbers), max_size=2)) if numbers else ():
        world.tried(do="adopt_amendment", amendment=number)
    for number in numbers:
        for act in ACTS:
            then = world.copy()
            found, ahead = trial(world, number, act), seen(world, number, act)
            assert found == trial(world, number, act)
            decided = {"do": f"{act}_amendment", "amendment": number}
            try:
                try:
                    answer = then.do(**decided)
                    assert found.asks is None
                except NeedsConfirmation as question:
                    assert found.asks == question.why
                    answer = then.do(**decided, confirm=True)
            except Refused as refusal:
                assert (found.refused, found.rule) == (refusal.reason, refusal.rule)
                assert ahead is None
                continue
            assert ahead is not None
            assert words_in(ahead) == words_in(then.state.drafting)
            assert found.refused is None
            assert list(found.falls) == answer.get("would_fall", [])
            assert list(found.collides) == answer.get("collisions", [])
            after = then.state.drafting
            for other in (*found.rebases, *found.stays):
                amendment = then.amendment(other)
                assert amendment.pending
                now = effect(after, amendment).outcome
                was = effect(world.state.drafting, world.amendment(other)).outcome
                assert now == "applies" if other in found.rebases else now == was
            listed = (*found.falls, *found.collides, *found.rebases, *found.stays, *found.waits)
            assert len(set(listed)) == len(listed)
            assert number not in listed
