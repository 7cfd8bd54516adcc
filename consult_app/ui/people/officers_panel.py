"""The side of the People station: the Officers, who presides at the sitting, and the drafting group."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from consult_app.meetings.kept.assembly import OFFICES, Assembly
from consult_app.meetings.people.drafting_bodies import drafting_body
from consult_app.meetings.people.officers import AppointActingChairperson, ElectOfficer, EndOffice, offices
from consult_app.meetings.people.titles import acting_name, office_name
from consult_app.ui.belonging import behind_name, marked_name, name_of
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.parts.controls import HairLine, Label, QuietButton
from consult_app.ui.people.office_line import ChoosingLine, OfficeLine

_UNBROKEN_HYPHEN = "\u2011"


class OfficersPanel(Retranslating, QWidget):
    """The offices that the rules provide for, each with its holder.

    Signals: ``asked(command)`` to elect, to end an office, to have somebody preside;
    ``drafting_asked()`` to appoint the drafting group.
    """

    asked = Signal(object)
    drafting_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._assembly = Assembly()
        self.heading = Label("heading")
        self.lines = {office: OfficeLine(office) for office in OFFICES}
        self.acting = ChoosingLine(button_below=True)
        self.drafting_heading = Label("heading")
        self.drafting = Label("", wrap=True)
        self.drafting.setTextFormat(Qt.TextFormat.RichText)
        self.appoint = QuietButton()
        self._lay_out()
        for office, line in self.lines.items():
            line.chosen.connect(lambda person, of=office: self._elect(of, person))
            line.vacated.connect(lambda of=office: self.asked.emit(EndOffice(office=of)))
        self.acting.chosen.connect(lambda who: self.asked.emit(AppointActingChairperson(participant=who)))
        self.acting.vacated.connect(lambda: self.asked.emit(AppointActingChairperson(participant="")))
        self.appoint.clicked.connect(self.drafting_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(self.heading)
        for line in (*self.lines.values(), self.acting):
            column.addWidget(line)
        column.addWidget(HairLine())
        for widget in (self.drafting_heading, self.drafting):
            column.addWidget(widget)
        column.addWidget(self.appoint, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_officers(self, assembly: Assembly) -> None:
        """Show the Officers of *assembly*: the offices of its rules, and any other that somebody holds."""
        self._assembly = assembly
        provided = offices(assembly)
        for office, line in self.lines.items():
            line.setVisible(office in provided or office in assembly.officers)
            line.show_office(assembly)
        sitting = assembly.sitting
        self.acting.setVisible(sitting is not None)
        if sitting is not None:
            who = assembly.acting.get(sitting.number, "")
            acting = acting_name(assembly.person(who), Languages.current())
            self.acting.choice.offer(assembly)
            self.acting.show_line(
                assembly,
                who,
                (
                    tr("{office}, sitting {n}", office=acting, n=sitting.number)
                    if who
                    else tr("In the chair at sitting {n}", n=sitting.number),
                    _presiding(assembly),
                    tr("Choose who presides"),
                    tr("The Chairperson presides again"),
                ),
            )
        self._show_drafting(assembly)

    def _show_drafting(self, assembly: Assembly) -> None:
        body = drafting_body(assembly)
        if body is None:
            self.drafting_heading.setText(tr("Drafting group"))
            self.drafting.setText(tr("Not appointed"))
            self.appoint.set_words(tr("Appoint…"), "D")
            return
        group = body.kind == "drafting_group"
        self.drafting_heading.setText(tr("Drafting group") if group else tr("Drafting Committee"))
        lines = [marked_name(assembly, who) for who in body.members]
        if body.reporter:
            office = office_name("reporter", assembly.person(body.reporter), Languages.current())
            lines.append(f"{marked_name(assembly, body.reporter)}, {behind_name(office)}")
        if body.sitting:
            lines.append(tr("Appointed at sitting {n}", n=body.sitting))
        self.drafting.setText("<br>".join(lines))
        self.appoint.set_words(tr("Appoint anew…"), "D")

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.setText(tr("Officers"))
        self.setAccessibleName(tr("Officers"))
        self.show_officers(self._assembly)

    def _elect(self, office: str, person: str) -> None:
        self.asked.emit(ElectOfficer(office=office, participant=person))


def _presiding(assembly: Assembly) -> str:
    """What is said where nobody presides in the Chairperson's place: who does preside."""
    officer = assembly.officers.get("chairperson")
    if officer is None:
        return tr("The Chairperson presides")
    name = name_of(assembly, officer.participant).replace("-", _UNBROKEN_HYPHEN)
    return tr("{name} presides", name=escape(name))
