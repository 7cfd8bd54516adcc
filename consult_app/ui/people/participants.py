"""The list of participants with what stands above it: group cards, presence, search, and buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.meetings.kept.assembly import Assembly
from consult_app.ui.belonging import MAIN_GROUPS
from consult_app.ui.language import Languages, Retranslating, tr, tr_c, tr_n
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.fields import SearchField
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import Card, EmptyState
from consult_app.ui.people.group_cards import Attendance, GroupCard
from consult_app.ui.people.model import (
    PeopleTable,
    PersonRow,
    filtered,
    people_model,
    person_rows,
    with_presence,
)

_IN_ROWS = ("participants", "groups", "officers", "substitutions")
"""What of the assembly the rows say, besides who is present."""


class PeopleList(Retranslating, QWidget):
    """Everybody, or those of one group, or those who are sought.

    Signals: ``add_asked()``, ``import_asked()``, ``export_asked()``, ``group_asked()`` by the buttons;
    ``present_asked(MarkPresent)`` for all of a group.
    """

    add_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()
    group_asked = Signal()
    present_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self.group = ""
        """The group that the list is held to; "" for all."""
        self.rows: list[PersonRow] = []
        self._said_in = ""
        self.cards = {group: GroupCard(group) for group in MAIN_GROUPS}
        self.attendance = Attendance()
        self.search = SearchField()
        self.add, self.add_group = PrimaryButton(), QuietButton()
        self.bring_in, self.send_out = QuietButton(), QuietButton()
        self.found = Label("small")
        self.model = people_model()
        self.table = PeopleTable(self.model)
        self.begin, self.begin_import = PrimaryButton(), QuietButton()
        self.empty = EmptyState(self.begin, self.begin_import, icon_name="people")
        self.nobody = EmptyState(icon_name="search")
        self._lists = QStackedWidget()
        self._lay_out()
        for card in self.cards.values():
            card.asked.connect(self.hold_to)
            card.present_asked.connect(self.present_asked)
        self.search.textChanged.connect(self._show_rows)
        for buttons, signal in (
            ((self.add, self.begin), self.add_asked),
            ((self.bring_in, self.begin_import), self.import_asked),
            ((self.send_out,), self.export_asked),
            ((self.add_group,), self.group_asked),
        ):
            for button in buttons:
                button.clicked.connect(signal)
        self.retranslate()

    def _lay_out(self) -> None:
        for listed in (self.table, self.empty, self.nobody):
            self._lists.addWidget(listed)
        groups = QHBoxLayout()
        groups.setSpacing(12)
        for group, card in self.cards.items():
            groups.addWidget(card, 7 if group == "government" else 4)
        tools = BrokenLine()
        tools.add(self.search, 1)
        for other in (self.found, self.bring_in, self.send_out, self.add_group, self.add):
            tools.add(other)
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(4, 6, 4, 6)
        inner.addWidget(self._lists)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addLayout(groups)
        column.addWidget(self.attendance)
        column.addWidget(tools)
        column.addWidget(framed, 1)

    def clear(self) -> None:
        """Show nobody, held to no group and to no search: the meeting was left."""
        self.group, self.rows, self._assembly = "", [], Assembly()
        self.search.clear()
        self.model.show_rows([])

    def show_assembly(self, assembly: Assembly) -> None:
        """Show the people of *assembly*, held to the group and the search as before."""
        same = all(getattr(assembly, part) is getattr(self._assembly, part) for part in _IN_ROWS)
        same = same and self._said_in == Languages.current()
        self._assembly, self._said_in = assembly, Languages.current()
        if self.group not in assembly.groups:
            self.group = ""
        self.rows = with_presence(self.rows, assembly) if same else person_rows(assembly)
        self.table.set_sitting(assembly.sitting is not None)
        self._show_cards()
        self._show_rows()

    def _show_cards(self) -> None:
        for card in self.cards.values():
            card.show_group(self._assembly, self.group)
        self.attendance.show_assembly(self._assembly)

    def _show_rows(self) -> None:
        rows = filtered(self.rows, self.search.text(), self.group, self._assembly)
        self.model.show_rows(rows)
        self._lists.setCurrentWidget(self.table if rows else self.nobody if self.rows else self.empty)
        self.send_out.setEnabled(bool(self.rows))
        self.found.setText(
            tr("{shown} of {all}", shown=len(rows), all=len(self.rows))
            if len(rows) != len(self.rows)
            else tr_n("{n} participant", "{n} participants", len(rows))
        )

    def hold_to(self, group: str) -> None:
        """Show only the people of *group*; everybody again when it is shown already."""
        self.group = "" if self.group == group else group
        self._show_cards()
        self._show_rows()

    def first_focus(self) -> QWidget:
        """Return the table, or the button that begins the list."""
        return self.table if self.rows else self.begin

    def set_narrow(self, narrow: bool) -> None:
        """Give up what can be found otherwise: by search, by key, in the palette."""
        for card in self.cards.values():
            card.set_narrow(narrow)
        for widget in (self.found, self.send_out, self.add_group):
            widget.setVisible(not narrow)

    def set_low(self, low: bool) -> None:
        """Have the cards leave their figures to the tooltip: the list needs the room."""
        for card in self.cards.values():
            card.set_low(low)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.search.set_hint(
            tr_c("hint of a search", "Name, country, group, role, office"),
            tr("Search by name, country, group, role or office"),
        )
        self.search.setAccessibleName(tr("Search the participants"))
        self.table.setAccessibleName(tr("Participants"))
        self.add.set_words(tr("Add a participant"), "N")
        self.add_group.set_words(tr("Regional group…"), "G")
        self.bring_in.set_words(tr("Import…"), "Ctrl+I")
        self.send_out.set_words(tr("Export…"), "Ctrl+E")
        self.begin.set_words(tr("Add the first participant"), "N")
        self.begin_import.set_words(tr("Import a list…"), "Ctrl+I")
        self.empty.set_words(
            tr("Nobody is on the list yet"),
            tr(
                "Add who takes part, or import a list (.xlsx or .csv): it can be dropped here. The three "
                "groups are there from the start; regional groups can follow."
            ),
        )
        self.nobody.set_words(tr("Nobody like that"), tr("Shorten the search, or choose the group again."))
        self.show_assembly(self._assembly)
