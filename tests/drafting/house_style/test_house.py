"""House style: numbers, dates, labels, lists, quotations and typography (procedure.md §7)."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.house_style import house
from consult_app.drafting.house_style.labels import of_reference, to_reference
from consult_app.drafting.wordings.wording import canonical, words
from tests.effort import MANY

LANGUAGES = st.sampled_from(house.LANGUAGES)


@pytest.mark.parametrize(
    ("day", "language", "formula"),
    [
        (date(2026, 11, 8), "en", "Adopts, this eighth day of November 2026, the following conclusions:"),
        (date(2026, 11, 8), "fr", "Adopte, ce huitième jour de novembre 2026, les conclusions suivantes:"),
        (
            date(2026, 11, 8),
            "es",
            "Adopta, con fecha ocho de noviembre de 2026, las siguientes conclusiones:",
        ),
        (date(2026, 4, 1), "fr", "Adopte, ce premier jour d’avril 2026, les conclusions suivantes:"),
        (date(2026, 8, 21), "fr", "Adopte, ce vingt et unième jour d’août 2026, les conclusions suivantes:"),
        (
            date(2026, 10, 31),
            "fr",
            "Adopte, ce trente et unième jour d’octobre 2026, les conclusions suivantes:",
        ),
        (
            date(2026, 5, 22),
            "es",
            "Adopta, con fecha veintidós de mayo de 2026, las siguientes conclusiones:",
        ),
        (
            date(2026, 5, 31),
            "es",
            "Adopta, con fecha treinta y uno de mayo de 2026, las siguientes conclusiones:",
        ),
    ],
)
def test_adoption_formula(day: date, language: str, formula: str) -> None:
    assert house.adoption_formula(day, language) == formula


def test_adoption_formula_of_a_resolution() -> None:
    assert house.adoption_formula(date(2026, 6, 2), "es", "resolution").endswith("la siguiente resolución:")
    with pytest.raises(KeyError):
        house.adoption_formula(date(2026, 6, 2), "en", "poem")


@pytest.mark.parametrize(
    ("start", "end", "language", "ranged", "met"),
    [
        (
            date(2026, 11, 4),
            date(2026, 11, 8),
            "en",
            "4–8 November 2026",
            "Having met in Geneva from 4 to 8 November 2026,",
        ),
        (
            date(2026, 11, 1),
            date(2026, 11, 5),
            "fr",
            "1er-5 novembre 2026",
            "S’étant réunie à Geneva du 1er au 5 novembre 2026,",
        ),
        (
            date(2026, 10, 30),
            date(2026, 11, 3),
            "es",
            "30 de octubre – 3 de noviembre de 2026",
            "Habiéndose reunido en Geneva del 30 de octubre al 3 de noviembre de 2026,",
        ),
        (
            date(2026, 10, 26),
            date(2026, 11, 9),
            "en",
            "26 October–9 November 2026",
            "Having met in Geneva from 26 October to 9 November 2026,",
        ),
        (
            date(2026, 12, 30),
            date(2027, 1, 3),
            "fr",
            "30 décembre 2026-3 janvier 2027",
            "S’étant réunie à Geneva du 30 décembre 2026 au 3 janvier 2027,",
        ),
        (
            date(2026, 6, 1),
            date(2026, 6, 1),
            "es",
            "1.º de junio de 2026",
            "Habiéndose reunido en Geneva el 1.º de junio de 2026,",
        ),
    ],
)
def test_dates_of_a_meeting(start: date, end: date, language: str, ranged: str, met: str) -> None:
    assert house.date_range(start, end, language) == ranged
    assert house.met_clause("Geneva", start, end, language) == met


def test_a_range_that_ends_before_it_starts_is_an_error() -> None:
    for function in (house.date_range, house.from_to):
        with pytest.raises(ValueError, match="before it starts"):
            function(date(2026, 2, 2), date(2026, 2, 1), "en")


def test_a_place_with_an_article_is_contracted_in_french() -> None:
    day = date(2026, 5, 4)
    assert "au Caire le 4 mai" in house.met_clause("Le Caire", day, day, "fr")
    assert "S’étant réuni à" in house.met_clause("Genève", day, day, "fr", gender="m")


def test_ordinals() -> None:
    assert [house.ordinal_word(n, "en") for n in (1, 8, 12, 20, 31)] == [
        "first",
        "eighth",
        "twelfth",
        "twentieth",
        "thirty-first",
    ]
    assert house.ordinal_word(1, "fr", "f") == "première"
    assert house.ordinal_word(21, "fr", "f") == "vingt et unième"
    assert house.ordinal_word(13, "es", "f") == "decimotercera"
    assert house.ordinal_word(31, "es", "f") == "trigésima primera"
    assert house.ordinal_word(31, "es") == "trigésimo primero"
    assert [house.day_word(n, "es") for n in (1, 16, 21, 23, 26)] == [
        "primero",
        "dieciséis",
        "veintiuno",
        "veintitrés",
        "veintiséis",
    ]
    assert [house.ordinal_figure(n, "en") for n in (1, 2, 3, 11, 12, 13, 21, 111, 316)] == (
        ["1st", "2nd", "3rd", "11th", "12th", "13th", "21st", "111th", "316th"]
    )
    assert [house.ordinal_figure(n, "fr") for n in (1, 316)] == ["1re", "316e"]
    assert house.ordinal_figure(1, "fr", "m") == "1er"
    assert house.ordinal_figure(316, "es") == "316.ª"
    for n in (0, 32):
        with pytest.raises(ValueError, match="no word"):
            house.ordinal_word(n, "en")


@given(st.integers(1, 31), LANGUAGES)
def test_ordinal_words_are_all_different(n: int, language: str) -> None:
    others = [house.ordinal_word(m, language) for m in range(1, 32) if m != n]
    assert house.ordinal_word(n, language) not in others
    assert house.day_word(n, language).strip()


def test_numbers() -> None:
    assert [house.number(1161, language) for language in house.LANGUAGES] == ["1,161", "1\u00a0161", "1161"]
    assert house.number(1658869, "es") == "1\u00a0658\u00a0869"
    assert house.number(-7, "en") == "\u22127"
    assert [house.roman(n) for n in (1, 4, 9, 14, 40, 1990)] == ["i", "iv", "ix", "xiv", "xl", "mcmxc"]
    assert [house.alpha(n) for n in (1, 26, 27, 52, 703)] == ["a", "z", "aa", "az", "aaa"]
    for function in (house.roman, house.alpha):
        with pytest.raises(ValueError, match="for 0"):
            function(0)


@pytest.mark.parametrize(
    ("kind", "label", "forms"),
    [
        ("paragraph", "5", ("paragraph 5", "paragraphe 5", "párrafo 5")),
        ("paragraph", "5bis", ("paragraph 5bis", "paragraphe 5bis", "párrafo 5bis")),
        ("item", "5(iii)", ("paragraph 5(iii)", "paragraphe 5 iii)", "párrafo 5, iii)")),
        ("item", "5(iii)(a)", ("paragraph 5(iii)(a)", "paragraphe 5 iii) a)", "párrafo 5, iii), a)")),
        ("item", "5(iii)bis", ("paragraph 5(iii)bis", "paragraphe 5 iii) bis", "párrafo 5, iii) bis")),
        ("paragraph", "-1", ("paragraph -1", "paragraphe -1", "párrafo -1")),
        ("clause", "preamble 2", ("preamble clause 2", "alinéa 2 du préambule", "apartado 2 del preámbulo")),
        ("heading", "heading 3", ("heading 3", "intertitre 3", "epígrafe 3")),
        ("title", "title", ("title", "titre", "título")),
        ("footnote", "footnote 1", ("footnote 1", "note de bas de page 1", "nota a pie de página 1")),
    ],
)
def test_references(kind: str, label: str, forms: tuple[str, str, str]) -> None:
    assert tuple(house.label_reference(kind, label, language) for language in house.LANGUAGES) == forms


def test_references_in_a_sentence() -> None:
    assert house.in_reference("item", "5(iii)", "en") == "in paragraph 5(iii)"
    assert house.in_reference("item", "5(iii)", "fr") == "au paragraphe 5 iii)"
    assert house.in_reference("item", "5(iii)", "es") == "en el párrafo 5, iii)"
    assert house.in_reference("clause", "preamble 2", "fr") == "à l’alinéa 2 du préambule"
    assert house.in_reference("footnote", "footnote 1", "es") == "en la nota a pie de página 1"
    assert [to_reference("paragraph", "5", language) for language in house.LANGUAGES] == [
        "to paragraph 5",
        "au paragraphe 5",
        "al párrafo 5",
    ]
    assert [of_reference("title", "title", language) for language in house.LANGUAGES] == [
        "of the title",
        "du titre",
        "del título",
    ]
    assert of_reference("footnote", "footnote 1", "es") == "de la nota a pie de página 1"
    assert of_reference("clause", "preamble 2", "fr") == "de l’alinéa 2 du préambule"
    assert house.with_article("title", "title", "en") == "the title"
    assert house.capitalized(house.with_article("paragraph", "5", "fr")) == "Le paragraphe 5"
    with pytest.raises(ValueError, match="kind of node"):
        house.label_reference("verse", "5", "en")


def test_markers() -> None:
    for language, expected in {"en": "(iv) (d) (4) –", "fr": "iv) d) 4) –", "es": "iv) d) 4) –"}.items():
        kinds = ("roman", "alpha", "arabic", "dash")
        assert [house.item_marker(kind, 4, language) for kind in kinds] == expected.split(" ")
    assert house.marker_of("5bis", "en") == "5bis."
    assert house.marker_of("5(iii)(a)", "en") == "(a)"
    assert house.marker_of("5(iii)", "fr") == "iii)"
    assert house.marker_of("preamble 2", "en") == ""
    with pytest.raises(ValueError, match="enumeration"):
        house.item_marker("stars", 1, "en")


def test_lists_and_quotations() -> None:
    assert house.list_of([], "en") == ""
    assert house.list_of(["D.1"], "fr") == "D.1"
    assert house.list_of(["D.13", "D.15"], "en") == "D.13 and D.15"
    assert house.list_of(["D.1", "D.2", "D.3"], "fr") == "D.1, D.2 et D.3"
    assert house.list_of(["Francia", "Italia"], "es") == "Francia e Italia"
    assert house.list_of(["padre", "hijo"], "es") == "padre e hijo"
    assert house.list_of(["cobre", "hierro"], "es") == "cobre y hierro"
    assert [house.quote("x", language) for language in house.LANGUAGES] == ["“x”", "«x»", "«x»"]


@pytest.mark.parametrize(
    ("plain", "language", "printed"),
    [
        ('the workers\' "rights"', "en", "the workers’ “rights”"),
        ("he said \"see 'this' now\"", "en", "he said “see ‘this’ now”"),
        ('(*"x"*)', "en", "(*“x”*)"),
        ("Nos 97 and 143, No. 181, p. 18, para. 20", "en", "Nos~97 and 143, No.~181, p.~18, para.~20"),
        ("in paragraph 5(iii) of Mr Smith", "en", "in paragraph~5(iii) of Mr~Smith"),
        ('l\'OIT dit "oui" : « non » !', "fr", "l’OIT dit «oui»: «non»!"),
        ("le 1er mai, 316e session, no 60, nos 97", "fr", "le 1^er^ mai, 316^e^ session, n^o^~60, n^os^~97"),
        ("M. Dupont, 1 161 voix, p. 18", "fr", "M.~Dupont, 1~161 voix, p.~18"),
        ("paragraphs 4 (ii), 5 and 6(a) of it", "en", "paragraphs~4~(ii), 5 and 6(a) of it"),
        ("item (ii) of paragraph 4, clause 3", "en", "item~(ii) of paragraph~4, clause~3"),
        ("Article 5; these items (see below)", "en", "Article~5; these items (see below)"),
        ("visées au paragraphe 4 ii) a);", "fr", "visées au paragraphe~4~ii)~a);"),
        ("alinéa 2, aux paragraphes 4 ii) et 6", "fr", "alinéa~2, aux paragraphes~4~ii) et 6"),
        ("point ii) du paragraphe 4 *bis*", "fr", "point~ii) du paragraphe~4~*bis*"),
        ("en el párrafo 4, ii); apartado a)", "es", "en el párrafo~4,~ii); apartado~a)"),
        ("núm. 189, Sr. Pérez, \"a 'b' c\"", "es", "núm.~189, Sr.~Pérez, «a ’b’ c»"),
        ("Work \u2013 decent", "en", "Work~\u2013 decent"),
        ("no change, none", "en", "no change, none"),
        ("a\\*b[^1] [[c]]", "en", "a\\*b[^1] [[c]]"),
    ],
)
def test_typography(plain: str, language: str, printed: str) -> None:
    assert house.typography(plain, language) == printed.replace("~", "\u00a0")


def test_the_other_french_profile_puts_its_spaces() -> None:
    printed = house.typography('il dit: "oui"; à 12:30, voir https://a.org/?q', "fr", "fr_FR_standard")
    assert printed == "il dit\u00a0: «\u00a0oui\u00a0»\u202f; à 12:30, voir https://a.org/?q"
    with pytest.raises(ValueError, match="profile"):
        house.typography("x", "fr", "gothic")


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.text("ab1 no.p’'\"«»“”:;?!()*^\\[]\u00a0\u202f–5M", max_size=40), LANGUAGES)
def test_typography_never_changes_words(text: str, language: str) -> None:
    printed = house.typography(text, language)
    assert house.folded(words(printed)) == house.folded(words(text))
    assert printed == canonical(printed)
    if language != "fr":  # what is raised once is not looked at again
        assert house.typography(printed, language) == printed


def test_an_unknown_language_is_an_error() -> None:
    for call in (
        partial(house.number, 1),
        partial(house.typography, "x"),
        partial(house.list_of, []),
        partial(house.long_date, date(2026, 1, 1)),
    ):
        with pytest.raises(ValueError, match="unknown language"):
            call("de")
