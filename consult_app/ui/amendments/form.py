"""The form that hands an amendment in: who, where, what; below it the change as it will be read."""

from __future__ import annotations

from html import escape

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QVBoxLayout

from consult_app.desk import Refusal
from consult_app.drafting.amendments import needs_seconder
from consult_app.drafting.nodes import Text, seen
from consult_app.drafting.numbering import labels
from consult_app.drafting.submission import SubmitAmendment
from consult_app.drafting.wording import words
from consult_app.meetings.acts import Context
from consult_app.meetings.reasons import N_, NeedsConfirmation, Refused
from consult_app.state import State, decide
from consult_app.ui import fonts
from consult_app.ui.amendments.details import Passage, sentences
from consult_app.ui.amendments.words import change_html, the_text
from consult_app.ui.belonging import mark_of, name_of, tone_of
from consult_app.ui.controls import Label, SectionTitle, SegmentedControl
from consult_app.ui.fields import ChoiceBox
from consult_app.ui.language import NAMES, Languages, say, tr
from consult_app.ui.panels import Card
from consult_app.ui.participant_form import groups_in_order
from consult_app.ui.side_form import SideForm
from consult_app.ui.theme import Theme

KINDS: dict[str, tuple[str, str, str]] = {
    "replace": (N_("Replace the wording"), "replace", ""),
    "after": (N_("Insert after it"), "insert_after", ""),
    "under": (N_("Insert an item under it"), "insert_after", "item"),
    "before": (N_("Insert before it"), "insert_before", ""),
    "delete": (N_("Delete it"), "delete", ""),
}
"""What may be proposed: the words to choose by, the kind of the command, and the kind of the new node."""

_PAUSE = 150


