"""The drafting group that was appointed last: who sits in it, and since when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.people.drafting_bodies import drafting_body
from consult_app.meetings.people.titles import office_name
from consult_app.ui.belonging import behind_name, marked_name
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.parts.controls import Label, QuietButton


class DraftingGroupCard(Retranslating, QWidget):
    """Signals: ``appoint_asked()``."""

    appoint_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._assembly = Assembly()
        self.heading = Label("heading")
        self.standing = Label("dim", wrap=True)
        self.members = Label("", wrap=True)
        self.members.setTextFormat(Qt.TextFormat.RichText)
        self.appoint = QuietButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for widget in (self.heading, self.standing, self.members):
            column.addWidget(widget)
        column.addWidget(self.appoint, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.appoint.clicked.connect(self.appoint_asked)
        self.retranslate()

    def show_assembly(self, assembly: Assembly) -> None:
        """Show the drafting body of *assembly*, or what to do where there is none."""
        self._assembly = assembly
        body = drafting_body(assembly)
        committee = body is not None and body.kind == "drafting_committee"
        self.heading.setText(tr("Drafting Committee") if committee else tr("Drafting group"))
        self.members.setVisible(body is not None)
        self.appoint.setEnabled(bool(assembly.participants))
        self.appoint.set_words(tr("Appoint another…") if body else tr("Appoint…"), "G")
        if body is None:
            self.standing.setText(
                tr("None was appointed yet: as a rule some members of each group and the Reporter.")
                if assembly.participants
                else tr("None was appointed yet; first put the participants on the list, at People.")
            )
            return
        self.standing.setText(
            tr("Appointed at sitting {number}.", number=body.sitting)
            if body.sitting
            else tr("Appointed between sittings.")
        )
        lines = [marked_name(assembly, who) for who in body.members]
        if body.reporter:
            office = office_name("reporter", assembly.person(body.reporter), Languages.current())
            lines.append(f"{marked_name(assembly, body.reporter)}, {behind_name(office)}")
        self.members.setText("<br>".join(lines))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(tr("Drafting group"))
        self.show_assembly(self._assembly)
