"""Wordings quoted beside each other: in few words, and never the same where they differ."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.wordings.quoting import told_apart
from tests.effort import MANY

LONG = (
    "Prepare a guide to the prevention of violence on board, taking into account the Violence and "
    "Harassment Convention, 2019 (No. 190)."
)
WORDINGS = st.lists(st.sampled_from(["a", "b", "on", "board", "the", "Office,"]), max_size=40).map(" ".join)


def test_the_words_that_differ_are_quoted() -> None:
    small = LONG.replace("on board", "on board for small enterprises")
    assert told_apart([LONG, small]) == (
        "… violence on board, taking into …",
        "… on board for small enterprises, taking into …",
    )


def test_what_is_short_stays_whole_and_many_words_are_not_all_quoted() -> None:
    many = " ".join(f"word{n}" for n in range(40))
    assert told_apart(["the Office", many]) == (
        "the Office",
        "word0 word1 word2 word3 word4 word5 … word34 word35 word36 word37 word38 word39",
    )
    assert told_apart([many, ""]) == (told_apart([many])[0], "")


def test_differences_far_apart_are_each_quoted() -> None:
    many = " ".join(f"word{n}" for n in range(40))
    assert told_apart([many, many.replace("word3 ", "").replace("word30", "other")])[0] == (
        "… word1 word2 word3 word4 word5 … word28 word29 word30 word31 word32 …"
    )


@given(st.lists(WORDINGS, min_size=1, max_size=3))
@pytest.mark.soak
@settings(max_examples=MANY)
def test_two_that_differ_never_come_out_the_same(wordings: list[str]) -> None:
    said = told_apart(wordings)
    assert len(said) == len(wordings)
    for one, mine in zip(wordings, said, strict=True):
        for other, theirs in zip(wordings, said, strict=True):
            assert (one == other) == (mine == theirs)
        assert not set(mine.split()) - set(one.split()) - {"…"}
