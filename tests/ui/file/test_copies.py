"""Copies of the open meeting: a whole one, and one without private notes; what went wrong is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.ui.office import Office
from tests.ui.choosing import answered
from tests.ui.table_meeting import meeting

NOTE = "Zwieback"


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """An office with the invented meeting, which has a private note."""
    with meeting(tmp_path) as desk:
        desk.beside(lambda beside: beside.write_note("meeting", NOTE)).result()
        path = desk.path
    office = Office()
    qtbot.addWidget(office.shell)
    office.shell.show()
    office.open(path)
    qtbot.waitUntil(lambda: office.shell.in_meeting)
    yield office
    office.leave()


def _notes(path: Path) -> list[str]:
    with Desk.open(path, write=False) as desk:
        return [note.words for note in desk.beside(lambda beside: beside.notes()).result()]


@pytest.mark.parametrize(
    ("action", "stem", "kept", "said"),
    [
        pytest.param("file.copy", "table-copy", [NOTE], "with the private notes", id="whole"),
        pytest.param(
            "file.public_copy", "table-without-notes", [], "without private notes", id="to hand out"
        ),
    ],
)
def test_a_copy_is_saved_where_it_was_asked_for(
    qtbot: QtBot,
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
    stem: str,
    kept: list[str],
    said: str,
) -> None:
    asked = answered(monkeypatch, tmp_path / "given.consult")
    office.shell.known_actions.action(action).trigger()
    qtbot.waitUntil(lambda: said in office.shell.banner.words)
    assert Path(asked[0].start).stem == stem
    assert _notes(tmp_path / "given.consult") == kept


def test_no_copy_takes_the_place_of_the_meeting(qtbot: QtBot, office: Office) -> None:
    assert office.desk is not None
    office.copies.save(office.desk.path, private=False)
    qtbot.waitUntil(lambda: "choose another name" in office.shell.banner.words)
    assert _notes(office.desk.path) == [NOTE]


def test_without_a_meeting_there_is_nothing_to_copy(office: Office) -> None:
    office.leave()
    for name in ("file.copy", "file.public_copy"):
        assert not office.shell.known_actions.action(name).isEnabled()
    office.copies.ask(private=True)
