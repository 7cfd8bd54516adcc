"""The form that appoints the drafting group or the Drafting Committee: members by name, and the Reporter."""

from __future__ import annotations

from typing import Any, Literal, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.people.drafting_bodies import AppointDraftingGroup, drafting_body
from consult_app.ui.belonging import MAIN_GROUPS, mark_of, name_of
from consult_app.ui.forms.kept_form import begins
from consult_app.ui.forms.person_field import PersonField
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import tr
from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import Scaled, hold
from consult_app.ui.parts.controls import Label, QuietButton, SegmentedControl

_ID = Qt.ItemDataRole.UserRole
_KINDS = ("drafting_group", "drafting_committee")


class _Members(QListWidget):
    """Those named so far; Del takes the one at hand out. Signals: ``changed()``."""

    changed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_out()
        else:
            super().keyPressEvent(event)

    def take_out(self) -> None:
        """Take the member at hand out."""
        if self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            self.changed.emit()


class DraftingGroupForm(SideForm):
    """Signals: ``asked(AppointDraftingGroup)``."""

    what = "drafting group"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self.kind = SegmentedControl(_KINDS, broken=True)
        self.kind.choose(_KINDS[0])
        self.member_field, self.reporter_field = PersonField(), PersonField()
        self.members = _Members()
        self.take_out = QuietButton()
        self.counts = Label("small", wrap=True)
        self.column.addWidget(self.kind)
        self.add_row("member", self.member_field)
        self.column.addWidget(self.members)
        self.column.addWidget(self.take_out, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.counts)
        self.add_row("reporter", self.reporter_field)
        self.column.addStretch(1)
        hold(self.members, high=150)
        self.member_field.person_chosen.connect(self._add)
        self.members.changed.connect(self._look)
        self.members.currentRowChanged.connect(self._look)
        self.take_out.clicked.connect(self.members.take_out)
        self.retranslate()
        Scaled(self, lambda: self._fill(self.named()))

    def offer(self, assembly: Assembly) -> None:
        """Offer the people of *assembly*; who is named stays named while on the list."""
        self._assembly = assembly
        for field in (self.member_field, self.reporter_field):
            field.offer(assembly)
        self._fill([who for who in self.named() if who in assembly.participants])

    def filled(self) -> dict[str, Any]:
        """Return what stands in the fields, and the members named so far."""
        return super().filled() | {"members": self.named()}

    def put_filled(self, name: str, value: Any) -> None:
        """Put *value* into the field of that *name*; those who left the list are left out."""
        if name == "members":
            self._fill([str(who) for who in value])
        else:
            super().put_filled(name, value)

    def words_of(self, name: str) -> str:
        """Return what a person reads in the field of that *name*."""
        if name == "members":
            return "; ".join(name_of(self._assembly, who) for who in self.named())
        return super().words_of(name)

    @begins
    def begin(self) -> None:
        """Begin with the body that was appointed last, or with nobody but the Reporter."""
        body = drafting_body(self._assembly)
        officer = self._assembly.officers.get("reporter")
        self.kind.choose(body.kind if body else _KINDS[0])
        self._fill(list(body.members) if body else [])
        self.member_field.choose("")
        reporter = body.reporter if body else officer.participant if officer else ""
        self.reporter_field.choose(reporter if reporter in self._assembly.participants else "")
        self.clear_problems()
        self.member_field.setFocus()

    def named(self) -> list[str]:
        """Return the ids of the members named so far."""
        return [str(self.members.item(at).data(_ID)) for at in range(self.members.count())]

    def _add(self, person: str) -> None:
        self.member_field.choose("")
        self.rows["member"].set_problem("")
        if person and person not in self.named():
            self._fill([*self.named(), person])

    def _fill(self, people: list[str]) -> None:
        self.members.clear()
        for who in people:
            if who not in self._assembly.participants:
                continue
            item = QListWidgetItem(f"{mark_of(self._assembly, who)} {name_of(self._assembly, who)}")
            item.setData(_ID, who)
            item.setSizeHint(QSize(0, fonts.line_height(fonts.window()) + fonts.pixels(8)))
            self.members.addItem(item)
        self._look()

    def _look(self) -> None:
        of = [self._assembly.main_group(who) for who in self.named()]
        counts = (f"{self._assembly.groups[group].mark} {of.count(group)}" for group in MAIN_GROUPS)
        self.counts.setText(tr("Members of each group: {counts}", counts=", ".join(counts)))
        self.take_out.setEnabled(self.members.currentRow() >= 0)

    def retranslate(self) -> None:
        """Set every word anew; who is named stays."""
        self.set_heading(tr("Appoint the drafting group"), tr("Appoint"))
        names = {"drafting_group": tr("Drafting group"), "drafting_committee": tr("Drafting Committee")}
        self.kind.set_words(tr("Kind of body"), names)
        self.rows["member"].set_words(tr("Add a member"), tr("As a rule as many of each group."))
        self.rows["reporter"].set_words(tr("Reporter in the group"), tr("May be left empty."))
        self.members.setAccessibleName(tr("Members of the drafting group"))
        self.take_out.set_words(tr("Take out"), "Del")
        self._fill(self.named())

    def attempt(self) -> None:
        """Ask for the appointment, or say that nobody is named."""
        if not self.members.count():
            self.rows["member"].set_problem(tr("Name the members first."))
            self.member_field.setFocus()
            return
        kind = cast(Literal["drafting_group", "drafting_committee"], self.kind.selection[0])
        self.asked.emit(
            AppointDraftingGroup(members=tuple(self.named()), kind=kind, reporter=self.reporter_field.chosen)
        )
