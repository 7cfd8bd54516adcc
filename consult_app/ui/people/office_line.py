"""One office in the panel of the Officers: who holds it and held it, and the field to elect somebody."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consult_app.meetings.kept.assembly import Assembly, Officer
from consult_app.meetings.people.officers import VICE_CHAIRPERSONS
from consult_app.meetings.people.titles import office_name
from consult_app.ui.belonging import marked_name, name_of
from consult_app.ui.forms.person_field import PersonField
from consult_app.ui.language import Languages, tr
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton, SectionTitle, set_property
from consult_app.ui.stamps import stamp


class ChoosingLine(QWidget):
    """A heading, who it is, and a button that opens a field to name somebody else.

    Signals: ``chosen(person)`` when a person was named; ``vacated()`` when nobody is to be it.
    """

    chosen = Signal(str)
    vacated = Signal()

    def __init__(self, *, button_below: bool = False) -> None:
        """With the *button_below* what is said has a line of its own: it is more than a name."""
        super().__init__()
        self.name = SectionTitle()
        self.holder = Label("", wrap=True)
        self.holder.setTextFormat(Qt.TextFormat.RichText)
        self.history = Label("small", wrap=True)
        self.change = QuietButton()
        self.choice = PersonField()
        self.accept = PrimaryButton()
        self.vacate = QuietButton()
        shown = QHBoxLayout()
        shown.setSpacing(8)
        shown.addWidget(self.holder, 1)
        shown.addWidget(self.choice, 1)
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.accept)
        asked.addWidget(self.vacate)
        asked.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.name)
        column.addLayout(shown)
        if button_below:
            column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            shown.addWidget(self.change)
        column.addLayout(asked)
        column.addWidget(self.history)
        self._held = ""
        self._words = ("", "", "", "")
        self.change.clicked.connect(self._toggle)
        self.accept.clicked.connect(self._accepted)
        self.vacate.clicked.connect(self._vacated)
        self.choice.confirmed.connect(self._accepted)
        self.history.hide()
        self.open_choice(False)

    def show_line(self, assembly: Assembly, held: str, words: tuple[str, str, str, str]) -> None:
        """Show *held* (a participant, "" for nobody); *words* are the heading, what is said for nobody, the
        name of the button that takes somebody, and of the one that leaves it to nobody ("" for none)."""
        self._held, self._words = held, words
        heading, nobody, _take, _leave = words
        self.name.setText(heading)
        self.holder.setText(marked_name(assembly, held) if held else nobody)
        set_property(self.holder, "role", "" if held else "dim")
        self.choice.setAccessibleName(heading)
        self.change.setEnabled(bool(assembly.participants))
        self._say()

    def _say(self) -> None:
        heading, _nobody, take, leave = self._words
        opened = not self.choice.isHidden()
        self.change.set_words(tr("Cancel") if opened else tr("Change…") if self._held else f"{take}…")
        self.change.setAccessibleName(f"{self.change.text()} {heading}")
        self.accept.set_words(take)
        self.accept.setAccessibleName(f"{take}: {heading}")
        self.vacate.set_words(leave)
        self.vacate.setAccessibleName(f"{leave}: {heading}")
        self.vacate.setVisible(opened and bool(self._held) and bool(leave))

    def show_history(self, lines: list[str]) -> None:
        """Say who it was before."""
        self.history.setText("\n".join(lines))
        self.history.setVisible(bool(lines))

    def _toggle(self) -> None:
        self.open_choice(self.choice.isHidden())

    def open_choice(self, opened: bool) -> None:
        """Show the field to name somebody in, or who it is again."""
        self.choice.setVisible(opened)
        self.accept.setVisible(opened)
        self.holder.setVisible(not opened)
        self._say()
        if opened:
            self.choice.choose("")
            self.choice.setFocus()
        elif self.isVisible():
            self.change.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc closes the field."""
        if event.key() == Qt.Key.Key_Escape and not self.choice.isHidden():
            self.open_choice(False)
        else:
            super().keyPressEvent(event)

    def _accepted(self) -> None:
        if self.choice.chosen:
            person = self.choice.chosen
            self.open_choice(False)
            self.chosen.emit(person)
        else:
            self.choice.setFocus()

    def _vacated(self) -> None:
        self.open_choice(False)
        self.vacated.emit()


class OfficeLine(ChoosingLine):
    """An office of the meeting, with those who held it before."""

    def __init__(self, office: str) -> None:
        super().__init__()
        self.office = office

    def show_office(self, assembly: Assembly) -> None:
        """Show who holds the office and who held it, in the window's language."""
        officer = assembly.officers.get(self.office)
        held = officer.participant if officer else ""
        words = office_name(self.office, assembly.person(held), Languages.current())
        self.choice.offer(assembly, prefer=VICE_CHAIRPERSONS.get(self.office, ""))
        self.show_line(assembly, held, (words, tr("Not elected yet"), tr("Elect"), tr("Leaves the office")))
        self.show_history(
            [
                former_words(assembly, each)
                for each in reversed(assembly.former_officers)
                if each.office == self.office
            ]
        )


def former_words(assembly: Assembly, officer: Officer) -> str:
    """Return "Marit Solvang (Norway), 2 November 10:00 – 3 November 09:12"."""
    return tr(
        "{name}, {since} – {until}",
        name=name_of(assembly, officer.participant),
        since=stamp(officer.since),
        until=stamp(officer.until),
    )
