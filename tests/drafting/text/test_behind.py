"""How many words changed since a wording was made."""

from __future__ import annotations

import pytest

from consult_app.drafting.text.behind import Behind


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("Work, and rest.", 0),
        ("Work in safety, and rest.", 2),
        ("Work and sleep.", 1),
        ("Work and 8 rest.", 1),
        ("Work  and rest.", 0),
    ],
    ids=["a comma", "two words and a comma", "another word", "a figure", "a space"],
)
def test_only_what_has_a_letter_or_a_figure_is_a_word(today: str, words: int) -> None:
    assert Behind("en", "Work and rest.", today).words == words
