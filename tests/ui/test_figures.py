"""The figures of the bars: what the footer says of the last row, and keys as they are shown."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from consult_app.ui.figures import saved_words
from consult_app.ui.keys import spell
from consult_app.ui.language import Languages

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
