"""The Amendments station: find an amendment, read it in full, hand one in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.changes import Changes
from consult_app.desk import Done
from consult_app.journal.jottings import Scratch
from consult_app.meetings.acts import Command
from consult_app.meetings.proceedings.speaking_times import group_with_the_floor
from consult_app.meetings.reasons import N_
from consult_app.ui.amendments.details import AmendmentDetails
from consult_app.ui.amendments.form import AmendmentForm
from consult_app.ui.amendments.group_side import GroupSide
from consult_app.ui.amendments.list_head import ListHead
from consult_app.ui.amendments.model import AmendmentRow, amendment_rows, amendments_model, filtered
from consult_app.ui.amendments.ordering import Ordering
from consult_app.ui.amendments.resuming import resume, unsaved
from consult_app.ui.amendments.taking_in import TakingIn
from consult_app.ui.chosen_text import ChosenText
from consult_app.ui.language import tr, tr_n
from consult_app.ui.leaving import Leaving
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import HairLine, PrimaryButton
from consult_app.ui.parts.lines import held_width
from consult_app.ui.parts.lists import ListTable
from consult_app.ui.parts.panels import Card, EmptyState
from consult_app.ui.parts.scrolling import Roomy
from consult_app.ui.station import ChangesLike, DeskLike, Resumed
from consult_app.ui.working import WorkingStation

_SIDE, _NARROW_SIDE, _WIDEST_SIDE = 452, 390, 640
_SIDE_SHARE = 0.35
"""What the side has of a window that is wider than that: its words are read, those of the list found."""
_AUTHOR = 168
"""What the names of the authors have before the spare columns of the list."""
_WIDE = 1060
"""From this width on there is room for everything."""


class AmendmentsStation(WorkingStation):
    """The list on the left; at the side one amendment, or the form for a new one. Signals:
    ``find_asked()``; ``give_asked()`` when a group is to be given its file."""

    find_asked = Signal()
    give_asked = Signal()
    key = "amendments"
    icon = "amendments"

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[AmendmentRow] = []
        self.head = ListHead()
        self.search, self.add = self.head.search, self.head.add
        self.states, self.groups, self.sorting = self.head.states, self.head.groups, self.head.sorting
        self.ordering = Ordering()
        self.model = amendments_model()
        self.table: ListTable[AmendmentRow] = ListTable(self.model)
        self.table.least_stretch = _AUTHOR
        self._begin = PrimaryButton()
        self.no_text = EmptyState(icon_name="papers")
        self.empty = EmptyState(self._begin, icon_name="amendments")
        self.nothing_like_it = EmptyState(icon_name="search")
        self.details = AmendmentDetails()
        self.form = AmendmentForm()
        self.none_chosen = EmptyState()
        self.taking_in = TakingIn()
        self._overview = QWidget()
        self._pages = QStackedWidget()
        self.group = GroupSide(self, self._pages.setCurrentWidget)
        self.side = QStackedWidget()
        self.lists = QStackedWidget()
        self._lay_out()
        self._connect()
        self.ordering.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        for at_side in (self.none_chosen, self.details, self.form):
            self.side.addWidget(at_side)
        self.side.setProperty("surface", "panel")
        for listed in (self.table, self.no_text, self.empty, self.nothing_like_it):
            self.lists.addWidget(listed)
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(4, 6, 4, 6)
        inner.addWidget(self.lists)
        self._left = QWidget()
        self._left.setProperty("surface", "clear")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(framed, 1)
        column.addWidget(self.ordering)
        whole = QVBoxLayout(self.page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._pages.addWidget(self._overview)
        for page in (self.taking_in, *self.group.pages):
            self._pages.addWidget(page)
        row = QHBoxLayout(self._overview)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Roomy(self._left), 1)
        row.addWidget(HairLine(vertical=True))
        row.addWidget(self.side)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show_rows)
        self.states.chosen.connect(self._show_rows)
        self.groups.chosen.connect(self._show_rows)
        self.sorting.chosen.connect(self._sort)
        self.ordering.moved.connect(self._show_rows)
        self.ordering.step_asked.connect(self.move_at_hand)
        self.ordering.asked.connect(self._set_order)
        self.ordering.coding.asked.connect(self._set_code)
        self.ordering.coding.left.connect(self.table.setFocus)
        self.table.row_chosen.connect(self.show_amendment)
        self.add.clicked.connect(self.ask_new)
        self._begin.clicked.connect(self.ask_new)
        self.form.asked.connect(self._hand_in)
        self.form.left.connect(self.leave_form)
        self.details.asked.connect(self.perform)
        self.head.file_button.clicked.connect(self.ask_file)
        self.taking_in.asked.connect(self._take_in)
        self.taking_in.left.connect(self.show_overview)
        self.taking_in.handed_over.connect(self.open_file)
        self.group.handed_over.asked.connect(self._take_in)
        self.head.over_button.clicked.connect(self.group.ask_hand_over)
        self.head.give_button.clicked.connect(self.give_asked)
        self.details.rewrite_asked.connect(self.group.rewrite)
        Theme.instance().changed.connect(self._fit)
        self.add_key("N", N_("Hand in an amendment"), self.ask_new, self._left)
        self.add_key("S", N_("Second the amendment"), self.details.open_seconding, self.table)
        self.add_key("W", N_("Withdraw the amendment"), self.details.ask_withdraw, self.table)
        self.add_key("T", N_("Translate the amendment"), self.details.open_translation, self.table)
        self.add_key("O", N_("Sort code of the amendment"), self.ask_code, self.table)
        self.add_key("E", N_("Write the draft anew"), self.rewrite_at_hand, self.table)
        self.add_key("H", N_("Hand over to the secretariat…"), self.group.ask_hand_over, self._left)
        self.add_key("Ctrl+I", N_("Amendments from a file"), self.ask_file, self)
        for page in (self.taking_in, *self.group.pages):
            self.add_key("Esc", N_("Leave the file"), self.show_overview, page)
        for coming in (self.taking_in, self.group.handed_over):
            self.add_key("Ctrl+Return", N_("Take the amendments in"), coming.accept, coming)
        going = self.group.handing_over
        self.add_key("Ctrl+Return", N_("Write the hand-over file"), going.accept, going)
        self.add_key("Alt+Up", N_("Discuss the amendment earlier"), partial(self.move_at_hand, -1), self)
        self.add_key("Alt+Down", N_("Discuss the amendment later"), partial(self.move_at_hand, 1), self)
        self.add_key("Ctrl+F", N_("Find…"), self.find_asked.emit, self)
        self.add_key("Ctrl+Shift+F", N_("Search the amendments"), self.search.setFocus, self)

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("Amendments")

    def first_focus(self) -> QWidget:
        """Return the table, or the button that hands in the first amendment."""
        return self.table if self._rows else self._begin

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk* and show its list from the beginning."""
        self.details.clear()
        self.quiet()
        self._pages.setCurrentWidget(self._overview)
        self.side.setCurrentWidget(self.none_chosen)
        self.search.clear()
        self.sorting.choose("receipt")
        self.ordering.hide()
        self.states.setEnabled(True)
        super().bind(desk)

    def unsaved(self) -> Iterable[Scratch]:
        """Return what is written in the form, or as a translation."""
        return unsaved(self)

    def resume(self, found: Scratch) -> Resumed:
        """Open the form, or the translation, that *found* was written in."""
        return resume(self, found)

    def refresh(self, changes: ChangesLike | None) -> None:
        """Show the list and the amendment at hand anew when they, the text or the people changed."""
        if self.desk is None:
            self._rows = []
            self.model.show_rows([])
            return
        if isinstance(changes, Changes) and not (
            (self.in_discussion_order and self.ordering.outdated(self.state))
            or changes.amendments
            or changes.nodes
            or changes.structure
            or changes.people
            or changes.meeting
        ):
            return
        self._rows = amendment_rows(self.state)
        if self.in_discussion_order:
            self.ordering.show_state(self.state)
        self._show_rows()
        if self.table.chosen:
            self.details.show_amendment(self.state, self.table.chosen)
            self.ordering.coding.show_amendment(self.state, self.table.chosen)
        self.form.offer(self.state, self.desk.seq)
        if self._pages.currentWidget() is self.taking_in:
            self.taking_in.show_state(self.state, self.desk.seq)
        self.group.show_state(self._pages.currentWidget())

    def _show_rows(self) -> None:
        if self.desk is None:
            return
        has_text = bool(self.state.drafting.texts)
        state, group = self.states.selection[0], self.groups.selection[0]
        rows = filtered(self._rows, self.search.text(), state, group)
        if self.in_discussion_order:
            rank = {amendment: at for at, amendment in enumerate(self.ordering.order)}
            rows = sorted((row for row in rows if row.id in rank), key=lambda row: rank[row.id])
        self.model.show_rows(rows)
        none = self.nothing_like_it if self._rows else self.empty if has_text else self.no_text
        self.lists.setCurrentWidget(self.table if rows else none)
        self.head.offer(has_text, group_file=self.group.in_group_file)
        self.head.count(rows, self._rows)

    def show_amendment(self, amendment: str) -> None:
        """Show the amendment with this id at the side, or that none is chosen."""
        if not amendment or self.desk is None:
            if self.side.currentWidget() is self.details:
                self.side.setCurrentWidget(self.none_chosen)
            return
        self.details.show_amendment(self.state, amendment)
        self.ordering.coding.show_amendment(self.state, amendment)
        self.side.setCurrentWidget(self.details)

    def go_to(self, amendment: str) -> None:
        """Choose an amendment in the whole list, whatever it was held to."""
        self.search.clear()
        self.table.choose(amendment)
        self.show_amendment(amendment)
        self.table.setFocus()

    @property
    def in_discussion_order(self) -> bool:
        """Whether the pending amendments are shown in order of discussion, and not all by receipt."""
        return "discussion" in self.sorting.selection

    def _sort(self, _key: str = "") -> None:
        self.ordering.setVisible(self.in_discussion_order)
        self.states.setEnabled(not self.in_discussion_order)
        if not self.in_discussion_order:
            self.ordering.leave()
        elif self.desk is not None:
            self.ordering.show_state(self.state)
        self._show_rows()

    def move_at_hand(self, by: int) -> None:
        """Move the amendment at hand in the order of discussion, and keep it at hand."""
        chosen = self.table.chosen
        if self.in_discussion_order and chosen:
            self.ordering.shift(chosen, by)
            self.table.choose(chosen)

    def _set_order(self, command: Command) -> None:
        self.perform(command, lambda _done: self._order_set(), self.ordering.refused)

    def ask_code(self) -> None:
        """Go to the order of discussion and into the field for the sort code of the amendment at hand."""
        chosen = self.table.chosen
        if not chosen or self.desk is None:
            return
        if not self.in_discussion_order:
            self.sorting.choose("discussion")
            self._sort()
            self.table.choose(chosen)
        self.ordering.coding.show_amendment(self.state, chosen)
        self.ordering.coding.begin()

    def _set_code(self, command: Command) -> None:
        self.perform(command, lambda _done: self._code_set())

    def _code_set(self) -> None:
        self.refresh(None)
        self.table.setFocus()

    def _order_set(self) -> None:
        self.ordering.kept()
        self.refresh(None)
        self.table.setFocus()

    def ask_new(self) -> None:
        """Open the form at the side, aimed at the node of the amendment at hand."""
        at_hand = self.state.drafting.amendments.get(self.table.chosen) if self.desk else None
        self.ask_for(at_hand.target if at_hand else "")

    def ask_for(self, node: str) -> None:
        """Open the form at the side, aimed at *node* where one is named."""
        if self.desk is None or not self.state.drafting.texts:
            return
        for text in self.state.drafting.texts.values():
            if node in text.nodes:
                ChosenText.instance().choose(text.id)
        Leaving.say()
        self.form.offer(self.state, self.desk.seq)
        if node:
            self.form.aim_at(node)
        self.form.clear()
        self.form.begin_by(group_with_the_floor(self.state.assembly))
        self.side.setCurrentWidget(self.form)
        self.form.by_field.setFocus()

    def ask_throughout(self, words: str, language: str) -> None:
        """Open the form for a change of *words* throughout the text, as they stand in *language*."""
        self.ask_for("")
        self.form.language_field.choose(language)
        self.form.kind_field.setCurrentIndex(self.form.kind_field.findData("global"))
        self.form.old_field.setText(words)
        self.form.new_field.setFocus()

    def rewrite_at_hand(self) -> None:
        """Open the draft at hand in the form, as it was filled in."""
        self.group.rewrite(self.table.chosen)

    def open_file(self, path: Path) -> None:
        """Show what a group handed over in *path*; in another file there is nothing to show."""
        self.group.begin(path)

    def ask_file(self) -> None:
        """Choose a Word file with tracked changes or a hand-over file, and show what amendments it holds."""
        if self.desk is None or not self.state.drafting.texts:
            return
        if self.group.in_group_file:
            self.tell(tr("Files with amendments are taken in at the secretariat’s desk."), "warn")
            return
        self.taking_in.show_state(self.state, self.desk.seq)
        self.taking_in.ask_file(self._show_taking_in)

    def _show_taking_in(self) -> None:
        self._pages.setCurrentWidget(self.taking_in)
        self.taking_in.choose.setFocus()

    def show_overview(self) -> None:
        """Back to the list."""
        self._pages.setCurrentWidget(self._overview)
        self.first_focus().setFocus()

    def _take_in(self, command: Command) -> None:
        def taken(done: Done) -> None:
            self.show_overview()
            self.head.show_everything()
            self.refresh(None)
            numbers = done.answer["changes"]
            first = self.state.drafting.by_number(numbers[0])
            if first is not None:
                self.go_to(first.id)
            if not done.warnings:
                said = tr_n("{n} amendment was taken in.", "{n} amendments were taken in.", len(numbers))
                self.tell(said)

        self.perform(command, taken)

    def leave_form(self) -> None:
        """Put the amendment at hand back at the side and the focus into the list."""
        self.side.setCurrentWidget(self.details if self.table.chosen else self.none_chosen)
        self.first_focus().setFocus()

    def _hand_in(self, command: Command) -> None:
        def received(done: Done) -> None:
            self.refresh(None)
            self.head.show_everything()
            self._show_rows()
            self.table.choose(str(done.answer["id"]))
            self.show_amendment(self.table.chosen)
            self.table.setFocus()

        self.perform(command, received, self.form.refused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: in a small window the side gives up some of its room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < fonts.pixels(_WIDE)
        wide = min(round(self.width() * _SIDE_SHARE), fonts.pixels(_WIDEST_SIDE))
        self.side.setFixedWidth(max(wide, held_width(_NARROW_SIDE if narrow else _SIDE, self)))
        self.head.found.setVisible(not narrow)

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        self.table.setAccessibleName(tr("Amendments"))
        self.head.set_words(self.state.assembly if self.desk is not None else None)
        self._begin.set_words(tr("Hand in the first amendment"), "N")
        self.no_text.set_words(
            tr("There is no text to amend yet"),
            tr("Import the Office draft at the Meeting station; amendments can be handed in from then on."),
        )
        self.empty.set_words(
            tr("No amendment has been handed in"),
            tr(
                "Each one is numbered in the order of receipt and takes its place in the order of discussion."
            ),
        )
        self.nothing_like_it.set_words(tr("No such amendment"), tr("Shorten the search, or show all again."))
        self.none_chosen.set_words(
            tr("No amendment is chosen"), tr("Choose one in the list to read it in full.")
        )
        if self.desk is not None:
            self.refresh(None)
