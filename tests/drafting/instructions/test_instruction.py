"""Instruction sentences: each says, in the language of the house, what an amendment would do."""

from __future__ import annotations

import pytest

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.instructions.instruction import instruction, quoted_language
from tests.drafting.meeting import Held, drafted

P1 = "Lighthouses guide ships, and keepers guide lighthouses."


def said(held: Held, amendment: Amendment, language: str = "en", *, inline: bool = True) -> list[str]:
    return instruction(held.state.drafting, held.text, amendment, language, inline=inline)


@pytest.mark.parametrize(
    ("target", "words", "sentence"),
    [
        (
            "2(i)",
            "Help keepers, upon their request and need, as set out in paragraph 3.",
            "In paragraph 2(i), after “request”, insert “and need”.",
        ),
        ("1", f"{P1} Always.", "In paragraph 1, at the end, insert “Always.”"),
        ("1", f"All {P1}", "In paragraph 1, before “Lighthouses guide”, insert “All”."),
        (
            "1",
            "Lighthouses guide ships, and keepers keep lighthouses.",
            "In paragraph 1, after “keepers”, replace “guide” by “keep”.",
        ),
        (
            "1",
            "Lighthouses ships, and keepers guide lighthouses.",
            "In paragraph 1, after “Lighthouses”, delete “guide”.",
        ),
        ("1", "Lighthouses guide ships.", "In paragraph 1, delete “, and keepers guide lighthouses”."),
        (
            "1",
            "Beacons guide ships, and keepers guide lighthouses.",
            "In paragraph 1, replace “Lighthouses” by “Beacons”.",
        ),
        ("1", "Something else entirely.", "Replace paragraph 1 by the following: “Something else entirely.”"),
        (
            "2",
            "Members ought to:",
            "Replace the introductory words of paragraph 2 by the following: “Members ought to:”.",
        ),
        ("preamble 1", "Having met in London,", "In preamble clause 1, replace “Geneva” by “London”."),
        (
            "1",
            "Lighthouses guide *ships*, and keepers guide lighthouses.",
            "In paragraph 1, put “ships” in italics.",
        ),
        (
            "1",
            "Lighthouses guide [[ships]], and keepers guide lighthouses.",
            "In paragraph 1, put “ships” in square brackets.",
        ),
        (
            "1",
            "Lighthouses guide ships, and  keepers guide lighthouses.",
            "In paragraph 1, replace “and keepers” by “and  keepers”.",
        ),
        (
            "1",
            "Lighthouses guide ships, and “good” keepers guide lighthouses.",
            "In paragraph 1, after “ships, and”, insert “‘good’”.",
        ),
        (
            "1",
            "Lighthouses guide ships[^1], and keepers guide lighthouses.",
            "In paragraph 1, after “ships”, insert “¹”.",
        ),
    ],
)
def test_a_change_of_words_is_one_sentence(target: str, words: str, sentence: str) -> None:
    held = drafted()
    assert said(held, held.submit(target, words)) == [sentence]


def test_marks_that_are_taken_away_are_named() -> None:
    plain = "Lighthouses *guide* **ships**, and ^keepers^ guide [[lighthouses]]."
    held = drafted(en={5: plain})
    assert said(held, held.submit("1", P1)) == [
        "In paragraph 1, put “guide” in roman type.",
        "In paragraph 1, put “ships” in ordinary type.",
        "In paragraph 1, set “keepers” on the line.",
        "In paragraph 1, remove the square brackets around “lighthouses”.",
    ]


def test_several_places_are_several_sentences_and_very_many_are_one() -> None:
    held = drafted()
    two = held.submit("2(i)", "Help all keepers, upon their request, as set out in paragraph 3 below.")
    assert said(held, two) == [
        "In paragraph 2(i), after “Help”, insert “all”.",
        "In paragraph 2(i), after “paragraph 3”, insert “below”.",
    ]
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    many = drafted(en={5: words})
    changed = " ".join(f"{word} x{place}" if place % 2 else word for place, word in enumerate(words.split()))
    assert said(many, many.submit("1", changed)) == [f"Replace paragraph 1 by the following: “{changed}”."]


