"""The system's dialogs for files, folders and printers, asked without holding up anything.

While a file is looked for a hundred people may watch the room: the dialog is modal to its own window alone,
the room's own window hears its keys, and the actions of the room have their keys in the dialog as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6 import (
    QtWidgets,
)  # a class of Qt's is made when it is first named: not before the window is shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from consult_app.ui.actions import Actions

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QDialog

_OF_THE_ROOM: Final = ("room.show", "room.hold", "room.blank", "room.off")


class Kind(Enum):
    """What is chosen: a file that is there, one that is to be written (asking before one is replaced, or
    not), or a folder."""

    FILE = "file"
    NEW_FILE = "new file"
    NEW_NAME = "new name"
    FOLDER = "folder"


@dataclass(frozen=True)
class Asked:
    """One question to the system's dialog; *filters* as Qt writes them, parted by two semicolons."""

    owner: QWidget
    title: str
    kind: Kind = Kind.FILE
    start: str = ""
    filters: str = ""


def choose_file(
    owner: QWidget, title: str, then: Callable[[Path], object], *, start: str = "", filters: str = ""
) -> None:
    """Let the person choose a file; *then* gets it, and is not called where none is chosen, or where *owner*
    is there no more."""
    _ask(Asked(owner, title, Kind.FILE, start, filters), then)


def choose_new_file(
    owner: QWidget,
    title: str,
    then: Callable[[Path], object],
    *,
    start: str = "",
    filters: str = "",
    only_name: bool = False,
) -> None:
    """As :func:`choose_file`, for a file that is to be written. Qt asks before one that is there is chosen,
    unless *only_name*: then nothing is written over it."""
    _ask(Asked(owner, title, Kind.NEW_NAME if only_name else Kind.NEW_FILE, start, filters), then)


def choose_folder(owner: QWidget, title: str, then: Callable[[Path], object], *, start: str = "") -> None:
    """As :func:`choose_file`, for a folder."""
    _ask(Asked(owner, title, Kind.FOLDER, start), then)


def choose_printer(owner: QWidget, printer: QPrinter, then: Callable[[], object]) -> None:
    """Let the person choose printer and pages for *printer*; *then* is called where they did."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, owner)
    dialog.accepted.connect(lambda: then() if shiboken6.isValid(owner) else None)
    _open(dialog, owner)


def _ask(asked: Asked, then: Callable[[Path], object]) -> None:
    dialog = QtWidgets.QFileDialog(asked.owner, asked.title)
    start = Path(asked.start).expanduser() if asked.start else None
    if asked.filters:
        dialog.setNameFilters(asked.filters.split(";;"))
    if asked.kind is Kind.FOLDER:
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.Directory)
        dialog.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
    elif asked.kind is Kind.FILE:
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
    else:
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QtWidgets.QFileDialog.Option.DontConfirmOverwrite, asked.kind is Kind.NEW_NAME)
        dialog.setDefaultSuffix(Path(asked.start).suffix.removeprefix("."))
    if start is not None and start.is_dir():
        dialog.setDirectory(str(start))
    elif start is not None:
        dialog.setDirectory(str(start.parent))
        dialog.selectFile(start.name)

    def chosen() -> None:
        files = dialog.selectedFiles()
        if files and shiboken6.isValid(asked.owner):
            then(Path(files[0]))

    dialog.accepted.connect(chosen)
    _open(dialog, asked.owner)


def _open(dialog: QDialog, owner: QWidget) -> None:
    """Show *dialog*, modal to the window of *owner* alone."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    known = getattr(owner.window(), "known_actions", None)
    if isinstance(known, Actions) and "room.off" in known:
        for action in _OF_THE_ROOM:
            dialog.addAction(known.action(action))
        if isinstance(dialog, QtWidgets.QFileDialog) and known.action("room.off").isEnabled():
            # the system's own dialog would keep these keys from us while the room sees something
            dialog.setOption(QtWidgets.QFileDialog.Option.DontUseNativeDialog)
    QtWidgets.QDialog.open(dialog)  # a print dialog has another of this name


__all__ = [
    "Asked",
    "Kind",
    "choose_file",
    "choose_folder",
    "choose_new_file",
    "choose_printer",
]
