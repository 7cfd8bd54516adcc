"""The run list: by language, with the sheets that each run takes, and their sum."""

from __future__ import annotations

import pytest

from consult_app.publishing.paper import Table, words_of
from consult_app.publishing.run_list import Run, run_list
from tests.small_meeting import Meeting


def rows(language: str, *runs: Run) -> list[list[str]]:
    """The words of the table."""
    (table,) = (b for b in run_list(Meeting().state, runs, language).blocks if isinstance(b, Table))
    return [[words_of(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("pages", "copies", "both", "sheets"),
    [(1, 5, True, 5), (3, 5, True, 10), (4, 5, True, 10), (3, 5, False, 15), (3, 0, True, 0)],
    ids=["one page", "odd", "even", "one side", "none"],
)
def test_sheets(pages: int, copies: int, both: bool, sheets: int) -> None:
    assert Run("Final text", "en", "x.pdf", pages, copies, both).sheets == sheets


def test_by_language_with_the_sum_and_without_what_is_not_printed() -> None:
    runs = (
        Run("Final text", "es", "x-Sp.pdf", 3, 10),
        Run("Final text", "en", "x-En.pdf", 4, 20),
        Run("Amendment sheet", "en", "y-En.pdf", 1, 0),
    )
    assert rows("en", *runs) == [
        ["Final text", "English", "4", "20", "40", "x-En.pdf"],
        ["Final text", "Spanish", "3", "10", "20", "x-Sp.pdf"],
        ["Total", "", "", "30", "60", ""],
    ]
    assert rows("fr", *runs)[1][1] == "Espagnol"
