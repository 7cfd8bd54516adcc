"""Undo and redo bring to hand what they are about: whoever undoes decides anew, and on nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk, Done
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.consideration import AdoptNode
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.text.numbering import by_label
from consult_app.meetings.acts import Command
from consult_app.meetings.people.officers import ElectOfficer
from consult_app.state import Redo, Undo
from consult_app.ui.office import Office
from consult_app.ui.table.station import TableStation
from consult_app.ui.turned_place import turned_place
from tests.ui.rooms import under_the_fingers
from tests.ui.table_meeting import (
    done,
    go,
    label_at_hand,
    meeting,
    meeting_with_resolution,
    number,
    opened_editor,
)
from tests.ui.windows import table_of, window_with


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    """The window with a meeting on two texts, at the Table."""
    with window_with(qtbot, meeting_with_resolution(tmp_path)) as office:
        yield office


@pytest.fixture
def table(office: Office) -> TableStation:
    return table_of(office)


def at_hand(table: TableStation) -> tuple[str, str]:
    """The label of the node and the number of the amendment at hand."""
    found = table.amendment_at_hand
    return label_at_hand(table), found.number if found else ""


def press(qtbot: QtBot, table: TableStation, key: Qt.Key, *, control: bool = False) -> None:
    """Press *key* where the focus is, and wait for the row."""
    before = table.desk.seq
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(under_the_fingers(), key, held)
    qtbot.waitUntil(lambda: table.desk.seq == before + 1 and not table.busy)
    qtbot.wait(10)


def test_after_undo_the_next_key_decides_on_what_was_undone(qtbot: QtBot, table: TableStation) -> None:
    go(table, "1")
    table.parts.list.give_focus()
    assert at_hand(table) == ("1", "D.1")
    press(qtbot, table, Qt.Key.Key_C)
    press(qtbot, table, Qt.Key.Key_A)
    assert at_hand(table) == ("1", "D.2")
    press(qtbot, table, Qt.Key.Key_Z, control=True)
    assert at_hand(table) == ("1", "D.1") and table.parts.list.has_focus
    press(qtbot, table, Qt.Key.Key_R)
    states = {each.number: each.state for each in table.state.drafting.amendments.values()}
    assert (states["D.1"], states["D.2"]) == ("rejected", "queued")


def test_undo_and_redo_lead_back_from_elsewhere_and_across_texts(qtbot: QtBot, table: TableStation) -> None:
    assert table.go_to_amendment(number(table, "D.5"))
    press(qtbot, table, Qt.Key.Key_A)
    table.next_text()
    go(table, "2(i)")
    table.parts.text.setFocus()
    press(qtbot, table, Qt.Key.Key_Z, control=True)
    assert table.text.id == "resolution" and at_hand(table) == ("2", "D.5")
    assert table.parts.text.hasFocus()
    table.next_text()
    press(qtbot, table, Qt.Key.Key_Y, control=True)
    assert table.text.id == "resolution" and at_hand(table) == ("2", "D.5")


def test_a_paragraph_taken_back_is_at_hand_again(qtbot: QtBot, table: TableStation) -> None:
    go(table, "preamble 1")
    table.parts.list.give_focus()
    press(qtbot, table, Qt.Key.Key_Return)
    assert at_hand(table)[0] != "preamble 1"
    press(qtbot, table, Qt.Key.Key_Z, control=True)
    assert at_hand(table)[0] == "preamble 1" and table.parts.list.has_focus


def test_at_another_station_nothing_is_brought(qtbot: QtBot, office: Office, table: TableStation) -> None:
    go(table, "1")
    done(table.desk, AdoptAmendment(amendment="D.5"))
    office.shell.enter("meeting")
    before = table.desk.seq
    office.undo()
    qtbot.waitUntil(lambda: table.desk.seq == before + 1)
    qtbot.wait(10)
    assert office.shell.station_at_hand == "meeting" and at_hand(table)[0] == "1"


def turned(desk: Desk, command: Command, turn: Command) -> tuple[str, str]:
    """Where *turn* leads after *command*: number of the amendment and label of the node."""
    done(desk, command)
    if isinstance(turn, Redo):
        done(desk, Undo())
    answer = desk.perform(turn).result()
    assert isinstance(answer, Done)
    amendment, node = turned_place(answer, desk.state)
    found = desk.state.drafting.amendments.get(amendment)
    return found.number if found else "", node


@pytest.mark.parametrize("turn", [Undo(), Redo()], ids=("undo", "redo"))
def test_where_a_row_leads(tmp_path: Path, turn: Command) -> None:
    with meeting(tmp_path) as desk:
        ids = by_label(next(iter(desk.state.drafting.texts.values())).tree)
        person = next(iter(desk.state.assembly.participants))
        assert turned(desk, CallAmendment(amendment="D.4"), turn) == ("D.4", ids["2(i)"])
        assert turned(desk, AdoptNode(node=("title", "preamble 1")), turn) == ("", ids["title"])
        assert turned(desk, ElectOfficer(office="chairperson", participant=person), turn) == ("", "")
        handed_in = SubmitAmendment(by="workers", kind="delete", target=ids["2(ii)"])
        number = "D.5" if isinstance(turn, Redo) else ""
        assert turned(desk, handed_in, turn) == (number, ids["2(ii)"])


def test_unfinished_words_keep_the_focus_and_nothing_is_decided(
    qtbot: QtBot, office: Office, table: TableStation
) -> None:
    go(table, "1")
    done(table.desk, CallAmendment(amendment="D.5"))
    editor = opened_editor(table)
    editor.set_words("Other words.")
    table.parts.list.give_focus()
    press(qtbot, table, Qt.Key.Key_Z, control=True)
    assert table.text.id == "conclusions" and editor.problem
    assert editor.isAncestorOf(under_the_fingers())
