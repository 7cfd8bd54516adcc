"""Amendments out of a Word file: authors are given a group, what would come of it is shown, then taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.exchange.importing import import_command
from consult_app.exchange.reading import read_bytes
from consult_app.ui.amendments.station import AmendmentsStation
from consult_app.ui.language import Languages
from tests.exchange.word_files import changed, paragraph, run, word_file
from tests.ui.choosing import answered
from tests.ui.rooms import carry_out, new_desk, shown

ONE = "Ports are essential to trade and to the livelihood of many families."
HEAD = (
    paragraph("Conclusions", "Titel"),
    paragraph("The Tripartite Meeting on Ports,"),
    paragraph("Adopts, this sixth day of November 2026, the following conclusions:"),
    paragraph("General considerations", "Titre1"),
)


def file_with(one: str) -> bytes:
    return word_file((*HEAD, paragraph(one, number=(1, 0)), paragraph("Dialogue helps.", number=(1, 0))))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        carry_out(desk, import_command(read_bytes(file_with(run(ONE)), "en", "draft.docx"), desk.state))
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> AmendmentsStation:
    made = AmendmentsStation()
    shown(qtbot, made, desk)
    return made


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The person chooses *path* in the system's dialog."""
    answered(monkeypatch, path)


def tracked(tmp_path: Path) -> Path:
    """A file in which the secretary of the Workers' group and J. Doe each changed something."""
    inner = run(ONE.removesuffix(".")) + changed("ins", "Workers' Group", run(" and towns"))
    inner += changed("ins", "J. Doe", run(" everywhere")) + run(".")
    path = tmp_path / "tracked.docx"
    path.write_bytes(file_with(inner))
    return path


def lines(station: AmendmentsStation) -> list[str]:
    return [label.text() for label in station.taking_in.changes.findChildren(QLabel) if label.text()]


def test_a_file_is_taken_in_once_every_author_has_a_group(
    qtbot: QtBot, desk: Desk, station: AmendmentsStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, tracked(tmp_path))
    QTest.keyClick(station, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    page = station.taking_in
    assert "tracked.docx" in page.heading.text()
    qtbot.waitUntil(lambda: page.file is not None)
    assert not page.accept_button.isEnabled()
    workers, doe = page.authors.boxes["Workers' Group"], page.authors.boxes["J. Doe"]
    # the name is a suggestion and no more
    assert workers.currentData() == ""
    assert workers.itemData(1) == "workers"
    workers.setCurrentIndex(1)
    assert any("and towns" in line for line in lines(station))
    page.accept_button.click()
    assert "J. Doe" in page.banner.words
    assert desk.state.drafting.amendments == {}
    doe.setCurrentIndex(doe.findData("employers"))
    page.accept_button.click()
    qtbot.waitUntil(lambda: len(desk.state.drafting.amendments) == 2)
    assert {a.by for a in desk.state.drafting.amendments.values()} == {"workers", "employers"}
    qtbot.waitUntil(lambda: station.table.isVisible())
    assert station.details.isVisible()
    assert len(desk.rows()) == 3


def test_an_author_can_be_left_out(
    qtbot: QtBot, desk: Desk, station: AmendmentsStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, tracked(tmp_path))
    station.ask_file()
    page = station.taking_in
    qtbot.waitUntil(lambda: page.file is not None)
    page.authors.boxes["Workers' Group"].setCurrentIndex(1)
    doe = page.authors.boxes["J. Doe"]
    doe.setCurrentIndex(doe.count() - 1)
    for language, words in (("fr", "Les recevoir"), ("es", "Recibirlas"), ("en", "Take them in")):
        Languages.set(language)
        qtbot.waitUntil(lambda words=words: page.accept_button.text() == words)  # type: ignore[misc]
        assert page.authors.groups == {"Workers' Group": "workers"}
    page.accept()
    qtbot.waitUntil(lambda: len(desk.state.drafting.amendments) == 1)


def test_what_was_taken_in_is_in_sight_under_many_others(
    qtbot: QtBot, desk: Desk, station: AmendmentsStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = (
        SubmitAmendment(target="1", by="workers", kind="replace", text=f"Ports need {n} berths.")
        for n in range(12)
    )
    carry_out(desk, *added)
    station.refresh(None)
    station.resize(1000, 420)
    station.states.button("decided").click()
    chosen(monkeypatch, tracked(tmp_path))
    station.ask_file()
    page = station.taking_in
    qtbot.waitUntil(lambda: page.file is not None)
    for box in page.authors.boxes.values():
        box.setCurrentIndex(1)
    page.accept()
    qtbot.waitUntil(lambda: station.table.isVisible() and bool(station.banner.words))
    at_hand = desk.state.drafting.amendments[station.table.chosen]
    assert at_hand.number == "D.13"
    QApplication.processEvents()
    row = station.table.visualRect(station.table.currentIndex())
    assert station.table.viewport().rect().contains(row)


def test_what_is_no_file_of_amendments_is_said(
    qtbot: QtBot, station: AmendmentsStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = tmp_path / "clean.docx"
    clean.write_bytes(file_with(run(ONE)))
    chosen(monkeypatch, clean)
    station.ask_file()
    page = station.taking_in
    qtbot.waitUntil(lambda: "holds no tracked changes" in page.banner.words)
    assert not page.accept_button.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
