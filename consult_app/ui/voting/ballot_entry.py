"""An election: ballot papers by candidate, in as many rounds as it takes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consult_app.meetings.kept.votes import Tally, Vote
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.controls import Label, QuietButton
from consult_app.ui.voting.numbers import NumberField

_AT_FIRST = 2


class BallotEntry(Retranslating, QWidget):
    """A line for each candidate with the papers counted; below, invalid papers and abstentions.

    Signals: ``changed()`` with every letter; ``counted()`` on Enter in a number.
    """

    changed = Signal()
    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.candidates: list[tuple[QLineEdit, NumberField]] = []
        self.invalid, self.abstaining = NumberField(), NumberField()
        self.round = 1
        self._round = Label("section")
        self._invalid, self._abstaining = Label(), Label()
        self.more = QuietButton()
        self.more.clicked.connect(self._add_asked)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        others = QGridLayout()
        others.setHorizontalSpacing(6)
        others.setColumnStretch(0, 1)
        for row, (label, field) in enumerate(
            ((self._invalid, self.invalid), (self._abstaining, self.abstaining))
        ):
            label.setBuddy(field)
            others.addWidget(label, row, 0)
            others.addWidget(field, row, 1)
            self._wire(field)
        below = QHBoxLayout()
        below.addWidget(self.more)
        below.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._round)
        box.addLayout(self._grid)
        box.addLayout(below)
        box.addLayout(others)
        for _ in range(_AT_FIRST):
            self._add("")
        self.retranslate()

    def _wire(self, field: NumberField) -> None:
        field.textEdited.connect(self.changed)
        field.counted.connect(self.counted)

    def _add(self, name: str) -> QLineEdit:
        who, papers = QLineEdit(name), NumberField()
        who.textEdited.connect(self.changed)
        self._wire(papers)
        row = len(self.candidates)
        self._grid.addWidget(who, row, 0)
        self._grid.addWidget(papers, row, 1)
        before = self.candidates[-1][1] if self.candidates else self
        self.candidates.append((who, papers))
        for one, other in ((before, who), (who, papers), (papers, self.more)):
            QWidget.setTabOrder(one, other)
        QWidget.setTabOrder(self.more, self.invalid)
        QWidget.setTabOrder(self.invalid, self.abstaining)
        return who

    @Slot()
    def _add_asked(self, _checked: bool = False) -> None:
        self._add("").setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    @property
    def tally(self) -> Tally:
        """The papers by candidate; a line without a name is none."""
        papers = {who.text().strip(): field.value for who, field in self.candidates if who.text().strip()}
        return {"candidates": papers, "invalid": self.invalid.value, "abstaining": self.abstaining.value}

    @property
    def empty(self) -> bool:
        """Whether nothing is counted yet."""
        named = any(who.text().strip() and field.text() for who, field in self.candidates)
        return not named

    def clear(self, names: tuple[str, ...] = ("",) * _AT_FIRST, round_number: int = 1) -> None:
        """Begin a round with these *names*."""
        for who, field in self.candidates:
            for widget in (who, field):
                self._grid.removeWidget(widget)
                widget.setParent(None)
                widget.deleteLater()
        self.candidates = []
        for name in names:
            self._add(name)
        self.invalid.clear()
        self.abstaining.clear()
        self.round = round_number
        self.retranslate()

    def next_round(self, vote: Vote) -> None:
        """Begin the round after *vote*, with those who go into it."""
        self.clear(vote.winners, self.round + 1)

    def first_field(self) -> QWidget:
        """Where counting begins: the first line without a name, else the first number."""
        unnamed = next((who for who, _ in self.candidates if not who.text()), None)
        return unnamed or self.candidates[0][1]

    def retranslate(self) -> None:
        """Put the words anew."""
        self.setAccessibleName(tr("Ballot papers by candidate"))
        self._round.setText(tr("Round {n}", n=self.round))
        self.more.set_words(tr("Another candidate"))
        self._invalid.setText(tr("Invalid papers"))
        self._abstaining.setText(tr("Abstentions"))
        for label, field in ((self._invalid, self.invalid), (self._abstaining, self.abstaining)):
            field.setAccessibleName(label.text())
        for place, (who, field) in enumerate(self.candidates, start=1):
            who.setPlaceholderText(tr("Candidate {n}", n=place))
            who.setAccessibleName(tr("Candidate {n}", n=place))
            field.setAccessibleName(tr("Papers for candidate {n}", n=place))
