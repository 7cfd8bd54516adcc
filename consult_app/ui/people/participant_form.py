"""The form of a participant: somebody new for the list, or whatever is recorded of somebody on it."""

from __future__ import annotations

from typing import Any, cast

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from consult_app.desk import Refusal
from consult_app.exchange.columns import iso_day
from consult_app.meetings.kept.assembly import ROLES, VOTING_ROLES, Assembly, Participant
from consult_app.meetings.people.countries import country_code
from consult_app.meetings.people.people import ChangeParticipant, Credentials, Gender, RegisterParticipant
from consult_app.meetings.reasons import N_
from consult_app.ui.belonging import country_name, groups_in_order, mark_of, title_of
from consult_app.ui.forms.kept_form import begins
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import Languages, say, tr
from consult_app.ui.parts.controls import Button, Label, QuietButton
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.parts.ticks import TickBox
from consult_app.ui.people.alike_hint import AlikeHint
from consult_app.ui.people.words import facts_of
from consult_app.words import term

_GENDERS = {"": N_("not recorded"), "f": N_("woman"), "m": N_("man")}
_CREDENTIALS = {"": N_("not received"), "received": N_("received"), "incomplete": N_("incomplete")}
_ROW_OF_RULE = {"same_name": "name", "name": "name", "group": "group", "role": "role", "dates": "received"}


