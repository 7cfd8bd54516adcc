"""Words for the report at the Table: opened at the side, kept row by row, found again after a crash.

Nothing of it is modal, and nothing of it is seen by the room.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from consult_app.desk import Done
from consult_app.drafting.text.nodes import seen
from consult_app.journal.jottings import Scratch
from consult_app.meetings.acts import LANGUAGES, Command
from consult_app.meetings.reasons import N_
from consult_app.ui.forms.excerpt import typed_part
from consult_app.ui.parts.fields import typed
from consult_app.ui.speakers.panel import SpeakersPanel
from consult_app.ui.summaries.position_form import PositionForm
from consult_app.ui.summaries.speech_form import SpeechForm
from consult_app.ui.summaries.words_form import WordsForm
from consult_app.ui.table.positions import heard_last

if TYPE_CHECKING:
    from consult_app.ui.station import Resumed
    from consult_app.ui.table.station import TableStation

#: the pages of the right column, by what scratch calls the words
PAGES = {"speech": "speech_words", "position": "position_words"}


class SummariesTable(QObject):
    """The hands of a :class:`TableStation` for what the report is to say."""

    def __init__(self, station: TableStation) -> None:
        super().__init__(station)
        self._station = station
        self._side = station.parts.side
        self._forms: dict[str, WordsForm] = {}
        self._side.made.connect(self._made)

    def add_keys(self) -> None:
        """Give the station its keys."""
        station = self._station
        station.add_key("Ctrl+R", N_("Words for the report…"), self.open_speeches, station)
        station.add_key("6", N_("Words for the report on a position"), self.open_position, station.parts.list)

    @Slot(QWidget)
    def _made(self, page: QWidget) -> None:
        if isinstance(page, SpeakersPanel):
            page.words_asked.connect(self.open_speeches)
        elif isinstance(page, SpeechForm):
            self._forms["speech"] = page
            page.asked.connect(self._speech_ask)
            page.left.connect(self._station.side_acting.leave)
        elif isinstance(page, PositionForm):
            self._forms["position"] = page
            page.asked.connect(self._position_ask)
            page.left.connect(self._station.side_acting.leave)

    def follow(self) -> None:
        """Something was recorded: show it where it can be seen."""
        state = self._station.state
        if self._side.page == PAGES["speech"]:
            self._station.parts.show_page(with_text=True)
            self._side.speech_words.show_state(state)
        elif self._side.page == PAGES["position"]:
            self._side.position_words.show_state(state)

    def close(self) -> None:
        """The meeting is closed: nothing of it may stay in sight."""
        for form in self._forms.values():
            form.forget()

    # speeches

    @Slot()
    def open_speeches(self) -> None:
        """Take down what the report says of who has the floor, or of who spoke before."""
        if self._station.desk is None:
            return
        form = self._side.speech_words
        if self._side.page != PAGES["speech"]:
            self._show("speech")
            form.show_state(self._station.state)
            form.clear_problems()
            form.begin()
        form.take_focus()

    @Slot(object)
    def _speech_ask(self, command: Command) -> None:
        form = self._side.speech_words
        kept = partial(self._speech_kept, form.subject, form.code, typed(form.words))
        self._station.perform(command, kept, form.refused)

    def _speech_kept(self, subject: str, language: str, words: str, _done: Done) -> None:
        form = self._side.speech_words
        form.kept(subject, language, words)
        form.show_state(self._station.state)
        if form.subject == subject and not form.begun(subject, form.code):
            form.go_on()

    # positions

    @Slot()
    def open_position(self) -> None:
        """Take down what was said with a position on the amendment at hand: by the group that was chosen or
        has the floor, else by the one that stated its position last."""
        amendment = self._station.amendment_at_hand
        if self._station.desk is None or amendment is None:
            return
        chosen = self._station.side_acting.group_chosen(amendment.id)
        self._open_position(amendment.id, chosen or heard_last(self._station.state.assembly, amendment))

    def _open_position(self, amendment: str, group: str) -> None:
        form = self._side.position_words
        self._show("position")
        form.begin(self._station.state, amendment, group)
        form.take_focus()

    @Slot(object)
    def _position_ask(self, command: Command) -> None:
        form = self._side.position_words
        kept = partial(self._position_kept, form.subject, form.code, typed(form.words))
        self._station.perform(command, kept, form.refused)

    def _position_kept(self, subject: str, language: str, words: str, _done: Done) -> None:
        form = self._side.position_words
        form.kept(subject, language, words)
        if self._side.page == PAGES["position"] and form.subject == subject:
            self._station.side_acting.leave()

    def _show(self, what: str) -> None:
        self._station.comparing.leave()
        self._side.show_page(PAGES[what])
        self._station.parts.show_page(with_text=True)

    # words that were not kept

    def unsaved(self) -> Iterator[Scratch]:
        """The words that were begun, of speeches and of positions."""
        for what, form in self._forms.items():
            for subject, language, words in form.unsaved():
                recorded = form.recorded(subject, language)
                extra = {"what": what, "subject": subject, "language": language, "began": seen(recorded)}
                extra["typed"] = typed_part(recorded, words)
                yield Scratch(f"{what}:{subject}:{language}", words, extra)

    def resume(self, found: Scratch) -> Resumed:
        """Open the form that *found* was written in, at the speech or the group that it was about."""
        extra = {key: value for key, value in found.extra.items() if isinstance(value, str)}
        subject, language = extra.get("subject", ""), extra.get("language", "")
        if language not in LANGUAGES:
            return "gone"
        if extra.get("what") == "speech":
            form: WordsForm = self._side.speech_words
            if not self._take_speech(subject):
                return "gone"
        else:
            form = self._side.position_words
            if not self._take_position(subject):
                return "gone"
        if form.begun(subject, language):
            return "busy"
        form.take_up(language, found.words)
        return "opened" if seen(form.recorded(subject, language)) == extra.get("began") else "changed"

    def _take_speech(self, speech: str) -> bool:
        form = self._side.speech_words
        form.show_state(self._station.state)
        if not form.choose(speech):
            return False
        self._show("speech")
        return True

    def _take_position(self, subject: str) -> bool:
        amendment, _, group = subject.partition(":")
        state = self._station.state
        if amendment not in state.drafting.amendments or group not in state.assembly.groups:
            return False
        self._open_position(amendment, group)
        return True


__all__ = ["PAGES", "SummariesTable"]
