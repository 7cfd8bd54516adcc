"""A reference paper from a file, read in the background, with the points for discussion that it suggests."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from consult_app.meetings.acts import Language
from consult_app.ui.choosing_files import choose_file
from consult_app.ui.language import Languages, say, tr
from consult_app.ui.waiting import in_background, when_done

if TYPE_CHECKING:
    from consult_app.exchange.reference import Reference

_NAMED = re.compile(r"[._-](en|fr|es|sp)(?=[._-]|$)", re.IGNORECASE)


def language_of(path: Path) -> Language:
    """Return the language that the name of the file says ("paper-Fr.docx"), else the window's."""
    found = _NAMED.findall(path.stem)
    said = found[-1].lower() if found else Languages.current()
    return cast(Language, "es" if said == "sp" else said)


def choose_paper(owner: QWidget, then: Callable[[Path], object]) -> None:
    """Let the person choose the file of a paper; *then* gets it."""
    choose_file(owner, tr("Choose the paper"), then, filters=tr("Texts (*.docx *.odt *.txt);;All files (*)"))


def read_paper(
    owner: QWidget,
    path: Path,
    then: Callable[[Reference], object],
    failed: Callable[[str], object],
) -> None:
    """Read the paper in *path* and give it to *then*; *failed* gets in words why it cannot be read."""

    def job() -> Reference:
        from consult_app.exchange.reference import read_reference

        return read_reference(path, language_of(path))

    def unreadable(error: Exception) -> None:
        from consult_app.exchange.errors import Unreadable

        if not isinstance(error, Unreadable):
            raise error
        failed(say(error.message))

    when_done(in_background(job, "paper"), owner, then, unreadable)
