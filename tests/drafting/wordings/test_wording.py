"""The plain form of a wording: what was written is read again, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.wordings.wording import (
    Run,
    between,
    canonical,
    escape,
    has_brackets,
    normalised,
    notes,
    parse,
    words,
    write,
)
from tests.effort import MANY

ALPHABET = "aé ’«\u00a0\u202fe\u0301😀👩🏽*^[]\\\n1"
PLAIN = st.text(ALPHABET, max_size=40)
RUNS = st.lists(
    st.one_of(
        st.builds(
            Run,
            text=st.text(ALPHABET, max_size=6),
            italic=st.booleans(),
            bold=st.booleans(),
            superscript=st.booleans(),
            bracket=st.integers(0, 3),
        ),
        st.builds(Run, note=st.sampled_from(["1", "2", "a-b"]), bracket=st.integers(0, 2)),
    ),
    max_size=8,
)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(RUNS)
def test_what_was_written_is_read_again(runs: list[Run]) -> None:
    assert parse(write(runs)) == normalised(runs)


@settings(max_examples=2_000)
@given(PLAIN)
def test_the_canonical_form_is_its_own(plain: str) -> None:
    once = canonical(plain)
    assert canonical(once) == once
    assert parse(once) == parse(plain)


@given(PLAIN)
def test_escaped_characters_stay_characters(text: str) -> None:
    assert words(escape(text)) == text
    assert canonical(escape(text)) == escape(text)


@given(RUNS, st.data())
def test_slices_join_to_the_whole(runs: list[Run], data: st.DataObject) -> None:
    plain = write(runs)
    cut = data.draw(st.integers(0, len(plain)))
    while cut < len(plain) and not _clean(plain, cut):
        cut += 1
    left, right = between(plain, 0, cut), between(plain, cut, len(plain))
    joined = "".join(run.text or f"\x00{run.note}" for run in (*left, *right))
    assert joined == "".join(run.text or f"\x00{run.note}" for run in parse(plain))


def _clean(plain: str, cut: int) -> bool:
    """Whether no escape and no footnote reference is cut through."""
    backslashes = len(plain[:cut]) - len(plain[:cut].rstrip("\\"))
    return backslashes % 2 == 0 and "[^" not in plain[max(0, cut - 5) : cut + 1]


@pytest.mark.parametrize(
    ("plain", "runs"),
    [
        ("a *b* c", [Run("a "), Run("b", italic=True), Run(" c")]),
        ("**a***b*", [Run("a", bold=True), Run("b", italic=True)]),
        ("5^th^", [Run("5"), Run("th", superscript=True)]),
        ("see[^1].", [Run("see"), Run(note="1"), Run(".")]),
        ("[[a]] b [[c]]", [Run("a", bracket=1), Run(" b "), Run("c", bracket=2)]),
        (r"\[a\] 2\*3", [Run("[a] 2*3")]),
        ("a * b", [Run("a * b")]),
        ("[a] ]] [[", [Run("[a] ]] [[")]),
        ("***a* b", [Run("***a* b")]),
    ],
)
def test_examples(plain: str, runs: list[Run]) -> None:
    assert parse(plain) == tuple(runs)


def test_what_a_wording_holds() -> None:
    plain = "A[^1] [[or B]][^n2]"
    assert (words(plain), notes(plain), has_brackets(plain)) == ("A or B", ("1", "n2"), True)
    assert not has_brackets(escape("[[a]]"))
    assert not has_brackets("[[ not closed")
