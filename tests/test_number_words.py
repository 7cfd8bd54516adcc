"""What was typed on the screen has a name that people read; its number stays what programs know."""

from __future__ import annotations

import pytest

from consult_app.meetings.reasons import Message
from consult_app.publishing.outcomes import of_amendment
from consult_app.words import number_words, say


@pytest.mark.parametrize(
    ("language", "full", "short"),
    [
        ("en", "change on the floor 2", "floor 2"),
        ("fr", "modification en séance 2", "séance 2"),
        ("es", "modificación en sala 2", "sala 2"),
    ],
)
def test_a_live_change_has_a_name_in_each_language(language: str, full: str, short: str) -> None:
    assert number_words("live/2", language) == full
    assert number_words("live/2", language, "short") == short
    assert number_words("live/2/S.1", language) == f"{full}/S.1"


@pytest.mark.parametrize("number", ["D.12", "D.12/S.1", "D.3(a)", "deliver/2", ""])
def test_any_other_number_stays(number: str) -> None:
    assert number_words(number, "fr") == number


def test_sentences_say_the_name_and_not_the_noun_twice() -> None:
    values = {"number": "live/1", "others": ["live/2", "D.3"]}
    assert say(Message("{number} and {others}", values), "en") == (
        "change on the floor 1 and change on the floor 2 and D.3"
    )
    assert say(Message("Amendment {number}", values), "en") == "Amendment on the floor 1"
    assert of_amendment("adopted", "live/1", "en") == "Amendment on the floor 1 was adopted."
    assert of_amendment("adopted", "live/1", "fr") == "L’amendement en séance 1 est adopté."
