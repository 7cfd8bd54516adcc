"""A figure stays beside its word where the window breaks a line."""

from __future__ import annotations

import pytest

from consult_app.ui.together import figures_together, place_together


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("preamble clause 3", "preamble clause~3"),
        ("alinéa 2 du préambule", "alinéa~2 du préambule"),
        ("paragraphe 5 i) a)", "paragraphe~5~i)~a)"),
        ("title", "title"),
    ],
    ids=["noun and figure", "noun behind", "steps", "no figure"],
)
def test_a_place_is_not_parted_from_its_figure(said: str, shown: str) -> None:
    assert place_together(said) == shown.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("70 voix contre et 5 abstentions.", "70~voix contre et 5~abstentions."),
        ("The vote was 73,264 in favour.", "The vote was 73,264~in favour."),
        ("Amendment D.11 was adopted.", "Amendment D.11 was adopted."),
    ],
    ids=["small", "large", "number of an amendment"],
)
def test_a_figure_is_not_parted_from_what_it_counts(said: str, shown: str) -> None:
    assert figures_together(said) == shown.replace("~", "\u00a0")
