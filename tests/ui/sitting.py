"""One sitting played through the real window by keys alone, with a picture of each step.

    xvfb-run -s "-screen 0 1920x1080x24" python -m tests.ui.sitting --out build/sitting

A clerk opens the sample in mid-meeting, goes to a paragraph, discusses four amendments with a subamendment,
puts one to the vote, types what is agreed on the floor, adopts, shows the text in the room and takes the last
decision back. Nothing is clicked and no method of the program is called that a key does not call.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from consult_app.desk import Desk
    from consult_app.ui.office import Office
    from consult_app.ui.table.station import TableStation

T = TypeVar("T")
SIZES = ("1366x768", "1920x1080")
PATIENCE = 60_000
"""Milliseconds that a step may take on a slow machine before the sitting is given up."""


class Stuck(Exception):
    """A step did not lead where it should have; says which, and what stood there instead."""


class Clerk:
    """Somebody with a keyboard: presses keys in the window that has the focus, waits, takes pictures."""

    def __init__(self, office: Office, picture: Callable[[str, QWidget], None] | None = None) -> None:
        self.office = office
        self._picture = picture
        self._pause = 60 if picture else 15  # milliseconds after a key

    @property
    def desk(self) -> Desk:
        """The desk of the open meeting."""
        if self.office.desk is None:
            raise Stuck("no meeting is open")
        return self.office.desk

    def settle(self, milliseconds: int = 0) -> None:
        """Let the window do what it does by itself: for the pause after a key, or for so long."""
        from PySide6.QtCore import QDeadlineTimer, QEventLoop
        from PySide6.QtWidgets import QApplication

        deadline = QDeadlineTimer(milliseconds or self._pause)
        while not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def wait(self, what: str, until: Callable[[], bool]) -> None:
        """Wait until *until* holds. Raises Stuck, saying *what* was waited for."""
        from PySide6.QtCore import QDeadlineTimer

        deadline = QDeadlineTimer(PATIENCE)
        while not until():
            if deadline.hasExpired():
                self.look("stuck")
                raise Stuck(what)
            self.settle(10)

    def press(self, *keys: str) -> None:
        """Press each of *keys* ("Ctrl+K", "Return") where the focus is."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        for key in keys:
            QTest.keySequence(self._under_the_fingers(), QKeySequence(key))
            self.settle()

    def write(self, words: str) -> None:
        """Write *words* where the focus is."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        for letter in words:
            # letters with accents have no key of their own everywhere: what counts is what they write
            key, plain = Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._under_the_fingers(), QKeyEvent(kind, key, plain, letter))
        self.settle()

    def decide(self, *keys: str) -> None:
        """Press *keys* and wait until one row more is on disk."""
        before = self.desk.seq
        self.press(*keys)
        self.wait(f"a decision after {'+'.join(keys)}", lambda: self.desk.seq > before)
        self.settle(120)

    def go_to(self, where: str) -> None:
        """Go to a paragraph or an amendment as the palette finds it."""
        self.press("Ctrl+K")
        self.write(where)
        self.settle(120)
        self.press("Return")
        self.settle(200)

    def look(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture of the window, or of *widget*, where pictures are wanted."""
        if self._picture is not None:
            self.settle(250)
            self._picture(name, widget or self.office.shell)

    def top_level(self, kind: type[T]) -> T:
        """The window of that *kind*. Raises Stuck where there is none."""
        from PySide6.QtWidgets import QApplication

        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
        if not found:
            raise Stuck(f"no {kind.__name__}")
        return found[-1]

    def window_in_front(self) -> QWidget:
        """The window that has the focus."""
        from PySide6.QtWidgets import QApplication

        return QApplication.activeWindow() or self.office.shell

    def _under_the_fingers(self) -> QWidget:
        from PySide6.QtWidgets import QApplication

        popup = QApplication.activePopupWidget()
        at_hand = popup or QApplication.focusWidget() or self.office.shell.focusWidget()
        return at_hand or self.office.shell


def hold(clerk: Clerk) -> None:
    """Hold the sitting. Raises Stuck where a step does not lead on."""

    def stands(number: str, state: str) -> None:
        found = clerk.desk.state.drafting.by_number(number)
        if found is None or found.state != state:
            raise Stuck(f"{number} is {found.state if found else 'not there'}, not {state}")

    shell = clerk.office.shell
    shell.activateWindow()
    clerk.wait("the window", shell.isActiveWindow)
    clerk.look("01-start")
    clerk.press("Ctrl+Shift+O")
    clerk.wait("the sample meeting", lambda: shell.in_meeting)
    clerk.settle(400)
    clerk.press("Ctrl+K")
    clerk.write("D.9")
    clerk.look("02-go-to")
    clerk.press("Return")
    clerk.look("03-amendment-on-the-floor")
    # a subamendment is handed in from the floor and accepted, then the amendment as subamended
    clerk.press("S")
    clerk.press("Ctrl+End", "Backspace")
    clerk.write(", in consultation with the social partners.")
    clerk.look("04-subamending")
    clerk.decide("Ctrl+Return")
    clerk.look("05-subamended")
    sub = next(each for each in clerk.desk.state.drafting.amendments.values() if each.number == "D.9/S.1")
    at_hand = cast("TableStation", shell.station("table")).amendment_at_hand
    if at_hand is None or at_hand.id != sub.id:
        raise Stuck("what is disposed of first is not at hand")
    clerk.decide("A")
    stands("D.9/S.1", "adopted")
    clerk.go_to("D.9")
    clerk.decide("A")
    stands("D.9", "adopted_as_subamended")
    clerk.look("06-adopted-as-subamended")
    clerk.decide("Return")
    clerk.look("07-paragraph-adopted")
    # two more are discussed; the second is put to the vote
    clerk.go_to("D.3")
    clerk.decide("C")
    clerk.look("08-called")
    clerk.decide("R")
    stands("D.3", "rejected")
    clerk.go_to("D.11")
    clerk.decide("C")
    clerk.press("V")
    clerk.look("09-vote")
    vote_by_hand(clerk)
    clerk.look("11-voted")
    # a fourth, with the list of speakers beside it
    clerk.go_to("D.21")
    clerk.decide("C")
    clerk.press("L")
    clerk.look("12-speakers")
    clerk.press("L")
    clerk.go_to("D.21")
    clerk.decide("A")
    stands("D.21", "adopted")
    # what is agreed on the floor is typed while everybody watches
    clerk.go_to("9(i)")
    clerk.press("F2", "Shift+Tab", "Down", "Tab", "Ctrl+End", "Backspace")
    clerk.write(" and in good time;")
    clerk.look("13-typed-live")
    clerk.decide("Ctrl+Return")
    clerk.look("14-live-change")


