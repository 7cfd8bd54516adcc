"""Square brackets are resolved: by an alternative, by the words that stand, by words agreed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.brackets.open_brackets import open_brackets
from consult_app.drafting.text.nodes import seen
from tests.drafting.bracketed import BASE, bracketed, disputed, replaced, shown, still_open
from tests.drafting.world import World, counted, draft, wordings
from tests.effort import SOME
from tests.small_meeting import Meeting


def resolve(meeting: Meeting, number: str = "B.1", **fields: Any) -> dict[str, Any]:
    return meeting.do("resolve_bracket", bracket=number, **fields)


def states(meeting: Meeting, *numbers: str) -> list[str]:
    return [meeting.amendment(number).state for number in numbers]


def test_the_words_of_an_alternative_are_adopted_and_the_others_are_not() -> None:
    meeting = disputed()
    said = resolve(meeting, choice="D.2", basis="chair", reason="widely supported")
    assert said == {
        "bracket": "B.1",
        "node": "3",
        "number": "D.2",
        "state": "adopted",
        "collisions": [],
        "would_fall": [],
        "rejected": ["D.1"],
    }
    assert states(meeting, "D.1", "D.2", "D.3") == ["rejected", "adopted", "bracketed"]
    assert shown(meeting, "3") == "Governments may respect the rest of keepers [Workers: and pilots]."
    assert meeting.node("3").state == "pending"
    for number in ("D.1", "D.2"):
        last = meeting.amendment(number).history[-1]
        assert (last.basis, last.reason) == ("chair", "widely supported")
    ended = meeting.state.drafting.brackets["B.1"]
    assert ended.closed is not None
    assert (ended.state, ended.choice, ended.closed.basis) == ("resolved", "D.2", "chair")
    assert (ended.words, [each.words for each in ended.alternatives]) == ("should", ["shall", "may"])
    resolve(meeting, "B.2", choice="D.3")
    assert meeting.node("3").state == "under_consideration"
    meeting.do("adopt_node", node="3")
    assert meeting.node("3").state == "adopted_as_amended"


def test_the_words_that_stand_stay() -> None:
    meeting = disputed()
    assert resolve(meeting, choice="text") == {"bracket": "B.1", "node": "3", "rejected": ["D.1", "D.2"]}
    assert meeting.words("3") == BASE
    assert resolve(meeting, "B.2", choice="text")["rejected"] == ["D.3"]
    assert (meeting.words("3"), meeting.node("3").state) == (BASE, "under_consideration")
    assert meeting.do("adopt_node", node="3") == {"adopted": {"3": "adopted_unchanged"}}


def test_other_words_are_agreed_and_the_alternatives_superseded() -> None:
    meeting = disputed("en", "fr")
    agreed = replaced("should", "are encouraged to")
    said = resolve(meeting, text=agreed)
    assert said == {"bracket": "B.1", "node": "3", "superseded": ["D.1", "D.2"], "language": "en"}
    assert meeting.words("3") == agreed
    assert meeting.node("3").status("fr") == "out_of_date"
    last = meeting.amendment("D.1").history[-1]
    assert (last.to, last.by, last.basis) == ("superseded", "B.1", "consensus")
    assert meeting.state.drafting.brackets["B.1"].choice == "agreed"
    assert shown(meeting, "3").endswith("keepers [Workers: and pilots].")


def test_words_are_agreed_in_several_languages_at_once() -> None:
    meeting = disputed("en", "fr")
    french = "Les gouvernements sont encouragés à respecter le repos des gardiens."
    resolve(meeting, text={"en": replaced("should", "are encouraged to"), "fr": french})
    assert (meeting.words("3", "fr"), meeting.node("3").status("fr")) == (french, "draft")


def test_the_language_in_which_words_are_agreed_leads() -> None:
    meeting = disputed("en", "fr")
    french = "Les gouvernements sont encouragés à respecter le repos des gardiens."
    resolve(meeting, text=french, language="fr")
    assert (meeting.node("3").original, meeting.node("3").status("en")) == ("fr", "out_of_date")
    assert meeting.refused("resolve_bracket", bracket="B.2", text=BASE, language="en").rule == "out_of_date"


def test_a_deletion_is_chosen_like_other_words() -> None:
    meeting = Meeting()
    bracketed(meeting, "2(i)", kind="delete", by="employers")
    bracketed(meeting, "2(i)", "collect figures on keepers;")
    assert resolve(meeting, choice="D.1")["rejected"] == ["D.2"]
    assert meeting.node("2(i)").deleted
    assert still_open(meeting) == {}


@pytest.mark.parametrize(("choice", "state"), [("D.1", "adopted"), ("text", "rejected")])
def test_a_new_paragraph_is_put_in_or_left_out(choice: str, state: str) -> None:
    meeting = Meeting()
    bracketed(meeting, "1", "Ships need keepers.", kind="insert_after")
    assert meeting.refused("resolve_bracket", bracket="B.1", text="Ships.").rule == "bracket"
    resolve(meeting, choice=choice)
    assert states(meeting, "D.1") == [state]
    assert ("1bis" in meeting.labels()) == (choice == "D.1")


def test_who_says_the_same_as_what_is_adopted_falls() -> None:
    meeting = Meeting()
    bracketed(meeting, "3", replaced("should", "shall"))
    bracketed(meeting, "3", replaced("should", "shall"), by="employers")
    assert resolve(meeting, choice="D.1") | {"fell": ["D.2"], "rejected": []} == meeting.last.answer  # type: ignore[union-attr]


def test_an_amendment_to_several_nodes_is_disposed_of_as_a_whole() -> None:
    meeting = Meeting()
    meeting.do("submit_amendment", by="workers", kind="global", text="keepers", to="staff")
    meeting.do("call_amendment", amendment="D.1")
    assert len(meeting.do("bracket_amendment", amendment="D.1")["brackets"]) == 4
    bracketed(meeting, "3", replaced("keepers", "pilots"), by="employers")
    found = {each.bracket.node: number for number, each in still_open(meeting).items()}
    resolve(meeting, found[meeting.node("3").id], choice="D.2")
    assert meeting.warnings() == ["{number} is disposed of as a whole, also in {places}."]
    assert still_open(meeting) == {}
    assert {each.choice for each in meeting.state.drafting.brackets.values()} == {"D.2", "text"}


# typed marks


def test_typed_marks_are_settled_one_by_one() -> None:
    meeting = Meeting("en", "fr")
    words = {
        "en": "Governments [[should]] *respect* [[the rest of]] keepers.",
        "fr": "Les gouvernements [[devraient]] respecter [[le repos]] des gardiens.",
    }
    meeting.do("open_node", node="3")
    meeting.do("edit_wording", node="3", language="en", text=words["en"], by="office")
    meeting.do("set_translation", node="3", language="fr", text=words["fr"])
    resolve(meeting, choice="text")
    assert meeting.words("3") == "Governments should *respect* [[the rest of]] keepers."
    assert meeting.node("3").state == "pending"
    resolve(meeting, "B.2", choice="delete")
    assert meeting.words("3") == "Governments should *respect* keepers."
    assert meeting.words("3", "fr") == "Les gouvernements devraient respecter des gardiens."
    assert (meeting.node("3").state, meeting.node("3").status("fr")) == ("under_consideration", "draft")


def test_brackets_are_settled_in_words() -> None:
    meeting = Meeting("en", "fr")
    meeting.do(
        "edit_wording", node="3", language="en", text="Governments [[should]][[shall]] act.", by="Office"
    )
    meeting.do("open_node", node="3")
    assert meeting.refused("resolve_bracket", node="1", text="A.").rule == "bracket"
    assert meeting.refused("resolve_bracket", node="3", text="A.", language="fr").rule == "bracket"
    meeting.do("resolve_bracket", node="3", text="Governments [[shall]] act.")
    assert meeting.warnings() == ["{place} still has words in square brackets."]
    assert list(still_open(meeting)) == ["B.2"]
    meeting.do("resolve_bracket", node="3", text="Governments shall act.")
    assert (meeting.words("3"), meeting.node("3").state) == ("Governments shall act.", "under_consideration")
    assert meeting.node("3").history[-1].basis == "consensus"
    assert meeting.node("3").status("fr") == "out_of_date"


def test_an_amendment_follows_what_was_settled() -> None:
    meeting = Meeting()
    marked = "Governments [[should]][[shall]] respect the rest of keepers."
    meeting.do("edit_wording", node="3", language="en", text=marked, by="Office")
    meeting.submit("3", marked.replace("keepers", "all keepers"))
    meeting.do("resolve_bracket", node="3", text=replaced("should", "shall"))
    meeting.adopt("D.1")
    assert meeting.words("3") == "Governments shall respect the rest of all keepers."


def test_all_the_brackets_of_a_node_are_settled_by_its_name() -> None:
    meeting = disputed()
    meeting.do("resolve_bracket", node="3", text="Governments act.")
    assert states(meeting, "D.1", "D.2", "D.3") == ["superseded"] * 3
    assert (still_open(meeting), meeting.node("3").state) == ({}, "under_consideration")


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"bracket": "B.7", "choice": "text"}, "bracket"),
        ({"choice": "text"}, "bracket"),
        ({"bracket": "B.1"}, "bracket"),
        ({"bracket": "B.1", "choice": "D.1", "text": "Both."}, "bracket"),
        ({"bracket": "B.1", "choice": "D.3"}, "bracket"),
        ({"bracket": "B.1", "choice": "D.9"}, "unknown_amendment"),
        ({"bracket": "B.1", "choice": "delete"}, "bracket"),
        ({"node": "1", "choice": "text"}, "bracket"),
        ({"bracket": "B.1", "text": " "}, "empty_wording"),
        ({"bracket": "B.1", "choice": "text", "seen": seen("other words")}, "seen"),
    ],
    ids=[
        "unknown",
        "nothing",
        "no_choice",
        "both",
        "elsewhere",
        "no_amendment",
        "delete",
        "node",
        "empty",
        "seen",
    ],
)
def test_what_cannot_be_done_is_refused(fields: dict[str, str], rule: str) -> None:
    assert disputed().refused("resolve_bracket", **fields).rule == rule


def test_a_bracket_is_resolved_once() -> None:
    meeting = disputed()
    resolve(meeting, choice="text")
    refusal = meeting.refused("resolve_bracket", bracket="b.1", choice="text")
    assert "resolved already" in refusal.reason.msgid
    meeting.do("withdraw_amendment", amendment="D.3")
    assert "taken back" in meeting.refused("resolve_bracket", bracket="B.2", choice="text").reason.msgid


@pytest.mark.parametrize("choice", ["D.2", "text"])
def test_what_stands_beside_a_deleted_paragraph_is_resolved_all_the_same(choice: str) -> None:
    meeting = Meeting()
    bracketed(meeting, "3", kind="delete")
    bracketed(meeting, "3", "Lamps burn.", kind="insert_after", by="employers")
    resolve(meeting, "B.1", choice="D.1")
    assert meeting.node("3").deleted
    resolve(meeting, "B.2", choice=choice)
    assert meeting.amendment("D.2").state == ("adopted" if choice == "D.2" else "rejected")


@pytest.mark.parametrize(
    "typed, left",
    [
        ("As they [[and others]], say.", "As they, say."),
        ("They say [[so]].", "They say."),
        ("They say [[so]]", "They say"),
        ("[[Then]] they say.", "they say."),
        ("They[^1][[, too,]] say.", "They[^1] say."),
    ],
    ids=["before a comma", "before the stop", "at the end", "at the beginning", "behind a footnote"],
)
def test_words_that_go_leave_no_space_behind_that_belongs_to_nothing(typed: str, left: str) -> None:
    meeting = Meeting()
    meeting.do("edit_wording", node="3", language="en", text=typed, by="office")
    resolve(meeting, "B.1", choice="delete")
    assert meeting.words("3") == left


def test_a_closed_paragraph_is_reopened_first() -> None:
    meeting = Meeting()
    meeting.do("edit_wording", node="3", language="en", text="Governments [[should]] act.", by="office")
    meeting.do("adopt_node", node="3")
    assert meeting.refused("resolve_bracket", bracket="B.1", choice="text").rule == "P7"


# for any brackets


@st.composite
def worlds(draw: st.DrawFn) -> tuple[World, list[str]]:
    """A text with some amendments in brackets, and their numbers."""
    texts = draft(2)
    world = World({"en": texts})
    numbers = []
    for number in range(1, draw(st.integers(2, 5))):
        at = draw(st.integers(0, 1))
        asked: dict[str, Any] = {"kind": "replace", "text": draw(wordings(number, texts[at].split()))}
        if draw(st.integers(0, 7)) == 0:
            asked = {"kind": "delete"}
        group = draw(st.sampled_from(["workers", "employers", "government"]))
        said = world.do(do="submit_amendment", by=group, target=str(at + 1), **asked)
        world.do(do="call_amendment", amendment=said["number"])
        world.do(do="bracket_amendment", amendment=said["number"])
        numbers.append(said["number"])
    return world, numbers


@pytest.mark.soak
@settings(max_examples=SOME)
@given(worlds(), st.data())
def test_opening_and_resolving_in_any_order_loses_no_word(
    given_world: tuple[World, list[str]], data: st.DataObject
) -> None:
    world, numbers = given_world
    for _ in range(len(numbers) + 1):
        known = open_brackets(world.state.drafting, world.text)
        pending = [n for n in numbers if world.amendment(n).state == "bracketed"]
        standing = {node.id for node in world.text if not node.deleted}
        held = {name for each in known for name in each.found.members}
        for number in pending:
            amendment = world.amendment(number)
            if amendment.target in standing and amendment.id not in held:
                standing_words = {node.text("en") for node in world.text}
                assert all(c.proposed in standing_words for c in amendment.word_changes())
        assert len({each.bracket.number for each in known}) == len(known)
        for each in known:
            words = world.text.nodes[each.bracket.node].text("en")
            for part in each.found.words.split(" … "):
                assert part in words
            for option in each.found.alternatives:
                proposed = world.state.drafting.amendments[option.amendment]
                assert set(counted(option.words.split(" … "))) <= set(
                    counted(c.proposed for c in proposed.word_changes())
                ) | set(words.split())
        if not known:
            break
        target = data.draw(st.sampled_from(known))
        choices = ["text", *(world.state.drafting.amendments[a].number for a in target.found.members)]
        choice = data.draw(st.sampled_from(choices))
        before = world.copy()
        said = world.tried(do="resolve_bracket", bracket=target.bracket.number, choice=choice)
        if choice == "text":
            assert said is not None
            assert world.standing() == before.standing()
        elif said is not None:
            before.do(do="adopt_amendment", amendment=choice, confirm=True)
            assert world.standing() == before.standing()
            assert world.amendment(choice).state == before.amendment(choice).state
        else:
            assert before.tried(do="adopt_amendment", amendment=choice) is None
            continue
        assert world.state.drafting.brackets[target.bracket.number].state == "resolved"
    for node in world.text:
        held_up = any(e.bracket.node == node.id for e in open_brackets(world.state.drafting, world.text))
        if not node.deleted:
            assert held_up or node.state != "pending"


@pytest.mark.soak
@settings(max_examples=SOME)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.booleans()), min_size=1, max_size=6), st.data())
def test_typed_marks_keep_their_words(parts: list[tuple[str, bool]], data: st.DataObject) -> None:
    meeting = Meeting()
    plain = " ".join(word for word, _ in parts)
    marked = " ".join(f"[[{word}]]" if inside else word for word, inside in parts)
    meeting.do("edit_wording", node="3", language="en", text=marked, by="office")
    left = list(still_open(meeting))
    assert len(left) == sum(inside for _, inside in parts)
    while left:
        number = data.draw(st.sampled_from(left))
        resolve(meeting, number, choice="text")
        left.remove(number)
        assert list(still_open(meeting)) == left
    assert meeting.words("3") == plain