def test_an_anchor_stands_only_once_in_the_words() -> None:
    held = drafted(en={5: "The keeper of the light and the keeper of the horn."})
    amendment = held.submit("1", "The keeper of the light and the keeper of the fog horn.")
    assert said(held, amendment) == ["In paragraph 1, after “and the keeper of the”, insert “fog”."]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "In paragraph 2(ii), after “list”, insert “of keepers”.",
                "Delete paragraph 2(i).",
                "After paragraph 1, insert the following new paragraph: “Bells: (i) ring; (ii) rust.”",
                "Before paragraph 2(ii), insert the following new item: “Paint.”",
                "In paragraph 2, insert the following as the first item: “Paint.”",
                "In paragraph 3, at the end, insert the following item: “Paint.”",
                "In the title, at the end, insert “and more”.",
            ],
        ),
        (
            "fr",
            [
                "Au paragraphe 2 ii), après «liste», insérer «des gardiens».",
                "Supprimer le paragraphe 2 i).",
                "Après le paragraphe 1, insérer le nouveau paragraphe suivant: «Gongs: i) bas; ii) haut.»",
                "Avant le paragraphe 2 ii), insérer le nouvel alinéa suivant: «Peindre.»",
                "Au paragraphe 2, insérer comme premier alinéa: «Peindre.»",
                "Au paragraphe 3, à la fin, insérer l’alinéa suivant: «Peindre.»",
                "Dans le titre, à la fin, insérer «et plus».",
            ],
        ),
        (
            "es",
            [
                "En el párrafo 2, ii), después de «lista», insertar «de fareros».",
                "Suprimir el párrafo 2, i).",
                "Después del párrafo 1, insertar el siguiente nuevo párrafo: «Gongs: i) suenan; ii) caen.»",
                "Antes del párrafo 2, ii), insertar el siguiente nuevo apartado: «Pintar.»",
                "En el párrafo 2, insertar como primer apartado: «Pintar.»",
                "En el párrafo 3, al final, insertar el siguiente apartado: «Pintar.»",
                "En el título, al final, insertar «y más».",
            ],
        ),
    ],
)
def test_every_kind_in_three_languages(language: str, sentences: list[str]) -> None:
    held = drafted("en", "fr", "es")
    paint = {"en": "Paint.", "fr": "Peindre.", "es": "Pintar."}
    found = [
        held.submit(
            "2(ii)",
            {
                "en": "Publish the list of keepers referred to in paragraph 2(i).",
                "fr": "publier la liste des gardiens visée au paragraphe 2 i).",
                "es": "publicar la lista de fareros mencionada en el párrafo 2, i).",
            },
        ),
        held.submit("2(i)", kind="delete"),
        held.submit(
            "1",
            {
                "en": "Bells:\n(i) ring;\n(ii) rust.",
                "fr": "Gongs:\ni) bas;\nii) haut.",
                "es": "Gongs:\ni) suenan;\nii) caen.",
            },
            kind="insert_after",
        ),
        held.submit("2(ii)", paint, kind="insert_before"),
        held.submit("2", paint, kind="insert_after", node_kind="item"),
        held.submit("3", paint, kind="insert_after", node_kind="item"),
        held.submit(
            "title",
            {
                "en": "Conclusions[^1] and more",
                "fr": "Conclusions[^1] et plus",
                "es": "Conclusiones[^1] y más",
            },
        ),
    ]
    assert [sentence for amendment in found for sentence in said(held, amendment, language)] == sentences


def test_a_new_node_can_be_announced_without_its_words() -> None:
    held = drafted()
    amendment = held.submit("1", "Bells ring.", kind="insert_after")
    assert said(held, amendment, inline=False) == ["After paragraph 1, insert the following new paragraph:"]


def test_words_that_are_not_in_the_language_are_quoted_as_handed_in() -> None:
    held = drafted("en", "fr")
    amendment = held.submit("3", "Keepers have many rights.")
    assert quoted_language(amendment, "fr") == "en"
    assert said(held, amendment, "fr") == ["Au paragraphe 3, après «have», insérer «many»."]


def test_a_subamendment_speaks_of_the_text_that_its_amendment_proposes() -> None:
    held = drafted()
    parent = held.submit("3", "Keepers have many rights.")
    held.do(do="call_amendment", amendment=parent.number)
    child = held.submit("3", "Keepers have many duties.", amends=parent.number, by="employers")
    assert said(held, child) == ["In the text proposed in amendment D.1, replace “rights” by “duties”."]
    assert said(held, child, "fr")[0].startswith("Dans le texte proposé dans l’amendement D.1, ")


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "Move paragraph 1 and place it after paragraph 3.",
                "Move paragraph 2(ii) and place it before paragraph 2(i).",
                "In paragraph 1, begin a new paragraph with the words “and keepers guide lighthouses.”",
                "Divide paragraph 3 into two, to read: “Keepers rest.” and “Keepers have rights.”",
                "Join paragraph 2(i) and paragraph 2(ii) into one.",
            ],
        ),
        (
            "fr",
            [
                "Déplacer le paragraphe 1 pour le placer après le paragraphe 3.",
                "Déplacer le paragraphe 2 ii) pour le placer avant le paragraphe 2 i).",
                "Au paragraphe 1, commencer un nouveau paragraphe par les mots"
                " «and keepers guide lighthouses.»",
                "Scinder le paragraphe 3 en deux, comme suit: «Keepers rest.» et «Keepers have rights.»",
                "Réunir le paragraphe 2 i) et le paragraphe 2 ii) en un seul.",
            ],
        ),
        (
            "es",
            [
                "Trasladar el párrafo 1 después del párrafo 3.",
                "Trasladar el párrafo 2, ii) antes del párrafo 2, i).",
                "En el párrafo 1, comenzar un nuevo párrafo con las palabras"
                " «and keepers guide lighthouses.»",
                "Dividir el párrafo 3 en dos, con el texto siguiente:"
                " «Keepers rest.» y «Keepers have rights.»",
                "Unir el párrafo 2, i) y el párrafo 2, ii) en uno solo.",
            ],
        ),
    ],
)
def test_moved_divided_and_joined_nodes(language: str, sentences: list[str]) -> None:
    held = drafted()
    found = [
        held.submit("1", kind="move", to="3"),
        held.submit("2(ii)", kind="move", to="before 2(i)"),
        held.submit("1", "Lighthouses guide ships,\nand keepers guide lighthouses.", kind="split"),
        held.submit("3", "Keepers rest.\nKeepers have rights.", kind="split"),
        held.submit("2(i)", kind="join"),
    ]
    assert [sentence for amendment in found for sentence in said(held, amendment, language)] == sentences


def test_an_unknown_language_is_refused() -> None:
    held = drafted()
    with pytest.raises(ValueError, match="unknown language"):
        said(held, held.submit("2(i)", kind="delete"), "de")
