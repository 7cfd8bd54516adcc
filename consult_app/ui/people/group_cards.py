"""The cards of the three groups, and the line below them: strength, presence, votes of each, quorum."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.people.attending import MarkPresent, Strength, strength
from consult_app.meetings.voting.composition import composition, modified, weights_of
from consult_app.meetings.voting.quorum import gathered
from consult_app.ui.belonging import groups_in_order
from consult_app.ui.language import Languages, Retranslating, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.palette import words_tone
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Label, set_property
from consult_app.ui.parts.lines import BrokenLine, in_line
from consult_app.ui.parts.panels import Card, clear_layout
from consult_app.ui.parts.segments import SEGMENT_FRAME
from consult_app.ui.parts.ticks import BESIDE_BOX, TickBox

_LEFT, _RIGHT = 14, 10
"""What is free at the sides of a card."""
_BETWEEN, _LEAST = 4, 60
"""What is between two regional groups in one line, and what the name of each has at least."""


def figure(number: int) -> str:
    """Return *number* as the window writes it: 1,161 or 1 161."""
    return Languages.locale().toString(number)


class GroupCard(Card):
    """One of the three groups with its regional groups.

    Signals: ``asked(group)`` to see only these; ``present_asked(MarkPresent)`` for all of the group.
    """

    asked = Signal(str)
    present_asked = Signal(object)

    def __init__(self, group: str) -> None:
        super().__init__(takes_focus=True)
        self.group = group
        self._name = Label("topic", wrap=True)
        self._count = Label("small", wrap=True)
        self._votes = Label("small", wrap=True)
        self.everybody = TickBox(wraps=True)
        self._present_words = ("", "")
        self._narrow = self._has_regions = self._low = self._weighted = False
        self._regions = QWidget()
        self._regions.setProperty("surface", "clear")
        self._region_buttons: dict[str, QPushButton] = {}
        self._said: dict[str, tuple[str, str]] = {}
        QVBoxLayout(self._regions).setContentsMargins(0, 0, 0, 0)
        self._regions.setMinimumWidth(1)  # names that were cut to the card must not hold it to its width
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 9, _RIGHT, 9)
        column.setSpacing(2)
        self._name.setTextFormat(Qt.TextFormat.RichText)
        for words in (self._name, self._count, self._votes):
            column.addWidget(words)
        column.addLayout(in_line(self.everybody, BESIDE_BOX))
        column.addLayout(in_line(self._regions, SEGMENT_FRAME))
        column.addStretch(1)
        self.activated.connect(self._chosen)
        self.everybody.clicked.connect(self._mark_all)

    def show_group(self, assembly: Assembly, shown: str) -> None:
        """Show name, strength, presence and regional groups; *shown* is the group that the table is held
        to."""
        group = assembly.groups[self.group]
        name = assembly.name_of(self.group, Languages.current())
        colour = words_tone(Theme.current(), self.group)
        self._name.setText(f'<span style="color:{colour}">{group.mark}</span> {name}')
        strong = strength(assembly, self.group)
        count, people = _counted(strong)
        self._count.setText(f"{count} · {tr('{n} in all', n=figure(strong.everybody))}")
        present = self._show_presence(assembly, strong, name)
        votes = self._show_votes(assembly)
        said = ", ".join(part for part in (count, people, present, votes) if part)
        self.setAccessibleName(f"{name}: {said}")
        self.set_low(self._low)
        self.set_selected(shown == self.group)
        self._show_regions(assembly, shown)

    def _show_presence(self, assembly: Assembly, strong: Strength, name: str) -> str:
        here = assembly.sitting is not None and strong.everybody > 0
        self.everybody.setVisible(here)
        if not here:
            return ""
        figures = {"there": strong.entitled_present, "entitled": strong.entitled}
        self._present_words = (
            tr(
                "Present: {there}/{entitled} · in all {all}/{everybody}",
                all=strong.present,
                everybody=strong.everybody,
                **figures,
            ),
            tr("Present: {there}/{entitled}", **figures),
        )
        self.everybody.setText(self._present_words[self._narrow])
        some = Qt.CheckState.PartiallyChecked if strong.present else Qt.CheckState.Unchecked
        everybody = strong.present == strong.everybody
        self.everybody.setCheckState(Qt.CheckState.Checked if everybody else some)
        words = _present(strong)
        self.everybody.setAccessibleName(tr("All present: {name}", name=name))
        self.everybody.setAccessibleDescription(words)
        self.everybody.setToolTip(tr("Mark all of the group as present, or nobody"))
        return words

    def _show_votes(self, assembly: Assembly) -> str:
        self._weighted = assembly.meeting.rules.weighted
        self._votes.setVisible(self._weighted and not self._low)
        if not self._weighted:
            return ""
        each = weights_of(assembly, composition(assembly))
        words = tr("Votes of each member: a group has nobody entitled to vote")
        if each:
            votes = each[self.group]
            words = tr_n(
                "Each member has {count} vote", "Each member has {count} votes", votes, count=figure(votes)
            )
        self._votes.setText(words)
        return words

    def _show_regions(self, assembly: Assembly, shown: str) -> None:
        regions = [
            g for g in groups_in_order(assembly) if g != self.group and assembly.main_group(g) == self.group
        ]
        if list(self._region_buttons) != regions:
            clear_layout(self._regions)
            self._region_buttons = {region: self._made(region) for region in regions}
            line = BrokenLine(_BETWEEN, 0)
            for button in self._region_buttons.values():
                line.add(button)
            layout = self._regions.layout()
            if layout is not None:
                layout.addWidget(line)
            for one, other in pairwise((self.everybody, *self._region_buttons.values())):
                QWidget.setTabOrder(one, other)  # they are made long after the cards beside this one
        for region, button in self._region_buttons.items():
            self._show_region(button, assembly, region, shown == region)
        self._fit_regions()
        self._has_regions = bool(regions)
        self._regions.setVisible(self._has_regions and not self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the regional groups out where there is no room for them; the search still finds them."""
        self._narrow = narrow
        self.everybody.setText(self._present_words[narrow])
        self._regions.setVisible(self._has_regions and not narrow)

    def set_low(self, low: bool) -> None:
        """Leave the figures to the tooltip where the list below would have no room."""
        self._low = low
        self._count.setVisible(not low)
        self._votes.setVisible(self._weighted and not low)
        self.setToolTip(self.accessibleName() if low else "")

    def _made(self, region: str) -> QPushButton:
        button = QPushButton(self._regions)
        button.setProperty("variant", "segment")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.asked.emit(region))
        return button

    def _show_region(self, button: QPushButton, assembly: Assembly, region: str, shown: bool) -> None:
        name = assembly.name_of(region, Languages.current())
        strong = strength(assembly, region)
        figures, parts = f"{strong.entitled}", [*_counted(strong)]
        if assembly.sitting is not None:
            figures = f"{strong.entitled_present}/{strong.entitled}"
            parts.append(_present(strong))
        self._said[region] = (name, figures)
        said = f"{name}: {', '.join(parts)}"
        button.setToolTip(said)
        button.setChecked(shown)
        button.setAccessibleName(said)

    def _fit_regions(self) -> None:
        """Cut a name that is longer than a line of the card; the tooltip has it whole."""
        line = self.width() - _LEFT - _RIGHT - SEGMENT_FRAME
        for region, button in self._region_buttons.items():
            name, figures = self._said[region]
            metrics = button.fontMetrics()
            room = max(line - metrics.horizontalAdvance(f"  {figures}"), fonts.pixels(_LEAST))
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            button.setText(f"{short}  {figures}".replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override."""
        super().resizeEvent(event)
        self._fit_regions()

    def _chosen(self) -> None:
        self.asked.emit(self.group)

    def _mark_all(self) -> None:
        marked = self.everybody.checkState() == Qt.CheckState.Checked
        self.present_asked.emit(MarkPresent(group=self.group, present=marked))


def _counted(strong: Strength) -> tuple[str, str]:
    """How many are entitled to vote, and how many there are in all."""
    entitled = tr_n("{n} entitled to vote", "{n} entitled to vote", strong.entitled)
    return entitled, tr_n("{n} person in all", "{n} people in all", strong.everybody)


def _present(strong: Strength) -> str:
    """How many of them are present."""
    return tr(
        "present: {there} of {entitled} entitled to vote, {all} in all",
        there=strong.entitled_present,
        entitled=strong.entitled,
        all=strong.present,
    )


class Attendance(Retranslating, Label):
    """One line: who is present at the sitting, the quorum, and how often the composition changed."""

    def __init__(self) -> None:
        super().__init__("", wrap=True)
        self._assembly = Assembly()

    def show_assembly(self, assembly: Assembly) -> None:
        """Show what is so now; nothing where there is nothing to say."""
        self._assembly = assembly
        said, tone = attendance_words(assembly)
        changed = modified(assembly)
        if changed:
            said.append(tr_n("The composition changed once.", "The composition changed {n} times.", changed))
        words = " ".join(said)
        self.setText(words)
        self.setAccessibleName(words)
        set_property(self, "tone", tone)
        self.setVisible(bool(words) and bool(assembly.participants))

    def retranslate(self) -> None:
        """Say it in the window's language."""
        self.show_assembly(self._assembly)


def attendance_words(assembly: Assembly) -> tuple[list[str], str]:
    """Return the sentences on presence and quorum at the open sitting, and their tone."""
    sitting = assembly.sitting
    if sitting is None:
        return [tr("Who is present is marked while a sitting is open.")], ""
    rules = assembly.meeting.rules
    if sitting.number not in assembly.presence:
        return [tr("Sitting {n}: nobody is marked as present yet (Space marks a row).", n=sitting.number)], ""
    strong = strength(assembly)
    said = [
        tr(
            "Sitting {n}: {there} of {entitled} entitled to vote are present.",
            n=sitting.number,
            there=strong.entitled_present,
            entitled=strong.entitled,
        )
    ]
    if not rules.quorum.num:
        return [*said, tr("The rules ask for no quorum.")], ""
    found = gathered(assembly)
    if found is None:
        return [*said, tr("The quorum cannot be reckoned: a group has nobody entitled to vote.")], "warn"
    there, asked = figure(found.counted), figure(found.needed)
    if found.of_present:
        return [*said, tr("Quorum: {needed} of those present must take part in a vote.", needed=asked)], ""
    if found.reached:
        words = (
            tr("Quorum reached: {counted} votes, {needed} needed.", counted=there, needed=asked)
            if found.weighted
            else tr("Quorum reached: {counted} members, {needed} needed.", counted=there, needed=asked)
        )
        return [*said, words], "ok"
    lacking = figure(found.lacking)
    if found.weighted:
        words = tr("No quorum: {lacking} of {needed} votes are lacking.", lacking=lacking, needed=asked)
    else:
        words = tr_n(
            "No quorum: {n} member of the {needed} is lacking.",
            "No quorum: {n} members of the {needed} are lacking.",
            found.lacking,
            needed=asked,
        )
    return [*said, words], "warn"
