"""A meeting that another desk has open, or that lies where nothing can be written, is read all the same."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.ui.office import Office
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import meeting


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[Office]:
    """A window at its start page."""
    made = Office()
    qtbot.addWidget(made.shell, before_close_func=lambda _shell: made.close_meeting())
    made.shell.show()
    yield made
    made.close_meeting()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with meeting(tmp_path) as desk:
        return desk.path


def asked_to_read(qtbot: QtBot, office: Office, path: Path, why: str) -> Desk:
    """Open *path*, hear *why* it cannot be written, and open it for reading by the key."""
    office.open(path)
    qtbot.waitUntil(lambda: why in office.shell.start.banner.words, timeout=20_000)
    office.shell.known_actions.action("window.answer").trigger()
    qtbot.waitUntil(lambda: office.desk is not None, timeout=20_000)
    assert office.desk is not None
    return office.desk


def test_a_meeting_in_use_is_read_and_decides_nothing(qtbot: QtBot, office: Office, path: Path) -> None:
    with Desk.open(path) as other:
        desk = asked_to_read(qtbot, office, path, "is open at the desk of")
        assert not desk.writable
        heads = " ".join(label.text() for label in office.shell.top_bar.findChildren(QLabel))
        assert "for reading only" in heads
        for station in office.shell.station_names:
            office.shell.enter(station)
            qtbot.wait(10)
        office.shell.enter("table")
        table = cast("TableStation", office.shell.station("table"))
        table.perform(AdoptAmendment(amendment="D.1"))
        qtbot.waitUntil(lambda: "open for reading only" in table.banner.words)
        seq = desk.seq
        office.leave()
        assert other.seq == seq and other.check() == []


def test_what_cannot_be_written_is_read(
    qtbot: QtBot, office: Office, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda where, mode: mode != os.W_OK and allowed(where, mode))
    desk = asked_to_read(qtbot, office, path, "cannot be opened for writing")
    assert not desk.writable


def test_what_is_no_meeting_is_not_offered_for_reading(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    (tmp_path / "letter.consult").write_text("Dear Sir or Madam", "utf-8")
    office.open(tmp_path / "letter.consult")
    qtbot.waitUntil(lambda: "not a Consult meeting file" in office.shell.start.banner.words)
    assert not office.shell.start.banner.press()
