"""Several texts in the window: choosing one, and that everything then is about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.amendments.amendment import Drafting
from consult_app.drafting.handing_in.importing import ImportText
from consult_app.drafting.handing_in.window import CloseAmendments
from consult_app.ui.amendments.station import AmendmentsStation
from consult_app.ui.chosen_text import ChosenText, chosen_id, chosen_text
from consult_app.ui.language import Languages
from consult_app.ui.meeting.station import MeetingStation
from consult_app.ui.office import Office
from consult_app.ui.progress.station import ProgressStation
from consult_app.ui.publish.station import PublishStation
from consult_app.ui.table.cards import AmendmentCard
from consult_app.ui.table.station import TableStation
from consult_app.ui.text_names import short_name, text_name
from tests.ui.audit import nameless
from tests.ui.table_meeting import RESOLUTION, done, go, label_at_hand, meeting, meeting_with_resolution
from tests.ui.windows import table_of, window_with


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small invented meeting with a resolution, to which D.5 is."""
    return meeting_with_resolution(tmp_path)


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, path: Path) -> Iterator[Office]:
    """The window with that meeting, at the Table."""
    with window_with(qtbot, path) as office:
        yield office


@pytest.fixture
def table(office: Office) -> TableStation:
    """The Table."""
    return table_of(office)


def state_of(office: Office) -> Drafting:
    assert isinstance(office.desk, Desk)
    return office.desk.state.drafting


def test_the_first_text_is_worked_on_until_another_is_chosen(path: Path) -> None:
    with Desk.open(path) as desk:
        drafting = desk.state.drafting
        first = chosen_text(drafting)
        assert first is not None and first.id == "conclusions"
        ChosenText.instance().choose("resolution")
        assert chosen_id(drafting) == "resolution"
        ChosenText.instance().choose("one that is not there")
        assert chosen_id(drafting) == "conclusions"
        assert text_name(drafting.texts["resolution"]) == "Resolution concerning lamps"
        assert short_name(drafting, drafting.texts["resolution"]) == "resolution"


def test_the_choice_is_remembered_for_each_meeting() -> None:
    owner = ChosenText.instance()
    owner.open("one.consult")
    owner.choose("resolution")
    owner.open("two.consult")
    assert owner.text_id == ""
    owner.open("one.consult")
    assert owner.text_id == "resolution"


def test_a_single_text_needs_no_choice(qtbot: QtBot, tmp_path: Path) -> None:
    with meeting(tmp_path) as desk:
        station = TableStation()
        qtbot.addWidget(station)
        station.bind(desk)
        assert station.parts.texts.isHidden()
        assert chosen_id(desk.state.drafting) == ""
        station.bind(None)


