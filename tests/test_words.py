"""Reasons and terms put into words: English from the message ids, French and Spanish from the catalogues."""

from __future__ import annotations

import time

import pytest

from consult_app.drafting.amendments.amendment import ADOPTED, ON_THE_FLOOR, PARKED, POSITIONS, TERMINAL
from consult_app.drafting.text.nodes import CLOSED
from consult_app.meetings.kept.assembly import OFFICES, ROLES
from consult_app.meetings.reasons import Message, Moment, Place, Quoted, Refused, Term, refuse
from consult_app.words import TERMS, place, say, term, translator


def test_a_sentence_with_its_values() -> None:
    message = Message(
        "{number} is {state}: {others}, {place}.",
        {
            "number": "D.1",
            "state": Term("state", "under_discussion", "amendment"),
            "others": ["D.2", "D.3", "D.4"],
            "place": Place("item", "5(iii)(a)"),
        },
    )
    assert say(message, "en") == "D.1 is under discussion: D.2, D.3 and D.4, paragraph 5(iii)(a)."


def test_values_are_said_in_the_language_of_the_sentence() -> None:
    where = Place("item", "5(iii)")
    assert [place(where, language) for language in ("en", "fr", "es")] == [
        "paragraph 5(iii)",
        "paragraphe 5 iii)",
        "párrafo 5, iii)",
    ]
    assert say(Message("{a}", {"a": ["x", where]}), "fr") == "x et paragraphe 5 iii)"


def test_sentences_within_a_sentence_and_what_looks_like_a_value() -> None:
    inner = Message("not adopted yet: {places}", {"places": [Place("paragraph", "1")]})
    assert say(Message("{list}", {"list": [inner, inner]}), "en") == "; ".join(
        ["not adopted yet: paragraph 1"] * 2
    )
    assert say(Message("“{text}”", {"text": "{number} {0} {"}), "en") == "“{number} {0} {”"
    assert say(Message("{unknown} stays", {}), "en") == "{unknown} stays"


def test_every_state_and_office_has_a_word() -> None:
    said = {(family, of, key) for family, of, key in TERMS}
    states = TERMINAL | ADOPTED | PARKED | ON_THE_FLOOR | {"queued", "proposed"}
    assert {("state", "amendment", state) for state in states} <= said
    assert {("state", "paragraph", state) for state in CLOSED} <= said
    assert {("position", "group", position) for position in POSITIONS} <= said
    assert {("role", "participant", role) for role in ROLES} <= said
    assert {("office", "officer", office) for office in OFFICES} <= said


def test_a_word_that_is_not_known_is_its_own() -> None:
    assert term("state", "half_asleep") == "half asleep"
    assert term("state", "adopted", "subamendment") == term("state", "adopted", "amendment") == "adopted"
    assert term("state", "deleted") == "deleted"


@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
def test_every_language_speaks(language: str) -> None:
    assert (
        translator(language).gettext("There is nothing that is called so.")
        == "There is nothing that is called so."
    )


def test_a_refusal_is_a_sentence_of_its_own() -> None:
    refusal = refuse("A1", "{number} is late, {absent}.", number="D.1")
    assert isinstance(refusal, Refused)
    assert (str(refusal), refusal.rule) == ("D.1 is late, {absent}.", "A1")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "20 November 2026, 18:00"),
        ("fr", "20 novembre 2026, 18:00"),
        ("es", "20 de noviembre de 2026, 18:00"),
    ],
)
def test_a_moment_is_said_as_a_date_in_the_time_of_the_desk(
    monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    with monkeypatch.context() as there:
        there.setenv("TZ", "Europe/Zurich")
        time.tzset()
        found = say(Message("({when})", {"when": Moment("2026-11-20T17:00:00.000Z")}), language)
    time.tzset()
    assert found == f"({said})"


def test_quoted_words_are_those_of_the_readers_language_where_there_are_any() -> None:
    quoted = Quoted({"en": "should", "fr": "devrait"}, "en")
    message = Message("({words})", {"words": quoted})
    assert [say(message, each) for each in ("en", "fr", "es")] == ["(should)", "(devrait)", "(should)"]
    assert str(Refused(message, "x")) == "(should)"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Paragraph 7(ii) still has amendments before the meeting: D.5."),
        ("fr", "Paragraphe 7 ii): des amendements restent à examiner: D.5."),
        ("es", "Párrafo 7, ii): quedan enmiendas por examinar: D.5."),
    ],
)
def test_a_sentence_that_begins_with_a_place_begins_with_a_capital(language: str, expected: str) -> None:
    values = {"place": Place("item", "7(ii)"), "amendments": ["D.5"]}
    refusal = Message("{place} still has amendments before the meeting: {amendments}.", values)
    assert say(refusal, language) == expected


def test_a_name_that_is_no_sentence_stays_small() -> None:
    assert say(Message("{place}", {"place": Place("item", "7(ii)")}), "en") == "paragraph 7(ii)"
    file = Message("{file} cannot be opened.", {"file": "river.consult"})
    assert say(file, "en") == "river.consult cannot be opened."
