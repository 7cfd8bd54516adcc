"""F1 on every screen: the page is about it, begins where it is spoken of, and is never the front page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication

from consult_app.desk import Desk
from consult_app.meetings.setting_up.particulars import CreateMeeting
from consult_app.presets import preset
from consult_app.sample import folder, play
from consult_app.ui.choosing_files import Asked
from consult_app.ui.file.openings import SAMPLE_UNTIL
from consult_app.ui.helping.pages import PAGES, page
from consult_app.ui.office import Office
from consult_app.ui.stations import PLANS
from tests.ui.burying import bury
from tests.ui.choosing import answered
from tests.ui.screens import IN_EMPTY_MEETING, IN_MEETING, WITHOUT_A_MEETING, Screen, Walker

PLACES: Final = {
    "rules": "meeting#rules",
    "agenda": "meeting#agenda",
    "agenda item": "meeting#agenda",
    "point for discussion": "meeting#agenda",
    "no agenda": "meeting#agenda",
    "sittings": "meeting#sittings",
    "plan of a sitting": "meeting#sittings",
    "drafting group of a sitting": "people#groups",
    "no sitting": "meeting#sittings",
    "governing body": "meeting#governing-body",
    "meeting data without a text": "meeting#text",
    "import of the text": "meeting#text",
    "new participant": "people#person",
    "participant": "people#person",
    "removal": "people#person",
    "substitution": "people#substitution",
    "regional group": "people#groups",
    "drafting group": "people#groups",
    "export of people": "people#import",
    "import of people": "people#import",
    "new document": "papers#new",
    "document": "papers#new",
    "new amendment": "amendments#new",
    "sort code": "amendments#codes",
    "typing": "table#typing",
    "subamending": "table#typing",
    "vote": "votes",
    "motion": "votes#motions",
    "statement": "votes#motions",
    "speakers": "votes#speakers",
    "notes": "table#notes",
    "comparing": "table#compare",
    "finding": "table#find",
    "translating": "languages#translate",
    "follow-up": "progress#followup",
    "no follow-up": "progress#followup",
    "new action": "progress#followup",
    "action": "progress#followup",
    "export of follow-up": "progress#followup",
    "palette": "start#ways",
    "places": "start#ways",
    "keys": "keys",
    "change of keys": "keys",
    "panel of the room": "room",
    "start page": "start",
    "new meeting": "start#new",
}
"""The places in the manual that a screen leads to, where it is not the page of its station."""

OWN: Final = frozenset({"help", "room"})
"""Windows of their own, in which F1 is not the desk's."""


@pytest.fixture(scope="module")
def walker(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walker]:
    """Somebody in the sample in mid-meeting."""
    path = tmp_path_factory.mktemp("help") / "half.consult"
    play(path, until=SAMPLE_UNTIL).close()
    office = Office()
    office.shell.resize(1366, 768)
    office.shell.show()
    going = Walker(office)
    office.open(path)
    going.wait("the meeting", lambda: office.desk is not None)
    yield going
    office.close_meeting()
    office.shell.close()
    office.shell.deleteLater()
    bury()


@pytest.fixture(autouse=True)
def choosing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The system's dialog gives the draft, or a list of people."""
    people = tmp_path / "people.csv"
    people.write_text("Name,Group,Country\nIngrid Solheim,Government,NO\n", "utf-8")

    def chosen(asked: Asked) -> Path:
        return folder() / "draft.en.txt" if asked.title == "Choose the text" else people

    answered(monkeypatch, chosen)


def is_about(screen: Screen, place: str) -> bool:
    """Whether *place* is that of *screen*, or stands on the page of its station."""
    if screen.name in PLACES:
        return place == PLACES[screen.name]
    return place.partition("#")[0] == PLANS[int(screen.keys[0].removeprefix("Ctrl+")) - 1].key


def led_astray(walker: Walker, screens: Sequence[Screen]) -> dict[str, str]:
    """Press F1 on each of *screens*; where it led, by name, when that is somewhere else."""
    wrong: dict[str, str] = {}
    for screen in screens:
        if screen.name in OWN:
            continue
        walker.go(screen)
        walker.press("F1")
        help_window = walker.office.helping.window
        shown = help_window.place if help_window.isVisible() else "nothing"
        if not is_about(screen, shown):
            wrong[screen.name] = shown
        help_window.close()
        walker.come_forward()
        walker.leave(screen)
    return wrong


def test_f1_leads_to_the_page_of_the_screen_at_hand(walker: Walker) -> None:
    assert led_astray(walker, IN_MEETING) == {}


def test_so_it_does_without_a_meeting_and_in_an_empty_one(walker: Walker, tmp_path: Path) -> None:
    office = walker.office
    office.leave()
    assert led_astray(walker, WITHOUT_A_MEETING) == {}
    create = CreateMeeting(titles={"en": "River ports"}, rules=preset("technical_2019"))
    Desk.create(tmp_path / "empty.consult", create).close()
    office.open(tmp_path / "empty.consult")
    walker.wait("the empty meeting", lambda: office.desk is not None)
    assert led_astray(walker, IN_EMPTY_MEETING) == {}


def test_every_place_stands_in_the_manual() -> None:
    for place in {*PLACES.values()} - {"keys"}:
        name, _, anchor = place.partition("#")
        assert name in PAGES
        assert not anchor or anchor in {section.anchor for section in page(name, "en").sections}
