"""The owner of the window: opens and closes meetings, hands on changes, and fills bars and menus.

The shell shows, the desk decides; this is what holds the two together. A meeting is opened in a
thread of its own, so that the window never freezes while a file is read or the sample is played.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from consult_app.meetings.reasons import N_
from consult_app.ui import figures
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.helping.desk import Helping
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages, say, tr
from consult_app.ui.presets import shipped_presets
from consult_app.ui.recent import RecentMeeting, RecentMeetings
from consult_app.ui.room.actions import register_room
from consult_app.ui.shell import Shell
from consult_app.ui.stations import PLANS
from consult_app.ui.undo_words import undo_words
from consult_app.ui.waiting import in_background, in_window, when_done
from consult_app.ui.ways import Ways
from consult_app.ui.window_actions import UndoLabels, register_undo

if TYPE_CHECKING:
    from consult_app.changes import Changes
    from consult_app.desk import Answer, Desk
    from consult_app.meetings.acts import Command
    from consult_app.ui.cheat_sheet import CheatSheet
    from consult_app.ui.command_palette import CommandPalette
    from consult_app.ui.finding import Offer
    from consult_app.ui.new_meeting import NewMeeting
    from consult_app.ui.room.desk_side import RoomDesk

SAMPLE_FOLDER = "Consult sample"
#: where the sample stops when it is opened from the start page: in mid-meeting, with work to do
SAMPLE_UNTIL = '"adopt_amendment", "amendment": "D.9"'


class Office(QObject):
    """Owns the shell and the desk of the meeting that is open, if any."""

    def __init__(self) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self._recent = RecentMeetings()
        self._busy = False
        self._tally: figures.Tally | None = None
        self._labelled: tuple[tuple[object, ...], UndoLabels] | None = None
        self._palette: CommandPalette | None = None
        self._keys: CheatSheet | None = None
        self._room: RoomDesk | None = None
        self.shell = Shell(PLANS, self._recent, shipped_presets, self._register)
        self.ways = Ways(self.shell)
        start = self.shell.start
        start.open_asked.connect(self._open_recent)
        start.create_asked.connect(self.create)
        start.restore_asked.connect(self.restore)
        self.shell.station_entered.connect(self._station_entered)
        self.shell.closing.connect(self._window_closes)
        Languages.instance().changed.connect(self._show_figures)
        KeyChoices.instance().changed.connect(self._show_figures)

    def _register(self, shell: Shell, actions: Actions) -> None:
        idle = self._is_idle
        meeting = self._has_meeting
        add = actions.add
        add(
            ActionSpec("start.sample", N_("Open the sample meeting"), "file", ("Ctrl+Shift+O",)),
            self.open_sample,
            enabled=idle,
        )
        add(
            ActionSpec("start.open", N_("Open a meeting file"), "file", ("Ctrl+O",)),
            self.ask_open,
            enabled=idle,
        )
        add(
            ActionSpec("file.reset_sample", N_("Begin the sample meeting anew"), "file"),
            self.reset_sample,
            enabled=idle,
        )
        add(
            ActionSpec("file.copy", N_("Save a copy…"), "file", ("Ctrl+Shift+S",), group=1),
            self.ask_copy,
            enabled=meeting,
        )
        add(
            ActionSpec("file.second_place", N_("Second place for backups…"), "file", group=1),
            self.ask_second_place,
        )
        add(
            ActionSpec("file.close", N_("Close the meeting"), "file", ("Ctrl+W",), group=1),
            self.leave,
            enabled=meeting,
        )
        register_undo(actions, self.undo, self.redo, self._undo_labels)
        register_room(actions, lambda: self._room)
        add(
            ActionSpec("help.palette", N_("What to do, or where to go…"), "go", ("Ctrl+K",), group=1),
            self.ask_palette,
        )
        add(
            ActionSpec("help.keys", N_("Keys"), "help", ("Ctrl+/", "Ctrl+?")),
            self.ask_keys,
        )
        self.helping = Helping(shell, self._in_sample, self.open_sample, self._is_idle)
        self.helping.register(actions)

    def _is_idle(self) -> bool:
        return not self._busy

    def _has_meeting(self) -> bool:
        return self.desk is not None

    def _in_sample(self) -> bool:
        """Whether the meeting that is open is the sample on this desk."""
        if self.desk is None:
            return False
        from consult_app.places import documents_dir

        return self.desk.path.resolve().parent == (documents_dir() / SAMPLE_FOLDER).resolve()

    # opening and closing

    @Slot()
    def ask_open(self) -> None:
        """Let the person choose a meeting file."""
        name, _ = QFileDialog.getOpenFileName(
            self.shell,
            tr("Open a meeting file"),
            "",
            f"{tr('Meetings')} (*.consult);;{tr('All files')} (*)",
        )
        if name:
            self.open(Path(name))

    @Slot(str)
    def _open_recent(self, path: str) -> None:
        self.open(Path(path))

    def open(self, path: Path) -> None:
        """Open the meeting in *path*; what is wrong with it is said in the banner."""

        def job() -> Desk:
            from consult_app.desk import Desk

            return Desk.open(path)

        self._opening(job, "opening", tr("Opening {file}…", file=path.name))

    @Slot(object)
    def create(self, new: NewMeeting) -> None:
        """Begin the meeting that was asked for on the start page."""

        def job() -> Desk:
            from consult_app.desk import Desk
            from consult_app.meetings.particulars import CreateMeeting, SetMeeting
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

        if self._busy:
            return
        self.close_meeting()
        folder = documents_dir() / SAMPLE_FOLDER
        show = in_window(self.shell, self._show_progress)

        def job() -> Desk:
            from consult_app.sample import play, prepare

            file = prepare(folder)
            play(file, lambda done, total, _what: show(done, total), until=SAMPLE_UNTIL).close()
            from consult_app.desk import Desk

            return Desk.open(file)

        self._opening(job, "sample", tr("Holding the sample meeting…"), "table")

    def _show_progress(self, done: int, total: int) -> None:
        self.shell.show_notice(
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

    def _opening(self, job: Callable[[], Desk], name: str, words: str, station: str = "") -> None:
        if self._busy:
            return  # one at a time: a desk that nobody takes would keep its file locked
        self._busy = True
        future = in_background(job, name)
        self.shell.show_notice("info", words)
        self.shell.known_actions.refresh()
        when_done(future, self, partial(self._opened, station=station), self._not_opened)

    def _opened(self, desk: Desk, station: str = "") -> None:
        self._busy = False
        self.close_meeting()
        self.desk = desk
        self._tally = figures.Tally(desk.state)
        desk.subscribe(in_window(self.shell, self._changed))
        self._room_side().bind(desk)
        text = next(iter(desk.state.drafting.texts.values()), None)
        self._note_recent()
        self.shell.start.banner.dismiss()
        self.shell.show_meeting(desk, self._title(), station or ("table" if text else "meeting"))
        self._show_figures()

    def _not_opened(self, error: Exception) -> None:
        self._busy = False
        self.shell.known_actions.refresh()
        self.shell.show_notice("error", words_of(error))

    @Slot()
    def leave(self) -> None:
        """Close the meeting and show the start page."""
        self.close_meeting()
        self.shell.show_start()

    @Slot()
    def close_meeting(self) -> None:
        """Close the file of the meeting that is open, if any; one whole file is left behind."""
        desk, self.desk = self.desk, None
        if self._room is not None:
            self._room.bind(None)
        if desk is not None:
            self._note_recent(desk)
            desk.close()

    @Slot()
    def _window_closes(self) -> None:
        self.close_meeting()
        room, self._room = self._room, None
        if room is not None:
            room.leave()

    def _room_side(self) -> RoomDesk:
        """The desk's side of the room screen, made for the first meeting that is opened."""
        if self._room is None:
            from consult_app.ui.room.desk_side import RoomDesk

            self._room = RoomDesk(self.shell)
            self._room.changed.connect(self._show_figures)
        return self._room

    @Slot()
    def ask_copy(self) -> None:
        """Save a whole copy of the meeting file elsewhere."""
        if self.desk is None:
            return
        source = self.desk.path
        name, _ = QFileDialog.getSaveFileName(
            self.shell,
            tr("Save a copy"),
            str(source.with_stem(f"{source.stem}-copy")),
            f"{tr('Meetings')} (*.consult)",
        )
        if not name:
            return

        def job() -> Path:
            from consult_app.journal.backups import copy

            copy(source, Path(name))
            return Path(name)

        when_done(in_background(job, "copy"), self, self._copied, self._not_opened)

    @Slot()
    def ask_second_place(self) -> None:
        """Choose a folder, on a stick for instance, to which each backup is copied as well."""
        from consult_app.journal.backups import second_place, set_second_place

        start = second_place()
        chosen = QFileDialog.getExistingDirectory(
            self.shell, tr("Second place for backups"), str(start or "")
        )
        if chosen:
            set_second_place(Path(chosen))
            words = tr("From the next opening on, each backup is also copied to {folder}.", folder=chosen)
            self.shell.show_notice("info", words)

    def _copied(self, path: Path) -> None:
        self.shell.show_notice("info", tr("A copy was saved as {file}.", file=path.name))

    # finding the way

    @Slot()
    def ask_palette(self) -> None:
        """Open the command palette, or close it again."""
        if self._palette is None:
            from consult_app.ui.command_palette import CommandPalette

            self._palette = CommandPalette(self.shell, self._offers)
        self._palette.open()

    def _offers(self) -> list[Offer]:
        from consult_app.ui.offers import action_offers, place_offers, station_offers

        out = list(station_offers(self.shell))
        if self.desk is not None:
            out += place_offers(self.desk.state, self.ways.go_to_node, self.ways.go_to_amendment)
        return [*out, *action_offers(self.shell.known_actions)]

    @Slot()
    def ask_keys(self) -> None:
        """Show every key, those of the screen at hand first."""
        if self._keys is None:
            from consult_app.ui.cheat_sheet import CheatSheet

            self._keys = CheatSheet(self.shell)
        self._keys.open()

    # the meeting at hand

    def _changed(self, changes: Changes) -> None:
        if self.desk is None:
            return
        if self._tally is not None:
            self._tally.follow(self.desk.state, changes)
        self.shell.hand_on(changes)
        if self._room is not None:
            self._room.follow_meeting()
        self._show_figures()

    @Slot(str)
    def _station_entered(self, key: str) -> None:
        self._show_figures()

    @Slot()
    def _show_figures(self, _language: str = "") -> None:
        if self.desk is None or self._tally is None:
            return
        heading = figures.heading(self.desk.state, self._tally)
        self.shell.show_heading(replace(heading, room=self._room.fact()) if self._room else heading)
        self.shell.show_footing(figures.footing(self.desk, self._tally))

    def undo(self) -> None:
        """Take back the last decision."""
        from consult_app.state import Undo

        self._perform(Undo())

    def redo(self) -> None:
        """Carry out again what was undone last."""
        from consult_app.state import Redo

        self._perform(Redo())

    def _perform(self, command: Command) -> None:
        if self.desk is not None:
            when_done(self.desk.perform(command), self, self._answered)

    def _answered(self, answer: Answer) -> None:
        from consult_app.desk import Refusal

        if isinstance(answer, Refusal):
            self.shell.show_notice("warn", say(answer.reason))

    def _undo_labels(self) -> UndoLabels:
        if self.desk is None:
            return UndoLabels()
        # asked for by every menu and bar after each decision, and the same until the next one
        asked = (self.desk.state, self.desk.undo_label(), self.desk.redo_label(), Languages.current())
        if self._labelled is None or any(a is not b for a, b in zip(self._labelled[0], asked, strict=True)):
            state, undo, redo, _language = asked
            self._labelled = asked, UndoLabels(undo_words(undo, state), undo_words(redo, state))
        return self._labelled[1]

    def _title(self) -> str:
        if self.desk is None:
            return ""
        titles = self.desk.state.assembly.meeting.titles
        return titles.get(Languages.current()) or next(iter(titles.values()), "")

    def _note_recent(self, desk: Desk | None = None) -> None:
        desk = desk or self.desk
        if desk is None:
            return
        meeting = desk.state.assembly.meeting
        tally = figures.Tally(desk.state)
        entry = RecentMeeting(
            path=str(desk.path.resolve()),
            titles=dict(meeting.titles),
            place=meeting.place.get(Languages.current(), ""),
            first=date.fromisoformat(meeting.begins) if meeting.begins else None,
            last=date.fromisoformat(meeting.ends) if meeting.ends else None,
            adopted=len(tally.closed),
            total=len(tally.numbered),
            finished=any(text.adopted for text in desk.state.drafting.texts.values()),
            opened=datetime.now(UTC),
        )
        try:
            self._recent.note(entry)
        except OSError as error:
            self.shell.show_notice(
                "warn", tr("The list of recent meetings could not be kept: {error}", error=str(error))
            )

    def say_unexpected(self, error: BaseException, log_file: Path) -> None:
        """Tell the person that something unforeseen went wrong, and where it was written down. A file
        that cannot be written (a full disk) says so itself."""
        from consult_app.journal.errors import JournalError

        if isinstance(error, JournalError):
            self.shell.show_notice("error", words_of(error))
            return
        self.shell.show_notice(
            "error",
            tr(
                "Something went wrong that should not have: {error}. Every decision made so far is saved; "
                "the details are in {file}.",
                error=str(error) or type(error).__name__,
                file=str(log_file),
            ),
        )


def words_of(error: Exception) -> str:
    """What an exception of opening or saving says to a person, in the window's language."""
    from consult_app.journal.errors import JournalError
    from consult_app.meetings.reasons import Refused

    if isinstance(error, JournalError):
        return say(error.message)
    if isinstance(error, Refused):
        return say(error.reason)
    return tr("It did not work: {error}", error=str(error))
