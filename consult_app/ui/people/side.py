"""The side of the People station: the Officers, or the form of what is being done."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from consult_app.desk import Refusal
from consult_app.meetings.kept.assembly import Assembly, Participant
from consult_app.meetings.people.substituting import EndSubstitution
from consult_app.state import State
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import Languages
from consult_app.ui.meeting.drafting_group_form import DraftingGroupForm
from consult_app.ui.people.exporting import PeopleExport
from consult_app.ui.people.group_form import GroupForm
from consult_app.ui.people.officers_panel import OfficersPanel
from consult_app.ui.people.participant_acts import RemovalForm, SubstitutionForm
from consult_app.ui.people.participant_form import ParticipantForm


class PeopleSide(QStackedWidget):
    """Officers and forms.

    Signals: ``asked(command)``, after which the Officers are shown again; ``kept(command)`` for somebody
    new or changed; ``done(command)`` for what leaves the side as it is; ``left()`` when a form is given up.
    """

    asked = Signal(object)
    kept = Signal(object)
    done = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self.officers = OfficersPanel()
        self.form, self.group_form = ParticipantForm(), GroupForm()
        self.substitution, self.removal = SubstitutionForm(), RemovalForm()
        self.drafting, self.export = DraftingGroupForm(), PeopleExport()
        self.addWidget(self.officers)
        for acting in (self.group_form, self.substitution, self.removal, self.drafting):
            self.addWidget(acting)
            acting.asked.connect(self.asked)
            acting.left.connect(self.left)
        for other in (self.form, self.export):
            self.addWidget(other)
            other.left.connect(self.left)
        self.form.asked.connect(self.kept)
        self.officers.asked.connect(self.done)
        self.officers.drafting_asked.connect(self.ask_drafting)
        self.form.substitute_asked.connect(lambda: self.ask_substitution(self._shown()))
        self.form.removal_asked.connect(lambda: self.ask_removal(self._shown()))
        self.form.end_asked.connect(self._end_substitution)

    def show_assembly(self, assembly: Assembly) -> None:
        """Show the Officers of *assembly*, and offer its people and groups in the forms."""
        self._assembly = assembly
        self.officers.show_officers(assembly)
        for form in (self.form, self.group_form, self.substitution, self.drafting):
            form.offer(assembly)
        if self.form.person is not None and self._shown() is None:
            self.form.clear()
            self.setCurrentWidget(self.officers)

    def begin_anew(self) -> None:
        """Put away what belongs to a meeting that was left."""
        self.export.clear()
        self.form.clear()
        self.setCurrentWidget(self.officers)

    @property
    def forms(self) -> tuple[SideForm, ...]:
        """The forms whose words are kept."""
        return (self.form, self.group_form, self.substitution, self.removal, self.drafting)

    def open_form(self, what: str, about: Mapping[str, str]) -> bool:
        """Open the form *what* on whom it was *about*; false where that is gone."""
        person = self._assembly.participants.get(about.get("participant", ""))
        if ("participant" in about or what in ("substitution", "removal")) and person is None:
            return False
        if "group" in about and about["group"] not in self._assembly.groups:
            return False
        if what == "participant" and person is None:
            self.ask_participant()
        elif what == "participant" and person is not None:
            self.edit(person)
        elif what == "substitution":
            self.ask_substitution(person)
        elif what == "removal":
            self.ask_removal(person)
        elif what == "regional group" and "group" in about:
            self.edit_group(about["group"])
        elif what == "regional group":
            self.ask_group()
        else:
            self.ask_drafting()
        return True

    def _shown(self) -> Participant | None:
        """The participant whom the form is about."""
        return self._assembly.participants.get(self.form.person.id) if self.form.person else None

    def _show(self, form: QWidget, focus: QWidget | None = None) -> None:
        self.setCurrentWidget(form)
        if focus is not None:
            focus.setFocus()

    def ask_participant(self) -> None:
        """Open the form for a new participant."""
        self.form.clear()
        self._show(self.form, self.form.name_field)

    def edit(self, person: Participant) -> None:
        """Open the form with what is recorded of *person*."""
        self.form.show_person(person)
        self._show(self.form, self.form.name_field)

    def ask_substitution(self, person: Participant | None) -> None:
        """Open the form by which somebody votes in the place of *person*, or *person* in that of another."""
        if person is not None:
            self._show(self.substitution)
            self.substitution.begin(person)

    def _end_substitution(self) -> None:
        """Let the member vote again whom the person shown is, or stands in for."""
        person = self._shown()
        if person is not None:
            standing = [each for each in self._assembly.substitutions if not each.ended]
            member = next((s.member for s in standing if person.id in (s.member, s.by)), person.id)
            self.done.emit(EndSubstitution(member=member))

    def ask_removal(self, person: Participant | None) -> None:
        """Ask for the reason why *person* leaves the list."""
        if person is not None:
            self._show(self.removal)
            self.removal.begin(self._assembly, person)

    def ask_group(self) -> None:
        """Open the form for a new regional group."""
        self.group_form.clear()
        self._show(self.group_form, self.group_form.name_fields[Languages.current()])

    def edit_group(self, group: str) -> None:
        """Open the form with a regional group."""
        self.group_form.show_group(group)
        self._show(self.group_form, self.group_form.name_fields[Languages.current()])

    def ask_drafting(self) -> None:
        """Open the form that appoints the drafting group."""
        if self._assembly.participants:
            self._show(self.drafting)
            self.drafting.begin()

    def ask_export(self, state: State, seq: int, folder: Path) -> None:
        """Open the form that writes the list of *state*, the fold of *seq* rows, into a folder."""
        self._show(self.export)
        self.export.begin(state, seq, folder)

    def refused(self, refusal: Refusal) -> bool:
        """Say beside the field why somebody was not kept; false where no field is at fault."""
        return self.form.refused(refusal)
