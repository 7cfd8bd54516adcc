"""The rules of the meeting: every rule in words, its source, and how it differs from the preset.

What is changed stands in the fields until it is set, in one row with its reason; another preset may be
taken whole, and is looked through before it is set.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from consult_app.desk import Refusal
from consult_app.journal.jottings import Scratch
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.kept.rules import PRESETS, Rules
from consult_app.meetings.reasons import BadRules, Message
from consult_app.meetings.setting_up.rule_setting import SetRules
from consult_app.presets import preset
from consult_app.ui.language import Languages, Retranslating, say, tr, tr_n
from consult_app.ui.leaving import Leaving
from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import hold
from consult_app.ui.meeting import rules_kept
from consult_app.ui.meeting.rule_editors import ChoiceEditor
from consult_app.ui.meeting.rule_kinds import RuleField, plain, source_of, value_of
from consult_app.ui.meeting.rule_rows import RuleRow, SectionCard
from consult_app.ui.meeting.rules_words import SECTIONS
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.panels import IconSign

_TWO_COLUMNS: Final = 900
"""From this width on the sections stand in two columns."""


class RulesPanel(Retranslating, QWidget):
    """Signals: ``asked(SetRules)`` when what was changed is to be set."""

    what = rules_kept.WHAT
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._held = Rules()
        self._votes = 0
        self._taken = ""
        self._columns = 0
        self._begun = False
        self._shipped, self._damaged = _readable()
        self.name = Label("heading", wrap=True)
        self.standing = Label("dim", wrap=True)
        self.presets = ChoiceEditor(
            RuleField("preset", "", choices=tuple((name, name) for name in self._shipped))
        )
        self.take = QuietButton()
        self.cards = {section.key: SectionCard(section) for section in SECTIONS}
        self.changed_words = Label("strong")
        self.reason = QLineEdit()
        self.keep, self.back = PrimaryButton(), QuietButton()
        self.problem = Label("problem", wrap=True)
        self._foot = QFrame()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        # before the first resizing: a card of no parent would outlive the panel
        self._place_cards(1)
        for card in self.cards.values():
            card.changed.connect(self._look)
        self.take.clicked.connect(self._take)
        self.keep.clicked.connect(self.attempt)
        self.back.clicked.connect(self.give_up)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.name)
        said.addWidget(self.standing)
        head.addLayout(said, 1)
        hold(self.presets, wide=270)
        head.addWidget(self.presets, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setProperty("surface", "clear")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(18, 0, 18, 16)
        columns.setSpacing(14)
        for column in (self._left, self._right):
            column.setSpacing(12)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._foot.setProperty("role", "footer")
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(18, 8, 18, 10)
        foot.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconSign("info", "accent", 16))
        row.addWidget(self.changed_words)
        for widget, stretch in ((self.reason, 1), (self.back, 0), (self.keep, 0)):
            row.addWidget(widget, stretch)
        foot.addLayout(row)
        foot.addWidget(self.problem)
        self._foot.hide()
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        above = QVBoxLayout()
        above.setContentsMargins(18, 0, 18, 0)
        above.addLayout(head)
        column.addLayout(above)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)

    def show_assembly(self, assembly: Assembly) -> None:
        """Show the rules of *assembly*; what was changed here and not set yet stays."""
        self._held, self._votes = assembly.meeting.rules, len(assembly.votes)
        for card in self.cards.values():
            card.show_rules(self._held, self._preset, None if self._begun else self._held)
        if not self._taken:
            self.presets.show_value(self._base)
        self._begun = True
        self._say()
        self._look()

    def give_up(self) -> None:
        """Put back what is recorded; what was typed can be brought back."""
        Leaving.say()
        self.put_back()

    def put_back(self) -> None:
        """Give up what was changed and show the rules as they are recorded."""
        self._taken = ""
        self.reason.clear()
        self.presets.show_value(self._base)
        for card in self.cards.values():
            card.show_rules(self._held, self._preset, self._held)
        self._say()
        self._look()

    @property
    def _base(self) -> str:
        """The name of the preset that the rules are measured by."""
        named = self._taken or self._held.based_on or self._held.id
        return named if named in self._shipped else next(iter(self._shipped), "")

    @property
    def _preset(self) -> Rules:
        return self._shipped.get(self._base, self._held)

    @property
    def _other(self) -> bool:
        return bool(self._taken) and self._taken != self._held.id

    def row(self, path: str) -> RuleRow:
        """Return the row of the rule *path*. Raises KeyError."""
        return next(card.rows[path] for card in self.cards.values() if path in card.rows)

    @property
    def first_focus(self) -> QWidget:
        """The first of the rules."""
        first = next(iter(next(iter(self.cards.values())).rows.values()))
        return first.editor.focusProxy() or first.editor

    def _take(self) -> None:
        self._taken = str(self.presets.value)
        chosen = self._preset
        for card in self.cards.values():
            card.show_rules(self._held, chosen, chosen)
        self._say()
        self._look()
        self.reason.setFocus()

    @property
    def pending(self) -> int:
        """How many rules are not set yet."""
        return sum(card.pending for card in self.cards.values())

    def command(self) -> SetRules | None:
        """Return the Command for what was changed; None where nothing was."""
        if not self.pending and not self._other:
            return None
        start = self._preset if self._taken else self._held
        changes: dict[str, Any] = {}
        for card in self.cards.values():
            self._add_changes(changes, card, start)
        return SetRules(preset=self._taken, changes=changes, reason=self.reason.text().strip())

    def _add_changes(self, changes: dict[str, Any], card: SectionCard, start: Rules) -> None:
        """Add what *card* says otherwise than *start*; a section as in the preset has its source again."""
        said: dict[str, Any] = {}
        for path, row in card.rows.items():
            if row.value != value_of(start, path):
                said |= plain(row.field, row.value)
        shown, before = card.shown_source(), source_of(start, card.section)
        as_preset = not any(row.differs for row in card.rows.values())
        source: dict[str, Any] = {}
        if (shown.basis, shown.verified) != (before.basis, before.verified):
            source = {"basis": shown.basis, "verified": shown.verified, "doubtful": list(shown.doubtful)}
        elif said and as_preset:
            of_preset = source_of(self._preset, card.section)
            source = {
                "basis": of_preset.basis,
                "verified": of_preset.verified,
                "doubtful": list(of_preset.doubtful),
            }
        for path, value in said.items():
            section, _, name = path.rpartition(".")
            if section:
                changes.setdefault(section, {})[name] = value
            else:
                changes[name] = value
        if source and card.section.source:
            changes.setdefault(card.section.source, {}).update(source)

    @property
    def held(self) -> Rules:
        """The rules in force."""
        return self._held

    def begin_with(self, taken: str) -> Rules:
        """Begin with the preset *taken* (a name), or where there is none with the rules in force; returns
        what stands in the editors then."""
        self._taken = taken if taken in self._shipped else ""
        start = self._preset if self._taken else self._held
        for card in self.cards.values():
            card.show_rules(self._held, self._preset, start)
        self._say()
        self._look()
        return start

    def unrecorded(self) -> Scratch | None:
        """What was changed here and not set yet; None for nothing."""
        return rules_kept.written(self)

    def take_up_found(self, found: Scratch) -> bool:
        """Go on with changes that were found; false where the rules in force were set since."""
        same = rules_kept.take_up(self, found)
        self._look()
        return same

    def attempt(self) -> None:
        """Ask for what was changed to be set."""
        command = self.command()
        if command is not None:
            self.asked.emit(command)

    def kept(self) -> None:
        """The rules were set: nothing is left in the fields that is not recorded."""
        self.put_back()

    def refused(self, refusal: Refusal) -> bool:
        """Say what is wrong beside the rule that it is about, with the rule in words."""
        about = str(refusal.reason.values.get("field", ""))
        for card in self.cards.values():
            for path, row in card.rows.items():
                if about and about in path.split():
                    named = {**refusal.reason.values, "field": tr(row.field.words)}
                    row.set_problem(say(Message(refusal.reason.msgid, named)))
                    self._scroll.ensureWidgetVisible(row)
                    row.editor.setFocus()
                    return True
        self.problem.setText(say(refusal.reason))
        self.problem.show()
        return True

    def _look(self) -> None:
        pending = self.pending
        self._foot.setVisible(bool(pending) or self._other)
        count = tr_n("{n} rule changed", "{n} rules changed", pending)
        self.changed_words.setText(count if pending else tr("Another preset"))
        self.problem.hide()
        differ = sum(row.differs for card in self.cards.values() for row in card.rows.values())
        said = [
            tr_n("{n} rule differs from the preset.", "{n} rules differ from the preset.", differ)
            if differ
            else tr("As in the preset.")
        ]
        unsure = sum(
            bool(card.section.source) and not card.verified.isChecked() for card in self.cards.values()
        )
        if unsure:
            said.append(
                tr_n(
                    "The source of {n} section is to be verified by the legal adviser.",
                    "The sources of {n} sections are to be verified by the legal adviser.",
                    unsure,
                )
            )
        if self._votes:
            said.append(
                tr_n(
                    "{n} vote was taken under these rules and stands as it was taken.",
                    "{n} votes were taken under these rules and stand as they were taken.",
                    self._votes,
                )
            )
        said += [say(fault) for fault in self._damaged]
        self.standing.setText(" ".join(said))

    def _say(self) -> None:
        rules = self._preset if self._taken else self._held
        self.name.setText(_label(rules))

    def retranslate(self) -> None:
        """Set every word anew; what is changed stays."""
        self.setAccessibleName(tr("Rules"))
        self.presets.set_words(tr("Preset of the rules"))
        for at, rules in enumerate(self._shipped.values()):
            self.presets.box.setItemText(at, _label(rules))
        self.take.set_words(tr("Take this preset"))
        self.reason.setPlaceholderText(tr("Reason, for instance: decided at the first sitting"))
        self.reason.setAccessibleName(tr("Reason for the change of the rules"))
        self.keep.set_words(tr("Set the rules"), "Ctrl+Return")
        self.back.set_words(tr("Give up"), "Esc")
        for card in self.cards.values():
            card.retranslate()
        self._say()
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: one column or two."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= fonts.pixels(_TWO_COLUMNS) else 1
        if columns != self._columns:
            self._place_cards(columns)

    def _place_cards(self, columns: int) -> None:
        self._columns = columns
        half = 5 if columns == 2 else len(self.cards)
        for place, card in enumerate(self.cards.values()):
            for column in (self._left, self._right):
                # not takeAt: the item that it gives away would live on and be the one that Qt tells when the
                # card needs another height, and the item in use would keep the heights of the scale before
                column.removeWidget(card)
            column = self._left if place < half else self._right
            column.insertWidget(column.count() - 1, card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc gives up what was changed, Enter in the reason sets it."""
        if event.key() == Qt.Key.Key_Escape and not self._foot.isHidden():
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.reason.hasFocus():
            self.attempt()
        else:
            super().keyPressEvent(event)


def _readable() -> tuple[dict[str, Rules], list[Message]]:
    """The presets that can be read, and what is wrong with the others."""
    found, damaged = {}, []
    for name in PRESETS:
        try:
            found[name] = preset(name)
        except BadRules as fault:
            damaged.append(fault.message)
    return found, damaged


def _label(rules: Rules) -> str:
    return rules.label.get(Languages.current()) or next(iter(rules.label.values()), rules.id)
