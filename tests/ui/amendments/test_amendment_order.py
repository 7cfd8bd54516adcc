"""The order of discussion at the Amendments station, and the chair's own with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.floor import WithdrawAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.amendments.station import AmendmentsStation
from tests.ui.audit import nameless
from tests.ui.rooms import add_amendments, add_people, add_text, carry_out, focus, new_desk, shown, words_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        add_people(made)
        add_text(made)
        add_amendments(made)
        carry_out(
            made,
            SubmitAmendment(by="government", kind="delete", target="1"),
            SubmitAmendment(by="workers", kind="delete", target="4"),
            WithdrawAmendment(amendment="D.4"),
        )
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> AmendmentsStation:
    made = AmendmentsStation()
    shown(qtbot, made, desk)
    made.sorting.button("discussion").click()
    return made


def numbers(station: AmendmentsStation) -> list[str]:
    return [row.number for row in station.model.rows]


def test_pending_ones_stand_in_order_of_discussion(station: AmendmentsStation) -> None:
    assert numbers(station) == ["D.3", "D.1", "D.2"]
    assert station.ordering.isVisible()
    assert "proposed" in station.ordering.standing.text()
    station.sorting.button("receipt").click()
    assert numbers(station) == ["D.1", "D.2", "D.3", "D.4"]
    assert not station.ordering.isVisible()


def test_the_chairs_order_is_recorded_with_its_reason(
    station: AmendmentsStation, desk: Desk, qtbot: QtBot
) -> None:
    focus(qtbot, station, station.table)
    station.table.choose(station.ordering.order[2])
    QTest.keyClick(station.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert numbers(station) == ["D.3", "D.2", "D.1"]
    assert station.table.chosen == station.ordering.order[1]
    assert nameless(station) == []
    QTest.keyClick(station.ordering.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "give one" in station.ordering.problem.text())
    station.ordering.reason.setText("The Employers leave early.")
    QTest.keyClick(station.ordering.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not station.ordering.unkept)
    text = next(iter(desk.state.drafting.texts.values()))
    assert len(text.order) == 3
    assert numbers(station) == ["D.3", "D.2", "D.1"]
    assert "set by the chair" in station.ordering.standing.text()
    station.ordering.back.click()
    qtbot.waitUntil(lambda: numbers(station) == ["D.3", "D.1", "D.2"])


def test_an_order_that_was_not_kept_is_given_up(station: AmendmentsStation, desk: Desk) -> None:
    before = desk.seq
    station.table.choose(station.ordering.order[0])
    station.ordering.down.click()
    assert numbers(station) == ["D.1", "D.3", "D.2"]
    QTest.keyClick(station.ordering.reason, Qt.Key.Key_Escape)
    assert numbers(station) == ["D.3", "D.1", "D.2"]
    assert desk.seq == before


def test_what_cannot_be_placed_is_marked_and_given_a_sort_code_by_keyboard(
    station: AmendmentsStation, desk: Desk, qtbot: QtBot
) -> None:
    words = words_of(desk, "1").split(" ")
    for word in ("essential", "vital"):
        text = " ".join([*words[:-1], word, words[-1]])
        carry_out(desk, SubmitAmendment(by="workers", kind="replace", target="5", text=text))
    qtbot.waitUntil(lambda: "D.6" in numbers(station))
    codes = {row.number: row.code for row in station.model.rows}
    assert codes["D.5"] == codes["D.6"] == "⚠ needed"
    assert codes["D.1"] == ""
    assert station.ordering.open.text() == "⚠ 2 amendments cannot be placed without a sort code."
    station.sorting.button("receipt").click()
    focus(qtbot, station, station.table)
    station.table.choose(next(row.id for row in station.model.rows if row.number == "D.6"))
    QTest.keyClick(station.table, Qt.Key.Key_O)
    assert station.in_discussion_order
    coding = station.ordering.coding
    assert coding.field.hasFocus()
    assert "D.5 and D.6 touch the same words" in coding.why.text()
    assert nameless(station) == []
    QTest.keyClicks(coding.field, "m-1")
    QTest.keyClick(coding.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not a sort code" in station.banner.words)
    QTest.keyClick(coding.field, Qt.Key.Key_Escape)
    assert coding.field.text() == ""
    QTest.keyClick(station.table, Qt.Key.Key_O)
    QTest.keyClicks(coding.field, "m1")
    QTest.keyClick(coding.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.state.drafting.by_number("D.6").sort_code == "M1")  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: station.ordering.open.isHidden())
    order = numbers(station)
    assert order.index("D.6") + 1 == order.index("D.5")
    assert {row.number: row.code for row in station.model.rows}["D.6"] == "M1"
