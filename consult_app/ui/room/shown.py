"""What the room sees, as a value: prepared at the desk, sent with one key, held or blanked with another.

It is kept in memory and nowhere else: it is not part of the record of the meeting, and after a restart
the room sees nothing until somebody shows it something.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from consult_app.state import State
from consult_app.ui.room.pages import Page, TitlePage, as_shown, exists


@dataclass(frozen=True)
class Shown:
    """``page`` as ``state`` has it; None until something is shown. What is decided reaches the page that
    is on the screen, unless it is ``held``; another page never does without :meth:`show`."""

    page: Page | None = None
    state: State | None = None
    blank: bool = False
    held: bool = False

    def show(self, page: Page, state: State, seq: int) -> Shown:
        """Send *page* to the room, as *state* has it after row *seq*; lifts hold and blank."""
        return Shown(as_shown(page, seq), state)

    def toggle_hold(self, state: State) -> Shown:
        """Keep what is on the screen whatever is decided; again, let it catch up with *state*."""
        if self.page is None:
            return self
        if self.held:
            return replace(self, held=False).moved(state)
        return replace(self, held=True)

    def toggle_blank(self) -> Shown:
        """Show only the title of the meeting; again, what was there before."""
        return replace(self, blank=not self.blank)

    def moved(self, state: State) -> Shown:
        """The meeting went on to *state*. A page that is held, or whose subject is gone (its row was
        undone), stays as it was."""
        if self.page is None or self.held or not exists(self.page, state):
            return self
        return replace(self, state=state)

    def now(self, state: State, language: str) -> tuple[Page, State]:
        """What the room sees when the meeting is at *state*: the page with its own state, or the title."""
        if self.page is None or self.state is None or self.blank:
            return TitlePage(language), state
        return self.page, self.state
