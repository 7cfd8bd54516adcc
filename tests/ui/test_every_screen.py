"""Every screen of the program as a person meets it: named for a screen reader, whole, in its language, and
within reach of the Tab key."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from consult_app import ui
from consult_app.desk import Desk
from consult_app.meetings.acts import Language
from consult_app.meetings.setting_up.particulars import CreateMeeting
from consult_app.places import documents_dir
from consult_app.presets import preset
from consult_app.sample import folder, play, prepare
from consult_app.ui.amendments.changes_page import ChangesPage
from consult_app.ui.amendments.coming_in import ComingIn
from consult_app.ui.amendments.form_fields import FormFields
from consult_app.ui.choosing_files import Asked
from consult_app.ui.file.openings import SAMPLE_FOLDER, SAMPLE_UNTIL
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.office import Office
from consult_app.ui.parts.panels import Card
from consult_app.ui.publish.paper_export import PaperExport
from consult_app.ui.station import Station
from consult_app.ui.summaries.words_form import WordsForm
from consult_app.ui.voting.panel_parts import VoteParts
from consult_app.ui.window.overlays import Overlay
from consult_app.ui.working import WorkingStation
from consult_app.words import translator
from tests.conftest import SOAK
from tests.ui import audit
from tests.ui.burying import bury
from tests.ui.busy_meeting import IN_BUSY_MEETING, make_busy, only_one_paper, write_tracked
from tests.ui.choosing import answered
from tests.ui.hand_over import given_and_handed_over
from tests.ui.screens import (
    HANDED_OVER,
    IN_EMPTY_MEETING,
    IN_GROUP_FILE,
    IN_MEETING,
    IN_SAMPLE,
    WITHOUT_A_MEETING,
    Screen,
    Stuck,
    Walker,
)
from tests.ui.seen_focus import kind_of, unseen_focus

pytestmark = pytest.mark.soak

SIZE = (1366, 768)


@dataclass(frozen=True)
class Looked:
    """How the screens are looked at: language, scale of the type, scale of the text, colours."""

    language: str
    scale: float = 1.0
    text_scale: float = 1.0
    choice: Choice = Choice.LIGHT

    def __str__(self) -> str:
        return f"{self.language}-{self.scale}-{self.text_scale}-{self.choice}"


LARGE: Final = Looked("fr", 1.5)
"""French in large type asks for most room; English is walked with Tab."""

LOOKS: Final = (
    (
        *(Looked(language, scale) for scale in (1.0, 1.5) for language in ("en", "fr", "es")),
        *(Looked(language, 1.0, 2.0) for language in ("en", "fr", "es")),
        Looked("fr", 1.5, 2.0, Choice.DARK),
        Looked("es", 1.0, 1.0, Choice.CONTRAST),
        Looked("en", 1.5, 1.0, Choice.CONTRAST_DARK),
        *(Looked(language, 2.0) for language in ("fr", "es")),
    )
    if SOAK
    else (LARGE,)
)
"""All but one are looked at by ``make soak`` alone."""


TRACKED: Final = "tracked.docx"

BASES: Final = (
    *(Card, ChangesPage, ComingIn, FormFields, Overlay, PaperExport, SideForm),
    *(Station, VoteParts, WordsForm, WorkingStation),
)
"""What others are made from, and nobody sees."""

ELSEWHERE: Final = {"StandingNotices": "test_reading_only, test_lost_file: only a file in trouble has it"}
"""What no meeting in order shows, and where it is looked at."""

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
def half(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in mid-meeting, as nobody has worked on it yet."""
    path = tmp_path_factory.mktemp("screens") / "half.consult"
    play(path, until=SAMPLE_UNTIL).close()
    return path


@pytest.fixture(scope="module")
def walker(qapp: QApplication, half: Path) -> Iterator[Walker]:
    """Somebody in the sample in mid-meeting."""
    path = half.with_name("walked.consult")
    shutil.copyfile(half, path)
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

    by_title = {
        "Choose the text": folder() / "draft.en.txt",
        "Choose the file with tracked changes, or what a group handed over": file_chosen.with_name(TRACKED),
    }

    def chosen(asked: Asked) -> Path:
        return next((file for words, file in by_title.items() if asked.title == tr(words)), file_chosen)

    answered(monkeypatch, chosen)


def look(walker: Walker, looked: Looked) -> None:
    """Put language, scales and colours in force, in a window of a small laptop."""
    Languages.set(looked.language)
    Theme.instance().choose(looked.choice)
    Theme.instance().set_scale(looked.scale)
    Theme.instance().set_text_scale(looked.text_scale)
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
        found = faults(window, screen, english)
        if found:
            # what was only half laid out is whole a moment later
            walker.settle()
            found = faults(window, screen, english)
        if window is walker.office.shell and window.size().toTuple() != SIZE:
            found.append(f"the window does not fit: {window.size().toTuple()}")
        found += walker.leave(screen)
        if found:
            wrong[screen.name] = found
    return wrong


def faults(window: QWidget, screen: Screen, english: set[str]) -> list[str]:
    """What is wrong on *screen* in *window*; *english* are the words that must not be read there."""
    return [
        *audit.nameless(window),
        *audit.cut(window),
        *audit.misplaced(window),
        *audit.hidden_columns(window),
        *(f"{where} says “{words}”" for words, where in audit.words_in(window).items() if words in english),
    ]


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


@pytest.mark.parametrize("looked", LOOKS, ids=str)
def test_every_screen_in_mid_meeting(walker: Walker, choosing: None, looked: Looked) -> None:
    look(walker, looked)
    wrong = walked(walker, IN_MEETING, looked.language)
    assert wrong == {}, said(wrong)


