"""Words under many changes: each can be carried out or left alone, and what does not go is refused."""

from __future__ import annotations

import pytest

from consult_app.drafting.wordings.diff import Op, diff
from consult_app.publishing.marking.pieces import Piece, Tangled, laid, reading, whole, without

TEXT = "one two three four"


def test_each_change_reads_alone_and_with_the_others() -> None:
    pieces = laid(whole(TEXT), diff(TEXT, "one two four"), "a")
    pieces = laid(pieces, diff(TEXT, "one and two three four"), "b")
    assert reading(pieces) == TEXT
    assert reading(pieces, ("a",)) == "one two four"
    assert reading(pieces, ("b",)) == "one and two three four"
    assert reading(pieces, ("a", "b")) == "one and two four"


def test_words_put_in_at_one_point_stand_in_the_order_in_which_they_came() -> None:
    pieces = laid(whole(TEXT), (Op(4, 4, "a "),), "a")
    pieces = laid(pieces, (Op(4, 4, "b "),), "b")
    assert reading(pieces, ("a", "b")) == "one a b two three four"


def test_what_a_subamendment_does_to_words_put_in_is_part_of_these() -> None:
    pieces = laid(whole(TEXT), (Op(4, 4, "red green "),), "a")
    base = reading(pieces, ("a",))
    pieces = laid(pieces, diff(base, base.replace("red green", "red and blue")), "a1", ("a",))
    assert reading(pieces, ("a", "a1")) == "one red and blue two three four"
    assert reading(pieces, ("a",)) == base
    inside = [piece for piece in pieces if piece.put_in]
    assert {piece.put_in for piece in inside} == {("a",), ("a", "a1")}
    assert [piece.text for piece in inside if piece.taken_out == "a1"] == ["green"]


@pytest.mark.parametrize(
    "ops",
    [(Op(4, 8, ""),), (Op(0, 18, ""),), (Op(6, 6, "x"),)],
    ids=["the same words", "more of them", "inside them"],
)
def test_what_others_change_already_is_refused_by_name(ops: tuple[Op, ...]) -> None:
    pieces = laid(whole(TEXT), (Op(4, 8, "2 "),), "a")
    with pytest.raises(Tangled) as refused:
        laid(pieces, ops, "b")
    assert refused.value.others == ("a",)


def test_all_of_it_goes_only_where_nobody_changes_it() -> None:
    assert without(whole(TEXT), "a") == (Piece(TEXT, 0, len(TEXT), (), "a"),)
    with pytest.raises(Tangled):
        without(laid(whole(TEXT), (Op(4, 4, "x "),), "a"), "b")
