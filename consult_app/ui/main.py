"""The window's start: Qt, look, language, then the shell with its owner. Nothing heavy is imported
before the first frame is on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from consult_app import places
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages
from consult_app.ui.office import Office
from consult_app.ui.safety.endings import Endings
from consult_app.ui.safety.reports import Reports, log_file
from consult_app.ui.safety.unexpected import Unexpected, say_crash
from consult_app.ui.theme import Theme
from consult_app.ui.tidying import Tidying


def run(path: Path | None = None) -> int:
    """Open the window, with the meeting in *path* or with the start page; returns Qt's exit status."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    _name(app)
    reports = Reports()
    crash = reports.start()
    tidying = Tidying()
    tidying.start()
    Theme.instance().start()
    Languages.start()
    KeyChoices.instance().start()
    office = Office()
    office.closed.connect(tidying.begin_anew)
    unexpected = Unexpected(office, log_file())
    unexpected.start()
    shell = office.shell
    endings = Endings(office.safety.rescue, partial(_end, shell))
    endings.start()
    measured = os.environ.get("CONSULT_QUIT_WHEN_SHOWN") == "1"
    then = QApplication.quit if measured else partial(_open_door, office)
    shell.installEventFilter(_OnceShown(shell, then))
    shell.show()
    if crash is not None:
        say_crash(office, crash)
    if path is not None:
        # the window is on the screen first; the file opens behind it
        QTimer.singleShot(0, lambda: office.open(path))
    status = app.exec()
    office.close_meeting()
    endings.stop()
    tidying.stop()
    unexpected.stop()
    reports.stop()
    return status


def _name(app: QApplication) -> None:
    app.setApplicationName("Consult")
    app.setApplicationDisplayName("Consult")
    app.setDesktopFileName("consult")
    QGuiApplication.setWindowIcon(QIcon(str(places.resources() / "icons" / "consult.svg")))


def _end(shell: QWidget) -> None:
    """Close the window as a person would, and what else is open."""
    shell.close()
    QApplication.quit()


def _open_door(office: Office) -> None:
    """Hear of every further start from now on, until the window goes."""
    from consult_app.ui.safety.single import Door

    door = Door(office)
    door.listen()
    office.shell.closing.connect(door.close)


class _OnceShown(QObject):
    """Does something once the window's first frame is painted: nothing that can wait holds that up."""

    def __init__(self, shell: QObject, then: Callable[[], object]) -> None:
        super().__init__(shell)
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return super().eventFilter(watched, event)
