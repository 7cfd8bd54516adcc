"""How often and how long each group has spoken, in words and as a share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.proceedings.speaking_times import SpeakingTimes, minutes, speaking_times
from consult_app.ui.belonging import MAIN_GROUPS, SHORT_GROUPS
from consult_app.ui.language import Retranslating, tr, tr_n
from consult_app.ui.parts.controls import Label, SectionTitle
from consult_app.ui.speakers.clock import now
from consult_app.ui.text.ink import Ink, InkLabel, look_of


class Statistics(Retranslating, QWidget):
    """A line for each group: number of speeches, time, share of it; of the open sitting, else of all."""

    def __init__(self) -> None:
        super().__init__()
        self._assembly: Assembly | None = None
        self._head = SectionTitle()
        self._lines: dict[str, tuple[InkLabel, Label, Label, Label]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._head, 0, 0, 1, 4)
        for row, group in enumerate((*MAIN_GROUPS, ""), start=1):
            line = InkLabel("figure"), Label("small"), Label("small"), Label("small")
            self._lines[group] = line
            line[0].setWordWrap(True)
            for column, label in enumerate(line):
                if column:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight)
                grid.addWidget(label, row, column)
        self.retranslate()

    def show_times(self, assembly: Assembly) -> None:
        """Show the figures of *assembly*."""
        self._assembly = assembly
        self.retranslate()

    @property
    def times(self) -> SpeakingTimes | None:
        """What is shown; None without a meeting."""
        if self._assembly is None:
            return None
        return speaking_times(self._assembly, now(), sitting=self._assembly.sitting_number or None)

    @property
    def spoken(self) -> tuple[str, ...]:
        """The lines as a screen reader says them."""
        return tuple(
            ", ".join(part.text() if part is not line[0] else part.accessibleName() for part in line)
            for line in self._lines.values()
            if not line[0].isHidden()
        )

    def retranslate(self) -> None:
        """Count and say everything anew."""
        assembly, times = self._assembly, self.times
        self.setVisible(times is not None and times.total.number > 0)
        if assembly is None or times is None:
            return
        number = assembly.sitting_number
        self._head.setText(
            tr("Speaking time, sitting {number}", number=number) if number else tr("Speaking time")
        )
        for group, line in self._lines.items():
            tally = times.by_group.get(group)
            for label in line:
                label.setVisible(tally is not None)
            if tally is None:
                continue
            if group:
                look = look_of(assembly, group)
                line[0].show_inks(Ink(f"{look.mark} {tr(SHORT_GROUPS[group])}", look, strong=True))
            else:
                line[0].show_inks(Ink(tr("Others"), tone="dim"))
            share = round(100 * tally.seconds / times.total.seconds) if times.total.seconds else 0
            line[1].setText(tr_n("{n} speech", "{n} speeches", tally.number))
            line[2].setText(minutes(tally.seconds))
            line[3].setText(tr("{share}%", share=share))
