"""What was typed on the screen has a name that people read; its number stays what programs know."""

from __future__ import annotations

from typing import Any

import pytest

from consult_app.meetings.kept.votes import Subject
from consult_app.meetings.reasons import Message, Place
from consult_app.publishing.formulas.outcomes import of_amendment
from consult_app.publishing.formulas.record_forms import about, heading_of
from consult_app.words import number_words, say


@pytest.mark.parametrize(
    ("language", "full", "short"),
    [
        ("en", "change {} on the floor", "floor {}"),
        ("fr", "amendement {} en séance", "am. {} en séance"),
        ("es", "enmienda {} en sala", "en sala {}"),
    ],
)
def test_a_live_change_has_a_name_in_each_language(language: str, full: str, short: str) -> None:
    for given, number in (("live/2", "2"), ("live/2/S.1", "2/S.1"), ("live/2(a)", "2(a)")):
        assert number_words(given, language) == full.format(number)
        assert number_words(given, language, "short") == short.format(number)


@pytest.mark.parametrize("number", ["D.12", "D.12/S.1", "D.3(a)", "deliver/2", ""])
def test_any_other_number_stays(number: str) -> None:
    assert number_words(number, "fr") == number


def test_sentences_say_the_name_and_not_the_noun_twice() -> None:
    values = {"number": "live/1", "others": ["live/2", "D.3"]}
    assert say(Message("{number} and {others}", values), "en") == (
        "change 1 on the floor and change 2 on the floor and D.3"
    )
    assert say(Message("Amendment {number}", values), "en") == "Amendment 1 on the floor"
    assert of_amendment("adopted", "live/1", "en") == "Amendment 1 on the floor was adopted."
    assert of_amendment("adopted", "live/1", "fr") == "L’amendement 1 en séance est adopté."


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            (
                "If change 1 on the floor is adopted: nothing falls.",
                "Change 1 on the floor has been disposed of.",
                "Collides with D.3 and change 2 on the floor.",
                "adopt change 1 on the floor",
                "change 1 on the floor, proposed words",
                "moved after paragraph 2 (change 1 on the floor)",
            ),
        ),
        (
            "fr",
            (
                "Si l’amendement 1 en séance est adopté: aucun autre ne devient caduc.",
                "L’amendement 1 en séance a déjà été tranché.",
                "Incompatible avec D.3 et l’amendement 2 en séance.",
                "adopter l’amendement 1 en séance",
                "amendement 1 en séance, libellé proposé",
                "à déplacer après: paragraphe 2 (amendement 1 en séance)",
            ),
        ),
        (
            "es",
            (
                "Si se adopta la enmienda 1 en sala: no decae ninguna otra.",
                "La enmienda 1 en sala ya se ha resuelto.",
                "Incompatible con D.3 y la enmienda 2 en sala.",
                "adoptar la enmienda 1 en sala",
                "enmienda 1 en sala, texto propuesto",
                "se traslada después de: párrafo 2 (enmienda 1 en sala)",
            ),
        ),
    ],
    ids=["en", "fr", "es"],
)
def test_sentences_have_its_article_and_agree_with_it(language: str, sentences: tuple[str, ...]) -> None:
    one: dict[str, Any] = {"number": "live/1", "amendment": "live/1", "amendments": ["D.3", "live/2"]}
    one |= {"what": Message("nothing falls"), "place": Place("paragraph", "2")}
    templates = (
        "If {number} is adopted: {what}.",
        "{number} has been disposed of.",
        "Collides with {amendments}.",
        "adopt {amendment}",
        "{number}, proposed words",
        "moved after {place} ({number})",
    )
    assert tuple(say(Message(each, one), language) for each in templates) == sentences


def test_a_sentence_on_a_number_keeps_it() -> None:
    assert (
        say(Message("{number} has been disposed of.", {"number": "D.9"}), "fr") == "D.9 a déjà été tranché."
    )


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_no_sentence_of_a_vote_shows_how_it_is_stored(language: str) -> None:
    subject = Subject(kind="amendment", id="a", label="live/1", other="b", other_label="live/2")
    said = (heading_of(subject, language), about(subject, language))
    assert not any("live/" in each for each in said)
    assert (
        said[1]
        == {
            "en": "amendment 1 on the floor",
            "fr": "l’amendement 1 en séance",
            "es": "la enmienda 1 en sala",
        }[language]
    )
