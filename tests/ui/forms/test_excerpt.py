"""What a banner quotes of what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult_app.ui.forms.excerpt import cut, typed_part

PARAGRAPH = "The Office should promote decent work in ports and inland shipping."


@pytest.mark.parametrize(
    ("words", "part"),
    [
        pytest.param(f"{PARAGRAPH} LOST words", "… inland shipping. LOST words", id="at the end"),
        pytest.param(f"Today {PARAGRAPH}", "Today The Office …", id="at the beginning"),
        pytest.param(
            PARAGRAPH.replace("decent", "fair and safe"),
            "… should promote fair and safe work in …",
            id="in the middle",
        ),
        pytest.param(PARAGRAPH.replace(" decent", ""), "… should promote work in …", id="taken out"),
        pytest.param("Another.", "Another.", id="all of it"),
    ],
)
def test_what_was_typed_is_quoted_with_its_surroundings(words: str, part: str) -> None:
    assert typed_part(PARAGRAPH, words) == part


def test_words_of_their_own_are_quoted_whole() -> None:
    assert typed_part("", "a\nb  c") == "a b c"
    assert cut("x " * 100).endswith("…")
    assert len(cut("x " * 100)) <= 60


@given(st.text(alphabet="ab ", max_size=30), st.text(alphabet="ab ", max_size=30))
def test_what_is_quoted_stands_in_the_words(began: str, words: str) -> None:
    part = typed_part(began, words).removeprefix("… ").removesuffix(" …")
    assert part in " ".join(words.split())
