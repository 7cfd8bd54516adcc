"""Every screen of the program, and the keys by which a person comes to it.

A screen that is missing here is found by ``test_every_screen``: each form, page, panel and card of the window
must have been seen on one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QTextBrowser, QWidget

from consult_app.ui.helping.steps import STEPS
from consult_app.ui.language import tr
from consult_app.ui.office import Office
from consult_app.ui.waiting import is_awaited
from consult_app.ui.window.overlays import Overlay
from tests.ui import audit

_PATIENCE = 60_000
_MOST_WITHIN = 80


@dataclass(frozen=True)
class Screen:
    """A place to come to.

    ``keys`` are pressed one after the other; one that begins with ``>`` is written into the palette and
    chosen there. ``shows`` is the class by which one knows to have arrived;
    ``esc`` says that Esc leaves it again.
    """

    name: str
    keys: tuple[str, ...]
    shows: str
    esc: bool = False
    away: tuple[str, ...] = ()
    """Keys that put it away again, where Esc does not."""


def screens(station: str, *rest: tuple[str, str, str]) -> tuple[Screen, ...]:
    """Screens of one station, by name, keys ("N", or "Alt+3 N") and class; ``-`` before the class where Esc
    leaves it."""
    return tuple(
        Screen(name, (station, *keys.split()), shows.removeprefix("-"), shows.startswith("-"))
        for name, keys, shows in rest
    )


IN_MEETING = (
    *screens(
        "Ctrl+1",
        ("meeting data", "Alt+1", "MeetingForm"),
        ("rules", "Alt+2", "RulesPanel"),
        ("agenda", "Alt+3", "AgendaDetails"),
        ("agenda item", "Alt+3 N", "-AgendaForm"),
        ("point for discussion", "Alt+3 P", "-AgendaForm"),
        ("sittings", "Alt+4", "SittingsCard"),
        ("plan of a sitting", "Alt+4 N", "-PlanForm"),
        ("drafting group of a sitting", "Alt+4 G", "-DraftingGroupForm"),
        ("governing body", "Alt+5", "GoverningBodyForm"),
    ),
    *screens(
        "Ctrl+2",
        ("people", "", "PeopleList"),
        ("new participant", "N", "-ParticipantForm"),
        ("participant", "E", "-ParticipantForm"),
        ("substitution", "S", "-SubstitutionForm"),
        ("removal", "Del", "-RemovalForm"),
        ("regional group", "G", "-GroupForm"),
        ("drafting group", "D", "-DraftingGroupForm"),
        ("export of people", "Ctrl+E", "-PeopleExport"),
    ),
    *screens(
        "Ctrl+3",
        ("papers", "", "PaperDetails"),
        ("new document", "N", "-PaperForm"),
        ("document", "E", "-PaperForm"),
    ),
    *screens(
        "Ctrl+4",
        ("amendments", "Home", "AmendmentDetails"),
        ("new amendment", "N", "-AmendmentForm"),
        ("sort code", "Ctrl+End O", "Coding"),
    ),
    *screens(
        "Ctrl+5",
        ("table", "", "Outline"),
        ("amendment on the floor", ">D.9", "AmendmentCard"),
        ("typing", "F2", "-Editor"),
        ("subamending", ">D.9 S", "-Editor"),
        ("vote", ">D.9 V", "-VotePanel"),
        ("motion", ">D.9 M", "-MotionForm"),
        ("statement", ">D.9 T", "-StatementForm"),
        ("speakers", ">D.9 L", "SpeakersPanel"),
        ("notes", "Ctrl+M", "NotesPanel"),
        ("comparing", "Ctrl+D", "-ComparingView"),
        ("finding", "Ctrl+F", "-FindBar"),
    ),
    *screens(
        "Ctrl+6",
        ("languages", "", "QueuePanel"),
        ("translating", "Return", "Workplace"),
    ),
    *screens(
        "Ctrl+7",
        ("progress", "Alt+1", "Tiles"),
        ("figures as tables", "Alt+1 T", "Tiles"),
        ("follow-up", "Alt+2", "FollowupPanel"),
        ("new action", "Alt+2 N", "-AddingForm"),
        ("action", "Alt+2 E", "-ActionForm"),
        ("export of follow-up", "Alt+2 Ctrl+E", "-FollowupExport"),
    ),
    *screens("Ctrl+8", ("publish", "", "PaperMatrix")),
    *screens(
        "Ctrl+5",
        ("palette", "Ctrl+K", "-CommandPalette"),
        ("places", "Ctrl+G", "-CommandPalette"),
        ("keys", "Ctrl+/", "-CheatSheet"),
    ),
    Screen("panel of the room", ("Ctrl+5", "F4"), "RoomPanel", away=("F4",)),
    Screen("help", ("Ctrl+5", "F1"), "HelpWindow", esc=True),
    Screen("change of keys", ("Ctrl+5", ">Change keys…"), "KeysPage", esc=True),
)

_TOUR = "A tour of five minutes on the sample meeting"

IN_SAMPLE = (
    Screen("room in a window", ("Ctrl+5", ">Room in a window"), "RoomWindow", away=(">Room in a window",)),
    *(
        Screen(
            f"card {place + 1} of the tour", ("Ctrl+5", f">{_TOUR}", *("Right",) * place), "TourCard", True
        )
        for place in range(len(STEPS))
    ),
)
"""What is only to be had in the sample, and the room's own window, in which Tab goes nowhere."""


