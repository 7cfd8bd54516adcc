"""The officers of the meeting: each office with its holder, elected or changed in one step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consult_app.meetings.assembly import OFFICES, Assembly
from consult_app.meetings.sitting import ElectOfficer
from consult_app.ui.belonging import mark_of, marked_name
from consult_app.ui.controls import Label, PrimaryButton, QuietButton, SectionTitle
from consult_app.ui.fields import ChoiceBox
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.words import term

_SUITED = {
    "government_vice_chairperson": "government",
    "employer_vice_chairperson": "employers",
    "worker_vice_chairperson": "workers",
}


class _OfficeLine(QWidget):
    """An office: its holder with a button, or the list to choose from. Signals: ``elected(person)``."""

    elected = Signal(str)

    def __init__(self, office: str) -> None:
        super().__init__()
        self.office = office
        self._assembly = Assembly()
        self.name = SectionTitle()
        self.holder = Label("", wrap=True)
        self.holder.setTextFormat(Qt.TextFormat.RichText)
        self.change = QuietButton()
        self.choice = ChoiceBox()
        self.accept = PrimaryButton()
        self.choice.hide()
        self.accept.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.holder, 1)
        row.addWidget(self.choice, 1)
        row.addWidget(self.change)
        row.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addLayout(row)
        self.change.clicked.connect(self._toggle)
        self.accept.clicked.connect(self._accepted)

    def show_office(self, assembly: Assembly) -> None:
        """Show who holds the office, in the window's language."""
        self._assembly = assembly
        office = term("office", self.office, "officer", Languages.current())
        officer = assembly.officers.get(self.office)
        self.name.setText(office)
        if officer:
            self.holder.setText(marked_name(assembly, officer.participant))
        else:
            self.holder.setText(tr("not elected yet"))
        self.holder.setProperty("role", "" if officer else "dim")
        self.holder.style().unpolish(self.holder)
        self.holder.style().polish(self.holder)
        self._say_change(officer is not None)
        self.change.setEnabled(bool(assembly.participants))
        self.accept.set_words(tr("Elect"))
        self.accept.setAccessibleName(tr("Elect: {office}", office=office))
        self.choice.setAccessibleName(office)
        if not self.choice.isHidden():
            self._fill()

    def _say_change(self, held: bool) -> None:
        office = self.name.text()
        if not self.choice.isHidden():
            self.change.set_words(tr("Cancel"))
        else:
            self.change.set_words(tr("Change…") if held else tr("Elect…"))
        self.change.setAccessibleName(f"{self.change.text()} {office}")

    def _fill(self) -> None:
        chosen = self.choice.currentData()
        suited = _SUITED.get(self.office, "")
        people = sorted(
            self._assembly.participants.values(),
            key=lambda p: (self._assembly.main_group(p.id) != suited if suited else False, p.name.casefold()),
        )
        self.choice.clear()
        for person in people:
            self.choice.addItem(f"{mark_of(self._assembly, person.id)} {person.name}", person.id)
        held = self._assembly.officers.get(self.office)
        at = self.choice.findData(chosen if chosen is not None else held.participant if held else "")
        self.choice.setCurrentIndex(max(0, at))

    def _toggle(self) -> None:
        self.open_choice(self.choice.isHidden())

    def open_choice(self, opened: bool) -> None:
        """Show the list to choose from, or the holder again."""
        self.choice.setVisible(opened)
        self.accept.setVisible(opened)
        self.holder.setVisible(not opened)
        self._say_change(self.office in self._assembly.officers)
        if opened:
            self._fill()
            self.choice.setFocus()

    def _accepted(self) -> None:
        if self.choice.currentData():
            self.elected.emit(str(self.choice.currentData()))


class OfficersPanel(Retranslating, QWidget):
    """All offices. Signals: ``asked(ElectOfficer)``."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._assembly = Assembly()
        self.heading = Label("heading")
        self.lines = {office: _OfficeLine(office) for office in OFFICES}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(self.heading)
        for office, line in self.lines.items():
            column.addWidget(line)
            line.elected.connect(lambda person, of=office: self._elect(of, person))
        column.addStretch(1)
        self.retranslate()

    def show_officers(self, assembly: Assembly) -> None:
        """Show the officers of *assembly*."""
        self._assembly = assembly
        reporter = assembly.meeting.rules.reporter or "reporter" in assembly.officers
        for office, line in self.lines.items():
            line.setVisible(office != "reporter" or reporter)
            line.show_office(assembly)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.setText(tr("Officers"))
        self.setAccessibleName(tr("Officers"))
        self.show_officers(self._assembly)

    def _elect(self, office: str, person: str) -> None:
        self.lines[office].open_choice(False)
        self.asked.emit(ElectOfficer(office=office, participant=person))
