"""A form that takes down what the report of proceedings is to say of one thing, language by language.

Words that were begun stay begun until they are kept: another speech, another language, another list may be
looked at in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.one_line import one_line
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import NAMES, Languages, tr
from consult_app.ui.parts.controls import SegmentedControl
from consult_app.ui.parts.fields import typed
from consult_app.ui.voting.statement_form import held

_SHORT: Final = {"en": "En", "fr": "Fr", "es": "Es"}


class WordsForm(SideForm):
    """Base of the forms: a choice of language and the words.

    A subclass gives what is recorded of ``subject``, and overrides ``attempt()``. Signals:
    ``asked(command)``; ``written()`` when words were begun, or are as they were again.
    """

    asked = Signal(object)
    written = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._subject = ""
        self._begun: dict[tuple[str, str], str] = {}
        self._filling = False
        self.language = SegmentedControl(LANGUAGES)
        self.language.choose(Languages.current())
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(110)
        self.words.textChanged.connect(self._typed)
        self.language.chosen.connect(self.language_chosen)

    def lay_out_words(self) -> None:
        """Add the two fields under the rows there are."""
        self.add_row("language", held(self.language))
        self.add_row("words", self.words)

    # what it is about

    def recorded(self, subject: str, language: str) -> str:
        """What the record has of *subject* in *language*; "" for nothing."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """What the words are about; "" for nothing."""
        return self._subject

    @property
    def code(self) -> str:
        """The language of the words."""
        return self.language.selection[0]

    def take(self, subject: str) -> None:
        """Write of *subject* from now on, with the words that were begun or are recorded."""
        self._subject = subject
        self.show_words()

    def show_words(self) -> None:
        """Show the words of what is at hand; those in the field stay, with the cursor, where they are the
        same."""
        words = self._begun.get((self._subject, self.code), self.recorded(self._subject, self.code))
        self.words.setEnabled(bool(self._subject))
        self.accept_button.setEnabled(bool(self._subject))
        if typed(self.words) != words:
            self._filling = True
            self.words.setPlainText(words)
            self.words.moveCursor(QTextCursor.MoveOperation.End)
            self._filling = False

    @Slot()
    def _typed(self) -> None:
        if self._filling or not self._subject:
            return
        key, words = (self._subject, self.code), typed(self.words)
        before = key in self._begun
        if one_line(words) == one_line(self.recorded(*key)):
            self._begun.pop(key, None)
        else:
            self._begun[key] = words
        if before != (key in self._begun):
            self.written.emit()

    @Slot()
    def language_chosen(self) -> None:
        """Another language was chosen: show its words."""
        self.show_words()
        self.words.setFocus()

    # what was begun

    def begun(self, subject: str, language: str) -> bool:
        """Whether words on *subject* were begun in *language* and not kept."""
        return (subject, language) in self._begun

    def unsaved(self) -> Iterator[tuple[str, str, str]]:
        """The words that were begun: subject, language, words."""
        for (subject, language), words in self._begun.items():
            if words.strip():
                yield subject, language, words

    def kept(self, subject: str, language: str, words: str) -> None:
        """*words* are on record; what was typed since stays begun."""
        if self._begun.get((subject, language)) == words:
            del self._begun[subject, language]

    def take_up(self, language: str, words: str) -> None:
        """Go on with *words* in *language* on what is at hand."""
        self.language.choose(language)
        self.show_words()
        self.words.setPlainText(words)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.words.setFocus()

    def forget(self) -> None:
        """The meeting is closed: nothing of it stays."""
        self._begun.clear()
        self._subject = ""
        self.show_words()

    def take_focus(self) -> None:
        """Give the focus to the words."""
        self.words.setFocus()

    def say_language(self) -> None:
        """Put the words of the choice of language anew."""
        self.language.set_words(tr("Language"), _SHORT, NAMES)
        self.rows["language"].set_words(tr("Language"))


__all__ = ["WordsForm"]
