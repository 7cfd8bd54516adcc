"""Two things that are done with a participant: a member is replaced in votes, or somebody leaves the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from consult_app.drafting.deciding.leaving import RemoveParticipant
from consult_app.meetings.kept.assembly import Assembly, Participant
from consult_app.meetings.people.substituting import SubstituteParticipant
from consult_app.ui.forms.kept_form import begins
from consult_app.ui.forms.person_field import PersonField
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import tr
from consult_app.ui.parts.controls import Label, set_property
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.people.words import brief


class SubstitutionForm(SideForm):
    """Who votes in the place of whom, on which written notice, for how long.

    It begins from either side: from a member, who is to be replaced, or from somebody who is to stand in.
    Signals: ``asked(SubstituteParticipant)``.
    """

    what = "substitution"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self._person: Participant | None = None
        self.member_field, self.by_field = PersonField(), PersonField()
        self.notice_field = QLineEdit()
        self.how_long = ChoiceBox()
        self.until_field = QLineEdit()
        self.add_row("member", self.member_field)
        self.add_row("by", self.by_field)
        self.add_row("notice", self.notice_field)
        self.add_row("how_long", self.how_long)
        self.add_row("until", self.until_field)
        self.column.addStretch(1)
        self.how_long.currentIndexChanged.connect(self._how_long_changed)
        self.member_field.person_chosen.connect(self._member_chosen)
        for field in (self.by_field, self.notice_field, self.until_field):
            field.textChanged.connect(self.clear_problems)
        self.retranslate()

    def offer(self, assembly: Assembly) -> None:
        """Offer the people of *assembly*: members entitled to vote, and those who have no vote."""
        self._assembly = assembly
        taken = {each.member for each in assembly.substitutions if each.in_force}
        self.member_field.offer(
            assembly, suits=lambda p: p.role == "member" and p.may_vote and p.id not in taken
        )
        group = assembly.main_group(self.member_field.chosen) if self.member_field.chosen else ""
        self.by_field.offer(
            assembly,
            prefer=group,
            suits=lambda p: not (p.role == "member" and p.may_vote) and not p.stands_in_for,
        )
        self._fill_how_long()

    def kept_about(self) -> dict[str, str]:
        """Return whom the form was opened on."""
        return {"participant": self._person.id} if self._person is not None else {}

    @begins
    def begin(self, person: Participant) -> None:
        """Begin with *person*, as the member or as the one who stands in."""
        self._person = person
        for field in (self.notice_field, self.until_field):
            field.clear()
        self.how_long.setCurrentIndex(0)
        member = person.role == "member" and person.may_vote
        self.member_field.choose(person.id if member else "")
        self.by_field.choose("" if member else person.id)
        self.offer(self._assembly)
        self._how_long_changed()
        self.clear_problems()
        (self.by_field if member else self.member_field).setFocus()

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        self.set_heading(tr("Substitution"), tr("Record"))
        self.rows["member"].set_words(tr("Member who is replaced"))
        self.rows["by"].set_words(tr("Votes in the place of the member"))
        self.rows["notice"].set_words(
            tr("Written notice"), tr("Which notice, and its date: a substitute votes on written notice.")
        )
        self.rows["how_long"].set_words(tr("Holds"))
        self.rows["until"].set_words(tr("Until the end of"), tr("As 2026-11-02"))
        self._fill_how_long()

    def _fill_how_long(self) -> None:
        names = {"": tr("until it is ended"), "day": tr("up to a day")}
        now = self._assembly.sitting_number
        if now:
            names[str(now)] = tr("for sitting {n} only", n=now)
        coming = max((sitting.number for sitting in self._assembly.sittings), default=0) + 1
        names[str(coming)] = tr("for sitting {n} only, from its opening", n=coming)
        self.how_long.fill(names)

    def _how_long_changed(self) -> None:
        self.rows["until"].setVisible(self.how_long.currentData() == "day")

    def _member_chosen(self, _person: str) -> None:
        self.clear_problems()
        self.offer(self._assembly)

    def attempt(self) -> None:
        """Ask for the substitution, or say beside the field who is missing."""
        for row, field in (("member", self.member_field), ("by", self.by_field)):
            if not field.chosen:
                self.rows[row].set_problem(tr("Choose somebody of the list."))
                field.setFocus()
                return
        held = str(self.how_long.currentData() or "")
        if held == "day" and not self.until_field.text().strip():
            self.rows["until"].set_problem(tr("Give the day, as 2026-11-02."))
            self.until_field.setFocus()
            return
        self.asked.emit(
            SubstituteParticipant(
                member=self.member_field.chosen,
                by=self.by_field.chosen,
                notice=self.notice_field.text().strip(),
                sitting=int(held) if held.isdigit() else None,
                until=self.until_field.text().strip() if held == "day" else "",
            )
        )


class RemovalForm(SideForm):
    """The reason why somebody is taken off the list. Signals: ``asked(RemoveParticipant)``."""

    what = "removal"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self._person: Participant | None = None
        self.who = Label("strong", wrap=True)
        self.what_stays = Label("small", wrap=True)
        self.reason_field = QLineEdit()
        self.column.addWidget(self.who)
        self.add_row("reason", self.reason_field)
        self.column.addWidget(self.what_stays)
        self.column.addStretch(1)
        set_property(self.accept_button, "variant", "danger")
        self.retranslate()

    def kept_about(self) -> dict[str, str]:
        """Return who is to leave the list."""
        return {"participant": self._person.id} if self._person is not None else {}

    @begins
    def begin(self, assembly: Assembly, person: Participant) -> None:
        """Ask for the reason why *person* leaves the list."""
        self._assembly, self._person = assembly, person
        self.reason_field.clear()
        self.retranslate()
        self.reason_field.setFocus()

    def retranslate(self) -> None:
        """Set every word anew; the reason stays."""
        self.set_heading(tr("Take off the list"), tr("Take off the list"))
        self.rows["reason"].set_words(tr("Reason"), tr("It is kept in the record."))
        self.what_stays.setText(
            tr("The record goes on naming them: what they moved, seconded or voted stays theirs.")
        )
        self.who.setText(brief(self._assembly, self._person) if self._person else "")

    def attempt(self) -> None:
        """Ask for the removal."""
        if self._person is not None:
            self.asked.emit(
                RemoveParticipant(participant=self._person.id, reason=self.reason_field.text().strip())
            )
