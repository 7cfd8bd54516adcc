"""The Table: the text under consideration, where most hours of a meeting are spent.

Left the outline, in the middle the text with its tracked changes, right the amendments to the node at
hand. The station remembers the state that it shows and compares it with the desk's, so that it never
matters how often, or by whom, it is told that something changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.changes import Changes, between
from consult_app.desk import Answer, Done, Refusal
from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.house_style.labels import label_reference, with_article
from consult_app.drafting.text.nodes import Node, Text
from consult_app.journal.jottings import Scratch
from consult_app.meetings.acts import Command
from consult_app.state import State
from consult_app.ui.chosen_text import ChosenText, chosen_text
from consult_app.ui.language import Languages, number_said, tr
from consult_app.ui.look.palette import GroupStyle
from consult_app.ui.look.theme import Theme
from consult_app.ui.station import ChangesLike, DeskLike, Resumed
from consult_app.ui.table.acting import Acting
from consult_app.ui.table.at_hand import first_node
from consult_app.ui.table.banner_focus import BannerFocus
from consult_app.ui.table.bracket_acting import BracketActing
from consult_app.ui.table.cards_shown import CardsShown
from consult_app.ui.table.comparing_acting import ComparingTable
from consult_app.ui.table.frame import TableParts
from consult_app.ui.table.in_turn import InTurn
from consult_app.ui.table.keys import add_keys
from consult_app.ui.table.notes_acting import NotesTable
from consult_app.ui.table.outline_shown import OutlineShown
from consult_app.ui.table.resuming import resume, unsaved
from consult_app.ui.table.side_acting import SideActing
from consult_app.ui.text.bracket_pieces import named_by
from consult_app.ui.text.ink import look_of
from consult_app.ui.text.reading import Reading
from consult_app.ui.text.shaping import Look
from consult_app.ui.text.spoken import who_changes
from consult_app.ui.text.wordings import column_heads, negotiated
from consult_app.ui.waiting import in_window, when_done
from consult_app.ui.working import WorkingStation

_AT_FIRST: Final = 2
"""How many languages stand side by side until a person chooses."""


class TableStation(WorkingStation):
    """The station. ``parts`` holds its widgets, ``acting`` what is decided and written; ``shown`` is the
    state on show.

    Signals: ``import_asked()`` when there is no text yet; ``amendment_asked(node)`` to hand one in to
    the node at hand; ``node_reached(node)`` when another node is at hand; ``find_asked()``.
    """

    key = "table"
    icon = "table"

    import_asked = Signal()
    amendment_asked = Signal(str)
    node_reached = Signal(str)
    find_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading: Reading | None = None
        self.shown: State | None = None
        self._current, self._seq = "", 0
        self._busy = False
        self._were: dict[str, str] = {}
        self._leave: Callable[[], None] | None = None
        self.parts = TableParts(self._look, self._whose, self._who_changes)
        self.in_turn = InTurn(self)
        self.acting = Acting(self)
        self.banner_focus = BannerFocus(self)
        self.bracket_acting = BracketActing(self)
        self.side_acting = SideActing(self)
        self.cards = CardsShown(self)
        self.outline = OutlineShown(self)
        self.comparing = ComparingTable(self)
        self.notes = NotesTable(self)
        box = QVBoxLayout(self.page)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.parts)
        self._wire()
        add_keys(self)
        self.retranslate()

    def _wire(self) -> None:
        parts = self.parts
        parts.outline.node_chosen.connect(self.go_to)
        parts.outline.entered_on.connect(self.side_acting.to_amendments)
        parts.outline.letter_typed.connect(self._letter_typed)
        parts.texts.asked.connect(self.choose_text)
        parts.text.node_chosen.connect(self.go_to)
        parts.text.step_asked.connect(self.step)
        parts.text.edit_asked.connect(self.acting.edit)
        parts.text.change_taken.connect(self._change_taken)
        parts.text.entered.connect(self.side_acting.to_amendments)
        parts.edit_asked.connect(self.acting.edit)
        parts.shown_otherwise.connect(self._show_text)
        parts.import_asked.connect(self.import_asked)
        parts.list.reached.connect(self.cards.show_note)
        parts.list.decision_asked.connect(self.acting.decide)
        parts.list.more_asked.connect(self.acting.more)
        parts.list.node_decision_asked.connect(self.acting.adopt_node)
        parts.list.second_button.clicked.connect(self.acting.other_node_decision)
        parts.list.brackets.resolve_asked.connect(self.bracket_acting.open_menu)
        Theme.instance().changed.connect(self._look_anew)

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("Table")

    def escape(self) -> None:
        """Leave the comparison, from wherever Esc was pressed."""
        self.comparing.leave()

    def first_focus(self) -> QWidget:
        """Return the outline, or the button that begins where there is no text; what lies over both."""
        if self.comparing.is_open:
            return self.comparing.view.text
        return self.parts.list_of_nodes if self.reading else self.parts.import_button

    # the desk

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk* and listen to it; None when the meeting is closed."""
        if self._leave is not None:
            self._leave()
            self._leave = None
        self.acting.close_editor()
        self.side_acting.close()
        self.comparing.close()
        self.notes.bind(desk)
        self.quiet()
        self._set_busy(False)
        self.reading, self.shown, self._current, self._seq = None, None, "", 0
        self.cards.forget()
        self.outline.forget()
        self.in_turn.forget()
        if desk is not None and hasattr(desk, "subscribe"):
            self._leave = desk.subscribe(in_window(self, self.refresh))
        super().bind(desk)

    def refresh(self, changes: ChangesLike | None) -> None:
        """Show what differs between the state on show and the desk's; with None everything."""
        state: State | None = self.desk.state if self.desk is not None else None
        if state is None or not state.drafting.texts:
            self._show_nothing(state)
            return
        if changes is None or self.shown is None or self.reading is None:
            self._show_all(state)
        elif state is not self.shown and self.isVisible():
            self._show_changes(state, changes)
        self.comparing.follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: catch up with what happened out of sight."""
        super().showEvent(event)
        if self.desk is not None and self.desk.state is not self.shown:
            self.refresh(None)

    def perform(
        self,
        command: Command,
        then: Callable[[Done], object] | None = None,
        refused: Callable[[Refusal], bool] | None = None,
    ) -> None:
        """As :meth:`WorkingStation.perform`, one command at a time: decisions are barred meanwhile."""
        if self._busy or self.desk is None:
            return
        self.quiet()
        self._set_busy(True)
        future = self.desk.perform(command)
        when_done(future, self, partial(self._answered, command, then, refused), self._failed)

    @property
    def busy(self) -> bool:
        """Whether a command is on its way."""
        return self._busy

    def _answered(self, command: Command, then: Any, refused: Any, answer: Answer) -> None:
        self._set_busy(False)
        super()._answered(command, then, refused, answer)
        if isinstance(answer, Done):
            self.in_turn.go_on()
        else:
            self.in_turn.give_up()

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.in_turn.give_up()
        raise error

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.parts.list.set_busy(busy)
        self.acting.set_busy(busy)
        self.side_acting.set_busy(busy)

    def tell(self, words: str, tone: str = "info", action: str = "") -> None:
        """As :meth:`WorkingStation.tell`; a question takes the focus, so that Enter answers it."""
        super().tell(words, tone, action)
        if action:
            self.banner_focus.take()

    # showing

    def _show_nothing(self, state: State | None) -> None:
        """Show the page that says how to begin; nothing may still hold the text of another meeting."""
        self.acting.close_editor()
        self.reading, self.shown = None, state
        self.parts.show_page(with_text=False)
        self.outline.forget()
        self.parts.outline.show_rows([], "")
        self.parts.text.show_text(None, self.parts.which, self.parts.codes, ())
        self.parts.list.show_faces([], "")
        self.side_acting.follow()

    def _show_all(self, state: State) -> None:
        self.shown, self._seq = state, self.desk.seq
        text = chosen_text(state.drafting)
        if text is None:
            raise LookupError("there is no text to show")
        if self.reading is not None:
            self._were[self.reading.text.id] = self._current
        self.reading = Reading(state.drafting, text.id, state.assembly.meeting.rules.numbering)
        self.parts.texts.offer(state.drafting)
        self.parts.decide_here(state.given is None)
        if not self.parts.languages_chosen:
            self.parts.choose_languages(*self.reading.text.languages[:_AT_FIRST])
        if self._current not in self.reading.text.nodes:
            self.acting.close_editor()
            was = self._were.get(text.id, "")
            self._current = was if was in text.nodes else first_node(self.reading)
        self.parts.show_page(with_text=True)
        self._show_text()
        self.parts.text.choose(self._current)
        self.side_acting.follow()

    def _show_changes(self, state: State, known: ChangesLike) -> None:
        before, self.shown = self.shown, state
        seq, self._seq = self._seq, self.desk.seq
        reading = self.reading
        if before is None or reading is None:
            self._show_all(state)
            return
        if isinstance(known, Changes) and known.seq == self._seq == seq + 1:
            changes = known
        else:  # several rows at once, or none of ours
            changes = between(before, state, self._seq)
        if (
            changes.people
            or changes.meeting
            or before.drafting.texts.keys() != state.drafting.texts.keys()
            or self._current not in state.drafting.texts[reading.text.id].nodes
        ):
            self._show_all(state)
            return
        touched = reading.moved_to(state.drafting, changes)
        if changes.structure:
            self.outline.show()
        else:
            self.outline.follow(touched)
        self.parts.text.show_changes(touched, column_heads(reading.text, self.parts.codes))
        # the foot says how far the text as a whole is
        if self._current in touched or before.drafting.texts[reading.text.id].state != reading.text.state:
            self.cards.show()
        self.side_acting.follow()

    @Slot()
    def _show_text(self) -> None:
        if self.reading is None:
            return
        codes = self.parts.codes
        self.parts.text.show_text(self.reading, self.parts.which, codes, column_heads(self.text, codes))
        self.outline.show()
        self.cards.show()

    def _look(self, by: tuple[str, ...]) -> Look:
        """How a change by these amendments is shown: as the first one's, with all their numbers, in square
        brackets where the amendment stands in them."""
        state = self.shown
        if state is None:
            raise LookupError("there is no text on show")
        found = [state.drafting.amendments[name] for name in by]
        short = {a.id: number_said(a.number, "short") for a in found}
        numbers = (f"[{short[a.id]}]" if a.state == "bracketed" else short[a.id] for a in found)
        return Look(look_of(state.assembly, found[0].by), ", ".join(numbers))

    def _who_changes(self, by: tuple[str, ...]) -> str:
        """Number and author of the amendments *by*, as they are said aloud."""
        return who_changes(self.shown or self.state, by)

    def _whose(self, who: str, language: str) -> tuple[GroupStyle, str]:
        """The look of somebody, and how square brackets in *language* call them."""
        return named_by((self.shown or self.state).assembly)(who, language)

    @Slot()
    def _look_anew(self) -> None:
        if self.reading is not None and self.desk is not None:
            self.cards.show()

    # what is at hand

    @property
    def text(self) -> Text:
        """The text on show. Raises LookupError when there is none."""
        if self.reading is None:
            raise LookupError("there is no text on show")
        return self.reading.text

    @property
    def node_at_hand(self) -> str:
        """The id of the node at hand, "" where there is no text."""
        return self._current if self.reading is not None else ""

    def unsaved(self) -> Iterable[Scratch]:
        """Return the words in the editor and in the forms at the side."""
        return unsaved(self)

    def resume(self, found: Scratch) -> Resumed:
        """Open the editor or form that *found* was written in."""
        return resume(self, found)

    @property
    def current_node(self) -> Node:
        """The node at hand. Raises LookupError when there is no text."""
        return self.text.nodes[self._current]

    @property
    def amendment_at_hand(self) -> Amendment | None:
        """The amendment whose card is open."""
        return self.reading.drafting.amendments.get(self.parts.list.at_hand) if self.reading else None

    @property
    def quoting_language(self) -> str:
        """The language that outline and cards quote: the window's where its column is shown, else the
        negotiated one, else that of the first column."""
        codes, window, main = self.parts.codes, Languages.current(), negotiated(self.text)
        if window in codes:
            return window
        return main if main in codes or not codes else codes[0]

    def name_of(self, node: str, *, article: bool = False) -> str:
        """How *node* is called in a sentence of the window's language, on demand with its *article*."""
        label = self.reading.label(node) if self.reading else ""
        said = with_article if article else label_reference
        return said(self.text.tree.spots[node].kind, label, Languages.current())

    @Slot(str)
    def choose_text(self, text_id: str) -> bool:
        """Work on another text of the meeting; False where unfinished words in the editor keep it back."""
        if self.reading is None or text_id == self.text.id:
            return self.reading is not None
        if not self.acting.may_leave():
            return False
        ChosenText.instance().choose(text_id)
        if self.text.id != text_id:
            self.refresh(None)
        self.node_reached.emit(self._current)
        return True

    def next_text(self) -> None:
        """Work on the next text, after the last on the first."""
        known = tuple(self.state.drafting.texts) if self.reading is not None else ()
        if len(known) > 1:
            self.choose_text(known[(known.index(self.text.id) + 1) % len(known)])

    def _to_text_of(self, node: str) -> bool:
        texts = self.state.drafting.texts.values() if self.reading is not None else ()
        return any(node in text.nodes and self.choose_text(text.id) for text in texts)

    @Slot(str)
    def go_to(self, node: str) -> bool:
        """Bring *node* of whichever text to hand; False where unfinished words in the editor keep it back."""
        if self.reading is not None and node not in self.text.nodes and not self._to_text_of(node):
            return False
        self.comparing.leave()
        if node == self._current or node not in self.text.nodes:
            return node == self._current
        if not self.acting.may_leave():
            self.parts.outline.choose(self._current)
            return False
        self._current = node
        self.parts.outline.choose(node)
        self.parts.text.choose(node)
        self.cards.show()
        self.node_reached.emit(node)
        return True

    def go_to_amendment(self, amendment: str) -> bool:
        """Bring an amendment to hand at the node that it is about, with the focus on it; False where that
        cannot be shown."""
        if not self._bring(amendment):
            return False
        self.side_acting.to_amendments()
        return True

    def return_to(self, amendment: str, node: str) -> None:
        """Bring to hand what was taken back, or done again: *amendment*, else *node*. The focus stays where
        it is, in the amendments or in the text."""
        deciding = self.parts.list.has_focus
        brought = self._bring(amendment) or (bool(node) and self.go_to(node))
        if deciding and brought:  # else unfinished words keep it, and the focus
            self.parts.list.give_focus()

    def _bring(self, amendment: str) -> bool:
        found = self.reading.drafting.amendments.get(amendment) if self.reading else None
        while found is not None and found.amends and self.reading:
            found = self.reading.drafting.amendments[found.amends]
        if found is not None and not self.choose_text(found.text_id):
            return False
        nodes = (*found.targets(), *self.text.nodes) if found is not None else ()
        node = next((each for each in nodes if self._shows(each, amendment)), "")
        if not node or not self.go_to(node):
            return False
        self.parts.list.take(amendment)
        return True

    def _shows(self, node: str, amendment: str) -> bool:
        if self.reading is None or node not in self.text.nodes or self.text.tree.spots[node].gone:
            return False
        about = self.reading.amendments(node)
        below = (child for each in about for child in self.reading.subamendments(each.id))
        return any(each.id == amendment for each in (*about, *below))

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next node of the text (or the one before)."""
        if self.reading is None:
            return
        order = [n for n in self.text.tree.walk() if not self.text.tree.spots[n].gone]
        place = order.index(self._current) + by
        self.go_to(order[min(max(0, place), len(order) - 1)])

    def go_to_next_open(self) -> bool:
        """Go to the next node after the one at hand that is not closed, after the last to the first; False
        where there is none."""
        order = list(self.text.tree.walk())
        place = order.index(self._current) + 1
        for node in (*order[place:], *order[:place]):
            if not self.text.nodes[node].closed:
                self.go_to(node)
                return True
        return False

    @Slot()
    def _letter_typed(self) -> None:
        """A letter decides nothing in the outline: say where it would."""
        if self.reading is not None and self.reading.pending(self._current):
            self.tell(tr("Enter leads to the amendments; letters decide there."))

    @Slot(tuple)
    def _change_taken(self, amendments: tuple[str, ...]) -> None:
        """A change in the text is at hand: so is the card of the amendment that makes it."""
        cards = [each for each in amendments if each in self.parts.list.shown]
        if cards and self.parts.list.at_hand not in cards:
            self.parts.list.take(cards[0])

    def ask_amendment(self) -> None:
        """Ask for an amendment to the node at hand."""
        if self.reading is not None:
            self.amendment_asked.emit(self._current)

    def retranslate(self) -> None:
        """Put every word of the station into the window's language."""
        super().retranslate()
        self.parts.retranslate()
        if self.reading is not None:
            self.parts.text.show_changes(set(), column_heads(self.text, self.parts.codes))
            self.outline.show()
            self.cards.show()
