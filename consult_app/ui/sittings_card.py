"""The sittings: the one that is open, those that were held, and the buttons that open and close."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from consult_app.meetings.assembly import Assembly, Sitting
from consult_app.meetings.sitting import CloseSitting, OpenSitting
from consult_app.ui.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.dates import clock, day
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.panels import Card
from consult_app.ui.stamps import stamp
from consult_app.words import term


class SittingsCard(Retranslating, Card):
    """Signals: ``asked(command)`` to open or to close a sitting."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self.heading = Label("heading")
        self.now = Label("", wrap=True)
        self.before = Label("small", wrap=True)
        self.open_plenary = PrimaryButton()
        self.open_group = QuietButton()
        self.close_button = QuietButton()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.open_plenary, self.open_group, self.close_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(8)
        for widget in (self.heading, self.now):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.before)
        self.open_plenary.clicked.connect(lambda: self.asked.emit(OpenSitting(kind="plenary")))
        self.open_group.clicked.connect(lambda: self.asked.emit(OpenSitting(kind="drafting_group")))
        self.close_button.clicked.connect(lambda: self.asked.emit(CloseSitting()))
        self.retranslate()

    def show_sittings(self, assembly: Assembly) -> None:
        """Show the sittings of *assembly*."""
        self._assembly = assembly
        now = assembly.sitting
        if now is not None:
            self.now.setText(
                tr(
                    "Sitting {number} ({kind}) is open since {time}.",
                    number=now.number,
                    kind=_kind(now),
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
        held = [sitting for sitting in assembly.sittings if sitting.closed]
        self.before.setText("\n".join(_line(sitting) for sitting in held))
        self.before.setVisible(bool(held))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.setText(tr("Sittings"))
        self.setAccessibleName(tr("Sittings"))
        self.open_plenary.set_words(tr("Open the next sitting"))
        self.open_group.set_words(tr("Open a drafting group"))
        self.close_button.set_words(tr("Close the sitting"))
        self.show_sittings(self._assembly)


def _kind(sitting: Sitting) -> str:
    return term("sitting", sitting.kind, "sitting", Languages.current())


def _line(sitting: Sitting) -> str:
    opened, closed = datetime.fromisoformat(sitting.opened), datetime.fromisoformat(sitting.closed)
    return tr(
        "{number}. {kind}, {day}, {opened}–{closed}",
        number=sitting.number,
        kind=_kind(sitting),
        day=day(opened.astimezone().date(), weekday=True),
        opened=clock(opened),
        closed=clock(closed),
    )
