"""The steps of the tour: what is pointed at, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtWidgets import QWidget

from consult_app.meetings.reasons import N_
from consult_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from consult_app.ui.amendments.station import AmendmentsStation
    from consult_app.ui.people.station import PeopleStation
    from consult_app.ui.progress.station import ProgressStation
    from consult_app.ui.publish.station import PublishStation
    from consult_app.ui.table.frame import TableParts
    from consult_app.ui.table.station import TableStation


@dataclass(frozen=True)
class Step:
    """One card of the tour. ``title`` and ``words`` are message ids; ``keys`` fills the named places of
    the words with keys, named as in the manual ("room.show", "table/A")."""

    title: str
    words: str
    station: str
    find: Callable[[Shell], QWidget]
    keys: Mapping[str, str] = field(default_factory=dict)


def _table(shell: Shell) -> TableParts:
    return cast("TableStation", shell.station("table")).parts


STEPS: Final = (
    Step(
        N_("The stations of a meeting"),
        N_(
            "The meeting runs from top to bottom: its data and rules, the people, the papers, the "
            "amendments, the Table where the text is discussed, its languages, the progress, and what is "
            "published. {first} to {last} go there."
        ),
        "table",
        lambda shell: shell.rail,
        {"first": "go.meeting", "last": "go.publish"},
    ),
    Step(
        N_("The text, passage by passage"),
        N_(
            "The mark before each passage says how it stands: not yet considered, under consideration, "
            "adopted. At the right is the number of amendments still before the meeting. {next} and {before} "
            "go to the next paragraph and back."
        ),
        "table",
        lambda shell: _table(shell).outline,
        {"next": "table/J", "before": "table/K"},
    ),
    Step(
        N_("What is proposed, in the words themselves"),
        N_(
            "Insertions and deletions have the colour and the line of their group, and the number of their "
            "amendment. Above the text, choose the view and the languages side by side; {edit} lets you type "
            "what is agreed while the room watches."
        ),
        "table",
        lambda shell: _table(shell).text,
        {"edit": "table/F2"},
    ),
    Step(
        N_("The amendments, in order of discussion"),
        N_(
            "Each decision is a button and a letter: {adopt} adopts, {subamend} subamends, {bracket} puts "
            "the words in square brackets, {reject} rejects. The letters decide only while this list has the "
            "focus; below stands what would fall."
        ),
        "table",
        lambda shell: _table(shell).list,
        {"adopt": "table/A", "subamend": "table/S", "bracket": "table/B", "reject": "table/R"},
    ),
    Step(
        N_("Every decision is saved at once"),
        N_(
            "Nothing is lost if the computer stops. {undo} takes back the last decision, also after a "
            "restart; here stands what that would be. Once the sitting is closed, a recording is corrected "
            "with a reason that stays in the record."
        ),
        "table",
        lambda shell: shell.footer,
        {"undo": "edit.undo"},
    ),
    Step(
        N_("The room sees what you show, and nothing else"),
        N_(
            "{show} sends what is at hand to the second screen. {hold} keeps it there while you prepare what "
            "follows; {blank} takes everything off the screen."
        ),
        "table",
        lambda shell: shell.top_bar,
        {"show": "room.show", "hold": "room.hold", "blank": "room.blank"},
    ),
    Step(
        N_("Amendments as they come in"),
        N_(
            "{new} hands one in. {file} takes in the Word file of a group: each of its tracked changes "
            "becomes an amendment, numbered in order of receipt."
        ),
        "amendments",
        lambda shell: cast("AmendmentsStation", shell.station("amendments")).add,
        {"new": "amendments/N", "file": "amendments/Ctrl+I"},
    ),
    Step(
        N_("Who is in the room"),
        N_(
            "{here} marks a participant as present. The quorum and the weight of each vote follow from it. "
            "{file} reads a list of participants from Excel or a text file."
        ),
        "people",
        lambda shell: cast("PeopleStation", shell.station("people")).table,
        {"here": "people/Space", "file": "people/Ctrl+I"},
    ),
    Step(
        N_("What is left"),
        N_(
            "Every passage that is not adopted, and what it waits for: an amendment, a bracket, a "
            "translation. {enter} shows it at the Table."
        ),
        "progress",
        lambda shell: cast("ProgressStation", shell.station("progress")).open,
        {"enter": "=Return"},
    ),
    Step(
        N_("The papers, in three languages"),
        N_(
            "Tick what is needed, and {make} writes it as Word, PDF and Excel files. A final text is only "
            "made when nothing is lacking; until then it is printed as provisional."
        ),
        "publish",
        lambda shell: cast("PublishStation", shell.station("publish")).matrix,
        {"make": "=Ctrl+Return"},
    ),
    Step(
        N_("Help, wherever you are"),
        N_(
            "{help} explains the screen at hand, {palette} finds whatever you type, and {keys} shows every "
            "key. This is only the sample: try what you like, and begin it anew from the menu File."
        ),
        "table",
        lambda shell: shell.rail,
        {"help": "help.open", "palette": "help.palette", "keys": "help.keys"},
    ),
)
