"""The Languages station: for the reviser who sits beside the clerk and follows the text language by
language while decisions fall.

Above a tile for each language, at the left the queue, at the right the working place. Words that were
begun and not kept stay with their line until they are kept or put back; nothing is asked in a dialog.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.changes import Changes
from consult_app.drafting.text.nodes import Text, seen
from consult_app.drafting.translation.to_translate import NODE, TranslationQueue, Wanted
from consult_app.journal.jottings import Scratch
from consult_app.meetings.reasons import N_
from consult_app.ui.chosen_text import ChosenText, chosen_text
from consult_app.ui.language import tr
from consult_app.ui.languages.acting import LanguagesActing
from consult_app.ui.languages.naming import Naming
from consult_app.ui.languages.passages import Task, task_of
from consult_app.ui.languages.queue_panel import QueuePanel
from consult_app.ui.languages.resuming import Begun, resume, unsaved
from consult_app.ui.languages.signing import Signing
from consult_app.ui.languages.tiles import LanguageTiles
from consult_app.ui.languages.workplace import Workplace
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import HairLine, PrimaryButton
from consult_app.ui.parts.lines import held_width
from consult_app.ui.parts.panels import EmptyState
from consult_app.ui.parts.scrolling import Roomy
from consult_app.ui.station import ChangesLike, DeskLike, Resumed
from consult_app.ui.text_chooser import TextChooser
from consult_app.ui.working import WorkingStation

_SHARE, _NARROWEST, _LARGEST_SHARE = 0.5, 420, 0.55
"""The part of the station that the working place takes; it is no narrower than this in steps of the type
scale, unless that were more than the last."""
_LOW: Final = 400
"""Lower than this the station has no room for the figures of its tiles."""
_ONLY: Final = {
    "en": N_("English only, or all languages"),
    "fr": N_("French only, or all languages"),
    "es": N_("Spanish only, or all languages"),
}


class LanguagesStation(WorkingStation):
    """What is to be translated and signed. Signals: ``import_asked()`` where there is no text yet;
    ``node_asked(node)`` and ``amendment_asked(amendment)`` to see it at the Table."""

    key = "languages"
    icon = "languages"

    import_asked = Signal()
    node_asked = Signal(str)
    amendment_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._queue = TranslationQueue()
        self._names: Naming | None = None
        self._stale = False
        self.shown_text = ""
        """The id of the text whose wordings are listed."""
        self.unfinished: dict[str, Begun] = {}
        """Words that were begun and not kept, by the key of their line."""
        self.tiles = LanguageTiles()
        self.texts = TextChooser()
        self.queue = QueuePanel(lambda: self._names, self.unfinished)
        self.work = Workplace()
        self.signing = Signing()
        self.import_button = PrimaryButton()
        self.empty = EmptyState(self.import_button, icon_name="languages")
        self.pages = QStackedWidget()
        self.acting = LanguagesActing(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("surface", "clear")
        column = QVBoxLayout(left)
        column.setContentsMargins(18, 0, 14, 14)
        column.setSpacing(8)
        column.addWidget(self.queue, 1)
        column.addWidget(self.signing)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(Roomy(left), 1)
        below.addWidget(HairLine(vertical=True))
        below.addWidget(self.work)
        head = QVBoxLayout()
        head.setContentsMargins(18, 14, 18, 0)
        head.setSpacing(10)
        head.addWidget(self.texts)
        head.addWidget(self.tiles)
        self._left = left
        shown = QWidget()
        whole = QVBoxLayout(shown)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addLayout(below, 1)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(shown)
        around = QVBoxLayout(self.page)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.pages)
        self._fit()

    def _connect(self) -> None:
        self.tiles.chosen.connect(self._held_otherwise)
        self.queue.held_otherwise.connect(self._held_otherwise)
        self.queue.chosen.connect(self._show_chosen)
        self.work.written.connect(self._note_words)
        self.texts.asked.connect(self._choose_text)
        self.import_button.clicked.connect(self.import_asked)
        Theme.instance().changed.connect(self._look_changed)
        table, work, acting = self.queue.table, self.work, self.acting
        self.add_key("J", N_("Next wording"), partial(self.queue.step, 1), table, repeats=True)
        self.add_key("K", N_("Previous wording"), partial(self.queue.step, -1), table, repeats=True)
        self.add_key("T", N_("Show it at the Table"), acting.show_at_table, table)
        self.add_key("Ctrl+Return", N_("Keep the words, and go to the next"), acting.keep, work)
        self.add_key("Ctrl+Enter", N_("Keep the words, and go to the next"), acting.keep, work)
        self.add_key("Esc", N_("Put the words back, or go to the list"), acting.leave, work)
        self.add_key("Alt+Down", N_("Next wording, these words stay begun"), partial(acting.go, 1), work)
        self.add_key("Alt+Up", N_("Previous wording, these words stay begun"), partial(acting.go, -1), work)
        self.add_key("Alt+C", N_("Begin with the words of the source"), work.copy_source, self)
        self.add_key("Alt+W", N_("Begin with the words of the text"), work.copy_today, self)
        self.add_key("Alt+T", N_("Apply the typography of the house"), work.checks.apply_house, self)
        self.add_key("Alt+S", N_("Sign off the wording"), acting.ask_sign, self)
        self.add_key("Alt+A", N_("Sign off all wordings shown"), acting.ask_sign_all, self)
        for place, (code, words) in enumerate(_ONLY.items(), start=1):
            self.add_key(f"Alt+{place}", words, partial(self.tiles.toggle, code), self)

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("Languages")

    def first_focus(self) -> QWidget:
        """Return the queue, a tile where it is empty, or the button that begins where there is no text."""
        if self.text is None:
            return self.import_button
        return self.queue.table if self.queue.rows else next(iter(self.tiles.tiles.values()))

    # what is shown

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk*; what was kept of another meeting is forgotten."""
        self._queue, self._names, self.shown_text = TranslationQueue(), None, ""
        self.acting.forget()
        self.unfinished.clear()
        self.signing.hide()
        self.work.show_task(None)
        super().bind(desk)

    def refresh(self, changes: ChangesLike | None) -> None:
        """Show what *changes* touched; out of sight, only note that something did."""
        if isinstance(changes, Changes) and not (
            changes.nodes or changes.amendments or changes.structure or changes.meeting
        ):
            return
        self._stale = True
        if self.isVisible():
            self.show_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: catch up with what happened out of sight."""
        super().showEvent(event)
        if self._stale:
            self.show_now()

    @property
    def text(self) -> Text | None:
        """The text whose wordings are listed; None where there is none yet."""
        return chosen_text(self.state.drafting) if self.desk is not None else None

    def show_now(self) -> None:
        """Show the state as it is now."""
        if self.desk is None:
            return
        self._stale = False
        text = self.text
        self.pages.setCurrentIndex(0 if text is None else 1)
        if text is None:
            return
        if text.id != self.shown_text:
            self._queue, self.shown_text = TranslationQueue(), text.id
            self.work.show_task(None)
        self.texts.offer(self.state.drafting)
        self._queue.follow(self.state.drafting, text)
        self._names = Naming(self.state, text, self._queue)
        self.tiles.show_counts(self._queue.counts, text.languages)
        self._show_queue(text)
        self._follow_work()

    def _show_queue(self, text: Text) -> None:
        self.queue.show_queue(self._queue, text.languages, self.tiles.language)
        if not self.queue.table.chosen and self.queue.rows and not self.writing:
            self.queue.table.choose(self.queue.rows[0].key)

    def _held_otherwise(self, _language: str = "") -> None:
        text = self.text
        if text is not None:
            self._show_queue(text)
            self._follow_work()

    def _choose_text(self, text_id: str) -> None:
        ChosenText.instance().choose(text_id)
        if text_id != self.shown_text:
            self.refresh(None)

    def task(self, key: str) -> Task | None:
        """What is to be done for the line *key*; None where it is not to be had any more."""
        name, _, language = key.rpartition("/")
        wanted = self._queue.find(name, language)
        return task_of(self._names, wanted) if wanted is not None and self._names is not None else None

    def _show_chosen(self, key: str) -> None:
        if not key and self.writing:
            return
        begun = self.unfinished.get(key)
        task = self.task(key) if key else None
        self.work.show_task(task, begun.words if begun is not None else None)
        self.say_changed()

    def _follow_work(self) -> None:
        """Show what is at hand as it is now; words that are being written are never put aside."""
        task = self.work.task
        if task is None:
            return
        key = task.wanted.key
        now = self.task(key)
        if now is None and self.writing:
            self.work.say_over(self._why_over(task.wanted))
        elif now is None:
            self.work.show_task(None)
        elif self.writing:
            self.work.follow(now)
            self.say_changed()
        elif now != task:
            self.work.show_task(now)

    def say_changed(self) -> None:
        """Say that the source is not the one any more that the words at hand were begun on."""
        task = self.work.task
        begun = self.unfinished.get(task.wanted.key) if task is not None else None
        if task is not None and begun is not None and begun.on != seen(task.source):
            self.work.show_note(" ".join((tr("The source has changed since you began."), task.note)).strip())

    def _why_over(self, wanted: Wanted) -> str:
        if wanted.kind == NODE:
            return tr("It has been deleted; these words are not needed any more. Esc leaves them.")
        return tr("It has been disposed of; these words are not needed any more. Esc leaves them.")

    @property
    def writing(self) -> bool:
        """Whether there are words at hand that were begun and not kept."""
        return self.work.task is not None and self.work.task.wanted.key in self.unfinished

    def _note_words(self) -> None:
        task = self.work.task
        if task is None:
            return
        key = task.wanted.key
        if self.work.field.changed:
            before = self.unfinished.get(key)
            on = before.on if before is not None else seen(task.source)
            self.unfinished[key] = Begun(self.work.field.words, on, self.shown_text)
        else:
            self.unfinished.pop(key, None)
        self.queue.table.viewport().update()

    # what was begun

    def unsaved(self) -> Iterable[Scratch]:
        """Return the words that were begun and not kept, each with its line."""
        return unsaved(self)

    def resume(self, found: Scratch) -> Resumed:
        """Go on with words that were begun in an earlier session."""
        return resume(self, found)

    def bring_to_hand(self, key: str) -> None:
        """Bring the line *key* to hand, in the whole list where it is not among those shown."""
        if not self.queue.table.choose(key):
            self.tiles.choose("")
            self.queue.show_everything()
            self._held_otherwise()
            self.queue.table.choose(key)

    # the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: the working place has its share of the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least = held_width(_NARROWEST, self, _LARGEST_SHARE)
        self.work.setFixedWidth(max(least, round(self.width() * _SHARE)))
        self.tiles.show_figures(self.height() >= fonts.pixels(_LOW))

    def _look_changed(self) -> None:
        self._fit()
        self._show_again()

    def _show_again(self) -> None:
        """Say everything anew, in other words or colours."""
        if self.desk is not None and self.work.task is not None:
            now = self.task(self.work.task.wanted.key)
            if now is not None:
                self.work.follow(now)

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        for part in (self.tiles, self.queue, self.work, self.signing):
            part.retranslate()
        self.import_button.set_words(tr("Import the draft…"))
        self.empty.set_words(
            tr("No text yet"),
            tr(
                "What is to be translated is listed here as soon as there is a text. Import the draft first; "
                "its other languages are imported at the Meeting too."
            ),
        )
        if self.desk is not None:
            self._stale = True
            if self.isVisible():
                self.show_now()
            self._show_again()


__all__ = ["LanguagesStation"]
