"""References to paragraphs: found in each language's own form, followed, and reported when lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.house_style.labels import label_figure
from consult_app.drafting.house_style.ordinals import LANGUAGES, alpha, roman
from consult_app.drafting.house_style.referring import followed, references
from consult_app.drafting.text.references import dangling, renumbered
from tests.drafting.meeting import drafted, finish
from tests.effort import MANY

NOUN = {"en": "paragraph", "fr": "paragraphe", "es": "párrafo"}


@pytest.mark.parametrize(
    ("language", "words", "labels"),
    [
        ("en", "as set out in paragraph 5(iii)", ["5(iii)"]),
        ("en", "Paragraphs 4(ii), 5bis and 6(i)(a) to 7 apply.", ["4(ii)", "5bis", "6(i)(a)", "7"]),
        ("en", "paragraph 5*bis*(ii) and item (iv) of paragraph 9", ["5bis(ii)", "9(iv)"]),
        ("en", "in paragraph 5, 30 per cent of keepers", ["5"]),
        ("en", "paragraph\u00a05(i)bis", ["5(i)bis"]),
        ("en", "paragraph 3 of these conclusions", ["3"]),
        ("en", "paragraph 4 of the Resolution", []),
        ("en", "the decision (GB.319/POL/2, paragraph 14)", []),
        ("en", "Article 8, paragraph 2", []),
        ("en", "subparagraphs and paragraphs", []),
        ("fr", "visées au paragraphe 4 ii) a), et aux paragraphes 5 et 6 i)", ["4(ii)(a)", "5", "6(i)"]),
        ("fr", "l’alinéa ii) du paragraphe 6", ["6(ii)"]),
        ("fr", "le paragraphe 3 des présentes conclusions", ["3"]),
        ("fr", "le paragraphe 4 de la résolution", []),
        ("fr", "paragraphe 2 i) bis", ["2(i)bis"]),
        ("es", "el párrafo 4, ii), a), y los párrafos 5 y 6, i)", ["4(ii)(a)", "5", "6(i)"]),
        ("es", "apartado ii) del párrafo 6", ["6(ii)"]),
        ("es", "el párrafo 3 de las presentes conclusiones", ["3"]),
        ("es", "el párrafo 4 de la Resolución", []),
    ],
)
def test_references_are_found_in_the_form_of_each_language(
    language: str, words: str, labels: list[str]
) -> None:
    assert [found.label for found in references(words, language)] == labels


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "item (ii) of paragraph 6; paragraph 6(ii)", "item (iii) of paragraph 7; paragraph 7(iii)"),
        ("fr", "alinéa ii) du paragraphe 6; paragraphe 5", "alinéa iii) du paragraphe 7; paragraphe 5"),
        ("es", "apartado ii) del párrafo 6; párrafo 6, ii)", "apartado iii) del párrafo 7; párrafo 7, iii)"),
        ("en", "See paragraph 6(ii) of the Resolution.", "See paragraph 6(ii) of the Resolution."),
        ("en", "Paragraphs 5*bis* and 9", "Paragraphs 6 and 9"),
    ],
)  # fmt: skip
def test_only_the_figure_follows(language: str, before: str, after: str) -> None:
    assert followed(before, language, {"6(ii)": "7(iii)", "5bis": "6"}) == after


parts = st.lists(st.sampled_from(["roman", "alpha"]), max_size=2, unique=True)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(
    st.sampled_from(LANGUAGES), st.integers(1, 99), parts, st.integers(1, 20), st.text("abc ,.", max_size=8)
)
def test_what_the_house_writes_is_read_back(
    language: str, number: int, kinds: list[str], n: int, tail: str
) -> None:
    label = f"{number}" + "".join(f"({(roman if kind == 'roman' else alpha)(n)})" for kind in kinds)
    words = f"{NOUN[language]} {label_figure(label, language)};{tail}"
    (found,) = references(words, language)
    assert found.label == label
    assert followed(words, language, {label: label}) == words
    moved = followed(words, language, {label: "88(i)"})
    assert moved == f"{NOUN[language]} {label_figure('88(i)', language)};{tail}"


def test_the_renumbering_table_leads_from_old_labels_to_new() -> None:
    held = drafted()
    held.submit("1", kind="delete")
    held.submit("2(i)", "Paint.", kind="insert_after")
    held.do(do="adopt_amendment", amendment="D.1")
    held.do(do="adopt_amendment", amendment="D.2")
    table = renumbered(held.text)
    assert "1" not in table
    assert (table["2"], table["2(i)bis"], table["2(ii)"], table["3"]) == ("1", "1(ii)", "1(iii)", "2")


def test_a_reference_to_a_deleted_or_unknown_paragraph_is_reported() -> None:
    held = drafted(en={9: "Keepers have rights under paragraph 12."})
    held.submit("2(i)", kind="delete")
    held.do(do="adopt_amendment", amendment="D.1")
    found = [(each.label, each.deleted) for each in dangling(held.text, "en")]
    assert found == [("2(i)", True), ("12", False)]
    assert dangling(held.text, "fr") == []


def test_a_settled_text_has_no_dangling_reference() -> None:
    held = drafted("en", "fr", "es")
    finish(held)
    assert [dangling(held.text, language) for language in LANGUAGES] == [[], [], []]


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown language"):
        references("paragraph 5", "de")
