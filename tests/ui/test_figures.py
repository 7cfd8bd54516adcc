"""The figures of the bars: what the footer says of the last row, and keys as they are shown."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.changes import between
from consult_app.ui.figures import Tally, saved_words
from consult_app.ui.keys import spell
from consult_app.ui.language import Languages
from tests.drafting.world import World, draft, submissions
from tests.effort import SOME

AT = datetime(2026, 11, 4, 10, 32, 7).astimezone()


@pytest.mark.parametrize(
    ("language", "today", "said"),
    [
        pytest.param("en", date(2026, 11, 4), "saved 10:32:07, decision 156", id="of today"),
        pytest.param("en", date(2026, 11, 22), "saved 4 November 10:32, decision 156", id="of another day"),
        pytest.param(
            "en", date(2027, 1, 2), "saved 4 November 2026 10:32, decision 156", id="of another year"
        ),
        pytest.param("fr", date(2026, 11, 22), "enregistré le 4 novembre à 10:32, décision 156", id="French"),
        pytest.param(
            "es", date(2026, 11, 22), "guardado el 4 de noviembre a las 10:32, decisión 156", id="Spanish"
        ),
    ],
)
def test_a_row_of_another_day_is_not_taken_for_one_of_this_morning(
    language: str, today: date, said: str
) -> None:
    Languages.set(language)
    assert saved_words(AT, 156, today) == said


def test_minus_is_shown_beside_plus_as_a_minus() -> None:
    assert (spell("Ctrl++"), spell("Ctrl+-"), spell("Alt+-")) == ("Ctrl +", "Ctrl −", "Alt −")


@settings(max_examples=SOME)
@given(st.data())
def test_counted_on_is_counted_anew(data: st.DataObject) -> None:
    """After any sequence of decisions, and when they are taken back."""
    texts = draft()
    world = World({"en": texts, "fr": [words.replace("b", "f") for words in texts]})
    numbers: list[str] = []
    for index in range(data.draw(st.integers(2, 6))):
        answer = world.tried(**data.draw(submissions(index, texts)))
        numbers += [answer["number"]] if answer else []
    tally, states = Tally(world.state), [world.state]
    for _ in range(data.draw(st.integers(1, 6)) if numbers else 0):
        verb = data.draw(st.sampled_from(("adopt", "adopt", "reject", "withdraw", "bracket")))
        if world.tried(do=f"{verb}_amendment", amendment=data.draw(st.sampled_from(numbers))) is not None:
            states.append(world.state)
    for before, after in pairwise((*states, *reversed(states))):
        tally.follow(after, between(before, after, 0))
        assert vars(tally) == vars(Tally(after))
