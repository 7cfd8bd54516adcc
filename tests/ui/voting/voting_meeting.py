"""An invented meeting at the Table with as many members in each group as a vote needs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from consult_app.desk import Desk
from consult_app.drafting.handing_in.importing import ImportText
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.meetings.people.people import Person, RegisterParticipants
from consult_app.meetings.proceedings.sitting import OpenSitting
from consult_app.meetings.setting_up.particulars import CreateMeeting
from consult_app.presets import preset
from consult_app.ui.table.station import TableStation
from consult_app.ui.voting.panel import VotePanel
from tests.meetings.voters import people
from tests.ui.table_meeting import ENGLISH, done, nodes


def voters(folder: Path, *counts: int, rules: str = "ilc_committee") -> Desk:
    """A meeting with a text, D.1 and D.2 to its paragraph 1, and so many members of each group."""
    found = preset(rules)
    create = CreateMeeting(titles={"en": "Invented meeting"}, rules=found)
    desk = Desk.create(folder / "vote.consult", create)
    done(desk, ImportText(language="en", nodes=nodes(tuple(text for _, text in ENGLISH))))
    if any(counts):
        done(desk, RegisterParticipants(people=tuple(Person(**each) for each in people(*counts))))
    done(desk, OpenSitting(kind="plenary"))
    for by, text in (("workers", "fair and decent"), ("employers", "full and decent")):
        words = f"The Office should promote {text} work."
        done(desk, SubmitAmendment(by=by, kind="replace", target="1", text=words))
    return desk


def counted(panel: VotePanel, *rows: tuple[int, ...]) -> None:
    """Type *rows* (for, against, abstaining; by group) as a clerk does: Tab leads from field to field."""
    field: QWidget = panel.groups.first_field()
    field.setFocus()
    for row in rows:
        for value in (*row, *(0,) * (3 - len(row))):
            focus = panel.window().focusWidget()
            QTest.keyClicks(focus, str(value))
            QTest.keyClick(focus, Qt.Key.Key_Tab)


def vote_panel(station: TableStation) -> VotePanel:
    """Open the panel with V where the focus is."""
    QTest.keyClick(station.window().focusWidget(), Qt.Key.Key_V)
    assert station.parts.side.page == "vote"
    return station.parts.side.vote
