"""One action in full at the side: its words, and each thing known of it with where that comes from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from consult_app.drafting.follow_up.commitments import plain_words
from consult_app.drafting.follow_up.register import Action
from consult_app.drafting.text.nodes import Text
from consult_app.publishing.paper import words_of
from consult_app.publishing.papers.followup import words_of_action
from consult_app.state import State
from consult_app.ui.followup import words
from consult_app.ui.followup.due import band
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.parts.controls import Label, QuietButton, set_property
from consult_app.ui.parts.scrolling import Roomy

_FACTS = ("actor", "unit", "partners", "condition", "due", "reporting_body", "strength", "status", "note")
_FROM_TEXT = {
    "actor": "actors",
    "partners": "partners",
    "condition": "condition",
    "due": "due",
    "reporting_body": "reporting_body",
    "strength": "strength",
}


class ActionDetails(Retranslating, Roomy):
    """Signals: ``edit_asked()``; ``node_asked()`` to see the passage at the Table."""

    edit_asked = Signal()
    node_asked = Signal()

    def __init__(self) -> None:
        super().__init__(QWidget(), sideways=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("surface", "panel")
        self.heading = Label("heading", wrap=True)
        self.above, self.said = Label("dim", wrap=True), Label("", wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.edit, self.at_table = QuietButton(), QuietButton()
        self.names = {name: Label("section") for name in _FACTS}
        self.values = {name: Label("", wrap=True) for name in _FACTS}
        self.origins = {name: Label("small", wrap=True) for name in _FROM_TEXT}
        self._inside.setProperty("surface", "panel")
        self._lay_out()
        self.edit.clicked.connect(self.edit_asked)
        self.at_table.clicked.connect(self.node_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.edit)
        acts.addWidget(self.at_table)
        acts.addStretch(1)
        for widget in (self.heading, self.above, self.said):
            column.addWidget(widget)
        column.addLayout(acts)
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for at, name in enumerate(_FACTS):
            grid.addWidget(self.names[name], at, 0, top)
            value = QVBoxLayout()
            value.setSpacing(0)
            value.addWidget(self.values[name])
            if name in self.origins:
                value.addWidget(self.origins[name])
            grid.addLayout(value, at, 1)
            self.values[name].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addLayout(grid)
        column.addStretch(1)

    def show_action(self, state: State, text: Text, action: Action | None, today: date) -> None:
        """Show *action* of *text*, nothing for None; *today* says whether it is overdue."""
        self._inside.setVisible(action is not None)
        if action is None:
            return
        language = words.language_of(action)
        self.heading.setText(words.place_words(text, action))
        chapeau = text.nodes.get(action.chapeau)
        said = (chapeau.text(Languages.current()) or chapeau.text(chapeau.original)) if chapeau else ""
        self.above.setText(plain_words(said))
        self.above.setVisible(bool(said))
        self.said.setText(words_of(words_of_action(state, text, action, Languages.current())))
        self.at_table.setVisible(bool(action.node))
        late = band(action, today) == "overdue"
        due = words.due_said(action, today)
        values = {
            "actor": words.actor_names(action.actors),
            "unit": action.unit,
            "partners": words.names(action.partners_in(language)),
            "condition": action.condition_in(language),
            "due": due[:1].upper() + due[1:],
            "reporting_body": words.body_name(action.reporting_body),
            "strength": words.strength_names().get(action.strength, ""),
            "status": words.status_names()[action.status],
            "note": action.note,
        }
        for name, value in values.items():
            self.values[name].setText(value or "–")
        set_property(self.values["due"], "tone", "error" if late else "")
        for name, origin in self.origins.items():
            by_hand = _FROM_TEXT[name] in action.edited
            origin.setText(tr("entered by hand") if by_hand else tr("from the text"))
            origin.setVisible(by_hand or bool(values[name]))
            set_property(origin, "role", "strong" if by_hand else "small")
        for name in ("unit", "note"):
            for label in (self.names[name], self.values[name]):
                label.setVisible(bool(values[name]) or name == "unit")

    def retranslate(self) -> None:
        """Set the words that are always there; the panel shows the action anew."""
        self.setAccessibleName(tr("The action at hand"))
        self.edit.set_words(tr("Edit…"), "Return")
        self.at_table.set_words(tr("At the Table"), "T")
        self.at_table.setToolTip(tr("Show the passage at the Table"))
        for name, said in words.field_names().items():
            self.names[name].setText(said)


__all__ = ["ActionDetails"]
