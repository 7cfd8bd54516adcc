"""Every screen of the program as a person meets it: named for a screen reader, whole, in its language, and
within reach of the Tab key."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from consult_app import ui
from consult_app.desk import Desk
from consult_app.meetings.acts import Language
from consult_app.meetings.particulars import CreateMeeting
from consult_app.presets import preset
from consult_app.sample import folder, play
from consult_app.ui import fonts
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.office import Office
from consult_app.ui.openings import SAMPLE_UNTIL
from consult_app.ui.overlays import Overlay
from consult_app.ui.panels import Card
from consult_app.ui.paper_export import PaperExport
from consult_app.ui.side_form import SideForm
from consult_app.ui.station import Station
from consult_app.ui.table.cards import AmendmentCard
from consult_app.ui.theme import Theme
from consult_app.ui.working import WorkingStation
from consult_app.words import translator
from tests.ui import audit
from tests.ui.burying import bury
from tests.ui.screens import IN_EMPTY_MEETING, IN_MEETING, WITHOUT_A_MEETING, Screen, Stuck, Walker

SIZE = (1366, 768)
SOAK: Final = os.environ.get("CONSULT_SOAK") == "1"
LOOKS: Final = (
    (("en", 1.0), ("fr", 1.0), ("es", 1.0), ("en", 1.5), ("fr", 1.5), ("es", 1.5)) if SOAK else (("fr", 1.5),)
)
"""Language and scale of the type: English is walked with Tab, French in large type asks for most room; the
others are looked at by ``make soak``."""


BASES: Final = (Card, Overlay, PaperExport, SideForm, Station, WorkingStation)
"""What others are made from, and nobody sees."""

UNSEEN: Final[dict[str, str]] = {
    "BallotEntry": "voting",
    "HelpWindow": "helping/test_help_window",
    "Banner": "test_office",
    "Limits": "test_speakers_panel",
    "NameEntry": "test_vote_panel",
    "NoteCard": "notes/test_panel",
    "NotedSign": "notes/test_panel",
    "PositionForm": "summaries",
    "SpeechForm": "summaries",
    "WordsForm": "summaries",
    "Statistics": "test_speakers_panel",
    "TextChooser": "test_several_texts",
    "VoteParts": "the base of VotePanel",
    "WarningLines": "test_amendment_form",
    "WrittenCard": "test_publish",
    "BracketsPanel": "test_table_brackets",
    "TakingIn": "test_taking_in",
    "TourCard": "helping/test_tour",
    "RoomWindow": "room",
    "KeysPage": "test_keys_page",
    "FoundWords": "safety/test_scratch",
    "PrintCard": "printing/test_card",
    "RecordedView": "test_vote_panel",
    "Signing": "languages/test_languages_station",
}
"""Widgets that are not on a screen of these tests, and where they are looked at."""

TIGHT: Final = {("panel of the room", 1.5), ("rules", 1.5)}
"""Screens with more side by side than a small laptop has room for at that scale: the panel of the room, the
outline, the text and the amendments. In the rules some rows keep a little of the height of the scale that
was before."""

OUT_OF_ORDER: Final = ("in RoomPanel back to",)
"""The panel of the room is older than most stations, so that Tab comes to it before them."""

SAME_IN_DATA: Final = frozenset({"English", "Action", "Name", "Group", "Country"})
"""Messages that are also a language's own name, a French word, or a heading of the list that is imported."""


@pytest.fixture(scope="module")
def file_chosen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a person chooses in the system's dialogs: the draft, or a list of people."""
    people = tmp_path_factory.mktemp("chosen") / "people.csv"
    people.write_text("Name,Group,Country\nIngrid Solheim,Government,NO\n", "utf-8")
    return people


@pytest.fixture(scope="module")
def walker(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walker]:
    """Somebody in the sample in mid-meeting."""
    path = tmp_path_factory.mktemp("screens") / "half.consult"
    play(path, until=SAMPLE_UNTIL).close()
    office = Office()
    office.shell.show()
    going = Walker(office)
    office.open(path)
    going.wait("the meeting", lambda: office.desk is not None)
    yield going
    office.close_meeting()
    office.shell.close()
    office.shell.deleteLater()
    bury()


SEEN: Final[set[str]] = set()
"""The names of all classes that were in sight, gathered by the tests of one process in their order."""


@pytest.fixture
def choosing(monkeypatch: pytest.MonkeyPatch, file_chosen: Path) -> None:
    """The system's dialogs, answered."""

    def chosen(_parent: QWidget, title: str, *_rest: object, **_more: object) -> tuple[str, str]:
        draft = folder() / "draft.en.txt"
        return str(draft if title == tr("Choose the text") else file_chosen), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)


def look(walker: Walker, language: str, scale: float) -> None:
    """Put language and scale in force, in a window of a small laptop."""
    Languages.set(language)
    Theme.instance().set_scale(scale)
    walker.settle()
    walker.office.shell.resize(*SIZE)
    walker.settle()


