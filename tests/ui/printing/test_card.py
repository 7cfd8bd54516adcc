"""The card of copies in the Publish station: what is remembered, what is sent, and the run list."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.ui.language import Languages
from consult_app.ui.printing import sending
from consult_app.ui.printing.sending import CannotPrint, Job
from consult_app.ui.publish.station import PublishStation
from tests.ui.audit import nameless
from tests.ui.rooms import add_people, add_text, focus, new_desk, shown

MINUTE = 60_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        add_people(made)
        add_text(made)
        yield made


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """What goes to the two printers of the desk."""
    out: list[Job] = []

    def send(job: Job, _stop: object) -> None:
        if job.printer == "Broken":
            raise CannotPrint("out of paper.")
        out.append(job)

    monkeypatch.setattr(sending, "printers", lambda: ["Hall", "Broken"])
    monkeypatch.setattr(sending, "send", send)
    return out


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> PublishStation:
    made = PublishStation()
    shown(qtbot, made, desk)
    return made


def made(station: PublishStation, qtbot: QtBot) -> PublishStation:
    """The station with the list of participants in two languages made as PDF."""
    for key, box in station.matrix.cells.items():
        box.setChecked(key in (("participants", "en"), ("participants", "fr")))
    for form, box in station.matrix.formats.items():
        box.setChecked(form == "pdf")
    station.make_papers()
    qtbot.waitUntil(lambda: station.written.files.count() == 2, timeout=MINUTE)
    qtbot.waitUntil(lambda: len(station.printing._pages) == 2, timeout=MINUTE)
    return station


def test_before_anything_is_made_the_key_says_what_to_do(station: PublishStation, qtbot: QtBot) -> None:
    assert station.printing.isHidden()
    focus(qtbot, station, station.folder)
    QTest.keyClick(station.folder, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "Make the papers" in station.banner.words


def test_the_copies_that_are_set_are_printed_and_remembered(
    station: PublishStation, qtbot: QtBot, sent: list[Job]
) -> None:
    card = made(station, qtbot).printing
    qtbot.waitUntil(lambda: card.printer.count() == 2, timeout=MINUTE)
    assert not card.print_button.isEnabled()
    station.go_to_printing()
    QTest.keyClicks(card.copies["participants", "en"], "5")
    card.copies["participants", "fr"].set_value(2)
    assert card.total.text() == "7 sheets"
    card.sides.setCurrentIndex(card.sides.findData("one"))
    card.print_button.click()
    qtbot.waitUntil(lambda: "2 papers are at the printer" in station.banner.words, timeout=MINUTE)
    assert [(job.copies, job.printer, job.sides, job.paper) for job in sent] == [
        (5, "Hall", "one", ""),
        (2, "Hall", "one", ""),
    ]
    assert [job.path.name for job in sent] == [
        "river-ports-participants-En.pdf",
        "river-ports-participants-Fr.pdf",
    ]
    again = made(station, qtbot).printing
    assert again.copies["participants", "en"].value() == 5
    assert again.copies["participants", "fr"].value() == 2


def test_what_the_printer_says_is_told(station: PublishStation, qtbot: QtBot, sent: list[Job]) -> None:
    card = made(station, qtbot).printing
    qtbot.waitUntil(lambda: card.printer.count() == 2, timeout=MINUTE)
    card.printer.setCurrentIndex(card.printer.findData("Broken"))
    card.copies["participants", "en"].set_value(1)
    card.print_button.click()
    qtbot.waitUntil(lambda: "out of paper" in station.banner.words, timeout=MINUTE)
    assert card.print_button.isEnabled()
    assert sent == []


def test_without_a_printer_it_says_what_to_do(
    station: PublishStation, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "printers", list)
    card = made(station, qtbot).printing
    qtbot.waitUntil(lambda: not card.no_printer.isHidden(), timeout=MINUTE)
    card.copies["participants", "en"].set_value(1)
    assert "no printer" in card.no_printer.text()
    assert not card.print_button.isEnabled()
    assert card.list_button.isEnabled()
    monkeypatch.setattr(sending, "printers", lambda: ["Hall"])
    card.look_again.click()
    qtbot.waitUntil(lambda: card.print_button.isEnabled(), timeout=MINUTE)


def test_the_run_list_is_written(station: PublishStation, qtbot: QtBot, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    card = made(station, qtbot).printing
    card.copies["participants", "en"].set_value(30)
    path = tmp_path / "runs.xlsx"
    card.write_list(path)
    assert "runs.xlsx" in station.banner.words
    rows = [list(row) for row in load_workbook(io.BytesIO(path.read_bytes())).worksheets[0].values]
    assert rows[1][:5] == ["List of participants", "English", "1", "30", "30"]
    card.write_list(tmp_path / "runs.pdf")
    assert (tmp_path / "runs.pdf").read_bytes().startswith(b"%PDF")
    card.write_list(tmp_path / "nowhere" / "runs.pdf")
    assert "cannot be written" in station.banner.words


def test_every_control_has_a_name_and_the_language_may_change(station: PublishStation, qtbot: QtBot) -> None:
    card = made(station, qtbot).printing
    card.copies["participants", "en"].set_value(3)
    assert nameless(station) == []
    Languages.set("fr")
    assert nameless(station) == []
    assert card.copies["participants", "en"].value() == 3
