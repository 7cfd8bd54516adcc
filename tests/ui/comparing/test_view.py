"""The comparison at the Table, on a real desk: opened, read, stepped through, swapped, exported, left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.translation.translating import EditWording
from consult_app.ui.comparing.view import ComparingView
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages
from consult_app.ui.table.station import TableStation
from tests.ui.audit import nameless
from tests.ui.comparing.compared_meeting import decided
from tests.ui.table_meeting import done, empty_meeting, press, shown

NO_WINDOWS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting after its first sitting."""
    with decided(tmp_path) as desk:
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The Table of it, unbound before the desk is closed."""
    station = shown(qtbot, desk)
    yield station
    station.bind(None)


def _opened(qtbot: QtBot, station: TableStation) -> ComparingView:
    view = station.comparing.view
    with qtbot.waitSignal(view.shown):
        station.comparing.open()
    return view


def _again(qtbot: QtBot, view: ComparingView) -> None:
    qtbot.waitUntil(lambda: not view.busy)


def _labels(view: ComparingView) -> list[str]:
    return [row.label for row in view.text._compared.rows]


def test_it_takes_the_place_of_the_text_and_esc_gives_it_back(qtbot: QtBot, station: TableStation) -> None:
    station.parts.outline.setFocus()
    view = _opened(qtbot, station)
    assert station.comparing.is_open
    assert view.text.hasFocus()
    assert station.first_focus() is view.text
    press(station, Qt.Key.Key_Escape)
    assert station.parts.pages.currentWidget() is station.parts.splitter
    assert station.parts.outline.hasFocus()


def test_esc_leaves_it_from_wherever_in_it_the_focus_is(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    stops = [
        each
        for each in view.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
    ]
    assert len(stops) > 3
    for stop in stops:
        station.comparing.open()
        stop.setFocus()
        QTest.keyClick(stop, Qt.Key.Key_Escape)
        assert not station.comparing.is_open, stop


def test_it_begins_with_the_import_and_now_and_only_what_differs(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    assert view.head.first.text().startswith("As imported")
    assert view.head.second.text() == "The text now"
    assert _labels(view) == ["heading 1", "1", "1bis", "2(ii)"]
    assert view.head.count.text() == "4 of 8 passages differ"
    view.head.extent.button("all").click()
    assert len(_labels(view)) == 8


def test_keys_go_from_change_to_change_in_the_whole_text(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    view.head.extent.button("all").click()
    view.text.setFocus()
    press(station, Qt.Key.Key_Home)
    found = []
    view.text.choose("0")
    for _ in range(5):
        press(station, Qt.Key.Key_J)
        found.append(_labels(view)[view.text.place])
    assert found == ["heading 1", "1", "1bis", "2(ii)", "2(ii)"]
    press(station, Qt.Key.Key_K)
    assert _labels(view)[view.text.place] == "1bis"
    press(station, Qt.Key.Key_Down)
    assert _labels(view)[view.text.place] == "2"


def test_the_keys_are_those_that_lead_through_the_text(qtbot: QtBot, station: TableStation) -> None:
    KeyChoices.instance().choose("table/Next paragraph", ("Y",), ("J", "Ctrl+Down"))
    view = _opened(qtbot, station)
    before = station.current_node.id
    assert view.head.next_button.hint == "Y"
    press(station, Qt.Key.Key_Y)
    assert view.text.place == 1
    press(station, Qt.Key.Key_J)
    assert (view.text.place, station.current_node.id) == (1, before)


def test_letters_decide_nothing_behind_it(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    before, seq = station.current_node.id, station.desk.seq
    asked: list[str] = []
    station.amendment_asked.connect(asked.append)
    for widget in (view.text, view.head.swap_button):
        widget.setFocus()
        for key in "nvjamtlq1":
            press(station, key)
    assert (station.current_node.id, station.desk.seq, asked) == (before, seq, [])
    assert station.parts.side.page == "amendments"
    assert station.comparing.is_open


def test_a_reader_of_the_screen_hears_what_changed_the_passage(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    notes = [view.text._compared.cells(place)[0].note for place in range(4)]
    assert notes == [
        "D.5 · taken out",
        "D.1",
        "D.3 · put in",
        "Paragraph 2(ii) · change the words of 2(ii)",
    ]
    Languages.set("fr")
    qtbot.waitUntil(lambda: view.text._compared.cells(0)[0].note != notes[0])
    assert not nameless(view)


def test_going_to_a_passage_leaves_it(qtbot: QtBot, station: TableStation) -> None:
    _opened(qtbot, station)
    assert station.go_to(next(iter(station.text.tree.walk())))
    assert not station.comparing.is_open


def test_swapped_what_was_put_in_is_taken_out(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    view.head.swap_button.click()
    _again(qtbot, view)
    assert view.head.first.text() == "The text now"
    assert view.found is not None
    fates = {line.cells[0].label: line.cells[0].fate for line in view.found.changed}
    assert fates == {"heading 1": "inserted", "1": "words", "1bis": "deleted", "2(ii)": "words"}


def test_another_moment_is_found_by_a_few_letters(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    field = view.head.first
    field.setFocus()
    field.selectAll()
    found = [m for m in field.matches("adopt d.3") if m.kind == "decision"]
    assert len(found) == 1
    field.setText("adopt d.3")
    field.returnPressed.emit()
    _again(qtbot, view)
    assert _labels(view) == ["heading 1", "2(ii)"]


def test_a_row_that_has_no_name_can_be_typed(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    view.head.second.setText("5")
    view.head.second.returnPressed.emit()
    _again(qtbot, view)
    assert view.found is not None
    assert view.found.second.seq == 5
    view.head.second.setText("no such thing")
    view.head.second.returnPressed.emit()
    assert view.head.second.text().startswith("Row 5")


def test_nothing_differs_is_said(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    view.head.choose(view.head.second.chosen, view.head.second.chosen)
    view.compare()
    _again(qtbot, view)
    assert view.pages.currentWidget() is view.empty
    assert view.empty.accessibleName() == "Nothing differs"
    assert not view.head.next_button.isEnabled()


def test_what_is_recorded_meanwhile_is_in_the_text_now(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    view = _opened(qtbot, station)
    words = {"text": "support all other stakeholders;", "by": "the Office", "editorial": True}
    done(desk, EditWording(node="2(i)", language="en", confirm=True, **words))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: "2(i)" in _labels(view))
    assert station.comparing.is_open


def test_languages_stand_side_by_side(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    assert view.head.codes == ("en", "fr")
    assert not view.head.languages.button("es").isEnabled()
    view.head.languages.button("en").click()
    _again(qtbot, view)
    assert view.text.columns.languages == ("fr",)


def test_enter_leads_to_the_paragraph_at_the_table(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    view.text.choose("1")
    press(station, Qt.Key.Key_Return)
    assert not station.comparing.is_open
    assert station.reading is not None
    assert station.reading.label(station.current_node.id) == "1"


def test_it_is_written_as_the_paper(qtbot: QtBot, desk: Desk, station: TableStation, tmp_path: Path) -> None:
    view = _opened(qtbot, station)
    station.comparing.write(tmp_path / "papers")
    qtbot.waitUntil(lambda: station.banner.words != "", timeout=20_000)
    names = sorted(path.name for path in (tmp_path / "papers").iterdir())
    assert view.found is not None
    rows = f"{view.found.moments[0].seq}-{desk.seq}"
    assert len(names) == 4
    assert all(f"comparison-{rows}" in name for name in names)


def test_leaving_stops_what_is_read(qtbot: QtBot, station: TableStation) -> None:
    station.comparing.open()
    assert station.comparing.view.busy
    station.comparing.leave()
    _again(qtbot, station.comparing.view)
    assert station.comparing.view.found is None
    assert _opened(qtbot, station).found is not None


def test_nothing_of_a_closed_meeting_is_kept(qtbot: QtBot, station: TableStation, tmp_path: Path) -> None:
    view = _opened(qtbot, station)
    (tmp_path / "other").mkdir()
    with empty_meeting(tmp_path / "other") as other:
        station.bind(other)
        assert view.found is None
        assert _labels(view) == []
        station.comparing.open()
        assert not station.comparing.is_open
        station.bind(None)


@NO_WINDOWS
def test_the_list_drops_down_with_every_moment(qtbot: QtBot, station: TableStation) -> None:
    view = _opened(qtbot, station)
    view.head.first.setFocus()
    press(station, Qt.Key.Key_Down)
    popup = view.head.first._list.popup()
    assert popup is not None
    assert popup.isVisible()
    assert popup.model().rowCount() == 9
    popup.hide()
