"""The bar above the station at hand and the line below it: facts of the sitting, and what is saved.

Both only show what they are given (:class:`Heading`, :class:`Footing`); the window's owner makes
these from the state after each change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from consult_app.ui.actions import Actions
from consult_app.ui.announcing import announce
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.chips import Chip
from consult_app.ui.parts.controls import Button, Elided, Label, PrimaryButton, set_property
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.yielding_chip import YieldingChip
from consult_app.ui.seconds import to_next_minute, to_next_second


@dataclass(frozen=True)
class Fact:
    """One chip or figure: plain words, a strong part, a tail; *tone* names a colour of the palette."""

    words: str = ""
    strong: str = ""
    tail: str = ""
    mark: str = ""
    tone: str = ""
    alert: str = ""
    """What is said aloud when it comes to be so, such as that somebody's time is over."""


@dataclass(frozen=True)
class Heading:
    """What the top bar says; everything is in the window's language already."""

    title: str = ""
    when: Callable[[], str] | None = None
    """Day and time: others each minute."""
    facts: Sequence[Fact] = ()
    room: Fact = Fact()
    """What the room sees; shown beside the button that shows it."""
    ticking: Callable[[], Fact] | None = None
    """A fact that is another one each second: who has the floor, and for how long."""


@dataclass(frozen=True)
class Footing:
    """What the footer says. *unsaved* turns the dot into a warning."""

    saved: str = ""
    undo: str = ""
    undo_key: str = ""
    figures: Sequence[Fact] = ()
    unsaved: bool = False


def for_reading(heading: Heading) -> Heading:
    """The same for a meeting that is open for reading only: said where it is never cut off."""
    said = tr("for reading only")
    return replace(heading, title=f"{heading.title} · {said}")


