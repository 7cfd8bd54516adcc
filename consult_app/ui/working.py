"""A station in which work is done: commands, their answers in a banner, and keys of its own.

A refusal is said in the banner, never in a dialog; what is unusual is asked there too, with one
button that does it all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.desk import Answer, Done, Refusal
from consult_app.meetings.acts import Command
from consult_app.state import State
from consult_app.ui.language import say, tr
from consult_app.ui.parts.panels import Banner
from consult_app.ui.station import Station
from consult_app.ui.station_keys import StationKeys
from consult_app.ui.waiting import when_done


class WorkingStation(Station):
    """Base of the stations in which something is recorded: ``page`` is where a subclass builds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner()
        self.page = QWidget()
        self.keys = StationKeys(self, self.key)
        self._again: Callable[[], None] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banner_room = QWidget()
        around = QVBoxLayout(self._banner_room)
        around.setContentsMargins(12, 8, 12, 0)
        around.addWidget(self.banner)
        self._banner_room.hide()
        column.addWidget(self._banner_room)
        column.addWidget(self.page, 1)
        self.banner.dismissed.connect(self._banner_gone)
        self.banner.acted.connect(self._do_again)

    @property
    def state(self) -> State:
        """The state in force; only asked for while a desk is bound."""
        state: State = self.desk.state
        return state

    def perform(
        self,
        command: Command,
        then: Callable[[Done], object] | None = None,
        refused: Callable[[Refusal], bool] | None = None,
    ) -> None:
        """Ask the desk for *command*; *then* runs in the window's thread once it is on disk.

        A refusal is put into the banner unless *refused* returns true, having shown it elsewhere; a
        warning of something done is put there too.
        """
        self.quiet()
        when_done(self.desk.perform(command), self, partial(self._answered, command, then, refused))

    def _answered(
        self,
        command: Command,
        then: Callable[[Done], object] | None,
        refused: Callable[[Refusal], bool] | None,
        answer: Answer,
    ) -> None:
        if isinstance(answer, Done):
            if then is not None:
                self.recording = True
                try:
                    then(answer)
                finally:
                    self.recording = False
            if answer.warnings:
                self.tell(" ".join(say(warning) for warning in answer.warnings), "warn")
            self.figures_changed.emit()
        elif isinstance(answer, Refusal):
            if refused is None or not refused(answer):
                self.tell(say(answer.reason), "error")
        else:
            confirmed = msgspec.structs.replace(command, confirm=True)
            self.ask(
                say(answer.why), tr("Do it all the same"), partial(self.perform, confirmed, then, refused)
            )

    def ask(self, words: str, action: str, do: Callable[[], None], tone: str = "warn") -> None:
        """Put the question *words* above the page; the button *action* answers it by *do*."""
        self.tell(words, tone, action)
        self._again = do

    def tell(self, words: str, tone: str = "info", action: str = "") -> None:
        """Say *words* above the page (``info``, ``warn``, ``error``); *action* names its button."""
        self._again = None
        self.banner.show_words(words, tone, action)
        self._banner_room.show()

    def tell_also(self, words: str) -> None:
        """Say *words* as well as what is said above the page already, and what it asks."""
        if self.banner.isHidden():
            self.tell(words, "warn")
        else:
            self.banner.say_also(words)

    def quiet(self) -> None:
        """Take away what the banner said: it was about something that is over."""
        self._again = None
        if not self.banner.isHidden():
            self.banner.dismiss()

    def _banner_gone(self) -> None:
        self._banner_room.hide()

    def _do_again(self) -> None:
        again, self._again = self._again, None
        if again is not None:
            again()

    def add_key(
        self, key: str, words: str, handler: Callable[[], object], where: QWidget, *, repeats: bool = False
    ) -> None:
        """Let *key* call *handler* while the focus is in *where*; *words* is the message id for help. Held
        down it calls once, unless it *repeats*.

        A letter typed into a text field stays a letter: the field takes it first.
        """
        self.keys.add(key, words, handler, where, repeats=repeats)

    def keys_here(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this station with what they do, in the window's language."""
        return tuple((key, tr(each.words)) for each in self.keys for key in each.keys)

    def offers_here(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """Return the same with what each key calls, each thing that can be done once."""
        once = {
            each.words: (next(iter(each.keys), ""), tr(each.words), each.handler)
            for each in reversed(tuple(self.keys))
        }
        return tuple(reversed(once.values()))