class ParticipantForm(SideForm):
    """One person of the list of participants.

    Signals: ``asked(RegisterParticipant | ChangeParticipant)``; ``substitute_asked()``,
    ``removal_asked()`` and ``end_asked()`` (of a substitution) for the person shown.
    """

    asked = Signal(object)
    what = "participant"
    substitute_asked = Signal()
    removal_asked = Signal()
    end_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self.person: Participant | None = None
        self._before: dict[str, Any] = {}
        self.facts = Label("", wrap=True)
        self.substitute, self.end_substitution, self.remove = QuietButton(), QuietButton(), Button("danger")
        self.name_field, self.title_field = QLineEdit(), QLineEdit()
        self.alike = AlikeHint()
        self.role_field, self.group_field, self.gender_field = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.country_field = QLineEdit()
        self.organization_field, self.function_field = QLineEdit(), QLineEdit()
        self.votes = TickBox()
        self.why_not_field = QLineEdit()
        self.credentials_field = ChoiceBox()
        self.received_field, self.note_field = QLineEdit(), QLineEdit()
        self._lay_out()
        self.role_field.currentIndexChanged.connect(self._role_changed)
        self.votes.toggled.connect(self._votes_changed)
        self.name_field.textChanged.connect(self._name_changed)
        self.country_field.textChanged.connect(self._country_changed)
        self.group_field.currentIndexChanged.connect(self._mend)
        self.received_field.textChanged.connect(self._mend)
        self.received_field.textEdited.connect(self._received)
        self.substitute.clicked.connect(self.substitute_asked)
        self.end_substitution.clicked.connect(self.end_asked)
        self.remove.clicked.connect(self.removal_asked)
        self.retranslate()
        self.clear()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.substitute, self.end_substitution, self.remove):
            acts.addWidget(button)
        acts.addStretch(1)
        self.column.addWidget(self.facts)
        self.column.addLayout(acts)
        self.add_row("name", self.name_field)
        self.column.addWidget(self.alike)
        self._pair("title", self.title_field, "gender", self.gender_field)
        self.add_row("role", self.role_field)
        self.add_row("group", self.group_field)
        self.add_row("country", self.country_field)
        self.column.addWidget(self.votes)
        self.add_row("why_not", self.why_not_field)
        self.add_row("function", self.function_field)
        self.add_row("organization", self.organization_field)
        self._pair("credentials", self.credentials_field, "received", self.received_field)
        self.add_row("note", self.note_field)
        self.column.addStretch(1)

    def _pair(
        self, one: str, first: QLineEdit | ChoiceBox, other: str, second: QLineEdit | ChoiceBox
    ) -> None:
        """Two short fields beside each other."""
        side = QHBoxLayout()
        side.setSpacing(10)
        for name, field in ((one, first), (other, second)):
            row = self.add_row(name, field)
            self.column.removeWidget(row)
            side.addWidget(row, 1)
        self.column.addLayout(side)

    def offer(self, assembly: Assembly) -> None:
        """Offer the groups of *assembly*; what is filled in stays."""
        self._assembly = assembly
        self._fill_groups()
        now = assembly.participants.get(self.person.id) if self.person is not None else None
        if now is not None and now != self.person and self._untouched():
            self.show_person(now)
        self._show_facts()

    def kept_about(self) -> dict[str, str]:
        """Return whom the form is about; nothing for somebody new."""
        return {"participant": self.person.id} if self.person is not None else {}

    def _untouched(self) -> bool:
        """Whether nothing was typed since the person was shown."""
        person = self.person
        choices = {
            "role": self.role_field,
            "group": self.group_field,
            "gender": self.gender_field,
            "credentials": self.credentials_field,
        }
        return (
            person is not None
            and all(field.text() == self._recorded(name) for name, field in self._lines().items())
            and all(choice.currentData() == getattr(person, name) for name, choice in choices.items())
            and self.votes.isChecked() == person.may_vote
        )

    @begins
    def clear(self) -> None:
        """Empty the form for the next person; role and group stay, they seldom change at once."""
        was_edit, self.person = self.person is not None, None
        for field in self._lines().values():
            field.clear()
        seldom = (self.role_field, self.group_field) if was_edit else ()
        for choice in (self.gender_field, self.credentials_field, *seldom):
            choice.setCurrentIndex(0)
        self._role_changed()
        self._begin()

    @begins
    def show_person(self, person: Participant) -> None:
        """Show what is recorded of *person*, to change it."""
        self.person = person
        # the title is the window's: it is not changed by reading it in another language later
        self._before = msgspec.structs.asdict(person) | {"title": title_of(person)}
        for name, field in self._lines().items():
            field.setText(self._recorded(name))
            field.setCursorPosition(0)
        for choice, value in (
            (self.role_field, person.role),
            (self.group_field, person.group),
            (self.gender_field, person.gender),
            (self.credentials_field, person.credentials),
        ):
            choice.setCurrentIndex(max(0, choice.findData(value)))
        self.votes.setChecked(person.may_vote)
        self._votes_changed()
        self._begin()

    def _begin(self) -> None:
        self.retranslate()
        self._name_changed()
        self.clear_problems()

    def _lines(self) -> dict[str, QLineEdit]:
        return {
            "name": self.name_field,
            "title": self.title_field,
            "country": self.country_field,
            "why_not": self.why_not_field,
            "function": self.function_field,
            "organization": self.organization_field,
            "credentials_on": self.received_field,
            "credentials_note": self.note_field,
        }

    def _recorded(self, name: str) -> str:
        """What stands in a line for the person shown."""
        person = self.person
        if person is None:
            return ""
        if name == "title":
            return title_of(person)
        if name == "country":
            return country_name(person.country) if person.country else ""
        return str(getattr(person, name))

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        if self.person is None:
            self.set_heading(tr("Add a participant"), tr("Add"))
        else:
            self.set_heading(self.person.name, tr("Keep"))
        words = {
            "name": (tr("Name"), ""),
            "title": (tr("Title"), tr("Ms, Mr, Dr")),
            "gender": (tr("Gender"), tr("For the form of offices")),
            "role": (tr("Role"), ""),
            "group": (tr("Group"), ""),
            "why_not": (tr("Why not entitled to vote"), tr("Arrears, for instance; each vote names it.")),
            "function": (tr("Function"), ""),
            "organization": (tr("Organization"), ""),
            "credentials": (tr("Credentials"), ""),
            "received": (tr("Received on"), tr("As 2026-11-02")),
            "note": (tr("Note on credentials"), ""),
        }
        for name, (label, helping) in words.items():
            self.rows[name].set_words(label, helping)
        self.votes.setText(tr("Entitled to vote"))
        self.substitute.set_words(tr("Substitution…"))
        self.end_substitution.set_words(tr("End the substitution"))
        self.remove.set_words(tr("Take off the list…"))
        language = Languages.current()
        self.role_field.fill({role: term("role", role, "participant", language) for role in ROLES})
        self.gender_field.fill({key: tr(said) for key, said in _GENDERS.items()})
        self.credentials_field.fill({key: tr(said) for key, said in _CREDENTIALS.items()})
        self._fill_groups()
        self._country_changed()
        self._show_facts()

    def _fill_groups(self) -> None:
        names = {"": tr("no group")}
        for group in groups_in_order(self._assembly):
            name = self._assembly.name_of(group, Languages.current())
            names[group] = f"{mark_of(self._assembly, group)} {name}"
        self.group_field.fill(names)

    def _show_facts(self) -> None:
        """What is so beside what can be typed: offices, substitutions; and what can be done."""
        person = self._assembly.participants.get(self.person.id) if self.person else None
        facts = facts_of(self._assembly, person) if person else []
        self.facts.setText("\n".join(facts))
        self.facts.setVisible(bool(facts))
        standing = person is not None and any(
            not each.ended and person.id in (each.member, each.by) for each in self._assembly.substitutions
        )
        self.substitute.setVisible(person is not None and not standing)
        self.end_substitution.setVisible(standing)
        self.remove.setVisible(person is not None)

    def _role_changed(self) -> None:
        role = self.role_field.currentData()
        self.votes.setEnabled(role in VOTING_ROLES)
        self.votes.setChecked(role == "member")
        self._votes_changed()
        self._mend()

    def _votes_changed(self) -> None:
        asked = self.role_field.currentData() == "member" and not self.votes.isChecked()
        self.rows["why_not"].setVisible(asked)

    def _name_changed(self) -> None:
        """Point out who is on the list under a name like the one that is being typed."""
        name, own = self.name_field.text(), self.person.id if self.person else ""
        changed = self.person is None or name != self.person.name
        self.alike.look(self._assembly, name if changed else "", own)
        self._mend()

    def _country_changed(self) -> None:
        said = self.country_field.text().strip()
        code = country_code(said) if said else ""
        helping = tr("Two letters or the name: NO, Norway")
        if code:
            helping = f"{code}: {country_name(code)}"
        elif len(said) > 3:
            helping = tr("Not a country that is known; taken as it stands.")
        self.rows["country"].set_words(tr("Country"), helping)

    def _received(self, said: str) -> None:
        """A day on which the credentials were received says that they were."""
        if said.strip() and not self.credentials_field.currentData():
            self.credentials_field.setCurrentIndex(self.credentials_field.findData("received"))

    def _mend(self) -> None:
        for name in ("name", "group", "received"):
            if self.rows[name].problem:
                self.rows[name].set_problem("")

    def refused(self, refusal: Refusal) -> bool:
        """Say a refusal beside the field that it is about; false where it is about none."""
        row = self.rows.get(_ROW_OF_RULE.get(refusal.rule, ""))
        if row is None:
            return False
        row.set_problem(say(refusal.reason))
        row.field.setFocus()
        return True

    def attempt(self) -> None:
        """Ask for the person or the change, or say beside the field what is missing."""
        given = self._given()
        if given is None:
            return
        if self.person is None:
            votes = given.pop("may_vote")
            given["may_vote"] = None if votes == (given["role"] == "member") else votes
            self.asked.emit(RegisterParticipant(**given))
            return
        namesake = given.pop("namesake")
        changed = {name: value for name, value in given.items() if value != self._before[name]}
        if not changed:
            self.left.emit()
            return
        if "role" in changed or "may_vote" in changed:
            # both are said: of a new role alone the core would derive the entitlement
            changed["may_vote"] = given["may_vote"]
        self.asked.emit(ChangeParticipant(participant=self.person.id, namesake=namesake, **changed))

    def _given(self) -> dict[str, Any] | None:
        """The fields as they are filled in; None after a problem was shown."""
        role = str(self.role_field.currentData())
        group = str(self.group_field.currentData() or "")
        if not self.name_field.text().strip():
            self._problem("name", tr("A participant needs a name."))
            return None
        if role in VOTING_ROLES and not group:
            self._problem("group", tr("A member or a substitute belongs to a group."))
            return None
        try:
            received = iso_day(self.received_field.text()) if self.received_field.text().strip() else ""
        except ValueError:
            self._problem("received", tr("This is no date; write it as 2026-11-02."))
            return None
        said = self.country_field.text().strip()
        votes = self.votes.isChecked()
        # what is hidden was not asked, but stays with somebody of whom it is recorded
        reason = "" if votes or (self.person is None and role != "member") else self.why_not_field.text()
        return {
            "name": " ".join(self.name_field.text().split()),
            "title": self.title_field.text().strip(),
            "gender": cast(Gender, self.gender_field.currentData()),
            "role": role,
            "group": group,
            "country": (country_code(said) or said) if said else "",
            "may_vote": votes,
            "why_not": reason.strip(),
            "function": " ".join(self.function_field.text().split()),
            "organization": " ".join(self.organization_field.text().split()),
            "credentials": cast(Credentials, self.credentials_field.currentData()),
            "credentials_on": received,
            "credentials_note": self.note_field.text().strip(),
            "namesake": self.alike.is_another,
        }

    def _problem(self, row: str, words: str) -> None:
        self.rows[row].set_problem(words)
        self.rows[row].field.setFocus()
