"""What became of words since a row, as pending amendments follow it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.rebase import merged
from consult_app.drafting.text.nodes import Edit, Node, Rendering
from consult_app.drafting.wordings.diff import Ops, apply_ops, diff
from consult_app.drafting.wordings.merge import carry, composed

WORDS = ("lamps", "guide", "ships", "keepers", "rest", "at", "night", "and", "day")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


@settings(max_examples=2000)
@given(st.lists(st.tuples(st.sampled_from(["en", "fr"]), texts), min_size=1, max_size=6))
def test_the_edits_since_a_row_lead_from_the_words_then_to_those_of_today(
    written: list[tuple[str, str]],
) -> None:
    now = {"en": "lamps guide ships", "fr": "keepers rest at night"}
    then = [dict(now)]
    edits: list[Edit] = []
    for row, (language, words) in enumerate(written, start=1):
        edits.append(Edit(row, language, diff(now[language], words)))
        now[language] = words
        then.append(dict(now))
    node = Node(
        "n1", {code: Rendering(words) for code, words in now.items()}, "en", then[0], edits=tuple(edits)
    )
    for language in ("en", "fr", "es"):
        for row, were in enumerate(then):
            ops: Ops = ()
            for edit in edits:
                if edit.row > row and edit.language == language:
                    ops = composed(ops, edit.ops)
            assert node.edited(language, row) == ops
            if language in were:
                assert apply_ops(were[language], node.edited(language, row)) == now[language]


@settings(max_examples=2000)
@given(texts, texts, texts)
def test_leave_to_stand_side_by_side_changes_only_what_would_collide(
    base: str, proposed: str, today: str
) -> None:
    ops = diff(base, proposed)
    assert merged(base, ops, today, True) == carry(base, ops, today, insertions=True)
    assert merged(base, ops, today, False) == carry(base, ops, today)
