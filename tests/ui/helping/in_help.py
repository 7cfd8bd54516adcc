"""An office with the sample meeting in its middle, for the tests of help."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.places import documents_dir
from consult_app.sample import play, prepare
from consult_app.ui.office import Office
from consult_app.ui.openings import SAMPLE_FOLDER, SAMPLE_UNTIL


def shown_office(qtbot: QtBot) -> Office:
    """An office at its start page, on the screen."""
    made = Office()
    qtbot.addWidget(made.shell, before_close_func=lambda _shell: made.close_meeting())
    made.shell.resize(1366, 768)
    made.shell.show()
    made.shell.activateWindow()
    qtbot.waitUntil(made.shell.isActiveWindow)
    return made


def hold_sample() -> None:
    """Hold the sample meeting up to its middle, where the start page looks for it."""
    play(prepare(documents_dir() / SAMPLE_FOLDER), until=SAMPLE_UNTIL).close()


def in_sample(qtbot: QtBot) -> Office:
    """An office in the sample meeting, at the Table."""
    hold_sample()
    office = shown_office(qtbot)
    office.openings.open_sample()
    qtbot.waitUntil(lambda: office.shell.in_meeting, timeout=20_000)
    QApplication.processEvents()
    return office
