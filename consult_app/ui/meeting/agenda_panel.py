"""The agenda: items and points in order, the one under discussion, and the text that they are about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.desk import Done, Refusal
from consult_app.meetings.kept.agenda import labels
from consult_app.meetings.proceedings.agenda_setting import CloseAgendaItem, OpenAgendaItem, RemoveAgendaItem
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.language import Retranslating, tr, tr_n
from consult_app.ui.meeting.agenda_details import AgendaDetails
from consult_app.ui.meeting.agenda_form import AgendaForm
from consult_app.ui.meeting.agenda_model import AgendaRow, agenda_model, agenda_rows, covered, move
from consult_app.ui.parts.controls import HairLine, Label, PrimaryButton, QuietButton
from consult_app.ui.parts.lines import BrokenLine, HeldSide
from consult_app.ui.parts.lists import ListTable
from consult_app.ui.parts.panels import Card, EmptyState
from consult_app.ui.parts.scrolling import Roomy

_SIDE = 360


class AgendaPanel(Retranslating, QWidget):
    """Signals: ``asked(command)``; ``paper_asked()`` when the points are to be taken from a paper."""

    asked = Signal(object)
    paper_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._wanted = ""
        self.standing = Label("dim", wrap=True)
        self.add_item, self.add_point = PrimaryButton(), QuietButton()
        self.paper = QuietButton()
        self.model = agenda_model()
        self.table: ListTable[AgendaRow] = ListTable(self.model)
        self.take_up, self.close_item = PrimaryButton(), PrimaryButton()
        self.earlier, self.later, self.remove = QuietButton(), QuietButton(), QuietButton()
        self._begin, self._from_paper = PrimaryButton(), QuietButton()
        self.empty = EmptyState(self._begin, self._from_paper, icon_name="meeting")
        self.details, self.form = AgendaDetails(), AgendaForm()
        self.side, self.lists = QStackedWidget(), QStackedWidget()
        self.left = QWidget()
        self.left.setProperty("surface", "clear")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.side.addWidget(self.details)
        self.side.addWidget(self.form)
        HeldSide(self.side, _SIDE, self)
        tools = BrokenLine()
        tools.add(self.standing, 1)
        for button in (self.paper, self.add_point, self.add_item):
            tools.add(button)
        acts = BrokenLine()
        for button in (self.take_up, self.close_item):
            acts.add(button)
        acts.add_stretch()
        for button in (self.earlier, self.later, self.remove):
            acts.add(button)
        self._acts = acts
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(4, 6, 4, 6)
        for listed in (self.table, self.empty):
            self.lists.addWidget(listed)
        inner.addWidget(self.lists)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(18, 0, 18, 16)
        column.setSpacing(12)
        column.addWidget(tools)
        column.addWidget(framed, 1)
        column.addWidget(self._acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Roomy(self.left), 1)
        row.addWidget(HairLine(vertical=True))
        row.addWidget(self.side)

    def _connect(self) -> None:
        for button, act in (
            (self.add_item, self.ask_item),
            (self._begin, self.ask_item),
            (self.add_point, self.ask_point),
            (self.take_up, self.open_or_close),
            (self.close_item, self.open_or_close),
            (self.earlier, partial(self.shift, -1)),
            (self.later, partial(self.shift, 1)),
            (self.remove, self.ask_removal),
            (self.paper, self.paper_asked.emit),
            (self._from_paper, self.paper_asked.emit),
        ):
            button.clicked.connect(act)
        self.table.row_chosen.connect(self._show_side)
        self.table.row_entered.connect(self.edit)
        self.details.edit_asked.connect(lambda: self.edit(self.table.chosen))
        self.form.asked.connect(self.asked)
        self.form.left.connect(self.leave_form)

    def acts(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """Return the keys of the list with the message id of what each does."""
        return (
            ("N", N_("Add an item to the agenda"), self.ask_item),
            ("P", N_("Add a point for discussion"), self.ask_point),
            ("O", N_("Take up the item, or close it"), self.open_or_close),
            ("Alt+Up", N_("Move the item up"), partial(self.shift, -1)),
            ("Alt+Down", N_("Move the item down"), partial(self.shift, 1)),
            ("Del", N_("Take the item off the agenda"), self.ask_removal),
        )

    def show_state(self, state: State) -> None:
        """Show the agenda of *state*; the item at hand stays at hand."""
        self._state = state
        rows = agenda_rows(state)
        self.model.show_rows(rows)
        self.lists.setCurrentWidget(self.table if rows else self.empty)
        self._acts.setVisible(bool(rows))
        self.form.offer(state)
        if self._wanted and self.table.choose(self._wanted):
            self._wanted = ""
        if rows and not self.table.chosen:
            self.table.choose(next((row.id for row in rows if row.open), rows[0].id))
        self._say()
        self._show_side()

    def _say(self) -> None:
        rows = self.model.rows
        items = sum(not row.point for row in rows)
        for button in (self.add_item, self.add_point, self.paper):
            button.setVisible(bool(rows))
        said = [
            tr_n("{n} item", "{n} items", items),
            tr_n("{n} point for discussion", "{n} points for discussion", len(rows) - items),
        ]
        both = covered(self._state) if self._state is not None else None
        if both is not None and both[1].none:
            said.append(tr_n("{n} paragraph of no item", "{n} paragraphs of no item", len(both[1].none)))
        self.standing.setText(" · ".join(said) if rows else "")

    def _row(self) -> AgendaRow | None:
        return next((row for row in self.model.rows if row.id == self.table.chosen), None)

    def _show_side(self, _key: str = "") -> None:
        if self._state is not None:
            self.details.show_state(self._state, self.table.chosen)
        row = self._row()
        for button in (self.take_up, self.earlier, self.later, self.remove):
            button.setEnabled(row is not None)
        self.close_item.setVisible(row is not None and row.open)
        self.take_up.setVisible(row is None or not row.open)

    @property
    def first_focus(self) -> QWidget:
        """The list, or the button that begins it."""
        return self.table if self.model.rows else self._begin

    def ask_item(self) -> None:
        """Open the form for a new item at the side."""
        self._open_form(lambda: self.form.begin(None))

    def ask_point(self) -> None:
        """Open the form for a point for discussion under the item at hand."""
        if self._state is None:
            return
        at_hand = next((e for e in self._state.assembly.agenda if e.id == self.table.chosen), None)
        under = (at_hand.under or at_hand.id) if at_hand else ""
        self._open_form(lambda: self.form.begin(None, under=under, point=True))

    def edit(self, item: str) -> None:
        """Open the form for *item* (an id)."""
        found = next((e for e in self._state.assembly.agenda if e.id == item), None) if self._state else None
        if found is not None:
            self._open_form(lambda: self.form.begin(found))

    def open_form(self, about: Mapping[str, str]) -> bool:
        """Open the form on the item that it was *about*, or for a new one; false where that is gone."""
        if "new" in about:
            self._open_form(lambda: self.form.begin(None, point=about["new"] == "point"))
            return True
        self.edit(about.get("item", ""))
        return self.side.currentWidget() is self.form and self.form.item is not None

    def _open_form(self, begin: Callable[[], None]) -> None:
        self.side.setCurrentWidget(self.form)
        begin()

    def leave_form(self) -> None:
        """Put the item at hand back at the side and the focus into the list."""
        self.side.setCurrentWidget(self.details)
        self.first_focus.setFocus()

    def done(self, done: Done) -> None:
        """What was asked in the form is recorded: show it in the list."""
        self._wanted = str(done.answer.get("id", ""))
        if self._wanted and self.table.choose(self._wanted):
            self._wanted = ""
        self.leave_form()

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal in the form, if it is open and knows the field."""
        return self.side.currentWidget() is self.form and self.form.refused(refusal)

    def open_or_close(self) -> None:
        """The meeting takes up the item at hand; one that is under discussion is closed."""
        row = self._row()
        if row is not None:
            self.asked.emit(CloseAgendaItem(item=row.id) if row.open else OpenAgendaItem(item=row.id))

    def shift(self, by: int) -> None:
        """Move the item at hand one place up (-1) or down (1)."""
        if self._state is not None and self.table.chosen:
            command = move(self._state.assembly.agenda, self.table.chosen, by)
            if command is not None:
                self.asked.emit(command)

    def ask_removal(self) -> None:
        """Take the item at hand off the agenda; undo brings it back."""
        if self._state is not None and self.table.chosen:
            # by its label: undo names it after it is gone
            named = labels(self._state.assembly.agenda)[self.table.chosen]
            self.asked.emit(RemoveAgendaItem(item=named))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(tr("Agenda"))
        self.table.setAccessibleName(tr("Agenda"))
        self.add_item.set_words(tr("Add an item"), "N")
        self.add_point.set_words(tr("Add a point"), "P")
        self.paper.set_words(tr("From a paper…"))
        self.take_up.set_words(tr("Take up"), "O")
        self.close_item.set_words(tr("Close the item"), "O")
        self.earlier.set_words(tr("Move up"), "Alt+Up")
        self.later.set_words(tr("Move down"), "Alt+Down")
        self.remove.set_words(tr("Remove"), "Del")
        self._begin.set_words(tr("Add the first item"), "N")
        self._from_paper.set_words(tr("Take the points from a paper…"))
        self.empty.set_words(
            tr("There is no agenda yet"),
            tr(
                "Add the items that the Meeting has before it and the points for discussion under them, or "
                "take them from the background paper, which suggests them at its end."
            ),
        )
        if self._state is not None:
            self.show_state(self._state)
