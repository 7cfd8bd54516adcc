"""A list of participants is brought in: its columns, its faults at their rows, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.exchange.people import PeopleTable, read_people
from consult_app.ui.language import Languages
from consult_app.ui.people import importing as people_import
from consult_app.ui.people.importing import PeopleImport
from consult_app.ui.people.station import PeopleStation
from tests.exchange.people_files import ADA, BO, HEADS, separated, workbook
from tests.ui.audit import nameless
from tests.ui.choosing import answered
from tests.ui.people.people_station import names, person, with_people
from tests.ui.rooms import new_desk

LUIS = ("Luis Ferreyra", "Mr", "member", "workers", "Uruguay", "")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> PeopleStation:
    return with_people(qtbot, desk)


@pytest.fixture
def read(qtbot: QtBot, station: PeopleStation, tmp_path: Path) -> Callable[..., PeopleImport]:
    """Write a file, bring its preview into sight, and wait until it has been looked through."""

    def do(data: bytes, name: str = "list.csv") -> PeopleImport:
        path = tmp_path / name
        path.write_bytes(data)
        station.preview(path)
        return looked_through(qtbot, station.importing)

    return do


def looked_through(qtbot: QtBot, page: PeopleImport) -> PeopleImport:
    qtbot.waitUntil(lambda: not page.busy, timeout=60_000)
    return page


def choose(page: PeopleImport, key: str) -> None:
    """Say what becomes of a name that is there already."""
    choice = page.choices.duplicates
    choice.setCurrentIndex(choice.findData(key))
    choice.activated.emit(choice.currentIndex())


def fates(page: PeopleImport) -> list[str]:
    return [str(page.model.index(at, 1).data()) for at in range(page.model.rowCount())]


def test_a_workbook_is_previewed_and_brought_in_as_a_whole(
    station: PeopleStation, desk: Desk, qtbot: QtBot, read: Callable[..., PeopleImport]
) -> None:
    page = read(workbook(HEADS, ADA, BO), "Participants 2026.xlsx")
    assert station.pages.currentWidget() is page
    assert page.heading.text() == "Import Participants 2026.xlsx"
    assert fates(page) == ["put on the list", "put on the list"]
    assert page.sum.text() == "2 put on the list."
    assert page.accept_button.text() == "Import 2 people"
    assert nameless(station) == []
    QTest.keyClick(page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Ada Beacon" in names(station))
    qtbot.waitUntil(lambda: "2 people were imported." in station.banner.words)
    assert station.pages.currentWidget() is not page
    found = person(desk, "Bo Fyr")
    assert (found.role, found.group, found.country) == ("substitute", "government", "SE")
    assert desk.undo_label() is not None


def test_each_fault_stands_at_its_row_and_nothing_is_imported(
    station: PeopleStation, desk: Desk, read: Callable[..., PeopleImport]
) -> None:
    boss = ("Cyd Lantern", "Mr", "boss", "employers", "Kenya", "2026-02-31")
    page = read(separated(HEADS, ADA, boss))
    assert fates(page)[0] == "put on the list"
    assert fates(page)[1].startswith("Role: “boss” is no role")
    # the row with the fault is at hand, and everything that is wrong with it is said
    assert "Row 3, column “Role”" in page.detail.text()
    assert "Row 3, column “Credentials received on”" in page.detail.text()
    assert page.sum.text().startswith("1 row has a fault; nothing is imported")
    assert not page.accept_button.isEnabled()
    rows = desk.seq
    page.accept()
    assert desk.seq == rows
    page.shown.button("faults").click()
    assert page.model.rowCount() == 1


def test_what_a_column_holds_can_be_chosen(
    desk: Desk, station: PeopleStation, qtbot: QtBot, read: Callable[..., PeopleImport]
) -> None:
    page = read(separated(("Person", "Whence", "Side"), ("Ada Beacon", "Norway", "workers")))
    assert "No column with the names was found" in page.sum.text()
    page.choices.headings.setCurrentIndex(page.choices.headings.findData("1"))
    page.choices.headings.activated.emit(page.choices.headings.currentIndex())
    for column, field in enumerate(("name", "country", "group")):
        looked_through(qtbot, page)
        choice = page.view.mapping.choices()[column]
        choice.setCurrentIndex(choice.findData(field))
        choice.activated.emit(choice.currentIndex())
    looked_through(qtbot, page)
    assert fates(page) == ["put on the list"]
    assert page.view.mapping.choices()[1].accessibleName() == "What column “Whence” holds"
    # a field is in one column only: taken elsewhere, it leaves the first
    choice = page.view.mapping.choices()[2]
    choice.setCurrentIndex(choice.findData("country"))
    choice.activated.emit(choice.currentIndex())
    looked_through(qtbot, page)
    assert page.view.mapping.choices()[1].currentData() == ""
    assert "Not imported: Whence." in page.sum.text()


def test_rows_without_a_group_or_role_have_those_that_are_chosen(
    station: PeopleStation, desk: Desk, qtbot: QtBot, read: Callable[..., PeopleImport]
) -> None:
    page = read(separated(("Name",), ("Ada Beacon",)))
    assert "needs a group" in fates(page)[0]
    for choice, key in ((page.choices.group, "employers"), (page.choices.role, "adviser")):
        choice.setCurrentIndex(choice.findData(key))
        choice.activated.emit(choice.currentIndex())
    looked_through(qtbot, page)
    page.accept()
    qtbot.waitUntil(lambda: "Ada Beacon" in names(station))
    assert (person(desk, "Ada Beacon").group, person(desk, "Ada Beacon").role) == ("employers", "adviser")


@pytest.mark.parametrize(
    ("key", "fate", "count"),
    [
        pytest.param("ask", "Row 2: Luis Ferreyra is on the list of participants already.", 0, id="a fault"),
        pytest.param("skip", "passed over: the name is there already", 0, id="passed over"),
        pytest.param("update", "the data of Luis Ferreyra are brought up to date", 1, id="updated"),
        pytest.param("both", "put on the list as another person of that name", 1, id="another"),
    ],
)
def test_what_becomes_of_a_name_that_is_there(
    qtbot: QtBot, read: Callable[..., PeopleImport], key: str, fate: str, count: int
) -> None:
    page = read(separated(HEADS, LUIS))
    choose(page, key)
    looked_through(qtbot, page)
    assert fates(page) == [fate]
    assert page.preview is not None
    assert len(page.preview.people) == count
    assert page.accept_button.isEnabled() == bool(count)


def test_an_update_is_carried_out(
    station: PeopleStation, desk: Desk, qtbot: QtBot, read: Callable[..., PeopleImport]
) -> None:
    page = read(separated(HEADS, LUIS))
    choose(page, "update")
    looked_through(qtbot, page).accept()
    qtbot.waitUntil(lambda: person(desk, "Luis Ferreyra").country == "UY")
    assert names(station).count("Luis Ferreyra") == 1


def test_a_file_that_is_no_list_says_what_to_do(read: Callable[..., PeopleImport]) -> None:
    page = read(b"%PDF-1.7", "list.csv")
    assert "This is a PDF file" in page.banner.words
    assert page.model.rowCount() == 0
    assert not page.accept_button.isEnabled()


def test_reading_can_be_stopped(
    station: PeopleStation, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, begun = Event(), Event()

    def slow(path: Path, sheet: str) -> PeopleTable:
        begun.set()
        assert held.wait(60)
        return read_people(path, sheet)

    monkeypatch.setattr(people_import, "read_people", slow)
    path = tmp_path / "long.csv"
    path.write_bytes(separated(HEADS, ADA))
    station.preview(path)
    page = station.importing
    assert begun.wait(60)
    assert page.progress.isVisible()
    assert page.progress_words.text() == "Reading long.csv…"
    page.stop_button.click()
    held.set()
    assert not page.busy
    assert "Stopped; nothing was imported." in page.banner.words
    qtbot.wait(50)
    assert page.table is None


def test_a_list_is_dropped_on_the_station(station: PeopleStation, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "dropped.csv"
    path.write_bytes(separated(HEADS, ADA))
    for urls, taken in ((["file:///picture.png"], False), ([QUrl.fromLocalFile(str(path)).toString()], True)):
        data = QMimeData()
        data.setUrls([QUrl(url) for url in urls])
        entering = QDragEnterEvent(
            station.rect().center(),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        entering.ignore()
        station.dragEnterEvent(entering)
        assert entering.isAccepted() == taken
    dropping = QDropEvent(
        QPointF(station.rect().center()),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    station.dropEvent(dropping)
    assert fates(looked_through(qtbot, station.importing)) == ["put on the list"]


def test_a_file_is_chosen_by_key_and_cancelled_by_key(
    station: PeopleStation, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "chosen.csv"
    path.write_bytes(separated(HEADS, ADA))
    answers = iter(["", str(path)])
    answered(monkeypatch, lambda _asked: next(answers))
    QTest.keyClick(station.table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert station.pages.currentWidget() is not station.importing
    QTest.keyClick(station.table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert station.pages.currentWidget() is station.importing
    looked_through(qtbot, station.importing)
    QTest.keyClick(station.importing.view, Qt.Key.Key_Escape)
    assert station.pages.currentWidget() is not station.importing


def test_a_sheet_is_chosen_and_other_words_change_nothing(
    station: PeopleStation, qtbot: QtBot, read: Callable[..., PeopleImport]
) -> None:
    def second(sheet: object) -> None:
        book = sheet.parent  # type: ignore[attr-defined]
        other = book.create_sheet("Observers")
        for row in (HEADS, BO):
            other.append(list(row))

    page = read(workbook(HEADS, ADA, then=second), "two.xlsx")
    assert page.choices.rows["sheet"].isVisible()
    page.choices.sheet.setCurrentIndex(page.choices.sheet.findData("Observers"))
    page.choices.sheet.activated.emit(page.choices.sheet.currentIndex())
    looked_through(qtbot, page)
    assert str(page.model.index(0, 2).data()) == "Bo Fyr"
    Languages.set("fr")
    qtbot.waitUntil(lambda: page.heading.text() != "Import two.xlsx")
    assert page.model.rowCount() == 1
    assert page.choices.sheet.currentData() == "Observers"
