"""Words written into the field of another language are noticed; nothing else is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.handing_in.forewarning import forewarnings
from consult_app.drafting.wordings.tongue import remark, seems_to_be
from consult_app.meetings.acts import LANGUAGES
from consult_app.places import resources
from tests.small_meeting import Meeting

FEWEST = 6


def paragraphs(language: str) -> list[str]:
    """The paragraphs of the sample in *language*, those with words enough."""
    lines = (resources() / "sample" / f"draft.{language}.txt").read_text("utf-8").split("\n")
    return [line for line in lines if len(line.split()) > FEWEST]


def proposed() -> Iterator[tuple[str, str]]:
    """The words that are handed in and typed in the sample meeting, with their languages."""
    for line in (resources() / "sample" / "meeting.jsonl").read_text("utf-8").splitlines():
        fields = json.loads(line) if line.startswith("{") else {}
        text, language = fields.get("text"), fields.get("language", "en")
        if isinstance(text, str) and fields.get("do") in ("submit_amendment", "set_translation"):
            yield language, text
        elif isinstance(text, dict):
            yield from text.items()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_in_its_own_language_gives_no_false_alarm(language: str) -> None:
    known = [*paragraphs(language), *(text for code, text in proposed() if code == language)]
    assert len(known) > 30
    assert [text for text in known if seems_to_be(text, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", LANGUAGES)
def test_most_paragraphs_in_another_language_are_noticed(language: str, field: str) -> None:
    if language == field:
        return
    known = paragraphs(language)
    noticed = [text for text in known if seems_to_be(text, field) == language]
    assert len(noticed) >= 0.85 * len(known)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        pytest.param("Le Bureau devrait aider les", "en", id="too few words"),
        pytest.param(
            "Marit Solvang-Eide, Ama Quartey-Lindt, Léa Périé, João Núñez, Iñés Íñiguez", "en", id="names"
        ),
        pytest.param("1 2 3 4 5 6 7 8 9 10 11 12", "fr", id="figures"),
        pytest.param(
            "The Office should publish its guide “Le travail décent dans les ports” in the three languages "
            "of the Meeting, and send it to all members.",
            "en",
            id="a title quoted",
        ),
        pytest.param("", "es", id="nothing"),
    ],
)
def test_where_the_signs_are_not_clear_nothing_is_said(words: str, language: str) -> None:
    assert seems_to_be(words, language) == ""
    assert remark(words, language) is None


@given(st.text(), st.sampled_from(LANGUAGES))
@settings(max_examples=2_000)
def test_whatever_is_written_it_is_never_said_to_be_in_the_language_chosen(text: str, language: str) -> None:
    assert seems_to_be(text, language) != language


def test_it_is_told_before_an_amendment_is_handed_in_and_never_keeps_it_out() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", "Les gouvernements devraient respecter le repos des gardiens et de leurs familles.")
    meeting.submit("3", meeting.words("3") + " Les gardiens ont été entendus par le Bureau dans les ports.")
    meeting.submit(
        "3", "Governments should respect the rest of keepers and of their families.", by="employers"
    )
    told = {
        number: [
            each.msgid
            for each in forewarnings(
                meeting.state.drafting, meeting.state.assembly, meeting.amendment(number)
            )
            if "seem to be" in each.msgid
        ]
        for number in ("D.1", "D.2", "D.3")
    }
    assert [len(each) for each in told.values()] == [1, 1, 0]
    assert told["D.1"][0].startswith("These words seem to be French")