def test_tab_comes_to_everything_in_the_order_of_reading_and_is_seen(walker: Walker) -> None:
    look(walker, Looked("en"))
    known: set[tuple[str, ...]] = set()
    wrong: dict[str, list[str]] = {}
    for screen in IN_MEETING:
        try:
            found = around(walker, screen, known)
        except Stuck as stuck:
            found = [str(stuck)]
        found += walker.leave(screen)
        if found:
            wrong[screen.name] = found
    assert wrong == {}, said(wrong)


@pytest.mark.skipif(not SOAK, reason="in the light look it is seen while going round")
@pytest.mark.parametrize("choice", (Choice.DARK, Choice.CONTRAST, Choice.CONTRAST_DARK))
def test_one_sees_where_the_focus_is(walker: Walker, choice: Choice) -> None:
    look(walker, Looked("en", choice=choice))
    known: set[tuple[str, ...]] = set()
    wrong: dict[str, list[str]] = {}
    for screen in IN_MEETING:
        found = unseen(walker.go(screen), known)
        walker.leave(screen)
        if found:
            wrong[screen.name] = found
    assert wrong == {}, said(wrong)


def unseen(window: QWidget, known: set[tuple[str, ...]]) -> list[str]:
    """What is wrong with how the stops of *window* show the focus: those of a kind not *known* yet."""
    held = window.focusWidget()
    found = []
    for stop in audit.stops(window):
        # a card that was left has put its decisions away
        if isValid(stop) and not stop.visibleRegion().isEmpty() and kind_of(stop) not in known:
            known.add(kind_of(stop))
            found.append(unseen_focus(stop, window))
    if held is not None and isValid(held):
        held.setFocus()
    return [fault for fault in found if fault]


def around(walker: Walker, screen: Screen, known: set[tuple[str, ...]]) -> list[str]:
    """Go round *screen* with Tab and back, and see whether one sees the focus; return what is wrong. Raises
    Stuck."""
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
    if back != [visited[0], *reversed(visited[1:])]:
        found.append("Shift+Tab does not lead back the same way")
    return found + unseen(window, known)


def test_the_start_page_and_an_empty_meeting(walker: Walker, choosing: None, tmp_path: Path) -> None:
    office = walker.office
    office.leave()
    wrong = walked_in_every_look(walker, WITHOUT_A_MEETING)
    titles: dict[Language, str] = {"en": "River ports"}
    Desk.create(
        tmp_path / "empty.consult", CreateMeeting(titles=titles, rules=preset("technical_2019"))
    ).close()
    office.open(tmp_path / "empty.consult")
    walker.wait("the empty meeting", lambda: office.desk is not None)
    wrong |= walked_in_every_look(walker, IN_EMPTY_MEETING)
    assert wrong == {}, said(wrong)


@pytest.mark.parametrize("looked", LOOKS, ids=str)
def test_what_only_a_busy_meeting_has(
    walker: Walker, choosing: None, file_chosen: Path, half: Path, tmp_path: Path, looked: Looked
) -> None:
    busy = tmp_path / "busy.consult"
    shutil.copyfile(half, busy)
    with Desk.open(busy) as desk:
        write_tracked(file_chosen.with_name(TRACKED), desk)
        make_busy(desk)
    look(walker, looked)
    walker.office.leave()
    walker.office.open(busy)
    walker.wait("the busy meeting", lambda: walker.office.desk is not None)
    only_one_paper(walker.office.shell.station("publish"))
    wrong = walked(walker, IN_BUSY_MEETING, looked.language)
    assert wrong == {}, said(wrong)


@pytest.mark.parametrize("looked", LOOKS, ids=str)
def test_both_ends_of_a_hand_over(
    walker: Walker, half: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looked: Looked
) -> None:
    hers, handed = given_and_handed_over(half, tmp_path)
    desk = tmp_path / "desk.consult"
    shutil.copyfile(half, desk)
    answered(monkeypatch, handed)
    look(walker, looked)
    wrong: dict[str, list[str]] = {}
    for path, screens in ((hers, IN_GROUP_FILE), (desk, HANDED_OVER)):
        walker.office.leave()
        walker.office.open(path)
        walker.wait(path.name, lambda: walker.office.desk is not None)
        wrong |= walked(walker, screens, looked.language)
    assert wrong == {}, said(wrong)


@pytest.mark.parametrize("looked", LOOKS, ids=str)
def test_the_tour_and_the_room(walker: Walker, half: Path, looked: Looked) -> None:
    sample = prepare(documents_dir() / SAMPLE_FOLDER)
    shutil.copyfile(half, sample)
    look(walker, looked)
    walker.office.leave()
    walker.office.open(sample)
    walker.wait("the sample", lambda: walker.office.desk is not None)
    wrong = walked(walker, IN_SAMPLE, looked.language)
    assert wrong == {}, said(wrong)


def walked_in_every_look(walker: Walker, screens: Sequence[Screen]) -> dict[Any, list[str]]:
    """Go to each of *screens* in each look; return what is wrong, by look and screen."""
    wrong: dict[Any, list[str]] = {}
    for looked in LOOKS:
        look(walker, looked)
        found = walked(walker, screens, looked.language)
        wrong |= {(str(looked), name): faults for name, faults in found.items()}
    return wrong


def test_no_form_was_left_out() -> None:
    if not {"StartPage", "TableStation"} <= SEEN:
        pytest.skip("the screens were not walked in this run")
    left_out = sorted(forms().difference(SEEN, ELSEWHERE))
    assert not left_out, " ".join(left_out)


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
