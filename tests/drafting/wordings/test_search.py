"""Finding words in words: what is alike, what is whole, and that each mark maps back to the real words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.wordings.search import fold, folded, query, spans
from tests.effort import MANY

#: what texts in three languages are made of, and what is awkward in them
LETTERS = st.text(
    st.sampled_from(list("aeEéÉèœŒæſßẞñ cCç’'‘\u00a0\u202f \u00ad\u200b-‑–“\"…½ﬁℋİ1.;\u0301\u0327𝒜😀")),
    max_size=24,
)


def found(words: str, sought: str, *, whole: bool = False, exact: bool = False) -> list[str]:
    asked = query(sought, whole=whole, exact=exact)
    return [words[start:end] for start, end in spans(fold(words), asked)]


@pytest.mark.parametrize(
    ("words", "sought", "expected"),
    [
        ("Réunie à Genève", "geneve", ["Genève"]),
        ("Réunie à Genève", "GENÈVE", ["Genève"]),
        ("l’emploi et l'emploi", "l'emploi", ["l’emploi", "l'emploi"]),
        ("«\u00a0travail\u202f»", "« travail »", ["«\u00a0travail\u202f»"]),
        ("multi\u00adnationales", "multinat", ["multi\u00adnat"]),
        ("la main-d’œuvre, OEUVRE", "oeuvre", ["œuvre", "OEUVRE"]),
        ("œ", "e", ["œ"]),
        ("Gene\u0300ve", "gene", ["Gene\u0300"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("ß", "s", ["ß"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("non‑discrimination", "non-discrimination", ["non‑discrimination"]),
        ("words", "  ", []),
        ("words", "\u0301", []),
        ("", "a", []),
    ],
    ids=[
        "accents",
        "capitals",
        "apostrophes",
        "no-break-spaces",
        "soft-hyphen",
        "ligature",
        "half-a-ligature",
        "accent-apart",
        "sharp-s",
        "one-character-once",
        "none-within-another",
        "no-break-hyphen",
        "spaces-only",
        "accent-only",
        "no-words",
    ],
)
def test_what_is_alike(words: str, sought: str, expected: list[str]) -> None:
    assert found(words, sought) == expected


@pytest.mark.parametrize(
    ("words", "sought", "expected"),
    [
        ("work, workers, Work", "work", 2),
        ("l’emploi", "emploi", 1),
        ("décent", "cent", 0),
        ("coworkers’ work", "work", 1),
        ("5(iii), 5", "5", 2),
        ("work", "k,", 0),
    ],
    ids=["plural", "after-elision", "behind-an-accent", "within", "numbers", "with-punctuation"],
)
def test_whole_words(words: str, sought: str, expected: int) -> None:
    assert len(found(words, sought, whole=True)) == expected


def test_exact_as_to_capitals_and_accents_and_never_as_to_what_nobody_sees() -> None:
    assert found("Etat, État, état", "État", exact=True) == ["État"]
    assert found("l’État", "l'État", exact=True) == ["l’État"]
    assert found("œuvre", "oeuvre", exact=True) == []
    assert found("État\u00a0membre", "État membre", exact=True) == ["État\u00a0membre"]


@pytest.mark.soak
@settings(max_examples=MANY)
@given(LETTERS, LETTERS, st.booleans())
def test_what_is_found_is_what_was_sought(words: str, sought: str, exact: bool) -> None:
    asked = query(sought, exact=exact)
    wanted = asked.exact or asked.plain
    end = 0
    for start, stop in spans(fold(words), asked):
        assert end <= start < stop <= len(words)
        end = stop
        assert wanted in folded(words[start:stop], exact=exact)
        # no shorter stretch would do, and no accent is torn from its letter
        assert wanted not in folded(words[start + 1 : stop], exact=exact)
        assert exact or stop == len(words) or not unicodedata.combining(words[stop])


@pytest.mark.soak
@settings(max_examples=MANY)
@given(LETTERS, LETTERS, LETTERS)
def test_what_is_there_is_found(before: str, sought: str, after: str) -> None:
    words = before + sought + after
    asked = query(sought)
    assert bool(list(spans(fold(words), asked))) == bool(asked)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(LETTERS, LETTERS)
def test_whole_and_exact_only_ever_find_less(words: str, sought: str) -> None:
    everywhere = len(found(words, sought))
    assert len(found(words, sought, exact=True)) <= everywhere
    assert bool(found(words, sought, whole=True)) <= bool(everywhere)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(LETTERS)
def test_folding_is_the_same_twice_and_character_by_character(words: str) -> None:
    assert folded(folded(words)) == folded(words)
    assert folded(words) == "".join(map(folded, words))
