"""An office with the sample meeting in its middle, for the tests of help."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.places import documents_dir
from consult_app.sample import play, prepare
from consult_app.ui.file.openings import SAMPLE_FOLDER, SAMPLE_UNTIL
from consult_app.ui.office import Office


def shown_office(qtbot: QtBot) -> Office:
    """An office at its start page, on the screen."""
    made = Office()
    qtbot.addWidget(made.shell, before_close_func=lambda _shell: made.close_meeting())
    made.shell.resize(1366, 768)
    made.shell.show()
    made.shell.activateWindow()
    qtbot.waitUntil(made.shell.isActiveWindow)
    return made


@cache
def _held() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "held.consult"
        play(file, until=SAMPLE_UNTIL).close()
        return file.read_bytes()


def hold_sample() -> None:
    """Hold the sample meeting up to its middle, where the start page looks for it."""
    prepare(documents_dir() / SAMPLE_FOLDER).write_bytes(_held())


def in_sample(qtbot: QtBot) -> Office:
    """An office in the sample meeting, at the Table."""
    hold_sample()
    office = shown_office(qtbot)
    office.openings.open_sample()
    qtbot.waitUntil(lambda: office.shell.in_meeting, timeout=20_000)
    QApplication.processEvents()
    return office
