"""The Publish station: papers are chosen, what they lack is said before, and they are made behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.publishing import export as exporting
from consult_app.ui.language import Languages
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.publish.station import PublishStation
from tests.ui.audit import nameless
from tests.ui.choosing import answered
from tests.ui.rooms import add_amendments, add_people, add_text, focus, new_desk, shown

MINUTE = 60_000
"""How long a machine under load may take over a few papers; nothing is measured."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        add_people(made)
        add_text(made)
        add_amendments(made)
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> PublishStation:
    made = PublishStation()
    shown(qtbot, made, desk)
    return made


def only(station: PublishStation, *cells: tuple[str, str]) -> None:
    """Tick these papers and languages and no others."""
    for key, box in station.matrix.cells.items():
        box.setChecked(key in cells)


def test_all_that_there_is_matter_for_is_ticked(station: PublishStation) -> None:
    chosen = station.matrix.chosen()
    assert chosen["final"] == ("en", "fr")
    assert "participants" in chosen
    assert not station.matrix.cells["final", "es"].isEnabled()


@pytest.mark.parametrize("high", [420, 2400], ids=("with a bar", "without one"))
def test_the_foot_ends_where_the_cards_end(station: PublishStation, high: int) -> None:
    station.resize(1300, high)
    QApplication.processEvents()

    def right(part: QWidget) -> int:
        return part.mapTo(station, part.rect().topRight()).x()

    assert right(station.verify) == right(station.matrix)


def test_formats_stand_in_one_line_where_there_is_room(station: PublishStation) -> None:
    lines = []
    for wide in (1300, 2400):
        station.resize(wide, 900)
        QApplication.processEvents()
        lines.append(len({box.y() for box in station.matrix.formats.values()}))
    assert lines == [2, 1]


def test_what_lacks_is_said_before_and_bars_the_final_text_only(station: PublishStation) -> None:
    assert "not been adopted as a whole" in station.lacking.text()
    assert "into French" in station.lacking.text()
    assert not station.make.isEnabled()
    only(station, ("final", "en"))
    assert "French" not in station.lacking.text()
    station.provisional.setChecked(True)
    assert station.make.isEnabled()
    station.provisional.setChecked(False)
    only(station, ("participants", "fr"))
    assert station.make.isEnabled()
    assert "at any time" in station.lacking.text()
    only(station)
    assert not station.make.isEnabled()


