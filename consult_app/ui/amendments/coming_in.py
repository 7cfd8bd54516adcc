"""A page that shows what amendments a file holds before they are taken in.

The file is read behind the window, and what would come of it is tried on the text as it is. Nothing is in the
meeting before the button is pressed, and then all of it in one row.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from consult_app.exchange.errors import Unreadable
from consult_app.meetings.acts import stamp
from consult_app.ui.amendments.changes_page import ChangesPage
from consult_app.ui.language import Languages, say, tr
from consult_app.ui.parts.controls import Label, QuietButton
from consult_app.ui.waiting import in_background, when_done

if TYPE_CHECKING:
    from consult_app.drafting.coordinator.taking_in import TakeInAmendments
    from consult_app.drafting.handing_in.handed_in import ImportAmendments
    from consult_app.exchange.importing import Preview
    from consult_app.state import State

F = TypeVar("F")
"""What a file holds when it is read."""


class ComingIn(ChangesPage, Generic[F]):
    """Base of the pages. Signals: ``asked(command)`` when the amendments are to be taken in."""

    asked = Signal(object)

    def __init__(self, *before: QWidget) -> None:
        """*before* stand in the head before the buttons."""
        self.choose = QuietButton()
        super().__init__(*before, self.choose)
        self.file: F | None = None
        self.busy = False
        """Whether a file is being read."""
        self._path: Path | None = None
        self._state: State | None = None
        self._seq = 0
        self._found: Preview | None = None
        self._reading = 0

    def read(self, path: Path, job: Callable[[], F], name: str) -> None:
        """Have *job* read *path* in a thread called *name*; what was read before is forgotten."""
        self._path, self.file, self._found, self.busy = path, None, None, True
        self.banner.dismiss()
        self._reading += 1
        turn = self._reading
        when_done(in_background(job, name), self, partial(self._was_read, turn), partial(self._failed, turn))

    def _was_read(self, turn: int, file: F) -> None:
        if turn == self._reading:
            self.file, self.busy = file, False
            self.show_file()

    def _failed(self, turn: int, error: Exception) -> None:
        if turn != self._reading:
            return
        self.busy = False
        if not isinstance(error, Unreadable):
            raise error
        self.show_file()
        self.banner.show_words(say(error.message), "error")

    def show_state(self, state: State, seq: int) -> None:
        """Preview on *state*, as the row after *seq*."""
        self._state, self._seq = state, seq
        if self.file is not None:
            self.show_preview()

    def show_file(self) -> None:
        """Show what was read; where it could not be, ``file`` is None."""
        self.show_preview()

    def show_preview(self) -> None:
        """Try the file on the text as it is, and show what would come of it."""
        raise NotImplementedError

    def tried(self, command: ImportAmendments | TakeInAmendments, state: State) -> Preview:
        """What would come of *command* now, on *state*. Raises Refused."""
        from consult_app.exchange.importing import preview

        return preview(command, state, self._seq, stamp(datetime.now(UTC)), Languages.current())

    def show_changes(self) -> None:
        """Show each amendment that was found."""
        self.clear_changes()
        for at, change in enumerate(self._found.changes if self._found else ()):
            self.add_change(at, Label("strong", change.number), change.number, "\n".join(change.says))

    def set_title(self, said: str) -> None:
        """Call the page *said*; its heading names the file once there is one."""
        self.setAccessibleName(said)
        self.heading.setText(tr("Amendments in {file}", file=self._path.name) if self._path else said)

    def retranslate(self) -> None:
        """Set the words that these pages have."""
        super().retranslate()
        self.choose.set_words(tr("Another file…"))
        self.accept_button.set_words(tr("Take them in"), "Ctrl+Return")
        for changes in (self.changes, self.listed):
            changes.setAccessibleName(tr("What would be handed in"))
