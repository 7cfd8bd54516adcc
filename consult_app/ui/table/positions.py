"""Where each group stands on the amendment at hand: stated by key while the group speaks."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QStyle, QStyleOptionButton, QWidget

from consult_app.drafting.amendments.amendment import POSITIONS, Amendment
from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.reasons import N_
from consult_app.ui.belonging import MAIN_GROUPS, mark_of, name_of
from consult_app.ui.language import Languages, tr
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Button
from consult_app.ui.parts.pictures import paint_alike
from consult_app.ui.stamps import stamp
from consult_app.ui.text.ink import look_of
from consult_app.words import term

SIGNS: Final[dict[str, str]] = {
    "supports": "✓",
    "supports_with_changes": "±",
    "flexible": "○",
    "opposes": "✕",
    "reserves": "?",
}
_SHORT: Final[dict[str, str]] = {"government": N_("Gov"), "employers": N_("Emp"), "workers": N_("Wor")}


def next_group(assembly: Assembly, amendment: Amendment, before: str = "") -> str:
    """Whose position is stated next: the group that has the floor; else the first of the three after
    *before* that has not said where it stands."""
    speech = assembly.speaking.now
    if speech is not None:
        speaker = speech.speaker
        group = speaker.on_behalf_of or assembly.main_group(speaker.who)
        if group in assembly.groups:
            return group
    if before and before not in amendment.positions:
        return before
    open_ones = [group for group in MAIN_GROUPS if group not in amendment.positions]
    return open_ones[0] if open_ones else before or MAIN_GROUPS[0]


def heard_last(assembly: Assembly, amendment: Amendment) -> str:
    """Whose words on *amendment* are taken down: those of the group that has the floor, else of the one that
    stated its position last, else of the one that is next."""
    stated = amendment.stated[-1].group if amendment.stated and assembly.speaking.now is None else ""
    return stated or next_group(assembly, amendment)


def other_group(group: str) -> str:
    """The one of the three groups after *group*."""
    at = MAIN_GROUPS.index(group) if group in MAIN_GROUPS else -1
    return MAIN_GROUPS[(at + 1) % len(MAIN_GROUPS)]


def history(assembly: Assembly, amendment: Amendment) -> str:
    """All that the groups said on *amendment*, in the order in which they said it, a line each."""
    lines = [
        tr(
            "{time} {who}: {position}",
            time=stamp(each.at),
            who=f"{mark_of(assembly, each.group)} {name_of(assembly, each.group)}",
            position=term("position", each.position, "group", Languages.current()),
        )
        for each in amendment.stated
    ]
    return "<br>".join(escape(line) for line in lines)


_GROUND: Final = "panel"
"""What the bar lies on: a card."""


class _Stand(QPushButton):
    """One of the positions, on a card."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: there are five on each card, and a style sheet takes long over every one."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        look = "position", self.text(), option.state.value, option.features.value
        paint_alike(QPainter(self), self, look, partial(self._paint, option), _GROUND)

    def _paint(self, option: QStyleOptionButton, painter: QPainter) -> None:
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)


class PositionsBar(QWidget):
    """The group whose position is stated (G takes another), and the five positions under 1 to 5.

    Signals: ``stated(group, position)``; ``group_chosen(group)``.
    """

    stated = Signal(str, str)
    group_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.group = ""
        self._assembly: Assembly | None = None
        self._now: dict[str, str] = {}
        self.group_button = Button("flat-left")
        self.group_button.lie_on(_GROUND)
        self.group_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        self._room = 0
        for place, position in enumerate(POSITIONS, start=1):
            button = _Stand(f"{place} {SIGNS[position]}")
            button.setProperty("variant", "segment")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._clicked, position))
            self.buttons[position] = button
        self._grid.setColumnStretch(len(POSITIONS) + 1, 1)
        self._place()
        self.group_button.clicked.connect(self.take_other)
        Theme.instance().changed.connect(self.say)

    def fit(self, room: int) -> None:
        """Keep within *room* pixels: the group stands over the positions where they do not fit beside it."""
        if room != self._room:
            self._room = room
            self._place()

    def _place(self) -> None:
        widths = [button.sizeHint().width() + self._grid.spacing() for button in self.buttons.values()]
        beside = not self._room or self.group_button.sizeHint().width() + sum(widths) <= self._room
        self._grid.addWidget(self.group_button, 0, 0, 1, 1 if beside else len(POSITIONS) + 1)
        for place, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, 0 if beside else 1, place + 1 if beside else place)

    def show_positions(self, assembly: Assembly, positions: dict[str, str], group: str) -> None:
        """Show where *group* stands among *positions*."""
        if self._assembly is assembly and (positions, group) == (self._now, self.group):
            return
        self._assembly, self._now, self.group = assembly, positions, group
        self.say()

    @Slot()
    def say(self) -> None:
        """Put the words into the window's language, and the group's mark into its colour."""
        if self._assembly is None:
            return
        name = name_of(self._assembly, self.group)
        short = tr(_SHORT[self.group]) if self.group in _SHORT else name
        self.group_button.set_words(f"{mark_of(self._assembly, self.group)} {short}", "G")
        self.group_button.set_mark_colour(look_of(self._assembly, self.group).colour)
        whose = tr("Position of {group}", group=name)
        self.group_button.setAccessibleName(whose)
        self.group_button.setToolTip(whose)
        self.setAccessibleName(whose)
        stands = self._now.get(self.group)
        for place, (position, button) in enumerate(self.buttons.items(), start=1):
            words = capitalized(term("position", position, "group", Languages.current()))
            button.setChecked(position == stands)
            button.setAccessibleName(f"{name}: {words}")
            button.setToolTip(f"{place}: {words}")
        self._place()

    @Slot()
    def take_other(self, _checked: bool = False) -> None:
        """Let 1 to 5 speak for the next of the three groups."""
        self.group = other_group(self.group)
        self.say()
        self.group_chosen.emit(self.group)

    def state(self, place: int) -> None:
        """State the position number *place* (from 1)."""
        self._clicked(POSITIONS[place - 1])

    def _clicked(self, position: str, _checked: bool = False) -> None:
        self.say()
        self.stated.emit(self.group, position)
