"""The People station: the three groups, everybody who takes part, and the officers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consult_app.changes import Changes
from consult_app.desk import Done, Refusal
from consult_app.meetings.acts import Command
from consult_app.meetings.assembly import Assembly
from consult_app.meetings.reasons import N_
from consult_app.ui import fonts
from consult_app.ui.belonging import MAIN_GROUPS
from consult_app.ui.controls import HairLine, Label, PrimaryButton, QuietButton
from consult_app.ui.language import Languages, say, tr, tr_n
from consult_app.ui.lists import ListTable
from consult_app.ui.officers_panel import OfficersPanel
from consult_app.ui.panels import Card, EmptyState, clear_layout
from consult_app.ui.participant_form import GroupForm, ParticipantForm, groups_in_order
from consult_app.ui.people_model import PersonRow, filtered, people_model, person_rows, strength
from consult_app.ui.station import ChangesLike, DeskLike
from consult_app.ui.theme import Theme
from consult_app.ui.working import WorkingStation

_SIDE, _NARROW_SIDE = 340, 290
_WIDE = 1060
"""From this width on there is room for everything."""
_REGION = 170
"""Room for the name of a regional group on its card."""


class GroupCard(Card):
    """One of the three groups with its regional groups. Signals: ``asked(group)`` to see only these."""

    asked = Signal(str)

    def __init__(self, group: str) -> None:
        super().__init__(takes_focus=True)
        self.group = group
        self._name = Label("topic")
        self._count = Label("small", wrap=True)
        self._narrow = self._has_regions = False
        self._regions = QWidget()
        self._regions.setProperty("surface", "clear")
        regions = QGridLayout(self._regions)
        regions.setContentsMargins(0, 0, 0, 0)
        regions.setHorizontalSpacing(4)
        regions.setVerticalSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(3)
        self._name.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(self._name)
        column.addWidget(self._count)
        column.addWidget(self._regions)
        column.addStretch(1)
        self.activated.connect(self._chosen)

    def show_group(self, assembly: Assembly, shown: str) -> None:
        """Show name, strength and regional groups; *shown* is the group that the table is held to."""
        group = assembly.groups[self.group]
        name = assembly.name_of(self.group, Languages.current())
        colour = getattr(Theme.current(), self.group)
        self._name.setText(f'<span style="color:{colour}">{group.mark}</span> {name}')
        strong = strength(assembly, self.group)
        count = tr_n("{n} entitled to vote", "{n} entitled to vote", strong.entitled)
        people = tr_n("{n} person in all", "{n} people in all", strong.everybody)
        self._count.setText(f"{count} · {people}")
        self.setAccessibleName(f"{name}: {count}, {people}")
        self.set_selected(shown == self.group)
        clear_layout(self._regions)
        regions = [
            g for g in groups_in_order(assembly) if g != self.group and assembly.main_group(g) == self.group
        ]
        grid = self._regions.layout()
        for at, region in enumerate(regions):
            if isinstance(grid, QGridLayout):
                button = self._region(assembly, region, shown == region)
                grid.addWidget(button, at // 2, at % 2, Qt.AlignmentFlag.AlignLeft)
        self._has_regions = bool(regions)
        self._regions.setVisible(self._has_regions and not self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the regional groups out where there is no room for them; the search still finds them."""
        self._narrow = narrow
        self._regions.setVisible(self._has_regions and not narrow)

    def _region(self, assembly: Assembly, region: str, shown: bool) -> QPushButton:
        name = assembly.name_of(region, Languages.current())
        count = strength(assembly, region).everybody
        button = QPushButton()
        room = fonts.pixels(_REGION)
        short = button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        button.setText(f"{short}  {count}".replace("&", "&&"))
        button.setToolTip(name if short != name else "")
        button.setProperty("variant", "segment")
        button.setCheckable(True)
        button.setChecked(shown)
        button.setAccessibleName(tr_n("{name}: {n} person", "{name}: {n} people", count, name=name))
        button.clicked.connect(lambda: self.asked.emit(region))
        return button

    def _chosen(self) -> None:
        self.asked.emit(self.group)


