"""What a query finds: words in any order, without accents and capitals, the likeliest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult_app.ui.parts.finding import SHOWN, Offer, folded, found

NAMES = ("Adopt", "Adopt the paragraph", "D.1", "D.12", "Readopt", "Párrafo 5, iii)", "L’amendement")


def offers(*names: str) -> list[Offer]:
    return [Offer(name, lambda: None) for name in names]


def names(query: str, *among: str) -> list[str]:
    return [offer.words for offer in found(query, offers(*(among or NAMES)))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("d.1", ["D.1", "D.12"]),
        ("adopt", ["Adopt", "Adopt the paragraph", "Readopt"]),
        ("para adopt", ["Adopt the paragraph"]),
        ("PARRAFO", ["Párrafo 5, iii)"]),
        ("l'amend", ["L’amendement"]),
        ("nothing", []),
    ],
)
def test_what_is_found(query: str, expected: list[str]) -> None:
    assert names(query) == expected


def test_without_a_query_everything_stands_in_its_order() -> None:
    assert names("  ") == list(NAMES)


def test_what_it_is_about_is_found_after_what_it_is_called() -> None:
    about = Offer("D.3", lambda: None, detail="Workers’ group · queued")
    called = Offer("Workers", lambda: None)
    assert found("workers", [about, called]) == [called, about]
    assert found("queued d.3", [about, called]) == [about]


@given(st.lists(st.text(max_size=8), max_size=80), st.text(max_size=4))
def test_each_word_asked_for_is_in_what_is_found(words: list[str], query: str) -> None:
    result = found(query, offers(*words))
    assert len(result) <= SHOWN
    for offer in result:
        assert all(part in offer.folded for part in folded(query).split())
    if len(words) <= SHOWN:
        missing = set(words) - {offer.words for offer in result}
        assert all(any(p not in folded(w) for p in folded(query).split()) for w in missing)


def labelled(words: str, label: str) -> Offer:
    return Offer(words, lambda: None, label=label)


def test_a_number_is_the_paragraph_first() -> None:
    among = [
        labelled("D.5", "D.5"),
        labelled("D.15", "D.15"),
        labelled("Preamble clause 5", "preamble 5"),
        labelled("Paragraph 5", "5"),
        labelled("Item 5(i)", "5(i)"),
        labelled("Paragraph 15", "15"),
    ]
    ranked = [offer.words for offer in found("5", among)]
    assert ranked == ["Paragraph 5", "Item 5(i)", "D.5", "Preamble clause 5", "D.15", "Paragraph 15"]
    assert found("5(i)", among)[0].words == "Item 5(i)" and found("d.5", among)[0].words == "D.5"
    assert found("paragraph 5", among)[0].words == "Paragraph 5"
