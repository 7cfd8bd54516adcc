"""What sort of change an amendment makes, and each change in the marked view."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.kinds import kind_of, most, with_formatted_words
from consult_app.drafting.wordings.diff import apply_ops, diff
from consult_app.drafting.wordings.wording import canonical
from consult_app.publishing.papers.sheet import sheet
from consult_app.publishing.shown.meeting import shown
from tests.effort import MANY
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"text": BASE.replace("should", "shall")}, "words"),
        ({"text": BASE.replace("should", "*should*")}, "formatting"),
        ({"text": BASE.replace("should", "*shall*")}, "words"),
        ({"text": BASE.replace("of keepers", "of\u00a0keepers")}, "spacing"),
        ({"text": BASE.replace("the rest", "«the rest»")}, "words"),
        ({"kind": "split", "text": "Governments should\nrespect the rest of keepers."}, "split"),
        ({"kind": "split", "text": "Governments shall\nrespect the rest of keepers."}, "words"),
        ({"kind": "split", "text": "Governments should\nrespect the *rest* of keepers."}, "split"),
        ({"kind": "join", "target": "2(ii)(a)"}, "joined"),
        ({"kind": "join", "target": "2(ii)(a)", "text": "the care of lamps; second aid."}, "words"),
        ({"kind": "move", "to": "before 1"}, "moved"),
        ({"kind": "delete"}, "words"),
        ({"kind": "insert_after", "text": "Ports too."}, "words"),
        ({"kind": "free", "text": "Put it in order."}, "words"),
    ],
    ids=lambda value: value if isinstance(value, str) else str(value.get("kind", "replace")),
)
def test_the_sort_of_an_amendment(fields: dict[str, Any], kind: str) -> None:
    meeting = Meeting()
    number = meeting.submit(**({"target": "3"} | fields))
    assert kind_of(meeting.amendment(number)) == kind
    [amendment] = shown(meeting.state, meeting.seq)["amendments"]
    assert amendment["change_kind"] == kind


def test_a_subamendment_may_make_words_of_what_was_typography() -> None:
    meeting = Meeting()
    meeting.submit("3", BASE.replace("of keepers", "of\u00a0keepers"))
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", BASE.replace("of keepers", "of\u00a0all keepers"), by="employers", amends="D.1")
    assert kind_of(meeting.amendment("D.1/S.1")) == "words"
    meeting.adopt("D.1/S.1")
    assert kind_of(meeting.amendment("D.1")) == "words"


def changes_shown(meeting: Meeting) -> list[tuple[str, str, str]]:
    """Each change to paragraph 3 in the marked view: its amendment, its words and its sort."""
    node = next(n for n in shown(meeting.state, 1, "marked")["nodes"] if n["label"] == "3")
    return [
        (each["amendments"][0], each.get("insert") or each["delete"], each["change_kind"])
        for each in node["changes"]["en"]
    ]


def test_each_change_in_the_marked_view_says_its_sort() -> None:
    meeting = Meeting()
    meeting.submit("3", BASE.replace("should", "*should*"))
    meeting.submit("3", BASE.replace("of keepers", "of\u00a0keepers").replace("respect", "*heed*"))
    meeting.submit("3", "Governments should respect\nthe rest of keepers.", kind="split")
    assert changes_shown(meeting) == [
        ("D.1", "should", "formatting"),
        ("D.1", "*should*", "formatting"),
        ("D.2", "respect", "words"),
        ("D.2", "*heed*", "words"),
        ("D.3", " ", "split"),
        ("D.3", "¶ ", "split"),
        ("D.2", " ", "spacing"),
        ("D.2", "\u00a0", "spacing"),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "typography only"), ("fr", "typographie seulement"), ("es", "solo tipografía")],
)
def test_the_sheet_says_where_no_word_changes(language: str, said: str) -> None:
    meeting = Meeting()
    meeting.submit("3", BASE.replace("of keepers", "of\u00a0keepers"))
    assert said in str(sheet(meeting.state, language))
    meeting = Meeting()
    meeting.submit("3", BASE.replace("should", "shall"))
    assert said not in str(sheet(meeting.state, language))


def test_what_matters_most_is_said() -> None:
    assert most(["spacing", "words", "moved"]) == "words"
    assert most(["none", "formatting", "spacing"]) == "formatting"
    assert most([]) == "none"


WORDS = st.lists(st.sampled_from(["a", "b", "*c*", "**d e**", "*f **g***", "h^2^", r"\*", "i"]), min_size=1)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(WORDS, st.data())
def test_joined_over_their_words_the_operations_make_the_same(words: list[str], data: st.DataObject) -> None:
    new = [
        data.draw(st.sampled_from([word, word, word.strip("*^"), f"*{word.strip('*^')}*", "new"]))
        for word in words
    ]
    base, proposed = canonical(" ".join(words)), canonical(" ".join(new))
    ops = diff(base, proposed)
    joined = with_formatted_words(base, ops)
    assert apply_ops(base, joined) == proposed
    assert all(a.end <= b.start for a, b in pairwise(joined))
