"""The outline at the Table: what stands at the right, and what is in sight around the node at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.consideration import AdoptNode
from consult_app.drafting.deciding.floor import RejectAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.table.foot import foot_of
from consult_app.ui.table.outline_rows import OutlineRow, outline_rows
from consult_app.ui.text.reading import Reading
from tests.ui.table_meeting import done, go, meeting, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with meeting(tmp_path) as made:
        yield made


def row_of(desk: Desk, label: str) -> OutlineRow:
    rows = outline_rows(Reading(desk.state.drafting, "conclusions"), "en")
    return next(row for row in rows if row.label == label and row.kind != "clause")


def test_a_number_stands_alone_and_is_said_in_words(desk: Desk) -> None:
    row = row_of(desk, "2")
    assert (row.tail, row.left) == ("1", "1 left")
    assert row.said == "not yet considered\n1 left"
    assert row.spoken.endswith("not yet considered, 1 left")


def test_what_an_amendment_put_in_is_new_and_what_it_changed_is_amended(desk: Desk) -> None:
    done(desk, AdoptAmendment(amendment="D.1"))
    done(desk, RejectAmendment(amendment="D.2"))
    done(desk, AdoptAmendment(amendment="D.3"))
    done(desk, AdoptNode(node="1"))
    assert (row_of(desk, "1").tail, row_of(desk, "1bis").tail) == ("amended", "new")


def test_the_foot_names_what_keeps_the_paragraph_from_being_adopted(desk: Desk) -> None:
    def words() -> str:
        reading = Reading(desk.state.drafting, "conclusions")
        node = next(node for node in reading.text if reading.label(node.id) == "1")
        return foot_of(reading, node, "paragraph 1", "paragraph 1")[0]

    assert words() == "Paragraph 1 can be adopted when D.1 and D.2 are disposed of."
    done(desk, RejectAmendment(amendment="D.2"))
    assert words() == "Paragraph 1 can be adopted when D.1 is disposed of."
    for word in ("sound", "plain", "clear"):
        text = f"The Office should promote {word} work."
        done(desk, SubmitAmendment(by="workers", kind="replace", target="1", text=text))
    assert words() == "Paragraph 1 can be adopted when D.5 and 3 others are disposed of."


def test_rows_around_the_one_at_hand_are_in_sight(qtbot: QtBot, desk: Desk) -> None:
    station = shown(qtbot, desk)
    outline, model = station.parts.outline, station.parts.outline.rows_model
    outline.setFixedHeight(outline.sizeHintForRow(1) * 5)
    QApplication.processEvents()
    assert outline.verticalScrollBar().maximum() > 0
    for label in ("2", "1"):
        go(station, label)
        at = model.place_of(station.node_at_hand)
        for place in range(max(0, at - 1), min(model.rowCount(), at + 2)):
            assert outline.viewport().rect().contains(outline.visualRect(model.index(place)).center())
    station.bind(None)
