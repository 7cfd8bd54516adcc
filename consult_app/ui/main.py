"""The window's start: Qt, look, language, then the shell with its owner. Nothing heavy is imported
before the first frame is on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from consult_app import places
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Theme, new_application
from consult_app.ui.office import Office
from consult_app.ui.starting.reports import Reports, log_file
from consult_app.ui.starting.tidying import Tidying
from consult_app.ui.starting.unexpected import Unexpected, say_crash

if TYPE_CHECKING:
    from consult_app.ui.starting.endings import Endings

_UNPAINTED: Final = 1_000
"""Milliseconds after which a window that has painted nothing counts as shown."""


def run(path: Path | None = None) -> int:
    """Open the window, with the meeting in *path* or with the start page; returns Qt's exit status."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = new_application(sys.argv[:1])
    _name(app)
    reports = Reports()
    crash = reports.start()
    tidying = Tidying()
    tidying.start()  # and never gives it back: the process ends with the window
    Theme.instance().start(sheet=False)
    Languages.start()
    KeyChoices.instance().start()
    office = Office()
    Theme.instance().dress()
    office.closed.connect(tidying.begin_anew)
    unexpected = Unexpected(office, log_file())
    unexpected.start()
    shell = office.shell
    measured = os.environ.get("CONSULT_QUIT_WHEN_SHOWN") == "1"
    hearing = _Hearing(office)
    shell.installEventFilter(OnceShown(shell, QApplication.quit if measured else hearing.start))
    shell.show()
    if crash is not None:
        say_crash(office, crash)
    if path is not None:
        # the window is on the screen first; the file opens behind it
        QTimer.singleShot(0, lambda: office.open(path))
    status = app.exec()
    office.close_meeting()
    hearing.stop()
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


class _Hearing:
    """Hears from outside, once the window is shown: of every further start, and of the wish that it ends."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._endings: Endings | None = None

    def start(self) -> None:
        """Hear from now on."""
        from consult_app.ui.starting.endings import Endings
        from consult_app.ui.starting.single import Door

        self._endings = Endings(self._office.safety.rescue, partial(_end, self._office.shell))
        self._endings.start()
        door = Door(self._office)
        door.listen()
        self._office.shell.closing.connect(door.close)

    def stop(self) -> None:
        """Hear no more of endings; the door was closed with the window."""
        if self._endings is not None:
            self._endings.stop()


class OnceShown(QObject):
    """Does something once the window's first frame is painted: nothing that can wait holds that up. A window
    that comes up hidden, and so paints nothing, does it a second later."""

    def __init__(self, shell: QObject, then: Callable[[], object]) -> None:
        """To be installed as an event filter of *shell*; *then* is called once."""
        super().__init__(shell)
        self._shell, self._then = shell, then
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override."""
        if event.type() == QEvent.Type.Show:
            self._timer.start(_UNPAINTED)
        elif event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return super().eventFilter(watched, event)

    @Slot()
    def _shown(self) -> None:
        self._shell.removeEventFilter(self)
        self._then()
