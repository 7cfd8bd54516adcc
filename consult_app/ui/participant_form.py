"""The forms of the People station: a participant, a regional group."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from consult_app.meetings.assembly import ROLES, VOTING_ROLES, Assembly
from consult_app.meetings.registering import RegisterGroup, RegisterParticipant
from consult_app.ui.belonging import MAIN_GROUPS, mark_of
from consult_app.ui.fields import ChoiceBox
from consult_app.ui.language import NAMES, Languages, tr
from consult_app.ui.side_form import SideForm
from consult_app.ui.ticks import TickBox
from consult_app.words import term


class ParticipantForm(SideForm):
    """One person for the list of participants. Signals: ``asked(RegisterParticipant)``."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self.name_field = QLineEdit()
        self.title_field = QLineEdit()
        self.role_field = ChoiceBox()
        self.group_field = ChoiceBox()
        self.country_field = QLineEdit()
        self.country_field.setMaxLength(2)
        self.votes = TickBox()
        self.why_not_field = QLineEdit()
        self.add_row("name", self.name_field)
        self.add_row("title", self.title_field)
        self.add_row("role", self.role_field)
        self.add_row("group", self.group_field)
        self.add_row("country", self.country_field)
        self.column.addWidget(self.votes)
        self.add_row("why_not", self.why_not_field)
        self.column.addStretch(1)
        self.role_field.currentIndexChanged.connect(self._role_changed)
        self.votes.toggled.connect(self._votes_changed)
        self.name_field.textChanged.connect(self._mend)
        self.group_field.currentIndexChanged.connect(self._mend)
        self.retranslate()
        self.clear()

    def offer(self, assembly: Assembly) -> None:
        """Offer the groups of *assembly*; what is chosen stays."""
        self._assembly = assembly
        self._fill_groups()

    def clear(self) -> None:
        """Empty the form for the next person; role and group stay, they seldom change at once."""
        for field in (self.name_field, self.title_field, self.country_field, self.why_not_field):
            field.clear()
        self._role_changed()
        self.clear_problems()

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        self.set_heading(tr("Add a participant"), tr("Add"))
        self.rows["name"].set_words(tr("Name"))
        self.rows["title"].set_words(tr("Title"), tr("Ms, Mr, Dr; may be left empty."))
        self.rows["role"].set_words(tr("Role"))
        self.rows["group"].set_words(tr("Group"))
        self.rows["country"].set_words(tr("Country"), tr("Two letters: NO, KE, UY."))
        self.rows["why_not"].set_words(tr("Why not entitled to vote"))
        self.votes.setText(tr("Entitled to vote"))
        chosen = self.role_field.currentData()
        self.role_field.blockSignals(True)
        self.role_field.clear()
        for role in ROLES:
            self.role_field.addItem(term("role", role, "participant", Languages.current()), role)
        self.role_field.setCurrentIndex(max(0, self.role_field.findData(chosen)))
        self.role_field.blockSignals(False)
        self._fill_groups()

    def _fill_groups(self) -> None:
        chosen = self.group_field.currentData()
        self.group_field.blockSignals(True)
        self.group_field.clear()
        self.group_field.addItem(tr("no group"), "")
        for group in groups_in_order(self._assembly):
            name = self._assembly.name_of(group, Languages.current())
            self.group_field.addItem(f"{mark_of(self._assembly, group)} {name}", group)
        self.group_field.setCurrentIndex(max(0, self.group_field.findData(chosen)))
        self.group_field.blockSignals(False)

    def _role_changed(self) -> None:
        role = self.role_field.currentData()
        self.votes.setEnabled(role in VOTING_ROLES)
        self.votes.setChecked(role == "member")
        self._votes_changed()
        self._mend()

    def _votes_changed(self) -> None:
        asked = self.role_field.currentData() == "member" and not self.votes.isChecked()
        self.rows["why_not"].setVisible(asked)

    def _mend(self) -> None:
        for name in ("name", "group"):
            if self.rows[name].problem:
                self.rows[name].set_problem("")

    def attempt(self) -> None:
        """Ask for the person, or say beside the field what is missing."""
        role = str(self.role_field.currentData())
        group = str(self.group_field.currentData() or "")
        if not self.name_field.text().strip():
            self.rows["name"].set_problem(tr("A participant needs a name."))
            self.name_field.setFocus()
            return
        if role in VOTING_ROLES and not group:
            self.rows["group"].set_problem(tr("A member or a substitute belongs to a group."))
            self.group_field.setFocus()
            return
        votes = self.votes.isChecked() and role in VOTING_ROLES
        self.asked.emit(
            RegisterParticipant(
                name=self.name_field.text(),
                role=role,
                group=group,
                country=self.country_field.text(),
                title=self.title_field.text().strip(),
                may_vote=None if votes == (role == "member") else votes,
                why_not=self.why_not_field.text().strip() if self.rows["why_not"].isVisibleTo(self) else "",
            )
        )


class GroupForm(SideForm):
    """A regional group under one of the three. Signals: ``asked(RegisterGroup)``."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.parent_field = ChoiceBox()
        self.name_fields = {code: QLineEdit() for code in NAMES}
        self.add_row("parent", self.parent_field)
        for code, field in self.name_fields.items():
            self.add_row(code, field)
            field.textChanged.connect(self.clear_problems)
        self.column.addStretch(1)
        self._assembly = Assembly()
        self.retranslate()

    def offer(self, assembly: Assembly) -> None:
        """Take the names of the three groups from *assembly*."""
        self._assembly = assembly
        self.retranslate()

    def clear(self) -> None:
        """Empty the form for another group."""
        for field in self.name_fields.values():
            field.clear()
        self.clear_problems()

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        self.set_heading(tr("Register a regional group"), tr("Register"))
        self.rows["parent"].set_words(tr("Belongs to"))
        self.rows["en"].set_words(tr("Name in English"))
        self.rows["fr"].set_words(tr("Name in French"))
        self.rows["es"].set_words(tr("Name in Spanish"))
        chosen = self.parent_field.currentData()
        self.parent_field.clear()
        for group in MAIN_GROUPS:
            name = self._assembly.name_of(group, Languages.current())
            self.parent_field.addItem(f"{mark_of(self._assembly, group)} {name}", group)
        self.parent_field.setCurrentIndex(max(0, self.parent_field.findData(chosen)))

    def attempt(self) -> None:
        """Ask for the group, or say that it has no name yet."""
        names = {code: field.text().strip() for code, field in self.name_fields.items()}
        given = {code: name for code, name in names.items() if name}
        if not given:
            self.rows[Languages.current()].set_problem(tr("Give the name in at least one language."))
            self.name_fields[Languages.current()].setFocus()
            return
        group_id = free_id(next(iter(given.values())), self._assembly)
        parent = str(self.parent_field.currentData())
        self.asked.emit(RegisterGroup(id=group_id, names=given, parent=parent))  # type: ignore[arg-type]


def groups_in_order(assembly: Assembly) -> list[str]:
    """Return the ids of all groups, each of the three followed by the regional groups under it."""
    out: list[str] = []
    for main in MAIN_GROUPS:
        under = [group for group in assembly.groups if assembly.main_group(group) == main and group != main]
        out += [main, *under]
    return out


def free_id(name: str, assembly: Assembly) -> str:
    """Return an id for a new group made of its name, unlike those that are there."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", letters).strip("_") or "group"
    made, count = stem, 2
    while made in assembly.groups:
        made, count = f"{stem}_{count}", count + 1
    return made
