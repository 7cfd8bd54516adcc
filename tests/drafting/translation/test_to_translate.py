"""The queue of what is to be translated: what is needed first stands first, and its counts are true."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.amendment import Drafting
from consult_app.drafting.translation.to_translate import (
    AMENDMENT,
    KINDS,
    NEXT,
    NODE,
    NOW,
    STATUSES,
    SUBAMENDMENT,
    TO_DO,
    TranslationQueue,
)
from consult_app.meetings.acts import LANGUAGES
from tests.drafting.world import World, draft, submissions
from tests.effort import SOME
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."
SHALL = BASE.replace("should", "shall")


def queue_of(meeting: Meeting) -> TranslationQueue:
    queue = TranslationQueue()
    queue.follow(meeting.state.drafting, meeting.text)
    return queue


def named(
    meeting: Meeting, queue: TranslationQueue, language: str = "fr", statuses: Any = TO_DO
) -> list[str]:
    """What is listed, by label or number."""
    known = meeting.state.drafting.amendments
    labels = {node: label for node, label in zip(meeting.text.tree.walk(), meeting.labels(), strict=True)}
    return [
        known[each.id].number if each.id in known else labels[each.id]
        for each in queue.wanted({language}, KINDS, statuses)
    ]


def test_what_is_under_discussion_stands_first_then_what_comes_next() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("1", "Lighthouses guide ships.")
    meeting.submit("2(i)", "count keepers;")
    meeting.submit("3", SHALL)
    meeting.submit("2(i)", "count all keepers;")
    meeting.adopt("D.1")
    meeting.do("adopt_node", node="1")
    meeting.do("call_amendment", amendment="D.4")
    queue = queue_of(meeting)
    listed = named(meeting, queue)
    assert listed[:2] == ["D.4", "D.2"]
    assert listed[2:] == ["1", "D.3"], "adopted and behind, then what is missing, in the order of the text"
    ids = {number: meeting.amendment(number).id for number in ("D.2", "D.3", "D.4")}
    assert [queue.urgency(ids[number]) for number in ("D.4", "D.2", "D.3")] == [NOW, NEXT, ""]
    assert queue.urgency(meeting.node("2(i)").id) == NOW
    assert queue.urgency(meeting.node("2(ii)").id) == NEXT


def test_counts_are_by_language_kind_and_status() -> None:
    meeting = Meeting("en", "fr")
    nodes = len(meeting.text.nodes)
    meeting.submit("3", SHALL)
    meeting.submit("1", kind="delete")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", BASE.replace("should", "must"), amends="D.1", by="employers")
    counts = queue_of(meeting).counts
    assert +counts == Counter(
        {
            **{("en", NODE, "original"): nodes, ("fr", NODE, "draft"): nodes, ("es", NODE, "missing"): nodes},
            **{(code, kind, "missing"): 1 for code in ("fr", "es") for kind in (AMENDMENT, SUBAMENDMENT)},
            **{("en", kind, "original"): 1 for kind in (AMENDMENT, SUBAMENDMENT)},
        }
    )


def test_what_is_disposed_of_or_deleted_is_not_listed() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", SHALL)
    queue = queue_of(meeting)
    assert named(meeting, queue) == ["D.1"]
    meeting.do("reject_amendment", amendment="D.1")
    meeting.adopt(meeting.submit("3", kind="delete"))
    queue.follow(meeting.state.drafting, meeting.text)
    assert named(meeting, queue) == []
    assert queue.find(meeting.node("3").id, "fr") is None
    assert queue.counts["fr", AMENDMENT, "missing"] == 0


def test_subamendments_stand_behind_their_parent() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", SHALL)
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", BASE.replace("should", "must"), amends="D.1", by="employers")
    meeting.submit("2", "The Office:", by="employers")
    queue = queue_of(meeting)
    assert named(meeting, queue) == ["D.1", "D.1/S.1", "D.2"]
    assert queue.node_of(meeting.amendment("D.1/S.1").id) == meeting.node("3").id


@st.composite
def histories(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Amendments handed in, translated, decided on in turn."""
    texts = draft()
    number = draw(st.integers(2, 5))
    acts = [draw(submissions(each, texts)) for each in range(number)]
    for _ in range(draw(st.integers(1, 7))):
        verb = draw(
            st.sampled_from(["adopt", "adopt", "reject", "call", "defer", "translate", "node", "sign"])
        )
        which = f"D.{draw(st.integers(1, number))}"
        node = str(draw(st.integers(1, 4)))
        acts.append(
            {
                "translate": {"do": "set_translation", "amendment": which, "language": "fr", "text": "k k"},
                "node": {"do": "set_translation", "node": node, "language": "fr", "text": "n n"},
                "sign": {"do": "sign_off", "node": "all", "language": "fr", "by": "Odile Phare"},
            }.get(verb, {"do": f"{verb}_amendment", "amendment": which})
        )
    return acts


def everything(queue: TranslationQueue) -> list[Any]:
    return [*queue.wanted(LANGUAGES, KINDS, STATUSES), +queue.counts]


@pytest.mark.soak
@settings(max_examples=SOME)
@given(histories(), st.data())
def test_kept_up_it_is_what_is_found_anew(acts: list[dict[str, Any]], data: st.DataObject) -> None:
    world = World({"en": draft(), "fr": draft()})
    kept = TranslationQueue()
    former: list[Drafting] = []
    for act in acts:
        world.tried(**act)
        former.append(world.state.drafting)
        # also back to a former state, as undo does
        before = data.draw(st.sampled_from(former))
        for drafting in (before, world.state.drafting):
            text = drafting.texts["conclusions"]
            kept.follow(drafting, text)
            anew = TranslationQueue()
            anew.follow(drafting, text)
            assert everything(kept) == everything(anew)
            for language in LANGUAGES:
                for node in text:
                    found = kept.find(node.id, language)
                    assert (found.status if found else None) == (
                        None if node.deleted else node.status(language)
                    )
