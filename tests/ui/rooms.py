"""A small invented meeting for the tests of the stations: a desk with people, a text, two amendments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from consult_app import sample
from consult_app.desk import Desk, Done
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.exchange.importing import import_command
from consult_app.exchange.reading import read
from consult_app.meetings.acts import Command
from consult_app.meetings.people.groups import RegisterGroup
from consult_app.meetings.people.people import Person, RegisterParticipants
from consult_app.meetings.setting_up.particulars import CreateMeeting
from consult_app.presets import preset
from consult_app.ui.waiting import in_window
from consult_app.ui.working import WorkingStation

PEOPLE = (
    Person(name="Ingrid Solheim", role="member", group="government", country="NO", title="Ms"),
    Person(name="Amadou Fofana", role="member", group="africa", country="SN"),
    Person(name="Zoë Brandt", role="adviser", group="employers", country="DE"),
    Person(name="Luis Ferreyra", role="member", group="workers", country="AR"),
)


def carry_out(desk: Desk, *commands: Command) -> list[Done]:
    """Perform *commands*, each of which must be done."""
    answers = [desk.perform(command).result() for command in commands]
    for answer in answers:
        assert isinstance(answer, Done), answer
    return [answer for answer in answers if isinstance(answer, Done)]


def new_desk(folder: Path, rules: str = "tripartite_technical_2013") -> Desk:
    """A desk of a meeting with nothing but a title."""
    return Desk.create(
        folder / "meeting.consult", CreateMeeting(titles={"en": "River ports"}, rules=preset(rules))
    )


def add_people(desk: Desk) -> None:
    """Register a regional group and :data:`PEOPLE`."""
    carry_out(
        desk,
        RegisterGroup(id="africa", names={"en": "Africa group"}, parent="government"),
        RegisterParticipants(people=PEOPLE),
    )


def add_text(desk: Desk, languages: Sequence[str] = ("en", "fr")) -> None:
    """Import the sample's draft in *languages*."""
    for language in languages:
        parsed = read(sample.folder() / f"draft.{language}.txt", language)
        carry_out(desk, import_command(parsed, desk.state))


def words_of(desk: Desk, label: str, language: str = "en") -> str:
    """The words of the node with this label now."""
    from consult_app.drafting.text.numbering import by_label

    text = next(iter(desk.state.drafting.texts.values()))
    return text.nodes[by_label(text.tree)[label]].text(language)


def add_amendments(desk: Desk) -> None:
    """D.1 by the Workers to replace a word of paragraph 1, D.2 by the Employers to delete paragraph 3."""
    carry_out(
        desk,
        SubmitAmendment(
            by="workers",
            kind="replace",
            target="1",
            text=words_of(desk, "1").replace("indispensable", "essential"),
            justification="A plainer word.",
        ),
        SubmitAmendment(by="employers", kind="delete", target="3"),
    )


def shown(qtbot: QtBot, station: WorkingStation, desk: Desk) -> None:
    """Bind *station* to *desk*, have it told of changes as the window does, and show it."""
    qtbot.addWidget(station)
    station.bind(desk)
    desk.subscribe(in_window(station, station.refresh))
    station.resize(1300, 700)
    station.show()
    qtbot.waitExposed(station)


def focus(qtbot: QtBot, station: QWidget, widget: QWidget) -> None:
    """Give *widget* the focus and wait until it has it."""
    station.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def under_the_fingers() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
