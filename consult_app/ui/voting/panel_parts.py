"""The widgets of the vote panel, laid out and named; what they do is in ``panel.py``."""

from __future__ import annotations

from typing import Final, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.kept.votes import Method
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton, SegmentedControl
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.parts.lines import BrokenLine, in_line
from consult_app.ui.parts.panels import FormRow
from consult_app.ui.parts.scrolling import scrolled
from consult_app.ui.parts.ticks import BESIDE_BOX, TickBox
from consult_app.ui.voting.ballot_entry import BallotEntry
from consult_app.ui.voting.group_entry import GroupEntry
from consult_app.ui.voting.name_entry import NameEntry
from consult_app.ui.voting.outcome_view import OutcomeView, RecordedView
from consult_app.words import term

METHODS: Final[tuple[Method, ...]] = get_args(Method)
_SHORT: Final[dict[str, str]] = {
    "show_of_hands": N_("Hands"),
    "record_vote": N_("By name"),
    "secret_ballot": N_("Secret"),
}
GROUPS: Final = ("government", "employers", "workers")


class VoteParts(Retranslating, QFrame):
    """Two pages under one title: counting, with the result that it would have at the foot, and what was
    recorded. Of the three entries one is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label("topic")
        self.matter_box = ChoiceBox()
        self.subject = QLineEdit()
        self.subject_row = FormRow(self.subject)
        self.method = SegmentedControl(METHODS)
        self.method.choose("show_of_hands")
        self.groups, self.names, self.ballots = GroupEntry(), NameEntry(), BallotEntry()
        self.weighted = TickBox()
        self.weighted_problem = Label("problem", wrap=True)
        self.requested = ChoiceBox()
        self.requested_row = FormRow(self.requested)
        self.declared = ChoiceBox()
        self.declared_row = FormRow(self.declared)
        self.problem = Label("problem", wrap=True)
        self.outcome = OutcomeView()
        self.recorded = RecordedView()
        self.record_button, self.leave_button = PrimaryButton(), QuietButton()
        self.pages = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(15, 0, 15, 8)
        column.setSpacing(9)
        parts: tuple[QWidget, ...] = (
            self.matter_box, self.subject_row, self.method, self.problem, self.groups, self.names,
            self.ballots, self.weighted, self.weighted_problem, self.requested_row, self.declared_row,
        )  # fmt: skip
        for part in parts:
            if isinstance(part, TickBox):
                column.addLayout(in_line(part, BESIDE_BOX))
            else:
                column.addWidget(part, 10 if part is self.names else 0)
        column.addStretch(1)
        buttons = BrokenLine(6)
        buttons.setContentsMargins(15, 4, 15, 12)
        buttons.add(self.record_button, 1)
        buttons.add(self.leave_button)
        counting = QWidget()
        box = QVBoxLayout(counting)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(scrolled(inside), 1)
        result = QHBoxLayout()
        result.setContentsMargins(15, 2, 15, 4)
        result.addWidget(self.outcome)
        box.addLayout(result)
        box.addWidget(buttons)
        after = QWidget()
        after.setProperty("surface", "panel")
        around = QVBoxLayout(after)
        around.setContentsMargins(15, 0, 15, 12)
        around.addWidget(self.recorded)
        self.pages.addWidget(counting)
        self.pages.addWidget(scrolled(after))
        head = QHBoxLayout()
        head.setContentsMargins(15, 12, 15, 8)
        head.addWidget(self.title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.pages, 1)

    def fill_requested(self, state: State) -> None:
        """Offer the groups of *state* as those who ask for a record vote."""
        self.requested.clear()
        self.requested.addItem(tr("nobody in particular"), "")
        for group in GROUPS:
            mark = state.assembly.groups[group].mark
            self.requested.addItem(
                f"{mark} {state.assembly.name_of(group, Languages.current())}", group
            )  # fmt: skip

    def retranslate(self) -> None:
        """Put every word of the parts anew."""
        language = Languages.current()
        self.title.setText(tr("Vote"))
        self.setAccessibleName(tr("Vote"))
        self.matter_box.setAccessibleName(tr("What is voted on"))
        self.subject_row.set_words(tr("What is voted on"))
        full: dict[str, str] = {each: capitalized(term("method", each, "vote", language)) for each in METHODS}
        self.method.set_words(tr("Method of voting"), {key: tr(short) for key, short in _SHORT.items()}, full)
        self.weighted.setText(tr("The groups have equal weight"))
        self.requested_row.set_words(tr("Asked for by"))
        self.declared_row.set_words(tr("The Chairperson declares"))
        chosen = self.declared.currentIndex()
        self.declared.clear()
        self.declared.addItem(tr("not declared yet"), None)
        for outcome in ("adopted", "rejected"):
            self.declared.addItem(term("outcome", outcome, "vote", language), outcome)
        self.declared.setCurrentIndex(max(0, chosen))
        self.leave_button.set_words(tr("Cancel"), "Esc")
