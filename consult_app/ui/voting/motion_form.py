"""Motions as to procedure and points of order: who moved what, who seconded it, what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from consult_app.desk import Refusal
from consult_app.meetings.acts import Command
from consult_app.meetings.proceedings.motions import DecideMotion, RecordMotion, SecondMotion
from consult_app.state import State
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import Languages, say, tr
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.speakers.who_field import WhoField
from consult_app.ui.voting.matters import MOTION_KINDS, motion_words, open_motions
from consult_app.words import term

_OUTCOMES: Final = ("carried", "lost", "withdrawn", "not_seconded")
_RULINGS: Final = ("upheld", "not_upheld", "withdrawn")
_VOTE: Final = "vote"


class MotionForm(SideForm):
    """The form; a motion that is open can be chosen in it and gone on with.

    Signals: ``asked(command)``; ``vote_asked(motion)`` with its number, to count a vote on an open motion.
    """

    asked = Signal(object)
    vote_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self.motion, self.kind, self.outcome = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.by, self.seconder = WhoField(keeps=True), WhoField(keeps=True)
        self.on, self.ruling = QLineEdit(), QLineEdit()
        #: the vote is counted once the motion has been recorded
        self.then_vote = False
        for name, field in (
            ("motion", self.motion),
            ("kind", self.kind),
            ("by", self.by),
            ("on", self.on),
            ("seconder", self.seconder),
            ("outcome", self.outcome),
            ("ruling", self.ruling),
        ):
            self.add_row(name, field)
        self.column.addStretch(1)
        self.kind.activated.connect(self._fit)
        self.motion.activated.connect(self._fit)
        for who in (self.by, self.seconder):
            who.unknown.connect(self._unknown)
        self.retranslate()

    def begin(self, state: State) -> None:
        """Take a new motion, or one of the open motions of *state*."""
        self._state = state
        self.then_vote = False
        self.motion.clear()
        self.motion.addItem(tr("New motion"), "")
        for motion in open_motions(state):
            self.motion.addItem(motion_words(motion), motion.id)
        for who in (self.by, self.seconder):
            who.show_assembly(state.assembly)
            who.clear()
        self.on.clear()
        self.ruling.clear()
        self.clear_problems()
        self._fit()

    @property
    def chosen(self) -> str:
        """The id of the open motion that is gone on with, "" for a new one."""
        return str(self.motion.currentData() or "")

    @property
    def _symbol(self) -> str:
        """The number of the motion that is gone on with."""
        return self._state.assembly.motions[self.chosen].symbol if self._state is not None else ""

    def written(self) -> str:
        """The words that were written into the form so far."""
        return "\n".join(words for words in (self.on.text().strip(), self.ruling.text().strip()) if words)

    def filled_in(self) -> dict[str, str]:
        """What is filled in, as :meth:`take_up` takes it."""
        filled = {"motion": self.chosen, "kind": self._kind_now}
        for name, who in (("by", self.by), ("seconder", self.seconder)):
            filled[name] = who.taken.who if who.taken is not None else ""
        return filled | {"on": self.on.text(), "ruling": self.ruling.text()}

    def take_up(self, filled: Mapping[str, Any]) -> None:
        """Fill in what was left unsaved; what is not offered any more is left as it is."""
        for name, box in (("motion", self.motion), ("kind", self.kind)):
            at = box.findData(filled.get(name))
            box.setCurrentIndex(max(0, at))
        for name, who in (("by", self.by), ("seconder", self.seconder)):
            if filled.get(name):
                who.take_id(str(filled[name]))
        self.on.setText(str(filled.get("on", "")))
        self.ruling.setText(str(filled.get("ruling", "")))
        self._fit()
        self.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the first field."""
        (self.motion if self.motion.count() > 1 else self.kind).setFocus()

    @property
    def _kind_now(self) -> str:
        if self.chosen and self._state is not None:
            return self._state.assembly.motions[self.chosen].kind
        return str(self.kind.currentData() or "")

    @Slot()
    def _fit(self, _at: int = 0) -> None:
        """Show the rows that the motion at hand needs."""
        point, new = self._kind_now == "point_of_order", not self.chosen
        seconded = bool(self.chosen and self._state and self._state.assembly.motions[self.chosen].seconded_by)
        self.rows["motion"].setVisible(self.motion.count() > 1)
        for name in ("kind", "by", "on"):
            self.rows[name].setVisible(new)
        self.rows["seconder"].setVisible(not point and not seconded)
        self.rows["ruling"].setVisible(point)
        kept = self.outcome.currentData()
        self.outcome.clear()
        self.outcome.addItem(tr("not decided yet"), "")
        for outcome in _RULINGS if point else _OUTCOMES:
            self.outcome.addItem(term("state", outcome, "motion", Languages.current()), outcome)
        if not point:
            self.outcome.addItem(tr("by a vote…"), _VOTE)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(kept)))

    def attempt(self) -> None:
        """Ask for the command that records what is filled in."""
        self.clear_problems()
        outcome = str(self.outcome.currentData() or "")
        vote = outcome == _VOTE
        if self.chosen:
            self._go_on(outcome, vote)
            return
        by = self._who(self.by, "by")
        seconder = self._who(self.seconder, "seconder")
        if not by:
            self._wrong("by", tr("Say who moves it."), self.by)
            return
        if seconder is None:
            return
        self.then_vote = vote
        self.asked.emit(
            RecordMotion(
                kind=self._kind_now,  # type: ignore[arg-type]
                by=by,
                seconded_by=seconder,
                on=self.on.text(),
                outcome=None if vote or not outcome else outcome,  # type: ignore[arg-type]
                ruling=self.ruling.text() if self._kind_now == "point_of_order" else "",
            )
        )

    def _go_on(self, outcome: str, vote: bool) -> None:
        """Second the open motion at hand, put it to the vote, or say what became of it."""
        seconder = self._who(self.seconder, "seconder")
        if seconder is None:
            return
        self.then_vote = vote
        command: Command = DecideMotion(
            motion=self._symbol,
            outcome=outcome or None,  # type: ignore[arg-type]
            ruling=self.ruling.text(),
        )
        if seconder:
            command = SecondMotion(motion=self._symbol, by=seconder)
        elif vote:
            self.vote_asked.emit(self._symbol)
            return
        self.asked.emit(command)

    def _who(self, field: WhoField, row: str) -> str | None:
        """Who stands in *field*: "" where nothing is typed, None where nobody is meant."""
        if field.taken is None and field.line.text().strip():
            field.take()
        if field.taken is not None:
            return field.taken.who
        if field.line.text().strip():
            self._wrong(
                row, tr("“{who}” is nobody on the list of participants.", who=field.line.text()), field
            )
            return None
        return ""

    @Slot(str)
    def _unknown(self, words: str) -> None:
        row = "by" if self.sender() is self.by else "seconder"
        self.rows[row].set_problem(tr("“{who}” is nobody on the list of participants.", who=words))

    def _wrong(self, row: str, words: str, field: QWidget) -> None:
        self.rows[row].set_problem(words)
        field.setFocus()

    def show_refusal(self, refusal: Refusal) -> bool:
        """Say the refusal at the field that it is about; false where there is none for it."""
        row = {"motion_seconder": "seconder", "unknown_actor": "by"}.get(refusal.rule, "outcome")
        if self.rows[row].isHidden():
            return False
        self.rows[row].set_problem(say(refusal.reason))
        self.rows[row].field.setFocus()
        return True

    def retranslate(self) -> None:
        """Put every word of the form anew."""
        self.set_heading(tr("Motion or point of order"), tr("Record"))
        self.rows["motion"].set_words(tr("Motion"))
        self.rows["kind"].set_words(tr("Kind of motion"))
        self.rows["by"].set_words(tr("Moved by"))
        self.by.set_words(tr("A few letters of the name, Enter"))
        self.rows["on"].set_words(tr("About"))
        self.rows["seconder"].set_words(tr("Seconded by"))
        self.seconder.set_words(tr("A few letters of the name, Enter"))
        self.rows["outcome"].set_words(tr("What became of it"))
        self.rows["ruling"].set_words(tr("The Chairperson’s ruling"))
        kept = self.kind.currentData()
        self.kind.clear()
        for kind, words in MOTION_KINDS.items():
            self.kind.addItem(tr(words), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept)))
        self._fit()
