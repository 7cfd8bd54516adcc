"""The form that hands an amendment in: who, where, what; below it the change as it will be read."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from consult_app.desk import Refusal
from consult_app.drafting.amendments.given import of_group
from consult_app.drafting.amendments.proposals import Asked
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.text.nodes import Text
from consult_app.state import State
from consult_app.ui.amendments.asking import submission
from consult_app.ui.amendments.co_authors import actors_offered
from consult_app.ui.amendments.form_fields import FormFields
from consult_app.ui.amendments.kinds import WAYS, Way, change_asked, standing_words
from consult_app.ui.amendments.refusals import LATE, ROW_OF_RULE
from consult_app.ui.chosen_text import ChosenText, chosen_id, chosen_text
from consult_app.ui.language import NAMES, Languages, say, tr
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.fields import typed

_PAUSE = 150


class AmendmentForm(FormFields):
    """Hand in an amendment. Signals: ``asked(SubmitAmendment)``."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._seq = 0
        self._prefilled = ""
        self.instead_of = ""
        """The draft of a group's file that is written anew, by its id; "" for a new one."""
        self.late = False
        """Whether it comes after the deadline, so that the form asks why."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.by_field.currentIndexChanged.connect(self._author_changed)
        self.together_field.changed.connect(self._pause.start)
        self.texts.asked.connect(ChosenText.instance().choose)
        self.node_field.currentTextChanged.connect(self._place_changed)
        self.kind_field.currentIndexChanged.connect(self._place_changed)
        self.language_field.chosen.connect(self._place_changed)
        self.where_field.chosen.connect(self._pause.start)
        self.to_field.currentTextChanged.connect(self._destination_changed)
        self.words_field.textChanged.connect(self._pause.start)
        for line in (self.old_field, self.new_field, self.late_field):
            line.textChanged.connect(self._pause.start)
        self.places.more_asked.connect(self.add_place)
        self.places.changed.connect(self.show_preview)
        Theme.instance().changed.connect(self.show_preview)
        self._pause.timeout.connect(self.show_preview)

    # what is offered

    def offer(self, state: State, seq: int) -> None:
        """Offer the people and nodes of *state*, which stands after row *seq*; what is chosen stays."""
        self._state, self._seq = state, seq
        self._name()
        self._fill()
        self.show_preview()

    def clear(self) -> None:
        """Empty the form for the next amendment; the author and the place stay at hand."""
        self.instead_of = ""
        self.to_field.setCurrentIndex(-1)
        for emptied in (self.why_field, self.old_field, self.new_field, self.late_field, self.places):
            emptied.clear()
        self.together_field.clear()
        self._show_late(late=False)
        self.kind_field.setCurrentIndex(0)
        self.clear_problems()
        self._prefilled = typed(self.words_field)
        self._place_changed()
        self.to_top()

    def begin_by(self, who: str) -> None:
        """Begin with *who* (an id) as the author; where nobody is named, the last one stays."""
        place = self.by_field.findData(who) if who else -1
        if place >= 0:
            self.by_field.setCurrentIndex(place)

    def aim_at(self, node: str) -> None:
        """Begin with the node with this id."""
        self.node_field.aim_at(node)

    def _fill(self) -> None:
        state = self._state
        if state is None:
            return
        assembly = state.assembly
        said, given = actors_offered(assembly), state.given
        own = {who: name for who, name in said.items() if not given or of_group(assembly, who, given.group)}
        self.by_field.fill(own)
        self.seconder_field.fill({"": tr("nobody yet")} | said)
        text = chosen_text(state.drafting)
        self.texts.offer(state.drafting)
        if text is not None:
            style = assembly.meeting.rules.numbering
            self.node_field.offer(text, style)
            self.to_field.offer(text, style)
            self.places.know(text, style)
            languages = text.languages or tuple(NAMES)
            for code in NAMES:
                self.language_field.button(code).setEnabled(code in languages)
            if not self.language_field.selection:
                preferred = Languages.current()
                self.language_field.choose(preferred if preferred in languages else languages[0])
        self._author_changed()

    @property
    def _text(self) -> Text | None:
        return chosen_text(self._state.drafting) if self._state else None

    @property
    def node(self) -> str:
        """The id of the node that is named, "" for none."""
        return self.node_field.node if self._text is not None else ""

    @property
    def language(self) -> str:
        """The language that the amendment is handed in in."""
        return (self.language_field.selection or ("en",))[0]

    @property
    def kind(self) -> str:
        """The key of :data:`WAYS` that is chosen."""
        return str(self.kind_field.currentData() or "replace")

    @property
    def prefilled(self) -> str:
        """The words that the place at hand begins with."""
        return self._prefilled

    def show_place(self) -> None:
        """Begin with the words of the place, kind and language that are chosen."""
        self._place_changed()

    @property
    def _way(self) -> Way:
        return WAYS[self.kind]

    # what is filled in

    def _author_changed(self) -> None:
        state = self._state
        by = str(self.by_field.currentData() or "")
        if state is not None:
            self.together_field.offer(actors_offered(state.assembly), by)
        alone = state is not None and by in state.assembly.participants
        asked = state is not None and state.assembly.meeting.rules.seconding.individual_member
        self.rows["seconder"].setVisible(alone and asked)
        self._pause.start()

    def _destination_changed(self) -> None:
        self.to_field.show_beginning()
        self.rows["to"].set_problem("")
        self._pause.start()

    def _place_changed(self) -> None:
        self.node_field.show_beginning()
        self.rows["node"].set_problem("")
        text, node = self._text, self.node
        if self._untouched and text is not None and node:
            self._prefilled = standing_words(text, node, self.language, self.kind)
            self.words_field.setPlainText(self._prefilled)
        self._show_fields()
        self._pause.start()

    def _show_fields(self) -> None:
        way = self._way
        self.rows["node"].setVisible(not way.lone)
        self.rows["to"].setVisible(way.kind == "move")
        for row in ("old", "new"):
            self.rows[row].setVisible(way.lone)
        self.rows["words"].setVisible(bool(way.label))
        self.places.setVisible(not way.lone)
        if way.label:
            self.rows["words"].set_words(tr(way.label), tr(way.help))

    @property
    def _untouched(self) -> bool:
        return typed(self.words_field) in ("", self._prefilled)

    def _change(self) -> Asked | None:
        """The change in the fields; None while no node is named."""
        if self._way.lone:
            return Asked(kind="global", text=self.old_field.text().strip(), to=self.new_field.text())
        node = self.node
        if not node:
            return None
        to = f"{self.where_field.selection[0]} {self.to_field.node}" if self.to_field.node else ""
        words = typed(self.words_field).strip()
        moves = self._way.kind == "move"
        return change_asked(self.kind, node, words, self._prefilled, to if moves else "")

    @property
    def _idle(self) -> bool:
        """Whether the fields ask for nothing beyond the places taken up already."""
        asks_words = bool(self._way.label) and self.kind != "join"
        return bool(self.places.asked) and not self._way.lone and asks_words and self._untouched

    def add_place(self) -> None:
        """Take the change in the fields up, and leave the fields for another."""
        change = self._change()
        if change is None or self._idle:
            self.node_field.setFocus()
            return
        if self._state is None:
            return
        trial = self._command((change,))
        found = self.preview.show_trial(self._state, self._seq, trial)
        if found.late is not None:
            self._show_late(late=True)
        if found.refused is not None and found.refused.rule != LATE:
            self.refused(Refusal(found.refused.reason, found.refused.rule))
            return
        self.places.add(change, self.kind)
        self.kind_field.setCurrentIndex(0)
        self.words_field.setPlainText(self._prefilled)
        self._place_changed()
        self.node_field.setFocus()

    def command(self) -> SubmitAmendment | None:
        """Return what is asked for as it stands, None while no node is named."""
        change = self._change()
        if self._idle:
            return self._command(self.places.asked)
        if change is None:
            return None
        return self._command((change,) if self._way.lone else (*self.places.asked, change))

    def _command(self, changes: tuple[Asked, ...]) -> SubmitAmendment:
        text_id = chosen_id(self._state.drafting) if self._state else ""
        return submission(self, self._text, text_id, changes)

    def show_preview(self) -> None:
        """Decide the amendment on trial, and show what it would read like or what is in the way."""
        self._pause.stop()
        command, state = self.command(), self._state
        if state is None or command is None:
            self.preview.say(tr("Name the paragraph or item: its label, or a few of its words."))
            return
        if self.preview.show_trial(state, self._seq, command).late is not None:
            self._show_late(late=True)
        # once the sentence and the warnings have their room
        QTimer.singleShot(0, self, self._show_what_is_written)

    def _show_late(self, *, late: bool) -> None:
        self.late = late
        self.rows["late"].setVisible(late)

    def attempt(self) -> None:
        """Ask for the amendment, or say that its place is not known."""
        self.clear_problems()
        command = self.command()
        if command is None:
            self.rows["node"].set_problem(tr("There is no such place in the text."))
            self.node_field.setFocus()
            self.bring_into_sight(self.rows["node"], self.rows["node"])
            return
        self.asked.emit(command)

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal beside the field that it concerns; false if it concerns none."""
        name = ROW_OF_RULE.get(refusal.rule)
        if name is None:
            return False
        if refusal.rule == LATE:
            self._show_late(late=True)
        row = self.rows[name]
        if not row.isVisibleTo(self):
            # the field that the rule is about is not asked for by this kind
            row = self.rows["kind"]
        row.set_problem(say(refusal.reason))
        row.field.setFocus()
        self.bring_into_sight(row, row)
        return True

    @property
    def in_group_file(self) -> bool:
        """Whether amendments are prepared here, in a group's file, and not handed in."""
        return self._state is not None and self._state.given is not None

    def _name(self) -> None:
        if self.in_group_file:
            self.set_heading(tr("Prepare an amendment"), tr("Keep the draft"))
        else:
            self.set_heading(tr("Hand in an amendment"), tr("Hand in"))

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        self._name()
        self.name_rows()
        self._show_fields()
        self._fill()
        self.show_preview()
