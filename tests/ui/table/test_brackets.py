"""Square brackets at the Table: seen with their alternatives, and resolved by key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.bracketing import BracketAmendment
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.translation.translating import EditWording
from consult_app.ui.table.brackets_panel import choices, what_follows
from consult_app.ui.table.station import TableStation
from consult_app.ui.text.reading import Reading
from tests.ui.table_meeting import done, go, meeting, press, settled, shown_at

#: said by the platform without a screen when a menu opens
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting with D.1 and D.2 in one bracket of paragraph 1."""
    with meeting(tmp_path) as desk:
        for number in ("D.1", "D.2"):
            done(desk, CallAmendment(amendment=number))
            done(desk, BracketAmendment(amendment=number))
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The station at paragraph 1, the amendments in focus."""
    with shown_at(qtbot, desk, "1") as station:
        station.parts.list.give_focus()
        yield station


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def entries(station: TableStation) -> list[str]:
    """The entries of the menu that Q opens."""
    press(station, "Q")
    menu = station.bracket_acting.menu
    assert menu is not None
    return [plain(action.text()) for action in menu.actions() if action.text()]


def choose(station: TableStation, place: int) -> None:
    """Open the menu and take the entry at *place*."""
    entries(station)
    menu = station.bracket_acting.menu
    assert menu is not None
    action = [action for action in menu.actions() if action.text()][place]
    menu.close()
    action.trigger()


def test_a_bracket_is_listed_with_its_alternatives(station: TableStation) -> None:
    panel = station.parts.list.brackets
    assert not panel.isHidden()
    [line] = panel.spoken
    assert plain(line) == "B.1  [▲ Workers (D.1): fair and | ■ Employers (D.2): full and]"
    go(station, "2")
    assert panel.isHidden()


def test_the_words_say_whose_they_are(station: TableStation) -> None:
    assert "promote fair and [D.1]" in plain(station.parts.text.accessibleDescription())
    station.parts.views.button("current").click()
    assert "[▲ Workers: fair and | ■ Employers: full and]" in plain(
        station.parts.text.accessibleDescription()
    )


def test_q_offers_every_choice(station: TableStation) -> None:
    assert entries(station) == [
        "&1  Nothing is put in",
        "&2  ▲ Workers (D.1): fair and",
        "&3  ■ Employers (D.2): full and",
        "Other words are agreed…",
    ]


def test_what_follows_is_said_and_enter_does_it(qtbot: QtBot, station: TableStation, desk: Desk) -> None:
    choose(station, 2)
    assert station.banner.words == (
        "If B.1 is resolved so: D.2: adopted; D.1: not adopted; paragraph 1: under consideration."
    )
    assert desk.state.drafting.brackets["B.1"].open
    press(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: not desk.state.drafting.brackets["B.1"].open)
    assert station.current_node.text("en") == "The Office should promote full and decent work."
    assert station.parts.list.brackets.isHidden()


def test_esc_leaves_the_bracket_open(station: TableStation, desk: Desk) -> None:
    choose(station, 0)
    assert "D.1 and D.2: not adopted" in station.banner.words
    press(station, Qt.Key.Key_Escape)
    assert station.banner.isHidden()
    assert desk.state.drafting.brackets["B.1"].open


def test_agreed_words_are_written_in_place(qtbot: QtBot, station: TableStation, desk: Desk) -> None:
    choose(station, 3)
    editor = station.acting.editor
    assert editor is not None
    editor.kept.emit("The Office should promote decent work for all.", "")
    settled(qtbot, station, lambda: not desk.state.drafting.brackets["B.1"].open)
    assert desk.state.drafting.brackets["B.1"].choice == "agreed"


def test_where_there_is_no_bracket_that_is_said(station: TableStation) -> None:
    go(station, "2")
    station.parts.list.give_focus()
    press(station, "Q")
    assert station.banner.words == "No square brackets in paragraph 2."


def test_several_brackets_have_each_its_own_menu(station: TableStation, desk: Desk, qtbot: QtBot) -> None:
    text = "The [[Office]] should promote decent work."
    done(desk, EditWording(node="1", language="en", text=text, by="office"))
    settled(qtbot, station, lambda: len(station.parts.list.brackets.spoken) == 2)
    assert [each.partition(" ")[0] for each in entries(station)] == ["B.2", "B.1"]
    reading = Reading(desk.state.drafting, "conclusions")
    typed = reading.brackets(station.current_node.id)[0]
    assert [choice for _, choice in choices(desk.state, typed)] == ["text", "delete"]


def test_what_cannot_be_done_is_said(desk: Desk) -> None:
    from consult_app.drafting.deciding.resolving import ResolveBracket

    words, possible = what_follows(desk.state, desk.seq + 1, ResolveBracket(bracket="B.1", choice="D.3"))
    assert (possible, "no alternative" in words) == (False, True)


def test_a_new_paragraph_in_brackets_is_a_row_of_the_current_view(desk: Desk) -> None:
    done(desk, SubmitAmendment(by="workers", kind="insert_after", target="2", text="Keepers rest."))
    number = list(desk.state.drafting.amendments.values())[-1].number
    done(desk, CallAmendment(amendment=number))
    reading = Reading(desk.state.drafting, "conclusions")
    assert not any(row.proposed_by for row in reading.rows("current"))
    done(desk, BracketAmendment(amendment=number))
    reading = Reading(desk.state.drafting, "conclusions")
    [row] = [row for row in reading.rows("current") if row.proposed_by]
    [segment] = reading.cell(row, "current", "en").segments
    assert (segment.bracket, segment.whose) == ("B.2", ("workers",))
