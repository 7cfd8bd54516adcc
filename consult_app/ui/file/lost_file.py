"""The meeting file was moved, deleted or replaced while it was open: said at once, with the way out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from consult_app.ui.choosing_files import choose_new_file
from consult_app.ui.failures import words_of
from consult_app.ui.language import tr
from consult_app.ui.waiting import in_window, when_done
from consult_app.ui.window.standing import Offered, StandingNotice

if TYPE_CHECKING:
    from consult_app.desk import Desk
    from consult_app.journal.displaced import Displaced
    from consult_app.ui.window.shell import Shell

_NAME: Final = "file"


class LostFile(QObject):
    """Watches the file of the meeting that is open in *shell*; *followed* is called when it stands otherwise
    than before, so that the footer says what is true."""

    def __init__(self, shell: Shell, followed: Callable[[], object]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._followed = followed
        self._desk: Desk | None = None

    def bind(self, desk: Desk | None) -> None:
        """Watch the file of *desk*; None when the meeting is closed."""
        self._desk = desk
        self._shell.standing.take_away(_NAME)
        if desk is not None:
            desk.hear_displaced(in_window(self, partial(self._heard, desk)))

    @property
    def lost(self) -> bool:
        """Whether there is no file now in which decisions are saved."""
        return self._desk is not None and lies_nowhere(self._desk)

    def ask_place(self) -> None:
        """Let the person say where the meeting goes on: the whole of it is written there."""
        if self._desk is None:
            return
        path = self._desk.path
        start = path if path.parent.is_dir() else Path.home() / path.name
        choose_new_file(
            self._shell,
            tr("Save a copy"),
            self.go_on_in,
            start=str(start),
            filters=f"{tr('Meetings')} (*.consult)",
        )

    def go_on_in(self, target: Path) -> None:
        """Write the whole meeting to *target* and go on there; the banner says how that went."""
        if self._desk is not None:
            said = partial(self._went_on, target)
            when_done(self._desk.go_on_in(target), self, said, self._failed)

    def _went_on(self, target: Path, _nothing: None) -> None:
        self._shell.show_notice(
            "info", tr("The whole meeting was saved as {file} and goes on there.", file=target.name)
        )

    def _failed(self, error: Exception) -> None:
        self._shell.show_notice("error", words_of(error))

    def _heard(self, desk: Desk, found: Displaced | None) -> None:
        if desk is not self._desk:
            return
        if found is None:
            self._shell.standing.take_away(_NAME)
        elif found.now is None:
            save = Offered(lambda: tr("Save a copy…"), self.ask_place, "Ctrl+Shift+S")
            self._shell.standing.put(_NAME, StandingNotice(partial(_lost, found), (save,), "error"))
        else:
            read = partial(self._shell.standing.take_away, _NAME)
            seen = Offered(lambda: tr("Go on"), read)
            self._shell.standing.put(_NAME, StandingNotice(partial(_written, found), (seen,), leave=read))
        self._followed()


def lies_nowhere(desk: Desk) -> bool:
    """Whether the file of *desk* is displaced, and nothing was written in its place."""
    return desk.displaced is not None and desk.displaced.now is None


def _lost(found: Displaced) -> str:
    if found.how == "gone":
        return tr(
            "{file} was moved or deleted while it was open, and cannot be written again in its place. "
            "What is decided is kept in backups only: save a copy, and the meeting goes on there.",
            file=found.was.name,
        )
    return tr(
        "Another file was put in the place of {file}, and nothing can be written beside it. What is "
        "decided is kept in backups only: save a copy, and the meeting goes on there.",
        file=found.was.name,
    )


def _written(found: Displaced) -> str:
    if found.now == found.was:
        return tr(
            "{file} was moved or deleted while it was open. The whole meeting, with every decision, was "
            "written again in its place; a file that was moved elsewhere takes no further decisions.",
            file=found.was.name,
        )
    return tr(
        "{file} was moved while it was open, and another file stands in its place. The whole meeting, with "
        "every decision, goes on beside it as {now}.",
        file=found.was.name,
        now=found.now.name if found.now is not None else "",
    )


__all__ = ["LostFile", "lies_nowhere"]
