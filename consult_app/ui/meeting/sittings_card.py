"""The sitting that is open, and the buttons that open and close one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.proceedings.sitting import CloseSitting, OpenSitting
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import Card
from consult_app.ui.stamps import stamp
from consult_app.words import term


class SittingsCard(Retranslating, Card):
    """Signals: ``asked(command)`` to open or to close a sitting."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self.now = Label("", wrap=True)
        self.open_plenary = PrimaryButton()
        self.open_group = QuietButton()
        self.close_button = QuietButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 14, 10)
        row.setSpacing(8)
        line = BrokenLine(8)
        row.addWidget(line)
        line.add(self.now, 1)
        for button in (self.open_group, self.open_plenary, self.close_button):
            line.add(button)
        self.open_plenary.clicked.connect(lambda: self.asked.emit(OpenSitting(kind="plenary")))
        self.open_group.clicked.connect(lambda: self.asked.emit(OpenSitting(kind="drafting_group")))
        self.close_button.clicked.connect(lambda: self.asked.emit(CloseSitting()))
        self.retranslate()

    def show_sittings(self, assembly: Assembly) -> None:
        """Show which sitting of *assembly* is open, if any."""
        self._assembly = assembly
        now = assembly.sitting
        if now is not None:
            self.now.setText(
                tr(
                    "Sitting {number} ({kind}) is open since {time}.",
                    number=now.number,
                    kind=term("sitting", now.kind, "sitting", Languages.current()),
                    time=stamp(now.opened),
                )
            )
        elif assembly.sittings:
            self.now.setText(tr("No sitting is open."))
        else:
            self.now.setText(tr("No sitting has been held yet. Decisions may be recorded all the same."))
        for button in (self.open_plenary, self.open_group):
            button.setVisible(now is None)
        self.close_button.setVisible(now is not None)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(tr("The sitting that is open"))
        self.open_plenary.set_words(tr("Open the next sitting"))
        self.open_group.set_words(tr("Open a drafting group"))
        self.close_button.set_words(tr("Close the sitting"))
        self.show_sittings(self._assembly)
