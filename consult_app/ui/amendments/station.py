"""The Amendments station: find an amendment, read it in full, hand one in."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from consult_app.changes import Changes
from consult_app.desk import Done
from consult_app.meetings.acts import Command
from consult_app.meetings.reasons import N_
from consult_app.ui import fonts
from consult_app.ui.amendments.details import AmendmentDetails
from consult_app.ui.amendments.form import AmendmentForm
from consult_app.ui.amendments.model import STATES, AmendmentRow, amendment_rows, amendments_model, filtered
from consult_app.ui.amendments.ordering import Ordering
from consult_app.ui.belonging import MAIN_GROUPS
from consult_app.ui.controls import HairLine, Label, PrimaryButton, SegmentedControl
from consult_app.ui.language import Languages, tr, tr_c, tr_n
from consult_app.ui.lists import ListTable
from consult_app.ui.panels import Card, EmptyState
from consult_app.ui.station import ChangesLike, DeskLike
from consult_app.ui.theme import Theme
from consult_app.ui.working import WorkingStation

_SIDE, _NARROW_SIDE = 452, 390
_WIDE = 1060
"""From this width on there is room for everything."""


class AmendmentsStation(WorkingStation):
    """The list on the left; at the side one amendment, or the form for a new one."""

    key = "amendments"
    icon = "amendments"

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[AmendmentRow] = []
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.states = SegmentedControl(STATES)
        self.groups = SegmentedControl(("all", *MAIN_GROUPS))
        self.sorting = SegmentedControl(("receipt", "discussion"))
        self.ordering = Ordering()
        self.found = Label("small")
        self.add = PrimaryButton()
        self.model = amendments_model()
        self.table: ListTable[AmendmentRow] = ListTable(self.model)
        self._begin = PrimaryButton()
        self.no_text = EmptyState(icon_name="papers")
        self.empty = EmptyState(self._begin, icon_name="amendments")
        self.nothing_like_it = EmptyState(icon_name="search")
        self.details = AmendmentDetails()
        self.form = AmendmentForm()
        self.none_chosen = EmptyState()
        self.side = QStackedWidget()
        self.lists = QStackedWidget()
        self._lay_out()
        self._connect()
        self.states.choose("all")
        self.groups.choose("all")
        self.sorting.choose("receipt")
        self.ordering.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        for at_side in (self.none_chosen, self.details, self.form):
            self.side.addWidget(at_side)
        self.side.setProperty("surface", "panel")
        for listed in (self.table, self.no_text, self.empty, self.nothing_like_it):
            self.lists.addWidget(listed)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.search, 1)
        first.addStretch(1)
        first.addWidget(self.add)
        second.setSpacing(8)
        second.addWidget(self.states)
        second.addWidget(self.groups)
        second.addWidget(self.sorting)
        second.addStretch(1)
        second.addWidget(self.found)
        self.search.setMinimumWidth(fonts.pixels(150))
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(1, 6, 1, 6)
        inner.addWidget(self.lists)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(framed, 1)
        column.addWidget(self.ordering)
        row = QHBoxLayout(self.page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
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
        self.table.row_chosen.connect(self.show_amendment)
        self.add.clicked.connect(self.ask_new)
        self._begin.clicked.connect(self.ask_new)
        self.form.asked.connect(self._hand_in)
        self.form.left.connect(self.leave_form)
        self.details.asked.connect(self.perform)
        Theme.instance().changed.connect(self._fit)
        self.add_key("N", N_("Hand in an amendment"), self.ask_new, self._left)
        self.add_key("S", N_("Second the amendment"), self.details.open_seconding, self.table)
        self.add_key("W", N_("Withdraw the amendment"), self.details.ask_withdraw, self.table)
        self.add_key("T", N_("Translate the amendment"), self.details.open_translation, self.table)
        self.add_key("Alt+Up", N_("Discuss the amendment earlier"), partial(self.move_at_hand, -1), self)
        self.add_key("Alt+Down", N_("Discuss the amendment later"), partial(self.move_at_hand, 1), self)
        self.add_key("Ctrl+F", N_("Search the amendments"), self.search.setFocus, self)

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("Amendments")

    def first_focus(self) -> QWidget:
        """Return the table, or the button that hands in the first amendment."""
        return self.table if self._rows else self._begin

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk* and show its list from the beginning."""
        self.details.clear()
        self.side.setCurrentWidget(self.none_chosen)
        self.search.clear()
        super().bind(desk)

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
        self.form.offer(self.state, self.desk.seq)

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
        self.add.setEnabled(has_text)
        self.found.setText(
            tr_n("{n} amendment", "{n} amendments", len(rows))
            if len(rows) == len(self._rows)
            else tr("{shown} of {all}", shown=len(rows), all=len(self._rows))
        )

    def show_amendment(self, amendment: str) -> None:
        """Show the amendment with this id at the side, or that none is chosen."""
        if not amendment or self.desk is None:
            if self.side.currentWidget() is self.details:
                self.side.setCurrentWidget(self.none_chosen)
            return
        self.details.show_amendment(self.state, amendment)
        self.side.setCurrentWidget(self.details)

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
        self.form.offer(self.state, self.desk.seq)
        if node:
            self.form.aim_at(node)
        self.form.clear()
        self.side.setCurrentWidget(self.form)
        self.form.by_field.setFocus()

    def leave_form(self) -> None:
        """Put the amendment at hand back at the side and the focus into the list."""
        self.side.setCurrentWidget(self.details if self.table.chosen else self.none_chosen)
        self.first_focus().setFocus()

    def _hand_in(self, command: Command) -> None:
        def received(done: Done) -> None:
            self.refresh(None)
            self.search.clear()
            self.states.choose("all")
            self.groups.choose("all")
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
        self.side.setFixedWidth(fonts.pixels(_NARROW_SIDE if narrow else _SIDE))
        self.found.setVisible(not narrow)

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        self.search.setPlaceholderText(tr("Search by number, author, place or words"))
        self.search.setAccessibleName(tr("Search the amendments"))
        self.table.setAccessibleName(tr("Amendments"))
        self.add.set_words(tr("Hand in an amendment"), "N")
        self._begin.set_words(tr("Hand in the first amendment"), "N")
        self.states.set_words(
            tr("State"),
            {
                "all": tr_c("amendments", "All"),
                "pending": tr_c("amendments", "Pending"),
                "decided": tr_c("amendments", "Disposed of"),
            },
        )
        self.sorting.set_words(
            tr("Order of the list"),
            {"receipt": tr("By receipt"), "discussion": tr("By discussion")},
        )
        self._name_groups()
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

    def _name_groups(self) -> None:
        marks = {"government": "●", "employers": "■", "workers": "▲"}
        names = {
            "government": tr("Government group"),
            "employers": tr("Employers’ group"),
            "workers": tr("Workers’ group"),
        }
        if self.desk is not None:
            assembly = self.state.assembly
            marks = {group: assembly.groups[group].mark for group in MAIN_GROUPS}
            names = {group: assembly.name_of(group, Languages.current()) for group in MAIN_GROUPS}
        everybody = {"all": tr_c("groups", "All groups")}
        self.groups.set_words(tr("Group"), everybody | marks, everybody | names)