def test_what_bars_the_papers_is_said_beside_the_button_and_on_its_key(
    station: PublishStation, qtbot: QtBot, tmp_path: Path
) -> None:
    station.resize(1366 - 72, 768 - 120)
    assert not station.make.isEnabled() and "tick “Provisional”" in station.barred.text()
    for part in (station.make, station.barred):
        at = part.mapTo(station, part.rect().bottomRight())
        assert part.isVisible() and station.rect().contains(at)
    assert "untick “Final text”" in station.barred.text()
    box, said = (part.mapTo(station, QPoint(0, 0)) for part in (station.provisional, station.barred))
    assert box.y() < said.y()
    station.matrix.offer(["participants"], ("en",), fresh=True)
    assert station.matrix.cells["participants", "fr"].toolTip() == "There is no text in French yet."
    assert not station.matrix.cells["participants", "en"].toolTip()
    assert station.make.isEnabled() and not station.barred.isVisible()
    station.folder.setText("")
    focus(qtbot, station, station.folder)
    QTest.keyClick(station.folder, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert station.banner.words == "Choose where the papers go."


def test_each_obstacle_is_a_sentence_and_names_its_language_once(station: PublishStation) -> None:
    lines = station.lacking.text().split("\n")
    assert all(line.endswith(".") and line[0].isupper() for line in lines)
    assert sum("French" in line for line in lines) == 1 and "Français" not in station.lacking.text()
    shown = [label for label in station.lacking.findChildren(QLabel) if label.isVisible()]
    assert [label.text() for label in shown] == lines


def test_the_left_half_grows_with_the_window(station: PublishStation) -> None:
    widths = []
    for wide in (1296, 1850):
        station.resize(wide, 900)
        QApplication.processEvents()
        widths.append(station.preview.mapTo(station, QPoint(0, 0)).x())
    assert widths[0] < widths[1] <= fonts.pixels(640) + 2


def test_papers_that_lack_something_are_made_as_provisional_from_the_notice(
    station: PublishStation, qtbot: QtBot, tmp_path: Path
) -> None:
    station.folder.setText(str(tmp_path / "out"))
    station.matrix.offer(["final"], ("en",), fresh=True)
    focus(qtbot, station, station.folder)
    QTest.keyClick(station.folder, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "still lacks something" in station.banner.words
    assert station.banner.press()
    qtbot.waitUntil(lambda: bool(station.written.paths), timeout=MINUTE)
    assert station.provisional.isChecked() and not station.barred.isVisible()


def test_papers_are_made_and_the_pdf_is_shown(station: PublishStation, desk: Desk, qtbot: QtBot) -> None:
    only(station, ("participants", "en"), ("final", "en"))
    station.provisional.setChecked(True)
    assert station.make.text() == "Make 5 files"
    station.matrix.formats["xlsx"].setChecked(False)
    assert station.make.text() == "Make 4 files"
    focus(qtbot, station, station.folder)
    QTest.keyClick(station.folder, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: station.written.files.count() == 4, timeout=MINUTE)
    files = sorted((desk.path.parent / "papers").iterdir())
    assert sorted(path.suffix for path in files) == [".docx", ".docx", ".pdf", ".pdf"]
    assert station.written.files.currentItem().text().endswith(".pdf")
    qtbot.waitUntil(
        lambda: station.preview.pages > 0 and station.preview.pages == station.preview.total, timeout=MINUTE
    )
    assert not station.progress.isVisible()
    assert station.make.isEnabled()
    for path in files:
        (row,) = (at for at in range(4) if station.written.files.item(at).text() == path.name)
        station.written.files.setCurrentRow(row)
        assert station.preview.path == path.with_suffix(".pdf")
    qtbot.waitUntil(lambda: station.preview.pages > 0, timeout=MINUTE)


def test_papers_in_different_languages_are_made_together(station: PublishStation, qtbot: QtBot) -> None:
    only(station, ("participants", "en"), ("participants", "fr"), ("sheet", "fr"))
    for form in ("pdf", "xlsx"):
        station.matrix.formats[form].setChecked(False)
    station.make_papers()
    qtbot.waitUntil(lambda: station.written.files.count() == 3, timeout=MINUTE)
    assert not station.written.open_folder.isHidden()
    assert station.preview.path is None


def test_only_tables_come_as_a_spreadsheet(station: PublishStation, desk: Desk, qtbot: QtBot) -> None:
    only(station, ("participants", "en"), ("sheet", "fr"))
    assert station.make.text() == "Make 5 files"
    for form in ("docx", "pdf"):
        station.matrix.formats[form].setChecked(False)
    assert station.make.text() == "Make 1 file"
    station.make_papers()
    qtbot.waitUntil(lambda: station.written.files.count() == 1, timeout=MINUTE)
    assert station.written.files.item(0).text() == "river-ports-participants-En.xlsx"
    only(station, ("sheet", "fr"))
    assert not station.make.isEnabled()


def test_stop_ends_it_before_the_next_file(
    station: PublishStation, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Event()

    def slow(*given: object, **_named: object) -> list[Path]:
        stop = given[-1]
        assert callable(stop)
        begun.set()
        while not stop():
            pass
        raise exporting.Stopped

    monkeypatch.setattr(exporting, "export", slow)
    only(station, ("participants", "en"))
    station.make_papers()
    assert begun.wait(60)
    assert station.stop_button.isVisible()
    assert not station.make.isEnabled()
    station.stop_button.click()
    qtbot.waitUntil(lambda: "Stopped" in station.banner.words)
    assert station.make.isEnabled()
    assert not (desk.path.parent / "papers").exists()


def test_a_folder_that_cannot_be_written_to_is_said(
    station: PublishStation, tmp_path: Path, qtbot: QtBot
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x")
    station.folder.setText(str(in_the_way))
    only(station, ("participants", "en"))
    station.make_papers()
    qtbot.waitUntil(lambda: "cannot be written" in station.banner.words, timeout=MINUTE)


def test_ticks_stay_when_the_meeting_goes_on(station: PublishStation, desk: Desk, qtbot: QtBot) -> None:
    only(station, ("final", "en"))
    add_text(desk, ("es",))
    qtbot.waitUntil(lambda: station.matrix.cells["final", "es"].isEnabled())
    assert station.matrix.chosen() == {"final": ("en",)}


def test_every_control_has_a_name_and_the_language_may_change(station: PublishStation, qtbot: QtBot) -> None:
    assert nameless(station) == []
    Languages.set("fr")
    qtbot.waitUntil(lambda: "en français" in station.lacking.text())
    assert station.matrix.chosen()["final"] == ("en", "fr")


def test_a_paper_is_verified(
    station: PublishStation, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = exporting.export(desk.state, desk.seq, tmp_path / "out", ["participants"], ["en"], ["docx"])
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7 cut short")
    chosen = [str(papers[0]), str(other), ""]
    answered(monkeypatch, lambda _asked: chosen.pop(0))
    focus(qtbot, station, station.folder)
    QTest.keyClick(
        station.folder,
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: "word for word" in station.banner.words, timeout=MINUTE)
    station.verify.click()
    qtbot.waitUntil(lambda: "damaged" in station.banner.words, timeout=MINUTE)
    station.verify.click()
    assert not chosen


def test_the_word_before_the_formats_keeps_in_line_with_them_at_every_scale(
    qtbot: QtBot, station: PublishStation
) -> None:
    words = station.matrix._format_words
    for scale in (1.5, 2.0, 1.0):
        station.hide()
        Theme.instance().set_scale(scale)  # while it is out of sight: its boxes have the old type still
        station.show()
        boxes = [box for box in station.matrix.formats.values() if box.isVisible()]
        qtbot.waitUntil(lambda boxes=boxes: words.height() == boxes[0].height())  # type: ignore[misc]
        assert words.minimumHeight() == boxes[0].sizeHint().height()
