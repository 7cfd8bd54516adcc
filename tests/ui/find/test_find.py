"""Finding in the window: the bar, its list, the way to what was found and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.wordings.search import query
from consult_app.ui.find.finder import Finder
from consult_app.ui.language import Languages
from consult_app.ui.office import Office
from consult_app.ui.table.station import TableStation
from consult_app.ui.text.found_marks import found_in
from tests.ui.audit import nameless
from tests.ui.table_meeting import done, label_at_hand, meeting
from tests.ui.windows import table_of, window_with


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    """The window with the small invented meeting, at the Table."""
    meeting(tmp_path).close()
    with window_with(qtbot, tmp_path / "table.consult", 1300, 760) as office:
        yield office


@pytest.fixture
def finder(office: Office) -> Finder:
    """The finder, its bar open."""
    QTest.keyClick(table_of(office).parts.outline, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert office.wayfinding.finder is not None and office.wayfinding.finder.is_open
    return office.wayfinding.finder


@pytest.fixture
def table(office: Office) -> TableStation:
    """The Table."""
    return table_of(office)


def lines(finder: Finder) -> list[tuple[str, str, str]]:
    model = finder.bar.list.found
    results = [model.result(row) for row in range(len(model.occurrences))]
    return [(each.label, each.language, each.found) for each in results if each is not None]


def test_it_finds_in_every_language_and_in_amendments(finder: Finder) -> None:
    finder.bar.field.setText("ge")
    assert ("Preamble clause 1", "en", "Ge") in lines(finder)
    assert ("Preamble clause 1", "fr", "Gè") not in lines(finder)
    finder.bar.field.setText("geneve")
    assert lines(finder) == [("Preamble clause 1", "fr", "Genève")]
    finder.bar.field.setText("relevant")
    assert lines(finder) == [("D.4, proposed words", "en", "relevant")]
    finder.bar.field.setText("D.4")
    assert finder.bar.list.found.result(0).after.startswith("Ama Quartey-Lindt")  # type: ignore[union-attr]
    finder.bar.exact.setChecked(True)
    finder.bar.field.setText("office")
    assert lines(finder) == []
    assert finder.bar.count.text() == "Not found"


def test_enter_goes_there_shows_the_language_and_keeps_the_focus(finder: Finder, table: TableStation) -> None:
    table.parts.languages.choose("en")
    table.parts.shown_otherwise.emit()
    QTest.keyClicks(finder.bar.field, "soutenir")
    assert label_at_hand(table) != "2(i)", "nothing moves while somebody types"
    assert finder.bar.count.text() == "1 found"
    QTest.keyClick(finder.bar.field, Qt.Key.Key_Return)
    assert label_at_hand(table) == "2(i)"
    assert table.parts.codes == ("en", "fr")
    assert table.parts.text.columns.at_hand == "fr"
    assert finder.bar.field.hasFocus()
    assert finder.bar.count.text() == "1 of 1"


def test_f3_steps_round_and_enter_goes_on(office: Office, finder: Finder, table: TableStation) -> None:
    finder.bar.field.setText("should")
    total = len(lines(finder))
    assert total >= 2
    step = office.shell.known_actions.action("edit.find_next").trigger
    seen = []
    for _ in range(total + 1):
        step()
        seen.append(finder.bar.list.row)
    assert sorted(seen[:-1]) == list(range(total))
    assert seen[-1] == seen[0]
    office.shell.known_actions.action("edit.find_back").trigger()
    assert finder.bar.list.row == seen[-2]
    QTest.keyClick(finder.bar.field, Qt.Key.Key_Return)
    assert finder.bar.list.row == seen[-1]


def test_the_arrows_walk_the_list_and_enter_goes_to_the_line_chosen(
    finder: Finder, table: TableStation
) -> None:
    finder.bar.field.setText("rt")  # support, report
    first = finder.bar.list.row
    QTest.keyClick(finder.bar.field, Qt.Key.Key_Down)
    assert finder.bar.list.row == first + 1
    QTest.keyClick(finder.bar.field, Qt.Key.Key_Return)
    assert finder.bar.list.row == first + 1
    assert table.current_node.id == finder.bar.list.found.occurrences[first + 1].passage.node


def test_esc_closes_it_takes_the_marks_away_and_gives_the_focus_back(
    office: Office, table: TableStation, qtbot: QtBot
) -> None:
    table.parts.text.setFocus()
    qtbot.waitUntil(table.parts.text.hasFocus)
    office.shell.known_actions.action("edit.find").trigger()
    finder = office.wayfinding.finder
    assert finder is not None
    finder.bar.field.setText("decent")
    assert table.parts.text._painter.marks.asked
    QTest.keyClick(finder.bar.field, Qt.Key.Key_Escape)
    assert not finder.is_open
    assert table.parts.text.hasFocus()
    assert not table.parts.text._painter.marks.asked


def test_marks_are_painted_without_laying_anything_out_anew(
    finder: Finder, table: TableStation, qtbot: QtBot
) -> None:
    layouts = table.parts.text._layouts
    qtbot.waitUntil(lambda: all(layouts.is_laid(row) for row in range(len(layouts.rows))))
    before = [layouts.cells(row) for row in range(len(layouts.rows))]
    plain = table.parts.text.viewport().grab().toImage()
    finder.bar.field.setText("promote")
    qtbot.waitUntil(lambda: table.parts.text.viewport().grab().toImage() != plain)
    assert all(now is then for now, then in zip(map(layouts.cells, range(len(before))), before, strict=True))


def test_a_decision_is_followed_and_the_one_at_hand_stays(
    office: Office, finder: Finder, table: TableStation, qtbot: QtBot
) -> None:
    finder.bar.field.setText("decent work")
    QTest.keyClick(finder.bar.field, Qt.Key.Key_Return)
    kept = finder.bar.list.found.occurrences[finder.bar.list.row].passage.node
    assert isinstance(office.desk, Desk)
    done(office.desk, AdoptAmendment(amendment="D.1"))
    qtbot.waitUntil(lambda: "fair and decent" in table.current_node.text("en"))
    qtbot.waitUntil(lambda: "fair" in finder.bar.list.found.occurrences[0].passage.words)
    assert finder.bar.list.found.occurrences[finder.bar.list.row].passage.node == kept
    assert finder.bar.count.text().startswith("1 of")


def test_an_amendment_is_shown_at_the_amendments_while_they_are_in_sight(
    office: Office, finder: Finder
) -> None:
    office.shell.enter("amendments")
    finder.open()
    finder.bar.field.setText("D.3")
    QTest.keyClick(finder.bar.field, Qt.Key.Key_Return)
    assert office.shell.station_at_hand == "amendments"
    station = office.shell.station("amendments")
    assert office.desk is not None
    assert station.table.chosen == office.desk.state.drafting.by_number("D.3").id  # type: ignore[attr-defined,union-attr]
    assert finder.bar.field.hasFocus()
    finder.bar.field.setText("Having met")
    QTest.keyClick(finder.bar.field, Qt.Key.Key_Return)
    assert office.shell.station_at_hand == "table"


def test_a_change_throughout_begins_with_the_words_as_they_stand(office: Office, finder: Finder) -> None:
    finder.bar.field.setText("DECENT work")
    finder.bar.throughout.click()
    station = office.shell.station("amendments")
    form = station.form  # type: ignore[attr-defined]
    assert form.kind == "global"
    assert form.old_field.text() == "decent work"
    assert form.new_field.hasFocus()


def test_elsewhere_it_is_not_offered_and_the_bar_goes(office: Office, finder: Finder) -> None:
    office.shell.enter("people")
    assert not finder.is_open
    assert not office.shell.known_actions.action("edit.find").isEnabled()
    office.shell.enter("table")
    assert office.shell.known_actions.action("edit.find").isEnabled()


def test_go_to_offers_places_only(office: Office) -> None:
    office.shell.known_actions.action("go.place").trigger()
    palette = office.wayfinding.palette
    assert palette is not None and palette.isVisible()
    names = [offer.words for offer in palette._offers]
    assert "D.1" in names and "Paragraph 2(ii)" in names
    assert not any("Undo" in name or "Quit" in name for name in names)
    palette.search.setText("2(ii)")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    station = office.shell.station("table")
    assert isinstance(station, TableStation) and label_at_hand(station) == "2(ii)"


@pytest.mark.parametrize("width", [940, 1300])
@pytest.mark.parametrize("code", ["en", "fr", "es"])
def test_every_part_has_a_name_and_nothing_is_cut(
    office: Office, finder: Finder, qtbot: QtBot, code: str, width: int
) -> None:
    Languages.set(code)
    office.shell.resize(width, 700)
    finder.bar.field.setText("decent")
    qtbot.wait(20)
    assert nameless(finder.bar) == []
    bar = finder.bar
    shown = [b for b in (bar.whole, bar.exact, bar.before, bar.next, bar.close_button) if b.isVisible()]
    for button in shown:
        assert button.width() >= button.minimumSizeHint().width()
        assert button.mapTo(bar, QPoint(button.width(), 0)).x() <= bar.width()


def test_what_stands_between_two_words_does_not_hide_them() -> None:
    # "should [promote] protect work" with "promote" put in and a number after it
    words = "should promote\u00a0D.1\u00a0 protect 𝒜 work"
    assert found_in(words, [(7, 19)], query("should  protect")) == [[(0, 7), (19, 27)]]
    assert found_in(words, [], query("should protect")) == []
    assert found_in(words, [], query("work")) == [[(31, 35)]]
