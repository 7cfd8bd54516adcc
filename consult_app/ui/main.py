"""The window's start: Qt, look, language, then the shell with its owner. Nothing heavy is imported
before the first frame is on the screen."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from consult_app import places
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages
from consult_app.ui.office import Office
from consult_app.ui.theme import Theme
from consult_app.ui.tidying import Tidying

_log = logging.getLogger(__name__)


def run(path: Path | None = None) -> int:
    """Open the window, with the meeting in *path* or with the start page; returns Qt's exit status."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    _name(app)
    tidying = Tidying()
    tidying.start()
    Theme.instance().start()
    Languages.start()
    KeyChoices.instance().start()
    office = Office()
    _catch_the_unexpected(office)
    shell = office.shell
    if os.environ.get("CONSULT_QUIT_WHEN_SHOWN") == "1":
        shell.installEventFilter(_QuitWhenShown(shell))
    shell.show()
    if path is not None:
        # the window is on the screen first; the file opens behind it
        QTimer.singleShot(0, lambda: office.open(path))
    status = app.exec()
    office.close_meeting()
    tidying.stop()
    return status


def _name(app: QApplication) -> None:
    app.setApplicationName("Consult")
    app.setApplicationDisplayName("Consult")
    app.setDesktopFileName("consult")
    QGuiApplication.setWindowIcon(QIcon(str(places.resources() / "icons" / "consult.svg")))


class _QuitWhenShown(QObject):
    """Ends the program once the window's first frame is painted: for measuring the start."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)


def _catch_the_unexpected(office: Office) -> None:
    """An error that nobody expected is written down and said in the banner; the window goes on.
    What was decided is on disk already."""
    log_file = places.state_dir() / "consult.log"
    handler = logging.FileHandler(log_file, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log.error("unexpected error", exc_info=(kind, error, trace))
        office.say_unexpected(error, log_file)

    sys.excepthook = hook
