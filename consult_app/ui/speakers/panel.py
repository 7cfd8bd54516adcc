"""The list of speakers in the right column of the Table.

Who has the floor with the clock, a line that puts somebody on the list in a few letters, the list, the
speaking times. The panel asks for commands; its owner performs them.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consult_app.drafting.deciding.asking import AddSpeaker
from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.acts import Command
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.kept.speaking import SPEECH_KINDS, Speaker
from consult_app.meetings.proceedings.giving_floor import EndSpeech, GiveFloor, PauseSpeech, ResumeSpeech
from consult_app.meetings.proceedings.speakers import CloseList, MoveSpeaker, ReopenList, WithdrawSpeaker
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.belonging import mark_of, tone_of
from consult_app.ui.language import Languages, Retranslating, tr, tr_n
from consult_app.ui.parts.controls import Label, QuietButton, SectionTitle, SegmentedControl
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.lists import Column, ListModel, ListTable
from consult_app.ui.parts.scrolling import scrolled
from consult_app.ui.speakers.candidates import listed_words
from consult_app.ui.speakers.floor_box import FloorBox
from consult_app.ui.speakers.limits import Limits
from consult_app.ui.speakers.statistics import Statistics
from consult_app.ui.speakers.who_field import WhoField
from consult_app.words import term

_SHORT: Final[dict[str, str]] = {
    "speaker": N_("Speaker"),
    "point_of_order": N_("Order"),
    "right_of_reply": N_("Reply"),
}
_KINDS: Final = ("speaker", "point_of_order", "right_of_reply")


class SpeakersPanel(Retranslating, QFrame):
    """The panel. In the list Enter gives the floor, Del takes somebody off, Alt with an arrow moves.

    Signals: ``asked(command)``; ``words_asked()`` for the words of the report; ``left()`` on Esc.
    """

    asked = Signal(object)
    words_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state: State | None = None
        self._amendment = ""
        self.floor = FloorBox()
        self.kind = SegmentedControl(_KINDS)
        self.kind.choose("speaker")
        self.who = WhoField()
        self._problem = Label("problem", wrap=True)
        self._heading = SectionTitle()
        self.close_button, self.limits_button = QuietButton(), QuietButton()
        self.words_button = QuietButton()
        self.model: ListModel[Speaker] = ListModel(self._columns(), lambda row: row.id)
        self.table: ListTable[Speaker] = ListTable(self.model)
        self.table.setMinimumHeight(110)
        self.table.installEventFilter(self)
        self._empty = Label("dim", wrap=True)
        self.limits = Limits()
        self.limits.hide()
        self.statistics = Statistics()
        self._lay_out()
        self._wire()
        self.retranslate()

    def _columns(self) -> tuple[Column[Speaker], ...]:
        return (
            Column(N_("Place"), self._place, width=28, tone=lambda row: "dim"),
            Column(N_("Group"), self._mark, tone=self._tone, width=26),
            Column(N_("Who asked for the floor"), self._name),
        )

    def _lay_out(self) -> None:
        head = BrokenLine(6)
        head.add(self._heading, 1)
        head.add(self.limits_button)
        head.add(self.close_button)
        self.table.horizontalHeader().setMinimumSectionSize(18)
        self.table.horizontalHeader().hide()
        self.table.fit()
        inside = QWidget()
        inside.setProperty("surface", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(15, 8, 15, 12)
        column.setSpacing(8)
        self._column = column
        column.addWidget(self.floor)
        column.addWidget(self.kind)
        column.addWidget(self.who)
        column.addWidget(self._problem)
        column.addWidget(head)
        column.addWidget(self.limits)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        # with nobody on the list the room that is left stays below, not between the fields
        column.addStretch(0)
        words = QHBoxLayout()
        words.addWidget(self.words_button)
        words.addStretch(1)
        column.addLayout(words)
        column.addWidget(self.statistics)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        self._problem.hide()

    def _wire(self) -> None:
        self.floor.next_asked.connect(self.give_next)
        self.floor.end_asked.connect(self.end)
        self.floor.pause_asked.connect(self.pause)
        self.who.chosen.connect(self._add)
        self.who.unknown.connect(self._unknown)
        self.close_button.clicked.connect(self.close_or_open)
        self.limits_button.clicked.connect(self._toggle_limits)
        self.words_button.clicked.connect(self.words_asked)
        self.limits.asked.connect(self.asked)
        self.limits.left.connect(self._toggle_limits)
        self.table.row_entered.connect(self._give)

    # what is shown

    def show_state(self, state: State, amendment: str = "") -> None:
        """Show the list of *state*; who is added asks for the floor on *amendment* (an id), if given."""
        before, self._state, self._amendment = self._state, state, amendment
        assembly = state.assembly
        self.who.show_assembly(assembly)
        if before is not None and _same(before.assembly, assembly):
            return
        self.floor.show_floor(assembly)
        self.limits.show_assembly(assembly)
        self.statistics.show_times(assembly)
        self.model.show_rows(assembly.speaking.waiting)
        self._say()

    @property
    def assembly(self) -> Assembly:
        """Who meets. Raises LookupError without a meeting."""
        if self._state is None:
            raise LookupError("there is no meeting")
        return self._state.assembly

    def _place(self, row: Speaker) -> str:
        return str(self.model.rows.index(row) + 1)

    def _mark(self, row: Speaker) -> str:
        return mark_of(self.assembly, row.on_behalf_of or row.who)

    def _tone(self, row: Speaker) -> str:
        return tone_of(self.assembly, row.on_behalf_of or row.who)

    def _name(self, row: Speaker) -> str:
        return listed_words(self._state, row) if self._state is not None else ""

    def _say(self) -> None:
        waiting = self.model.rows
        closed = self._state is not None and self._state.assembly.speaking.closed
        words = tr_n("{n} on the list", "{n} on the list", len(waiting))
        self._heading.setText(tr("{words}, closed", words=words) if closed else words)
        self.close_button.set_words(tr("Reopen the list") if closed else tr("Close the list"))
        self._empty.setText(tr("Nobody has asked for the floor. Type a few letters of a name above."))
        self._empty.setVisible(not waiting)
        self.table.setVisible(bool(waiting))
        self._column.setStretch(self._column.count() - 3, 0 if waiting else 1)

    # what is done

    def take_focus(self) -> None:
        """Give the focus to the line that puts somebody on the list."""
        self.who.line.setFocus()

    def say_problem(self, words: str) -> None:
        """Say under the line why somebody could not be put on the list; "" takes it away."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    @Slot(str, str)
    def _add(self, who: str, behalf: str) -> None:
        self.say_problem("")
        kind = next(iter(self.kind.selection), "speaker")
        self.kind.choose("speaker")
        self._ask(AddSpeaker(who=who, kind=kind, on_behalf_of=behalf, amendment=self._amendment))  # type: ignore[arg-type]

    @Slot(str)
    def _unknown(self, words: str) -> None:
        self.say_problem(tr("“{who}” is nobody on the list of participants.", who=words))

    @Slot()
    def give_next(self) -> None:
        """Give the floor to the next on the list; a point of order comes first."""
        self._ask(GiveFloor())

    @Slot(str)
    def _give(self, speaker: str) -> None:
        self._ask(GiveFloor(speaker=self._called(speaker)))

    @Slot()
    def end(self) -> None:
        """Whoever has the floor has ended."""
        self._ask(EndSpeech())

    @Slot()
    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        speech = self.assembly.speaking.now
        if speech is not None:
            self._ask(PauseSpeech() if speech.running else ResumeSpeech())

    @Slot()
    def close_or_open(self, _checked: bool = False) -> None:
        """Close the list, or open it again."""
        self._ask(ReopenList() if self.assembly.speaking.closed else CloseList())

    @Slot()
    def _toggle_limits(self, _checked: bool = False) -> None:
        opens = self.limits.isHidden()
        self.limits.setVisible(opens)
        if opens:
            self.limits.minutes.setFocus()
        else:
            self.limits_button.setFocus()

    def _called(self, entry: str) -> str:
        """How a command names an entry: by who it is, so that the record can be read, unless somebody
        stands twice on the list."""
        who = next((each.who for each in self.model.rows if each.id == entry), entry)
        alone = sum(1 for each in self.model.rows if each.who == who) == 1
        return who if alone else entry

    def _ask(self, command: Command) -> None:
        self.asked.emit(command)

    def _move(self, by: int) -> None:
        at = self.model.row_of(self.table.chosen)
        if at >= 0 and 0 <= at + by < len(self.model.rows):
            self._ask(MoveSpeaker(speaker=self._called(self.table.chosen), to=at + by + 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: Del takes off the list, Alt with an arrow moves."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Delete and self.table.chosen:
            self._ask(WithdrawSpeaker(speaker=self._called(self.table.chosen)))
        elif event.key() in moves and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(moves[Qt.Key(event.key())])
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc leads back to the amendments."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Put every word of the panel anew."""
        language = Languages.current()
        self.setAccessibleName(tr("List of speakers"))
        full = {kind: capitalized(term("kind", kind, "speech", language)) for kind in SPEECH_KINDS}
        self.kind.set_words(tr("Asks for"), {kind: tr(words) for kind, words in _SHORT.items()}, full)
        self.who.set_words(tr("Who asks for the floor? Enter adds"))
        self.table.setAccessibleName(tr("List of speakers"))
        self.table.setAccessibleDescription(tr("Enter gives the floor, Del takes off, Alt and an arrow move"))
        self.table.setToolTip(tr("Enter gives the floor, Del takes off, Alt and an arrow move"))
        self.limits_button.set_words(tr("Time…"))
        self.words_button.set_words(tr("Words for the report…"), "Ctrl+R")
        self.model.say_again()
        self._say()


def _same(one: Assembly, other: Assembly) -> bool:
    return (
        one.speaking is other.speaking
        and one.participants is other.participants
        and one.groups is other.groups
        and one.sittings is other.sittings
    )
