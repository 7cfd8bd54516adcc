"""The remarks on a rendering: what differs from the source though it should mostly not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.wordings.checking import remarks
from consult_app.meetings.acts import LANGUAGES
from tests.effort import MANY


def said(source: str, rendering: str, language: str = "fr") -> list[str]:
    """The message ids of the remarks."""
    return [each.msgid for each in remarks(source, rendering, language)]


@pytest.mark.parametrize(
    ("source", "rendering", "language"),
    [
        ("Convention No. 143 has 1,500 words.", "La convention no 143 compte 1 500 mots.", "fr"),
        ("Some 3.5 per cent:", "Quelque 3,5 pour cent :", "fr"),
        ("Should it?[^1]", "¿Debería?[^1]", "es"),
        ("the Office [[may]] act;", "le Bureau [[peut]] agir;", "fr"),
        ("A", "A", "fr"),
        ("The whole.", "", "fr"),
    ],
    ids=["thousands", "decimals and a space", "Spanish marks", "brackets", "a name", "nothing yet"],
)
def test_what_is_as_it_should_be_is_not_remarked_on(source: str, rendering: str, language: str) -> None:
    assert said(source, rendering, language) == []


@pytest.mark.parametrize(
    ("source", "rendering", "language", "words"),
    [
        ("Article 12.", "Article.", "fr", "Figures of the source"),
        ("Article.", "Article 7.", "fr", "Figures that are not"),
        ("Ships.[^1]", "Navires.", "fr", "Footnotes of the source"),
        ("Ships.", "Navires.[^2]", "fr", "Footnotes that are not"),
        ("[[Ships]].", "Navires.", "fr", "The source has words in square"),
        ("Ships.", "[[Navires]].", "fr", "Words stand in square"),
        ("Ships;", "Navires.", "fr", "The source ends in"),
        ("Ships.", "«Navires.", "fr", "“{opening}” and “{closing}”"),
        ("Ships?", "Barcos?", "es", "“{closing}” without"),
        ("Big ships.", "Grands  navires.", "fr", "Two spaces"),
        ("Ships sail at night.", "Ships sail at night.", "fr", "The words are the same"),
    ],
    ids=lambda value: value if len(value) > 2 else None,
)
def test_what_differs_is_remarked_on_once(source: str, rendering: str, language: str, words: str) -> None:
    [one] = said(source, rendering, language)
    assert one.startswith(words)


def test_the_figures_are_named() -> None:
    [one] = remarks("Nos 12, 12 and 7.", "Nos 12.", "fr")
    assert one.values == {"figures": ["12", "7"]}


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.text(alphabet="ab 1,[]^*«»?.", max_size=24), st.text(alphabet="ab 1,[]^*«»?.", max_size=24))
def test_any_words_can_be_looked_at(source: str, rendering: str) -> None:
    for language in LANGUAGES:
        for one in remarks(source, rendering, language):
            one.msgid.format_map(one.values)
