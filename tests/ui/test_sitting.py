"""A whole sitting by keys alone, through the real window; the pictures of it are another matter
(``python -m tests.ui.sitting``)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.places import documents_dir
from consult_app.sample import play, prepare
from consult_app.ui.file.openings import SAMPLE_FOLDER, SAMPLE_UNTIL
from consult_app.ui.language import Languages
from consult_app.ui.office import Office
from consult_app.ui.table.station import TableStation
from tests.ui.sitting import Clerk, close_up, hold


def test_a_sitting_is_held_by_keys_alone(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    file = prepare(documents_dir() / SAMPLE_FOLDER)
    play(file, until=SAMPLE_UNTIL).close()
    office = Office()
    qtbot.addWidget(office.shell, before_close_func=lambda _shell: office.close_meeting())
    office.shell.resize(1366, 768)
    office.shell.show()
    office.shell.activateWindow()
    clerk = Clerk(office)
    hold(clerk)
    before = clerk.desk.seq
    table = office.shell.station("table")
    assert isinstance(table, TableStation)
    column = table.parts.list
    for language in ("fr", "es", "en"):  # the longest names of numbers and groups fit the column
        Languages.set(language)
        wide = [column.card(name).minimumSizeHint().width() for name in column.shown]
        assert wide and max(wide) <= column.width(), language
    close_up(clerk)
    drafting = clerk.desk.state.drafting
    states = {each.number: each.state for each in drafting.amendments.values()}
    assert (states["D.9"], states["D.9/S.1"]) == ("adopted_as_subamended", "adopted")
    assert (states["D.3"], states["D.11"], states["D.21"]) == ("rejected", "adopted", "adopted")
    assert [states[number] for number in states if number.startswith("live")] == ["under_discussion"]
    assert clerk.desk.seq == before + 2  # the live change adopted, and taken back
    assert clerk.desk.state.assembly.votes
