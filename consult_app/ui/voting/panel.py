"""The vote panel: what is voted on and how, the count, what it would come to, and Record.

It stands in the right column of the Table; the room sees nothing of it. Nothing is performed here: the
panel says what is to be recorded, its owner asks the desk and brings the answer back.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from consult_app.meetings.kept.votes import Method, Vote
from consult_app.state import State
from consult_app.ui.language import Languages, say, tr
from consult_app.ui.voting.ballot_entry import BallotEntry
from consult_app.ui.voting.group_entry import GroupEntry
from consult_app.ui.voting.matters import Matter
from consult_app.ui.voting.name_entry import NameEntry
from consult_app.ui.voting.panel_parts import GROUPS, METHODS, VoteParts
from consult_app.ui.voting.saying import said
from consult_app.ui.voting.trial import Foreseen, Paper, foresee
from consult_app.words import term


class VotePanel(VoteParts):
    """The panel. ``paper`` is what would be recorded now, ``foreseen`` what it would come to.

    Signals: ``record_asked()``; ``left()`` when the panel is given up or done with.
    """

    record_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._seq = 0
        self._matters: list[Matter] = []
        self.foreseen = Foreseen()
        self._wire()
        self.retranslate()

    def _wire(self) -> None:
        for entry in (self.groups, self.names, self.ballots):
            entry.changed.connect(self._look)
            entry.counted.connect(self._to_record)
        self.method.chosen.connect(self._method_chosen)
        self.matter_box.activated.connect(self._matter_chosen)
        self.subject.textEdited.connect(self._look)
        self.subject.returnPressed.connect(self._to_count)
        self.weighted.toggled.connect(self._look)
        self.requested.activated.connect(self._look)
        self.declared.activated.connect(self._look)
        self.record_button.clicked.connect(self._record)
        self.leave_button.clicked.connect(self.left)
        self.recorded.left.connect(self.left)
        self.recorded.next_round_asked.connect(self._next_round)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._record)

    # what is shown

    def begin(self, state: State, seq: int, matters: Sequence[Matter], chosen: str = "") -> None:
        """Count a vote on one of *matters* (the first, or the one with the key *chosen*), from nothing."""
        self.fill_requested(state)
        self.groups.clear()
        self.names.clear()
        self.ballots.clear()
        self.subject.clear()
        self.weighted.setChecked(state.assembly.meeting.rules.weighted)
        self.declared.setCurrentIndex(0)
        self.requested.setCurrentIndex(0)
        self._show_matters(matters, chosen)
        methods = state.assembly.meeting.rules.voting.methods
        self.method.choose("show_of_hands" if not methods else _first(methods))
        self.pages.setCurrentIndex(0)
        self.follow(state, seq)
        self._show_entry()

    def follow(self, state: State, seq: int) -> None:
        """Something was decided: who is entitled, and what would follow, may differ."""
        self._state, self._seq = state, seq
        self.groups.show_state(state)
        self.names.show_state(state)
        self._look()

    def _show_matters(self, matters: Sequence[Matter], chosen: str) -> None:
        self._matters = list(matters)
        self.matter_box.clear()
        for matter in self._matters:
            self.matter_box.addItem(matter.words)
        keys = [matter.key for matter in self._matters]
        self.matter_box.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)

    @property
    def matter(self) -> Matter:
        """What is voted on."""
        at = self.matter_box.currentIndex()
        return self._matters[at] if 0 <= at < len(self._matters) else Matter("free")

    @property
    def chosen_method(self) -> Method:
        """How the vote is taken; an election of papers is secret unless something else is chosen."""
        found = self.method.selection
        return next((method for method in METHODS if method in found), "show_of_hands")

    @property
    def entry(self) -> GroupEntry | NameEntry | BallotEntry:
        """Where it is counted: papers in an election, names in a record vote, else by group."""
        if self.matter.kind == "election":
            return self.ballots
        return self.names if self.chosen_method == "record_vote" else self.groups

    @property
    def unfinished(self) -> bool:
        """Whether something is counted that is not recorded."""
        return self.pages.currentIndex() == 0 and not self.entry.empty

    @property
    def counting(self) -> bool:
        """Whether a vote is being counted, and not a recorded one shown."""
        return self.pages.currentIndex() == 0

    def show_counted(self) -> None:
        """Show what was put into the fields, and what it comes to."""
        self._show_entry()
        self.take_focus()

    @property
    def paper(self) -> Paper:
        """What would be recorded now."""
        rules = self._state.assembly.meeting.rules if self._state is not None else None
        election = self.matter.kind == "election"
        weighted = self.weighted.isChecked()
        usual = rules is None or weighted == rules.weighted
        asked = str(self.requested.currentData() or "") if self.chosen_method == "record_vote" else ""
        return Paper(
            self.matter,
            self.chosen_method,
            self.entry.tally,
            " ".join(self.subject.text().split()),
            None if election or usual else weighted,
            self.declared.currentData() or None if not self.declared_row.isHidden() else None,
            (asked,) if asked else (),
        )

    @Slot()
    def _look(self, *_anything: object) -> None:
        """Count what stands in the fields, and say what it comes to."""
        if self._state is None:
            return
        self.foreseen = foresee(self._state, self._seq, self.paper)
        self._say()

    def _say(self) -> None:
        found, empty = self.foreseen, self.entry.empty
        reason = say(found.refused) if found.refused is not None else ""
        nothing_yet = empty and found.place != "weighted"
        place = found.place if not nothing_yet else ""
        group = place if place in GROUPS else ""
        self.groups.set_problem(group, reason if group else "")
        self.declared_row.setVisible(place == "declared" or self.declared.currentIndex() > 0)
        self.declared_row.set_problem(reason if place == "declared" else "")
        self.subject_row.set_problem("")
        elsewhere = reason and not place and not (nothing_yet and (found.place or self.matter.needs_words))
        self.problem.setText(reason if elsewhere else "")
        self.problem.setVisible(bool(elsewhere))
        self.weighted_problem.setText(reason if place == "weighted" else "")
        self.weighted_problem.setVisible(place == "weighted")
        self.outcome.show_said(said(found, empty=empty))
        vote = found.vote
        words = tr("Record")
        if vote is not None and not empty and found.refused is None:
            outcome = term("outcome", vote.outcome, "vote", Languages.current())
            words = tr("Record: {outcome}", outcome=outcome)
        self.record_button.set_words(words, "Return")

    def _show_entry(self) -> None:
        matter = self.matter
        for entry in (self.groups, self.names, self.ballots):
            entry.setVisible(entry is self.entry)
        self.subject_row.setVisible(matter.needs_words)
        self.weighted.setVisible(matter.kind != "election")
        self.requested_row.setVisible(self.chosen_method == "record_vote")
        self.groups.show_pair(*matter.names)
        self._look()

    # what is done

    def take_focus(self) -> None:
        """Give the focus to where counting begins; what a free subject is about comes first."""
        if self.pages.currentIndex() == 1:
            self.recorded.done_button.setFocus()
        elif self.matter.needs_words and not self.subject.text():
            self.subject.setFocus()
        else:
            self.entry.first_field().setFocus()

    @Slot(int)
    def _matter_chosen(self, _at: int) -> None:
        if self.matter.kind == "election":
            self.method.choose("secret_ballot")
        elif self.chosen_method == "secret_ballot":
            self.method.choose("show_of_hands")
        self._show_entry()
        self.take_focus()

    @Slot(str)
    def _method_chosen(self, _method: str) -> None:
        self._show_entry()

    @Slot()
    def _to_count(self) -> None:
        self.entry.first_field().setFocus()

    @Slot()
    def _to_record(self) -> None:
        self.record_button.setFocus()

    @Slot()
    def _record(self, _checked: bool = False) -> None:
        if self.pages.currentIndex() == 0 and self.record_button.isEnabled():
            if self.matter.needs_words and not self.subject.text().strip():
                self.subject_row.set_problem(tr("Say what is voted on."))
                self.subject.setFocus()
            else:
                self.record_asked.emit()

    @Slot()
    def _next_round(self, _checked: bool = False) -> None:
        if self.recorded.vote is not None:
            self.ballots.next_round(self.recorded.vote)
            self.pages.setCurrentIndex(0)
            self._look()
            self.take_focus()

    def show_recorded(self, vote: Vote) -> None:
        """The vote is on disk: show its sentence."""
        self.recorded.show_vote(vote)
        self.pages.setCurrentIndex(1)
        self.recorded.done_button.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Bar recording while a command is on its way."""
        self.record_button.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc leaves; C copies the sentence once it is recorded."""
        recorded = self.pages.currentIndex() == 1
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_C and recorded:
            self.recorded.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.window().focusWidget()
            if focus is self.record_button:
                self._record()
            elif focus in (self.recorded.done_button, self.leave_button):
                self.left.emit()
            else:
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Put every word of the panel anew."""
        super().retranslate()
        if self._state is not None:
            self.fill_requested(self._state)
        self._say()


def _first(methods: Sequence[str]) -> str:
    return next((method for method in METHODS if method in methods), METHODS[0])
