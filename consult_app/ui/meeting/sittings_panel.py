"""The sittings: the one that is open, those held and planned, and the drafting group."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.desk import Done, Refusal
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.proceedings.sitting import CloseSitting, OpenSitting
from consult_app.meetings.proceedings.timetable import RemovePlannedSitting
from consult_app.meetings.reasons import N_
from consult_app.ui.language import Retranslating, tr, tr_n
from consult_app.ui.meeting.drafting_group_card import DraftingGroupCard
from consult_app.ui.meeting.drafting_group_form import DraftingGroupForm
from consult_app.ui.meeting.plan_form import PlanForm
from consult_app.ui.meeting.sittings_card import SittingsCard
from consult_app.ui.meeting.sittings_model import SittingRow, sitting_rows, sittings_model
from consult_app.ui.parts.controls import HairLine, Label, PrimaryButton, QuietButton
from consult_app.ui.parts.lines import HeldSide
from consult_app.ui.parts.lists import ListTable
from consult_app.ui.parts.panels import Card, EmptyState
from consult_app.ui.parts.scrolling import Roomy

_SIDE = 340


class SittingsPanel(Retranslating, QWidget):
    """Signals: ``asked(command)``; to close a sitting the station asks once more."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self._wanted = ""
        self.card = SittingsCard()
        self.standing = Label("dim", wrap=True)
        self.plan = PrimaryButton()
        self.model = sittings_model()
        self.table: ListTable[SittingRow] = ListTable(self.model)
        self._begin = PrimaryButton()
        self.empty = EmptyState(self._begin, icon_name="meeting")
        self.open_this = PrimaryButton()
        self.change, self.remove = QuietButton(), QuietButton()
        self.group, self.form, self.group_form = DraftingGroupCard(), PlanForm(), DraftingGroupForm()
        self.side, self.lists = QStackedWidget(), QStackedWidget()
        self.left = QWidget()
        self.left.setProperty("surface", "clear")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for widget in (self.group, self.form, self.group_form):
            self.side.addWidget(widget)
        HeldSide(self.side, _SIDE, self)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.standing, 1)
        tools.addWidget(self.plan)
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(4, 6, 4, 6)
        for listed in (self.table, self.empty):
            self.lists.addWidget(listed)
        inner.addWidget(self.lists)
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(8)
        acts.addWidget(self.open_this)
        acts.addStretch(1)
        for button in (self.change, self.remove):
            acts.addWidget(button)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(18, 0, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addLayout(tools)
        column.addWidget(framed, 1)
        column.addWidget(self._acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Roomy(self.left), 1)
        row.addWidget(HairLine(vertical=True))
        row.addWidget(self.side)

    def _connect(self) -> None:
        self.card.asked.connect(self.asked)
        for button, act in (
            (self.plan, self.ask_plan),
            (self._begin, self.ask_plan),
            (self.open_this, self.open_or_close),
            (self.change, self.edit),
            (self.remove, self.ask_removal),
        ):
            button.clicked.connect(act)
        self.table.row_chosen.connect(self._look)
        self.table.row_entered.connect(self.edit)
        self.group.appoint_asked.connect(self.ask_group)
        for form in (self.form, self.group_form):
            form.asked.connect(self.asked)
            form.left.connect(self.leave_form)

    def acts(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """Return the keys of the list with the message id of what each does."""
        return (
            ("N", N_("Plan a sitting"), self.ask_plan),
            ("O", N_("Open the sitting, or close it"), self.open_or_close),
            ("G", N_("Appoint the drafting group"), self.ask_group),
            ("Del", N_("Take the planned sitting out"), self.ask_removal),
        )

    def show_assembly(self, assembly: Assembly) -> None:
        """Show the sittings of *assembly*; the one at hand stays at hand."""
        self._assembly = assembly
        self.card.show_sittings(assembly)
        self.group.show_assembly(assembly)
        self.form.offer(assembly)
        self.group_form.offer(assembly)
        rows = sitting_rows(assembly)
        self.model.show_rows(rows)
        self.lists.setCurrentWidget(self.table if rows else self.empty)
        self._acts.setVisible(bool(rows))
        self.plan.setVisible(bool(rows))
        if self._wanted and self.table.choose(self._wanted):
            self._wanted = ""
        if rows and not self.table.chosen:
            self.table.choose(next((row.id for row in rows if row.state != "held"), rows[-1].id))
        held, planned = (sum(row.state == state for row in rows) for state in ("held", "planned"))
        said = [tr_n("{n} sitting held", "{n} sittings held", held)]
        said.append(tr_n("{n} planned", "{n} planned", planned))
        self.standing.setText(" · ".join(said) if rows else "")
        self._look()

    def _row(self) -> SittingRow | None:
        return next((row for row in self.model.rows if row.id == self.table.chosen), None)

    def _look(self, _key: str = "") -> None:
        row = self._row()
        state = row.state if row is not None else ""
        self.open_this.setVisible(state == "planned")
        self.open_this.setEnabled(self._assembly.sitting is None)
        for button in (self.change, self.remove):
            button.setEnabled(state == "planned")

    @property
    def first_focus(self) -> QWidget:
        """The list, or the button that begins the plan."""
        return self.table if self.model.rows else self._begin

    def ask_plan(self) -> None:
        """Open the form for a sitting to be planned."""
        self.side.setCurrentWidget(self.form)
        self.form.begin(None)

    def edit(self, _key: str = "") -> None:
        """Open the form for the plan at hand; a sitting that was held has none to change."""
        row = self._row()
        if row is not None and row.state == "planned":
            plan = next(each for each in self._assembly.timetable if each.number == row.planned)
            self.side.setCurrentWidget(self.form)
            self.form.begin(plan)

    def open_form(self, what: str, about: Mapping[str, str]) -> bool:
        """Open the form *what* on the plan that it was *about*, or for a new one; false where that is
        gone."""
        if what == self.group_form.what:
            self.ask_group()
            return self.side.currentWidget() is self.group_form
        number = about.get("planned", "")
        if number and not self.table.choose(f"p{number}"):
            return False
        if number:
            self.edit()
        else:
            self.ask_plan()
        return self.side.currentWidget() is self.form

    def ask_group(self) -> None:
        """Open the form that appoints the drafting group."""
        if self._assembly.participants:
            self.side.setCurrentWidget(self.group_form)
            self.group_form.begin()

    def leave_form(self) -> None:
        """Put the drafting group back at the side and the focus into the list."""
        self.side.setCurrentWidget(self.group)
        self.first_focus.setFocus()

    def done(self, done: Done) -> None:
        """What was asked in a form is recorded: show it in the list."""
        number = done.answer.get("planned")
        self._wanted = f"p{number}" if number else ""
        if self._wanted and self.table.choose(self._wanted):
            self._wanted = ""
        self.leave_form()

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal in the form, if it is open and knows the field."""
        return self.side.currentWidget() is self.form and self.form.refused(refusal)

    def open_or_close(self) -> None:
        """Open the planned sitting at hand; close the one that is open."""
        row = self._row()
        if row is not None and row.state == "open":
            self.asked.emit(CloseSitting())
        elif row is not None and row.state == "planned":
            self.asked.emit(OpenSitting(kind=row.kind, planned=row.planned))  # type: ignore[arg-type]

    def ask_removal(self) -> None:
        """Take the planned sitting at hand out of the plan of work; undo brings it back."""
        row = self._row()
        if row is not None and row.state == "planned":
            self.asked.emit(RemovePlannedSitting(planned=row.planned))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(tr("Sittings"))
        self.table.setAccessibleName(tr("Sittings"))
        self.plan.set_words(tr("Plan a sitting"), "N")
        self._begin.set_words(tr("Plan the first sitting"), "N")
        self.open_this.set_words(tr("Open this sitting"), "O")
        self.change.set_words(tr("Edit…"), "Return")
        self.remove.set_words(tr("Remove"), "Del")
        self.empty.set_words(
            tr("No sitting is planned or was held"),
            tr("Plan the sittings of the plenary and of the drafting group, or open one at once."),
        )
        self.show_assembly(self._assembly)