class PeopleStation(WorkingStation):
    """Groups above, the list of participants below them, officers or a form at the side."""

    key = "people"
    icon = "people"

    def __init__(self) -> None:
        super().__init__()
        self.cards = {group: GroupCard(group) for group in MAIN_GROUPS}
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.add = PrimaryButton()
        self.add_group = QuietButton()
        self.found = Label("small")
        self.model = people_model()
        self.table: ListTable[PersonRow] = ListTable(self.model)
        self._begin = PrimaryButton()
        self.empty = EmptyState(self._begin, icon_name="people")
        self.nobody = EmptyState(icon_name="search")
        self.officers = OfficersPanel()
        self.form = ParticipantForm()
        self.group_form = GroupForm()
        self.side = QStackedWidget()
        self._lists = QStackedWidget()
        self._group = ""
        self._rows: list[PersonRow] = []
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for widget in (self.officers, self.form, self.group_form):
            self.side.addWidget(widget)
        for listed in (self.table, self.empty, self.nobody):
            self._lists.addWidget(listed)
        groups = QHBoxLayout()
        groups.setSpacing(12)
        for group, card in self.cards.items():
            groups.addWidget(card, 2 if group == "government" else 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.found)
        tools.addStretch(1)
        tools.addWidget(self.add_group)
        tools.addWidget(self.add)
        self.search.setMinimumWidth(fonts.pixels(150))
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(1, 6, 1, 6)
        inner.addWidget(self._lists)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(groups)
        column.addLayout(tools)
        column.addWidget(framed, 1)
        row = QHBoxLayout(self.page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(HairLine(vertical=True))
        row.addWidget(self.side)

    def _connect(self) -> None:
        for card in self.cards.values():
            card.asked.connect(self.hold_to)
        self.search.textChanged.connect(self._search_changed)
        self.add.clicked.connect(self.ask_participant)
        self._begin.clicked.connect(self.ask_participant)
        self.add_group.clicked.connect(self.ask_group)
        self.form.asked.connect(self._add_person)
        self.group_form.asked.connect(self._add_group)
        self.officers.asked.connect(self.perform)
        for form in (self.form, self.group_form):
            form.left.connect(self.leave_form)
        self.add_key("N", N_("Add a participant"), self.ask_participant, self._left)
        self.add_key("G", N_("Register a regional group"), self.ask_group, self._left)
        self.add_key("Ctrl+F", N_("Search the participants"), self.search.setFocus, self)
        Theme.instance().changed.connect(self._look_changed)

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("People")

    def first_focus(self) -> QWidget:
        """Return the table, or the button that begins the list."""
        return self.table if self._rows else self._begin

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk* and begin with everybody and the officers."""
        self._group = ""
        self.search.clear()
        self.side.setCurrentWidget(self.officers)
        super().bind(desk)

    def refresh(self, changes: ChangesLike | None) -> None:
        """Show the people anew when they, or the meeting's rules, changed."""
        if self.desk is None:
            self._rows = []
            self.model.show_rows([])
            return
        if isinstance(changes, Changes) and not (changes.people or changes.meeting):
            return
        assembly = self.state.assembly
        self._rows = person_rows(assembly)
        for card in self.cards.values():
            card.show_group(assembly, self._group)
        self.officers.show_officers(assembly)
        self.form.offer(assembly)
        self.group_form.offer(assembly)
        self._show_rows()

    def _show_rows(self) -> None:
        if self.desk is None:
            return
        rows = filtered(self._rows, self.search.text(), self._group, self.state.assembly)
        self.model.show_rows(rows)
        self._lists.setCurrentWidget(self.table if rows else self.nobody if self._rows else self.empty)
        narrowed = len(rows) != len(self._rows)
        self.found.setText(
            tr("{shown} of {all}", shown=len(rows), all=len(self._rows))
            if narrowed
            else tr_n("{n} participant", "{n} participants", len(rows))
        )

    def hold_to(self, group: str) -> None:
        """Show only the people of *group*; everybody again when it is shown already."""
        self._group = "" if self._group == group else group
        for card in self.cards.values():
            card.show_group(self.state.assembly, self._group)
        self._show_rows()

    def _search_changed(self) -> None:
        self._show_rows()

    def ask_participant(self) -> None:
        """Open the form for a participant at the side."""
        self.form.clear()
        self.side.setCurrentWidget(self.form)
        self.form.name_field.setFocus()

    def ask_group(self) -> None:
        """Open the form for a regional group at the side."""
        self.group_form.clear()
        self.side.setCurrentWidget(self.group_form)
        self.group_form.name_fields[Languages.current()].setFocus()

    def leave_form(self) -> None:
        """Put the officers back at the side and the focus into the list."""
        self.side.setCurrentWidget(self.officers)
        self.first_focus().setFocus()

    def _add_person(self, command: Command) -> None:
        def added(done: Done) -> None:
            self.form.clear()
            self.form.name_field.setFocus()
            self.refresh(None)
            self.table.choose(str(done.answer["id"]))

        self.perform(command, added, self._name_refused)

    def _name_refused(self, refusal: Refusal) -> bool:
        row = {"same_name": "name", "name": "name", "group": "group"}.get(refusal.rule)
        if row is None:
            return False
        self.form.rows[row].set_problem(say(refusal.reason))
        self.form.rows[row].field.setFocus()
        return True

    def _add_group(self, command: Command) -> None:
        self.perform(command, lambda _done: self.leave_form())

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        self.search.setPlaceholderText(tr("Search by name, country or group"))
        self.search.setAccessibleName(tr("Search the participants"))
        self.table.setAccessibleName(tr("Participants"))
        self.add.set_words(tr("Add a participant"), "N")
        self.add_group.set_words(tr("Regional group…"), "G")
        self._begin.set_words(tr("Add the first participant"), "N")
        self.empty.set_words(
            tr("Nobody is on the list yet"),
            tr("The three groups are there from the start. Add who takes part; regional groups can follow."),
        )
        self.nobody.set_words(tr("Nobody like that"), tr("Shorten the search, or choose the group again."))
        if self.desk is not None:
            self.refresh(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: a small window keeps the list and gives up what can be found otherwise."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < fonts.pixels(_WIDE)
        self.side.setFixedWidth(fonts.pixels(_NARROW_SIDE if narrow else _SIDE))
        for card in self.cards.values():
            card.set_narrow(narrow)

    def _look_changed(self) -> None:
        self._fit()
        if self.desk is not None:
            self.refresh(None)
