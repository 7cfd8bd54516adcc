"""Copies of the meeting file: a whole one for the secretariat, one without private notes to hand out, and
the second place for those that the program makes by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.choosing_files import choose_folder, choose_new_file
from consult_app.ui.failures import words_of
from consult_app.ui.language import tr
from consult_app.ui.waiting import in_background, when_done

if TYPE_CHECKING:
    from consult_app.ui.file.lost_file import LostFile
    from consult_app.ui.window.shell import Shell


class Copies(QObject):
    """Saves copies of the meeting that is open in *shell*: ``source()`` is its file, None without one; a file
    that is *lost* is saved as a whole first. What went wrong is said in the banner."""

    def __init__(self, shell: Shell, source: Callable[[], Path | None], lost: LostFile) -> None:
        super().__init__(shell)
        self._shell = shell
        self._source = source
        self._lost = lost

    def register(self, actions: Actions) -> None:
        """Register both ways to save a copy."""

        def possible() -> bool:
            return self._source() is not None

        actions.add(
            ActionSpec("file.copy", N_("Save a copy…"), "file", ("Ctrl+Shift+S",), group=1),
            partial(self.ask, private=True),
            enabled=possible,
        )
        actions.add(
            ActionSpec("file.public_copy", N_("Save a copy without private notes…"), "file", group=1),
            partial(self.ask, private=False),
            enabled=possible,
        )
        actions.add(
            ActionSpec("file.second_place", N_("Second place for backups…"), "file", group=1),
            self.ask_second_place,
        )

    def ask(self, *, private: bool) -> None:
        """Let the person say where the copy goes, and save it: a whole one, or one without what is
        *private*."""
        source = self._source()
        if source is None:
            return
        if self._lost.lost:
            self._lost.ask_place()
            return
        end = "copy" if private else "without-notes"
        choose_new_file(
            self._shell,
            tr("Save a copy") if private else tr("Save a copy without private notes"),
            partial(self.save, private=private),
            start=str(source.with_stem(f"{source.stem}-{end}")),
            filters=f"{tr('Meetings')} (*.consult)",
        )

    def save(self, target: Path, *, private: bool) -> None:
        """Save a copy as *target*, in the background; the banner says when it is done."""
        source = self._source()
        if source is None:
            return

        def job() -> Path:
            from consult_app.journal.backups import copy

            copy(source, target, private=private)
            return target

        done = partial(self._copied, private=private)
        when_done(in_background(job, "copy"), self, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._shell.show_notice("error", words_of(error))

    def _copied(self, path: Path, *, private: bool) -> None:
        if private:
            words = tr("A whole copy was saved as {file}, with the private notes.", file=path.name)
        else:
            words = tr("A copy without private notes was saved as {file}.", file=path.name)
        self._shell.show_notice("info", words)

    def ask_second_place(self) -> None:
        """Choose a folder, on a stick for instance, to which each backup is copied as well."""
        from consult_app.journal.backups import second_place, set_second_place

        start = second_place()

        def chosen(folder: Path) -> None:
            set_second_place(folder)
            words = tr(
                "From the next opening on, each backup is also copied to {folder}.", folder=str(folder)
            )
            self._shell.show_notice("info", words)

        choose_folder(self._shell, tr("Second place for backups"), chosen, start=str(start or ""))
