"""A small invented meeting for the tests of the Table: seven nodes, three languages, four amendments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk, Done
from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.handing_in.importing import ImportLanguage, ImportText, ReadNode
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.meetings.acts import Command
from consult_app.meetings.people.people import RegisterParticipant
from consult_app.meetings.setting_up.particulars import CreateMeeting
from consult_app.presets import preset
from consult_app.ui.table.editor import Editor
from consult_app.ui.table.station import TableStation

ENGLISH = (
    ("title", "Conclusions"),
    ("clause", "Having met in Geneva,"),
    ("heading", "Protection"),
    ("paragraph", "The Office should promote decent work."),
    ("paragraph", "Governments should:"),
    ("item", "support other stakeholders;"),
    ("item", "report every year."),
)
FRENCH = (
    "Conclusions",
    "Réunie à Genève,",
    "Protection",
    "Le Bureau devrait promouvoir le travail décent.",
    "Les gouvernements devraient:",
    "soutenir les autres parties prenantes;",
    "faire rapport chaque année.",
)
RESOLUTION = (
    ReadNode("title", "Resolution concerning lamps"),
    ReadNode("paragraph", "Lamps should be lit."),
    ReadNode("paragraph", "Lamps should be clean."),
)


def nodes(words: tuple[str, ...]) -> tuple[ReadNode, ...]:
    """The nodes of the invented text with *words*."""
    return tuple(
        ReadNode(
            kind,
            text,
            depth=1 if kind == "item" else 0,
            enumeration={"item": "roman", "paragraph": "arabic"}.get(kind, ""),
        )
        for (kind, _), text in zip(ENGLISH, words, strict=True)
    )


def done(desk: Desk, command: Command) -> Done:
    """Perform *command*, which must be carried out."""
    answer = desk.perform(command).result()
    assert isinstance(answer, Done), answer
    return answer


def empty_meeting(folder: Path) -> Desk:
    """A meeting without a text."""
    create = CreateMeeting(titles={"en": "Invented meeting"}, rules=preset("tripartite_technical_2013"))
    return Desk.create(folder / "table.consult", create)


def meeting(folder: Path) -> Desk:
    """The meeting with its text and D.1 to D.4, nothing decided yet."""
    path = folder / "table.consult"
    path.write_bytes(_begun())
    return Desk.open(path)


def meeting_with_resolution(folder: Path) -> Path:
    """The file of the meeting with a resolution beside its text, to the second paragraph of which D.5 is."""
    with meeting(folder) as desk:
        done(desk, ImportText(language="en", nodes=RESOLUTION, kind="resolution"))
        bright = SubmitAmendment(
            by="workers", kind="replace", target="2", text="Lamps should be bright.", text_id="resolution"
        )
        done(desk, bright)
        return desk.path


@cache
def _begun() -> bytes:
    """The file of that meeting: a copy is there sooner than a meeting is held."""
    with TemporaryDirectory() as folder:
        with empty_meeting(Path(folder)) as desk:
            _begin(desk)
        return desk.path.read_bytes()


def _begin(desk: Desk) -> None:
    done(desk, ImportText(language="en", nodes=nodes(tuple(text for _, text in ENGLISH))))
    done(desk, ImportLanguage(language="fr", nodes=nodes(FRENCH)))
    done(desk, RegisterParticipant(name="Ama Quartey-Lindt", role="member", group="government", country="GH"))
    done(desk, RegisterParticipant(name="Ilse Brandvold", role="member", group="government", country="NO"))
    for by, kind, target, text in (
        ("workers", "replace", "1", "The Office should promote fair and decent work."),
        ("employers", "replace", "1", "The Office should promote full and decent work."),
        ("government", "insert_after", "1", "Constituents should share good practices."),
        ("Ama Quartey-Lindt", "replace", "2(i)", "support all relevant stakeholders;"),
    ):
        done(desk, SubmitAmendment(by=by, kind=kind, target=target, text=text))  # type: ignore[arg-type]


def shown(qtbot: QtBot, desk: Desk | None, width: int = 1300) -> TableStation:
    """The station on *desk*, in sight and active, so that keys reach it."""
    station = TableStation()
    qtbot.addWidget(station)
    station.resize(width, 720)
    station.bind(desk)
    station.show()
    station.activateWindow()
    qtbot.waitUntil(station.isActiveWindow)
    return station


@contextmanager
def shown_at(qtbot: QtBot, desk: Desk, label: str) -> Iterator[TableStation]:
    """The station with the node with *label* at hand, unbound before the desk is closed."""
    station = shown(qtbot, desk)
    go(station, label)
    yield station
    station.bind(None)


def go(station: TableStation, label: str) -> None:
    """Bring the node with *label* to hand."""
    assert station.reading is not None
    reading = station.reading
    found = next(node for node in reading.text.tree.walk() if reading.label(node) == label)
    assert station.go_to(found)


def label_at_hand(station: TableStation) -> str:
    """The label of the node at hand."""
    assert station.reading is not None
    return station.reading.label(station.current_node.id)


def named(desk: Desk, name: str) -> Amendment:
    """The amendment with the number *name*."""
    found = desk.state.drafting.by_number(name)
    assert found is not None
    return found


def number(station: TableStation, name: str) -> str:
    """The id of the amendment with the number *name*."""
    found = station.state.drafting.by_number(name)
    assert found is not None
    return found.id


def take(station: TableStation, name: str) -> None:
    """Bring the amendment with the number *name* to hand, the list in focus."""
    station.parts.list.take(number(station, name))
    station.parts.list.give_focus()


def press(station: TableStation, key: str | Qt.Key, where: QWidget | None = None) -> None:
    """Press *key* where the focus is, or on *where*."""
    focus = where or station.window().focusWidget()
    # PySide's hints leave out the form that takes a character
    QTest.keyClick(focus, key)  # type: ignore[arg-type]


def opened_editor(station: TableStation) -> Editor:
    """The editor of the node at hand, opened by its key."""
    station.parts.text.setFocus()
    press(station, Qt.Key.Key_F2)
    editor = station.acting.editor
    assert editor is not None
    return editor


def keep(editor: Editor) -> None:
    """Keep the words of *editor* by its key."""
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def settled(qtbot: QtBot, station: TableStation, so: Callable[[], bool]) -> None:
    """Wait until the answer has come and *so* holds."""
    qtbot.waitUntil(lambda: not station.busy and so())
