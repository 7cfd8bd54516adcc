"""The final text: the adopted words, numbered through, with what follows from the numbers and the date."""

from __future__ import annotations

from datetime import date

import pytest

from consult_app.meetings.reasons import Refused
from consult_app.publishing.paper import Numbered, Paper, Para, footnotes, reading_order, words_of
from consult_app.publishing.papers.final import dated, final
from tests.drafting.meeting import Held, adopted, drafted, finish


def amended() -> Held:
    """Paragraph 1 deleted, an item put in after 2(i), paragraph 1bis put in; all three languages."""
    held = drafted("en", "fr", "es")
    for command in (
        {"target": "1", "kind": "delete"},
        {
            "target": "2(i)",
            "kind": "insert_after",
            "words": {"en": "Paint;", "fr": "peindre;", "es": "pintar;"},
        },
    ):
        held.submit(**command)
    for number in ("D.1", "D.2"):
        held.do(do="adopt_amendment", amendment=number)
    return held


def labels(paper: Paper) -> list[str]:
    return [block.label for block in paper.blocks if isinstance(block, Numbered)]


def lines(paper: Paper) -> list[str]:
    return list(reading_order(paper))


def test_the_final_text_is_numbered_through_and_its_references_follow() -> None:
    held = amended()
    finish(held)
    english, french, spanish = (final(held.state, language) for language in ("en", "fr", "es"))
    assert labels(english) == ["1.", "(i)", "(ii)", "(iii)", "2."]
    assert labels(french) == labels(spanish) == ["1.", "i)", "ii)", "iii)", "2."]
    assert "(i) Help keepers, upon their request, as set out in paragraph\u00a02." in lines(english)
    assert "iii) publier la liste visée au paragraphe\u00a01\u00a0i)." in lines(french)
    assert "iii) publicar la lista mencionada en el párrafo\u00a01,\u00a0i)." in lines(spanish)
    assert not any("Lighthouses guide" in line for line in lines(english))


def test_the_date_of_adoption_is_that_of_the_adoption() -> None:
    held = adopted("en", "fr", "es")
    for language, formula in (
        ("en", "Adopts, this sixth day of March 2026, the following conclusions:"),
        ("fr", "Adopte, ce sixième jour de mars 2026, les conclusions suivantes:"),
        ("es", "Adopta, con fecha seis de marzo de 2026, las siguientes conclusiones:"),
    ):
        paper = final(held.state, language)
        assert formula in lines(paper)
        assert [b.style for b in paper.blocks if isinstance(b, Para)] == [
            "title",
            "organ",
            "clause",
            "adoption",
        ]


SIXTH = {
    "en": "Adopts, this sixth day of March 2026, the following resolution:",
    "fr": "Adopte, ce sixième jour de mars 2026, la résolution suivante:",
}


@pytest.mark.parametrize(
    ("language", "words", "printed"),
    [
        ("en", "Adopts, this eighth day of May 2013, the following resolution:", SIXTH["en"]),
        ("fr", "Adopte, ce 8 jour d'avril 2013, la résolution suivante:", SIXTH["fr"]),
        ("en", "Adopts, this day in Geneva, the following conclusions:", ""),
        ("es", "Adopta las siguientes conclusiones:", ""),
        ("en", "Adopts, this sixth day of *March* 2026, the following resolution:", ""),
    ],
)
def test_only_the_formula_of_the_house_takes_another_date(language: str, words: str, printed: str) -> None:
    assert dated(words, language, date(2026, 3, 6)) == (printed or words)


def test_masthead_and_footnote_are_those_of_the_language() -> None:
    held = adopted("en", "fr", "es")
    paper = final(held.state, "fr")
    head = paper.masthead
    assert (head.organization, head.meeting, head.symbol, head.date_line, head.place_line) == (
        "Organisation internationale du Travail",
        "Réunion sur les phares",
        "MLH/2026",
        "2-6 mars 2026",
        "Genève",
    )
    assert [(note.number, words_of(note.runs)) for note in footnotes(paper)] == [
        ("1", "Les présentes conclusions seront publiées.")
    ]
    assert paper.title == "Conclusions"
    assert paper.provisional == ""


def test_footnotes_are_numbered_in_the_order_of_their_references() -> None:
    held = adopted(en={0: "Conclusions", 9: "Keepers have rights.[^1]"})
    paper = final(held.state, "en")
    assert [note.number for note in footnotes(paper)] == ["1"]
    alone = adopted(en={0: "Conclusions"})
    last = final(alone.state, "en").blocks[-1]
    assert isinstance(last, Para) and last.style == "note"
    assert words_of(last.runs) == "These conclusions will be published."


def test_a_shut_gate_refuses_the_final_text_but_not_the_draft() -> None:
    held = amended()
    with pytest.raises(Refused) as refused:
        final(held.state, "en")
    assert refused.value.rule == "gate"
    paper = final(held.state, "en", draft=True)
    assert paper.provisional == "Provisional – not adopted"
    assert labels(paper) == ["2.", "(i)", "(i)bis", "(ii)", "3."]
    assert "(ii) Publish the list referred to in paragraph\u00a02(i)." in lines(paper)
    assert "Adopts, this second day of March 2026, the following conclusions:" in lines(paper)


def test_a_draft_shows_what_lacks_its_language_in_the_original_and_says_so() -> None:
    held = drafted("en", "fr")
    held.do(do="edit_wording", node="3", language="en", text="All keepers have rights.", by="Clerk")
    spanish = final(held.state, "es", draft=True)
    third = next(b for b in spanish.blocks if isinstance(b, Numbered) and b.label == "3.")
    assert (words_of(third.runs), third.language, third.mark) == (
        "All keepers have rights.",
        "en",
        "[Original: inglés]",
    )
    french = final(held.state, "fr", draft=True)
    third = next(b for b in french.blocks if isinstance(b, Numbered) and b.label == "3.")
    assert (words_of(third.runs), third.language, third.mark) == (
        "Les gardiens ont des droits.",
        "",
        "[Traduction non à jour]",
    )
    assert (spanish.provisional, french.provisional) == (
        "Provisional – no adoptado",
        "Provisoire – non adopté",
    )


def test_a_draft_of_an_adopted_text_is_numbered_through() -> None:
    held = amended()
    held.do(do="adopt_node", node="rest")
    held.do(do="adopt_text")
    paper = final(held.state, "fr", draft=True)
    assert paper.provisional == "Provisoire"
    assert labels(paper)[0] == "1."
