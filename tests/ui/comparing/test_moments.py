"""Moments: what has a name, what it is called, and what a typed one means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from consult_app.desk import Desk
from consult_app.state import Undo
from consult_app.ui.comparing.moments import default_moments, moment_words, named_moments, typed_moment
from consult_app.ui.language import Languages
from tests.ui.comparing.compared_meeting import decided
from tests.ui.table_meeting import done, empty_meeting


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting after its first sitting."""
    with decided(tmp_path) as desk:
        yield desk


def _names(desk: Desk) -> list[str]:
    return [moment_words(each, desk.state) for each in named_moments(desk.rows(), desk.state)]


def test_now_and_the_import_come_first_then_the_latest(desk: Desk) -> None:
    found = named_moments(desk.rows(), desk.state)
    assert [each.kind for each in found[:4]] == ["now", "imported", "decision", "closed"]
    assert found[0].seq == desk.seq
    later = [each.seq for each in found[2:]]
    assert later == sorted(later, reverse=True)


def test_each_is_called_by_what_was_decided_in_it(desk: Desk) -> None:
    names = _names(desk)
    assert names[0] == "The text now"
    assert names[1].startswith("As imported (")
    ends = [name.rpartition(" – ")[2] for name in names[2:]]
    assert ends == [
        "adopt preamble 1",
        "end of sitting 1",
        "adopt D.5",
        "change the words of 2(ii)",
        "adopt D.3",
        "adopt D.1",
        "beginning of sitting 1",
    ]


def test_what_was_undone_names_nothing(desk: Desk) -> None:
    done(desk, Undo())
    assert not any("preamble" in name for name in _names(desk))


def test_the_words_are_those_of_the_window(desk: Desk) -> None:
    english = _names(desk)
    Languages.set("fr")
    french = _names(desk)
    assert all(one != other for one, other in zip(english, french, strict=True))


def test_at_first_the_import_is_compared_with_now(desk: Desk) -> None:
    found = default_moments(named_moments(desk.rows(), desk.state))
    assert found is not None
    assert [each.kind for each in found] == ["imported", "now"]
    assert default_moments([]) is None
    assert named_moments([], desk.state) == []


def test_a_meeting_without_a_text_has_only_now(tmp_path: Path) -> None:
    with empty_meeting(tmp_path) as desk:
        assert [each.kind for each in named_moments(desk.rows(), desk.state)] == ["now"]


def test_a_number_is_a_row(desk: Desk) -> None:
    rows = desk.rows()
    found = typed_moment(" 3 ", rows)
    assert found is not None
    assert (found.seq, found.at, found.kind) == (3, rows[2].time, "row")
    assert moment_words(found, desk.state).startswith("Row 3 (")


@pytest.mark.parametrize("words", ["", "0", "999", "D.1", "25:00", "1999-01-01"])
def test_what_is_no_moment_is_none(desk: Desk, words: str) -> None:
    assert typed_moment(words, desk.rows()) is None


def test_a_time_is_the_last_row_of_that_minute(desk: Desk) -> None:
    rows = desk.rows()
    local = datetime.fromisoformat(rows[-1].time).astimezone()
    for words in (f"{local:%H:%M}", f"{local:%Y-%m-%d %H:%M}"):
        found = typed_moment(words, rows)
        assert found is not None
        assert found.seq == len(rows)
    assert typed_moment("12:00", []) is None
