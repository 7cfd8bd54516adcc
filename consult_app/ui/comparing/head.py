"""What stands over a comparison: the two moments, the languages, how much differs, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_
from consult_app.ui.comparing.moment_field import MomentField
from consult_app.ui.comparing.moments import NamedMoment
from consult_app.ui.language import NAMES, Retranslating, tr, tr_c, tr_n
from consult_app.ui.parts.controls import Button, Label, QuietButton, SegmentedControl
from consult_app.ui.parts.lines import BrokenLine

_SHORT: Final = {"en": "En", "fr": "Fr", "es": "Es"}
_EXTENT: Final = {"changed": N_("Only what differs"), "all": N_("The whole text")}


class ComparingHead(Retranslating, QFrame):
    """Two rows of controls. ``first`` and ``second`` are the fields of the moments.

    Signals: ``asked()`` when other moments or languages were chosen; ``extent_chosen()`` for more or less of
    the text; ``step_asked(by)``; ``export_asked()``; ``left()``.
    """

    asked = Signal()
    extent_chosen = Signal()
    step_asked = Signal(int)
    export_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.first, self.second = MomentField(), MomentField()
        self._from, self._to = Label("strong"), Label("strong")
        self._from.setBuddy(self.first)
        self._to.setBuddy(self.second)
        self.swap_button = QuietButton()
        self.leave_button = QuietButton()
        self.languages = SegmentedControl(LANGUAGES, several=True)
        self.extent = SegmentedControl(tuple(_EXTENT))
        self.extent.choose("changed")
        self.count = Label("dim")
        self.before_button, self.next_button = Button("flat"), Button("flat")
        self.export_button = QuietButton()
        self._figures = (0, 0)
        self._lay_out()
        self.first.moment_chosen.connect(self.asked)
        self.second.moment_chosen.connect(self.asked)
        self.swap_button.clicked.connect(self.swap)
        self.languages.chosen.connect(self.asked)
        self.extent.chosen.connect(self.extent_chosen)
        self.before_button.clicked.connect(lambda: self.step_asked.emit(-1))
        self.next_button.clicked.connect(lambda: self.step_asked.emit(1))
        self.export_button.clicked.connect(self.export_asked)
        self.leave_button.clicked.connect(self.left)
        self.retranslate()

    def _lay_out(self) -> None:
        above, below = BrokenLine(), BrokenLine()
        for widget, stretch in (
            (self._from, 0),
            (self.first, 1),
            (self.swap_button, 0),
            (self._to, 0),
            (self.second, 1),
            (self.leave_button, 0),
        ):
            above.add(widget, stretch)
        below.add(self.extent)
        below.add(self.languages)
        below.add(self.count)
        below.add_stretch()
        for button in (self.before_button, self.next_button, self.export_button):
            below.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 14, 8)
        column.setSpacing(8)
        column.addWidget(above)
        column.addWidget(below)
        order: list[QWidget] = [self.first, self.swap_button, self.second, self.leave_button]
        order += [self.extent, self.languages, self.before_button, self.next_button, self.export_button]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    @property
    def choice(self) -> tuple[NamedMoment, NamedMoment] | None:
        """The two moments, None before there are two."""
        first, second = self.first.chosen, self.second.chosen
        return (first, second) if first is not None and second is not None else None

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages chosen, in the order of the columns."""
        return self.languages.selection

    @property
    def only_changed(self) -> bool:
        """Whether what did not change is left out."""
        return "changed" in self.extent.selection

    def choose(self, first: NamedMoment | None, second: NamedMoment | None) -> None:
        """Show two moments as chosen; no signal."""
        self.first.choose(first)
        self.second.choose(second)

    def swap(self) -> None:
        """Compare the other way round."""
        if self.choice is not None:
            self.choose(self.second.chosen, self.first.chosen)
            self.asked.emit()

    def show_figures(self, changed: int, lines: int) -> None:
        """Say that *changed* of *lines* passages differ."""
        self._figures = (changed, lines)
        said = tr_n("{n} of {all} passages differs", "{n} of {all} passages differ", changed, all=lines)
        self.count.setText(said if lines else "")
        for each in (self.before_button, self.next_button):
            each.setEnabled(changed > 0)
        self.export_button.setEnabled(lines > 0)

    def offer_languages(self, codes: Sequence[str]) -> None:
        """Let only the languages that the text has be chosen."""
        for code in LANGUAGES:
            self.languages.button(code).setEnabled(code in codes)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._from.setText(tr_c("moment", "From"))
        self._to.setText(tr_c("moment", "To"))
        self.first.setAccessibleName(tr("The moment to compare from"))
        self.second.setAccessibleName(tr("The moment to compare with"))
        placeholder = tr("A decision, a sitting, a row or a time")
        self.first.setPlaceholderText(placeholder)
        self.second.setPlaceholderText(placeholder)
        self.swap_button.set_words(tr("Swap"))
        self.leave_button.set_words(tr("Back to the text"), "Esc")
        self.languages.set_words(tr("Languages side by side"), _SHORT, NAMES)
        self.extent.set_words(tr("How much is shown"), {key: tr(words) for key, words in _EXTENT.items()})
        self.before_button.set_words(tr("Previous change"), "K")
        self.next_button.set_words(tr("Next change"), "J")
        self.export_button.set_words(tr("Export…"))
        self.show_figures(*self._figures)
