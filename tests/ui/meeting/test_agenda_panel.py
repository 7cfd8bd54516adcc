"""The agenda in the window: items and points by key, their place, their text, their discussion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.coverage import SetAgendaItem
from consult_app.meetings.kept.agenda import labels
from consult_app.ui.language import Languages
from consult_app.ui.meeting.agenda_panel import AgendaPanel
from consult_app.ui.meeting.station import MeetingStation
from consult_app.ui.undo_words import undo_words
from tests.ui.audit import nameless
from tests.ui.rooms import add_text, carry_out, focus, new_desk, shown

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PAPER = """Background paper on river ports

Suggested points for discussion

1. Safety on the quay

What has reduced accidents?

2. Skills

Which skills are lacking?

Who should train?
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        add_text(made, ("en",))
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> MeetingStation:
    made = MeetingStation()
    shown(qtbot, made, desk)
    made.show_section("agenda")
    return made


@pytest.fixture
def panel(station: MeetingStation) -> AgendaPanel:
    return station.agenda


def add_three(desk: Desk) -> None:
    """Items 1 and 2, with points 1.1 and 1.2."""
    carry_out(
        desk,
        SetAgendaItem(titles={"en": "Safety"}),
        SetAgendaItem(titles={"en": "Skills"}),
        SetAgendaItem(titles={"en": "What reduces accidents?"}, under="1"),
        SetAgendaItem(titles={"en": "Who inspects?"}, under="1"),
    )


def lines(desk: Desk) -> list[str]:
    named = labels(desk.state.assembly.agenda)
    return [f"{named[each.id]} {each.titles['en']}" for each in desk.state.assembly.agenda]


def undo_label(desk: Desk) -> str:
    return undo_words(desk.undo_label(), desk.state)


def test_an_agenda_begins_with_one_key(
    panel: AgendaPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    assert panel.lists.currentWidget() is panel.empty
    assert nameless(station) == []
    focus(qtbot, station, panel.first_focus)
    QTest.keyClick(panel.first_focus, Qt.Key.Key_N)
    form = panel.form
    qtbot.waitUntil(form.titles["en"].hasFocus)
    QTest.keyClicks(form.titles["en"], "Safety on the quay")
    QTest.keyClick(form.titles["en"], Qt.Key.Key_Tab)
    QTest.keyClicks(form.titles["fr"], "Le travail sur les quais")
    QTest.keyClick(form.titles["fr"], Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: lines(desk) == ["1 Safety on the quay"])
    qtbot.waitUntil(lambda: panel.side.currentWidget() is panel.details)
    assert panel.model.rows[0].label == "1"
    assert "Le travail sur les quais" in panel.details.titles.text()
    assert nameless(station) == []


def test_nodes_are_found_by_label_and_ticked(
    panel: AgendaPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    add_three(desk)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 4)
    bare = panel.details.coverage.text()
    assert "belong to no item of the agenda" in bare
    panel.edit(panel.model.rows[0].id)
    picker = panel.form.nodes
    every = picker.list.count()
    QTest.keyClicks(picker.search, "3")
    assert 0 < picker.list.count() < every
    at = next(n for n in range(picker.list.count()) if picker.list.item(n).text().startswith("3 "))
    picker.list.setFocus()
    picker.list.setCurrentRow(at)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert picker.chosen_words.text() == "1 passage is ticked."
    panel.form.attempt()
    qtbot.waitUntil(lambda: panel.model.rows[0].about == "3")
    assert "3" not in panel.details.uncovered.text().split(", ")
    assert panel.details.about.text().startswith("3")


def test_items_are_moved_by_key_and_undo_names_them(
    panel: AgendaPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    add_three(desk)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 4)
    focus(qtbot, station, panel.table)
    panel.table.choose(panel.model.rows[2].id)
    QTest.keyClick(panel.table, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: lines(desk)[1] == "1.1 Who inspects?")
    assert undo_label(desk) == "move item 1.1 of the agenda"
    qtbot.waitUntil(lambda: panel.table.chosen == panel.model.rows[1].id)
    QTest.keyClick(panel.table, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: "1.2 Who inspects?" in lines(desk))
    QTest.keyClick(panel.table, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: "2.1 Who inspects?" in lines(desk))
    before = desk.seq
    QTest.keyClick(panel.table, Qt.Key.Key_Down, ALT)
    qtbot.wait(50)
    assert desk.seq == before
    qtbot.waitUntil(lambda: panel.model.rows[3].label == "2.1")
    QTest.keyClick(panel.table, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: "1.2 Who inspects?" in lines(desk))


def test_an_item_is_taken_up_and_closed_by_key(
    panel: AgendaPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    add_three(desk)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 4)
    focus(qtbot, station, panel.table)
    panel.table.choose(panel.model.rows[0].id)
    QTest.keyClick(panel.table, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: panel.close_item.isVisible())
    assert panel.model.rows[0].discussion.startswith("under discussion since")
    assert "outside the sittings" in station.banner.words
    QTest.keyClick(panel.table, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: panel.model.rows[0].discussion == "discussed")
    assert panel.take_up.isVisible()


def test_an_item_is_removed_after_the_question_and_undo_names_it(
    panel: AgendaPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    add_three(desk)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 4)
    focus(qtbot, station, panel.table)
    panel.table.choose(panel.model.rows[0].id)
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "points under it" in station.banner.words)
    station.banner.acted.emit()
    qtbot.waitUntil(lambda: lines(desk) == ["1 Skills"])
    assert undo_label(desk) == "take item 1 off the agenda"


