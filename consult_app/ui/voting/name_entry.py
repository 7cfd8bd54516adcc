"""A record vote: every member entitled to vote in a list, voted for by key, those present first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.kept.votes import CHOICES, Tally
from consult_app.meetings.reasons import N_
from consult_app.meetings.voting.composition import entitled, present
from consult_app.state import State
from consult_app.ui.belonging import MAIN_GROUPS, mark_of, name_of, tone_of
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.controls import Label, QuietButton
from consult_app.ui.parts.finding import folded
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.lists import Column, ListModel, ListTable
from consult_app.ui.voting.group_entry import CHOICE_WORDS

KEYS: Final[dict[Qt.Key, str]] = {
    Qt.Key.Key_F: "for",
    Qt.Key.Key_A: "against",
    Qt.Key.Key_B: "abstaining",
    Qt.Key.Key_Delete: "",
    Qt.Key.Key_Backspace: "",
}
_LETTERS: Final = {"for": "F", "against": "A", "abstaining": "B"}
_SIGNS: Final = {"for": "✓", "against": "✕", "abstaining": "○"}


@dataclass
class Member:
    """A row: somebody entitled to vote. ``choice`` is how, "" where it was not said."""

    id: str
    name: str
    mark: str
    tone: str
    group: str
    present: bool
    choice: str = ""
    found_by: str = field(default="", repr=False)


def _choice(row: Member) -> str:
    return f"{_SIGNS[row.choice]} {tr(CHOICE_WORDS[row.choice])}" if row.choice else "–"


def _name(row: Member) -> str:
    return row.name if row.present else tr("{name} (not noted as present)", name=row.name)


_TONES: Final = {"for": "ok", "against": "error", "abstaining": "warn", "": "dim"}
_COLUMNS: Final[tuple[Column[Member], ...]] = (
    Column(N_("Group"), lambda row: row.mark, lambda row: row.group, lambda row: row.tone, width=26),
    Column(N_("Member"), _name, tone=lambda row: "" if row.present else "dim"),
    Column(
        N_("Vote"), _choice, lambda row: row.choice, lambda row: _TONES[row.choice], width=116, strong=True
    ),
)


class NameEntry(Retranslating, QWidget):
    """The list with its search line. In the list F, A and B vote for the member at hand and go on to the
    next; with Shift they vote for all of the group who have not; Del takes a vote back.

    Signals: ``changed()``; ``counted()`` on Enter.
    """

    changed = Signal()
    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.members: list[Member] = []
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.model: ListModel[Member] = ListModel(_COLUMNS, lambda row: row.id)
        self.table: ListTable[Member] = ListTable(self.model)
        self.table.setMinimumHeight(150)
        self.table.horizontalHeader().setMinimumSectionSize(18)
        self.table.horizontalHeader().hide()
        self.table.fit()
        self.table.installEventFilter(self)
        self._hint = Label("small", wrap=True)
        self.rest: dict[str, QuietButton] = {choice: QuietButton() for choice in CHOICES}
        self._rest_words = Label("small")
        buttons = BrokenLine(4)
        for choice, button in self.rest.items():
            button.clicked.connect(partial(self._rest_asked, choice))
            buttons.add(button, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.search)
        box.addWidget(self._hint)
        box.addWidget(self.table, 1)
        box.addWidget(self._rest_words)
        box.addWidget(buttons)
        self.search.textEdited.connect(self._filter)
        self.search.returnPressed.connect(self._to_list)
        self.table.row_entered.connect(self._entered)
        self.table.row_chosen.connect(self._say_rest)
        self.search.installEventFilter(self)
        self.retranslate()

    def show_state(self, state: State) -> None:
        """List who is entitled to vote in *state*; what was said of them stays."""
        before = {member.id: member.choice for member in self.members}
        self.members = members_of(state.assembly)
        for member in self.members:
            member.choice = before.get(member.id, "")
        self._filter()
        if not self.table.chosen and self.model.rows:
            self.table.choose(self.model.rows[0].id)

    @property
    def tally(self) -> Tally:
        """The votes by id."""
        return {member.id: member.choice for member in self.members if member.choice}  # type: ignore[misc]

    @property
    def empty(self) -> bool:
        """Whether nobody has voted yet."""
        return not any(member.choice for member in self.members)

    def clear(self) -> None:
        """Take every vote back."""
        for member in self.members:
            member.choice = ""
        self.search.clear()
        self._filter()
        if self.model.rows:
            self.table.choose(self.model.rows[0].id)

    def take_up(self, votes: Mapping[str, str]) -> bool:
        """Go on with these *votes* by id, at the first who has not voted; false where somebody of them is not
        entitled any more."""
        for member in self.members:
            member.choice = votes.get(member.id, "")
        self.search.clear()
        self._filter()
        self.model.say_again()
        first = next((row.id for row in self.model.rows if not row.choice), "")
        if first:
            self.table.choose(first)
        return votes.keys() <= {member.id for member in self.members}

    def first_field(self) -> QWidget:
        """Where voting begins."""
        return self.table

    def vote(self, choice: str) -> None:
        """Record *choice* of the member at hand, and go on to the next; "" takes it back."""
        at = self.model.row_of(self.table.chosen)
        if at < 0:
            return
        self.model.rows[at].choice = choice
        self.model.say_again()
        if choice and at + 1 < len(self.model.rows):
            self.table.choose(self.model.rows[at + 1].id)
        self.changed.emit()

    def vote_rest(self, choice: str) -> None:
        """Record *choice* of all in the group of the member at hand who are there and have not voted."""
        group = self._group()
        for member in self.members:
            if member.group == group and member.present and not member.choice:
                member.choice = choice
        self.model.say_again()
        self.changed.emit()

    def _group(self) -> str:
        return next((each.group for each in self.members if each.id == self.table.chosen), "")

    def _rest_asked(self, choice: str, _checked: bool = False) -> None:
        self.vote_rest(choice)
        self.table.setFocus()

    @Slot()
    def _filter(self, _words: str = "") -> None:
        parts = folded(self.search.text()).split()
        self.model.show_rows([each for each in self.members if all(part in each.found_by for part in parts)])
        if self.model.row_of(self.table.chosen) < 0 and self.model.rows:
            self.table.choose(self.model.rows[0].id)

    @Slot()
    def _to_list(self) -> None:
        self.table.setFocus()

    @Slot(str)
    def _entered(self, _key: str) -> None:
        self.counted.emit()

    @Slot(str)
    def _say_rest(self, _key: str = "") -> None:
        group = self._group()
        mark = next((each.mark for each in self.members if each.group == group), "")
        left = sum(1 for each in self.members if each.group == group and each.present and not each.choice)
        self._rest_words.setText(
            tr("The rest of {group} ({n}), with Shift:", group=mark, n=left) if mark else ""
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: the letters of the list, and the arrow that leads from the search line into it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if watched is self.search:
            if key == Qt.Key.Key_Down:
                self.table.setFocus()
                return True
            return False
        modifiers = event.modifiers()
        if key in KEYS and modifiers == Qt.KeyboardModifier.NoModifier:
            self.vote(KEYS[key])
        elif key in KEYS and KEYS[key] and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.vote_rest(KEYS[key])
        elif event.text() == "/":
            self.search.setFocus()
        else:
            return False
        self._say_rest()
        return True

    def retranslate(self) -> None:
        """Put the words anew."""
        self.search.setPlaceholderText(tr("Find a member"))
        self.search.setAccessibleName(tr("Find a member"))
        self.table.setAccessibleName(tr("Members entitled to vote"))
        self._hint.setText(tr("F for, A against, B abstaining; with Shift the rest of the group. / finds."))
        for choice, button in self.rest.items():
            button.set_words(tr(CHOICE_WORDS[choice]), _LETTERS[choice])
        self._say_rest()


def members_of(assembly: Assembly) -> list[Member]:
    """Who is entitled to vote, those noted as present at the sitting first; where nobody was noted, all
    count as there."""
    there = present(assembly)
    rows = [
        Member(
            id=who,
            name=name_of(assembly, who),
            mark=mark_of(assembly, who),
            tone=tone_of(assembly, who),
            group=group,
            present=there is None or who in there,
        )
        for group, members in entitled(assembly).items()
        for who in members
    ]
    for row in rows:
        row.found_by = folded(row.name)
    return sorted(rows, key=lambda row: (not row.present, MAIN_GROUPS.index(row.group)))