IN_EMPTY_MEETING = (
    *screens(
        "Ctrl+1",
        ("meeting data without a text", "Alt+1", "TextCard"),
        ("import of the text", "Alt+1 Ctrl+I", "-ImportPage"),
        ("no agenda", "Alt+3", "AgendaPanel"),
        ("no sitting", "Alt+4", "SittingsPanel"),
    ),
    *screens("Ctrl+2", ("nobody", "", "PeopleList"), ("import of people", "Ctrl+I", "-PeopleImport")),
    *screens("Ctrl+3", ("no document", "", "PaperDetails")),
    *screens("Ctrl+4", ("no amendment", "", "ListHead")),
    *screens("Ctrl+5", ("no text at the table", "", "TableParts")),
    *screens("Ctrl+6", ("no text to translate", "", "LanguagesStation")),
    *screens("Ctrl+7", ("no progress", "Alt+1", "ProgressHead"), ("no follow-up", "Alt+2", "FollowupPanel")),
    *screens("Ctrl+8", ("nothing to publish", "", "TemplateCard")),
)

IN_GROUP_FILE = (
    *screens(
        "Ctrl+4",
        ("amendments of a group", "Home", "AmendmentDetails"),
        ("amendment prepared", "N", "-AmendmentForm"),
        ("draft written anew", "Home E", "-AmendmentForm"),
        ("handing over", "H", "-HandingOver"),
    ),
    *screens("Ctrl+5", ("table of a group", "", "Outline")),
)

HANDED_OVER = screens("Ctrl+4", ("handed over", "Ctrl+I", "-HandedOver"))

WITHOUT_A_MEETING = (
    Screen("start page", (), "StartPage"),
    Screen("new meeting", ("Ctrl+N",), "NewMeetingPage", esc=True),
)


class Stuck(AssertionError):
    """A screen was not come to."""