class AmendmentForm(SideForm):
    """Hand in an amendment. Signals: ``asked(SubmitAmendment)``."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._seq = 0
        self._prefilled = ""
        self.by_field = ChoiceBox()
        self.node_field = ChoiceBox()
        self.node_field.setEditable(True)
        self.node_field.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        self.kind_field = ChoiceBox()
        self.language_field = SegmentedControl(NAMES)
        self.words_field = QPlainTextEdit()
        self.why_field = QPlainTextEdit()
        self.seconder_field = ChoiceBox()
        for editor in (self.words_field, self.why_field):
            editor.setTabChangesFocus(True)
        self.words_field.setFixedHeight(fonts.pixels(108))
        self.why_field.setFixedHeight(fonts.pixels(52))
        self._preview_title = SectionTitle()
        self.sentence = Passage()
        self.tracked = Passage()
        self.remark = Label("small", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.add_row("by", self.by_field)
        self.add_row("seconder", self.seconder_field)
        self.add_row("node", self.node_field)
        self.add_row("kind", self.kind_field)
        self.add_row("words", self.words_field)
        self.column.insertWidget(4, self.language_field)
        preview = Card()
        inner = _column(preview)
        for widget in (self._preview_title, self.sentence, self.tracked, self.remark):
            inner.addWidget(widget)
        self.column.addWidget(preview)
        self.add_row("why", self.why_field)
        self.column.addStretch(1)
        completer = QCompleter(self.node_field.model(), self.node_field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.node_field.setCompleter(completer)

    def _connect(self) -> None:
        self.by_field.currentIndexChanged.connect(self._author_changed)
        self.node_field.currentTextChanged.connect(self._place_changed)
        self.kind_field.currentIndexChanged.connect(self._place_changed)
        self.language_field.chosen.connect(self._place_changed)
        self.words_field.textChanged.connect(self._pause.start)
        Theme.instance().changed.connect(self.show_preview)
        self._pause.timeout.connect(self.show_preview)

    # what is offered

    def offer(self, state: State, seq: int) -> None:
        """Offer the people and nodes of *state*, which stands after row *seq*; what is chosen stays."""
        self._state, self._seq = state, seq
        self._fill()
        self.show_preview()

    def clear(self) -> None:
        """Empty the form for the next amendment; the author and the place stay at hand."""
        self.why_field.clear()
        self.kind_field.setCurrentIndex(0)
        self.clear_problems()
        self._prefilled = self.words_field.toPlainText()
        self._place_changed()

    def aim_at(self, node: str) -> None:
        """Begin with the node with this id."""
        at = self.node_field.findData(node)
        if at >= 0:
            self.node_field.setCurrentIndex(at)

    def _fill(self) -> None:
        state = self._state
        if state is None:
            return
        assembly = state.assembly
        people = sorted(assembly.participants.values(), key=lambda p: p.name.casefold())
        actors = [*groups_in_order(assembly), *(person.id for person in people)]
        said = [(f"{mark_of(assembly, who)} {name_of(assembly, who)}", who) for who in actors]
        _refill(self.by_field, said)
        _refill(self.seconder_field, [(tr("nobody yet"), ""), *said])
        text = the_text(state.drafting)
        if text is not None:
            self._fill_nodes(text, assembly.meeting.rules.numbering)
            languages = text.languages or tuple(NAMES)
            for code in NAMES:
                self.language_field.button(code).setEnabled(code in languages)
            if not self.language_field.selection:
                preferred = Languages.current()
                self.language_field.choose(preferred if preferred in languages else languages[0])
        self._author_changed()

    def _fill_nodes(self, text: Text, style: str) -> None:
        """Offer the nodes; one that was named by its label stays named, and so does what is half typed."""
        field, named, typed = self.node_field, self.node, self.node_field.currentText()
        _refill(field, _node_lines(text, style, Languages.current()))
        field.blockSignals(True)
        at = field.findData(named)
        if at >= 0:
            field.setCurrentIndex(at)
        elif typed:
            field.setEditText(typed)
        field.blockSignals(False)

    @property
    def _text(self) -> Text | None:
        return the_text(self._state.drafting) if self._state else None

    @property
    def node(self) -> str:
        """The id of the node that is named: chosen from the list, or its label typed; "" for none."""
        typed = self.node_field.currentText().strip()
        text, state = self._text, self._state
        if text is None or state is None:
            return ""
        at = self.node_field.findText(typed)
        if at >= 0:
            return str(self.node_field.itemData(at))
        named = labels(text.tree, False, state.assembly.meeting.rules.numbering)
        return next((node for node, label in named.items() if label == typed.rstrip(".")), "")

    @property
    def language(self) -> str:
        """The language that the amendment is handed in in."""
        return (self.language_field.selection or ("en",))[0]

    @property
    def kind(self) -> str:
        """The key of :data:`KINDS` that is chosen."""
        return str(self.kind_field.currentData() or "replace")

    # what is filled in

    def _author_changed(self) -> None:
        state = self._state
        alone = state is not None and str(self.by_field.currentData() or "") in state.assembly.participants
        asked = state is not None and state.assembly.meeting.rules.seconding.individual_member
        self.rows["seconder"].setVisible(alone and asked)
        self._pause.start()

    def _place_changed(self) -> None:
        editor = self.node_field.lineEdit()
        if editor is not None and not editor.hasFocus():
            editor.setCursorPosition(0)
        self.rows["node"].set_problem("")
        untouched = self.words_field.toPlainText() in ("", self._prefilled)
        text, node = self._text, self.node
        if untouched and text is not None and (node or self.kind == "delete"):
            standing = text.nodes[node].text(self.language) if node else ""
            self._prefilled = standing if self.kind == "replace" else ""
            self.words_field.setPlainText(self._prefilled)
        self.rows["words"].setVisible(self.kind != "delete")
        self._pause.start()

    def command(self) -> SubmitAmendment | None:
        """Return what is asked for as it stands, None while no node is named."""
        text, node = self._text, self.node
        if text is None or not node:
            return None
        _, kind, node_kind = KINDS[self.kind]
        proposed = self.words_field.toPlainText().strip()
        standing = text.nodes[node].text(self.language)
        asked = {
            "by": str(self.by_field.currentData() or ""),
            "kind": kind,
            "target": node,
            "language": self.language,
            "text": proposed if kind != "delete" else None,
            "node_kind": node_kind or None,
            "seconded_by": self._seconder(),
            "justification": self.why_field.toPlainText().strip(),
            "seen": seen(standing) if kind == "replace" else "",
        }
        return SubmitAmendment(**asked)  # type: ignore[arg-type]

    def _seconder(self) -> str:
        shown = self.rows["seconder"].isVisibleTo(self)
        return str(self.seconder_field.currentData() or "") if shown else ""

    def show_preview(self) -> None:
        """Decide the amendment on trial, and show what it would read like or what is in the way."""
        self._pause.stop()
        command, state = self.command(), self._state
        self.sentence.setText("")
        self.tracked.setText("")
        if state is None or command is None:
            self._say(tr("Name the paragraph or item: its label, or a few of its words."))
            return
        context = Context(self._seq + 1, "2000-01-01T00:00:00.000Z", counters=state.counters)
        try:
            trial = decide(state, msgspec.structs.replace(command, confirm=True), context)
        except Refused as refusal:
            self._say(say(refusal.reason))
            return
        except NeedsConfirmation as question:
            self._say(say(question.why))
            return
        amendment = trial.state.drafting.amendments[trial.answer["id"]]
        self.sentence.setText("<br>".join(escape(line) for line in sentences(trial.state, amendment)))
        tone = tone_of(state.assembly, amendment.by)
        self.tracked.setText(change_html(trial.state, amendment, amendment.language, tone))
        remarks = [say(warning) for warning in trial.warnings]
        if needs_seconder(state.assembly, amendment):
            remarks.append(tr("Moved by a single member: it needs a seconder before it is discussed."))
        self._say(" ".join(remarks))

    def _say(self, remark: str) -> None:
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.tracked.setVisible(bool(self.tracked.text()))

    def attempt(self) -> None:
        """Ask for the amendment, or say that its place is not known."""
        self.clear_problems()
        command = self.command()
        if command is None:
            self.rows["node"].set_problem(tr("There is no such place in the text."))
            self.node_field.setFocus()
            return
        self.asked.emit(command)

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal beside the field that it concerns; false if it concerns none."""
        rows = {
            "words_missing": "words",
            "nothing_changes": "words",
            "empty_wording": "words",
            "one_line": "words",
            "seen": "words",
            "deleted": "node",
            "item_alone": "kind",
            "unknown_actor": "by",
        }
        row = rows.get(refusal.rule)
        if row is None:
            return False
        self.rows[row].set_problem(say(refusal.reason))
        self.rows[row].field.setFocus()
        return True

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        self.set_heading(tr("Hand in an amendment"), tr("Hand in"))
        self.rows["by"].set_words(tr("By"))
        self.rows["seconder"].set_words(tr("Seconded by"))
        self.rows["node"].set_words(tr("To"))
        self.rows["kind"].set_words(tr("What it does"))
        self.rows["words"].set_words(
            tr("Proposed wording"),
            tr("The whole wording as it should read. *italic*, **bold**; further lines are items."),
        )
        self.rows["why"].set_words(tr("Justification"))
        self.language_field.set_words(
            tr("Language"), {code: code.capitalize() for code in NAMES}, dict(NAMES)
        )
        self._preview_title.setText(tr("As it will be read"))
        _refill(self.kind_field, [(tr(said), key) for key, (said, _, _) in KINDS.items()])
        self._fill()
        self.show_preview()


def _column(card: Card) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 10, 12, 10)
    column.setSpacing(5)
    return column


def _refill(field: ChoiceBox, items: list[tuple[str, str]]) -> None:
    """Offer *items* (words, key); the key chosen stays chosen, without a signal."""
    chosen = field.currentData()
    field.blockSignals(True)
    field.clear()
    for said, key in items:
        field.addItem(said, key)
    field.setCurrentIndex(max(0, field.findData(chosen)) if items else -1)
    field.blockSignals(False)


def _node_lines(text: Text, style: str, language: str) -> list[tuple[str, str]]:
    named = labels(text.tree, False, style)
    out = []
    for node in text:
        if not node.deleted and node.id in named:
            said = words(node.text(language) or node.text(node.original))
            out.append((f"{named[node.id]}  {said[:64]}", node.id))
    return out
