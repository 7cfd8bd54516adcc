"""Undo and redo bring to hand what they are about: whoever undoes decides anew, and on nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk, Done
from consult_app.drafting.adoption import AdoptAmendment
from consult_app.drafting.consideration import AdoptNode
from consult_app.drafting.floor import CallAmendment
from consult_app.drafting.importing import ImportText, ReadNode
from consult_app.drafting.numbering import by_label
from consult_app.drafting.submission import SubmitAmendment
from consult_app.meetings.acts import Command
from consult_app.meetings.officers import ElectOfficer
from consult_app.state import Redo, Undo
from consult_app.ui.office import Office
from consult_app.ui.table.station import TableStation
from consult_app.ui.turned_place import turned_place
from tests.ui.table_meeting import done, go, meeting, number

RESOLUTION = (ReadNode("title", "Resolution concerning lamps"), ReadNode("paragraph", "Lamps should be lit."))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small invented meeting with a resolution, to which D.5 is."""
    with meeting(tmp_path) as desk:
        done(desk, ImportText(language="en", nodes=RESOLUTION, kind="resolution"))
        lamps = SubmitAmendment(
            by="workers", kind="replace", target="1", text="Lamps should be bright.", text_id="resolution"
        )
        done(desk, lamps)
    return tmp_path / "table.consult"


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, path: Path) -> Iterator[Office]:
    """The window with that meeting, at the Table."""
    made = Office()
    qtbot.addWidget(made.shell, before_close_func=lambda _shell: made.close_meeting())
    made.shell.resize(1366, 768)
    made.shell.show()
    made.open(path)
    qtbot.waitUntil(lambda: made.shell.in_meeting, timeout=20_000)
    made.shell.activateWindow()
    qtbot.waitUntil(made.shell.isActiveWindow)
    yield made
    made.close_meeting()


@pytest.fixture
def table(office: Office) -> TableStation:
    station = office.shell.station("table")
    assert isinstance(station, TableStation)
    return station


def at_hand(table: TableStation) -> tuple[str, str]:
    """The label of the node and the number of the amendment at hand."""
    assert table.reading is not None
    found = table.amendment_at_hand
    return table.reading.label(table.node_at_hand), found.number if found else ""


def under_the_fingers() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


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
    assert table.text.id == "resolution" and at_hand(table) == ("1", "D.5")
    assert table.parts.text.hasFocus()
    table.next_text()
    press(qtbot, table, Qt.Key.Key_Y, control=True)
    assert table.text.id == "resolution" and at_hand(table) == ("1", "D.5")


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
    table.parts.text.setFocus()
    QTest.keyClick(table.parts.text, Qt.Key.Key_F2)
    editor = table.acting.editor
    assert editor is not None
    editor.set_words("Other words.")
    table.parts.list.give_focus()
    press(qtbot, table, Qt.Key.Key_Z, control=True)
    assert table.text.id == "conclusions" and editor.problem
    assert editor.isAncestorOf(under_the_fingers())
