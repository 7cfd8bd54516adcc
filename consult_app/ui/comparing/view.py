"""Two moments of the text beside each other, in place of the Table; Esc leads back to it."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from consult_app.state import State
from consult_app.ui.comparing.causes import Cause
from consult_app.ui.comparing.head import ComparingHead
from consult_app.ui.comparing.moments import NamedMoment, moment_words, typed_moment
from consult_app.ui.comparing.text import ComparedText
from consult_app.ui.comparing.work import Choice, Comparison, Reader, Stopped
from consult_app.ui.key_choices import KeyChoices, portable
from consult_app.ui.language import Retranslating, number_said, tr
from consult_app.ui.parts.controls import HairLine
from consult_app.ui.parts.panels import EmptyState
from consult_app.ui.undo_words import undo_words
from consult_app.ui.waiting import in_background, in_window, when_done

Answer = tuple[list[NamedMoment], Comparison | None]

_NEXT: Final = ("table/Next paragraph", ("J", "Ctrl+Down"))
_BEFORE: Final = ("table/Previous paragraph", ("K", "Ctrl+Up"))


class ComparingView(Retranslating, QWidget):
    """The view of one meeting's record; ``begin`` gives it one, ``end`` takes it away.

    Signals: ``left()`` on Esc; ``node_asked(node)`` to go to a node at the Table; ``export_asked()``;
    ``failed(Exception)`` when the record cannot be read; ``shown()`` when a comparison is in sight.
    """

    left = Signal()
    node_asked = Signal(str)
    export_asked = Signal()
    failed = Signal(object)
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = ComparingHead()
        self.text = ComparedText()
        self.empty = EmptyState(icon_name="table")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.text)
        self.pages.addWidget(self.empty)
        self.found: Comparison | None = None
        self._desk: Any = None
        self._state: State | None = None
        self._text_id = ""
        self._reader: Reader | None = None
        self._moments: list[NamedMoment] = []
        self._stop: Event | None = None
        self._again = False
        self._progress = (0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(HairLine())
        column.addWidget(self.pages, 1)
        self.head.asked.connect(self.compare)
        self.head.extent_chosen.connect(self._show_lines)
        self.head.step_asked.connect(self.to_change)
        self.head.export_asked.connect(self.export_asked)
        self.head.left.connect(self.left)
        self.text.entered.connect(self._enter)
        self.retranslate()

    # the record

    def begin(self, desk: Any, text_id: str, languages: tuple[str, ...]) -> None:
        """Compare moments of the text *text_id* of the meeting at *desk*, in *languages* at first. What
        was chosen in the same text stays chosen."""
        state: State = desk.state
        text = state.drafting.texts[text_id]
        self.head.offer_languages(text.languages)
        if desk is not self._desk or text_id != self._text_id:
            self.end()
            self._desk, self._text_id, self._reader = desk, text_id, Reader(desk)
            self.head.languages.choose(*languages)
        self._state = state
        self.compare()

    def end(self) -> None:
        """Let go of the meeting and of what was read of it."""
        self.halt()
        self._desk, self._state, self._reader, self.found = None, None, None, None
        self._text_id, self._moments = "", []
        self.head.choose(None, None)
        self.head.show_figures(0, 0)
        self.text.show_lines((), (), {})

    def halt(self) -> None:
        """Stop what is being read: nobody is looking any more."""
        if self._stop is not None:
            self._stop.set()
        self._again = False

    @property
    def busy(self) -> bool:
        """Whether the record is being read just now."""
        return self._stop is not None

    def follow(self) -> None:
        """Something was recorded: a comparison with now is of another now."""
        choice = self.head.choice
        if self._desk is not None and choice is not None:
            self._state = self._desk.state
            if any(each.kind == "now" for each in choice):
                self.compare()

    @Slot()
    def compare(self) -> None:
        """Compare what is chosen, in a thread of its own; one that is under way is stopped first."""
        if self._reader is None:
            return
        if self._stop is not None:
            self._stop.set()
            self._again = True
            return
        self._stop = stop = Event()
        self._again = False
        told = in_window(self, partial(self._tell_progress, stop))
        reader, text_id = self._reader, self._text_id
        choice, codes = self.head.choice, self.head.codes
        job = partial(_compare, reader, choice, text_id, codes, stop, told)
        self._progress = (0, 0)
        self._show_reading()
        when_done(in_background(job, "comparing"), self, partial(self._done, stop), partial(self._over, stop))

    def _tell_progress(self, stop: Event, done: int, of: int) -> None:
        if stop is self._stop and not stop.is_set():
            self._progress = (done, of)
            self._show_reading()

    def _finished(self, stop: Event) -> bool:
        """Note that the work with this *stop* is over; True when its result is still wanted."""
        if stop is not self._stop:
            return False
        self._stop = None
        if self._again:
            self.compare()
            return False
        return not stop.is_set()

    def _over(self, stop: Event, error: Exception) -> None:
        if self._finished(stop):
            self.failed.emit(error)

    def _done(self, stop: Event, answer: Answer | None) -> None:
        if not self._finished(stop) or answer is None:
            return
        self._moments, self.found = answer
        self._offer()
        if self.found is not None:
            self.head.choose(self.found.first, self.found.second)
        self._show_lines()
        self.shown.emit()

    # showing

    def _offer(self) -> None:
        state, reader = self._state, self._reader
        if state is None or reader is None:
            return
        said = partial(_said, state)
        typed = partial(_typed, reader)
        self.head.first.offer(self._moments, said, typed)
        self.head.second.offer(self._moments, said, typed)

    def _show_reading(self) -> None:
        """Say that the record is being read, where there is nothing else to look at yet."""
        if self.found is not None:
            return
        done, of = self._progress
        said = tr("{done} of {total} rows", done=done, total=of) if of else ""
        self.empty.set_words(tr("Reading the record…"), said)
        self.pages.setCurrentWidget(self.empty)

    @Slot()
    def _show_lines(self) -> None:
        found, state = self.found, self._state
        if found is None or state is None:
            if not self.busy and self._reader is not None:
                self.empty.set_words(tr("Nothing to compare"), tr("There is no text at these moments."))
                self.pages.setCurrentWidget(self.empty)
            return
        changed = found.changed
        lines = changed if self.head.only_changed else found.lines
        causes = {cause.seq: cause for line in changed for each in line.causes for cause in each}
        at = self._place_again(lines)
        said = {seq: _cause(each, state) for seq, each in causes.items()}
        self.text.show_lines(lines, found.languages, said, at, alone=self.head.only_changed)
        self.head.show_figures(len(changed), len(found.lines))
        if lines:
            self.pages.setCurrentWidget(self.text)
        else:
            self.empty.set_words(
                tr("Nothing differs"),
                tr("The text reads the same at both moments in the languages chosen."),
            )
            self.pages.setCurrentWidget(self.empty)

    def _place_again(self, lines: tuple[object, ...]) -> str:
        """Where the node at hand stands among *lines*, which may be others than before."""
        before = self.text.line()
        if before is None:
            return ""
        nodes = [line.cells[0].node for line in lines]  # type: ignore[attr-defined]
        name = before.cells[0].node
        return str(nodes.index(name)) if name in nodes else ""

    @Slot(int)
    def to_change(self, by: int) -> None:
        """Go to the next change, or the one before, and have the text at hand."""
        self.text.to_change(by)
        self.text.setFocus()

    @Slot()
    def _enter(self) -> None:
        line = self.text.line()
        if line is not None:
            self.node_asked.emit(line.cells[0].node)

    # hands

    def event(self, event: QEvent) -> bool:
        """Qt's override: letters decide nothing at the Table behind the comparison."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc leaves; the keys that go from paragraph to paragraph at the Table go from
        change to change."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _presses(event, _NEXT):
            self.to_change(1)
        elif _presses(event, _BEFORE):
            self.to_change(-1)
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Give the focus to the text, or to the first moment while there is none."""
        text: QWidget = self.text if self.pages.currentWidget() is self.text else self.head.first
        text.setFocus()
        if isinstance(text, QLineEdit):
            text.selectAll()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(tr("Comparison of two moments"))
        self._offer()
        if self.busy:
            self._show_reading()
        self._show_lines()


def _compare(
    reader: Reader, choice: Choice | None, text_id: str, codes: tuple[str, ...], stop: Event, told: Any
) -> Answer | None:
    try:
        return reader.compare(choice, text_id, codes, stop, told)
    except Stopped:
        return None


def _said(state: State, moment: NamedMoment) -> str:
    return moment_words(moment, state)


def _typed(reader: Reader, words: str) -> NamedMoment | None:
    return typed_moment(words, reader.rows)


def _cause(cause: Cause, state: State) -> str:
    return number_said(cause.number) or undo_words(cause.what, state)


def _ours(event: QKeyEvent) -> bool:
    """Whether a key means something here that it means otherwise at the Table."""
    if _presses(event, _NEXT) or _presses(event, _BEFORE):
        return True
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    return event.key() == Qt.Key.Key_F2 or (bool(event.text()) and event.text().isprintable())


def _presses(event: QKeyEvent, known: tuple[str, tuple[str, ...]]) -> bool:
    """Whether *event* presses a key of the station that is *known* by its id and the keys it ships with."""
    pressed = QKeySequence(event.keyCombination()).toString()
    return pressed in {portable(key) for key in KeyChoices.instance().keys(*known)}