class Walker:
    """Somebody who goes from screen to screen of *office* by keys."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def settle(self) -> None:
        """Let the window lay out and paint what it was asked to, with all that other threads find for it."""
        deadline = QDeadlineTimer(_PATIENCE)
        while is_awaited() and not deadline.hasExpired():
            QTest.qWait(5)
        for _turn in range(3):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def wait(self, what: str, until: Callable[[], bool]) -> None:
        """Wait until *until* holds. Raises Stuck, which says *what* was waited for."""
        deadline = QDeadlineTimer(_PATIENCE)
        while not until():
            if deadline.hasExpired():
                at = QApplication.focusWidget()
                raise Stuck(f"{what}; the focus is in {type(at).__name__}")
            QTest.qWait(5)  # other threads have work to do as well
        self.settle()

    def press(self, *keys: str) -> None:
        """Press *keys* where the focus is."""
        for key in keys:
            held = QApplication.focusWidget() or self.office.shell
            QTest.keySequence(held, QKeySequence(key))
            self.settle()

    def choose(self, words: str) -> None:
        """Choose by *words* in the palette what to do or where to go."""
        self.press("Ctrl+K")
        held = QApplication.focusWidget()
        if held is None:
            raise Stuck("the palette has no focus")
        for letter in words:
            # letters with accents have no key of their own everywhere: what counts is what they write
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                plain = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(held, QKeyEvent(kind, Qt.Key.Key_unknown, plain, letter))
        self.press("Return")

    def do(self, *keys: str) -> None:
        """Press *keys*; what begins with ``>`` is chosen in the palette."""
        for key in keys:
            if key.startswith(">"):
                self.choose(tr(key[1:]))
            else:
                self.press(key)

    def go(self, screen: Screen) -> QWidget:
        """Come to *screen* and return its window. Raises Stuck."""
        self.come_forward()
        self.do(*screen.keys)
        self.wait(f"{screen.name} by {' '.join(screen.keys)}", lambda: bool(self.shown(screen.shows)))
        window = self.shown(screen.shows)[-1].window()
        window.activateWindow()  # some platforms forget which window is in front when a card is raised
        self.settle()
        return window

    def come_forward(self) -> None:
        """Have the main window in front, with the focus in it."""
        shell = self.office.shell
        shell.activateWindow()
        self.wait("the window in front", shell.isActiveWindow)
        if QApplication.focusWidget() is None:
            at_hand = shell.station_at_hand if shell.in_meeting else ""
            (shell.station(at_hand).first_focus() if at_hand else shell.start).setFocus()
            self.settle()

    def tab_round(self, window: QWidget) -> list[QWidget]:
        """Press Tab in *window* until the focus comes to where it was before; returns what it came to.

        Raises Stuck where Tab leads nowhere, or round in a smaller circle than the one it began in.
        """
        window.activateWindow()
        self.wait("the window in front", window.isActiveWindow)
        return self._round(Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Tab)

    def tab_back(self, window: QWidget) -> list[QWidget]:
        """The same with Shift+Tab."""
        window.activateWindow()
        return self._round(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Backtab)

    def _round(self, modifier: Qt.KeyboardModifier, key: Qt.Key) -> list[QWidget]:
        came_to: list[QWidget] = []
        within = 0
        while True:
            held = QApplication.focusWidget()
            if held is None:
                raise Stuck(f"after {[type(each).__name__ for each in came_to[-3:]]} nothing has the focus")
            if len(came_to) > 1 and held is came_to[0]:
                return came_to
            if came_to and held is came_to[-1] and isinstance(held, QDateTimeEdit | QTextBrowser):
                # Tab goes through day, month and year, and through the links of a page
                within += 1
                if within > _MOST_WITHIN:
                    raise Stuck(f"Tab never leaves {type(held).__name__} “{held.accessibleName()}”")
                QTest.keyClick(held, key, modifier)
                continue
            if held in came_to and len(came_to) == 1 and self.only_stop(held):
                return came_to
            if held in came_to:
                raise Stuck(f"Tab is caught at {type(held).__name__} “{held.accessibleName()}”")
            came_to.append(held)
            within = 0
            QTest.keyClick(held, key, modifier)

    @staticmethod
    def only_stop(held: QWidget) -> bool:
        """Whether *held* is all there is in a card that lies over the window."""
        at: QWidget | None = held
        while at is not None and not isinstance(at, Overlay):
            at = at.parentWidget()
        return at is not None and audit.stops(at) == [held]

    def leave(self, screen: Screen) -> list[str]:
        """Leave *screen* by Esc where that leaves it; says so where it does not."""
        if screen.away:
            self.come_forward()
        self.do(*screen.away)
        if not screen.esc:
            return []
        self.press("Escape")
        deadline = QDeadlineTimer(500)
        while self.shown(screen.shows) and not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        return ["Esc does not leave it"] if self.shown(screen.shows) else []

    def shown(self, kind: str) -> list[QWidget]:
        """What is in sight of the class *kind*, wherever."""
        return [
            each
            for window in QApplication.topLevelWidgets()
            if window.isVisible()
            for each in (window, *window.findChildren(QWidget))
            if type(each).__name__ == kind and each.isVisible()
        ]
