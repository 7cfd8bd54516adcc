"""Each kind of decision, played in the real window by keys, is said aloud once, in the language at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.meetings.people.people import Person, RegisterParticipants
from consult_app.ui.announcing import Announcer
from consult_app.ui.language import Languages, tr
from consult_app.ui.office import Office
from consult_app.ui.table.station import TableStation
from tests.ui.screens import Walker
from tests.ui.table_meeting import done, meeting

#: said by the platform without a screen when a window is raised
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SAID = {
    "en": {
        "call": "Decision {n} saved: call {d}",
        "adopt": "Decision {n} saved: adopt {d}",
        "reject": "Decision {n} saved: reject {d}",
        "withdraw": "Decision {n} saved: withdraw {d}",
        "vote": "Decision {n} saved: vote on {d}",
        "undo": "Undone: withdraw {d}",
    },
    "fr": {
        "call": "Décision {n} enregistrée: appeler {d}",
        "adopt": "Décision {n} enregistrée: adopter {d}",
        "reject": "Décision {n} enregistrée: rejeter {d}",
        "withdraw": "Décision {n} enregistrée: retirer {d}",
        "vote": "Décision {n} enregistrée: vote sur {d}",
        "undo": "Annulé: retirer {d}",
    },
    "es": {
        "call": "Decisión {n} guardada: someter {d} a examen",
        "adopt": "Decisión {n} guardada: adoptar {d}",
        "reject": "Decisión {n} guardada: rechazar {d}",
        "withdraw": "Decisión {n} guardada: retirar {d}",
        "vote": "Decisión {n} guardada: votación sobre {d}",
        "undo": "Deshecho: retirar {d}",
    },
}


class Hearer(Walker):
    """Somebody at the keys who hears what a screen reader is given."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.heard: list[tuple[str, bool]] = []

    @property
    def desk(self) -> Desk:
        """The desk of the meeting that is open."""
        assert self.office.desk is not None
        return self.office.desk

    def hear(self, words: str, urgent: bool) -> None:
        """Take down what is said."""
        self.heard.append((words, urgent))

    def decide(self, *keys: str) -> tuple[int, list[str]]:
        """Press *keys*; returns the number of the row that came of it, and what was said."""
        self.heard.clear()
        before = self.desk.seq
        self.press(*keys)
        self.wait(f"a decision after {keys}", lambda: self.desk.seq > before and bool(self.heard))
        table = self.office.shell.station("table")
        assert isinstance(table, TableStation)
        self.wait("the answer", lambda: not table.busy)
        return self.desk.seq, [words for words, _urgent in self.heard]

    def said_after(self, *keys: str) -> list[str]:
        """Press *keys*, which decide nothing; returns what was said."""
        self.heard.clear()
        before = self.desk.seq
        self.press(*keys)
        self.wait(f"something said after {keys}", lambda: bool(self.heard))
        assert self.desk.seq == before
        return [words for words, _urgent in self.heard]


@pytest.fixture
def clerk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Hearer]:
    members = tuple(
        Person(name=f"{group} {number}", role="member", group=group, country="NO")
        for group in ("government", "employers", "workers")
        for number in range(4)
    )
    with meeting(tmp_path) as desk:
        done(desk, RegisterParticipants(people=members))
    office = Office()
    qtbot.addWidget(office.shell, before_close_func=lambda _shell: office.close_meeting())
    office.shell.show()
    made = Hearer(office)
    office.open(tmp_path / "table.consult")
    made.wait("the meeting", lambda: office.desk is not None)
    office.shell.enter("table")
    made.come_forward()
    QAccessible.setActive(True)
    Announcer.instance().said.connect(made.hear)
    yield made
    Announcer.instance().said.disconnect(made.hear)
    QAccessible.setActive(False)
    office.close_meeting()


@pytest.mark.parametrize("language", SAID)
def test_decisions_on_amendments_are_said_once(clerk: Hearer, language: str) -> None:
    Languages.set(language)
    for number, key, kind in (("D.1", "A", "adopt"), ("D.2", "R", "reject"), ("D.3", "W", "withdraw")):
        clerk.choose(number)
        if key != "W":
            row, said = clerk.decide("C")
            assert said == [SAID[language]["call"].format(n=row, d=number)]
        row, said = clerk.decide(key)
        assert said == [SAID[language][kind].format(n=row, d=number)]
    _row, said = clerk.decide("Ctrl+Z")
    assert said == [SAID[language]["undo"].format(d="D.3")]


def test_a_paragraph_a_vote_a_refusal_and_the_room(clerk: Hearer) -> None:
    clerk.choose("D.3")
    clerk.decide("C")
    clerk.press("V")
    for figure in "300300300":
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClicks(held, figure)
        clerk.press("Tab")
    row, said = clerk.decide("Ctrl+Return")
    assert said.count(f"Decision {row} saved: vote on D.3") == 1
    assert len(said) == len(set(said))
    clerk.press("Escape")
    clerk.choose("D.3")
    [refused] = clerk.said_after("A")
    assert refused == "D.3 is adopted: “Adopt” is not open now."
    clerk.choose("D.1")
    clerk.decide("C")
    clerk.decide("A")
    clerk.choose("D.2")
    clerk.decide("W")
    row, said = clerk.decide("Return")
    assert said == [f"Decision {row} saved: adopt paragraph 1"]
    clerk.choose(tr("Room in a window"))
    clerk.come_forward()
    [shown] = clerk.said_after("F5")
    assert "room" in shown.lower()
