"""A section of the rules as a card: each rule with its editor, what it is in the preset, and the source."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consult_app.meetings.kept.rules import FOR_PEOPLE, Rules
from consult_app.ui.language import tr
from consult_app.ui.meeting.rule_editors import RuleEditor, editor_of
from consult_app.ui.meeting.rule_kinds import RuleField, RuleSection, Source, doubtful, source_of, value_of
from consult_app.ui.parts.controls import Button, HairLine, Label, set_property
from consult_app.ui.parts.panels import Card
from consult_app.ui.parts.ticks import TickBox


class RuleRow(QWidget):
    """One rule. Signals: ``changed()`` when a person changed it."""

    changed = Signal()

    def __init__(self, field: RuleField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = Label("", wrap=True)
        self.editor: RuleEditor = editor_of(field, self)
        self._held: Any = self.editor.value
        self._preset: Any = self.editor.value
        self._doubt, self._problem = False, ""
        self.label.setBuddy(self.editor)
        self.note = Label("small", wrap=True)
        self.back = Button("flat")
        self._differs = QWidget()
        below = QHBoxLayout(self._differs)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self.note, 1)
        below.addWidget(self.back)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.editor, 0, 1)
        grid.addWidget(self._differs, 1, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 7)
        grid.setColumnMinimumWidth(0, 1)
        self.editor.changed.connect(self._edited)
        self.back.clicked.connect(self._put_back)

    def show_rule(self, held: Any, preset: Any, *, shown: Any = None, doubt: bool = False) -> None:
        """Show what holds, and what the preset says; *shown* is what is to stand in the editor."""
        self._held, self._preset, self._doubt = held, preset, doubt
        self.editor.show_value(held if shown is None else shown)
        self.set_problem("")

    @property
    def value(self) -> Any:
        """What stands in the editor; where it stands for something else that holds, that."""
        return self.editor.value

    @property
    def pending(self) -> bool:
        """Whether the editor says something else than what holds."""
        return bool(self.editor.value != self._held)

    @property
    def differs(self) -> bool:
        """Whether the editor says something else than the preset."""
        return bool(self.editor.value != self._preset)

    def _edited(self) -> None:
        self.set_problem("")
        self.changed.emit()

    def _put_back(self) -> None:
        self.editor.show_value(self._preset)
        self.editor.setFocus()
        self._edited()

    def set_problem(self, words: str) -> None:
        """Say what is wrong with the rule, else how it differs from the preset."""
        self._problem = words
        self.look()

    @property
    def problem(self) -> str:
        """What is wrong, as shown."""
        return self._problem

    def look(self) -> None:
        """Mark what is not kept yet, and what differs from the preset."""
        set_property(self.label, "role", "strong" if self.pending else "")
        note = self._problem
        if not note and self.differs:
            note = tr("In the preset: {words}", words=self.editor.say(self._preset))
        elif not note and self._doubt:
            note = tr("Only recalled: to be verified by the legal adviser")
        elif not note and self.field.path in FOR_PEOPLE:
            note = tr("Stated here; the program does not apply it")
        set_property(self.note, "role", "problem" if self._problem else "small")
        set_property(self.note, "tone", "warn" if self._doubt and not self.differs else "")
        self.note.setText(note)
        self.back.setVisible(self.differs)
        self._differs.setVisible(bool(note))
        self.editor.set_problem(note)

    def retranslate(self) -> None:
        """Set every word anew."""
        label = tr(self.field.words)
        self.label.setText(label)
        self.editor.set_words(label)
        self.back.set_words(tr("Reset"))
        self.back.setAccessibleName(tr("Reset: {rule}", rule=label))
        self.look()


class SectionCard(Card):
    """The rules of one place with their source. Signals: ``changed()`` when a person changed one of them."""

    changed = Signal()

    def __init__(self, section: RuleSection) -> None:
        super().__init__()
        self.section = section
        self._source = Source()
        self._held, self._preset = Rules(), Rules()
        self.heading = Label("topic")
        # within the card from the start: what gets a parent later is styled anew with all that is in it
        self.rows = {field.path: RuleRow(field, self) for field in section.fields}
        self.basis = QLineEdit()
        self.verified = TickBox()
        self.standing = Label("small", wrap=True)
        self._basis_label = Label("small")
        self._lay_out()
        for row in self.rows.values():
            row.changed.connect(self._edited)
        self.basis.textEdited.connect(self._edited)
        self.verified.clicked.connect(self._edited)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.heading)
        for row in self.rows.values():
            column.addWidget(row)
        if not self.section.source:
            # of no parent they would outlive the card
            for widget in (self.basis, self.verified, self.standing, self._basis_label):
                widget.setParent(self)
                widget.hide()
            return
        column.addWidget(HairLine())
        source = QHBoxLayout()
        source.setSpacing(8)
        self._basis_label.setBuddy(self.basis)
        source.addWidget(self._basis_label)
        source.addWidget(self.basis, 1)
        source.addWidget(self.verified)
        column.addLayout(source)
        column.addWidget(self.standing)

    def show_rules(self, held: Rules, preset: Rules, shown: Rules | None = None) -> None:
        """Show what holds, marked where it differs from *preset*. With *shown* that stands in the editors;
        without it, what a person changed and has not kept yet stays."""
        before, self._held, self._preset = self._held, held, preset
        source, old = source_of(held, self.section), source_of(before, self.section)
        target = source_of(shown or held, self.section)
        if shown is not None or (self.basis.text(), self.verified.isChecked()) == (old.basis, old.verified):
            self.basis.setText(target.basis)
            self.basis.setCursorPosition(0)
            self.verified.setChecked(target.verified)
        self._source = source
        for path, row in self.rows.items():
            is_now = value_of(held, path)
            stays = shown is None and row.value != value_of(before, path)
            value = row.value if stays else value_of(shown or held, path)
            row.show_rule(
                is_now,
                value_of(preset, path),
                shown=value,
                doubt=source.verified and doubtful(self.section, row.field, source),
            )
        self.look()

    def show_changed(self, shown: Rules, *, source: bool) -> None:
        """Put the rules of *shown* into the editors, as if a person had; with their *source*, or without."""
        for path, row in self.rows.items():
            row.editor.show_value(value_of(shown, path))
        if source:
            target = source_of(shown, self.section)
            self.basis.setText(target.basis)
            self.verified.setChecked(target.verified)
        self.look()

    def shown_source(self) -> Source:
        """The source as it stands in the fields; one that a person verified has no doubts left."""
        verified = self.verified.isChecked()
        same = verified and self._source.verified
        return Source(self.basis.text().strip(), verified, self._source.doubtful if same else ())

    @property
    def source_edited(self) -> bool:
        """Whether basis or verification say something else than what holds."""
        shown = self.shown_source()
        return (shown.basis, shown.verified) != (self._source.basis, self._source.verified)

    @property
    def pending(self) -> int:
        """How many things are not kept yet."""
        return sum(row.pending for row in self.rows.values()) + self.source_edited

    def _edited(self) -> None:
        self.look()
        self.changed.emit()

    def look(self) -> None:
        """Show what depends on another rule only where it says something, and how sure the source is."""
        for row in self.rows.values():
            needed = row.field.only_with
            if needed is not None:
                row.setVisible(self.rows[needed[0]].value == needed[1])
            row.look()
        verified = self.verified.isChecked()
        set_property(self.standing, "tone", "" if verified else "warn")
        self.standing.setText(
            tr("Verified at its source") if verified else tr("To be verified by the legal adviser")
        )

    def retranslate(self) -> None:
        """Set every word anew."""
        heading = tr(self.section.words)
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        self._basis_label.setText(tr("Basis"))
        self.basis.setAccessibleName(tr("Basis of the rules: {section}", section=heading))
        self.basis.setPlaceholderText(tr("Article, or a decision of the meeting"))
        self.basis.setToolTip(self.basis.placeholderText())
        self.verified.setText(tr("Verified"))
        self.verified.setAccessibleName(tr("Verified at its source: {section}", section=heading))
        for row in self.rows.values():
            row.retranslate()
        self.look()