def vote_by_hand(clerk: Clerk) -> None:
    """Count hands by group in the panel that is open, and record the vote."""
    for figure in ("9", "2", "1", "0", "5", "0", "5", "0", "0"):
        clerk.write(figure)
        clerk.press("Tab")
    clerk.look("10-counted")
    clerk.decide("Ctrl+Return")


def close_up(clerk: Clerk) -> None:
    """What follows once the words are agreed: adopt, show in the room, take back, put away. Raises Stuck."""
    from consult_app.ui.room.window import RoomWindow
    from consult_app.ui.stations import PLANS

    found = clerk.desk.state.drafting.amendments.values()
    live = [each for each in found if each.kind == "live" and each.state == "under_discussion"]
    if len(live) != 1:
        raise Stuck(f"{len(live)} live changes on the floor")
    clerk.press("Return")  # from the text to its amendments
    clerk.decide("A")
    clerk.look("15-live-change-adopted")
    clerk.go_to(tr_("Room in a window"))
    clerk.press("F5")
    room = clerk.top_level(RoomWindow)
    clerk.wait("the room", room.isVisible)
    clerk.settle(600)
    clerk.look("16-room-shown")
    clerk.look("17-room", room)
    clerk.office.shell.activateWindow()
    clerk.settle(200)
    clerk.press("F7")
    clerk.look("18-room-blank", room)
    clerk.press("F7")
    clerk.decide("Ctrl+Z")
    clerk.look("19-undone")
    for place in range(1, 1 + len(PLANS)):
        clerk.press(f"Ctrl+{place}")
        clerk.look(f"2{place}-{clerk.office.shell.station_at_hand}")
    for number, key, name in (("30", "Ctrl+/", "keys"), ("31", "F1", "help")):
        clerk.press(key)
        clerk.look(f"{number}-{name}", clerk.window_in_front())
        clerk.press("Escape")
    if faults := clerk.desk.check():
        raise Stuck("; ".join(faults))


def tr_(words: str) -> str:
    """The name of an action as the palette has it in the window's language."""
    from consult_app.ui.language import tr

    return tr(words)


def sittings(out: Path, languages: list[str], looks: list[str], sizes: list[str]) -> Iterator[Path]:
    """Hold the sitting once for each language, look and size; yields the path of each picture as it is
    taken. Raises Stuck."""
    from PySide6.QtWidgets import QApplication

    from consult_app.places import documents_dir
    from consult_app.sample import play, prepare
    from consult_app.ui.file.openings import SAMPLE_FOLDER, SAMPLE_UNTIL
    from consult_app.ui.language import Languages
    from consult_app.ui.look.theme import Choice, Theme
    from consult_app.ui.office import Office

    QApplication.instance() or QApplication([])
    Theme.instance().start()
    Languages.start()
    file = prepare(documents_dir() / SAMPLE_FOLDER)
    play(file, until=SAMPLE_UNTIL).close()
    begun = file.read_bytes()
    taken: list[Path] = []
    for language in languages:
        for look in looks:
            for size in sizes:
                Languages.set(language)
                Theme.instance().choose(Choice(look))
                file.write_bytes(begun)
                folder = out / f"{language}-{look}-{size}"

                def picture(name: str, widget: QWidget, folder: Path = folder) -> None:
                    folder.mkdir(parents=True, exist_ok=True)
                    widget.grab().save(str(folder / f"{name}.png"))
                    taken.append(folder / f"{name}.png")

                office = Office()
                office.shell.resize(*(int(part) for part in size.split("x")))
                office.shell.show()
                office.shell.activateWindow()
                clerk = Clerk(office, picture)
                try:
                    hold(clerk)
                    close_up(clerk)
                finally:
                    office.close_meeting()
                    office.shell.close()
                    clerk.settle(200)
                yield from taken
                taken.clear()


def main() -> int:
    """Hold the sittings that are asked for and print the paths of the pictures; 1 where one got stuck."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--out", default="build/sitting")
    parser.add_argument("--languages", default="en,fr,es")
    parser.add_argument("--looks", default="light,dark,contrast")
    parser.add_argument("--sizes", default=",".join(SIZES))
    options = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(options.out)
    shutil.rmtree(out, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="consult-sitting-") as home:
        os.environ["CONSULT_HOME"] = home
        try:
            for path in sittings(
                out, options.languages.split(","), options.looks.split(","), options.sizes.split(",")
            ):
                print(path)
        except Stuck as stuck:
            print(f"the sitting got stuck: {stuck}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
