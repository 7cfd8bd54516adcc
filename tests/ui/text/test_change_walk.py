"""The changes in the text, gone through by key and read out by their names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.text.nodes import Spot
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import Run
from consult_app.ui.language import Languages
from consult_app.ui.table.station import TableStation
from consult_app.ui.text.rows import Cell, Row
from consult_app.ui.text.spoken import changes_in
from tests.ui.table_meeting import done, go, meeting, shown


@pytest.fixture
def station(tmp_path: Path, qtbot: QtBot) -> Iterator[TableStation]:
    with meeting(tmp_path) as desk:
        done(desk, SubmitAmendment(by="employers", kind="replace", target="2(ii)", text="report each year."))
        done(desk, SubmitAmendment(by="workers", kind="delete", target="2(i)"))
        station = shown(qtbot, desk)
        yield station
        station.bind(None)


def walked(station: TableStation, by: int, times: int) -> list[str]:
    """The names of the changes that so many steps come to."""
    out = []
    for _ in range(times):
        station.parts.text.walk.step(by)
        at_hand = station.parts.text.walk.at_hand
        out.append(at_hand.name if at_hand else "")
    return out


def test_each_change_is_reached_with_number_author_words_and_place(station: TableStation) -> None:
    go(station, "1")
    said = walked(station, 1, 3)
    assert said[0] == "D.1, Workers’ group: inserts “fair and”, in paragraph 1"
    assert said[1] == "D.2, Employers’ group: inserts “full and”, in paragraph 1"
    assert said[2] == "D.3, Government group: puts in “Constituents should share good practices.”"


def test_after_the_last_change_of_a_paragraph_comes_the_next_that_has_one(station: TableStation) -> None:
    go(station, "1")
    said = walked(station, 1, 8)
    assert any("replaces “every” by “each”, in paragraph 2(ii)" in each for each in said)
    assert station.reading is not None
    assert station.reading.label(station.node_at_hand) == "2(ii)"
    assert said[-1] == said[-2]  # after the last nothing moves
    back = walked(station, -1, 8)
    assert back[-1].startswith("D.1, ")


def test_another_paragraph_at_hand_forgets_the_change(station: TableStation) -> None:
    go(station, "1")
    walked(station, 1, 1)
    go(station, "2(ii)")
    assert station.parts.text.walk.at_hand is None


def test_the_paragraph_at_hand_says_how_many_changes_it_has(station: TableStation) -> None:
    go(station, "1")
    assert station.parts.text.accessibleDescription().endswith("(2 proposed changes)")


def test_the_change_at_hand_is_outlined_where_it_stands(station: TableStation) -> None:
    go(station, "1")
    text = station.parts.text
    before = text.viewport().grab().toImage()
    walked(station, 1, 1)
    assert text.viewport().grab().toImage() != before
    place = text._layouts.place_of(text.current)
    cell = text._layouts.cells(place)[0]
    changes = changes_in(text._layouts.rows[place], cell.cell, ", ".join)
    assert changes[-1].last + 1 == len(cell.changed())


def test_names_are_said_in_the_language_of_the_window(station: TableStation) -> None:
    Languages.set("fr")
    go(station, "1")
    assert walked(station, 1, 1)[0].endswith("insère «fair and», paragraphe 1")


def test_a_row_that_goes_as_a_whole_is_one_change() -> None:
    row = Row("n", "n", Spot("paragraph"), "4", 0)
    cell = Cell((Segment((Run("All of it."),)),), struck=True, struck_by=("a",))
    [found] = changes_in(row, cell, lambda by: f"D.7 {len(by)}")
    assert found.name == "D.7 1: deletes paragraph 4"
    assert found.last < found.first
