"""Labels at the beginning of a line, and the running list that decides what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult_app.exchange.labels import Label, Lists, label_of, roman, roman_value


@pytest.mark.parametrize(
    ("text", "kind", "shown", "first", "rest"),
    [
        ("1. The Office", "paragraph", "1.", ("arabic", 1), "The Office"),
        ("5bis. The Office", "paragraph", "5bis.", ("arabic", 5), "The Office"),
        ("1.2. The Office", "item", "1.2.", ("arabic", 2), "The Office"),
        ("(iv) promote", "item", "(iv)", ("roman", 4), "promote"),
        ("- (i) promote", "item", "(i)", ("roman", 1), "promote"),
        ("(vii)Promote", "item", "(vii)", ("roman", 7), "Promote"),
        ("iv) promouvoir", "item", "iv)", ("roman", 4), "promouvoir"),
        ("(b) promote", "item", "(b)", ("alpha", 2), "promote"),
        ("(c) promote", "item", "(c)", ("alpha", 3), "promote"),
        ("a) promover", "item", "a)", ("alpha", 1), "promover"),
        ("1) promouvoir", "item", "1)", ("arabic", 1), "promouvoir"),
        ("(12)\u00a0promote", "item", "(12)", ("arabic", 12), "promote"),
        ("- promote", "item", "-", ("dash", 1), "promote"),
        ("– promote", "item", "-", ("dash", 1), "promote"),
    ],
)
def test_a_label_is_read(text: str, kind: str, shown: str, first: tuple[str, int], rest: str) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.kind, label.text, label.readings[0], text[label.size :]) == (kind, shown, first, rest)


@pytest.mark.parametrize(
    "text",
    ["2013. A year", "1.5 million", "(see paragraph 5)", "i.e. this", "(iiii) wrong", "-5 degrees", "No. 97"],
)
def test_what_only_looks_like_a_label_is_text(text: str) -> None:
    assert label_of(text) is None


@given(st.integers(1, 99))
def test_romans_come_back(number: int) -> None:
    assert roman_value(roman(number)) == number


def placed(*signs: str) -> list[tuple[int, str]]:
    labels = [label_of(f"{sign} text") for sign in signs]
    assert all(isinstance(label, Label) for label in labels)
    lists = Lists()
    out = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        assert label is not None
        depth, enumeration, expected = lists.place(label, following)
        assert expected
        out.append((depth, enumeration))
    return out


def test_i_after_h_is_a_letter() -> None:
    signs = [f"({letter})" for letter in "abcdefghij"]
    assert placed(*signs) == [(1, "alpha")] * 10


def test_i_after_h_is_roman_when_ii_follows() -> None:
    signs = [f"({letter})" for letter in "abcdefgh"]
    assert placed(*signs, "(i)", "(ii)", "(i)")[8:] == [(2, "roman"), (2, "roman"), (1, "alpha")]


def test_v_after_iv_is_roman_and_lists_nest() -> None:
    assert placed("(i)", "(ii)", "(a)", "(b)", "(iii)", "(iv)", "(v)", "(a)", "-", "-", "(vi)") == [
        (1, "roman"), (1, "roman"), (2, "alpha"), (2, "alpha"), (1, "roman"), (1, "roman"), (1, "roman"),
        (2, "alpha"), (3, "dash"), (3, "dash"), (1, "roman"),
    ]  # fmt: skip


def test_a_gap_is_said() -> None:
    lists = Lists()
    first, third = label_of("(i) x"), label_of("(iii) x")
    assert first and third
    assert lists.place(first, third) == (1, "roman", True)
    assert lists.place(third, None) == (1, "roman", False)


def test_an_inserted_item_does_not_count() -> None:
    assert placed("(i)", "(ii)", "(ii)bis", "(iii)") == [(1, "roman")] * 4
