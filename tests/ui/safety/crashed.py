"""A meeting whose program was killed: for the tests of what is found when it is opened again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.journal.beside import Beside
from consult_app.journal.jottings import Scratch
from consult_app.ui.office import Office
from consult_app.ui.safety.found_words import FoundWords
from consult_app.ui.table.editor import Editor
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import go, press


def opened(qtbot: QtBot, path: Path) -> Office:
    """A window with the meeting in *path* open and in front."""
    office = Office()
    qtbot.addWidget(office.shell, before_close_func=lambda _shell: office.close_meeting())
    office.shell.show()
    office.open(path)
    qtbot.waitUntil(lambda: office.desk is not None, timeout=20_000)
    office.shell.activateWindow()
    qtbot.waitUntil(office.shell.isActiveWindow)
    return office


def table_of(office: Office) -> TableStation:
    """The Table of *office*, in sight."""
    office.shell.enter("table")
    station = office.shell.station("table")
    assert isinstance(station, TableStation)
    return station


def desk_of(office: Office) -> Desk:
    """The desk of the meeting that is open."""
    assert office.desk is not None
    return office.desk


def kept(office: Office) -> list[Scratch]:
    """What stands in the file beside the journal now."""
    return desk_of(office).beside(Beside.scratch).result()


def killed(qtbot: QtBot, office: Office, name: str = "killed") -> Path:
    """The files of the meeting as they lie on disk now, two seconds after the last letter, while the
    program has them open: what is there after it was killed."""
    office.safety.look()
    desk_of(office).beside(lambda _beside: None).result()
    path = desk_of(office).path
    copy = path.with_name(f"{name}.consult")
    for end in ("", "-wal"):
        source = path.with_name(path.name + end)
        if source.exists():
            shutil.copyfile(source, copy.with_name(copy.name + end))
    return copy


def found_in(qtbot: QtBot, office: Office) -> FoundWords:
    """The banner over what was found, once it is there."""
    qtbot.waitUntil(lambda: office.safety.found is not None and office.safety.found.isVisible())
    found = office.safety.found
    assert found is not None
    return found


def wait_for(qtbot: QtBot, so: Callable[[], bool]) -> None:
    """Wait until *so* holds."""
    QApplication.processEvents()
    qtbot.waitUntil(so)


def editor_at(office: Office, label: str) -> Editor:
    """The inline editor, opened by its key at the node with that label."""
    station = table_of(office)
    go(station, label)
    station.parts.text.setFocus()
    press(station, Qt.Key.Key_F2)
    assert station.acting.editor is not None
    return station.acting.editor


def editor_of(office: Office) -> Editor:
    """The inline editor that is open."""
    editor = table_of(office).acting.editor
    assert editor is not None
    return editor


def crashed(qtbot: QtBot, office: Office) -> Office:
    """The same meeting opened again after the program of *office* was killed."""
    copy = killed(qtbot, office, f"{desk_of(office).path.stem}-killed")
    office.shell.close()
    return opened(qtbot, copy)