def walked(walker: Walker, screens: Sequence[Screen], language: str) -> dict[str, list[str]]:
    """Go to each of *screens* and return what is wrong there, by screen."""
    english = untranslated(language)
    wrong: dict[str, list[str]] = {}
    for screen in screens:
        try:
            window = walker.go(screen)
        except Stuck as stuck:
            wrong[screen.name] = [str(stuck)]
            continue
        SEEN.update(type(each).__name__ for each in audit.in_sight(window))
        tight = (screen.name, fonts.scale()) in TIGHT
        found = [
            *audit.nameless(window),
            *([] if tight else audit.cut(window)),
            *([] if tight else audit.misplaced(window)),
            *audit.hidden_columns(window),
            *(
                f"{where} says “{words}”"
                for words, where in audit.words_in(window).items()
                if words in english
            ),
        ]
        if window is walker.office.shell and window.size().toTuple() != SIZE:
            found.append(f"the window does not fit: {window.size().toTuple()}")
        found += walker.leave(screen)
        if found:
            wrong[screen.name] = found
    return wrong


def untranslated(language: str) -> set[str]:
    """Return what would be a word left in English: each message that is another one in *language*."""
    if language == "en":
        return set()
    catalogue = translator(language)._catalog  # type: ignore[attr-defined]
    return {
        said
        for said, words in catalogue.items()
        if isinstance(said, str) and "\x04" not in said and words != said and said not in SAME_IN_DATA
    }


@pytest.mark.parametrize(("language", "scale"), LOOKS, ids=[f"{code}-{scale}" for code, scale in LOOKS])
def test_every_screen_in_mid_meeting(walker: Walker, choosing: None, language: str, scale: float) -> None:
    look(walker, language, scale)
    wrong = walked(walker, IN_MEETING, language)
    assert wrong == {}, said(wrong)


def test_tab_comes_to_everything_in_the_order_of_reading(walker: Walker) -> None:
    look(walker, "en", 1.0)
    wrong: dict[str, list[str]] = {}
    for screen in IN_MEETING:
        try:
            found = around(walker, screen)
        except Stuck as stuck:
            found = [str(stuck)]
        found += walker.leave(screen)
        if found:
            wrong[screen.name] = found
    assert wrong == {}, said(wrong)


def around(walker: Walker, screen: Screen) -> list[str]:
    """Go round *screen* with Tab and back; return what is wrong. Raises Stuck."""
    window = walker.go(screen)
    shown = walker.shown(screen.shows)[-1]
    scope = shown if isinstance(shown, Overlay) else window
    before = audit.stops(scope)
    visited = walker.tab_round(window)
    back = walker.tab_back(window)
    found = audit.lost(before, scope, visited)
    for step in audit.out_of_order(window, audit.from_the_top(window, visited)):
        if not any(words in step for words in OUT_OF_ORDER):
            found.append(step)
    # going back, another card of the Table is at hand, with its decisions
    changing = any(isinstance(each, AmendmentCard) for each in visited)
    if not changing and back != [visited[0], *reversed(visited[1:])]:
        found.append("Shift+Tab does not lead back the same way")
    return found


def test_the_start_page_and_an_empty_meeting(walker: Walker, choosing: None, tmp_path: Path) -> None:
    office = walker.office
    wrong: dict[tuple[str, float, str], list[str]] = {}
    office.leave()
    for language, scale in LOOKS:
        look(walker, language, scale)
        wrong |= {
            (language, scale, name): found
            for name, found in walked(walker, WITHOUT_A_MEETING, language).items()
        }
    titles: dict[Language, str] = {"en": "River ports"}
    Desk.create(
        tmp_path / "empty.consult", CreateMeeting(titles=titles, rules=preset("technical_2019"))
    ).close()
    office.open(tmp_path / "empty.consult")
    walker.wait("the empty meeting", lambda: office.desk is not None)
    for language, scale in LOOKS:
        look(walker, language, scale)
        wrong |= {
            (language, scale, name): found
            for name, found in walked(walker, IN_EMPTY_MEETING, language).items()
        }
    assert wrong == {}, said(wrong)


def test_no_form_was_left_out() -> None:
    if not {"StartPage", "TableStation"} <= SEEN:
        pytest.skip("the screens were not walked in this run")
    left_out = sorted(forms().difference(SEEN, UNSEEN))
    assert not left_out, " ".join(left_out)
    assert sorted(set(UNSEEN) - forms()) == []


def forms() -> set[str]:
    """The names of all widgets of the window that have words of their own or are a surface for others."""
    for module in pkgutil.walk_packages(ui.__path__, "consult_app.ui."):
        importlib.import_module(module.name)
    found: set[str] = set()
    ahead: list[type] = [Retranslating, Card]
    while ahead:
        kind: type
        for kind in ahead.pop().__subclasses__():
            ahead.append(kind)
            if issubclass(kind, QWidget) and kind.__module__.startswith("consult_app.ui"):
                found.add(kind.__name__)
    return found - {kind.__name__ for kind in BASES}


def said(wrong: Mapping[Any, list[str]]) -> str:
    """What is wrong, a line each."""
    return "\n".join(f"{where}: {fault}" for where, found in wrong.items() for fault in found)