def test_the_table_shows_the_text_that_is_chosen_and_comes_back_to_its_place(
    office: Office, table: TableStation
) -> None:
    chooser = table.parts.texts
    assert chooser.isVisible()
    assert [chooser.itemText(at) for at in range(chooser.count())] == [
        "Conclusions",
        "Resolution concerning lamps",
    ]
    go(table, "2(i)")
    table.parts.outline.setFocus()
    QTest.keyClick(table.parts.outline, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert table.text.id == "resolution"
    assert chooser.currentText() == "Resolution concerning lamps"
    assert [row.label for row in table.parts.outline.rows_model.rows if row.node] == ["", "1", "2"]
    go(table, "2")
    assert [card.face.number for card in _cards(table) if card.face is not None] == ["D.5"]
    table.next_text()
    assert (table.text.id, label_at_hand(table)) == ("conclusions", "2(i)")


def _cards(table: TableStation) -> list[AmendmentCard]:
    return [table.parts.list.card(name) for name in table.parts.list.shown]


def test_a_place_in_another_text_brings_that_text(office: Office, table: TableStation) -> None:
    office.ways.go_to_node(list(state_of(office).texts["resolution"].nodes)[1])
    assert (table.text.id, label_at_hand(table)) == ("resolution", "1")
    found = state_of(office).by_number("D.1")
    assert found is not None
    office.ways.go_to_amendment(found.id)
    assert (table.text.id, label_at_hand(table)) == ("conclusions", "1")


def test_unfinished_words_keep_the_text(office: Office, table: TableStation, qtbot: QtBot) -> None:
    go(table, "1")
    table.acting.edit()
    assert table.acting.editor is not None
    QTest.keyClicks(table.acting.editor.focusWidget(), "Something else. ")
    table.next_text()
    assert table.text.id == "conclusions"
    assert table.parts.texts.currentText() == "Conclusions"


def test_the_room_is_prepared_with_the_text_at_hand(office: Office, table: TableStation) -> None:
    table.next_text()
    room = office._room
    assert room is not None
    at_hand = room.control.at_hand
    assert at_hand is not None and at_hand.text == "resolution"


def test_an_amendment_is_handed_in_to_the_text_that_is_chosen(
    office: Office, table: TableStation, qtbot: QtBot
) -> None:
    table.next_text()
    office.shell.enter("amendments")
    station = office.shell.station("amendments")
    assert isinstance(station, AmendmentsStation)
    station.ask_for("")
    form = station.form
    assert form.texts.isVisible()
    form.node_field.setCurrentText("1")
    form.words_field.setPlainText("Lamps shall be lit.")
    form.attempt()
    qtbot.waitUntil(lambda: state_of(office).by_number("D.6") is not None)
    made = state_of(office).by_number("D.6")
    assert made is not None and made.text_id == "resolution"
    qtbot.waitUntil(lambda: station.table.chosen == made.id)
    rows = {row.number: row.to for row in station._rows}
    assert rows["D.6"] == "paragraph 1 · resolution"
    assert rows["D.1"] == "paragraph 1"
    # an amendment to a node of the other text begins there
    first = next(iter(state_of(office).texts["conclusions"].nodes))
    station.ask_for(first)
    assert form.texts.currentText() == "Conclusions"


def test_the_meeting_shows_one_text_and_takes_a_further_one_in(
    office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    office.shell.enter("meeting")
    station = office.shell.station("meeting")
    assert isinstance(station, MeetingStation)
    ChosenText.instance().choose("resolution")
    assert station.text.text is not None and station.text.text.id == "resolution"
    station.text.window_of.close_button.click()
    qtbot.waitUntil(lambda: state_of(office).texts["resolution"].amendments_closed)
    assert not state_of(office).texts["conclusions"].amendments_closed
    file = tmp_path / "decision.txt"
    file.write_text("Draft decision\n\n1. The Governing Body takes note.\n", "utf-8")
    station.preview(file, further=True)
    qtbot.waitUntil(lambda: station.importing.parsed is not None)
    assert station.importing.kind == "resolution"
    station.importing.kind_field.setCurrentIndex(station.importing.kind_field.findData("decision"))
    station.importing.accept()
    qtbot.waitUntil(lambda: "decision" in state_of(office).texts)
    qtbot.waitUntil(lambda: station.text.text is not None and station.text.text.id == "decision")
    assert ChosenText.instance().text_id == "decision"


def test_a_further_language_goes_to_the_text_that_is_chosen(
    office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    office.shell.enter("meeting")
    station = office.shell.station("meeting")
    assert isinstance(station, MeetingStation)
    ChosenText.instance().choose("resolution")
    file = tmp_path / "resolution.fr.txt"
    file.write_text("Résolution\n\n1. Les lampes.\n\n2. Les lampes propres.\n", "utf-8")
    station.preview(file)
    qtbot.waitUntil(lambda: station.importing.parsed is not None)
    assert station.importing.kind is None
    station.importing.accept()
    qtbot.waitUntil(lambda: state_of(office).texts["resolution"].languages == ("en", "fr"))


def test_progress_is_about_the_same_text(office: Office, table: TableStation) -> None:
    office.shell.enter("progress")
    station = office.shell.station("progress")
    assert isinstance(station, ProgressStation)
    station.texts.setCurrentIndex(1)
    station.texts.activated.emit(1)
    assert ChosenText.instance().text_id == "resolution"
    office.shell.enter("table")
    assert table.text.id == "resolution"


def test_a_text_that_comes_from_elsewhere_is_offered(
    office: Office, table: TableStation, qtbot: QtBot
) -> None:
    assert office.desk is not None
    done(office.desk, ImportText(language="en", nodes=RESOLUTION, kind="decision"))
    qtbot.waitUntil(lambda: table.parts.texts.count() == 3)
    done(office.desk, CloseAmendments(text_id="decision"))
    assert table.text.id == "conclusions"


def test_papers_of_one_text_are_named_after_it(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    office.shell.enter("publish")
    station = office.shell.station("publish")
    assert isinstance(station, PublishStation)
    assert station.texts.isVisible()
    lacking = station.lacking.text()
    station.texts.setCurrentIndex(station.texts.findData("resolution"))
    station.texts.activated.emit(station.texts.currentIndex())
    assert station.lacking.text() != lacking
    assert "preamble" not in station.lacking.text()
    for cell, box in station.matrix.cells.items():
        box.setChecked(cell in (("final", "en"), ("participants", "en")))
    for form, box in station.matrix.formats.items():
        box.setChecked(form == "docx")
    station.provisional.setChecked(True)
    station.folder.setText(str(tmp_path / "papers"))
    station.make_papers()
    qtbot.waitUntil(lambda: station.written.files.count() > 0, timeout=20_000)
    names = {station.written.files.item(at).text() for at in range(station.written.files.count())}
    assert names == {
        "invented-meeting-resolution-final-Provisional-En.docx",
        "invented-meeting-participants-Provisional-En.docx",
    }


@pytest.mark.parametrize("code", ["en", "fr", "es"])
def test_the_chooser_has_a_name(office: Office, table: TableStation, code: str) -> None:
    Languages.set(code)
    assert nameless(table.parts.texts) == []
