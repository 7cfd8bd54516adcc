"""Typed words as one line: ordinary blanks are tidied, no-break spaces are characters like others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consult_app.meetings.one_line import one_line


def test_lines_and_blanks_become_one_blank() -> None:
    assert one_line("  a\tb \r\n c\u2029d\n") == "a b c d"


def test_no_break_spaces_stay() -> None:
    assert one_line("«\u00a0oui\u202f»:  art.\u00a05") == "«\u00a0oui\u202f»: art.\u00a05"


@given(st.text(alphabet="ab \t\n\r\u00a0\u202f"))
def test_it_is_tidy_once_and_for_all_and_no_word_is_lost(words: str) -> None:
    tidy = one_line(words)
    assert one_line(tidy) == tidy
    assert tidy.split() == words.split()
    assert not set(tidy) & set("\t\n\r")
    assert "  " not in tidy
