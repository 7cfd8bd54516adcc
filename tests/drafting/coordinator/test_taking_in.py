"""What a group handed over is taken in at the desk: nothing lost, nothing twice, on the text of today."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.amendment import Amendment, Insertion, WordChange
from consult_app.drafting.amendments.effect import effect
from consult_app.drafting.amendments.proposals import shape
from consult_app.drafting.coordinator.handing_over import handed
from consult_app.drafting.text.numbering import by_label
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from tests.drafting.group_meeting import GroupEnd, desk_of
from tests.drafting.meeting import Held
from tests.effort import MANY

RIGHTS = "Keepers have rights and duties."
NEW = (
    "new",
    "d’eau",
    "«\u00a0oui\u00a0»",
    "50\u00a0%",
    "*guía*",
    "**must**",
    "m^2^",
    "niños",
    "😀",
    r"\*",
    "may",
)
LANGUAGES = ("en", "fr", "es")
#: a change in a language that the meeting does not have
GERMAN = {"type": "words", "node": "", "language": "de", "base": "", "proposed": "x", "ops": []}
KINDS = ("replace", "insert_after", "insert_before", "delete", "move", "split", "free")


def said(messages: Any) -> str:
    return " ".join(message.msgid for message in messages)


@pytest.fixture
def desk() -> Held:
    return desk_of("en", "fr", "es")


def words_of(held: Held, target: str, language: str) -> str:
    return held.text.nodes[by_label(held.text.tree)[target]].text(language)


@st.composite
def commands(draw: st.DrawFn) -> dict[str, Any]:
    """One amendment, as a coordinator may prepare it: its kind, place, words in one to three languages,
    co-authors and justification."""
    kind = draw(
        st.sampled_from(["replace", "insert_after", "insert_before", "delete", "move", "split", "free"])
    )
    target = draw(st.sampled_from(["1", "2(i)", "2(ii)", "3", "preamble 1"]))
    fields: dict[str, Any] = {
        "by": draw(st.sampled_from(["workers", "Ada Brightwater"])),
        "kind": kind,
        "target": target,
        "co_authors": draw(st.sampled_from([[], ["africa"], ["Bruno Keld", "employers"]])),
        "justification": draw(st.sampled_from(["", "Because.", "Zwei\nZeilen: «\u00a0oui\u00a0»"])),
    }
    if kind == "move":
        return fields | {"target": "1", "to": draw(st.sampled_from(["after 3", "before 3"]))}
    languages = draw(st.sampled_from([("en",), ("fr",), ("en", "es"), LANGUAGES]))
    words: dict[str, str] = {}
    for language in languages if kind != "delete" else ():
        old = words_of(_ends()[0], target, language).split(" ")
        at = draw(st.integers(0, len(old)))
        new = [*old[:at], *draw(st.lists(st.sampled_from(NEW), min_size=1, max_size=4)), *old[at:]]
        if kind == "split":
            cut = draw(st.integers(1, len(new) - 1))
            words[language] = f"{' '.join(new[:cut])}\n{' '.join(new[cut:])}"
        elif kind in ("insert_after", "insert_before") and draw(st.booleans()):
            words[language] = f"{' '.join(new)}"
        else:
            words[language] = " ".join(new)
    return fields | ({"text": words, "language": languages[0]} if words else {})


def without_ids(amendment: Amendment) -> tuple[Any, ...]:
    """Everything that an amendment says, but for its number and the ids of what it puts in."""
    return (
        amendment.kind,
        amendment.authors,
        amendment.justification,
        amendment.language,
        amendment.target,
        amendment.text_id,
        [str(each) for each in shape(amendment)],
        [(c.base, c.ops, c.exact) for c in amendment.word_changes()],
        [c.nodes[0].kind for c in amendment.changes if isinstance(c, Insertion)],
    )


@pytest.mark.soak
@settings(max_examples=MANY)
@given(commands())
def test_nothing_is_lost_on_the_way(command: dict[str, Any]) -> None:
    desk, end = _ends()
    try:
        found = end.prepare(**{"words": command.pop("text", None), **command})
    except Refused:
        return  # nothing would change, or a half would be empty: it says so at once
    answer = end.hand_over(found).answer
    assert answer["changes"] == ["D.1"]
    taken = desk.amendment("D.1")
    assert without_ids(taken) == without_ids(found)
    assert taken.state == "queued"
    assert not {n.id for n in taken.inserted()} & {n.id for n in found.inserted()}


@cache
def _begun() -> GroupEnd:
    return GroupEnd(desk_of(*LANGUAGES))


def _ends() -> tuple[Held, GroupEnd]:
    """A desk and the file of a group, made once: states are values."""
    end = copy(_begun())
    end.desk = copy(end.desk)
    return end.desk, end


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.lists(st.sampled_from(NEW), min_size=1, max_size=3), st.integers(0, 5), st.integers(0, 5))
def test_words_that_changed_meanwhile_are_followed_or_collide(new: list[str], mine: int, theirs: int) -> None:
    """As any amendment that was there before: nothing of it is lost in silence."""
    (apart, end), (there, _) = _ends(), _ends()
    old = words_of(apart, "3", "en").split(" ")

    def put(words: list[str], at: int) -> str:
        return " ".join([*old[:at], *words, *old[at:]])

    found = end.prepare("3", put(new, mine))
    apart.submit("3", put(["rather"], theirs), by="employers")
    apart.do(do="adopt_amendment", amendment="D.1")
    end.hand_over(found)
    # the same, handed in at the desk before the other was adopted
    there.submit("3", put(new, mine))
    there.submit("3", put(["rather"], theirs), by="employers")
    there.do(do="adopt_amendment", amendment="D.2")
    late = effect(apart.state.drafting, apart.amendment("D.2"))
    early = effect(there.state.drafting, there.amendment("D.1"))
    assert late.outcome == early.outcome
    assert [w.text for w in late.words] == [w.text for w in early.words]


def test_all_of_a_file_is_one_row_and_one_undo(desk: Held) -> None:
    end = GroupEnd(desk)
    end.prepare("3", RIGHTS)
    end.prepare("2(i)", kind="delete")
    seq = desk.seq
    answer = end.hand_over().answer
    assert answer["changes"] == ["D.1", "D.2"]
    assert desk.seq == seq + 1


def test_a_second_time_it_is_recognised(desk: Held) -> None:
    end = GroupEnd(desk)
    first = end.prepare("3", RIGHTS)
    end.hand_over(first)
    with pytest.raises(Refused) as refused:
        end.hand_over(first)
    assert refused.value.rule == "taken_in"
    second = end.prepare("2(i)", kind="delete")
    done = end.hand_over(first, second)
    assert done.answer["changes"] == ["D.2"]
    assert done.answer["known"] == ["D.1"]


def test_what_was_taken_in_is_recognised_also_after_it_was_adopted(desk: Held) -> None:
    end = GroupEnd(desk)
    first = end.prepare("3", kind="delete")
    end.hand_over(first)
    desk.do(do="adopt_amendment", amendment="D.1")
    with pytest.raises(Refused) as refused:
        end.hand_over(first)
    assert refused.value.rule == "taken_in"


def test_what_was_written_anew_takes_the_place_of_the_former(desk: Held) -> None:
    end = GroupEnd(desk)
    first = end.prepare("3", RIGHTS)
    end.hand_over(first)
    second = end.prepare("3", "Keepers have duties.", instead_of=first.id)
    assert end.hand_over(second).answer["changes"] == ["D.1/Rev.1"]
    assert desk.amendment("D.1").state == "superseded"
    third = end.prepare("3", "Keepers have no duties.", instead_of=second.id)
    assert end.hand_over(third).answer["changes"] == ["D.1/Rev.2"]


def test_what_was_written_anew_after_the_call_has_a_number_of_its_own(desk: Held) -> None:
    end = GroupEnd(desk)
    first = end.prepare("3", RIGHTS)
    end.hand_over(first)
    desk.do(do="call_amendment", amendment="D.1")
    second = end.prepare("3", "Keepers have duties.", instead_of=first.id)
    done = end.hand_over(second)
    assert done.answer["changes"] == ["D.2"]
    assert "called or disposed of" in said(done.warnings)
    assert desk.amendment("D.1").state == "under_discussion"


def test_two_copies_of_a_file_take_nothing_from_each_other(desk: Held) -> None:
    one, other = GroupEnd(desk), GroupEnd(desk)
    one.hand_over(one.prepare("3", RIGHTS))
    other.hand_over(other.prepare("3", "Keepers have duties."))
    assert [desk.amendment(number).state for number in ("D.1", "D.2")] == ["queued", "queued"]


def test_it_says_that_the_words_changed_and_what_became_of_it(desk: Held) -> None:
    end = GroupEnd(desk)
    follows = end.prepare("3", "All keepers have rights.")
    collides = end.prepare("3", "Keepers have duties.")
    desk.submit("3", "Keepers have privileges.", by="employers")
    desk.do(do="adopt_amendment", amendment="D.1")
    done = end.hand_over(follows, collides)
    assert "it follows them" in said(done.warnings)
    assert "collides with them" in said(done.warnings)
    assert next(desk.amendment("D.2").word_changes()).base == "Keepers have rights."


def test_where_the_record_does_not_lead_to_the_words_they_are_merged_once(desk: Held) -> None:
    desk.submit("3", "Keepers have privileges.", by="employers")
    before = desk.state
    desk.do(do="adopt_amendment", amendment="D.1")
    end = GroupEnd(desk)
    merges = end.prepare("3", "All keepers have privileges.")
    clashes = end.prepare("3", "Keepers have duties.")
    desk.state = before  # the decision is undone
    done = end.hand_over(merges, clashes)
    assert done.answer["changes"] == ["D.2"]
    assert done.answer["left_out"] == 1
    [change] = desk.amendment("D.2").word_changes()
    assert (change.base, change.proposed) == ("Keepers have rights.", "All keepers have rights.")


def test_what_has_no_place_any_more_is_left_out_and_said(desk: Held) -> None:
    end = GroupEnd(desk)
    gone, stays = end.prepare("3", RIGHTS), end.prepare("2(i)", kind="delete")
    desk.submit("3", kind="delete", by="employers")
    desk.do(do="adopt_amendment", amendment="D.1")
    done = end.hand_over(gone, stays)
    assert done.answer["changes"] == ["D.2"]
    assert done.answer["left_out"] == 1
    assert "Left out" in said(done.warnings)
    with pytest.raises(Refused) as refused:
        end.hand_over(gone)
    assert refused.value.rule == "no_place"


def test_a_change_follows_a_node_that_was_split(desk: Held) -> None:
    end = GroupEnd(desk)
    found = end.prepare("1", "Lighthouses guide big ships, and keepers guide lighthouses.")
    desk.submit("1", "Lighthouses guide ships,\nand keepers guide lighthouses.", kind="split", by="employers")
    desk.do(do="adopt_amendment", amendment="D.1")
    end.hand_over(found)
    outcome = effect(desk.state.drafting, desk.amendment("D.2"))
    assert outcome.outcome == "applies"
    assert any("big ships" in words.text for words in outcome.words)


def test_late_ones_ask_why_and_for_the_meetings_consent(desk: Held) -> None:
    end = GroupEnd(desk)
    found = end.prepare("3", RIGHTS)
    desk.do(do="set_deadline", at="2026-03-01T10:00")
    with pytest.raises(Refused) as refused:
        end.hand_over(found)
    assert refused.value.rule == "A2"
    with pytest.raises(NeedsConfirmation):
        end.hand_over(found, reason="The plane was late.")
    assert end.hand_over(found, reason="The plane was late.", confirm=True).answer["changes"] == ["D.1"]


@pytest.mark.parametrize(
    "forged",
    [
        {"by": "employers"},
        {"by": "nobody"},
        {"text_id": "nothing"},
        {"target": "n9.99"},
        {"kind": "live"},
        {"changes": [], "seen": ""},
        {"seen": "0000"},
        {"language": "de", "changes": [GERMAN]},
    ],
    ids=["another group", "nobody", "no text", "no node", "live", "no change", "other words", "language"],
)  # fmt: skip
def test_what_another_program_wrote_into_the_file_is_not_believed(desk: Held, forged: dict[str, Any]) -> None:
    end = GroupEnd(desk)
    one = msgspec.to_builtins(handed(end.prepare("3", RIGHTS))) | forged
    with pytest.raises(Refused) as refused:
        desk.do(do="take_in_amendments", group="workers", row=desk.seq, amendments=[one])
    assert refused.value.rule == "no_place"
    assert not desk.state.drafting.amendments


def test_operations_of_the_file_are_found_anew(desk: Held) -> None:
    end = GroupEnd(desk)
    found = end.prepare("3", RIGHTS)
    one = msgspec.to_builtins(handed(found))
    one["changes"][0]["ops"] = [[0, 5, "X"]]
    desk.do(do="take_in_amendments", group="workers", row=desk.seq, amendments=[one])
    [change] = desk.amendment("D.1").changes
    [hers] = found.changes
    assert isinstance(change, WordChange) and isinstance(hers, WordChange)
    assert change.ops == hers.ops


def test_a_footnote_gets_another_key_where_its_own_was_given_meanwhile(desk: Held) -> None:
    end = GroupEnd(desk)
    fresh = end.prepare("footnote 1", "As adopted elsewhere.", kind="insert_after", node_kind="footnote")
    desk.submit("footnote 1", "Another note.", kind="insert_after", node_kind="footnote", by="employers")
    desk.do(do="adopt_amendment", amendment="D.1")
    end.hand_over(fresh)
    [node] = desk.amendment("D.2").inserted()
    assert node.note_key not in {spot.note_key for spot in desk.text.tree.spots.values()}