def test_a_point_goes_under_the_item_at_hand(panel: AgendaPanel, desk: Desk, qtbot: QtBot) -> None:
    add_three(desk)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 4)
    panel.table.choose(panel.model.rows[3].id)
    panel.ask_point()
    assert panel.form.heading.text() == "Add a point for discussion"
    panel.form.titles["en"].setPlainText("Which skills are lacking?")
    panel.form.attempt()
    qtbot.waitUntil(lambda: "2.1 Which skills are lacking?" in lines(desk))


def test_what_is_wrong_stands_beside_its_field(panel: AgendaPanel, desk: Desk, qtbot: QtBot) -> None:
    add_three(desk)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 4)
    panel.ask_item()
    panel.form.attempt()
    assert "title" in panel.form.rows["en"].problem
    panel.form.titles["en"].setPlainText("Decent work")
    panel.form.number.setText("2")
    panel.form.attempt()
    assert panel.form.rows["number"].problem == "Another item has the number 2."
    panel.form.number.setText("3.1")
    panel.form.attempt()
    qtbot.waitUntil(lambda: "no stop in it" in panel.form.rows["number"].problem)
    QTest.keyClick(panel.form, Qt.Key.Key_Escape)
    assert panel.side.currentWidget() is panel.details
    assert lines(desk)[0] == "1 Safety"


def test_the_points_are_taken_from_a_paper(
    station: MeetingStation, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "paper.en.txt"
    path.write_text(PAPER, "utf-8")
    station.read_points(path)
    qtbot.waitUntil(lambda: "2 items with 3 points" in station.banner.words)
    station.banner.acted.emit()
    qtbot.waitUntil(lambda: len(desk.state.assembly.documents) == 1)
    assert lines(desk)[2:] == ["2 Skills", "2.1 Which skills are lacking?", "2.2 Who should train?"]
    empty = tmp_path / "letter.en.txt"
    empty.write_text("Dear colleagues\n", "utf-8")
    station.read_points(empty)
    qtbot.waitUntil(lambda: "No points for discussion" in station.banner.words)


def test_the_language_may_change(
    panel: AgendaPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    carry_out(desk, SetAgendaItem(titles={"en": "Safety", "fr": "Sécurité"}, nodes=("3", "heading 1")))
    qtbot.waitUntil(lambda: len(panel.model.rows) == 1)
    Languages.set("fr")
    qtbot.waitUntil(lambda: panel.model.rows[0].title == "Sécurité")
    assert panel.model.rows[0].about == "3, intertitre 1"
