"""Counting by group: nine small numbers, for, against and abstaining in each of the three groups."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from consult_app.meetings.kept.votes import CHOICES, Tally
from consult_app.meetings.reasons import N_
from consult_app.meetings.voting.composition import composition, weights_of
from consult_app.state import State
from consult_app.ui.belonging import MAIN_GROUPS, SHORT_GROUPS, mark_of, name_of
from consult_app.ui.language import Languages, Retranslating, tr, tr_n
from consult_app.ui.parts.controls import Label
from consult_app.ui.text.ink import Ink, InkLabel, look_of
from consult_app.ui.voting.numbers import NumberField

_GAP: Final = 6
_BETWEEN: Final = 5
"""Under what is said of a group, so that it is read with the group and not with the next."""
CHOICE_WORDS: Final[dict[str, str]] = {
    "for": N_("For"),
    "against": N_("Against"),
    "abstaining": N_("Abstaining"),
}


class GroupEntry(Retranslating, QWidget):
    """The grid. Tab goes by row; ``fields`` is by group and choice.

    Signals: ``changed()`` with every digit; ``counted()`` on Enter.
    """

    changed = Signal()
    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[tuple[str, str], NumberField] = {}
        self._heads = [Label("section") for _ in CHOICES]
        self._names = {group: InkLabel("strong") for group in MAIN_GROUPS}
        self._facts = {group: Label("small", wrap=True) for group in MAIN_GROUPS}
        self._state: State | None = None
        self._pair = ("", "")
        self._over: bool | None = None
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(2)
        for head in self._heads:
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
        for place, group in enumerate(MAIN_GROUPS):
            self._facts[group].setContentsMargins(0, 0, 0, _BETWEEN)
            for choice in CHOICES:
                field = NumberField()
                field.textEdited.connect(self.changed)
                field.counted.connect(self.counted)
                field.step_asked.connect(partial(self._step, place, choice))
                self.fields[group, choice] = field
        self._place(over=False)
        self.retranslate()

    def _place(self, *, over: bool) -> None:
        """Set each group beside its numbers, or where there is no room for that *over* them."""
        if over == self._over:
            return
        self._over, grid = over, self._grid
        for column, head in enumerate(self._heads, start=not over):
            grid.addWidget(head, 0, column)
        # by row: in that order Tab comes to them
        for place, (group, name) in enumerate(self._names.items()):
            grid.addWidget(name, 3 * place + (1 if over else 2), 0, 1, 3 if over else 1)
            grid.addWidget(self._facts[group], 3 * place + 3, 0, 1, 3 if over else 4)
            for column, choice in enumerate(CHOICES, start=not over):
                grid.addWidget(self.fields[group, choice], 3 * place + 2, column)
        for column in range(4):
            grid.setColumnStretch(column, int(column < 3) if over else int(column == 0))

    def _least(self) -> int:
        """The width of the three columns of numbers."""
        fields = (self.fields[MAIN_GROUPS[0], choice].minimumWidth() for choice in CHOICES)
        heads = (head.sizeHint().width() for head in self._heads)
        return sum(max(both) for both in zip(fields, heads, strict=True)) + 2 * _GAP

    def minimumSizeHint(self) -> QSize:
        """Qt's override: where it is narrow the groups stand over their numbers."""
        facts = max(fact.minimumSizeHint().width() for fact in self._facts.values())
        return QSize(max(self._least(), facts), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override."""
        super().resizeEvent(event)
        names = max(name.sizeHint().width() for name in self._names.values())
        self._place(over=self.width() < names + _GAP + self._least())

    def show_state(self, state: State) -> None:
        """Say who is entitled to vote in *state*, and what a vote weighs."""
        self._state = state
        self.retranslate()

    def show_pair(self, one: str, other: str) -> None:
        """Call for and against by the numbers of two amendments; both "" for a plain vote."""
        self._pair = (one, other)
        self.retranslate()

    @property
    def tally(self) -> Tally:
        """The count by group: an empty field is none."""
        return {group: tuple(self.fields[group, choice].value for choice in CHOICES) for group in MAIN_GROUPS}

    @property
    def empty(self) -> bool:
        """Whether nothing is typed yet."""
        return not any(field.text() for field in self.fields.values())

    def clear(self) -> None:
        """Empty every field."""
        for field in self.fields.values():
            field.clear()
        self.set_problem("", "")

    def first_field(self) -> NumberField:
        """Where counting begins."""
        return self.fields[MAIN_GROUPS[0], CHOICES[0]]

    def set_problem(self, group: str, words: str) -> None:
        """Say under the row of *group* what is wrong there; "" takes every remark away."""
        for (name, _choice), field in self.fields.items():
            field.set_problem(words if name == group else "")
        self.retranslate()
        if group in self._facts:
            fact = self._facts[group]
            fact.setText(words)
            fact.setProperty("tone", "error")
            fact.style().polish(fact)

    @Slot(int)
    def _step(self, place: int, choice: str, by: int) -> None:
        to = min(max(0, place + by), len(MAIN_GROUPS) - 1)
        self.fields[MAIN_GROUPS[to], choice].setFocus()

    def retranslate(self) -> None:
        """Put the words of heads, groups and facts anew."""
        self.setAccessibleName(tr("Count by group"))
        heads = [tr(CHOICE_WORDS[choice]) for choice in CHOICES]
        if self._pair[0]:
            heads[:2] = self._pair
        for label, words in zip(self._heads, heads, strict=True):
            label.setText(words)
        for group in MAIN_GROUPS:
            name = tr(SHORT_GROUPS[group])
            for choice, head in zip(CHOICES, heads, strict=True):
                self.fields[group, choice].setAccessibleName(f"{name}, {head}")
            self._say_group(group, name)

    def _say_group(self, group: str, name: str) -> None:
        fact = self._facts[group]
        fact.setProperty("tone", "")
        fact.style().polish(fact)
        state = self._state
        if state is None:
            return
        assembly = state.assembly
        look = look_of(assembly, group)
        self._names[group].show_inks(Ink(f"{mark_of(assembly, group)} {name}", look, strong=True))
        self._names[group].setToolTip(name_of(assembly, group))
        now = composition(assembly)
        weight = weights_of(assembly, now).get(group, 1)
        words = tr_n("{n} member entitled to vote", "{n} members entitled to vote", now.entitled[group])
        if weight != 1:
            words = tr_n(
                "{n} member entitled to vote, {weight} votes",
                "{n} members entitled to vote, {weight} votes each",
                now.entitled[group],
                weight=figure(weight),
            )
        fact.setText(words)


def figure(number: int) -> str:
    """A number as it is written in the window's language."""
    return Languages.locale().toString(number)
