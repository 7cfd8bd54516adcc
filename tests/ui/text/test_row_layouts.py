"""Rows that are laid out before they are asked for: only where they read so, and are shown so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from consult_app.changes import between
from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.bracketing import BracketAmendment
from consult_app.drafting.deciding.floor import CallAmendment, RejectAmendment, WithdrawAmendment
from consult_app.meetings.acts import Command
from consult_app.ui.look.palette import LIGHT, group_style
from consult_app.ui.table.outlook import ahead
from consult_app.ui.text.columns import Columns
from consult_app.ui.text.reading import Reading
from consult_app.ui.text.row_layouts import RowLayouts
from consult_app.ui.text.shaping import CellLayout, Look
from tests.ui.table_meeting import done, meeting, named


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting, D.1 called."""
    with meeting(tmp_path) as desk:
        done(desk, CallAmendment(amendment="D.1"))
        yield desk


class Shown:
    """The rows of a desk in two languages, as the Table lays them out and foresees them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.reading = Reading(desk.state.drafting, "conclusions")
        self.rows = RowLayouts(self.look)
        self.rows.columns.fit(900)
        self.rows.show(self.reading, "marked", Columns(("en", "fr")))
        self.rows.columns.fit(900)
        self.node = named(desk, "D.1").targets()[0]
        self.cells()

    def look(self, by: tuple[str, ...]) -> Look:
        """Numbers, in square brackets where the amendment stands in them."""
        found = [self.desk.state.drafting.amendments[name] for name in by]
        said = (f"[{a.number}]" if a.state == "bracketed" else a.number for a in found)
        return Look(group_style(LIGHT, found[0].by), ", ".join(said))

    def cells(self) -> list[CellLayout]:
        """The cells of the row of D.1, as it is painted."""
        place = self.rows.place_of(self.node)
        self.rows.lay_out(place)
        return self.rows.cells(place)

    def foresee(self) -> dict[tuple[str, str], list[CellLayout]]:
        """Foresee the decisions on D.1; what is kept ready."""
        after = ahead(self.desk.state, self.desk.seq + 1, named(self.desk, "D.1"))
        self.rows.foresee(map(self.reading.supposing, after), self.node)
        return dict(self.rows.foreseen)

    def decide(self, command: Command) -> None:
        """Perform *command* and lay out what it touches."""
        before = self.desk.state
        done(self.desk, command)
        changes = between(before, self.desk.state, self.desk.seq)
        self.rows.move(self.reading.moved_to(self.desk.state.drafting, changes))


@pytest.mark.parametrize("decided", [AdoptAmendment, RejectAmendment, WithdrawAmendment])
def test_what_was_foreseen_is_there_when_it_is_decided(
    desk: Desk, decided: type[AdoptAmendment | RejectAmendment | WithdrawAmendment]
) -> None:
    shown = Shown(desk)
    ready = shown.foresee()
    shown.decide(decided(amendment="D.1"))
    anew = Shown(desk)
    for place, language in enumerate(("en", "fr")):
        cell = shown.cells()[place]
        assert any(cell is each for each in ready[shown.node, language])
        assert (cell.words, cell.note, cell.height) == (
            anew.cells()[place].words,
            anew.cells()[place].note,
            anew.cells()[place].height,
        )


def test_a_number_that_is_shown_otherwise_now_is_laid_out_anew(desk: Desk) -> None:
    """In French D.1 has no words: what is foreseen there is what stands there, but for who D.2 is."""
    shown = Shown(desk)
    ready = shown.foresee()
    shown.decide(BracketAmendment(amendment="D.2", confirm=True))
    shown.decide(RejectAmendment(amendment="D.1"))
    english = shown.cells()[0]
    assert "[D.2]" in english.words.replace("\u00a0", " ").replace("\u2060", "")
    assert not any(english is each for each in ready[shown.node, "en"])


def test_a_layout_is_that_of_its_words_note_number_and_widths_alone(desk: Desk) -> None:
    shown = Shown(desk)
    cell = shown.cells()[0]
    same = (cell.cell, cell.note, cell.marker, cell.width, cell.note_width)
    assert cell.shows(*same)
    other = (replace(cell.cell, struck=True), "late", "2.", cell.width + 1, cell.note_width + 1)
    for place, value in enumerate(other):
        assert not cell.shows(*same[:place], value, *same[place + 1 :])  # type: ignore[arg-type, call-arg]


def test_other_widths_and_another_text_forget_it(desk: Desk) -> None:
    shown = Shown(desk)
    assert shown.foresee()
    shown.rows.columns.fit(500)
    shown.rows.forget()
    assert not shown.rows.foreseen
    shown.cells()
    shown.foresee()
    shown.rows.show(shown.reading, "final", shown.rows.columns)
    assert not shown.rows.foreseen


def test_what_is_not_laid_out_is_not_foreseen(desk: Desk) -> None:
    shown = Shown(desk)
    shown.rows.forget()
    assert shown.foresee() == {}


def test_a_row_whose_words_were_asked_for_is_still_to_be_counted(desk: Desk) -> None:
    """A screen reader asks for the words of a row that is out of sight; seen, it is as high as they are."""
    shown = Shown(desk)
    place = shown.rows.place_of(shown.node)
    true = shown.rows.heights[place]
    shown.rows.forget()
    guessed = shown.rows.heights[place]
    assert guessed != true
    shown.rows.cells(place)
    assert shown.rows.heights[place] == guessed and not shown.rows.is_laid(place)
    assert shown.rows.lay_out(place) and shown.rows.is_laid(place)
    assert shown.rows.heights[place] == true
    shown.rows.forget()
    shown.rows.cells(place)
    shown.rows.measure()
    assert shown.rows.heights[place] == true and shown.rows.is_laid(place)
