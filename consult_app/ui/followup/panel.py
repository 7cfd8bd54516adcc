"""The register of follow-up: the table on the left; the action at hand, or a form, at the side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.desk import Done, Refusal
from consult_app.drafting.follow_up.by_hand import AddAction, RemoveAction
from consult_app.drafting.follow_up.register import Action, register
from consult_app.drafting.text.nodes import Text
from consult_app.meetings.acts import Command
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.followup.adding import AddingForm
from consult_app.ui.followup.details import ActionDetails
from consult_app.ui.followup.export import FollowupExport
from consult_app.ui.followup.form import ActionForm
from consult_app.ui.followup.head import RegisterHead
from consult_app.ui.followup.model import action_rows, followup_model
from consult_app.ui.followup.table import ActionTable
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.controls import HairLine, PrimaryButton, QuietButton
from consult_app.ui.parts.lines import HeldSide
from consult_app.ui.parts.panels import Card, EmptyState

_SIDE: Final = 384


class FollowupPanel(Retranslating, QWidget):
    """The register of one text.

    Signals: ``asked(command)``, to be answered by :meth:`done` or :meth:`refused`; ``node_asked(node)`` to
    see a passage at the Table; ``import_asked()`` where there is no text; ``export_asked()``, to be
    answered by :meth:`offer_export`.
    """

    asked = Signal(object)
    node_asked = Signal(str)
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._today = today
        self._state: State | None = None
        self._text: Text | None = None
        self._actions: dict[str, Action] = {}
        self.head = RegisterHead()
        self.model = followup_model()
        self.table = ActionTable(self.model)
        self.import_button, self.begin = PrimaryButton(), QuietButton()
        self.no_text = EmptyState(self.import_button, icon_name="table")
        self.nothing_yet = EmptyState(self.begin, icon_name="check")
        self.not_found = EmptyState(icon_name="search")
        self.details, self.form = ActionDetails(), ActionForm()
        self.adding, self.export = AddingForm(), FollowupExport()
        self.lists, self.side = QStackedWidget(), QStackedWidget()
        self.left = QWidget()
        self._line = HairLine(vertical=True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show()

    def _lay_out(self) -> None:
        # from the outside in: whatever gets a parent is styled anew with all that is in it already
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(self._line)
        row.addWidget(self.side)
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(4, 6, 4, 6)
        inner.addWidget(self.lists)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(18, 0, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(framed, 1)
        for listed in (self.table, self.no_text, self.nothing_yet, self.not_found):
            self.lists.addWidget(listed)
        for shown in (self.details, self.form, self.adding, self.export):
            self.side.addWidget(shown)
        HeldSide(self.side, _SIDE, self)

    def _connect(self) -> None:
        for button, act in (
            (self.head.add, self.ask_action),
            (self.begin, self.ask_action),
            (self.head.remove, self.ask_removal),
            (self.head.export, self.ask_export),
            (self.import_button, self.import_asked.emit),
        ):
            button.clicked.connect(act)
        self.head.narrowed.connect(self._show_rows)
        self.table.row_chosen.connect(self._show_details)
        self.table.row_entered.connect(self.edit)
        self.table.label_entered.connect(self._go_to)
        self.details.edit_asked.connect(lambda: self.edit(self.table.chosen))
        self.details.node_asked.connect(self.show_passage)
        for form in (self.form, self.adding, self.export):
            form.left.connect(self.leave_form)
        self.form.asked.connect(self.asked)
        self.adding.asked.connect(self.asked)

    def acts(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """Return the keys of the register with the message id of what each does."""
        return (
            ("N", N_("Add an action"), self.ask_action),
            ("E", N_("Change what the register says of the action"), self.edit_chosen),
            ("Del", N_("Take the action out of the register"), self.ask_removal),
            ("T", N_("Show the passage at the Table"), self.show_passage),
            ("Ctrl+E", N_("Export the follow-up"), self.ask_export),
            ("Ctrl+F", N_("Search the follow-up"), self.head.search.setFocus),
        )

    # what is shown

    def forget(self) -> None:
        """Put away what belongs to a meeting that was left."""
        self._state = self._text = None
        self.head.clear()
        self.form.clear()
        self.adding.clear()
        self.export.clear()
        self.side.setCurrentWidget(self.details)
        self._show()

    def show_state(self, state: State, text: Text | None) -> None:
        """Show the register of *text* in *state*; the action at hand and what is typed stay."""
        if text is None or self._text is None or text.id != self._text.id:
            self.side.setCurrentWidget(self.details)
        self._state, self._text = state, text
        self._show()

    def _show(self) -> None:
        state, text = self._state, self._text
        found: tuple[Action, ...] = ()
        rows = []
        if state is not None and text is not None:
            style = state.assembly.meeting.rules.numbering
            found = register(state.drafting, text, final=text.adopted, style=style)
            rows = action_rows(state, text, found, self._today())
        self._actions = {action.key: action for action in found}
        self.head.setVisible(bool(rows))
        self._line.setVisible(text is not None)
        self.side.setVisible(text is not None)
        self.head.show_rows(rows)
        self._show_rows()
        self._keep_up()

    def _show_rows(self) -> None:
        at = self.model.row_of(self.table.chosen)
        rows = self.head.left()
        self.model.show_rows(rows)
        nothing = self.not_found if self._actions else self.nothing_yet if self._text else self.no_text
        self.lists.setCurrentWidget(self.table if rows else nothing)
        if rows and not self.table.chosen:
            self.table.choose(self.model.rows[min(max(at, 0), len(rows) - 1)].key)
        self.head.export.setEnabled(bool(self._actions))
        self._show_details()

    def _show_details(self, _key: str = "") -> None:
        action = self.at_hand
        self.head.remove.setEnabled(action is not None)
        if self._state is not None and self._text is not None:
            self.details.show_action(self._state, self._text, action, self._today())

    def _keep_up(self) -> None:
        """Have the form that is open show what changed meanwhile; leave it where its action is gone."""
        state, text, shown = self._state, self._text, self.side.currentWidget()
        if state is None or text is None:
            return
        if shown is self.adding:
            self.adding.keep_up(state, text)
        elif shown is self.form and self.form.action is not None:
            action = self._actions.get(self.form.action.key)
            if action is None:
                self.leave_form()
            else:
                self.form.keep_up(state, text, action)

    @property
    def at_hand(self) -> Action | None:
        """The action of the row at hand."""
        return self._actions.get(self.table.chosen)

    def first_focus(self) -> QWidget:
        """Return the table, or the button that begins."""
        if self._text is None:
            return self.import_button
        return self.table if self.model.rows else self.head.search if self._actions else self.begin

    # what is done

    def edit_chosen(self) -> None:
        """Open the form for the action at hand."""
        self.edit(self.table.chosen)

    def edit(self, key: str) -> None:
        """Open the form for the action *key*."""
        action = self._actions.get(key)
        if action is not None and self._state is not None and self._text is not None:
            self.side.setCurrentWidget(self.form)
            self.form.offer(tuple(self._actions.values()))
            self.form.begin(self._state, self._text, action)

    def ask_action(self) -> None:
        """Open the form that adds an action."""
        if self._state is not None and self._text is not None:
            self.side.setCurrentWidget(self.adding)
            self.adding.begin(self._state, self._text)

    def open_form(self, what: str, about: Mapping[str, str]) -> bool:
        """Open the form *what* on the action that it was *about*, or for a new one; false where that is
        gone."""
        if what == self.adding.what:
            self.ask_action()
            return self.side.currentWidget() is self.adding
        self.edit(about.get("action", ""))
        action = self.form.action
        shown = self.side.currentWidget() is self.form
        return shown and action is not None and action.key == about.get("action")

    def ask_removal(self) -> None:
        """Take the action at hand out of the register; undo or adding its passage brings it back."""
        action = self.at_hand
        if action is not None and self._text is not None:
            self.asked.emit(RemoveAction(action=action.key, text_id=self._text.id))

    def ask_export(self) -> None:
        """Ask for the state to be exported: only who holds the desk knows its row and folder."""
        if self._actions:
            self.export_asked.emit()

    def offer_export(self, seq: int, folder: Path) -> None:
        """Open the form that writes the register as it is after *seq* rows."""
        if self._state is not None:
            self.side.setCurrentWidget(self.export)
            self.export.begin(self._state, seq, folder)

    def show_passage(self) -> None:
        """Ask for the passage of the action at hand at the Table."""
        self._go_to(self.table.chosen)

    def _go_to(self, key: str) -> None:
        action = self._actions.get(key)
        if action is not None and action.node:
            self.node_asked.emit(action.node)

    def done(self, command: Command, done: Done) -> None:
        """Go on after *command*, whose outcome is shown already: what was added is completed next."""
        if isinstance(command, AddAction):
            self.head.clear()
            self.table.choose(str(done.answer["action"]))
            self.edit(str(done.answer["action"]))
        else:
            self.leave_form()

    def refused(self, refusal: Refusal) -> bool:
        """Say in the open form why it was not done; false where none is open that is at fault."""
        shown = self.side.currentWidget()
        return isinstance(shown, ActionForm | AddingForm) and shown.refused(refusal)

    def leave_form(self) -> None:
        """Put the action at hand back at the side and the focus into the table."""
        # first the focus: Qt would hand it on to any button when the form is hidden under it
        self.first_focus().setFocus()
        self.side.setCurrentWidget(self.details)
        self.first_focus().setFocus()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.table.setAccessibleName(tr("Register of follow-up"))
        self.table.setAccessibleDescription(
            tr("Enter changes the entry; on the label it shows the passage at the Table.")
        )
        self.import_button.set_words(tr("Import the draft…"))
        self.begin.set_words(tr("Add an action"), "N")
        self.no_text.set_words(
            tr("No text yet"),
            tr("The register says what the text commits whom to, an action a line. Import the draft first."),
        )
        self.nothing_yet.set_words(
            tr("Nothing is to be done yet"),
            tr(
                "An action appears here by itself where the text says that somebody shall, should, will or "
                "may act. What the program does not see can be added."
            ),
        )
        self.not_found.set_words(tr("No action like that"), tr("Shorten the search, or lift a filter."))
        self._show()


__all__ = ["FollowupPanel"]
