"""How a meeting comes to the window: a file opened, begun, restored from a backup, or the sample.

Each is done in a thread of its own, so that the window never freezes while a file is read or the sample
is played; one at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.choosing_files import choose_file
from consult_app.ui.failures import words_of
from consult_app.ui.language import tr
from consult_app.ui.waiting import in_background, in_window, when_done

if TYPE_CHECKING:
    from consult_app.desk import Desk
    from consult_app.ui.window.new_meeting import NewMeeting
    from consult_app.ui.window.shell import Shell
    from consult_app.ui.window.start import StartPage

SAMPLE_FOLDER = "Consult sample"
#: where the sample stops when it is opened from the start page: in mid-meeting, with work to do
SAMPLE_UNTIL = '"adopt_amendment", "amendment": "D.9"'


class Openings(QObject):
    """Opens meetings for *shell*; *leave* closes the one that is open before its file is replaced.

    Signals: ``opened(desk, station)`` with the desk of the meeting, and the station that it is to be shown
    at ("" for the one where it was left). What went wrong is said in the banner.
    """

    opened = Signal(object, str)

    def __init__(self, shell: Shell, leave: Callable[[], object]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._leave = leave
        self.busy = False

    def register(self, actions: Actions) -> None:
        """Register the ways that stand in the menu."""
        for id_, words, keys, act in (
            ("start.sample", N_("Open the sample meeting"), ("Ctrl+Shift+O",), self.open_sample),
            ("start.open", N_("Open a meeting file"), ("Ctrl+O",), self.ask_open),
            ("file.reset_sample", N_("Begin the sample meeting anew"), (), self.reset_sample),
        ):
            actions.add(ActionSpec(id_, words, "file", keys), act, enabled=self.is_idle)

    def hear(self, start: StartPage) -> None:
        """Do what the *start* page asks for."""
        start.open_asked.connect(self._open_recent)
        start.create_asked.connect(self.create)
        start.restore_asked.connect(self.restore)

    def is_idle(self) -> bool:
        """Whether nothing is being opened or created just now."""
        return not self.busy

    @Slot()
    def ask_open(self) -> None:
        """Let the person choose a meeting file."""
        choose_file(
            self._shell,
            tr("Open a meeting file"),
            self.open,
            filters=f"{tr('Meetings')} (*.consult);;{tr('All files')} (*)",
        )

    @Slot(str)
    def _open_recent(self, path: str) -> None:
        self.open(Path(path))

    def open(self, path: Path, *, write: bool = True) -> None:
        """Open the meeting in *path*, with *write* false for reading only; what is wrong with it is said in
        the banner. What only writing is in the way of can be read from there."""

        def job() -> Desk:
            from consult_app.desk import Desk

            return Desk.open(path, write=write)

        def failed(error: Exception) -> None:
            from consult_app.journal.errors import InUse, OnlyForReading

            self._not_opened(error)
            if isinstance(error, InUse | OnlyForReading):
                reading = partial(self.open, path, write=False)
                self._shell.show_notice("error", words_of(error), tr("Open it for reading"), reading)

        self._opening(job, "opening", tr("Opening {file}…", file=path.name), failed=failed)

    @Slot(object)
    def create(self, new: NewMeeting) -> None:
        """Begin the meeting that was asked for on the start page."""

        def job() -> Desk:
            from consult_app.desk import Desk
            from consult_app.meetings.setting_up.particulars import CreateMeeting, SetMeeting
            from consult_app.presets import preset

            titles = {language: title for language, title in new.titles.items() if title}
            command = CreateMeeting(titles=titles, rules=preset(new.rules))  # type: ignore[arg-type]
            desk = Desk.create(new.path, command)
            data = SetMeeting(
                symbol=new.symbol,
                place=new.place,
                begins=new.first.isoformat(),
                ends=new.last.isoformat(),
            )
            desk.perform(data).result()
            return desk

        self._opening(job, "creating", tr("Creating {file}…", file=new.path.name))

    @Slot()
    def open_sample(self) -> None:
        """Open the sample meeting as it was left, or hold it up to its middle if it is not there."""
        from consult_app.places import documents_dir

        file = documents_dir() / SAMPLE_FOLDER / "sample.consult"
        if file.exists():
            self.open(file)
        else:
            self.reset_sample()

    @Slot()
    def reset_sample(self) -> None:
        """Hold the sample meeting anew, up to its middle, and open it."""
        from consult_app.places import documents_dir

        if self.busy:
            return
        self._leave()
        folder = documents_dir() / SAMPLE_FOLDER
        show = in_window(self._shell, self._show_progress)

        def job() -> Desk:
            from consult_app.sample import play, prepare

            file = prepare(folder)
            play(file, lambda done, total, _what: show(done, total), until=SAMPLE_UNTIL).close()
            from consult_app.desk import Desk

            return Desk.open(file)

        self._opening(job, "sample", tr("Holding the sample meeting…"), "table")

    def _show_progress(self, done: int, total: int) -> None:
        self._shell.show_notice(
            "info", tr("Holding the sample meeting: {done} of {total}", done=done, total=total)
        )

    @Slot(str)
    def restore(self, path: str) -> None:
        """Put the newest backup of the meeting in *path* in its place and open it. What stood there
        is kept beside it."""

        def job() -> Desk:
            from consult_app.desk import Desk
            from consult_app.journal.backups import backups_of, restore
            from consult_app.journal.errors import NotAMeeting
            from consult_app.meetings.reasons import Message

            found = backups_of(Path(path))
            if not found:
                raise NotAMeeting(Message(N_("There is no backup of {file}."), {"file": Path(path).name}))
            restore(found[0], Path(path))
            return Desk.open(Path(path))

        self._opening(job, "restoring", tr("Restoring the last backup…"))

    def _opening(
        self,
        job: Callable[[], Desk],
        name: str,
        words: str,
        station: str = "",
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        if self.busy:
            return  # one at a time: a desk that nobody takes would keep its file locked
        self.busy = True
        future = in_background(job, name)
        self._shell.show_notice("info", words)
        self._shell.known_actions.refresh()
        when_done(future, self, partial(self._opened, station=station), failed or self._not_opened)

    @staticmethod
    def is_sample(path: Path) -> bool:
        """Whether *path* is that of the sample meeting on this desk."""
        from consult_app.places import documents_dir

        return path.resolve().parent == (documents_dir() / SAMPLE_FOLDER).resolve()

    def _opened(self, desk: Desk, station: str) -> None:
        self.busy = False
        self.opened.emit(desk, station)

    def _not_opened(self, error: Exception) -> None:
        self.busy = False
        self._shell.known_actions.refresh()
        self._shell.show_notice("error", words_of(error))
