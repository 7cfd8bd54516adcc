"""The owner of the window: holds the desk of the meeting that is open, hands on changes, fills the bars.

The shell shows, the desk decides; this is what holds the two together.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.announcing_decisions import announce_row
from consult_app.ui.chosen_text import ChosenText, chosen_text
from consult_app.ui.failures import words_of
from consult_app.ui.file.copies import Copies
from consult_app.ui.file.dropping import Dropping
from consult_app.ui.file.giving import Giving
from consult_app.ui.file.lost_file import LostFile
from consult_app.ui.file.openings import Openings
from consult_app.ui.helping.desk import Helping
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages, say, tr
from consult_app.ui.room.actions import register_room
from consult_app.ui.safety.desk import Safety
from consult_app.ui.stations import PLANS
from consult_app.ui.table.comparing_action import register_comparing
from consult_app.ui.turned_place import turned_place
from consult_app.ui.undo_words import undo_words
from consult_app.ui.waiting import behind_the_paint, in_window, when_done
from consult_app.ui.wayfinding.wayfinding import Wayfinding
from consult_app.ui.ways import Ways
from consult_app.ui.whose_file import OF_A_GROUP, whose
from consult_app.ui.window.presets import shipped_presets
from consult_app.ui.window.recent import RecentMeetings
from consult_app.ui.window.shell import Shell
from consult_app.ui.window.window_actions import UndoLabels, register_undo

if TYPE_CHECKING:
    from consult_app.changes import Changes
    from consult_app.desk import Answer, Desk
    from consult_app.meetings.acts import Command
    from consult_app.state import State
    from consult_app.ui.figures import Tally
    from consult_app.ui.room.desk_side import RoomDesk


class Office(QObject):
    """Owns the shell and the desk of the meeting that is open, if any.

    Signals: ``closed()`` after a meeting was closed.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self._recent = RecentMeetings()
        self._said_at_start = ""
        self._sample = False
        self._tally: Tally | None = None
        self._labelled: tuple[tuple[object, ...], UndoLabels] | None = None
        self._room: RoomDesk | None = None
        self.shell = Shell(PLANS, self._recent, shipped_presets, self._register)
        self.ways = self.wayfinding.ways
        self.openings.hear(self.shell.start)
        self.shell.station_entered.connect(self._station_entered)
        self._around = behind_the_paint(self, self._look_around)
        self.shell.closing.connect(self._window_closes)
        Languages.instance().changed.connect(self._show_figures)
        Languages.instance().changed.connect(self._rename)
        ChosenText.instance().changed.connect(self._text_chosen)
        KeyChoices.instance().changed.connect(self._show_figures)

    def _register(self, shell: Shell, actions: Actions) -> None:
        self.openings = Openings(shell, self.close_meeting)
        self.openings.opened.connect(self._opened)
        self.openings.register(actions)
        Dropping(shell, self.openings.open, self.openings.is_idle, self._has_no_text)
        self.lost_file = LostFile(shell, self._show_figures)
        self.copies = Copies(shell, self._file, self.lost_file)
        self.copies.register(actions)
        self.giving = Giving(shell, lambda: self.desk)
        self.giving.register(actions)
        actions.add(
            ActionSpec("file.close", N_("Close the meeting"), "file", ("Ctrl+W",), group=1),
            self.leave,
            enabled=self._has_meeting,
        )
        register_undo(actions, self.undo, self.redo, self._undo_labels)
        register_room(actions, lambda: self._room)
        register_comparing(actions, shell, self._may_compare)
        self.wayfinding = Wayfinding(shell, Ways(shell), self._state)
        self.wayfinding.register(actions)
        self.safety = Safety(shell, words_of)
        self.safety.register(actions)
        self.helping = Helping(shell, self._in_sample, self.openings.open_sample, self.openings.is_idle)
        self.helping.register(actions)

    @property
    def busy(self) -> bool:
        """Whether a meeting is being opened or created just now."""
        return self.openings.busy

    def open(self, path: Path) -> None:
        """Open the meeting in *path*; what is wrong with it is said in the banner."""
        self.openings.open(path)

    def come_forward(self) -> None:
        """Show the window in front of the others."""
        shell = self.shell
        if shell.isMinimized():
            shell.setWindowState(shell.windowState() & ~Qt.WindowState.WindowMinimized)
        shell.show()
        shell.raise_()
        shell.activateWindow()

    def _has_meeting(self) -> bool:
        return self.desk is not None

    def _file(self) -> Path | None:
        return self.desk.path if self.desk is not None else None

    def _state(self) -> State | None:
        return self.desk.state if self.desk is not None else None

    def _in_sample(self) -> bool:
        return self.desk is not None and self._sample

    def _has_no_text(self) -> bool:
        return self.desk is not None and not self.desk.state.drafting.texts

    def _may_compare(self) -> bool:
        """A group's file has no moments but those since it was given."""
        return self.desk is not None and not self.desk.state.given and bool(self.desk.state.drafting.texts)

    # opening and closing

    @Slot(object, str)
    def _opened(self, desk: Desk, station: str) -> None:
        from consult_app.ui.figures import Tally

        self.close_meeting()
        self.desk = desk
        self._sample = self.openings.is_sample(desk.path)  # asked for by every look at the actions
        self._tally = Tally(desk.state)
        desk.subscribe(in_window(self.shell, self._changed))
        self.lost_file.bind(desk)
        given = desk.state.given is not None
        self.shell.offer(OF_A_GROUP if given else self.shell.station_names)
        self.shell.top_bar.offer_button(not given)
        if not given:  # the room is the secretariat's
            self._room_side().bind(desk)
        self.wayfinding.bind(desk)
        ChosenText.instance().open(str(desk.path))
        text = chosen_text(desk.state.drafting)
        self._note_recent()
        self.shell.start.banner.dismiss()
        first = OF_A_GROUP[0] if given else "table" if text else "meeting"
        station = station or self.safety.station_of(desk) or first
        if given and station not in OF_A_GROUP:
            station = OF_A_GROUP[0]
        self.shell.show_meeting(desk, self._title(), station)
        self.safety.bind(desk)
        if self._said_at_start:
            self.shell.show_notice("warn", self._said_at_start)
            self._said_at_start = ""
        self._show_figures()

    @Slot()
    def leave(self) -> None:
        """Close the meeting and show the start page."""
        self.close_meeting()
        self.shell.show_start()

    @Slot()
    def close_meeting(self) -> None:
        """Close the file of the meeting that is open, if any; one whole file is left behind."""
        self.safety.leave()
        desk, self.desk = self.desk, None
        self.lost_file.bind(None)
        if self._room is not None:
            self._room.bind(None)
        self.wayfinding.bind(None)
        ChosenText.instance().open("")
        if desk is not None:
            self._note_recent(desk)
            desk.close()
            self.closed.emit()

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

    # the meeting at hand

    def _changed(self, changes: Changes) -> None:
        if self.desk is None:
            return
        if self._tally is not None:
            self._tally.follow(self.desk.state, changes)
        self.shell.hand_on(changes)
        if self._room is not None:
            self._room.follow_meeting()
        self.wayfinding.follow_meeting()
        self._around.start()
        announce_row(self.shell, self.desk)

    @Slot()
    def _look_around(self) -> None:
        """What was decided is painted: now what stands around it."""
        if self.desk is not None:
            self.safety.look()
        self._show_figures()

    @Slot(str)
    def _station_entered(self, key: str) -> None:
        self._show_figures()

    @Slot(str)
    def _text_chosen(self, _text_id: str) -> None:
        if self.desk is not None:
            self.shell.show_anew()
            self._show_figures()

    @Slot(str)
    def _rename(self, _language: str) -> None:
        if self.desk is not None:
            self.shell.rename(self._title())

    @Slot()
    def _show_figures(self, _language: str = "") -> None:
        if self.desk is None or self._tally is None:
            return
        heading = self._tally.heading(self.desk.state)
        if not self.desk.writable:
            from consult_app.ui.window.bars import for_reading

            heading = for_reading(heading)
        room = self._room if self.desk.state.given is None else None
        self.shell.show_heading(replace(heading, room=room.fact()) if room else heading)
        self.shell.show_footing(self._tally.footing(self.desk))

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
        from consult_app.desk import Done, Refusal

        if isinstance(answer, Refusal):
            self.shell.show_notice("warn", say(answer.reason))
        elif isinstance(answer, Done) and self.desk is not None:
            self.ways.return_to(*turned_place(answer, self.desk.state))

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
        title = titles.get(Languages.current()) or next(iter(titles.values()), "")
        return " – ".join(part for part in (title, whose(self.desk.state)) if part)

    def _note_recent(self, desk: Desk | None = None) -> None:
        desk = desk or self.desk
        if desk is None:
            return
        from consult_app.ui.figures import recent_entry

        entry = recent_entry(desk)
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

        saved = self.safety.rescue()
        if isinstance(error, JournalError):
            self.safety.say_unwritable(error)
            return
        values = {"error": str(error) or type(error).__name__, "file": str(log_file)}
        self.shell.show_notice(
            "error",
            tr(
                "Something went wrong that should not have ({error}), but nothing that was decided or "
                "written is lost; a report is in {file}.",
                **values,
            )
            if saved
            else tr(
                "Something went wrong that should not have: {error}. Every decision made so far is saved; "
                "the details are in {file}.",
                **values,
            ),
        )

    def say_at_start(self, words: str) -> None:
        """Say *words* on the start page, and again in the meeting if one is opened from it right away."""
        self._said_at_start = words
        self.shell.show_notice("warn", words)