class _Chips(QWidget):
    """A row of chips that are kept and filled anew; *look* is ``chip`` or ``figure``."""

    def __init__(self, look: str, spacing: int, make: Callable[[], Chip] = Chip) -> None:
        super().__init__()
        self._look, self._make = look, make
        self._chips: list[Chip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show *facts* in their order."""
        while len(self._chips) < len(facts):
            chip = self._make()
            chip.setProperty("role", self._look)
            self._chips.append(chip)
            self._row.addWidget(chip)
        empty = [Fact()] * (len(self._chips) - len(facts))
        for chip, fact in zip(self._chips, [*facts, *empty], strict=True):
            chip.show_fact(fact.words, strong=fact.strong, tail=fact.tail, mark=fact.mark, tone=fact.tone)


def _floor_chip() -> Chip:
    chip = YieldingChip("m" * 8, keeps_tail=True)
    chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return chip


class TopBar(QFrame):
    """Sitting and date, chips, what the room sees, and the one button of the whole meeting."""

    def __init__(self, actions: Actions, button_action: str = "room.show") -> None:
        super().__init__()
        self.setProperty("role", "topbar")
        self._actions, self._action_id = actions, button_action
        self._title = Label("topic")
        self._when = Elided("dim")
        self._facts = _Chips("chip", 8)
        self._room = _Chips("chip", 8)
        self._room.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._floor = _Chips("chip", 8, _floor_chip)
        self._ticking: Callable[[], Fact] | None = None
        self._alert = ""
        self._ticked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self._says_when: Callable[[], str] | None = None
        self._minutes = QTimer(self)
        self._minutes.setSingleShot(True)
        self._minutes.setTimerType(Qt.TimerType.PreciseTimer)
        self._minutes.timeout.connect(self._show_when)
        self._button: Button | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(16)
        row.addWidget(self._title)
        row.addWidget(self._when)
        row.addWidget(self._floor)
        row.addWidget(self._facts)
        row.addStretch(1)
        row.addWidget(self._room)
        if button_action in actions:
            self._button = PrimaryButton()
            self._button.clicked.connect(actions.action(button_action).trigger)
            row.addWidget(self._button)
        Theme.instance().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.setMinimumHeight(fonts.pixels(44))
        self._make_room()

    def show_heading(self, heading: Heading) -> None:
        """Show *heading*."""
        self._title.setText(heading.title)
        self._says_when = heading.when
        self._facts.show_facts(heading.facts)
        self._room.show_facts([heading.room] if heading.room != Fact() else [])
        self._ticking = heading.ticking
        self._tick()
        self.refresh_button()
        self._show_when()

    def _make_room(self) -> None:
        """Where not everything has room, the date gives way, then the facts: both stand elsewhere as well.
        What the room sees is never cut, and of who has the floor never the time."""
        kept: list[QWidget] = [self._title, self._floor, self._room]
        if self._button is not None:
            kept.append(self._button)
        margins = self.contentsMargins() + self._row.contentsMargins()
        free = self.width() - margins.left() - margins.right()
        free -= sum(each.sizeHint().width() + self._row.spacing() for each in kept if not each.isHidden())
        for part, said in ((self._facts, True), (self._when, bool(self._when.text()))):
            wide = part.sizeHint().width() + self._row.spacing()
            part.setVisible(said and wide <= free)
            free -= wide if said and wide <= free else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: more has room now, or less."""
        super().resizeEvent(event)
        self._make_room()

    @Slot()
    def _tick(self) -> None:
        """Set the one chip that changes by itself; the others are left alone."""
        if self._ticking is None:
            self._timer.stop()
            self._floor.show_facts([])
            self._alert = ""
        else:
            fact = self._ticking()
            long = len(fact.tail)
            self._floor.show_facts([fact])
            if long != self._ticked:
                self._ticked = long  # a clock grows when it comes to ten minutes
                self._make_room()
            if fact.alert != self._alert:
                self._alert = fact.alert
                announce(self, fact.alert, urgent=True)
            self._timer.start(to_next_second())

    @Slot()
    def _show_when(self) -> None:
        """Say day and time, and again with the next minute."""
        self._when.setText(self._says_when() if self._says_when is not None else "")
        self._make_room()
        if self._says_when is not None:
            self._minutes.start(to_next_minute())
        else:
            self._minutes.stop()

    def offer_button(self, offered: bool) -> None:
        """Have the button in sight, or not: nothing is shown in the room from a group's file."""
        if self._button is not None:
            self._button.setVisible(offered)
            self._make_room()

    def refresh_button(self) -> None:
        """Take the button's words and possibility from its action."""
        if self._button is not None:
            key = self._actions.shipped_key(self._action_id)
            self._button.set_words(self._actions.words(self._action_id), key)
            self._button.setEnabled(self._actions.action(self._action_id).isEnabled())


class Footer(Retranslating, QFrame):
    """Saved or not and the number of the last decision, what undo would take back, and the counts: in one
    line, or in two where the type is large."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "footer")
        self._footing = Footing()
        self._saved = Label("small")
        self._undo = YieldingChip()
        self._undo.setProperty("role", "figure")
        self._figures = _Chips("figure", 18)
        middle = QWidget()  # it keeps the figures at the right where there is nothing to undo
        inner = QHBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._undo)
        line = BrokenLine(18, between=0)
        line.add(self._saved)
        line.add(middle, 1)
        line.add(self._figures)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(line, 0, Qt.AlignmentFlag.AlignVCenter)
        Theme.instance().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    @Slot()
    def _fit(self) -> None:
        self.setMinimumHeight(fonts.pixels(30))

    def show_footing(self, footing: Footing) -> None:
        """Show *footing*."""
        self._footing = footing
        self._figures.show_facts(footing.figures)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the parts that are the footer's own words."""
        footing = self._footing
        dot = "▲" if footing.unsaved else "●"
        self._saved.setText(f"{dot} {footing.saved}" if footing.saved else "")
        set_property(self._saved, "tone", "warn" if footing.unsaved else "")
        self._saved.setAccessibleName(footing.saved)
        if footing.undo:
            self._undo.show_fact(tr("Undo:"), strong=footing.undo, tail=footing.undo_key)
        else:
            self._undo.show_fact()
        self.setAccessibleName(tr("State of the meeting"))
