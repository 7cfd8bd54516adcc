"""A meeting in which everything happens at once, and the screens that only such a meeting has: words found
after a crash, square brackets, private notes, speeches, several texts, a vote, papers that were made."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from consult_app.desk import Desk
from consult_app.drafting.deciding.asking import AddSpeaker
from consult_app.drafting.deciding.bracketing import BracketAmendment
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.importing import ImportText, ReadNode
from consult_app.drafting.translation.translating import SetTranslation
from consult_app.journal.beside import Beside
from consult_app.journal.jottings import Scratch
from consult_app.meetings.proceedings.giving_floor import GiveFloor
from consult_app.ui.notes.subjects import of_amendment
from consult_app.ui.publish.station import PublishStation
from tests.exchange.word_files import changed, paragraph, run, word_file
from tests.ui.rooms import carry_out, words_of
from tests.ui.screens import screens

RESOLUTION: Final = (
    ReadNode("title", "Resolution concerning the lighting of inland ports"),
    ReadNode("paragraph", "Lamps should be lit.", enumeration="arabic"),
)
BRACKETED: Final = "D.4"
NOTED: Final = "D.9"
SIGNED: Final = "1"
"""A paragraph whose translation is a draft."""

_COUNT: Final = tuple(key for figure in "921050500" for key in (figure, "Tab"))

IN_BUSY_MEETING: Final = (
    *screens(
        "Ctrl+5",
        ("words that were found", "Ctrl+Shift+U Tab Space", "FoundWords"),
        ("words thrown away", "Ctrl+Shift+U Tab Tab Space", "FoundWords"),
        ("words brought back", "Ctrl+Shift+U Space", "FoundWords"),
        ("words restored", "Ctrl+Shift+U Space", "Editor"),
        ("editor left", "F2", "-Editor"),
        ("several texts", "", "TextChooser"),
        ("square brackets", f">{BRACKETED}", "BracketsPanel"),
        ("private note on an amendment", f">{NOTED}", "NotedSign"),
        ("private notes", f">{NOTED} Ctrl+M", "NoteCard"),
        ("words of a speech", "Ctrl+R", "-SpeechForm"),
        ("words on a position", f">{NOTED} 6", "-PositionForm"),
        ("times of the speakers", f">{NOTED} L", "Statistics"),
        ("limits of speaking time", f">{NOTED} L Tab Space", "-Limits"),
        ("vote by name", f">{NOTED} V Shift+Tab Right", "-NameEntry"),
        ("election", f">{NOTED} V Shift+Tab Shift+Tab End", "-BallotEntry"),
        ("nobody waits", "F8", "Banner"),
    ),
    *screens(
        "Ctrl+4",
        ("warnings before handing in", "Home N Tab Tab Tab Tab Home Down Down Down Down", "-WarningLines"),
        ("amendments from a file", "Ctrl+I", "-TakingIn"),
    ),
    *screens("Ctrl+6", ("signing", "Shift+Tab Shift+Tab Right Alt+A", "-Signing")),
    *screens(
        "Ctrl+8",
        ("papers made", "Ctrl+Return", "WrittenCard"),
        ("printing", "Ctrl+P", "PrintCard"),
    ),
    *screens(
        "Ctrl+5", ("vote recorded", " ".join((f">{NOTED}", "V", *_COUNT, "Ctrl+Return")), "RecordedView")
    ),
)
"""In this order: one leads to the next where what was found is dealt with."""


def make_busy(desk: Desk) -> None:
    """Have a second text in the meeting of *desk*, a bracket, a note, and words that were being written when
    the program was killed."""
    carry_out(
        desk,
        ImportText(language="en", nodes=RESOLUTION, kind="resolution"),
        CallAmendment(amendment=BRACKETED),
        BracketAmendment(amendment=BRACKETED),
        AddSpeaker(who="workers"),
        AddSpeaker(who="employers"),
        GiveFloor(),
    )
    draft = words_of(desk, SIGNED, "fr")
    carry_out(desk, SetTranslation(node=SIGNED, language="fr", text=f"{draft} Un brouillon."))
    noted = desk.state.drafting.by_number(NOTED)
    assert noted is not None
    text = desk.state.drafting.texts[noted.text_id]
    node = next(iter(text.nodes))
    extra = {"station": "table", "what": "wording", "node": node, "language": "en", "by": "office"}
    found = Scratch(f"table:wording:{node}:en", "Conclusions concerning what was being written", extra)

    def job(beside: Beside) -> None:
        beside.write_note(of_amendment(noted.id), "The Vice-Chairperson would like to come back to this.")
        beside.keep_scratch([found])

    desk.beside(job).result()


def write_tracked(path: Path, desk: Desk) -> None:
    """Write the first two paragraphs of the draft to *path* (.docx), changed in it by two authors."""
    whole = words_of(desk, "1")
    inner = run(whole.removesuffix(".")) + changed(
        "ins", "Workers' Group", run(" and in the towns around them")
    )
    inner += changed("ins", "J. Doe", run(" and everywhere else")) + run(".")
    path.write_bytes(word_file((paragraph(inner, number=(1, 0)),)))


def only_one_paper(station: QWidget) -> None:
    """Have one paper ticked in one format: what is looked at is the page, not the papers."""
    assert isinstance(station, PublishStation)
    for (paper, language), box in station.matrix.cells.items():
        box.setChecked((paper, language) == ("participants", "en"))
    for name, tick in station.matrix.formats.items():
        tick.setChecked(name == "pdf")
