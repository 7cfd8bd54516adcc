"""The form of one action: each thing that the register says of it, and whether the text says so."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from consult_app.desk import Refusal
from consult_app.drafting.amendments.actions import ACTORS, BODIES, ActionEntry
from consult_app.drafting.follow_up.by_hand import SetAction
from consult_app.drafting.follow_up.register import Action, register
from consult_app.drafting.text.nodes import Text
from consult_app.state import State
from consult_app.ui.followup import words
from consult_app.ui.followup.due import read_due
from consult_app.ui.followup.fields import FollowedRow, NameLine
from consult_app.ui.forms.kept_form import begins, follows
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import say, tr
from consult_app.ui.look.scaled import hold
from consult_app.ui.parts.controls import Label
from consult_app.ui.parts.fields import ChoiceBox, typed

_FOLLOWED: Final = ("actor", "due", "condition", "partners", "reporting_body", "strength")


class ActionForm(SideForm):
    """Signals: ``asked(command)`` to keep what was changed; ``left()`` also where nothing was."""

    what = "action"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.action: Action | None = None
        self._text_id = ""
        self._title = ""
        self.said = Label("dim", wrap=True)
        self.column.addWidget(self.said)
        self.unit, self.note = NameLine(), QPlainTextEdit()
        self.actor, self.partners = NameLine(several=True), NameLine(several=True)
        self.body = NameLine()
        self.condition, self.due = QLineEdit(), QLineEdit()
        self.status = ChoiceBox()
        self.strength = ChoiceBox()
        self.note.setTabChangesFocus(True)
        hold(self.note, high=62)
        self.fields = {
            "actor": FollowedRow(self.actor, words.actor_names, words.read_actors),
            "due": FollowedRow(self.due, words.due_name, read_due),
            "partners": FollowedRow(self.partners, words.names, words.read_names),
            "condition": FollowedRow(self.condition),
            "reporting_body": FollowedRow(self.body, words.body_name, words.read_body),
            "strength": FollowedRow(self.strength, read=lambda chosen: chosen or None),
        }
        self.add_row("unit", self.unit)
        self.add_row("status", self.status)
        self._add("actor")
        self._add("due")
        self.add_row("note", self.note)
        for name in ("partners", "condition", "reporting_body", "strength"):
            self._add(name)
        self.column.addStretch(1)
        self.retranslate()

    def _add(self, name: str) -> None:
        self.rows[name] = self.fields[name]
        self.column.addWidget(self.fields[name])

    def offer(self, actions: tuple[Action, ...]) -> None:
        """Offer the units, actors, partners and bodies of *actions* while one is typed."""
        self.unit.offer(each.unit for each in actions if each.unit)
        self.actor.offer(map(words.actor_name, {*ACTORS, *(key for each in actions for key in each.actors)}))
        self.partners.offer(name for each in actions for name in each.partners_in(words.language_of(each)))
        bodies = {each.reporting_body for each in actions if each.reporting_body}
        self.body.offer(map(words.body_name, bodies.union(BODIES)))

    def kept_about(self) -> dict[str, str]:
        """Return which action it is; its key is that of its passage, where it has one."""
        return {"action": self.action.key, "node": self.action.key} if self.action is not None else {}

    def kept_fields(self) -> dict[str, QWidget]:
        """Return the fields with the rows that follow the text, which hold fields of their own."""
        return {"unit": self.unit, "status": self.status, "note": self.note, **self.fields}

    @begins
    def begin(self, state: State, text: Text, action: Action) -> None:
        """Show *action* of *text* as the register of *state* has it."""
        self.action, self._text_id = action, text.id
        self._title = words.place_words(text, action)
        self.said.setText(words.first_words(action)[0])
        own = without_hand(state, text, action)
        language = words.language_of(action)
        self._fill_choices()
        for name, row in self.fields.items():
            row.begin(
                _value(action, name, language),
                _value(own, name, language),
                following=_stored(name) not in action.edited,
            )
        self.unit.setText(action.unit)
        self.status.setCurrentIndex(self.status.findData(action.status))
        self.note.setPlainText(action.note)
        self.clear_problems()
        self.retranslate()
        self.unit.setFocus()

    @follows
    def keep_up(self, state: State, text: Text, action: Action) -> None:
        """Show *action* as it is now, in the window's language; what was typed and not kept stays."""
        before, self.action = self.action, action
        if before is None:
            return
        self._title = words.place_words(text, action)
        self.said.setText(words.first_words(action)[0])
        own, language = without_hand(state, text, action), words.language_of(action)
        for name, row in self.fields.items():
            if row.untouched:
                following = _stored(name) not in action.edited
                row.begin(_value(action, name, language), _value(own, name, language), following=following)
        if self.unit.text().strip() == before.unit:
            self.unit.setText(action.unit)
        if self.status.currentData() == before.status:
            self.status.setCurrentIndex(self.status.findData(action.status))
        if typed(self.note).strip() == before.note:
            self.note.setPlainText(action.note)
        self.retranslate()

    def clear(self) -> None:
        """Put away the action of a meeting that was left."""
        self.action = None

    def attempt(self) -> None:
        """Ask for what was changed, or say beside the field what cannot be read."""
        if self.action is None:
            return
        self.clear_problems()
        try:
            due = self.fields["due"].entered
        except ValueError:
            self._say_date(tr("This is no date. Give a day, a month or a year, for instance 31/3/2027."))
            return
        asked = {name: row.entered for name, row in self.fields.items() if name != "due"} | {"due": due}
        changed: dict[str, Any] = {name: value for name, value in asked.items() if value is not None}
        if self.unit.text().strip() != self.action.unit:
            changed["unit"] = self.unit.text()
        if self.status.currentData() != self.action.status:
            changed["status"] = self.status.currentData()
        note = typed(self.note).strip()
        if note != self.action.note:
            changed["note"] = note or " "  # blanks alone take the note away
        back = tuple(name for name in _FOLLOWED if self.fields[name].goes_back)
        if not changed and not back:
            self.left.emit()
            return
        self.asked.emit(
            SetAction(action=self.action.key, text_id=self._text_id, follow_text=back, **changed)  # type: ignore[arg-type]
        )

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal beside the date, the one thing that can be wrong in itself."""
        if refusal.rule != "dates":
            return False
        self._say_date(say(refusal.reason))
        return True

    def _say_date(self, why: str) -> None:
        self.fields["due"].set_problem(why)
        self.due.setFocus()

    def _fill_choices(self) -> None:
        self.status.fill(words.status_names())
        own = {"": tr("not said")} if self.action is not None and not self.action.strength else {}
        self.strength.fill(own | words.strength_names())

    def retranslate(self) -> None:
        """Set every word anew; what was typed stays."""
        self.set_heading(self._title or tr("Action"), tr("Keep the changes"))
        names = words.field_names()
        self._fill_choices()
        several = tr("Separate several by semicolons.")
        every = tr("What is entered by hand is the same in every language.")
        hints = {
            "actor": several,
            "partners": f"{several} {every}",
            "condition": every,
            "due": tr("A day, a month or a year."),
        }
        for name, row in self.fields.items():
            row.set_names(names[name], hints.get(name, ""))
        self.rows["unit"].set_words(names["unit"], tr("Whoever is responsible in the Office."))
        self.rows["status"].set_words(names["status"])
        self.rows["note"].set_words(names["note"])


def without_hand(state: State, text: Text, action: Action) -> Action:
    """*action* as the text alone has it, without what a person entered."""
    drafting = state.drafting
    entry = drafting.followup.get(action.key, ActionEntry())
    bare = ActionEntry(text=entry.text, added=entry.added)
    only = msgspec.structs.replace(drafting, followup={**drafting.followup, action.key: bare})
    return next(each for each in register(only, text) if each.key == action.key)


def _stored(name: str) -> str:
    return "actors" if name == "actor" else name


def _value(action: Action, name: str, language: str) -> Any:
    if name == "condition":
        return action.condition_in(language)
    return action.partners_in(language) if name == "partners" else getattr(action, _stored(name))


__all__ = ["ActionForm", "without_hand"]
