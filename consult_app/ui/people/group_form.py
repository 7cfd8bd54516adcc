"""The form of a regional group: registered under one of the three, changed, or removed."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from consult_app.drafting.deciding.leaving import RemoveGroup
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.people.groups import RegisterGroup
from consult_app.ui.belonging import MAIN_GROUPS, mark_of
from consult_app.ui.forms.kept_form import begins
from consult_app.ui.forms.person_field import PersonField
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import NAMES, Languages, tr
from consult_app.ui.parts.controls import Button
from consult_app.ui.parts.fields import ChoiceBox


class GroupForm(SideForm):
    """A regional group. Signals: ``asked(command)`` to register, change or remove it."""

    what = "regional group"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.group = ""
        self.parent_field = ChoiceBox()
        self.name_fields = {code: QLineEdit() for code in NAMES}
        self.coordinator_field = PersonField()
        self.remove = Button("danger")
        self.add_row("parent", self.parent_field)
        for code, field in self.name_fields.items():
            self.add_row(code, field)
            field.textChanged.connect(self.clear_problems)
        self.add_row("coordinator", self.coordinator_field)
        self.column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.remove.clicked.connect(lambda: self.asked.emit(RemoveGroup(group=self.group)))
        self._assembly = Assembly()
        self.remove.hide()
        self.retranslate()

    def offer(self, assembly: Assembly) -> None:
        """Take groups and people from *assembly*; what is filled in stays."""
        self._assembly = assembly
        self.retranslate()

    def kept_about(self) -> dict[str, str]:
        """Return which group it is; nothing for a new one."""
        return {"group": self.group} if self.group else {}

    @begins
    def clear(self) -> None:
        """Empty the form for a new group."""
        self.group = ""
        for field in self.name_fields.values():
            field.clear()
        self.coordinator_field.choose("")
        self._begin()

    @begins
    def show_group(self, group: str) -> None:
        """Show a regional group to change it, or to remove it."""
        found = self._assembly.groups[group]
        self.group = group
        for code, field in self.name_fields.items():
            field.setText(found.names.get(code, ""))
            field.setCursorPosition(0)
        self.parent_field.setCurrentIndex(max(0, self.parent_field.findData(found.parent)))
        known = found.coordinator in self._assembly.participants
        self.coordinator_field.choose(found.coordinator if known else "")
        if not known:
            # somebody who is not on the list is kept by name
            self.coordinator_field.setText(found.coordinator)
        self._begin()

    def _begin(self) -> None:
        self.remove.setVisible(bool(self.group))
        self.clear_problems()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        if self.group:
            self.set_heading(tr("Change a regional group"), tr("Keep"))
        else:
            self.set_heading(tr("Register a regional group"), tr("Register"))
        self.rows["parent"].set_words(tr("Belongs to"))
        self.rows["en"].set_words(tr("Name in English"))
        self.rows["fr"].set_words(tr("Name in French"))
        self.rows["es"].set_words(tr("Name in Spanish"))
        self.rows["coordinator"].set_words(tr("Regional coordinator"), tr("May be left empty."))
        self.remove.set_words(tr("Remove the regional group"))
        chosen = self.parent_field.currentData()
        self.parent_field.clear()
        for group in MAIN_GROUPS:
            name = self._assembly.name_of(group, Languages.current())
            self.parent_field.addItem(f"{mark_of(self._assembly, group)} {name}", group)
        self.parent_field.setCurrentIndex(max(0, self.parent_field.findData(chosen)))
        parent = str(self.parent_field.currentData())
        self.coordinator_field.offer(self._assembly, prefer=parent)

    def attempt(self) -> None:
        """Ask for the group, or say that it has no name yet."""
        names = {code: field.text().strip() for code, field in self.name_fields.items()}
        given = {code: name for code, name in names.items() if name}
        if not given:
            self.rows[Languages.current()].set_problem(tr("Give the name in at least one language."))
            self.name_fields[Languages.current()].setFocus()
            return
        group = self.group or free_id(next(iter(given.values())), self._assembly)
        parent = str(self.parent_field.currentData())
        coordinator = self.coordinator_field.chosen or self.coordinator_field.text().strip()
        self.asked.emit(
            RegisterGroup(
                id=group,
                names=given,  # type: ignore[arg-type]
                parent=parent,
                coordinator=coordinator if coordinator or self.group else None,
            )
        )


def free_id(name: str, assembly: Assembly) -> str:
    """Return an id for a new group made of its name, unlike those that are there."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", letters).strip("_") or "group"
    made, count = stem, 2
    while made in assembly.groups:
        made, count = f"{stem}_{count}", count + 1
    return made
